"""People who block the bot, and who come back: what is dropped, who hears of it, what they get then."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.people import Contact, Role
from chatbot.use_cases.chats import contact_of, everywhere, role_of, rooms, tell
from chatbot.use_cases.hand_offs.hand_off_card import about
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.quotes import decide_approval
from chatbot.use_cases.replies import Phrase, Reply, Say


def gone(tx: Transaction, contact: Contact) -> None:
    """The person has blocked the bot: nothing more is sent, and whoever talks with them hears it once."""
    tx.outbox.drop_chat(contact.telegram_id)
    if contact.blocked:
        return
    tx.contacts.save(replace(contact, blocked=True))
    hand_off = tx.hand_offs.open_of(contact.id)
    if hand_off is not None:
        told = Phrase("undeliverable-blocked", about(contact, tx.leads.find(hand_off.lead_id)))
        everywhere(tx, rooms(tx, contact.id, hand_off), Say(Reply((told,))))


def back(tx: Transaction, contact: Contact) -> Contact:
    """They can be reached again: an open quote, which did not arrive, is sent once more."""
    if not contact.blocked:
        return contact
    contact = replace(contact, blocked=False)
    tx.contacts.save(contact)
    decide_approval.send_again(tx, contact)
    return tx.contacts.get(contact.id)  # a person may have been called


def who_came(tx: Transaction, person: Person, private: bool, greeted: bool = False) -> Contact:
    """Who wrote or pressed; whoever does so in private has not blocked the bot (any more), word of it or not. Whom
    nobody knew until now is told that what they write is kept, unless they are `greeted` with it."""
    is_new = tx.contacts.by_telegram(person.telegram_id) is None
    contact = contact_of(tx, person)
    if not private:
        return contact
    if is_new and not greeted and role_of(tx, contact) is Role.PERSON:
        tell(tx, contact, Phrase("greeting-stored"))
    return back(tx, contact)
