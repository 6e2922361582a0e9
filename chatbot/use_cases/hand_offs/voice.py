"""What a voice message says: transcribed, stored as the client's words, then understood or shown to the team."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.chats import everywhere, private, rooms, tell
from chatbot.use_cases.hand_offs import translation
from chatbot.use_cases.hand_offs.hand_off_card import about
from chatbot.use_cases.language_model import Answered
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Phrase, Reply, Say, Typing
from chatbot.use_cases.routing import Work


def prepare_transcript(_tx: Transaction, job: Job) -> tuple[str, str]:
    """Telegram's id of the file, and its name."""
    return str(job.payload["file"]), str(job.payload["name"])


def apply_transcript(tx: Transaction, job: Job, _prepared: tuple[str, str], answer: Answered[str] | None) -> None:
    """The words take the place of the sound in the transcript; then whoever speaks in the chat gets them."""
    words = answer.value.strip() if answer else ""
    if not words:
        transcript_failed(tx, job)
        return
    message_id = int(job.payload["message"])
    tx.messages.reword(message_id, words)
    lead, client = _whose(tx, job)
    if client.speaker is Speaker.BOT:
        _understand(tx, client, lead, message_id)
    else:
        _show_team(tx, client, lead, message_id, words)


def _whose(tx: Transaction, job: Job) -> tuple[Lead, Contact]:
    lead = tx.leads.find(job.lead_id or 0)
    return lead, tx.contacts.get(lead.client_id)


def _understand(tx: Transaction, client: Contact, lead: Lead, message_id: int) -> None:
    """The message counts as new, even where it was passed over before anybody knew its words."""
    if not lead.is_open:
        return
    tx.leads.save(replace(lead, understood_up_to=min(lead.understood_up_to, message_id - 1)))
    payload = {"contact": client.id, "silent": False}
    tx.jobs.put("answer", f"answer:{lead.id}", tx.now, lead.id, payload)
    tx.outbox.put(private(client), Typing())


def _show_team(tx: Transaction, client: Contact, lead: Lead, message_id: int, words: str) -> None:
    found = [message for message in tx.messages.of_contact(client.id, lead.id) if message.id == message_id]
    heard = Reply((Phrase("relay-voice", about(client, lead)), words))
    say = Say(heard, slot=translation.slot_of(found[0]) if found else "", lead_id=lead.id)
    everywhere(tx, rooms(tx, client.id, tx.hand_offs.open_of(client.id)), say)
    for message in found:
        translation.for_team(tx, client, lead, message)


def transcript_failed(tx: Transaction, job: Job) -> None:
    """The voice could not be read: while the bot speaks the client is asked to write, else the team is told."""
    lead, client = _whose(tx, job)
    if client.speaker is Speaker.BOT:
        tell(tx, client, Phrase("relay-voice-unread"), lead_id=lead.id)
        return
    unread = Say(Reply((Phrase("relay-voice-unread-team", about(client, lead)),)), lead_id=lead.id)
    everywhere(tx, rooms(tx, client.id, tx.hand_offs.open_of(client.id)), unread)


WORK = {"transcribe": Work(prepare_transcript, apply_transcript, transcript_failed, shows_typing=True, once=True)}
