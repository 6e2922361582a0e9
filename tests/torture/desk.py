"""The founder decides on quote cards; each decision is noted with what it makes due."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from torture.account import Project
from torture.briefs import QUESTIONS, REASONS
from torture.people import People, button_of, holds
from torture.watch import StuckError

from chatbot.demo.model import Message

_CARD = re.compile(r"Lead (\d+) · .*\nQuote (\S+), version (\d+)")
_PRICE = re.compile(r"💰 CN¥([\d,]+)–([\d,]+),")
LOOK_AGAIN = 3.0  # seconds until the founder tries a card again that has not changed
APPROVED = ("approved", "approved-away")  # to a client who is there, or who has blocked the bot


@dataclass(frozen=True, slots=True)
class Card:
    """A quote card with its buttons, read as the founder reads it."""

    message: Message
    number: str
    version: int
    price: str


class Desk:
    """The founder's private chat."""

    def __init__(self, people: People, founder: int) -> None:
        self.people = people
        self.account = people.account
        self.chance = people.chance
        self.founder = founder

    def card(self, project: Project) -> Card | None:
        """The card of a version that is newer than the one decided last."""
        for message in self.people.watch.said(self.founder, project.since):
            found = _CARD.search(message.text) if project.name in message.text else None
            if found and int(found[3]) > project.version and button_of(message, "button-approve"):
                project.lead = int(found[1])
                price = _PRICE.search(message.text)
                digits = re.sub(r"\D", "", price[1] + price[2]) if price else ""
                return Card(message, found[2], int(found[3]), f"¤{digits}")
        return None

    async def next_card(self, project: Project) -> Card:
        """Wait for such a card, and until the bot has read all that the client wrote: it may draw another."""
        await self.people.until(lambda: self.card(project), f"a card for {project.name}")
        await self.people.calm.of_client(project.client)
        return await self.people.until(lambda: self.card(project), f"a card for {project.name}")

    async def press(self, project: Project, label: str, times: int = 1) -> Card:
        """Press this button of the newest card."""
        card = await self.next_card(project)
        self.people.press(self.founder, (card.message, button_of(card.message, label)), times)
        return card

    async def approve(self, project: Project) -> None:
        """Approve the newest version; again where a newer one came, or where words of the client's waited."""
        card = await self._approved(project)
        project.version = card.version
        first = "approved" not in project.history
        project.history.append("approved")
        if self.people.world.people[project.client].blocked:
            self.people.start(project.client)  # what did not arrive is sent now
            self.account.due(project.client, "greeting")
        due, client = self.account.due, project.client
        due(client, "quote-map")
        due(client, "quote-price", card.number, card.price)
        how = next(how for how in reversed(APPROVED) if self._says(f"card-done-{how}", card.number))
        due(self.founder, f"card-done-{how}", f"{card.number},")
        if first:
            self.account.news(project, "quoted")
        await self.people.sees(client, "quote-price", card.number, since=project.since, language=project.language)

    async def _approved(self, project: Project) -> Card:
        """Press until it is done; the card that was approved."""
        card = await self.press(project, "button-approve", self.people.often())
        deadline = time.monotonic() + self.people.patience
        while not await self._decided(card.number):
            if time.monotonic() > deadline:
                raise StuckError(f"not within {self.people.patience} s: {card.number} approved")
            newest = self.card(project)
            if newest is not None:
                card = newest
                button = card.message, button_of(card.message, "button-approve")
                self.people.press(self.founder, button, self.people.often())
        return card

    async def _decided(self, number: str) -> bool:
        """Whether the card says that it was approved; False where the founder had better look again."""
        try:
            await self.people.watch.until(
                lambda: any(self._says(f"card-done-{how}", number) for how in APPROVED), LOOK_AGAIN, "approved"
            )
        except StuckError:
            return False
        return True

    def _says(self, text: str, number: str) -> bool:
        found = self.people.find(self.founder, lambda one: number in one.text and holds(one, text, "en", number))
        return found is not None

    async def set_range(self, project: Project) -> None:
        """Edit: the founder's own range. The question and its answer follow each other without a pause."""
        low, wider = self.chance.randint(40, 99), self.chance.randint(3, 40)
        await self.press(project, "button-edit", self.people.often())
        self.people.write(self.founder, f"range {low}-{low + wider}k")
        price = f"¤{low}000{low + wider}000"
        await self.people.until(
            lambda: (card := self.card(project)) and card.price == price, f"{price} for {project.name}"
        )

    async def ask(self, project: Project) -> None:
        """Ask the client first."""
        card = await self.press(project, "button-ask", self.people.often())
        question = f"{self.chance.choice(QUESTIONS)} ({card.number})"
        message_id = self.people.write(self.founder, question)
        self.people.note(project.client, self.founder, message_id, "human", question)
        project.version = card.version
        project.history.append("asked")
        self.account.due(project.client, "founder-asks", question)
        self.account.due(self.founder, "card-done-asked", f"({card.number})")
        await self.people.sees(project.client, "founder-asks", question, language=project.language)

    async def decline(self, project: Project) -> None:
        """Decline for one of our reasons, or in the founder's own words."""
        card = await self.press(project, "button-decline")
        client = project.client
        if self.chance.random() < 0.5:
            why = await self.people.button(
                self.founder,
                f"decline-reason-{self.chance.choice(('full', 'field', 'size'))}",
                lambda one: holds(one, "decline-why", "en", f"lead {project.lead}?"),
                project.since,
            )
            self.people.press(self.founder, why, self.people.often())
        else:
            words = f"I am sorry: {self.chance.choice(REASONS)} ({card.number})."
            self.people.press(self.founder, (card.message, button_of(card.message, "button-decline")))
            message_id = self.people.write(self.founder, words)
            self.people.note(client, self.founder, message_id, "human", words)
            self.account.due(client, "declined-in-words", words)
        project.history.append("declined")
        self.account.due(client, "declined")
        self.account.due(self.founder, "card-done-declined", f"({card.number})")
        self.account.news(project, "lost")
        await self.people.sees(client, "declined-thanks", since=project.since, language=project.language)
