"""People: roles, what the bot waits for from them, languages, referrals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from chatbot.domain.speaker import Speaker

LANGUAGES = ("en", "zh", "fr", "es")
"""Languages of the bot's own texts; the first is the one to fall back to."""


def interface_language(tag: str | None) -> str:
    """The language of ours that serves a BCP 47 tag ("zh-hant" → "zh", "de" → "en")."""
    language = (tag or "").lower().replace("_", "-").split("-")[0]
    return language if language in LANGUAGES else LANGUAGES[0]


class Role(StrEnum):
    """What a person may do. Anybody may be client or referrer; the settings name founders and team."""

    PERSON = "person"
    TEAM = "team"
    FOUNDER = "founder"


@dataclass(frozen=True, slots=True)
class Expecting:
    """What the next ordinary message of a person will be taken for ("edit", "decline", …) and about what."""

    what: str
    about: Mapping[str, int | str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """A person, known by Telegram user id; client, referrer and founder may be one person."""

    id: int
    telegram_id: int
    name: str = field(repr=False)
    username: str = field(repr=False)
    language: str  # of the bot's texts for them: one of LANGUAGES
    language_chosen: bool
    pseudonym: str = field(repr=False)  # stands for them in the ledger after an erasure
    created_at: datetime
    speaker: Speaker = Speaker.BOT
    blocked: bool = False
    expecting: Expecting | None = None
    talking_to: int | None = None  # lead that a founder's or team member's plain messages go to
    current_lead: int | None = None
    referral_code: str | None = field(default=None, repr=False)

    @property
    def is_forgotten(self) -> bool:
        """Whether this is but the trace of somebody who was forgotten: no chat, no name, a pseudonym in the ledger."""
        return self.telegram_id < 0


@dataclass(frozen=True, slots=True)
class Referral:
    """A contact brought by a referrer; the commission rate is locked when it is made."""

    id: int
    referrer_id: int
    client_id: int
    rate_bp: int  # hundredths of a percent
    created_at: datetime
    protected_until: datetime
    private: bool = False  # the client asked that the friend hears nothing of how far things are


class HandOffState(StrEnum):
    """Where a hand-off is."""

    WAITING = "waiting"
    HUMAN = "human"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class HandOff:
    """A chat handed to a person: why, by when somebody answers, and in which room the team sees it."""

    id: int
    lead_id: int
    contact_id: int
    reason: str  # accepted, discuss, asked, taken_over
    state: HandOffState
    opened_at: datetime
    due_at: datetime
    answered_at: datetime | None = None
    human_id: int | None = None  # contact who answered first
    topic_id: int | None = None  # of the team group, where there is one
