"""People around the use cases, over the real store: they write and press, and what they are told is rendered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from chatbot.database.transaction import SqlSteps
from chatbot.domain.approval import Approval
from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.effort import Effort
from chatbot.domain.errors import Refusal
from chatbot.domain.lead import Lead, Quote
from chatbot.domain.lead_flow import Stage
from chatbot.domain.mind_map import Branch, Feature, MindMap, Wording
from chatbot.domain.money import Money, PriceRange
from chatbot.telegram_ui.presenter import Presenter
from chatbot.texts.speak import Texts
from chatbot.use_cases import entry
from chatbot.use_cases.incoming import Heard, Person, Pressed
from chatbot.use_cases.ports import Outgoing, Transaction
from chatbot.use_cases.replies import Attachment, Copy, Edit, Notice, Phrase, Say

FOUNDER, SECOND_FOUNDER, TEAM, CLIENT, FRIEND = 900, 901, 910, 501, 601
START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)  # a Monday, 14:00 in the shop


@dataclass
class StandingClock:
    """A clock that stands until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **how_far: float) -> None:
        self.now += timedelta(**how_far)


@dataclass
class CountingBytes:
    """Bytes that never repeat and are the same in every run."""

    count: int = 0

    def __call__(self, size: int) -> bytes:
        self.count += 1
        return self.count.to_bytes(size, "big")


@dataclass
class Told:
    """A message as a person sees it; `buttons` are tokens or addresses by label."""

    text: str
    buttons: dict[str, str]
    attachment: Attachment | None
    item: Outgoing


@dataclass
class Bench:
    """`told` holds what each chat was sent, oldest first."""

    steps: SqlSteps
    clock: StandingClock
    texts: Texts
    people: dict[int, Person] = field(default_factory=dict)
    told: dict[int, list[Told]] = field(default_factory=lambda: defaultdict(list))
    _messages: int = 0

    async def do(self, use_case: Callable[..., Any], *args: Any) -> Any:
        """One step, then everything that is due is delivered."""
        result = await self.steps.run(use_case, *args)
        await self.deliver()
        return result

    async def meet(self, telegram_id: int, name: str, language: str = "en", payload: str = "") -> None:
        """A person presses Start."""
        self.people[telegram_id] = Person(telegram_id, name, "", language)
        await self.command(telegram_id, "start", payload)

    async def command(self, telegram_id: int, name: str, words: str = "") -> list[str]:
        """What the person is told in answer."""
        heard = self._heard(telegram_id, f"/{name} {words}")
        return await self._answered(telegram_id, entry.command, name, words, heard)

    async def say(self, telegram_id: int, text: str) -> list[str]:
        """What the person is told in answer."""
        return await self._answered(telegram_id, entry.hear, self._heard(telegram_id, text))

    async def _answered(self, telegram_id: int, use_case: Callable[..., None], *args: Any) -> list[str]:
        before = len(self.told[telegram_id])
        try:
            await self.do(use_case, *args)
        except Refusal as refusal:
            await self.do(entry.refuse, self.people[telegram_id], telegram_id, None, refusal)
        return [told.text for told in self.told[telegram_id][before:]]

    async def press(self, telegram_id: int, label: str, of: int | None = None) -> str:
        """Press the newest button with this label, seen by the person or by `of`; the notice, or the refusal."""
        shown = (told.buttons for told in reversed(self.told[of or telegram_id]))
        return await self.press_token(
            telegram_id, next(buttons[name] for buttons in shown for name in buttons if label in name)
        )

    async def press_token(self, telegram_id: int, token: str) -> str:
        """Press this very button."""
        person = self.people[telegram_id]
        try:
            notice: Notice = await self.do(entry.press, Pressed(person, telegram_id, 1, True, token))
        except Refusal as refusal:
            notice = Notice(refusal.text, dict(refusal.args_for_text))
        language = await self.steps.run(entry.language_of, person)
        return self.texts.say(language, Phrase(notice.text, notice.args)) if notice.text else ""

    def last(self, telegram_id: int) -> str:
        """The newest words in a chat."""
        return self.told[telegram_id][-1].text

    def all_told(self, telegram_id: int) -> str:
        """All words in a chat."""
        return "\n".join(told.text for told in self.told[telegram_id])

    def _heard(self, telegram_id: int, text: str) -> Heard:
        self._messages += 1
        key = f"m:{telegram_id}:{self._messages}"
        return Heard(self.people[telegram_id], telegram_id, self._messages, "text", text, True, key)

    async def deliver(self) -> None:
        """Take everything that is due out of the outbox, as the sender would."""
        while items := await self.steps.run(lambda tx: tx.outbox.claim(100, 60)):
            for item in items:
                self._messages += 1
                self._note(item)
                await self.steps.run(lambda tx, item=item: tx.outbox.sent(item, self._messages))

    def _note(self, item: Outgoing) -> None:
        presenter, language = Presenter(self.texts), item.place.language
        match item.action:
            case Say(reply=reply) | Edit(reply=reply):
                shown = presenter.present(reply, language)
                choices = [choice for row in reply.choices for choice in row]
                labels = {presenter.words(choice.label, language): choice.token or choice.url for choice in choices}
                self.told[item.place.chat_id].append(Told(shown.plain, labels, reply.attachment, item))
            case Copy(header=header):
                text = presenter.text((header,), language)
                self.told[item.place.chat_id].append(Told(text, {}, None, item))

    # ---- what tests begin with ----------------------------------------------------------------------------------

    async def lead(self, stage: Stage = Stage.LISTENING, title: str = "Bakery shop", client: int = CLIENT) -> Lead:
        """A lead of the client, credited to whoever brought them, in this stage."""

        def make(tx: Transaction) -> Lead:
            contact = tx.contacts.by_telegram(client)
            assert contact is not None
            referral = tx.referrals.of_client(contact.id)
            lead = tx.leads.add(contact.id, "en", referral.id if referral else None)
            brief = Brief((Fact(Topic.PURPOSE, "sell bread online"), Fact(Topic.FEATURE, "orders", said=False)))
            lead = replace(lead, stage=stage, title=title, brief=brief)
            tx.leads.save(lead)
            return lead

        return await self.do(make)

    async def quote(self, lead: Lead, state: Approval = Approval.WAITING, likely: int = 60_000) -> Quote:
        """A version of the lead's quote."""
        low, middle, high = (Money.of(amount, "CNY") for amount in (likely * 8 // 10, likely, likely * 13 // 10))
        price = PriceRange(low, middle, high)
        orders = Feature(Wording.same("Orders"), Effort(2.0, 4.0, 8.0))
        mind_map = MindMap(Wording.same(lead.title), Wording.same("A shop"), (Branch(Wording.same("Shop"), (orders,)),))

        def make(tx: Transaction) -> Quote:
            version = len(tx.quotes.of_lead(lead.id)) + 1
            quote = Quote(0, lead.id, version, "", mind_map, "en", state, tx.now, "f", price, price)
            return tx.quotes.add(replace(quote, days=(30.0, 40.0, 55.0), raw_centre=3.7, raw_spread=0.3))

        return await self.do(make)

    async def find(self, lead: Lead) -> Lead:
        """The lead as it stands now."""
        return await self.do(lambda tx: tx.leads.find(lead.id))
