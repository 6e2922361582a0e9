"""What goes out of the brief: features denied or taken back, and wishes in the client's own words."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.domain.brief import Brief, FactChange, Topic
from chatbot.language_model.catalogue.reader import Mention, Reader
from chatbot.language_model.catalogue.text import Clause, Hit, fold
from chatbot.use_cases.language_model import Line

_LEAST_NAME = 2
_WISHES = (Topic.FEATURE, Topic.INTEGRATION)


def leaving_out(reader: Reader, mention: Mention, brief: Brief) -> Iterator[FactChange]:
    """What of the brief goes with a feature that the client does not want."""
    entry = reader.catalogue.features[mention.feature]
    for topic in _WISHES:
        for value in brief.values(topic):
            about = reader.features.keys(fold(value), mention.clause.languages)
            if value in entry.label.all() or about == [entry.id]:
                yield from dropping(brief, topic, value)
    label = entry.label.said(mention.clause.language)
    yield FactChange(Topic.EXCLUDED, label, message_id=mention.clause.message_id)


def dropping(brief: Brief, topic: Topic, value: str) -> Iterator[FactChange]:
    """Drops one value; others that merely contain its words are put back as they were."""
    after = brief.changed([FactChange(topic, drop=value)])
    yield FactChange(topic, drop=value)
    kept = after.values(topic)
    for fact in brief.facts:
        if fact.topic is topic and fact.value != value and fact.value not in kept:
            yield FactChange(topic, fact.value, said=fact.said, message_id=fact.message_id)


def taken_back(
    reader: Reader, clauses: tuple[Clause, ...], brief: Brief, history: tuple[Line, ...]
) -> Iterator[FactChange]:
    """A message that only takes the last one back drops the features of that one."""
    takes_back = any(reader.has("take_back", clause) for clause in clauses)
    if not takes_back or reader.mentions(clauses):
        return
    last = next((line.message_id for line in reversed(history) if line.speaker == "client"), None)
    for fact in brief.facts:
        if fact.topic in _WISHES and last and fact.message_id == last:
            yield from dropping(brief, fact.topic, fact.value)


def own_wishes_out(reader: Reader, clauses: tuple[Clause, ...], brief: Brief) -> list[tuple[str, Clause]]:
    """The wishes of the brief that a clause denies or takes out by words that the catalogue does not know."""
    known = [value for topic in _WISHES for value in brief.values(topic)]
    return [(value, clause) for clause in clauses for value in known if _goes(reader, clause, value)]


def leaving_out_own(brief: Brief, value: str, clause: Clause) -> Iterator[FactChange]:
    """The changes that leave out a wish in the client's own words."""
    for topic in _WISHES:
        if value in brief.values(topic):
            yield from dropping(brief, topic, value)
    yield FactChange(Topic.EXCLUDED, value, message_id=clause.message_id)


def _goes(reader: Reader, clause: Clause, value: str) -> bool:
    wished = fold(value)
    at = -1 if value in reader.labels else clause.folded.find(wished)
    denied = at >= 0 and any(reader.denied(clause, [Hit(value, at, at + len(wished))]))
    return denied or _orders_out(reader, clause, wished)


def _orders_out(reader: Reader, clause: Clause, wished: str) -> bool:
    """An order that names no feature, but words of this wish: "remove the points" of "Loyalty points"."""
    order = reader.order(clause)
    if order is None or order.features or len(order.named) < _LEAST_NAME:
        return False
    words = set(order.named.split())
    return order.named == wished or (order.surely and (words <= set(wished.split()) or wished in order.named))
