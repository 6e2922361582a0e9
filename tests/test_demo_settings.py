"""What the demo takes from the environment, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.database.sealing import new_data_key
from chatbot.demo.server import TelegramServer
from chatbot.demo_run import TOKEN, demo_settings
from chatbot.private_files import write_private
from chatbot.settings import Settings


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TelegramServer:
    """A Telegram with its first people, in a folder and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    server = TelegramServer(TOKEN)
    server.seed()
    server.url = "http://127.0.0.1:9"
    return server


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    write_private(tmp_path / "data.key", new_data_key())
    return tmp_path / "data.key"


def test_a_real_bots_settings_do_not_reach_the_demo(
    server: TelegramServer, tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = {"TELEGRAM_TOKEN": "1:real", "TEAM_CHAT_ID": "-5", "SHOP_NAME": "Real", "DATABASE_URL": "sqlite:///real.db"}
    for name, value in real.items():
        monkeypatch.setenv(name, value)
    (tmp_path / ".env").write_text("WEBHOOK_URL=https://real.example\nWEBHOOK_SECRET=s\n", encoding="utf-8")
    settings = demo_settings(server, tmp_path, key_file)
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert settings.telegram_api_url == server.url
    assert (settings.team_chat_id, settings.webhook_url) == (None, None)
    assert "real.db" not in settings.database_url
    assert [server.world.people[one].name for one in settings.founder_ids] == ["Alex"]


def test_a_model_and_prompts_of_ones_own_can_be_tried_in_the_demo(
    server: TelegramServer, tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"OPENAI_BASE_URL": "http://127.0.0.1:1/v1", "OPENAI_MODEL": "m1", "PROMPTS_DIR": str(tmp_path)}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = demo_settings(server, tmp_path, key_file)
    assert (settings.has_model, settings.openai_model, settings.prompts_dir) == (True, "m1", tmp_path)


def test_without_a_model_the_demo_needs_nothing(server: TelegramServer, tmp_path: Path, key_file: Path) -> None:
    settings = demo_settings(server, tmp_path, key_file)
    assert not settings.has_model
    assert settings.shop("the_bot", translates=False, company="").quiet is None
