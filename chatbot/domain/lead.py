"""A lead and what is written, quoted, promised and booked under it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from chatbot.domain.approval import Approval
from chatbot.domain.brief import Brief
from chatbot.domain.lead_flow import CLOSED, Event, Stage, next_stage
from chatbot.domain.mind_map import MindMap
from chatbot.domain.money import Money, PriceRange


@dataclass(frozen=True, slots=True)
class Lead:
    """One project inquiry of a client, from the first message to won, lost or declined."""

    id: int
    client_id: int
    stage: Stage
    stage_since: datetime
    created_at: datetime
    language: str  # BCP 47 tag of what the client writes
    title: str = field(default="", repr=False)
    brief: Brief = Brief()
    questions: int = 0  # how many the bot has asked
    understood_up_to: int = 0  # id of the last message that the model has read
    referral_id: int | None = None
    signed: Money | None = None
    closing_reason: str = field(default="", repr=False)
    revision: int = 0  # grows with every change of the brief; a draft of an older one is drawn again

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen."""
        return self.stage not in CLOSED

    def after(self, event: Event, at: datetime) -> Lead:
        """The lead after an event; raises `IllegalStep` where the flow has no such line."""
        return replace(self, stage=next_stage(self.stage, event), stage_since=at)


class Author(StrEnum):
    """Who wrote a line of the transcript."""

    CLIENT = "client"
    BOT = "bot"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Message:
    """A line of a client's transcript. `kind` is text, photo, document, voice, … as Telegram names them."""

    id: int
    contact_id: int  # whose transcript
    lead_id: int | None
    author: Author
    author_id: int | None  # contact, for a human
    kind: str
    text: str = field(repr=False)
    at: datetime
    chat_id: int
    telegram_id: int | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A numbered, immutable version: mind map, price range, terms and expiry under one fingerprint.

    `computed` is what our code found, `price` what the client is told (the founder's where `by_founder`);
    `raw_centre` and `raw_spread` (ln person-days) are kept because calibration needs them.
    """

    id: int
    lead_id: int
    version: int
    number: str
    mind_map: MindMap
    language: str
    state: Approval
    created_at: datetime
    fingerprint: str
    computed: PriceRange | None = None
    price: PriceRange | None = None
    by_founder: bool = False
    days: tuple[float, float, float] = (0.0, 0.0, 0.0)
    weeks: tuple[int, int] = (0, 0)
    raw_centre: float = 0.0
    raw_spread: float = 0.0
    concern: str = field(default="", repr=False)
    edits: str = field(default="", repr=False)  # the founder's words so far, a line each: a new draft keeps them
    source: str = ""  # which model drew it
    fallback: bool = False  # the catalogue stood in for a model that failed
    valid_days: int = 30
    valid_until: date | None = None
    decided_at: datetime | None = None
    decided_by: int | None = None

    @property
    def whole_days(self) -> tuple[int, int, int]:
        """Low, likely and high person-days as the founder reads them."""
        low, likely, high = map(round, self.days)
        return low, likely, high


def fingerprint(quote: Quote, terms: str) -> str:
    """What an approval binds to (SHA-256): scope in both wordings, price, language, terms, days of validity."""
    price = quote.price
    bound = {
        "lead": quote.lead_id,
        "version": quote.version,
        "map": asdict(quote.mind_map),
        "language": quote.language,
        "price": [price.low.minor, price.likely.minor, price.high.minor, price.currency] if price else None,
        "by_founder": quote.by_founder,
        "weeks": quote.weeks,
        "valid_days": quote.valid_days,
        "terms": terms,
    }
    text = json.dumps(bound, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Promise:
    """A time or a number that somebody was given; `kind` names the sentence, `args` (JSON) fill it.

    Kept once what was promised is done; released where nobody waits for it any more, though it was not.
    """

    id: int
    lead_id: int
    kind: str
    args: str = field(repr=False)
    made_at: datetime
    due_at: datetime | None = None
    kept_at: datetime | None = None
    released_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for it."""
        return self.kept_at is None and self.released_at is None

    def state(self, now: datetime) -> str:
        """How it stands, as the texts name it: open, late, kept, kept-late or released."""
        if self.released_at is not None:
            return "released"
        if self.kept_at is None:
            return "late" if self.due_at is not None and self.due_at <= now else "open"
        return "kept-late" if self.due_at is not None and self.kept_at > self.due_at else "kept"


class BookingKind(StrEnum):
    """What a founder books with a command."""

    WON = "won"
    LOST = "lost"
    PAID = "paid"
    REFUND = "refund"


class BookingState(StrEnum):
    """Where a booking card stands; its id is the business key of what it books."""

    SHOWN = "shown"
    BOOKED = "booked"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Booking:
    """A card shown to the founder before anything is booked."""

    id: int
    kind: BookingKind
    lead_id: int
    amount: Money | None
    reason: str = field(repr=False)
    state: BookingState
    created_by: int
    created_at: datetime
