"""A quote as its template wants it: every amount and date already in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from chatbot.domain.money import PriceRange
from chatbot.texts.speak import Texts
from chatbot.texts.values import date_text, money_text
from chatbot.use_cases.replies import Phrase

_WORDS = (
    *("quote", "number", "date", "valid_until", "prepared_for", "prepared_by", "scope", "price_range"),
    *("low", "likely", "high", "what_it_means", "assumptions", "exclusions", "open_questions", "next_step"),
    *("page", "of", "must", "should", "could", "assumed", "by_founder"),
)


def quote_data(data: Mapping[str, Any], language: str, texts: Texts) -> dict[str, object]:
    """What quote.typ draws, with its fixed words in `language`. Raises KeyError for what is not there."""
    price: PriceRange = data["price"]
    return {
        "lang": data["language"],
        "words": {word: texts.say(language, Phrase(f"picture-{word.replace('_', '-')}")) for word in _WORDS},
        "shop": {key: data["shop"][key] for key in ("name", "details", "tax_note")},
        **{key: data[key] for key in ("number", "client", "title", "summary", "by_founder")},
        **{key: list(data[key]) for key in ("assumptions", "exclusions", "open_questions")},
        "date": _day(data["date"], language),
        "valid_until": _day(data["valid_until"], language),
        "range": {
            "low": money_text(price.low, language),
            "likely": None if data["by_founder"] else money_text(price.likely, language),
            "high": money_text(price.high, language),
        },
        "range_bar": _bar(price) | ({"likely": None} if data["by_founder"] else {}),
        "range_note": texts.say(language, _note(data)),
        "weeks": _weeks(data["weeks"], language, texts),
        "branches": [_branch(branch) for branch in data["branches"]],
        "next_step": texts.say(language, Phrase("picture-next-step-text")),
    }


def _note(data: Mapping[str, Any]) -> Phrase:
    if data["by_founder"]:
        return Phrase("picture-note-founder")
    if data["closed"]:
        return Phrase("picture-note-proven", {"closed": data["closed"]})
    return Phrase("picture-note-early")


def _weeks(weeks: Sequence[int], language: str, texts: Texts) -> str | None:
    low, high = weeks
    if high <= 0:
        return None
    if low == high:
        return texts.say(language, Phrase("picture-weeks-exact", {"weeks": high}))
    return texts.say(language, Phrase("picture-weeks", {"low": low, "high": high}))


def _bar(price: PriceRange) -> dict[str, float | None]:
    """Where the three amounts lie on a bar that has a fifth of the range free on either side."""
    span = price.high.minor - price.low.minor
    if span == 0:
        return {"low": 0.5, "likely": 0.5, "high": 0.5}
    return {
        key: round((0.2 + (amount.minor - price.low.minor) / span) / 1.4, 4)
        for key, amount in (("low", price.low), ("likely", price.likely), ("high", price.high))
    }


def _branch(branch: Mapping[str, Any]) -> dict[str, object]:
    features = [
        {
            "label": feature["label"],
            "note": feature.get("note"),
            "priority": feature["priority"],
            "assumed": feature["assumed"],
        }
        for feature in branch["features"]
    ]
    return {"label": branch["label"], "features": features}


def _day(day: date | str, language: str) -> str:
    return date_text(date.fromisoformat(day) if isinstance(day, str) else day, language)
