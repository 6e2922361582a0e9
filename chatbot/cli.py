"""The `chatbot` command. What a subcommand needs is imported when it is used, so that `chatbot --help` is quick."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from chatbot.domain.errors import ChatbotError

FAILED, CANNOT = 1, 2
"""Exit codes: a check found something wrong; a setting, the database or an argument does not allow to go on."""

DEMO_PORT = 8090


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code. An error on purpose is one line on stderr."""
    given = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = given.run
    try:
        return run(given)
    except ChatbotError as error:
        print(f"chatbot: {error}", file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 -- a traceback would show the error's message, and people's words in it
        from chatbot.background import told

        print(f"chatbot: {told(error)}: a fault of the program, please report it", file=sys.stderr)
        return CANNOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chatbot",
        description="A Telegram chatbot that gives every client of a small software shop the founder's own care.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    demo = _command(commands, "demo", _demo, "try everything on this computer, without account or key")
    demo.add_argument("--no-browser", action="store_true", help="do not open the page")
    demo.add_argument("--port", type=_port, default=DEMO_PORT, help="of the page (default %(default)s; 0: a free one)")
    demo.add_argument("--data", type=Path, default=Path("demo-data"), help="folder that keeps the state (%(default)s)")
    _command(commands, "run", _run, "run the bot on Telegram, with the settings of .env and the environment")
    _command(commands, "check", _check, "try every setting and say what is wrong and how to mend it")
    _command(commands, "migrate", _migrate, "bring the database to the newest version of its tables")
    _command(commands, "new-key", _new_key, "print a new DATA_KEY")
    rotate = _command(commands, "rotate-key", _rotate_key, "seal the database with a new DATA_KEY, while no bot runs")
    rotate.add_argument("file", type=Path, nargs="?", help="where the new key goes; none with DATA_KEY_FILE")
    backup = _command(commands, "backup", _backup, "copy the database while it is in use; useless without DATA_KEY")
    backup.add_argument("file", type=Path, help="where the copy goes")
    restore = _command(commands, "restore", _restore, "go back to a backup, while no bot runs")
    restore.add_argument("file", type=Path, help="the backup")
    restore.add_argument("--old-key-file", type=Path, help="holds the DATA_KEY of a backup from before rotate-key")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
    parser.set_defaults(run=run)
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _demo(given: argparse.Namespace) -> int:
    from chatbot.demo_run import run_demo
    from chatbot.service import until_stopped

    return asyncio.run(until_stopped(lambda: run_demo(given.data, given.port, opens_browser=not given.no_browser)))


def _run(_given: argparse.Namespace) -> int:
    from chatbot.service import configure_logs, run_bot, until_stopped
    from chatbot.settings import Settings, read

    settings = read(Settings)
    configure_logs(settings)
    return asyncio.run(until_stopped(lambda: run_bot(settings)))


def _check(_given: argparse.Namespace) -> int:
    from chatbot.check import check_all, report
    from chatbot.service import quiet_logs

    quiet_logs()
    found = asyncio.run(check_all())
    print(report(found))
    return 0 if all(one.good for one in found) else FAILED


def _migrate(_given: argparse.Namespace) -> int:
    from chatbot.settings import StorageSettings, read
    from chatbot.upkeep import migrate

    print(asyncio.run(migrate(read(StorageSettings))))
    return 0


def _new_key(_given: argparse.Namespace) -> int:
    from chatbot.database.sealing import new_data_key

    print(new_data_key())
    return 0


def _rotate_key(given: argparse.Namespace) -> int:
    from chatbot.settings import StorageSettings, read
    from chatbot.upkeep import rotate_key

    print(asyncio.run(rotate_key(read(StorageSettings), given.file)))
    return 0


def _backup(given: argparse.Namespace) -> int:
    from chatbot.settings import StorageSettings, read
    from chatbot.upkeep import back_up

    asyncio.run(back_up(read(StorageSettings), given.file))
    print(f"{given.file} holds all that was committed; keep DATA_KEY too, in another place")
    return 0


def _restore(given: argparse.Namespace) -> int:
    from chatbot.settings import StorageSettings, read
    from chatbot.upkeep import restore

    print(asyncio.run(restore(read(StorageSettings), given.file, given.old_key_file)))
    return 0
