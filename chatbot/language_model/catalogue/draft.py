"""From a conversation to a draft: the map with its notes, or the concern that stands against the project."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from chatbot.domain.mind_map import MindMap
from chatbot.domain.money import Money
from chatbot.language_model.catalogue.branches import branches
from chatbot.language_model.catalogue.notes import all_signals, concern, notes
from chatbot.language_model.catalogue.plan import for_a_tight_budget, plan
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.scene import Scene, scene_of
from chatbot.language_model.catalogue.titles import summary, title
from chatbot.use_cases.language_model import Conversation, Draft


def draft(reader: Reader, conversation: Conversation, day_rate: Money, rates: Mapping[str, Decimal]) -> Draft:
    """The draft of this conversation's project, within the limits of a mind map."""
    scene = scene_of(reader, conversation)
    if against := concern(scene):
        empty = MindMap(title(scene), summary(scene, []), (), risks=(against,))
        return Draft(empty.cleaned(), scene.client, against.founder)
    return Draft(_map(scene, day_rate, rates).cleaned(), scene.client)


def _map(scene: Scene, day_rate: Money, rates: Mapping[str, Decimal]) -> MindMap:
    planned = plan(scene)
    signals = all_signals(scene, planned, day_rate, rates)
    if not signals.isdisjoint(("budget_tight", "budget_below")):
        planned = for_a_tight_budget(planned)
    return MindMap(
        title=title(scene),
        summary=summary(scene, planned),
        branches=branches(scene, planned),
        risks=notes(scene, planned, signals, "risks"),
        assumptions=notes(scene, planned, signals, "assumptions"),
        open_questions=notes(scene, planned, signals, "open_questions"),
        exclusions=notes(scene, planned, signals, "exclusions"),
    )
