# What founders read: cards, edits, decisions.

greeting-founder = Hello { $name }, you are a founder of <b>{ $shop }</b> here. { $waiting ->
    [0] Nothing waits for your approval.
    [one] One quote waits for your approval.
   *[other] { $waiting } quotes wait for your approval.
    } I bring you every quote before a client sees it. /pipeline shows where things stand, /help what you can do.
greeting-team = Hello { $name }, you are on the team of <b>{ $shop }</b>. When a client wants to talk to a person, I bring it to you; reply to a relayed message and it goes to the client. /help tells the rest.

card-map = Lead { $lead } · version { $version }
card-title = <b>Lead { $lead } · { $client }</b>
    Quote { $number }, version { $version }
card-referred = 🤝 Sent by { $friend }
card-not-referred = Came without a referral
card-concern = ⚠️ <b>We would normally decline this:</b> { $concern }
    No price was worked out.
card-price = 💰 <b>{ $price }</b>, likely { $likely }
    { $days_low }–{ $days_high } person-days, likely { $days_likely } · { $weeks_low }–{ $weeks_high } weeks
card-price-founder = 💰 <b>{ $price }</b>, your own range
    Computed: { $computed } · { $days_low }–{ $days_high } person-days, likely { $days_likely } · { $weeks_low }–{ $weeks_high } weeks
card-no-budget = Budget: not said
card-budget-unread = Budget, as said: { $said }
card-budget-no-rate = Budget, as said: { $said }. There is no exchange rate for it in the settings, so it was not compared.
card-budget-below = ⚠️ Budget { $said } lies below the range.
card-budget-within = Budget { $said } overlaps the range.
card-budget-above = Budget { $said } lies above the range.
card-budget-converted = { $said } ({ $amount })
card-deadline = Deadline, as said: { $deadline }
card-risks = <b>Risks</b>
    { $items }
card-assumed = <b>Assumed</b>
    { $items }
card-questions = <b>Open questions</b>
    { $items }
card-exclusions = <b>Not included</b>
    { $items }
card-fallback = ⚠️ The model did not answer, or was spared because this client is new; this map is the built-in catalogue's.
card-odd-effort = ⚠️ <b>Unusual effort</b> (likely person-days), please look twice:
    { $items }
card-added-words = ⚠️ <b>Words for the client</b> with an amount, a link or an @name that neither of you wrote. Look at the preview before you approve:
    { $items }
card-added-for-founder = ⚠️ <b>Words for you</b> with an amount, a link, a command or an @name that neither of you wrote. Press nothing in them:
    { $items }
card-history = { $closed ->
    [0] No closed project stands behind this range yet.
    [one] One closed project stands behind this range.
   *[other] { $closed } closed projects stand behind this range.
    }
card-changes = <b>Version { $old } → { $new }</b>
    { $lines }
    { $before } → { $after }
card-changes-price = <b>Version { $old } → { $new }</b>: scope unchanged
    { $before } → { $after }
card-done-approved = ✅ Lead { $lead }: { $founder } approved quote { $number }, which is on its way to the client.
card-done-approved-away = ✅ Lead { $lead }: { $founder } approved quote { $number }, which goes out when the client comes back: they have blocked the bot.
card-done-declined = Lead { $lead }: { $founder } declined ({ $number }). The client has a kind answer.
card-done-asked = ❓ Lead { $lead }: { $founder } asked the client something first ({ $number }).
card-done-superseded = Lead { $lead }: { $number } was replaced by a later version.

button-approve = ✅ Approve & send
button-preview = 👁 Preview
button-edit = ✏️ Edit
button-ask = ❓ Ask the client
button-trial = 🧪 Trial deposit
button-decline = Decline
button-take-over = 🙋 Take over
button-cancel = Cancel

notice-approved = Approved, on its way to { $client }.
notice-approved-away = Approved. { $client } has blocked the bot; it goes out when they come back.
notice-preview = The preview follows.
notice-declined = Declined.
notice-cancelled = Cancelled.
preview-follows = 👁 This is what { $client } would get, word for word:
ask-what = What would you like to ask the client of lead { $lead }? Write it as you want it read; /cancel drops it.
asked-client = { $client } has your question. The answer leads to a new draft.
decline-why = Why do we decline lead { $lead }? Tap a reason, or write it in your own words: the client will read them as yours.
decline-reason-full = We are fully booked
decline-reason-field = Not our field
decline-reason-rules = Against the law or the rules of others
decline-reason-size = Not the right size for us
declined-done = { $client } has your answer.
edit-what = What should change in version { $version } of lead { $lead }? Plain words are fine: “drop the admin panel, add WeChat Pay”, “range 55-70k”. /cancel drops it.
edit-working = ✍️ Working on it …
edit-done = ✓ Done: version { $version }
edit-nothing = I could not find anything to change in “{ $words }”. Name a branch or a feature as it stands on the map, or a price as “range 55-70k”.
edit-overtaken = Meanwhile there is a version { $version }; please edit that one.
edit-range-dropped = Your own range { $price } belonged to version { $version }. The new version shows the computed one; write “range …” under Edit to set yours again.
edit-failed = I could not carry out your edit of lead { $lead }. Nothing was changed; please try again, or use other words.
review-late-founder = ⏰ Lead { $lead }: you were to decide by now. { $client } has been told that it takes a little longer.
draft-failed-founder = ⚠️ Lead { $lead } ({ $client }): no mind map could be drawn. Please answer the client yourself: /lead { $lead }
scope-changes = ✏️ { $client } wants to change the scope of lead { $lead }. A new version will come to you.
not-now-founder = { $client } (lead { $lead }): not now. Reason: { $reason }
project-dropped-founder = { $client } has dropped lead { $lead }.

refused-quote-approved = This version has been approved already.
refused-quote-accepted = The client has accepted this version already.
refused-quote-superseded = This was replaced by version { $version }.
refused-quote-replaced = This was replaced by version { $version }.
refused-quote-replaced-soon = This was replaced by version { $version }, which you get as soon as the founder has approved it.
refused-quote-waiting = The founder has not decided on this version yet.
refused-quote-declined = This version was declined.
refused-quote-expired = This version has expired.
refused-no-price = There is no price to approve in this version.
refused-terms-changed = The shop's details or terms have changed since this version was made. Please press Edit and make a new version.
refused-range = I could not read that range. Write it like “range 55-70k”, in the shop's currency.
refused-range-small = That range is smaller than one price step ({ $step }). Did you mean thousands? Write “range 55-70k”.
refused-text-only = Please write it as text.
card-written = <b>The client has written since</b>
    { $items }
card-credited = The trial deposit of { $amount } is credited to the price; the client reads it in the quote.
card-language-unread = ⚠️ The client writes in a language that the built-in catalogue does not read. Please read the words yourself: /lead shows them.
edit-ignored = These words changed nothing:
    { $items }
    What is not on the map cannot be dropped, and what is there need not be added.
refused-words-wait = The client has just written something more, and it is being read. Please look once more in a moment.
