"""The brief: what the client said stands, corrections replace what they correct and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.brief import MANY, MAX_FACTS, MAX_VALUE, Brief, Fact, FactChange, Topic, clean

texts = st.text(max_size=30)
changes = st.lists(
    st.builds(FactChange, st.sampled_from(Topic), texts, st.one_of(st.just(""), texts), st.booleans()), max_size=30
)


def said(topic: Topic, value: str, message_id: int | None = None) -> FactChange:
    return FactChange(topic, value, message_id=message_id)


def assumed(topic: Topic, value: str) -> FactChange:
    return FactChange(topic, value, said=False)


def test_a_fact_is_kept_with_the_message_that_said_it() -> None:
    brief = Brief().changed([said(Topic.PURPOSE, "sell tea", 7)])

    assert brief.facts == (Fact(Topic.PURPOSE, "sell tea", True, 7),)
    assert brief.knows(Topic.PURPOSE)


def test_an_assumption_is_a_fact_but_not_known() -> None:
    brief = Brief().changed([assumed(Topic.DESIGN, "plain")])

    assert brief.first(Topic.DESIGN) == "plain"
    assert not brief.knows(Topic.DESIGN)


def test_of_a_topic_with_one_answer_the_latest_word_counts() -> None:
    brief = Brief().changed([said(Topic.DEADLINE, "May"), said(Topic.DEADLINE, "June")])

    assert brief.values(Topic.DEADLINE) == ("June",)


def test_of_a_topic_with_many_answers_all_stay() -> None:
    brief = Brief().changed([said(Topic.FEATURE, "login"), said(Topic.FEATURE, "chat")])

    assert brief.values(Topic.FEATURE) == ("login", "chat")


def test_an_assumption_never_replaces_the_clients_word() -> None:
    brief = Brief().changed([said(Topic.BUDGET, "60k"), assumed(Topic.BUDGET, "100k")])

    assert brief.values(Topic.BUDGET) == ("60k",)


def test_the_clients_word_replaces_an_assumption() -> None:
    brief = Brief().changed([assumed(Topic.BUDGET, "100k"), said(Topic.BUDGET, "60k")])

    assert brief.facts == (Fact(Topic.BUDGET, "60k"),)


def test_a_correction_replaces_what_it_names_and_nothing_else() -> None:
    brief = Brief().changed([said(Topic.FEATURE, "Alipay checkout"), said(Topic.FEATURE, "coupons")])

    corrected = brief.changed([FactChange(Topic.FEATURE, "WeChat Pay", drop="alipay")])

    assert corrected.values(Topic.FEATURE) == ("coupons", "WeChat Pay")


def test_a_change_may_only_remove() -> None:
    brief = Brief().changed([said(Topic.FEATURE, "blog"), said(Topic.FEATURE, "shop")])

    assert brief.changed([FactChange(Topic.FEATURE, drop="Blog")]).values(Topic.FEATURE) == ("shop",)


def test_a_drop_reaches_its_own_topic_only() -> None:
    brief = Brief().changed([said(Topic.FEATURE, "chat"), said(Topic.INTEGRATION, "chat server")])

    assert brief.changed([FactChange(Topic.FEATURE, drop="chat")]).values(Topic.INTEGRATION) == ("chat server",)


@pytest.mark.parametrize("drop", ["unknown", " ", "!!!"])
def test_a_drop_that_names_nothing_changes_nothing(drop: str) -> None:
    brief = Brief().changed([said(Topic.FEATURE, "blog")])

    assert brief.changed([FactChange(Topic.FEATURE, drop=drop)]) == brief


def test_saying_the_same_again_in_other_capitals_adds_nothing() -> None:
    brief = Brief().changed([said(Topic.FEATURE, "User login"), said(Topic.FEATURE, "user  LOGIN!")])

    assert brief.values(Topic.FEATURE) == ("User login",)


def test_saying_what_was_assumed_makes_it_said() -> None:
    brief = Brief().changed([assumed(Topic.FEATURE, "login"), said(Topic.FEATURE, "login", 4)])

    assert brief.knows(Topic.FEATURE)
    assert brief.values(Topic.FEATURE) == ("login",)


def test_facts_without_letters_are_told_apart() -> None:
    brief = Brief().changed([said(Topic.FEATURE, "👍"), said(Topic.FEATURE, "🚀")])

    assert brief.values(Topic.FEATURE) == ("👍", "🚀")


def test_a_full_brief_still_takes_corrections() -> None:
    full = Brief().changed(said(Topic.FEATURE, f"feature {at}") for at in range(MAX_FACTS + 10))

    corrected = full.changed([FactChange(Topic.FEATURE, "chat", drop="feature 100")])

    assert len(full.facts) == MAX_FACTS
    assert "chat" in corrected.values(Topic.FEATURE)
    assert full.changed([said(Topic.FEATURE, "one more")]) == full


def test_topics_asked_and_skipped_are_remembered_once() -> None:
    brief = (
        Brief().with_asked(Topic.BUDGET).with_asked(Topic.BUDGET).with_skipped(Topic.SCALE).with_skipped(Topic.SCALE)
    )

    assert (brief.asked, brief.skipped) == ((Topic.BUDGET,), (Topic.SCALE,))


def test_what_is_not_known_is_empty() -> None:
    assert Brief().first(Topic.BUDGET) is None
    assert Brief().values(Topic.BUDGET) == ()


@given(changes)
def test_whatever_the_model_proposes_the_brief_keeps_its_limits(proposed: list[FactChange]) -> None:
    brief = Brief().changed(proposed)

    assert len(brief.facts) <= MAX_FACTS
    for topic in set(Topic) - MANY:
        assert len(brief.values(topic)) <= 1
    for fact in brief.facts:
        assert fact.value == clean(fact.value, MAX_VALUE) != ""


@given(changes, changes)
def test_changes_in_two_parts_do_what_they_do_at_once(first: list[FactChange], second: list[FactChange]) -> None:
    assert Brief().changed(first).changed(second) == Brief().changed([*first, *second])


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  two \n\t words ", "two words"),
        ("bell\x07 and null\x00", "bell and null"),
        ("right\u202eto\u2066left\u200f", "right to left"),
        ("broken \ud83d escape", "broken escape"),
        ("", ""),
        ("\x00\n", ""),
    ],
)
def test_cleaning_leaves_one_line_without_control_characters(text: str, cleaned: str) -> None:
    assert clean(text, 100) == cleaned


@given(st.text(), st.integers(1, 50))
def test_a_cleaned_text_is_within_its_limit_and_stays_as_it_is(text: str, limit: int) -> None:
    cleaned = clean(text, limit)

    assert len(cleaned) <= limit
    assert clean(cleaned, limit) == cleaned
    assert "\n" not in cleaned
