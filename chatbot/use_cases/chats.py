"""Saying things: where a person's words go, in which language, and with which buttons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from chatbot.domain.people import Contact, HandOff, Role, interface_language
from chatbot.domain.working_hours import next_morning
from chatbot.use_cases.incoming import Heard, Person
from chatbot.use_cases.ports import NOWHERE, Place, Transaction
from chatbot.use_cases.replies import Action, Attachment, Choice, Edit, Part, Phrase, Reply, Say

Rows = tuple[tuple[Choice, ...], ...]


def contact_of(tx: Transaction, person: Person) -> Contact:
    """The contact behind a Telegram person, made on first sight; a new name is noted."""
    contact = tx.contacts.by_telegram(person.telegram_id)
    if contact is None:
        language = interface_language(person.language_code)
        if tx.shop.role(person.telegram_id) is not Role.PERSON:
            language = tx.shop.founder_language
        return tx.contacts.add(person.telegram_id, person.name, person.username, language)
    return contact


def role_of(tx: Transaction, contact: Contact) -> Role:
    """What the settings make of this contact now."""
    return tx.shop.role(contact.telegram_id)


def once_a_day(tx: Transaction, contact: Contact, what: str) -> str:
    """The key of an answer that somebody who is not of the shop gets outside their own chat once a day at most."""
    if role_of(tx, contact) is not Role.PERSON:
        return ""
    return f"{what}:{contact.id}:{tx.now.astimezone(tx.shop.zone):%Y-%m-%d}"


def founders(tx: Transaction) -> list[Contact]:
    """The founders who have pressed Start."""
    return _known(tx, tx.shop.founder_ids)


def crew(tx: Transaction) -> list[Contact]:
    """Everybody who may answer clients: founders and team members who have pressed Start."""
    return _known(tx, (*tx.shop.founder_ids, *tx.shop.team_ids))


def _known(tx: Transaction, telegram_ids: Iterable[int]) -> list[Contact]:
    found = (tx.contacts.by_telegram(telegram_id) for telegram_id in dict.fromkeys(telegram_ids))
    return [contact for contact in found if contact is not None]


def private(contact: Contact, subject: Contact | int | None = None, transcript: bool = False) -> Place:
    """The private chat of a contact; `subject` is whose words it carries, where not their own."""
    owner = subject.id if isinstance(subject, Contact) else subject
    return Place(
        chat_id=NOWHERE if contact.is_forgotten else contact.telegram_id,
        language=contact.language,
        subject=owner or contact.id,
        transcript=contact.id if transcript else None,
    )


def rooms(tx: Transaction, client_id: int, hand_off: HandOff | None = None) -> list[Place]:
    """Where the team sees a client's hand-off: its topic in the team's group, else everybody's private chat."""
    if tx.shop.team_chat_id is not None and hand_off is not None:
        language = tx.shop.founder_language
        return [Place(tx.shop.team_chat_id, language, subject=client_id, hand_off_id=hand_off.id)]
    return [private(contact, subject=client_id) for contact in crew(tx)]


def button(
    tx: Transaction, label: Part | str, action: str, only: Contact | None = None, /, **args: int | str
) -> Choice:
    """An inline button; `label` as a str is the id of a text. `only` is the one person who may press it."""
    phrase = Phrase(label) if isinstance(label, str) else label
    return Choice(phrase, tx.buttons.add(action, args, only.id if only else None))


def tell(
    tx: Transaction,
    contact: Contact,
    *parts: Part,
    choices: Rows = (),
    attachment: Attachment | None = None,
    lead_id: int | None = None,
    slot: str = "",
    key: str = "",
) -> None:
    """Answer a person in their private chat, at once. With `lead_id` it joins the lead's transcript."""
    place = private(contact, transcript=lead_id is not None)
    tx.outbox.put(place, Say(Reply(parts, choices, attachment), slot=slot, lead_id=lead_id), key)


def answer_in_group(tx: Transaction, heard: Heard, *parts: Part) -> None:
    """Answer a command where it was given, among several people; a stranger's once a day."""
    contact = contact_of(tx, heard.person)
    place = Place(heard.chat_id, tx.shop.founder_language, subject=contact.id)
    what = next((part.text for part in parts if isinstance(part, Phrase)), "")
    key = once_a_day(tx, contact, f"{what}:{heard.chat_id}")
    tx.outbox.put(place, Say(Reply(parts), reply_to=heard.message_id), key)


def notify(tx: Transaction, contact: Contact, *parts: Part, choices: Rows = (), key: str = "") -> None:
    """Tell a person what they did not ask for: it waits for their morning."""
    tx.outbox.put(private(contact), Say(Reply(parts, choices), unasked=True), key, due=morning(tx))


def morning(tx: Transaction) -> datetime:
    """Now, or the end of the quiet hours."""
    return tx.now if tx.shop.quiet is None else next_morning(tx.now, tx.shop.quiet)


def tell_founders(tx: Transaction, subject: int | None, *parts: Part, choices: Rows = (), slot: str = "") -> None:
    """A card in every founder's private chat; `subject` is the client whom it is about."""
    for founder in founders(tx):
        tx.outbox.put(private(founder, subject), Say(Reply(parts, choices), slot=slot))


def everywhere(tx: Transaction, places: Iterable[Place], action: Action) -> None:
    """The same action in several chats, such as taking the buttons off a card that was decided."""
    for place in places:
        tx.outbox.put(place, action)


def founder_places(tx: Transaction, subject: int | None) -> list[Place]:
    """The private chats of all founders."""
    return [private(founder, subject) for founder in founders(tx)]


def rewrite_cards(tx: Transaction, subject: int, slot: str, *parts: Part) -> None:
    """Replace a card in every founder's chat by what became of it."""
    everywhere(tx, founder_places(tx, subject), Edit(slot, Reply(parts)))
