"""The founder's edits: what they name changes, what they do not name stays as it was."""

from __future__ import annotations

from typing import Any

import pytest
from language_model.model_answers import both

from chatbot.domain.effort import Effort
from chatbot.domain.mind_map import Branch, Feature, MindMap, Priority, Wording, difference
from chatbot.language_model.answer_forms import RevisionForm
from chatbot.language_model.answers import AnswerError
from chatbot.language_model.revisions import revised
from chatbot.use_cases.language_model import Draft

KNOWN = frozenset({11, 12})


def same(*labels: str) -> tuple[Wording, ...]:
    return tuple(Wording.same(label) for label in labels)


def branch(label: str, *features: str) -> Branch:
    effort = Effort(1.5, 2.5, 6)
    return Branch(Wording.same(label), tuple(Feature(Wording.same(name), effort) for name in features))


OLD = Draft(
    MindMap(
        title=Wording("书", "Books"),
        summary=Wording("二手书", "Second-hand books"),
        branches=(branch("Orders", "Cart", "Card payment"), branch("Admin", "Users", "Bans", "Reports")),
        risks=same("Payout rules", "Store review"),
        exclusions=same("Hosting"),
    ),
    language="zh",
)


def edit(action: str, branch: int, feature: int = 0, **changes: Any) -> dict[str, Any]:
    empty = {"branch_label": both(""), "label": both(""), "low": 0, "likely": 0, "high": 0}
    rest = {"priority": "same", "said": False, "messages": []}
    return {"action": action, "branch": branch, "feature": feature} | empty | rest | changes


def apply(*features: dict[str, Any], notes: tuple[dict[str, Any], ...] = (), **changes: Any) -> Draft:
    form = {"concern": "", "title": both(""), "summary": both(""), "features": list(features), "notes": list(notes)}
    return revised(OLD, RevisionForm.model_validate(form | changes), KNOWN)


def labels(draft: Draft) -> list[str]:
    return [feature.label.client for feature in draft.mind_map.features()]


def test_no_edit_changes_nothing() -> None:
    assert apply() == OLD


def test_a_branch_is_dropped_with_all_its_features() -> None:
    assert labels(apply(edit("drop", 2))) == ["Cart", "Card payment"]


def test_numbers_are_those_of_the_draft_as_it_was_sent() -> None:
    assert labels(apply(edit("drop", 2, 1), edit("drop", 2, 2), edit("drop", 1, 1))) == ["Card payment", "Reports"]


def test_a_feature_is_added_to_a_branch_with_its_effort_and_messages() -> None:
    new = edit("add", 1, label=both("微信支付", "WeChat Pay"), low=2, likely=3.5, high=7, said=True, messages=[12, 99])
    added = difference(OLD.mind_map, apply(new).mind_map).added
    assert added == (
        Feature(Wording("微信支付", "WeChat Pay"), Effort(2, 3.5, 7), Priority.MUST, said=True, messages=(12,)),
    )


def test_features_of_one_new_branch_stand_together() -> None:
    new = [
        edit("add", 0, branch_label=both("Loyalty"), label=both(name), low=1, likely=2, high=3) for name in ("A", "B")
    ]
    tree = apply(*new).mind_map
    assert [(part.label.client, len(part.features)) for part in tree.branches][-1] == ("Loyalty", 2)


def test_a_change_touches_only_what_it_names() -> None:
    changed = apply(edit("change", 1, 2, priority="could"))
    (pair,) = difference(OLD.mind_map, changed.mind_map).changed
    assert pair[1].priority is Priority.COULD
    assert pair[1].effort == pair[0].effort


def test_effort_and_label_can_be_changed() -> None:
    changed = apply(edit("change", 1, 2, label=both("Payment"), low=3, likely=5, high=8))
    feature = list(changed.mind_map.features())[1]
    assert (feature.label.client, feature.effort) == ("Payment", Effort(3, 5, 8))


def test_a_branch_is_renamed_and_its_priority_goes_to_all_its_features() -> None:
    changed = apply(edit("change", 2, branch_label=both("Back office"), priority="could"))
    part = changed.mind_map.branches[1]
    assert part.label.client == "Back office"
    assert [feature.priority for feature in part.features] == [Priority.COULD] * 3
    assert [feature.effort for feature in part.features] == [Effort(1.5, 2.5, 6)] * 3


def test_notes_are_added_changed_and_dropped_by_number() -> None:
    notes = (
        {"notes": "risks", "action": "drop", "number": 1, "text": both("")},
        {"notes": "risks", "action": "change", "number": 2, "text": both("Review takes long")},
        {"notes": "exclusions", "action": "add", "number": 0, "text": both("Admin")},
    )
    tree = apply(notes=notes).mind_map
    assert [risk.client for risk in tree.risks] == ["Review takes long"]
    assert [text.client for text in tree.exclusions] == ["Hosting", "Admin"]


def test_title_summary_and_concern_can_be_set() -> None:
    changed = apply(title=both("新书", "New books"), summary=both("s"), concern="no")
    assert (changed.mind_map.title, changed.concern) == (Wording("新书", "New books"), "no")


@pytest.mark.parametrize(
    "wrong",
    [
        edit("drop", 3),
        edit("drop", 0),
        edit("change", 1, 3),
        edit("drop", 1, -1),
        edit("add", 9, label=both("X"), low=1, likely=2, high=3),
        edit("add", 1, label=both("X")),
        edit("add", 1, label=both("Cart"), low=1, likely=2, high=3),
        edit("add", 1, label=both(""), low=1, likely=2, high=3),
        edit("add", 0, label=both("X"), low=1, likely=2, high=3),
        edit("change", 1, 1, low=1, likely=2, high=500),
    ],
)
def test_an_edit_that_does_not_fit_makes_the_answer_unusable(wrong: dict[str, Any]) -> None:
    with pytest.raises(AnswerError):
        apply(wrong)


def test_adding_to_a_branch_that_was_dropped_is_unusable() -> None:
    with pytest.raises(AnswerError):
        apply(edit("drop", 2), edit("add", 2, label=both("X"), low=1, likely=2, high=3))


def test_a_note_that_is_not_there_makes_the_answer_unusable() -> None:
    with pytest.raises(AnswerError, match="risks"):
        apply(notes=({"notes": "risks", "action": "drop", "number": 3, "text": both("")},))


def test_a_map_from_which_everything_was_dropped_is_unusable() -> None:
    with pytest.raises(AnswerError):
        apply(edit("drop", 1), edit("drop", 2))
