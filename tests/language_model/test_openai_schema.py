"""The schema that is sent: structure only, as strict servers want it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, Field

from chatbot.domain.brief import Topic
from chatbot.language_model.answer_forms import (
    Asking,
    DraftForm,
    RevisionForm,
    SummaryForm,
    TranslationForm,
    UnderstandingForm,
)
from chatbot.language_model.openai_schema import response_format, spelled_out, structure

FORMS = [UnderstandingForm, DraftForm, RevisionForm, SummaryForm, TranslationForm]


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)


@pytest.mark.parametrize("form", FORMS)
def test_every_object_requires_all_its_fields_and_no_other(form: type[BaseModel]) -> None:
    objects = [node for node in nodes(structure(form)) if node.get("type") == "object"]
    assert objects
    for node in objects:
        assert node["required"] == list(node["properties"])
        assert node["additionalProperties"] is False


@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_structure_is_sent(form: type[BaseModel]) -> None:
    text = spelled_out(form)
    for word in ("$ref", "$defs", "default", "maxLength", "minimum", "pattern", '"format"', "anyOf"):
        assert word not in text


def test_limits_that_a_field_may_carry_are_stripped() -> None:
    class Limited(BaseModel):
        name: str = Field("x", max_length=3, pattern="a+", description="d", title="t")
        size: int | None = Field(None, ge=1)

    sent = structure(Limited)
    assert sent["properties"] == {
        "name": {"type": "string"},
        "size": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
    }


def test_the_format_names_the_form_and_is_strict() -> None:
    sent = response_format(DraftForm)
    assert sent["type"] == "json_schema"
    assert (sent["json_schema"]["name"], sent["json_schema"]["strict"]) == ("DraftForm", True)


def test_every_topic_can_be_asked_about() -> None:
    assert {asking.value for asking in Asking} == {topic.value for topic in Topic} | {"none"}
