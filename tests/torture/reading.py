"""What the bot's database holds in the end, read through its own repositories and, where nothing is sealed, as rows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select

from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.database.sealing import DataKey
from chatbot.database.store import open_store
from chatbot.database.tables import Sealed, bookings, contact_keys, hand_offs, ledger_lines
from chatbot.database.transaction import SqlSteps
from chatbot.domain.lead import Lead, Message, Quote
from chatbot.settings import Settings
from chatbot.use_cases.ports import Transaction

Rows = list[dict[str, Any]]


@dataclass(slots=True)
class Record:
    """Rows of what is not sealed; by the Telegram ids of clients, their leads, transcripts and quotes."""

    inbox: Rows
    outbox: Rows
    jobs: Rows
    ledger: Rows
    hand_offs: Rows
    bookings: Rows
    keys: Rows
    contacts: dict[int, int]  # of clients and friends: Telegram id to contact
    leads: dict[int, list[Lead]]
    messages: dict[int, list[Message]]
    quotes: dict[int, list[Quote]]
    balances: dict[str, int]  # by account, in cents, as the repository adds them up


async def read_all(settings: Settings, people: list[int]) -> Record:
    """Everything about these people. The bot must not be running."""
    store = open_store(settings.database_url)
    await store.open()
    try:
        shop = settings.shop("", translates=False, company="")
        key = DataKey(settings.data_key.get_secret_value())
        steps = SqlSteps(store, key, shop, lambda: datetime.now(UTC), os.urandom)
        tables = (inbox, outbox, jobs, ledger_lines, hand_offs, bookings, contact_keys)
        queues = [await store.run(_rows, table) for table in tables]
        return await steps.run(_read, people, queues)
    finally:
        await store.close()


def _rows(connection: Connection, table: Table) -> Rows:
    columns = [column for column in table.c if not isinstance(column.type, Sealed)]
    return [dict(row) for row in connection.execute(select(*columns).order_by(*table.primary_key)).mappings()]


def _read(tx: Transaction, people: list[int], queues: list[Rows]) -> Record:
    found = {person: tx.contacts.by_telegram(person) for person in people}
    contacts = {person: contact.id for person, contact in found.items() if contact is not None}
    leads = {person: tx.leads.of_client(contact) for person, contact in contacts.items()}
    balances = {account: tx.ledger.balance(account).minor for account in sorted({row["account"] for row in queues[3]})}
    return Record(
        *queues,
        contacts,
        leads,
        {person: tx.messages.of_contact(contact, limit=100_000) for person, contact in contacts.items()},
        {person: [quote for lead in leads[person] for quote in tx.quotes.of_lead(lead.id)] for person in contacts},
        balances,
    )


def database_of(settings: Settings) -> Path:
    """The file behind the settings' address."""
    return Path(settings.database_url.removeprefix("sqlite:///"))
