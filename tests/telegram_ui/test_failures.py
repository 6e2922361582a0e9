"""What becomes of an outbox row when sending it fails, one attempt after the other, without any waiting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from fakes import MovableClock, ToyUseCases, put
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from chatbot.background import Background
from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import Away, PictureError, StorageAway, StorageDamaged
from chatbot.telegram_ui.aiohttp_request import TransportError
from chatbot.telegram_ui.deliveries import Delivered
from chatbot.telegram_ui.refusals import fixed_words
from chatbot.telegram_ui.sender import Sender
from chatbot.texts.speak import TextError
from chatbot.use_cases.ports import Outgoing
from chatbot.use_cases.replies import Reply, Say


@dataclass
class FailingDeliveries:
    """Raises what it is given, in order, and then delivers."""

    errors: list[Exception]
    delivered: list[tuple[int, str, bool]] = field(default_factory=list)

    async def deliver(self, item: Outgoing, _progress: object, _kind: str, bare: bool) -> Delivered:
        if self.errors:
            raise self.errors.pop(0)
        words = item.action.reply.parts[0] if isinstance(item.action, Say) else ""
        self.delivered.append((item.place.chat_id, str(words), bare))
        return Delivered(len(self.delivered), str(words))


class Bench:
    """A sender that is stepped by hand."""

    def __init__(self, steps: SqlSteps, clock: MovableClock, errors: list[Exception]) -> None:
        self.deliveries = FailingDeliveries(errors)
        self.toys = ToyUseCases()
        self.steps = steps
        self.clock = clock
        deliveries: Any = self.deliveries
        self.sender = Sender(deliveries, steps, self.toys.entry_points(), Background(), lambda _outcome: None)

    async def put(self, *words: str, chat_id: int = 7) -> None:
        def step(tx: Any) -> None:
            for text in words:
                put(tx, chat_id, Say(Reply((text,))))

        await self.steps.run(step)

    async def attempt(self, later: float = 0.0) -> int:
        """Send what is due after so many seconds; how many rows that were."""
        self.clock.forward(seconds=later)
        rows, _ = await self.sender._take(32)
        for row in rows:
            await self.sender._work(row)
        return len(rows)

    @property
    def said(self) -> list[str]:
        return [words for _, words, _ in self.deliveries.delivered]


@pytest.fixture
def bench(steps: SqlSteps, clock: MovableClock) -> Any:
    def make(*errors: Exception) -> Bench:
        return Bench(steps, clock, list(errors))

    return make


async def test_a_rate_limit_is_waited_for_as_long_as_telegram_says(bench: Any) -> None:
    row = bench(RetryAfter(30))
    await row.put("one", "two")
    assert [await row.attempt(), await row.attempt(20), await row.attempt(11), await row.attempt()] == [
        1,
        0,
        1,
        1,
    ]
    assert row.said == ["one", "two"]


@pytest.mark.parametrize("error", [TimedOut(), NetworkError("Bad Gateway"), InvalidToken(), TelegramError("odd")])
async def test_an_outage_loses_nothing_however_long(bench: Any, error: Exception) -> None:
    row = bench(*[error] * 50)
    await row.put("one", "two")
    for _ in range(50):
        assert await row.attempt(61) == 1
    assert [await row.attempt(61), await row.attempt()] == [1, 1]
    assert row.said == ["one", "two"]


async def test_pauses_grow_to_a_minute(bench: Any) -> None:
    row = bench(*[TimedOut()] * 9)
    await row.put("one")
    for pause in (0, 1, 2, 4, 8, 16, 32, 60, 60):
        assert await row.attempt(max(0, pause - 0.5)) == (1 if pause == 0 else 0)
        if pause:
            assert await row.attempt(0.6) == 1


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), "blocked"),
        (BadRequest("Bad Request: chat not found"), "refused"),
        (BadRequest("Bad Request: message thread not found"), "refused"),
    ],
)
async def test_what_can_never_arrive_is_given_up_at_once(bench: Any, error: Exception, why: str) -> None:
    row = bench(error)
    await row.put("one", "two")
    assert [await row.attempt(), await row.attempt()] == [1, 1]
    assert [note[0] for note in row.toys.notes] == [why, "Say"]
    assert row.said == ["two"]


async def test_a_group_that_became_a_supergroup_gets_it_there(bench: Any) -> None:
    row = bench(ChatMigrated(-1009))
    await row.put("one", "two", chat_id=-9)
    assert [await row.attempt(), await row.attempt(), await row.attempt()] == [1, 1, 1]
    assert row.deliveries.delivered == [(-1009, "one", False), (-1009, "two", False)]


async def test_a_fault_of_ours_is_tried_some_times_and_then_set_aside(bench: Any) -> None:
    row = bench(*[TextError("no such text")] * 5)
    await row.put("one", "two")
    for _ in range(5):
        assert await row.attempt(61) == 1
    assert await row.attempt() == 1
    assert [note[0] for note in row.toys.notes] == ["fault", "Say"]


async def test_a_picture_is_tried_three_times_and_then_left_out(bench: Any) -> None:
    row = bench(*[PictureError("no ink")] * 3)
    await row.put("one", "two")
    for _ in range(4):
        assert await row.attempt(61) == 1
    await row.attempt()
    assert row.deliveries.delivered == [(7, "one", True), (7, "two", False)]
    assert len(row.toys.told) == 1


async def test_a_message_that_fails_while_others_arrive_is_set_aside(bench: Any) -> None:
    row = bench()
    await row.put("elsewhere", chat_id=8)
    await row.attempt()
    row.deliveries.errors = [NetworkError("Internal Server Error")] * 10
    await row.put("poison", "after")
    for _ in range(9):
        await row.attempt(61)
    assert [note[0] for note in row.toys.notes] == ["Say"]
    await row.attempt(61)
    assert row.toys.notes[-1][0] == "away"


@pytest.mark.parametrize("error", [TimedOut(), RetryAfter(50), PictureError("no ink"), TextError("no such text")])
async def test_after_an_hour_of_failed_attempts_one_more_failure_is_only_the_first_of_its_kind(
    bench: Any, error: Exception
) -> None:
    row = bench(*[TimedOut()] * 13)
    await row.put("one")
    for _ in range(13):
        await row.attempt(61)
    row.deliveries.errors = []
    await row.put("elsewhere", chat_id=8)
    await row.attempt()
    row.deliveries.errors = [error]
    assert [await row.attempt(61), await row.attempt(61)] == [1, 1]
    assert row.deliveries.delivered == [(8, "elsewhere", False), (7, "one", False)]


def ends_with(row: Bench, *errors: Exception) -> None:
    """Noting what became of a row raises these, in order, and then does it."""
    entry_points, left = row.sender._use_cases, list(errors)

    def sent(tx: Any, item: Outgoing, message_id: int | None, text: str) -> bool:
        if left:
            raise left.pop(0)
        return row.toys.sent(tx, item, message_id, text)

    row.sender._use_cases = replace(entry_points, sent=sent)


async def test_a_row_whose_end_meets_a_damaged_value_is_set_aside_and_its_chat_goes_on(bench: Any) -> None:
    row = bench()
    ends_with(row, StorageDamaged("a value in contacts.name was changed outside the bot"))
    await row.put("one", "two")
    assert [await row.attempt(), await row.attempt(), await row.attempt(61)] == [1, 1, 0]
    assert row.said == ["one", "two"]
    (aside,) = await row.steps.run(lambda tx: tx.outbox.set_aside_rows(9))
    assert aside.why == "damaged"


async def test_a_row_whose_end_meets_a_database_that_is_away_waits_for_it(bench: Any) -> None:
    row = bench()
    ends_with(row, StorageAway(Away.FULL, "the disk is full"))
    await row.put("one", "two")
    assert [await row.attempt(), await row.attempt(), await row.attempt(61), await row.attempt()] == [1, 0, 1, 1]
    assert await row.steps.run(lambda tx: tx.outbox.set_aside_rows(9)) == []


async def test_the_log_of_a_refusal_quotes_nothing_of_what_was_sent(
    bench: Any, caplog: pytest.LogCaptureFixture
) -> None:
    row = bench(BadRequest('Can\'t parse entities: unsupported start tag "planted" at byte offset 7'))
    await row.put("one")
    await row.attempt()
    assert "BadRequest (can't parse entities)" in caplog.text
    assert "planted" not in caplog.text


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BadRequest("Bad Request: message thread not found"), "BadRequest (message thread not found)"),
        (BadRequest("Bad Request: can't parse entities in planted"), "BadRequest (can't parse entities)"),
        (BadRequest('Button "planted" is invalid'), "BadRequest"),
        (BadRequest("Bad Request (400). Parsing the server response b'<p>planted' failed"), "BadRequest"),
        (Forbidden("Forbidden: bot was blocked by planted"), "Forbidden"),
        (NetworkError("Bad Gateway. The server response contained unknown parameters: planted"), "(bad gateway)"),
        (TransportError("ServerDisconnectedError in the transport"), "ServerDisconnectedError in the transport"),
    ],
)
def test_of_a_refusal_only_words_that_we_know_are_told(error: TelegramError, told: str) -> None:
    assert fixed_words(error).endswith(told)
    assert "planted" not in fixed_words(error)
