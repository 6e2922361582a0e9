"""Use cases over the real store: a clock that stands, people, and an outbox that is read as Telegram would show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from fakes import some_shop

from chatbot.database.sealing import DataKey
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact
from chatbot.telegram_ui.html_text import plain
from chatbot.telegram_ui.presenter import Presenter
from chatbot.texts.speak import Texts
from chatbot.use_cases import deliveries
from chatbot.use_cases.incoming import Heard, Person, Pressed, SentFile
from chatbot.use_cases.ports import Job, Outgoing, Transaction
from chatbot.use_cases.replies import Copy, Edit, Say
from chatbot.use_cases.shop import Shop

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # a Monday, 10:00 in the shop's zone
CLIENT, FOUNDER, MEMBER, STRANGER = 501, 900, 901, 777


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **how_far: float) -> None:
        self.now += timedelta(**how_far)


@dataclass(frozen=True)
class Shown:
    """A row of the outbox as its reader gets it: action, words, the message id that it was given, button tokens."""

    item: Outgoing
    text: str
    message_id: int
    buttons: dict[str, str] = field(default_factory=dict)


class World:
    """A shop with its people: steps over the store, and what was sent so far by chat."""

    def __init__(self, store: SqliteStore, key: DataKey, clock: Clock, texts: Texts) -> None:
        self.shop: Shop = some_shop()
        self.clock = clock
        self.shown: list[Shown] = []
        self._store = store
        self._key = key
        self._numbers = iter(range(10_000, 20_000))
        self._heard = iter(range(1, 10_000))
        self._bytes = _never_the_same()
        self._presenter = Presenter(texts)

    @property
    def steps(self) -> SqlSteps:
        """The steps of the shop as it is now."""
        return SqlSteps(self._store, self._key, self.shop, self.clock, self._bytes)

    async def do(self, use_case: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Run a use case in one step, with the shop as it is now."""
        return await self.steps.run(lambda tx: use_case(tx, *args, **named))

    def settings(self, **changes: Any) -> None:
        """Change the shop."""
        self.shop = replace(self.shop, **changes)

    async def person(self, telegram_id: int, name: str, language: str = "en") -> Contact:
        found: Contact = await self.do(lambda tx: tx.contacts.add(telegram_id, name, name.lower(), language))
        return found

    async def again(self, contact: Contact) -> Contact:
        """The contact as it stands now."""
        found: Contact = await self.do(lambda tx: tx.contacts.get(contact.id))
        return found

    async def lead(self, client: Contact, language: str = "en", title: str = "") -> Lead:
        def add(tx: Transaction) -> Lead:
            lead = replace(tx.leads.add(client.id, language, None), title=title)
            tx.leads.save(lead)
            return lead

        lead: Lead = await self.do(add)
        return lead

    def hears(self, contact: Contact, text: str, **more: Any) -> Heard:
        """A message of this person: private, unless `chat_id` says otherwise."""
        number, chat_id = next(self._heard), more.pop("chat_id", contact.telegram_id)
        kind = more.pop("kind", "text")
        file = SentFile("file-1", f"{kind}.bin", 10, "") if kind != "text" else None
        return Heard(
            person=Person(contact.telegram_id, contact.name, contact.username),
            chat_id=chat_id,
            message_id=number,
            kind=kind,
            text=text,
            private=chat_id == contact.telegram_id,
            source_key=f"m:{chat_id}:{number}",
            file=file,
            **more,
        )

    def pressed(self, contact: Contact) -> Pressed:
        return Pressed(Person(contact.telegram_id, contact.name), contact.telegram_id, 1, private=True, token="t")

    async def deliver(self) -> list[Shown]:
        """Send all that is due; what was sent now, in order."""
        now: list[Shown] = []
        while rows := await self.do(lambda tx: tx.outbox.claim(50, 60)):
            for item in rows:
                shown = self._show(item)
                await self.do(deliveries.sent, item, shown.message_id, shown.text)
                now.append(shown)
        self.shown += now
        return now

    async def told(self, chat_id: int) -> list[str]:
        """Send all that is due; the words that went to this chat now."""
        return [shown.text for shown in await self.deliver() if shown.item.place.chat_id == chat_id and shown.text]

    def _show(self, item: Outgoing) -> Shown:
        language, action = item.place.language, item.action
        number = item.target_message if isinstance(action, Edit) and item.target_message else next(self._numbers)
        if isinstance(action, (Say, Edit)):
            said = self._presenter.present(action.reply, language)
            labels = {
                self._presenter.words(choice.label, language): choice.token
                for row in action.reply.choices
                for choice in row
            }
            return Shown(item, said.plain, number, labels)
        if isinstance(action, Copy):
            header = plain(self._presenter.text((action.header,), language))
            return Shown(item, f"{header}\n\n{action.caption}".strip(), number)
        return Shown(item, "", number)

    async def jobs(self) -> dict[str, Job]:
        """The jobs that are due now, claimed, by key."""
        claimed: list[Job] = await self.do(lambda tx: tx.jobs.claim(50, 60))
        return {job.key: job for job in claimed}


def _never_the_same() -> Callable[[int], bytes]:
    numbers: Iterator[int] = iter(range(1, 1_000_000))
    return lambda count: next(numbers).to_bytes(count, "big")
