"""Names and stages as sentences use them, and words to a client that they did not ask for."""

from __future__ import annotations

from datetime import date, datetime

from chatbot.domain.brief import Topic
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.use_cases.chats import Rows, morning, private
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Part, Phrase, Recalled, Reply, Say, Value

WAITING_JOBS = ("answer", "draft", "review_due")
"""Kinds of jobs, keyed by kind and lead, that have nothing to do once a lead is closed."""

LONGEST_TITLE = 80  # characters


def title_of(lead: Lead) -> Value:
    """What the project is called, or that it has no title yet."""
    if not lead.title:
        return Phrase("lead-untitled")
    # A first title is the start of what the client wants, cut wherever it became too long.
    purpose = lead.brief.first(Topic.PURPOSE) or ""
    words = shortened(purpose if purpose.startswith(lead.title) else lead.title, LONGEST_TITLE)
    return Recalled("title", lead.id, words)


def shortened(text: str, most: int) -> str:
    """The text on one line; of a longer one as many whole words as fit into `most` characters, with "…"."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    words, space, _ = flat[:most].rpartition(" ")
    whole = words if space and len(words) * 2 > most else flat[: most - 1]  # Chinese has no spaces to cut at
    return f"{whole.rstrip(' ,;:.-–·，；：。、')}…"


def stage_name(stage: Stage) -> Phrase:
    """The stage as the shop calls it."""
    return Phrase(f"picture-stage-{stage.value}")


def day_of(tx: Transaction, at: datetime) -> date:
    """The day of a moment on the shop's calendar."""
    return at.astimezone(tx.shop.zone).date()


def percent(basis_points: int) -> str:
    """Basis points as people write a percentage: 500 is "5", 750 is "7.5"."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def tell_client(tx: Transaction, lead: Lead, *parts: Part, choices: Rows = (), slot: str = "", key: str = "") -> None:
    """News for the client of a lead: it waits for their morning and joins the transcript."""
    place = private(tx.contacts.get(lead.client_id), transcript=True)
    tx.outbox.put(place, Say(Reply(parts, choices), slot=slot, lead_id=lead.id), key, due=morning(tx))


def cancel_waiting_jobs(tx: Transaction, lead: Lead) -> None:
    """Nothing is understood or drawn any more for a lead that is closed."""
    for kind in WAITING_JOBS:
        tx.jobs.cancel(f"{kind}:{lead.id}")
    for quote in tx.quotes.of_lead(lead.id):
        tx.jobs.cancel(f"revise:{quote.id}")
