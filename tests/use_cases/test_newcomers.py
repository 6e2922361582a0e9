"""A client whom no founder has dealt with yet may use up so much, is told honestly, and loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from shop_world import World

from chatbot.domain.allowance import Allowance, Files
from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact
from chatbot.use_cases import newcomers
from chatbot.use_cases.hand_offs import hand_off, translation
from chatbot.use_cases.incoming import SentFile
from chatbot.use_cases.language_model import Conversation, Origin
from chatbot.use_cases.listening import conversation
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Copy

FEW = Allowance(calls=3, calls_of_all=1000, files=2)
PAID = Origin("a model")


async def called(world: World, lead: Lead | None, times: int, origin: Origin = PAID) -> None:
    number = lead.id if lead else None

    def note(tx: Transaction) -> None:
        for _ in range(times):
            tx.calls.add(number, "understand", origin)

    await world.do(note)


async def spared(world: World, client: Contact) -> bool:
    found: bool = await world.do(newcomers.spares_model, client.id)
    return found


async def asked_of_the_model(world: World, client: Contact) -> Conversation:
    """What the job of the client's next message gives to the model."""
    heard = world.hears(client, "a shop for tea")
    await world.do(lambda tx: conversation.receive(tx, tx.contacts.get(client.id), heard))
    world.clock.forward(minutes=1)
    jobs = await world.jobs()
    (job,) = [job for job in jobs.values() if job.kind == "answer"]
    prepared: Conversation = await world.do(conversation.prepare_answer, job)
    await world.do(lambda tx: tx.jobs.done(job))
    return prepared


async def test_a_new_clients_calls_are_limited_and_then_the_catalogue_answers(
    world: World, client: Contact, lead: Lead
) -> None:
    world.settings(newcomers=FEW, translates=True)
    await called(world, lead, 2)
    assert not (await asked_of_the_model(world, client)).frugal
    await called(world, lead, 1)
    assert (await asked_of_the_model(world, client)).frugal
    world.clock.forward(hours=24)
    assert not (await asked_of_the_model(world, client)).frugal


async def test_what_the_catalogue_answered_does_not_count(world: World, client: Contact, lead: Lead) -> None:
    world.settings(newcomers=FEW)
    await called(world, lead, 50, Origin("catalogue", fallback=True))
    assert not await spared(world, client)


async def test_many_new_people_together_have_a_limit_too(world: World, client: Contact, lead: Lead) -> None:
    """A thousand accounts that each keep to their own limit do not empty the purse."""
    world.settings(newcomers=replace(FEW, calls_of_all=100))
    other = await world.lead(await world.person(4711, "Flo"))
    await called(world, other, 99)
    assert not await spared(world, client)
    await called(world, None, 1)
    assert await spared(world, client)
    world.clock.forward(hours=1)
    assert not await spared(world, client)
    assert lead.id != other.id


async def test_whom_a_person_of_the_shop_has_answered_is_not_limited(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    world.settings(newcomers=FEW)
    await called(world, lead, 50)
    await world.do(hand_off.open_for, client, lead, "asked")
    assert await spared(world, client)
    await world.do(hand_off.relay_to_client, founder, lead.id, world.hears(founder, "Good morning!"))
    assert not await spared(world, client)


async def sends(world: World, client: Contact, kind: str, text: str = "", size: int = 10) -> None:
    heard = replace(world.hears(client, text, kind=kind), file=SentFile("file-1", f"{kind}.bin", size, ""))
    await world.do(lambda tx: conversation.receive(tx, tx.contacts.get(client.id), heard))


async def shown(world: World, founder: Contact) -> int:
    """How many files reached the founder now."""
    delivered = await world.deliver()
    return sum(isinstance(one.item.action, Copy) for one in delivered if one.item.place.chat_id == founder.telegram_id)


async def test_files_beyond_the_days_are_noted_and_neither_passed_on_nor_listened_to(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    world.settings(newcomers=FEW, translates=True)
    for kind in ("photo", "document"):
        await sends(world, client, kind)
    assert await shown(world, founder) == 2
    await sends(world, client, "voice")
    await sends(world, client, "document", "the plan, in words")
    told = await world.told(client.telegram_id)
    assert [line for line in told if "no more of them today" in line] == told[:1]
    assert {job.kind for job in (await world.jobs()).values()} <= {"answer"}
    lines = await world.do(lambda tx: tx.messages.of_contact(client.id, lead.id))
    assert [line.text for line in lines if line.author == "client"] == [
        "[photo]",
        "[document]",
        "[voice]",
        "the plan, in words",
    ]
    world.clock.forward(hours=24)
    await sends(world, client, "photo")
    assert await shown(world, founder) == 1


async def test_one_file_of_any_size_is_passed_on(world: World, client: Contact, founder: Contact, lead: Lead) -> None:
    await sends(world, client, "document", size=1_900_000_000)
    assert await shown(world, founder) == 1
    assert lead.is_open


async def test_while_a_person_is_called_the_team_gets_the_words_of_a_file_that_is_too_many(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    world.settings(newcomers=replace(FEW, files=0))
    await world.do(hand_off.open_for, client, lead, "asked")
    await world.deliver()
    await sends(world, client, "document", "what matters in it")
    to_founder = await world.told(founder.telegram_id)
    assert any("what matters in it" in words for words in to_founder)


async def test_translations_for_the_team_end_with_the_calls(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    """A flood of words to the team would be a call each."""
    world.settings(newcomers=FEW, translates=True)
    await world.do(lambda tx: tx.leads.save(replace(lead, language="zh")))
    await world.do(hand_off.open_for, client, lead, "asked")
    await called(world, lead, 3)
    heard = world.hears(client, "你好")
    await world.do(lambda tx: conversation.receive(tx, tx.contacts.get(client.id), heard))
    assert "translate" not in {job.kind for job in (await world.jobs()).values()}
    assert founder.id
    assert translation.WORK


@pytest.mark.parametrize(("number", "taken"), [(2, True), (3, False), (0, True)])
def test_files_are_counted_by_number(number: int, taken: bool) -> None:
    assert FEW.takes(Files(date(2026, 3, 2), number)) is taken


def test_files_of_an_earlier_day_no_longer_count() -> None:
    today = datetime(2026, 3, 3, tzinfo=UTC).date()
    files = Files(date(2026, 3, 2), 19).and_one(today)
    assert files == Files(today, 1)
    assert Files.read(str(files)) == files
    assert Files.read(f"{today} 1 99") == files
