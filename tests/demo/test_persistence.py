"""State kept between starts."""

from pathlib import Path

import pytest
import telegram
from demo.conftest import TOKEN

from chatbot.demo.archive import Archive, ArchiveError
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer


def bot_of(server: TelegramServer) -> telegram.Bot:
    return telegram.Bot(TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")


async def test_everything_is_there_again_after_a_restart(tmp_path: Path) -> None:
    server = TelegramServer(TOKEN, tmp_path)
    await server.start()
    async with DemoClient(server.url) as people, bot_of(server) as bot:
        ana = await people.person("Ana", "es")
        await people.start(ana)
        await people.send_file(ana, "brief.txt", b"a shop", caption="brief")
        sent = await bot.send_message(ana, "<b>Hi</b>", "HTML")
        await bot.edit_message_text("Hello", ana, sent.message_id)
        await bot.pin_chat_message(ana, sent.message_id)
        await bot.set_my_commands([("help", "Help")])
        group = await people.group("Team", [1003])
        await bot.create_forum_topic(group, "Ana")
        before = await people.messages(ana), await people.messages(1003, chat_id=group), await people.state()
        waiting = [update.update_id for update in await bot.get_updates()]
    await server.close()

    again = TelegramServer(TOKEN, tmp_path)
    await again.start()
    async with DemoClient(again.url) as people, bot_of(again) as bot:
        assert (await people.messages(ana), await people.messages(1003, chat_id=group), await people.state()) == before
        assert [update.update_id for update in await bot.get_updates()] == waiting
        (document,) = [one for one in before[0] if one["kind"] == "document"]
        assert await people.file(document) == b"a shop"
        later = await bot.send_message(ana, "again")
        assert later.message_id == max(one["message_id"] for one in before[0]) + 1
    await again.close()


async def test_confirmed_updates_do_not_come_back(tmp_path: Path) -> None:
    server = TelegramServer(TOKEN, tmp_path)
    await server.start()
    async with DemoClient(server.url) as people, bot_of(server) as bot:
        await people.start(1001)
        (update,) = await bot.get_updates()
        await bot.get_updates(offset=update.update_id + 1)
    await server.close()

    again = TelegramServer(TOKEN, tmp_path)
    await again.start()
    async with DemoClient(again.url) as people, bot_of(again) as bot:
        assert await bot.get_updates() == ()
        await people.send(1001, "new")
        assert (await bot.get_updates())[0].update_id > update.update_id
    await again.close()


async def test_after_a_crash_no_number_is_given_twice(tmp_path: Path) -> None:
    server = TelegramServer(TOKEN, tmp_path)
    await server.start()
    async with DemoClient(server.url) as people:
        first = await people.start(1001)
        update_id = server.world.updates.next_id
    await server.close()
    archive = Archive(tmp_path / "telegram.db")
    archive.mark(closed=False)  # as a server leaves it that was killed
    archive.close()

    again = TelegramServer(TOKEN, tmp_path)
    await again.start()
    async with DemoClient(again.url) as people:
        assert await people.send(1001, "x") > first + 100
        assert again.world.updates.next_id > update_id + 100
    await again.close()


async def test_a_webhook_goes_on_after_a_restart(tmp_path: Path) -> None:
    server = TelegramServer(TOKEN, tmp_path)
    await server.start()
    async with bot_of(server) as bot:
        await bot.set_webhook("http://127.0.0.1:9/nobody", secret_token="s", allowed_updates=["message"])
    await server.close()

    again = TelegramServer(TOKEN, tmp_path)
    await again.start()
    async with bot_of(again) as bot:
        info = await bot.get_webhook_info()
        assert (info.url, info.allowed_updates) == ("http://127.0.0.1:9/nobody", ("message",))
    await again.close()


async def test_a_foreign_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "telegram.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(ArchiveError, match="move it away"):
        await TelegramServer(TOKEN, tmp_path).start()
