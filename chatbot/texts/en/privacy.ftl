# What is kept about people, and what they can ask of it: /privacy, /mydata, /forget.

privacy = <b>What { $shop } keeps about you, and why</b>
    Your Telegram name and number, what you write and send here, and what we make of it: mind map, quotes, payments. If you send us friends: your link, who came by it and what it earned. We need it for the project and the thank-you, and use it for nothing else.
privacy-where = <b>Where.</b> In our own database. Your name and all that is written are encrypted, with a key of its own for each person. Files and voice notes stay at Telegram; we keep a note that they came, the words you put with them, and what a voice note says.
privacy-who = <b>Who sees it.</b> The founder and the team. A friend who sent you hears only how far things are, not what you write and not your quote. Their thank-you is a share of what you pay, so a payment shows in it.
privacy-until-asked = <b>How long.</b> Until you ask us to delete it.
privacy-until-silent = <b>How long.</b> Until you ask us to delete it; at the latest when we have not heard from each other for { $days } days, unless we are still working on something, owe one another something, or somebody you sent us still counts for you. After that it is deleted without further notice.
privacy-books = What was paid stays in our books, without your name, because the law wants them kept.
privacy-model = <b>AI.</b> To understand what you write, and your voice notes, we use a language model of { $provider }. It gets your words, but not your name or number.
privacy-model-own = <b>AI.</b> To understand what you write, and your voice notes, we use a language model on our own computer. No AI provider gets your words.
privacy-no-model = <b>AI.</b> None from outside: a program of our own reads your messages, and no AI provider gets them. A person listens to voice notes.
privacy-rights = <b>Your rights.</b> /mydata sends you everything that is kept about you. /forget deletes it. /human if you want to ask a person.
privacy-contact = <b>Who is responsible.</b> { $details }

mydata-here = Here is everything that we keep about you, in one file. It opens with any text editor.
mydata-just-now = You got your file at { $at }. You can have the next one from { $again } on.

forget-crew = You are of the shop. To be forgotten, first have your number taken out of the settings (FOUNDER_IDS, TEAM_IDS), then send /forget again.
forget-ask = Shall { $shop } forget you? Your name, all that you wrote here, mind maps and quotes are then destroyed for good; we cannot read them any more either. Projects that are not agreed yet are closed.
forget-stays-number = What stays: project numbers and sums without a name, listed under { $pseudonym }.
forget-stays-money = What stays: project numbers and the payments in our books, because the law wants them kept. They stand there under { $pseudonym }, without your name.
forget-stays-agreed = What we have agreed on ({ $count ->
    [one] project
   *[other] projects
    } { $leads }) stays open, by number only, until the founder closes it.
forget-stays-friend = Your link stops working. Those who came by it stay credited to { $pseudonym }.
forget-owed = <b>We still owe you { $amount }.</b> Best have it paid out first: write /human. Or note { $pseudonym }; with it you can still claim it.
forget-claim = <b>We still owe you { $amount }.</b> Note { $pseudonym }: with it you can claim it, now that we no longer know your name.
forget-deposit = <b>We hold your deposit of { $amount }.</b> Note { $pseudonym }: with it you can have it back or credited.
forget-chats = The messages in this chat are in your Telegram; delete the chat there. What our people have read in Telegram stays in their chats until they delete it. Backups may still hold it until they, too, are deleted.
forget-button-yes = Forget me
forget-button-no = Keep me
forget-kept = All stays as it is.
forget-notice = You are forgotten
forget-done = It is done: we have forgotten you.
forget-again = Thank you for your trust. If you ever write again, we begin anew.

forgotten-founder = 🗑 A client asked to be forgotten ({ $count ->
    [one] lead
   *[other] leads
    } { $leads }). What they wrote, their name and quotes are destroyed. Please delete what you keep of it elsewhere.
forgotten-founder-agreed = Already agreed: { $leads }. That stays open, in case there is a contract: /won and /paid work by number, /lost closes.
forgotten-founder-owed = 🗑 Somebody who brought clients was forgotten. We still owe them { $amount }; they can claim it with { $pseudonym }.
forgotten-founder-deposit = The deposit of { $amount } for lead { $lead } is still held. Whoever names { $pseudonym } can have it back or credited.
forgotten-card = 🗑 This client was forgotten.
forgotten-silently = { $count ->
    [one] 🗑 One contact was forgotten today
   *[other] 🗑 { $count } contacts were forgotten today
    }, because nothing was heard of them for { $days } days.
clock-jumped = 🕰 The server's clock says { $today }: that is { $days } days after I last looked at it. If I was switched off for so long, or a backup was put back, all is well. If not, please check the clock. To be safe I forget nobody for being silent until it has gone on evenly for { $steady } days.
name-forgotten-client = forgotten client
name-forgotten-friend = forgotten friend { $pseudonym }
name-forgotten = someone (forgotten)
