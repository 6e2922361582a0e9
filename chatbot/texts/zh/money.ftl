# 入账与试做：创始人的卡片，以及客户收到的话。

command-won = 项目已签约
command-lost = 项目未成交
command-paid = 记一笔付款
command-refund = 记一笔退款
command-took = 项目实际用了多少人天

money-usage-won = <code>/won 12 68000</code>：12 号项目以 68,000 签约。
money-usage-lost = <code>/lost 12 选择了别的团队</code>：12 号项目未成交及原因。
money-usage-paid = <code>/paid 12 20000</code>：12 号项目付款 20,000。
money-usage-refund = <code>/refund 12 5000 去掉了设计部分</code>：退还 12 号项目5,000 及原因。
money-usage-took = <code>/took 12 75</code>：12 号项目实际用了 75 人天。
money-usage-lead = <code>/lead 12</code>：12 号项目的全部情况。
money-no-number = 哪个项目？请先写编号。{ $usage }
money-no-amount = 多少钱？请在{ $lead } 号项目后面写金额。{ $usage }
money-amount-unclear = 我无法把“{ $words }”读成 { $currency } 金额，所以什么也没有入账。请用数字书写。{ $usage }
money-amount-not-above-zero = “{ $words }”不大于零，所以什么也没有入账。金额要大于零。{ $usage }
money-amount-too-fine = “{ $words }”的小数位太多，所以什么也没有入账：{ $currency } { $digits ->
    [0] 没有小数
   *[other] 最多 { $digits } 位小数
}。{ $usage }
money-amount-too-large = “{ $words }”作为金额太大了，所以什么也没有入账。是不是多打了几位？{ $usage }
money-no-reason = 请用几个字写明{ $lead } 号项目的原因。{ $usage }
money-days-unclear = { $lead } 号项目用了多少人天？请写一个大于零、不超过 { $most } 的数。{ $usage }
money-refused-won = { $lead } 号项目目前处于“{ $stage }”，现在不能签约。什么也没有入账。
money-refused-lost = { $lead } 号项目目前处于“{ $stage }”，现在不能记为未成交。什么也没有入账。
money-refused-paid = { $lead } 号项目目前处于“{ $stage }”。签约（/won）之后，或客户同意试做、支付定金时，才能记付款。什么也没有入账。
money-refused-refund = { $lead } 号项目目前处于“{ $stage }”，现在不能退款。
money-refused-took = { $lead } 号项目目前处于“{ $stage }”。签约之后才能记录实际用时。
money-nothing-paid = { $lead } 号项目没有可退的付款。
money-refund-too-much = { $lead } 号项目最多可退 { $paid }，{ $amount } 超过了这个数。什么也没有入账。
money-took-no-quote = { $lead } 号项目没有我们的估算，无从比较。
took-noted = 已记录：{ $lead } 号项目用了 { $days } 人天；报价 { $number } 估计为 { $low }–{ $high }。现在有 { $closed } 个已完成的项目用于校准估算。

booking-won = ✍️ <b>{ $lead } 号项目签约？</b>
    { $client } · { $title }
    签约价：<b>{ $amount }</b>
booking-lost = <b>将{ $lead } 号项目记为未成交？</b>
    { $client } · { $title }
booking-paid = 💰 <b>为{ $lead } 号项目记一笔付款？</b>
    { $client } · { $title }
    金额：<b>{ $amount }</b>
booking-deposit = 💰 <b>记录{ $lead } 号项目的试做定金？</b>
    { $client } · { $title }
    金额：<b>{ $amount }</b>
booking-refund = ↩️ <b>为{ $lead } 号项目记一笔退款？</b>
    { $client } · { $title }
    金额：<b>{ $amount }</b>
booking-reason = 原因：{ $reason }
booking-commission = { $friend } 的佣金：<b>{ $amount }</b>
booking-commission-back = 从 { $friend } 扣回佣金：<b>{ $amount }</b>
booking-commission-later = 目前没有佣金。{ $friend } 在每次付款时获得佣金，按全价计为 { $amount }。
booking-commission-trial = 没有佣金。试做定金抵入价款后，{ $friend } 才获得佣金。
booking-commission-none = { $friend } 的佣金没有变化。
booking-commission-nobody = 没有佣金，这位客户不是别人介绍的。
booking-so-far = 连同这笔已付：{ $paid }，签约价 { $signed }。
booking-same-lately = ⚠️ 最近 24 小时内这个项目记过同样的金额。确实是另一笔时再入账。
booking-other-deposit = ⚠️ 设定的定金是 { $deposit }。
booking-still-paid = 已付而未退：{ $paid }；仍可用 /refund 退款。
booking-told = 将通知：
    { $names }
booking-told-client = { $name }（客户）
booking-told-friend = { $name }（介绍人）
booking-told-founder = { $name }（创始人）
booking-told-nobody = 没有其他人需要通知。
booking-button-book = ✅ 入账
booking-button-cancel = 取消
booking-booked = 已入账
booking-already-booked = 这笔已经入账，没有重复入账。
booking-already-cancelled = 这张卡片已取消，什么也没有入账。
booking-cancelled = { $lead } 号项目：{ $founder } 取消了卡片，什么也没有入账。
booking-cancelled-notice = 没有入账
booked-won = ✅ { $lead } 号项目，{ $client }：以 <b>{ $amount }</b> 签约。由 { $founder } 入账。
booked-lost = { $lead } 号项目，{ $client }：由 { $founder } 记为未成交。
booked-paid = ✅ { $lead } 号项目，{ $client }：付款 <b>{ $amount }</b>。由 { $founder } 入账。
booked-deposit = ✅ { $lead } 号项目，{ $client }：试做定金 <b>{ $amount }</b>。由 { $founder } 入账。
booked-refund = ✅ { $lead } 号项目，{ $client }：退款 <b>{ $amount }</b>。由 { $founder } 入账。

won-client = 🎉 定下来了：{ $shop } 以约定的价格 <b>{ $amount }</b> 为您做这个项目。感谢您的信任。我们的同事会在这里与您商量如何开始。
lost-client = 这个项目我们先到这里。感谢您花的时间；以后再提起它，或有别的项目，{ $shop } 随时欢迎：/new。
paid-client = 谢谢，已收到您的付款 <b>{ $amount }</b>。目前共付 { $total }。
refund-client = 我们正在把 <b>{ $amount }</b> 退还给您。如果几天内没有到账，请在这里告诉我们。

trial-confirm = <b>向 { $client } 提议试做？</b>
    { $lead } 号项目 · { $title }
    定金：<b>{ $amount }</b>。可行则抵入价款，不可行则退还。
trial-button-offer = 提议
trial-button-cancel = 取消
trial-not-offered = { $lead } 号项目：没有提议试做。
trial-only-once = { $lead } 号项目已经做过试做。
trial-offered-founder = { $lead } 号项目：已向 { $client } 提议 { $amount } 的试做。
trial-offered-notice = 已提议
trial-offer-client = { $shop } 的 { $founder } 看过了您的项目。在报价之前，我们想先用一次短期付费试做弄清它能不能做好。

    试做费用为 <b>{ $amount }</b>。项目可行的话，这笔钱抵入价款；不可行的话，全额退还给您。
trial-button-accept = 同意试做
trial-button-refuse = 不用了
trial-button-human = 找人聊聊
trial-accepted-client = 谢谢。试做费用为 { $amount }；我们的同事会在这里告诉您如何支付，然后就开始。项目可行的话，这笔钱抵入价款；不可行的话，全额退还给您。
trial-accepted-notice = 谢谢
trial-accepted-founder = 🙌 { $client } 同意了{ $lead } 号项目的试做。请告诉对方如何支付 { $amount }。到账后：<code>{ $command }</code>
trial-button-take-over = 🙋 接手
trial-refused-client = 完全没关系，那就不做试做。您的项目我们会保留。如果改变主意，点下面的按钮就行：试做费用为 <b>{ $amount }</b>，项目可行则抵入价款，不可行则全额退还给您。
trial-refused-notice = 好的
trial-refused-founder = { $client } 不想做试做。{ $lead } 号项目暂缓，报价仍可修改。
trial-paid-client = 谢谢，定金 <b>{ $amount }</b> 已到账。我们现在来弄清您的项目能不能做好，并在这里告诉您。
trial-verdict = 🔬 { $client } 的定金 { $amount } 已入账（{ $lead } 号项目 · { $title }）。弄清之后：项目可行吗？
trial-button-feasible = ✅ 可行
trial-button-not-feasible = 不可行
trial-decided-already = { $lead } 号项目的试做已有结论，没有改动。
trial-feasible-client = 好消息：您的项目可以做。您的定金 { $amount } 抵入价款。我们现在完成脑图和价格区间，创始人核对后就发给您。
trial-feasible-notice = 已抵入价款，重新绘制
trial-done-feasible = ✅ { $lead } 号项目：{ $founder } 认为可行。定金已抵入价款，正在绘制脑图。
trial-why-not = 为什么不可行？您的话会原样发给 { $client }，并附上退款 { $amount } 的说明。
trial-why-not-language = 客户使用的语言：{ $language }。用 /cancel 放弃。
trial-reason-missing = 请用文字写明原因，客户应当得到一个实在的答复。
trial-not-feasible-client = 我们仔细看过了，这个项目我们没有办法按应有的质量完成。原因是：

    { $reason }

    您的定金 <b>{ $amount }</b> 会全额退还。感谢您信任 { $shop }；以后有别的项目，我们很乐意听您说。
trial-done-not-feasible = { $lead } 号项目：{ $founder } 认为不可行。已记退款 { $amount }。
trial-refund-owed = { $client } 已收到您的答复。请把 { $amount } 退给对方：退款已入账。
