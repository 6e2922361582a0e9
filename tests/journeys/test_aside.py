"""/aside: what was given up, told to the founder at once, tried again with a tap, or let go."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from journeys.scenes import CLINIC
from journeys.transcript import Open, Stage, words

from chatbot.use_cases import entry
from chatbot.use_cases.given_up import Reason, reason
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.reports import set_aside

TOO_LONG = "Bad Request: message is too long"


async def refused(stage: Stage, name: str, times: int = 1) -> None:
    """Telegram refuses the next messages to this person."""
    chat_id = stage.players[name].id
    await stage.people.fault("sendMessage", "400", times=times, words=TOO_LONG, chat_id=chat_id)


async def test_a_message_that_telegram_refused_is_told_and_sent_with_a_tap(shop: Stage) -> None:
    await shop.play("Kim start\nKim < #greeting")
    await refused(shop, "Kim")
    await shop.play("""
        Kim: /status
        Alex < #undeliverable | Kim | message is too long
        Kim: /help
        Kim < #help-client
        Alex: /aside
        Alex < #aside-title | Kim | A message to be sent | message is too long
        Alex [#aside-button-again]
        Alex ! #notice-aside-again
        Alex < #aside-none
        Kim < #status-none
    """)


async def test_what_is_refused_again_is_told_again(shop: Stage) -> None:
    await shop.play("Kim start\nKim < #greeting")
    await refused(shop, "Kim", times=3)
    await shop.play("Kim: /status\nAlex < #undeliverable | Kim")
    for _ in range(2):
        await shop.play("""
            Alex: /aside
            Alex < #aside-title | Kim
            Alex [#aside-button-again]
            Alex < #aside-none
            Alex < #undeliverable | Kim
        """)
    await shop.play("Alex: /aside\nAlex [#aside-button-again]\nKim < #status-none")


async def test_of_many_refusals_to_one_person_the_first_is_told_and_all_are_tried_again_with_one_tap(
    shop: Stage, clock: Any
) -> None:
    await refused(shop, "Kim", times=3)
    await shop.play("""
        Kim: /status
        Kim: /status
        Kim: /status
        Kim: /help
        Kim < #help-client
        Alex: /help
        Alex < #help-founder
    """)
    assert len(await _notices(shop)) == 1
    clock.forward(hours=1)
    await refused(shop, "Kim")
    await shop.play("Kim: /status\nAlex < #undeliverable")
    await shop.play("""
        Alex: /aside
        Alex < Set aside: 4
        Alex [Try these 4 again]
        Alex < #aside-none
        Kim < #status-none
    """)
    await shop.settled()
    said = [words(one) for one in await shop.messages(shop.players["Kim"])]
    assert len([text for text in said if "no project" in text]) == 4


async def _notices(shop: Stage) -> list[str]:
    said = [words(one) for one in await shop.messages(shop.players["Alex"])]
    return [text for text in said if "could not be delivered" in text]


async def test_all_that_are_listed_are_let_go_with_one_tap(shop: Stage) -> None:
    await refused(shop, "Kim", times=2)
    await shop.play("""
        Kim: /status
        Kim: /help
        Alex < #undeliverable
        Alex: /aside
        Alex [Let these 2 go]
        Alex ! #notice-aside-let-go
        Alex < #aside-none
        Alex: /aside
        Alex - has arrived
    """)


async def test_an_update_that_fails_waits_for_the_mend_and_then_takes_effect(
    shop: Stage, monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    def broken(*_args: Any) -> None:
        raise LookupError("planted words")

    whole = entry.COMMANDS["refer"]
    monkeypatch.setitem(entry.COMMANDS, "refer", replace(whole, handle=broken))
    await shop.play("Kim: /refer")
    for _ in range(3):
        await shop.settled()
        clock.forward(minutes=1)
    await shop.play("""
        Kim < #trouble
        Alex < #trouble-founder | Kim | /aside
        Alex: /aside
        Alex < #aside-title | A message that came in | Kim | LookupError
        Alex - planted
        Alex - /refer
    """)
    monkeypatch.setitem(entry.COMMANDS, "refer", whole)
    await shop.play("Alex [#aside-button-again]\nAlex < #aside-none\nKim <photo #refer-intro")


async def test_an_update_that_cannot_be_read_is_set_aside_with_kind_and_number_and_everything_goes_on(
    shop: Stage,
) -> None:
    updates = shop.world.updates
    number, kim = updates.next_id, shop.players["Kim"].id
    updates.put("message", {"message_id": "planted", "chat": {"id": kim}}, kim)
    await shop.play(f"""
        Kim: {CLINIC}
        Alex < #trouble-founder | /aside
        Kim [#button-draft]
        Alex < #card-title
        Alex: /aside
        Alex < “message” (no. {number}) | Reason: it makes no sense to me
        Alex - planted
        Alex - Attempts
        Alex [#aside-button-let-go]
        Alex ! #notice-aside-let-go
        Alex < #aside-none
    """)


async def test_what_somebody_made_up_fills_no_screen(shop: Stage) -> None:
    await shop.bot.steps.run(lambda tx: tx.inbox.add(5, 0, 0, json.dumps({"planted" * 99: 7})))
    await shop.bot.steps.run(lambda tx: tx.inbox.set_aside(1, reason(Reason.UNREADABLE, "KeyError")))
    await shop.play(f"""
        Alex: /aside
        Alex < “{("planted" * 99)[:40]}…” (no. 5)
    """)


async def test_a_handful_is_shown_and_the_rest_is_counted(shop: Stage) -> None:
    def put(tx: Transaction) -> None:
        for number in range(8):
            tx.jobs.put("of-a-newer-version", f"new:{number}", tx.now)

    await shop.bot.steps.run(put)
    shop.bot.worker.wake()
    await shop.settled()
    await shop.play("""
        Alex: /aside
        Alex < #aside-title | 8 | #aside-more | 3
        Alex [#aside-button-let-go]
        Alex < #aside-title | 7 | 2
    """)
    rows = shop.players["Alex"].last["buttons"]
    assert len(rows) == 7  # one each, and two for all


async def test_beyond_what_is_counted_it_says_more_than(shop: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_aside, "MOST_COUNTED", 6)

    def put(tx: Transaction) -> None:
        for number in range(7):
            tx.jobs.put("of-a-newer-version", f"new:{number}", tx.now)

    await shop.bot.steps.run(put)
    shop.bot.worker.wake()
    await shop.settled()
    await shop.play("""
        Alex: /aside
        Alex < Set aside: more than 6 | #aside-older
        Alex [#aside-button-let-go]
        Alex < Set aside: 6 | #aside-more | one older
    """)


async def test_only_a_founder_sees_it_and_a_tap_counts_once(open_shop: Open) -> None:
    shop = await open_shop(founders=2, team=True)
    await shop.play("Kim start\nKim < #greeting")
    await refused(shop, "Kim")
    await shop.play("""
        Kim: /status
        Alex < #undeliverable
        Robin < #undeliverable
        Tim: /aside
        Tim < #refused-unknown-command
        Kim: /aside
        Kim < #refused-unknown-command
        Alex: /aside
        Alex < #aside-title
        Robin: /aside
        Robin < #aside-title
    """)
    alex, robin = await shop.button("Alex", "#aside-button-again"), await shop.button("Robin", "#aside-button-again")
    forged = shop.forged("Kim", alex[1])
    await shop.press("Kim", forged)
    await shop.play("Kim ! #refused-not-allowed")
    await shop.press("Alex", alex)
    await shop.press("Robin", robin)
    await shop.play("Robin ! #refused-aside-over\nKim < #status-none")
    await shop.settled()
    said = [words(one) for one in await shop.messages(shop.players["Kim"])]
    assert len([text for text in said if "no project" in text]) == 1


@pytest.mark.parametrize("language", ["zh", "fr", "es"])
async def test_it_speaks_the_founders_language(open_shop: Open, language: str) -> None:
    shop = await open_shop(founder_language=language)
    await shop.play("Kim start\nKim < #greeting")
    await refused(shop, "Kim")
    updates, kim = shop.world.updates, shop.players["Kim"].id
    await shop.play("Kim: /status\nAlex < #undeliverable | Kim")
    updates.put("message", {"message_id": "1", "chat": {"id": kim}}, kim)
    await shop.play("""
        Alex < #trouble-founder | #aside-in-unreadable | #given-up-unreadable
        Alex: /aside
        Alex < #aside-title | Kim | #given-up-refused | #aside-in-unreadable
    """)
