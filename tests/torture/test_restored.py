"""A backup that is taken while the bot runs, and restored, stands up to the same checks as the database itself."""

from __future__ import annotations

import json
from pathlib import Path

from torture.calm import Calm
from torture.checks import judge
from torture.lives import Lives
from torture.reading import read_all
from torture.run import Outcome, Plan, Torture

from chatbot.settings import GivenSettings
from chatbot.telegram_ui.raw_updates import inbox_number
from chatbot.upkeep import back_up, restore


class BackedUp(Torture):
    """A run that takes a backup in its middle, and one when all is said, while its bot still runs."""

    async def _kill(self, lives: Lives) -> None:
        await super()._kill(lives)
        pending = self._watch.world.updates.pending
        self.confirmed = {inbox_number(one) for one in self._watch.updates if one["update_id"] not in pending}
        await back_up(settings_in(self._folder), self._folder / "middle.db")

    async def _last_words(self, calm: Calm) -> None:
        await super()._last_words(calm)
        await back_up(settings_in(self._folder), self._folder / "copy.db")


def settings_in(folder: Path) -> GivenSettings:
    return GivenSettings(**json.loads((folder / "bot.json").read_text(encoding="utf-8"))["settings"])


async def test_a_restored_backup_of_a_running_bot_has_lost_nothing_and_doubled_nothing(tmp_path: Path) -> None:
    torture = BackedUp(Plan(2, seed=7, side_by_side=2, epilogue=False), tmp_path)
    outcome = await torture.run()
    await _check_middle(torture, outcome, tmp_path)
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


async def _check_middle(torture: BackedUp, outcome: Outcome, folder: Path) -> None:
    """Of every update that Telegram had forgotten by then the copy knows, and what it holds is whole."""
    elsewhere = {"database_url": f"sqlite:///{folder / 'middle-again.db'}"}
    settings = settings_in(folder).model_copy(update=elsewhere)
    await restore(settings, folder / "middle.db")
    record = await read_all(settings, list(outcome.watch.world.people))
    stored = [row["update_id"] for row in record.inbox]
    assert torture.confirmed
    assert torture.confirmed <= set(stored)
    assert len(stored) == len(set(stored)) < len(outcome.watch.updates)
    assert sum(row["minor"] for row in record.ledger) == 0
    assert all(len(leads) == 1 for leads in record.leads.values() if leads)
