"""Which DATA_KEY opens the database, and its change to a new one, which a crash at any point leaves usable.

With DATA_KEY_FILE a change goes: write the new key to `<file>.new` · seal the database with it, in one transaction ·
keep the old file under another name · give the new one its name. Cut off before the transaction, the old key fits and
`<file>.new` is stale; cut off after it, `<file>.new` fits, and the next start ends what was begun.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from chatbot.database.sealing import DataKey, check_data_key, fits, new_data_key, rewrap
from chatbot.database.store import SqliteStore
from chatbot.domain.errors import SettingsError
from chatbot.private_files import keep_as, put_in_place, read_private, write_private
from chatbot.settings import StorageSettings


def given_key(settings: StorageSettings) -> DataKey:
    """The key that the settings name."""
    return DataKey(settings.data_key.get_secret_value())


def key_in(file: Path) -> DataKey:
    """The key in a file. Raises SettingsError where that cannot be used."""
    if not file.exists():
        raise SettingsError(f"there is no key file {file}; name the file that holds the key")
    try:
        return DataKey(read_private(file))
    except ValueError as error:
        raise SettingsError(f"the key file {file} cannot be used: {error}") from None
    except SettingsError:
        how = "a key stands alone in its file, 32 bytes in base64url; `chatbot new-key` prints one"
        raise SettingsError(f"the key file {file} cannot be used: {how}") from None


async def fitting_key(store: SqliteStore, settings: StorageSettings) -> DataKey:
    """The key that the database is sealed with: the given one, or the new one of a change that was cut off.

    Raises SettingsError where neither fits. A new database takes the given one.
    """
    key, waiting = given_key(settings), _waiting(settings.data_key_file)
    if waiting is not None and not await store.run(fits, key) and await store.run(fits, waiting):
        return waiting
    await store.run(check_data_key, key)
    return key


async def settled_key(store: SqliteStore, settings: StorageSettings) -> DataKey:
    """As `fitting_key`; ends a change that was cut off. Only under the run-lock. Raises SettingsError."""
    key = await fitting_key(store, settings)
    if settings.data_key_file is not None and not await store.run(fits, given_key(settings)):
        try:
            _swap(settings.data_key_file)
        except OSError as error:
            raise _unwritable(error) from None
    return key


async def change_in_file(store: SqliteStore, settings: StorageSettings, file: Path) -> str:
    """Seal the database with a new key and put that into DATA_KEY_FILE; says what was done. Raises SettingsError."""
    old, text = await settled_key(store, settings), new_data_key()
    try:
        _new(file).unlink(missing_ok=True)  # of a change that was cut off before anything had changed
        write_private(_new(file), f"{text}\n")
        count = await _seal_anew(store, old, DataKey(text))
        kept = _swap(file)
    except OSError as error:
        raise _unwritable(error) from None
    keep = _until_when(f"Keep the old one, {kept},")
    return f"{count} keys are sealed with a new DATA_KEY, which {file} holds now. {keep}"


async def change_from(store: SqliteStore, settings: StorageSettings, file: Path) -> str:
    """Seal the database with the key in `file`, which is made unless it exists; says what was done and what to set.

    Raises SettingsError where the file cannot be used or holds the key that is in use; none is made where the given key
    does not fit.
    """
    given = given_key(settings)
    if not file.exists():  # noqa: ASYNC240 - nothing else runs here
        await store.run(check_data_key, given)
    new = _made(file)
    what_to_set = f"Set DATA_KEY to what stands in {file}, or DATA_KEY_FILE to its name, before the next start."
    if await store.run(fits, new):
        if await store.run(fits, given):
            raise SettingsError(f"{file} holds the DATA_KEY that is in use already; name a file that does not exist")
        return f"The database is sealed with the key in {file} already. {what_to_set}"
    count = await _seal_anew(store, given, new)
    return f"{count} keys are sealed with a new DATA_KEY. {what_to_set} {_until_when('Keep the old one')}"


async def _seal_anew(store: SqliteStore, old: DataKey, new: DataKey) -> int:
    count = await store.run(rewrap, old, new)
    await store.checkpoint()  # the old key opens nothing that is left in a file of ours
    return count


def _until_when(which: str) -> str:
    return f"{which} as long as you keep backups from before today: `chatbot restore --old-key-file` needs it."


def _made(file: Path) -> DataKey:
    try:
        if not file.exists():
            write_private(file, f"{new_data_key()}\n")
    except OSError as error:
        raise SettingsError(f"the key file {file} cannot be made: {error.strerror}") from None
    return key_in(file)


def _waiting(file: Path | None) -> DataKey | None:
    """The key of a change that was begun, if one was and it can be read."""
    try:
        return None if file is None else DataKey(read_private(_new(file)))
    except (ValueError, SettingsError):
        return None


def _unwritable(error: OSError) -> SettingsError:
    return SettingsError(f"the folder of DATA_KEY_FILE cannot be written: {error.strerror}; mend that")


def _swap(file: Path) -> Path:
    """The new key takes its place; where the old one is kept."""
    kept = file.with_name(f"{file.name}.until-{datetime.now(UTC):%Y%m%d-%H%M%S}")
    kept.unlink(missing_ok=True)
    keep_as(file, kept)
    put_in_place(_new(file), file)
    return kept


def _new(file: Path) -> Path:
    return file.with_name(f"{file.name}.new")
