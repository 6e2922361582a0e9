"""What a bot sends, how Telegram checks it, and what people then see."""

import asyncio
from datetime import timedelta

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer


def keyboard(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(one.upper(), callback_data=one) for one in data]])


async def test_a_person_who_never_pressed_start_cannot_be_written_to(bot: telegram.Bot, people: DemoClient) -> None:
    stranger = await people.person("Otto", "de")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger, "hello")
    await people.group("Team", [stranger])  # now the bot has met them
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger, "hello")


async def test_who_blocks_is_not_reached_until_they_come_back(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.block(lin)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(lin, "hello")
    await people.start(lin, "r_abc")
    await bot.send_message(lin, "welcome back")
    updates = (await bot.get_updates())[1:]
    statuses = [
        (u.my_chat_member.old_chat_member.status, u.my_chat_member.new_chat_member.status)
        for u in updates
        if u.my_chat_member
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert updates[-1].message is not None
    assert updates[-1].message.text == "/start r_abc"


async def test_edits_change_what_is_seen_and_refuse_what_is_the_same(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    sent = await bot.send_message(lin, "one", reply_markup=keyboard("a"))
    seq = await people.last_seq(lin)
    await bot.edit_message_text("two", lin, sent.message_id, reply_markup=keyboard("b"))
    (seen,) = await people.messages(lin, after=seq)
    assert (seen["text"], seen["buttons"]) == ("two", [[{"text": "B", "data": "b"}]])
    assert seen["edited_at"]
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content and reply markup"):
        await bot.edit_message_text("two", lin, sent.message_id, reply_markup=keyboard("b"))
    await bot.edit_message_text("two", lin, sent.message_id)
    assert (await people.messages(lin))[-1]["buttons"] == []


async def test_a_new_keyboard_alone_does_not_mark_the_message_as_edited(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    sent = await bot.send_message(lin, "one")
    await bot.edit_message_reply_markup(lin, sent.message_id, reply_markup=keyboard("a"))
    seen = (await people.messages(lin))[-1]
    assert seen["buttons"]
    assert seen["edited_at"] is None


async def test_what_is_not_there_or_not_ones_own_cannot_be_edited(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    theirs = await people.send(lin, "mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", lin, theirs)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", lin, 999_999)


async def test_deleted_messages_are_shown_as_deleted(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    sent = [(await bot.send_message(lin, f"secret {n}")).message_id for n in range(3)]
    await bot.delete_message(lin, sent[0])
    await bot.delete_messages(lin, [*sent[1:], 999_999])
    seen = (await people.messages(lin))[1:]
    assert [(one["deleted"], one["text"]) for one in seen] == [(True, "")] * 3
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(lin, sent[0])


async def test_an_old_message_cannot_be_deleted() -> None:
    now = [1_800_000_000.0]
    server = TelegramServer("1:x", clock=lambda: now[0])
    await server.start()
    try:
        async with DemoClient(server.url) as people, telegram.Bot("1:x", base_url=f"{server.url}/bot") as bot:
            await people.start(1001)
            sent = await bot.send_message(1001, "x")
            now[0] += 48 * 3600 + 1
            with pytest.raises(BadRequest, match="Message can't be deleted"):
                await sent.delete()
    finally:
        await server.close()


async def test_a_reply_names_its_message_or_is_refused(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    question = await people.send(lin, "how much?")
    answer = await bot.send_message(lin, "soon", reply_parameters=telegram.ReplyParameters(question))
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "how much?"
    assert (await people.messages(lin))[-1]["reply_to"] == question
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(lin, "x", reply_parameters=telegram.ReplyParameters(999))
    anyway = telegram.ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(lin, "x", reply_parameters=anyway)).reply_to_message is None


async def test_copies_hide_and_forwards_tell_where_they_come_from(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    alex = await people.person_with("founder")
    await people.start(alex)
    source = await people.send(lin, "look at https://a.example")
    await bot.copy_message(alex, lin, source)
    forwarded = await bot.forward_message(alex, lin, source)
    origin = forwarded.forward_origin
    assert isinstance(origin, telegram.MessageOriginUser)
    assert origin.sender_user.first_name == "Lin"
    copy, forward = (await people.messages(alex))[-2:]
    assert copy["text"] == forward["text"] == "look at https://a.example"
    assert (copy["forwarded_from"], forward["forwarded_from"]) == (None, "Lin")
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(alex, lin, 999)
    assert len(await bot.copy_messages(alex, lin, [source, 999])) == 1


async def test_a_pinned_message_is_told_by_a_service_message(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    sent = await bot.send_message(lin, "Now talking to Lin")
    await bot.pin_chat_message(lin, sent.message_id)
    pinned, service = (await people.messages(lin))[-2:]
    assert pinned["pinned"]
    assert (service["kind"], service["text"]) == ("service", "The Shop pinned “Now talking to Lin”")
    update, chat = (await bot.get_updates())[-1].message, await bot.get_chat(lin)
    assert update is not None
    assert update.pinned_message is not None
    assert chat.pinned_message is not None
    assert update.pinned_message.message_id == chat.pinned_message.message_id == sent.message_id
    await bot.unpin_chat_message(lin, sent.message_id)
    assert not (await people.messages(lin))[1]["pinned"]
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(lin)


async def test_typing_and_drafts_are_seen_until_the_bot_speaks(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await bot.send_chat_action(lin, "typing")
    await bot.send_message_draft(lin, 7, "Let me <b>think</b>", parse_mode="HTML")
    chat = (await people.state())["chats"][0]
    assert (chat["typing"], chat["draft"]) == (True, "Let me think")
    await bot.send_message(lin, "Done")
    chat = (await people.state())["chats"][0]
    assert (chat["typing"], chat["draft"]) == (False, None)
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(lin, "dancing")


async def test_a_press_reaches_the_bot_and_its_answer_the_person(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    sent = await bot.send_message(lin, "Choose", reply_markup=keyboard("yes", "no"))
    offset = (await bot.get_updates())[-1].update_id + 1

    async def answer() -> str:
        (update,) = await bot.get_updates(offset=offset, timeout=30)
        query = update.callback_query
        assert query is not None
        assert query.message is not None
        assert (query.data, query.message.message_id, query.from_user.id) == ("yes", sent.message_id, lin)
        await query.answer("Noted", show_alert=True)
        return query.id

    shown, query_id = await asyncio.gather(people.press(lin, "YES"), answer())
    assert shown == {"answer": "Noted", "alert": True}
    assert query_id


async def test_an_unknown_query_is_too_old(bot: telegram.Bot) -> None:
    words = "Query is too old and response timeout expired or query id is invalid"
    with pytest.raises(BadRequest, match=words):
        await bot.answer_callback_query("17")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query("17", "x" * 201)


async def test_commands_are_shown_by_scope_and_language(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await bot.set_my_commands([("help", "Help")])
    await bot.set_my_commands([("help", "帮助")], language_code="zh")
    chats = (await people.state())["chats"]
    assert [chat["commands"][0]["description"] for chat in chats] == ["帮助", "Help", "Help"]
    await bot.set_my_commands([("pipeline", "Leads")], scope=telegram.BotCommandScopeChat(lin))
    assert (await people.state())["chats"][0]["commands"] == [{"command": "pipeline", "description": "Leads"}]
    await bot.delete_my_commands(scope=telegram.BotCommandScopeChat(lin))
    assert (await people.state())["chats"][0]["commands"][0]["description"] == "帮助"
    assert [one.description for one in await bot.get_my_commands(language_code="zh")] == ["帮助"]
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("no way", "x")])


async def test_names_and_descriptions_are_kept_by_language(bot: telegram.Bot) -> None:
    await bot.set_my_description("What I do")
    await bot.set_my_description("Ce que je fais", language_code="fr")
    await bot.set_my_short_description("Short")
    await bot.set_my_name("Shop")
    assert (await bot.get_my_description("fr")).description == "Ce que je fais"
    assert (await bot.get_my_description("de")).description == "What I do"
    assert (await bot.get_my_short_description()).short_description == "Short"
    assert (await bot.get_my_name()).name == "Shop"
    await bot.set_chat_menu_button(menu_button=telegram.MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(), telegram.MenuButtonCommands)


async def test_a_reaction_is_seen(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    message = await people.send(lin, "thanks")
    await bot.set_message_reaction(lin, message, "👍")
    assert (await people.messages(lin))[-1]["reactions"] == ["👍"]


async def test_a_message_is_dated_by_the_servers_clock(server: TelegramServer, bot: telegram.Bot, lin: int) -> None:
    before = server.world.now()
    sent = await bot.send_message(lin, "x")
    assert sent.date.utcoffset() == timedelta(0)
    assert before <= sent.date.timestamp() <= server.world.now()
