"""A journey is its transcript: `play` acts it out against the whole bot and checks what everybody gets.

Lin: 你好                     Lin writes
Lin [先出方案]                 Lin presses the newest button whose label holds these words
Lin ! 已收到                   the short answer to that press
Lin < 您好 | 思维导图           Lin gets a message that holds all of these, after what was seen before
Lin <pdf                      Lin gets a document; <photo, <voice likewise (words may follow, as above)
Lin edit: …                   Lin edits their last message
Lin reply: …                  Lin replies to the last message that was seen
Lin start r_abc               Lin presses Start, with a payload or without
Lin - 元                      Lin has not got anything that holds this
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from chatbot.demo.client import DemoClient, transcript, words

Message = dict[str, Any]
KINDS = {"pdf": "document", "photo": "photo", "voice": "voice", "document": "document"}
LINE = re.compile(r"^\s*(?P<who>\w+) ?(?P<act>edit:|reply:|start|:|\[|!|<\w*|-)(?P<what>.*)$")


@dataclass
class Player:
    """One person on the page: their id, and what they have seen so far."""

    id: int
    seen: int = 0
    last: Message = field(default_factory=dict)
    own: int = 0
    answer: dict[str, Any] = field(default_factory=dict)


class Stage:
    """Everybody who plays, over the page's JSON API."""

    def __init__(self, people: DemoClient) -> None:
        self.people = people
        self.players: dict[str, Player] = {}
        self.patience = 15.0

    def join(self, name: str, person: int) -> None:
        """A person of the page under the name of the transcript."""
        self.players[name] = Player(person)

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
            said = transcript(await self.people.messages(player.id))
            raise AssertionError(f"{line.strip()}\n{error}\n--- what {found['who']} saw ---\n{said}") from None

    async def _act(self, player: Player, act: str, what: str) -> None:
        match act:
            case ":":
                player.own = await self.people.send(player.id, what.replace("\\n", "\n"))
            case "reply:":
                player.own = await self.people.send(player.id, what, reply_to=player.last["message_id"])
            case "edit:":
                await self.people.edit(player.id, player.own, what)
            case "start":
                await self.people.start(player.id, what)
            case "[":
                player.answer = await self._press(player, what.rstrip("]").strip())
            case "!":
                assert what in player.answer["answer"], player.answer
            case "-":
                said = [words(message) for message in await self._from_the_bot(player)]
                assert not any(what in text for text in said)
            case _:
                await self._sees(player, KINDS.get(act[1:], ""), [part.strip() for part in what.split("|") if part])

    async def _press(self, player: Player, label: str) -> dict[str, Any]:
        """Wait for such a button as a person would, and press the newest."""
        await self.people.wait_for(player.id, lambda message: _button(message, label) != "", self.patience)
        newest = [message for message in await self._from_the_bot(player) if _button(message, label)][-1]
        return await self.people.press_data(player.id, newest["message_id"], _button(newest, label))

    async def _from_the_bot(self, player: Player) -> list[Message]:
        return [item for item in await self.people.messages(player.id) if item["from_id"] != player.id]

    async def _sees(self, player: Player, kind: str, parts: list[str]) -> None:
        def fits(message: Message) -> bool:
            if message["from_id"] == player.id or (kind and message["kind"] != kind):
                return False
            return all(part in plain(words(message)) for part in parts)

        player.last = await self.people.wait_for(player.id, fits, self.patience, after=player.seen)
        player.seen = player.last["seq"]


def plain(text: str) -> str:
    """Text with ordinary spaces: French sets narrow ones before its signs and in its numbers."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


def _button(message: Message, label: str) -> str:
    """The data of the first button whose label holds these words, or nothing."""
    buttons = (one for row in message["buttons"] for one in row)
    return next((str(one["data"]) for one in buttons if label in one["text"] and "data" in one), "")
