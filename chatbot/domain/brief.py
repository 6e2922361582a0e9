"""The brief: what is known of a project, each fact said (with its message) or assumed.

A correction replaces what it corrects and nothing else. The model proposes changes; `Brief.changed` decides
what becomes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

MAX_VALUE = 400
MAX_FACTS = 120


class Topic(StrEnum):
    """What a fact is about. The order is the order in which a summary lists them."""

    KIND = "kind"
    PURPOSE = "purpose"
    AUDIENCE = "audience"
    PLATFORMS = "platforms"
    FEATURE = "feature"
    INTEGRATION = "integration"
    CONTENT_LANGUAGES = "content_languages"
    DESIGN = "design"
    EXISTING = "existing"
    SCALE = "scale"
    CONSTRAINT = "constraint"
    DEADLINE = "deadline"
    BUDGET = "budget"
    EXCLUDED = "excluded"


MANY = frozenset({Topic.FEATURE, Topic.INTEGRATION, Topic.EXISTING, Topic.CONSTRAINT, Topic.EXCLUDED})
"""Topics of which a project has several facts; of the others the latest word counts."""


class ProjectKind(StrEnum):
    """What kind of project it is: the values of the fact `kind`."""

    MINI_PROGRAM = "mini_program"
    H5 = "h5"
    MOBILE_APP = "mobile_app"
    WEBSITE = "website"
    WEB_SHOP = "web_shop"
    MARKETPLACE = "marketplace"
    ADMIN_SYSTEM = "admin_system"
    AI_ASSISTANT = "ai_assistant"
    DATA_PIPELINE = "data_pipeline"
    INTEGRATION = "integration"
    BLOCKCHAIN = "blockchain"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of the project, in the client's language; `message_id` is the message that said it."""

    topic: Topic
    value: str = field(repr=False)
    said: bool = True
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class FactChange:
    """A change that the model (or a button) proposes.

    `drop` names an earlier value (or part of it) that no longer holds: the client corrected it.
    `value` empty with `drop` set only removes.
    """

    topic: Topic
    value: str = field(default="", repr=False)
    drop: str = field(default="", repr=False)
    said: bool = True
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """All facts of one project, and the topics that were asked or skipped."""

    facts: tuple[Fact, ...] = ()
    asked: tuple[Topic, ...] = ()
    skipped: tuple[Topic, ...] = field(default=())

    def values(self, topic: Topic) -> tuple[str, ...]:
        """The values known for a topic, oldest first."""
        return tuple(fact.value for fact in self.facts if fact.topic is topic)

    def first(self, topic: Topic) -> str | None:
        """The value of a topic that has one, or None."""
        values = self.values(topic)
        return values[-1] if values else None

    def knows(self, topic: Topic) -> bool:
        """Whether the client has *said* anything on this topic."""
        return any(fact.topic is topic and fact.said for fact in self.facts)

    def changed(self, changes: Iterable[FactChange]) -> Brief:
        """The brief after these changes; unknown drops and empty values change nothing."""
        brief = self
        for change in changes:
            brief = brief._one(change)
        return brief

    def _one(self, change: FactChange) -> Brief:
        value = clean(change.value, MAX_VALUE)
        facts = [fact for fact in self.facts if not _is_dropped(fact, change)]
        if value and change.topic not in MANY:
            if not change.said and any(fact.topic is change.topic and fact.said for fact in facts):
                return replace(self, facts=tuple(facts))  # an assumption never replaces the client's word
            facts = [fact for fact in facts if fact.topic is not change.topic]
        if value:
            _put(facts, Fact(change.topic, value, change.said, change.message_id))
        return replace(self, facts=tuple(facts))

    def with_asked(self, topic: Topic) -> Brief:
        """The brief, remembering that this topic was asked."""
        return self if topic in self.asked else replace(self, asked=(*self.asked, topic))

    def with_skipped(self, topic: Topic) -> Brief:
        """The brief, remembering that the client would rather not say."""
        return self if topic in self.skipped else replace(self, skipped=(*self.skipped, topic))


def _put(facts: list[Fact], fact: Fact) -> None:
    """Adds a fact that is new; one that was assumed and is now said becomes said where it stands."""
    for at, known in enumerate(facts):
        if known.topic is fact.topic and _key(known.value) == _key(fact.value):
            if fact.said and not known.said:
                facts[at] = fact
            return
    if len(facts) < MAX_FACTS:
        facts.append(fact)


def _key(value: str) -> str:
    """What makes two values the same: their letters and digits, or all of it where there are none."""
    return (re.sub(r"\W+", "", value) or value.strip()).casefold()


def _is_dropped(fact: Fact, change: FactChange) -> bool:
    needle = _key(change.drop)
    return bool(needle) and fact.topic is change.topic and needle in _key(fact.value)


# Lone surrogates come out of a model's broken JSON escapes and cannot be stored.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str, limit: int) -> str:
    """One line of text without control or direction characters, at most `limit` characters."""
    return re.sub(r"\s+", " ", _CONTROL.sub(" ", text)).strip()[:limit].rstrip()
