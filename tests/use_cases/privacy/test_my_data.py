"""/mydata: a file of all that is kept about its reader, without what no founder approved, and nothing of others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, Bench
from use_cases.privacy.leaving import contact, forgets, hands_over, pays

from chatbot.database import queue_tables
from chatbot.database.tables import metadata
from chatbot.domain.brief import Fact, Topic
from chatbot.domain.lead import fingerprint
from chatbot.domain.lead_flow import Stage

TOLD = {
    "contacts": "profile",
    "leads": "projects",
    "quotes": "projects",
    "promises": "projects",
    "messages": "conversation",
    "hand_offs": "hand_offs",
    "referrals": "came_by",
    "ledger_lines": "payments",
}
"""The tables that the file tells, and under which of its keys."""

NOT_TOLD = {
    "contact_keys": "a key says nothing of anybody",
    "outcomes": "how long the shop really worked",
    "bookings": "what was booked stands in the ledger; of the rest nothing came",
    "buttons": "what is on a button was shown in the chat",
    "calls": "what the model cost the shop; none of the words",
    "inbox": "on its way into the conversation, and blank when it is there",
    "outbox": "the same the other way round",
    "jobs": "what the bot has yet to do; blank when it is done",
}

COLUMNS_NOT_TOLD = {
    "what points to other rows, or to where they stand": {
        *("contacts.id", "contacts.talking_to", "contacts.current_lead", "leads.client_id", "leads.referral_id"),
        *("messages.id", "messages.contact_id", "messages.chat_id", "messages.telegram_id", "messages.source_key"),
        *("quotes.id", "quotes.lead_id", "promises.id", "promises.lead_id", "hand_offs.id", "hand_offs.contact_id"),
        *("hand_offs.topic_id", "referrals.id", "ledger_lines.id", "ledger_lines.posting", "ledger_lines.line"),
        "ledger_lines.account",
    },
    "who of the shop, or who else, it was": {
        *("messages.author_id", "quotes.decided_by", "hand_offs.human_id", "referrals.referrer_id"),
        *("referrals.client_id",),
    },
    "where the bot is in the talk": {
        *("contacts.speaker", "contacts.expecting", "leads.questions", "leads.understood_up_to", "leads.revision"),
    },
    "how the shop reckons, which no founder has approved for anybody": {
        *("quotes.computed_low", "quotes.computed_likely", "quotes.computed_high", "quotes.by_founder"),
        *("quotes.days_low", "quotes.days_likely", "quotes.days_high", "quotes.raw_centre", "quotes.raw_spread"),
        *("quotes.concern", "quotes.edits", "quotes.source", "quotes.fallback", "quotes.fingerprint"),
        *("quotes.decided_at", "quotes.valid_days", "quotes.language"),
    },
}

COLUMNS_TOLD = {
    *(f"contacts.{name}" for name in ("telegram_id", "name", "username", "language", "language_chosen", "pseudonym")),
    *(f"contacts.{name}" for name in ("created_at", "blocked", "referral_code")),
    *(f"leads.{name}" for name in ("id", "stage", "stage_since", "created_at", "language", "title", "brief")),
    *(f"leads.{name}" for name in ("signed_minor", "signed_currency", "closing_reason")),
    *(f"messages.{name}" for name in ("lead_id", "author", "kind", "text", "at")),
    *(f"quotes.{name}" for name in ("version", "number", "mind_map", "state", "created_at", "currency", "price_low")),
    *(f"quotes.{name}" for name in ("price_likely", "price_high", "weeks_low", "weeks_high", "valid_until")),
    *(f"promises.{name}" for name in ("kind", "args", "made_at", "due_at", "kept_at", "released_at")),
    *(f"hand_offs.{name}" for name in ("lead_id", "reason", "state", "opened_at", "due_at", "answered_at")),
    *(f"referrals.{name}" for name in ("rate_bp", "created_at", "protected_until", "private")),
    *(f"ledger_lines.{name}" for name in ("at", "lead_id", "memo", "minor", "currency")),
}

OF_A_PERSON = {"contact_id", "lead_id", "client_id", "referrer_id", "telegram_id", "chat_id", "quote_id"}


def test_every_table_about_a_person_is_told_or_there_is_a_reason_why_not() -> None:
    assert queue_tables.inbox.metadata is metadata
    about = {table.name for table in metadata.sorted_tables if OF_A_PERSON & set(table.columns.keys())}
    assert about == TOLD.keys() | NOT_TOLD.keys()


def test_every_column_of_what_is_told_is_told_or_there_is_a_reason_why_not() -> None:
    columns = {str(column) for name in TOLD for column in metadata.tables[name].columns}
    not_told = set().union(*COLUMNS_NOT_TOLD.values())
    assert columns == COLUMNS_TOLD | not_told
    assert not COLUMNS_TOLD & not_told


# ---- what it says -------------------------------------------------------------------------------------------------


async def file_of(bench: Bench, who: int = CLIENT) -> dict[str, Any]:
    await bench.command(who, "mydata")
    attachment = bench.told[who][-1].attachment
    assert attachment is not None
    assert attachment.kind == "data_file"
    found: dict[str, Any] = json.loads(attachment.data["text"])
    return found


@pytest.fixture
async def busy(referred: Bench) -> Bench:
    """A client whom a friend brought, with everything that one can have: a quote that was approved and paid for, and
    another version that no founder has approved."""
    lead = await referred.lead(Stage.REVIEWING)
    quote = await referred.quote(lead)
    bound = replace(quote, fingerprint=fingerprint(quote, referred.steps._shop.terms))
    await referred.do(lambda tx: tx.quotes.save(bound))
    await referred.command(FOUNDER, "start")
    assert "Approved" in await referred.press(FOUNDER, "Approve")
    await referred.say(CLIENT, "Bread for the whole street")
    await referred.do(lambda tx: tx.promises.add(lead.id, "promise-review", "{}", tx.now))
    await hands_over(referred, lead)
    await referred.do(lambda tx: tx.leads.save(replace(tx.leads.find(lead.id), closing_reason="in autumn")))
    await pays(referred, lead)
    await referred.quote(lead, likely=123_450)
    return referred


async def test_it_tells_every_kind_of_thing_that_is_kept(busy: Bench) -> None:
    data = await file_of(busy)
    for table, key in TOLD.items():
        assert data[key], table
    me = await contact(busy)
    assert me is not None
    assert data["profile"]["telegram_id"] == CLIENT
    assert (data["profile"]["name"], data["profile"]["pseudonym_in_the_books"]) == ("Lin Wei", me.pseudonym)
    (project,) = data["projects"]
    assert (project["title"], project["reason"], project["stage"]) == ("Bakery shop", "in autumn", "quoted")
    assert {"about": "purpose", "what": "sell bread online", "said_by_you": True} in project["known_facts"]
    assert project["promises"][0]["kept_at"] is None
    assert data["conversation"][0]["text"] == "Bread for the whole street"
    assert data["payments"][0]["amount"] == "10000.00 CNY"
    assert data["hand_offs"][0]["reason"] == "asked"


async def test_an_approved_quote_is_told_as_it_was_sent_and_one_that_waits_only_by_name(busy: Bench) -> None:
    data = await file_of(busy)
    approved, waiting = data["projects"][0]["quotes"]
    assert approved["sent_to_you"]
    assert approved["price_range"] == {"low": "48000.00 CNY", "likely": "60000.00 CNY", "high": "78000.00 CNY"}
    assert approved["mind_map"]["branches"] == [{"label": "Shop", "features": ["Orders"]}]
    assert waiting.keys() == {"number", "version", "drawn_at", "state", "sent_to_you"}
    assert (waiting["version"], waiting["sent_to_you"]) == (2, False)
    text = json.dumps(data)
    for amount in ("123450", "98760", "160485", "12345000"):
        assert amount not in text


async def test_what_a_model_has_added_to_the_facts_is_not_told(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead(Stage.LISTENING)
    added = [
        Fact(Topic.BUDGET, "We do it for 5,000 CNY", said=False),
        Fact(Topic.FEATURE, "see https://evil.example", said=False),
    ]
    brief = replace(lead.brief, facts=(*lead.brief.facts, *added))
    await bench.do(lambda tx: tx.leads.save(replace(lead, brief=brief)))
    text = json.dumps(await file_of(bench))
    assert "evil" not in text
    assert "5,000" not in text


async def test_nothing_of_others_is_in_it_but_what_one_is_shown_of_them_anyway(busy: Bench) -> None:
    mine, theirs = [json.dumps(await file_of(busy, who), ensure_ascii=False) for who in (CLIENT, FRIEND)]
    for others in ("Marie", str(FRIEND), "Alex", str(FOUNDER), "500.00 CNY"):
        assert others not in mine, others
    for others in (str(CLIENT), "Wei", "Bread", "Bakery", "10000", "60000", "Alex"):
        assert others not in theirs, others
    brought = json.loads(theirs)["brought"]
    assert [(one["name"], one["stage"]) for one in brought] == [("Lin", "quoted")]
    assert json.loads(theirs)["commissions"][0]["amount"] == "500.00 CNY"


@pytest.mark.parametrize("how", ["private", "forgotten"])
async def test_a_client_who_is_named_to_nobody_is_not_named_to_the_friend(busy: Bench, how: str) -> None:
    if how == "private":
        await busy.press(CLIENT, "Keep it private")
    else:
        await forgets(busy)
    (one,) = (await file_of(busy, FRIEND))["brought"]
    assert one["name"] is None


async def test_of_somebody_who_came_back_it_tells_only_what_came_since(busy: Bench) -> None:
    await forgets(busy)
    await busy.meet(CLIENT, "Lin Wei")
    data = await file_of(busy)
    assert (data["projects"], data["conversation"], data["payments"], data["came_by"]) == ([], [], [], None)


async def test_founders_have_theirs(busy: Bench) -> None:
    data = await file_of(busy, FOUNDER)
    assert data["profile"]["name"] == "Alex Stone"
    assert "Lin" not in json.dumps(data)


# ---- once an hour -------------------------------------------------------------------------------------------------


async def test_it_is_drawn_up_once_an_hour(client: Bench) -> None:
    await file_of(client)
    client.clock.forward(minutes=59)
    (told,) = await client.command(CLIENT, "mydata")
    assert client.told[CLIENT][-1].attachment is None
    assert "15:00" in told  # in the shop's zone, an hour after the file
    client.clock.forward(minutes=1)
    await file_of(client)


async def test_a_clock_that_was_put_back_withholds_it_from_nobody(client: Bench) -> None:
    client.clock.forward(days=900)
    await file_of(client)
    client.clock.forward(days=-900)
    await file_of(client)
