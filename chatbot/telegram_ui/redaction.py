"""Keeps tokens and keys out of every log."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Iterator
from urllib.parse import quote

_LOUD = ("httpx", "httpcore", "telegram", "aiohttp.access", "aiosqlite", "sqlalchemy", "openai")
"""Loggers that print addresses with the token, or what people wrote, below WARNING."""

_HIDDEN = "[redacted]"


class Redaction(logging.Filter):
    """Takes secrets out of a record: out of its message, its arguments and its traceback."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        forms = {form for secret in secrets for form in _forms(secret)}
        self._secrets = sorted(forms, key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact; every record passes."""
        record.msg = self._clean(record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[0] is not None:
            # Without the exception's message, nor those of its causes: they may hold what a person wrote.
            record.exc_text = f"{''.join(traceback.format_tb(record.exc_info[2]))}{record.exc_info[0].__name__}"
        if record.exc_text:
            record.exc_text = self._clean(record.exc_text)
        if record.stack_info:
            record.stack_info = self._clean(record.stack_info)
        return True

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return text


def redact_logs(secrets: Iterable[str]) -> Redaction:
    """Put the filter on every handler that exists, and quieten the loggers that say too much.

    To be called once logging is configured. Returns the filter for handlers that are added later.
    """
    redaction = Redaction(secrets)
    for handler in _handlers():
        handler.addFilter(redaction)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram.ext").setLevel(logging.CRITICAL + 1)  # which prints whole updates when it stumbles
    return redaction


def _forms(secret: str) -> Iterator[str]:
    """The secret as it stands in addresses too; of a bot token also the half that is secret."""
    _, _, half = secret.partition(":")
    for part in (secret, half):
        if len(part) >= 8:
            yield part
            yield quote(part, safe="")


def _handlers() -> list[logging.Handler]:
    loggers: list[object] = [logging.getLogger(), *logging.Logger.manager.loggerDict.values()]
    found = [handler for logger in loggers if isinstance(logger, logging.Logger) for handler in logger.handlers]
    if logging.lastResort is not None:
        found.append(logging.lastResort)
    return list(dict.fromkeys(found))
