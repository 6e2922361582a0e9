# Words on pictures and in the PDF. Plain text: no markup here.

picture-must = Needed
picture-should = Important
picture-could = Nice to have
picture-assumed = Our assumption
picture-feature-days = { $likely } d ({ $low }–{ $high })
picture-feature-days-exact = { $likely } d
picture-days = { $low }–{ $high } person-days, likely { $likely }
picture-days-exact = { $likely } person-days
picture-weeks = about { $low }–{ $high } weeks of work
picture-weeks-exact = { $weeks ->
    [one] about one week of work
   *[other] about { $weeks } weeks of work
}

picture-quote = Quote
picture-number = No.
picture-date = Date
picture-valid-until = Valid until
picture-prepared-for = Prepared for
picture-prepared-by = Prepared by
picture-scope = What it covers
picture-price-range = Price range
picture-low = Low
picture-likely = Likely
picture-high = High
picture-what-it-means = What this range means
picture-assumptions = What we assumed
picture-exclusions = Not included
picture-open-questions = Open questions
picture-next-step = Next step
picture-page = Page
picture-of = of
picture-by-founder = Set by the founder
picture-note-early = This is an early estimate; the final price is fixed before we start.
picture-note-proven = About 8 in 10 such projects end inside this range and about 1 in 10 above it. This rests on { $closed } closed projects of ours. The final price is fixed before we start.
picture-note-founder = The founder set this price personally. The final price is fixed before we start.
picture-next-step-text = If you want to go ahead on this scope, press “Accept” in our chat. A person then talks through the open questions with you, and the final price is fixed before we start.

picture-pipeline = Pipeline
picture-count-label = { $count ->
    [one] lead
   *[other] leads
}
picture-oldest = oldest
picture-age = { $days ->
    [0] since today
    [one] 1 day
   *[other] { $days } days
}
picture-open-leads = { $count ->
    [0] No open leads
    [one] { $count } open lead
   *[other] { $count } open leads
}
picture-stage-listening = Telling us
picture-stage-drafting = Being drawn
picture-stage-reviewing = To be approved
picture-stage-quoted = Quoted
picture-stage-paused = Not now
picture-stage-agreed = Wants to go ahead
picture-stage-trial_offered = Trial offered
picture-stage-trial_agreed = Trial accepted
picture-stage-trial_paid = Trial paid
picture-stage-won = Won
picture-stage-lost = Lost
picture-stage-declined = Declined by us
