"""The counter of changes, and those who wait for one."""

import asyncio
from collections import defaultdict

EVERYTHING = 0  # a key no chat has


class Changes:
    """Numbers every change; wakes whoever waits for a change of one chat, or of anything."""

    def __init__(self) -> None:
        self.seq = 0
        self._waiting: defaultdict[int, set[asyncio.Future[None]]] = defaultdict(set)

    def note(self, chat_id: int = EVERYTHING) -> int:
        """Count one change, wake the waiting, and return its number."""
        self.seq += 1
        for key in {chat_id, EVERYTHING}:
            for future in self._waiting.pop(key, ()):
                if not future.done():
                    future.set_result(None)
        return self.seq

    async def wait(self, key: int, seconds: float) -> bool:
        """Wait for the next change of `key`; False when the seconds passed without one."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[key].add(future)
        try:
            await asyncio.wait_for(future, seconds)
        except TimeoutError:
            return False
        finally:
            self._waiting[key].discard(future)
            if not self._waiting[key]:
                del self._waiting[key]
        return True

    def wake_all(self) -> None:
        """End every wait, as when the server closes."""
        for key in list(self._waiting):
            for future in self._waiting.pop(key):
                if not future.done():
                    future.set_result(None)
