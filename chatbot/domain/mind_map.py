"""The mind map: project → branches → features, every feature with effort, priority and what it rests on.

Every text has two wordings: the client's language (what the client gets) and the founder's (what the founder
reads before approving). Where both read the same language, they are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from chatbot.domain.brief import clean
from chatbot.domain.effort import Effort

MAX_BRANCHES, MAX_FEATURES = 12, 80
MAX_LABEL, MAX_SENTENCE, MAX_LIST = 90, 300, 12


class Priority(StrEnum):
    """How much the project depends on a feature."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in the client's language and in the founder's."""

    client: str = field(repr=False)
    founder: str = field(repr=False)

    @classmethod
    def same(cls, text: str) -> Wording:
        """The same words for both."""
        return cls(text, text)

    def cleaned(self, limit: int) -> Wording:
        """One line each, shortened; an empty wording borrows the other."""
        client, founder = clean(self.client, limit), clean(self.founder, limit)
        return Wording(client or founder, founder or client)


@dataclass(frozen=True, slots=True)
class Feature:
    """A thing to build: effort in person-days, priority, and whether the client said it or we assume it.

    `messages` are the ids of the client's messages that it rests on.
    """

    label: Wording
    effort: Effort
    priority: Priority = Priority.MUST
    said: bool = False
    messages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of the project with its features."""

    label: Wording
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class MindMap:
    """The whole tree with what a founder must know beside it."""

    title: Wording
    summary: Wording
    branches: tuple[Branch, ...]
    risks: tuple[Wording, ...] = ()
    assumptions: tuple[Wording, ...] = ()
    open_questions: tuple[Wording, ...] = ()
    exclusions: tuple[Wording, ...] = ()

    def features(self) -> Iterator[Feature]:
        """All features, branch by branch."""
        for branch in self.branches:
            yield from branch.features

    def wordings(self) -> Iterator[Wording]:
        """Every text that the client gets."""
        yield from (self.title, self.summary)
        for branch in self.branches:
            yield from (branch.label, *(feature.label for feature in branch.features))
        yield from (*self.assumptions, *self.open_questions, *self.exclusions)

    def cleaned(self) -> MindMap:
        """The map within its limits: clean one-line texts, no empty or repeated feature, sizes capped."""
        branches, left, seen = [], MAX_FEATURES, set[str]()
        for branch in self.branches[:MAX_BRANCHES]:
            label = branch.label.cleaned(MAX_LABEL)
            kept = _kept_features(branch.features, seen)[:left] if label.client else []
            left -= len(kept)
            if kept:
                branches.append(Branch(label, tuple(kept)))
        return MindMap(
            self.title.cleaned(MAX_LABEL),
            self.summary.cleaned(MAX_SENTENCE * 2),
            tuple(branches),
            _clean_list(self.risks),
            _clean_list(self.assumptions),
            _clean_list(self.open_questions),
            _clean_list(self.exclusions),
        )


def _kept_features(features: tuple[Feature, ...], seen: set[str]) -> list[Feature]:
    kept = []
    for feature in features:
        label = feature.label.cleaned(MAX_LABEL)
        if label.client and label.client.casefold() not in seen:
            seen.add(label.client.casefold())
            kept.append(replace(feature, label=label))
    return kept


def _clean_list(texts: tuple[Wording, ...]) -> tuple[Wording, ...]:
    cleaned = (text.cleaned(MAX_SENTENCE) for text in texts)
    return tuple(dict.fromkeys(text for text in cleaned if text.client))[:MAX_LIST]


def excluding(old: MindMap, new: MindMap) -> MindMap:
    """The new map, naming as not included what the client had asked for and it no longer holds."""
    kept = {feature.label.client.casefold() for feature in new.features()}
    named = {text.client.casefold() for text in new.exclusions}
    asked = (feature.label for feature in old.features() if feature.said)
    dropped = (label for label in asked if label.client.casefold() not in kept | named)
    return replace(new, exclusions=(*dropped, *new.exclusions))


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two versions of a map, by feature label."""

    added: tuple[Feature, ...]
    removed: tuple[Feature, ...]
    changed: tuple[tuple[Feature, Feature], ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def difference(old: MindMap, new: MindMap) -> Difference:
    """Features that came, went, or changed in effort or priority; a label is a feature's identity."""
    before = {feature.label.client.casefold(): feature for feature in old.features()}
    after = {feature.label.client.casefold(): feature for feature in new.features()}
    both = [(before[key], feature) for key, feature in after.items() if key in before]
    return Difference(
        tuple(feature for key, feature in after.items() if key not in before),
        tuple(feature for key, feature in before.items() if key not in after),
        tuple((a, b) for a, b in both if (a.effort, a.priority) != (b.effort, b.priority)),
    )
