"""What a friend sees: the clients they brought, and what they have earned."""

from __future__ import annotations

from datetime import datetime

from chatbot.domain.ledger import LedgerLine, referrer_account
from chatbot.domain.people import Contact, Referral
from chatbot.use_cases.bookings.balances import earned
from chatbot.use_cases.chats import tell
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.referrals.referral_news import friend_sees
from chatbot.use_cases.replies import Part, Phrase, Value
from chatbot.use_cases.reports.lead_words import day_of, percent
from chatbot.use_cases.routing import Command, Rule

MOST_LINES = 30


def show_referrals(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """Each client they brought: first name, how far things are, since when; newest first."""
    referrals = tx.referrals.of_referrer(actor.id)[::-1]
    if not referrals:
        tell(tx, actor, Phrase("referrals-none"))
        return
    lines = tuple(_referral_line(tx, referral) for referral in referrals[:MOST_LINES])
    tell(tx, actor, *listed(Phrase("referrals-title", {"count": len(referrals)}), lines, len(referrals)))


def listed(title: Phrase, lines: tuple[Value, ...], count: int) -> tuple[Part, ...]:
    """A title, the lines that are shown, and how many more there are."""
    more = count - len(lines)
    parts: tuple[Part, ...] = (title, Phrase("list-of-lines", {"lines": lines}))
    return (*parts, Phrase("list-and-more", {"count": more})) if more else parts


def _referral_line(tx: Transaction, referral: Referral) -> Phrase:
    name, stage, at = friend_sees(tx, referral)
    since = day_of(tx, at)
    if not stage:
        return Phrase("referrals-line-private", {"name": Phrase("referral-someone"), "since": since})
    values: dict[str, Value] = {"name": name, "stage": Phrase(f"referral-stage-{stage}"), "since": since}
    leads = [lead for lead in tx.leads.of_client(referral.client_id) if lead.referral_id == referral.id]
    if len(leads) > 1:
        return Phrase("referrals-line-more", {**values, "count": len(leads) - 1})
    return Phrase("referrals-line", values)


def show_earnings(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """The balance, what it is made of, newest first, the rate, and how it is paid out."""
    lines = tx.ledger.lines(referrer_account(actor.id))[::-1]
    terms = Phrase("earnings-terms", {"percent": percent(tx.shop.commission_bp), "shop": tx.shop.name})
    if not lines:
        tell(tx, actor, Phrase("earnings-none"), terms)
        return
    shown = tuple(_earning_line(tx, at, lead, line) for at, lead, _memo, line in lines[:MOST_LINES])
    title = Phrase("earnings-title", {"balance": earned(tx, actor.id)})
    tell(tx, actor, *listed(title, shown, len(lines)), terms)


def _earning_line(tx: Transaction, at: datetime, lead_id: int, line: LedgerLine) -> Phrase:
    # What a friend has earned grows by credit, so that a debit takes back.
    back = line.amount.minor > 0
    amount = line.amount if back else -line.amount
    text = "earnings-line-back" if back else "earnings-line-earned"
    return Phrase(text, {"day": day_of(tx, at), "lead": lead_id, "amount": amount})


COMMANDS: tuple[Command, ...] = (
    Command("referrals", Rule.ANYBODY, show_referrals),
    Command("earnings", Rule.ANYBODY, show_earnings),
)
