"""Leads, messages and quotes come back as they were saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from chatbot.domain.approval import Approval
from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.calibration import Outcome
from chatbot.domain.effort import Effort
from chatbot.domain.errors import Refusal, StorageError
from chatbot.domain.lead import Author, Message, Quote, fingerprint
from chatbot.domain.lead_flow import Event, Stage
from chatbot.domain.mind_map import Branch, Feature, MindMap, Priority, Wording
from chatbot.domain.money import Money, PriceRange
from chatbot.use_cases.ports import NewMessage, Transaction

if TYPE_CHECKING:
    from database.conftest import Journey

BRIEF = Brief(
    facts=(
        Fact(Topic.KIND, "mini_program", True, 3),
        Fact(Topic.FEATURE, '预订 "today\'s" bread', True, 4),
        Fact(Topic.SCALE, "200 orders a day", False, None),
    ),
    asked=(Topic.PURPOSE, Topic.BUDGET),
    skipped=(Topic.BUDGET,),
)
MAP = MindMap(
    Wording("Boulangerie", "Bakery"),
    Wording.same("Orders 🥖"),
    (
        Branch(
            Wording("Commander", "Order"),
            (
                Feature(Wording("Panier", "Cart"), Effort(0.7, 1.1, 2.3), Priority.MUST, True, (3, 4)),
                Feature(Wording.same("QR"), Effort(1, 1, 1), Priority.COULD),
            ),
        ),
    ),
    risks=(Wording.same("WeChat review"),),
    assumptions=(Wording("une langue", "one language"),),
    open_questions=(Wording.same("Who delivers?"),),
    exclusions=(Wording.same("Hosting"),),
)


def price(low: int, likely: int, high: int) -> PriceRange:
    return PriceRange(Money(low, "CNY"), Money(likely, "CNY"), Money(high, "CNY"))


def quote(lead_id: int, version: int = 1, at: datetime = datetime(2026, 3, 2, tzinfo=UTC)) -> Quote:
    return Quote(
        id=0,
        lead_id=lead_id,
        version=version,
        number="",
        mind_map=MAP,
        language="fr",
        state=Approval.WAITING,
        created_at=at,
        fingerprint="",
    )


async def test_a_new_lead_listens(journey: Journey) -> None:
    lead = await journey.lead()
    assert (lead.stage, lead.language, lead.brief, lead.referral_id) == (Stage.LISTENING, "zh-Hans", Brief(), None)
    assert lead.stage_since == lead.created_at == journey.clock.now


async def test_a_saved_lead_is_read_back_whole(journey: Journey) -> None:
    lead = await journey.lead()
    friend = await journey.contact(1)
    referral = await journey.run(lambda t: t.referrals.add(friend.id, lead.client_id, 500, journey.clock.now))
    changed = replace(
        lead.after(Event.DRAFT_ASKED, journey.clock.now + timedelta(hours=1)),
        title="Bäckerei",
        brief=BRIEF,
        questions=4,
        understood_up_to=17,
        referral_id=referral.id,
        signed=Money(6_800_000, "CNY"),
        closing_reason="too dear",
        language="fr-CA",
        revision=3,
    )
    await journey.run(lambda t: t.leads.save(changed))
    assert await journey.run(lambda t: t.leads.find(lead.id)) == changed


@pytest.mark.parametrize("number", [0, -1, 404, 10**30])
async def test_a_lead_that_does_not_exist_is_refused_with_its_number(journey: Journey, number: int) -> None:
    with pytest.raises(Refusal) as caught:
        await journey.run(lambda t: t.leads.find(number))
    assert (caught.value.text, caught.value.args_for_text) == ("refused-no-lead", {"lead": number})


async def test_leads_are_listed_by_client_and_by_stage_the_longest_waiting_first(journey: Journey) -> None:
    first, second, other = await journey.lead(501), await journey.lead(501), await journey.lead(502)
    assert await journey.run(lambda t: t.leads.of_client(first.client_id)) == [first, second]

    moved = first.after(Event.DRAFT_ASKED, journey.clock.now + timedelta(hours=2))
    earlier = other.after(Event.DRAFT_ASKED, journey.clock.now + timedelta(hours=1))
    await journey.run(lambda t: (t.leads.save(moved), t.leads.save(earlier)))
    assert await journey.run(lambda t: t.leads.in_stages([Stage.DRAFTING])) == [earlier, moved]
    assert await journey.run(lambda t: t.leads.in_stages([Stage.LISTENING, Stage.DRAFTING])) == [second, earlier, moved]
    assert await journey.run(lambda t: t.leads.in_stages([])) == []


def line(contact_id: int, text: str, source: str, lead_id: int | None = None, telegram_id: int = 0) -> NewMessage:
    return NewMessage(contact_id, lead_id, Author.CLIENT, None, "text", text, 77, telegram_id, source)


async def test_a_message_is_stored_once_by_its_source(journey: Journey) -> None:
    client = await journey.contact()
    stored = await journey.run(lambda t: t.messages.add(line(client.id, "Hello 👋", "update:1", telegram_id=5)))
    assert stored == Message(
        stored.id, client.id, None, Author.CLIENT, None, "text", "Hello 👋", journey.clock.now, 77, 5
    )
    assert await journey.run(lambda t: t.messages.add(line(client.id, "again", "update:1"))) is None
    assert await journey.run(lambda t: t.messages.of_contact(client.id)) == [stored]


async def test_a_transcript_is_the_last_lines_oldest_first(journey: Journey) -> None:
    lead = await journey.lead()
    other = await journey.lead()

    def add(t: Transaction) -> None:
        for number in range(6):
            t.messages.add(line(lead.client_id, str(number), f"a:{number}", lead.id if number % 2 else other.id))

    await journey.run(add)
    everything = await journey.run(lambda t: t.messages.of_contact(lead.client_id))
    assert [message.text for message in everything] == ["0", "1", "2", "3", "4", "5"]
    assert [m.text for m in await journey.run(lambda t: t.messages.of_contact(lead.client_id, limit=2))] == ["4", "5"]
    of_lead = await journey.run(lambda t: t.messages.of_contact(lead.client_id, lead.id, 2))
    assert [message.text for message in of_lead] == ["3", "5"]


async def test_an_edited_message_is_found_by_its_telegram_id_and_reworded(journey: Journey) -> None:
    client = await journey.contact()
    await journey.run(lambda t: t.messages.add(line(client.id, "tpyo", "update:1", telegram_id=5)))
    message = await journey.run(lambda t: t.messages.by_telegram(77, 5))
    await journey.run(lambda t: t.messages.reword(message.id, "typo"))
    assert await journey.run(lambda t: t.messages.by_telegram(77, 5)) == replace(message, text="typo")
    assert await journey.run(lambda t: t.messages.by_telegram(77, 6)) is None
    assert [await journey.run(lambda t, n=n: t.messages.kind_of(77, n)) for n in (5, 6)] == ["text", ""]
    await journey.run(lambda t: t.messages.reword(404, "nothing to change"))


async def test_a_quote_is_numbered_by_year_lead_and_version(journey: Journey) -> None:
    lead = await journey.lead()
    first = await journey.run(lambda t: t.quotes.add(quote(lead.id)))
    assert (first.id > 0, first.number) == (True, f"2026-{lead.id:04d}-1")
    assert first == replace(quote(lead.id), id=first.id, number=first.number)


async def test_the_year_of_a_quote_is_that_of_the_shop_s_clock(journey: Journey) -> None:
    lead = await journey.lead()
    new_year_in_shanghai = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    stored = await journey.run(lambda t: t.quotes.add(quote(lead.id, at=new_year_in_shanghai)))
    assert stored.number.startswith("2027-")


async def test_a_saved_quote_is_read_back_whole_under_the_same_fingerprint(journey: Journey) -> None:
    lead = await journey.lead()
    stored = await journey.run(lambda t: t.quotes.add(quote(lead.id)))
    changed = replace(
        stored,
        state=Approval.APPROVED,
        computed=price(5_000_000, 6_200_000, 8_100_000),
        price=price(5_500_000, 6_250_000, 7_000_000),
        by_founder=True,
        days=(33.33, 41.4, 54.01),
        weeks=(7, 11),
        raw_centre=3.7197165,
        raw_spread=0.1 + 0.2,
        concern="needs a payment licence",
        source="catalogue",
        fallback=True,
        valid_days=14,
        valid_until=date(2026, 3, 31),
        decided_at=journey.clock.now,
        decided_by=lead.client_id,
    )
    changed = replace(changed, fingerprint=fingerprint(changed, "terms"))
    await journey.run(lambda t: t.quotes.save(changed))
    read = await journey.run(lambda t: t.quotes.get(stored.id))
    assert read == changed
    assert fingerprint(read, "terms") == changed.fingerprint


async def test_a_lead_has_each_version_once_and_lists_them_oldest_first(journey: Journey) -> None:
    lead = await journey.lead()
    second = await journey.run(lambda t: t.quotes.add(quote(lead.id, 2)))
    first = await journey.run(lambda t: t.quotes.add(quote(lead.id, 1)))
    assert await journey.run(lambda t: t.quotes.of_lead(lead.id)) == [first, second]
    with pytest.raises(StorageError, match="SQLITE_CONSTRAINT_UNIQUE"):
        await journey.run(lambda t: t.quotes.add(quote(lead.id, 2)))


async def test_a_quote_in_two_currencies_is_refused(journey: Journey) -> None:
    lead = await journey.lead()
    euros = PriceRange(*[Money(1, "EUR")] * 3)
    with pytest.raises(ValueError, match="one currency"):
        await journey.run(lambda t: t.quotes.add(replace(quote(lead.id), computed=price(1, 2, 3), price=euros)))


async def test_outcomes_age_with_every_project_that_closes_after_them(journey: Journey) -> None:
    lead = await journey.lead()
    for version, days in ((1, 30.0), (2, 45.5), (3, 12.25)):
        given = replace(quote(lead.id, version), raw_centre=float(version), raw_spread=0.2)
        stored = await journey.run(lambda t, given=given: t.quotes.add(given))
        await journey.run(lambda t, q=stored.id, days=days: t.quotes.record_outcome(q, days))
        journey.clock.forward(days=30)
    first = (await journey.run(lambda t: t.quotes.of_lead(lead.id)))[0]
    await journey.run(lambda t: t.quotes.record_outcome(first.id, 31.0))  # corrected, and no younger for it
    assert await journey.run(lambda t: t.quotes.outcomes()) == [
        Outcome(3.0, 0.2, 12.25, 0),
        Outcome(2.0, 0.2, 45.5, 1),
        Outcome(1.0, 0.2, 31.0, 2),
    ]


async def test_an_outcome_of_no_days_is_refused(journey: Journey) -> None:
    lead = await journey.lead()
    stored = await journey.run(lambda t: t.quotes.add(quote(lead.id)))
    with pytest.raises(ValueError, match="days above zero"):
        await journey.run(lambda t: t.quotes.record_outcome(stored.id, 0))
    assert await journey.run(lambda t: t.quotes.outcomes()) == []
