"""Button presses that wait for the bot's answer."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

VALID_SECONDS = 60.0


@dataclass(slots=True)
class Answer:
    """What the bot answered: a text shown as a toast, or as an alert; a link to open."""

    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(slots=True)
class Query:
    """A press, its time in Unix seconds, and the answer that somebody may wait for."""

    at: float
    answer: asyncio.Future[Answer]


class Queries:
    """Presses by query id; they grow too old after a minute and none outlives the server, as in life."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._queries: OrderedDict[str, Query] = OrderedDict()

    def open(self, query_id: str) -> asyncio.Future[Answer]:
        """Note a press; returns what will hold the answer."""
        self._forget_old()
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._queries[query_id] = Query(self._clock(), future)
        return future

    def answer(self, query_id: str, answer: Answer) -> bool:
        """Deliver an answer, the first one counts; False where the query is unknown or too old."""
        self._forget_old()
        query = self._queries.get(query_id)
        if query is None:
            return False
        if not query.answer.done():
            query.answer.set_result(answer)
        return True

    def _forget_old(self) -> None:
        oldest = self._clock() - VALID_SECONDS
        while self._queries:
            query_id = next(iter(self._queries))
            if self._queries[query_id].at >= oldest:
                return
            del self._queries[query_id]
