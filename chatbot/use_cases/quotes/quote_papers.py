"""A quote as attachments: the client's map, the founder's map, the PDF. Plain data; words are added when drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from chatbot.domain.calibration import may_claim
from chatbot.domain.lead import Author, Quote
from chatbot.domain.mind_map import MindMap, Wording
from chatbot.domain.people import Contact
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Attachment, to_json


def founder_map(tx: Transaction, quote: Quote) -> Attachment:
    """The map as the founder decides on it: with person-days and price, in the founder's wording."""
    data = {
        **_tree(quote.mind_map, lambda text: text.founder, with_days=True),
        "language": tx.shop.founder_language,
        "subtitle_days": list(quote.days) if quote.computed else None,
        "price": to_json(quote.price),
    }
    return Attachment("founder_map", f"{quote.number}.png", data)


def client_map(quote: Quote) -> Attachment:
    """The map as the client gets it: no person-days, in the client's wording."""
    tree = _tree(quote.mind_map, lambda text: text.client, with_days=False)
    return Attachment("client_map", f"{quote.number}.png", {**tree, "language": quote.language, "subtitle_days": None})


def quote_pdf(tx: Transaction, quote: Quote, client: Contact, valid_until: date) -> Attachment:
    """The PDF of the quote: number, date, scope, range and what it means, assumptions, exclusions, next step."""
    closed = len(tx.quotes.outcomes())
    mind_map = quote.mind_map
    data = {
        **_tree(mind_map, lambda text: text.client, with_days=False),
        "number": quote.number,
        "date": today(tx).isoformat(),
        "valid_until": valid_until.isoformat(),
        "client": client.name,
        "summary": mind_map.summary.client,
        "language": quote.language,
        "price": to_json(quote.price),
        "by_founder": quote.by_founder,
        "closed": closed if may_claim(closed) else None,
        "weeks": list(quote.weeks),
        "assumptions": [text.client for text in mind_map.assumptions],
        "exclusions": [text.client for text in mind_map.exclusions],
        "open_questions": [text.client for text in mind_map.open_questions],
        "shop": {"name": tx.shop.name, "details": tx.shop.details, "tax_note": tx.shop.tax_note},
    }
    return Attachment("quote_pdf", quote_file(quote.number), data)


def quote_file(number: str) -> str:
    """How the PDF of the quote of this number is called."""
    return f"{number}.pdf"


def has_arrived(tx: Transaction, client: Contact, lead_id: int, number: str) -> bool:
    """Whether the quote of this number came to its client: the transcript holds what was sent to them."""
    said = tx.messages.of_contact(client.id, lead_id)
    return any(line.author is Author.BOT and f"[{quote_file(number)}]" in line.text for line in said)


def today(tx: Transaction) -> date:
    """Today in the shop's zone."""
    return tx.now.astimezone(tx.shop.zone).date()


def _tree(mind_map: MindMap, words: Callable[[Wording], str], with_days: bool) -> dict[str, Any]:
    branches = [
        {
            "label": words(branch.label),
            "features": [
                {
                    "label": words(feature.label),
                    "days": [feature.effort.low, feature.effort.likely, feature.effort.high] if with_days else None,
                    "priority": feature.priority.value,
                    "assumed": not feature.said,
                }
                for feature in branch.features
            ],
        }
        for branch in mind_map.branches
    ]
    return {"title": words(mind_map.title), "branches": branches}
