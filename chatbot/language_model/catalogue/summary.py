"""A short summary for whoever takes over: what it is, what it must do, what is given, what is open."""

from __future__ import annotations

from chatbot.domain.brief import Topic
from chatbot.language_model.catalogue.answering import answers
from chatbot.language_model.catalogue.facts import Found
from chatbot.language_model.catalogue.hearing import hear
from chatbot.language_model.catalogue.notes import concern
from chatbot.language_model.catalogue.plan import entries_of
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.replies import Turn
from chatbot.language_model.catalogue.scene import Scene, heard_before, scene_of
from chatbot.language_model.catalogue.titles import filled, opening
from chatbot.use_cases.language_model import Conversation, Wish

_GIVEN = (
    Topic.AUDIENCE, Topic.PLATFORMS, Topic.DEADLINE, Topic.BUDGET, Topic.DESIGN, Topic.EXISTING, Topic.SCALE,
    Topic.CONSTRAINT, Topic.CONTENT_LANGUAGES,
)  # fmt: skip
_WORTH_KNOWING = (Topic.AUDIENCE, Topic.DESIGN, Topic.DEADLINE, Topic.BUDGET)
_MAX_FEATURES = 14


def summarise(reader: Reader, conversation: Conversation) -> str:
    """A few sentences in the founder's language; the client's own words stay as they are."""
    scene = scene_of(reader, conversation)
    if not scene.brief.facts:
        return scene.phrase("summary_empty").said(scene.founder)
    parts = [opening(scene, scene.founder)]
    if against := concern(scene):
        parts.append(against.founder)
    parts += _lists(scene)
    if asked := _asked(reader, conversation, scene):
        parts.append(scene.phrase("summary_asked").said(scene.founder).format(items=asked))
    return "\n".join(parts)


def _lists(scene: Scene) -> list[str]:
    wanted = _labels(scene, Topic.FEATURE) + _labels(scene, Topic.INTEGRATION)
    given = [_line(scene, topic) for topic in _GIVEN if scene.brief.knows(topic)]
    open_points = [_topic(scene, topic) for topic in _WORTH_KNOWING if not scene.brief.knows(topic)]
    found = (
        ("summary_musts", wanted[:_MAX_FEATURES]),
        ("summary_out", _labels(scene, Topic.EXCLUDED)),
        ("summary_open", open_points),
    )
    lists = [filled(scene, name, scene.founder, items) for name, items in found if items]
    return lists[:1] + given + lists[1:]


def _labels(scene: Scene, topic: Topic) -> list[str]:
    labels = []
    for value in scene.brief.values(topic):
        named = [entry for entry in entries_of(scene, value) if value in entry.label.all()]
        labels.append(named[0].label.said(scene.founder) if named else value)
    return labels


def _line(scene: Scene, topic: Topic) -> str:
    values = tuple(scene.reader.told(topic, value, scene.founder) for value in scene.brief.values(topic))
    if topic is Topic.AUDIENCE and scene.audience:
        values = (scene.audience.label.said(scene.founder),)
    name = _topic(scene, topic)
    colon = scene.phrase("label_colon").said(scene.founder)
    return f"{name[:1].upper()}{name[1:]}{colon}{'; '.join(values)}"


def _topic(scene: Scene, topic: Topic) -> str:
    return scene.phrase(f"topic_{topic.value}").said(scene.founder)


def _asked(reader: Reader, conversation: Conversation, scene: Scene) -> str:
    """The last question of the client that we had no answer to."""
    heard = (*heard_before(reader, conversation), *hear(reader, conversation.new, conversation.language))
    for one in reversed(heard):
        turn = Turn(reader, (one,), Found(()), Wish.TELL, scene.client, 1)
        if unanswered := answers(turn).unanswered:
            return unanswered
    return ""
