"""What the client wants besides telling about the project, and wishes that no entry of the catalogue covers."""

from __future__ import annotations

import re
from dataclasses import replace

from chatbot.language_model.catalogue.amounts import count_of_people
from chatbot.language_model.catalogue.dates import names_a_time
from chatbot.language_model.catalogue.entries import LANGUAGES
from chatbot.language_model.catalogue.hearing import Heard, all_clauses
from chatbot.language_model.catalogue.phrases import joined_parts, phrases, wished
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.text import Clause, fold
from chatbot.use_cases.language_model import Wish

_SHORT, _SHORT_CHINESE = 90, 30
MAX_WISHES = 6


def wish(reader: Reader, heard: tuple[Heard, ...]) -> Wish:
    """The last wish that the lines express; telling where there is none."""
    if is_wordless(heard):
        return Wish.SMALL_TALK
    found = Wish.TELL
    for one in heard:
        short = len(one.text) <= (_SHORT_CHINESE if one.language.startswith("zh") else _SHORT)
        for clause in one.clauses:
            if reader.has("draft_now", clause):
                found = Wish.DRAFT_NOW
            elif reader.has("human", clause) and short:
                found = Wish.HUMAN
            elif reader.has("new_project", clause):
                found = Wish.NEW_PROJECT
    if found is Wish.TELL and _is_small_talk(reader, all_clauses(heard)):
        return Wish.SMALL_TALK
    return found


def is_wordless(heard: tuple[Heard, ...]) -> bool:
    """Whether the lines hold no letter and no digit: emoji, "???", "..."."""
    return bool(heard) and not any(char.isalnum() for one in heard for char in one.text)


def is_greeting(reader: Reader, clauses: tuple[Clause, ...]) -> bool:
    """Whether one of the clauses greets."""
    return any(reader.has("greeting", clause) for clause in clauses)


def _is_small_talk(reader: Reader, clauses: tuple[Clause, ...]) -> bool:
    return bool(clauses) and all(_only_politeness(reader, clause) for clause in clauses)


def _only_politeness(reader: Reader, clause: Clause) -> bool:
    polite = [*reader.signal("greeting", clause), *reader.signal("thanks", clause)]
    covered = {at for hit in polite for at in range(hit.start, hit.end)}
    rest = "".join(char for at, char in enumerate(clause.folded) if at not in covered)
    left = re.findall(r"[^\W_]+", rest)
    return bool(polite) and sum(len(word) for word in left) <= 12 and len(left) <= 3


def own_wishes(reader: Reader, clauses: tuple[Clause, ...]) -> list[tuple[str, Clause]]:
    """Wishes in the client's own words that the catalogue has nothing for: short phrases of sentences that ask for
    something, in which no word of the catalogue stands. Of a clause that joins a known wish and an unknown one with
    "and", the unknown one."""
    found: list[tuple[str, Clause]] = []
    asking = ""
    for clause in clauses:
        if clause.languages == LANGUAGES or _takes_it_out(reader, clause):
            continue  # in a language that the catalogue does not read it would take any sentence for a wish
        if reader.has("asks_for", clause) or reader.has("announces", clause):
            asking = clause.sentence
        if asking == clause.sentence and not clause.question and not _announces(reader, clause):
            found += [(phrase, clause) for phrase in _unknown(reader, clause)]
    return found[:MAX_WISHES]


def _takes_it_out(reader: Reader, clause: Clause) -> bool:
    order = reader.order(clause)
    return order is not None and order.it


def _unknown(reader: Reader, clause: Clause) -> list[str]:
    """The wishes of a clause that no word of the catalogue covers: all of it, or what it joins to a feature."""
    text = wished(reader, clause)
    if not _is_known(reader, clause):
        return phrases(reader, clause, text)
    first, *others = (_part(clause, part) for part in joined_parts(text))
    if not others or _is_about_else(reader, clause) or not reader.features.find(first.folded, first.languages):
        return []
    return [phrase for part in others if not _is_known(reader, part) for phrase in phrases(reader, clause, part.text)]


def _part(clause: Clause, text: str) -> Clause:
    return replace(clause, text=text, folded=fold(text), sentence=fold(text))


def _announces(reader: Reader, clause: Clause) -> bool:
    """Whether a clause only says that a feature follows: "再加一个功能：…"."""
    words = sum(hit.end - hit.start for hit in reader.signal("announces", clause))
    return 2 * words >= len(clause.folded)


_KNOWN_SIGNALS = (
    "aside", "greeting", "thanks", "draft_now", "human", "new_project", "unsure", "budget", "budget_open",
    "budget_tight", "deadline", "fixed_date", "correction", "later", "take_back", "negate_before", "negate_after",
    "nowadays", "opens_project",
)  # fmt: skip


def _is_known(reader: Reader, clause: Clause) -> bool:
    indexes = (reader.features, reader.kinds, reader.details, reader.faq, reader.declined)
    if any(index.find(clause.folded, clause.languages, clause.sentence) for index in indexes):
        return True
    return _is_about_else(reader, clause)


def _is_about_else(reader: Reader, clause: Clause) -> bool:
    """Whether a clause tells of something besides what is wanted: a number, a time, politeness, a reason."""
    if count_of_people(clause.folded) or names_a_time(clause.folded) or reader.has("language_names", clause):
        return True
    return any(reader.has(signal, clause) for signal in _KNOWN_SIGNALS)
