"""A model that speaks to the fake server."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from language_model.fake_openai import FakeOpenAI
from language_model.model_answers import SECRET

from chatbot.language_model.openai_model import OpenAIModel
from chatbot.language_model.prompts import Prompts, load_prompts
from chatbot.use_cases.language_model import Origin


@pytest.fixture(scope="session")
def prompts() -> Prompts:
    return load_prompts()


@pytest.fixture
async def fake() -> AsyncIterator[FakeOpenAI]:
    server = FakeOpenAI()
    yield server
    await server.close()


@pytest.fixture
def calls() -> list[Origin]:
    """What the model told of its calls."""
    return []


@pytest.fixture
def waits() -> list[float]:
    """How long the retry policy would have slept."""
    return []


@pytest.fixture
async def model(
    fake: FakeOpenAI, prompts: Prompts, calls: list[Origin], waits: list[float]
) -> AsyncIterator[OpenAIModel]:
    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    url = await fake.start()
    model = OpenAIModel(SECRET, url, "fake-1", 5.0, prompts, "Tidewater", on_call=calls.append, sleep=sleep)
    yield model
    await model.close()
