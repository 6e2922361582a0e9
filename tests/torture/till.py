"""The founder books what was signed and paid, and sees trials through; each is noted with what it makes due."""

from __future__ import annotations

from torture.account import TRIAL_DEPOSIT, Project, amount
from torture.briefs import REASONS
from torture.desk import Desk
from torture.people import button_of, holds

from chatbot.demo.model import Message


class Till:
    """Money, in the founder's private chat."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.people = desk.people
        self.account = desk.account
        self.chance = desk.chance
        self.founder = desk.founder

    async def book(self, project: Project, command: str, kind: str, cents: int | None = None) -> None:
        """Give the command and book its card, or first give it once and cancel."""
        parts = () if cents is None else (amount(cents),)
        card = "paid" if kind == "deposit" else kind
        if self.chance.random() < 0.15:
            await self._cancelled(project, command, kind, *parts)
            project.cards[card, "cancelled", cents] += 1
        button = await self._booking(project, command, kind, "booking-button-book", *parts)
        self.people.press(self.founder, button, self.people.often())
        project.cards[card, "booked", cents] += 1
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
        await self.book(project, f"/won {project.lead} {cents // 100}", "won", cents)
        project.signed = cents
        project.history.append("signed")
        await self._told(project, "won-client", amount(cents))
        self.account.news(project, "won")

    async def drop(self, project: Project) -> None:
        """It will not happen."""
        await self.book(project, f"/lost {project.lead} {self.chance.choice(REASONS)}", "lost")
        project.history.append("dropped")
        await self._told(project, "lost-client")
        self.account.news(project, "lost")

    async def take_payment(self, project: Project) -> None:
        """The client has paid a part, with cents or without."""
        cents = self.chance.randint(1_000_00, 9_999_99)
        cents -= self.chance.choice((0, cents % 100))
        await self.book(project, f"/paid {project.lead} {cents / 100:.2f}", "paid", cents)
        self.account.news(project, "paid", amount(project.pay(cents)))
        await self._told(project, "paid-client", amount(cents))

    async def give_back(self, project: Project) -> None:
        """A part of it goes back."""
        cents = self.chance.randint(1_00, project.received)
        command = f"/refund {project.lead} {cents / 100:.2f} {self.chance.choice(REASONS)}"
        await self.book(project, command, "refund", cents)
        change = project.pay(-cents)
        if change:
            self.account.news(project, "refunded", amount(change))
        await self._told(project, "refund-client", amount(cents))

    async def _told(self, project: Project, text: str, *parts: str) -> None:
        """The client is owed these words of a booking; wait for them."""
        self.account.due(project.client, text, *parts)
        await self.people.sees(project.client, text, *parts, since=project.since, language=project.language)

    # ---- the trial ------------------------------------------------------------------------------------------------

    async def offer_trial(self, project: Project) -> None:
        """Offer a trial, by the card and its confirmation."""
        card = await self.desk.press(project, "button-trial")
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
        await self.book(project, command, "deposit", TRIAL_DEPOSIT)
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
            self.account.news(project, "paid", amount(project.credit_deposit()))
            project.history.append("feasible")
            await self._told(project, "trial-feasible-client", amount(TRIAL_DEPOSIT))
            return
        self.people.press(self.founder, verdict)
        reason = f"{self.chance.choice(REASONS)} ({project.name})"
        self.people.write(self.founder, reason)
        project.pay_deposit(-TRIAL_DEPOSIT)
        project.history.append("not feasible")
        self.account.news(project, "lost")
        self.account.due(self.founder, "trial-refund-owed", project.name)
        await self._told(project, "trial-not-feasible-client", reason, amount(TRIAL_DEPOSIT))
