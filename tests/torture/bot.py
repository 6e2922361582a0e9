"""The bot as a process that is killed and started again, quickly: this parent has imported everything and forks a life
for each line "start HOURS", by which the life's clock is ahead; it answers with the life's pid. "reap" waits for its
end and answers with how it ended.

The life is the product as it stands, built by `chatbot.wiring`. Only its pictures are still ones, its model may take
up to so many seconds for each call, and it may be made to sin (sins.py), so that the checks can be seen to see.

    python bot.py SETTINGS.json    {"settings": {…}, "sin": "", "thinking": 0}; stdin: start, reap; end of file ends all
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
import traceback
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from random import SystemRandom
from typing import Any
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
os.environ.setdefault("PTB_TIMEDELTA", "1")

import alembic.command  # noqa: E402, F401 - here and not in each life
from fakes import StillPictures  # noqa: E402 - the path and the environment come first
from torture.sins import SINS  # noqa: E402

from chatbot import worker  # noqa: E402
from chatbot.domain.brief import Brief  # noqa: E402
from chatbot.language_model.catalogue_model import CatalogueModel  # noqa: E402
from chatbot.service import configure_logs  # noqa: E402
from chatbot.settings import GivenSettings  # noqa: E402
from chatbot.telegram_ui.pacing import Pace  # noqa: E402
from chatbot.texts.speak import Texts  # noqa: E402
from chatbot.use_cases import entry  # noqa: E402, F401 - here and not in each life
from chatbot.use_cases.language_model import Conversation, Line  # noqa: E402
from chatbot.wiring import Chatbot, Surroundings, utc_now  # noqa: E402


async def _live(settings: GivenSettings, ahead: timedelta) -> None:
    pace, pictures = Pace.unlimited(), StillPictures()
    around = Surroundings(clock=lambda: utc_now() + ahead, pace=pace, poll_seconds=20, pictures=pictures)
    async with Chatbot(settings, around) as bot:
        await bot.ended()


def _think(seconds: float) -> None:
    """The model takes between half of it and all of it: kills fall into its calls."""
    worker.MOST_BEGUN = 1_000  # a job that was under way at twenty kills is taken for their cause; here it never is
    for task in ("understand", "draft", "revise", "summarise"):
        setattr(CatalogueModel, task, _slowed(getattr(CatalogueModel, task), seconds))


def _slowed(call: Callable[..., Awaitable[Any]], seconds: float) -> Callable[..., Awaitable[Any]]:
    async def slow(*given: Any) -> Any:
        await asyncio.sleep(SystemRandom().uniform(seconds / 2, seconds))
        return await call(*given)

    return slow


def _life(given: dict[str, Any], ahead: timedelta) -> None:
    """One life, in the forked process; it ends by a kill or by an error."""
    try:
        settings = GivenSettings(**given["settings"])
        configure_logs(settings)
        if given["thinking"]:
            _think(given["thinking"])
        if given["sin"]:
            SINS[given["sin"]]()
        asyncio.run(_live(settings, ahead))
    except BaseException:  # noqa: BLE001 - whatever it is, it is told, and the parent's own code is never reached
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


def _warm_up() -> None:
    """Read what every life would read anew: the texts and the catalogue. No thread may be started before a fork."""
    Texts(ZoneInfo("UTC"))
    heard = Conversation(Brief(), (), (Line("client", "a shop with an app, 30k RMB", 1),), "en", "en", "en", ())
    asyncio.run(CatalogueModel().understand(heard))
    asyncio.run(CatalogueModel().draft(heard))


def main() -> None:
    """Serve the driver until it closes our input; no life outlives us."""
    given, life = json.loads(Path(sys.argv[1]).read_text()), 0
    _warm_up()
    gc.freeze()
    for line in sys.stdin:
        order, _, hours = line.strip().partition(" ")
        if order == "start":
            life = os.fork()
            if life == 0:
                _life(given, timedelta(hours=int(hours)))
            print(life, flush=True)
        elif life:
            print(os.waitstatus_to_exitcode(os.waitpid(life, 0)[1]), flush=True)
            life = 0
    if life:
        os.kill(life, signal.SIGKILL)
        os.waitpid(life, 0)


if __name__ == "__main__":
    main()
