# 报表：全貌、列表、单个项目，以及客户自己的进展。

command-pipeline = 一张图看全部项目
command-lead = 一个项目的全部情况
command-leads = 项目列表，可按阶段
command-aside = 没办成的事，可重试
command-status = 您的项目进展

lead-untitled = 尚无标题
pipeline-caption = { $open ->
    [0] <b>没有进行中的项目。</b>
   *[other] <b>{ $open } 个进行中的项目。</b>
}
pipeline-waits = 等您处理：
    { $lines }
pipeline-nothing-waits = 没有等您处理的事。
pipeline-to-decide = { $count } 条待审批（{ $leads } 号项目）
pipeline-verdicts = { $count } 个已付款的试做待定（{ $leads } 号项目）
pipeline-to-answer = { $count } 位客户在等人回复（{ $leads } 号项目）

leads-title = <b>项目：{ $count } 个</b>
leads-none = 这里没有项目。
leads-line = <b>{ $lead }</b> · { $client } · { $title } · { $stage }，自{ $since }
leads-unknown-stage = 没有“{ $words }”这个阶段。
leads-stages = 可用的阶段，例如 <code>/leads quoted</code>：
    { $lines }
leads-stage = <code>{ $id }</code>：{ $stage }，{ $count } 条

lead-head = <b>{ $lead } 号项目 · { $title }</b>
    { $client }，使用 { $language }
    { $stage }，自{ $since }；始于{ $created }
lead-reason = 原因：{ $reason }
lead-reason-client = 客户取消了项目
lead-reason-forgotten = 客户的资料已删除
lead-friend = 由 { $friend } 介绍（{ $percent } %）
lead-friend-private = 由 { $friend } 介绍（{ $percent } %）；客户不公开进展
lead-no-friend = 这位客户不是别人介绍的。
lead-brief = <b>已知情况</b>
    { $lines }
lead-brief-empty = 对项目还一无所知。
lead-quotes = <b>报价</b>
    { $lines }
lead-quote = { $number }，{ $created }：{ $state }
lead-quote-price = { $number }，{ $created }：{ $state }，{ $price }
lead-quote-founder-price = { $number }，{ $created }：{ $state }，{ $price }（创始人定价）
quote-state-waiting = 等创始人审批
quote-state-approved = 已批准
quote-state-accepted = 客户已接受
quote-state-superseded = 已被替换
quote-state-declined = 已谢绝
quote-state-expired = 已过期
lead-promises = <b>已告诉客户的</b>
    { $lines }
lead-promise = { $kind }，期限 { $due }：{ $state }
lead-promise-review = 创始人核对价格
lead-promise-answer = 有人回复
lead-promise-other = 一项承诺
lead-promise-open = 未到期
lead-promise-late = 已逾期
lead-promise-kept = 已兑现
lead-promise-kept-late = 已兑现，但迟了
lead-promise-released = 已不再需要
lead-told-quote = 报价 { $number }：{ $price }，有效期至{ $until }
lead-told-trial = 试做 { $amount }
lead-told-other = { $day }作过一项承诺
lead-money = <b>款项</b>
    { $lines }
lead-signed = 签约价：{ $amount }
lead-paid = { $day }付款：{ $amount }
lead-refunded = { $day }退款：{ $amount }
lead-deposit = 持有试做定金：{ $amount }
lead-commission = 介绍人的佣金：{ $amount }
lead-waits-for-human = 🙋 在等人回复，承诺期限 { $due }。
lead-with-human = 💬 { $name } 正在与客户沟通。
lead-last-words = <b>最近的话</b>
    { $lines }
lead-said-client = 客户：{ $words }
lead-said-bot = 机器人：{ $words }
lead-said-human = 我们：{ $words }
lead-button-take-over = 🙋 接手
lead-button-give-back = 交还给机器人
lead-button-card = 待审批的卡片

status-none = 您还没有项目。用您自己的话告诉我就行。
status-crew = 用 /pipeline 和 /leads 看我们的项目；/status 是给客户用的。
status-lead = <b>项目 { $lead } · { $title }</b>
    { $stage }
status-due = 最迟 { $due } 您会收到我们的消息。
status-overdue = 您本该在 { $due } 之前收到我们的消息。我们迟了，很抱歉；用 /human 可以找人。
status-listening = 我们在听。请继续说，或随时让我开始绘制。
status-drafting = 我们正在画您的脑图，之后创始人会核对价格。
status-reviewing = 脑图已画好，创始人正在亲自核对价格。
status-quoted = 报价已在您手里。下一步由您决定：接受、讨论、修改，或暂时不做。
status-paused = 按您的意思先放一放。想继续时在这里写给我就行。
status-agreed = 您想继续推进。我们的同事会与您谈清还没定的问题，然后确定最终价格。
status-trial-offered = 我们向您提议了试做，下一步由您决定。
status-trial-agreed = 您同意了试做，定金到账后开始。
status-trial-paid = 试做正在进行。项目能不能做，会在这里告诉您。
status-won = 定下来了，我们一起合作。🎉
status-lost = 这个项目已结束。用 /new 开始新的。
status-declined = 这个项目我们没能接下。用 /new 开始新的。
status-with-waiting = 已经叫了同事，会在这里回复您。
status-with-human = 我们的同事正在这里与您沟通。

aside-none = ✅ 目前没有搁置的事。正在重试的若又没办成，会再列在这里。
aside-title = <b>搁置：{ $count } 件</b>
    这些没有办成：可以再试一次，也可以放弃。
aside-many = 超过 { $count }
aside-line = <b>{ $number }</b> · { $what } · { $whose } · { $at }
    { $attempts ->
        [0] 原因：{ $why }
       *[other] 试过 { $attempts } 次；{ $why }
    }
aside-more = 另有 { $count } 件更早的，处理完这些就会显示。
aside-older = 还有更早的，处理完这些就会显示。
aside-in = { $kind ->
    [message] 收到的一条消息
    [edited_message] 收到的一次修改
    [callback_query] 一次按钮点击
    [my_chat_member] 机器人被屏蔽、加入或移出的通知
   *[other] 收到的一条更新（类型“{ $kind }”）
}（编号 { $update }）
aside-in-unreadable = 一条读不懂的更新（类型“{ $kind }”，编号 { $update }）
aside-out = { $kind ->
    [Say] 要发出的一条消息
    [Copy] 要转交的一个文件或一条消息
    [Edit] 对一条消息的更改
    [OpenTopic] 要新开的一个话题
   *[other] 对话里的一点收尾
}
aside-job = { $kind ->
    [answer] 阅读客户的话
    [draft] 画脑图
    [revise] 修改脑图
    [summarise] 人工接待的摘要
    [translate] 一段翻译
    [transcribe] 听一条语音
   *[other] 一个提醒
}
aside-picture = 一张图没画成，文字照常发出
aside-lead = { $client }，{ $lead } 号项目
aside-group = 团队群
given-up-refused = Telegram 拒收（{ $words }）
given-up-away = Telegram 没有接收，而其他消息都正常（{ $words }）
given-up-late = Telegram 整整一天都没有把文件给我
given-up-fault = 我这边出错（{ $words }）
given-up-unreadable = 我读不懂（{ $words }）
given-up-model = 语言模型没有给出能用的回答（{ $words }）
given-up-unfinished = 开始了好几次，一直没有做完
given-up-unknown = 我现在的版本不认识这类任务
given-up-damaged = 这一行在数据库文件里损坏了，备份里也许还有
aside-button-again = ↻ { $number } 再试
aside-button-let-go = ✕ { $number } 放弃
aside-button-again-all = ↻ 这 { $number } 件都再试
aside-button-let-go-all = ✕ 这 { $number } 件都放弃
notice-aside-again = 正在重试
notice-aside-let-go = 已放弃
refused-aside-over = 这一件已不在搁置之列。/aside 可看现有的。
