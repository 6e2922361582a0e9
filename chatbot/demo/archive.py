"""State kept between starts: one SQLite file with a row for each person, chat, message, file and pending update."""

import json
import sqlite3
from pathlib import Path

from chatbot.demo.journal import Record

VERSION = 1
Row = tuple[str, str, str]  # kind, key, JSON
TABLE = """
CREATE TABLE IF NOT EXISTS record (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, name)
)
"""


class ArchiveError(Exception):
    """The folder's state cannot be read by this version."""


class Archive:
    """The file. Its methods block and are for a thread; one at a time.

    Written without waiting for the disk: a killed process loses nothing that was written, a power cut may.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise ArchiveError(f"{path.name} is no archive of this demo: move it away") from error

    def _prepare(self) -> None:
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            self._database.close()
            raise ArchiveError(f"the demo's state is of version {version}, not {VERSION}: use another folder")
        for statement in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=OFF",
            f"PRAGMA user_version={VERSION}",
            TABLE,
        ):
            self._database.execute(statement)

    def load(self, kind: str) -> list[Row]:
        """All records of a kind, in the order of their making."""
        found = self._database.execute("SELECT kind, name, body FROM record WHERE kind = ? ORDER BY number", (kind,))
        return found.fetchall()

    def save(self, rows: list[Row], gone: list[Record]) -> None:
        """Write records and remove others, all or nothing."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            self._database.executemany(
                "INSERT INTO record (kind, name, body) VALUES (?, ?, ?)"
                " ON CONFLICT (kind, name) DO UPDATE SET body = excluded.body",
                rows,
            )
            self._database.executemany("DELETE FROM record WHERE kind = ? AND name = ?", gone)
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def mark(self, closed: bool) -> bool:
        """Note whether the server runs or was closed in order; returns what was noted before (True at first)."""
        before = self.load("closed")
        self.save([("closed", "", json.dumps(closed))], [])
        return bool(json.loads(before[0][2])) if before else True

    def close(self) -> None:
        """Close the file."""
        self._database.close()
