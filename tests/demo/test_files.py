"""Photos, documents and voice notes, both ways."""

from io import BytesIO

import aiohttp
import pytest
import telegram
from demo.conftest import TOKEN
from demo.pictures_and_sounds import ogg, png
from telegram.error import BadRequest

from chatbot.demo.client import DemoClient, DemoError
from chatbot.demo.server import TelegramServer


async def test_a_photo_goes_to_the_person_and_its_file_id_serves_again(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    picture = png(640, 400)
    sent = await bot.send_photo(lin, picture, caption="<b>Map</b>", parse_mode="HTML", filename="map.png")
    assert [(size.width, size.height) for size in sent.photo] == [(320, 200), (640, 400)]
    again = await bot.send_photo(lin, sent.photo[0].file_id)
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
    first, second = (await people.messages(lin))[1:]
    assert (first["kind"], first["caption"], first["text"]) == ("photo", "Map", "")
    assert await people.file(first) == await people.file(second) == picture


async def test_a_file_of_a_person_can_be_fetched_by_the_bot(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.send_file(lin, "brief (1).pdf", b"%PDF-1.7 ...", caption="the brief")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.document is not None
    assert (message.document.file_name, message.caption) == ("brief (1).pdf", "the brief")
    file = await message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7 ..."


async def test_a_voice_note_has_its_length(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.send_file(lin, "voice.ogg", ogg(seconds=7), kind="voice")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.voice is not None
    assert message.voice.to_dict()["duration"] == 7
    sent = await bot.send_voice(lin, message.voice.file_id)
    assert sent.voice is not None
    assert (await people.messages(lin))[-1]["kind"] == "voice"


async def test_a_persons_picture_that_is_no_photo_goes_as_a_document(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    await people.send_file(lin, "long.png", png(2000, 10), kind="photo")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.document is not None


async def test_media_and_caption_can_be_edited(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    sent = await bot.send_photo(lin, png(), caption="one")
    await bot.edit_message_caption(lin, sent.message_id, caption="two")
    assert (await people.messages(lin))[-1]["caption"] == "two"
    media = telegram.InputMediaDocument(b"text", caption="three", filename="quote.pdf")
    edited = await bot.edit_message_media(media, lin, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert edited.document is not None
    assert (await people.messages(lin))[-1]["file_name"] == "quote.pdf"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("x", lin, sent.message_id)


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (b"no picture", "Image_process_failed"),
        (png(6000, 5000), "Photo_invalid_dimensions"),
        (png(100, 4), "Photo_invalid_dimensions"),
        (b"", "File must be non-empty"),
    ],
)
async def test_a_bad_photo_is_refused(bot: telegram.Bot, lin: int, picture: bytes, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_photo(lin, picture)


async def test_sizes_are_limited(bot: telegram.Bot, http: aiohttp.ClientSession, lin: int) -> None:
    megabyte = 1024 * 1024
    with pytest.raises(BadRequest, match="is too big for a photo"):
        await bot.send_photo(lin, png() + bytes(10 * megabyte))
    large = await bot.send_document(lin, bytes(20 * megabyte + 1))
    assert large.document is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(large.document.file_id)
    async with http.post("sendDocument", data=BytesIO(bytes(52 * megabyte))) as response:
        assert response.status == 413


async def test_a_caption_ends_at_1024(bot: telegram.Bot, lin: int) -> None:
    await bot.send_photo(lin, png(), caption="x" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(lin, png(), caption="x" * 1025)


async def test_a_wrong_file_id_is_refused(bot: telegram.Bot, lin: int) -> None:
    with pytest.raises(BadRequest, match=r"(?i)wrong file identifier/HTTP URL specified"):
        await bot.send_document(lin, "BQACnothing")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("BQACnothing")
    voice = await bot.send_voice(lin, ogg(1))
    assert voice.voice is not None
    with pytest.raises(BadRequest, match=r"(?i)can't use file of type Voice as Document"):
        await bot.send_document(lin, voice.voice.file_id)


async def test_a_download_needs_the_token(server: TelegramServer, people: DemoClient, lin: int) -> None:
    await people.send_file(lin, "a.txt", b"a")
    path = next(iter(server.world.files.files.values())).path
    async with aiohttp.ClientSession(server.url) as session:
        for token, status in (("123456:wrong", 401), (TOKEN, 200)):
            async with session.get(f"/file/bot{token}/{path}") as response:
                assert response.status == status


async def test_a_page_of_html_that_somebody_sent_is_not_run(
    server: TelegramServer, people: DemoClient, lin: int
) -> None:
    await people.send_file(lin, "../../evil.html", b"<script>alert(1)</script>")
    (message,) = (await people.messages(lin))[1:]
    assert message["file_name"] == "evil.html"
    async with aiohttp.ClientSession(server.url) as session, session.get(message["file_url"]) as response:
        assert response.content_type == "application/octet-stream"
        assert "sandbox" in response.headers["Content-Security-Policy"]


async def test_an_empty_file_cannot_be_sent(people: DemoClient, lin: int) -> None:
    with pytest.raises(DemoError, match="empty file"):
        await people.send_file(lin, "nothing.txt", b"")
