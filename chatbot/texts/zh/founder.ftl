# What founders read: cards, edits, decisions.

greeting-founder = { $name }，你好！你是 <b>{ $shop }</b> 的创始人。{ $waiting ->
    [0] 目前没有等你审批的报价。
   *[other] 有 { $waiting } 份报价等你审批。
    }每份报价都先给你看，再给客户。/pipeline 看项目进展，/help 看能做什么。
greeting-team = { $name }，你好！你是 <b>{ $shop }</b> 的团队成员。客户想和真人聊时，我会来找你；回复转给你的消息，就会发给客户。其他的看 /help。

card-map = { $lead } 号项目 · 第 { $version } 版
card-title = <b>{ $lead } 号项目 · { $client }</b>
    报价单 { $number }，第 { $version } 版
card-referred = 🤝 { $friend } 介绍来的
card-not-referred = 没有介绍人
card-concern = ⚠️ <b>这类项目我们通常不接：</b>{ $concern }
    没有估价。
card-price = 💰 <b>{ $price }</b>，预计 { $likely }
    { $days_low }–{ $days_high } 人天，预计 { $days_likely } · { $weeks_low }–{ $weeks_high } 周
card-price-founder = 💰 <b>{ $price }</b>，你定的区间
    估算：{ $computed } · { $days_low }–{ $days_high } 人天，预计 { $days_likely } · { $weeks_low }–{ $weeks_high } 周
card-no-budget = 预算：没说
card-budget-unread = 预算（原话）：{ $said }
card-budget-no-rate = 预算（原话）：{ $said }。设置里没有这个币种的汇率，所以没有比较。
card-budget-below = ⚠️ 预算（原话）：{ $said }，低于报价区间。
card-budget-within = 预算（原话）：{ $said }，与报价区间有重合。
card-budget-above = 预算（原话）：{ $said }，高于报价区间。
card-budget-converted = { $said }（{ $amount }）
card-deadline = 期限（原话）：{ $deadline }
card-risks = <b>风险</b>
    { $items }
card-assumed = <b>我们的假设</b>
    { $items }
card-questions = <b>待确认的问题</b>
    { $items }
card-exclusions = <b>不包含</b>
    { $items }
card-fallback = ⚠️ 模型没有回应，或因是新客户而没有动用模型；这张脑图是按内置目录画的。
card-odd-effort = ⚠️ <b>工作量异常</b>（预计人天），请再看一眼：
    { $items }
card-added-words = ⚠️ <b>给客户看的文字</b>里有客户和你都没写过的金额、链接或 @用户名，批准前请先预览：
    { $items }
card-added-for-founder = ⚠️ <b>写给你的文字</b>里有双方都没写过的金额、链接、命令或 @ 名称，请勿点按：
    { $items }
card-history = { $closed ->
    [0] 这个区间还没有已完成的项目作依据。
   *[other] 这个区间的依据是 { $closed } 个已完成的项目。
    }
card-changes = <b>第 { $old } 版 → 第 { $new } 版</b>
    { $lines }
    { $before } → { $after }
card-changes-price = <b>第 { $old } 版 → 第 { $new } 版</b>：范围不变
    { $before } → { $after }
card-done-approved = ✅ { $lead } 号项目：{ $founder } 已批准报价单 { $number }，正在发给客户。
card-done-approved-away = ✅ { $lead } 号项目：{ $founder } 已批准报价单 { $number }。客户屏蔽了机器人，等对方回来再发。
card-done-declined = { $lead } 号项目：{ $founder } 已谢绝（{ $number }），也已婉转告诉客户。
card-done-asked = ❓ { $lead } 号项目：{ $founder } 先问了客户一个问题（{ $number }）。
card-done-superseded = { $lead } 号项目：{ $number } 已被新版本取代。

button-approve = ✅ 批准并发送
button-preview = 👁 预览
button-edit = ✏️ 修改
button-ask = ❓ 问客户
button-trial = 🧪 付费试做
button-decline = 谢绝
button-take-over = 🙋 接手
button-cancel = 取消

notice-approved = 已批准，正在发给 { $client }。
notice-approved-away = 已批准。{ $client } 屏蔽了机器人，等对方回来再发。
notice-preview = 预览马上就来。
notice-declined = 已谢绝。
notice-cancelled = 已取消。
preview-follows = 👁 { $client } 会收到下面的内容，一字不差：
ask-what = 想问 { $lead } 号项目的客户什么？怎么写，客户就怎么看到；不问了就发 /cancel。
asked-client = 已经问了 { $client }，收到回答后会出新的一版。
decline-why = 为什么谢绝 { $lead } 号项目？点一个理由，或者自己写：客户会看到这是你的原话。
decline-reason-full = 档期已满
decline-reason-field = 不是我们的专长
decline-reason-rules = 违法或违反他方规则
decline-reason-size = 规模不合适
declined-done = 已经答复 { $client }。
edit-what = { $lead } 号项目第 { $version } 版要改什么？直接说就行：“去掉管理后台，加上微信支付”“区间 5.5-7万”。不改了就发 /cancel。
edit-working = ✍️ 正在改……
edit-done = ✓ 改好了：第 { $version } 版
edit-nothing = “{ $words }”里没找到要改的地方。请写脑图上的分支或功能原名，或者用“区间 5.5-7万”这样的写法定价。
edit-overtaken = 这期间已经有了第 { $version } 版，请改那一版。
edit-range-dropped = 你定的区间 { $price } 属于第 { $version } 版。新版显示的是估算的区间；想再定，点“修改”后写“区间 …”。
edit-failed = { $lead } 号项目没改成，内容没有变动。请再试一次，或者换个说法。
review-late-founder = ⏰ { $lead } 号项目：说好现在该定下来了。已经告诉 { $client } 要再等一会儿。
draft-failed-founder = ⚠️ { $lead } 号项目（{ $client }）：脑图没画出来，请亲自回复客户：/lead { $lead }
scope-changes = ✏️ { $client } 想调整 { $lead } 号项目的范围，稍后给你新的一版。
not-now-founder = { $client }（{ $lead } 号项目）：先不做。原因：{ $reason }
project-dropped-founder = { $client } 放弃了 { $lead } 号项目。

refused-quote-approved = 这一版已经批准了。
refused-quote-accepted = 客户已经接受了这一版。
refused-quote-superseded = 这一版已被第 { $version } 版取代。
refused-quote-replaced = 这一版已被第 { $version } 版取代。
refused-quote-replaced-soon = 这一版已被第 { $version } 版取代，创始人核准后马上发给您。
refused-quote-waiting = 创始人还没有对这一版做决定。
refused-quote-declined = 这一版已经谢绝了。
refused-quote-expired = 这一版已过有效期。
refused-no-price = 这一版没有价格可以批准。
refused-terms-changed = 这一版做好之后，工作室的信息或条款有变动。请点“修改”，出新的一版。
refused-range = 没看懂这个区间。请写成“区间 5.5-7万”这样，用工作室的币种。
refused-range-small = 这个区间比一个价格单位（{ $step }）还小，是不是漏了“万”？请写成“区间 5.5-7万”。
refused-text-only = 请用文字写给我。
card-written = <b>客户后来写的</b>
    { $items }
card-credited = 试做定金 { $amount } 已抵入价格，报价里会告诉客户。
card-language-unread = ⚠️ 客户用的语言，内置目录读不懂。请你自己看看原话，/lead 里都有。
edit-ignored = 这几句没有引起改动：
    { $items }
    图上没有的删不掉，已经有的也不用再加。
refused-words-wait = 客户刚刚又写了内容，正在处理。请稍等片刻再看一眼。
