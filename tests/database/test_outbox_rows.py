"""The outbox: one chat in order, each row with one sender at a time, slots remembered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from chatbot.domain.money import Money
from chatbot.use_cases.ports import Outgoing, Place
from chatbot.use_cases.replies import Action, Attachment, Choice, Copy, Edit, Phrase, Reply, Say, Settle, Unpin

if TYPE_CHECKING:
    from database.conftest import Journey

LEASE = 60


def say(words: str, **more: object) -> Say:
    return Say(Reply((words,)), **more)  # type: ignore[arg-type]  # the fields of Say, as they come


def place(chat_id: int = 10, **more: int) -> Place:
    return Place(chat_id, "en", 0, **more)


async def put(journey: Journey, chat_id: int, action: Action, key: str = "", due: datetime | None = None) -> None:
    await journey.run(lambda t: t.outbox.put(place(chat_id), action, key, due))


async def claimed(journey: Journey, limit: int = 10) -> list[Outgoing]:
    return await journey.do(lambda t: t.outbox.claim(limit, LEASE))


async def sent(journey: Journey, item: Outgoing, message_id: int | None = 1) -> bool:
    return await journey.do(lambda t: t.outbox.sent(item, message_id))


def words(items: list[Outgoing]) -> list[object]:
    return [item.action.reply.parts[0] if isinstance(item.action, (Say, Edit)) else item.action for item in items]


async def test_what_was_put_is_claimed_as_it_was(journey: Journey) -> None:
    lead = await journey.lead()
    due = journey.clock.now + timedelta(hours=2)
    hand_off = await journey.run(lambda t: t.hand_offs.add(lead.id, lead.client_id, "asked", due))
    action = Say(
        Reply(
            (Phrase("price", {"amount": Money(6_800_000, "CNY"), "by": due, "n": 3}), "<b>as it is</b> 🥐"),
            ((Choice(Phrase("yes"), "token"), Choice("site", url="https://example.org")),),
            Attachment("qr", "link.png", {"link": "https://t.me/x", "size": [1, 2]}),
        ),
        slot="card",
        pin=True,
        reply_to=5,
        lead_id=lead.id,
    )
    where = Place(-100, "zh", lead.client_id, hand_off.id, lead.client_id)
    await journey.run(lambda t: t.outbox.put(where, action, "key:1"))
    (item,) = await claimed(journey)
    assert (item.place, item.key, item.attempt, item.created_at) == (where, "key:1", 1, journey.clock.now)
    assert (item.topic_id, item.target_message) == (None, None)
    assert item.action.reply.attachment.data["size"] == (1, 2)
    assert item.action.reply.parts == action.reply.parts
    assert item.action.slot == "card"


async def test_the_topic_of_the_hand_off_goes_with_the_row(journey: Journey) -> None:
    lead = await journey.lead()
    hand_off = await journey.run(lambda t: t.hand_offs.add(lead.id, lead.client_id, "asked", journey.clock.now))
    await journey.run(lambda t: t.outbox.put(place(-100, hand_off_id=hand_off.id), say("in the room")))
    await journey.store.run(lambda c: c.execute(text("UPDATE hand_offs SET topic_id = 77")))
    assert [item.topic_id for item in await claimed(journey)] == [77]


async def test_a_key_is_put_once_for_ever(journey: Journey) -> None:
    await put(journey, 10, say("first"), "notice:1")
    await put(journey, 10, say("second"), "notice:1")
    (item,) = await claimed(journey)
    assert words([item]) == ["first"]
    await sent(journey, item)
    await put(journey, 10, say("third"), "notice:1")
    assert await claimed(journey) == []


async def test_rows_without_a_key_are_all_sent(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    await put(journey, 20, say("a"))
    assert len(await claimed(journey)) == 2


async def test_of_each_chat_only_the_first_is_claimed_and_the_next_when_it_is_sent(journey: Journey) -> None:
    for chat_id, what in ((10, "a"), (10, "b"), (20, "c"), (10, "d")):
        await put(journey, chat_id, say(what))
    first, other = await claimed(journey)
    assert words([first, other]) == ["a", "c"]
    assert await claimed(journey) == []
    assert await sent(journey, first)
    (second,) = await claimed(journey)
    assert words([second]) == ["b"]


async def test_a_claim_takes_no_more_than_it_was_asked_for(journey: Journey) -> None:
    for chat_id in range(1, 6):
        await put(journey, chat_id, say(str(chat_id)))
    assert words(await claimed(journey, 2)) == ["1", "2"]
    assert words(await claimed(journey, 9)) == ["3", "4", "5"]


async def test_after_the_lease_another_gets_the_row_and_the_first_is_told(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    (first,) = await claimed(journey)
    journey.clock.forward(seconds=LEASE)
    (second,) = await claimed(journey)
    assert (second.id, second.attempt) == (first.id, 2)
    assert not await sent(journey, first, 5)
    assert await sent(journey, second, 6)
    assert not await sent(journey, second, 7)


async def test_a_late_sender_can_neither_delay_nor_drop_the_row(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    (first,) = await claimed(journey)
    journey.clock.forward(seconds=LEASE)
    (second,) = await claimed(journey)
    await journey.run(lambda t: t.outbox.again(first, journey.clock.now + timedelta(days=1)))
    await journey.run(lambda t: t.outbox.set_aside(first, "late"))
    assert await sent(journey, second)


async def test_a_row_that_must_be_tried_again_holds_up_its_chat_and_no_other(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    await put(journey, 10, say("b"))
    (item,) = await claimed(journey)
    await journey.run(lambda t: t.outbox.again(item, journey.clock.now + timedelta(seconds=30)))
    await put(journey, 20, say("c"))
    assert words(await claimed(journey)) == ["c"]
    journey.clock.forward(seconds=30)
    assert words(await claimed(journey)) == ["a"]


async def test_a_morning_s_notice_holds_up_nothing_that_is_due_before_it(journey: Journey) -> None:
    morning = journey.clock.now + timedelta(hours=10)
    await put(journey, 10, say("good morning"), due=morning)
    await put(journey, 10, say("now"))
    (item,) = await claimed(journey)
    assert words([item]) == ["now"]
    await sent(journey, item)
    assert await claimed(journey) == []

    journey.clock.now = morning
    await put(journey, 10, say("later that morning"))
    (notice,) = await claimed(journey)
    assert words([notice]) == ["good morning"]
    await sent(journey, notice)
    assert words(await claimed(journey)) == ["later that morning"]


async def test_a_due_time_in_the_past_gains_no_place(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    await put(journey, 10, say("b"), due=journey.clock.now - timedelta(days=1))
    assert words(await claimed(journey)) == ["a"]


async def test_a_row_set_aside_lets_its_chat_go_on(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    await put(journey, 10, say("b"))
    (item,) = await claimed(journey)
    await journey.run(lambda t: t.outbox.set_aside(item, "Bad Request"))
    assert words(await claimed(journey)) == ["b"]


async def test_the_slot_of_a_chat_leads_to_the_message_last_sent_in_it(journey: Journey) -> None:
    async def one(action: Action, message_id: int | None, chat_id: int = 10) -> int | None:
        await put(journey, chat_id, action)
        (item,) = await claimed(journey)
        journey.clock.forward(seconds=1)
        assert await sent(journey, item, message_id)
        return item.target_message

    assert await one(Edit("card", Reply(("before anything was sent",))), 100) is None
    assert await one(say("card", slot="card"), 101) == 100  # only those that change it look at it
    assert await one(say("other", slot="other"), 102) is None
    assert await one(say("elsewhere", slot="card"), 55, chat_id=20) is None
    assert await one(Edit("card", Reply(("edited in place",))), 101) == 101
    assert await one(Edit("card", Reply(("was deleted, sent anew",))), 103) == 101
    assert await one(Settle("card"), None) == 103
    assert await one(Unpin("card"), None) == 103
    assert await one(Settle("nothing"), None) is None


async def test_a_message_that_failed_is_nobody_s_target(journey: Journey) -> None:
    await put(journey, 10, say("card", slot="card"))
    (item,) = await claimed(journey)
    await journey.run(lambda t: t.outbox.set_aside(item, "Bad Request"))
    await put(journey, 10, Settle("card"))
    assert [item.target_message for item in await claimed(journey)] == [None]


async def test_a_sent_message_leads_to_its_lead_also_when_an_edit_sent_it_anew(journey: Journey) -> None:
    lead = await journey.lead()
    for action, message_id in (
        (say("relayed", slot="line", lead_id=lead.id), 101),
        (Copy(20, 5, "Mei says", lead_id=lead.id), 102),
        (say("about nothing"), 103),
        (Edit("line", Reply(("anew",))), 104),
    ):
        await put(journey, 10, action)
        (item,) = await claimed(journey)
        await sent(journey, item, message_id)
    found = [await journey.run(lambda t, m=m: t.outbox.lead_of(10, m)) for m in (101, 102, 103, 104, 105)]
    assert found == [lead.id, lead.id, None, lead.id, None]
    assert await journey.run(lambda t: t.outbox.lead_of(20, 101)) is None


async def test_whoever_blocks_the_bot_is_sent_nothing_that_was_pending(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    (item,) = await claimed(journey)
    await put(journey, 10, say("b"), due=journey.clock.now + timedelta(hours=1))
    await put(journey, 20, say("c"))
    await journey.run(lambda t: t.outbox.drop_chat(10))
    assert not await sent(journey, item)
    assert words(await claimed(journey)) == ["c"]
    query = text("SELECT error, payload FROM outbox WHERE chat_id = 10")
    assert await journey.store.run(lambda c: c.execute(query).all()) == [("blocked", None)] * 2
    await put(journey, 10, say("they are back"))
    assert words(await claimed(journey)) == ["they are back"]


async def test_a_group_that_moved_gets_what_was_pending_and_its_old_messages_are_not_taken_for_new(
    journey: Journey,
) -> None:
    await put(journey, -10, say("card", slot="card"))
    (item,) = await claimed(journey)
    await sent(journey, item, 101)
    await put(journey, -10, Edit("card", Reply(("changed",))))
    await journey.run(lambda t: t.outbox.move_chat(-10, -100_10))
    (edit,) = await claimed(journey)
    assert (edit.place.chat_id, edit.target_message) == (-100_10, None)


async def test_next_due_is_when_something_can_be_claimed(journey: Journey) -> None:
    def next_due() -> object:
        return journey.run(lambda t: t.outbox.next_due())

    assert await next_due() is None
    later = journey.clock.now + timedelta(hours=3)
    await put(journey, 10, say("later"), due=later)
    assert await next_due() == later
    await put(journey, 10, say("a"))
    await put(journey, 10, say("b"))
    assert await next_due() == journey.clock.now
    (item,) = await claimed(journey)
    assert await next_due() == journey.clock.now + timedelta(seconds=LEASE)  # "b" waits for "a"
    await sent(journey, item)
    assert await next_due() == journey.clock.now


async def test_a_sent_row_forgets_its_words(journey: Journey) -> None:
    await put(journey, 10, say("a"))
    (item,) = await claimed(journey)
    await sent(journey, item, 7)
    query = text("SELECT payload, message_id FROM outbox")
    assert await journey.store.run(lambda c: c.execute(query).all()) == [(None, 7)]


async def test_a_row_for_a_contact_that_does_not_exist_is_a_fault(journey: Journey) -> None:
    with pytest.raises(Exception, match="no contact 404"):
        await journey.run(lambda t: t.outbox.put(Place(10, "en", 404), say("a")))


async def test_what_a_killed_process_was_sending_is_claimed_at_once_after_release(journey: Journey) -> None:
    await put(journey, 10, say("under way"))
    await put(journey, 11, say("for tomorrow"), due=journey.clock.now + timedelta(days=1))
    (before,) = await claimed(journey)
    assert await claimed(journey) == []
    await journey.run(lambda t: t.outbox.release())
    (after,) = await claimed(journey)
    assert (after.id, after.attempt) == (before.id, 2)
