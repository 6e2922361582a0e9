# What clients read. Warm, short, honest; Telegram HTML.

greeting = Hello { $name }, this is <b>{ $shop }</b>.
greeting-next = Tell me about your project in your own words: one long message or many short ones, as you like. I ask a few questions at most, then draw a mind map of it and work out an honest price range. The founder checks it personally before you get it. It costs nothing.
greeting-back = Good to see you again. We were talking about your project no. { $lead }: just go on, see /status, or start another one with /new.
greeting-stored = What you write here is stored so that we can work on it: /privacy. Other languages: /language.

heard-file = Thank you, I have kept your file and shown it to the founder. I can't read inside files myself, so please tell me in a few words what matters in it.
heard-unreadable = I can't read stickers, places or polls. Please tell me in words, or send a file.
heard-voice-unheard = I have kept your voice message for the founder, but I can't listen to it myself. Please write the most important points.
files-full = I have noted that you sent a file, but I can pass on no more of them today. Please send a link to it instead, or ask for a person with /human.

noted-listening = Thank you.
noted-drafting = Thank you, noted. Your mind map is being drawn.
noted-reviewing = Thank you, noted. The founder is checking your price.
noted-quoted = Thank you. Your quote is above: its buttons are open whenever you are ready.
noted-paused = Thank you. Your quote stays as it is; just write when the time has come.
noted-agreed = Thank you, noted. A person will talk it through with you.
noted-trial_offered = Thank you, noted. The trial offer above is open.
noted-trial_agreed = Thank you, noted.
noted-trial_paid = Thank you, noted. We are looking into whether it can be done.
noted-won = Thank you! I have passed it on to the people who work on your project.
noted-lost = Thank you, I have passed it on. If you have another project, I gladly listen.
noted-declined = Thank you, I have passed it on. If you have another project, I gladly listen.

question-passed-on = That is one for a person: I have passed your question on, and the answer comes here.
question-still-open = Take your time; the question above is still open.
nothing-yet = I don't know yet what you would like to build. Tell me in a sentence or two: what should it do, and for whom?
question-purpose = What would you like to build, and what should it do for the people who use it?
question-feature = What should people be able to do with it? The three to five most important things are enough.
question-platforms = Where should it run: iPhone, Android, WeChat, a website?
question-audience = Who will use it?
question-design = Is there a design already, or should we do it?
question-existing = Does anything exist already that it should work with: a website, a system, data, accounts?
question-deadline = When would you like it to be ready?
question-budget = Do you have a budget in mind? A rough figure helps us to fit the scope; “no idea” is fine too.

button-skip = Skip
button-draft = Draft it now
button-human = Talk to a person
button-redo-quote = Redo my quote with this
button-new-project = Start a second project

progress-reading = ✍️ Reading what you told me …
progress-drawing = ✓ Read what you told me
    ✍️ Drawing the mind map and working out the effort …
progress-done = ✓ Read what you told me
    ✓ Mind map drawn, effort worked out
    👀 With the founder now
review-promised = Done. The founder checks each price personally; you hear from us by <b>{ $by }</b>. Anything to add? Just write.
review-late = The founder needs a little longer than I said, and I am sorry about that. You hear from us by <b>{ $by }</b>.
added-to-draft = I have added that and am drawing it again.
draft-failed = I could not finish the mind map. Nothing is lost: the founder has everything you wrote and gets back to you personally.
change-noted = This is not in your quote yet; shall I redo it?
new-project-offer = That sounds like another project. Shall I keep it apart from no. { $lead }, so that the prices don't mix?
new-project = A fresh page: this is your project no. { $lead }. What would you like to build?

quote-map = “<b>{ $title }</b>” – your mind map. Dashed boxes are our assumptions; tell me if one is wrong.
quote-price = <b>{ $price }</b>
    Quote { $number }, valid until { $until }.
quote-means-early = An early estimate; the final price is fixed before we start.
quote-means-proven = About 8 in 10 such projects end inside this range and 1 in 10 above it ({ $closed } closed projects). The final price is fixed before we start.
quote-means-founder = The founder set this price personally. The final price is fixed before we start.
quote-next = <b>Accept</b> means “I want to go ahead on this scope”. It binds you to nothing yet.
quote-withdrawn = We are revising your quote { $number }; please wait for the new version. You get it as soon as the founder has approved it.
quote-expired = Quote { $number } has expired, so its price may no longer hold. I have called a person, who will look at it with you.
button-accept = ✅ Accept
button-discuss = 💬 Discuss
button-change = ✏️ Change scope
button-not-now = Not now
accepted = Wonderful! You want to go ahead with quote { $number }. A person now talks through the open questions with you; the final price is fixed before we start.
notice-accepted = Thank you!
notice-accepted-already = You have accepted this one already.
notice-expired = This quote has expired.
notice-human-called = I have called a person.
notice-human-here = You are talking to a person already: just write.
change-what = What should be different? Tell me in your own words and I draw it again.
not-now-why = No problem at all; quote { $number } stays good until it expires. May I ask what holds you back? One tap is enough.
not-now-price = The price
not-now-time = It would take too long
not-now-other-team = Another team
not-now-later = Later, not now
not-now-other = Something else
not-now-thanks = Thank you, that helps us. Write whenever you like; everything is kept.
notice-thanks = Thank you!

declined = Thank you for telling us about “{ $title }”. We looked at it with care, and we can’t take it on.
declined-because-full = To be honest: we are fully booked and could not give it the care it deserves.
declined-because-field = To be honest: this is not what we do well, and you deserve somebody who does.
declined-because-rules = To be honest: it would break the law or another company's rules, and we don't build such things.
declined-because-size = To be honest: we would not be the right size for it, and you would not be happy with us.
declined-in-words = { $founder } writes: “{ $words }”
declined-thanks = Thank you for your trust. If you have another idea, /new is always open.
founder-asks = <b>{ $founder }</b>, the founder, asks: { $question }

notice-tapped = { $text }
notice-skipped = Skipped
refused-question-over = That question is settled; just write if you want to add something.
refused-nothing-known = Tell me first in a sentence what you would like to build.

cancel-project = Shall I drop your project no. { $lead }?
button-drop = Yes, drop it
button-keep = No, keep it
project-dropped = Dropped. Thank you for telling me; /new starts another one whenever you like.
project-kept = Good, it stays.
quote-credited = Your trial deposit of <b>{ $amount }</b> counts towards this price.
refused-new-in-hand-off = A person is looking after this chat right now: just tell them about your new project too. Once they give the chat back to me, /new starts it.
progress-handed = ✓ Read what you told me
    👀 With the founder now
review-promised-read = The founder looks at this personally; you hear from us by <b>{ $by }</b>. Anything to add? Just write.
