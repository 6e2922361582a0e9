"""How people are named to others: by their Telegram name, or as somebody who was forgotten."""

from __future__ import annotations

from chatbot.domain.brief import clean
from chatbot.domain.people import Contact
from chatbot.use_cases.replies import Phrase, Recalled, Value

_LONGEST = 130  # characters, two names of Telegram's


def full_name(contact: Contact) -> Value:
    """The name as Telegram has it, or that this client was forgotten."""
    if contact.is_forgotten:
        return Phrase("name-forgotten-client")
    return Recalled("full_name", contact.id, label_name(contact))


def friend_name(contact: Contact) -> Value:
    """The same for somebody who brought clients; the ledger knows a forgotten one by the pseudonym."""
    if contact.is_forgotten:
        return Phrase("name-forgotten-friend", {"pseudonym": contact.pseudonym})
    return Recalled("friend_name", contact.id, label_name(contact))


def first_name(contact: Contact) -> Value:
    """The first word of the name, for clients and friends."""
    if contact.is_forgotten:
        return Phrase("name-forgotten")
    return Recalled("first_name", contact.id, label_name(contact).split()[0])


def label_name(contact: Contact) -> str:
    """A name where only letters can stand, such as the title of a topic; the pseudonym for want of one.

    Cleaned here as well: a name may have been stored before names were cleaned as they come.
    """
    return clean(contact.name, _LONGEST) or contact.pseudonym
