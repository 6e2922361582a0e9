"""What a lead has paid and a friend has earned, read from the ledger; and the commission that a change of it means."""

from __future__ import annotations

from chatbot.domain.lead import Lead
from chatbot.domain.ledger import (
    commission_due,
    commission_posting,
    deposit_account,
    received_account,
    referrer_account,
)
from chatbot.domain.money import Money
from chatbot.domain.people import Referral
from chatbot.use_cases.ports import Transaction


def received(tx: Transaction, lead_id: int) -> Money:
    """What the client has paid towards the price and not got back; a trial counts once it is credited."""
    return -tx.ledger.balance(received_account(lead_id))


def deposit(tx: Transaction, lead_id: int) -> Money:
    """The trial deposit that is neither credited nor refunded."""
    return -tx.ledger.balance(deposit_account(lead_id))


def earned(tx: Transaction, contact_id: int) -> Money:
    """What the shop owes this friend."""
    return -tx.ledger.balance(referrer_account(contact_id))


def referral_of(tx: Transaction, lead: Lead) -> Referral | None:
    """The referral that the lead is credited to."""
    return None if lead.referral_id is None else tx.referrals.get(lead.referral_id)


def commission_change(tx: Transaction, lead: Lead, before: Money, after: Money) -> Money | None:
    """What this change of the received sum means for the friend, below zero after a refund; None without a friend."""
    referral = referral_of(tx, lead)
    if referral is None:
        return None
    return commission_due(after, referral.rate_bp) - commission_due(before, referral.rate_bp)


def book_commission(tx: Transaction, lead: Lead, key: str, before: Money, after: Money) -> Money | None:
    """Enter that change at the friend's locked rate, once for each key; returns it as `commission_change` does."""
    referral = referral_of(tx, lead)
    if referral is None:
        return None
    posting = commission_posting(key, lead.id, referral.referrer_id, before, after, referral.rate_bp)
    if posting is not None:
        tx.ledger.post(posting, lead.id)
    return commission_change(tx, lead, before, after)
