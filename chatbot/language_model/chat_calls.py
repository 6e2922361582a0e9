"""Calls to an OpenAI-compatible server: the network, and nothing of what the answers mean.

A form is asked for by JSON schema; a server that answers 400 or 422 to that is asked for a JSON object, and if it
refuses this too, for text. What worked is remembered for the life of this object; so is that the server keeps
failing (rest.py), apart for chats and voices, which not every server takes. No error that leaves here holds
a word of the conversation or the key, nor does a log: what the SDK raises may quote both, so it is never chained.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from enum import IntEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from chatbot.language_model.answer_size import is_too_long
from chatbot.language_model.chat_reply import Reply, reply_in, transcript_in
from chatbot.language_model.openai_schema import response_format, spelled_out
from chatbot.language_model.rest import Monotonic, Rest
from chatbot.language_model.retry_policy import MAX_WAIT, Sleep, model_policy, retry_after

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")
log = logging.getLogger(__name__)


class AnswerMode(IntEnum):
    """How an answer of a certain form is asked for, the best first."""

    SCHEMA = 0
    JSON_OBJECT = 1
    TEXT = 2


class CallError(Exception):
    """No reply. `outcome` is one word for the record, the text a sentence for the operator."""

    def __init__(self, outcome: str, sentence: str) -> None:
        super().__init__(sentence)
        self.outcome = outcome


class ChatCalls:
    """One server and one model."""

    def __init__(
        self,
        client: AsyncOpenAI,
        model: str,
        timeout: float,
        sleep: Sleep = asyncio.sleep,
        clock: Monotonic = time.monotonic,
    ) -> None:
        self._client, self._model, self._timeout, self._sleep = client, model, timeout, sleep
        self._chats, self._voices = Rest(clock), Rest(clock)
        self.mode = AnswerMode.SCHEMA
        keep_quiet()

    async def complete(self, messages: list[dict[str, str]], form: type[BaseModel] | None = None) -> Reply:
        """One answer, of the form where one is given. Raises CallError."""
        if form is None:
            return await self._complete({"messages": messages})
        for mode in [mode for mode in AnswerMode if mode >= self.mode]:
            try:
                reply = await self._complete(_request(messages, form, mode))
            except CallError as failure:
                if failure.outcome != "refused_request" or mode is AnswerMode.TEXT:
                    raise
                continue
            self._remember(mode)
            return reply
        raise CallError("refused_request", "no way of asking was left")

    async def transcribe(self, sound: bytes, file_name: str, model: str) -> str:
        """The words of a sound file. Of its name only the ending is sent. Raises CallError."""
        name = "voice" + PurePath(file_name).suffix[:8]

        async def call() -> str:
            create = self._client.audio.transcriptions.with_raw_response.create
            return transcript_in((await create(model=model, file=(name, sound))).content)

        return await self._with_policy(call, self._voices)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    def _remember(self, mode: AnswerMode) -> None:
        if mode is not self.mode:
            log.warning("The model's server refuses %s; using %s from now on", self.mode.name, mode.name)
            self.mode = mode

    async def _complete(self, request: dict[str, Any]) -> Reply:
        async def call() -> Reply:
            create = self._client.chat.completions.with_raw_response.create
            return reply_in((await create(model=self._model, **request)).content)

        return await self._with_policy(call, self._chats)

    async def _with_policy(self, call: Callable[[], Awaitable[T]], rest: Rest) -> T:
        import openai

        if not rest.may_call():
            raise CallError("resting", "the model has failed again and again and is left alone for a while")

        async def bounded() -> T:
            async with asyncio.timeout(self._timeout):  # the SDK bounds each read, not the whole answer
                return await call()

        try:
            result: T = await model_policy(self._timeout, self._sleep)(bounded)
        except (openai.OpenAIError, TimeoutError, OSError, ValueError) as error:
            failure = _failure(error)
            _note(rest, failure, error)
        except BaseException:  # cancelled, or a fault of ours
            rest.cut_off()
            raise
        else:
            rest.answered()
            return result
        raise failure  # outside the block, so that the SDK's error is not even its context


_AWAY = {"timeout", "connection", "server_error", "rate_limited", "refused_key", "no_model"}


def _note(rest: Rest, failure: CallError, error: Exception) -> None:
    """Only what has nothing to do with the one conversation counts, so that no client can put the model to rest
    for everybody by what they write."""
    if failure.outcome not in _AWAY:
        rest.answered()
        return
    wait = retry_after(error)
    rest.failed(wait if wait is not None and wait > MAX_WAIT else None)


def _request(messages: list[dict[str, str]], form: type[BaseModel], mode: AnswerMode) -> dict[str, Any]:
    if mode is AnswerMode.SCHEMA:
        return {"messages": messages, "response_format": response_format(form)}
    first, *rest = messages
    told = [{**first, "content": f"{first['content']}\n\n{spelled_out(form)}"}, *rest]
    if mode is AnswerMode.JSON_OBJECT:
        return {"messages": told, "response_format": {"type": "json_object"}}
    return {"messages": told}


_REFUSALS = {
    401: ("refused_key", "the model's server refuses the key (401); look at OPENAI_API_KEY"),
    403: ("refused_key", "the model's server forbids this key the model (403); look at OPENAI_API_KEY"),
    404: ("no_model", "the model's server knows no such model or address (404); look at OPENAI_MODEL and _BASE_URL"),
    400: ("refused_request", "the model's server refuses the request (400)"),
    422: ("refused_request", "the model's server refuses the request (422)"),
    429: ("rate_limited", "the model's server limits us or the quota is used up (429)"),
}


def _failure(error: Exception) -> CallError:
    """The SDK's error as ours, without its text."""
    import openai

    if is_too_long(error):
        return CallError("too_long", "the model's server sent more than any answer needs; look at OPENAI_BASE_URL")
    if isinstance(error, openai.APITimeoutError | TimeoutError):
        return CallError("timeout", "the model did not answer in time (OPENAI_TIMEOUT)")
    if isinstance(error, openai.APIConnectionError | OSError):
        return CallError("connection", "the model's server cannot be reached; look at OPENAI_BASE_URL")
    if isinstance(error, openai.APIStatusError):
        code = error.status_code
        return CallError(*_REFUSALS.get(code, ("server_error", f"the model's server failed ({code})")))
    return CallError("unreadable", f"the model's server sent something unreadable ({type(error).__name__})")


class _AboveDebug(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING


_quiet = _AboveDebug()


def keep_quiet() -> None:
    """Below WARNING the SDK may log whole requests, clients' words included, and its transport the headers.

    A filter holds where a level does not: a level set on the root logger later would open them again.
    """
    names = ("openai", "httpx", "httpx2", "httpcore", "httpcore2")
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] in names:
            logging.getLogger(name).addFilter(_quiet)
