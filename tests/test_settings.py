"""Settings: typed, checked at start, told in one line, and the same as .env.example says."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from annotated_types import Ge

from chatbot.database.sealing import new_data_key
from chatbot.domain.errors import SettingsError
from chatbot.domain.money import Money
from chatbot.settings import SECRETS, ModelSettings, Settings, read
from chatbot.settings_file import slips

EXAMPLE = Path(__file__).parents[1] / ".env.example"
LINE = re.compile(r"(?:# )?([A-Z_]+)=(.*)")
NEEDED = {
    "TELEGRAM_TOKEN": "12345:the-secret-half",
    "DATA_KEY": new_data_key(),
    "SHOP_NAME": "Lantern Works",
}


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment without settings, in a folder without .env, where NEEDED is given."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in NEEDED.items():
        monkeypatch.setenv(name, value)


def _as_written(name: str) -> str:
    """A field's default as one writes it into .env."""
    default = Settings.model_fields[name].get_default()
    return "" if default in (None, (), {}) or Settings.model_fields[name].is_required() else str(default)


def test_the_example_names_every_setting_in_order_with_its_default() -> None:
    written = [(found[1], found[2]) for found in map(LINE.fullmatch, EXAMPLE.read_text().splitlines()) if found]
    assert written == [(name.upper(), _as_written(name)) for name in Settings.model_fields]


def test_the_example_leaves_open_what_must_be_given_and_explains_everything() -> None:
    lines = EXAMPLE.read_text().splitlines()
    required = {name.upper() for name, field in Settings.model_fields.items() if field.is_required()}
    assert {line.removesuffix("=") for line in lines if line and not line.startswith("#")} == required
    for number, line in enumerate(lines):
        if LINE.fullmatch(line):
            assert lines[number - 1].startswith("# "), f"{line} has no explanation"


def test_the_example_says_where_a_number_must_be_larger_than_one_would_think() -> None:
    paragraphs = EXAMPLE.read_text("utf-8").split("\n\n")
    for name, field in Settings.model_fields.items():
        least = [bound.ge for bound in field.metadata if isinstance(bound, Ge) and float(str(bound.ge)) > 1]
        told = next(one for one in paragraphs if re.search(rf"^(# )?{name.upper()}=", one, re.MULTILINE))
        assert all(f"{bound} or more" in told for bound in least), name


def test_with_what_must_be_given_everything_else_has_a_default() -> None:
    shop = read(Settings).shop("the_bot", translates=True, company="We build.")
    assert shop.card.day_rate == Money.of(1000, "CNY")
    assert shop.commission_bp == 500
    assert shop.burst == timedelta(seconds=4)
    assert (shop.bot_username, shop.translates, shop.company) == ("the_bot", True, "We build.")


def test_what_is_missing_is_told_in_one_line_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELEGRAM_TOKEN")
    monkeypatch.setenv("DATA_KEY", "")
    with pytest.raises(SettingsError) as raised:
        read(Settings)
    line = str(raised.value)
    assert "TELEGRAM_TOKEN is missing" in line
    assert "BotFather" in line
    assert "DATA_KEY is missing" in line
    assert "new-key" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "wrong-and-secret"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("FOUNDER_IDS", "me, wrong-and-secret"),
        ("FOUNDER_IDS", "-5"),
        ("TEAM_CHAT_ID", "12"),
        ("WEBHOOK_PORT", "wrong-and-secret"),
        ("DATA_KEY", "wrong-and-secret"),
        ("CURRENCY", "wrong-and-secret"),
        ("CURRENCY", "XYZ"),
        ("CURRENCY", "XXX"),
        ("EXCHANGE_RATES", "EUR=wrong-and-secret"),
        ("EXCHANGE_RATES", "EUR=0"),
        ("EXCHANGE_RATES", "EUR=nan"),
        ("DAY_RATE", "0"),
        ("DAY_RATE", "0.001"),
        ("PRICE_STEP", "wrong-and-secret"),
        ("TRIAL_DEPOSIT", "inf"),
        ("COMMISSION_PERCENT", "101"),
        ("TIMEZONE", "Mars/wrong-and-secret"),
        ("TIMEZONE", "/etc/passwd"),
        ("WORKING_HOURS", "wrong-and-secret"),
        ("QUIET_HOURS", "wrong-and-secret"),
        ("FOUNDER_LANGUAGE", "wrong-and-secret"),
        ("BURST_SECONDS", "-1"),
    ],
)
def test_a_bad_setting_is_named_and_its_value_never_repeated(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        read(Settings)
    assert name in str(raised.value)
    assert "wrong-and-secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"OPENAI_API_KEY": "sk-1"}, "OPENAI_MODEL"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, "OPENAI_MODEL"),
        ({"WEBHOOK_URL": "https://bot.example/hook"}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_URL": "http://bot.example/hook", "WEBHOOK_SECRET": "s" * 16}, "WEBHOOK_URL"),
        ({"WEBHOOK_URL": "https://bot.example/hook", "WEBHOOK_SECRET": "sixteen and more"}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_URL": "https://bot.example/hook", "WEBHOOK_SECRET": "s" * 15}, "WEBHOOK_SECRET is wrong: use 16 to"),
        ({"WEBHOOK_URL": "https://bot.example/hook", "WEBHOOK_SECRET": "s" * 257}, "WEBHOOK_SECRET"),
    ],
)
def test_settings_that_need_one_another_are_asked_for(
    given: dict[str, str], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=missing):
        read(Settings)


def test_values_are_read_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOUNDER_IDS", " 7, 8 ,7,")
    monkeypatch.setenv("EXCHANGE_RATES", "eur=7.8, USD=7.1")
    monkeypatch.setenv("COMMISSION_PERCENT", "7,5")
    monkeypatch.setenv("QUIET_HOURS", "none")
    monkeypatch.setenv("DAY_RATE", "1200.50")
    shop = read(Settings).shop("the_bot", translates=False, company="")
    assert shop.founder_ids == (7, 8)
    assert shop.rates == {"EUR": Decimal("7.8"), "USD": Decimal("7.1")}
    assert shop.commission_bp == 750
    assert shop.quiet is None
    assert shop.card.day_rate == Money(120050, "CNY")


def test_the_environment_comes_before_the_file_and_an_empty_value_counts_as_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("SHOP_NAME=From the file\nDAY_RATE=1500\nPRICE_STEP=\n", encoding="utf-8")
    monkeypatch.setenv("PRICE_STEP", "")
    settings = read(Settings)
    assert (settings.shop_name, settings.day_rate, settings.price_step) == ("Lantern Works", 1500, 1000)


def test_no_secret_shows_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"OPENAI_API_KEY": "sk-hidden", "OPENAI_MODEL": "m", "WEBHOOK_SECRET": "hidden-hook-word"}
    given |= {"OPENAI_BASE_URL": "https://me:hidden%20one@model.example/v1", "WEBHOOK_URL": "https://b:hidden-two@b.c"}
    given |= {"TELEGRAM_API_URL": "https://me:hidden-three@telegram.example"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = read(Settings)
    shown = repr(settings) + str(settings)
    hidden = ["the-secret-half", NEEDED["DATA_KEY"], "sk-hidden", "hidden-hook-word"]
    for secret in [*hidden, "hidden%20one", "hidden one", "hidden-two", "hidden-three"]:
        assert secret not in shown
        assert any(secret in one for one in settings.secrets())


def test_whatever_is_typed_as_a_secret_is_kept_out_of_the_log() -> None:
    fields = Settings.model_fields.items()
    assert {name for name, field in fields if "SecretStr" in str(field.annotation)} == set(SECRETS)


@pytest.mark.parametrize(
    ("given", "provider"),
    [
        ({}, ""),
        ({"OPENAI_API_KEY": "sk-1"}, "OpenAI"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:8000/v1"}, ""),
        ({"OPENAI_BASE_URL": "http://[::1]:8000/v1"}, ""),
        ({"OPENAI_BASE_URL": "http://localhost:8000/v1"}, ""),
        ({"OPENAI_BASE_URL": "https://api.model.example/v1"}, "api.model.example"),
        ({"OPENAI_BASE_URL": "http://litellm:4000"}, "litellm"),
        ({"OPENAI_BASE_URL": "https://192.168.1.5/v1"}, "192.168.1.5"),
        ({"OPENAI_BASE_URL": "http://gateway.internal/v1"}, "gateway.internal"),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:4000", "MODEL_PROVIDER": "Mistral"}, "Mistral"),
        ({"MODEL_PROVIDER": "Mistral"}, ""),
    ],
)
def test_only_a_model_on_this_very_computer_is_surely_nobody_elses(
    given: dict[str, str], provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ({"OPENAI_MODEL": "m"} | given).items():
        monkeypatch.setenv(name, value)
    shop = read(Settings).shop("the_bot", translates=True, company="")
    assert shop.provider == provider
    assert shop.own_model == (provider == "" and "OPENAI_BASE_URL" in given)


def test_a_file_that_is_no_text_is_one_clear_line() -> None:
    Path(".env").write_bytes(b"SHOP_NAME=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        read(ModelSettings)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SHOP_NAME=Lantern\n\n\nhush DAY_RATE=2000\n", [4]),
        ("# a comment\nDAY_RATE hush\nPRICE_STEP=1000\n", [2]),
        ("SHOP_DETAILS=12 Harbour Road\nhush\nTAX_NOTE=none\n", [2]),
        ('DAY_RATE=1\nSHOP_DETAILS="hush\nPRICE_STEP=1000\n\nan end', [2, 5]),
    ],
)
@pytest.mark.parametrize("kind", [Settings, ModelSettings])
def test_a_line_of_the_file_that_sets_nothing_is_named_by_its_number_and_never_repeated(
    text: str, lines: list[int], kind: type[ModelSettings]
) -> None:
    Path(".env").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as wrong:
        read(kind)
    said = str(wrong.value)
    assert [f"line {number} of .env cannot be read" in said for number in lines] == [True] * len(lines)
    assert said.count("cannot be read") == len(lines)
    assert "hush" not in said


def test_a_file_is_read_as_it_may_be_written() -> None:
    text = (
        "\n# a comment\nexport DAY_RATE=1500 # a rate\n\nSHOP_DETAILS=\"12 Harbour Road\nShanghai\"\nTAX_NOTE='a=b'\n"
    )
    Path(".env").write_text(text, encoding="utf-8")
    settings = read(Settings)
    assert (settings.day_rate, settings.tax_note) == (1500, "a=b")
    assert settings.shop_details == "12 Harbour Road\nShanghai"


def test_a_slip_of_the_pen_is_noticed_and_other_names_are_left_alone() -> None:
    Path(".env").write_text("FOUNDER_ID=5\nCOMPOSE_PROJECT_NAME=bot\n", encoding="utf-8")
    assert slips() == [".env sets FOUNDER_ID, which is no setting; write FOUNDER_IDS"]


def test_a_name_that_other_programs_know_is_not_taken_for_the_name_of_a_secret() -> None:
    Path(".env").write_text("OPENAI_API_BASE=http://localhost\n", encoding="utf-8")
    assert slips() == [".env sets OPENAI_API_BASE, which is no setting; write OPENAI_BASE_URL"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DAY_RATE", "a lot", "DAY_RATE is wrong: write a number, such as 2.5"),
        (
            "CURRENCY",
            "XYZ",
            "CURRENCY is wrong: there is no such currency in ISO 4217; write its three letters, such as CNY",
        ),
        ("DAY_RATE", "-1", "DAY_RATE is wrong: it must be greater than 0"),
        ("DAY_RATE", "nan", "DAY_RATE is wrong: write a number, such as 2.5"),
        ("REVIEW_HOURS", "four", "REVIEW_HOURS is wrong: write a number, such as 2.5"),
        ("REFERRAL_DAYS", "1.5", "REFERRAL_DAYS is wrong: write a whole number, such as 30"),
        ("FOUNDER_LANGUAGE", "de", "FOUNDER_LANGUAGE is wrong: it must be 'en', 'zh', 'fr' or 'es'"),
        ("SHOP_NAME", "x" * 61, "SHOP_NAME is wrong: it must have at most 60 characters"),
    ],
)
def test_what_is_wrong_is_told_in_words_for_people(
    name: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as wrong:
        read(Settings)
    assert str(wrong.value) == told
