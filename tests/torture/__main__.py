"""The bot under torture, at length: `.venv/bin/python tests/torture --kills 300`.

Half of the kills fall on a shop whose team works in private chats, half on one with a team group and a model that takes
its time. Exits with 1 where anything was lost or wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import SystemRandom

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
os.environ.setdefault("PTB_TIMEDELTA", "1")

from torture.run import Outcome, Plan, Torture  # noqa: E402 - the path and the environment come first

SHOWN = 20  # findings
THINKING = 0.6  # seconds


def main() -> int:
    """Run it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=None, help="of an earlier run, to repeat it")
    parser.add_argument("--keep", type=Path, default=None, help="a new folder for databases and logs")
    given = parser.parse_args()
    seed = SystemRandom().randrange(1_000_000) if given.seed is None else given.seed
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        halves = enumerate((given.kills - given.kills // 2, given.kills // 2))
        plans = [Plan(kills, seed + half, bool(half), thinking=THINKING * half) for half, kills in halves]
        outcomes = [_one(plan, given.keep or Path(folder)) for plan in plans]
    print(table(outcomes))
    findings = [found for one in outcomes for found in (*one.verdict.lost, *one.verdict.wrong)]
    for found in findings[:SHOWN]:
        print(f"- {found}")
    return 1 if findings else 0


def _one(plan: Plan, folder: Path) -> Outcome:
    place = folder / ("group" if plan.grouped else "private")
    place.mkdir(parents=True)  # never over an earlier run, whose database has another key
    return asyncio.run(Torture(plan, place).run())


def table(outcomes: list[Outcome]) -> str:
    """What happened, added up."""
    counts: Counter[str] = Counter()
    lines = {"kills": sum(one.kills for one in outcomes)}
    for one in outcomes:
        counts.update(one.verdict.counts)
    lines |= {name: counts[name] for name in outcomes[0].verdict.counts}
    lines["seconds"] = round(sum(one.seconds for one in outcomes))
    return "\n".join(f"{name:<28}{count:>8}" for name, count in lines.items())


if __name__ == "__main__":
    sys.exit(main())
