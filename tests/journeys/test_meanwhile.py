"""What clients write while others are at work, what comes when Telegram or the model fails, and files."""

from __future__ import annotations

import asyncio

from fakes import MovableClock, StillPictures
from journeys.scenes import referred, to_card, to_quote
from journeys.transcript import Stage, holds, words


async def test_what_comes_while_it_is_reviewed_is_drawn_in(shop: Stage) -> None:
    await to_card(shop)
    approve = await shop.button("Alex", "#button-approve")
    await shop.play("""
        Kim: We also need online payment by card
        Kim < #added-to-draft
        Alex < #card-title | version 2 | #card-changes
        Kim - #quote-price
    """)
    await shop.press("Alex", approve)
    await shop.play("Alex ! #refused-quote-superseded\nAlex [#button-approve]\nKim <pdf #quote-price | -2")


async def test_a_telegram_that_fails_costs_no_message(shop: Stage) -> None:
    await shop.people.fault("sendMessage", "500", times=2)
    await shop.people.fault("sendPhoto", "429", times=1, retry_after=1)
    await to_quote(shop)


async def test_a_picture_that_cannot_be_drawn_costs_no_quote(shop: Stage) -> None:
    pictures = shop.bot._around.pictures
    assert isinstance(pictures, StillPictures)
    await to_card(shop)
    pictures.fails = True
    await shop.play("Alex [#button-approve]\nKim < #quote-price\nKim [#button-accept]\nKim < #accepted")


async def test_a_founder_who_is_late_is_reminded_and_the_client_gets_a_new_time(
    shop: Stage, clock: MovableClock
) -> None:
    await to_card(shop)
    clock.forward(hours=5)
    shop.bot.worker.wake()
    await shop.play("Kim < #review-late\nAlex < #review-late-founder\nAlex [#button-approve]\nKim <pdf #quote-price")


async def _blocks(stage: Stage, name: str) -> None:
    """The person blocks the bot, which has heard of it when this returns."""
    telegram_id = stage.players[name].id
    await stage.people.block(telegram_id)
    async with asyncio.timeout(20):
        while not await stage.bot.steps.run(lambda tx: tx.contacts.by_telegram(telegram_id).blocked):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_what_is_approved_for_somebody_who_is_away_goes_out_when_they_come_back_and_nobody_says_it_was_sent(
    shop: Stage,
) -> None:
    await to_card(shop)
    await _blocks(shop, "Kim")
    await shop.play("""
        Alex [#button-approve]
        Alex ! #notice-approved-away
        Alex < #card-done-approved-away
        Kim - #quote-price
        Alex: /lead 1
        Alex < #lead-head
    """)
    told = words(shop.players["Alex"].last)
    assert "valid until" not in told.split("What the client was told")[1]
    await shop.people.block(shop.players["Kim"].id, blocked=False)
    await shop.play("""
        Kim start
        Kim <pdf #quote-price
        Kim: /help
        Kim < #help-client
        Alex: /lead 1
        Alex < #lead-head | #lead-told-quote
        Kim [#button-accept]
        Kim < #accepted
    """)


async def test_neither_the_friend_nor_the_team_hears_of_a_quote_that_waits_for_its_client_that_it_was_received(
    shop: Stage,
) -> None:
    await referred(shop)
    await to_card(shop)
    await _blocks(shop, "Kim")
    await shop.play("""
        Alex [#button-approve]
        Alex < #card-done-approved-away
        Alex: /lead 1
        Alex [#lead-button-take-over]
        Alex < #hand-off-taken | #hand-off-quote-away
        Marie - #referral-news-quoted
    """)
    await shop.people.block(shop.players["Kim"].id, blocked=False)
    await shop.play("Kim start\nKim <pdf #quote-price\nMarie < #referral-news-quoted")


async def test_whoever_comes_back_when_the_quote_has_expired_hears_that_and_a_person_is_called(
    shop: Stage, clock: MovableClock
) -> None:
    await to_card(shop)
    await _blocks(shop, "Kim")
    await shop.play("Alex [#button-approve]\nAlex < #card-done-approved-away")
    clock.forward(days=100)
    await shop.people.block(shop.players["Kim"].id, blocked=False)
    await shop.play("""
        Kim start
        Kim < #quote-expired
        Kim - #quote-price
        Alex < #hand-off-card
        Kim: Is it still possible?
        Alex < #relay-client | Is it still possible?
    """)


async def test_whoever_comes_back_while_telegram_fails_gets_what_was_approved_meanwhile_once(shop: Stage) -> None:
    await to_card(shop)
    kim = shop.players["Kim"]
    await _blocks(shop, "Kim")
    await shop.people.fault("sendPhoto", "502", times=2, chat_id=kim.id)
    await shop.play("Alex [#button-approve]\nAlex < #card-done-approved-away")
    await shop.people.block(kim.id, blocked=False)
    await shop.play("Kim start\nKim <photo #quote-map\nKim <pdf #quote-price")
    await shop.settled()
    told = [words(message) for message in await shop.messages(kim)]
    assert [sum(holds(text, part, "en") for text in told) for part in ("#quote-map", "#quote-price")] == [1, 1]


async def test_after_a_restart_everything_goes_on_where_it_was(shop: Stage) -> None:
    await to_quote(shop)
    await shop.bot.__aexit__(None, None, None)
    await shop.people.send(shop.players["Kim"].id, "/status")
    await shop.bot.__aenter__()
    await shop.play("Kim < #status-quoted\nKim [#button-accept]\nKim < #accepted\nAlex < #hand-off-card")
