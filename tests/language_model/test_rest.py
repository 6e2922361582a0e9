"""A model that keeps failing is left alone for a while, so that nobody waits for tries that will fail."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import web
from language_model.fake_openai import Answer, FakeOpenAI, fails, hears, says, says_json
from language_model.model_answers import SECRET, conversation, understood

from chatbot.background import Background
from chatbot.domain.errors import ModelError
from chatbot.language_model.openai_model import OpenAIModel
from chatbot.language_model.prompts import Prompts
from chatbot.language_model.rest import FAILURES, LONGEST, REST, Rest
from chatbot.use_cases.language_model import Origin

GOOD = says_json(understood())
DOWN = fails(403)  # given up at the first try, so that each call is one request


@dataclass
class Seconds:
    """A clock that a test moves."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def tired(
    fake: FakeOpenAI, prompts: Prompts, calls: list[Origin], seconds: Seconds
) -> AsyncIterator[OpenAIModel]:
    async def at_once(_seconds: float) -> None:
        return None

    url = await fake.start()
    model = OpenAIModel(SECRET, url, "fake-1", 5.0, prompts, "Shop", on_call=calls.append, sleep=at_once, clock=seconds)
    yield model
    await model.close()


async def fail(model: OpenAIModel, times: int) -> None:
    for _ in range(times):
        with pytest.raises(ModelError):
            await model.understand(conversation())


async def test_after_failures_in_a_row_nothing_is_sent_until_the_rest_is_over(
    tired: OpenAIModel, fake: FakeOpenAI, calls: list[Origin], seconds: Seconds
) -> None:
    fake.expect(*[DOWN] * FAILURES)
    await fail(tired, FAILURES + 5)
    assert len(fake.requests) == FAILURES
    assert calls[-1].outcome == "resting"
    seconds.now += REST
    fake.expect(GOOD, GOOD)
    assert (await tired.understand(conversation())).value.reply
    assert (await tired.understand(conversation())).value.reply


async def test_after_a_rest_one_call_tries_and_its_failure_begins_the_next(
    tired: OpenAIModel, fake: FakeOpenAI, seconds: Seconds
) -> None:
    fake.expect(*[DOWN] * (FAILURES + 60))
    await fail(tired, FAILURES)
    for _minute in range(60):
        seconds.now += REST
        await fail(tired, 4)
    assert len(fake.requests) == FAILURES + 60


def test_while_the_one_call_tries_the_others_do_not_wait_with_it(seconds: Seconds) -> None:
    rest = Rest(seconds)
    for _ in range(FAILURES):
        rest.failed()
    seconds.now += REST
    assert [rest.may_call() for _ in range(3)] == [True, False, False]
    seconds.now += 3 * REST  # a call may be tried three times
    assert not rest.may_call()
    rest.answered()
    assert [rest.may_call() for _ in range(3)] == [True, True, True]


async def test_a_trial_that_is_cut_off_leaves_it_to_the_next_call(
    tired: OpenAIModel, fake: FakeOpenAI, seconds: Seconds
) -> None:
    fake.expect(*[DOWN] * FAILURES)
    await fail(tired, FAILURES)
    seconds.now += REST
    trial = Background().start(tired.understand(conversation()), "trial")

    def cut_off(request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        trial.cancel()
        return DOWN(request, body)

    fake.expect(cut_off, GOOD)
    await asyncio.wait([trial])
    assert trial.cancelled()
    assert (await tired.understand(conversation())).value.reply


@pytest.mark.parametrize(("asked", "kept"), [("300", 300.0), ("1e12", LONGEST)])
async def test_a_server_that_asks_for_a_long_wait_is_left_alone_that_long_within_reason(
    tired: OpenAIModel, fake: FakeOpenAI, seconds: Seconds, asked: str, kept: float
) -> None:
    fake.expect(fails(429, retry_after=asked))
    await fail(tired, 2)
    seconds.now += kept - 1
    await fail(tired, 1)
    assert len(fake.requests) == 1
    seconds.now += 1
    fake.expect(GOOD)
    assert (await tired.understand(conversation())).value.reply


@pytest.mark.parametrize(
    "useless", [says("no JSON"), says("", refusal="I will not"), fails(400)], ids=["odd", "refused", "400"]
)
async def test_what_a_client_may_bring_about_puts_the_model_to_rest_for_nobody(
    tired: OpenAIModel, fake: FakeOpenAI, calls: list[Origin], useless: Answer
) -> None:
    fake.expect(*[useless] * 3 * (FAILURES + 3))
    await fail(tired, FAILURES + 3)
    assert "resting" not in {call.outcome for call in calls}


async def test_a_server_that_takes_no_voices_still_answers_chats(tired: OpenAIModel, fake: FakeOpenAI) -> None:
    fake.expect(*[fails(404)] * FAILURES)
    for _ in range(FAILURES + 2):
        with pytest.raises(ModelError):
            await tired.transcribe(b"OggS", "a.ogg")
    assert len(fake.requests) == FAILURES
    fake.expect(GOOD)
    assert (await tired.understand(conversation())).value.reply


async def test_a_voice_is_heard_while_chats_rest(tired: OpenAIModel, fake: FakeOpenAI) -> None:
    fake.expect(*[DOWN] * FAILURES, hears("hello"))
    await fail(tired, FAILURES + 1)
    assert (await tired.transcribe(b"OggS", "a.ogg")).value == "hello"
