"""A folder with a database and its backup, as the tests of `chatbot restore` need it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fakes import some_shop

from chatbot.data_keys import settled_key
from chatbot.database.backup import backup
from chatbot.database.erasure_rows import erase_person
from chatbot.database.migrate import upgrade
from chatbot.database.sealing import new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.settings import StorageSettings
from chatbot.use_cases.ports import Transaction

KEY = new_data_key()
MEI, LIN, LATE = 501, 502, 503


def clock() -> datetime:
    return datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class Place:
    """A folder with a database, its backup, and what can be done with them."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "bot.db"
        self.backup = folder / "copy.db"
        self.list = folder / "bot.db.erasures"

    async def do(self, *use_cases: Any, key: str = KEY) -> list[Any]:
        """Start as the bot does and run the use cases."""
        settings = StorageSettings(database_url=f"sqlite:///{self.database}", data_key=key)
        async with SqliteStore(self.database) as store:
            await store.run(upgrade)
            steps = SqlSteps(store, await settled_key(store, settings), some_shop(), clock, bytes)
            await steps.settle_erasures()
            return [await steps.run(one) for one in use_cases]

    async def names(self, key: str = KEY) -> list[str]:
        (found,) = await self.do(names, key=key)
        return list(found)

    async def back_up(self) -> None:
        await backup(SqliteStore(self.database), self.backup)

    def bytes(self) -> bytes:
        return self.database.read_bytes()

    def beside(self) -> set[str]:
        return {file.name for file in self.database.parent.iterdir()}

    def lay(self, contents: dict[str, bytes]) -> None:
        """The database and its log as somebody left them."""
        for ending, content in contents.items():
            Path(f"{self.database}{ending}").write_bytes(content)

    def with_log(self, database: Path) -> dict[str, bytes]:
        return {ending: Path(f"{database}{ending}").read_bytes() for ending in ("", "-wal")}

    def kept(self) -> Path:
        return min(self.database.parent.glob("*.before-restore-*"))

    def has_an_alias(self) -> bool:
        return any(file.samefile(self.database) for file in self.database.parent.glob("*before*"))


def names(tx: Transaction) -> list[str]:
    found = [tx.contacts.get(number + 1) for number in range(count(tx))]
    return [contact.name for contact in found]


def count(tx: Transaction) -> int:
    rows = tx.contacts._step.connection.exec_driver_sql("SELECT count(*) FROM contacts")  # type: ignore[attr-defined]
    return int(rows.scalar_one())


def joins(telegram_id: int, name: str) -> Any:
    return lambda tx: tx.contacts.add(telegram_id, name, "", "en")


def forgotten(telegram_id: int) -> Any:
    return lambda tx: erase_person(tx.contacts._step, telegram_id)
