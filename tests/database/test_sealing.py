"""What people wrote can be read with both keys, and with nothing less."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
from damage import damage
from database.conftest import START
from sqlalchemy import delete, text

from chatbot.database.migrate import upgrade
from chatbot.database.sealing import ERASED, SHOP, DataKey, Vault, check_data_key, new_data_key, rewrap
from chatbot.database.store import SqliteStore
from chatbot.database.tables import contact_keys, marks
from chatbot.domain.errors import SettingsError, StorageDamaged, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "A booking app for my mother's bakery 🥐 预订"


@pytest.fixture
def with_vault(store: SqliteStore, key_text: str) -> Callable[..., Any]:
    """Runs a function of a vault in a transaction of its own."""

    async def run(function: Callable[[Vault], Any], key: str = key_text) -> Any:
        return await store.run(lambda connection: function(Vault(connection, DataKey(key))))

    return run


async def test_what_was_sealed_opens_in_a_later_transaction(with_vault: Callable[..., Any]) -> None:
    sealed = await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text"))
    assert await with_vault(lambda vault: vault.open(sealed, "messages.text")) == WORDS
    assert b"bakery" not in sealed


async def test_the_same_words_never_look_the_same(with_vault: Callable[..., Any]) -> None:
    sealed = await with_vault(lambda vault: [vault.seal(501, WORDS, "messages.text") for _ in range(50)])
    assert len(set(sealed)) == 50


async def test_each_person_has_one_key_of_their_own(with_vault: Callable[..., Any], store: SqliteStore) -> None:
    for subject in (501, 502, 501, SHOP):
        await with_vault(lambda vault, subject=subject: vault.seal(subject, WORDS, "messages.text"))
    rows = await store.run(lambda c: c.execute(text("SELECT telegram_id, wrapped FROM contact_keys")).all())
    assert [telegram_id for telegram_id, _ in rows] == [501, 502, SHOP]
    assert len({wrapped for _, wrapped in rows}) == 3


async def test_a_destroyed_key_makes_everything_of_that_person_unreadable(with_vault: Callable[..., Any]) -> None:
    hers = await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text"))
    his = await with_vault(lambda vault: vault.seal(502, WORDS, "messages.text"))
    await with_vault(lambda vault: vault.destroy(501, START))
    assert await with_vault(lambda vault: vault.open(hers, "messages.text")) == ERASED
    assert await with_vault(lambda vault: vault.open(his, "messages.text")) == WORDS


async def test_whoever_comes_back_after_an_erasure_gets_a_new_key_that_opens_nothing_old(
    with_vault: Callable[..., Any],
) -> None:
    old = await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text"))
    await with_vault(lambda vault: vault.destroy(501, START))
    new = await with_vault(lambda vault: vault.seal(501, "back again", "messages.text"))
    assert await with_vault(lambda vault: vault.open(old, "messages.text")) == ERASED
    assert await with_vault(lambda vault: vault.open(new, "messages.text")) == "back again"


async def test_a_key_is_gone_at_once_within_the_transaction_that_destroys_it(with_vault: Callable[..., Any]) -> None:
    def seal_destroy_open(vault: Vault) -> tuple[str, str]:
        old = vault.seal(501, WORDS, "messages.text")
        vault.destroy(501, START)
        new = vault.seal(501, "back again", "messages.text")
        return vault.open(old, "messages.text"), vault.open(new, "messages.text")

    assert await with_vault(seal_destroy_open) == (ERASED, "back again")


async def test_the_shop_s_own_key_cannot_be_destroyed(with_vault: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match="never destroyed"):
        await with_vault(lambda vault: vault.destroy(SHOP, START))


async def test_a_value_opens_only_in_its_own_column(with_vault: Callable[..., Any]) -> None:
    sealed = await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text"))
    with pytest.raises(StorageError, match=r"value in leads\.title was changed outside"):
        await with_vault(lambda vault: vault.open(sealed, "leads.title"))


@pytest.mark.parametrize("position", [0, 10, 25, -1])
async def test_a_changed_value_does_not_open(with_vault: Callable[..., Any], position: int) -> None:
    changed = bytearray(await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text")))
    changed[position] ^= 0x81
    with pytest.raises(StorageError, match="changed outside"):
        await with_vault(lambda vault: vault.open(bytes(changed), "messages.text"))


async def test_a_value_relabelled_with_another_person_s_key_does_not_open(with_vault: Callable[..., Any]) -> None:
    hers = await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text"))
    his = await with_vault(lambda vault: vault.seal(502, WORDS, "messages.text"))
    with pytest.raises(StorageError, match="changed outside"):
        await with_vault(lambda vault: vault.open(his[:8] + hers[8:], "messages.text"))


async def test_the_keys_of_many_values_are_fetched_with_one_query(
    with_vault: Callable[..., Any], store: SqliteStore
) -> None:
    sealed = await with_vault(lambda vault: [vault.seal(n, str(n), "leads.title") for n in range(1, 41)])

    def count(vault: Vault) -> tuple[list[str], list[str]]:
        asked: list[str] = []
        raw = vault._connection.connection.dbapi_connection
        raw.set_trace_callback(asked.append)
        vault.expect([*sealed, None])
        opened = [vault.open(value, "leads.title") for value in sealed]
        raw.set_trace_callback(None)
        return opened, asked

    opened, asked = await with_vault(count)
    assert opened == [str(n) for n in range(1, 41)]
    assert len(asked) == 1


async def test_another_data_key_stops_the_start(store: SqliteStore, key_text: str) -> None:
    await store.run(check_data_key, DataKey(key_text))
    with pytest.raises(SettingsError, match=r"^DATA_KEY is not the one"):
        await store.run(check_data_key, DataKey(new_data_key()))


async def test_another_data_key_opens_no_person_s_key(with_vault: Callable[..., Any]) -> None:
    sealed = await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text"))
    with pytest.raises(SettingsError, match=r"^DATA_KEY does not open"):
        await with_vault(lambda vault: vault.open(sealed, "messages.text"), new_data_key())


async def test_a_person_s_key_that_was_changed_costs_nobody_else_theirs(
    with_vault: Callable[..., Any], store: SqliteStore
) -> None:
    hers, his = await with_vault(lambda vault: [vault.seal(n, WORDS, "messages.text") for n in (501, 502)])
    await store.run(damage, contact_keys.c.wrapped)

    def open_both(vault: Vault) -> str:
        vault.expect([hers, his])
        for _ in range(2):
            with pytest.raises(StorageDamaged, match=r"value in messages\.text was changed outside"):
                vault.open(hers, "messages.text")
        with pytest.raises(StorageDamaged, match="key was changed outside"):
            vault.seal(501, WORDS, "messages.text")
        return vault.open(his, "messages.text")

    assert await with_vault(open_both) == WORDS


async def test_a_key_that_was_changed_hinders_no_new_data_key_no_list_and_not_its_own_erasure(
    with_vault: Callable[..., Any], store: SqliteStore, key_text: str
) -> None:
    hers, his = await with_vault(lambda vault: [vault.seal(n, WORDS, "messages.text") for n in (501, 502)])
    await store.run(damage, contact_keys.c.wrapped)
    new = new_data_key()
    assert await store.run(rewrap, DataKey(key_text), DataKey(new)) == 1
    assert await with_vault(lambda vault: vault.open(his, "messages.text"), new) == WORDS
    assert list((await with_vault(lambda vault: vault.fingerprints(), new)).values()) == [502]
    await with_vault(lambda vault: vault.destroy(501, START), new)
    assert await with_vault(lambda vault: vault.open(hers, "messages.text"), new) == ERASED
    assert await with_vault(lambda vault: vault.open(his, "messages.text"), new) == WORDS


async def test_another_data_key_is_refused_even_where_the_mark_of_the_right_one_is_lost(
    with_vault: Callable[..., Any], store: SqliteStore
) -> None:
    sealed = await with_vault(lambda vault: vault.seal(501, WORDS, "messages.text"))
    await store.run(lambda connection: connection.execute(delete(marks)))
    with pytest.raises(SettingsError, match=r"^DATA_KEY does not open"):
        await store.run(rewrap, DataKey(new_data_key()), DataKey(new_data_key()))
    assert await with_vault(lambda vault: vault.open(sealed, "messages.text")) == WORDS


async def test_an_empty_database_takes_the_first_data_key(tmp_path: Any) -> None:
    store = SqliteStore(tmp_path / "new.db")
    await store.open()
    await store.run(upgrade)
    key = DataKey(new_data_key())
    await store.run(check_data_key, key)
    await store.run(check_data_key, key)
    await store.close()


def test_new_data_keys_are_valid_and_differ() -> None:
    first, second = new_data_key(), new_data_key()
    assert first != second
    assert len(base64.urlsafe_b64decode(first)) == 32
    DataKey(f" {first}\n")


@pytest.mark.parametrize("bad", ["", "short", "x" * 44, base64.b64encode(b"16 bytes exactly").decode(), "é" * 44])
def test_what_is_no_key_is_told_as_such_without_being_shown(bad: str) -> None:
    with pytest.raises(SettingsError, match=r"^DATA_KEY must be 32 bytes") as caught:
        DataKey(bad)
    assert not bad or bad not in str(caught.value)


def test_a_key_does_not_show_itself() -> None:
    key = new_data_key()
    assert key not in repr(DataKey(key))


async def test_a_blanked_value_reads_as_erased(with_vault: Callable[..., Any]) -> None:
    assert await with_vault(lambda vault: vault.open(None, "inbox.payload")) == ERASED
