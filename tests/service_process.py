"""`chatbot run` as a process of its own, as a service manager runs it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fakes import TOKEN

from chatbot.database.sealing import new_data_key
from chatbot.settings import Settings

CLEAN = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}


def service_settings(telegram_url: str, **more: str) -> dict[str, str]:
    """What a shop has in its environment; its founder is the demo's Alex."""
    usual = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram_url,
        "FOUNDER_IDS": "1003",
        "DATA_KEY": new_data_key(),
        "SHOP_NAME": "Lantern Works",
        "BURST_SECONDS": "0.2",
    }
    return usual | more


@asynccontextmanager
async def running(folder: Path, settings: dict[str, str], command: str = "run") -> AsyncIterator[Process]:
    """The service in its folder; killed at the end where it is still there."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "chatbot", command, cwd=folder, env=CLEAN | settings, stderr=PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def stopped(process: Process, how: signal.Signals = signal.SIGTERM) -> str:
    """Stop the service; what it logged. It must end well within the ten seconds that service managers give."""
    process.send_signal(how)
    async with asyncio.timeout(10):
        _, log = await process.communicate()
    return log.decode()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
