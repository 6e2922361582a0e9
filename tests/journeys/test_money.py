"""/won, /lost, /paid, /refund and what the friend earns: a card first, booked once, and every word that is owed."""

from __future__ import annotations

import asyncio

from journeys.scenes import referred, to_agreement, to_card, to_quote
from journeys.transcript import Open, Stage, holds, words

from chatbot.domain.ledger import CASH, COMMISSION, deposit_account, received_account, referrer_account
from chatbot.use_cases.ports import Transaction

WON = """
    Alex: /won 1 68000
    Alex < #booking-won | 68,000
    Alex [#booking-button-book]
    Kim < #won-client | 68,000
    Alex < #booked-won
"""
PAID = """
    Alex: /paid 1 20000
    Alex < #booking-paid | 20,000
    Alex [#booking-button-book]
    Kim < #paid-client | 20,000
"""


async def balances(stage: Stage, friend: str = "Marie") -> dict[str, int]:
    """The whole units on every account of lead 1 and its friend; together they are zero."""
    telegram_id = stage.players[friend].id

    def read(tx: Transaction) -> dict[str, int]:
        contact = tx.contacts.by_telegram(telegram_id)
        earned = [referrer_account(contact.id)] if contact else []
        accounts = [CASH, received_account(1), deposit_account(1), COMMISSION, *earned]
        return {account.split(":")[0]: tx.ledger.balance(account).minor // 100 for account in accounts}

    found = await stage.bot.steps.run(read)
    assert sum(found.values()) == 0
    return found


async def test_from_the_signed_price_to_commission_and_refund_everybody_hears_and_the_ledger_is_even(
    shop: Stage,
) -> None:
    await referred(shop)
    await to_agreement(shop)
    await shop.play("""
        Marie < #referral-news-talked | Kim
        Marie < #referral-news-quoted | Kim
        Marie < #referral-news-agreed | Kim
        Alex: /won 1 68000
        Alex < #booking-won | 68,000 | Kim | #booking-commission-later | Marie | 3,400 | #booking-told-friend
        Alex [#booking-button-book]
        Alex ! #booking-booked
        Alex < #booked-won | 68,000 | Alex
        Kim < #won-client | 68,000
        Marie < #referral-news-won | Kim
        Alex: /paid 1 20000
        Alex < #booking-paid | 20,000 | #booking-commission | Marie | 1,000
        Alex [#booking-button-book]
        Kim < #paid-client | 20,000
        Marie < #referral-news-paid | 1 000
        Alex: /refund 1 5000 the design was dropped
        Alex < #booking-refund | 5,000 | the design was dropped | #booking-commission-back | 250
        Alex [#booking-button-book]
        Kim < #refund-client | 5,000
        Marie < #referral-news-refunded | 250
        Marie: /earnings
        Marie < #earnings-title | 750
        Marie: /referrals
        Marie < #referrals-title | Kim | #referral-stage-won
        Marie - 68 000
        Marie - 20 000
    """)
    assert await balances(shop) == {
        "cash": 15_000, "received": -15_000, "deposit": 0, "commission": 750, "referrer": -750
    }  # fmt: skip


async def test_a_second_tap_books_nothing(shop: Stage) -> None:
    await referred(shop)
    await to_agreement(shop)
    await shop.play(WON)
    await shop.play("Alex: /paid 1 20000\nAlex < #booking-paid")
    book = await shop.button("Alex", "#booking-button-book")
    await asyncio.gather(*(shop.press("Alex", book) for _ in range(3)))
    await shop.play("Kim < #paid-client")
    await shop.press("Alex", book)
    await shop.play("Alex ! #booking-already-booked")
    await shop.settled()
    receipts = [one for one in await shop.messages(shop.players["Kim"]) if holds(words(one), "#paid-client", "en")]
    assert len(receipts) == 1
    assert (await balances(shop))["cash"] == 20_000


async def test_the_other_founder_hears_of_a_booking(open_shop: Open) -> None:
    stage = await open_shop(founders=2)
    await to_agreement(stage)
    await stage.play(WON)
    await stage.play("""
        Robin < #booked-won | 68,000 | Alex
        Robin: /paid 1 100
        Robin < #booking-paid | #booking-commission-nobody
        Robin [#booking-button-book]
        Alex < #booked-paid | Robin
    """)


async def test_a_cancelled_card_books_nothing(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play(WON)
    await shop.play("Alex: /paid 1 20000\nAlex < #booking-paid")
    book = await shop.button("Alex", "#booking-button-book")
    await shop.play("Alex [#booking-button-cancel]\nAlex < #booking-cancelled")
    await shop.press("Alex", book)
    await shop.play("Alex ! #booking-already-cancelled\nKim - #paid-client")
    assert (await balances(shop))["cash"] == 0


async def test_what_cannot_be_booked_says_why(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex: /paid 1 20000
        Alex < #money-refused-paid
        Alex: /won
        Alex < #money-no-number
        Alex: /won 99 100
        Alex < #refused-no-lead
        Alex: /won 1
        Alex < #money-no-amount
        Alex: /lost 1
        Alex < #money-no-reason
        Alex: /refund 1 100 nothing was paid
        Alex < #money-nothing-paid
        Alex: /paid one many
        Alex < #money-no-number
        Alex: /won 1 quite a lot
        Alex < #money-amount-unclear | quite a lot
        Alex: /won 1 -5
        Alex < #money-amount-not-above-zero | -5
        Alex: /won 1 99999999999999999999
        Alex < #money-amount-too-large
    """)


async def test_a_refund_is_never_more_than_was_paid(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play(WON)
    await shop.play(PAID)
    await shop.play("""
        Alex: /refund 1 20001 too much
        Alex < #money-refund-too-much | 20,000
        Alex: /refund 1 20000 everything
        Alex < #booking-refund
        Alex [#booking-button-book]
        Kim < #refund-client
        Alex: /refund 1 1 once more
        Alex < #money-nothing-paid
    """)
    assert (await balances(shop))["cash"] == 0


async def test_two_refund_cards_cannot_give_back_more_than_was_paid(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play(WON)
    await shop.play(PAID)
    await shop.play("Alex: /refund 1 15000 first\nAlex < #booking-refund | first")
    first = await shop.button("Alex", "#booking-button-book")
    await shop.play("Alex: /refund 1 15000 second\nAlex < #booking-refund | second\nAlex [#booking-button-book]")
    await shop.play("Kim < #refund-client")
    await shop.press("Alex", first)
    await shop.play("Alex ! #money-refund-too-much")
    assert (await balances(shop))["cash"] == 5_000


async def test_a_lost_lead_keeps_its_reason_and_closes_the_quote(shop: Stage) -> None:
    await referred(shop)
    await to_quote(shop)
    accept = await shop.button("Kim", "#button-accept")
    await shop.play("""
        Alex: /lost 1 chose another team
        Alex < #booking-lost | chose another team
        Alex [#booking-button-book]
        Kim < #lost-client
        Marie < #referral-news-lost | Kim
        Alex < #booked-lost
        Alex: /lead 1
        Alex < #lead-reason | chose another team
        Kim - another team
        Marie - another team
    """)
    await shop.press("Kim", accept)
    await shop.play("Kim ! #refused-quote-declined\nKim no [#button-accept]")


async def test_amounts_are_read_as_people_write_them(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play("""
        Alex: /won 1 68k
        Alex < #booking-won | 68,000
        Alex: /won 1 6.8万
        Alex < #booking-won | 68,000
        Alex: /won #1 68 000
        Alex < #booking-won | 68,000
        Alex: /won 1 sixty-eight thousand
        Alex < 68,000
    """)


async def test_a_client_who_keeps_it_private_is_not_named_to_the_friend(shop: Stage) -> None:
    await referred(shop)
    await shop.play("""
        Kim [#referral-button-private]
        Kim ! #referral-kept-private-notice
        Kim < #referral-kept-private
    """)
    await to_agreement(shop)
    await shop.play(WON)
    await shop.play(PAID)
    await shop.play("""
        Marie: /earnings
        Marie < 1 000
        Marie: /referrals
        Marie < #referrals-title
        Marie - Kim
    """)


async def test_what_a_project_took_is_noted_for_later_estimates(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play("Alex: /took 1 30\nAlex < #money-refused-took")
    await shop.play(WON)
    await shop.play("Alex: /took 1 30\nAlex < #took-noted | 30")
