"""Which features a project gets, with their priority, effort and the messages that they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chatbot.domain.brief import Fact, Topic
from chatbot.domain.effort import MAX_DAYS, MIN_DAYS, Effort
from chatbot.domain.mind_map import Feature, Priority, Wording
from chatbot.language_model.catalogue.entries import LANGUAGES, FeatureEntry
from chatbot.language_model.catalogue.reader import Mention, Stance
from chatbot.language_model.catalogue.scene import Scene
from chatbot.language_model.catalogue.text import fold

MAX_PLANNED, LEAST_PLANNED = 50, 15
SPECIAL_BRANCH = "special"
OWN_EFFORT = Effort(2, 4, 9)
"""What a wish outside the catalogue is given: wide, because nobody has looked at it yet."""

_OF_STANCE = {Stance.WANTED: Priority.MUST, Stance.SOFT: Priority.SHOULD, Stance.LATER: Priority.COULD}
_DESIGN_ONLY = "design_"
_DESIGN = (_DESIGN_ONLY, "prototype")
_TWO_PLATFORMS, _HIGH_LOAD, _DESIGN_THERE, _BRAND_THERE = 1.2, 1.3, 0.5, 0.85


@dataclass(frozen=True, slots=True)
class Planned:
    """A feature that is in the map, and its branch."""

    entry: FeatureEntry | None
    branch: str
    feature: Feature


def plan(scene: Scene) -> list[Planned]:
    """The features, those of the client's own words first, then what such a project always has."""
    said = _said(scene)
    excluded = excluded_entries(scene)
    wanted = {name: ids for name, ids in said.items() if name not in excluded}
    assumed = [name for name in _base(scene) if name not in wanted and name not in excluded]
    superfluous = _superfluous(scene, [*wanted, *assumed], wanted)
    planned = [_said_feature(scene, name, ids) for name, ids in wanted.items() if name not in superfluous]
    planned += own_features(scene)
    planned += _trimmed(scene, [name for name in assumed if name not in superfluous], len(planned))
    return planned


def entries_of(scene: Scene, value: str) -> list[FeatureEntry]:
    """The features that a fact means: by its label in any language, else by its words."""
    features = scene.catalogue.features
    if value in scene.reader.labels:
        return [features[scene.reader.labels[value]]]
    return [features[name] for name in scene.reader.features.keys(fold(value), LANGUAGES)]


def excluded_entries(scene: Scene) -> set[str]:
    """The features that the client does not want."""
    values = scene.brief.values(Topic.EXCLUDED)
    return {entry.id for value in values for entry in entries_of(scene, value)}


def _facts(scene: Scene) -> list[Fact]:
    return [fact for fact in scene.brief.facts if fact.topic in (Topic.FEATURE, Topic.INTEGRATION)]


def _said(scene: Scene) -> dict[str, tuple[int, ...]]:
    """The features that the brief speaks of, with their messages; general ones turned into what fits the kind."""
    found: dict[str, set[int]] = {}
    for fact in _facts(scene):
        for entry in entries_of(scene, fact.value):
            name = scene.kind.prefer.get(entry.id, entry.id)
            ids = {mention.clause.message_id for mention in scene.mentions if mention.feature == entry.id}
            known = {number for number in (*ids, fact.message_id) if number is not None}
            found.setdefault(name, set()).update(known)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def own_features(scene: Scene) -> list[Planned]:
    """The wishes that no entry covers, in the client's words, estimated cautiously."""
    planned = []
    for fact in _facts(scene):
        if not entries_of(scene, fact.value):
            ids = (fact.message_id,) if fact.message_id is not None else ()
            feature = Feature(Wording.same(fact.value), OWN_EFFORT, Priority.MUST, fact.said, ids)
            planned.append(Planned(None, SPECIAL_BRANCH, feature))
    return planned


def _base(scene: Scene) -> list[str]:
    names = [*scene.kind.base]
    for theme in scene.themes:
        names += theme.base
    return list(dict.fromkeys(scene.kind.prefer.get(name, name) for name in names))


def _superfluous(scene: Scene, names: Iterable[str], wanted: dict[str, tuple[int, ...]]) -> set[str]:
    """General features that a more special one makes needless; a said one yields only to a said one."""
    found: set[str] = set()
    for name in names:
        entry = scene.catalogue.features[name]
        found |= {general for general in entry.instead_of if name in wanted or general not in wanted}
    return found


def _said_feature(scene: Scene, name: str, ids: tuple[int, ...]) -> Planned:
    entry = scene.catalogue.features[name]
    priority = _OF_STANCE[_stance(scene, name)]
    label = entry.label.wording(scene.client, scene.founder)
    feature = Feature(label, _effort(scene, entry), priority, said=True, messages=ids)
    return Planned(entry, entry.branch, feature)


def _stance(scene: Scene, name: str) -> Stance:
    """The client's last word on a feature; a mere question counts only where there is nothing else."""
    general = {general for general, special in scene.kind.prefer.items() if special == name}
    told = [mention for mention in scene.mentions if mention.feature == name or mention.feature in general]
    told = [mention for mention in told if mention.stance is not Stance.LEFT_OUT]
    plain: list[Mention] = [mention for mention in told if not mention.clause.question]
    return (plain or told)[-1].stance if told else Stance.WANTED


def _trimmed(scene: Scene, names: list[str], said: int) -> list[Planned]:
    """Assumed features: in a small project nothing that could wait, and never more than a map can hold."""
    planned = [_assumed_feature(scene, scene.catalogue.features[name]) for name in names]
    if "small" in scene.signals and said + len(planned) > LEAST_PLANNED:
        planned = _without_could(planned, said + len(planned) - LEAST_PLANNED)
    return _without_could(planned, said + len(planned) - MAX_PLANNED)[: max(MAX_PLANNED - said, 0)]


def _without_could(planned: list[Planned], surplus: int) -> list[Planned]:
    needless = [one for one in planned if one.feature.priority is Priority.COULD][: max(surplus, 0)]
    return [one for one in planned if one not in needless]


def _assumed_feature(scene: Scene, entry: FeatureEntry) -> Planned:
    label = entry.label.wording(scene.client, scene.founder)
    feature = Feature(label, _effort(scene, entry), entry.priority)
    asked_for = _design_asked_for(scene) if is_design(entry) else None
    if asked_for:
        ids = (asked_for.message_id,) if asked_for.message_id is not None else ()
        feature = replace(feature, said=True, messages=ids)
    return Planned(entry, entry.branch, feature)


def is_design(entry: FeatureEntry) -> bool:
    """Whether a feature is the design itself."""
    return entry.id.startswith(_DESIGN_ONLY)


def _design_asked_for(scene: Scene) -> Fact | None:
    """The client's word that the shop is to do the design."""
    for fact in scene.brief.facts:
        folded = fold(fact.value)
        keys = scene.reader.details.keys(folded, LANGUAGES, folded) if fact.topic is Topic.DESIGN else ()
        if fact.said and "design_needed" in keys:
            return fact
    return None


def _effort(scene: Scene, entry: FeatureEntry) -> Effort:
    factor = 1.0
    if "platforms" in entry.grows_with and _both_phones(scene):
        factor *= _TWO_PLATFORMS
    if "load" in entry.grows_with and "high_load" in scene.signals:
        factor *= _HIGH_LOAD
    if entry.id.startswith(_DESIGN):
        if "design_exists" in scene.signals:
            factor *= _DESIGN_THERE
        elif "design_partial" in scene.signals:
            factor *= _BRAND_THERE
    return scaled(entry.effort, factor)


def _both_phones(scene: Scene) -> bool:
    """Two phone systems: said, or assumed for an app where nothing was said."""
    platforms = scene.brief.first(Topic.PLATFORMS)
    if scene.kind.id != "mobile_app":
        return False
    return platforms is None or ("iOS" in platforms) == ("Android" in platforms)


def scaled(effort: Effort, factor: float) -> Effort:
    """The effort times a factor, in tenths of a day, within the limits of one feature."""
    low, likely, high = (
        min(max(round(days * factor, 1), MIN_DAYS), MAX_DAYS) for days in (effort.low, effort.likely, effort.high)
    )
    return Effort(low, likely, high)


def for_a_tight_budget(planned: list[Planned]) -> list[Planned]:
    """The same features and the same effort; what was only assumed and is no must may wait."""
    return [
        replace(one, feature=replace(one.feature, priority=Priority.COULD))
        if not one.feature.said and one.feature.priority is Priority.SHOULD
        else one
        for one in planned
    ]
