"""Applies the founder's commands to a draft; what no command names stays as it is."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from chatbot.domain.brief import clean
from chatbot.domain.effort import MAX_DAYS, MIN_DAYS, Effort
from chatbot.domain.mind_map import MAX_LABEL, MAX_SENTENCE, Branch, Feature, MindMap, Priority, Wording
from chatbot.language_model.catalogue.commands import Action, Command, Grammar
from chatbot.language_model.catalogue.entries import LANGUAGES, FeatureEntry
from chatbot.language_model.catalogue.heart import brought_up_to_date
from chatbot.language_model.catalogue.language import catalogue_language
from chatbot.language_model.catalogue.plan import OWN_EFFORT, SPECIAL_BRANCH
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.targets import Target, Targets, is_branch, is_feature
from chatbot.language_model.catalogue.text import fold
from chatbot.use_cases.language_model import Draft

_AND = re.compile(r"\s+(?:and|et|y|e|&)\s+|[和与、,，]\s*", re.IGNORECASE)


def revise(reader: Reader, draft: Draft, words: str, founder_language: str) -> Draft:
    """The draft after every command in the founder's words that fits; the clauses that changed nothing are
    `ignored` in it, as written."""
    editor = _Editor(reader, draft, catalogue_language(founder_language))
    ignored: list[str] = []
    for command in Grammar(reader.catalogue).commands(words):
        ignored += editor.apply(command)
    told = tuple(dict.fromkeys(filter(None, (clean(clause, MAX_SENTENCE) for clause in ignored))))
    if editor.map == draft.mind_map:
        return replace(draft, ignored=told)
    current = brought_up_to_date(reader, draft.mind_map, editor.map, editor.added)
    return replace(draft, mind_map=current.cleaned(), ignored=told)


def effort_of(days: tuple[float, ...], before: Effort) -> Effort:
    """An effort from one number (the likely one, spread as before), two (low and high) or three."""
    if not days:
        return before
    if len(days) == 1:
        factor = days[0] / before.likely
        days = (before.low * factor, days[0], before.high * factor)
    elif len(days) == 2:
        days = (days[0], math.sqrt(max(days[0] * days[1], 0)), days[1])
    low, likely, high = sorted(min(max(round(number, 1), MIN_DAYS), MAX_DAYS) for number in days)
    return Effort(low, likely, high)


def _without(branch: Branch, feature: int | None) -> Branch | None:
    """The branch without a feature; None where nothing is left of it, or where it goes as a whole."""
    if feature is None:
        return None
    left = (*branch.features[:feature], *branch.features[feature + 1 :])
    return replace(branch, features=left) if left else None


def _changed_branch(branch: Branch, command: Command) -> Branch:
    """A branch renamed, or with all its features of one priority; an effort is no branch's."""
    if command.action is Action.RENAME:
        return replace(branch, label=Wording.same(clean(command.to, MAX_LABEL)))
    if command.action is Action.PRIORITY:
        features = tuple(replace(feature, priority=command.priority) for feature in branch.features)
        return replace(branch, features=features)
    return branch


def _joined_names(text: str) -> list[str]:
    """The names in "X and Y", in four languages."""
    return [part for part in _AND.split(text) if part.strip()]


class _Editor:
    """A map while it is edited."""

    def __init__(self, reader: Reader, draft: Draft, founder: str) -> None:
        self.map: MindMap = draft.mind_map
        self.added: list[Wording] = []
        self._reader = reader
        self._client, self._founder = catalogue_language(draft.language), founder

    def apply(self, command: Command) -> list[str]:
        """Change the map as one command says; what of it changed nothing, in the founder's words."""
        before = self.map
        unfound: list[str] = []
        match command.action:
            case Action.NOTHING:
                return [command.said]
            case Action.ADD_NOTE:
                self._add_note(command)
            case Action.REMOVE_NOTE:
                self._remove_note(command)
            case Action.ADD:
                names, unfound = self._names(command.target)
                unfound += [name for name in names if not self._add(name, command.days)]
            case _:
                targets, unfound = self._targets(command)
                for target in targets:
                    self._change(target, command)
        return [command.said] if self.map == before else unfound

    def _names(self, text: str) -> tuple[list[str], list[str]]:
        """One name, or several joined by "and" where the whole is none; and what beside a known one means nothing."""
        parts = {part: self._entry(part) for part in _joined_names(text)}
        known = {entry.id: part for part, entry in parts.items() if entry}
        whole = self._entry(text)
        if whole is None or whole.id not in known or self._is_label(text, whole):
            return [text], []
        return list(known.values()), [part for part, entry in parts.items() if entry is None]

    def _targets(self, command: Command) -> tuple[list[Target], list[str]]:
        """What a command means, those further back first, so that places hold while features go; and the names
        among them that mean nothing here."""
        finder = Targets(self._reader, self.map)
        parts = _joined_names(command.target)
        several = {part: finder.find(part) for part in parts}
        whole = finder.find(command.target)
        one_by_one = all(several.values()) or whole is None or whole in several.values()
        if len(parts) > 1 and one_by_one and not finder.is_exact(command.target):
            found = [target for target in several.values() if target]
            unfound = [part for part, target in several.items() if target is None]
        else:
            found, unfound = [whole] if whole else [], []
        return sorted(set(found), key=lambda target: (-target.branch, -(target.feature or 0))), unfound

    def _change(self, target: Target, command: Command) -> None:
        branch = self.map.branches[target.branch]
        if command.action is Action.REMOVE:
            self._put(target.branch, _without(branch, target.feature))
        elif target.feature is None:
            self._put(target.branch, _changed_branch(branch, command))
        else:
            features = list(branch.features)
            features[target.feature] = self._changed(features[target.feature], command)
            self._put(target.branch, replace(branch, features=tuple(features)))

    def _changed(self, feature: Feature, command: Command) -> Feature:
        match command.action:
            case Action.RENAME:
                return replace(feature, label=self._label(command.to))
            case Action.PRIORITY:
                return replace(feature, priority=command.priority)
            case _:
                return replace(feature, effort=effort_of(command.days, feature.effort))

    def _put(self, at: int, branch: Branch | None) -> None:
        branches = list(self.map.branches)
        if branch is None:
            del branches[at]
        else:
            branches[at] = branch
        self.map = replace(self.map, branches=tuple(branches))

    def _label(self, text: str) -> Wording:
        """The catalogue's wording where the text is one of its labels, else the founder's own."""
        wanted = fold(text)
        for entry in self._reader.catalogue.features.values():
            if wanted in (fold(label) for label in entry.label.all()):
                return entry.label.wording(self._client, self._founder)
        return Wording.same(clean(text, MAX_LABEL))

    def _entry(self, text: str) -> FeatureEntry | None:
        """The feature of the catalogue that a text names, by label or by its longest word."""
        features = self._reader.catalogue.features
        for entry in features.values():
            if self._is_label(text, entry):
                return entry
        hits = self._reader.features.find(self._bare(text), LANGUAGES)
        longest = max(hits, key=lambda hit: hit.end - hit.start, default=None)
        return features[longest.key] if longest else None

    def _is_label(self, text: str, entry: FeatureEntry) -> bool:
        bare = self._bare(text)
        return any(bare == fold(label) for label in entry.label.all())

    def _bare(self, text: str) -> str:
        return Targets(self._reader, self.map).bare(text)

    def _add(self, text: str, days: tuple[float, ...]) -> bool:
        """Whether there is something to add, and it was not there yet."""
        entry = self._entry(text)
        if entry and any(is_feature(feature.label, entry) for feature in self.map.features()):
            return False
        if entry:
            label = entry.label.wording(self._client, self._founder)
            effort = effort_of(days, entry.effort)
        else:
            label, effort = Wording.same(clean(text, MAX_LABEL)), effort_of(days, OWN_EFFORT)
        if label.client:
            self.added.append(label)
            self._grow(entry.branch if entry else SPECIAL_BRANCH, Feature(label, effort, Priority.MUST))
        return bool(label.client)

    def _grow(self, branch_id: str, feature: Feature) -> None:
        """Put a feature on its branch, or on the one that takes in such features, or on a new one."""
        branches = self._reader.catalogue.branches
        wanted, seen = branch_id, set[str]()
        while wanted not in seen:
            for at, branch in enumerate(self.map.branches):
                if is_branch(branch, branches[wanted]):
                    self._put(at, replace(branch, features=(*branch.features, feature)))
                    return
            seen.add(wanted)
            wanted = branches[wanted].into if branch_id != SPECIAL_BRANCH else wanted
        label = branches[branch_id].label.wording(self._client, self._founder)
        self.map = replace(self.map, branches=(*self.map.branches, Branch(label, (feature,))))

    def _add_note(self, command: Command) -> None:
        text = clean(command.target, MAX_SENTENCE)
        if text:
            notes = (*getattr(self.map, command.to), Wording.same(text[:1].upper() + text[1:]))
            self._set_notes(command.to, notes)

    def _remove_note(self, command: Command) -> None:
        wanted = fold(command.target)
        notes = getattr(self.map, command.to)
        kept = [note for note in notes if wanted not in fold(note.client) and wanted not in fold(note.founder)]
        self._set_notes(command.to, tuple(kept))

    def _set_notes(self, name: str, notes: tuple[Wording, ...]) -> None:
        match name:
            case "risks":
                self.map = replace(self.map, risks=notes)
            case "assumptions":
                self.map = replace(self.map, assumptions=notes)
            case "exclusions":
                self.map = replace(self.map, exclusions=notes)
            case _:
                self.map = replace(self.map, open_questions=notes)
