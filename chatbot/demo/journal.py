"""Which records have changed since they were last written down."""

import asyncio

Record = tuple[str, str]  # kind and key, as in the archive's table


class Journal:
    """Collects the names of changed records; without an archive it stays empty."""

    def __init__(self) -> None:
        self.recording = False
        self.changed = asyncio.Event()
        self._changed: dict[Record, None] = {}

    def note(self, kind: str, key: int | str) -> None:
        """This record was made, changed or removed."""
        if self.recording:
            self._changed[kind, str(key)] = None
            self.changed.set()

    def take(self) -> list[Record]:
        """All changed records, in the order of their first change; the journal is empty afterwards."""
        changed, self._changed = list(self._changed), {}
        self.changed.clear()
        return changed

    def put_back(self, records: list[Record]) -> None:
        """Records that could not be written are still to be written."""
        for record in records:
            self._changed[record] = None
        self.changed.set()
