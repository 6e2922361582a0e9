"""Every setting, typed and checked at start. Nothing else in the program reads the environment.

A setting comes from the environment, else from the file `.env`, else it has its default. `.env.example` explains each.
A setting that is empty counts as not given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from chatbot import setting_values as values
from chatbot.domain.allowance import Allowance
from chatbot.domain.amounts import read_percent
from chatbot.domain.errors import SettingsError
from chatbot.domain.money import Money
from chatbot.domain.pricing import RateCard
from chatbot.env_file import unreadable
from chatbot.private_files import read_private
from chatbot.use_cases.shop import Shop

ENV_FILE = Path(".env")
_FOUND = SettingsConfigDict(env_file=ENV_FILE, env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore")

Ids = Annotated[tuple[int, ...], NoDecode, BeforeValidator(values.user_ids)]
Address = Annotated[str, AfterValidator(values.web_root)]
Rates = Annotated[dict[str, Decimal], NoDecode, BeforeValidator(values.exchange_rates)]
Amount = Annotated[Decimal, Field(gt=0, le=10**9, allow_inf_nan=False)]

AnySettings = TypeVar("AnySettings", bound=BaseSettings)

SECRETS = ("telegram_token", "webhook_secret", "data_key", "openai_api_key")

_HOW_TO_GET: Mapping[str, str] = {
    "TELEGRAM_TOKEN": "get one from @BotFather",
    "DATA_KEY": "`chatbot new-key` prints one; or name a file in DATA_KEY_FILE",
    "SHOP_NAME": "the shop's name as clients see it",
}

_NUMBER, _WHOLE_NUMBER = "write a number, such as 2.5", "write a whole number, such as 30"
_WRITE: Mapping[str, str] = {
    "decimal_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
}
"""What to write, by pydantic's kinds of mistakes whose sentences are a programmer's."""
_OF_THE_LIBRARY = re.compile(r"^\w+(?: input)? should ")


class TelegramSettings(BaseSettings):
    """The bot, its people, and how updates come."""

    model_config = _FOUND

    telegram_token: Annotated[SecretStr, AfterValidator(values.bot_token)]
    telegram_api_url: Address = Field(default="https://api.telegram.org", repr=False)  # addresses may hold a password
    founder_ids: Ids = ()  # none at the very first start: the founder's id is what the bot answers to /id
    team_ids: Ids = ()
    team_chat_id: Annotated[int, AfterValidator(values.group_id)] | None = None
    webhook_url: Address | None = Field(default=None, repr=False)
    webhook_secret: Annotated[SecretStr, AfterValidator(values.webhook_secret)] | None = None
    webhook_port: int = Field(default=8080, ge=1, le=65535)
    webhook_host: str = "127.0.0.1"
    metrics_port: int | None = Field(default=None, ge=1, le=65535)
    metrics_host: str = "127.0.0.1"


class StorageSettings(BaseSettings):
    """Where everything is kept, and the key that seals it."""

    model_config = _FOUND

    database_url: str = Field(default="sqlite:///chatbot.db", repr=False)
    erasures_file: Path | None = None  # beside the database
    data_key: Annotated[SecretStr, AfterValidator(values.data_key)]
    data_key_file: Path | None = Field(default=None, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _key_from_file(cls, given: dict[str, Any]) -> dict[str, Any]:
        """DATA_KEY_FILE fills DATA_KEY, so that the rest of the program knows but one."""
        file = given.get("data_key_file")
        if not file:
            return given
        if given.get("data_key"):
            raise ValueError("DATA_KEY and DATA_KEY_FILE are both set; keep one of them")
        try:
            return given | {"data_key": read_private(Path(file))}
        except ValueError as error:
            raise ValueError(f"DATA_KEY_FILE is wrong: {error}") from None


class ModelSettings(BaseSettings):
    """The language model. Without key and address the built-in catalogue does its work."""

    model_config = _FOUND

    openai_api_key: SecretStr | None = None
    openai_base_url: Address | None = Field(default=None, repr=False)
    openai_model: str = ""
    model_provider: str = Field(default="", max_length=100)
    openai_timeout: float = Field(default=60.0, gt=0, le=600)
    prompts_dir: Path | None = None

    @property
    def provider(self) -> str:
        """Who gets what people write, by name; empty where it stays on this computer."""
        if self.has_model and self.model_provider:
            return self.model_provider
        if self.openai_base_url is not None:
            return values.outside_host(self.openai_base_url)
        return "OpenAI" if self.has_model else ""

    @property
    def has_model(self) -> bool:
        """Whether a server is to be asked at all."""
        return self.openai_api_key is not None or self.openai_base_url is not None

    @model_validator(mode="after")
    def _model_is_named(self) -> Self:
        if self.has_model and not self.openai_model:
            raise ValueError("OPENAI_MODEL is missing: name a model that the server of OPENAI_API_KEY offers")
        return self


class Settings(ModelSettings, StorageSettings, TelegramSettings):
    """All settings: those above, the shop, its prices and its hours."""

    shop_name: str = Field(min_length=1, max_length=60)
    shop_details: str = Field(default="", max_length=2000)
    tax_note: str = Field(default="", max_length=500)
    privacy_note: str = Field(default="", max_length=2000)
    texts_dir: Path | None = None
    retention_days: int | None = Field(default=None, ge=30, le=3650)
    currency: Annotated[str, AfterValidator(values.known_currency)] = "CNY"
    exchange_rates: Rates = {}
    day_rate: Amount = Decimal(1000)
    price_step: Amount = Decimal(1000)
    trial_deposit: Amount = Decimal(5000)
    commission_percent: Annotated[str, AfterValidator(values.percent)] = "5"
    referral_days: int = Field(default=365, ge=1, le=3650)
    quote_valid_days: int = Field(default=30, ge=1, le=365)
    timezone: Annotated[str, AfterValidator(values.zone)] = "Asia/Shanghai"
    working_hours: Annotated[str, AfterValidator(values.working_hours)] = "Mon-Fri 09:30-18:30"
    quiet_hours: Annotated[str, AfterValidator(values.quiet_hours)] = "21:30-08:00"
    review_hours: float = Field(default=4, gt=0, le=200)
    answer_hours: float = Field(default=2, gt=0, le=200)
    founder_language: Literal["en", "zh", "fr", "es"] = "en"
    burst_seconds: float = Field(default=4, ge=0, le=60)
    new_client_calls: int = Field(default=60, ge=0, le=10**6)
    new_client_files: int = Field(default=20, ge=0, le=10**6)
    calls_per_hour: int = Field(default=600, ge=0, le=10**6)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.webhook_secret is None:
            raise ValueError("WEBHOOK_SECRET is missing: choose a long random word that only Telegram will know")
        if self.webhook_url.startswith("http:") and self.telegram_api_url.startswith("https:"):
            raise ValueError("WEBHOOK_URL must start with https://, because Telegram posts to nothing else")
        return self

    @model_validator(mode="after")
    def _prices_are_money(self) -> Self:
        for name in ("day_rate", "price_step", "trial_deposit"):
            if not self.money(getattr(self, name)):
                raise ValueError(f"{name.upper()} is wrong: it is less than the smallest coin of CURRENCY")
        return self

    def secrets(self) -> list[str]:
        """What no log may show."""
        given: list[SecretStr | None] = [getattr(self, name) for name in SECRETS]
        addresses = (self.telegram_api_url, self.webhook_url, self.openai_base_url)
        passwords = [password for address in addresses for password in values.passwords_in(address)]
        return [*passwords, *(secret.get_secret_value() for secret in given if secret is not None)]

    def shop(self, bot_username: str, translates: bool, company: str) -> Shop:
        """The shop as the rules know it; `company` is what clients may be told of it."""
        zone = ZoneInfo(self.timezone)
        return Shop(
            name=self.shop_name,
            details=self.shop_details,
            tax_note=self.tax_note,
            bot_username=bot_username,
            founder_ids=self.founder_ids,
            team_ids=self.team_ids,
            team_chat_id=self.team_chat_id,
            founder_language=self.founder_language,
            currency=self.currency,
            rates=self.exchange_rates,
            card=RateCard(self.money(self.day_rate), self.money(self.price_step)),
            trial_deposit=self.money(self.trial_deposit),
            commission_bp=read_percent(self.commission_percent),
            quote_valid_days=self.quote_valid_days,
            referral_days=self.referral_days,
            zone=zone,
            hours=values.hours_in(self.working_hours, zone),
            quiet=values.quiet_in(self.quiet_hours, zone),
            burst=timedelta(seconds=self.burst_seconds),
            review_time=timedelta(hours=self.review_hours),
            answer_time=timedelta(hours=self.answer_hours),
            translates=translates,
            newcomers=Allowance(self.new_client_calls, self.calls_per_hour, self.new_client_files),
            provider=self.provider,
            own_model=self.has_model and not self.provider,
            retention=timedelta(days=self.retention_days) if self.retention_days else None,
            privacy_note=self.privacy_note,
            company=company,
        )

    def money(self, amount: Decimal) -> Money:
        """An amount of these settings in the shop's currency."""
        return Money.of(Fraction(amount), self.currency)


class GivenSettings(Settings):
    """Settings that the program itself gives, as the demo does: nothing is read from the environment."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is pydantic's
        init_settings: PydanticBaseSettingsSource,
        *_others: PydanticBaseSettingsSource,
        **_named: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what is passed in."""
        return (init_settings,)


def read(kind: Callable[[], AnySettings]) -> AnySettings:
    """The settings of this kind, such as `read(Settings)`.

    Raises SettingsError, on one line, with everything that is missing or wrong and how to mend it.
    """
    settings, wrong = collected_problems(kind)
    if settings is None:
        raise SettingsError("; ".join(wrong))
    return settings


def collected_problems(kind: Callable[[], AnySettings]) -> tuple[AnySettings | None, list[str]]:
    """The settings of this kind, or None with a sentence for each that is missing or wrong."""
    try:
        wrong = unreadable(ENV_FILE)
        return (None, wrong) if wrong else (kind(), [])
    except ValidationError as error:
        return None, problems(error)
    except (OSError, UnicodeDecodeError) as error:
        return None, [f"the file {ENV_FILE} cannot be read: {type(error).__name__}"]


def problems(error: ValidationError) -> list[str]:
    """Each setting that is missing or wrong, in a sentence without its value."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [_problem(".".join(map(str, one["loc"][:1])).upper(), one["type"], one["msg"]) for one in found]


def _problem(name: str, kind: str, message: str) -> str:
    words = _WRITE.get(kind) or _OF_THE_LIBRARY.sub("it must ", message.removeprefix("Value error, "))
    if not name:
        return words
    if kind in {"missing", "string_too_short"}:
        how = _HOW_TO_GET.get(name, "see .env.example")
        return f"{name} is missing: set it in the environment or in {ENV_FILE} ({how})"
    return f"{name} is wrong: {words[:1].lower()}{words[1:]}"
