"""What was given up stands on a shelf: seen without its words, put back at its place, or let go."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from chatbot.database.sealing import DataKey, Vault
from chatbot.use_cases.given_up import Reason, SetAside, reason
from chatbot.use_cases.ports import Outgoing, Place, Transaction
from chatbot.use_cases.replies import Reply, Say

if TYPE_CHECKING:
    from database.conftest import Journey

CHAT = 501


async def arrive(journey: Journey, *updates: int) -> None:
    for number in updates:
        payload = json.dumps({"update_id": number, "message": {"text": "planted words"}})
        await journey.run(lambda t: t.inbox.add(number, CHAT, CHAT, payload))  # noqa: B023 -- run at once


async def arrived(journey: Journey) -> list[int]:
    found = await journey.run(lambda t: t.inbox.oldest_of_each_chat((), 10))
    return [one.payload["update_id"] for one in found]


async def give_up_an_update(journey: Journey) -> int:
    (row,) = await journey.run(lambda t: t.inbox.oldest_of_each_chat((), 10))
    await journey.run(lambda t: t.inbox.failed(row.id, "KeyError"))
    await journey.run(lambda t: t.inbox.set_aside(row.id, reason(Reason.FAULT, "KeyError")))
    return int(row.id)


async def shelf(journey: Journey, queue: str, most: int = 9) -> list[SetAside]:
    return await journey.do(lambda t: getattr(t, queue).set_aside_rows(most))


async def say(journey: Journey, *words: str) -> None:
    contact = await journey.contact() if not await journey.run(lambda t: t.contacts.by_telegram(CHAT)) else None
    subject = contact.id if contact else (await journey.run(lambda t: t.contacts.by_telegram(CHAT))).id
    for text in words:
        await journey.run(lambda t: t.outbox.put(Place(CHAT, "en", subject), Say(Reply((text,)))))  # noqa: B023 -- run at once


async def claimed(journey: Journey) -> list[Outgoing]:
    return await journey.do(lambda t: t.outbox.claim(10, 60))


async def give_up_a_message(journey: Journey, why: Reason) -> Outgoing:
    (row,) = await claimed(journey)
    await journey.run(lambda t: t.outbox.set_aside(row, reason(why, "Message is too long")))
    return row


async def test_an_update_given_up_is_seen_without_its_words_and_comes_back_first(journey: Journey) -> None:
    await arrive(journey, 7, 8)
    row = await give_up_an_update(journey)
    (seen,) = await shelf(journey, "inbox")
    assert seen == SetAside(row, "message", journey.clock.now, "fault: KeyError", 1, number=7, chat_id=CHAT)
    assert await journey.run(lambda t: t.inbox.put_back(row))
    assert await arrived(journey) == [7]
    assert await shelf(journey, "inbox") == []
    assert not await journey.run(lambda t: t.inbox.put_back(row))


async def test_a_message_given_up_is_sent_before_what_was_put_after_it(journey: Journey) -> None:
    await say(journey, "first", "second")
    row = await give_up_a_message(journey, Reason.REFUSED)
    assert [(one.kind, one.why, one.attempts) for one in await shelf(journey, "outbox")] == [
        ("Say", "refused: Message is too long", 1)
    ]
    assert await journey.run(lambda t: t.outbox.put_back(row.id))
    (again,) = await claimed(journey)
    assert (again.id, again.attempt, again.action) == (row.id, 1, row.action)


async def test_a_job_given_up_is_done_again_unless_another_took_its_place(journey: Journey) -> None:
    def put(t: Transaction) -> None:
        t.jobs.put("draft", "draft:1", t.now)

    await journey.run(put)
    (job,) = await journey.run(lambda t: t.jobs.claim(10, 60))
    await journey.run(lambda t: t.jobs.set_aside(job, "the model is away"))
    await journey.run(put)
    assert not await journey.run(lambda t: t.jobs.put_back(job.id))
    await journey.run(lambda t: t.jobs.cancel("draft:1"))
    assert await journey.run(lambda t: t.jobs.put_back(job.id))
    (again,) = await journey.run(lambda t: t.jobs.claim(10, 60))
    assert (again.id, again.attempt) == (job.id, 1)


async def test_what_is_let_go_is_forgotten(journey: Journey) -> None:
    await arrive(journey, 7)
    row = await give_up_an_update(journey)
    assert await journey.run(lambda t: t.inbox.let_go(row))
    assert await shelf(journey, "inbox") == []
    assert not await journey.run(lambda t: t.inbox.let_go(row))
    assert not await journey.run(lambda t: t.inbox.put_back(row))


async def test_what_is_under_way_or_done_can_neither_be_put_back_nor_let_go(journey: Journey) -> None:
    await arrive(journey, 7)
    for change in ("put_back", "let_go"):
        assert not await journey.run(lambda t, change=change: getattr(t.inbox, change)(1))
    await journey.run(lambda t: t.inbox.done(1))
    for change in ("put_back", "let_go"):
        assert not await journey.run(lambda t, change=change: getattr(t.inbox, change)(1))


async def test_the_newest_stand_first(journey: Journey) -> None:
    await arrive(journey, 7, 8)
    rows = [await give_up_an_update(journey)]
    journey.clock.forward(seconds=1)
    rows.append(await give_up_an_update(journey))
    assert [one.id for one in await shelf(journey, "inbox")] == rows[::-1]


async def test_who_blocked_the_bot_or_was_erased_is_no_trouble(journey: Journey, key_text: str) -> None:
    await say(journey, "to nobody", "refused")
    await give_up_a_message(journey, Reason.BLOCKED)
    await give_up_a_message(journey, Reason.REFUSED)
    assert len(await shelf(journey, "outbox")) == 1
    await arrive(journey, 1)
    await give_up_an_update(journey)
    await journey.run(lambda t: t.inbox.add(2, CHAT + 1, CHAT + 1, "{}"))
    oldest = await give_up_an_update(journey)
    await arrive(journey, 3)
    await give_up_an_update(journey)

    def destroy(connection: Any) -> None:
        Vault(connection, DataKey(key_text)).destroy(CHAT, journey.clock.now)

    await journey.store.run(destroy)
    assert await shelf(journey, "outbox") == []
    assert [one.id for one in await shelf(journey, "inbox", most=1)] == [oldest]
