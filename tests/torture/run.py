"""One shop under torture: its people live their stories while its bot is killed again and again; then it is judged."""

from __future__ import annotations

import asyncio
import json
import re
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

from torture.account import Account, amount
from torture.calm import Calm
from torture.checks import Verdict, judge
from torture.desk import Desk
from torture.epilogue import Epilogue
from torture.lives import Fate, Lives, a_fate
from torture.people import People
from torture.reading import Record, database_of, read_all
from torture.rooms import Rooms
from torture.stories import Story
from torture.watch import StuckError, Watch

from chatbot.database.sealing import new_data_key
from chatbot.demo import more_actions
from chatbot.demo.model import Chat
from chatbot.demo.server import TelegramServer
from chatbot.settings import GivenSettings

TOKEN = "4242:a-token-that-opens-nothing-but-a-test"
LINK = re.compile(r"start=(r_\w+)")


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of it. The same seed gives the same stories and kills, as far as the machine's own haste allows.

    `grouped`: the team works in a group with topics. `sin`: one of sins.py; then every life ends by `fates`.
    `thinking` in seconds: how long a call of the model takes at most. `patience` in seconds: how long people wait for
    what is due to them, and the driver for the bot to finish.
    """

    kills: int
    seed: int
    grouped: bool = False
    sin: str = ""
    fates: tuple[Fate, ...] = ()
    side_by_side: int = 4
    epilogue: bool = True
    thinking: float = 0.0
    patience: float = 60.0


@dataclass(slots=True)
class Outcome:
    """What came of it, and all that the judgement rests on."""

    verdict: Verdict
    kills: int
    seconds: float
    account: Account
    watch: Watch
    record: Record


class Torture:
    """One run in `folder`, which keeps the database and the bot's log."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self._plan = plan
        self._folder = folder
        self._account = Account()
        self._number = 0
        self._over = False

    async def run(self) -> Outcome:
        """Everything, from the first start to the verdict."""
        begun = time.monotonic()
        self._server = TelegramServer(TOKEN, bot_name="Lantern Software", bot_username="lantern_bot")
        await self._server.start()
        self._watch = Watch(self._server)
        settings = self._settings()
        lives = Lives(self._server, self._watch, self._folder / "bot.json", self._folder / "bot.log")
        calm = Calm(database_of(settings), self._watch, lives.alive, self._plan.patience)
        chance = Random(self._plan.seed)  # noqa: S311 - the same again is what is wanted
        self._people = People(self._watch, self._account, chance, calm, self._plan.patience)
        try:
            await lives.open()
            await self._live_and_die(lives)
            kills = lives.kills
            await self._epilogue(lives, calm)
            await self._last_words(calm)
            await lives.end()
        finally:
            await lives.close()
            await self._server.close()
        record = await read_all(settings, list(self._watch.world.people))
        verdict = judge(self._account, self._watch, record)
        return Outcome(verdict, kills, time.monotonic() - begun, self._account, self._watch, record)

    def _settings(self) -> GivenSettings:
        """The shop, and its file for the bot's parent."""
        world = self._watch.world
        world.add_person("Tim", "en", "team")
        for number in range(2):
            world.add_person(f"Friend{number}", "en", "friend")
        ids = {role: [one.id for one in world.people.values() if one.role == role] for role in ("founder", "team")}
        self._crew = [*ids["founder"], *ids["team"]]
        self._group = None
        if self._plan.grouped:
            group = Chat(0, "group", "The team", list(self._crew), forum=True)
            self._group = more_actions.make_group(world, group, ["can_manage_topics"]).id
        given = {
            "telegram_token": TOKEN,
            "telegram_api_url": self._server.url,
            "founder_ids": str(ids["founder"][0]),
            "team_ids": str(ids["team"][0]),
            "team_chat_id": self._group,
            "database_url": f"sqlite:///{self._folder / 'bot.db'}",
            "data_key": new_data_key(),
            "shop_name": "Lantern Software",
            "quiet_hours": "none",
            "working_hours": "Mon-Sun 00:00-23:59",
            "burst_seconds": 0.1,
            "log_level": "WARNING",
        }
        life = {"settings": given, "sin": self._plan.sin, "thinking": self._plan.thinking}
        (self._folder / "bot.json").write_text(json.dumps(life))
        return GivenSettings(**given)

    # ---- what happens ---------------------------------------------------------------------------------------------

    async def _live_and_die(self, lives: Lives) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._kill(lives))
            links = await self._prologue()
            for _ in range(self._plan.side_by_side):
                tasks.create_task(self._stories(links))

    async def _kill(self, lives: Lives) -> None:
        chance = Random(self._plan.seed + 1)  # noqa: S311 - the same again is what is wanted
        for number in range(self._plan.kills):
            fates = self._plan.fates
            await lives.live(fates[number % len(fates)] if fates else a_fate(chance))
        self._over = True
        await lives.live(None)

    async def _prologue(self) -> dict[int, str]:
        """The crew press Start; the friends ask for their links."""
        links: dict[int, str] = {}
        for person in self._crew:
            self._people.start(person)
        friends = [one for one in self._watch.world.people.values() if one.role == "friend"]
        for friend in friends:
            self._people.start(friend.id)
            self._people.write(friend.id, "/refer")
            self._account.due(friend.id, "greeting")
            self._account.due(friend.id, "refer-intro")
            self._account.due(friend.id, "refer-forward")
        try:
            for friend in friends:
                sent = await self._people.sees(friend.id, "refer-forward", language=friend.language_code)
                found = LINK.search(sent.text)
                links[friend.id] = found[1] if found else ""
        except StuckError as stuck:
            self._account.stuck.append(str(stuck))
        return links

    async def _stories(self, links: dict[int, str]) -> None:
        """One client after the other, as long as the bot is being killed; at least one."""
        desk, rooms = Desk(self._people, self._crew[0]), Rooms(self._people, self._crew, self._group)
        first = True
        while first or not self._over:
            first = False
            self._number += 1
            story = Story(self._people, desk, rooms, links, self._number)
            try:
                await story.play()
            except StuckError as stuck:
                self._account.stuck.append(f"{story.project.name} after {story.project.history}: {stuck}")

    async def _epilogue(self, lives: Lives, calm: Calm) -> None:
        if not self._plan.epilogue:
            return
        desk, rooms = Desk(self._people, self._crew[0]), Rooms(self._people, self._crew, self._group)
        epilogue = Epilogue(self._people, desk, rooms, lives)
        try:
            await epilogue.begin()
            await calm.whole()
            await epilogue.forget()
            await calm.whole()
            await epilogue.hours_pass()
            calm.hours = lives.hours
            await calm.whole()
        except StuckError as stuck:
            self._account.stuck.append(f"in the epilogue: {stuck}")

    async def _last_words(self, calm: Calm) -> None:
        """When all is done, each friend asks what they have earned."""
        try:
            await calm.whole()
            for friend in {one.friend for one in self._account.projects if one.friend is not None}:
                self._people.write(friend, "/earnings")
                earned = self._account.earned_by(friend)
                earned_any = any(
                    name == f"referrer:{friend}" for one in self._account.projects for name, _ in one.lines
                )
                if earned_any:
                    self._account.due(friend, "earnings-title", amount(earned))
                else:
                    self._account.due(friend, "earnings-none")
            await calm.whole()
        except StuckError as stuck:
            self._account.stuck.append(str(stuck))
