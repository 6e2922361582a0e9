"""The language model behind any OpenAI-compatible server, with the prompts of `prompts/`.

Each task fills in its prompt, asks for a form and turns the answer into domain types. An answer that cannot be used
(cut off, refused, empty, malformed, against the form) is asked for once more with what was wrong; then ModelError.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from chatbot.domain.errors import ModelError
from chatbot.language_model.answer_forms import (
    DraftForm,
    RevisionForm,
    SummaryForm,
    TranslationForm,
    UnderstandingForm,
)
from chatbot.language_model.answer_size import read_bounded
from chatbot.language_model.answers import AnswerError, draft, read_form, understanding
from chatbot.language_model.chat_calls import CallError, ChatCalls
from chatbot.language_model.chat_reply import Reply
from chatbot.language_model.prompt_data import (
    brief_data,
    draft_data,
    known_messages,
    line_data,
    plain,
    quoted,
)
from chatbot.language_model.prompts import Prompt, Prompts
from chatbot.language_model.rest import Monotonic
from chatbot.language_model.retry_policy import Sleep
from chatbot.language_model.revisions import revised
from chatbot.use_cases.language_model import Answered, Conversation, Draft, Origin, Understanding

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")
FormT = TypeVar("FormT", bound=BaseModel)

OPENAI_URL = "https://api.openai.com/v1"
ASKED_AT_MOST = 2
MAX_SUMMARY, MAX_TRANSLATION = 2_000, 4_096
MAX_ECHO = 20_000

OnCall = Callable[[Origin], None]


@dataclass(frozen=True, slots=True)
class _Task:
    """One use of a prompt: what fills it in."""

    prompt: Prompt
    values: dict[str, str]


class OpenAIModel:
    """A LanguageModel that asks a server. `timeout` is that of one try, in seconds.

    `on_call` hears of every call, also of one that failed or whose answer was unusable: prompt, tokens, time,
    outcome, never a word of the conversation.
    """

    def __init__(  # noqa: PLR0913 - each is a setting or a collaborator, given once, in wiring.py
        self,
        api_key: str,
        base_url: str,
        model: str,
        timeout: float,
        prompts: Prompts,
        shop_name: str,
        *,
        transcription_model: str = "whisper-1",
        on_call: OnCall | None = None,
        sleep: Sleep = asyncio.sleep,
        clock: Monotonic = time.monotonic,
    ) -> None:
        client = _client(api_key, base_url, timeout)
        self._calls = ChatCalls(client, model, timeout, sleep, clock)
        self._model, self._transcription_model = model, transcription_model
        self._prompts, self._shop_name, self._on_call = prompts, shop_name, on_call

    @property
    def translates(self) -> bool:
        """A server translates and transcribes."""
        return True

    async def understand(self, conversation: Conversation) -> Answered[Understanding]:
        """What did the client say, and what would a good founder reply."""
        values = {
            "company": self._prompts.company,
            "client_language": quoted(conversation.language),
            "open_topics": quoted(conversation.open_topics),
            "brief": brief_data(conversation.brief),
            "earlier": line_data(conversation.history),
            "latest": line_data(conversation.new),
        }
        task, allowed = _Task(self._prompts.understand, values), self._prompts.company
        return await self._ask(task, UnderstandingForm, lambda form: understanding(form, conversation, allowed))

    async def draft(self, conversation: Conversation) -> Answered[Draft]:
        """From the brief to a mind map with effort, risks and open questions."""
        values = {"company": self._prompts.company, **_told(conversation)}
        values["client_language"] = quoted(conversation.language)
        task = _Task(self._prompts.draft, values)
        return await self._ask(task, DraftForm, lambda form: draft(form, conversation))

    async def revise(self, draft: Draft, words: str, conversation: Conversation) -> Answered[Draft]:
        """The draft after the founder's words, everything not named kept as it was."""
        values = {"company": self._prompts.company, **_told(conversation)}
        values |= {"client_language": quoted(draft.language), "draft": draft_data(draft)}
        values["founder_words"] = quoted(plain(words))
        known = known_messages(conversation)
        task = _Task(self._prompts.revise, values)
        return await self._ask(task, RevisionForm, lambda form: revised(draft, form, known))

    async def summarise(self, conversation: Conversation) -> Answered[str]:
        """A few sentences for whoever takes over, in the founder's language."""
        task = _Task(self._prompts.summarise, _told(conversation))
        return await self._ask(task, SummaryForm, lambda form: _some(form.summary, MAX_SUMMARY))

    async def translate(self, text: str, language: str) -> Answered[str]:
        """The text in another language (BCP 47), nothing added."""
        values = {"target_language": quoted(plain(language, 40)), "text": quoted(plain(text))}
        task = _Task(self._prompts.translate, values)
        return await self._ask(task, TranslationForm, lambda form: _some(form.translation, MAX_TRANSLATION))

    async def transcribe(self, sound: bytes, file_name: str) -> Answered[str]:
        """What a voice message says."""
        origin, started = Origin(self._transcription_model, prompt="transcribe"), time.monotonic()
        try:
            text = _some(await self._calls.transcribe(sound, file_name, self._transcription_model), 20_000)
        except (CallError, AnswerError) as failure:
            self._record(replace(origin, outcome=failure.outcome, milliseconds=_since(started)))
            raise ModelError(f"transcribe: {failure}") from None
        return Answered(text, self._record(replace(origin, milliseconds=_since(started))))

    async def check(self) -> None:
        """Ask for one word, to see whether key, address and model are right; ModelError says what is not."""
        try:
            await self._calls.complete([{"role": "user", "content": "Answer with the word: ready"}])
        except CallError as failure:
            raise ModelError(str(failure)) from None

    async def close(self) -> None:
        """Close the connections to the server."""
        await self._calls.close()

    async def _ask(self, task: _Task, form: type[FormT], convert: Callable[[FormT], T]) -> Answered[T]:
        messages = task.prompt.messages({"shop_name": self._shop_name} | task.values)
        spent = Origin(self._model, task.prompt.name, task.prompt.hash)
        asked = 0
        while True:
            asked += 1
            reply, origin = await self._call(task.prompt, messages, form)
            spent = _sum(spent, origin)
            try:
                value = convert(_read(form, reply))
            except AnswerError as wrong:
                self._record(replace(origin, outcome=wrong.outcome))
                if asked == ASKED_AT_MOST:
                    raise ModelError(f"{task.prompt.name}: no usable answer ({wrong.outcome})") from None
                messages = [*messages, *_again(reply, wrong)]
            else:
                self._record(origin)
                return Answered(value, spent)

    async def _call(
        self, prompt: Prompt, messages: list[dict[str, str]], form: type[BaseModel]
    ) -> tuple[Reply, Origin]:
        origin, started = Origin(self._model, prompt.name, prompt.hash), time.monotonic()
        try:
            reply = await self._calls.complete(messages, form)
        except CallError as failure:
            self._record(replace(origin, outcome=failure.outcome, milliseconds=_since(started)))
            raise ModelError(f"{prompt.name}: {failure}") from None
        return reply, replace(
            origin,
            input_tokens=reply.input_tokens,
            output_tokens=reply.output_tokens,
            milliseconds=_since(started),
        )

    def _record(self, origin: Origin) -> Origin:
        if self._on_call is not None:
            self._on_call(origin)
        return origin


def _client(api_key: str, base_url: str, timeout: float) -> AsyncOpenAI:
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient

    return AsyncOpenAI(
        api_key=api_key,
        base_url=base_url or OPENAI_URL,
        timeout=timeout,
        max_retries=0,  # retry_policy.py decides
        http_client=DefaultAsyncHttpxClient(event_hooks={"response": [read_bounded]}),
    )


def _told(conversation: Conversation) -> dict[str, str]:
    return {
        "founder_language": quoted(conversation.founder_language),
        "brief": brief_data(conversation.brief),
        "conversation": line_data((*conversation.history, *conversation.new)),
    }


def _read(form: type[FormT], reply: Reply) -> FormT:
    if reply.cut:
        raise AnswerError("truncated", "it was cut off at the limit of length; answer more briefly")
    if reply.refused:
        raise AnswerError("refusal", "it was a refusal; answer in the form, which has room for a concern")
    if not reply.text.strip():
        raise AnswerError("empty", "it was empty")
    return read_form(form, reply.text)


def _some(text: str, limit: int) -> str:
    text = plain(text.strip(), limit)
    if not text:
        raise AnswerError("empty", "the text is empty")
    return text


def _again(reply: Reply, wrong: AnswerError) -> list[dict[str, str]]:
    """What is sent after an unusable answer. One that was cut off is not shown again: it would be imitated."""
    shown = [] if reply.cut or not reply.text.strip() else [reply.text[:MAX_ECHO]]
    said = [{"role": "assistant", "content": text} for text in shown]
    words = f"Your last answer could not be used: {wrong}. Answer again with the whole JSON object, mended."
    return [*said, {"role": "user", "content": words}]


def _sum(spent: Origin, call: Origin) -> Origin:
    return replace(
        spent,
        input_tokens=spent.input_tokens + call.input_tokens,
        output_tokens=spent.output_tokens + call.output_tokens,
        milliseconds=spent.milliseconds + call.milliseconds,
    )


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
