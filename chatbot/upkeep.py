"""Chores on the database: its migration, a copy of it, a new DATA_KEY, the return to a backup."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chatbot.data_keys import change_from, change_in_file, fitting_key, given_key, key_in, settled_key
from chatbot.database.backup import backup
from chatbot.database.copying import clear
from chatbot.database.erasure_list import list_path, read_list, write_list
from chatbot.database.migrate import NEWEST, is_current, upgrade
from chatbot.database.restore import Restored, brought_to_today, copy_of, erasures_in, exchange
from chatbot.database.run_lock import run_lock
from chatbot.database.sealing import fits
from chatbot.database.store import SqliteStore, open_store
from chatbot.domain.errors import SettingsError, StorageError
from chatbot.settings import StorageSettings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


async def migrate(settings: StorageSettings) -> str:
    """Bring the database to the newest version; returns what was done, as a sentence. Raises StorageError."""
    store = open_store(settings.database_url)
    with run_lock(store.path):
        async with store:
            current = await store.run(is_current)
            await store.run(upgrade)
            await settled_key(store, settings)
    return f"{store.path} has the newest version {'already' if current else 'now'} ({NEWEST})"


async def back_up(settings: StorageSettings, path: Path) -> None:
    """Copy the database to `path`; the bot may go on meanwhile. Raises StorageError, and SettingsError, with nothing
    written, where DATA_KEY would not open the copy."""
    store = open_store(settings.database_url)
    if not store.path.is_file() or not store.path.stat().st_size:
        raise StorageError(f"there is no database at {store.path}; set DATABASE_URL to the one to back up")
    async with store:
        await fitting_key(store, settings)
        await backup(store, path)


async def rotate_key(settings: StorageSettings, new_file: Path | None) -> str:
    """Seal the database with a new DATA_KEY; says what was done and what to do. Raises SettingsError, StorageError."""
    file = settings.data_key_file
    if file is None and new_file is None:
        raise SettingsError("DATA_KEY is not in a file; name one for the new key: `chatbot rotate-key FILE`")
    if file is not None and new_file is not None:
        raise SettingsError("the new key goes into DATA_KEY_FILE by itself; write `chatbot rotate-key` only")
    store = open_store(settings.database_url)
    if not store.path.is_file():
        raise StorageError(f"there is no database at {store.path}; set DATABASE_URL to the one to seal anew")
    with run_lock(store.path):
        async with store:
            await store.run(upgrade)
            if file is not None:
                return await change_in_file(store, settings, file)
            return await change_from(store, settings, new_file or Path())


async def restore(settings: StorageSettings, backup: Path, old_key_file: Path | None = None) -> str:
    """Go back to a backup; says in sentences what was done. Raises SettingsError and StorageError, nothing changed.

    Whoever was forgotten since the backup was made is forgotten in it again. A backup from before a `rotate-key`
    opens with the key in `old_key_file` and is sealed with the key of today.
    """
    store = open_store(settings.database_url)
    database = Path(os.path.realpath(store.path))  # noqa: ASYNC240 - nothing else runs here
    erasures_file = settings.erasures_file or list_path(store.path)
    with run_lock(store.path):
        listed, readable = _known_erasures(database, erasures_file)
        copy = await asyncio.to_thread(copy_of, backup, database)
        try:
            restored = await _renewed(copy, backup, settings, listed, old_key_file)
            write_list(erasures_file, restored.erasures)
            kept = exchange(copy, database, datetime.now(UTC))
        finally:
            clear(copy)
    return "\n".join(_told(restored, store.path, backup, kept, readable))


def _known_erasures(database: Path, file: Path) -> tuple[dict[str, datetime], bool]:
    """All that the database to be replaced and the list can tell; False where neither was there to be read."""
    rows = erasures_in(database)
    known = {one: _EPOCH + timedelta(milliseconds=at) for one, at in (rows or {}).items()}
    return read_list(file) | known, file.exists() or (rows is not None and database.exists())


async def _renewed(
    copy: Path, backup: Path, settings: StorageSettings, listed: Mapping[str, datetime], old_key_file: Path | None
) -> Restored:
    """The copy brought to today: its tables, its key, its erasures."""
    async with SqliteStore(copy) as store:
        await store.run(is_current)  # raises where a newer program made it
        key = given_key(settings)
        old = key if old_key_file is None else key_in(old_key_file)
        if not await store.run(fits, old):
            raise SettingsError(
                f"the backup {backup} was sealed with another DATA_KEY; name the file that holds it: "
                "`chatbot restore FILE --old-key-file KEYFILE`"
            )
        await store.run(upgrade)
        restored = await store.run(brought_to_today, old, key, listed)
        await store.checkpoint()
    return restored


def _told(restored: Restored, path: Path, backup: Path, kept: Path | None, readable: bool) -> list[str]:
    newest = f"{restored.newest:%Y-%m-%d %H:%M} UTC" if restored.newest else "none"
    told = [
        f"{path} is now what {backup} held. Its newest entry: {newest}; what came after that is not in it.",
        f"Leads: {restored.leads}. People forgotten since then, and now again: {restored.erased}.",
        f"Messages that wait to be sent: {restored.waiting}; some may have been sent before and will come twice.",
    ]
    if not readable:
        told.append("No list of erasures was found: whoever was forgotten since then is known again; forget them.")
    if kept is not None:
        told.append(f"The database from before is kept as {kept}; delete it when all is well.")
    return told
