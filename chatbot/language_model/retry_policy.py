"""When a call to the model's server is made again, and after how long.

Tried again: a connection that failed, a timeout, 408, 409, 429, 5xx. At most three tries, none begun once twice
the timeout has passed. A server that names its own wait is obeyed up to MAX_WAIT seconds; one that asks for more is
given up at once, because the catalogue's answer now is worth more to a client than a better one in minutes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    stop_after_delay,
    wait_exponential,
    wait_random,
)

from chatbot.language_model.answer_size import is_too_long

TRIES = 3
MAX_WAIT = 20.0

Sleep = Callable[[float], Awaitable[None]]
_backoff = wait_exponential(multiplier=0.5, max=8.0) + wait_random(0, 0.5)


def model_policy(timeout: float, sleep: Sleep = asyncio.sleep) -> AsyncRetrying:
    """The policy around one network call; `timeout` is that of a single try, in seconds."""
    return AsyncRetrying(
        retry=retry_if_exception(is_transient),
        stop=stop_after_attempt(TRIES) | stop_after_delay(2 * timeout),
        wait=_wait,
        sleep=sleep,
        reraise=True,
    )


def is_transient(error: BaseException) -> bool:
    """Whether the same call may well succeed in a moment."""
    import openai

    if isinstance(error, openai.APIConnectionError | TimeoutError):
        return not is_too_long(error)
    if not isinstance(error, openai.APIStatusError):
        return False
    if error.code == "insufficient_quota":
        return False
    wait = retry_after(error)
    busy = error.status_code in {408, 409, 429} or error.status_code >= 500
    return busy and (wait is None or wait <= MAX_WAIT)


def retry_after(error: BaseException | None) -> float | None:
    """Seconds that the server asks to wait (`retry-after` as seconds or as a date), or None."""
    response = getattr(error, "response", None)
    if response is None:
        return None
    value = str(response.headers.get("retry-after", ""))
    try:
        return max(0.0, float(value))
    except ValueError:
        return _until(value)


def _until(value: str) -> float | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _wait(state: RetryCallState) -> float:
    asked = retry_after(state.outcome.exception() if state.outcome else None)
    return asked if asked is not None else _backoff(state)
