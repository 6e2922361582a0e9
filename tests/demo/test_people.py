"""The people's JSON API: what the page and every script rely on."""

import aiohttp
import pytest
import telegram

from chatbot.demo.client import DemoClient, DemoError, NotSeenError
from chatbot.demo.server import TelegramServer


async def test_client_friend_and_founder_are_there_from_the_start(people: DemoClient) -> None:
    assert await people.call("GET", "/api/people") == [
        {"id": 1001, "name": "Lin", "role": "client", "language_code": "zh"},
        {"id": 1002, "name": "Marie", "role": "friend", "language_code": "fr"},
        {"id": 1003, "name": "Alex", "role": "founder", "language_code": "en"},
    ]


async def test_the_first_people_can_be_named() -> None:
    server = TelegramServer("1:x")
    server.seed([("Ana Ruiz", "es", "client")])
    await server.start()
    async with DemoClient(server.url) as people:
        assert [one["name"] for one in await people.call("GET", "/api/people")] == ["Ana Ruiz"]
    await server.close()


async def test_an_added_person_writes_with_name_and_language(bot: telegram.Bot, people: DemoClient) -> None:
    otto = await people.person("Otto von Berg", "de")
    await people.send(otto, "Guten Tag")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    user = message.from_user
    assert user is not None
    assert (user.first_name, user.last_name, user.language_code, user.id) == ("Otto von", "Berg", "de", otto)
    assert message.chat.id == otto


async def test_what_people_write_has_entities(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.send(lin, "👋 /help@the_shop_bot see https://a.example/x, or a@b.example")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert [(entity.type, message.parse_entity(entity)) for entity in message.entities] == [
        ("bot_command", "/help@the_shop_bot"), ("url", "https://a.example/x"), ("email", "a@b.example"),
    ]  # fmt: skip


async def test_a_very_long_text_goes_out_in_parts_as_clients_do_it(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    await people.send(lin, "😀" * 2048 + "x" * 5000)
    texts = [update.message.text for update in await bot.get_updates() if update.message]
    assert texts[1:] == ["😀" * 2048, "x" * 4096, "x" * 904]


@pytest.mark.parametrize("text", ["", " \n "])
async def test_an_empty_message_cannot_be_sent(people: DemoClient, lin: int, text: str) -> None:
    with pytest.raises(DemoError, match="empty message"):
        await people.send(lin, text)


async def test_the_start_link_carries_its_payload_or_is_refused(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    await people.start(lin, "r_Ab-9")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.text == "/start r_Ab-9"
    with pytest.raises(DemoError, match="payload"):
        await people.start(lin, "r c")


async def test_after_shows_only_what_changed_since(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    one = await bot.send_message(lin, "one")
    await bot.send_message(lin, "two")
    seq = await people.last_seq(lin)
    assert await people.messages(lin, after=seq) == []
    await bot.edit_message_text("ONE", lin, one.message_id)
    (changed,) = await people.messages(lin, after=seq)
    assert (changed["text"], changed["message_id"]) == ("ONE", one.message_id)
    assert changed["seq"] > seq


async def test_a_message_has_every_field_of_the_contract(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await bot.send_message(lin, "Why?", reply_markup=telegram.ForceReply())
    message = (await people.messages(lin))[-1]
    assert {
        "message_id", "from", "text", "caption", "buttons", "file_url", "kind", "edited_at", "seq", "date", "from_id",
        "html", "reply_to", "pinned", "deleted", "file_name", "keyboard", "topic",
    } <= message.keys()  # fmt: skip
    assert (message["from"], message["keyboard"]) == ("The Shop", "force_reply")


async def test_url_buttons_have_a_url_and_others_data(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    row = [
        telegram.InlineKeyboardButton("Site", url="https://a.example"),
        telegram.InlineKeyboardButton("Go", None, "g"),
    ]
    await bot.send_message(lin, "x", reply_markup=telegram.InlineKeyboardMarkup([row]))
    assert (await people.messages(lin))[-1]["buttons"] == [
        [{"text": "Site", "url": "https://a.example"}, {"text": "Go", "data": "g"}]
    ]


async def test_a_button_that_was_never_there_cannot_be_pressed_but_a_gone_one_can(
    server: TelegramServer, bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    markup = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Accept", callback_data="v1")]])
    sent = await bot.send_message(lin, "Quote", reply_markup=markup)
    await bot.edit_message_reply_markup(lin, sent.message_id)
    with pytest.raises(DemoError, match="no such button"):
        await people.press_data(lin, sent.message_id, "v2")
    assert await people.press_data(lin, sent.message_id, "v1", wait=0) == {
        "answer": "",
        "alert": False,
        "answered": False,
    }
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.data == "v1"


async def test_stickers_places_and_polls_parse_in_ptb(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    for kind in ("stickers", "locations", "polls"):
        await people.post(f"/api/people/{lin}/{kind}")
    messages = [update.message for update in await bot.get_updates()][1:]
    sticker, location, poll = messages
    assert sticker is not None
    assert sticker.sticker is not None
    assert location is not None
    assert location.location is not None
    assert poll is not None
    assert poll.poll is not None
    assert [one["kind"] for one in (await people.messages(lin))[1:]] == ["sticker", "location", "poll"]


async def test_a_person_forwards_what_they_see(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    told = await bot.send_message(lin, "https://t.me/the_shop_bot?start=r_1")
    await people.forward(lin, told.message_id)
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert isinstance(message.forward_origin, telegram.MessageOriginUser)
    assert message.forward_origin.sender_user.is_bot


async def test_only_ones_own_messages_can_be_edited(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    told = await bot.send_message(lin, "a price")
    with pytest.raises(DemoError, match="of one's own"):
        await people.edit(lin, told.message_id, "a better price")


async def test_one_does_not_see_into_the_chats_of_others(people: DemoClient, lin: int) -> None:
    for path in (f"/api/people/1002/messages?chat_id={lin}", "/api/people/77/messages"):
        with pytest.raises(DemoError) as refused:
            await people.call("GET", path)
        assert refused.value.status == 404


async def test_who_blocks_the_bot_cannot_write_to_it(people: DemoClient, lin: int) -> None:
    await people.block(lin)
    with pytest.raises(DemoError, match="blocked"):
        await people.send(lin, "x")
    assert (await people.state())["people"][0]["blocked"] is True


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/people/nobody/messages", None),
        ("GET", "/api/people/1001/messages?after=x", None),
        ("POST", "/api/people", {}),
        ("POST", "/api/people/1001/messages", {"text": "x", "reply_to": 4}),
        ("POST", "/api/people/1001/messages", {"text": "x", "chat_id": -5}),
        ("POST", "/api/people/1001/presses", {"data": "x"}),
        ("POST", "/api/groups", {"title": "x", "member_ids": [5]}),
        ("POST", "/api/groups", {"title": "x", "member_ids": [1001], "bot_rights": ["can_fly"]}),
    ],
)
async def test_a_mistake_is_told_in_a_sentence(
    people: DemoClient, method: str, path: str, body: dict[str, object] | None
) -> None:
    with pytest.raises(DemoError) as refused:
        await people.call(method, path, json=body)
    assert refused.value.status in {400, 404}
    assert str(refused.value).endswith((".", "JSON object"))


async def test_state_is_told_as_soon_as_anything_changes(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    seq = (await people.state())["seq"]
    assert (await people.state(since=seq, wait=0.01))["seq"] == seq
    await bot.send_message(lin, "news")
    state = await people.state(since=seq, wait=30)
    assert state["seq"] > seq
    assert state["chats"][0]["last_seq"] == state["seq"]


async def test_waiting_for_what_never_comes_tells_the_transcript(people: DemoClient, lin: int) -> None:
    with pytest.raises(NotSeenError, match="/start"):
        await people.wait_for(lin, "a price", timeout=0.01)


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Host": "evil.example"}], ids=["another site", "a renamed host"]
)
async def test_other_sites_cannot_drive_the_demo(server: TelegramServer, headers: dict[str, str]) -> None:
    async with aiohttp.ClientSession(server.url) as session:
        async with session.post("/api/people/1001/start", json={}, headers=headers) as response:
            assert response.status == 400
        async with session.get("/api/people", headers={"Origin": server.url}) as response:
            assert response.status == 200


@pytest.mark.parametrize(
    ("entity", "html"),
    [
        ({"type": "text_link", "url": "javascript:alert(1)"}, "&lt;img&gt;&amp;"),
        ({"type": "text_link", "url": 'https://a.example/"><b>'}, '<a href="https://a.example/&quot;&gt;&lt;b&gt;">&lt;img&gt;&amp;</a>'),
        ({"type": "spoiler"}, '<span class="spoiler">&lt;img&gt;&amp;</span>'),
        ({"type": "unheard of"}, "&lt;img&gt;&amp;"),
    ],
)  # fmt: skip
async def test_html_for_the_page_is_safe_whatever_was_sent(
    http: aiohttp.ClientSession, people: DemoClient, lin: int, entity: dict[str, str], html: str
) -> None:
    body = {"chat_id": lin, "text": "<img>&", "entities": [{**entity, "offset": 0, "length": 6}]}
    async with http.post("sendMessage", json=body) as response:
        assert response.status == 200
    assert (await people.messages(lin))[-1]["html"] == html


async def test_half_a_character_is_refused(http: aiohttp.ClientSession, lin: int) -> None:
    async with http.post("sendMessage", json={"chat_id": lin, "text": "\ud83d"}) as response:
        assert (await response.json())["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_the_page_is_served_with_its_scripts(server: TelegramServer) -> None:
    async with aiohttp.ClientSession(server.url) as session:
        async with session.get("/") as response:
            assert response.content_type == "text/html"
            assert 'src="page/main.js"' in await response.text()
        async with session.get("/page/main.js") as response:
            assert response.content_type.endswith("/javascript")  # browsers run modules of no other type
