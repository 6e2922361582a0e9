"""Whether the database can be used."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Connection, text

from chatbot.data_keys import fitting_key
from chatbot.database.erasure_list import list_path, read_list
from chatbot.database.migrate import NEWEST, is_current
from chatbot.database.store import open_store
from chatbot.findings import Finding
from chatbot.settings import StorageSettings


class _UndoneError(Exception):
    """Raised to roll back what was only tried."""


async def check_database(settings: StorageSettings) -> list[Finding]:
    """Opens, can be written, is migrated, and belongs to DATA_KEY. Raises StorageError and SettingsError."""
    store = open_store(settings.database_url)
    list_file = (settings.erasures_file or list_path(store.path)).absolute()
    read_list(list_file)
    if settings.erasures_file is not None and not list_file.parent.is_dir():
        return [Finding("database", False, "the folder of ERASURES_FILE does not exist; make it, or name another")]
    if not store.path.exists():
        return [_about_new_file(store.path.absolute().parent.is_dir(), str(store.path))]
    await store.open()
    try:
        with suppress(_UndoneError):
            await store.run(_try_to_write)
        if not await store.run(is_current):
            sentence = f"{store.path} has an older version; `chatbot migrate` or the next start brings it to {NEWEST}"
            return [Finding("database", True, sentence)]
        await fitting_key(store, settings)
    finally:
        await store.close()
    return [Finding("database", True, f"{store.path} can be written, has version {NEWEST} and opens with DATA_KEY")]


def _about_new_file(folder_exists: bool, path: str) -> Finding:
    if folder_exists:
        return Finding("database", True, f"{path} does not exist yet; the first start makes it")
    return Finding("database", False, f"the folder of {path} does not exist; make it, or set DATABASE_URL to another")


def _try_to_write(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE check_of_writing (id INTEGER)"))
    raise _UndoneError
