"""`chatbot check`: what it finds, and how it says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fakes import TOKEN

from chatbot.check import check_all, report
from chatbot.database.sealing import new_data_key
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.private_files import write_private
from chatbot.settings import Settings, StorageSettings, read
from chatbot.upkeep import migrate


class Given:
    """Settings in the environment, right ones to begin with."""

    def __init__(self, environment: pytest.MonkeyPatch) -> None:
        self._environment = environment

    def set(self, **settings: object) -> None:
        for name, value in settings.items():
            self._environment.setenv(name, str(value))

    async def wrong(self, **settings: object) -> list[str]:
        """What a check with these settings says is wrong."""
        self.set(**settings)
        return [line for line in report(await check_all()).splitlines() if line.startswith("✗")]

    async def about_key(self, **settings: object) -> list[str]:
        """What a check with these settings says is wrong with the key."""
        return [line for line in await self.wrong(**settings) if "DATA_KEY" in line]

    async def good(self) -> list[str]:
        """What a check says is good."""
        return [line for line in report(await check_all()).splitlines() if line.startswith("✓")]


@pytest.fixture
def given(server: TelegramServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    given = Given(monkeypatch)
    given.set(TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=server.url, SHOP_NAME="Lantern Works", FOUNDER_IDS=1003)
    given.set(DATABASE_URL=f"sqlite:///{tmp_path / 'bot.db'}", DATA_KEY=new_data_key())
    return given


@pytest.fixture
async def founder(people: DemoClient) -> int:
    """The founder, who has pressed Start."""
    founder = await people.person_with("founder")
    await people.start(founder)
    return founder


async def test_a_shop_that_is_set_up_well_is_all_good(given: Given, people: DemoClient, founder: int) -> None:
    given.set(FOUNDER_IDS=founder, TEAM_CHAT_ID=await people.group("Team", [founder]))
    await migrate(read(StorageSettings))
    assert await given.wrong() == []
    about = [line.removeprefix("✓ ").partition(":")[0] for line in await given.good()]
    assert about == [
        "settings", "prompts", "database", "model", "TELEGRAM_TOKEN", "FOUNDER_IDS", "TEAM_CHAT_ID", "updates",
    ]  # fmt: skip


async def test_every_bad_setting_is_named_at_once(given: Given) -> None:
    wrong = await given.wrong(DAY_RATE="much", TIMEZONE="Here")
    assert ["DAY_RATE" in wrong[0], "TIMEZONE" in wrong[1], len(wrong)] == [True, True, 2]


async def test_a_slip_in_the_file_is_named_with_what_was_meant(given: Given, founder: int, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("COMISSION_PERCENT=7\n", encoding="utf-8")
    assert await given.wrong() == [
        "✗ settings: .env sets COMISSION_PERCENT, which is no setting; write COMMISSION_PERCENT"
    ]


async def test_a_line_of_the_file_that_cannot_be_read_is_told_by_its_number(
    given: Given, founder: int, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("COMISSION_PERCENT=7\nhush DAY_RATE=5\n", encoding="utf-8")
    wrong = await given.wrong()
    assert wrong[0].startswith("✗ settings: line 2 of .env cannot be read")
    assert len(wrong) == 2
    assert "hush" not in "".join(wrong)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o602])
async def test_a_settings_file_with_secrets_that_others_may_open_is_told_with_the_cure(
    given: Given, founder: int, tmp_path: Path, mode: int
) -> None:
    file = tmp_path / ".env"
    file.write_text(f"DATA_KEY={new_data_key()}\nWEBHOOK_SECRET=\nCURRENCY=EUR\n", encoding="utf-8")
    file.chmod(mode)
    cure = "✗ settings: .env holds DATA_KEY and others may open it; type: chmod 600 .env"
    assert await given.wrong(FOUNDER_IDS=founder) == [cure]
    file.chmod(0o600)
    assert await given.wrong() == []


async def test_a_settings_file_without_secrets_may_be_read_by_all(given: Given, founder: int, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("CURRENCY=EUR\n", encoding="utf-8")
    (tmp_path / ".env").chmod(0o644)
    assert await given.wrong(FOUNDER_IDS=founder) == []


async def test_a_settings_file_that_is_no_text_is_told(given: Given, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SHOP_NAME=caf\xe9\n")
    assert await given.wrong() == ["✗ settings: the file .env cannot be read: UnicodeDecodeError"]


async def test_a_refused_token_is_told_without_showing_it(given: Given) -> None:
    (wrong,) = await given.wrong(TELEGRAM_TOKEN="123456:of-another-bot")
    assert "BotFather" in wrong
    assert "of-another-bot" not in wrong


async def test_a_telegram_that_cannot_be_reached_is_told(given: Given) -> None:
    (wrong,) = await given.wrong(TELEGRAM_API_URL="http://127.0.0.1:1")
    assert "cannot be reached" in wrong


async def test_a_founder_who_has_not_pressed_start_is_told_how(given: Given) -> None:
    (wrong,) = await given.wrong(FOUNDER_IDS=424242)
    assert "424242" in wrong
    assert "press Start" in wrong


async def test_a_shop_without_a_founder_is_told_how_to_find_the_id(given: Given) -> None:
    (wrong,) = await given.wrong(FOUNDER_IDS="")
    assert "/id" in wrong


@pytest.mark.parametrize(
    ("forum", "rights", "lack"),
    [(False, None, "has no topics"), (True, [], "Manage topics"), (True, ["can_pin_messages"], "Manage topics")],
)
async def test_what_the_teams_group_lacks_is_told(
    given: Given, people: DemoClient, founder: int, forum: bool, rights: list[str] | None, lack: str
) -> None:
    group = await people.group("Team", [founder], forum=forum, bot_rights=rights)
    (wrong,) = await given.wrong(FOUNDER_IDS=founder, TEAM_CHAT_ID=group)
    assert lack in wrong


async def test_a_group_that_the_bot_is_not_in_is_told(given: Given, founder: int) -> None:
    (wrong,) = await given.wrong(FOUNDER_IDS=founder, TEAM_CHAT_ID=-1009)
    assert "not in a group" in wrong


async def test_a_model_that_does_not_answer_is_told_without_its_key(given: Given, founder: int) -> None:
    server = {"OPENAI_BASE_URL": "http://127.0.0.1:1/v1", "OPENAI_MODEL": "m1"}
    (wrong,) = await given.wrong(FOUNDER_IDS=founder, OPENAI_API_KEY="sk-hidden-key", **server)
    assert wrong.startswith("✗ model: m1 does not answer")
    assert "sk-hidden-key" not in wrong


async def test_another_key_than_the_databases_is_told(given: Given, founder: int) -> None:
    await migrate(read(StorageSettings))
    (wrong,) = await given.wrong(FOUNDER_IDS=founder, DATA_KEY=new_data_key())
    assert wrong.startswith("✗ database: DATA_KEY")


async def test_a_key_file_that_others_may_open_is_told(given: Given, tmp_path: Path) -> None:
    write_private(tmp_path / "data.key", new_data_key())
    assert not await given.about_key(DATA_KEY="", DATA_KEY_FILE=tmp_path / "data.key")
    (tmp_path / "data.key").chmod(0o644)
    (wrong,) = await given.about_key()
    assert "chmod 600" in wrong


async def test_a_list_of_erasures_that_can_be_kept_nowhere_is_told(given: Given, founder: int, tmp_path: Path) -> None:
    (wrong,) = await given.wrong(FOUNDER_IDS=founder, ERASURES_FILE=tmp_path / "nowhere" / "list")
    assert "the folder of ERASURES_FILE does not exist" in wrong


async def test_a_folder_that_does_not_exist_is_told(given: Given, founder: int) -> None:
    (wrong,) = await given.wrong(FOUNDER_IDS=founder, DATABASE_URL="sqlite:///nowhere/bot.db")
    assert "make it" in wrong


async def test_prompts_that_cannot_be_used_are_told(given: Given, founder: int, tmp_path: Path) -> None:
    (wrong, *_) = await given.wrong(FOUNDER_IDS=founder, PROMPTS_DIR=tmp_path / "none")
    assert wrong.startswith("✗ prompts:")


async def test_texts_of_the_shops_that_cannot_be_said_are_told(given: Given, founder: int, tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("privacy = { $boss }")
    (wrong,) = await given.wrong(FOUNDER_IDS=founder, TEXTS_DIR=tmp_path)
    assert wrong.startswith("✗ texts: TEXTS_DIR: en.ftl: privacy uses $boss")


async def test_a_webhook_that_is_not_set_yet_is_no_fault(given: Given, founder: int) -> None:
    good = {"FOUNDER_IDS": founder, "WEBHOOK_SECRET": "long-and-random-enough"}
    assert await given.wrong(**good, WEBHOOK_URL="https://bot.example/hook") == []


async def test_a_check_leaves_no_database_behind(given: Given, tmp_path: Path) -> None:
    await check_all()
    assert "bot.db" not in os.listdir(tmp_path)  # noqa: PTH208 - only this one is allowed between awaits
