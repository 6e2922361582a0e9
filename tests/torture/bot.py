"""The bot as a process that is killed and started again, quickly: this parent has imported everything and forks a life
for each line "start"; it answers with the life's pid. "reap" waits for its end and answers with how it ended.

The life is the product as it stands, built by `chatbot.wiring`. Only its pictures are still ones, and it may be made
to sin (sins.py), so that the checks can be seen to see.

    python bot.py SETTINGS.json    {"settings": {…}, "sin": ""}; stdin: start, reap; end of file ends all
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
os.environ.setdefault("PTB_TIMEDELTA", "1")

import alembic.command  # noqa: E402, F401 - here and not in each life
from fakes import StillPictures  # noqa: E402 - the path and the environment come first
from torture.sins import SINS  # noqa: E402

from chatbot.domain.brief import Brief  # noqa: E402
from chatbot.language_model.catalogue_model import CatalogueModel  # noqa: E402
from chatbot.service import configure_logs  # noqa: E402
from chatbot.settings import GivenSettings  # noqa: E402
from chatbot.telegram_ui.pacing import Pace  # noqa: E402
from chatbot.texts.speak import Texts  # noqa: E402
from chatbot.use_cases import entry  # noqa: E402, F401 - here and not in each life
from chatbot.use_cases.language_model import Conversation, Line  # noqa: E402
from chatbot.wiring import Chatbot, Surroundings  # noqa: E402


async def _live(settings: GivenSettings) -> None:
    around = Surroundings(pace=Pace.unlimited(), poll_seconds=20, pictures=StillPictures())
    async with Chatbot(settings, around) as bot:
        await bot.ended()


def _life(given: dict[str, Any]) -> None:
    """One life, in the forked process; it ends by a kill or by an error."""
    try:
        settings = GivenSettings(**given["settings"])
        configure_logs(settings)
        if given["sin"]:
            SINS[given["sin"]]()
        asyncio.run(_live(settings))
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
        if line.strip() == "start":
            life = os.fork()
            if life == 0:
                _life(given)
            print(life, flush=True)
        elif life:
            print(os.waitstatus_to_exitcode(os.waitpid(life, 0)[1]), flush=True)
            life = 0
    if life:
        os.kill(life, signal.SIGKILL)
        os.waitpid(life, 0)


if __name__ == "__main__":
    main()
