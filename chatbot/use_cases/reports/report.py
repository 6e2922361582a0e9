"""The shop's view: /pipeline as a picture with what waits for the founder, /leads as a list."""

from __future__ import annotations

from chatbot.domain.lead import Lead, Quote
from chatbot.domain.lead_flow import CLOSED, Stage
from chatbot.domain.money import PriceRange
from chatbot.domain.people import Contact
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.chats import tell
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.referrals.earnings import listed
from chatbot.use_cases.replies import Attachment, Part, Phrase, Value, to_json
from chatbot.use_cases.reports import client_status
from chatbot.use_cases.reports.lead_words import day_of, shortened, stage_name, title_of
from chatbot.use_cases.reports.stage_words import stages_named
from chatbot.use_cases.routing import Command, Rule

MOST_LINES = 30
OPEN = tuple(stage for stage in Stage if stage not in CLOSED)


def show_pipeline(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """Leads by stage with counts, sums of ranges and the oldest, and what waits for the founder."""
    leads = tx.leads.in_stages(list(Stage))
    still_open = [lead for lead in leads if lead.is_open]
    data = {
        "date": day_of(tx, tx.now).isoformat(),
        "columns": [_column(tx, stage, [lead for lead in leads if lead.stage is stage]) for stage in Stage],
        "open": len(still_open),
    }
    picture = Attachment("pipeline", "pipeline.png", data)
    tell(
        tx, actor, Phrase("pipeline-caption", {"open": len(still_open)}), *_waiting(tx, still_open), attachment=picture
    )


def _column(tx: Transaction, stage: Stage, leads: list[Lead]) -> dict[str, object]:
    days = [(tx.now - lead.stage_since).days for lead in leads if lead.is_open]
    return {
        "stage": stage.value,
        "count": len(leads),
        "sum": to_json(_sum(tx, leads)),
        "oldest_days": max(days, default=None),
    }


def _sum(tx: Transaction, leads: list[Lead]) -> PriceRange | None:
    """The ranges of these leads added up; a signed price is a range of one."""
    total: PriceRange | None = None
    for lead in leads:
        price = price_of(tx, lead)
        if price is None or price.currency != tx.shop.currency:
            continue
        total = price if total is None else _added(total, price)
    return total


def _added(one: PriceRange, other: PriceRange) -> PriceRange:
    return PriceRange(one.low + other.low, one.likely + other.likely, one.high + other.high)


def price_of(tx: Transaction, lead: Lead) -> PriceRange | None:
    """What was signed, else the range of the latest version that has one."""
    if lead.signed is not None:
        return PriceRange(lead.signed, lead.signed, lead.signed)
    quotes: list[Quote] = [quote for quote in tx.quotes.of_lead(lead.id) if quote.price is not None]
    return quotes[-1].price if quotes else None


def _waiting(tx: Transaction, leads: list[Lead]) -> tuple[Part, ...]:
    """What waits for the founder, as one line; nothing where nothing does."""
    named: dict[str, list[int]] = {
        "pipeline-to-decide": [lead.id for lead in leads if lead.stage is Stage.REVIEWING],
        "pipeline-verdicts": [lead.id for lead in leads if lead.stage is Stage.TRIAL_PAID],
        "pipeline-to-answer": _unanswered(tx, leads),
    }
    lines = tuple(
        Phrase(text, {"count": len(numbers), "leads": ", ".join(map(str, numbers[:10]))})
        for text, numbers in named.items()
        if numbers
    )
    return (Phrase("pipeline-waits", {"lines": lines}),) if lines else (Phrase("pipeline-nothing-waits"),)


def _unanswered(tx: Transaction, leads: list[Lead]) -> list[int]:
    """Leads whose client waits for a person, each hand-off once."""
    waiting = [tx.contacts.get(client) for client in dict.fromkeys(lead.client_id for lead in leads)]
    hand_offs = [tx.hand_offs.open_of(contact.id) for contact in waiting if contact.speaker is Speaker.WAITING]
    return sorted(hand_off.lead_id for hand_off in hand_offs if hand_off is not None)


def show_leads(tx: Transaction, actor: Contact, words: str, _heard: Heard) -> None:
    """The open leads, or those of the stage that was named; longest in their stage first."""
    stages = stages_named(words) if words.strip() else OPEN
    if not stages:
        tell(tx, actor, Phrase("leads-unknown-stage", {"words": shortened(words, 40)}), _stages(tx))
        return
    leads = tx.leads.in_stages(list(stages))
    if not leads:
        tell(tx, actor, Phrase("leads-none"), _stages(tx))
        return
    lines = tuple(_line(tx, lead) for lead in leads[:MOST_LINES])
    tell(tx, actor, *listed(Phrase("leads-title", {"count": len(leads)}), lines, len(leads)))


def _line(tx: Transaction, lead: Lead) -> Phrase:
    values: dict[str, Value] = {
        "lead": lead.id,
        "client": full_name(tx.contacts.get(lead.client_id)),
        "title": title_of(lead),
        "stage": stage_name(lead.stage),
        "since": day_of(tx, lead.stage_since),
    }
    return Phrase("leads-line", values)


def _stages(tx: Transaction) -> Phrase:
    lines = tuple(
        Phrase(
            "leads-stage",
            {"id": stage.value, "stage": stage_name(stage), "count": tx.leads.count_in([stage])},
        )
        for stage in Stage
    )
    return Phrase("leads-stages", {"lines": lines})


COMMANDS: tuple[Command, ...] = (
    Command("pipeline", Rule.FOUNDER, show_pipeline),
    Command("leads", Rule.CREW, show_leads),
    *client_status.COMMANDS,
)
