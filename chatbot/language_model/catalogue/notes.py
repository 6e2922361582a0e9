"""What stands beside a map: risks, assumptions, exclusions, open questions, and what the shop declines."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from chatbot.domain.brief import Topic
from chatbot.domain.mind_map import Wording
from chatbot.domain.money import Money
from chatbot.language_model.catalogue.amounts import amounts
from chatbot.language_model.catalogue.dates import weeks
from chatbot.language_model.catalogue.entries import AnswerEntry, NoteEntry
from chatbot.language_model.catalogue.plan import Planned, entries_of
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.scene import Scene
from chatbot.language_model.catalogue.text import Clause, WordIndex, fold

# Person-days that a small shop can put into one project in a calendar week without hurting it.
_DAYS_A_WEEK = 7.0
_FAR_BELOW = Decimal("0.6")
_SHIPPING = frozenset(("shipping", "waybill", "jd_logistics", "carrier", "pickup", "delivery", "delivery_slot"))


def all_signals(scene: Scene, planned: list[Planned], day_rate: Money, rates: Mapping[str, Decimal]) -> frozenset[str]:
    """The scene's signals with those that only the whole effort shows."""
    found = set(scene.signals)
    likely = sum(one.feature.effort.likely for one in planned)
    granted = weeks(fold(scene.brief.first(Topic.DEADLINE) or ""))
    if granted is not None and granted * _DAYS_A_WEEK < likely:
        found.add("short_deadline")
    found |= _budget_signals(scene, likely, day_rate, rates)
    if any(one.entry is None for one in planned):
        found.add("own_wishes")
    if any(one.entry and one.entry.id in _SHIPPING and one.feature.said for one in planned):
        found.add("shipping_known")
    return frozenset(found)


def _budget_signals(scene: Scene, likely: float, day_rate: Money, rates: Mapping[str, Decimal]) -> frozenset[str]:
    named = amounts(fold(scene.brief.first(Topic.BUDGET) or ""))
    if not named or not named[0].currency:
        return frozenset()
    budget = named[0]
    rate = Decimal(1) if budget.currency == day_rate.currency else rates.get(budget.currency)
    if rate is None:
        return frozenset(("budget_other_currency",))
    needed = Decimal(str(likely)) * Decimal(day_rate.major.numerator) / Decimal(day_rate.major.denominator)
    below = Decimal(budget.high) * rate < needed * _FAR_BELOW
    return frozenset(("budget_below",)) if below else frozenset()


def notes(scene: Scene, planned: list[Planned], signals: frozenset[str], which: str) -> tuple[Wording, ...]:
    """The notes of one list whose conditions hold."""
    features = {one.entry.id for one in planned if one.entry}
    found = [
        note.text.wording(scene.client, scene.founder)
        for note in scene.catalogue.notes.values()
        if note.list == which and _holds(scene, note, features, signals)
    ]
    return tuple([*_client_exclusions(scene), *found] if which == "exclusions" else found)


def _holds(scene: Scene, note: NoteEntry, features: set[str], signals: frozenset[str]) -> bool:
    themes = {theme.id for theme in scene.themes}
    return (
        (not note.signals or not signals.isdisjoint(note.signals))
        and (not note.kinds or scene.kind.id in note.kinds)
        and (not note.features or not features.isdisjoint(note.features))
        and (not note.themes or not themes.isdisjoint(note.themes))
        and not any(scene.brief.knows(topic) or topic in scene.kind.settles for topic in note.unknown)
        and signals.isdisjoint(note.unless)
        and (not note.words or _has_words(scene, note))
    )


def _has_words(scene: Scene, note: NoteEntry) -> bool:
    index = WordIndex({note.id: note.words})
    return any(index.find(clause.folded, clause.languages, clause.sentence) for clause in scene.clauses)


def _client_exclusions(scene: Scene) -> list[Wording]:
    """What the client left out; "perhaps later" where they said so."""
    later = {mention.feature for mention in scene.mentions if scene.reader.has("later", mention.clause, True)}
    found = []
    for value in scene.brief.values(Topic.EXCLUDED):
        entries = [entry for entry in entries_of(scene, value) if value in entry.label.all()]
        label = entries[0].label.wording(scene.client, scene.founder) if entries else Wording.same(value)
        name = "left_for_later" if entries and entries[0].id in later else "left_out_by_client"
        phrase = scene.phrase(name)
        found.append(
            Wording(
                phrase.said(scene.client).format(items=label.client),
                phrase.said(scene.founder).format(items=label.founder),
            )
        )
    return found


def concern(scene: Scene) -> Wording | None:
    """Why the shop should not do this at all; None for an ordinary project."""
    entry = concern_in(scene.reader, scene.said or scene.clauses)
    return entry.text.wording(scene.client, scene.founder) if entry else None


def concern_in(reader: Reader, clauses: tuple[Clause, ...]) -> AnswerEntry | None:
    """What the shop declines in these clauses; a later word against it, or for an honest way, takes it back."""
    against = ""
    for clause in clauses:
        hits = reader.declined.find(clause.folded, clause.languages, clause.sentence)
        for hit, denied in zip(hits, reader.denied(clause, hits), strict=True):
            if not denied:
                against = against or hit.key
            elif hit.key == against:
                against = ""
        if not hits and reader.has("honest_way", clause):
            against = ""
    return reader.catalogue.declined[against] if against else None
