"""The only place that starts detached tasks: none is lost, every error is reported, all end with `close`."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import traceback
from collections.abc import Callable, Coroutine
from typing import Any

_log = logging.getLogger(__name__)


class Background:
    """Starts tasks and keeps them until they end.

    An exception in a task goes to `on_error` (name, exception); without one, to the log with its traceback but
    without its message, which may hold what a person wrote.
    """

    def __init__(self, on_error: Callable[[str, BaseException], None] | None = None) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._on_error = on_error or _log_error

    def start(self, coroutine: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Run the coroutine beside everything else."""
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def runs(self, name: str) -> bool:
        """Whether a task of this name is under way."""
        return any(task.get_name() == name for task in self._tasks)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(task.get_name(), error)

    async def close(self) -> None:
        """Cancel what still runs and wait until it has ended. To be called from outside the tasks."""
        while tasks := list(self._tasks):
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)


def told(error: BaseException) -> str:
    """An exception for the log: its type and where it came from, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "an unknown place"
    return f"{type(error).__name__} at {place}"


def why_not(error: OSError) -> str:
    """Why a port cannot be listened on. What asyncio says of it repeats the address as Python writes it."""
    if error.errno == errno.EADDRINUSE:
        return "another program uses it"
    return os.strerror(error.errno) if error.errno and error.errno > 0 else str(error.strerror)


def _log_error(name: str, error: BaseException) -> None:
    trace = "".join(traceback.format_tb(error.__traceback__))
    _log.error("task %s ended with %s\n%s", name, told(error), trace)
