"""The long form: `.venv/bin/python tests/fuzz/run.py --updates 20000 --seed 1` prints what became of them."""

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

from fuzz.ordeal import FOUNDER, HEALTHY, Ordeal, ordeal
from fuzz.updates import GROUPS, PEOPLE, spoilt, valid_update

BATCH = 200
ALLOWED = {FOUNDER, HEALTHY, *PEOPLE, *GROUPS}


def batch_of(draw: Random, size: int, first: int, kinds: Counter[str]) -> list[Any]:
    """Updates with these numbers on, half of them spoilt."""
    made = []
    for number in range(first, first + size):
        update = valid_update(draw, number)
        kinds["valid" if (whole := draw.random() < 0.5) else "invalid"] += 1
        made.append(update if whole else spoilt(draw, update))
    return made


async def endure(one: Ordeal, draw: Random, updates: int, size: int = BATCH) -> Counter[str]:
    """Feed so many, by turns through polling and the webhook; how many were valid and invalid."""
    kinds: Counter[str] = Counter()
    for number, first in enumerate(range(1, updates + 1, size)):
        batch = batch_of(draw, min(size, updates + 1 - first), first, kinds)
        await one.feed(batch, by_webhook=number % 2 == 1, number=10**9 + number)
    return kinds


async def verdict(one: Ordeal, before: str) -> list[str]:
    """What must not be; nothing where all is well."""
    wrong = [f"crashed: {error!r}" for error in one.fatal]
    wrong += [f"fault {count} times: {what}" for what, count in one.faults.found.items()]
    wrong += [f"stuck in the inbox: {one.stuck}"] if one.stuck else []
    wrong += [f"healthy people answered: {one.answered} of {one.asked}"] if one.answered != one.asked else []
    wrong += ["the ledger has grown"] if await one.money() else []
    wrong += ["a bystander's lead has changed"] if await one.bystander() != before else []
    strangers = [chat for chat, _, _ in one.strangers_told(ALLOWED)]
    wrong += [f"somebody else was told: {Counter(strangers)}"] if strangers else []
    return wrong


async def _main(updates: int, seed: int) -> int:
    logging.basicConfig(level=logging.CRITICAL + 1)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        async with ordeal(Path(folder)) as one:
            before = await one.bystander()
            kinds = await endure(one, Random(seed), updates)  # noqa: S311 - the same again
            wrong = await verdict(one, before)
    rows = {
        "updates": updates,
        "valid": kinds["valid"],
        "invalid": kinds["invalid"],
        "handled": one.outcomes["handled"] - one.asked,
        "a sentence why not": one.outcomes["refused"],
        "set aside": one.outcomes["set_aside"],
        "tried again": one.outcomes["again"],
        "refused at the webhook": one.refused,
        "with a number seen before": updates + one.asked - one.stored - one.refused,
        "crashed": len(one.fatal) + sum(one.faults.found.values()),
        "stuck": one.stuck,
        "healthy messages answered": f"{one.answered} of {one.asked}",
        "notes of trouble to the founder": one.notes(),
        "seconds": f"{time.monotonic() - started:.0f}",
    }
    sys.stdout.writelines(f"{name:32} {value}\n" for name, value in rows.items())
    sys.stdout.writelines(f"WRONG: {what}\n" for what in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--updates", type=int, default=20_000)
    given.add_argument("--seed", type=int, default=1)
    arguments = given.parse_args()
    sys.exit(asyncio.run(_main(arguments.updates, arguments.seed)))
