"""DATA_KEY from a file: only from one that nobody else can open, and never shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chatbot.database.sealing import new_data_key
from chatbot.domain.errors import SettingsError
from chatbot.private_files import keep_as, write_private
from chatbot.settings import Settings, StorageSettings, read

KEY = new_data_key()


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_private(tmp_path / "data.key", KEY)
    monkeypatch.setenv("DATA_KEY_FILE", str(tmp_path / "data.key"))
    return tmp_path / "data.key"


@pytest.mark.usefixtures("without_second_names")
def test_where_a_file_has_one_name_only_a_copy_for_us_alone_is_kept(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"words")
    keep_as(tmp_path / "one", tmp_path / "two")
    assert ((tmp_path / "two").read_bytes(), (tmp_path / "two").stat().st_mode & 0o777) == (b"words", 0o600)
    with pytest.raises(FileExistsError):
        keep_as(tmp_path / "one", tmp_path / "two")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one", "two"]


def refusal() -> str:
    with pytest.raises(SettingsError) as raised:
        read(StorageSettings)
    assert KEY not in str(raised.value)
    return str(raised.value)


def test_the_key_is_read_from_its_file(key_file: Path) -> None:
    settings = read(StorageSettings)
    assert settings.data_key.get_secret_value() == KEY
    assert KEY not in repr(settings)


def test_the_file_may_be_named_in_the_settings_file(tmp_path: Path) -> None:
    write_private(tmp_path / "data.key", KEY)
    (tmp_path / ".env").write_text("DATA_KEY=\nDATA_KEY_FILE=data.key\n", encoding="utf-8")
    assert read(StorageSettings).data_key.get_secret_value() == KEY


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o610])
def test_a_file_that_others_may_open_is_refused(key_file: Path, mode: int) -> None:
    key_file.chmod(mode)
    assert "chmod 600" in refusal()


def test_a_file_that_only_its_owner_may_read_is_taken(key_file: Path) -> None:
    key_file.chmod(0o400)
    assert read(StorageSettings).data_key.get_secret_value() == KEY


def test_somebody_elses_file_is_refused(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: key_file.stat().st_uid + 1)
    assert "belongs to another user" in refusal()


def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    for name in ("pipe", "."):
        monkeypatch.setenv("DATA_KEY_FILE", str(tmp_path / name))
        assert "plain file" in refusal()


def test_a_key_where_the_files_name_belongs_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_KEY_FILE", KEY)
    assert "cannot be read" in refusal()


def test_a_file_without_a_key_is_refused(key_file: Path) -> None:
    key_file.write_text("no key\n", encoding="utf-8")
    assert "`chatbot new-key` prints one" in refusal()


def test_two_keys_are_one_too_many(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_KEY", new_data_key())
    assert "both set" in refusal()


def test_a_key_file_is_made_for_its_owner_alone_and_never_over_another(tmp_path: Path) -> None:
    write_private(tmp_path / "data.key", KEY)
    assert (tmp_path / "data.key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        write_private(tmp_path / "data.key", new_data_key())
