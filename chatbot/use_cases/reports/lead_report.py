"""/lead 12: all about one lead. Amounts are for founders; the team sees the rest."""

from __future__ import annotations

import json
from dataclasses import dataclass

from chatbot.domain.approval import Approval
from chatbot.domain.lead import Lead, Promise, Quote
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import received_account
from chatbot.domain.money import Money
from chatbot.domain.people import Contact, Role
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.bookings.balances import commission_change, deposit, received, referral_of
from chatbot.use_cases.bookings.booking_words import read_lead
from chatbot.use_cases.chats import Rows, button, private, role_of
from chatbot.use_cases.hand_offs.hand_off_card import facts_known
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.names import friend_name, full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.quotes import answer_quote, decline_quote
from chatbot.use_cases.quotes.quote_papers import has_arrived
from chatbot.use_cases.replies import Choice, Part, Phrase, Reply, Say, Tongue, Value, from_json
from chatbot.use_cases.reports.lead_words import day_of, percent, shortened, stage_name, title_of
from chatbot.use_cases.routing import Command, Rule

LAST_WORDS = 3
SHORT = 160
TIMED = frozenset({"promise-review", "promise-answer"})
TOLD = {"promise-quote": {"price", "number", "until"}, "promise-trial": {"amount"}}
"""Kinds of promises that have a sentence here, with what each needs; others are listed without their content."""

REASONS: dict[Stage, dict[str, str]] = {
    Stage.PAUSED: {reason: f"not-now-{reason.replace('_', '-')}" for reason in answer_quote.REASONS},
    Stage.DECLINED: {reason: f"decline-reason-{reason}" for reason in decline_quote.REASONS},
    Stage.LOST: {"client": "lead-reason-client", "forgotten": "lead-reason-forgotten"},
}
"""Stages that have a reason, with the texts of those that were chosen by a button; others are somebody's words."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is put together for one reader; `money` where they may see amounts."""

    tx: Transaction
    lead: Lead
    client: Contact
    money: bool


def show_lead(tx: Transaction, actor: Contact, words: str, _heard: Heard) -> None:
    """The report, with buttons to take over or give back and for the card that waits."""
    lead, _ = read_lead(tx, "lead", words)
    client = tx.contacts.get(lead.client_id)
    reader = _Reader(tx, lead, client, role_of(tx, actor) is Role.FOUNDER)
    sections = (_head, _friend, _brief, _quotes, _promises, _money, _hand_off, _last_words)
    parts = [part for section in sections for part in section(reader)]
    # It quotes the client, with whose key it is sealed.
    tx.outbox.put(private(actor, client), Say(Reply(tuple(parts), _buttons(reader))))


def _head(reader: _Reader) -> list[Part]:
    tx, lead, client = reader.tx, reader.lead, reader.client
    about: dict[str, Value] = {
        "lead": lead.id,
        "title": title_of(lead),
        "client": full_name(client),
        "stage": stage_name(lead.stage),
        "since": day_of(tx, lead.stage_since),
        "created": day_of(tx, lead.created_at),
        "language": Tongue(lead.language),
    }
    parts: list[Part] = [Phrase("lead-head", about)]
    if client.username:
        parts.append(f"@{client.username}")
    if lead.closing_reason and lead.stage in REASONS:
        named = REASONS[lead.stage].get(lead.closing_reason)
        parts.append(Phrase("lead-reason", {"reason": Phrase(named) if named else lead.closing_reason}))
    return parts


def _friend(reader: _Reader) -> list[Part]:
    referral = referral_of(reader.tx, reader.lead)
    if referral is None:
        return [Phrase("lead-no-friend")]
    friend = friend_name(reader.tx.contacts.get(referral.referrer_id))
    text = "lead-friend-private" if referral.private else "lead-friend"
    return [Phrase(text, {"friend": friend, "percent": percent(referral.rate_bp)})]


def _brief(reader: _Reader) -> list[Part]:
    lines = facts_known(reader.tx.shop, reader.lead)
    return [Phrase("lead-brief", {"lines": lines})] if lines else [Phrase("lead-brief-empty")]


def _quotes(reader: _Reader) -> list[Part]:
    lines = tuple(_quote_line(reader, quote) for quote in reader.tx.quotes.of_lead(reader.lead.id))
    return [Phrase("lead-quotes", {"lines": lines})] if lines else []


def _quote_line(reader: _Reader, quote: Quote) -> Phrase:
    about: dict[str, Value] = {
        "number": quote.number,
        "version": quote.version,
        "state": Phrase(f"quote-state-{quote.state.value}"),
        "created": day_of(reader.tx, quote.created_at),
    }
    if quote.price is None or not reader.money:
        return Phrase("lead-quote", about)
    text = "lead-quote-founder-price" if quote.by_founder else "lead-quote-price"
    return Phrase(text, {**about, "price": quote.price})


def _promises(reader: _Reader) -> list[Part]:
    promises = [promise for promise in reader.tx.promises.of_lead(reader.lead.id) if reader.money or promise.due_at]
    lines = tuple(_promise_line(reader, promise) for promise in promises if _has_arrived(reader, promise))
    return [Phrase("lead-promises", {"lines": lines})] if lines else []


def _has_arrived(reader: _Reader, promise: Promise) -> bool:
    """False of a quote that has yet to be sent, since its client has blocked the bot."""
    number = from_json(json.loads(promise.args or "{}")).get("number")
    if promise.kind != "promise-quote" or number is None:
        return True
    return has_arrived(reader.tx, reader.client, reader.lead.id, str(number))


def _promise_line(reader: _Reader, promise: Promise) -> Phrase:
    if promise.due_at is None:
        return _told(promise)
    kind = Phrase(f"lead-{promise.kind}" if promise.kind in TIMED else "lead-promise-other")
    state = Phrase(f"lead-promise-{promise.state(reader.tx.now)}")
    return Phrase("lead-promise", {"kind": kind, "due": promise.due_at, "state": state})


def _told(promise: Promise) -> Phrase:
    """A number that the client was given."""
    told = from_json(json.loads(promise.args or "{}"))
    if TOLD.get(promise.kind, {""}) <= {name for name, value in told.items() if value is not None}:
        return Phrase(f"lead-told-{promise.kind.removeprefix('promise-')}", told)
    return Phrase("lead-told-other", {"day": promise.made_at.date()})


def _money(reader: _Reader) -> list[Part]:
    if not reader.money:
        return []
    tx, lead = reader.tx, reader.lead
    lines: list[Value] = []
    if lead.signed is not None:
        lines.append(Phrase("lead-signed", {"amount": lead.signed}))
    for at, _lead, _memo, line in tx.ledger.lines(received_account(lead.id)):
        back = line.amount.minor > 0
        amount = line.amount if back else -line.amount
        lines.append(Phrase("lead-refunded" if back else "lead-paid", {"amount": amount, "day": day_of(tx, at)}))
    if held := deposit(tx, lead.id):
        lines.append(Phrase("lead-deposit", {"amount": held}))
    total = received(tx, lead.id)
    commission = commission_change(tx, lead, Money(0, total.currency), total)
    if commission:
        lines.append(Phrase("lead-commission", {"amount": commission}))
    return [Phrase("lead-money", {"lines": tuple(lines)})] if lines else []


def _hand_off(reader: _Reader) -> list[Part]:
    hand_off = reader.tx.hand_offs.open_of(reader.client.id)
    if hand_off is None:
        return []
    if hand_off.human_id is None:
        return [Phrase("lead-waits-for-human", {"due": hand_off.due_at})]
    return [Phrase("lead-with-human", {"name": full_name(reader.tx.contacts.get(hand_off.human_id))})]


def _last_words(reader: _Reader) -> list[Part]:
    messages = reader.tx.messages.of_contact(reader.client.id, reader.lead.id, limit=LAST_WORDS)
    lines = tuple(
        Phrase(f"lead-said-{message.author.value}", {"words": shortened(message.text, SHORT)})
        for message in messages
        if message.text
    )
    return [Phrase("lead-last-words", {"lines": lines})] if lines else []


def _buttons(reader: _Reader) -> Rows:
    tx, lead = reader.tx, reader.lead
    row: list[Choice] = []
    if reader.client.is_forgotten:
        return ()
    if reader.client.speaker is not Speaker.HUMAN and (reader.money or reader.client.speaker is Speaker.WAITING):
        row.append(button(tx, "lead-button-take-over", "take_over", lead=lead.id))
    if (standing := tx.hand_offs.open_of(reader.client.id)) is not None:
        row.append(button(tx, "lead-button-give-back", "give_back", lead=lead.id, hand_off=standing.id))
    waiting = [quote for quote in tx.quotes.of_lead(lead.id) if quote.state is Approval.WAITING]
    if reader.money and waiting and lead.is_open:
        row.append(button(tx, "lead-button-card", "show_card", quote=waiting[-1].id, lead=lead.id))
    return (tuple(row),) if row else ()


COMMANDS: tuple[Command, ...] = (Command("lead", Rule.CREW, show_lead),)
