"""A model with the catalogue behind it: a model that is down, slow or wrong never costs an answer."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from chatbot.domain.errors import ModelError
from chatbot.use_cases.language_model import (
    Answered,
    Conversation,
    Draft,
    LanguageModel,
    Origin,
    Understanding,
)

T = TypeVar("T")
log = logging.getLogger(__name__)


class FallbackModel:
    """Each task goes to `primary`; where that raises ModelError, or a conversation is frugal, the catalogue answers,
    marked as fallback.

    Translating and transcribing have no second: they raise. `on_call` hears of each answer that the catalogue gave
    instead; give it to the primary model as well, which tells it of its own calls and failures.
    """

    def __init__(
        self,
        primary: LanguageModel,
        catalogue: LanguageModel,
        on_call: Callable[[Origin], None] | None = None,
    ) -> None:
        self._primary, self._catalogue, self._on_call = primary, catalogue, on_call

    @property
    def translates(self) -> bool:
        """Whether the primary model translates."""
        return self._primary.translates

    async def understand(self, conversation: Conversation) -> Answered[Understanding]:
        """As LanguageModel.understand; never raises ModelError."""
        return await self._try(
            "understand",
            conversation.frugal,
            lambda: self._primary.understand(conversation),
            lambda: self._catalogue.understand(conversation),
        )

    async def draft(self, conversation: Conversation) -> Answered[Draft]:
        """As LanguageModel.draft; never raises ModelError."""
        return await self._try(
            "draft",
            conversation.frugal,
            lambda: self._primary.draft(conversation),
            lambda: self._catalogue.draft(conversation),
        )

    async def revise(self, draft: Draft, words: str, conversation: Conversation) -> Answered[Draft]:
        """As LanguageModel.revise; never raises ModelError."""
        return await self._try(
            "revise",
            conversation.frugal,
            lambda: self._primary.revise(draft, words, conversation),
            lambda: self._catalogue.revise(draft, words, conversation),
        )

    async def summarise(self, conversation: Conversation) -> Answered[str]:
        """As LanguageModel.summarise; never raises ModelError."""
        return await self._try(
            "summarise",
            conversation.frugal,
            lambda: self._primary.summarise(conversation),
            lambda: self._catalogue.summarise(conversation),
        )

    async def translate(self, text: str, language: str) -> Answered[str]:
        """As LanguageModel.translate; raises ModelError: the catalogue cannot."""
        return await self._primary.translate(text, language)

    async def transcribe(self, sound: bytes, file_name: str) -> Answered[str]:
        """As LanguageModel.transcribe; raises ModelError: the catalogue cannot."""
        return await self._primary.transcribe(sound, file_name)

    async def _try(
        self,
        task: str,
        frugal: bool,
        ask: Callable[[], Awaitable[Answered[T]]],
        fall_back: Callable[[], Awaitable[Answered[T]]],
    ) -> Answered[T]:
        try:
            if not frugal:
                return await ask()
            log.info("The catalogue answers %s: the model is spared", task)
        except ModelError as error:
            log.warning("The catalogue answers %s instead of the model: %s", task, error)
        answered = await fall_back()
        marked = replace(answered, origin=replace(answered.origin, prompt=task, fallback=True))
        if self._on_call is not None:
            self._on_call(marked.origin)
        return marked
