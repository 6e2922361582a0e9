"""The marked translation of relayed words. The words go out at once; the translation joins them when it is there."""

from __future__ import annotations

from dataclasses import dataclass

from chatbot.domain.added_words import Known, adds_something
from chatbot.domain.lead import Lead, Message
from chatbot.domain.people import Contact
from chatbot.use_cases import newcomers
from chatbot.use_cases.chats import everywhere, private, rooms
from chatbot.use_cases.hand_offs.hand_off_card import about
from chatbot.use_cases.hand_offs.opening import human_of_shop
from chatbot.use_cases.language_model import Answered
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Action, Edit, Phrase, Reply, Say
from chatbot.use_cases.routing import Work


def slot_of(stored: Message) -> str:
    """The relayed message, which the translation changes."""
    return f"relay:{stored.id}"


def team_header(contact: Contact, lead: Lead) -> Phrase:
    """Who speaks, over a client's words."""
    return Phrase("relay-client", about(contact, lead))


def client_header(tx: Transaction, human: Contact) -> Phrase:
    """Who speaks, over the words of a person of the shop."""
    return Phrase("relay-human", {"who": human_of_shop(tx, human)})


def for_team(tx: Transaction, contact: Contact, lead: Lead, stored: Message) -> None:
    """Have a client's words translated for the team, where they are in another language."""
    language = tx.shop.founder_language
    if newcomers.spares_model(tx, contact.id):
        return
    if _differ(lead.language or contact.language, language):
        _put(tx, lead, stored, language, "team")


def for_client(tx: Transaction, human: Contact, lead: Lead, stored: Message) -> None:
    """Have a human's words translated for the client, where the two write different languages."""
    language = lead.language or tx.contacts.get(lead.client_id).language
    if _differ(human.language, language):
        _put(tx, lead, stored, language, "client")


def _put(tx: Transaction, lead: Lead, stored: Message, language: str, to: str) -> None:
    if tx.shop.translates and stored.text.strip():
        payload = {"message": stored.id, "slot": slot_of(stored), "language": language, "to": to}
        tx.jobs.put("translate", f"translate:{stored.id}", tx.now, lead.id, payload)


def _differ(one: str, other: str) -> bool:
    return _primary(one) != _primary(other)


def _primary(tag: str) -> str:
    return tag.lower().replace("_", "-").split("-")[0]


@dataclass(frozen=True, slots=True)
class _Relayed:
    """What was relayed."""

    lead: Lead
    client: Contact
    message: Message


def _relayed(tx: Transaction, job: Job) -> _Relayed | None:
    lead = tx.leads.find(job.lead_id or 0)
    client = tx.contacts.get(lead.client_id)
    found = [message for message in tx.messages.of_contact(client.id, lead.id) if message.id == job.payload["message"]]
    return _Relayed(lead, client, found[0]) if found else None


def prepare_translation(tx: Transaction, job: Job) -> tuple[str, str] | None:
    """The words and the language that they are wanted in."""
    relayed = _relayed(tx, job)
    return (relayed.message.text, str(job.payload["language"])) if relayed else None


def apply_translation(tx: Transaction, job: Job, prepared: tuple[str, str], answer: Answered[str] | None) -> None:
    """Add the translation under the words, marked as one; nothing where it says the same. One with an amount, a link
    or a contact that the words do not have is held back, and the crew is told."""
    relayed = _relayed(tx, job)
    if answer is None or relayed is None:
        return
    words, translated = prepared[0], answer.value.strip()
    if not translated or translated.casefold() == words.strip().casefold():
        return
    slot, held = str(job.payload["slot"]), adds_something(translated, Known(words))
    translation = Phrase("relay-translated", {"text": translated})
    if job.payload["to"] != "client":
        header = team_header(relayed.client, relayed.lead)
        below = Phrase("relay-translation-held") if held else translation
        _to_team(tx, relayed, Edit(slot, Reply((header, words, below))))
    elif held:
        told = Phrase("relay-translation-held-client", about(relayed.client, relayed.lead))
        _to_team(tx, relayed, Say(Reply((told,))))
    else:
        header = client_header(tx, tx.contacts.get(relayed.message.author_id or 0))
        tx.outbox.put(private(relayed.client), Edit(slot, Reply((header, words, translation))))


def _to_team(tx: Transaction, relayed: _Relayed, action: Action) -> None:
    hand_off = tx.hand_offs.open_of(relayed.client.id)
    if hand_off is not None:
        everywhere(tx, rooms(tx, relayed.client.id, hand_off), action)


WORK = {"translate": Work(prepare_translation, apply_translation)}
