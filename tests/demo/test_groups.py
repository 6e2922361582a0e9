"""Groups: forum topics, rights, privacy mode, coming and going."""

import asyncio

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden

from chatbot.demo.client import DemoClient, DemoError


@pytest.fixture
async def team(people: DemoClient) -> int:
    return await people.group("Team", [1003, 1002], bot_rights=["can_manage_topics", "can_pin_messages"])


async def test_the_bot_hears_that_it_was_added(bot: telegram.Bot, team: int) -> None:
    added, service = await bot.get_updates()
    change = added.my_chat_member
    assert change is not None
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("left", "administrator")
    assert (change.chat.type, change.chat.is_forum, change.from_user.id) == ("supergroup", True, 1003)
    assert service.message is not None
    assert [user.id for user in service.message.new_chat_members] == [123456]
    member = await bot.get_chat_member(team, bot.id)
    assert isinstance(member, telegram.ChatMemberAdministrator)
    assert (member.can_manage_topics, member.can_delete_messages) == (True, False)
    owner, _ = await bot.get_chat_administrators(team)
    assert (owner.status, owner.user.id) == ("creator", 1003)
    assert (await bot.get_chat_member(team, 1001)).status == "left"


async def test_what_is_written_in_a_topic_comes_as_a_reply_to_its_first_message(
    bot: telegram.Bot, people: DemoClient, team: int
) -> None:
    topic = await bot.create_forum_topic(team, "Lin · lead 12")
    await bot.send_message(team, "All about Lin", message_thread_id=topic.message_thread_id)
    await people.send(1003, "I take it", chat_id=team, topic=topic.message_thread_id)
    await people.send(1003, "to all", chat_id=team)
    in_topic, general = [update.message for update in (await bot.get_updates())[-2:]]
    assert in_topic is not None
    assert general is not None
    assert in_topic.is_topic_message
    assert in_topic.message_thread_id == topic.message_thread_id
    assert in_topic.reply_to_message is not None
    assert in_topic.reply_to_message.forum_topic_created is not None
    assert general.message_thread_id is None
    seen = await people.messages(1002, chat_id=team, topic=topic.message_thread_id)
    assert [one["text"] for one in seen] == [
        "The Shop created the topic “Lin · lead 12”", "All about Lin", "I take it",
    ]  # fmt: skip
    (entry,) = [
        chat for chat in (await people.state())["chats"] if chat["chat_id"] == team and chat["person_id"] == 1002
    ]
    assert entry["topics"] == [{"topic": topic.message_thread_id, "name": "Lin · lead 12", "closed": False}]


async def test_a_topic_is_renamed_closed_reopened_and_deleted(bot: telegram.Bot, people: DemoClient, team: int) -> None:
    topic = (await bot.create_forum_topic(team, "one")).message_thread_id
    await bot.edit_forum_topic(team, topic, name="two")
    await bot.close_forum_topic(team, topic)
    with pytest.raises(DemoError, match="closed"):
        await people.send(1002, "late", chat_id=team, topic=topic)
    await bot.send_message(team, "the bot may", message_thread_id=topic)
    await bot.reopen_forum_topic(team, topic)
    with pytest.raises(BadRequest, match="Topic_not_modified"):
        await bot.reopen_forum_topic(team, topic)
    await bot.delete_forum_topic(team, topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(team, "x", message_thread_id=topic)


async def test_topics_need_a_forum_a_right_and_a_name(bot: telegram.Bot, people: DemoClient, team: int) -> None:
    weak = await people.group("Weak", [1003], bot_rights=["can_pin_messages"])
    with pytest.raises(BadRequest, match="Not enough rights to create a topic"):
        await bot.create_forum_topic(weak, "x")
    plain = await people.group("Plain", [1003], forum=False)
    with pytest.raises(BadRequest, match="The chat is not a forum"):
        await bot.create_forum_topic(plain, "x")
    with pytest.raises(BadRequest, match="Topic_title_too_long"):
        await bot.create_forum_topic(team, "x" * 129)


async def test_without_a_right_nothing_is_pinned(bot: telegram.Bot, people: DemoClient) -> None:
    plain = await people.group("Plain", [1003], bot_rights=[])
    sent = await bot.send_message(plain, "x")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages in the chat"):
        await bot.pin_chat_message(plain, sent.message_id)


async def test_a_bot_without_rights_hears_only_what_is_meant_for_it(bot: telegram.Bot, people: DemoClient) -> None:
    plain = await people.group("Plain", [1003], bot_rights=[])
    question = await bot.send_message(plain, "Well?")
    await people.send(1003, "among us", chat_id=plain)
    await people.send(1003, "/help", chat_id=plain)
    await people.send(1003, "well", chat_id=plain, reply_to=question.message_id)
    heard = [update.message.text for update in await bot.get_updates() if update.message and update.message.text]
    assert heard == ["/help", "well"]


async def test_any_member_can_press_and_the_press_tells_who(bot: telegram.Bot, people: DemoClient, team: int) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Approve", callback_data="ok")]])
    await bot.send_message(team, "Quote 7", reply_markup=markup)
    offset = (await bot.get_updates())[-1].update_id + 1

    async def refuse() -> int:
        query = (await bot.get_updates(offset=offset, timeout=30))[0].callback_query
        assert query is not None
        await query.answer("Only founders decide")
        return query.from_user.id

    shown, presser = await asyncio.gather(people.press(1002, "Approve", chat_id=team), refuse())
    assert (shown["answer"], presser) == ("Only founders decide", 1002)
    with pytest.raises(DemoError) as refused:
        await people.press_data(1001, 2, "ok", chat_id=team)
    assert refused.value.status == 404


async def test_whoever_left_cannot_write_any_more(bot: telegram.Bot, people: DemoClient, team: int) -> None:
    await bot.leave_chat(team)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_message(team, "x")
    await people.post(f"/api/groups/{team}/rights", bot_rights=["can_manage_topics"])
    await bot.send_message(team, "back")
    await people.post(f"/api/groups/{team}/kick")
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(team, "x")
    change = (await bot.get_updates())[-1].my_chat_member
    assert change is not None
    assert change.new_chat_member.status == "kicked"


async def test_private_chats_have_topics_once_they_are_switched_on(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    with pytest.raises(BadRequest, match="The chat is not a forum"):
        await bot.create_forum_topic(lin, "Web shop")
    await people.post("/api/bot", has_topics=True)
    assert (await bot.get_me()).has_topics_enabled
    topic = (await bot.create_forum_topic(lin, "Web shop")).message_thread_id
    await people.send(lin, "in here", topic=topic)
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert (message.message_thread_id, message.reply_to_message) == (topic, None)


async def test_a_group_that_gets_topics_has_another_id_and_tells_it(bot: telegram.Bot, people: DemoClient) -> None:
    body = {"title": "Team", "member_ids": [1003], "basic": True, "bot_rights": ["can_manage_topics"]}
    old = (await people.post("/api/groups", **body))["chat_id"]
    assert (await bot.get_chat(old)).type == "group"
    new = (await people.post(f"/api/groups/{old}/upgrade"))["chat_id"]
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(old, "x")
    assert migrated.value.new_chat_id == new
    to, came = [update.message for update in (await bot.get_updates())[-2:]]
    assert to is not None
    assert came is not None
    assert (to.migrate_to_chat_id, came.migrate_from_chat_id) == (new, old)
    await bot.create_forum_topic(new, "Lin")
    assert [chat["chat_id"] for chat in (await people.state())["chats"] if chat["kind"] == "group"] == [new]
