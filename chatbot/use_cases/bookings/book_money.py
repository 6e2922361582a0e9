"""/won, /lost, /paid, /refund: a card first, and only its *Book* books. /took notes what a project really took.

The card's id is the business key: a second tap, or a second founder's, books nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from chatbot.domain.approval import Approval
from chatbot.domain.errors import IllegalStep, Refusal
from chatbot.domain.lead import Booking, BookingKind, BookingState, Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import commission_due, received_account
from chatbot.domain.money import Money
from chatbot.domain.people import Contact
from chatbot.use_cases.bookings import booking_effects
from chatbot.use_cases.bookings.balances import deposit, received, referral_of
from chatbot.use_cases.bookings.booking_words import Order, read_days, read_lead, read_order
from chatbot.use_cases.chats import button, founders, private, rewrite_cards, tell
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.names import first_name, friend_name, full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.referrals.referral_news import is_told
from chatbot.use_cases.replies import Edit, Notice, Part, Phrase, Reply, Say, Value
from chatbot.use_cases.reports.lead_words import stage_name, title_of
from chatbot.use_cases.routing import Args, Command, Press, Rule

SAME_WITHIN = timedelta(hours=24)

_NEWS = {BookingKind.WON: "won", BookingKind.LOST: "lost", BookingKind.PAID: "paid", BookingKind.REFUND: "refunded"}


def _command(kind: BookingKind) -> Callable[[Transaction, Contact, str, Heard], None]:
    def show(tx: Transaction, actor: Contact, words: str, _heard: Heard) -> None:
        order = read_order(tx, kind, words)
        booking_effects.check(tx, order.kind, order.lead, order.amount)
        _show_card(tx, actor, order)

    return show


def _show_card(tx: Transaction, actor: Contact, order: Order) -> None:
    booking = tx.bookings.add(order.kind, order.lead.id, order.amount, order.reason, actor.id)
    row = (
        button(tx, "booking-button-book", "book", booking=booking.id),
        button(tx, "booking-button-cancel", "cancel_booking", booking=booking.id),
    )
    parts = (*_what(tx, order), _commission(tx, order), *_warnings(tx, order), _told(tx, actor, order))
    place = private(actor, subject=order.lead.client_id)
    tx.outbox.put(place, Say(Reply(parts, (row,)), slot=slot_of(booking)))


def slot_of(booking: Booking) -> str:
    """The card's message."""
    return f"booking:{booking.id}"


def _about(tx: Transaction, lead: Lead, amount: Money | None) -> dict[str, Value]:
    values: dict[str, Value] = {"lead": lead.id, "client": full_name(tx.contacts.get(lead.client_id))}
    return values if amount is None else {**values, "amount": amount}


def _text(prefix: str, kind: BookingKind, lead: Lead) -> str:
    return f"{prefix}-deposit" if booking_effects.is_deposit(kind, lead) else f"{prefix}-{kind.value}"


def _what(tx: Transaction, order: Order) -> tuple[Part, ...]:
    about = {**_about(tx, order.lead, order.amount), "title": title_of(order.lead)}
    head = Phrase(_text("booking", order.kind, order.lead), about)
    return (head, Phrase("booking-reason", {"reason": order.reason})) if order.reason else (head,)


def _commission(tx: Transaction, order: Order) -> Phrase:
    referral = referral_of(tx, order.lead)
    if referral is None:
        return Phrase("booking-commission-nobody")
    friend = friend_name(tx.contacts.get(referral.referrer_id))
    if order.kind is BookingKind.WON and order.amount is not None:
        whole = commission_due(order.amount, referral.rate_bp)
        return Phrase("booking-commission-later", {"friend": friend, "amount": whole})
    change = booking_effects.commission_of(tx, order.kind, order.lead, order.amount)
    if change is None:
        text = "booking-commission-trial" if order.kind is BookingKind.PAID else "booking-commission-none"
        return Phrase(text, {"friend": friend})
    if change.minor < 0:
        return Phrase("booking-commission-back", {"friend": friend, "amount": -change})
    return Phrase("booking-commission", {"friend": friend, "amount": change})


def _warnings(tx: Transaction, order: Order) -> tuple[Part, ...]:
    lead, notes = order.lead, list[Part]()
    paid = received(tx, lead.id)
    if order.kind is BookingKind.PAID and order.amount is not None:
        if lead.signed is not None:
            notes.append(Phrase("booking-so-far", {"paid": paid + order.amount, "signed": lead.signed}))
        if _booked_lately(tx, lead, order.amount):
            notes.append(Phrase("booking-same-lately"))
        if lead.stage is Stage.TRIAL_AGREED and order.amount != tx.shop.trial_deposit:
            notes.append(Phrase("booking-other-deposit", {"deposit": tx.shop.trial_deposit}))
    held = paid + deposit(tx, lead.id)
    if order.kind is BookingKind.LOST and held:
        notes.append(Phrase("booking-still-paid", {"paid": held}))
    return tuple(notes)


def _booked_lately(tx: Transaction, lead: Lead, amount: Money) -> bool:
    lines = tx.ledger.lines(received_account(lead.id))
    return any(line.amount == -amount and tx.now - at < SAME_WITHIN for at, _lead, _memo, line in lines)


def _told(tx: Transaction, actor: Contact, order: Order) -> Phrase:
    lead = order.lead
    names: list[Value] = []
    client, referral = tx.contacts.get(lead.client_id), referral_of(tx, lead)
    if not client.is_forgotten:
        names.append(Phrase("booking-told-client", {"name": full_name(client)}))
    deposit_only = booking_effects.is_deposit(order.kind, lead)
    if referral is not None and is_told(referral, _NEWS[order.kind]) and not deposit_only:
        friend = tx.contacts.get(referral.referrer_id)
        if not friend.is_forgotten:
            names.append(Phrase("booking-told-friend", {"name": full_name(friend)}))
    names += [
        Phrase("booking-told-founder", {"name": full_name(founder)})
        for founder in founders(tx)
        if founder.id != actor.id
    ]
    return Phrase("booking-told", {"names": tuple(names)}) if names else Phrase("booking-told-nobody")


def book(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Check again, book, and tell everybody concerned."""
    booking = tx.bookings.get(int(args["booking"]))
    if booking.state is not BookingState.SHOWN:
        return Notice(f"booking-already-{booking.state.value}", alert=True)
    lead = tx.leads.find(booking.lead_id)
    booking_effects.check(tx, booking.kind, lead, booking.amount)
    tx.bookings.save(replace(booking, state=BookingState.BOOKED))
    about = {**_about(tx, lead, booking.amount), "founder": first_name(actor)}
    done = Phrase(_text("booked", booking.kind, lead), about)
    booking_effects.carry_out(tx, actor, booking, lead)
    # A founder who has no such card gets it as news.
    rewrite_cards(tx, lead.client_id, slot_of(booking), done)
    return Notice("booking-booked")


def cancel_booking(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Book nothing."""
    booking = tx.bookings.get(int(args["booking"]))
    if booking.state is not BookingState.SHOWN:
        return Notice(f"booking-already-{booking.state.value}", alert=True)
    tx.bookings.save(replace(booking, state=BookingState.CANCELLED))
    author = private(tx.contacts.get(booking.created_by), subject=tx.leads.find(booking.lead_id).client_id)
    cancelled = Phrase("booking-cancelled", {"lead": booking.lead_id, "founder": first_name(actor)})
    tx.outbox.put(author, Edit(slot_of(booking), Reply((cancelled,))))
    return Notice("booking-cancelled-notice")


def took(tx: Transaction, actor: Contact, words: str, _heard: Heard) -> None:
    """Note the person-days that a won project really took: later estimates learn from it."""
    lead, rest = read_lead(tx, "took", words)
    days = read_days(lead, rest)
    if lead.stage is not Stage.WON:
        raise IllegalStep("money-refused-took", lead=lead.id, stage=stage_name(lead.stage))
    priced = [quote for quote in tx.quotes.of_lead(lead.id) if quote.computed is not None]
    accepted = [quote for quote in priced if quote.state is Approval.ACCEPTED]
    if not priced:
        raise Refusal("money-took-no-quote", lead=lead.id)
    quote = (accepted or priced)[-1]
    tx.quotes.record_outcome(quote.id, days)
    low, _likely, high = quote.whole_days
    told: dict[str, Value] = {"lead": lead.id, "days": f"{days:g}", "low": low, "high": high, "number": quote.number}
    tell(tx, actor, Phrase("took-noted", {**told, "closed": len(tx.quotes.outcomes())}))


PRESSES: dict[str, Press] = {
    "book": Press(Rule.FOUNDER, book, once=False),  # the card's state decides, and says why not
    "cancel_booking": Press(Rule.FOUNDER, cancel_booking, once=False),  # the card's state decides, and says why not
}

COMMANDS: tuple[Command, ...] = (
    *(Command(kind.value, Rule.FOUNDER, _command(kind)) for kind in BookingKind),
    Command("took", Rule.FOUNDER, took),
)
