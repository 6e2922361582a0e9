"""How a client's chat is handed to a person: opened once, told to both sides, and never forgotten."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.added_words import adds_contact
from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact, HandOff, HandOffState
from chatbot.domain.speaker import Turn, next_speaker
from chatbot.use_cases import newcomers
from chatbot.use_cases.chats import crew, everywhere, private, rooms, tell
from chatbot.use_cases.hand_offs import hand_off_card
from chatbot.use_cases.hand_offs.hand_off_card import about
from chatbot.use_cases.language_model import Answered, Conversation
from chatbot.use_cases.listening.dialogue import conversation_of, words_of_people
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Edit, OpenTopic, Phrase, Reply, Say, Settle
from chatbot.use_cases.routing import Work

ANSWER = "promise-answer"
"""The promise that a person answers by its due time."""


def open_for(tx: Transaction, contact: Contact, lead: Lead, reason: str, by: Contact | None = None) -> HandOff:
    """Hand the client's chat to a person: `reason` is accepted, discuss, asked or taken_over.

    There is one open hand-off of a client at most: a second reason reassures the client and is told to the team.
    `by` is who took it over; then nobody is promised a time.
    """
    standing = tx.hand_offs.open_of(contact.id)
    if standing is not None:
        if by is None:
            _reassure(tx, contact, lead, standing, reason)
        return standing
    hand_off = begin(tx, contact, lead, reason)
    if by is None:
        _promise(tx, contact, hand_off, f"hand-off-{reason}")
    else:
        who = human_of_shop(tx, by)
        tell(tx, contact, Phrase("hand-off-taken-over", {"who": who}), lead_id=lead.id)
    show(tx, hand_off)
    return hand_off


def begin(tx: Transaction, contact: Contact, lead: Lead, reason: str) -> HandOff:
    """The record and the speaker; nobody is told yet. What the bot had asked is no longer waited for."""
    contact = tx.contacts.get(contact.id)
    tx.contacts.save(replace(contact, speaker=next_speaker(contact.speaker, Turn.HUMAN_ASKED), expecting=None))
    tx.outbox.put(private(contact), Settle(f"question:{lead.id}"))
    hand_off = tx.hand_offs.add(lead.id, contact.id, reason, tx.shop.hours.after(tx.now, tx.shop.answer_time))
    payload = {"hand_off": hand_off.id}
    tx.jobs.put("answer_due", f"answer_due:{hand_off.id}", hand_off.due_at, lead.id, payload)
    tx.jobs.put("summarise", f"summarise:{hand_off.id}", tx.now, lead.id, payload)
    return hand_off


def _promise(tx: Transaction, contact: Contact, hand_off: HandOff, text: str) -> None:
    told = Phrase(text, {"who": who_answers(tx), "by": hand_off.due_at})
    tell(tx, contact, told, lead_id=hand_off.lead_id)
    tx.promises.add(hand_off.lead_id, ANSWER, "{}", hand_off.due_at)


def show(tx: Transaction, hand_off: HandOff) -> None:
    """Put the card and the transcript into the team's room; in the group that is a topic of its own."""
    client, lead = tx.contacts.get(hand_off.contact_id), tx.leads.find(hand_off.lead_id)
    places = rooms(tx, client.id, hand_off)
    if tx.shop.team_chat_id is not None:
        everywhere(tx, places, OpenTopic(hand_off.id, hand_off_card.topic_name(client, lead)))
    everywhere(tx, places, Say(hand_off_card.card(tx, hand_off), slot=hand_off_card.slot_of(hand_off)))
    everywhere(tx, places, Say(hand_off_card.transcript(tx, hand_off)))


def _reassure(tx: Transaction, contact: Contact, lead: Lead, standing: HandOff, reason: str) -> None:
    if standing.state is HandOffState.WAITING:
        told = Phrase("hand-off-still-waiting", {"who": who_answers(tx), "by": standing.due_at})
    else:
        told = Phrase("hand-off-team-knows", {"who": _human_there(tx, standing)})
    tell(tx, contact, told, lead_id=lead.id)
    why = Phrase(f"hand-off-reason-{reason.replace('_', '-')}")
    news = Phrase("hand-off-new-reason", {**about(contact, lead), "reason": why})
    everywhere(tx, rooms(tx, contact.id, standing), Say(Reply((news,))))


def who_answers(tx: Transaction) -> Phrase:
    """The one person who answers clients by name, where there is one; else somebody of the shop."""
    people = crew(tx)
    alone = len(people) == 1 and len({*tx.shop.founder_ids, *tx.shop.team_ids}) == 1
    return human_of_shop(tx, people[0]) if alone else Phrase("hand-off-somebody", {"shop": tx.shop.name})


def human_of_shop(tx: Transaction, human: Contact) -> Phrase:
    """A person of the shop as clients see them."""
    return Phrase("hand-off-human", {"name": full_name(human), "shop": tx.shop.name})


def _human_there(tx: Transaction, hand_off: HandOff) -> Phrase:
    return who_answers(tx) if hand_off.human_id is None else human_of_shop(tx, tx.contacts.get(hand_off.human_id))


# ---- the timer and the summary ------------------------------------------------------------------------------------


def _of_job(tx: Transaction, job: Job) -> HandOff:
    return tx.hand_offs.get(int(job.payload["hand_off"]))


def prepare_answer_due(tx: Transaction, job: Job) -> HandOff | None:
    """The hand-off, where nobody has answered by the promised time."""
    hand_off = _of_job(tx, job)
    return hand_off if hand_off.state is HandOffState.WAITING else None


def remind(tx: Transaction, _job: Job, hand_off: HandOff, _answer: None) -> None:
    """Nobody answered in time: the crew is reminded once, the client gets an honest word and a new time."""
    client, lead = tx.contacts.get(hand_off.contact_id), tx.leads.find(hand_off.lead_id)
    if hand_off.reason == "taken_over":
        late = Phrase("hand-off-late-taken", about(client, lead))
    else:
        hand_off = replace(hand_off, due_at=tx.shop.hours.after(tx.now, tx.shop.answer_time))
        tx.hand_offs.save(hand_off)
        _promise(tx, client, hand_off, "hand-off-late")
        late = Phrase("hand-off-late-team", {**about(client, lead), "by": hand_off.due_at})
    reminder = Say(Reply((late,), hand_off_card.rows(tx, hand_off)))
    everywhere(tx, rooms(tx, client.id, hand_off), reminder)


def prepare_summary(tx: Transaction, job: Job) -> Conversation | None:
    """What is to be summed up; None where the chat was given back meanwhile."""
    hand_off = _of_job(tx, job)
    if hand_off.state is HandOffState.CLOSED:
        return None
    frugal = newcomers.spares_model(tx, hand_off.contact_id)
    return conversation_of(tx, tx.leads.find(hand_off.lead_id), frugal)


def apply_summary(tx: Transaction, job: Job, _conversation: Conversation, answer: Answered[str] | None) -> None:
    """The card, now with the summary; one that names a link or a contact that nobody wrote is held back, and the card
    says so."""
    hand_off = _of_job(tx, job)
    if answer is None or hand_off.state is HandOffState.CLOSED or not (words := answer.value.strip()):
        return
    text = "hand-off-summary-fallback" if answer.origin.fallback else "hand-off-summary"
    summary = Phrase(text, {"summary": words})
    if adds_contact(words, words_of_people(tx, tx.leads.find(hand_off.lead_id))):
        summary = Phrase("hand-off-summary-held")
    reply = hand_off_card.card(tx, hand_off, summary)
    everywhere(tx, rooms(tx, hand_off.contact_id, hand_off), Edit(hand_off_card.slot_of(hand_off), reply))


WORK = {
    "answer_due": Work(prepare_answer_due, remind),
    "summarise": Work(prepare_summary, apply_summary),
}
