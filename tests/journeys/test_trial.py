"""The trial: offered, accepted, paid, then feasible (credited) or not (an honest word, refund, lost)."""

from __future__ import annotations

from journeys.scenes import referred, to_card
from journeys.test_money import balances
from journeys.transcript import Stage

OFFERED = """
    Alex [#button-trial]
    Alex < #trial-confirm | 5,000
    Kim - #trial-offer-client
    Alex [#trial-button-offer]
    Alex < #trial-offered-founder
    Kim < #trial-offer-client | Alex | 5,000
"""
PAID = """
    Kim [#trial-button-accept]
    Kim < #trial-accepted-client | 5,000
    Alex < #trial-accepted-founder | /paid 1 5000
    Alex: /paid 1 5000
    Alex < #booking-deposit | 5,000
    Alex [#booking-button-book]
    Kim < #trial-paid-client | 5,000
    Alex < #trial-verdict | Kim
"""


async def test_a_feasible_trial_is_credited_and_the_map_is_drawn_again(shop: Stage) -> None:
    await referred(shop)
    await to_card(shop)
    await shop.play(OFFERED)
    await shop.play(PAID)
    paid = await balances(shop)
    assert (paid["cash"], paid["deposit"], paid["referrer"]) == (5_000, -5_000, 0)
    await shop.play("""
        Marie - #referral-news-paid
        Alex [#trial-button-feasible]
        Alex < #trial-done-feasible
        Kim < #trial-feasible-client | 5,000
        Marie < #referral-news-paid | 250
        Alex < #card-title | version 2
        Alex [#button-approve]
        Kim <pdf #quote-price
    """)
    credited = await balances(shop)
    assert (credited["deposit"], credited["received"], credited["referrer"]) == (0, -5_000, -250)


async def test_a_trial_that_is_not_feasible_ends_with_an_honest_word_and_a_refund(shop: Stage) -> None:
    await referred(shop)
    await to_card(shop)
    await shop.play(OFFERED)
    await shop.play(PAID)
    await shop.play("""
        Alex [#trial-button-not-feasible]
        Alex < #trial-why-not | 5,000
        Alex: The clinic's system has no interface that we could use.
        Kim < #trial-not-feasible-client | no interface that we could use | 5,000
        Alex < #trial-done-not-feasible
        Alex < #trial-refund-owed | 5,000
        Marie < #referral-news-lost
        Kim: /status
        Kim < #status-lost
    """)
    assert set((await balances(shop)).values()) == {0}


async def test_a_second_verdict_changes_nothing(shop: Stage) -> None:
    await to_card(shop)
    await shop.play(OFFERED)
    await shop.play(PAID)
    feasible = await shop.button("Alex", "#trial-button-feasible")
    await shop.play("Alex [#trial-button-feasible]\nKim < #trial-feasible-client")
    await shop.press("Alex", feasible)
    await shop.play("Alex ! #trial-decided-already")
    assert (await balances(shop))["received"] == -5_000


async def test_a_client_who_would_rather_not_may_change_their_mind(shop: Stage) -> None:
    await to_card(shop)
    await shop.play(OFFERED)
    await shop.play("""
        Kim [#trial-button-refuse]
        Kim < #trial-refused-client | 5,000 | if it is not
        Alex < #trial-refused-founder
        Kim [#trial-button-accept]
        Kim < #trial-accepted-client | 5,000 | in full
        Alex < #trial-accepted-founder
    """)


async def test_an_offer_that_the_founder_cancels_is_never_seen(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex [#button-trial]
        Alex < #trial-confirm
        Alex [#trial-button-cancel]
        Alex < #trial-not-offered
        Kim - #trial-offer-client
        Alex [#button-approve]
        Kim <pdf #quote-price
    """)
