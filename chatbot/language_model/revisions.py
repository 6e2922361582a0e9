"""The founder's edits, applied to a draft by us: what no edit names stays exactly as it was.

A model that writes the whole map again would move efforts that nobody spoke of; so it returns edits by number, and
an edit that does not fit (a number that is not there, a new feature without effort) makes the answer unusable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chatbot.domain.brief import clean
from chatbot.domain.mind_map import Branch, Feature, MindMap, Priority, Wording
from chatbot.language_model.answer_forms import (
    EditAction,
    EditPriority,
    FeatureEdit,
    NoteEdit,
    NoteList,
    RevisionForm,
)
from chatbot.language_model.answers import MAX_CONCERN, AnswerError, checked, effort, wording
from chatbot.use_cases.language_model import Draft


@dataclass(slots=True)
class _Slot:
    """A branch while it is edited; None marks a dropped feature, so that the numbers hold until the end."""

    label: Wording
    features: list[Feature | None]
    dropped: bool = False


def revised(old: Draft, form: RevisionForm, known: frozenset[int]) -> Draft:
    """The draft after the edits. Raises AnswerError, naming the edit, where one does not fit."""
    tree = old.mind_map
    notes = {
        name: _edited_notes(getattr(tree, name), [edit for edit in form.notes if edit.notes is name])
        for name in NoteList
    }
    mind_map = MindMap(
        title=_or_old(wording(form.title), tree.title),
        summary=_or_old(wording(form.summary), tree.summary),
        branches=_edited_branches(tree.branches, form.features, known),
        risks=notes[NoteList.RISKS],
        assumptions=notes[NoteList.ASSUMPTIONS],
        open_questions=notes[NoteList.OPEN_QUESTIONS],
        exclusions=notes[NoteList.EXCLUSIONS],
    )
    return checked(Draft(mind_map, old.language, clean(form.concern, MAX_CONCERN)))


def _or_old(new: Wording, old: Wording) -> Wording:
    """Both wordings of the new text; where one was left empty, the new one stands for both."""
    return new if new.client.strip() or new.founder.strip() else old


def _edited_branches(
    branches: Sequence[Branch], edits: Sequence[FeatureEdit], known: frozenset[int]
) -> tuple[Branch, ...]:
    slots = [_Slot(branch.label, list(branch.features)) for branch in branches]
    sizes = [len(slot.features) for slot in slots]
    for at, edit in enumerate(edits):
        where = f"features.{at}"
        if edit.action is EditAction.ADD:
            _add(slots, edit, where, known)
        else:
            _alter(_slot(slots, sizes, edit, where), edit, where)
    kept = [(slot.label, [item for item in slot.features if item]) for slot in slots if not slot.dropped]
    return tuple(Branch(label, tuple(features)) for label, features in kept if features)


def _slot(slots: list[_Slot], sizes: list[int], edit: FeatureEdit, where: str) -> _Slot:
    """The branch that an edit names; numbers are those of the draft as it was sent."""
    if not 1 <= edit.branch <= len(sizes) or not 0 <= edit.feature <= sizes[edit.branch - 1]:
        raise AnswerError("wrong_form", f"{where}: the draft has no such branch or feature")
    return slots[edit.branch - 1]


def _add(slots: list[_Slot], edit: FeatureEdit, where: str, known: frozenset[int]) -> None:
    label, branch_label = wording(edit.label), wording(edit.branch_label)
    if edit.branch == 0:
        same = [slot for slot in slots if slot.label == branch_label and not slot.dropped]
        slot = same[0] if same else _Slot(branch_label, [])
        if not same:
            slots.append(slot)
    elif 1 <= edit.branch <= len(slots) and not slots[edit.branch - 1].dropped:
        slot = slots[edit.branch - 1]
    else:
        raise AnswerError("wrong_form", f"{where}: the draft has no such branch")
    points = effort(edit.low, edit.likely, edit.high, where)
    messages = tuple(dict.fromkeys(number for number in edit.messages if number in known))
    priority = Priority.MUST if edit.priority is EditPriority.SAME else Priority(edit.priority.value)
    slot.features.append(Feature(label, points, priority, edit.said and bool(messages), messages))


def _alter(slot: _Slot, edit: FeatureEdit, where: str) -> None:
    if edit.action is EditAction.DROP:
        if edit.feature:
            slot.features[edit.feature - 1] = None
        else:
            slot.dropped = True
        return
    slot.label = _or_old(wording(edit.branch_label), slot.label)
    chosen = range(len(slot.features)) if edit.feature == 0 else [edit.feature - 1]
    for index in chosen:
        old = slot.features[index]
        if old is not None:
            slot.features[index] = _changed(old, edit, where)


def _changed(old: Feature, edit: FeatureEdit, where: str) -> Feature:
    """The feature after an edit; with `feature` 0 only the priority goes to all features of the branch."""
    priority = old.priority if edit.priority is EditPriority.SAME else Priority(edit.priority.value)
    if edit.feature == 0:
        return replace(old, priority=priority)
    numbers = (edit.low, edit.likely, edit.high)
    points = effort(*numbers, where) if any(numbers) else old.effort
    return replace(old, label=_or_old(wording(edit.label), old.label), effort=points, priority=priority)


def _edited_notes(texts: Sequence[Wording], edits: Sequence[NoteEdit]) -> tuple[Wording, ...]:
    notes: list[Wording | None] = list(texts)
    for edit in edits:
        if edit.action is EditAction.ADD:
            notes.append(wording(edit.text))
        elif 1 <= edit.number <= len(texts):
            notes[edit.number - 1] = None if edit.action is EditAction.DROP else wording(edit.text)
        else:
            raise AnswerError("wrong_form", f"notes: the list {edit.notes} has no number {edit.number}")
    return tuple(note for note in notes if note is not None)
