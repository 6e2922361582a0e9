"""What is counted, as Prometheus reads it, and what the line in the log says of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

import pytest
from prometheus_client.parser import text_string_to_metric_families

from chatbot.domain.errors import Away, StorageAway
from chatbot.use_cases.language_model import Origin
from chatbot.vitals.meters import ErrorCounter, Meters
from chatbot.vitals.reading import Queue, Vitals
from chatbot.vitals.watch import LONGEST_OVERDUE, Watch


def shown(meters: Meters) -> dict[tuple[str, frozenset[str]], float]:
    """Every sample by its name and the values of its labels."""
    families = text_string_to_metric_families(meters.exposition().decode())
    return {(one.name, frozenset(one.labels.values())): one.value for family in families for one in family.samples}


def some_vitals(overdue: float = 0.0) -> Vitals:
    queues = {"inbox": Queue(2, 7.4, overdue), "outbox": Queue(1, 90.0, 0), "jobs": Queue(0, 0, 0)}
    return Vitals(queues, 12, {"listening": 3, "won": 1})


def a_watch(meters: Meters, *looks: Vitals | StorageAway, alive: Mapping[str, bool] | None = None) -> Watch:
    waiting = list(looks)

    async def look() -> Vitals:
        found = waiting.pop(0)
        if isinstance(found, StorageAway):
            raise found
        return found

    return Watch(meters, look, lambda: alive or {"intake": True, "worker": True}, lambda: 0.0, every=0)


def test_prometheus_reads_what_was_counted() -> None:
    meters = Meters()
    for outcome in ("handled", "handled", "set_aside"):
        meters.update(outcome)
    for outcome in ("sent", "again", "blocked", "gone", "erased", "refused"):
        meters.message(outcome)
    meters.job("draft", "set_aside")
    meters.call(Origin("m1", "understand", milliseconds=1500))
    meters.call(Origin("catalogue", "understand", fallback=True))
    meters.commit(0.004)
    meters.reading = some_vitals()
    found = shown(meters)
    assert found["chatbot_updates_total", frozenset({"handled"})] == 2
    assert found["chatbot_messages_total", frozenset({"refused"})] == 1
    assert found["chatbot_jobs_total", frozenset({"draft", "set_aside"})] == 1
    assert found["chatbot_model_calls_total", frozenset({"understand", "ok", "true"})] == 1
    assert found["chatbot_model_call_seconds_sum", frozenset({"understand"})] == 1.5
    assert found["chatbot_store_commit_seconds_bucket", frozenset({"0.005"})] == 1
    assert found["chatbot_waiting_rows", frozenset({"inbox"})] == 2
    assert found["chatbot_oldest_seconds", frozenset({"outbox"})] == 90
    assert found["chatbot_leads", frozenset({"listening"})] == 3
    assert found["chatbot_updates_received_total", frozenset()] == 12
    assert {queue: found["chatbot_set_aside_total", frozenset({queue})] for queue in ("inbox", "outbox", "jobs")} == {
        "inbox": 1, "outbox": 1, "jobs": 1,
    }  # fmt: skip


def test_every_metric_has_its_help_and_its_type() -> None:
    meters = Meters()
    meters.reading = some_vitals()
    for family in text_string_to_metric_families(meters.exposition().decode()):
        assert family.documentation, family.name
        assert family.type in {"counter", "gauge", "histogram"}, family.name


def test_while_the_database_is_away_no_old_queue_is_shown() -> None:
    meters = Meters()
    found = shown(meters)
    assert found["chatbot_store_up", frozenset()] == 0
    assert not [name for name, _ in found if name.startswith("chatbot_waiting")]


async def test_the_line_says_what_waits_and_counts_errors_once() -> None:
    meters = Meters()
    watch, log = a_watch(meters, some_vitals(), some_vitals(), StorageAway(Away.FULL, "full")), logging.getLogger("toy")
    counter = ErrorCounter(meters)
    log.addHandler(counter)
    log.error("one")
    log.warning("no error")
    lines = []
    for _ in range(3):
        await watch.look()
        lines.append(watch.line())
    log.removeHandler(counter)
    assert lines == [
        "waiting: inbox 2, outbox 1, jobs 0; the oldest for 90 s; errors 1, set aside since the start 0",
        "waiting: inbox 2, outbox 1, jobs 0; the oldest for 90 s; errors 0, set aside since the start 0",
        "the database does not answer; errors 0, set aside since the start 0",
    ]


async def test_the_line_comes_again_and_again(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    watch = a_watch(Meters(), some_vitals(), some_vitals())
    with pytest.raises(IndexError):  # after two looks the toy has no more
        await asyncio.wait_for(watch.run(), 10)
    assert caplog.text.count("waiting: inbox 2") == 2


@pytest.mark.parametrize(
    ("look", "alive", "wrong"),
    [
        (some_vitals(), {"intake": True}, {}),
        (some_vitals(), {"intake": False}, {"intake": "is not at work"}),
        (some_vitals(LONGEST_OVERDUE + 1), {}, {"inbox": "nobody takes what is due for 301 s"}),
        (StorageAway(Away.FULL, "the disk is full"), {}, {"database": "the disk is full"}),
    ],
    ids=["well", "ended", "stuck", "away"],
)
async def test_health_names_the_part_that_is_not_well(
    look: Vitals | StorageAway, alive: Mapping[str, bool], wrong: dict[str, str]
) -> None:
    health = await a_watch(Meters(), look, alive=alive).health()
    assert {name: state for name, state in health.parts.items() if state != "ok"} == wrong
    assert health.good == (not wrong)
