# Reports: the pipeline, lists, one lead, and a client's own status.

command-pipeline = All leads in one picture
command-lead = All about one lead
command-leads = Leads, by stage if you like
command-aside = What did not work, to try again
command-status = How your project stands

lead-untitled = no title yet
pipeline-caption = { $open ->
    [0] <b>No open leads.</b>
    [one] <b>One open lead.</b>
   *[other] <b>{ $open } open leads.</b>
}
pipeline-waits = Waits for you:
    { $lines }
pipeline-nothing-waits = Nothing waits for you.
pipeline-to-decide = { $count } to approve or decline (lead { $leads })
pipeline-verdicts = { $count ->
    [one] One paid trial to decide (lead { $leads })
   *[other] { $count } paid trials to decide (lead { $leads })
}
pipeline-to-answer = { $count ->
    [one] One client waiting for a person (lead { $leads })
   *[other] { $count } clients waiting for a person (lead { $leads })
}

leads-title = <b>Leads: { $count }</b>
leads-none = No leads there.
leads-line = <b>{ $lead }</b> · { $client } · { $title } · { $stage } since { $since }
leads-unknown-stage = I don't know a stage “{ $words }”.
leads-stages = The stages, as in <code>/leads quoted</code>:
    { $lines }
leads-stage = <code>{ $id }</code>: { $stage }, { $count }

lead-head = <b>Lead { $lead } · { $title }</b>
    { $client }, writes in { $language }
    { $stage } since { $since }; began { $created }
lead-reason = Reason: { $reason }
lead-reason-client = the client dropped the project
lead-reason-forgotten = the client was forgotten
lead-friend = Referred by { $friend } ({ $percent } %)
lead-friend-private = Referred by { $friend } ({ $percent } %); the client keeps it private
lead-no-friend = Nobody referred this client.
lead-brief = <b>What we know</b>
    { $lines }
lead-brief-empty = Nothing is known of the project yet.
lead-quotes = <b>Quotes</b>
    { $lines }
lead-quote = { $number }, { $created }: { $state }
lead-quote-price = { $number }, { $created }: { $state }, { $price }
lead-quote-founder-price = { $number }, { $created }: { $state }, { $price } (founder's price)
quote-state-waiting = waits for the founder
quote-state-approved = approved
quote-state-accepted = accepted by the client
quote-state-superseded = replaced
quote-state-declined = declined
quote-state-expired = expired
lead-promises = <b>What the client was told</b>
    { $lines }
lead-promise = { $kind } by { $due }: { $state }
lead-promise-review = The founder checks the price
lead-promise-answer = A person answers
lead-promise-other = A promise
lead-promise-open = open
lead-promise-late = overdue
lead-promise-kept = kept
lead-promise-kept-late = kept, late
lead-promise-released = no longer due
lead-told-quote = Quote { $number }: { $price }, valid until { $until }
lead-told-trial = Trial for { $amount }
lead-told-other = Something was promised on { $day }
lead-money = <b>Money</b>
    { $lines }
lead-signed = Signed: { $amount }
lead-paid = Paid on { $day }: { $amount }
lead-refunded = Refunded on { $day }: { $amount }
lead-deposit = Trial deposit held: { $amount }
lead-commission = Commission of the friend: { $amount }
lead-waits-for-human = 🙋 Waits for a person, promised by { $due }.
lead-with-human = 💬 { $name } is talking with the client.
lead-last-words = <b>Last words</b>
    { $lines }
lead-said-client = Client: { $words }
lead-said-bot = Bot: { $words }
lead-said-human = We: { $words }
lead-button-take-over = 🙋 Take over
lead-button-give-back = Give back to the bot
lead-button-card = The card that waits

status-none = You have no project with us yet. Just tell me about one, in your own words.
status-crew = /pipeline and /leads show the shop's projects; /status is for clients.
status-lead = <b>Project { $lead } · { $title }</b>
    { $stage }
status-due = You hear from us by { $due } at the latest.
status-overdue = You should have heard from us by { $due }. We are late and sorry; /human brings a person.
status-listening = We are listening. Tell me more, or ask for the draft whenever you like.
status-drafting = We are drawing your mind map. The founder then checks the price.
status-reviewing = Your mind map is drawn; the founder is checking the price personally.
status-quoted = You have our quote. The next step is yours: accept, discuss, change, or not now.
status-paused = It rests, as you wished. Write here whenever you want to go on.
status-agreed = You want to go ahead. A person talks through the open questions with you, then the final price is fixed.
status-trial-offered = We have offered you a trial. The next step is yours.
status-trial-agreed = You accepted the trial. It begins when the deposit has arrived.
status-trial-paid = The trial is under way. You hear here whether the project can be done.
status-won = It's settled, we work together. 🎉
status-lost = This one is closed. /new begins another.
status-declined = We could not take this one on. /new begins another.
status-with-waiting = A person has been called and answers you here.
status-with-human = You are talking with a person of ours here.

aside-none = ✅ Nothing is set aside right now. What is being tried again comes back here if it fails.
aside-title = <b>Set aside: { $count }</b>
    These did not work. Try them again, or let them go.
aside-many = more than { $count }
aside-line = <b>{ $number }</b> · { $what } · { $whose } · { $at }
    { $attempts ->
        [0] Reason: { $why }
       *[other] Attempts: { $attempts }; { $why }
    }
aside-more = { $count ->
    [one] And one older; it comes up
   *[other] And { $count } older; they come up
    } as you clear these.
aside-older = And older ones; they come up as you clear these.
aside-in = { $kind ->
    [message] A message that came in
    [edited_message] An edit that came in
    [callback_query] A press on a button
    [my_chat_member] Word that the bot was blocked, added or removed
   *[other] Something that came in, of kind “{ $kind }”
} (no. { $update })
aside-in-unreadable = An update that I cannot read, of kind “{ $kind }” (no. { $update })
aside-out = { $kind ->
    [Say] A message to be sent
    [Copy] A file or message to be passed on
    [Edit] A change to a message
    [OpenTopic] A topic to be opened
   *[other] Some tidying of a chat
}
aside-job = { $kind ->
    [answer] Reading what the client wrote
    [draft] Drawing the mind map
    [revise] Changing the mind map
    [summarise] The summary for a hand-off
    [translate] A translation
    [transcribe] Listening to a voice note
   *[other] A reminder
}
aside-picture = A picture could not be drawn; its words go without it
aside-lead = { $client }, lead { $lead }
aside-group = the team's group
given-up-refused = Telegram refused it ({ $words })
given-up-away = Telegram did not take it while it took others ({ $words })
given-up-late = Telegram did not give me the file for a whole day
given-up-fault = a fault of mine ({ $words })
given-up-unreadable = it makes no sense to me ({ $words })
given-up-model = the language model gave no usable answer ({ $words })
given-up-unfinished = it was begun several times and never came to an end
given-up-unknown = this version of mine does not know work of this kind
given-up-damaged = the row was damaged in the file; a restored backup may still have it
aside-button-again = ↻ { $number } Try again
aside-button-let-go = ✕ { $number } Let it go
aside-button-again-all = ↻ Try these { $number } again
aside-button-let-go-all = ✕ Let these { $number } go
notice-aside-again = I am trying it again
notice-aside-let-go = Let go
refused-aside-over = That one is no longer set aside. /aside shows what is.
