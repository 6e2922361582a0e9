"""All that is kept about a person as JSON for a person to read: plain keys in a fixed order, times in the shop's
zone (ISO 8601), money as text with its currency.

It holds nothing about others beyond what the person sees of them anyway, and no amount that no founder has approved:
a draft that waits is named, and neither its range nor its effort is told (rule 3).
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from chatbot.domain.added_words import adds_something
from chatbot.domain.lead import Author, Lead, Message, Promise, Quote
from chatbot.domain.ledger import deposit_account, received_account, referrer_account
from chatbot.domain.money import Money, minor_digits
from chatbot.domain.people import Contact, HandOff, Referral
from chatbot.use_cases.listening.dialogue import words_of_people
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.quotes.quote_papers import client_map
from chatbot.use_cases.referrals.referral_news import friend_sees
from chatbot.use_cases.replies import Recalled, from_json

ALL = 1_000_000


def personal_file(tx: Transaction, contact: Contact) -> str:
    """The whole file."""
    leads = tx.leads.of_client(contact.id)
    data = {
        "kept_by": tx.shop.name,
        "written_at": _time(tx, tx.now),
        "time_zone": tx.shop.zone.key,
        "profile": _profile(tx, contact),
        "projects": [_project(tx, lead) for lead in leads],
        "conversation": [_line(tx, line) for line in tx.messages.of_contact(contact.id, limit=ALL)],
        "hand_offs": [_hand_off(tx, one) for one in tx.hand_offs.of_contact(contact.id)],
        "came_by": _came_by(tx, contact),
        "brought": [_brought(tx, referral) for referral in tx.referrals.of_referrer(contact.id)],
        "payments": [entry for lead in leads for entry in _payments(tx, lead)],
        "commissions": _entries(tx, referrer_account(contact.id)),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _profile(tx: Transaction, contact: Contact) -> dict[str, Any]:
    return {
        "telegram_id": contact.telegram_id,
        "name": contact.name,
        "username": contact.username,
        "language": contact.language,
        "language_chosen": contact.language_chosen,
        "known_since": _time(tx, contact.created_at),
        "pseudonym_in_the_books": contact.pseudonym,
        "referral_code": contact.referral_code,
        "has_blocked_the_bot": contact.blocked,
    }


# ---- projects -------------------------------------------------------------------------------------------------------


def _project(tx: Transaction, lead: Lead) -> dict[str, Any]:
    known = words_of_people(tx, lead)
    return {
        "number": lead.id,
        "title": lead.title,
        "language": lead.language,
        "begun": _time(tx, lead.created_at),
        "stage": lead.stage.value,
        "in_this_stage_since": _time(tx, lead.stage_since),
        "reason": lead.closing_reason,
        "signed_price": _amount(lead.signed),
        "known_facts": [
            {"about": fact.topic.value, "what": fact.value, "said_by_you": fact.said}
            for fact in lead.brief.facts
            if not adds_something(fact.value, known)  # what a model added of its own accord is nothing about them
        ],
        "quotes": [_quote(tx, quote) for quote in tx.quotes.of_lead(lead.id)],
        "promises": [_promise(tx, promise) for promise in tx.promises.of_lead(lead.id)],
    }


def _quote(tx: Transaction, quote: Quote) -> dict[str, Any]:
    known = {"number": quote.number, "version": quote.version, "drawn_at": _time(tx, quote.created_at)}
    if quote.valid_until is None or quote.price is None:  # set by the approval that sends it
        return {**known, "state": quote.state.value, "sent_to_you": False}
    tree, price = client_map(quote).data, quote.price
    return {
        **known,
        "state": quote.state.value,
        "sent_to_you": True,
        "valid_until": quote.valid_until.isoformat(),
        "price_range": {
            "low": _amount(price.low),
            "likely": _amount(price.likely),
            "high": _amount(price.high),
        },
        "weeks": list(quote.weeks),
        "summary": quote.mind_map.summary.client,
        "mind_map": {
            "title": tree["title"],
            "branches": [
                {"label": one["label"], "features": [feature["label"] for feature in one["features"]]}
                for one in tree["branches"]
            ],
        },
        "assumptions": [text.client for text in quote.mind_map.assumptions],
        "not_included": [text.client for text in quote.mind_map.exclusions],
        "open_questions": [text.client for text in quote.mind_map.open_questions],
    }


def _promise(tx: Transaction, promise: Promise) -> dict[str, Any]:
    told = from_json(json.loads(promise.args or "{}"))
    amount = told.get("amount")
    return {
        "what": promise.kind.removeprefix("promise-"),
        "quote": told.get("number"),
        "amount": _amount(amount) if isinstance(amount, Money) else None,
        "made_at": _time(tx, promise.made_at),
        "due_at": _time(tx, promise.due_at),
        "kept_at": _time(tx, promise.kept_at),
        "released_at": _time(tx, promise.released_at),
    }


# ---- words ----------------------------------------------------------------------------------------------------------


def _line(tx: Transaction, line: Message) -> dict[str, Any]:
    return {
        "at": _time(tx, line.at),
        "from": {Author.CLIENT: "you", Author.BOT: f"{tx.shop.name} (bot)", Author.HUMAN: tx.shop.name}[line.author],
        "kind": line.kind,
        "text": line.text,
        "project": line.lead_id,
    }


def _hand_off(tx: Transaction, one: HandOff) -> dict[str, Any]:
    return {
        "project": one.lead_id,
        "reason": one.reason,
        "state": one.state.value,
        "opened_at": _time(tx, one.opened_at),
        "promised_by": _time(tx, one.due_at),
        "answered_at": _time(tx, one.answered_at),
    }


# ---- friends and money ----------------------------------------------------------------------------------------------


def _came_by(tx: Transaction, contact: Contact) -> dict[str, Any] | None:
    referral = tx.referrals.of_client(contact.id)
    if referral is None:
        return None
    return {
        "since": _time(tx, referral.created_at),
        "counts_until": _time(tx, referral.protected_until),
        "kept_private_from_the_friend": referral.private,
    }


def _brought(tx: Transaction, referral: Referral) -> dict[str, Any]:
    """A client as /referrals shows them to the friend."""
    name, stage, since = friend_sees(tx, referral)
    return {
        "name": name.words if isinstance(name, Recalled) else None,  # kept private, or forgotten
        "stage": stage or None,
        "since": _time(tx, since),
        "commission_percent": f"{referral.rate_bp / 100:g}",
        "counts_until": _time(tx, referral.protected_until),
    }


def _payments(tx: Transaction, lead: Lead) -> list[dict[str, Any]]:
    return _entries(tx, received_account(lead.id)) + _entries(tx, deposit_account(lead.id))


def _entries(tx: Transaction, account: str) -> list[dict[str, Any]]:
    # What was received or earned grows by credit, which is below zero in the ledger.
    return [
        {"at": _time(tx, at), "project": lead_id, "what": memo, "amount": _amount(-line.amount)}
        for at, lead_id, memo, line in tx.ledger.lines(account)
    ]


def _amount(money: Money | None) -> str | None:
    if money is None:
        return None
    digits = minor_digits(money.currency)
    whole, part = divmod(abs(money.minor), 10**digits)
    sign = "-" if money.minor < 0 else ""
    return f"{sign}{whole}{f'.{part:0{digits}d}' if digits else ''} {money.currency}"


def _time(tx: Transaction, at: datetime | None) -> str | None:
    return at.astimezone(tx.shop.zone).isoformat(timespec="seconds") if at is not None else None
