"""Money, ranges, times and dates as the readers of each language write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from chatbot.domain.money import Money, PriceRange, minor_digits

LOCALES = {"en": "en_GB", "zh": "zh_CN", "fr": "fr_FR", "es": "es_ES"}
"""Babel locale of each of our languages. With en_GB no currency but the pound has a bare symbol of its own."""

_MOMENT = {
    "en": "EEE d MMM, HH:mm",
    "zh": "M月d日EEE HH:mm",
    "fr": "EEE d MMM 'à' HH:mm",
    "es": "EEE d MMM, HH:mm",
}


def money_text(money: Money, language: str) -> str:
    """An amount, without decimals where it is whole: "CN¥68,000", "68 000 CNY"; never ambiguous."""
    digits = minor_digits(money.currency)
    amount = Decimal(money.minor).scaleb(-digits)
    if amount == amount.to_integral_value():
        return format_currency(
            amount.quantize(Decimal(1)),
            money.currency,
            format=_WHOLE[language],
            locale=LOCALES[language],
            currency_digits=False,
        )
    return format_currency(amount, money.currency, locale=LOCALES[language])


_WHOLE = {"en": "¤#,##0", "zh": "¤#,##0", "fr": "#,##0\N{NO-BREAK SPACE}¤", "es": "#,##0\N{NO-BREAK SPACE}¤"}


def range_text(price: PriceRange, language: str) -> str:
    """Low to high with the currency once: "CN¥55,000–70,000", "55 000 – 70 000 €"."""
    if price.low == price.high:
        return money_text(price.low, language)
    low, high = money_text(price.low, language), money_text(price.high, language)
    if low[0].isdigit():
        low = low.rstrip("".join(set(low) - set("0123456789")))
        return f"{low}{_dash(low)}{high}"
    return f"{low}{_dash(low)}{high.lstrip(''.join(set(high) - set('0123456789')))}"


def _dash(amount: str) -> str:
    spaced = any(character.isspace() for character in amount)
    return " – " if spaced else "–"


def moment_text(at: datetime, language: str, zone: ZoneInfo) -> str:
    """A time in the shop's zone as people say it: "Tue 24 Nov, 18:00". Raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone cannot be told to anybody")
    return format_datetime(at.astimezone(zone), _MOMENT[language], locale=LOCALES[language])


def date_text(day: date, language: str) -> str:
    """A date in full: "24 November 2026"."""
    return format_date(day, "long", locale=LOCALES[language])


def language_text(tag: str, language: str) -> str:
    """A language's name: "French", "法语"; the tag itself for a language without one."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(LOCALES[language]) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def series_text(items: Iterable[str], language: str) -> str:
    """Several things in one sentence: "3, 5 and 8", "3、5和8"."""
    return format_list(list(items), locale=LOCALES[language])


def number_text(value: float, language: str) -> str:
    """A number with at most one decimal, such as person-days: "2.5", "2,5", "12"."""
    return format_decimal(Decimal(str(value)), format="#,##0.#", locale=LOCALES[language])
