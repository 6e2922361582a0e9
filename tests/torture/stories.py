"""What becomes of one client, from the first word to the last payment: chance decides, the account remembers."""

from __future__ import annotations

import asyncio

from torture.account import TRIAL_DEPOSIT, Project, amount
from torture.briefs import BRIEFS, MORE, NAMES
from torture.desk import Desk
from torture.looks import edit_in_words, preview
from torture.people import People, button_of
from torture.rooms import Rooms
from torture.till import Till
from torture.watch import keys

from chatbot.demo.model import Message

LANGUAGES = ("en", "zh", "fr", "es")


class Story:
    """One client among the others."""

    def __init__(self, people: People, desk: Desk, rooms: Rooms, links: dict[int, str], number: int) -> None:
        self.people = people
        self.account = people.account
        self.chance = people.chance
        self.desk = desk
        self.till = Till(desk)
        self.rooms = rooms
        self._link = ""
        self._seen: set[str] = set()  # questions that were answered
        since = people.now()
        language = self.chance.choice(LANGUAGES)
        client = people.world.add_person(f"{self.chance.choice(NAMES)}{number:04d}", language)
        friend = self.chance.choice([None, *links])
        if friend is not None:
            self._link = links[friend]
        self.project = Project(client.id, client.name, language, friend, since)
        self.account.projects.append(self.project)

    async def play(self) -> None:
        """Live it to its end."""
        await self._come()
        await self._tell()
        if self.chance.random() < 0.15:
            await self._call()
        await self._draw()
        if self.chance.random() < 0.25:
            await self.desk.set_range(self.project)
            self.project.edits += 1
        if self.chance.random() < 0.2:
            await self.chance.choice((preview, edit_in_words))(self.desk, self.project)
        match self.chance.choices(("approve", "ask", "decline", "trial"), (60, 12, 12, 16))[0]:
            case "decline":
                await self.desk.decline(self.project)
                return
            case "ask":
                await self.desk.ask(self.project)
                self._more()
                await self._draw()
            case "trial" if not await self._tried():
                return
        if self.chance.random() < 0.1:
            await self._go_away()
        await self.desk.approve(self.project)
        await self._decide()

    async def until_drawn(self) -> None:
        """Come, tell, and wait for a quote."""
        await self._come()
        await self._tell()
        await self._draw()

    async def until_called(self) -> None:
        """Come, tell, and wait for a person: with a quote, where there was nothing left to ask."""
        await self._come()
        await self._tell()
        await self.people.until(lambda: self.desk.card(self.project) or self._question(), "a question")
        await self.people.calm.of_client(self.project.client)
        if self.desk.card(self.project):
            self.project.history.append("drawn")
        await self._ask_for_person()

    async def _go_away(self) -> None:
        """Block the bot, having read all that it said; one comes back after the next decision."""
        await self.people.calm.of_client(self.project.client)
        self.people.block(self.project.client)

    # ---- telling --------------------------------------------------------------------------------------------------

    async def _come(self) -> None:
        """By a friend's link, by Start, or with the first words."""
        project = self.project
        if not self._link and self.chance.random() < 0.3:
            return
        self.people.start(project.client, self._link)
        self.account.due(project.client, "greeting")
        if project.friend is not None:
            self.account.due(project.friend, "referral-receipt")
            if self.chance.random() < 0.2:
                await self._keep_private()

    async def _keep_private(self) -> None:
        project = self.project
        button = await self._button("referral-button-private")
        self.people.press(project.client, button, self.people.often())
        project.private = True
        self.account.due(project.client, "referral-kept-private")
        await self._sees("referral-kept-private")

    async def _tell(self) -> None:
        """Write the brief in a burst, answer some questions, and perhaps change one's words."""
        project, client = self.project, self.project.client
        project.history.append("told")
        sent, pauses = [], 0
        for line in self.chance.choice(BRIEFS[project.language]):
            if sent and self.chance.random() < 0.3:  # people do not write all at once
                await asyncio.sleep(self.chance.choice((0.05, 0.2)))
                pauses += 1
            sent.append((self.people.tell(client, line), line))
        project.turn(1, 1 + pauses)
        self.account.news(project, "talked")
        for _ in range(self.chance.randint(0, 3)):
            if not await self._answer_question():
                break
        if self.chance.random() < 0.2:
            message_id, line = self.chance.choice(sent)
            self.people.edit(client, message_id, f"{line}!")
            project.turn(0)  # the next answer may take it in

    async def _answer_question(self) -> bool:
        """Tap an answer, skip, or write; False where the bot asks nothing any more."""
        project = self.project
        found = await self.people.until(lambda: self.desk.card(project) or self._question(), "a question")
        if not isinstance(found, Message):
            return False
        self._seen.add(button_of(found, "button-draft", project.language))
        kind = self.chance.choice(("tap", "skip", "write"))
        answers = [one for one in keys(found) if not self._is_fixed(found, str(one["callback_data"]))]
        if kind == "tap" and answers:
            answer = self.chance.choice(answers)
            self.people.press(project.client, (found, answer["callback_data"]), self.people.often())
            self.account.tapped[project.client, answer["text"]] += 1
            project.turn(1)
        elif kind == "skip":
            skip = button_of(found, "button-skip", project.language)
            self.people.press(project.client, (found, skip), self.people.often())
            project.turn(1)
        elif self.chance.random() < 0.7:
            self._more()
        else:
            caption = f"{self.chance.choice(MORE[project.language])} ({project.name})"
            self.people.send_picture(project.client, caption)
            project.turn(1)
            self.account.due(self.desk.founder, "relay-file", caption)
        return True

    def _question(self) -> Message | None:
        button = self.people.has_button(
            self.project.client,
            "button-draft",
            lambda one: button_of(one, "button-draft", self.project.language) not in self._seen,
            self.project.since,
            self.project.language,
        )
        return button[0] if button else None

    def _is_fixed(self, message: Message, data: str) -> bool:
        labels = ("button-skip", "button-draft", "button-human")
        return data in [button_of(message, label, self.project.language) for label in labels]

    def _more(self) -> None:
        self.people.tell(self.project.client, self.chance.choice(MORE[self.project.language]))
        self.project.turn(1)

    async def _draw(self) -> None:
        """Have it drawn: by the button, or because the bot has nothing left to ask."""
        while True:
            found = await self.people.until(
                lambda: self.desk.card(self.project) or self._question(), f"a card for {self.project.name}"
            )
            if not isinstance(found, Message):
                break
            draft = button_of(found, "button-draft", self.project.language)
            self._seen.add(draft)
            self.people.press(self.project.client, (found, draft), self.people.often())
        self.project.history.append("drawn")

    async def _call(self) -> None:
        """Ask for a person, talk, and go on with the bot."""
        await self._ask_for_person()
        await self.rooms.talk(self.project)
        if self.desk.card(self.project) is None:
            self._more()

    async def _ask_for_person(self) -> None:
        await self.people.until(lambda: self.desk.card(self.project) or self._question(), "a question")
        self.rooms.opening(self.project)
        self.people.write(self.project.client, "/human")
        await self.rooms.opened(self.project, "hand-off-asked")
        self.project.interrupted += 1

    # ---- the trial ------------------------------------------------------------------------------------------------

    async def _tried(self) -> bool:
        """The trial; True where it ends with a new card."""
        project = self.project
        await self.till.offer_trial(project)
        label = self.chance.choice(("trial-button-accept", "trial-button-accept", "trial-button-refuse"))
        button = await self._button(label)
        if label == "trial-button-refuse":
            self.people.press(project.client, button)
            project.history.append("trial refused")
            self.account.due(project.client, "trial-refused-client", edited=True)
            self.account.due(self.desk.founder, "trial-refused-founder", project.name)
            await self.people.sees(self.desk.founder, "trial-refused-founder", project.name, since=project.since)
            return False
        self.people.press(project.client, button, self.people.often())
        project.history.append("trial accepted")
        self.account.due(project.client, "trial-accepted-client", amount(TRIAL_DEPOSIT), edited=True)
        self.account.due(self.desk.founder, "trial-accepted-founder", project.name)
        await self.people.sees(self.desk.founder, "trial-accepted-founder", project.name, since=project.since)
        await self.till.take_deposit(project)
        feasible = self.chance.random() < 0.7
        await self.till.judge(project, feasible)
        if feasible:
            await self._draw()
        return feasible

    # ---- the quote ------------------------------------------------------------------------------------------------

    async def _decide(self) -> None:
        """Accept, talk it over first, change the scope first, or not now."""
        project, client = self.project, self.project.client
        if self.chance.random() < 0.2:
            self.people.write(client, "/status")
            self.account.due(client, "status-lead", str(project.lead))
        match self.chance.choices(("accept", "discuss", "change", "not now"), (60, 14, 14, 12))[0]:
            case "not now":
                await self._not_now()
                return
            case "discuss":
                self.rooms.opening(project)
                self.people.press(client, await self._button("button-discuss"))  # a second tap is answered
                await self.rooms.opened(project, "hand-off-discuss")
                await self.rooms.talk(project)
            case "change":
                self.people.press(client, await self._button("button-change"), self.people.often())
                project.history.append("scope changed")
                self.account.due(client, "change-what")
                self.account.due(self.desk.founder, "scope-changes", project.name)
                await self._sees("change-what")
                self._more()
                await self._draw()
                await self.desk.approve(project)
        self.rooms.opening(project)
        self.people.press(client, await self._button("button-accept"), self.people.often())
        project.history.append("accepted")
        self.account.due(client, "accepted")
        self.account.news(project, "agreed")
        await self.rooms.opened(project, "hand-off-accepted")
        if self.chance.random() < 0.7:
            await self.rooms.talk(project)
        await self._close()

    async def _not_now(self) -> None:
        project = self.project
        self.people.press(project.client, await self._button("button-not-now"))  # each tap of their own is asked why
        self.account.due(project.client, "not-now-why")
        reason = self.chance.choice(("price", "time", "later"))
        button = await self._button(f"not-now-{reason}")
        self.people.press(project.client, button, self.people.often())
        project.history.append("not now")
        self.account.due(project.client, "not-now-thanks", edited=True)
        self.account.due(self.desk.founder, "not-now-founder", project.name)
        await self.people.sees(self.desk.founder, "not-now-founder", project.name, since=project.since)

    async def _close(self) -> None:
        if self.chance.random() < 0.2:
            await self.till.drop(self.project)
            return
        await self.till.sign(self.project)
        for _ in range(self.chance.randint(1, 3)):
            await self.till.take_payment(self.project)
        for _ in range(self.chance.randint(0, 2)):
            await self.till.give_back(self.project)

    async def _button(self, label: str) -> tuple[Message, str]:
        """The newest: those of an earlier quote do nothing."""
        return await self.people.button(
            self.project.client, label, since=self.project.since, language=self.project.language
        )

    async def _sees(self, text: str, *parts: str) -> Message:
        return await self.people.sees(
            self.project.client, text, *parts, since=self.project.since, language=self.project.language
        )
