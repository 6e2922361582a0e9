"""Texts, entities, keyboards: what Telegram makes of them and what it refuses."""

import aiohttp
import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import BadRequest

from chatbot.demo.client import DemoClient


async def test_html_becomes_entities_counted_in_utf16(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    sent = await bot.send_message(
        lin, "😀 <b>bold &lt;<i>both</i></b> <a href='https://a.example/?x=1&amp;y'>l</a>", "HTML"
    )
    assert sent.text == "😀 bold <both l"
    found = [(entity.type, sent.parse_entity(entity)) for entity in sent.entities]
    assert found == [("bold", "bold <both"), ("italic", "both"), ("text_link", "l")]
    assert sent.entities[0].offset == 3
    (message,) = (await people.messages(lin))[1:]
    assert message["html"] == ('😀 <b>bold &lt;</b><b><i>both</i></b> <a href="https://a.example/?x=1&amp;y">l</a>')


async def test_given_entities_move_with_trimmed_white_space(bot: telegram.Bot, lin: int) -> None:
    sent = await bot.send_message(lin, "\n  word /help ", entities=[MessageEntity("bold", 3, 4)])
    assert sent.text == "word /help"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 0, 4), ("bot_command", 5, 5)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("é<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<blink>x</blink>", 'Unsupported start tag "blink" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_broken_html_is_refused_in_telegrams_words(
    http: aiohttp.ClientSession, lin: int, text: str, words: str
) -> None:
    async with http.post("sendMessage", json={"chat_id": lin, "text": text, "parse_mode": "HTML"}) as response:
        assert response.status == 400
        assert (await response.json())["description"] == f"Bad Request: can't parse entities: {words}"


async def test_a_code_block_keeps_its_language(bot: telegram.Bot, lin: int) -> None:
    sent = await bot.send_message(lin, '<pre><code class="language-python">x &amp; /no</code></pre>', "HTML")
    assert [(e.type, e.language) for e in sent.entities] == [("pre", "python")]


async def test_text_ends_at_4096_after_parsing(bot: telegram.Bot, lin: int) -> None:
    longest = await bot.send_message(lin, f"<b>{'x' * 4096}</b>", "HTML")
    assert len(longest.text or "") == 4096
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(lin, "x" * 4097)
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(lin, "<b> </b>", "HTML")


@pytest.mark.parametrize("entity", [7, {}, {"type": "bold", "offset": "0", "length": 1}])
async def test_a_malformed_entity_is_refused(http: aiohttp.ClientSession, lin: int, entity: object) -> None:
    async with http.post("sendMessage", json={"chat_id": lin, "text": "x", "entities": [entity]}) as response:
        assert (await response.json())["description"] == "Bad Request: can't parse MessageEntity"


@pytest.mark.parametrize("data", ["", "é" * 33])
async def test_callback_data_has_1_to_64_bytes(http: aiohttp.ClientSession, lin: int, data: str) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
    async with http.post("sendMessage", json={"chat_id": lin, "text": "x", "reply_markup": markup}) as response:
        assert (await response.json())["description"] == "Bad Request: BUTTON_DATA_INVALID"


@pytest.mark.parametrize(
    ("button", "words"),
    [
        (InlineKeyboardButton("x"), "Text buttons are unallowed in the inline keyboard"),
        (InlineKeyboardButton("x", url="javascript:alert(1)"), "is invalid"),
        (InlineKeyboardButton("x", url="https://nowhere"), "wrong http url"),
    ],
)
async def test_a_button_that_does_nothing_is_refused(
    bot: telegram.Bot, lin: int, button: InlineKeyboardButton, words: str
) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_message(lin, "x", reply_markup=InlineKeyboardMarkup([[button]]))


async def test_a_keyboard_has_at_most_100_buttons(bot: telegram.Bot, lin: int) -> None:
    rows = [[InlineKeyboardButton(str(n), callback_data=str(n))] for n in range(101)]
    await bot.send_message(lin, "x", reply_markup=InlineKeyboardMarkup(rows[:100]))
    with pytest.raises(BadRequest, match="Reply markup is too long"):
        await bot.send_message(lin, "x", reply_markup=InlineKeyboardMarkup(rows))
