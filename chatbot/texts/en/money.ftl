# Bookings and trials: the founders' cards, and what clients hear of them.

command-won = A lead is signed
command-lost = A lead is lost
command-paid = Book a payment
command-refund = Book a refund
command-took = Days a project really took

money-usage-won = <code>/won 12 68000</code>: lead 12 was signed at 68,000.
money-usage-lost = <code>/lost 12 chose another team</code>: lead 12 is lost, and why.
money-usage-paid = <code>/paid 12 20000</code>: lead 12 paid 20,000.
money-usage-refund = <code>/refund 12 5000 design was dropped</code>: lead 12 gets 5,000 back, and why.
money-usage-took = <code>/took 12 75</code>: lead 12 really took 75 person-days.
money-usage-lead = <code>/lead 12</code>: all about lead 12.
money-no-number = Which lead? Write its number first. { $usage }
money-no-amount = How much? Write the amount behind lead { $lead }. { $usage }
money-amount-unclear = I can't read “{ $words }” as an amount in { $currency }, so nothing was booked. Write it in digits. { $usage }
money-amount-not-above-zero = “{ $words }” is not above zero, so nothing was booked. An amount is more than that. { $usage }
money-amount-too-fine = “{ $words }” has too many decimals, so nothing was booked: { $currency } has { $digits ->
    [0] no decimals
   *[other] { $digits } decimals at most
}. { $usage }
money-amount-too-large = “{ $words }” is too large for an amount, so nothing was booked. Is there a digit too many? { $usage }
money-no-reason = Please add the reason for lead { $lead } in a few words. { $usage }
money-days-unclear = How many person-days did lead { $lead } take? Write a number above zero, up to { $most }. { $usage }
money-refused-won = Lead { $lead } stands at “{ $stage }”, so it can't be signed now. Nothing was booked.
money-refused-lost = Lead { $lead } stands at “{ $stage }”, so it can't be closed as lost now. Nothing was booked.
money-refused-paid = Lead { $lead } stands at “{ $stage }”. A payment can be booked once it is won (/won), or as the deposit of a trial that the client accepted. Nothing was booked.
money-refused-refund = Lead { $lead } stands at “{ $stage }”, so nothing can be refunded now.
money-refused-took = Lead { $lead } stands at “{ $stage }”. What it took can be noted once it is won.
money-nothing-paid = Nothing has been paid for lead { $lead } that could be refunded.
money-refund-too-much = Lead { $lead } has { $paid } to give back at most; { $amount } is more than that. Nothing was booked.
money-took-no-quote = Lead { $lead } never had an estimate of ours, so there is nothing to compare.
took-noted = Noted: lead { $lead } took { $days } person-days; quote { $number } had said { $low }–{ $high }. { $closed ->
    [one] One closed project now teaches the estimates.
   *[other] { $closed } closed projects now teach the estimates.
}

booking-won = ✍️ <b>Sign lead { $lead }?</b>
    { $client } · { $title }
    Signed price: <b>{ $amount }</b>
booking-lost = <b>Close lead { $lead } as lost?</b>
    { $client } · { $title }
booking-paid = 💰 <b>Book a payment for lead { $lead }?</b>
    { $client } · { $title }
    Amount: <b>{ $amount }</b>
booking-deposit = 💰 <b>Book the trial deposit of lead { $lead }?</b>
    { $client } · { $title }
    Amount: <b>{ $amount }</b>
booking-refund = ↩️ <b>Book a refund for lead { $lead }?</b>
    { $client } · { $title }
    Amount: <b>{ $amount }</b>
booking-reason = Reason: { $reason }
booking-commission = Commission for { $friend }: <b>{ $amount }</b>
booking-commission-back = Commission taken back from { $friend }: <b>{ $amount }</b>
booking-commission-later = Commission now: none. { $friend } earns with each payment, { $amount } on the whole price.
booking-commission-trial = Commission: none. { $friend } earns on a trial only once it is credited to the price.
booking-commission-none = Commission: none changes for { $friend }.
booking-commission-nobody = Commission: none, nobody referred this client.
booking-so-far = Paid with this: { $paid } of { $signed }.
booking-same-lately = ⚠️ The same amount was booked for this lead in the last 24 hours. Book only if this is another payment.
booking-other-deposit = ⚠️ The deposit is set to { $deposit }.
booking-still-paid = { $paid } was paid and not refunded; /refund stays possible.
booking-told = Who will be told:
    { $names }
booking-told-client = { $name }, the client
booking-told-friend = { $name }, who referred
booking-told-founder = { $name }, founder
booking-told-nobody = Nobody else needs to be told.
booking-button-book = ✅ Book
booking-button-cancel = Cancel
booking-booked = Booked
booking-already-booked = This was booked already. Nothing was booked a second time.
booking-already-cancelled = This card was cancelled. Nothing was booked.
booking-cancelled = Lead { $lead }: { $founder } cancelled the card. Nothing was booked.
booking-cancelled-notice = Nothing was booked
booked-won = ✅ Lead { $lead }, { $client }: signed at <b>{ $amount }</b>. Booked by { $founder }.
booked-lost = Lead { $lead }, { $client }: closed as lost by { $founder }.
booked-paid = ✅ Lead { $lead }, { $client }: payment of <b>{ $amount }</b>. Booked by { $founder }.
booked-deposit = ✅ Lead { $lead }, { $client }: trial deposit of <b>{ $amount }</b>. Booked by { $founder }.
booked-refund = ✅ Lead { $lead }, { $client }: refund of <b>{ $amount }</b>. Booked by { $founder }.

won-client = 🎉 It's settled: { $shop } builds your project, at the agreed price of <b>{ $amount }</b>. Thank you for your trust. A person talks through the start with you here.
lost-client = We close this project here. Thank you for the time you gave it; should it come up again, or another one, { $shop } is glad to hear from you: /new.
paid-client = Thank you, your payment of <b>{ $amount }</b> has arrived. Paid so far: { $total }.
refund-client = We are sending <b>{ $amount }</b> back to you. If it has not arrived within a few days, just write here.

trial-confirm = <b>Offer a trial to { $client }?</b>
    Lead { $lead } · { $title }
    Deposit: <b>{ $amount }</b>. Credited to the price if the project is feasible, refunded if it is not.
trial-button-offer = Offer
trial-button-cancel = Cancel
trial-not-offered = Lead { $lead }: no trial was offered.
trial-only-once = Lead { $lead } has had its trial already.
trial-offered-founder = Lead { $lead }: the trial for { $amount } was offered to { $client }.
trial-offered-notice = Offered
trial-offer-client = { $founder } of { $shop } has looked at your project. Before naming a price we would like to find out whether it can be done well, in a short paid trial.

    The trial costs <b>{ $amount }</b>. If the project is feasible, this counts towards its price. If it is not, you get it back in full.
trial-button-accept = Accept the trial
trial-button-refuse = No thanks
trial-button-human = Talk to a person
trial-accepted-client = Thank you. The trial costs { $amount }; a person writes to you here about how to pay it, and then we begin. If the project is feasible, this counts towards its price; if it is not, you get it back in full.
trial-accepted-notice = Thank you
trial-accepted-founder = 🙌 { $client } accepted the trial of lead { $lead }. Tell them how to pay { $amount }. Once it is here: <code>{ $command }</code>
trial-button-take-over = 🙋 Take over
trial-refused-client = That's quite all right, no trial then. Your project stays with us. If you change your mind, tap below: the trial costs <b>{ $amount }</b>, which counts towards the price if the project is feasible and comes back to you in full if it is not.
trial-refused-notice = All right
trial-refused-founder = { $client } would rather not have a trial. Lead { $lead } is paused; its quote can still be edited.
trial-paid-client = Thank you, the deposit of <b>{ $amount }</b> has arrived. We now find out whether your project can be done well and tell you here.
trial-verdict = 🔬 The deposit of { $amount } from { $client } is booked (lead { $lead } · { $title }). When you know: is the project feasible?
trial-button-feasible = ✅ Feasible
trial-button-not-feasible = Not feasible
trial-decided-already = The trial of lead { $lead } is decided already. Nothing was changed.
trial-feasible-client = Good news: your project can be done. Your deposit of { $amount } counts towards the price. We now finish the mind map and the price range; the founder checks it before you get it.
trial-feasible-notice = Credited, and back to drafting
trial-done-feasible = ✅ Lead { $lead }: { $founder } found it feasible. The deposit is credited, the map is being drawn.
trial-why-not = Why is it not feasible? Your words go to { $client } as they are, together with the refund of { $amount }.
trial-why-not-language = The client writes in: { $language }. /cancel drops it.
trial-reason-missing = Please write the reason in words; the client is owed an honest one.
trial-not-feasible-client = We have looked closely, and we can't do this project as it should be done. The reason:

    { $reason }

    You get your deposit of <b>{ $amount }</b> back in full. Thank you for trusting { $shop } with it; should there be another project, we are glad to hear of it.
trial-done-not-feasible = Lead { $lead }: { $founder } found it not feasible. A refund of { $amount } is booked.
trial-refund-owed = { $client } has your honest word. Please send { $amount } back to them: the refund is booked.
