"""A row of a queue that was changed in the file, outside the bot, is given up and holds up no other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Connection, Table, select, update

from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.replies import Reply, Say

if TYPE_CHECKING:
    from database.conftest import Journey

FIRST, SECOND = 501, 502
Taken = Callable[[Transaction], list[Any]]
QUEUES: dict[str, tuple[Table, Taken, Callable[[Transaction], Any]]] = {
    "inbox": (inbox, lambda t: t.inbox.oldest_of_each_chat([], 9), lambda t: t.inbox),
    "outbox": (outbox, lambda t: t.outbox.claim(9, 60), lambda t: t.outbox),
    "jobs": (jobs, lambda t: t.jobs.claim(9, 60), lambda t: t.jobs),
}


def fill(t: Transaction) -> None:
    """Two rows in each queue."""
    for person in (FIRST, SECOND):
        contact = t.contacts.add(person, "Lin", "lin", "en")
        lead = t.leads.add(contact.id, "en", None)
        t.inbox.add(person, person, person, '{"message": {}}')
        t.outbox.put(Place(person, "en", contact.id), Say(Reply(("hello",))))
        t.jobs.put("answer", f"answer:{person}", t.now, lead.id)


def damage(connection: Connection, table: Table) -> None:
    """Turn one bit of the oldest row's payload."""
    row_id, payload = connection.execute(select(table.c.id, table.c.payload).order_by(table.c.id).limit(1)).one()
    broken = payload[:-1] + bytes([payload[-1] ^ 1])
    connection.execute(update(table).where(table.c.id == row_id).values(payload=broken))


@pytest.mark.parametrize("name", QUEUES)
async def test_a_damaged_row_is_given_up_and_the_next_is_taken(
    name: str, journey: Journey, caplog: pytest.LogCaptureFixture
) -> None:
    table, take, shelf = QUEUES[name]
    await journey.do(fill)
    await journey.store.run(damage, table)
    with caplog.at_level(logging.ERROR):
        assert [row.id for row in await journey.do(take)] == [2]
    assert f"row 1 of {name}.payload cannot be read" in caplog.text
    (aside,) = await journey.do(lambda t: shelf(t).set_aside_rows(9))
    assert (aside.id, aside.why) == (1, "damaged")
