"""A shop that people leave."""

from __future__ import annotations

import pytest
from people_bench import CLIENT, Bench


@pytest.fixture
async def client(bench: Bench) -> Bench:
    """A shop with a founder, and a client whom nobody brought."""
    await bench.meet(CLIENT, "Lin Wei")
    return bench
