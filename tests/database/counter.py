"""A table of one number, to see whether what was counted is there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, text


def create(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE counter (n INTEGER NOT NULL UNIQUE)"))
    connection.execute(text("INSERT INTO counter VALUES (0)"))


def increment(connection: Connection) -> int:
    seen = read(connection)
    connection.execute(text("UPDATE counter SET n = :n"), {"n": seen + 1})
    return seen + 1


def read(connection: Connection) -> int:
    n: int = connection.execute(text("SELECT n FROM counter")).scalar_one()
    return n


def committed(path: Path) -> int:
    """What another connection sees: only what is committed."""
    other = sqlite3.connect(path)
    try:
        n: int = other.execute("SELECT n FROM counter").fetchone()[0]
    finally:
        other.close()
    return n
