"""Who was forgotten stays forgotten: the list of erasures, and a copy from before that is told it."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from database.conftest import START

from chatbot.database.erasure_rows import all_erasures, erase_again, erase_person
from chatbot.database.sealing import DataKey, Vault
from chatbot.database.step import Step
from chatbot.database.store import SqliteStore

if TYPE_CHECKING:
    from database.conftest import Clock, Journey

T = TypeVar("T")
MEI, LIN = 501, 502
Do = Callable[..., Any]


@pytest.fixture
def do(key_text: str, clock: Clock) -> Do:
    """Runs `function(step, *args)` in a transaction of the store."""

    async def run(store: SqliteStore, function: Callable[..., T], *args: Any) -> T:
        return await store.run(
            lambda connection: function(Step(connection, Vault(connection, DataKey(key_text)), clock(), bytes), *args)
        )

    return run


@pytest.fixture
async def copied(journey: Journey, tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A copy of the database in which both are still known."""
    await journey.contact(MEI, "Mei")
    await journey.contact(LIN, "Lin")
    await journey.store.close()
    shutil.copy(tmp_path / "bot.db", tmp_path / "copy.db")
    await journey.store.open()
    copy = SqliteStore(tmp_path / "copy.db")
    await copy.open()
    yield copy
    await copy.close()


def names(step: Step) -> list[str]:
    rows = step.connection.exec_driver_sql("SELECT name FROM contacts ORDER BY id").scalars().all()
    return [step.vault.open(name, "contacts.name") for name in rows]


async def test_an_erasure_is_listed_with_its_time_and_says_nothing_of_the_person(journey: Journey, do: Do) -> None:
    await journey.contact(MEI, "Mei")
    await do(journey.store, erase_person, MEI)
    listed: dict[str, datetime] = await do(journey.store, all_erasures)
    assert list(listed.values()) == [START]
    (fingerprint,) = listed
    assert re.fullmatch("[0-9a-f]{64}", fingerprint)


async def test_erasing_whom_we_do_not_know_lists_nothing(journey: Journey, do: Do) -> None:
    await do(journey.store, erase_person, MEI)
    assert await do(journey.store, all_erasures) == {}


async def test_whoever_comes_back_and_is_erased_again_is_listed_twice(
    journey: Journey, do: Do, clock: Clock, key_text: str
) -> None:
    await journey.contact(MEI, "Mei")
    await do(journey.store, erase_person, MEI)
    clock.forward(days=1)
    await journey.store.run(lambda c: Vault(c, DataKey(key_text)).seal(MEI, "back again", "messages.text"))
    await do(journey.store, erase_person, MEI)
    listed = await do(journey.store, all_erasures)
    assert list(listed.values()) == [START, clock()]


async def test_a_copy_from_before_forgets_whom_the_list_names_and_nobody_else(
    journey: Journey, copied: SqliteStore, do: Do
) -> None:
    await do(journey.store, erase_person, MEI)
    listed = await do(journey.store, all_erasures)
    assert await do(copied, names) == ["Mei", "Lin"]
    assert await do(copied, erase_again, listed) == 1
    assert await do(copied, names) == ["", "Lin"]
    assert await do(copied, all_erasures) == listed


async def test_telling_a_copy_twice_changes_nothing_more(
    journey: Journey, copied: SqliteStore, do: Do, clock: Clock
) -> None:
    await do(journey.store, erase_person, MEI)
    listed = await do(journey.store, all_erasures)
    await do(copied, erase_again, listed)
    clock.forward(days=9)
    assert await do(copied, erase_again, listed) == 0
    assert await do(copied, all_erasures) == listed


async def test_whoever_came_back_after_an_erasure_is_not_forgotten_again(
    journey: Journey, do: Do, key_text: str
) -> None:
    await journey.contact(MEI, "Mei")
    await do(journey.store, erase_person, MEI)
    listed = await do(journey.store, all_erasures)
    await journey.store.run(lambda c: Vault(c, DataKey(key_text)).seal(MEI, "back again", "messages.text"))
    assert await do(journey.store, erase_again, listed) == 0
