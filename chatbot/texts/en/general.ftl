# For everyone: help, privacy, languages, refusals, trouble; the menus of commands.

help-client = I am the assistant of <b>{ $shop }</b>. Tell me about a project and you get a mind map and an honest price range, checked by the founder, free of charge.

    /new – a second project
    /status – how things stand
    /human – talk to a person
    /refer – send a friend and earn a thank-you
    /referrals, /earnings – your referrals and what they earned
    /language – another language
    /privacy – what is stored
    /mydata – everything kept about you, as a file
    /forget – have it deleted
    /cancel – drop what was asked, or a project
    /id – your Telegram id
help-team = You may answer clients of <b>{ $shop }</b>; quotes and money are the founders'.

    Reply to a relayed message and it goes to that client. Or press <b>Talk here</b> on a hand-off card.
    /leads – leads by stage
    /lead 12 – all about one
    /back – give the chat back to the bot
    /language, /privacy, /id
help-founder = You decide on every quote of <b>{ $shop }</b>.

    /pipeline – where things stand, as a picture
    /leads quoted – leads of a stage
    /lead 12 – all about one
    /won 12 68000 – signed, with the price
    /lost 12 reason – it will not happen
    /paid 12 20000 – a payment came
    /refund 12 5000 reason – money went back
    /took 12 75 – person-days it really took
    /back – give a chat back to the bot
    /aside – what did not work, to try again
    /refer, /referrals, /earnings – your own referrals
    /language, /privacy, /id, /cancel

    To write to a client, reply to a relayed message, or press <b>Take over</b> or <b>Talk here</b>.
help-group = In this group I open one topic for each hand-off. Write in the topic and it goes to the client; the buttons on the card give the chat back.

language-which = Which language shall I speak?
language-en = English
language-zh = 中文
language-fr = Français
language-es = Español
language-set = Good, I speak English with you from now on. You may write in any language.

id-person = Your Telegram id: <code>{ $id }</code>
id-group = Your Telegram id: <code>{ $id }</code>
    This group's id: <code>{ $chat }</code>
new-not-for-crew = This account runs the shop. To try it as a client, use another Telegram account.
human-not-for-crew = You are the person that clients are handed to.
cancelled = Cancelled. I wait for nothing now.
nothing-to-cancel = There is nothing to cancel.
edit-not-sent = I have noted your edit, but the client keeps the first version. Please send a new message.
expected-not-taken = That is for the founder to decide now, so I have changed and sent nothing.
expected-over = What you wrote went to nobody: the question about lead { $lead } is no longer open.
group-unknown = I only work in the shop's own team group, so I leave again. If this is it, set TEAM_CHAT_ID to { $chat } and add me once more.

refused-not-allowed = That button is not for you.
refused-button-used = You have pressed that one already.
refused-button-unknown = That button no longer works. /help shows what you can do.
refused-unknown-command = I don't know that command. /help shows what you can do.
refused-lead-stage = That is not possible at this point of the project. Look at /status, or at /lead if you are of the shop.
refused-no-lead = There is no lead { $lead }. /leads lists them.
refused-forgotten = The client of lead { $lead } was forgotten: there is nobody to write to and nothing to show any more. /paid and /refund still work by its number.
refused-speaker = That is not possible at this point of the conversation.
flood-slowed = You write faster than I read. I have all your messages and read them one by one; you need not send anything again.
trouble = Something went wrong on our side. Your message is kept and the founder has been told; you need not send it again.
trouble-founder = ⚠️ <b>Something went wrong</b>
    { $what } · { $who } · { $why }
    Nothing is lost: what was set aside stands under /aside, the log has the details.
trouble-more = ⚠️ { $count ->
    [one] One more thing went wrong within that hour.
   *[other] { $count } more things went wrong within that hour.
    } The log has the details; nothing is lost.
outage-begun = ⚠️ My database cannot be used: { $why }. Nothing is lost, but nobody gets an answer until this is mended; Telegram keeps what people write for 24 hours. I go on by myself then.
outage-why-locked = another program holds it
outage-why-full = the disk is full
outage-why-readonly = I may not write to it
outage-why-damaged = the file is damaged; <code>chatbot restore</code> brings a backup back
outage-why-unopened = the file cannot be opened
outage-why-disk = the disk fails
outage-why-moved = the file was moved or replaced
outage-over = ✅ My database can be used again; it was away since { $since }. Nothing was lost.
outage-over-long = ✅ My database can be used again; it was away since { $since }, longer than the 24 hours for which Telegram keeps messages. Some of what people wrote in that time is missing: please ask whoever you expected to hear from.

command-start = Begin
command-help = What you can do
command-new = A second project
command-human = Talk to a person
command-language = Another language
command-privacy = What is stored
command-mydata = Everything kept about you, as a file
command-forget = Have everything about you deleted
command-cancel = Drop what was asked
command-id = Your Telegram id
bot-description = { $shop }: tell me about your software project and get a mind map and an honest price range, checked by the founder. Map and quote are free.
bot-short-description = From your idea to a mind map and an honest price range. Map and quote are free.
