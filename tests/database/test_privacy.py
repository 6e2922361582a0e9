"""Nothing that people wrote, nor their names, can be read in the files; an erasure leaves nothing to read at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Connection, func, select, text

from chatbot.database.codec import EMPTY_MAP
from chatbot.database.erasure_rows import erase_person
from chatbot.database.sealing import DataKey, Vault
from chatbot.database.step import Step
from chatbot.database.tables import Sealed, contact_keys, metadata
from chatbot.domain.approval import Approval
from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.lead import Author, BookingKind, Lead, Quote
from chatbot.domain.mind_map import MindMap, Wording
from chatbot.domain.people import Expecting
from chatbot.use_cases.ports import NewMessage, Place, Transaction
from chatbot.use_cases.replies import Reply, Say

if TYPE_CHECKING:
    from database.conftest import Journey

PLANTED = "Zimtschnecke"
CLIENT = 501


def plant(t: Transaction) -> tuple[int, str]:
    """Write the planted word wherever a person's words, name or contact go; returns the lead's id and a button."""
    client = t.contacts.add(CLIENT, f"{PLANTED} Name", f"{PLANTED}_user", "en")
    t.contacts.save(replace(client, expecting=Expecting("edit", {"words": PLANTED})))
    lead = t.leads.add(client.id, "de", None)
    brief = Brief((Fact(Topic.PURPOSE, PLANTED),))
    t.leads.save(replace(lead, title=PLANTED, brief=brief, closing_reason=PLANTED))
    t.messages.add(NewMessage(client.id, lead.id, Author.CLIENT, None, "text", PLANTED, CLIENT, 5, "update:1"))
    t.quotes.add(planted_quote(lead, t))
    t.bookings.add(BookingKind.LOST, lead.id, None, PLANTED, client.id)
    t.promises.add(lead.id, "review", f'{{"to": "{PLANTED}"}}', None)
    button = t.buttons.add("answer", {"suggestion": PLANTED}, client.id)
    t.inbox.add(1, CLIENT, CLIENT, f'{{"text": "{PLANTED}"}}')
    t.outbox.put(Place(CLIENT, "en", client.id), Say(Reply((PLANTED,))))
    t.jobs.put("understand", "understand:1", t.now, lead.id, {"words": PLANTED})
    return lead.id, button


def planted_quote(lead: Lead, t: Transaction) -> Quote:
    mind_map = MindMap(Wording.same(PLANTED), Wording.same(PLANTED), ())
    return Quote(0, lead.id, 1, "", mind_map, "de", Approval.WAITING, t.now, "f" * 64, concern=PLANTED)


def everything_on_disk(folder: Path) -> Iterator[bytes]:
    for file in folder.iterdir():
        yield file.read_bytes()


@pytest.fixture
async def planted(journey: Journey) -> tuple[int, str]:
    return await journey.do(plant)


async def test_nothing_that_people_wrote_can_be_read_in_the_files(
    journey: Journey, planted: tuple[int, str], tmp_path: Path
) -> None:
    files = list(everything_on_disk(tmp_path))
    assert len(files) == 3  # the database, its -wal and its -shm
    assert any(b"contacts" in content for content in files)
    assert not any(PLANTED.encode() in content for content in files)
    assert not any(PLANTED.encode("utf-16-le") in content for content in files)
    await journey.store.close()
    assert not any(PLANTED.encode() in content for content in everything_on_disk(tmp_path))


async def test_every_sealed_column_was_among_those_planted(journey: Journey, planted: tuple[int, str]) -> None:
    def unplanted(connection: Connection) -> list[str]:
        sealed = [c for table in metadata.sorted_tables for c in table.columns if isinstance(c.type, Sealed)]
        return [
            str(column)
            for column in sealed
            if connection.execute(select(func.count(column)).select_from(column.table)).scalar() == 0
        ]

    assert await journey.store.run(unplanted) == []


async def erase(journey: Journey, key_text: str) -> None:
    def forget(connection: Connection) -> None:
        erase_person(Step(connection, Vault(connection, DataKey(key_text)), journey.clock(), bytes), CLIENT)

    await journey.store.run(forget)


async def test_after_an_erasure_the_records_stand_and_say_nothing(
    journey: Journey, planted: tuple[int, str], key_text: str
) -> None:
    lead_id, button = planted
    await erase(journey, key_text)

    def read(t: Transaction) -> list[Any]:
        assert t.contacts.by_telegram(CLIENT) is None
        contact = t.contacts.get(t.leads.find(lead_id).client_id)
        lead = t.leads.find(lead_id)
        quote = t.quotes.of_lead(lead_id)[0]
        return [
            (contact.name, contact.username, contact.expecting),
            (lead.title, lead.brief, lead.closing_reason),
            [message.text for message in t.messages.of_contact(contact.id)],
            (quote.mind_map, quote.concern),
            t.bookings.get(1).reason,
            [promise.args for promise in t.promises.of_lead(lead_id)],
            t.buttons.get(button),
        ]

    assert await journey.run(read) == [("", "", None), ("", Brief(), ""), [""], (EMPTY_MAP, ""), "", [""], None]


async def test_after_an_erasure_the_queues_pass_over_what_cannot_be_read(
    journey: Journey, planted: tuple[int, str], key_text: str
) -> None:
    await erase(journey, key_text)

    def take(t: Transaction) -> list[Any]:
        return [t.inbox.oldest_of_each_chat([], 9), t.outbox.claim(9, 60), t.jobs.claim(9, 60)]

    assert await journey.run(take) == [[], [], []]
    assert await journey.run(lambda t: (t.outbox.next_due(), t.jobs.next_due())) == (None, None)
    query = text("SELECT error FROM inbox UNION ALL SELECT error FROM outbox UNION ALL SELECT error FROM jobs")
    assert await journey.store.run(lambda c: c.execute(query).scalars().all()) == ["erased"] * 3


async def test_after_an_erasure_the_key_itself_is_nowhere_in_the_files(
    journey: Journey, planted: tuple[int, str], key_text: str, tmp_path: Path
) -> None:
    query = select(contact_keys.c.wrapped).where(contact_keys.c.telegram_id == CLIENT)
    wrapped: bytes = await journey.store.run(lambda c: c.execute(query).scalar_one())
    assert any(wrapped in content for content in everything_on_disk(tmp_path))
    await erase(journey, key_text)
    await journey.store.close()
    assert not any(wrapped in content for content in everything_on_disk(tmp_path))


@pytest.mark.parametrize("record", ["contact", "lead"])
async def test_an_erased_record_can_be_saved_again(
    journey: Journey, planted: tuple[int, str], key_text: str, record: str
) -> None:
    await erase(journey, key_text)

    def save(t: Transaction) -> None:
        if record == "contact":
            contact = t.contacts.get(t.leads.find(planted[0]).client_id)
            t.contacts.save(replace(contact, blocked=True))
        else:
            t.leads.save(replace(t.leads.find(planted[0]), title="new"))

    await journey.run(save)
    contact = await journey.run(lambda t: t.contacts.get(t.leads.find(planted[0]).client_id))
    assert (contact.name, (await journey.run(lambda t: t.leads.find(planted[0]))).brief) == ("", Brief())


async def test_errors_hold_nothing_that_people_wrote(journey: Journey, planted: tuple[int, str]) -> None:
    again: Callable[[Transaction], Any] = plant
    with pytest.raises(Exception, match="SQLITE_CONSTRAINT") as caught:
        await journey.run(again)
    told = f"{caught.value!r} {caught.value.__cause__!r} {caught.value.__cause__}"
    assert PLANTED not in told
    assert str(CLIENT) not in told
