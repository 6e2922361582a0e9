"""The update being handled, so that a handler's step finishes its inbox row in the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

from chatbot.use_cases.ports import Steps, Transaction

T = TypeVar("T")


@dataclass(slots=True)
class Handling:
    """One inbox row on its way: whether its step has committed, and the exception that a handler ended with."""

    inbox_id: int
    done: bool = False
    error: Exception | None = None


CURRENT: ContextVar[Handling] = ContextVar("handling")
"""Set by the dispatcher for the task that handles the row."""


async def finish(steps: Steps, use_case: Callable[..., T], *args: Any) -> T:
    """Run the use case and mark the row done, in one transaction."""
    handling = CURRENT.get()
    result: T = await steps.run(_finishing, handling.inbox_id, use_case, args)
    handling.done = True
    return result


def _finishing(tx: Transaction, inbox_id: int, use_case: Callable[..., T], args: tuple[Any, ...]) -> T:
    result = use_case(tx, *args)
    tx.inbox.done(inbox_id)
    return result


def nothing(_tx: Transaction) -> None:
    """For what the bot takes note of and does nothing about."""
