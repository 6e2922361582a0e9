"""The mind map: within its limits whatever the model returns, and a difference that a founder can read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.effort import Effort
from chatbot.domain.mind_map import (
    MAX_BRANCHES,
    MAX_FEATURES,
    MAX_LABEL,
    MAX_LIST,
    Branch,
    Feature,
    MindMap,
    Priority,
    Wording,
    difference,
)

DAY = Effort(0.5, 1, 2)


def feature(label: str, effort: Effort = DAY, priority: Priority = Priority.MUST) -> Feature:
    return Feature(Wording.same(label), effort, priority)


def mind_map(*branches: tuple[Feature, ...]) -> MindMap:
    named = tuple(Branch(Wording.same(f"Branch {at}"), features) for at, features in enumerate(branches))
    return MindMap(Wording.same("Tea shop"), Wording.same("Sells tea."), named)


labels = st.one_of(st.text(max_size=120), st.sampled_from(["Login", "login ", "Chat", "", "\x00"]))
wordings = st.builds(Wording, labels, labels)
features = st.builds(Feature, wordings, st.just(DAY), st.sampled_from(Priority))
maps = st.builds(
    MindMap,
    wordings,
    wordings,
    st.lists(st.builds(Branch, wordings, st.lists(features, max_size=12).map(tuple)), max_size=15).map(tuple),
    st.lists(wordings, max_size=15).map(tuple),
)


def test_features_are_listed_branch_by_branch() -> None:
    made = mind_map((feature("Login"), feature("Profile")), (feature("Chat"),))

    assert [each.label.client for each in made.features()] == ["Login", "Profile", "Chat"]


def test_an_empty_wording_borrows_the_other() -> None:
    assert Wording("", "Chat").cleaned(20) == Wording("Chat", "Chat")
    assert Wording("聊天", " ").cleaned(20) == Wording("聊天", "聊天")


def test_a_feature_that_comes_twice_is_kept_once_even_in_another_branch() -> None:
    made = mind_map((feature("Login"), feature("login ")), (feature("LOGIN"), feature("Chat"))).cleaned()

    assert [each.label.client for each in made.features()] == ["Login", "Chat"]


def test_empty_features_and_branches_without_features_are_left_out() -> None:
    made = mind_map((feature(" "),), (), (feature("Chat"),)).cleaned()

    assert [branch.label.client for branch in made.branches] == ["Branch 2"]


def test_a_branch_without_a_name_gives_its_features_to_no_other() -> None:
    nameless = replace(mind_map((feature("Chat"),)), branches=(Branch(Wording.same(" "), (feature("Chat"),)),))

    assert nameless.cleaned().branches == ()


def test_a_nameless_branch_does_not_take_a_feature_from_a_named_one() -> None:
    made = mind_map((feature("Login"),), (feature("Login"), feature("Chat")))
    nameless = Branch(Wording.same(" "), made.branches[0].features)

    cleaned = replace(made, branches=(nameless, made.branches[1])).cleaned()

    assert [each.label.client for each in cleaned.features()] == ["Login", "Chat"]


def test_a_feature_beyond_the_limit_is_left_out() -> None:
    many = tuple(feature(f"Feature {at}") for at in range(MAX_FEATURES - 1))

    made = mind_map(many, (feature("Last"), feature("Too many"))).cleaned()

    assert [each.label.client for each in made.features()][-1] == "Last"
    assert len(list(made.features())) == MAX_FEATURES


@given(maps)
def test_whatever_the_model_returns_a_cleaned_map_keeps_its_limits(made: MindMap) -> None:
    cleaned = made.cleaned()
    names = [each.label.client for each in cleaned.features()]

    assert len(cleaned.branches) <= MAX_BRANCHES
    assert len(names) <= MAX_FEATURES
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= MAX_LABEL for name in names)
    assert all(branch.features and branch.label.client for branch in cleaned.branches)
    assert len(cleaned.risks) <= MAX_LIST
    assert all(risk.client and risk.founder for risk in cleaned.risks)


@given(maps)
def test_cleaning_a_clean_map_changes_nothing(made: MindMap) -> None:
    assert made.cleaned().cleaned() == made.cleaned()


@given(maps)
def test_a_map_does_not_differ_from_itself(made: MindMap) -> None:
    assert not difference(made.cleaned(), made.cleaned())


def test_a_difference_names_what_came_went_and_changed() -> None:
    old = mind_map((feature("Login"), feature("Admin panel"), feature("Chat"), feature("Blog")))
    longer, less = feature("Chat", Effort(1, 2, 4)), feature("Blog", priority=Priority.COULD)

    found = difference(old, mind_map((feature("Login"), longer), (less, feature("WeChat Pay"))))

    assert found
    assert [each.label.client for each in found.added] == ["WeChat Pay"]
    assert [each.label.client for each in found.removed] == ["Admin panel"]
    assert found.changed == ((feature("Chat"), longer), (feature("Blog"), less))


def test_a_feature_in_other_capitals_or_another_branch_is_the_same_feature() -> None:
    old, new = mind_map((feature("Login"), feature("Chat"))), mind_map((feature("LOGIN"),), (feature("Chat"),))

    assert not difference(old, new)


@pytest.mark.parametrize("which", ["added", "removed", "changed"])
def test_one_difference_of_any_kind_is_a_difference(which: str) -> None:
    base = mind_map((feature("Login"),))
    more = mind_map((feature("Login"), feature("Chat")))
    other = mind_map((feature("Login", Effort(1, 1, 1)),))
    pairs = {"added": (base, more), "removed": (more, base), "changed": (base, other)}

    found = difference(*pairs[which])

    assert [bool(getattr(found, name)) for name in ("added", "removed", "changed")].count(True) == 1
    assert getattr(found, which)
