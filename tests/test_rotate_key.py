"""`chatbot rotate-key`: everything is read as before with the new key and nothing with the old one, whatever comes."""

from __future__ import annotations

import asyncio
import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes import some_shop
from power_cuts import cut_everywhere

from chatbot.data_keys import settled_key
from chatbot.database.erasure_rows import erase_person
from chatbot.database.migrate import upgrade
from chatbot.database.run_lock import run_lock
from chatbot.database.sealing import DataKey, check_data_key, fits, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import SettingsError, StorageError
from chatbot.private_files import read_private, write_private
from chatbot.settings import Settings, StorageSettings, read
from chatbot.upkeep import rotate_key

OLD = new_data_key()
MEI, LIN = 501, 502


def clock() -> datetime:
    return datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


async def names(folder: Path, key: str) -> list[str]:
    """Whom the database knows, opened with this key."""
    async with SqliteStore(folder / "bot.db") as store:
        await store.run(check_data_key, DataKey(key))
        steps = SqlSteps(store, DataKey(key), some_shop(), clock, bytes)
        people = [await steps.run(lambda t, one=one: t.contacts.by_telegram(one)) for one in (MEI, LIN)]
    return [person.name for person in people if person]


def key_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("data.key*"))


@pytest.fixture(autouse=True)
async def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database with two people, sealed with OLD, and an environment that names it and no key."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'bot.db'}")
    async with SqliteStore(tmp_path / "bot.db") as store:
        await store.run(upgrade)
        await store.run(check_data_key, DataKey(OLD))
        steps = SqlSteps(store, DataKey(OLD), some_shop(), clock, bytes)
        for person, name in ((MEI, "Mei"), (LIN, "Lin")):
            await steps.run(lambda t, person=person, name=name: t.contacts.add(person, name, "", "en"))


@pytest.fixture
def in_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_private(tmp_path / "data.key", OLD)
    monkeypatch.setenv("DATA_KEY_FILE", str(tmp_path / "data.key"))
    return tmp_path / "data.key"


@pytest.fixture
def in_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_KEY", OLD)


async def test_a_key_in_its_file_is_changed_there_and_the_old_one_kept(in_file: Path, tmp_path: Path) -> None:
    said = await rotate_key(read(StorageSettings), None)
    new = read_private(in_file)
    assert new != OLD
    assert await names(tmp_path, new) == ["Mei", "Lin"]
    with pytest.raises(SettingsError, match="not the one"):
        await names(tmp_path, OLD)
    _, kept = key_files(tmp_path)
    assert kept.name.startswith("data.key.until-")
    assert (read_private(kept), kept.name in said, "2 keys" in said) == (OLD, True, True)
    assert new not in said
    assert OLD not in said


async def test_a_key_in_the_environment_is_changed_for_the_one_in_the_file_that_is_made(
    in_environment: None, tmp_path: Path
) -> None:
    said = await rotate_key(read(StorageSettings), tmp_path / "new.key")
    new = read_private(tmp_path / "new.key")
    assert await names(tmp_path, new) == ["Mei", "Lin"]
    assert f"Set DATA_KEY to what stands in {tmp_path / 'new.key'}" in said
    assert new not in said


async def test_doing_it_twice_says_that_it_is_done(in_environment: None, tmp_path: Path) -> None:
    await rotate_key(read(StorageSettings), tmp_path / "new.key")
    assert "already" in await rotate_key(read(StorageSettings), tmp_path / "new.key")
    assert await names(tmp_path, read_private(tmp_path / "new.key")) == ["Mei", "Lin"]


async def test_a_key_of_ones_own_is_taken_where_nobody_else_can_read_it(in_environment: None, tmp_path: Path) -> None:
    mine = new_data_key()
    write_private(tmp_path / "new.key", mine)
    (tmp_path / "new.key").chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        await rotate_key(read(StorageSettings), tmp_path / "new.key")
    (tmp_path / "new.key").chmod(0o600)
    await rotate_key(read(StorageSettings), tmp_path / "new.key")
    assert await names(tmp_path, mine) == ["Mei", "Lin"]


async def test_the_key_in_use_is_no_new_one(in_environment: None, tmp_path: Path) -> None:
    write_private(tmp_path / "new.key", OLD)
    with pytest.raises(SettingsError, match="in use already"):
        await rotate_key(read(StorageSettings), tmp_path / "new.key")


async def test_without_a_place_for_the_new_key_nothing_is_changed(in_environment: None, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="rotate-key FILE"):
        await rotate_key(read(StorageSettings), None)
    with pytest.raises(SettingsError, match="cannot be made"):
        await rotate_key(read(StorageSettings), tmp_path / "nowhere" / "new.key")
    assert await names(tmp_path, OLD) == ["Mei", "Lin"]


async def test_while_a_bot_runs_nothing_is_changed(in_file: Path, tmp_path: Path) -> None:
    with run_lock(tmp_path / "bot.db"), pytest.raises(StorageError, match="stop it first"):
        await rotate_key(read(StorageSettings), None)
    assert key_files(tmp_path) == [in_file]


async def test_another_key_than_the_databases_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_KEY", new_data_key())
    with pytest.raises(SettingsError, match="not the one"):
        await rotate_key(read(StorageSettings), tmp_path / "new.key")
    assert await names(tmp_path, OLD) == ["Mei", "Lin"]
    assert not (tmp_path / "new.key").exists()


async def test_a_file_that_holds_something_else_than_a_key_is_named(in_environment: None, tmp_path: Path) -> None:
    write_private(tmp_path / ".env", "SHOP_NAME=hush\n")
    with pytest.raises(SettingsError) as refused:
        await rotate_key(read(StorageSettings), tmp_path / ".env")
    assert f"the key file {tmp_path / '.env'} cannot be used" in str(refused.value)
    assert "hush" not in str(refused.value)
    assert (tmp_path / ".env").read_text("utf-8") == "SHOP_NAME=hush\n"


async def test_whoever_was_forgotten_is_known_by_the_same_fingerprint_after_it(in_file: Path, tmp_path: Path) -> None:
    def forget(t: object) -> None:
        erase_person(t.contacts._step, MEI)  # type: ignore[attr-defined]

    old_copy = (tmp_path / "bot.db").read_bytes()
    await rotate_key(read(StorageSettings), None)
    async with SqliteStore(tmp_path / "bot.db") as store:
        steps = SqlSteps(store, await settled_key(store, read(StorageSettings)), some_shop(), clock, bytes)
        await steps.run(forget)
    (tmp_path / "bot.db").write_bytes(old_copy)
    async with SqliteStore(tmp_path / "bot.db") as store:
        assert await SqlSteps(store, DataKey(OLD), some_shop(), clock, bytes).settle_erasures() == 1


@pytest.mark.usefixtures("without_second_names")
async def test_where_a_file_has_one_name_only_the_key_is_changed_all_the_same(in_file: Path, tmp_path: Path) -> None:
    await rotate_key(read(StorageSettings), None)
    assert await names(tmp_path, read_private(in_file)) == ["Mei", "Lin"]
    _, kept = key_files(tmp_path)
    assert read_private(kept) == OLD


async def test_a_change_that_cannot_be_ended_says_so_at_the_start_and_is_ended_by_the_next(
    in_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _kept: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr("chatbot.data_keys.keep_as", full)
        for begin in (rotate_key(read(StorageSettings), None), key_after_start(tmp_path)):
            with pytest.raises(SettingsError, match="No space left"):
                await begin
    assert await key_after_start(tmp_path) != OLD


async def test_killed_before_any_step_the_next_start_opens_everything(in_file: Path, tmp_path: Path) -> None:
    begin, runs = tmp_path / "begin", tmp_path / "runs"
    begin.mkdir()
    runs.mkdir()
    for name in ("bot.db", "data.key"):
        (tmp_path / name).rename(begin / name)
    settings = {"DATABASE_URL": "sqlite:///{here}/bot.db", "DATA_KEY_FILE": "{here}/data.key"}
    count = await asyncio.to_thread(cut_everywhere, begin, runs, "rotate-key", **settings)
    keys = {await key_after_start(runs / str(number)) == OLD for number in range(1, count + 1)}
    assert keys == {True, False}  # some were killed before the change, some after it


async def key_after_start(folder: Path) -> str:
    """What DATA_KEY_FILE holds after a start as the bot's, in which everything can be read."""
    settings = StorageSettings(database_url=f"sqlite:///{folder / 'bot.db'}", data_key_file=folder / "data.key")
    async with SqliteStore(folder / "bot.db") as store:
        key = await settled_key(store, settings)
        assert await store.run(fits, key)
    text = read_private(folder / "data.key")
    assert await names(folder, text) == ["Mei", "Lin"]
    return text
