"""The long form: `.venv/bin/python tests/fuzz/run.py --updates 20000 --seed 1` prints what became of them.

Half of them come from people who are nobody to the shop, and change nothing of its money and its leads; half from the
founder and a few clients and friends, who know the commands and press the buttons that they are shown.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("PTB_TIMEDELTA", "1")

from fuzz.ordeal import HEALTHY, Ordeal, ordeal
from fuzz.updates import FOUNDER, GROUPS, PEOPLE, STRANGERS, Cast, spoilt, the_shops_own, valid_update

BATCH = 200
ALLOWED = {FOUNDER, HEALTHY, *PEOPLE, *GROUPS}


def batch_of(draw: Random, size: int, first: int, kinds: Counter[str], cast: Cast) -> list[Any]:
    """Updates with these numbers on, half of them spoilt."""
    made = []
    for number in range(first, first + size):
        update = valid_update(draw, number, cast)
        kinds["valid" if (whole := draw.random() < 0.5) else "invalid"] += 1
        made.append(update if whole else spoilt(draw, update))
    return made


async def endure(one: Ordeal, draw: Random, updates: int, size: int = BATCH, cast: Cast = STRANGERS) -> Counter[str]:
    """Feed so many, by turns through polling and the webhook; how many were valid and invalid."""
    kinds: Counter[str] = Counter()
    for number, first in enumerate(range(1, updates + 1, size)):
        batch = batch_of(draw, min(size, updates + 1 - first), first, kinds, cast)
        await one.feed(batch, by_webhook=number % 2 == 1, number=10**9 + number)
        if cast is not STRANGERS:
            cast.buttons = await one.shown_buttons()
    return kinds


async def verdict(one: Ordeal, before: str, cast: Cast = STRANGERS) -> list[str]:
    """What must not be; nothing where all is well."""
    wrong = await _broken(one)
    wrong += await _meddled(one, before) if cast is STRANGERS else []
    return wrong


async def _broken(one: Ordeal) -> list[str]:
    """What must not be, whoever sends."""
    wrong = [f"crashed: {error!r}" for error in one.fatal]
    wrong += [f"fault {count} times: {what}" for what, count in one.faults.found.items()]
    wrong += [f"stuck in the inbox: {one.stuck}"] if one.stuck else []
    wrong += [f"healthy people answered: {one.answered} of {one.asked}"] if one.answered != one.asked else []
    wrong += ["a posting does not sum to zero"] if await one.unbalanced() else []
    return wrong


async def _meddled(one: Ordeal, before: str) -> list[str]:
    """What must not be where those who send are nobody to the shop."""
    wrong = ["the ledger has grown"] if await one.money() else []
    wrong += ["a bystander's lead has changed"] if await one.bystander() != before else []
    strangers = [chat for chat, _, _ in one.strangers_told(ALLOWED)]
    wrong += [f"somebody else was told: {Counter(strangers)}"] if strangers else []
    return wrong


async def _half(updates: int, seed: int, cast: Cast) -> tuple[dict[str, int], list[str]]:
    """One shop and so many updates of these people: what became of them, and what must not be."""
    with tempfile.TemporaryDirectory() as folder:
        async with ordeal(Path(folder)) as one:
            before = await one.bystander()
            kinds = await endure(one, Random(seed), updates, cast=cast)  # noqa: S311 - the same again
            wrong = await verdict(one, before, cast)
            money, pressed = await one.money(), await one.pressed_buttons()
    counts = {
        "updates": updates,
        "valid": kinds["valid"],
        "invalid": kinds["invalid"],
        "handled": one.outcomes["handled"] - one.asked,
        "a sentence why not": one.outcomes["refused"],
        "set aside": one.outcomes["set_aside"],
        "tried again": one.outcomes["again"],
        "refused at the webhook": one.refused,
        "with a number seen before": updates + one.asked - one.stored - one.refused,
        "buttons that took effect": pressed,
        "lines in the ledger": money,
        "crashed": len(one.fatal) + sum(one.faults.found.values()),
        "stuck": one.stuck,
        "healthy messages": one.asked,
        "healthy messages answered": one.answered,
        "notes of trouble to the founder": one.notes(),
    }
    return counts, wrong


async def _main(updates: int, seed: int) -> int:
    logging.basicConfig(level=logging.CRITICAL + 1)
    started, counts, wrong = time.monotonic(), Counter[str](), list[str]()
    for number, cast in enumerate((STRANGERS, the_shops_own())):
        found, not_so = await _half((updates + number) // 2, seed + number, cast)
        counts.update(found)
        wrong += not_so
    counts["seconds"] = round(time.monotonic() - started)
    sys.stdout.writelines(f"{name:32}{count:>8}\n" for name, count in counts.items())
    sys.stdout.writelines(f"WRONG: {what}\n" for what in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--updates", type=int, default=20_000)
    given.add_argument("--seed", type=int, default=1)
    arguments = given.parse_args()
    sys.exit(asyncio.run(_main(arguments.updates, arguments.seed)))
