"""Reading the values of settings that are more than a number or a word.

Each reader raises ValueError with how the value is written, and never repeats the value, which may be a secret.
"""

from __future__ import annotations

import base64
import binascii
from datetime import time
from decimal import Decimal, InvalidOperation
from ipaddress import ip_address
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.numbers import is_currency
from pydantic import SecretStr

from chatbot.domain.amounts import read_percent
from chatbot.domain.errors import NotUnderstood
from chatbot.domain.working_hours import QuietHours, WorkingHours, parse_quiet_hours, parse_working_hours

NEVER = "none"
_KEY_BYTES = 32
_MOST_IDS = 50
_SHORTEST_SECRET = 16
_NO_MONEY = frozenset({"XTS", "XXX"})  # codes of ISO 4217 for tests and for no currency


def user_ids(value: Any) -> Any:
    """Telegram user ids, comma-separated."""
    if not isinstance(value, str):
        return value
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if len(parts) > _MOST_IDS or not all(part.isascii() and part.isdecimal() and int(part) > 0 for part in parts):
        raise ValueError("write Telegram user ids, which are numbers, separated by commas; /id tells a person's")
    return tuple(dict.fromkeys(map(int, parts)))


def group_id(value: int) -> int:
    """The id of a group, which is below zero."""
    if value >= 0:
        raise ValueError("the id of a group is a number below zero, such as -1001234567890; /id in the group tells it")
    return value


def web_root(value: str) -> str:
    """An http or https address, without the slash at its end."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("write a whole address that starts with https://")
    return value.rstrip("/")


def outside_host(url: str) -> str:
    """The host of an address, or nothing where it is this very computer. Of any other we cannot know whose it is."""
    host = urlsplit(url).hostname or ""
    try:
        ours = ip_address(host).is_loopback
    except ValueError:
        ours = host == "localhost" or host.endswith(".localhost")
    return "" if ours else host


def passwords_in(url: str | None) -> set[str]:
    """The password that stands in an address, as it is written there and as it is meant; empty where none does."""
    password = urlsplit(url or "").password
    return {password, unquote(password)} if password else set()


def bot_token(value: SecretStr) -> SecretStr:
    """A bot's token: digits, a colon, the secret half."""
    number, _, half = value.get_secret_value().strip().partition(":")
    if not (number.isascii() and number.isdecimal() and half and half.isascii()):
        raise ValueError("copy the whole token that @BotFather gave: digits, a colon, letters")
    return SecretStr(f"{number}:{half}")


def webhook_secret(value: SecretStr) -> SecretStr:
    """What Telegram takes as a secret, A-Z, a-z, 0-9, _ and -, at most 256 of them; and not so few that one guesses."""
    secret = value.get_secret_value()
    plain = secret.replace("_", "").replace("-", "")
    if not (_SHORTEST_SECRET <= len(secret) <= 256 and secret.isascii() and (plain == "" or plain.isalnum())):
        raise ValueError(f"use {_SHORTEST_SECRET} to 256 random letters, digits, underscores and hyphens")
    return value


def data_key(value: SecretStr) -> SecretStr:
    """32 bytes in base64url."""
    try:
        key = base64.b64decode(value.get_secret_value().strip().encode(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _KEY_BYTES:
        raise ValueError("it is not a key; `chatbot new-key` prints one")
    return value


def exchange_rates(value: Any) -> Any:
    """`EUR=7.8,USD=7.1`: what one unit of another currency is worth in CURRENCY."""
    if not isinstance(value, str):
        return value
    rates: dict[str, Decimal] = {}
    for part in (part for part in value.split(",") if part.strip()):
        currency, _, rate = part.partition("=")
        rates[currency_code(currency)] = _rate(rate)
    return rates


def _rate(text: str) -> Decimal:
    try:
        rate = Decimal(text.strip())
    except InvalidOperation:
        rate = Decimal(0)
    if not rate.is_finite() or rate <= 0:
        raise ValueError("write rates as EUR=7.8,USD=7.1")
    return rate


def currency_code(value: str) -> str:
    """A currency's three letters (ISO 4217)."""
    code = value.strip().upper()
    if not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise ValueError("write currencies with the three letters of ISO 4217, such as CNY or EUR")
    return code


def known_currency(value: str) -> str:
    """A currency that ISO 4217 knows."""
    code = currency_code(value)
    if code in _NO_MONEY or not is_currency(code):
        raise ValueError("there is no such currency in ISO 4217; write its three letters, such as CNY")
    return code


def percent(value: str) -> str:
    """A percentage from 0 to 100 with at most two decimals."""
    try:
        read_percent(value)
    except NotUnderstood as error:
        raise ValueError(f"{error}; write a number from 0 to 100 with at most two decimals") from None
    return value


def zone(value: str) -> str:
    """A time zone's name."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("name a time zone such as Asia/Shanghai or Europe/Madrid") from None
    return value


def working_hours(value: str) -> str:
    """Hours such as "Mon-Fri 09:30-18:30; Sat 10-13"."""
    try:
        hours_in(value, ZoneInfo("UTC"))
    except NotUnderstood as error:
        raise ValueError(str(error)) from None
    return value


def quiet_hours(value: str) -> str:
    """Quiet hours such as "21:30-08:00", or "none"."""
    try:
        quiet_in(value, ZoneInfo("UTC"))
    except NotUnderstood:
        raise ValueError("write quiet hours as 21:30-08:00, or none") from None
    return value


def hours_in(value: str, where: ZoneInfo) -> WorkingHours:
    """The working hours in their zone; raises NotUnderstood."""
    return parse_working_hours(value, where)


def quiet_in(value: str, where: ZoneInfo) -> QuietHours | None:
    """The quiet hours in their zone, None for never; raises NotUnderstood."""
    if value.strip().lower() == NEVER:
        return None
    quiet = parse_quiet_hours(value, where)
    return None if quiet.start == quiet.end == time(0) else quiet
