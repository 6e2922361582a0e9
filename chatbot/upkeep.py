"""Chores on a database that no bot is at: a new DATA_KEY, and the return to a backup."""

from __future__ import annotations

from pathlib import Path

from chatbot.data_keys import change_from, change_in_file
from chatbot.database.migrate import upgrade
from chatbot.database.run_lock import run_lock
from chatbot.database.store import open_store
from chatbot.domain.errors import SettingsError, StorageError
from chatbot.settings import StorageSettings


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
