"""From a form to domain types: what is left out, what is put in order, what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_model.model_answers import CLIENT_WORDS, both, conversation, drafted, feature, understood

from chatbot.domain.brief import Topic
from chatbot.domain.mind_map import MAX_FEATURES, MindMap
from chatbot.language_model.answer_forms import DraftForm, UnderstandingForm
from chatbot.language_model.answers import AnswerError, draft, understanding
from chatbot.use_cases.language_model import Draft, Understanding

COMPANY = "The sweet spot is 50–80 thousand CNY."


def understand(**changes: Any) -> Understanding:
    form = UnderstandingForm.model_validate(understood(**changes))
    return understanding(form, conversation(), COMPANY)


def drawn(*features: dict[str, Any], **changes: Any) -> Draft:
    return draft(DraftForm.model_validate(drafted(*features, **changes)), conversation())


def labels(mind_map: MindMap) -> list[str]:
    return [feature.label.client for feature in mind_map.features()]


def change(**changes: Any) -> dict[str, Any]:
    return {"topic": "feature", "value": "SMS", "drop": "", "said": True, "message": 11} | changes


@pytest.mark.parametrize(("message", "kept"), [(11, 11), (7, 7), (8, None), (0, None), (999, None), (-1, None)])
def test_a_fact_rests_only_on_a_message_of_a_person(message: int, kept: int | None) -> None:
    (fact,) = understand(changes=[change(message=message)]).changes
    assert (fact.message_id, fact.said) == (kept, True)


@pytest.mark.parametrize(("value", "kind"), [("website", "website"), ("spaceship", "other"), ("", "")])
def test_a_kind_that_we_do_not_know_is_other(value: str, kind: str) -> None:
    (fact,) = understand(changes=[change(topic="kind", value=value, drop="h5")]).changes
    assert fact.value == kind


def test_a_question_about_a_closed_topic_only_tells_that_something_is_to_be_asked() -> None:
    heard = understand(ask="deadline", question="When?", suggestions=["Soon"])
    assert (heard.ask, heard.question, heard.suggestions) == (None, "When?", ())


def test_whoever_asks_for_a_person_gets_no_question() -> None:
    assert understand(wish="human").ask is None


def test_a_question_that_may_not_be_said_keeps_only_its_topic() -> None:
    heard = understand(ask="budget", question="Would 70,000 CNY be all right?", suggestions=["Yes"])
    assert (heard.ask, heard.question, heard.suggestions) == (Topic.BUDGET, "", ())


def test_suggestions_are_few_short_and_free_of_amounts() -> None:
    texts = ["Yes", "Yes", "5000 €", "x" * 41, "y" * 40, "see www.a.b", "", "a", "b", "c"]
    assert understand(suggestions=texts).suggestions == ("Yes", "y" * 40, "a", "b")


def test_amounts_dates_and_links_are_held_back_unless_the_shop_wrote_them() -> None:
    assert understand(reply="That makes 70,000 CNY.").reply == ""
    assert understand(reply="We start on Monday.").reply == ""
    assert understand(answer="Mostly 50–80 thousand CNY.").answer == "Mostly 50–80 thousand CNY."


def test_a_question_whose_answer_was_held_back_goes_to_the_founder_in_the_clients_words() -> None:
    heard = understand(answer="It starts next week.")
    assert (heard.answer, heard.unanswered) == ("", CLIENT_WORDS)
    assert understand(answer="Next week.", unanswered="When?").unanswered == "When?"


@pytest.mark.parametrize(
    ("tag", "kept"), [("pt-BR", "pt-BR"), ("zh_CN", "zh-CN"), ("English!", "en"), ("", "en"), ("e", "en")]
)
def test_a_language_that_is_no_tag_is_the_one_known_before(tag: str, kept: str) -> None:
    assert understand(language=tag).language == kept


@pytest.mark.parametrize("points", [(4, 2, 1), (2, 1, 4), (1, 2, 4)])
def test_swapped_effort_is_put_in_order(points: tuple[float, float, float]) -> None:
    (only,) = drawn(feature("Form", *points)).mind_map.features()
    assert (only.effort.low, only.effort.likely, only.effort.high) == (1, 2, 4)


@pytest.mark.parametrize("points", [(0, 1, 2), (-1, 1, 2), (1, 2, 121), (0.05, 1, 2)])
def test_effort_out_of_bounds_refuses_the_answer(points: tuple[float, float, float]) -> None:
    with pytest.raises(AnswerError, match=r"branches\.0\.features\.1"):
        drawn(feature("Form"), feature(CLIENT_WORDS, *points))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_effort_that_is_no_number_refuses_the_answer(number: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        drawn(feature("Form", 1, 2, float(number)))


def test_a_feature_is_said_only_where_it_rests_on_a_message() -> None:
    said, invented = drawn(feature("A", messages=[11, 11, 99]), feature("B", messages=[99])).mind_map.features()
    assert (said.said, said.messages) == (True, (11,))
    assert (invented.said, invented.messages) == (False, ())


def test_the_same_label_in_two_branches_counts_twice_under_two_names() -> None:
    branches = [
        {"label": both("Shop"), "features": [feature("Search")]},
        {"label": both("Admin"), "features": [feature("Search")]},
    ]
    assert labels(drawn(branches=branches).mind_map) == ["Search", "Search (Admin)"]


def test_nothing_that_has_effort_is_lost_silently() -> None:
    too_many = [feature(f"Feature {number}") for number in range(MAX_FEATURES + 1)]
    wrong: list[dict[str, Any]] = [
        drafted(*too_many),
        drafted(feature("Same"), feature("Same"), feature("Same")),
        drafted(feature(" ")),
        drafted(branches=[{"label": both(""), "features": [feature("A")]}]),
        drafted(branches=[{"label": both(f"B{n}"), "features": [feature(f"F{n}")]} for n in range(13)]),
        drafted(branches=[]),
        drafted(title=both("")),
        drafted(summary=both("")),
    ]
    for answer in wrong:
        with pytest.raises(AnswerError):
            draft(DraftForm.model_validate(answer), conversation())


def test_a_wording_that_was_left_empty_borrows_the_other() -> None:
    tree = drawn(title={"client": "", "founder": "诊所网站"}).mind_map
    assert tree.title.client == "诊所网站"


texts = st.text(max_size=120)
features = st.builds(
    feature,
    texts,
    st.floats(-1, 200),
    st.floats(-1, 200),
    st.floats(-1, 200),
    messages=st.lists(st.integers(-5, 40), max_size=4),
)


@given(st.lists(features, max_size=6), texts, texts)
def test_whatever_a_model_writes_a_draft_is_within_its_limits_or_refused(
    several: list[dict[str, Any]], title: str, summary: str
) -> None:
    form = DraftForm.model_validate(drafted(*several, title=both(title), summary=both(summary)))
    try:
        made = draft(form, conversation())
    except AnswerError:
        return
    assert made.mind_map == made.mind_map.cleaned()
    assert len(labels(made.mind_map)) == max(1, len(several))
