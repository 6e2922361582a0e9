"""One project as the catalogue sees it: brief, kind, themes, trade, and what the client's own words add to them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from chatbot.domain.brief import Brief, Fact, ProjectKind, Topic
from chatbot.language_model.catalogue.amounts import count_of_people
from chatbot.language_model.catalogue.entries import (
    LANGUAGES,
    Catalogue,
    KindEntry,
    NamedEntry,
    Text,
    ThemeEntry,
)
from chatbot.language_model.catalogue.facts import facts_in
from chatbot.language_model.catalogue.hearing import Heard, all_clauses, hear, language_of
from chatbot.language_model.catalogue.language import catalogue_language
from chatbot.language_model.catalogue.reader import Mention, Reader
from chatbot.language_model.catalogue.text import Clause, clauses
from chatbot.use_cases.language_model import Conversation

_VERY_MANY, _MANY_AT_ONCE = 1_000_000, 100_000
_HEARD_SIGNALS = ("fixed_date", "urgent", "budget_tight", "small", "start_date")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a draft is made from. `client` and `founder` are languages of the catalogue; `said` are the client's
    clauses, `clauses` those and the facts of the brief."""

    reader: Reader
    client: str
    founder: str
    brief: Brief
    said: tuple[Clause, ...]
    clauses: tuple[Clause, ...]
    kind: KindEntry
    themes: tuple[ThemeEntry, ...]
    subject: NamedEntry | None
    audience: NamedEntry | None
    mentions: tuple[Mention, ...]
    signals: frozenset[str]

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue behind the reader."""
        return self.reader.catalogue

    def phrase(self, name: str) -> Text:
        """A fixed phrase."""
        return self.catalogue.phrases[name]


def scene_of(reader: Reader, conversation: Conversation) -> Scene:
    """Everything about this conversation that a map or a summary needs."""
    told = hear(reader, conversation.history + conversation.new, conversation.language)
    brief = complete_brief(reader, conversation)
    said = all_clauses(told)
    about = said + tuple(chain.from_iterable(_of_fact(reader, fact) for fact in brief.facts))
    tag = language_of(told, conversation.language)
    kind = _kind(reader, brief, _themes(reader, about))
    themes = tuple(theme for theme in _themes(reader, about) if theme.id not in kind.ignores)
    return Scene(
        reader=reader,
        client=catalogue_language(tag),
        founder=catalogue_language(conversation.founder_language),
        brief=brief,
        said=said,
        clauses=about,
        kind=kind,
        themes=themes,
        subject=_most_told(reader, about),
        audience=_audience(reader, brief),
        mentions=tuple(reader.mentions(said)),
        signals=_signals(reader, about),
    )


def complete_brief(reader: Reader, conversation: Conversation) -> Brief:
    """The brief with what the new lines add; where there is no brief at all, from every line."""
    brief = conversation.brief
    known = {fact.message_id for fact in brief.facts if fact.message_id is not None}
    lines = conversation.new if brief.facts else conversation.history + conversation.new
    for one in hear(reader, lines, conversation.language):
        if one.line.message_id is None or one.line.message_id not in known:
            brief = brief.changed(facts_in(reader, (one,), brief, ()).changes)
    return brief


def heard_before(reader: Reader, conversation: Conversation) -> tuple[Heard, ...]:
    """The client's lines that were understood before."""
    return hear(reader, conversation.history, conversation.language)


def _of_fact(reader: Reader, fact: Fact) -> tuple[Clause, ...]:
    """A fact as a clause; not a label of ours, which would say more than the client did."""
    ours = fact.topic is Topic.EXCLUDED or fact.value in reader.labels
    return () if ours else clauses(fact.value, LANGUAGES, "en", fact.message_id)


def _kind(reader: Reader, brief: Brief, themes: tuple[ThemeEntry, ...]) -> KindEntry:
    known = brief.first(Topic.KIND)
    if known is not None and known in reader.catalogue.kinds and known != ProjectKind.OTHER.value:
        return reader.catalogue.kinds[known]
    return reader.catalogue.kinds[themes[0].kind.value if themes else ProjectKind.OTHER.value]


def _themes(reader: Reader, about: tuple[Clause, ...]) -> tuple[ThemeEntry, ...]:
    found: set[str] = set()
    for clause in about:
        hits = reader.themes.find(clause.folded, clause.languages, clause.sentence)
        denied = reader.denied(clause, hits)
        found |= {hit.key for hit, is_denied in zip(hits, denied, strict=True) if not is_denied}
    superfluous = {name for theme in found for name in reader.catalogue.themes[theme].instead_of}
    return tuple(entry for name, entry in reader.catalogue.themes.items() if name in found and name not in superfluous)


def _most_told(reader: Reader, about: tuple[Clause, ...]) -> NamedEntry | None:
    """The trade with the longest words found: "craft beer" tells more than "beer"."""
    lengths: dict[str, int] = {}
    for clause in about:
        for hit in reader.subjects.find(clause.folded, clause.languages):
            lengths[hit.key] = max(lengths.get(hit.key, 0), hit.end - hit.start)
    best = max(lengths, key=lambda name: lengths[name], default=None)
    return reader.catalogue.subjects[best] if best else None


def _audience(reader: Reader, brief: Brief) -> NamedEntry | None:
    value = brief.first(Topic.AUDIENCE)
    named = (entry for entry in reader.catalogue.audiences.values() if value in entry.label.all())
    return next(named, None)


def _signals(reader: Reader, about: tuple[Clause, ...]) -> frozenset[str]:
    found: set[str] = set()
    for clause in about:
        found |= set(reader.details.keys(clause.folded, clause.languages, clause.sentence))
        found |= {signal for signal in _HEARD_SIGNALS if reader.has(signal, clause)}
        count = count_of_people(clause.folded)
        if count >= _VERY_MANY or (count >= _MANY_AT_ONCE and reader.has("at_once", clause, True)):
            found.add("high_load")
    if "start_date" in found:
        found.add("asked_start")
    return frozenset(found)
