"""Telegram is slow, fails, or answers too late: everybody gets every word in order, at the pace that was asked for."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from fakes import MovableClock
from journeys.scenes import to_card, to_quote
from journeys.transcript import Open, Stage, holds, words

from chatbot.demo.server import TelegramServer

CALLED = "Kim: /human\nKim < #hand-off-asked\nAlex < #hand-off-card\nAlex <document #hand-off-transcript"
STRUCK = ("sendPhoto", "sendDocument", "editMessageText", "sendMessage")


def calls_to(server: TelegramServer, chat_id: int) -> int:
    """How often the bot has tried anything in this chat."""
    return len([call for call in server.api.calls if call.chat_id == chat_id])


@pytest.mark.parametrize("error", ["429", "502", "reset_after"])
async def test_a_fault_at_every_turn_of_the_main_job_costs_no_word(shop: Stage, error: str) -> None:
    await to_card(shop)
    for method in STRUCK:
        await shop.people.fault(method, error)
    await shop.play("""
        Alex [#button-approve]
        Kim <photo #quote-map
        Kim <pdf #quote-price
        Alex < #card-done-approved
        Kim [#button-accept]
        Kim < #accepted
        Kim < #hand-off-accepted
        Alex < #hand-off-card | Kim
        Alex <document #hand-off-transcript
        Kim: When do we begin?
        Alex < #relay-client | When do we begin?
    """)
    await shop.people.fault("sendMessage", error)
    await shop.play("""
        Alex reply: On Monday
        Kim < On Monday
        Alex: /lead 1
        Alex < Wants to go ahead
        Alex: /aside
        Alex < #aside-none
    """)
    assert (await shop.people.call("GET", "/api/faults")) == []


async def test_a_slow_chat_waits_as_long_as_asked_even_over_a_restart_and_no_other_does(
    shop: Stage, server: TelegramServer, clock: MovableClock
) -> None:
    await to_card(shop)
    kim = shop.players["Kim"].id
    await shop.people.fault("sendPhoto", "429", retry_after=400, chat_id=kim)
    await shop.play("Alex [#button-approve]\nAlex < #card-done-approved")
    await shop.settled()
    before = calls_to(server, kim)
    await shop.bot.__aexit__(None, None, None)
    await shop.bot.__aenter__()
    for seconds in (200, 100):
        clock.forward(seconds=seconds)
        await shop.play("Kim: /status\nAlex: /pipeline\nAlex <photo\nMarie: /help\nMarie < #help-client")
        await shop.settled()
    assert calls_to(server, kim) == before
    clock.forward(seconds=101)
    await shop.play("Kim <photo #quote-map\nKim <pdf #quote-price\nKim < #status-quoted\nKim < #status-quoted")


async def test_a_chat_that_may_not_even_show_typing_gets_its_words_when_it_may(
    shop: Stage, server: TelegramServer, clock: MovableClock
) -> None:
    await shop.play("Kim start\nKim < #greeting")
    kim = shop.players["Kim"].id
    before = calls_to(server, kim)
    await shop.people.fault("sendChatAction", "429", retry_after=50, chat_id=kim)
    await shop.play("Kim: I need a web shop for tea")
    for _ in range(2):
        await shop.settled()
        await shop.play("Marie: /help\nMarie < #help-client")
    assert calls_to(server, kim) == before + 1
    clock.forward(seconds=51)
    await shop.play("Kim < online shop")


async def test_a_file_whose_upload_was_not_confirmed_comes_again_and_counts_once(shop: Stage) -> None:
    await to_card(shop)
    await shop.people.fault("sendDocument", "reset_after", times=2)
    await shop.play("Alex [#button-approve]\nKim <photo #quote-map\nKim <pdf #quote-price\nKim <pdf\nKim <pdf")
    await shop.play("Kim [#button-accept]\nKim < #accepted\nKim < #hand-off-accepted\nAlex < #hand-off-card")
    assert len([one for one in await shop.messages(shop.players["Kim"]) if one["kind"] == "document"]) == 3
    said = [words(one) for one in await shop.messages(shop.players["Alex"])]
    assert len([text for text in said if holds(text, "#hand-off-card", "en")]) == 1


async def test_a_refusal_whose_alert_telegram_does_not_show_is_said_in_the_chat(shop: Stage) -> None:
    await to_quote(shop)
    late = await shop.button("Kim", "#button-not-now")
    await shop.play("Kim [#button-accept]\nKim < #accepted")
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await shop.people.fault("answerCallbackQuery", "400", words=old)
    await shop.people.press_data(shop.players["Kim"].id, *late, wait=0.1)
    await shop.play("Kim < #notice-accepted-already\nAlex: /lead 1\nAlex < Wants to go ahead")


async def test_a_card_that_was_deleted_or_is_too_old_to_edit_is_said_anew(shop: Stage) -> None:
    await to_card(shop)
    for refusal in ("message to edit not found", "message can't be edited"):
        await shop.people.fault("editMessageText", "400", words=f"Bad Request: {refusal}")
    await shop.play("""
        Alex [#button-approve]
        Kim <pdf #quote-price
        Alex < #card-done-approved
        Alex: /aside
        Alex < #aside-none
    """)


async def test_what_telegram_finds_too_long_is_told_to_the_founder_and_the_rest_arrives(shop: Stage) -> None:
    await to_card(shop)
    await shop.people.fault("sendPhoto", "400", words="Bad Request: message caption is too long")
    await shop.play("""
        Alex [#button-approve]
        Kim <pdf #quote-price
        Alex < #undeliverable | Kim | message caption is too long
        Kim [#button-accept]
        Kim < #accepted
        Alex: /aside
        Alex < #aside-title | Kim, lead 1
        Alex [#aside-button-again]
        Kim <photo #quote-map
    """)


async def test_after_an_hour_without_telegram_everything_due_comes_in_order(shop: Stage, clock: MovableClock) -> None:
    await to_card(shop)
    approve = await shop.button("Alex", "#button-approve")
    await shop.people.fault("*", "reset", times=100_000)
    for name, text in (("Kim", "/status"), ("Marie", "/help"), ("Kim", "/privacy")):
        await shop.people.send(shop.players[name].id, text)
    await shop.people.press_data(shop.players["Alex"].id, *approve, wait=0.1)
    clock.forward(hours=1)
    await shop.people.call("DELETE", "/api/faults")
    await shop.play("""
        Kim < #status-reviewing
        Kim < #privacy
        Marie < #help-client
        Kim <photo #quote-map
        Kim <pdf #quote-price
        Alex < #card-done-approved
        Kim [#button-accept]
        Kim < #accepted
    """)


async def test_a_notice_that_telegram_held_up_into_the_night_waits_for_the_morning_and_an_answer_does_not(
    open_shop: Open, clock: MovableClock
) -> None:
    hours = ((datetime.now(UTC) + timedelta(hours=ahead)).strftime("%H:00") for ahead in (2, 9))
    shop = await open_shop(quiet_hours="-".join(hours), timezone="UTC")
    await shop.play("Marie start\nMarie < Lantern Software\nMarie: /refer\nMarie <photo #refer-intro")
    found = re.search(r"start=(r_\w+)", words(shop.players["Marie"].last))
    assert found is not None
    await shop.people.fault("sendMessage", "500", times=100, chat_id=shop.players["Marie"].id)
    await shop.play(f"Kim start {found[1]}\nKim < Lantern Software | Marie")
    clock.forward(hours=4)
    await shop.people.call("DELETE", "/api/faults")
    await shop.play("Marie: /help\nMarie < #help-client\nMarie - #referral-receipt")
    clock.forward(hours=6)
    await shop.play("Marie < #referral-receipt")


async def test_a_reply_to_a_copy_that_telegram_never_confirmed_goes_nowhere_unsaid(shop: Stage) -> None:
    await shop.play(CALLED)
    await shop.people.fault("sendMessage", "reset_after", chat_id=shop.players["Alex"].id)
    await shop.play("""
        Kim: When do we begin?
        Alex < #relay-client | When do we begin?
        Alex reply: On Monday
        Alex < #relay-client | When do we begin?
        Alex < #talk-to-whom
        Kim - On Monday
    """)


async def test_whoever_talks_with_a_client_hears_at_once_that_they_have_blocked_the_bot(shop: Stage) -> None:
    await shop.play(CALLED)
    await shop.people.block(shop.players["Kim"].id)
    await shop.play("Alex < #undeliverable-blocked | Kim")
    await shop.people.block(shop.players["Kim"].id, blocked=False)
    await shop.play("Kim: I am back\nAlex < #relay-client | I am back\nAlex reply: Good\nKim < Good")


async def test_who_writes_again_is_reached_again_though_no_word_of_the_unblocking_came(shop: Stage) -> None:
    await to_card(shop)
    await shop.people.fault("sendPhoto", "403", chat_id=shop.players["Kim"].id)
    await shop.play("""
        Alex [#button-approve]
        Alex < #undeliverable-blocked | Kim
        Kim: Hello? Any news?
        Kim <photo #quote-map
        Kim <pdf #quote-price
        Kim [#button-accept]
        Kim < #accepted
        Alex < #hand-off-card
        Kim: When do we begin?
        Alex < #relay-client
        Alex reply: On Monday
        Kim < On Monday
    """)
