"""getUpdates: long polls, redelivery until confirmed, and one poller at a time."""

import asyncio

from chatbot.demo.errors import conflict
from chatbot.demo.model import Json
from chatbot.demo.params import Params
from chatbot.demo.updates import Update, UpdateQueue

LONGEST_POLL = 50.0
MOST_UPDATES = 100
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Polling:
    """Hands out the queue. The latest poll wins; the one that waits before it is told of the conflict."""

    def __init__(self, queue: UpdateQueue) -> None:
        self._queue = queue
        self._waiting: asyncio.Future[str] | None = None
        queue.on_arrival.append(self._wake)

    async def get_updates(self, params: Params) -> list[Json]:
        """Confirm below `offset`, then the pending updates; waits up to `timeout` seconds for the first."""
        self.end(OTHER_POLL)
        if params.has("allowed_updates"):
            self._queue.allow([str(kind) for kind in params.items("allowed_updates", "update kinds")])
        if params.integer("offset"):
            self._queue.confirm_before(params.integer("offset"))
        limit = min(max(params.integer("limit", MOST_UPDATES), 1), MOST_UPDATES)
        seconds = min(max(params.integer("timeout"), 0), LONGEST_POLL)
        if seconds and not self._queue.first(1):
            await self._arrival(seconds)
        return [update.payload() for update in self._queue.first(limit)]

    def end(self, words: str) -> None:
        """End the waiting poll, if there is one, with a conflict in these words ("" ends it in peace)."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(words)

    def _wake(self, _: Update) -> None:
        self.end("")

    async def _arrival(self, seconds: float) -> None:
        waiting: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        done, _ = await asyncio.wait([waiting], timeout=seconds)
        if self._waiting is waiting:
            self._waiting = None
        if done and waiting.result():
            raise conflict(waiting.result())
