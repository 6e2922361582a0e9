"""The whole bot with its people, as the journeys have it, for whom something breaks."""

from __future__ import annotations

import pytest
from faults.trouble import Complaints
from journeys.conftest import clock, open_shop, shop
from journeys.transcript import Stage

__all__ = ["clock", "complaints", "kim", "open_shop", "shop"]


@pytest.fixture
def complaints(caplog: pytest.LogCaptureFixture) -> Complaints:
    """What the bot says of its database."""
    return Complaints(caplog)


@pytest.fixture
async def kim(shop: Stage) -> Stage:
    """The shop, where Kim has begun to talk."""
    await shop.play("Kim start\nKim < Lantern Software")
    await shop.settled()
    return shop
