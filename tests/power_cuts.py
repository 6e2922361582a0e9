"""A `chatbot` command killed (SIGKILL) before each of its steps on files, one run for each, then let through.

    python tests/power_cuts.py FOLDER RUNS COMMAND …

FOLDER is what each run begins with; its copies are RUNS/1, RUNS/2, … A step is what Python's audit events tell of:
opening, linking, renaming and removing a file, making and removing a folder, connecting to a database. `{here}` in the
command and in the settings of the environment is the copy. Prints how each run ended.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

STEPS = {"open", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "sqlite3.connect"}
MOST = 200


def cut_everywhere(begin: Path, runs: Path, *command: str, **settings: str) -> int:
    """Run this script: how many runs there were, of which the last came through."""
    from chatbot.settings import Settings

    clean = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, __file__, str(begin), str(runs), *command],
        env=clean | settings, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    ends = [line for line in done.stdout.splitlines() if line.endswith((" killed", " through"))]
    assert ends[-1] == f"{len(ends)} through"
    return len(ends)


def kill_before(number: int, here: Path) -> None:
    """From now on this process is killed before its step of this number."""
    seen = 0

    def hook(event: str, args: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in STEPS and str(here) in str(args[0]):
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def run_killed(folder: Path, here: Path, number: int, command: list[str]) -> bool:
    """One run, in a process of its own; whether it was killed."""
    shutil.copytree(folder, here)
    child = os.fork()
    if child == 0:
        from chatbot.cli import main

        os.chdir(here)
        for name, value in os.environ.items():
            os.environ[name] = value.replace("{here}", str(here))
        kill_before(number, here)
        os._exit(main([word.replace("{here}", str(here)) for word in command]))
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise SystemExit(f"run {number} ended with {os.WEXITSTATUS(status)}")
    return False


def main() -> None:
    """All runs."""
    import chatbot.data_keys
    import chatbot.database.transaction
    import chatbot.upkeep  # noqa: F401 - once, not in each run

    folder, runs = Path(sys.argv[1]), Path(sys.argv[2])
    for number in range(1, MOST):
        killed = run_killed(folder, runs / str(number), number, sys.argv[3:])
        sys.stdout.write(f"{number} {'killed' if killed else 'through'}\n")
        sys.stdout.flush()
        if not killed:
            return
    raise SystemExit("the command never came through")


if __name__ == "__main__":
    main()
