"""Bookings: a card first, then money, commission and word to everybody, each exactly once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, SECOND_FOUNDER, TEAM, Bench

from chatbot.domain.approval import Approval
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import referrer_account
from chatbot.domain.money import Money
from chatbot.domain.people import LANGUAGES
from chatbot.use_cases.bookings.balances import earned, received
from chatbot.use_cases.ports import Transaction


async def earned_by_friend(bench: Bench) -> Money:
    return await bench.do(lambda tx: earned(tx, tx.contacts.by_telegram(FRIEND).id))


async def book(bench: Bench, command: str, words: str) -> None:
    await bench.command(FOUNDER, command, words)
    await bench.press(FOUNDER, "Book")


async def won(bench: Bench, price: str = "68000") -> int:
    lead = await bench.lead(Stage.AGREED)
    await book(bench, "won", f"{lead.id} {price}")
    return lead.id


async def test_nothing_is_booked_until_book_is_pressed(referred: Bench) -> None:
    lead = await referred.lead(Stage.AGREED)
    (card,) = await referred.command(FOUNDER, "won", f"{lead.id} 68000")
    assert "Lin Wei" in card
    assert "68,000" in card
    assert "3,400" in card  # what the friend would earn on the whole price
    assert "Marie Petit" in card
    assert (await referred.find(lead)).stage is Stage.AGREED
    assert await referred.press(FOUNDER, "Book") == "Booked"
    after = await referred.find(lead)
    assert (after.stage, after.signed) == (Stage.WON, Money.of(68000, "CNY"))
    assert "68,000" in referred.last(CLIENT)
    assert "we work with Lin" in referred.last(FRIEND)
    assert "68,000" not in referred.all_told(FRIEND)


async def test_a_second_tap_and_a_second_founders_tap_book_nothing(referred: Bench) -> None:
    await referred.meet(SECOND_FOUNDER, "Kim")
    lead = await won(referred)
    await book(referred, "paid", f"{lead} 20000")
    assert "already" in await referred.press(FOUNDER, "Book")
    assert "already" in await referred.press(SECOND_FOUNDER, "Book", of=FOUNDER)
    assert await referred.do(lambda tx: received(tx, lead)) == Money.of(20000, "CNY")
    assert await earned_by_friend(referred) == Money.of(1000, "CNY")
    assert referred.all_told(FRIEND).count("Your commission:") == 1


async def test_other_founders_hear_what_was_booked(referred: Bench) -> None:
    await referred.meet(SECOND_FOUNDER, "Kim")
    await won(referred)
    assert "signed at CN¥68,000. Booked by Alex" in referred.last(SECOND_FOUNDER)


async def test_the_version_that_the_client_had_counts_as_accepted_once_signed(referred: Bench) -> None:
    lead = await referred.lead(Stage.QUOTED)
    quote = await referred.quote(lead, Approval.APPROVED)
    await book(referred, "won", f"{lead.id} 68000")
    assert (await referred.do(lambda tx: tx.quotes.get(quote.id))).state is Approval.ACCEPTED


async def test_a_cancelled_card_books_nothing_any_more(referred: Bench) -> None:
    lead = await referred.lead(Stage.AGREED)
    await referred.command(FOUNDER, "won", f"{lead.id} 68000")
    await referred.press(FOUNDER, "Cancel")
    assert "cancelled" in await referred.press(FOUNDER, "Book")
    assert (await referred.find(lead)).stage is Stage.AGREED


async def test_refunds_take_back_the_friends_part_and_never_exceed_what_was_paid(referred: Bench) -> None:
    lead = await won(referred)
    await book(referred, "paid", f"{lead} 20000")
    (refused,) = await referred.command(FOUNDER, "refund", f"{lead} 20001 too much")
    assert "20,000" in refused
    await book(referred, "refund", f"{lead} 5000 design was dropped")
    assert await referred.do(lambda tx: received(tx, lead)) == Money.of(15000, "CNY")
    assert await earned_by_friend(referred) == Money.of(750, "CNY")
    assert "CN¥250 of your commission" in referred.last(FRIEND)
    assert "5,000" in referred.last(CLIENT)
    await book(referred, "refund", f"{lead} 15000 all of it")
    assert await earned_by_friend(referred) == Money.of(0, "CNY")
    lines = await referred.do(lambda tx: tx.ledger.lines(referrer_account(tx.contacts.by_telegram(FRIEND).id)))
    assert [line.amount.minor for _, _, _, line in lines] == [-100_000, 25_000, 75_000]


async def test_two_cards_for_one_refund_cannot_both_be_booked(referred: Bench) -> None:
    lead = await won(referred)
    await book(referred, "paid", f"{lead} 5000")
    await referred.command(FOUNDER, "refund", f"{lead} 5000 first")
    await referred.command(FOUNDER, "refund", f"{lead} 5000 second")
    await referred.press(FOUNDER, "Book")
    first = referred.told[FOUNDER][-3]
    referred.told[FOUNDER].append(first)
    assert "Nothing has been paid" in await referred.press(FOUNDER, "Book")


async def test_a_second_payment_of_the_same_amount_is_pointed_out(referred: Bench) -> None:
    lead = await won(referred)
    await book(referred, "paid", f"{lead} 20000")
    (card,) = await referred.command(FOUNDER, "paid", f"{lead} 20000")
    assert "last 24 hours" in card
    assert "40,000 of CN¥68,000" in card


async def test_a_lost_lead_is_closed_kindly_and_its_reason_kept_from_the_client(referred: Bench) -> None:
    lead = await referred.lead(Stage.QUOTED)
    quote = await referred.quote(lead, Approval.APPROVED)
    await book(referred, "lost", f"{lead.id} chose a cheaper team")
    after = await referred.find(lead)
    assert (after.stage, after.closing_reason) == (Stage.LOST, "chose a cheaper team")
    assert "Thank you for the time" in referred.last(CLIENT)
    assert "cheaper" not in referred.all_told(CLIENT)
    assert "not doing this project" in referred.last(FRIEND)
    assert (await referred.do(lambda tx: tx.quotes.get(quote.id))).state is Approval.DECLINED


async def test_a_client_whom_nobody_brought_earns_nobody_anything(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await won(bench)
    (card,) = await bench.command(FOUNDER, "paid", f"{lead} 20000")
    assert "nobody referred" in card
    await bench.press(FOUNDER, "Book")
    assert "20,000" in bench.last(CLIENT)


@pytest.mark.parametrize(
    ("command", "words", "said"),
    [
        ("paid", "", "Which lead?"),
        ("paid", "soon 20000", "Which lead?"),
        ("paid", "1", "How much?"),
        ("paid", "1 twenty thousand", "twenty thousand"),
        ("paid", "1 0", "“0” is not above zero"),
        ("won", "1 -500", "“-500” is not above zero"),
        ("paid", "1 99999999999999999999", "“99999999999999999999” is too large"),
        ("paid", f"1 {'9' * 40}", "is too large"),
        ("paid", "1 20000.005", "CNY has 2 decimals at most"),
        ("refund", "1 5 000.005 design was dropped", "CNY has 2 decimals at most"),
        ("refund", "1 0 design was dropped", "“0” is not above zero"),
        ("paid", "1 500 EUR", "in CNY"),
        ("paid", "77 20000", "no lead 77"),
        ("paid", "1 20000", "Quoted"),
        ("refund", "1 5000", "reason"),
        ("refund", "1 5000 why not", "Nothing has been paid"),
        ("lost", "1", "reason"),
        ("took", "1 75", "once it is won"),
        ("took", "1 many", "above zero"),
        ("took", "1 9999", "up to 5000"),
    ],
)
async def test_what_cannot_be_read_or_done_gets_a_sentence_and_books_nothing(
    bench: Bench, command: str, words: str, said: str
) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead(Stage.QUOTED)
    assert lead.id == 1
    (answer,) = await bench.command(FOUNDER, command, words)
    assert said in answer
    assert not bench.told[FOUNDER][-1].buttons
    assert await bench.find(lead) == lead


async def test_a_lead_is_won_only_once(referred: Bench) -> None:
    lead = await won(referred)
    (answer,) = await referred.command(FOUNDER, "won", f"{lead} 70000")
    assert "Won" in answer
    assert (await referred.do(lambda tx: tx.leads.find(lead))).signed == Money.of(68000, "CNY")


async def test_only_founders_book(referred: Bench) -> None:
    await referred.meet(TEAM, "Sam")
    lead = await referred.lead(Stage.AGREED)
    await referred.command(FOUNDER, "won", f"{lead.id} 68000")
    for person in (TEAM, CLIENT):
        await referred.command(person, "won", f"{lead.id} 1")
        await referred.press(person, "Book", of=FOUNDER)
    assert (await referred.find(lead)).stage is Stage.AGREED


async def test_what_a_project_really_took_teaches_the_estimates_once_corrected(referred: Bench) -> None:
    lead = await referred.lead(Stage.AGREED)
    quote = await referred.quote(lead, Approval.ACCEPTED)
    await referred.do(lambda tx: tx.quotes.save(replace(quote, days=(29.91, 40.6, 55.48))))
    await book(referred, "won", f"{lead.id} 68000")
    (answer,) = await referred.command(FOUNDER, "took", f"{lead.id} 75")
    assert "75 person-days" in answer
    assert "30–55" in answer  # whole days, as the card of the quote had them
    await referred.command(FOUNDER, "took", f"{lead.id} 62,5")
    outcomes = await referred.do(lambda tx: tx.quotes.outcomes())
    assert [outcome.actual_days for outcome in outcomes] == [62.5]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", ["0", "-5", "99999999999999999999", "20000.005"])
async def test_what_is_wrong_with_an_amount_is_said_in_every_language(bench: Bench, language: str, amount: str) -> None:
    await bench.do(lambda tx: tx.contacts.save(replace(tx.contacts.by_telegram(FOUNDER), language=language)))
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead(Stage.AGREED)
    (unclear,) = await bench.command(FOUNDER, "won", f"{lead.id} a lot")
    (said,) = await bench.command(FOUNDER, "won", f"{lead.id} {amount}")
    assert amount in said
    assert "/won 12" in said
    assert said != unclear.replace("a lot", amount)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_cards_receipts_and_news_stand_in_every_language(bench: Bench, language: str) -> None:
    def speak_founders_language(tx: Transaction) -> None:
        founder = tx.contacts.by_telegram(FOUNDER)
        tx.contacts.save(replace(founder, language=language))

    await bench.do(speak_founders_language)
    await bench.meet(FRIEND, "Marie Petit", language)
    await bench.command(FRIEND, "refer")
    link = bench.told[FRIEND][-2].attachment.data["link"]
    await bench.meet(CLIENT, "Lin Wei", language, link.split("start=")[1])
    lead, lost = await bench.lead(Stage.AGREED), await bench.lead(Stage.TRIAL_AGREED)
    await bench.quote(lead, Approval.ACCEPTED)
    orders = ("won 68000", "paid 20000", "paid 20000", "refund 5000 dropped", "took 75")
    for order in orders:
        command, words = order.split(" ", 1)
        (card,) = await bench.command(FOUNDER, command, f"{lead.id} {words}")
        assert str(lead.id) in card
        if command != "took":
            assert await bench.press_token(FOUNDER, next(iter(bench.told[FOUNDER][-1].buttons.values())))
    for order in ("paid 900", "lost no time"):
        command, words = order.split(" ", 1)
        (card,) = await bench.command(FOUNDER, command, f"{lost.id} {words}")
        assert str(lost.id) in card
    for command in ("won", "lost", "paid", "refund", "took", "lead"):
        (refused,) = await bench.command(FOUNDER, command, "")
        assert f"/{command} 12" in refused
    assert await bench.do(lambda tx: received(tx, lead.id)) == Money.of(35000, "CNY")
