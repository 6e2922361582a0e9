"""The short form: a few kills, and controls that show that the checks see what they are there for.

The long one is `.venv/bin/python tests/torture --kills 300`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from torture.lives import Fate
from torture.run import Plan, Torture
from torture.watch import CONFIRMED


@pytest.mark.parametrize("grouped", [False, True], ids=["private chats", "a team group"])
async def test_a_bot_that_is_killed_again_and_again_loses_nothing_and_does_nothing_twice(
    tmp_path: Path, grouped: bool
) -> None:
    outcome = await Torture(Plan(kills=10, seed=1, grouped=grouped), tmp_path).run()
    assert outcome.kills == 10
    assert (outcome.verdict.lost, outcome.verdict.wrong) == ([], [])
    assert outcome.verdict.counts["leads"] >= 4


async def test_a_commit_that_is_not_awaited_is_seen(tmp_path: Path) -> None:
    # Killed as soon as Telegram forgets an update that is not yet in the database.
    plan = Plan(3, seed=1, sin="commit not awaited", fates=(Fate(CONFIRMED, 2),), patience=2)
    outcome = await Torture(plan, tmp_path).run()
    assert any("is in the inbox 0 times" in found for found in outcome.verdict.lost)
