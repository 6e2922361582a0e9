"""What no repr, log, traceback or last word of the command may show: tokens, keys, what people wrote."""

from __future__ import annotations

import asyncio
import logging
import pickle
from pathlib import Path
from typing import Any

import pytest
from fakes import TOKEN
from telegram.ext import Application

from chatbot import cli
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.domain.errors import SettingsError
from chatbot.service import until_stopped
from chatbot.settings import GivenSettings, read
from chatbot.telegram_ui.bot import make_bot
from chatbot.telegram_ui.redaction import redact_logs
from chatbot.telegram_ui.webhook import WebhookAddress
from chatbot.wiring import Chatbot

KEY, API_KEY, SECRET, WORDS = new_data_key(), "sk-planted-0123456789", "planted-webhook-word", "planted private words"
HALF = TOKEN.partition(":")[2]
HIDDEN = (TOKEN, HALF, KEY, API_KEY, SECRET, WORDS)


def _settings(folder: Path) -> GivenSettings:
    return GivenSettings(
        telegram_token=TOKEN,
        data_key=KEY,
        openai_api_key=API_KEY,
        openai_model="m",
        shop_name="Lantern Works",
        webhook_url="https://bot.example.org/telegram",
        webhook_secret=SECRET,
        database_url=f"sqlite:///{folder / 'bot.db'}",
    )


def test_no_repr_shows_a_token_or_key(tmp_path: Path) -> None:
    settings, bot = _settings(tmp_path), make_bot(TOKEN, "https://api.telegram.org")
    application = Application.builder().bot(bot).updater(None).job_queue(None).build()
    held = [settings, vars(settings), bot, application, Chatbot(settings), DataKey(KEY), vars(DataKey(KEY))]
    held += [WebhookAddress("https://bot.example.org/telegram", SECRET, 8080)]
    for one in held:
        shown = f"{one!r} {one!s} {[one]}"
        assert not [secret for secret in HIDDEN if secret in shown], type(one)


def test_a_key_cannot_be_pickled_by_mistake() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(DataKey(KEY))


def test_a_wrong_setting_is_named_without_its_value(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        read(lambda: GivenSettings(**{**_settings(tmp_path).model_dump(), "data_key": WORDS, "day_rate": WORDS}))
    assert WORDS not in str(refused.value)


@pytest.fixture
def log() -> Any:
    """What the root's handlers print at DEBUG once the product has set them up."""
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    kept, root = Kept(), logging.getLogger()
    before = root.level
    levels = {name: logging.getLogger(name).level for name in ("telegram", "telegram.ext")}
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    redact_logs([TOKEN, KEY, API_KEY, SECRET])
    yield lines
    root.removeHandler(kept)
    root.setLevel(before)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def test_a_logged_traceback_has_no_message_of_its_exception_nor_of_its_cause(log: list[str]) -> None:
    try:
        try:
            raise KeyError(WORDS)
        except KeyError as cause:
            raise ValueError(f"{WORDS} {TOKEN}") from cause
    except ValueError:
        logging.getLogger("aiohttp.server").exception("Error handling request")
    text = "\n".join(log)
    assert "ValueError" in text
    assert "test_discretion.py" in text
    assert not [secret for secret in HIDDEN if secret in text]


def test_what_the_library_prints_of_a_whole_update_is_not_printed(log: list[str]) -> None:
    logging.getLogger("telegram.ext.Application").critical("Error while building CallbackContext for update %s", WORDS)
    assert log == []


async def test_an_error_that_nobody_waits_for_is_logged_without_its_words(log: list[str]) -> None:
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()

    async def service() -> None:
        loop.call_exception_handler({"message": "never retrieved", "exception": ValueError(WORDS), "future": WORDS})

    await until_stopped(service)
    loop.set_exception_handler(before)
    text = "\n".join(log)
    assert "stray: ValueError" in text
    assert WORDS not in text


def test_the_commands_last_word_on_a_fault_shows_where_and_not_what(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_given: object) -> int:
        raise RuntimeError(f"{WORDS} {TOKEN}")

    monkeypatch.setattr(cli, "_new_key", fails)
    assert cli.main(["new-key"]) == cli.CANNOT
    said = capsys.readouterr().err
    assert "RuntimeError at" in said
    assert not [secret for secret in HIDDEN if secret in said]
