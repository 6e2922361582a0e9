"""Use cases over the real store, with a client, a founder and a lead at hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import ZONE, some_shop
from people_bench import CLIENT as BROUGHT
from people_bench import FOUNDER as ALEX
from people_bench import FRIEND, SECOND_FOUNDER, TEAM, Bench, CountingBytes, StandingClock
from shop_world import CLIENT, FOUNDER, Clock, World

from chatbot.database.migrate import upgrade
from chatbot.database.sealing import DataKey, check_data_key, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact
from chatbot.texts.speak import Texts


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(ZONE)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def world(tmp_path: Path, clock: Clock, texts: Texts) -> AsyncIterator[World]:
    key, store = DataKey(new_data_key()), SqliteStore(tmp_path / "bot.db")
    await store.open()
    await store.run(upgrade)
    await store.run(check_data_key, key)
    yield World(store, key, clock, texts)
    await store.close()


@pytest.fixture
async def client(world: World) -> Contact:
    return await world.person(CLIENT, "Lin")


@pytest.fixture
async def founder(world: World) -> Contact:
    return await world.person(FOUNDER, "Alex")


@pytest.fixture
async def lead(world: World, client: Contact) -> Lead:
    return await world.lead(client, title="A shop for tea")


@pytest.fixture
async def bench(tmp_path: Path, texts: Texts) -> AsyncIterator[Bench]:
    """A shop with two founders, one of whom has pressed Start."""
    key, store = DataKey(new_data_key()), SqliteStore(tmp_path / "bench.db")
    await store.open()
    await store.run(upgrade)
    await store.run(check_data_key, key)
    shop = replace(some_shop(), founder_ids=(ALEX, SECOND_FOUNDER), team_ids=(TEAM,))
    clock = StandingClock()
    bench = Bench(SqlSteps(store, key, shop, clock, CountingBytes()), clock, texts)
    await bench.meet(ALEX, "Alex Stone")
    yield bench
    await store.close()


@pytest.fixture
async def referred(bench: Bench) -> Bench:
    """A friend, and a client who came by the friend's link."""
    await bench.meet(FRIEND, "Marie Petit")
    await bench.command(FRIEND, "refer")
    link = bench.told[FRIEND][-2].attachment
    assert link is not None
    await bench.meet(BROUGHT, "Lin Wei", payload=link.data["link"].split("start=")[1])
    return bench
