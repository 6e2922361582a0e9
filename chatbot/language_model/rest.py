"""A model that keeps failing is left alone for a while, so that nobody waits for tries that will fail.

After FAILURES calls in a row that no server answered, calls are refused for REST seconds. Then a single call tries;
the others stay refused until it has ended. A server that itself asks for a longer wait than anybody would sit through
is left alone that long, up to LONGEST.
"""

from __future__ import annotations

import time
from collections.abc import Callable

FAILURES = 3
REST, LONGEST = 60.0, 600.0

Monotonic = Callable[[], float]


class Rest:
    """What is remembered of one way to a server. `clock` gives seconds that never run back."""

    def __init__(self, clock: Monotonic = time.monotonic) -> None:
        self._clock = clock
        self._failures, self._until = 0, 0.0
        self._trying = False  # the single call after a rest is under way

    def may_call(self) -> bool:
        """Whether a call may be made now; after a rest the first to ask is the one that tries."""
        if self._failures < FAILURES:
            return True
        if self._trying or self._clock() < self._until:
            return False
        self._trying = True
        return True

    def answered(self) -> None:
        """The server is there."""
        self._failures, self._trying = 0, False

    def failed(self, wait: float | None = None) -> None:
        """It is not. `wait`, in seconds, is what it asked for where that is longer than a call waits."""
        self._trying = False
        self._failures = self._failures + 1 if wait is None else FAILURES
        self._until = self._clock() + (REST if wait is None else min(wait, LONGEST))

    def cut_off(self) -> None:
        """The call ended without telling anything of the server."""
        self._trying = False
