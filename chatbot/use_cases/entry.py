"""The doors: every message, command, press and change of membership comes in here, and the tables say where it goes.

Who may do what is checked here, once, against the sender.
"""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.errors import IllegalStep, NotAllowed, Refusal
from chatbot.domain.lead import Author
from chatbot.domain.people import Contact, Expecting, Role, interface_language
from chatbot.domain.speaker import Speaker
from chatbot.use_cases import presence, trouble
from chatbot.use_cases.bookings import book_money, trial
from chatbot.use_cases.chats import contact_of, once_a_day, role_of, tell
from chatbot.use_cases.hand_offs import hand_off, relay, talk
from chatbot.use_cases.incoming import Heard, Membership, Person, Pressed
from chatbot.use_cases.listening import conversation, greet, question_buttons
from chatbot.use_cases.note_ports import Button
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.privacy import farewell, forget, retention
from chatbot.use_cases.quotes import answer_quote, decide_approval, decline_quote, draft_quote, revise_quote
from chatbot.use_cases.referrals import refer
from chatbot.use_cases.replies import Leave, Notice, Phrase, Reply, Say
from chatbot.use_cases.reports import lead_report, report, set_aside
from chatbot.use_cases.routing import Args, Command, Expected, Press, Rule, Work

MENU: tuple[Command, ...] = (
    *greet.COMMANDS,
    *report.COMMANDS,
    *lead_report.COMMANDS,
    *set_aside.COMMANDS,
    *refer.COMMANDS,
    *book_money.COMMANDS,
    *talk.COMMANDS,
)
COMMANDS: dict[str, Command] = {entry.name: entry for entry in MENU}
PRESSES: dict[str, Press] = {
    **greet.PRESSES,
    **question_buttons.PRESSES,
    **answer_quote.PRESSES,
    **decide_approval.PRESSES,
    **decline_quote.PRESSES,
    **revise_quote.PRESSES,
    **refer.PRESSES,
    **book_money.PRESSES,
    **trial.PRESSES,
    **talk.PRESSES,
    **set_aside.PRESSES,
    **forget.PRESSES,
}
EXPECTED: dict[str, Expected] = {
    **decide_approval.EXPECTED,
    **decline_quote.EXPECTED,
    **revise_quote.EXPECTED,
    **trial.EXPECTED,
}
WORK: dict[str, Work] = {
    **conversation.WORK,
    **draft_quote.WORK,
    **revise_quote.WORK,
    **hand_off.WORK,
    **relay.WORK,
    **trouble.WORK,
    **farewell.WORK,
    **retention.WORK,
}


def command(tx: Transaction, name: str, words: str, heard: Heard) -> None:
    """A /command: the table's use case, where the sender may; an unknown one gets a sentence."""
    known = COMMANDS.get(name)
    if not heard.private and (known is None or not known.in_group):
        return  # another bot's, or one that has no meaning among several people
    actor = presence.who_came(tx, heard.person, heard.private, greeted=name == greet.START)
    if known is None or not known.rule.allows(role_of(tx, actor)):
        raise Refusal("refused-unknown-command")
    known.handle(tx, actor, words, heard)


def hear(tx: Transaction, heard: Heard) -> None:
    """Any other message: what somebody was asked for, the crew's words to a client, or a client's."""
    if not heard.private:
        if heard.chat_id == tx.shop.team_chat_id:  # elsewhere nobody is listened to, nor noted as a contact
            talk.hear_topic(tx, contact_of(tx, heard.person), heard)
        return
    actor = presence.who_came(tx, heard.person, heard.private)
    replied = heard.reply_to is not None and tx.outbox.lead_of(heard.chat_id, heard.reply_to) is not None
    is_crew = role_of(tx, actor) is not Role.PERSON
    if actor.expecting is not None and not (is_crew and replied):
        _take_expected(tx, replace(actor, expecting=None), heard, actor.expecting)
    elif is_crew:
        talk.hear_crew(tx, actor, heard)
    else:
        conversation.receive(tx, actor, heard)


def _take_expected(tx: Transaction, actor: Contact, heard: Heard, expected: Expecting) -> None:
    """The words that were asked for; from one who may not (any more), or about what has moved on, they go nowhere, and
    do not become a message."""
    tx.contacts.save(actor)
    entry = EXPECTED.get(expected.what)
    if entry is None or not entry.rule.allows(role_of(tx, actor)):
        tell(tx, actor, Phrase("expected-not-taken"))
        return
    try:
        _about_somebody(tx, expected.about)
        entry.is_open(tx, expected.about)
    except IllegalStep as why:  # not raised further: that would undo that nothing is waited for any more
        tell(tx, actor, Phrase("expected-over", {"lead": expected.about["lead"]}), _as_phrase(why))
        return
    entry.handle(tx, actor, heard, expected.about)


def edited(tx: Transaction, heard: Heard) -> None:
    """An edit of an earlier message: the transcript follows, and what it says is read again."""
    stored = tx.messages.by_telegram(heard.chat_id, heard.message_id)
    if stored is None or not heard.private or not heard.text or stored.text == heard.text:
        return
    actor = contact_of(tx, heard.person)
    own = stored.author is Author.CLIENT and stored.contact_id == actor.id
    if role_of(tx, actor) is not Role.PERSON or stored.lead_id is None or not own:
        tell(tx, actor, Phrase("edit-not-sent"))  # one of the shop's, maybe of somebody who has left it since
        return
    tx.messages.reword(stored.id, heard.text)
    lead = tx.leads.find(stored.lead_id)
    if actor.speaker is not Speaker.BOT:
        hand_off.relay_to_team(tx, actor, lead, heard, replace(stored, text=heard.text))
    elif lead.is_open:
        lead = replace(lead, understood_up_to=min(lead.understood_up_to, stored.id - 1))
        tx.leads.save(lead)
        conversation.answer_soon(tx, actor, lead, tx.shop.burst)


def press(tx: Transaction, pressed: Pressed) -> Notice:
    """A button: known, made for this person, allowed to their role, and not used up."""
    known, button = tx.contacts.by_telegram(pressed.person.telegram_id), tx.buttons.get(pressed.token)
    if known is None:  # buttons are made for people whom we know: this one presses what another was shown, or what
        raise _not_theirs(tx, button)  # was shown before they were forgotten
    actor = presence.back(tx, known) if pressed.private else known
    entry = PRESSES.get(button.action) if button else None
    if button is None or entry is None:
        raise IllegalStep("refused-button-unknown")
    shared = button.contact_id is None and entry.rule is not Rule.ANYBODY
    if not (shared or button.contact_id == actor.id) or not entry.rule.allows(role_of(tx, actor)):
        raise _not_theirs(tx, button)
    if entry.once and button.used_at is not None:
        raise IllegalStep("refused-button-used")
    _about_somebody(tx, button.args)
    tx.buttons.use(pressed.token)
    return entry.handle(tx, actor, pressed, button.args)


def _not_theirs(tx: Transaction, button: Button | None) -> NotAllowed:
    """Of a button that went with somebody who was forgotten, only that it no longer works: it may be they who press
    it again."""
    owner = tx.contacts.get(button.contact_id) if button and button.contact_id else None
    is_gone = button is None or (owner is not None and owner.is_forgotten)
    return NotAllowed("refused-button-unknown") if is_gone else NotAllowed()


def _about_somebody(tx: Transaction, args: Args) -> None:
    """Raises IllegalStep for an old card about the lead of a client who was forgotten."""
    if "lead" in args:
        lead = tx.leads.find(int(args["lead"]))
        if tx.contacts.get(lead.client_id).is_forgotten:
            raise IllegalStep("refused-forgotten", lead=lead.id)


def membership(tx: Transaction, change: Membership) -> None:
    """Blocked or unblocked by a person; added to a group: one that the settings do not name is left politely."""
    if change.private:
        contact = tx.contacts.by_telegram(change.person.telegram_id)
        if contact is None:  # who blocks the bot after they were forgotten is not known anew by it
            farewell.wipe_soon(tx)
            return
        turn = presence.back if change.member else presence.gone
        turn(tx, contact)
    elif change.member and change.chat_id != tx.shop.team_chat_id:
        contact = contact_of(tx, change.person)
        place = Place(change.chat_id, contact.language, subject=contact.id)
        told = Say(Reply((Phrase("group-unknown", {"chat": str(change.chat_id)}),)))
        tx.outbox.put(place, told, once_a_day(tx, contact, "group-unknown"))
        tx.outbox.put(place, Leave())


def refuse(tx: Transaction, person: Person, chat_id: int, topic_id: int | None, refusal: Refusal) -> Notice:
    """Tell a person why what they asked for cannot be done."""
    phrase = _as_phrase(refusal)
    _say_there(tx, person, chat_id, topic_id, phrase)
    return Notice(phrase.text, phrase.args, alert=True)


def alert_unseen(tx: Transaction, pressed: Pressed, notice: Notice) -> None:
    """An alert was all that a press led to, and Telegram did not show it: it is said where the button stands."""
    if tx.contacts.by_telegram(pressed.person.telegram_id) is not None:  # a press alone makes nobody known
        _say_there(tx, pressed.person, pressed.chat_id, pressed.topic_id, Phrase(notice.text, notice.args))


def _say_there(tx: Transaction, person: Person, chat_id: int, topic_id: int | None, phrase: Phrase) -> None:
    contact = presence.who_came(tx, person, private=chat_id == person.telegram_id)
    if chat_id == contact.telegram_id:
        tell(tx, contact, phrase)
    else:
        hand_off_of_topic = tx.hand_offs.by_topic(topic_id) if topic_id and chat_id == tx.shop.team_chat_id else None
        place = Place(
            chat_id,
            tx.shop.founder_language,
            subject=contact.id,
            hand_off_id=hand_off_of_topic.id if hand_off_of_topic else None,
        )
        tx.outbox.put(place, Say(Reply((phrase,))), once_a_day(tx, contact, f"{phrase.text}:{chat_id}"))


def _as_phrase(refusal: Refusal) -> Phrase:
    return Phrase(refusal.text, dict(refusal.args_for_text))  # type: ignore[arg-type]  # raised with Values only


def language_of(tx: Transaction, person: Person) -> str:
    """The language of our texts for this person."""
    contact = tx.contacts.by_telegram(person.telegram_id)
    return contact.language if contact else interface_language(person.language_code)
