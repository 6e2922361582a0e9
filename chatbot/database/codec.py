"""Briefs and mind maps as JSON and back. Short keys are not worth their riddles: the JSON is sealed, not shown.

What is read was written by this module; a field that a later version adds needs a default here.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.effort import Effort
from chatbot.domain.mind_map import Branch, Feature, MindMap, Priority, Wording
from chatbot.domain.money import Money, PriceRange

EMPTY_MAP = MindMap(Wording.same(""), Wording.same(""), ())


def brief_to_json(brief: Brief) -> dict[str, Any]:
    """Plain JSON for a brief."""
    return asdict(brief)


def brief_from_json(value: Any) -> Brief:
    """The reverse of `brief_to_json`; an erased brief is empty."""
    if value is None:
        return Brief()
    return Brief(
        tuple(Fact(**{**fact, "topic": Topic(fact["topic"])}) for fact in value["facts"]),
        tuple(map(Topic, value["asked"])),
        tuple(map(Topic, value["skipped"])),
    )


def map_to_json(mind_map: MindMap) -> dict[str, Any]:
    """Plain JSON for a mind map."""
    return asdict(mind_map)


def map_from_json(value: Any) -> MindMap:
    """The reverse of `map_to_json`; an erased map is empty."""
    if value is None:
        return EMPTY_MAP
    return MindMap(
        Wording(**value["title"]),
        Wording(**value["summary"]),
        tuple(
            Branch(Wording(**branch["label"]), tuple(map(_feature, branch["features"]))) for branch in value["branches"]
        ),
        _wordings(value["risks"]),
        _wordings(value["assumptions"]),
        _wordings(value["open_questions"]),
        _wordings(value["exclusions"]),
    )


def _wordings(values: list[dict[str, str]]) -> tuple[Wording, ...]:
    return tuple(Wording(**value) for value in values)


def _feature(value: dict[str, Any]) -> Feature:
    return Feature(
        Wording(**value["label"]),
        Effort(**value["effort"]),
        Priority(value["priority"]),
        value["said"],
        tuple(value["messages"]),
    )


def money_or_none(minor: int | None, currency: str | None) -> Money | None:
    """Money from its two columns, None where there is none."""
    return None if minor is None or currency is None else Money(minor, currency)


def range_or_none(low: int | None, likely: int | None, high: int | None, currency: str | None) -> PriceRange | None:
    """A price range from its columns, None where there is none."""
    if low is None or likely is None or high is None or currency is None:
        return None
    return PriceRange(Money(low, currency), Money(likely, currency), Money(high, currency))
