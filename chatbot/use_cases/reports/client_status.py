"""/status: a client's own projects in plain words, with what happens next and by when."""

from __future__ import annotations

from datetime import datetime

from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact, Role
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.chats import role_of, tell
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Part, Phrase
from chatbot.use_cases.reports.lead_words import title_of
from chatbot.use_cases.routing import Command, Rule

MOST_LEADS = 10


def show_status(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """The client's leads, the newest first, closed ones shortly."""
    leads = tx.leads.of_client(actor.id)[::-1]
    if not leads:
        crew = role_of(tx, actor) is not Role.PERSON
        tell(tx, actor, Phrase("status-crew" if crew else "status-none"))
        return
    parts = [part for lead in leads[:MOST_LEADS] for part in _one(tx, lead)]
    if actor.speaker is not Speaker.BOT:
        parts.append(Phrase(f"status-with-{actor.speaker.value}"))
    if len(leads) > MOST_LEADS:
        parts.append(Phrase("list-and-more", {"count": len(leads) - MOST_LEADS}))
    tell(tx, actor, *parts)


def _one(tx: Transaction, lead: Lead) -> tuple[Part, ...]:
    stage = Phrase(f"status-{lead.stage.value.replace('_', '-')}")
    about = Phrase("status-lead", {"lead": lead.id, "title": title_of(lead), "stage": stage})
    due = next_due(tx, lead)
    if due is None or not lead.is_open:
        return (about,)
    return (about, Phrase("status-due" if due > tx.now else "status-overdue", {"due": due}))


def next_due(tx: Transaction, lead: Lead) -> datetime | None:
    """When the next promise to this client is due."""
    times = (promise.due_at for promise in tx.promises.of_lead(lead.id) if promise.is_open)
    return min((due for due in times if due is not None), default=None)


COMMANDS: tuple[Command, ...] = (Command("status", Rule.ANYBODY, show_status),)
