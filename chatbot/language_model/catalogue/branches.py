"""Puts planned features on branches: in the catalogue's order, none too thin, not too many."""

from __future__ import annotations

from chatbot.domain.mind_map import Branch
from chatbot.language_model.catalogue.plan import SPECIAL_BRANCH, Planned
from chatbot.language_model.catalogue.scene import Scene

MAX_BRANCHES, MIN_BRANCHES, LEAST_WEIGHT = 8, 4, 2


def branches(scene: Scene, planned: list[Planned]) -> tuple[Branch, ...]:
    """The branches of a map. Thin branches are taken in by those that the catalogue names for it."""
    groups: dict[str, list[Planned]] = {}
    for one in planned:
        groups.setdefault(scene.kind.moves.get(one.branch, one.branch), []).append(one)
    while (thinnest := _to_fold(groups)) and (target := _target(scene, groups, thinnest)):
        groups[target] += groups.pop(thinnest)
    return tuple(
        Branch(entry.label.wording(scene.client, scene.founder), tuple(one.feature for one in groups[entry.id]))
        for entry in scene.catalogue.branches.values()
        if entry.id in groups
    )


def _to_fold(groups: dict[str, list[Planned]]) -> str | None:
    """The branch to give up next: the least weighty, where it is too thin or there are too many."""
    candidates = [name for name in groups if name != SPECIAL_BRANCH]
    lightest = min(candidates, key=lambda name: _weight(groups[name]), default=None)
    if lightest is None or len(groups) <= MIN_BRANCHES:
        return None
    return lightest if _weight(groups[lightest]) < LEAST_WEIGHT or len(groups) > MAX_BRANCHES else None


def _weight(found: list[Planned]) -> int:
    """What a branch weighs: its features, those that the client named three times."""
    return sum(3 if one.feature.said else 1 for one in found)


def _target(scene: Scene, groups: dict[str, list[Planned]], name: str) -> str | None:
    """Where a branch's features go: along the catalogue's chain to one that is there, else to the fullest."""
    seen = {name}
    into = scene.catalogue.branches[name].into
    while into not in seen:
        if into in groups:
            return into
        seen.add(into)
        into = scene.catalogue.branches[into].into
    others = [other for other in groups if other not in (name, SPECIAL_BRANCH)]
    return max(others, key=lambda other: len(groups[other]), default=None)
