"""Stand-ins for what tests do not want to wait for or to depend on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

from telegram.request import BaseRequest, RequestData

from chatbot.database.transaction import SqlSteps
from chatbot.demo.client import DemoClient
from chatbot.domain.errors import PictureError, Refusal
from chatbot.domain.money import Money
from chatbot.domain.pricing import RateCard
from chatbot.domain.working_hours import QuietHours, parse_working_hours
from chatbot.telegram_ui.bot import Bot
from chatbot.telegram_ui.entry_points import EntryPoints
from chatbot.telegram_ui.runner import TelegramSide
from chatbot.use_cases.given_up import Reason, reason
from chatbot.use_cases.incoming import Heard, Membership, Person, Pressed
from chatbot.use_cases.ports import Outgoing, Place, Transaction
from chatbot.use_cases.replies import Action, Attachment, Notice, Reply, Say
from chatbot.use_cases.shop import Shop
from chatbot.use_cases.trouble import Fault

TOKEN = "123456:for-tests-only"
ZONE = ZoneInfo("Asia/Shanghai")

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def some_shop() -> Shop:
    """A shop with sensible settings."""
    return Shop(
        name="Lantern Works",
        details="",
        tax_note="",
        bot_username="the_shop_bot",
        founder_ids=(900,),
        team_ids=(),
        team_chat_id=None,
        founder_language="en",
        currency="CNY",
        rates={"EUR": Decimal("7.8")},
        card=RateCard(Money.of(1500, "CNY"), Money.of(1000, "CNY")),
        trial_deposit=Money.of(2000, "CNY"),
        commission_bp=500,
        quote_valid_days=30,
        referral_days=365,
        zone=ZONE,
        hours=parse_working_hours("Mon-Fri 09:00-18:00", ZONE),
        quiet=QuietHours(time(21, 30), time(8), ZONE),
        burst=timedelta(seconds=8),
        review_time=timedelta(hours=4),
        answer_time=timedelta(hours=2),
    )


class MovableClock:
    """The real time, moved forward on request; `put_back` moves the time of day alone."""

    def __init__(self) -> None:
        self._ahead = self._passed = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def monotonic(self) -> float:
        return monotonic() + self._passed.total_seconds()

    def forward(self, **how_far: float) -> None:
        self._ahead += timedelta(**how_far)
        self._passed += timedelta(**how_far)

    def put_back(self, **how_far: float) -> None:
        self._ahead -= timedelta(**how_far)


@dataclass
class StillPictures:
    """A `Pictures` port that draws one dot and remembers what it was asked for; `fails` makes it fail."""

    asked: list[tuple[str, Mapping[str, object], str]] = field(default_factory=list)
    fails: bool = False

    async def draw(self, template: str, data: Mapping[str, object], form: str) -> bytes:
        self.asked.append((template, data, form))
        if self.fails:
            raise PictureError("the pencil broke")
        return PNG if form == "png" else b"%PDF-1.7 a quote"


@dataclass
class RecordingRequest(BaseRequest):
    """A transport that answers from a list and remembers what was asked."""

    answers: list[tuple[int, bytes] | Exception] = field(default_factory=list)
    asked: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        self.asked.append((method, url, request_data.parameters if request_data else {}))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@dataclass
class ToyUseCases:
    """Entry points that echo. "refuse …" is refused and "crash …" fails; `seen` is what arrived, `told` what the
    founders heard, `notes` what became of outbox rows."""

    seen: list[Heard | Pressed | Membership] = field(default_factory=list)
    commands: list[tuple[str, str]] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)
    told: list[Fault] = field(default_factory=list)
    notes: list[tuple[str, int | None, str]] = field(default_factory=list)
    slowed: list[int] = field(default_factory=list)
    language: str = "en"

    def entry_points(self) -> EntryPoints:
        return EntryPoints(
            command=self.command,
            hear=self.hear,
            edited=self.edited,
            press=self.press,
            membership=lambda _tx, membership: self.seen.append(membership),
            refuse=self.refuse,
            report_trouble=self.report_trouble,
            language_of=lambda _tx, _person: self.language,
            sent=self.sent,
            undeliverable=self.undeliverable,
            topic_opened=self.topic_opened,
            slowed=lambda _tx, chat_id: self.slowed.append(chat_id),
            alert_unseen=lambda tx, pressed, notice: put(tx, pressed.chat_id, f"unseen: {notice.text}"),
            group_moved=lambda tx, old, new: tx.outbox.move_chat(old, new),
        )

    def command(self, tx: Transaction, name: str, words: str, heard: Heard) -> None:
        self.commands.append((name, words))
        put(tx, heard.chat_id, f"/{name} was heard")

    def hear(self, tx: Transaction, heard: Heard) -> None:
        self.seen.append(heard)
        put(tx, heard.chat_id, f"echo {heard.text}")
        if heard.text.startswith("refuse"):
            raise Refusal("picture-open-leads", count=3)
        if heard.text.startswith("crash"):
            raise RuntimeError(f"cannot stand {heard.text}")

    def edited(self, _tx: Transaction, heard: Heard) -> None:
        self.edits.append(heard.text)

    def press(self, tx: Transaction, pressed: Pressed) -> Notice:
        self.seen.append(pressed)
        put(tx, pressed.chat_id, f"pressed {pressed.token}")
        if pressed.token == "refuse":
            raise Refusal("picture-open-leads", count=3)
        return Notice("picture-age", {"days": 2})

    def refuse(self, tx: Transaction, _person: Person, chat_id: int, _topic: int | None, refusal: Refusal) -> Notice:
        put(tx, chat_id, f"refused: {refusal.text}")
        return Notice(refusal.text, dict(refusal.args_for_text))

    def report_trouble(self, tx: Transaction, fault: Fault) -> None:
        self.told.append(fault)
        if fault.person is not None and fault.chat_id is not None:
            put(tx, fault.chat_id, "sorry")

    def sent(self, tx: Transaction, item: Outgoing, message_id: int | None, text: str) -> bool:
        self.notes.append((type(item.action).__name__, message_id, text))
        return tx.outbox.sent(item, message_id)

    def undeliverable(self, tx: Transaction, item: Outgoing, why: Reason, words: str) -> None:
        self.notes.append((why.value, None, words))
        tx.outbox.set_aside(item, reason(why, words))

    def topic_opened(self, tx: Transaction, item: Outgoing, topic_id: int) -> None:
        hand_off = tx.hand_offs.get(getattr(item.action, "hand_off_id"))  # noqa: B009 -- only OpenTopic comes here
        tx.hand_offs.save(replace(hand_off, topic_id=topic_id))


def put(tx: Transaction, chat_id: int, what: str | Action, **place: Any) -> None:
    """Put words or an action for a chat into the outbox."""
    action = Say(Reply((what,))) if isinstance(what, str) else what
    tx.outbox.put(Place(chat_id, place.pop("language", "en"), subject=0, **place), action)


@dataclass
class Telegram:
    """Telegram's side with what stands around it."""

    side: TelegramSide
    bot: Bot
    steps: SqlSteps
    toys: ToyUseCases
    pictures: StillPictures
    fatal: list[BaseException] = field(default_factory=list)

    async def send(self, chat_id: int, *actions: str | Action, language: str = "en") -> None:
        """Put actions for a chat into the outbox, in one step."""

        def step(tx: Transaction) -> None:
            for action in actions:
                put(tx, chat_id, action, language=language)

        await self.steps.run(step)
        self.side.wake()

    async def settled(self) -> None:
        """Wait until nothing is under way."""
        assert await self.side.drain(20)


Start = Callable[..., Awaitable[Telegram]]


QR = Attachment("qr", "link", {"link": "https://t.me/the_shop_bot?start=r_ABC"})


async def bot_said(people: DemoClient, person: int) -> list[dict[str, Any]]:
    """What the bot said to a person after its first answer."""
    return [message for message in await people.messages(person) if message["from_id"] != person][1:]


def words(messages: list[dict[str, Any]]) -> list[str]:
    """The words of messages."""
    return [message["text"] or message["caption"] for message in messages]


def buttons(message: dict[str, Any]) -> list[list[str]]:
    """The labels of a message's buttons."""
    return [[button["text"] for button in row] for row in message["buttons"]]


def a_message(update_id: int, chat_id: int, text: str) -> dict[str, Any]:
    """A private message as Telegram sends it."""
    person = {"id": chat_id, "is_bot": False, "first_name": "Lin"}
    chat = {"id": chat_id, "type": "private", "first_name": "Lin"}
    body = {"message_id": update_id, "date": 1_700_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": update_id, "message": body}
