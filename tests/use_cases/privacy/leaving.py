"""How people leave in tests, and what is known of them before and after."""

from __future__ import annotations

from people_bench import CLIENT, Bench

from chatbot.domain.lead import Lead
from chatbot.domain.ledger import payment_posting
from chatbot.domain.money import Money
from chatbot.domain.people import Contact
from chatbot.use_cases.bookings.balances import book_commission, received
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.ports import Transaction

YES, NO = "Forget me", "Keep me"


async def contact(bench: Bench, telegram_id: int = CLIENT) -> Contact | None:
    found: Contact | None = await bench.do(lambda tx: tx.contacts.by_telegram(telegram_id))
    return found


async def forgets(bench: Bench, telegram_id: int = CLIENT) -> str:
    """This person has themselves forgotten; what the press is answered with."""
    await bench.command(telegram_id, "forget")
    return await bench.press(telegram_id, YES)


async def hands_over(bench: Bench, lead: Lead) -> None:
    def open_it(tx: Transaction) -> None:
        hand_off.open_for(tx, tx.contacts.get(lead.client_id), lead, "asked")

    await bench.do(open_it)


async def pays(bench: Bench, lead: Lead, amount: int = 10_000) -> None:
    """The client pays, and the friend who brought them earns their share."""

    def book(tx: Transaction) -> None:
        before = received(tx, lead.id)
        tx.ledger.post(payment_posting("booking:1", lead.id, Money.of(amount, "CNY")), lead.id)
        book_commission(tx, lead, "booking:1:commission", before, received(tx, lead.id))

    await bench.do(book)


def told_of(bench: Bench, chat: int, words: str) -> int:
    return sum(words in told.text for told in bench.told[chat])
