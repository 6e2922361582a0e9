"""/forget: it is asked once, then what is open is closed, and everybody concerned hears of it once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, TEAM, Bench
from use_cases.privacy.leaving import NO, YES, contact, forgets, hands_over, pays, told_of

from chatbot import job_steps
from chatbot.domain.approval import Approval
from chatbot.domain.lead_flow import STAYS_WHEN_FORGOTTEN, Stage
from chatbot.domain.money import Money
from chatbot.domain.people import HandOffState
from chatbot.use_cases import entry
from chatbot.use_cases.bookings.balances import received

# ---- the question -------------------------------------------------------------------------------------------------


async def test_it_is_asked_once_and_nothing_happens_before_the_button(client: Bench) -> None:
    lead = await client.lead()
    (question,) = await client.command(CLIENT, "forget")
    assert "Shall Lantern Works forget you?" in question
    assert set(client.told[CLIENT][-1].buttons) == {YES, NO}
    assert (await client.find(lead)).stage is Stage.LISTENING
    await client.press(CLIENT, YES)
    assert await contact(client) is None
    assert told_of(client, CLIENT, "Shall Lantern Works forget you?") == 1


async def test_who_would_rather_be_kept_is_kept(client: Bench) -> None:
    lead = await client.lead()
    await client.command(CLIENT, "forget")
    await client.press(CLIENT, NO)
    assert client.last(CLIENT) == "All stays as it is."
    assert (await client.find(lead)).stage is Stage.LISTENING
    assert await contact(client) is not None


async def test_pressed_twice_it_is_done_once(client: Bench) -> None:
    await client.lead()
    await client.command(CLIENT, "forget")
    token = client.told[CLIENT][-1].buttons[YES]
    assert await client.press_token(CLIENT, token) == "You are forgotten"
    heard = {chat: len(told) for chat, told in client.told.items()}
    await client.press_token(CLIENT, token)
    assert {chat: len(told) for chat, told in client.told.items()} == heard


async def test_pressed_long_after_it_tells_what_stays_as_it_is_then(client: Bench) -> None:
    await client.command(CLIENT, "forget")
    token = client.told[CLIENT][-1].buttons[YES]
    client.clock.forward(days=300)
    lead = await client.lead(Stage.AGREED)
    await client.press_token(CLIENT, token)
    assert await contact(client) is None
    assert f"What we have agreed on (project {lead.id}) stays open" in client.last(CLIENT)


async def test_an_old_button_forgets_nobody_who_came_back(client: Bench) -> None:
    await client.command(CLIENT, "forget")
    await client.command(CLIENT, "forget")
    old = client.told[CLIENT][-2].buttons[YES]
    await client.press(CLIENT, YES)
    await client.meet(CLIENT, "Lin Wei")
    await client.press_token(CLIENT, old)
    assert await contact(client) is not None


@pytest.mark.parametrize("who", [FOUNDER, TEAM])
async def test_one_of_the_shop_has_to_leave_it_first(client: Bench, who: int) -> None:
    await client.meet(who, "Alex Stone")
    (told,) = await client.command(who, "forget")
    assert "FOUNDER_IDS" in told
    assert client.told[who][-1].buttons == {}


async def test_who_was_taken_into_the_team_since_is_not_forgotten(client: Bench) -> None:
    await client.command(CLIENT, "forget")
    client.steps._shop = replace(client.steps._shop, team_ids=(TEAM, CLIENT))
    await client.press(CLIENT, YES)
    assert await contact(client) is not None
    assert "FOUNDER_IDS" in client.last(CLIENT)


# ---- leads --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", Stage)
async def test_what_is_not_agreed_is_closed_and_the_rest_stays_as_it_was(client: Bench, stage: Stage) -> None:
    lead = await client.lead(stage)
    await forgets(client)
    after = await client.find(lead)
    assert after.stage is (stage if stage in STAYS_WHEN_FORGOTTEN else Stage.LOST)
    assert (after.title, after.brief.facts) == ("", ())


def test_what_stays_is_what_was_agreed_or_is_over() -> None:
    assert {Stage.AGREED, Stage.WON, Stage.LOST, Stage.DECLINED} == STAYS_WHEN_FORGOTTEN


@pytest.mark.parametrize("agreed", [0, 1, 2])
async def test_what_is_said_to_stay_open_does_and_nothing_says_that_it_is_closed(client: Bench, agreed: int) -> None:
    await client.lead()
    leads = [await client.lead(Stage.AGREED) for _ in range(agreed)]
    named = {0: "", 1: "(project 2)", 2: "(projects 2 and 3)"}[agreed]
    (question,) = await client.command(CLIENT, "forget")
    await client.press(CLIENT, YES)
    report = client.last(FOUNDER)
    for words in (question, client.last(CLIENT)):
        assert named in words
        assert ("What we have agreed on" in words) is bool(agreed)
    assert ("Already agreed: " in report) is bool(agreed)
    assert "Open projects are closed" not in question
    assert "is closed" not in report
    assert [(await client.find(lead)).stage for lead in leads] == [Stage.AGREED] * agreed


async def test_a_project_agreed_with_somebody_forgotten_is_won_and_paid_by_number(client: Bench) -> None:
    lead = await client.lead(Stage.AGREED)
    await forgets(client)
    await client.command(FOUNDER, "won", f"{lead.id} 60000 CNY")
    await client.press(FOUNDER, "Book")
    assert (await client.find(lead)).stage is Stage.WON
    await client.command(FOUNDER, "paid", f"{lead.id} 20000 CNY")
    await client.press(FOUNDER, "Book")
    assert await client.do(lambda tx: received(tx, lead.id)) == Money.of(20_000, "CNY")


@pytest.mark.parametrize("state", [Approval.WAITING, Approval.APPROVED])
async def test_no_version_stays_open_and_no_card_can_be_pressed(client: Bench, state: Approval) -> None:
    lead = await client.lead(Stage.REVIEWING if state is Approval.WAITING else Stage.QUOTED)
    quote = await client.quote(lead, state)
    await client.command(FOUNDER, "start")
    await forgets(client)
    assert (await client.do(lambda tx: tx.quotes.get(quote.id))).state is Approval.DECLINED
    if state is Approval.WAITING:
        before = len(client.told[CLIENT])
        assert f"lead {lead.id} was forgotten" in await client.press(FOUNDER, "Approve")
        assert len(client.told[CLIENT]) == before
    assert (await client.find(lead)).stage is Stage.LOST


@pytest.mark.parametrize("kind", ["answer", "draft", "revise", "summarise", "transcribe"])
async def test_a_job_under_way_comes_to_nothing(client: Bench, kind: str) -> None:
    lead = await client.lead(Stage.DRAFTING)
    await client.do(lambda tx: tx.jobs.put(kind, f"{kind}:{lead.id}", tx.now, lead.id, {}))
    (job,) = await client.do(lambda tx: tx.jobs.claim(9, 60))
    await forgets(client)
    before = len(client.told[CLIENT])
    assert not await client.do(job_steps.apply, entry.WORK[kind], job, None, None)
    assert len(client.told[CLIENT]) == before
    assert [one.key for one in await client.do(lambda tx: tx.jobs.claim(9, 60))] == []


# ---- who hears of it ----------------------------------------------------------------------------------------------


async def test_in_a_shop_without_a_group_the_founder_hears_it_once_and_the_team_too(client: Bench) -> None:
    """Each once in one chat: the founder by the report, the team where it was talking to the client."""
    await client.meet(TEAM, "Tim")
    lead = await client.lead()
    await hands_over(client, lead)
    shown = {chat: len(client.told[chat]) for chat in (FOUNDER, TEAM)}
    await forgets(client)
    for chat in (FOUNDER, TEAM):
        new = [told.text for told in client.told[chat][shown[chat] :]]
        assert sum("elsewhere" in text for text in new) == 1
        assert sum(text == "🗑 This client was forgotten." for text in new) == 1  # in place of the card
    assert told_of(client, FOUNDER, "this conversation ends here") == 0
    assert told_of(client, TEAM, "A client asked to be forgotten") == 0
    assert (await client.do(lambda tx: tx.hand_offs.get(1))).state is HandOffState.CLOSED


async def test_who_was_talking_to_them_talks_to_nobody(client: Bench) -> None:
    lead = await client.lead()
    await hands_over(client, lead)
    await client.press(FOUNDER, "Talk here")
    await forgets(client)
    await client.say(FOUNDER, "Are you still there?")
    founder = await contact(client, FOUNDER)
    assert founder is not None
    assert founder.talking_to is None
    assert "Are you still there?" not in client.all_told(CLIENT)


async def test_whoever_wrote_nothing_leaves_without_a_word_to_anybody_else(client: Bench) -> None:
    before = len(client.told[FOUNDER])
    await forgets(client)
    assert len(client.told[FOUNDER]) == before


async def test_the_friend_hears_once_that_it_came_to_nothing(referred: Bench) -> None:
    for _ in range(2):  # two projects
        await referred.lead()
    await forgets(referred)
    assert told_of(referred, FRIEND, "Someone (forgotten) and we are not doing this project together") == 1
    assert await contact(referred, FRIEND) is not None


async def test_the_client_reads_what_stays_and_that_one_may_come_back(client: Bench) -> None:
    lead = await client.lead(Stage.WON)
    await pays(client, lead)
    known = await contact(client)
    assert known is not None
    await forgets(client)
    told = client.last(CLIENT)
    assert "we have forgotten you" in told
    assert f"payments in our books, because the law wants them kept. They stand there under {known.pseudonym}" in told
    assert "we begin anew" in told
