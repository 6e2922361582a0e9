"""No word of a client and no key leaves in an error or a log."""

from __future__ import annotations

import logging
import traceback
from dataclasses import asdict

import pytest
from language_model.fake_openai import Answer, FakeOpenAI, cuts, fails, says, says_json
from language_model.model_answers import CLIENT_WORDS, SECRET, conversation, drafted, feature, understood

from chatbot.domain.errors import ModelError
from chatbot.language_model.openai_model import OpenAIModel
from chatbot.use_cases.language_model import Origin

ECHO = says_json({"language": CLIENT_WORDS, "reply": CLIENT_WORDS, CLIENT_WORDS: CLIENT_WORDS})
FAILURES = {
    **{str(status): fails(status) for status in (400, 401, 404, 429, 500)},
    "cut": cuts,
    "no JSON": says(CLIENT_WORDS),
    "wrong form": ECHO,
}


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
async def test_neither_errors_nor_logs_hold_words_or_the_key(
    model: OpenAIModel,
    fake: FakeOpenAI,
    calls: list[Origin],
    caplog: pytest.LogCaptureFixture,
    failure: Answer,
) -> None:
    for name in ("", "openai", "openai._base_client", "httpx", "httpx2", "httpcore", "httpcore2"):
        caplog.set_level(logging.DEBUG, logger=name)
    fake.expect(*[failure] * 3)
    with pytest.raises(ModelError) as caught:
        await model.understand(conversation())
    told = "".join(traceback.format_exception(caught.value)) + caplog.text + str([asdict(call) for call in calls])
    assert CLIENT_WORDS not in told
    assert SECRET not in told


async def test_a_good_call_logs_no_words_either(
    model: OpenAIModel, fake: FakeOpenAI, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="openai._base_client")
    fake.expect(says_json(understood(reply=CLIENT_WORDS)))
    await model.understand(conversation())
    assert CLIENT_WORDS not in caplog.text
    assert SECRET not in caplog.text


async def test_a_refused_draft_is_described_by_position_only(model: OpenAIModel, fake: FakeOpenAI) -> None:
    bad = says_json(drafted(feature(CLIENT_WORDS, 1, 2, 4_000)))
    fake.expect(bad, bad)
    with pytest.raises(ModelError) as caught:
        await model.draft(conversation())
    assert CLIENT_WORDS not in "".join(traceback.format_exception(caught.value))
