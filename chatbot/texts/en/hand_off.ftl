# Hand-offs: a person talks with the client; what client, team and founders see of it.

command-back = Give the chat back to the bot

# ---- to clients ----
hand-off-human = { $name } from { $shop }
hand-off-somebody = someone at { $shop }
hand-off-accepted = You will hear from { $who } right here by <b>{ $by }</b>. Whatever you write until then is passed on.
hand-off-discuss = Gladly. You will hear from { $who } right here by <b>{ $by }</b>. Tell me already now what you would like to discuss; I pass it on.
hand-off-asked = Of course. You will hear from { $who } right here by <b>{ $by }</b>. Whatever you write until then is passed on.
hand-off-taken-over = { $who } will write to you here in a moment.
hand-off-still-waiting = I have passed that on as well. You will hear from { $who } by <b>{ $by }</b>.
hand-off-team-knows = I have let { $who } know.
hand-off-late = I am sorry: the answer takes longer than I said. I have reminded the team; you will hear from { $who } by <b>{ $by }</b>.
hand-off-given-back = { $who } has given our chat back to me, the shop's assistant. What you two agreed stays as it is.
hand-off-given-back-unanswered = { $who } has given our chat back to me, the shop's assistant. If you would still like to talk to a person, one tap is enough.
relay-human = 👤 <b>{ $who }</b>
relay-passed-on = Passed on. You will hear from { $who } by <b>{ $by }</b>.
relay-translated = 🌐 <i>Automatic translation:</i>
    { $text }
relay-voice-unread = I could not make out your voice message. Could you write the most important points, please?

# ---- to the team ----
hand-off-untitled = no title yet
hand-off-wanted = 🙋 <b>{ $client } wants a person</b>
hand-off-taken = 🙋 <b>{ $client }: taken over</b>
hand-off-card = { $head } · lead { $lead }
    { $title }
    Telegram: { $username }
    Reason: { $reason }
    Answer due: { $by }
hand-off-reason-accepted = accepted the quote
hand-off-reason-discuss = wants to discuss the quote
hand-off-reason-asked = asked for a person
hand-off-reason-taken-over = taken over by the shop
hand-off-summary = <b>Summary</b>
    { $summary }
hand-off-summary-fallback = <b>Summary</b> (by the built-in catalogue, not the model)
    { $summary }
hand-off-known = <b>What is known</b>
    { $lines }
hand-off-quotes = <b>Quotes</b>
    { $lines }
hand-off-told = <b>Also told to the client</b>
    { $lines }
hand-off-more = … and { $count } more
hand-off-fact = { $topic }: { $value }
hand-off-fact-assumed = { $topic }: { $value } (assumed)
hand-off-topic = { $topic ->
    [kind] Kind
    [purpose] Purpose
    [audience] Users
    [platforms] Platforms
    [feature] Feature
    [integration] Connects to
    [content_languages] Languages
    [design] Design
    [existing] Exists already
    [scale] Scale
    [constraint] Constraint
    [deadline] Deadline
    [budget] Budget
    [excluded] Not wanted
   *[other] { $topic }
}
hand-off-kind = { $kind ->
    [mini_program] mini-program
    [h5] H5 page
    [mobile_app] mobile app
    [website] website
    [web_shop] web shop
    [marketplace] marketplace
    [admin_system] admin system
    [ai_assistant] AI assistant
    [data_pipeline] data pipeline
    [integration] integration
    [blockchain] blockchain
   *[other] { $kind }
}
hand-off-quote-told = { $number } (version { $version }): { $price }, valid until { $until } · { $state }
hand-off-quote-untold = { $number } (version { $version }): { $price } · ⚠️ not approved, the client has not been told
hand-off-quote-unsent = { $number } (version { $version }): { $price } · { $state }, never sent to the client
hand-off-quote-away = { $number } (version { $version }): { $price } · goes out when the client comes back: they have blocked the bot
hand-off-quote-unpriced = { $number } (version { $version }): no price
hand-off-quote-state = { $state ->
    [approved] the client has it
    [accepted] accepted
    [superseded] replaced
    [declined] declined
    [expired] expired
   *[other] { $state }
}
hand-off-promise-what = { $kind ->
    [promise-answer] a person answers
    [promise-review] the founder has checked the price
   *[other] { $kind }
}
hand-off-told-trial = Deposit for the trial: { $amount }
hand-off-promise-open = { $what } by { $by } (said { $made })
hand-off-promise-late = ⚠️ { $what } by { $by } (said { $made }): not kept yet
hand-off-promise-kept = ✓ { $what } by { $by }: kept
hand-off-promise-kept-late = { $what } by { $by }: kept late
hand-off-promise-released = { $what } by { $by }: no longer due
hand-off-how-topic = Write in this topic and it goes to the client. The bot is silent from your first message until you give the chat back.
hand-off-how-private = Reply to a relayed message and it goes to the client; or press <b>Talk here</b>. The bot is silent from your first message until you give the chat back.
hand-off-button-talk = 💬 Talk here
hand-off-button-back = ↩️ Give back
hand-off-transcript = 📄 { $client } · lead { $lead }: everything written so far
hand-off-new-reason = 🔔 { $client } · lead { $lead }: { $reason }. The client still waits here with you.
hand-off-late-team = ⏰ { $client } · lead { $lead }: nobody has answered in time. The client was told { $by } instead.
hand-off-late-taken = ⏰ { $client } · lead { $lead }: the chat was taken over, but nobody has written to the client yet.
hand-off-given-back-team = ↩️ { $human } gave the chat with { $client } (lead { $lead }) back to the bot.
hand-off-forgotten = The client of lead { $lead } was forgotten, so this conversation ends here. What they wrote is gone; please delete what you have kept of it elsewhere.
relay-client = 👤 <b>{ $client }</b> · lead { $lead }
relay-edited = 👤 <b>{ $client }</b> · lead { $lead } · ✏️ changed
relay-answered = 💬 <b>{ $human }</b> to { $client } · lead { $lead }
relay-now-human = You are talking with { $client } now (lead { $lead }). I am silent there until you give the chat back.
relay-blocked = 🚫 { $client } (lead { $lead }) has blocked the bot: your message did not go out.
relay-file = 📎 <b>{ $client }</b> · lead { $lead } sent a file. Reply here to answer yourself.
relay-question = ❓ <b>{ $client }</b> · lead { $lead } asks something that I can't answer. Reply here and it goes to the client.
relay-voice = 🎙 <b>{ $client }</b> · lead { $lead }, transcribed automatically
relay-voice-unread-team = 🎙 { $client } · lead { $lead }: the voice message could not be transcribed; please listen to it.
relay-translation-held = ⚠️ The automatic translation added an amount, a link or a contact, so I left it out.
relay-translation-held-client = ⚠️ { $client } · lead { $lead } has your words without a translation: the automatic one added an amount, a link or a contact, so I left it out.
hand-off-summary-held = ⚠️ The automatic summary named a link or a contact that nobody wrote, so I left it out.

talk-to-whom = To whom? This went to nobody. Choose a client, then write it again; or reply to one of their messages.
talk-to-nobody = This went to nobody: no client is waiting for a person. To write to one, reply to a relayed message, or press <b>Take over</b> on a quote card or under /lead.
talk-or-edit = To change a quote, press <b>Edit</b> on its card first.
talk-button-client = { $client } · lead { $lead }
talk-now = 💬 Now talking to <b>{ $client }</b> · lead { $lead }
    { $title }
    All you write here goes to the client, until you press Stop. Nothing you wrote before was sent.
talk-button-stop = ✋ Stop
talk-stopped = Stopped. What you write here no longer goes to { $client }.
talk-taken = 🙋 { $human } takes care of { $client } (lead { $lead }).
talk-went-elsewhere = That reply went to <b>{ $client }</b> (lead { $lead }).
talk-only-crew = { $name }, only the shop's team members can answer clients here. Your message went to nobody.
talk-topic-closed = This chat was given back to the bot; your message did not go out. To write to { $client } again, take it over.
talk-notice-topic = Write to { $client } in the topic of lead { $lead } in the team's group.
talk-notice-already = You are talking to { $client } already.
talk-notice-now = Now talking to { $client } · lead { $lead }
talk-notice-not-talking = You are not talking to { $client } now.
talk-notice-stopped = Stopped
talk-notice-back = { $client } is with the bot again.
refused-no-hand-off = The bot talks with { $client } already.
refused-hand-off-over = That button belongs to an earlier conversation with { $client }, which was given back. Please use the newest card.
refused-back-nobody = Give back which chat? Reply with /back to a message of the client, or press Give back on the card.

undeliverable = ⚠️ A message to { $who } could not be delivered: { $why }. I go on with the next ones; if more fail for them within this hour, they join the list without another notice. /aside shows them and can send them again.
undeliverable-blocked = 🚫 { $client } (lead { $lead }) has blocked the bot. Nothing reaches them until they come back.
undeliverable-topic = ⚠️ I may not open topics in the team's group. Please make me an administrator there with “Manage topics”. Until then hand-offs appear in the group's general chat; reply to a relayed message to answer.
undeliverable-group = ⚠️ I can no longer write in the team's group. Hand-offs come to you in private until I am back in it.
group-moved = ℹ️ The team's group has become a supergroup and its number is now <code>{ $chat }</code>. I go on there by myself; please put the number into TEAM_CHAT_ID some time.
