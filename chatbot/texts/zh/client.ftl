# What clients read. Warm, short, honest; Telegram HTML.

greeting = { $name }，您好！这里是 <b>{ $shop }</b>。
greeting-next = 跟我说说您的项目吧，想到什么说什么，写一大段或一条条发都行。我最多问几个问题，然后画一张脑图，估一个实在的价格区间。创始人亲自核对后才会发给您。这些都不收费。
greeting-back = 又见面了！上次聊的是您的 { $lead } 号项目：接着说就行；看进展用 /status，开新项目用 /new。
greeting-stored = 您在这里写的内容会保存下来，方便我们处理，详见 /privacy。换语言：/language。

heard-file = 谢谢，文件已收好，也给创始人看了。我自己看不了文件里的内容，请简单说几句重点。
heard-unreadable = 贴纸、位置、投票这些我看不懂。请用文字告诉我，或者发个文件。
heard-voice-unheard = 语音已经留给创始人了，不过我自己听不了，请把最要紧的几点写下来。
files-full = 您发来的文件已记下，不过今天不能再转交更多了。请改发链接，或用 /human 找真人。

noted-listening = 谢谢。
noted-drafting = 谢谢，记下了。脑图正在画。
noted-reviewing = 谢谢，记下了。创始人正在核对价格。
noted-quoted = 谢谢。报价就在上面，想好了点按钮就行，不着急。
noted-paused = 谢谢。报价没有变，什么时候想继续，说一声就行。
noted-agreed = 谢谢，记下了。会有同事和您细聊。
noted-trial_offered = 谢谢，记下了。上面的付费试做，您随时可以决定。
noted-trial_agreed = 谢谢，记下了。
noted-trial_paid = 谢谢，记下了。我们正在看能不能做成。
noted-won = 谢谢！我已经转给负责您项目的同事了。
noted-lost = 谢谢，我已经转达了。如果有别的项目，很乐意听您说。
noted-declined = 谢谢，我已经转达了。如果有别的项目，很乐意听您说。

question-passed-on = 这个问题得由人来答：我已经转过去了，有答复就发到这里。
question-still-open = 不着急，上面的问题您慢慢想。
nothing-yet = 我还不知道您想做什么。请用一两句话说说：要做成什么样，给谁用？
question-purpose = 您想做什么？它要帮用户解决什么问题？
question-feature = 用户要能用它做哪些事？说最重要的三到五样就够了。
question-platforms = 想在哪里用：iPhone、安卓、微信，还是网站？
question-audience = 主要给谁用？
question-design = 设计稿已经有了，还是由我们来做？
question-existing = 有没有现成的东西要对接，比如网站、系统、数据、账号？
question-deadline = 希望什么时候能做好？
question-budget = 心里有预算吗？有个大概的数，我们好安排做多少功能；“没概念”也没关系。

button-skip = 跳过
button-draft = 现在就画
button-human = 转人工
button-redo-quote = 按这个重新报价
button-new-project = 另开一个项目

progress-reading = ✍️ 正在看您说的内容……
progress-drawing = ✓ 您说的内容看完了
    ✍️ 正在画脑图、估工作量……
progress-done = ✓ 您说的内容看完了
    ✓ 脑图画好了，工作量也估好了
    👀 创始人正在核对
review-promised = 好了。每个价格创始人都会亲自核对，<b>{ $by }</b> 前给您答复。有要补充的，直接写就行。
review-late = 创始人需要的时间比我说的要长一点，很抱歉。<b>{ $by }</b> 前给您答复。
added-to-draft = 已经加上了，正在重新画。
draft-failed = 脑图没能画完。您写的都还在，创始人全都看得到，会亲自回复您。
change-noted = 这一点还没有算进您的报价，要我按这个重新做一份吗？
new-project-offer = 听起来这是另一个项目。要不要和 { $lead } 号项目分开，免得价格混在一起？
new-project = 好，另起一页：这是您的 { $lead } 号项目。您想做什么？

quote-map = “<b>{ $title }</b>”的脑图画好了。虚线框是我们的假设，有不对的请告诉我。
quote-price = <b>{ $price }</b>
    报价单 { $number }，有效期至 { $until }。
quote-means-early = 这是早期估算，最终价格会在开工前确定。
quote-means-proven = 这类项目大约每 10 个有 8 个最终落在这个区间内，约 1 个会高于它（依据是已完成的 { $closed } 个项目）。最终价格会在开工前确定。
quote-means-founder = 这个价格由创始人亲自确定。最终价格会在开工前确定。
quote-next = 点<b>接受</b>，就是说“我愿意按这个范围继续”，目前对您没有任何约束。
quote-withdrawn = 报价单 { $number } 正在修改，请等新的一版，创始人核准后马上发给您。
quote-expired = 报价单 { $number } 已过有效期，上面的价格不一定还作数。我已经请同事来和您一起看。
button-accept = ✅ 接受
button-discuss = 💬 聊一聊
button-change = ✏️ 调整范围
button-not-now = 先不做
accepted = 太好了！您愿意按报价单 { $number } 继续。接下来会有同事和您逐一聊清待确认的问题，最终价格会在开工前确定。
notice-accepted = 谢谢！
notice-accepted-already = 这份报价您已经接受了。
notice-expired = 这份报价已过有效期。
notice-human-called = 已经请同事过来了。
notice-human-here = 您已经在和真人聊了，直接写就行。
change-what = 哪里要改？直接说就行，我重新画。
not-now-why = 完全没关系，报价单 { $number } 在有效期内一直算数。方便说说是什么原因吗？点一下就行。
not-now-price = 价格
not-now-time = 时间太长
not-now-other-team = 选了别的团队
not-now-later = 以后再说
not-now-other = 其他原因
not-now-thanks = 谢谢，这对我们很有帮助。内容都会留着，什么时候想聊都可以。
notice-thanks = 谢谢！

declined = 谢谢您跟我们讲“{ $title }”。我们认真看过了，很抱歉，这个项目我们不能接。
declined-because-full = 实话说：我们的档期已经满了，接了也照顾不好。
declined-because-field = 实话说：这不是我们擅长的，交给更在行的团队，对您更好。
declined-because-rules = 实话说：这会违反法律或其他公司的规则，这样的东西我们不做。
declined-because-size = 实话说：从项目大小看，我们不是合适的团队，勉强做您也不会满意。
declined-in-words = { $founder } 说：“{ $words }”
declined-thanks = 谢谢您的信任。有别的想法，随时发 /new。
founder-asks = 创始人 <b>{ $founder }</b> 想问您：{ $question }

notice-tapped = { $text }
notice-skipped = 已跳过
refused-question-over = 这个问题已经不用答了，想补充的话直接写就行。
refused-nothing-known = 请先用一句话告诉我您想做什么。

cancel-project = 要放弃您的 { $lead } 号项目吗？
button-drop = 放弃
button-keep = 保留
project-dropped = 好的，已经放弃。谢谢您告诉我；以后想做别的，随时发 /new。
project-kept = 好的，继续保留。
quote-credited = 您付的试做定金 <b>{ $amount }</b> 会抵入这个价格。
refused-new-in-hand-off = 现在有同事在这里跟您沟通：新项目也可以直接告诉对方。等对方把对话交还给我，发 /new 就可以开始。
progress-handed = ✓ 您说的内容看完了
    👀 创始人正在看
review-promised-read = 这个项目由创始人亲自看，<b>{ $by }</b> 前给您答复。有要补充的，直接写就行。
