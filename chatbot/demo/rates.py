"""Telegram's rates for new messages, kept only where somebody switches them on: beyond them a send gets 429."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from chatbot.demo.errors import too_many_requests

SENDING = ("send", "copy", "forward")  # how the methods that make messages begin
QUIET = {"sendchataction", "sendmessagedraft"}


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` sends in any `seconds`."""

    count: int
    seconds: float


# Telegram tells "about 1/s per chat, short bursts pass", 20 a minute in a group and about 30/s in all
PRIVATE_CHAT = Rate(5, 5.0)
GROUP = Rate(20, 60.0)
EVERYTHING = Rate(30, 1.0)
ALL_CHATS = 0  # a key no chat has


class Rates:
    """Counts sends by chat while `enforced`."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.enforced = False
        self._clock = clock
        self._sent: dict[int, deque[float]] = {}

    def check(self, method: str, chat_id: int) -> None:
        """Count a send to this chat, or raise error 429 with the whole seconds to wait."""
        if not self.enforced or not method.startswith(SENDING) or method in QUIET:
            return
        limits = ((chat_id, GROUP if chat_id < 0 else PRIVATE_CHAT), (ALL_CHATS, EVERYTHING))
        wait = max(self._wait(key, rate) for key, rate in limits)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for key, _ in limits:
            self._sent.setdefault(key, deque()).append(self._clock())

    def _wait(self, key: int, rate: Rate) -> float:
        sent, now = self._sent.get(key, deque()), self._clock()
        while sent and sent[0] <= now - rate.seconds:
            sent.popleft()
        return sent[0] + rate.seconds - now if len(sent) >= rate.count else 0.0
