"""A client's chat goes to a person: both sides are told, the time is kept or mended, and the chat comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from shop_world import World

from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.errors import IllegalStep
from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact, Expecting, HandOff, HandOffState
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.hand_offs import hand_off, opening
from chatbot.use_cases.language_model import Answered, Origin
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import CloseTopic, Edit, OpenTopic, Say, Unpin

GROUP = -100500


async def opened(world: World, client: Contact, lead: Lead, reason: str = "asked") -> HandOff:
    found: HandOff = await world.do(hand_off.open_for, client, lead, reason)
    return found


async def standing(world: World, client: Contact) -> HandOff | None:
    found: HandOff | None = await world.do(lambda tx: tx.hand_offs.open_of(client.id))
    return found


@pytest.mark.usefixtures("founder")
async def test_the_client_hears_who_answers_and_by_when_and_the_bot_waits(
    world: World, client: Contact, lead: Lead
) -> None:
    await opened(world, client, lead)

    assert (await world.again(client)).speaker is Speaker.WAITING
    told = await world.told(client.telegram_id)
    assert len(told) == 1
    assert "Alex from Lantern Works" in told[0]
    assert "12:00" in told[0]  # two working hours after ten o'clock


@pytest.mark.usefixtures("founder")
async def test_outside_working_hours_the_answer_is_promised_for_the_next_ones(
    world: World, client: Contact, lead: Lead
) -> None:
    world.clock.forward(hours=13)  # 23:00
    await opened(world, client, lead)
    assert "Tue 3 Mar, 11:00" in (await world.told(client.telegram_id))[0]


@pytest.mark.usefixtures("founder")
async def test_where_several_people_answer_no_name_is_promised(world: World, client: Contact, lead: Lead) -> None:
    world.settings(team_ids=(901,))
    await opened(world, client, lead)
    assert "someone at Lantern Works" in (await world.told(client.telegram_id))[0]


async def test_the_card_says_who_why_what_is_known_and_what_the_client_was_told(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    facts = (Fact(Topic.KIND, "web_shop"), Fact(Topic.BUDGET, "about 50k", said=False))
    await world.do(lambda tx: tx.leads.save(replace(lead, brief=Brief(facts))))
    await world.do(hand_off.open_for, client, lead, "discuss")

    card = (await world.told(founder.telegram_id))[0]
    for words in ("Lin", "@lin", f"lead {lead.id}", "A shop for tea", "wants to discuss the quote"):
        assert words in card
    assert "Kind: web shop" in card
    assert "Budget: about 50k (assumed)" in card
    assert "a person answers by Mon 2 Mar, 12:00" in card
    shown = next(one for one in world.shown if one.text == card)
    assert set(shown.buttons) == {"💬 Talk here", "↩️ Give back"}


async def test_the_transcript_comes_with_names_and_the_shops_times(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await opened(world, client, lead)
    await world.do(hand_off.relay_to_client, founder, lead.id, world.hears(founder, "Good morning, Lin!"))
    await world.deliver()
    await world.do(hand_off.give_back, founder, lead.id)
    await opened(world, client, lead)

    files = [
        shown.item.action.reply.attachment
        for shown in await world.deliver()
        if isinstance(shown.item.action, Say) and shown.item.action.reply.attachment
    ]
    assert files[0].name == f"lead-{lead.id}.txt"
    text = files[0].data["text"]
    assert "[2026-03-02 10:00] Alex · Lantern Works: Good morning, Lin!" in text
    assert "Lantern Works (bot): Of course." in text


async def test_a_second_reason_reassures_the_client_and_reaches_the_team_once(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    first = await opened(world, client, lead)
    await world.deliver()
    second = await opened(world, client, lead, "accepted")

    assert second.id == first.id
    shown = await world.deliver()
    to_client = [one.text for one in shown if one.item.place.chat_id == client.telegram_id]
    to_team = [one.text for one in shown if one.item.place.chat_id == founder.telegram_id]
    assert len(to_client) == len(to_team) == 1
    assert "12:00" in to_client[0]
    assert "accepted the quote" in to_team[0]


@pytest.mark.usefixtures("founder")
async def test_what_the_client_was_asked_is_no_longer_waited_for(world: World, client: Contact, lead: Lead) -> None:
    await world.do(lambda tx: tx.contacts.save(replace(client, expecting=Expecting("not_now"))))
    await opened(world, client, lead)
    assert (await world.again(client)).expecting is None


async def test_a_take_over_promises_no_time(world: World, client: Contact, founder: Contact, lead: Lead) -> None:
    await world.do(hand_off.open_for, client, lead, "taken_over", by=founder)

    shown = await world.deliver()
    assert [one.text for one in shown if one.item.place.chat_id == client.telegram_id and one.text] == [
        "Alex from Lantern Works will write to you here in a moment."
    ]
    assert any("Lin: taken over" in one.text for one in shown)
    assert await world.do(lambda tx: tx.promises.of_lead(lead.id)) == []


async def test_nobody_answered_in_time_the_crew_is_reminded_and_the_client_gets_a_new_time(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await opened(world, client, lead)
    await world.deliver()
    world.clock.forward(hours=2)
    job = (await world.jobs())["answer_due:1"]
    late = await world.do(opening.prepare_answer_due, job)
    await world.do(opening.remind, job, late, None)

    shown = await world.deliver()
    assert "14:00" in next(one.text for one in shown if one.item.place.chat_id == client.telegram_id)
    assert "nobody has answered" in next(one.text for one in shown if one.item.place.chat_id == founder.telegram_id)
    promises = await world.do(lambda tx: tx.promises.of_lead(lead.id))
    assert [promise.due_at - promises[0].due_at for promise in promises] == [timedelta(), timedelta(hours=2)]


async def test_no_reminder_once_somebody_has_answered(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await opened(world, client, lead)
    job = await world.do(lambda tx: _timer(tx, lead))
    await world.do(hand_off.relay_to_client, founder, lead.id, world.hears(founder, "Here I am"))
    assert await world.do(opening.prepare_answer_due, job) is None
    world.clock.forward(hours=3)
    assert "answer_due:1" not in await world.jobs()


def _timer(tx: Transaction, lead: Lead) -> object:
    tx.jobs.put("answer_due", "probe", tx.now, lead.id, {"hand_off": 1})
    return next(job for job in tx.jobs.claim(9, 60) if job.key == "probe")


async def test_the_summary_joins_the_card(world: World, client: Contact, founder: Contact, lead: Lead) -> None:
    await opened(world, client, lead)
    await world.deliver()
    job = (await world.jobs())["summarise:1"]
    conversation = await world.do(opening.prepare_summary, job)
    await world.do(opening.apply_summary, job, conversation, Answered("Wants to sell tea.", Origin("m", fallback=True)))

    shown = await world.deliver()
    assert isinstance(shown[0].item.action, Edit)
    assert shown[0].item.target_message is not None
    assert "Wants to sell tea." in shown[0].text
    assert "built-in catalogue" in shown[0].text


async def test_a_summary_with_a_link_that_nobody_wrote_is_held_back_and_the_card_says_so(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await opened(world, client, lead)
    await world.deliver()
    job = (await world.jobs())["summarise:1"]
    conversation = await world.do(opening.prepare_summary, job)
    await world.do(opening.apply_summary, job, conversation, Answered("Pay at evil.example.", Origin("m")))

    (shown,) = await world.deliver()
    assert shown.item.place.chat_id == founder.telegram_id
    assert "The automatic summary named a link or a contact that nobody wrote, so I left it out." in shown.text
    assert "evil" not in shown.text


async def test_given_back_the_bot_speaks_again_and_knows_the_human_part(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await opened(world, client, lead)
    await world.do(lambda tx: tx.contacts.save(replace(founder, talking_to=lead.id)))
    await world.do(hand_off.relay_to_client, founder, lead.id, world.hears(founder, "No app then"))
    await world.deliver()
    await world.do(hand_off.give_back, founder, lead.id)

    assert (await world.again(client)).speaker is Speaker.BOT
    assert (await world.again(founder)).talking_to is None
    assert await standing(world, client) is None
    shown = await world.deliver()
    assert any(isinstance(one.item.action, Unpin) for one in shown)
    back = [one.text for one in shown if one.item.place.chat_id == client.telegram_id and one.text]
    assert len(back) == 1
    assert "What you two agreed stays" in back[0]
    job = (await world.jobs())[f"answer:{lead.id}"]
    assert job.payload["silent"] is True


async def test_given_back_unanswered_the_client_may_call_again(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await opened(world, client, lead)
    await world.deliver()
    await world.do(hand_off.give_back, founder, lead.id)
    shown = next(one for one in await world.deliver() if one.item.place.chat_id == client.telegram_id)
    assert list(shown.buttons) == ["Talk to a person"]


async def test_giving_back_twice_is_refused(world: World, client: Contact, founder: Contact, lead: Lead) -> None:
    await opened(world, client, lead)
    await world.do(hand_off.give_back, founder, lead.id)
    with pytest.raises(IllegalStep) as refused:
        await world.do(hand_off.give_back, founder, lead.id)
    assert refused.value.text == "refused-no-hand-off"


async def test_in_the_teams_group_a_topic_is_opened_first_and_closed_at_last(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    world.settings(team_chat_id=GROUP)
    await opened(world, client, lead)
    in_group = [one.item.action for one in await world.deliver() if one.item.place.chat_id == GROUP]
    assert in_group[0] == OpenTopic(1, f"{lead.id} · Lin · A shop for tea")
    assert [type(action) for action in in_group[1:]] == [Say, Say]

    await world.do(hand_off.give_back, founder, lead.id)
    in_group = [one.item.action for one in await world.deliver() if one.item.place.chat_id == GROUP]
    assert in_group[-1] == CloseTopic(1)


@pytest.mark.parametrize("language", ["en", "zh", "fr", "es"])
@pytest.mark.parametrize("reason", ["accepted", "discuss", "asked"])
async def test_every_reason_has_its_words_in_every_language(
    world: World, founder: Contact, language: str, reason: str
) -> None:
    client = await world.person(502, "Mei", language)
    world.settings(founder_language=language)
    await world.do(lambda tx: tx.contacts.save(replace(founder, language=language)))
    lead = await world.lead(client, language)
    found = await opened(world, client, lead, reason)
    await opened(world, client, lead, reason)
    assert found.state is HandOffState.WAITING
    shown = await world.deliver()
    assert len([one for one in shown if one.item.place.chat_id == client.telegram_id and one.text]) == 2
    assert len([one for one in shown if one.item.place.chat_id == founder.telegram_id and one.text]) == 3
