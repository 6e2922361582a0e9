"""The founder at work: cards, decisions, trials and bookings, each noted with what it makes due."""

from __future__ import annotations

import re
from dataclasses import dataclass

from torture.account import TRIAL_DEPOSIT, Project, amount
from torture.briefs import QUESTIONS, REASONS
from torture.people import People, button_of, holds
from torture.watch import StuckError

from chatbot.demo.model import Message

_CARD = re.compile(r"Lead (\d+) · .*\nQuote (\S+), version (\d+)")
_PRICE = re.compile(r"💰 CN¥([\d,]+)–([\d,]+),")
LOOK_AGAIN = 3.0  # seconds until the founder tries a card again that has not changed


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
        await self.people.calm(project.client, project.lead)
        return await self.people.until(lambda: self.card(project), f"a card for {project.name}")

    async def _press(self, project: Project, label: str, times: int = 1) -> Card:
        card = await self.next_card(project)
        self.people.press(self.founder, (card.message, button_of(card.message, label)), times)
        return card

    # ---- decisions ------------------------------------------------------------------------------------------------

    async def approve(self, project: Project) -> None:
        """Approve the newest version; again where a newer one came, or where words of the client's waited."""
        while True:
            card = await self._press(project, "button-approve", self.people.often())
            if await self._done("approved", card.number):
                break
        project.version = card.version
        first = "approved" not in project.history
        project.history.append("approved")
        due, client = self.account.due, project.client
        due(client, "quote-map")
        due(client, "quote-price", card.number, card.price)
        due(self.founder, "card-done-approved", f"{card.number},")
        if first:
            self.news(project, "quoted")
        await self.people.sees(client, "quote-price", card.number, since=project.since, language=project.language)

    async def _done(self, outcome: str, number: str) -> bool:
        """Whether the card was decided; False where the founder had better look again."""
        try:
            await self.people.watch.until(
                lambda: self.people.find(
                    self.founder, lambda one: number in one.text and holds(one, f"card-done-{outcome}", "en", number)
                ),
                LOOK_AGAIN,
                outcome,
            )
        except StuckError:
            return False
        return True

    async def set_range(self, project: Project) -> None:
        """Edit: the founder's own range. The question and its answer follow each other without a pause."""
        low, wider = self.chance.randint(40, 99), self.chance.randint(3, 40)
        await self._press(project, "button-edit")
        self.people.write(self.founder, f"range {low}-{low + wider}k")
        price = f"¤{low}000{low + wider}000"
        await self.people.until(
            lambda: (card := self.card(project)) and card.price == price, f"{price} for {project.name}"
        )

    async def ask(self, project: Project) -> None:
        """Ask the client first."""
        card = await self._press(project, "button-ask")
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
        card = await self._press(project, "button-decline")
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
        self.news(project, "lost")
        await self.people.sees(client, "declined-thanks", since=project.since, language=project.language)

    def news(self, project: Project, what: str, *parts: str) -> None:
        """The friend is owed this news, unless the client keeps it private; news of their own money in any case."""
        own_money = what in ("paid", "refunded")
        if project.friend is not None and (own_money or not project.private):
            name = () if project.private else (project.name,)
            self.account.due(project.friend, f"referral-news-{what}", *name, *parts)

    # ---- money ----------------------------------------------------------------------------------------------------

    async def book(self, project: Project, command: str, kind: str, *parts: str) -> None:
        """Give the command and book its card, or first give it once and cancel."""
        if self.chance.random() < 0.15:
            await self._cancelled(project, command, kind, *parts)
        button = await self._booking(project, command, kind, "booking-button-book", *parts)
        self.people.press(self.founder, button, self.people.often())
        self.account.due(self.founder, f"booked-{kind}", project.name, *parts, edited=True)

    async def _cancelled(self, project: Project, command: str, kind: str, *parts: str) -> None:
        message, cancel = await self._booking(project, command, kind, "booking-button-cancel", *parts)
        book = button_of(message, "booking-button-book")
        self.people.press(self.founder, (message, cancel), 2)
        self.people.press(self.founder, (message, book))  # too late
        self.account.due(self.founder, "booking-cancelled", str(project.lead), edited=True)
        # Else the next command's card might be taken for this one.
        await self.people.until(
            lambda: holds(message, "booking-cancelled", "en") or self._twin(message, "booking-cancelled"), "cancelling"
        )

    def _twin(self, message: Message, text: str) -> Message | None:
        return self.people.find(self.founder, lambda one: holds(one, text, "en"), message.message_id)

    async def _booking(self, project: Project, command: str, kind: str, label: str, *parts: str) -> tuple[Message, str]:
        since = self.people.now()
        self.people.write(self.founder, command)
        return await self.people.button(
            self.founder,
            label,
            lambda one: project.name in one.text and holds(one, f"booking-{kind}", "en", *parts),
            since,
        )

    async def sign(self, project: Project) -> None:
        """The price is signed."""
        cents = self.chance.randint(30_000, 90_000) * 100
        await self.book(project, f"/won {project.lead} {cents // 100}", "won", amount(cents))
        project.signed = cents
        project.history.append("signed")
        await self._told(project, "won-client", amount(cents))
        self.news(project, "won")

    async def drop(self, project: Project) -> None:
        """It will not happen."""
        await self.book(project, f"/lost {project.lead} {self.chance.choice(REASONS)}", "lost")
        project.history.append("dropped")
        await self._told(project, "lost-client")
        self.news(project, "lost")

    async def take_payment(self, project: Project) -> None:
        """The client has paid a part, with cents or without."""
        cents = self.chance.randint(1_000_00, 9_999_99)
        cents -= self.chance.choice((0, cents % 100))
        await self.book(project, f"/paid {project.lead} {cents / 100:.2f}", "paid", amount(cents))
        self.news(project, "paid", amount(project.pay(cents)))
        await self._told(project, "paid-client", amount(cents))

    async def give_back(self, project: Project) -> None:
        """A part of it goes back."""
        cents = self.chance.randint(1_00, project.received)
        command = f"/refund {project.lead} {cents / 100:.2f} {self.chance.choice(REASONS)}"
        await self.book(project, command, "refund", amount(cents))
        change = project.pay(-cents)
        if change:
            self.news(project, "refunded", amount(change))
        await self._told(project, "refund-client", amount(cents))

    async def _told(self, project: Project, text: str, *parts: str) -> None:
        """The client is owed these words of a booking; wait for them."""
        self.account.due(project.client, text, *parts)
        await self.people.sees(project.client, text, *parts, since=project.since, language=project.language)

    # ---- the trial ------------------------------------------------------------------------------------------------

    async def offer_trial(self, project: Project) -> None:
        """Offer a trial, by the card and its confirmation."""
        card = await self._press(project, "button-trial")
        offer = await self.people.button(
            self.founder,
            "trial-button-offer",
            lambda one: holds(one, "trial-confirm", "en", project.name),
            card.message.message_id,
        )
        self.people.press(self.founder, offer, self.people.often())
        project.version = card.version
        project.history.append("trial offered")
        self.account.due(self.founder, "trial-offered-founder", project.name, edited=True)
        await self._told(project, "trial-offer-client", amount(TRIAL_DEPOSIT))

    async def take_deposit(self, project: Project) -> None:
        """The deposit has come."""
        command = f"/paid {project.lead} {TRIAL_DEPOSIT // 100}"
        await self.book(project, command, "deposit", amount(TRIAL_DEPOSIT))
        project.pay_deposit(TRIAL_DEPOSIT)
        project.history.append("deposit paid")
        await self._told(project, "trial-paid-client", amount(TRIAL_DEPOSIT))
        self.account.due(self.founder, "trial-verdict", project.name)

    async def judge(self, project: Project, feasible: bool) -> None:
        """Say whether the project can be done."""
        label = "trial-button-feasible" if feasible else "trial-button-not-feasible"
        verdict = await self.people.button(
            self.founder, label, lambda one: holds(one, "trial-verdict", "en", project.name), project.since
        )
        if feasible:
            self.people.press(self.founder, verdict, self.people.often())
            self.news(project, "paid", amount(project.credit_deposit()))
            project.history.append("feasible")
            await self._told(project, "trial-feasible-client", amount(TRIAL_DEPOSIT))
            return
        self.people.press(self.founder, verdict)
        reason = f"{self.chance.choice(REASONS)} ({project.name})"
        self.people.write(self.founder, reason)
        project.pay_deposit(-TRIAL_DEPOSIT)
        project.history.append("not feasible")
        self.news(project, "lost")
        self.account.due(self.founder, "trial-refund-owed", project.name)
        await self._told(project, "trial-not-feasible-client", reason, amount(TRIAL_DEPOSIT))
