"""What a booking may do, what it means, and its effects: stage, ledger, and word to everybody concerned.

Nothing here is committed unless all of it is. Postings are keyed by the booking, so that none stands twice.
"""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.approval import Approval, Decision, decided
from chatbot.domain.errors import IllegalStep, Refusal
from chatbot.domain.lead import Booking, BookingKind, Lead, Quote
from chatbot.domain.lead_flow import Event, Stage, next_stage
from chatbot.domain.ledger import deposit_posting, payment_posting, refund_posting
from chatbot.domain.money import Money
from chatbot.domain.people import Contact
from chatbot.use_cases.bookings import trial_verdict
from chatbot.use_cases.bookings.balances import book_commission, commission_change, deposit, received
from chatbot.use_cases.chats import private
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.referrals.referral_news import tell_referrer
from chatbot.use_cases.replies import Phrase, Settle
from chatbot.use_cases.reports.lead_words import cancel_waiting_jobs, stage_name, tell_client


def check(tx: Transaction, kind: BookingKind, lead: Lead, amount: Money | None) -> None:
    """Raises `Refusal` where the lead's stage, or what was paid, does not allow this."""
    try:
        _check_stage(kind, lead)
    except IllegalStep:
        raise IllegalStep(f"money-refused-{kind.value}", lead=lead.id, stage=stage_name(lead.stage)) from None
    if kind is BookingKind.REFUND and amount is not None:
        paid = received(tx, lead.id) + deposit(tx, lead.id)
        if not paid:
            raise Refusal("money-nothing-paid", lead=lead.id)
        if paid < amount:
            raise Refusal("money-refund-too-much", lead=lead.id, paid=paid, amount=amount)


def _check_stage(kind: BookingKind, lead: Lead) -> None:
    match kind:
        case BookingKind.WON:
            next_stage(lead.stage, Event.WON)
        case BookingKind.LOST:
            next_stage(lead.stage, Event.LOST)
        case BookingKind.PAID if lead.stage is not Stage.WON:
            next_stage(lead.stage, Event.TRIAL_PAID)


def commission_of(tx: Transaction, kind: BookingKind, lead: Lead, amount: Money | None) -> Money | None:
    """What the booking changes in the friend's earnings; None without a friend, or where nothing is received."""
    before = received(tx, lead.id)
    if amount is None or kind in (BookingKind.WON, BookingKind.LOST) or is_deposit(kind, lead):
        return None
    change = amount if kind is BookingKind.PAID else -_from_price(before, amount)
    return commission_change(tx, lead, before, before + change)


def is_deposit(kind: BookingKind, lead: Lead) -> bool:
    """Whether this payment is the deposit of a trial, which earns nobody a commission yet."""
    return kind is BookingKind.PAID and lead.stage is Stage.TRIAL_AGREED


def _from_price(paid: Money, amount: Money) -> Money:
    """The part of a refund that comes out of what was paid for the project; the rest is deposit."""
    return amount if amount <= paid else paid


def carry_out(tx: Transaction, actor: Contact, booking: Booking, lead: Lead) -> None:
    """Book it. The caller has checked it in this transaction and closes the card."""
    match booking.kind, booking.amount:
        case BookingKind.WON, Money() as signed:
            _win(tx, actor, lead, signed)
        case BookingKind.LOST, _:
            _lose(tx, actor, lead, booking.reason)
        case BookingKind.PAID, Money() as amount if is_deposit(booking.kind, lead):
            _take_deposit(tx, booking, lead, amount)
        case BookingKind.PAID, Money() as amount:
            _take_payment(tx, booking, lead, amount)
        case BookingKind.REFUND, Money() as amount:
            _give_back(tx, booking, lead, amount)


def _win(tx: Transaction, actor: Contact, lead: Lead, signed: Money) -> None:
    lead = replace(lead.after(Event.WON, tx.now), signed=signed)
    tx.leads.save(lead)
    close_quotes(tx, actor, lead, won=True)
    tell_client(tx, lead, Phrase("won-client", {"shop": tx.shop.name, "amount": signed}), key=f"won:{lead.id}")
    tell_referrer(tx, lead, "won")


def _lose(tx: Transaction, actor: Contact, lead: Lead, reason: str) -> None:
    lead = replace(lead.after(Event.LOST, tx.now), closing_reason=reason)
    tx.leads.save(lead)
    close_quotes(tx, actor, lead, won=False)
    tell_client(tx, lead, Phrase("lost-client", {"shop": tx.shop.name}), key=f"lost:{lead.id}")
    tell_referrer(tx, lead, "lost")


def close_quotes(tx: Transaction, actor: Contact, lead: Lead, won: bool) -> None:
    """Leave no version open, no button of the client's to press and no job to run for a lead that is closed."""
    for quote in tx.quotes.of_lead(lead.id):
        decision = _closing(quote, won)
        if decision is not None:
            state = decided(quote.state, decision)
            tx.quotes.save(replace(quote, state=state, decided_at=tx.now, decided_by=actor.id))
        tx.outbox.put(private(tx.contacts.get(lead.client_id)), Settle(f"quote:{quote.id}"))
    cancel_waiting_jobs(tx, lead)
    tx.promises.release(lead.id, "promise-review")


def _closing(quote: Quote, won: bool) -> Decision | None:
    match quote.state:
        case Approval.WAITING:
            return Decision.DECLINE
        case Approval.APPROVED:
            return Decision.ACCEPT if won else Decision.DECLINE
    return None


def _take_deposit(tx: Transaction, booking: Booking, lead: Lead, amount: Money) -> None:
    tx.ledger.post(deposit_posting(f"booking:{booking.id}", lead.id, amount), lead.id)
    lead = lead.after(Event.TRIAL_PAID, tx.now)
    tx.leads.save(lead)
    tell_client(tx, lead, Phrase("trial-paid-client", {"amount": amount}), key=f"booked:{booking.id}")
    trial_verdict.ask_founders(tx, lead, amount)


def _take_payment(tx: Transaction, booking: Booking, lead: Lead, amount: Money) -> None:
    before = received(tx, lead.id)
    tx.ledger.post(payment_posting(f"booking:{booking.id}", lead.id, amount), lead.id)
    total = received(tx, lead.id)
    commission = book_commission(tx, lead, f"booking:{booking.id}:commission", before, total)
    receipt = Phrase("paid-client", {"amount": amount, "total": total})
    tell_client(tx, lead, receipt, key=f"booked:{booking.id}")
    if commission is not None:
        tell_referrer(tx, lead, "paid", about=booking.id, commission=commission)


def _give_back(tx: Transaction, booking: Booking, lead: Lead, amount: Money) -> None:
    before = received(tx, lead.id)
    part = _from_price(before, amount)
    if part:
        tx.ledger.post(refund_posting(f"booking:{booking.id}", lead.id, part, from_deposit=False), lead.id)
    if rest := amount - part:
        tx.ledger.post(refund_posting(f"booking:{booking.id}:deposit", lead.id, rest, from_deposit=True), lead.id)
    commission = book_commission(tx, lead, f"booking:{booking.id}:commission", before, received(tx, lead.id))
    tell_client(tx, lead, Phrase("refund-client", {"amount": amount}), key=f"booked:{booking.id}")
    if commission:
        tell_referrer(tx, lead, "refunded", about=booking.id, commission=-commission)
