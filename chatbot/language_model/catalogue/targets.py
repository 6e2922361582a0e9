"""What the founder means by a name in a map: a branch, a feature, or nothing that is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from chatbot.domain.mind_map import Branch, MindMap, Wording
from chatbot.language_model.catalogue.entries import LANGUAGES, BranchEntry, FeatureEntry
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.text import contains, fold

_ALIKE, _LEAST_LIKENED = 0.8, 5
_LEAST_CONTAINED = 3


@dataclass(frozen=True, slots=True)
class Target:
    """A branch of a map, or one feature of it (`feature` is its place in the branch)."""

    branch: int
    feature: int | None = None


class Targets:
    """Finds names in one map: by label in either wording or any language, by keyword, by part, by likeness."""

    def __init__(self, reader: Reader, mind_map: MindMap) -> None:
        self._reader, self._map = reader, mind_map

    def find(self, name: str) -> Target | None:
        """The branch or feature that the name means, the surest way first; None for nothing."""
        wanted = self.bare(name)
        if not wanted:
            return None
        ways = (self._named, self._branch_by_word, self._by_keyword, self._containing, self._alike, self._by_other_name)
        return next((target for way in ways if (target := way(wanted)) is not None), None)

    def is_exact(self, name: str) -> bool:
        """Whether the whole name is a label or a word for a branch."""
        wanted = self.bare(name)
        return self._named(wanted) is not None or self._branch_by_word(wanted) is not None

    def bare(self, name: str) -> str:
        """The name folded, without "the", "la", "请" and such at either end."""
        folded = fold(name).strip(" \"'“”«»「」()（）:：.")
        words = sorted(self._fillers, key=len, reverse=True)
        changed = True
        while changed:
            changed = False
            for word in words:
                spaced = f"{word} " if word[-1].isascii() and len(word) > 1 else word
                if folded.startswith(spaced) and len(folded) > len(spaced):
                    # A single Latin letter is an article only before an apostrophe: l'accueil.
                    rest = folded[len(spaced) :]
                    if len(word) > 1 or not word.isascii() or rest.startswith(("'", " ")):
                        folded, changed = rest.lstrip("' "), True
        return folded

    @property
    def _fillers(self) -> tuple[str, ...]:
        return tuple(word for listed in self._reader.catalogue.revisions["filler"].values() for word in listed)

    def _features(self) -> Iterator[tuple[Target, Wording]]:
        for at, branch in enumerate(self._map.branches):
            for place, feature in enumerate(branch.features):
                yield Target(at, place), feature.label

    def _named(self, wanted: str) -> Target | None:
        for target, label in self._features():
            if wanted in (fold(label.client), fold(label.founder)):
                return target
        for at, branch in enumerate(self._map.branches):
            if wanted in (fold(branch.label.client), fold(branch.label.founder)):
                return Target(at)
        return None

    def _branch_by_word(self, wanted: str) -> Target | None:
        for entry in self._reader.catalogue.branches.values():
            names = [fold(label) for label in entry.label.all()]
            names += [word for listed in entry.words.values() for word in listed]
            if wanted in names:
                return self._branch_of(entry)
        return None

    def _branch_of(self, entry: BranchEntry) -> Target | None:
        for at, branch in enumerate(self._map.branches):
            if is_branch(branch, entry):
                return Target(at)
        return None

    def _by_keyword(self, wanted: str) -> Target | None:
        entries = [self._reader.catalogue.features[name] for name in self._reader.features.keys(wanted, LANGUAGES)]
        labelled = [
            entry
            for entry in self._reader.catalogue.features.values()
            if wanted in (fold(label) for label in entry.label.all())
        ]
        for entry in (*labelled, *entries):
            for target, label in self._features():
                if is_feature(label, entry):
                    return target
        return None

    def _containing(self, wanted: str) -> Target | None:
        """The shortest label that holds the name, a branch's before a feature's of the same length."""
        if len(wanted) < (_LEAST_CONTAINED if wanted.isascii() else 2):
            return None
        holding = [
            (min(len(label.client), len(label.founder)), target)
            for target, label in self._all()
            if contains(fold(label.client), wanted) or contains(fold(label.founder), wanted)
        ]
        return min(holding, key=lambda pair: pair[0], default=(0, None))[1]

    def _alike(self, wanted: str) -> Target | None:
        """The label most like the name, for slips of the pen; short names are too much like too many."""
        if wanted.isascii() and len(wanted) < _LEAST_LIKENED:
            return None
        scored = [
            (max(_likeness(wanted, label.client), _likeness(wanted, label.founder)), target)
            for target, label in self._all()
        ]
        best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return best[1] if best[0] >= _ALIKE else None

    def _by_other_name(self, wanted: str) -> Target | None:
        """A feature that founders also call so, or whose keyword is much like the name."""
        for target, label in self._features():
            for entry in self._reader.catalogue.features.values():
                if is_feature(label, entry) and _is_called(entry, wanted):
                    return target
        return None

    def _all(self) -> Iterator[tuple[Target, Wording]]:
        for at, branch in enumerate(self._map.branches):
            yield Target(at), branch.label
        yield from self._features()


def _likeness(wanted: str, label: str) -> float:
    """How alike a name and a label are, or the label's first words, as many as the name has."""
    whole = fold(label)
    start = " ".join(whole.split()[: len(wanted.split())])
    return max(SequenceMatcher(None, wanted, text, autojunk=False).ratio() for text in (whole, start))


def _is_called(entry: FeatureEntry, wanted: str) -> bool:
    if any(wanted == fold(name) for names in entry.called.values() for name in names):
        return True
    if wanted.isascii() and len(wanted) < _LEAST_LIKENED:
        return False
    words = (word.split("+")[0].rstrip("! ") for listed in entry.words.values() for word in listed)
    return any(SequenceMatcher(None, wanted, word, autojunk=False).ratio() >= _ALIKE for word in words)


def is_branch(branch: Branch, entry: BranchEntry) -> bool:
    """Whether a map's branch is this one of the catalogue."""
    return branch.label.client in entry.label.all() or branch.label.founder in entry.label.all()


def is_feature(label: Wording, entry: FeatureEntry) -> bool:
    """Whether a label is this feature's, in any language."""
    return label.client in entry.label.all() or label.founder in entry.label.all()
