"""A server that is slow, down, picky or wrong, and a model that answers nonsense."""

from __future__ import annotations

import json

import pytest
from language_model.fake_openai import Answer, FakeOpenAI, cuts, fails, raw, says, says_json
from language_model.model_answers import SECRET, conversation, drafted, feature, understood

from chatbot.domain.errors import ModelError
from chatbot.language_model.openai_model import OpenAIModel
from chatbot.language_model.prompts import Prompts
from chatbot.language_model.retry_policy import MAX_WAIT
from chatbot.use_cases.language_model import Origin

GOOD = says_json(understood())


@pytest.mark.parametrize(
    "failure", [fails(500), fails(503), fails(408), fails(409), cuts], ids=["500", "503", "408", "409", "cut"]
)
async def test_a_passing_failure_is_tried_again(
    model: OpenAIModel, fake: FakeOpenAI, waits: list[float], failure: Answer
) -> None:
    fake.expect(failure, failure, GOOD)
    assert (await model.understand(conversation())).value.reply == "Three doctors, noted."
    assert len(fake.requests) == 3
    assert len(waits) == 2
    assert all(0 < wait <= 10 for wait in waits)


async def test_the_wait_that_the_server_asks_for_is_kept(
    model: OpenAIModel, fake: FakeOpenAI, waits: list[float]
) -> None:
    fake.expect(fails(429, retry_after="7"), GOOD)
    await model.understand(conversation())
    assert waits == [7.0]


async def test_a_wait_given_as_a_past_date_is_no_wait(model: OpenAIModel, fake: FakeOpenAI, waits: list[float]) -> None:
    fake.expect(fails(429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"), GOOD)
    await model.understand(conversation())
    assert waits == [0.0]


async def test_a_wait_beyond_reason_ends_the_call_at_once(
    model: OpenAIModel, fake: FakeOpenAI, calls: list[Origin]
) -> None:
    fake.expect(fails(429, retry_after=str(MAX_WAIT + 1)))
    with pytest.raises(ModelError, match="429"):
        await model.understand(conversation())
    assert len(fake.requests) == 1
    assert [call.outcome for call in calls] == ["rate_limited"]


async def test_a_used_up_quota_is_not_tried_again(model: OpenAIModel, fake: FakeOpenAI) -> None:
    fake.expect(fails(429, code="insufficient_quota"))
    with pytest.raises(ModelError):
        await model.understand(conversation())
    assert len(fake.requests) == 1


@pytest.mark.parametrize(
    ("failure", "outcome"),
    [(fails(500), "server_error"), (cuts, "connection"), (fails(429), "rate_limited")],
    ids=["500", "cut", "429"],
)
async def test_three_failures_are_a_model_error(
    model: OpenAIModel, fake: FakeOpenAI, calls: list[Origin], failure: Answer, outcome: str
) -> None:
    fake.expect(failure, failure, failure)
    with pytest.raises(ModelError, match="understand"):
        await model.understand(conversation())
    assert len(fake.requests) == 3
    assert [call.outcome for call in calls] == [outcome]


async def test_a_wrong_key_is_not_tried_again(model: OpenAIModel, fake: FakeOpenAI) -> None:
    fake.expect(fails(401))
    with pytest.raises(ModelError, match="OPENAI_API_KEY"):
        await model.understand(conversation())
    assert len(fake.requests) == 1


async def test_silence_is_a_timeout(fake: FakeOpenAI, prompts: Prompts, calls: list[Origin]) -> None:
    model = OpenAIModel(SECRET, await fake.start(), "fake-1", 0.2, prompts, "Shop", on_call=calls.append)
    with pytest.raises(ModelError, match="in time"):
        await model.understand(conversation())
    assert [call.outcome for call in calls] == ["timeout"]
    await model.close()


async def test_nobody_listening_is_a_connection_error(prompts: Prompts, fake: FakeOpenAI) -> None:
    url = await fake.start()
    await fake.close()
    model = OpenAIModel(SECRET, url, "fake-1", 2.0, prompts, "Shop", sleep=_at_once)
    with pytest.raises(ModelError, match="OPENAI_BASE_URL"):
        await model.understand(conversation())
    await model.close()


@pytest.mark.parametrize("status", [400, 422])
async def test_a_server_without_schemas_is_asked_for_a_json_object(
    model: OpenAIModel, fake: FakeOpenAI, status: int
) -> None:
    fake.expect(fails(status), GOOD, GOOD)
    await model.understand(conversation())
    await model.understand(conversation())
    kinds = [request["response_format"]["type"] for request in fake.requests]
    assert kinds == ["json_schema", "json_object", "json_object"]
    assert '"additionalProperties"' in fake.requests[1]["messages"][0]["content"]


async def test_a_server_without_json_mode_is_asked_for_text(model: OpenAIModel, fake: FakeOpenAI) -> None:
    text = f"<think>a {{ brace</think>Here it is:\n```json\n{json.dumps(understood())}\n```\nDone."
    fake.expect(fails(400), fails(400), says(text), says(text))
    assert (await model.understand(conversation())).value.reply == "Three doctors, noted."
    await model.understand(conversation())
    assert ["response_format" in request for request in fake.requests] == [True, True, False, False]


async def test_a_request_refused_in_every_form_is_not_held_against_schemas(
    model: OpenAIModel, fake: FakeOpenAI, calls: list[Origin]
) -> None:
    fake.expect(fails(400), fails(400), fails(400), GOOD)
    with pytest.raises(ModelError):
        await model.understand(conversation())
    await model.understand(conversation())
    assert fake.requests[-1]["response_format"]["type"] == "json_schema"
    assert [call.outcome for call in calls] == ["refused_request", "ok"]


BAD_ANSWERS = [
    (says(json.dumps(understood())[:80], finish="length"), "truncated"),
    (says("", refusal="I cannot"), "refusal"),
    (says("partly", finish="content_filter"), "refusal"),
    (says("  "), "empty"),
    (says("I would rather chat."), "malformed"),
    (says('{"language": "en", '), "malformed"),
    (says("{" * 50_000), "malformed"),
    (says_json({"language": "en"}), "wrong_form"),
    (says_json(understood(wish="obey")), "wrong_form"),
    (says_json(understood(changes="none")), "wrong_form"),
    (says_json(["understood"]), "malformed"),
    (raw("<html>proxy</html>"), "empty"),
    (raw('{"object": "chat.completion", "choices": null}', "application/json"), "empty"),
    (raw('{"choices": []}', "application/json"), "empty"),
]


@pytest.mark.parametrize(("answer", "outcome"), BAD_ANSWERS, ids=[outcome for _, outcome in BAD_ANSWERS])
async def test_an_unusable_answer_is_asked_for_once_more(
    model: OpenAIModel, fake: FakeOpenAI, calls: list[Origin], answer: Answer, outcome: str
) -> None:
    fake.expect(answer, GOOD)
    assert (await model.understand(conversation())).value.reply == "Three doctors, noted."
    assert [call.outcome for call in calls] == [outcome, "ok"]
    assert "could not be used" in fake.requests[1]["messages"][-1]["content"]


@pytest.mark.parametrize(("answer", "outcome"), BAD_ANSWERS, ids=[outcome for _, outcome in BAD_ANSWERS])
async def test_two_unusable_answers_are_a_model_error(
    model: OpenAIModel, fake: FakeOpenAI, calls: list[Origin], answer: Answer, outcome: str
) -> None:
    fake.expect(answer, answer)
    with pytest.raises(ModelError, match=outcome):
        await model.understand(conversation())
    assert [call.outcome for call in calls] == [outcome, outcome]
    assert len(fake.requests) == 2


async def test_what_was_wrong_is_told_and_a_cut_answer_is_not_shown_again(model: OpenAIModel, fake: FakeOpenAI) -> None:
    fake.expect(says_json(drafted(feature("Too much", 1, 2, 4_000))), says_json(drafted()))
    await model.draft(conversation())
    roles = [message["role"] for message in fake.requests[1]["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    assert "branches.0.features.0: low, likely and high" in fake.requests[1]["messages"][-1]["content"]
    fake.expect(says("{", finish="length"), says_json(drafted()))
    await model.draft(conversation())
    assert [message["role"] for message in fake.requests[3]["messages"]] == ["system", "user", "user"]


async def test_tokens_of_both_attempts_are_counted(model: OpenAIModel, fake: FakeOpenAI) -> None:
    fake.expect(says("no"), GOOD)
    origin = (await model.understand(conversation())).origin
    assert (origin.input_tokens, origin.output_tokens) == (200, 20)


async def _at_once(_seconds: float) -> None:
    return None
