"""Facts beside features: budget, deadline, size, platforms, design, what exists, conditions, languages, people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatbot.domain.brief import Brief, FactChange, Topic, clean
from chatbot.language_model.catalogue.amounts import Amount, amounts, count_of_people
from chatbot.language_model.catalogue.dates import names_a_time
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.text import Clause

MAX_WORDS = 120
_LEAST_BUDGET = 100
_PLAIN_BUDGET = 1000


def detail_changes(reader: Reader, clauses: tuple[Clause, ...], brief: Brief) -> Iterator[FactChange]:
    """The facts beside features that these clauses state, in the client's own words where they are words."""
    yield from _by_words(reader, clauses)
    yield from _platforms(reader, clauses, brief)
    yield from _audience(reader, clauses, brief)
    yield from _languages(reader, clauses)
    yield from _scale(clauses)
    yield from _deadline(reader, clauses)
    yield from _budget(reader, clauses)


_OPENING_AND = re.compile(r"^(?:and|et|y|e|und)\s+", re.IGNORECASE)


def joined(clauses: list[Clause]) -> str:
    """Neighbouring clauses in the client's words, shortened at a word; without an "and" that opens them."""
    few_words = sum(len(clause.folded.split()) for clause in clauses) <= 2 and not _is_chinese(clauses[0].text)
    if (few_words or len(clauses) == clauses[0].parts) and len(clauses[0].sentence_text) <= MAX_WORDS:
        return clean(clauses[0].sentence_text, MAX_WORDS)
    mark = "，" if any("\u4e00" <= char <= "\u9fff" for char in clauses[0].text) else ", "
    return shortened(_OPENING_AND.sub("", mark.join(dict.fromkeys(clause.text for clause in clauses))), MAX_WORDS)


def shortened(text: str, limit: int) -> str:
    """Text of at most `limit` characters, cut at a space where there is one."""
    one_line = clean(text, 4 * limit)
    if len(one_line) <= limit:
        return one_line
    cut = one_line[:limit]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip(" ,;，、")


def _by_words(reader: Reader, clauses: tuple[Clause, ...]) -> Iterator[FactChange]:
    found: dict[tuple[Topic, str], list[Clause]] = {}
    for clause in clauses:
        keys = reader.details.keys(clause.folded, clause.languages, clause.sentence)
        for key in keys:
            entry = reader.catalogue.details[key]
            # What the existing site is built with is no condition for the new one.
            if not entry.name and not (key == "technology" and "existing_system" in keys):
                found.setdefault((entry.topic, clause.sentence), []).append(clause)
    for (topic, _), told in found.items():
        yield FactChange(topic, joined(told), message_id=told[0].message_id)


def _platforms(reader: Reader, clauses: tuple[Clause, ...], brief: Brief) -> Iterator[FactChange]:
    names: dict[str, Clause] = {}
    for clause in clauses:
        hits = reader.details.find(clause.folded, clause.languages, clause.sentence)
        for hit, denied in zip(hits, reader.denied(clause, hits), strict=True):
            name = reader.catalogue.details[hit.key].name
            if name and not denied:
                names.setdefault(name, clause)
    known = (brief.first(Topic.PLATFORMS) or "").split(", ")
    together = list(dict.fromkeys([name for name in known if name] + list(names)))
    if set(names) - set(known):
        last = next(reversed(names.values()))
        yield FactChange(Topic.PLATFORMS, ", ".join(together), message_id=last.message_id)


def _audience(reader: Reader, clauses: tuple[Clause, ...], brief: Brief) -> Iterator[FactChange]:
    # "Customers" is what everybody says; a more telling word wins, and may come later.
    vague = reader.catalogue.audiences["customers"].label.all()
    known = brief.first(Topic.AUDIENCE)
    if brief.knows(Topic.AUDIENCE) and known not in vague:
        return
    found: list[tuple[str, Clause]] = []
    for clause in clauses:
        cues = {hit.end for hit in reader.signal("audience_before", clause)}
        users = {hit.start for hit in reader.signal("audience_after", clause)}
        for hit in reader.audiences.find(clause.folded, clause.languages):
            gap = next((hit.start - end for end in sorted(cues, reverse=True) if end <= hit.start), None)
            opens = hit.start == 0 and hit.end < len(clause.folded) and not reader.has("greeting", clause)
            if opens or hit.end in users or (gap is not None and gap <= 8):
                found.append((hit.key, clause))
    if found:
        key, clause = min(found, key=lambda pair: pair[0] == "customers")
        label = reader.catalogue.audiences[key].label.said(clause.language)
        if known is None or label not in vague:
            yield FactChange(Topic.AUDIENCE, label, message_id=clause.message_id)


def _is_chinese(text: str) -> bool:
    return sum("\u4e00" <= char <= "\u9fff" for char in text) * 3 > len(text)


def _languages(reader: Reader, clauses: tuple[Clause, ...]) -> Iterator[FactChange]:
    told: dict[str, list[Clause]] = {}
    for clause in clauses:
        names = reader.signal("language_names", clause)
        in_sentence = reader.signal("language_names", clause, True)
        different = {clause.sentence[hit.start : hit.end] for hit in in_sentence}
        several = "languages" in reader.features.keys(clause.folded, clause.languages, clause.sentence)
        if several or (names and len(different) > 1):
            told.setdefault(clause.sentence, []).append(clause)
    for found in told.values():
        yield FactChange(Topic.CONTENT_LANGUAGES, joined(found), message_id=found[0].message_id)


def _scale(clauses: tuple[Clause, ...]) -> Iterator[FactChange]:
    for clause in clauses:
        if count_of_people(clause.folded) > 1:
            yield FactChange(Topic.SCALE, shortened(clause.text, MAX_WORDS), message_id=clause.message_id)


def _deadline(reader: Reader, clauses: tuple[Clause, ...]) -> Iterator[FactChange]:
    told: dict[str, list[Clause]] = {}
    for clause in clauses:
        if names_a_time(clause.folded) or reader.has("deadline", clause):
            told.setdefault(clause.sentence, []).append(clause)
    for found in told.values():
        if not found[0].question:
            yield FactChange(Topic.DEADLINE, joined(found), message_id=found[0].message_id)


def _budget(reader: Reader, clauses: tuple[Clause, ...]) -> Iterator[FactChange]:
    for clause in clauses:
        if amount := budget_in(reader, clause):
            yield FactChange(Topic.BUDGET, str(amount), message_id=clause.message_id)
            return
    for clause in clauses:
        vague = reader.has("unsure", clause, True) or reader.has("budget_open", clause, True)
        if vague and reader.has("budget", clause) and not clause.question:
            value = shortened(clause.sentence_text, MAX_WORDS)
            yield FactChange(Topic.BUDGET, value, message_id=clause.message_id)
            return


def budget_in(reader: Reader, clause: Clause) -> Amount | None:
    """The budget that a clause names: an amount where money is spoken of, not the price of a piece.

    Chinese amounts without a currency are yuan; elsewhere the currency stays empty.
    """
    found = [amount for amount in amounts(clause.folded) if amount.high >= _LEAST_BUDGET]
    if not found or count_of_people(clause.folded) or names_a_time(clause.folded):
        return None
    here = reader.has("budget", clause)
    if reader.has("per_piece", clause) and not here:
        return None
    if not here and not reader.has("budget", clause, True):
        found = [amount for amount in found if amount.currency and amount.high >= _PLAIN_BUDGET]
    if not found:
        return None
    amount = found[0]
    chinese = not amount.currency and _is_chinese(clause.text)
    return Amount(amount.low, amount.high, "CNY") if chinese else amount
