"""The short form: a few kills, and controls that show that the checks see what they are there for.

The long one is `.venv/bin/python tests/torture --kills 300`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from journeys.our_words import flat, pattern_of
from torture.checks import judge
from torture.lives import Fate
from torture.reading import Record
from torture.repeats import sort
from torture.run import Outcome, Plan, Torture
from torture.watch import CONFIRMED, SENT, Sent

from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import LANGUAGES

KILLS = 10
THINKING = 0.4  # seconds


@pytest.fixture(scope="module", params=[False, True], ids=["private chats", "a team group and a slow model"])
def outcome(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A shop whose bot was killed again and again."""
    plan = Plan(KILLS, seed=1, epilogue=False)
    if request.param:
        plan = Plan(KILLS, seed=1, grouped=True, thinking=THINKING)
    return asyncio.run(Torture(plan, tmp_path_factory.mktemp("torture")).run())


def test_a_bot_that_is_killed_again_and_again_loses_nothing_and_does_nothing_twice(outcome: Outcome) -> None:
    assert (outcome.verdict.lost, outcome.verdict.wrong) == ([], [])
    assert outcome.kills == KILLS
    assert outcome.verdict.counts["leads"] >= 4


async def test_a_commit_that_is_not_awaited_is_seen(tmp_path: Path) -> None:
    # Killed as soon as Telegram forgets an update that is not yet in the database.
    plan = Plan(
        1, seed=1, sin="commit not awaited", fates=(Fate(CONFIRMED, 2),), side_by_side=0, epilogue=False, patience=2
    )
    outcome = await Torture(plan, tmp_path).run()
    assert any("is in the inbox 0 times" in found for found in outcome.verdict.lost)


async def test_an_update_that_takes_effect_twice_is_seen(tmp_path: Path) -> None:
    # Killed at the first answer: what asked for it has had its effect, and is not noted as done.
    plan = Plan(
        1, seed=1, sin="effect and note apart", fates=(Fate(SENT),), side_by_side=0, epilogue=False, patience=20
    )
    outcome = await Torture(plan, tmp_path).run()
    assert any("shown and not due" in found for found in outcome.verdict.wrong)


async def test_answers_that_are_said_twice_and_timers_that_are_never_put_are_seen(tmp_path: Path) -> None:
    outcome = await Torture(Plan(0, seed=1, sin="answers twice and no timers", side_by_side=0), tmp_path).run()
    assert any("was answered" in found for found in outcome.verdict.wrong)
    for reminder in ("review-late to", "review-late-founder to", "hand-off-late to", "hand-off-late-team to"):
        assert any(f"due and never shown: {reminder}" in found for found in outcome.verdict.lost)


# ---- what the checks would say of a bot that had done worse ---------------------------------------------------------


def _a_client(record: Record) -> int:
    return next(client for client, leads in record.leads.items() if leads)


def _forget_an_update(record: Record, _sent: list[Sent]) -> None:
    record.inbox.pop()


def _forget_a_message(record: Record, _sent: list[Sent]) -> None:
    lines = record.messages[_a_client(record)]
    lines.remove(next(line for line in lines if line.author == "client"))


def _store_a_message_twice(record: Record, _sent: list[Sent]) -> None:
    lines = record.messages[_a_client(record)]
    lines.append(next(line for line in lines if line.author == "client"))


def _keep_the_first_words(record: Record, _sent: list[Sent]) -> None:
    lines = record.messages[_a_client(record)]
    lines[0] = replace(lines[0], text="something else")


def _move_a_lead(record: Record, _sent: list[Sent]) -> None:
    client = _a_client(record)
    record.leads[client] = [replace(lead, stage=Stage.DRAFTING) for lead in record.leads[client]]


def _book_twice(record: Record, _sent: list[Sent]) -> None:
    record.bookings.append(record.bookings[-1])


def _lose_a_posting(record: Record, _sent: list[Sent]) -> None:
    last = record.ledger[-1]["posting"]
    record.ledger[:] = [row for row in record.ledger if row["posting"] != last]


def _post_under_another_key(record: Record, _sent: list[Sent]) -> None:
    last = record.ledger[-1]["posting"]
    record.ledger += [{**row, "posting": "again"} for row in record.ledger if row["posting"] == last]


def _send_twice_in_one_life(record: Record, sent: list[Sent]) -> None:
    sent.insert(0, replace(sent[-1], message_id=0))


def _send_what_nobody_noted(record: Record, sent: list[Sent]) -> None:
    sent.append(replace(sent[0], message_id=0))


def _a_quote(record: Record, sent: list[Sent]) -> Sent:
    """A client's paper in the send that the bot noted: others of it may be repeats, which a kill explains."""
    papers = (one for one in sort(sent, record).once if one.file_name.endswith(".pdf"))
    return next(one for one in papers if record.leads.get(one.chat_id))


def _never_show_a_quote(record: Record, sent: list[Sent]) -> None:
    sent.remove(_a_quote(record, sent))


def _show_a_quote_twice(record: Record, sent: list[Sent]) -> None:
    sent.append(_a_quote(record, sent))


def _never_show_a_card(_record: Record, sent: list[Sent]) -> None:
    sent[:] = [one for one in sent if ", version 1" not in one.text]


def _forget_a_quote(record: Record, _sent: list[Sent]) -> None:
    record.quotes[_a_client(record)].pop()


def _never_promise_a_review(_record: Record, sent: list[Sent]) -> None:
    promises = [pattern_of("review-promised", language) for language in LANGUAGES]
    sent[:] = [one for one in sent if not any(promise.match(flat(one.text)) for promise in promises)]


def _change_the_order(record: Record, sent: list[Sent]) -> None:
    sent.sort(key=lambda one: -one.message_id)


def _never_send_a_row(record: Record, sent: list[Sent]) -> None:
    next(row for row in record.outbox if row["method"] == "Say" and row["message_id"])["message_id"] = None


@pytest.mark.parametrize(
    ("worse", "said"),
    [
        (_forget_an_update, "is in the inbox 0 times"),
        (_forget_a_message, "is in the transcript 0 times"),
        (_store_a_message_twice, "is in the transcript 2 times"),
        (_keep_the_first_words, "is not what was written last"),
        (_move_a_lead, "is drafting, but"),
        (_book_twice, "has the booking cards"),
        (_lose_a_posting, "not in the ledger"),
        (_post_under_another_key, "in the ledger, but never booked"),
        (_send_twice_in_one_life, "without a kill between"),
        (_send_what_nobody_noted, "without a kill between"),
        (_never_show_a_quote, "due and never shown: quote-price"),
        (_show_a_quote_twice, "shown and not due: quote-price"),
        (_never_show_a_card, "never shown: the card of lead"),
        (_forget_a_quote, "shown too often: the card of lead"),
        (_never_promise_a_review, "was promised 0 reviews"),
        (_change_the_order, "came after a later one"),
        (_never_send_a_row, "is done and was never sent"),
    ],
)
def test_the_checks_see(outcome: Outcome, worse: Callable[[Record, list[Sent]], None], said: str) -> None:
    record, watch, sent = deepcopy(outcome.record), outcome.watch, list(outcome.watch.sent)
    worse(record, watch.sent)
    try:
        verdict = judge(outcome.account, watch, record)
    finally:
        watch.sent[:] = sent
    assert any(said in found for found in (*verdict.lost, *verdict.wrong))
