"""A value changed in the file, outside the bot."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, select, update


def damage(connection: Connection, column: Column[Any], byte: int = -1, bit: int = 1) -> None:
    """Turn one bit of what stands in this column of the table's oldest row."""
    number = column.table.c.id
    row_id, value = connection.execute(select(number, column).order_by(number).limit(1)).one()
    changed = bytearray(value)
    changed[byte] ^= bit
    connection.execute(update(column.table).where(number == row_id).values({column: bytes(changed)}))
