"""Updates come twice, under old numbers, or not at all for a while: each takes effect once, and none is lost."""

from __future__ import annotations

import pytest
from fakes import MovableClock
from journeys.scenes import to_card, to_quote
from journeys.transcript import Stage, words

from chatbot.demo.server import TelegramServer
from chatbot.demo.updates import Update
from chatbot.domain.errors import SettingsError


class Deliveries:
    """What Telegram has delivered so far, to be delivered again."""

    def __init__(self, shop: Stage) -> None:
        self._queue = shop.world.updates
        self.seen: list[Update] = []
        self._queue.on_arrival.append(self.seen.append)

    def again(self, update: Update, number: int | None = None) -> None:
        """The same once more, under its own number or under this one."""
        kept, self._queue.next_id = self._queue.next_id, update.id if number is None else number
        self._queue.put(update.kind, update.body, update.lane)
        self._queue.next_id = max(kept, self._queue.next_id)


async def count(shop: Stage, name: str, part: str) -> int:
    await shop.settled()
    return len([one for one in await shop.messages(shop.players[name]) if part in words(one)])


async def test_a_redelivered_message_takes_effect_once(shop: Stage) -> None:
    deliveries = Deliveries(shop)
    await shop.play("Kim: /status\nKim < #status-none")
    deliveries.again(deliveries.seen[-1])
    await shop.play("Kim: /help\nKim < #help-client")
    assert await count(shop, "Kim", "no project") == 1


async def test_a_press_repeated_under_a_new_number_approves_books_and_accepts_once(shop: Stage) -> None:
    await to_card(shop)
    deliveries = Deliveries(shop)
    await shop.play("Alex [#button-approve]\nKim <pdf #quote-price")
    deliveries.again(deliveries.seen[-1], shop.world.updates.next_id + 10)
    await shop.play("Kim [#button-accept]\nKim < #accepted\nKim < #hand-off-accepted")
    deliveries.again(deliveries.seen[-1], shop.world.updates.next_id + 10)
    await shop.play("Alex: /won 1 30000\nAlex [#booking-button-book]\nKim < #won-client")
    await shop.play("Alex: /paid 1 5000\nAlex [#booking-button-book]\nAlex < 5,000")
    deliveries.again(deliveries.seen[-1], shop.world.updates.next_id + 10)
    await shop.play("Alex: /lead 1\nAlex < Signed")
    assert words(shop.players["Alex"].last).count("Paid on") == 1
    documents = [one for one in await shop.messages(shop.players["Kim"]) if one["kind"] == "document"]
    assert len(documents) == 1
    assert await count(shop, "Kim", "Wonderful") == 1


async def test_a_press_repeated_late_does_not_talk_to_the_client_again(shop: Stage) -> None:
    deliveries = Deliveries(shop)
    await shop.play("Kim: /human\nAlex < #hand-off-card\nAlex [#hand-off-button-talk]\nAlex < #talk-now")
    (press,) = (one for one in deliveries.seen if one.kind == "callback_query")
    await shop.play("Alex: Hello Kim\nKim < Hello Kim\nAlex [#talk-button-stop]\nAlex < #talk-stopped")
    deliveries.again(press, shop.world.updates.next_id + 10)
    await shop.play("Alex: this one pays badly\nAlex < #talk-to-whom\nKim - pays badly")


async def test_a_press_repeated_late_ends_no_later_call_and_one_repeated_at_once_asks_once(shop: Stage) -> None:
    await to_quote(shop)
    deliveries = Deliveries(shop)
    await shop.play("Kim [#button-discuss]\nAlex < #hand-off-card\nAlex [#hand-off-button-back]")
    await shop.play("Kim < #hand-off-given-back-unanswered\nKim [#button-not-now]\nKim < #not-now-why")
    discuss, back, not_now = (one for one in deliveries.seen if one.kind == "callback_query")
    deliveries.again(not_now, shop.world.updates.next_id + 10)
    deliveries.again(discuss, shop.world.updates.next_id + 10)
    await shop.play("Kim: /refer\nKim < #refer-forward")
    assert await count(shop, "Kim", "holds you back") == 1
    assert await count(shop, "Alex", "wants a person") == 1
    await shop.play("Kim: /human\nAlex < #hand-off-card")
    deliveries.again(back, shop.world.updates.next_id + 10)
    await shop.play("Kim: Is somebody there?\nAlex < #relay-client | somebody there")


async def test_an_update_whose_number_was_used_before_a_quiet_week_is_another_one(
    shop: Stage, clock: MovableClock
) -> None:
    deliveries = Deliveries(shop)
    await shop.play("Kim: /status\nKim < #status-none")
    old = deliveries.seen[-1].id
    clock.forward(days=8)
    shop.world.updates.next_id = old
    await shop.play("Kim: /help\nKim < #help-client\nKim: /privacy\nKim < #privacy")


async def test_an_update_that_was_not_answered_in_time_is_fetched_again(shop: Stage) -> None:
    await shop.people.fault("getUpdates", "reset_after")
    await shop.people.fault("getUpdates", "502")
    await shop.people.fault("getUpdates", "429", retry_after=1)
    await shop.play("Kim: /status\nKim < #status-none\nKim: /help\nKim < #help-client")
    assert await count(shop, "Kim", "no project") == 1


@pytest.mark.parametrize(
    ("error", "says"), [("401", "TELEGRAM_TOKEN is refused"), ("409", "another process gets Telegram's updates")]
)
async def test_a_refused_token_or_a_second_poller_ends_the_bot_with_one_line_and_costs_nothing(
    shop: Stage, error: str, says: str
) -> None:
    await to_quote(shop)
    await shop.people.fault("getUpdates", error)
    await shop.people.send(shop.players["Kim"].id, "/status")
    await shop.people.send(shop.players["Kim"].id, "/help")
    with pytest.raises(SettingsError, match=says):
        await shop.bot.ended()
    await shop.bot.__aexit__(None, None, None)
    await shop.bot.__aenter__()
    await shop.play("Kim < #status-quoted\nKim < #help-client\nKim [#button-accept]\nKim < #accepted")


async def test_a_telegram_that_is_slow_or_away_at_the_start_is_waited_for(shop: Stage, server: TelegramServer) -> None:
    await shop.bot.__aexit__(None, None, None)
    server.world.profile.commands.clear()
    await shop.people.fault("getMe", "429", retry_after=1)
    await shop.people.fault("deleteWebhook", "502")
    await shop.people.fault("setMyCommands", "429", retry_after=1)
    await shop.people.fault("setMyCommands", "400", words="Bad Request: chat not found")
    await shop.people.fault("setMyCommands", "500")
    await shop.bot.__aenter__()
    await shop.play("Kim: /status\nKim < #status-none")
    await shop.menus_set()
    assert {"all_private_chats:en", f"chat/{shop.players['Alex'].id}:"} < set(server.world.profile.commands)
    assert await shop.people.call("GET", "/api/faults") == []
