"""A journey is its transcript: `play` acts it out against the whole bot and checks what everybody gets.

Lin: 你好                     Lin writes
Lin [先出方案]                 Lin presses the newest button whose label holds these words
Lin no [先出方案]              Lin has no such button any more
Lin ! 已收到                   the short answer to that press
Lin < 您好 | 思维导图           Lin gets a message that holds all of these, after what was seen before
Lin <pdf                      Lin gets a document; <photo, <voice likewise (words may follow, as above)
Lin edit: …                   Lin edits their last message
Lin reply: …                  Lin replies to the last message that was seen
Lin start r_abc               Lin presses Start, with a payload or without
Lin photo: …                  Lin sends a photo with this caption; document and voice likewise
Lin sticker                   Lin sends a sticker; location and poll likewise
Lin - 元                      when all is quiet, Lin has not got anything that holds this

`#quote-next` stands for our text of that name in the reader's language, whatever fills it, also as a button's
label; `#quote-next@zh` in that language. `Tim@Kim` is Tim in another place (`enter_topic`). Spaces that do not
break count as spaces.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from fakes import PNG
from journeys.our_words import flat, pattern_of

from chatbot.demo.client import DemoClient, NotSeenError, transcript
from chatbot.demo.client import words as as_sent
from chatbot.demo.world import World
from chatbot.wiring import Chatbot

Message = dict[str, Any]
KINDS = {"pdf": "document", "photo": "photo", "voice": "voice", "document": "document"}
FILES = {"photo:": ("shop.png", PNG), "document:": ("plan.txt", b"a plan"), "voice:": ("note.ogg", b"OggS a voice")}
EXTRAS: dict[str, tuple[str, dict[str, Any]]] = {
    "sticker": ("stickers", {"emoji": "👍"}),
    "location": ("locations", {"latitude": 31.2, "longitude": 121.5}),
    "poll": ("polls", {"question": "Which?", "options": ["one", "two"]}),
}
LINE = re.compile(
    r"^\s*(?P<who>\w+(@\w+)?) ?(?P<act>(?:edit|reply|photo|document|voice):|sticker|location|poll|start|no \[|:|\[|!|"
    r"<\w*|-)(?P<what>.*)$"
)


@dataclass
class Player:
    """One person in one chat of the page, and what they have seen there so far."""

    id: int
    language: str = "en"
    place: dict[str, int] = field(default_factory=dict)
    seen: set[tuple[int, str]] = field(default_factory=set)
    last: Message = field(default_factory=dict)
    own: int = 0
    answer: dict[str, Any] = field(default_factory=dict)


class Stage:
    """Everybody who plays, over the page's JSON API."""

    def __init__(self, people: DemoClient) -> None:
        self.people = people
        self.players: dict[str, Player] = {}
        self.patience = 15.0
        self.bot: Chatbot
        self.world: World

    def join(self, name: str, person: int, language: str = "en", **place: int) -> None:
        """A person of the page under the name of the transcript; `place` is chat_id and topic, else in private."""
        self.players[name] = Player(person, language, place)

    async def newcomer(self, name: str, language: str = "en") -> None:
        """Somebody whom nobody knows yet."""
        self.join(name, await self.people.person(name, language), language)

    async def enter_topic(self, client: str, *names: str) -> None:
        """These people look into the client's topic in the team's group: `Tim@Kim`."""
        group = self.bot.shop.team_chat_id
        assert group is not None
        viewer = self.players[names[0]].id
        await self.people.wait_for(viewer, lambda message: bool(message["topic"]), self.patience, chat_id=group)
        chat = self.world.chats[group]
        topic = next(number for number, one in chat.topics.items() if f"· {client}" in one.name)
        for name in names:
            self.join(f"{name}@{client}", self.players[name].id, chat_id=group, topic=topic)

    async def play(self, script: str, **filled: str) -> None:
        """Act out a transcript, line by line; `{name}` in it is filled."""
        for line in script.strip().splitlines():
            if line.strip() and not line.strip().startswith("#"):
                await self._line(line.format_map(filled) if filled else line)

    async def _line(self, line: str) -> None:
        found = LINE.match(line)
        assert found, f"not a line of a transcript: {line!r}"
        player, act, what = self.players[found["who"]], found["act"], found["what"].strip()
        try:
            await self._act(player, act, what)
        except AssertionError as error:
            said = transcript(await self.messages(player))
            raise AssertionError(f"{line.strip()}\n{error}\n--- what {found['who']} saw ---\n{said}") from None

    async def _act(self, player: Player, act: str, what: str) -> None:
        match act:
            case ":" | "reply:":
                above = player.last["message_id"] if act == "reply:" else None
                text = what.replace("\\n", "\n")
                player.own = await self.people.send(player.id, text, reply_to=above, **player.place)
            case "edit:":
                await self.people.edit(player.id, player.own, what)
            case "photo:" | "document:" | "voice:":
                name, data = FILES[act]
                player.own = await self.people.send_file(player.id, name, data, act[:-1], what, **player.place)
            case "sticker" | "location" | "poll":
                path, body = EXTRAS[act]
                await self.people.post(f"/api/people/{player.id}/{path}", **body, **player.place)
            case "start":
                await self.people.start(player.id, what)
            case "[":
                player.answer = await self._press(player, what.rstrip("]").strip())
            case _:
                await self._look(player, act, what)

    async def _look(self, player: Player, act: str, what: str) -> None:
        match act:
            case "!":
                assert holds(player.answer["answer"], what, player.language), player.answer
            case "no [":
                await self.settled()
                label = what.rstrip("]").strip()
                said = await self._from_the_bot(player)
                assert not any(_button(message, label, player.language) for message in said)
            case "-":
                await self.settled()
                said = await self._from_the_bot(player)
                assert not any(holds(words(message), what, player.language) for message in said)
            case _:
                await self._sees(player, KINDS.get(act[1:], ""), [part.strip() for part in what.split("|") if part])

    async def messages(self, player: Player, after: int = 0, wait: float = 0) -> list[Message]:
        """What this person sees where they are, oldest first."""
        return await self.people.messages(player.id, after, wait=wait, **player.place)

    async def button(self, name: str, label: str) -> tuple[int, str]:
        """The message and the data of the newest such button, as soon as there is one."""
        player = self.players[name]
        await self._first(player, lambda message: _button(message, label, player.language) != "", set())
        said = await self._from_the_bot(player)
        newest = [message for message in said if _button(message, label, player.language)][-1]
        return int(newest["message_id"]), _button(newest, label, player.language)

    async def press(self, name: str, button: tuple[int, str]) -> str:
        """Press a button that may be gone by now; what the bot answers to it."""
        player = self.players[name]
        chat_id = player.place.get("chat_id")
        player.answer = await self.people.press_data(player.id, *button, chat_id=chat_id)
        return plain(player.answer["answer"])

    def forged(self, name: str, data: str) -> tuple[int, str]:
        """A button with this data under the last message that this person saw, as no honest client shows it."""
        player = self.players[name]
        message = self.world.find(player.place.get("chat_id", player.id), player.last["message_id"])
        assert message is not None
        message.pressable.append(data)
        return message.message_id, data

    async def _press(self, player: Player, label: str) -> dict[str, Any]:
        """Wait for such a button as a person would, and press the newest."""
        name = next(name for name, one in self.players.items() if one is player)
        await self.press(name, await self.button(name, label))
        return player.answer

    async def _from_the_bot(self, player: Player) -> list[Message]:
        return [item for item in await self.messages(player) if item["from_id"] != player.id]

    async def _sees(self, player: Player, kind: str, parts: list[str]) -> None:
        def fits(message: Message) -> bool:
            if kind and message["kind"] != kind:
                return False
            return all(holds(words(message), part, player.language) for part in parts)

        player.last = await self._first(player, fits, player.seen)
        passed = [one for one in await self._from_the_bot(player) if one["message_id"] <= player.last["message_id"]]
        player.seen |= {(one["message_id"], words(one)) for one in (*passed, player.last)}

    async def _first(self, player: Player, fits: Callable[[Message], bool], without: set[tuple[int, str]]) -> Message:
        """The first message of the bot's that fits and is not among those; waits for it."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.patience
        while True:
            everything = await self.messages(player)
            for message in everything:
                mine = message["from_id"] == player.id
                if not mine and (message["message_id"], words(message)) not in without and fits(message):
                    return message
            latest = max((int(message["seq"]) for message in everything), default=0)
            left = deadline - loop.time()
            if left <= 0:
                raise NotSeenError(f"not seen within {self.patience} s")
            await self.messages(player, latest, wait=left)

    async def menus_set(self) -> None:
        """Wait until the menus of the start are set."""
        await asyncio.gather(*(task for task in self.bot._background._tasks if task.get_name() == "menus"))

    async def settled(self) -> None:
        """Wait until the bot has nothing under way that is due within a second."""
        async with asyncio.timeout(self.patience):
            while True:
                assert await self.bot.side.drain(self.patience)
                if not self.bot.worker._running and await self.bot.steps.run(_nothing_is_due):
                    return
                await asyncio.sleep(0.02)


Open = Callable[..., Awaitable[Stage]]


def _nothing_is_due(tx: Any) -> bool:
    due = [one for one in (tx.jobs.next_due(), tx.outbox.next_due()) if one is not None]
    return all((one - tx.now).total_seconds() > 1 for one in due)


def plain(text: str) -> str:
    """The same with ordinary spaces."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


def words(message: Message) -> str:
    """What a message says: its text or caption, with ordinary spaces."""
    return plain(as_sent(message))


def holds(text: str, part: str, language: str) -> bool:
    """Whether a message holds these words, or our text of the name behind `#`."""
    if part.startswith("#") and part[1:2].isalpha():
        name, _, other = part[1:].partition("@")
        return pattern_of(name, other or language).search(flat(text)) is not None
    return part in plain(text)


def _button(message: Message, label: str, language: str) -> str:
    """The data of the first button whose label holds these words, or nothing."""
    buttons = (one for row in message["buttons"] for one in row if "data" in one)
    return next((str(one["data"]) for one in buttons if holds(one["text"], label, language)), "")
