"""Whatever a server sends: a typed answer within its limits, or the catalogue's. Nothing else leaves the port."""

from __future__ import annotations

import json
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from language_model.any_answers import answers_of, json_values
from language_model.fake_openai import Answer, FakeOpenAI, raw, says
from language_model.model_answers import SECRET, conversation, drafted, understood
from planted_words import answers_full_of_them, planted_in

from chatbot.domain.brief import MAX_VALUE
from chatbot.domain.effort import MAX_DAYS, MIN_DAYS
from chatbot.domain.errors import ModelError
from chatbot.domain.guard import MAX_WORDS
from chatbot.domain.mind_map import MAX_BRANCHES, MAX_FEATURES, MAX_LABEL, MindMap
from chatbot.language_model.answer_forms import (
    DraftForm,
    RevisionForm,
    SummaryForm,
    TranslationForm,
    UnderstandingForm,
)
from chatbot.language_model.answer_size import MAX_BYTES
from chatbot.language_model.answers import draft
from chatbot.language_model.catalogue_model import CatalogueModel
from chatbot.language_model.chat_reply import MAX_TEXT, MAX_TOKENS, reply_in
from chatbot.language_model.fallback import FallbackModel
from chatbot.language_model.openai_model import MAX_SUMMARY, MAX_TRANSLATION, OpenAIModel
from chatbot.language_model.prompts import Prompts
from chatbot.use_cases.language_model import Answered, Draft, LanguageModel, Origin, Understanding

OLD = draft(DraftForm.model_validate(drafted()), conversation())
CUT_MARK = 4  # " […]"

Task = Callable[[LanguageModel], Awaitable[Answered[Any]]]
TASKS: dict[str, Task] = {
    "understand": lambda model: model.understand(conversation("a shop", "for tea")),
    "draft": lambda model: model.draft(conversation()),
    "revise": lambda model: model.revise(OLD, "drop the form", conversation()),
    "summarise": lambda model: model.summarise(conversation()),
    "translate": lambda model: model.translate("hola", "en"),
    "transcribe": lambda model: model.transcribe(b"OggS", "a.ogg"),
}
FORMS = {
    "understand": UnderstandingForm,
    "draft": DraftForm,
    "revise": RevisionForm,
    "summarise": SummaryForm,
    "translate": TranslationForm,
}
LAST = {"translate", "transcribe"}  # the catalogue cannot: these may end in a ModelError

once = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
async def port(fake: FakeOpenAI, prompts: Prompts, calls: list[Origin]) -> AsyncIterator[FallbackModel]:
    """The port as the product has it: a server, and behind it the catalogue."""

    async def at_once(_seconds: float) -> None:
        return None

    server = OpenAIModel(
        SECRET, await fake.start(), "fake-1", 5.0, prompts, "Shop", on_call=calls.append, sleep=at_once
    )
    yield FallbackModel(server, CatalogueModel(), calls.append)
    await server.close()


async def asked(port: FallbackModel, fake: FakeOpenAI, task: str, answer: Answer) -> Answered[Any] | None:
    """The port's answer where the server says this as often as it is asked; None where there is no answer at all."""
    fake.answers.clear()
    fake.expect(*[answer] * 12)
    try:
        answered = await TASKS[task](port)
    except ModelError:
        assert task in LAST
        return None
    assert 12 - len(fake.answers) <= 6
    within_limits(answered.value)
    assert 0 <= answered.origin.input_tokens <= 2 * MAX_TOKENS
    return answered


def within_limits(value: object) -> None:
    """What leaves the port is bounded, storable and finite."""
    match value:
        case Understanding():
            assert all(len(text) <= MAX_WORDS for text in (value.reply, value.answer, value.question, value.unanswered))
            assert len(value.changes) <= 40
            assert all(len(change.value) <= MAX_VALUE and len(change.drop) <= MAX_VALUE for change in value.changes)
            assert len(value.suggestions) <= 4
            assert not any(map(planted_in, (value.reply, value.answer, value.question, *value.suggestions)))
        case Draft():
            within_bounds(value.mind_map)
        case str():
            assert 0 < len(value) <= max(MAX_SUMMARY, MAX_TRANSLATION, 20_000) + CUT_MARK
    json.dumps(repr(value)).encode()


def within_bounds(mind_map: MindMap) -> None:
    features = list(mind_map.features())
    assert len(mind_map.branches) <= MAX_BRANCHES
    assert len(features) <= MAX_FEATURES
    for feature in features:
        assert all(math.isfinite(days) for days in (feature.effort.low, feature.effort.likely, feature.effort.high))
        assert MIN_DAYS <= feature.effort.low <= feature.effort.likely <= feature.effort.high <= MAX_DAYS
        assert 0 < len(feature.label.client) <= MAX_LABEL
    assert mind_map == mind_map.cleaned()


@once
@given(task=st.sampled_from([*TASKS]), body=json_values)
async def test_any_json_as_the_whole_answer(port: FallbackModel, fake: FakeOpenAI, task: str, body: Any) -> None:
    await asked(port, fake, task, raw(json.dumps(body), "application/json"))


@once
@given(
    task=st.sampled_from([*TASKS]),
    choice=st.fixed_dictionaries(
        {}, optional={"finish_reason": json_values, "message": json_values, "index": json_values}
    ),
    usage=json_values,
)
async def test_any_json_where_a_completion_has_its_parts(
    port: FallbackModel, fake: FakeOpenAI, task: str, choice: Any, usage: Any
) -> None:
    body = {"choices": [choice], "usage": {"prompt_tokens": usage, "completion_tokens": usage}, "text": choice}
    await asked(port, fake, task, raw(json.dumps(body), "application/json"))


@once
@given(task=st.sampled_from([*FORMS]), value=json_values)
async def test_any_json_as_the_text_of_an_answer(port: FallbackModel, fake: FakeOpenAI, task: str, value: Any) -> None:
    await asked(port, fake, task, says(json.dumps(value)))


@once
@given(data=st.data(), task=st.sampled_from([*FORMS]))
async def test_any_answer_of_the_right_form(
    port: FallbackModel, fake: FakeOpenAI, data: st.DataObject, task: str
) -> None:
    await asked(port, fake, task, says(json.dumps(data.draw(answers_of(FORMS[task])))))


async def test_no_planted_amount_or_address_leaves_the_port_in_what_is_said_to_a_client(
    port: FallbackModel, fake: FakeOpenAI
) -> None:
    for _, reply, answer, question, buttons in answers_full_of_them():
        form = understood(reply=reply, answer=answer, question=question, suggestions=buttons)
        await asked(port, fake, "understand", says(json.dumps(form)))


DEEP = "[" * 100_000
FENCES = "```" * 60_000
ODD_BODIES = {
    "deep": raw(DEEP, "application/json"),
    "deep-object": raw('{"choices":' * 50_000, "application/json"),
    "deep-and-closed": raw("[" * 50_000 + "]" * 50_000, "application/json"),
    "huge-counts": raw(json.dumps({"choices": [], "usage": {"prompt_tokens": 10**400}}), "application/json"),
    "choices-are-an-object": raw('{"choices": {"a": 1}}', "application/json"),
    "choices-are-words": raw('{"choices": "none"}', "application/json"),
    "content-in-parts": raw('{"choices": [{"message": {"content": [{"type": "text"}]}}]}', "application/json"),
    "not-utf-8": lambda _request, _body: web.Response(body=b"\xff\xfe{"),
    "event-stream": raw('data: {"choices": [{"delta": {"content": "{"}}]}\n\ndata: [DONE]\n\n', "text/event-stream"),
    "tool-call": raw(
        '{"choices": [{"finish_reason": "tool_calls", "message": {"content": null, "tool_calls": '
        '[{"type": "function", "function": {"name": "approve", "arguments": "{}"}}]}}]}',
        "application/json",
    ),
}


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("name", ODD_BODIES)
async def test_a_body_that_is_no_completion_gives_the_catalogues_answer(
    port: FallbackModel, fake: FakeOpenAI, name: str, task: str
) -> None:
    answered = await asked(port, fake, task, ODD_BODIES[name])
    assert answered is None or answered.origin.fallback


ODD_TEXTS = {
    "deep": DEEP,
    "deep-object": '{"language":' * 40_000,
    "fences": FENCES,
    "fenced-objects": "```json\n{}\n" * 15_000,
    "not-a-number": json.dumps(understood()).replace('"en"', "NaN", 1),
    "infinity": json.dumps(drafted()).replace('"low": 1', '"low": Infinity'),
    "lone-surrogate": '{"language": "\\ud800"}',
    "endless": json.dumps(understood(reply="x" * MAX_TEXT)),
}


@pytest.mark.parametrize("task", FORMS)
@pytest.mark.parametrize("name", ODD_TEXTS)
async def test_a_text_that_is_no_form_gives_the_catalogues_answer(
    port: FallbackModel, fake: FakeOpenAI, name: str, task: str
) -> None:
    answered = await asked(port, fake, task, says(ODD_TEXTS[name]))
    assert answered is None or answered.origin.fallback


async def test_of_a_field_that_stands_twice_the_last_counts(port: FallbackModel, fake: FakeOpenAI) -> None:
    twice = json.dumps(understood()).removesuffix("}") + ', "reply": "And the second."}'
    answered = await asked(port, fake, "understand", says(twice))
    assert answered is not None
    assert answered.value.reply == "And the second."


@pytest.mark.parametrize("task", TASKS)
async def test_an_answer_without_end_is_given_up_at_once(
    port: FallbackModel, fake: FakeOpenAI, calls: list[Origin], task: str
) -> None:
    answered = await asked(port, fake, task, raw(" " * 30_000_000, "application/json"))
    assert len(fake.requests) == 1
    assert calls[0].outcome == "too_long"
    assert answered is None or answered.origin.fallback


def test_an_answer_of_the_greatest_length_is_still_read() -> None:
    body = json.dumps({"choices": [{"message": {"content": "x" * 100_000}}], "usage": {"prompt_tokens": -5}})
    assert len(body) < MAX_BYTES
    assert reply_in(body.encode()).text == "x" * 100_000
    assert reply_in(body.encode()).input_tokens == 0
