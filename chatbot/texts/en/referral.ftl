# What friends who send clients read, and what clients read of them.

command-refer = Your personal link
command-referrals = Clients you brought
command-earnings = What you have earned

refer-intro = <b>Your personal link</b>
    { $link }

    Whoever opens it and works with us comes by you: { $percent } % of what they pay is yours, as our thank-you. Their price stays the same. Once somebody opens your link, their new projects count for you for { $days } days.

    The next message is ready to forward. /referrals shows how far things are, /earnings what you have earned.
refer-forward = Have a software project in mind? { $shop } draws you a feature mind map and names an honest price range, free of charge. Just tell the bot in your own words: { $link }
refer-button-share = Share the link

referral-brought = { $name } brought you to { $shop }. If we work together, { $name } gets a thank-you from us; your price stays the same. { $name } hears only how far things are, not what you write, and not your quote.
referral-own-code = That is your own link: it works for friends, not for yourself. Nothing has changed.
referral-unknown-code = I don't know that link, perhaps a character is missing. You are welcome all the same.
referral-crew = You belong to the shop, so a friend's link changes nothing for you.
referral-same = You are here by { $name }'s link already. All is as it was.
referral-first-counts = You first came to us by { $name }'s link, and the first one counts. All is as it was.
referral-client-already = You were our client before this link, so it changes nothing.
referral-receipt = 🤝 Somebody has opened your link and come to us. If we work together, { $percent } % of what they pay is yours; this rate is fixed. It holds for projects begun until { $until }. I tell you at each step; /referrals shows them all.
referral-button-private = Keep it private
referral-button-share = Share progress again
referral-kept-private = Done: { $name } no longer hears how far things are. Should we work together, { $name } still learns of their own thank-you, but not your name or your price.
referral-kept-private-notice = Kept private
referral-shared = Done: { $name } hears again how far things are. Not what you write, and not your quote.
referral-shared-notice = Shared again
referral-someone = someone (kept private)

referral-news-talked = 👋 { $name } has told us about a project. Thank you for the introduction!
referral-news-quoted = 📄 { $name } has received our mind map and price range.
referral-news-agreed = 🙌 { $name } wants to go ahead. A person of ours is talking with them now.
referral-news-won = 🎉 It's settled: we work with { $name }. You earn your part with each payment.
referral-news-paid = 💰 A payment has come from { $name }. Your commission: <b>{ $commission }</b>. /earnings shows everything.
referral-news-refunded = ↩️ Part of a payment went back to { $name }, and with it { $commission } of your commission. /earnings shows everything.
referral-news-lost = { $name } and we are not doing this project together. Thank you all the same for the introduction.

referrals-title = { $count ->
    [one] <b>You brought us one client</b>
   *[other] <b>You brought us { $count } clients</b>
}
referrals-none = You have not brought us anybody yet. /refer gives you your link.
referrals-line = <b>{ $name }</b>: { $stage } (since { $since })
referrals-line-more = <b>{ $name }</b>: { $stage } (since { $since }); and { $count } more { $count ->
        [one] project
       *[other] projects
    }
referrals-line-private = { $name }, here since { $since }
referral-stage-opened = opened your link
referral-stage-listening = is telling us about a project
referral-stage-drafting = we are drawing the mind map
referral-stage-reviewing = the founder is checking the price
referral-stage-quoted = has our quote
referral-stage-paused = is taking a pause
referral-stage-agreed = wants to go ahead
referral-stage-trial_offered = is thinking about a trial
referral-stage-trial_agreed = has agreed to a trial
referral-stage-trial_paid = trial under way
referral-stage-won = we work together 🎉
referral-stage-lost = did not come about
referral-stage-declined = not a project for us

earnings-title = <b>You have earned { $balance }</b>
earnings-none = You have not earned anything yet. You do from the first payment of a client you brought.
earnings-line-earned = { $day } · project { $lead } · commission on a payment · <b>+{ $amount }</b>
earnings-line-back = { $day } · project { $lead } · taken back after a refund · −{ $amount }
earnings-terms = New referrals earn { $percent } % of what the client pays; for each client the rate stays the one that held when they came. { $shop } pays it out: the founder settles it with you personally.

list-of-lines = { $lines }
list-and-more = … and { $count } more
