"""A shop whose model is the attacker: what stood before an answer, what stands after it, and who was told what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from planted_words import planted_in
from shop_world import FOUNDER, Shown, World
from sqlalchemy import Connection, select

from chatbot.database import tables
from chatbot.domain.approval import Approval
from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.effort import Effort
from chatbot.domain.lead import Author, Lead, Message, Quote
from chatbot.domain.lead_flow import Stage
from chatbot.domain.mind_map import Branch, Feature, MindMap, Wording
from chatbot.domain.people import Contact
from chatbot.telegram_ui.presenter import Presenter
from chatbot.use_cases.language_model import Draft, Origin
from chatbot.use_cases.ports import Job, NewMessage, Transaction
from chatbot.use_cases.quotes.draft_quote import new_version
from chatbot.use_cases.replies import Copy, Edit, OpenTopic, Reply, Say

SAID = "We want to sell tea online"
HONEST = MindMap(
    Wording.same("Tea shop"),
    Wording.same("A shop for tea."),
    (Branch(Wording.same("Shop"), (Feature(Wording.same("Orders"), Effort(2.0, 4.0, 8.0)),)),),
)
TAGS = re.compile(r"</?(?:b|i|u|s|code|pre|blockquote)>")
CLIENTS_BUTTONS = {"suggest", "skip", "draft", "human", "new_project", "change_scope", "give_back"}


@dataclass
class Attacked:
    """The lead whose model is hostile."""

    world: World
    presenter: Presenter
    client: Contact
    lead: Lead

    async def now(self) -> Lead:
        """The lead as it stands."""
        found: Lead = await self.world.do(lambda tx: tx.leads.find(self.lead.id))
        return found

    async def quotes(self) -> list[Quote]:
        """Its versions."""
        found: list[Quote] = await self.world.do(lambda tx: tx.quotes.of_lead(self.lead.id))
        return found

    async def said_by(self, author: Author, human: Contact) -> Message:
        """What the client wrote at first, or a new line of a person of the shop."""

        def write(tx: Transaction) -> Message:
            key = f"answered:{self.lead.id}"
            line = NewMessage(self.client.id, self.lead.id, Author.HUMAN, human.id, "text", "I am here", 1, 1, key)
            if author is Author.HUMAN:
                tx.messages.add(line)
            return next(one for one in tx.messages.of_contact(self.client.id) if one.author is author)

        said: Message = await self.world.do(write)
        return said

    async def others(self) -> dict[str, list[Any]]:
        """Every row that is not this lead's own: people, their leads and quotes, and all that is money."""
        return await self.world._store.run(_rows, self.lead.id, self.client.id)

    def job(self, kind: str, **payload: Any) -> Job:
        """The job whose answer is applied."""
        return Job(1, kind, f"{kind}:{self.lead.id}", self.lead.id, payload, 1)

    async def told(self) -> list[Shown]:
        """Send all; what went out, after a look at where it went and what it could do there."""
        shown = await self.world.deliver()
        for one in shown:
            assert one.item.place.chat_id in {self.client.telegram_id, FOUNDER}
            assert not isinstance(one.item.action, (Copy, OpenTopic))
            if isinstance(one.item.action, (Say, Edit)):
                await self._is_harmless(one.item.action.reply, one.item.place.chat_id)
            if one.item.place.chat_id != FOUNDER:
                assert not any(map(planted_in, words_shown(one))), one.text
        assert not planted_in((await self.now()).title)  # it names the client's topic in the team's group
        return shown

    async def _is_harmless(self, reply: Reply, chat_id: int) -> None:
        for language in ("en", "zh"):
            assert "<" not in TAGS.sub("", self.presenter.text(reply.parts, language))
        for choice in (choice for row in reply.choices for choice in row):
            button = await self.world.do(lambda tx, token=choice.token: tx.buttons.get(token))
            assert not choice.url
            assert chat_id == FOUNDER or button.action in CLIENTS_BUTTONS


def words_shown(shown: Shown) -> Iterator[str]:
    """All that somebody in this chat can read: the text, the buttons, and what is drawn or written to a file."""
    yield shown.text
    yield from shown.buttons
    action = shown.item.action
    if isinstance(action, (Say, Edit)) and action.reply.attachment is not None:
        yield action.reply.attachment.name
        yield json.dumps(action.reply.attachment.data, ensure_ascii=False)


def _rows(connection: Connection, lead_id: int, client_id: int) -> dict[str, list[Any]]:
    untouched = (tables.ledger_lines, tables.bookings, tables.referrals, tables.outcomes)
    found = {table.name: list(connection.execute(select(table))) for table in untouched}
    for table, column, own in (
        (tables.leads, tables.leads.c.id, lead_id),
        (tables.quotes, tables.quotes.c.lead_id, lead_id),
        (tables.contacts, tables.contacts.c.id, client_id),
        (tables.messages, tables.messages.c.lead_id, lead_id),
    ):
        found[table.name] = list(connection.execute(select(table).where(column != own)))
    return found


async def attacked(world: World, presenter: Presenter, number: int, stage: Stage, language: str = "en") -> Attacked:
    """A new client's lead in this stage; from REVIEWING on it has a quote, approved where the client has it."""
    client = await world.person(10_000 + number, "Lin", language)

    def begin(tx: Transaction) -> Lead:
        lead = tx.leads.add(client.id, language, None)
        tx.messages.add(
            NewMessage(client.id, lead.id, Author.CLIENT, None, "text", SAID, client.telegram_id, 1, f"said:{lead.id}")
        )
        brief = Brief((Fact(Topic.PURPOSE, "sell tea online"), Fact(Topic.FEATURE, "orders")))
        lead = replace(lead, stage=stage, brief=brief, title="Tea shop")
        tx.leads.save(lead)
        if stage not in {Stage.LISTENING, Stage.DRAFTING}:
            quote = new_version(tx, lead, Draft(HONEST, language), Origin("honest"))
            if stage is not Stage.REVIEWING:
                tx.quotes.save(replace(quote, state=Approval.APPROVED))
        return lead

    lead = await world.do(begin)
    await world.deliver()
    return Attacked(world, presenter, client, lead)


def money_of(quotes: Iterable[Quote]) -> list[Any]:
    """What of quotes is money and decision."""
    return [(quote.id, quote.price, quote.computed, quote.state, quote.fingerprint, quote.edits) for quote in quotes]
