"""What is left in the queues of people whom nobody knows goes; what nobody has read yet, or was given up, does not."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Connection, Executable, select

from chatbot.database import trace_rows
from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.database.tables import contact_keys
from chatbot.use_cases.given_up import Reason, reason
from chatbot.use_cases.ports import Place
from chatbot.use_cases.replies import Reply, Say

if TYPE_CHECKING:
    from database.conftest import Journey

STRANGER, KNOWN, GROUP = 777_001, 501, -1001
BEFORE = timedelta(days=90)


async def writes(journey: Journey, sender: int = STRANGER, chat: int | None = None, number: int = 1) -> int:
    """An update arrives; the id of its row."""
    payload = json.dumps({"update_id": number, "message": {"text": "planted"}})
    await journey.run(lambda t: t.inbox.add(number, chat or sender, sender, payload))
    rows = await journey.run(lambda t: t.inbox.oldest_of_each_chat((), 9))
    return int(rows[-1].id)


async def last_word(journey: Journey, chat: int = STRANGER) -> None:
    await journey.run(lambda t: t.outbox.put(Place(chat, "en", 0), Say(Reply(("bye",)))))


async def column(journey: Journey, what: Executable) -> list[Any]:
    return await journey.store.run(lambda c: list(c.execute(what).scalars()))


async def keys(journey: Journey) -> list[int]:
    return [one for one in await column(journey, select(contact_keys.c.telegram_id)) if one > 0]


async def wipe(journey: Journey) -> bool:
    return bool(await journey.do(lambda t: t.traces.wipe()))


async def test_nothing_is_left_of_somebody_unknown_once_all_is_done(journey: Journey) -> None:
    row = await writes(journey)
    await last_word(journey)
    await journey.run(lambda t: t.inbox.done(row))
    (item,) = await journey.run(lambda t: t.outbox.claim(9, 60))
    await journey.run(lambda t: t.outbox.sent(item, 55))
    assert await wipe(journey)
    assert await keys(journey) == []
    for table in (inbox, outbox):
        assert await column(journey, select(table.c.chat_id)) == [0]
    assert await column(journey, select(outbox.c.message_id)) == [None]


@pytest.mark.parametrize("chat", [STRANGER, GROUP])
async def test_what_nobody_has_read_yet_can_still_be_read(journey: Journey, chat: int) -> None:
    """In a group too, where one of the team writes who has not pressed Start."""
    row = await writes(journey, chat=chat)
    assert not await wipe(journey)
    (update,) = await journey.run(lambda t: t.inbox.oldest_of_each_chat((), 9))
    assert update.payload["message"] == {"text": "planted"}
    await journey.run(lambda t: t.inbox.done(row))
    assert await wipe(journey)
    assert await keys(journey) == []


async def test_a_last_word_that_is_not_sent_yet_is_sent(journey: Journey) -> None:
    await last_word(journey)
    assert not await wipe(journey)
    (item,) = await journey.run(lambda t: t.outbox.claim(9, 60))
    assert item.place.chat_id == STRANGER


@pytest.mark.parametrize("chat", [STRANGER, GROUP])
async def test_an_update_that_was_given_up_stands_on_its_shelf_until_it_is_let_go(journey: Journey, chat: int) -> None:
    row = await writes(journey, chat=chat)
    await journey.run(lambda t: t.inbox.set_aside(row, reason(Reason.UNREADABLE, "ValueError")))
    assert await wipe(journey)
    (aside,) = await journey.run(lambda t: t.inbox.set_aside_rows(99))
    assert (aside.kind, aside.chat_id) == ("message", chat)
    await journey.run(lambda t: t.inbox.put_back(row))
    (update,) = await journey.run(lambda t: t.inbox.oldest_of_each_chat((), 9))
    await journey.run(lambda t: t.inbox.set_aside(update.id, reason(Reason.UNREADABLE)))
    assert await journey.run(lambda t: t.inbox.let_go(row))
    assert await wipe(journey)
    assert await keys(journey) == []
    assert await column(journey, select(inbox.c.chat_id)) == [0 if chat == STRANGER else GROUP]


async def test_who_is_known_keeps_their_key_and_chat(journey: Journey) -> None:
    await journey.contact(KNOWN)
    row = await writes(journey, KNOWN)
    await journey.run(lambda t: t.inbox.done(row))
    assert await wipe(journey)
    assert await keys(journey) == [KNOWN]
    assert await column(journey, select(inbox.c.chat_id)) == [KNOWN]


# ---- old rows -----------------------------------------------------------------------------------------------------


async def prune(journey: Journey, most: int = 99) -> bool:
    return bool(await journey.do(lambda t: t.traces.prune(t.now - BEFORE, most)))


async def some_done(journey: Journey, count: int) -> None:
    for number in range(1, count + 1):
        row = await writes(journey, KNOWN, number=number)
        await journey.run(lambda t, row=row: t.inbox.done(row))


async def test_old_updates_go_but_the_newest_of_a_chat(journey: Journey) -> None:
    await some_done(journey, 3)
    journey.clock.forward(days=91)
    assert not await prune(journey)
    assert await column(journey, select(inbox.c.update_id)) == [3]


async def test_a_backlog_goes_a_few_rows_at_a_time(journey: Journey) -> None:
    await some_done(journey, 6)
    journey.clock.forward(days=91)
    rounds = 0
    while await prune(journey, most=2):
        rounds += 1
    assert rounds == 2
    assert await column(journey, select(inbox.c.update_id)) == [6]


async def test_what_is_younger_or_not_done_or_leant_on_stays(journey: Journey) -> None:
    await some_done(journey, 2)
    await journey.run(lambda t: t.jobs.put("answer", "answer:1", t.now))
    await journey.run(lambda t: t.outbox.put(Place(KNOWN, "en", 0), Say(Reply(("kept",))), "said once"))
    (item,) = await journey.run(lambda t: t.outbox.claim(9, 60))
    await journey.run(lambda t: t.outbox.sent(item, 5))
    journey.clock.forward(days=89)
    await prune(journey)
    assert await column(journey, select(inbox.c.update_id)) == [1, 2]
    journey.clock.forward(days=2)
    await prune(journey)
    assert await column(journey, select(outbox.c.key)) == ["said once"]
    assert await column(journey, select(jobs.c.key)) == ["answer:1"]


async def test_what_was_given_up_and_looked_at_by_nobody_goes_with_the_rest(journey: Journey) -> None:
    row = await writes(journey, number=1)
    await journey.run(lambda t: t.inbox.set_aside(row, reason(Reason.FAULT)))
    await journey.run(lambda t: t.jobs.put("answer", "answer:1", t.now))
    (job,) = await journey.run(lambda t: t.jobs.claim(9, 60))
    await journey.run(lambda t: t.jobs.set_aside(job, "fault"))
    await last_word(journey, GROUP)
    (item,) = await journey.run(lambda t: t.outbox.claim(9, 60))
    await journey.run(lambda t: t.outbox.set_aside(item, reason(Reason.REFUSED)))
    journey.clock.forward(days=89)
    await prune(journey)
    shelves = [await journey.do(lambda t, name=name: getattr(t, name).set_aside_rows(99)) for name in QUEUES]
    assert [len(shelf) for shelf in shelves] == [1, 1, 1]
    journey.clock.forward(days=2)
    await prune(journey)
    assert await wipe(journey)
    shelves = [await journey.do(lambda t, name=name: getattr(t, name).set_aside_rows(99)) for name in QUEUES]
    assert shelves == [[], [], []]
    assert await keys(journey) == []
    assert await column(journey, select(inbox.c.chat_id)) == [0]


QUEUES = ("inbox", "outbox", "jobs")


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (trace_rows._INBOX_CHAT, "ix_inbox_done_chat (chat_id=?)"),
        (trace_rows._OUTBOX_CHAT, "ix_outbox_done_chat (chat_id=?)"),
        (trace_rows._STRAY_INBOX, "ix_inbox_done_chat (chat_id>?)"),
        (trace_rows._STRAY_OUTBOX, "ix_outbox_done_chat (chat_id>?)"),
        (trace_rows._KEYS_ON_SHELF, "ix_inbox_given_up"),
        (trace_rows._OLD[0], "ix_inbox_done_chat (chat_id=? AND id>?)"),
    ],
)
async def test_traces_are_searched_by_index(journey: Journey, statement: Any, index: str) -> None:
    def plan(connection: Connection) -> list[str]:
        sql = str(statement.compile(connection, compile_kwargs={"render_postcompile": True}))
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", (None,) * sql.count("?"))]

    steps = await journey.store.run(plan)
    assert any(index in step for step in steps), "\n".join(steps)
