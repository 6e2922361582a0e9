"""The shop: what the rules need to know of its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from chatbot.domain.allowance import Allowance
from chatbot.domain.brief import Topic
from chatbot.domain.money import Money
from chatbot.domain.people import Role
from chatbot.domain.pricing import RateCard
from chatbot.domain.working_hours import QuietHours, WorkingHours


@dataclass(frozen=True, slots=True)
class Shop:
    """Who the shop is, what it charges, when it works, who belongs to it."""

    name: str
    details: str
    tax_note: str
    bot_username: str
    founder_ids: tuple[int, ...]
    team_ids: tuple[int, ...]
    team_chat_id: int | None
    founder_language: str
    currency: str
    rates: Mapping[str, Decimal]  # units of `currency` for one unit of another
    card: RateCard
    trial_deposit: Money
    commission_bp: int
    quote_valid_days: int
    referral_days: int
    zone: ZoneInfo
    hours: WorkingHours
    quiet: QuietHours | None
    burst: timedelta  # how long fragments are collected
    review_time: timedelta  # working time in which the founder checks a draft
    answer_time: timedelta  # working time in which a person answers
    max_questions: int = 6
    translates: bool = False  # a model is configured that translates and hears voice
    provider: str = ""  # who runs the language model, by name; empty where it is the shop's own or there is none
    own_model: bool = False  # a language model on the shop's own computer
    retention: timedelta | None = None  # after so long without a word people are forgotten; None: when they ask
    privacy_note: str = ""  # who processes what people write, in the shop's own words
    newcomers: Allowance = field(default_factory=Allowance)  # clients whom no founder knows yet
    company: str = ""  # prompts/company.md: what may be told without asking the founder
    tellings: Mapping[tuple[Topic, str], str] = field(default_factory=dict, repr=False)  # answers to tap, for founders

    def role(self, telegram_id: int) -> Role:
        """What the settings make of this person."""
        if telegram_id in self.founder_ids:
            return Role.FOUNDER
        return Role.TEAM if telegram_id in self.team_ids else Role.PERSON

    def told(self, topic: Topic, value: str) -> str:
        """A fact as the founders read it: the client's words, or what a tap on an answer of the bot's means."""
        return self.tellings.get((topic, value), value)

    @property
    def terms(self) -> str:
        """The terms that a quote is approved under."""
        return f"{self.name}\n{self.details}\n{self.tax_note}"
