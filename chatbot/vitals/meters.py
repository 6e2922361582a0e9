"""What is counted while the bot runs, for Prometheus and for the line in the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from chatbot.use_cases.given_up import NO_TROUBLE
from chatbot.use_cases.language_model import Origin
from chatbot.vitals.reading import Vitals

_COMMIT_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
_CALL_BUCKETS = (0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300)
_NOT_GIVEN_UP = frozenset({"sent", "again", *NO_TROUBLE})


class Meters:
    """Counters of one bot, in a registry of their own. May be told from any thread."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.reading: Vitals | None = None
        """The last look at the queues; None where the database did not answer."""
        self.silence = 0.0
        """For how many seconds Telegram had not answered at that look."""
        self._updates = self._counter("updates", "Updates by what became of them", "outcome")
        self._messages = self._counter("messages", "Rows of the outbox by what became of each try", "outcome")
        self._jobs = self._counter("jobs", "Tries of jobs by kind and what became of them", "kind", "outcome")
        self._calls = self._counter("model_calls", "Calls of the model's server", "task", "outcome", "fallback")
        self._set_aside = self._counter("set_aside", "Rows given up since the start", "queue")
        self._errors = Counter("chatbot_errors", "Lines in the log at ERROR or above", registry=self.registry)
        self._call_seconds = Histogram(
            "chatbot_model_call_seconds",
            "How long a call of the model's server took",
            ["task"],
            registry=self.registry,
            buckets=_CALL_BUCKETS,
        )
        self._commit_seconds = Histogram(
            "chatbot_store_commit_seconds",
            "How long a transaction took, its COMMIT included",
            registry=self.registry,
            buckets=_COMMIT_BUCKETS,
        )
        self.registry.register(_Readings(self))
        self.errors = self.set_aside = 0

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"chatbot_{name}", meaning, labels, registry=self.registry)

    def update(self, outcome: str) -> None:
        """An update was handled: handled, refused, again or set_aside."""
        self._updates.labels(outcome).inc()
        self._given_up("inbox", outcome)

    def message(self, outcome: str) -> None:
        """A row of the outbox was tried: sent, again, or why it was given up."""
        self._messages.labels(outcome).inc()
        self._given_up("outbox", outcome if outcome in _NOT_GIVEN_UP else "set_aside")

    def job(self, kind: str, outcome: str) -> None:
        """A job was tried: done, again, replaced or set_aside."""
        self._jobs.labels(kind, outcome).inc()
        self._given_up("jobs", outcome)

    def call(self, origin: Origin) -> None:
        """The model's server was called, or the catalogue answered in its place."""
        task = origin.prompt or "other"
        self._calls.labels(task, origin.outcome, str(origin.fallback).lower()).inc()
        if not origin.fallback:
            self._call_seconds.labels(task).observe(origin.milliseconds / 1000)

    def commit(self, seconds: float) -> None:
        """A transaction was committed."""
        self._commit_seconds.observe(seconds)

    def error(self) -> None:
        """The log complained."""
        self._errors.inc()
        self.errors += 1

    def _given_up(self, queue: str, outcome: str) -> None:
        if outcome == "set_aside":
            self._set_aside.labels(queue).inc()
            self.set_aside += 1

    def exposition(self) -> bytes:
        """Everything in Prometheus' text format 0.0.4."""
        return generate_latest(self.registry)


class _Readings(Collector):
    """What the last look told."""

    def __init__(self, meters: Meters) -> None:
        self._meters = meters

    def collect(self) -> Iterator[Metric]:
        """Gauges of the queues and the leads; none while the database does not answer, rather than old ones."""
        reading = self._meters.reading
        yield GaugeMetricFamily("chatbot_store_up", "Whether the database answers", float(reading is not None))
        about = "How long Telegram has not answered polls, or with a webhook what is sent"
        yield GaugeMetricFamily("chatbot_telegram_silent_seconds", about, self._meters.silence)
        if reading is None:
            return
        waiting = GaugeMetricFamily("chatbot_waiting_rows", "Rows that wait in a queue", labels=["queue"])
        oldest = GaugeMetricFamily("chatbot_oldest_seconds", "Age of the oldest row that waits", labels=["queue"])
        overdue = GaugeMetricFamily("chatbot_overdue_seconds", "How long a row could have been taken", labels=["queue"])
        for name, queue in reading.queues.items():
            waiting.add_metric([name], queue.waiting)
            oldest.add_metric([name], queue.oldest)
            overdue.add_metric([name], queue.overdue)
        leads = GaugeMetricFamily("chatbot_leads", "Leads by stage", labels=["stage"])
        for stage, count in reading.leads.items():
            leads.add_metric([stage], count)
        received = CounterMetricFamily("chatbot_updates_received", "Updates ever stored", reading.updates_received)
        yield from (waiting, oldest, overdue, leads, received)


class ErrorCounter(logging.Handler):
    """Counts what the log says at ERROR and above."""

    def __init__(self, meters: Meters) -> None:
        super().__init__(logging.ERROR)
        self._meters = meters

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - logging's signature
        """One more."""
        self._meters.error()
