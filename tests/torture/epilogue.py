"""When the killing is over: a client asks to be forgotten, hours pass, and what was promised and not kept is owned up
to."""

from __future__ import annotations

from torture.account import Project
from torture.desk import Desk
from torture.lives import Fate, Lives
from torture.people import People
from torture.rooms import Rooms
from torture.stories import Story
from torture.watch import SENT

HOURS = 5  # longer than a review and an answer are promised to take, shorter than twice an answer


class Epilogue:
    """Three clients: one waits for a quote, one for a person, and one has had enough."""

    def __init__(self, people: People, desk: Desk, rooms: Rooms, lives: Lives) -> None:
        self.people = people
        self.account = people.account
        self.desk = desk
        self.rooms = rooms
        self.lives = lives

    async def begin(self) -> None:
        """All three are kept waiting."""
        waits, self.gone = (self._story(number) for number in (9001, 9002))
        await waits.until_drawn()
        await self.gone.until_called()
        called = self._story(9003)
        await called.until_called()

    def _story(self, number: int) -> Story:
        return Story(self.people, self.desk, self.rooms, {}, number)

    async def forget(self) -> None:
        """Killed at the first word that the press makes the bot say."""
        project = self.gone.project
        client, language = project.client, project.language
        self.desk.card(project)  # where there is one, it tells the number of the lead
        self.people.write(client, "/forget")
        button = await self.people.button(client, "forget-button-yes", since=project.since, language=language)
        await self.lives.end()
        self.people.press(client, button, 2)
        self._forgotten(project)
        await self.lives.live(Fate(SENT))
        await self.lives.live(None)
        await self.people.sees(client, "forget-done", since=project.since, language=language)

    def _forgotten(self, project: Project) -> None:
        self.account.forgotten.add(project.client)
        for key in [key for key, written in self.account.written.items() if written.client == project.client]:
            del self.account.written[key]
        self.account.due(self.desk.founder, "forgotten-founder")
        for chat_id in set(self.rooms.chats) - {self.desk.founder}:  # who has it from the report
            self.account.due(chat_id, "hand-off-forgotten")

    async def hours_pass(self) -> None:
        """The clock goes on, and with it every promise that nobody kept is late."""
        await self.lives.end()
        self.lives.hours += HOURS
        for project in self.account.projects:
            if project.client in self.account.forgotten:
                continue
            if project.stage == "reviewing":
                self.account.due(project.client, "review-late")
                self.account.due(self.desk.founder, "review-late-founder", project.name)
            if project.human:
                self.account.due(project.client, "hand-off-late")
                for chat_id in self.rooms.chats:
                    self.account.due(chat_id, "hand-off-late-team", project.name)
        await self.lives.live(None)
