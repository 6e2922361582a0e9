"""A row of a queue that was changed in the file, outside the bot, or that cannot be read without what was, is given up
and holds up no other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from damage import damage
from fakes import a_message
from sqlalchemy import Column, Table

from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.database.tables import contact_keys, contacts
from chatbot.telegram_ui.intake import store_updates
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.replies import Phrase, Reply, Say

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


@dataclass(frozen=True, slots=True)
class Harm:
    """Which bit of which value is turned; of the queue's own payload where no column is named."""

    column: Column[Any] | None = None
    byte: int = -1
    bit: int = 1


HARMS = {
    "payload": Harm(),
    "number-of-its-key": Harm(byte=0, bit=0x80),
    "key": Harm(contact_keys.c.wrapped),
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("name", QUEUES)
async def test_a_row_that_cannot_be_read_is_given_up_and_the_next_is_taken(
    name: str, harm: str, journey: Journey, caplog: pytest.LogCaptureFixture
) -> None:
    table, take, shelf = QUEUES[name]
    what = HARMS[harm]
    await journey.do(fill)
    await journey.store.run(damage, table.c.payload if what.column is None else what.column, what.byte, what.bit)
    with caplog.at_level(logging.ERROR):
        assert [row.id for row in await journey.do(take)] == [2]
    assert f"row 1 of {name}.payload cannot be read" in caplog.text
    (aside,) = await journey.do(lambda t: shelf(t).set_aside_rows(9))
    assert (aside.id, aside.why) == (1, "damaged")


async def test_a_row_that_names_somebody_whose_record_is_damaged_is_given_up_and_the_next_is_taken(
    journey: Journey,
) -> None:
    def put(t: Transaction) -> None:
        client, founder = (t.contacts.add(person, "Lin", "lin", "en") for person in (FIRST, SECOND))
        t.outbox.put(Place(SECOND, "en", client.id), Say(Reply((Phrase("x", {"who": full_name(client)}),))))
        t.outbox.put(Place(SECOND, "en", founder.id), Say(Reply(("hello",))))

    await journey.do(put)
    await journey.store.run(damage, contacts.c.name)
    assert await journey.do(lambda t: t.outbox.claim(9, 60)) == []
    assert [row.id for row in await journey.do(lambda t: t.outbox.claim(9, 60))] == [2]
    (aside,) = await journey.do(lambda t: t.outbox.set_aside_rows(9))
    assert (aside.id, aside.why, aside.kind) == (1, "damaged", "Say")


async def test_an_update_of_somebody_whose_key_is_damaged_is_given_up_and_those_beside_it_are_stored(
    journey: Journey,
) -> None:
    await journey.contact(FIRST)
    await journey.store.run(damage, contact_keys.c.wrapped)
    updates = [a_message(number, person, "planted words") for number, person in ((7, FIRST), (8, SECOND))]
    await journey.do(store_updates, updates, 9)
    (taken,) = await journey.do(lambda t: t.inbox.oldest_of_each_chat([], 9))
    assert taken.number == 8
    (aside,) = await journey.do(lambda t: t.inbox.set_aside_rows(9))
    assert (aside.number, aside.chat_id, aside.why) == (7, FIRST, "damaged")
    await journey.do(store_updates, updates, 9)
    assert len(await journey.do(lambda t: t.inbox.set_aside_rows(9))) == 1


async def test_what_was_given_up_and_is_damaged_later_is_shown_beside_the_others(journey: Journey) -> None:
    def give_up(t: Transaction) -> None:
        for row in t.inbox.oldest_of_each_chat([], 9):
            t.inbox.set_aside(row.id, "fault: KeyError")

    await journey.do(fill)
    await journey.do(give_up)
    await journey.store.run(damage, inbox.c.payload)
    shown = await journey.do(lambda t: t.inbox.set_aside_rows(9))
    assert {(row.id, row.kind, row.why) for row in shown} == {(1, "", "damaged"), (2, "message", "fault: KeyError")}
