"""What kind of project the client speaks of, and its purpose in the client's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from chatbot.domain.brief import Brief, FactChange, ProjectKind, Topic
from chatbot.language_model.catalogue.details import shortened
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.text import Clause, Hit

MAX_PURPOSE = 160
_NEAR = 16


@dataclass(slots=True)
class _Named:
    """The kinds that clauses name: wanted, already there ("our website"), and denied."""

    wanted: list[tuple[str, Clause]] = field(default_factory=list)
    there: list[tuple[str, Clause]] = field(default_factory=list)
    denied: set[str] = field(default_factory=set)


def kind_changes(reader: Reader, clauses: tuple[Clause, ...], brief: Brief) -> Iterator[FactChange]:
    """The kind of project, said or assumed from what it is about; once said, only a correction changes it."""
    named = _named_kinds(reader, clauses)
    themes = [name for clause in clauses for name in _themes(reader, clause)]
    known = brief.first(Topic.KIND)
    candidates = [*named.wanted] or ([] if themes and not known else named.there)
    if known and brief.knows(Topic.KIND):
        candidates = [
            (kind, clause)
            for kind, clause in candidates
            if known in named.denied or (reader.has("correction", clause) and not clause.question)
        ]
    order = list(reader.catalogue.kinds)
    if candidates := [(kind, clause) for kind, clause in candidates if kind not in named.denied]:
        kind, clause = min(candidates, key=lambda pair: order.index(pair[0]))
        yield FactChange(Topic.KIND, _better(reader, kind, themes), message_id=clause.message_id)
    elif not known and themes:
        first = min(themes, key=list(reader.catalogue.themes).index)
        yield FactChange(Topic.KIND, reader.catalogue.themes[first].kind.value, said=False)


def _named_kinds(reader: Reader, clauses: tuple[Clause, ...]) -> _Named:
    named = _Named()
    for clause in clauses:
        hits = reader.kinds.find(clause.folded, clause.languages, clause.sentence)
        there = _is_there(reader, clause) if hits else False
        for hit, denied in zip(hits, reader.denied(clause, hits), strict=True):
            if denied:
                named.denied.add(hit.key)
            elif there or _is_owned(reader, clause, hit):
                named.there.append((hit.key, clause))
            else:
                named.wanted.append((hit.key, clause))
    return named


def _is_there(reader: Reader, clause: Clause) -> bool:
    """Whether the clause tells of what exists already."""
    details = reader.details.keys(clause.folded, clause.languages, clause.sentence)
    return "existing_system" in details or reader.has("nowadays", clause)


def _is_owned(reader: Reader, clause: Clause, hit: Hit) -> bool:
    """ "Our website" is there; the kind wanted is another one, if there is another one."""
    return any(0 <= hit.start - sign.end <= _NEAR for sign in reader.signal("own", clause))


def _themes(reader: Reader, clause: Clause) -> list[str]:
    return reader.themes.keys(clause.folded, clause.languages, clause.sentence)


def _better(reader: Reader, kind: str, themes: list[str]) -> str:
    ordered = [name for name in reader.catalogue.themes if name in themes]
    changed = (reader.catalogue.themes[name].becomes.get(kind) for name in ordered)
    return ProjectKind(next(filter(None, changed), kind)).value


def purpose_changes(reader: Reader, clauses: tuple[Clause, ...], brief: Brief) -> Iterator[FactChange]:
    """The first sentence that tells what is wanted, while no purpose is known."""
    if brief.first(Topic.PURPOSE):
        return
    telling = [(_tells(reader, clause), clause) for clause in clauses if not clause.question]
    points, clause = max(telling, key=lambda pair: pair[0], default=(0, None))
    if clause is not None and points > 0:
        value = shortened(_without_greeting(reader, clause), MAX_PURPOSE)
        yield FactChange(Topic.PURPOSE, value, message_id=clause.message_id)


def _tells(reader: Reader, clause: Clause) -> int:
    """How much a clause tells of what is wanted; nothing where it tells neither what nor what it is about."""
    if _is_there(reader, clause):
        return 0
    named = _named_kinds(reader, (clause,))
    opens, about = reader.has("opens_project", clause), bool(_themes(reader, clause))
    if not (named.wanted or named.there or opens or about):
        return 0
    asks = reader.has("asks_for", clause)
    if not (opens or asks) and _is_there(reader, replace(clause, folded=clause.sentence)):
        return 0  # "on the website, we have one already"
    return 1 + 3 * bool(named.wanted) + 3 * opens + asks + about - 2 * bool(named.denied)


def _without_greeting(reader: Reader, clause: Clause) -> str:
    """The sentence, without a greeting that opens it."""
    first, comma, rest = clause.sentence_text.partition("，" if "，" in clause.sentence_text else ",")
    greets = any(hit.start == 0 for hit in reader.signal("greeting", clause, True)) and len(first) <= 14
    return rest.strip() if comma and greets else clause.sentence_text
