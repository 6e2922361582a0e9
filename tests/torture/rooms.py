"""Where the team sees a client's hand-off: everybody's private chat, or a topic in the team's group."""

from __future__ import annotations

from torture.account import Project
from torture.briefs import ANSWERS, TALK
from torture.people import People, button_of, holds


class Rooms:
    """The crew (founder first), and their group, if there is one."""

    def __init__(self, people: People, crew: list[int], group: int | None) -> None:
        self.people = people
        self.account = people.account
        self.chance = people.chance
        self.crew = crew
        self.group = group
        self._before: dict[int, int] = {}  # by client, the number of the last message before the hand-off was opened

    @property
    def chats(self) -> list[int]:
        """The chats that hear everything of a hand-off."""
        return self.crew if self.group is None else [self.group]

    def _due(self, text: str, *parts: str, without: int | None = None) -> None:
        for chat_id in self.chats:
            if chat_id != without:
                self.account.due(chat_id, text, *parts)

    def opening(self, project: Project) -> None:
        """Now a person is called."""
        # All private chats share one numbering; a group has its own.
        self._before[project.client] = (
            self.people.now() if self.group is None else self.people.world.chats[self.group].last_message_id
        )

    async def opened(self, project: Project, words: str) -> None:
        """A person was called: the client is owed `words`, the team the card and all that was written so far."""
        project.calls += 1
        project.human = True
        self.account.due(project.client, words)
        self._due("hand-off-wanted", project.name)
        self._due("hand-off-transcript", project.name)
        since = self._before[project.client]
        await self.people.sees(self.chats[0], "hand-off-transcript", project.name, since=since)

    async def talk(self, project: Project) -> None:
        """Client and crew write to each other for a while, then the bot gets its chat back."""
        answered = False
        for number in range(self.chance.randint(0, 3)):
            await self._client_writes(project, number, waiting=not answered)
            if self.chance.random() < 0.7:
                await self._crew_answers(project, number, first=not answered)
                answered = True
        await self._give_back(project, answered)

    async def _client_writes(self, project: Project, number: int, waiting: bool) -> None:
        words = f"{self.chance.choice(TALK[project.language])} [{project.name} {len(project.history)}.{number}]"
        if waiting and number == 0:
            self.account.due(project.client, "relay-passed-on")
        self._due("relay-client", words)
        if self.chance.random() < 0.15:
            self.people.send_picture(project.client, words)
        elif self.chance.random() < 0.2:
            message_id = self.people.tell(project.client, words)
            changed = f"{words} !"
            self.people.edit(project.client, message_id, changed)
            self._due("relay-edited", changed)
        else:
            self.people.tell(project.client, words)
        await self.people.sees(self.chats[0], "relay-client", words)

    async def _crew_answers(self, project: Project, number: int, first: bool) -> None:
        words = f"{self.chance.choice(ANSWERS)} ({project.name} {len(project.history)}.{number})"
        human = self.chance.choice(self.crew)
        chat_id = human if self.group is None else self.group
        message_id = await self._written(project, human, words)
        self.people.note(project.client, chat_id, message_id, "human", words)
        self.account.due(project.client, "relay-human", words)
        self._due("relay-answered", words, without=chat_id)
        if first:
            self.account.due(chat_id, "relay-now-human", project.name)
        await self.people.sees(project.client, "relay-human", words, language=project.language)

    async def _written(self, project: Project, human: int, words: str) -> int:
        """Write it in the topic, in reply to what the client wrote, or after *Talk here*; returns the message's id."""
        if self.group is not None:
            relayed = await self.people.sees(self.group, "relay-client", project.name)
            return self.people.write(human, words, chat_id=self.group, topic=relayed.topic or 0)
        if self.chance.random() < 0.7:
            return await self._replied(project, human, words)
        card = await self.people.button(
            human, "hand-off-button-talk", lambda one: project.name in one.text, self._before[project.client]
        )
        self.people.press(human, card, self.people.often())
        return self.people.write(human, words)

    async def _replied(self, project: Project, human: int, words: str) -> int:
        """Reply. The bot does not know the first copy of a message that a kill made it send again, and says so: then
        one replies to the other. Its question may itself be a copy, of one that was asked before."""
        while True:
            relayed = await self.people.sees(human, "relay-client", project.name, since=self._before[project.client])
            since = self.people.now()
            message_id = self.people.write(human, words, reply_to=relayed.message_id)
            await self.people.calm.of_reading(human)
            await self.people.calm.of_client(project.client)
            if self.people.find(project.client, lambda one: words in one.text, project.since):
                return message_id
            await self.people.sees(human, "talk-to-whom", since=since)

    async def _give_back(self, project: Project, answered: bool) -> None:
        human = self.chance.choice(self.crew)
        chat_id, since = human if self.group is None else self.group, self._before[project.client]
        card = await self.people.button(
            chat_id,
            "hand-off-button-back",
            lambda one: holds(one, "hand-off-wanted", "en", project.name),
            since,
        )
        self.people.press(human, card, self.people.often())
        project.human = False
        text = "hand-off-given-back" if answered else "hand-off-given-back-unanswered"
        self.account.due(project.client, text)
        self._due("hand-off-given-back-team", project.name)
        # Cards sent again come in order: the newest is the one that the bot takes the buttons off.
        await self.people.until(lambda: self._settled(project, chat_id, since), text)

    def _settled(self, project: Project, chat_id: int, since: int) -> bool:
        card = self.people.find(chat_id, lambda one: holds(one, "hand-off-wanted", "en", project.name), since)
        return card is not None and not button_of(card, "hand-off-button-back")
