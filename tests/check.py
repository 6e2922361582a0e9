"""All checks in one command, the same at home and in CI: `.venv/bin/python tests/check.py`.

Runs every step even where an earlier one fails; exits with 1 where any did.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto", "--dist", "worksteal", "--durations=5"),  # last: its summary is the last line
)


def main() -> int:
    """Run the steps; the exit code."""
    failed = [" ".join(step) for step in STEPS if not _passes(step)]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _passes(step: tuple[str, ...]) -> bool:
    print(f"\n$ {' '.join(step)}", flush=True)
    started = time.monotonic()
    code = subprocess.run([TOOLS / step[0], *step[1:]], cwd=ROOT, check=False).returncode  # noqa: S603 - our own steps
    if step[0] != "pytest":
        print(f"({time.monotonic() - started:.0f} s)", flush=True)
    return code == 0


if __name__ == "__main__":
    sys.exit(main())
