"""aiosqlite's connection with its thread within reach.

aiosqlite offers one hop into its thread for every statement; a transaction of many statements needs one hop in all.
The protected names used here (`_tx`, `_execute`, `_conn`, `_thread`) are those of aiosqlite 0.22: pyproject.toml
bounds the version, and a test fails where they change.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import aiosqlite

P = ParamSpec("P")
T = TypeVar("T")


class SqliteThread(aiosqlite.Connection):
    """A thread that owns one SQLite connection."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)

    async def start(self) -> sqlite3.Connection:
        """Start the thread and connect in it; raises what the connector raises, and then has stopped again."""
        try:
            await self
        except BaseException:
            # aiosqlite has told the thread to stop but does not wait for it, and the loop may end before the thread.
            await asyncio.to_thread(self._thread.join)
            raise
        return self._conn

    async def reach(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function returns or raises, run in the thread after all that was posted before."""
        result: T = await self._execute(function, *args, **kwargs)  # type: ignore[no-untyped-call]  # theirs
        return result

    def post(self, function: Callable[[], Any]) -> None:
        """Run the function in the thread, after all that was posted before; nobody waits for it.

        Only for functions that never raise and whose repr holds nothing private: aiosqlite logs it at DEBUG.
        """
        self._tx.put_nowait((None, function))
