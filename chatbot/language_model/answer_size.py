"""A limit on what a server may send: its answers are read into memory, so an endless one must end somewhere."""

from __future__ import annotations

from typing import Any

MAX_BYTES = 2_000_000


class AnswerTooLongError(ValueError):
    """The body of an answer is larger than MAX_BYTES."""


async def read_bounded(response: Any) -> None:
    """An HTTP client's hook: read the body, unpacked, and give up where it is too long."""
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > MAX_BYTES:
            await response.aclose()
            raise AnswerTooLongError
    response._content = bytes(body)  # noqa: SLF001 - what httpx's own aread() sets; it has no public way to do this


def is_too_long(error: BaseException) -> bool:
    """Whether a call failed because its answer was too long; the SDK may have wrapped the error, or not."""
    return isinstance(error, AnswerTooLongError) or isinstance(error.__cause__, AnswerTooLongError)
