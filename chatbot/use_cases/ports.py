"""What the use cases need of the world: a transaction with its repositories, and the ports that jobs await.

Everything that a `Transaction` offers is synchronous and commits together or not at all. `save` writes the whole
record; `add` gives it its id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeVar

from chatbot.domain.calibration import Outcome
from chatbot.domain.lead import Author, Booking, BookingKind, Lead, Message, Quote
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import LedgerLine, Posting
from chatbot.domain.money import Money
from chatbot.domain.people import Contact, HandOff, Referral
from chatbot.use_cases.given_up import Shelf
from chatbot.use_cases.note_ports import Buttons, Calls, Marks, Promises, Traces
from chatbot.use_cases.replies import Action
from chatbot.use_cases.shop import Shop

T = TypeVar("T")


class Contacts(Protocol):
    """People."""

    def get(self, contact_id: int) -> Contact: ...
    def by_telegram(self, telegram_id: int) -> Contact | None: ...
    def by_code(self, referral_code: str) -> Contact | None: ...
    def is_known(self, contact_id: int) -> bool: ...  # a quote was approved or a hand-off answered
    def add(self, telegram_id: int, name: str, username: str, language: str) -> Contact: ...
    def save(self, contact: Contact) -> None: ...
    def forget(self, contact: Contact) -> Contact: ...  # what is left of them
    def silent_since(self, moment: datetime, after: int, most: int) -> list[int]: ...  # ids above `after`, see there
    def unsettled(self, most: int) -> list[Contact]: ...  # forgotten, but a restored copy brought their leads back


class Leads(Protocol):
    """Leads. `find` raises Refusal("refused-no-lead", lead=…) for a number that does not exist."""

    def find(self, lead_id: int) -> Lead: ...
    def of_client(self, contact_id: int) -> list[Lead]: ...
    def in_stages(self, stages: Sequence[Stage]) -> list[Lead]: ...
    def count_in(self, stages: Sequence[Stage]) -> int: ...
    def add(self, client_id: int, language: str, referral_id: int | None) -> Lead: ...
    def save(self, lead: Lead) -> None: ...


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A line for the transcript; `source_key` makes storing it twice harmless."""

    contact_id: int
    lead_id: int | None
    author: Author
    author_id: int | None
    kind: str
    text: str = field(repr=False)
    chat_id: int
    telegram_id: int | None
    source_key: str


class Messages(Protocol):
    """Transcripts, oldest first."""

    def add(self, message: NewMessage) -> Message | None: ...  # None: was there already
    def of_contact(self, contact_id: int, lead_id: int | None = None, limit: int = 400) -> list[Message]: ...
    def by_telegram(self, chat_id: int, telegram_id: int) -> Message | None: ...
    def kind_of(self, chat_id: int, telegram_id: int) -> str: ...  # nothing of theirs is opened; "" where unknown
    def reword(self, message_id: int, text: str) -> None: ...


class Quotes(Protocol):
    """Quote versions. `add` sets id, and number from the id and year."""

    def get(self, quote_id: int) -> Quote: ...
    def of_lead(self, lead_id: int) -> list[Quote]: ...  # oldest first
    def add(self, quote: Quote) -> Quote: ...
    def save(self, quote: Quote) -> None: ...
    def outcomes(self) -> list[Outcome]: ...  # closed projects with what they really took
    def record_outcome(self, quote_id: int, actual_days: float) -> None: ...


class HandOffs(Protocol):
    """Hand-offs."""

    def get(self, hand_off_id: int) -> HandOff: ...
    def open_of(self, contact_id: int) -> HandOff | None: ...
    def of_contact(self, contact_id: int) -> list[HandOff]: ...  # oldest first
    def longest_open(self, limit: int) -> list[HandOff]: ...  # the longest waiting first
    def by_topic(self, topic_id: int) -> HandOff | None: ...
    def add(self, lead_id: int, contact_id: int, reason: str, due_at: datetime) -> HandOff: ...
    def save(self, hand_off: HandOff) -> None: ...


class Referrals(Protocol):
    """Who brought whom. A client has at most one referral."""

    def get(self, referral_id: int) -> Referral: ...
    def of_client(self, contact_id: int) -> Referral | None: ...
    def of_referrer(self, contact_id: int) -> list[Referral]: ...
    def add(self, referrer_id: int, client_id: int, rate_bp: int, protected_until: datetime) -> Referral | None: ...
    def save(self, referral: Referral) -> None: ...


class Ledger(Protocol):
    """The ledger only grows. `post` returns False where the key stands there already, and then changes nothing."""

    def post(self, posting: Posting, lead_id: int) -> bool: ...
    def balance(self, account: str) -> Money: ...
    def lines(self, account: str) -> list[tuple[datetime, int, str, LedgerLine]]: ...  # at, lead, memo, line


class Bookings(Protocol):
    """Booking cards."""

    def get(self, booking_id: int) -> Booking: ...
    def add(self, kind: BookingKind, lead_id: int, amount: Money | None, reason: str, by: int) -> Booking: ...
    def save(self, booking: Booking) -> None: ...


NOWHERE = 0
"""The chat of somebody who was forgotten: the outbox takes nothing for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is sent: a chat; in the team's group the topic of a hand-off. `language` of our texts there;
    `subject` the contact whose key seals the row; `transcript` the contact whose transcript it belongs to."""

    chat_id: int
    language: str
    subject: int
    hand_off_id: int | None = None
    transcript: int | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A claimed outbox row. `expired` is up to the sender for what is of no use late (Typing)."""

    id: int
    key: str
    place: Place
    action: Action
    attempt: int
    created_at: datetime
    topic_id: int | None
    target_message: int | None  # of the slot, for Edit, Settle and Unpin


class Outbox(Shelf, Protocol):
    """What is to be sent. A `key` that stands there already is not put again. `busy` rows, by their ids, are in the
    caller's hands still, however their lease stands."""

    def put(self, place: Place, action: Action, key: str = "", due: datetime | None = None) -> None: ...
    def put_before(self, item: Outgoing, action: Action, key: str) -> None: ...  # at the same place
    def lead_of(self, chat_id: int, message_id: int) -> int | None: ...
    def claim(self, limit: int, lease_seconds: int, busy: Sequence[int] = ()) -> list[Outgoing]: ...
    def sent(self, item: Outgoing, message_id: int | None) -> bool: ...  # False: somebody else has it
    def note_parts(self, item: Outgoing, message_ids: Sequence[int]) -> None: ...  # for lead_of
    def again(self, item: Outgoing, due: datetime, asked: bool = False) -> None: ...  # asked for by Telegram
    def postpone(self, item: Outgoing, due: datetime) -> None: ...  # its chat does not wait for it
    def set_aside(self, item: Outgoing, error: str) -> None: ...
    def drop_chat(self, chat_id: int) -> None: ...  # the person has blocked the bot
    def withdraw(self, key_prefix: str) -> None: ...  # what is pending under such a key
    def slots_about(self, contact_id: int) -> list[tuple[int, str]]: ...  # chat and slot of what others were shown
    def move_chat(self, old: int, new: int) -> None: ...
    def release(self) -> None: ...  # at the start: nobody is at what was claimed before
    def next_due(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed job. A timer is a job that is due later."""

    id: int
    key: str
    kind: str
    lead_id: int | None
    payload: Mapping[str, Any] = field(repr=False)
    attempt: int


class Jobs(Shelf, Protocol):
    """Work that must wait. `put` with the key of an open job moves its due time and replaces its payload. `busy` jobs,
    by their ids, are in the caller's hands still, however their lease stands. Jobs of the kinds `without` are passed
    over; of the others no client has more than `each` in the caller's hands."""

    def put(
        self,
        kind: str,
        key: str,
        due: datetime,
        lead_id: int | None = None,
        payload: Mapping[str, Any] | None = None,
    ) -> None: ...
    def cancel(self, key: str) -> None: ...
    def claim(
        self,
        limit: int,
        lease_seconds: int,
        busy: Sequence[int] = (),
        without: Sequence[str] = (),
        each: int | None = None,
    ) -> list[Job]: ...
    def done(self, job: Job) -> bool: ...  # False: somebody else has it
    def again(self, job: Job, due: datetime, error: str) -> None: ...
    def give_back(self, job: Job, due: datetime) -> None: ...  # as if it had not been claimed
    def set_aside(self, job: Job, error: str) -> bool: ...  # False: somebody else has it, or it was cancelled
    def release(self) -> None: ...  # at the start: nobody is at what was claimed before
    def next_due(
        self, busy: Sequence[int] = (), without: Sequence[str] = (), each: int | None = None
    ) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Incoming:
    """An inbox row: the raw update as Telegram sent it; `number` is Telegram's own."""

    id: int
    chat_id: int
    payload: Mapping[str, Any] = field(repr=False)
    attempts: int
    number: int


BEFORE_ALL = -(2**63)
"""Smaller than the id of any chat."""


class Inbox(Shelf, Protocol):
    """Raw updates, stored before they are confirmed to Telegram."""

    def add(self, update_id: int, chat_id: int, sender_id: int, payload: str) -> bool: ...
    def oldest_of_each_chat(self, busy: Sequence[int], limit: int, after: int = BEFORE_ALL) -> list[Incoming]: ...
    def waits(self, chat_id: int) -> bool: ...  # whether anything of this chat has yet to be handled
    def postpone(self, inbox_id: int, due: datetime) -> None: ...
    def done(self, inbox_id: int) -> None: ...
    def failed(self, inbox_id: int, error: str) -> int: ...  # attempts so far
    def set_aside(self, inbox_id: int, error: str) -> None: ...


class Transaction(Protocol):
    """One step: what it reads and writes commits together."""

    now: datetime  # UTC
    random_bytes: Callable[[int], bytes]
    contacts: Contacts
    leads: Leads
    messages: Messages
    quotes: Quotes
    hand_offs: HandOffs
    referrals: Referrals
    ledger: Ledger
    bookings: Bookings
    promises: Promises
    buttons: Buttons
    inbox: Inbox
    outbox: Outbox
    jobs: Jobs
    calls: Calls
    marks: Marks
    traces: Traces

    @property
    def shop(self) -> Shop: ...  # with the team's group where it is now


class Steps(Protocol):
    """Runs a use case in one transaction and returns after COMMIT; an exception rolls it back."""

    async def run(self, use_case: Callable[..., T], *args: Any) -> T: ...


class Pictures(Protocol):
    """Draws a template with its data; raises PictureError."""

    async def draw(self, template: str, data: Mapping[str, object], form: str) -> bytes: ...
