# For everyone: help, privacy, languages, refusals, trouble; the menus of commands.

help-client = 我是 <b>{ $shop }</b> 的助手。说说您的项目，就能得到一张脑图和一个实在的价格区间，由创始人核对，不收费。

    /new – 另开一个项目
    /status – 看进展
    /human – 转人工
    /refer – 介绍朋友，有谢礼
    /referrals、/earnings – 您的介绍和所得谢礼
    /language – 换语言
    /privacy – 保存了什么
    /mydata – 关于您的全部记录（文件）
    /forget – 删除您的全部资料
    /cancel – 取消当前操作，或放弃项目
    /id – 您的 Telegram ID
help-team = 你可以答复 <b>{ $shop }</b> 的客户；报价和钱由创始人管。

    回复转来的消息，就会发给那位客户；也可以在转人工的卡片上点<b>在这里聊</b>。
    /leads – 按阶段看项目
    /lead 12 – 看一个项目的全部情况
    /back – 把聊天交还给机器人
    /language、/privacy、/id
help-founder = <b>{ $shop }</b> 的每份报价都由你定。

    /pipeline – 项目进展图
    /leads quoted – 某个阶段的项目
    /lead 12 – 看一个项目的全部情况
    /won 12 68000 – 已签约，附价格
    /lost 12 原因 – 没成
    /paid 12 20000 – 收到一笔款
    /refund 12 5000 原因 – 退了一笔款
    /took 12 75 – 实际用了多少人天
    /back – 把聊天交还给机器人
    /aside – 没办成的事，可重试
    /refer、/referrals、/earnings – 你自己的介绍
    /language、/privacy、/id、/cancel

    要给客户写消息，回复转来的消息，或者点<b>接手</b>或<b>在这里聊</b>。
help-group = 客户每次转人工，我都会在这个群里开一个话题。在话题里写的会发给客户；卡片上的按钮可以把聊天交还给我。

language-which = 想用哪种语言聊？
language-en = English
language-zh = 中文
language-fr = Français
language-es = Español
language-set = 好的，以后我跟您说中文。您用什么语言写都可以。

id-person = 您的 Telegram ID：<code>{ $id }</code>
id-group = 您的 Telegram ID：<code>{ $id }</code>
    本群的 ID：<code>{ $chat }</code>
new-not-for-crew = 这个账号是工作室自己的。想以客户身份试试，请换一个 Telegram 账号。
human-not-for-crew = 你就是客户要找的真人。
cancelled = 已取消，刚才问的不用回答了。
nothing-to-cancel = 没有可以取消的。
edit-not-sent = 你的修改我记下了，但客户那边还是原来那条。请另发一条。
expected-not-taken = 这件事现在由创始人决定，所以我什么都没改，也什么都没发。
expected-over = 你写的没有发给任何人：关于 { $lead } 号项目的那个问题，已经不用回答了。
group-unknown = 我只在工作室自己的团队群里工作，所以先退出了。如果这就是团队群，请把 TEAM_CHAT_ID 设为 { $chat }，再拉我进来。

refused-not-allowed = 这个按钮不是给您用的。
refused-button-used = 这个按钮已经点过了。
refused-button-unknown = 这个按钮已经失效。能做什么，请看 /help。
refused-unknown-command = 没有这个命令。能做什么，请看 /help。
refused-lead-stage = 项目目前这个阶段不能这样操作。请看 /status；工作室的人请看 /lead。
refused-no-lead = 没有 { $lead } 号项目。用 /leads 看列表。
refused-forgotten = { $lead } 号项目的客户资料已删除：没有可联系的人，也没有可看的内容了。凭项目号仍可用 /paid 和 /refund。
refused-speaker = 眼下这个对话不能这样操作。
flood-slowed = 您发得比我读得快。消息我都收到了，会一条一条读完，不用重发。
trouble = 我们这边出了点问题。消息已经保存，也告诉创始人了，不用再发。
trouble-founder = ⚠️ <b>出了点问题</b>
    { $what } · { $who } · { $why }
    没有丢东西：搁置的都在 /aside 里，详情见日志。
trouble-more = ⚠️ 那一小时里另外还出了 { $count } 次问题。详情在日志里，没有丢东西。
outage-begun = ⚠️ 我的数据库现在用不了：{ $why }。没有丢东西，但修好之前谁都收不到回复；大家写的消息 Telegram 会保留 24 小时。修好后我会自己接着工作。
outage-why-locked = 被另一个程序占用
outage-why-full = 磁盘已满
outage-why-readonly = 没有写入权限
outage-why-damaged = 文件已损坏，请用 <code>chatbot restore</code> 恢复备份
outage-why-unopened = 文件打不开
outage-why-disk = 磁盘读写出错
outage-why-moved = 文件被移走或替换了
outage-over = ✅ 数据库恢复了，从 { $since } 起中断过。没有丢东西。
outage-over-long = ✅ 数据库恢复了，从 { $since } 起中断过，超过了 Telegram 保留消息的 24 小时。其间较早的消息可能没收到，请主动联系你在等回音的人。

command-start = 开始
command-help = 能做什么
command-new = 另开一个项目
command-human = 转人工
command-language = 换语言
command-privacy = 保存了什么
command-mydata = 关于您的全部记录（文件）
command-forget = 删除关于您的一切
command-cancel = 取消当前操作
command-id = 您的 Telegram ID
bot-description = { $shop }：说说您的软件项目，就能得到一张脑图和一个实在的价格区间，由创始人核对。脑图和报价都免费。
bot-short-description = 从想法到脑图，再到实在的价格区间。脑图和报价都免费。
