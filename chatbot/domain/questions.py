"""Which questions are still worth asking, the one that narrows the price most first."""

from __future__ import annotations

from chatbot.domain.brief import Brief, ProjectKind, Topic

# A mini-program, an H5 page or a website has its platform by its kind.
_PLATFORM_IS_CLEAR = {
    ProjectKind.MINI_PROGRAM,
    ProjectKind.H5,
    ProjectKind.WEBSITE,
    ProjectKind.WEB_SHOP,
    ProjectKind.INTEGRATION,
    ProjectKind.DATA_PIPELINE,
}

_ORDER = (
    Topic.PURPOSE,
    Topic.FEATURE,
    Topic.PLATFORMS,
    Topic.AUDIENCE,
    Topic.DESIGN,
    Topic.EXISTING,
    Topic.DEADLINE,
    Topic.BUDGET,
)

ENOUGH_FEATURES = 3
"""From so many features on, a map can be drawn that is more than a guess."""


def open_topics(brief: Brief) -> tuple[Topic, ...]:
    """Topics neither known, asked nor skipped, in the order in which they matter for the price."""
    return tuple(topic for topic in _ORDER if _is_open(brief, topic))


def _is_open(brief: Brief, topic: Topic) -> bool:
    if topic in brief.skipped or topic in brief.asked:
        return False
    if topic is Topic.PLATFORMS and brief.first(Topic.KIND) in _PLATFORM_IS_CLEAR:
        return False
    if topic is Topic.PURPOSE and len(brief.values(Topic.FEATURE)) >= ENOUGH_FEATURES:
        return False
    if topic is Topic.FEATURE:
        return len(brief.values(topic)) < ENOUGH_FEATURES
    return not brief.knows(topic)


def is_empty(brief: Brief) -> bool:
    """Whether nothing at all is known that a map could be drawn from."""
    return not any(fact.topic in (Topic.KIND, Topic.PURPOSE, Topic.FEATURE) for fact in brief.facts)
