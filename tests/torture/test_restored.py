"""A backup that is taken while the bot runs, and restored, stands up to the same checks as the database itself."""

from __future__ import annotations

import json
from pathlib import Path

from torture.calm import Calm
from torture.checks import judge
from torture.reading import read_all
from torture.run import Plan, Torture

from chatbot.settings import GivenSettings
from chatbot.upkeep import back_up, restore


class BackedUp(Torture):
    """A run that takes a backup when all is said, while its bot still runs."""

    async def _last_words(self, calm: Calm) -> None:
        await super()._last_words(calm)
        await back_up(settings_in(self._folder), self._folder / "copy.db")


def settings_in(folder: Path) -> GivenSettings:
    return GivenSettings(**json.loads((folder / "bot.json").read_text(encoding="utf-8"))["settings"])


async def test_a_restored_backup_of_a_running_bot_has_lost_nothing_and_doubled_nothing(tmp_path: Path) -> None:
    outcome = await BackedUp(Plan(2, seed=7), tmp_path).run()
    before = outcome.verdict
    assert (before.lost, before.wrong) == ([], [])
    (tmp_path / "bot.db").write_bytes(b"a disk that failed " * 999)
    said = await restore(settings_in(tmp_path), tmp_path / "copy.db")
    assert "kept as" in said
    record = await read_all(settings_in(tmp_path), list(outcome.watch.world.people))
    after = judge(outcome.account, outcome.watch, record)
    assert (after.lost, after.wrong) == ([], [])
    assert after.counts == before.counts
    assert after.counts["leads"] >= 2
