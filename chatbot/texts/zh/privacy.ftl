# What is kept about people, and what they can ask of it: /privacy, /mydata, /forget.

privacy = <b>{ $shop } 保存您的哪些信息，为什么</b>
    您的 Telegram 名字和 ID，您在这里写的、发的，以及我们据此做出的东西：脑图、报价、付款记录。如果您介绍朋友来：您的链接、谁通过它来的、得了多少谢礼。只用于做项目和算谢礼，不作他用。
privacy-where = <b>存在哪里。</b>存在我们自己的数据库里。您的名字和写下的内容都加密，每个人一把单独的密钥。文件和语音留在 Telegram；我们只记下收到过、附带的说明，以及语音转出的文字。
privacy-who = <b>谁能看到。</b>创始人和团队。介绍您来的朋友只知道进展到哪一步，看不到您写的内容，也看不到您的报价。谢礼按您付款的比例计算，所以对方能从中看出有付款。
privacy-until-asked = <b>保存多久。</b>直到您要求删除。
privacy-until-silent = <b>保存多久。</b>直到您要求删除；如果连续 { $days } 天没有联系，没有进行中的事、没有未结清的款，您介绍的人也不再计谢礼，我们会自行删除，不再另行通知。
privacy-books = 付款记录会留在账上，但不带您的名字，因为法律要求保存账目。
privacy-model = <b>AI。</b>为了看懂您的文字和语音，我们使用 { $provider } 的语言模型。它会收到您的话，但收不到您的名字和 ID。
privacy-model-own = <b>AI。</b>为了看懂您的文字和语音，我们使用装在自己电脑上的语言模型，不会发给任何 AI 服务商。
privacy-no-model = <b>AI。</b>不用外部的 AI：您的消息由我们自己的程序来读，不会发给任何 AI 服务商。语音由真人来听。
privacy-rights = <b>您的权利。</b>/mydata 把关于您的全部记录发给您，/forget 全部删除。想问真人，请发 /human。
privacy-contact = <b>负责方。</b>{ $details }

mydata-here = 这个文件里是我们保存的关于您的全部内容，用任何文本编辑器都能打开。
mydata-just-now = 文件在 { $at } 已经发给您了。{ $again } 之后可以再要一份。

forget-crew = 你是工作室的人：先把你的 ID 从设置里拿掉（FOUNDER_IDS、TEAM_IDS），再发一次 /forget，就会删除你的资料。
forget-ask = 要让 { $shop } 删除您的全部资料吗？您的名字、在这里写的一切、脑图和报价都会永久销毁，我们这里也无法再读。尚未谈妥的项目会关闭。
forget-stays-number = 会留下：不带名字的项目号和金额，记在 { $pseudonym } 名下。
forget-stays-money = 会留下：项目号和账上的付款记录，因为法律要求保存账目。它们记在 { $pseudonym } 名下，不带您的名字。
forget-stays-agreed = 已谈妥的{ $count ->
   *[other] 项目
    }（{ $leads } 号）会以项目号保留，直到创始人关闭。
forget-stays-friend = 您的链接会失效。通过它来的人仍算在 { $pseudonym } 名下。
forget-owed = <b>我们还欠您 { $amount }。</b>最好先让我们付清：发 /human。或者记下 { $pseudonym }，以后凭它仍可领取。
forget-claim = <b>我们还欠您 { $amount }。</b>请记下 { $pseudonym }：我们不再知道您的名字，凭这个编号可以领取。
forget-deposit = <b>您的定金 { $amount } 还在我们这里。</b>请记下 { $pseudonym }，凭这个编号可以退还或抵扣。
forget-chats = 这个聊天里的消息在您自己的 Telegram 里，请在那里删除聊天。我们的人在 Telegram 里看过的，会留在他们的聊天里，直到他们删除。备份里也可能还有，备份删除后才会消失。
forget-button-yes = 删除我的资料
forget-button-no = 先不删
forget-kept = 一切照旧。
forget-notice = 已全部删除
forget-done = 好了，您的资料已经全部删除。
forget-again = 谢谢您的信任。以后再来，我们就当初次见面，从头开始。

forgotten-founder = 🗑 有客户要求删除资料：{ $leads } 号{ $count ->
   *[other] 项目
    }。对方写的内容、名字和报价都已销毁。你在别处留的，也请删掉。
forgotten-founder-agreed = 其中已谈妥的：{ $leads } 号，先不关闭，以防已签合同。凭项目号仍可用 /won 和 /paid，要关闭用 /lost。
forgotten-founder-owed = 🗑 一位介绍过客户的人已删除资料。我们还欠对方 { $amount }；对方可凭 { $pseudonym } 领取。
forgotten-founder-deposit = { $lead } 号项目的定金 { $amount } 还没有退还或抵扣，对方凭 { $pseudonym } 可以要求处理。
forgotten-card = 🗑 这位客户的资料已删除。
forgotten-silently = 🗑 今天删除了 { $count } 位联系人的资料，因为已经 { $days } 天没有音讯。
clock-jumped = 🕰 服务器的时钟显示今天是 { $today }，距我上次查看已有 { $days } 天。如果我确实停了这么久，或者恢复过备份，那就没有问题；否则请检查一下时钟。稳妥起见，在时钟连续正常走满 { $steady } 天之前，我不会因为没有音讯而删除任何人的资料。
name-forgotten-client = 资料已删除的客户
name-forgotten-friend = 资料已删除的介绍人 { $pseudonym }
name-forgotten = 某人（资料已删除）
