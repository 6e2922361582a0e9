"""Any update, valid or not: nothing crashes, nothing is stuck, nobody else is told, healthy people are answered."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import telegram
from fuzz.ordeal import ordeal
from fuzz.run import endure, verdict
from fuzz.updates import spoilt, the_shops_own, valid_update
from hypothesis import given
from hypothesis import strategies as st

from chatbot.telegram_ui.raw_updates import inbox_number, number_of, whose, written

# The library warns of fields that it will rename; the bot reads none of them.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
SEEDS = st.integers(0, 2**32)


async def test_no_update_crashes_blocks_or_tells_others(tmp_path: Path) -> None:
    """A few hundred; `tests/fuzz/run.py` is the long form."""
    async with ordeal(tmp_path) as one:
        before = await one.bystander()
        await endure(one, Random(7), 400, 100)  # noqa: S311 - the same again
        assert await verdict(one, before) == []
        assert one.notes() > 0


async def test_nor_does_one_of_people_who_know_the_commands_and_press_what_they_are_shown(tmp_path: Path) -> None:
    async with ordeal(tmp_path) as one:
        cast = the_shops_own()
        await endure(one, Random(7), 400, 100, cast)  # noqa: S311 - the same again
        assert await verdict(one, "", cast) == []
        assert await one.pressed_buttons() > 0


@given(SEEDS)
def test_what_is_made_as_valid_can_be_read_by_the_library(seed: int) -> None:
    """Else the fuzz would only try the door, and not what is behind it."""
    draw = Random(seed)  # noqa: S311 - the same again
    assert isinstance(telegram.Update.de_json(valid_update(draw, 1), None), telegram.Update)


@given(SEEDS)
def test_whatever_comes_has_a_place_in_the_inbox(seed: int) -> None:
    draw = Random(seed)  # noqa: S311 - the same again
    update = spoilt(draw, valid_update(draw, 1))
    places = (inbox_number(update), *whose(update))
    assert all(isinstance(place, int) and abs(place) < 2**63 for place in places)
    assert written(update).isascii()
    assert inbox_number(update) == number_of(update) or inbox_number(update) < 0
