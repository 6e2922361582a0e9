# 人工接待：客户、团队与创始人各自看到的话。

command-back = 把对话交还机器人

# ---- 给客户 ----
hand-off-human = { $shop } 的 { $name }
hand-off-somebody = { $shop } 的同事
hand-off-accepted = { $who } 会在 <b>{ $by }</b> 前在这里联系您。在此之前您写的内容，我都会转达。
hand-off-discuss = 好的。{ $who } 会在 <b>{ $by }</b> 前在这里联系您。想聊什么，现在就可以写下来，我会转达。
hand-off-asked = 没问题。{ $who } 会在 <b>{ $by }</b> 前在这里联系您。在此之前您写的内容，我都会转达。
hand-off-taken-over = { $who } 马上会在这里给您留言。
hand-off-still-waiting = 这一点我也转达了。{ $who } 会在 <b>{ $by }</b> 前联系您。
hand-off-team-knows = 我已经告诉 { $who } 了。
hand-off-late = 抱歉，回复比我说的要晚一些。我已提醒团队；{ $who } 会在 <b>{ $by }</b> 前联系您。
hand-off-given-back = { $who } 已把对话交还给我（本店的助手）。你们谈定的内容不变。
hand-off-given-back-unanswered = { $who } 已把对话交还给我（本店的助手）。如果您仍想和真人聊，点一下按钮即可。
relay-human = 👤 <b>{ $who }</b>
relay-passed-on = 已转达。{ $who } 会在 <b>{ $by }</b> 前联系您。
relay-translated = 🌐 <i>自动翻译：</i>
    { $text }
relay-voice-unread = 抱歉，我没能听清您的语音。能否把要点写成文字？

# ---- 给团队 ----
hand-off-untitled = 尚无标题
hand-off-wanted = 🙋 <b>{ $client } 转人工</b>
hand-off-taken = 🙋 <b>{ $client }：已接手</b>
hand-off-card = { $head } · { $lead } 号项目
    { $title }
    Telegram：{ $username }
    原因：{ $reason }
    回复期限：{ $by }
hand-off-reason-accepted = 接受了报价
hand-off-reason-discuss = 想谈谈报价
hand-off-reason-asked = 要求与真人沟通
hand-off-reason-taken-over = 由我们主动接手
hand-off-summary = <b>摘要</b>
    { $summary }
hand-off-summary-fallback = <b>摘要</b>（由内置目录生成，没有用模型）
    { $summary }
hand-off-known = <b>已知信息</b>
    { $lines }
hand-off-quotes = <b>报价</b>
    { $lines }
hand-off-told = <b>还告知过客户</b>
    { $lines }
hand-off-more = ……还有 { $count } 条
hand-off-fact = { $topic }：{ $value }
hand-off-fact-assumed = { $topic }：{ $value }（假设）
hand-off-topic = { $topic ->
    [kind] 类型
    [purpose] 目的
    [audience] 用户
    [platforms] 平台
    [feature] 功能
    [integration] 对接
    [content_languages] 语言
    [design] 设计
    [existing] 已有
    [scale] 规模
    [constraint] 限制
    [deadline] 期限
    [budget] 预算
    [excluded] 不需要
   *[other] { $topic }
}
hand-off-kind = { $kind ->
    [mini_program] 小程序
    [h5] H5 页面
    [mobile_app] 手机应用
    [website] 网站
    [web_shop] 网店
    [marketplace] 交易平台
    [admin_system] 管理后台
    [ai_assistant] AI 助手
    [data_pipeline] 数据管道
    [integration] 系统对接
    [blockchain] 区块链
   *[other] { $kind }
}
hand-off-quote-told = { $number }（第 { $version } 版）：{ $price }，有效期至 { $until } · { $state }
hand-off-quote-untold = { $number }（第 { $version } 版）：{ $price } · ⚠️ 尚未批准，客户并不知道
hand-off-quote-unsent = { $number }（第 { $version } 版）：{ $price } · { $state }，未发给客户
hand-off-quote-away = { $number }（第 { $version } 版）：{ $price } · 客户屏蔽了机器人，等客户回来再发出
hand-off-quote-unpriced = { $number }（第 { $version } 版）：无价格
hand-off-quote-state = { $state ->
    [approved] 客户已收到
    [accepted] 已接受
    [superseded] 已被替换
    [declined] 已谢绝
    [expired] 已过期
   *[other] { $state }
}
hand-off-promise-what = { $kind ->
    [promise-answer] 有人回复
    [promise-review] 创始人核价完毕
   *[other] { $kind }
}
hand-off-told-trial = 试做定金：{ $amount }
hand-off-promise-open = { $by } 前{ $what }（{ $made } 告知）
hand-off-promise-late = ⚠️ { $by } 前{ $what }（{ $made } 告知）：尚未兑现
hand-off-promise-kept = ✓ { $by } 前{ $what }：已兑现
hand-off-promise-kept-late = { $by } 前{ $what }：兑现晚了
hand-off-promise-released = { $by } 前{ $what }：已不再需要
hand-off-how-topic = 在这个话题里写的内容会发给客户。从你的第一条消息起，机器人保持沉默，直到你交还对话。
hand-off-how-private = 回复转来的消息就会发给客户；也可以点<b>在这里聊</b>。从你的第一条消息起，机器人保持沉默，直到你交还对话。
hand-off-button-talk = 💬 在这里聊
hand-off-button-back = ↩️ 交还
hand-off-transcript = 📄 { $client } · { $lead } 号项目：至今的全部对话
hand-off-new-reason = 🔔 { $client } · { $lead } 号项目：{ $reason }。客户仍在由你们接待。
hand-off-late-team = ⏰ { $client } · { $lead } 号项目：无人按时回复。已改告客户 { $by }。
hand-off-late-taken = ⏰ { $client } · { $lead } 号项目：对话已接手，但还没有人给客户留言。
hand-off-given-back-team = ↩️ { $human } 已把与 { $client }（{ $lead } 号项目）的对话交还机器人。
hand-off-forgotten = { $lead } 号项目的客户资料已删除，这段对话到此结束。对方写的内容已经没有了；如果你在别处留了，也请删掉。
relay-client = 👤 <b>{ $client }</b> · { $lead } 号项目
relay-edited = 👤 <b>{ $client }</b> · { $lead } 号项目 · ✏️ 已修改
relay-answered = 💬 <b>{ $human }</b> → { $client } · { $lead } 号项目
relay-now-human = 现在由你与 { $client }（{ $lead } 号项目）对话。在你交还之前，我不会插话。
relay-blocked = 🚫 { $client }（{ $lead } 号项目）已屏蔽机器人：你的消息没有发出。
relay-file = 📎 <b>{ $client }</b> · { $lead } 号项目发来文件。回复这条消息即可亲自答复。
relay-question = ❓ <b>{ $client }</b> · { $lead } 号项目问了一个我答不了的问题。回复这条消息，答复就会发给客户。
relay-voice = 🎙 <b>{ $client }</b> · { $lead } 号项目，自动转写
relay-voice-unread-team = 🎙 { $client } · { $lead } 号项目：语音无法转写，请亲自听一下。
relay-translation-held = ⚠️ 自动翻译里多出了原文没有的金额、链接或联系方式，所以没有附上。
relay-translation-held-client = ⚠️ { $client } · { $lead } 号项目：对方收到的是原文，没有译文。自动翻译里多出了你没写的金额、链接或联系方式，所以没有附上。
hand-off-summary-held = ⚠️ 自动摘要里出现了没有人写过的链接或联系方式，所以没有附上。

talk-to-whom = 发给谁？这条消息没有发给任何人。请先选择客户，再重新写一遍；或者直接回复客户的消息。
talk-to-nobody = 这条消息没有发给任何人：目前没有客户在等人工。要联系客户，请回复转来的消息，或在报价卡片、/lead 里点<b>接手</b>。
talk-or-edit = 要改报价，请先在报价卡片上点<b>修改</b>。
talk-button-client = { $client } · { $lead } 号项目
talk-now = 💬 正在与 <b>{ $client }</b> 对话 · { $lead } 号项目
    { $title }
    你在这里写的内容都会发给客户，直到你点“停止”。之前写的没有发出。
talk-button-stop = ✋ 停止
talk-stopped = 已停止。你在这里写的内容不再发给 { $client }。
talk-taken = 🙋 { $human } 负责接待 { $client }（{ $lead } 号项目）。
talk-went-elsewhere = 这条回复发给了 <b>{ $client }</b>（{ $lead } 号项目）。
talk-only-crew = { $name }，只有本店团队成员可以在这里答复客户。您的消息没有发出。
talk-topic-closed = 这个对话已交还机器人，你的消息没有发出。要再联系 { $client }，请先接手。
talk-notice-topic = 请在团队群里{ $lead } 号项目的话题中给 { $client } 留言。
talk-notice-already = 你已经在与 { $client } 对话。
talk-notice-now = 正在与 { $client } 对话 · { $lead } 号项目
talk-notice-not-talking = 你现在没有在与 { $client } 对话。
talk-notice-stopped = 已停止
talk-notice-back = { $client } 已由机器人继续接待。
refused-no-hand-off = { $client } 本来就由机器人接待。
refused-hand-off-over = 这个按钮属于之前与 { $client } 的对话，那次已经交还。请用最新的卡片。
refused-back-nobody = 要交还哪个对话？请用 /back 回复该客户的消息，或点卡片上的“交还”。

undeliverable = ⚠️ 有一条消息没能送达（{ $who }）：{ $why }。后面的消息照常发送；这一小时内若再有送不到对方的，只列入清单，不再逐条通知。可在 /aside 查看并重发。
undeliverable-blocked = 🚫 { $client }（{ $lead } 号项目）已屏蔽机器人。在对方回来之前，什么都发不过去。
undeliverable-topic = ⚠️ 我无法在团队群里开话题。请把我设为管理员并开启“管理话题”。在此之前，人工接待会出现在群的普通聊天里；回复转来的消息即可答复客户。
undeliverable-group = ⚠️ 我无法再在团队群里发言。在我回到群里之前，人工接待会私下发给你们。
group-moved = ℹ️ 团队群已升级为超级群，新 ID 是 <code>{ $chat }</code>。我会自动在那里继续；请方便时把 TEAM_CHAT_ID 改成它。
