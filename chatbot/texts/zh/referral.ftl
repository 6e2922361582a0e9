# 推荐客户的朋友所看到的，以及客户看到的与朋友有关的内容。

command-refer = 您的专属链接
command-referrals = 您介绍的客户
command-earnings = 您的收益

refer-intro = <b>你的专属链接</b>
    { $link }

    通过它找到我们并成交的客户都算你介绍的：对方每次付款，你可得其中的 { $percent } %，这是我们的谢礼，客户的价格不变。有人打开链接后，{ $days } 天内新开始的项目都算你的。

    下一条消息可以直接转发。用 /referrals 看进展，用 /earnings 看收益。
refer-forward = 想做一个软件项目？{ $shop } 免费为您画功能脑图，并给出实在的价格区间。用您自己的话告诉机器人就行：{ $link }
refer-button-share = 分享链接

referral-brought = 您是由 { $name } 介绍到 { $shop } 的。如果我们合作，{ $name } 会得到我们的一份谢礼，您的价格不变。{ $name } 只会知道进展到哪一步，看不到您写的内容，也看不到您的报价。
referral-own-code = 这是您自己的链接，只对朋友有效。一切照旧。
referral-unknown-code = 我不认识这个链接，可能少了一个字符。不过仍然欢迎您。
referral-crew = 您是我们自己人，朋友的链接对您不起作用。
referral-same = 您已经通过 { $name } 的链接来到这里，一切照旧。
referral-first-counts = 您最早是通过 { $name } 的链接来的，以第一个为准，一切照旧。
referral-client-already = 在打开这个链接之前您就是我们的客户了，所以它不改变什么。
referral-receipt = 🤝 有人打开你的链接找到了我们。如果合作，对方付款的 { $percent } % 归你，这个比例已锁定，适用于 { $until } 之前开始的项目。每一步我都会告诉你；用 /referrals 可以看全部。
referral-button-private = 不让对方知道
referral-button-share = 重新分享进展
referral-kept-private = 好的：{ $name } 不会再知道进展。如果我们合作，{ $name } 仍会收到自己的谢礼通知，但看不到您的名字和价格。
referral-kept-private-notice = 已设为不公开
referral-shared = 好的：{ $name } 又可以知道进展了，但看不到您写的内容和报价。
referral-shared-notice = 已重新分享
referral-someone = 某位客户（不公开）

referral-news-talked = 👋 { $name } 已经向我们介绍了项目。谢谢你的引荐！
referral-news-quoted = 📄 { $name } 已收到我们的脑图和价格区间。
referral-news-agreed = 🙌 { $name } 想继续推进，我们的同事正在与对方沟通。
referral-news-won = 🎉 定下来了：我们与 { $name } 合作。对方每次付款，你都会得到你的那一份。
referral-news-paid = 💰 收到 { $name } 的一笔付款。你的佣金：<b>{ $commission }</b>。用 /earnings 看全部。
referral-news-refunded = ↩️ 我们退还了 { $name } 的一部分付款，你的佣金相应减少 { $commission }。用 /earnings 看全部。
referral-news-lost = 我们与 { $name } 这次没有合作。仍然谢谢你的引荐。

referrals-title = <b>你为我们介绍了 { $count } 位客户</b>
referrals-none = 你还没有介绍客户。用 /refer 获取你的链接。
referrals-line = <b>{ $name }</b>：{ $stage }（自{ $since }起）
referrals-line-more = <b>{ $name }</b>：{ $stage }（自{ $since }起）；另有 { $count } 个项目
referrals-line-private = { $name }，{ $since }加入
referral-stage-opened = 打开了你的链接
referral-stage-listening = 正在介绍项目
referral-stage-drafting = 我们正在画脑图
referral-stage-reviewing = 创始人正在核对价格
referral-stage-quoted = 已收到报价
referral-stage-paused = 暂时放一放
referral-stage-agreed = 想继续推进
referral-stage-trial_offered = 正在考虑试做
referral-stage-trial_agreed = 已同意试做
referral-stage-trial_paid = 试做进行中
referral-stage-won = 已经合作 🎉
referral-stage-lost = 没有成交
referral-stage-declined = 不适合我们做

earnings-title = <b>你已获得 { $balance }</b>
earnings-none = 你还没有收益。从你介绍的客户第一次付款起就会有。
earnings-line-earned = { $day } · 项目 { $lead } · 付款佣金 · <b>+{ $amount }</b>
earnings-line-back = { $day } · 项目 { $lead } · 退款后扣回 · −{ $amount }
earnings-terms = 新介绍的客户，佣金为其付款的 { $percent } %；每位客户的比例以其到来时为准，不再改变。佣金由 { $shop } 支付，创始人会亲自与你结算。

list-of-lines = { $lines }
list-and-more = ……还有 { $count } 项
