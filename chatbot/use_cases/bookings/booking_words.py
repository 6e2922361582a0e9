"""Reads what a founder types behind /won, /lost, /paid, /refund and /took; in doubt a sentence with an example."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chatbot.domain.amounts import read_money
from chatbot.domain.brief import clean
from chatbot.domain.errors import NotUnderstood, Refusal, UnfitAmount
from chatbot.domain.lead import BookingKind, Lead
from chatbot.domain.money import Money, minor_digits
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Phrase

MAX_REASON = 500
MAX_DAYS = 5000

_LEAD = re.compile(r"(?:lead\s*)?[#＃]?\s*(\d{1,12})\b[\s,:，：]*(.*)", re.IGNORECASE | re.DOTALL)
_DAYS = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:d|days?|天|人天|j|jours?|d[ií]as?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Order:
    """What the founder wants booked."""

    kind: BookingKind
    lead: Lead
    amount: Money | None
    reason: str = field(repr=False)


def read_order(tx: Transaction, kind: BookingKind, words: str) -> Order:
    """Lead, amount and reason of a command; `Refusal` with an example where one is missing or unclear."""
    lead, rest = read_lead(tx, kind.value, words)
    match kind:
        case BookingKind.LOST:
            return Order(kind, lead, None, _reason(kind, lead, rest))
        case BookingKind.REFUND:
            amount, reason = _amount_before_reason(tx, kind, lead, rest)
            return Order(kind, lead, amount, _reason(kind, lead, reason))
    return Order(kind, lead, _amount(tx, kind, lead, rest), "")


def read_lead(tx: Transaction, command: str, words: str) -> tuple[Lead, str]:
    """The lead whose number the words begin with, and the rest of them."""
    found = _LEAD.fullmatch(words.strip())
    if found is None:
        raise Refusal("money-no-number", usage=usage(command))
    return tx.leads.find(int(found[1])), found[2].strip()


def usage(command: str) -> Phrase:
    """How the command is written, with an example."""
    return Phrase(f"money-usage-{command}")


def read_days(lead: Lead, words: str) -> float:
    """Person-days above zero, such as "75" or "62,5"."""
    found = _DAYS.fullmatch(words.strip())
    days = float(f"{found[1]}.{found[2] or 0}") if found else 0.0
    if not 0 < days <= MAX_DAYS:
        raise Refusal("money-days-unclear", lead=lead.id, most=MAX_DAYS, usage=usage("took"))
    return days


def _amount(tx: Transaction, kind: BookingKind, lead: Lead, words: str) -> Money:
    if not words:
        raise Refusal("money-no-amount", lead=lead.id, usage=usage(kind.value))
    currency, said, example = tx.shop.currency, clean(words, 60), usage(kind.value)
    try:
        return read_money(words, currency)
    except UnfitAmount as unfit:
        known = {"words": said, "currency": currency, "digits": minor_digits(currency), "usage": example}
        raise Refusal(f"money-amount-{unfit.why.value}", **known) from None
    except NotUnderstood:
        raise Refusal("money-amount-unclear", words=said, currency=currency, usage=example) from None


def _amount_before_reason(tx: Transaction, kind: BookingKind, lead: Lead, words: str) -> tuple[Money, str]:
    """The longest beginning that is an amount: "5 000 design was dropped" is 5 000, as the card will show."""
    parts = words.split()
    for count in range(min(len(parts), 4), 0, -1):
        try:
            return read_money(" ".join(parts[:count]), tx.shop.currency), " ".join(parts[count:])
        except UnfitAmount:
            return _amount(tx, kind, lead, " ".join(parts[:count])), ""  # says why
        except NotUnderstood:
            continue
    return _amount(tx, kind, lead, parts[0] if parts else ""), ""


def _reason(kind: BookingKind, lead: Lead, words: str) -> str:
    reason = clean(words, MAX_REASON)
    if not reason:
        raise Refusal("money-no-reason", lead=lead.id, usage=usage(kind.value))
    return reason
