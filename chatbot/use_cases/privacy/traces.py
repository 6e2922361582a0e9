"""The port to what stays in the queues after people and updates are done with."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Traces(Protocol):
    """Ids and rows that nobody needs any more."""

    def wipe(self) -> bool: ...  # of people whom nobody knows; False: something of theirs is still under way
    def prune(self, before: datetime) -> None: ...  # queue rows that were done before
