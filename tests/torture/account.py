"""The driver's own account of what it did and what is therefore due: the history that the bot is held against.

It shares no rule with the bot: where a lead is follows from the last thing that happened to it, and money is added up
here once more, in whole cents.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

COMMISSION_BP = 500
TRIAL_DEPOSIT = 5_000_00

STAGE_AFTER = {
    "told": "listening",
    "drawn": "reviewing",
    "asked": "listening",
    "approved": "quoted",
    "scope changed": "listening",
    "not now": "paused",
    "accepted": "agreed",
    "declined": "declined",
    "trial offered": "trial_offered",
    "trial accepted": "trial_agreed",
    "trial refused": "paused",
    "deposit paid": "trial_paid",
    "feasible": "drafting",
    "not feasible": "lost",
    "signed": "won",
    "dropped": "lost",
}


@dataclass(frozen=True, slots=True)
class Due:
    """Words that a chat is owed once: the name of our text, and what must stand in it.

    A part "¤68000" is an amount, found by its digits alone. `edited` words replace an earlier message.
    """

    chat_id: int
    text: str
    parts: tuple[str, ...] = ()
    edited: bool = False


@dataclass(slots=True)
class Written:
    """A message that belongs into a client's transcript."""

    client: int
    chat_id: int
    message_id: int
    author: str
    text: str


@dataclass(slots=True)
class Project:
    """A client's lead as the driver has seen it: what happened to it, and what was paid for it, in cents."""

    client: int
    name: str
    language: str
    friend: int | None
    since: int  # the number of the last message before the client came
    lead: int = 0
    version: int = 0  # of the last quote that the founder decided on
    private: bool = False
    history: list[str] = field(default_factory=list)
    signed: int | None = None
    received: int = 0
    deposit: int = 0
    earned: int = 0
    cards: Counter[tuple[str, str, int | None]] = field(default_factory=Counter)  # kind and end of booking cards, cents
    calls: int = 0  # how often a person was called
    human: bool = False  # and whether the chat is with one now
    interrupted: int = 0  # how often that was while something may have been drawn: then no review is promised
    edits: int = 0  # versions that the founder made
    turns: tuple[int, int] = (0, 0)  # at least, at most
    lines: list[tuple[str, int]] = field(default_factory=list)  # account and cents, debits above zero

    @property
    def stage(self) -> str:
        """Where the lead should be."""
        return STAGE_AFTER[self.history[-1]]

    def turn(self, least: int, most: int = 1) -> None:
        """The client did what the bot answers: once, or several times where it could not take it for one burst."""
        self.turns = self.turns[0] + least, self.turns[1] + most

    def pay(self, cents: int) -> int:
        """A payment, or below zero a refund; returns what it changes in the friend's earnings."""
        self._move("cash", f"received:{self.lead}", cents)
        return self._receive(cents)

    def pay_deposit(self, cents: int) -> None:
        """The deposit of a trial came, or below zero went back."""
        self._move("cash", f"deposit:{self.lead}", cents)
        self.deposit += cents

    def credit_deposit(self) -> int:
        """The deposit counts towards the price; returns what it changes in the friend's earnings."""
        held = self.deposit
        self.deposit = 0
        self._move(f"deposit:{self.lead}", f"received:{self.lead}", held)
        return self._receive(held)

    def _receive(self, cents: int) -> int:
        self.received += cents
        if self.friend is None:
            return 0
        before, self.earned = self.earned, (self.received * COMMISSION_BP + 5_000) // 10_000  # half a cent counts up
        change = self.earned - before
        if change:
            self._move("commission", f"referrer:{self.friend}", change)
        return change

    def _move(self, debit: str, credit: str, cents: int) -> None:
        self.lines += [(debit, cents), (credit, -cents)]


@dataclass(slots=True)
class Account:
    """All that was done. People are named by their Telegram ids."""

    projects: list[Project] = field(default_factory=list)
    written: dict[tuple[int, int], Written] = field(default_factory=dict)
    tapped: Counter[tuple[int, str]] = field(default_factory=Counter)  # client and answer, each tapped once or more
    dues: list[Due] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)  # clients who blocked the bot at some time
    forgotten: set[int] = field(default_factory=set)  # clients who asked to be
    presses: int = 0
    stuck: list[str] = field(default_factory=list)

    def remembered(self) -> list[Project]:
        """Those of clients who were not forgotten."""
        return [one for one in self.projects if one.client not in self.forgotten]

    def due(self, chat_id: int, text: str, *parts: str, edited: bool = False) -> None:
        """The chat is owed these words from now on."""
        self.dues.append(Due(chat_id, text, parts, edited))

    def news(self, project: Project, what: str, *parts: str) -> None:
        """The friend is owed this news, unless the client keeps it private; news of their own money in any case."""
        own_money = what in ("paid", "refunded")
        if project.friend is not None and (own_money or not project.private):
            name = () if project.private else (project.name,)
            self.due(project.friend, f"referral-news-{what}", *name, *parts)

    def earned_by(self, friend: int) -> int:
        """What a friend has earned, in cents."""
        return sum(one.earned for one in self.projects if one.friend == friend)


def amount(cents: int) -> str:
    """The part of some due words that names this amount."""
    whole, rest = divmod(abs(cents), 100)
    return f"¤{whole}{rest:02d}" if rest else f"¤{whole}"


def has_part(text: str, part: str) -> bool:
    """Whether words hold a part, given on one line with ordinary spaces."""
    return part[1:] in re.sub(r"\D", "", text) if part.startswith("¤") else part in text
