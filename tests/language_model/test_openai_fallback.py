"""A model with the catalogue behind it."""

# ruff: noqa: ARG002 - the stand-in for the catalogue keeps the arguments of the contract

from __future__ import annotations

from dataclasses import replace

import pytest
from language_model.fake_openai import FakeOpenAI, fails, says_json
from language_model.model_answers import CLIENT_WORDS, conversation, understood

from chatbot.domain.errors import ModelError
from chatbot.domain.mind_map import MindMap, Wording
from chatbot.language_model.fallback import FallbackModel
from chatbot.language_model.openai_model import OpenAIModel
from chatbot.use_cases.language_model import Answered, Conversation, Draft, Origin, Understanding

DRAFT = Draft(MindMap(Wording.same("t"), Wording.same("s"), ()), "en", "no")


class Catalogue:
    """Answers every task, as the built-in catalogue does."""

    translates = False

    async def understand(self, conversation: Conversation) -> Answered[Understanding]:
        return Answered(Understanding(conversation.language, reply="from the catalogue"))

    async def draft(self, conversation: Conversation) -> Answered[Draft]:
        return Answered(DRAFT)

    async def revise(self, draft: Draft, words: str, conversation: Conversation) -> Answered[Draft]:
        return Answered(draft)

    async def summarise(self, conversation: Conversation) -> Answered[str]:
        return Answered("summary")

    async def translate(self, text: str, language: str) -> Answered[str]:
        raise ModelError("the catalogue does not translate")

    async def transcribe(self, sound: bytes, file_name: str) -> Answered[str]:
        raise ModelError("the catalogue does not hear")


@pytest.fixture
def told() -> list[Origin]:
    return []


@pytest.fixture
def both(model: OpenAIModel, told: list[Origin]) -> FallbackModel:
    return FallbackModel(model, Catalogue(), told.append)


async def test_a_model_that_answers_is_heard(both: FallbackModel, fake: FakeOpenAI, told: list[Origin]) -> None:
    fake.expect(says_json(understood()))
    answered = await both.understand(conversation())
    assert answered.value.reply == "Three doctors, noted."
    assert not answered.origin.fallback
    assert told == []


async def test_a_conversation_that_is_frugal_costs_no_call_and_is_marked(
    both: FallbackModel, fake: FakeOpenAI, calls: list[Origin]
) -> None:
    frugal = replace(conversation(), frugal=True)
    answers = [
        await both.understand(frugal),
        await both.draft(frugal),
        await both.revise(DRAFT, "drop the chat", frugal),
        await both.summarise(frugal),
    ]
    assert all(answered.origin.fallback for answered in answers)
    assert calls == []
    assert fake.requests == []


async def test_a_model_that_fails_gives_way_to_the_catalogue_and_it_is_marked(
    both: FallbackModel, fake: FakeOpenAI, told: list[Origin], calls: list[Origin], caplog: pytest.LogCaptureFixture
) -> None:
    fake.expect(fails(401))
    answered = await both.understand(conversation())
    assert answered.value.reply == "from the catalogue"
    assert answered.origin == Origin("catalogue", prompt="understand", fallback=True)
    assert told == [answered.origin]
    assert [call.outcome for call in calls] == ["refused_key"]
    (record,) = [record for record in caplog.records if record.name == "chatbot.language_model.fallback"]
    assert "understand" in record.getMessage()
    assert CLIENT_WORDS not in record.getMessage()


async def test_every_task_of_the_catalogue_stands_in(both: FallbackModel, fake: FakeOpenAI) -> None:
    fake.expect(*[fails(401)] * 3)
    assert (await both.draft(conversation())).origin.fallback
    assert (await both.revise(DRAFT, "drop it", conversation())).origin.fallback
    assert (await both.summarise(conversation())).origin.fallback


async def test_translating_and_hearing_have_no_second(both: FallbackModel, fake: FakeOpenAI) -> None:
    assert both.translates
    fake.expect(fails(401), fails(401))
    with pytest.raises(ModelError):
        await both.translate("hola", "en")
    with pytest.raises(ModelError):
        await both.transcribe(b"x", "a.ogg")
