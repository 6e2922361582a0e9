"""Title and summary of a project, in the client's words where they are the client's, else in four languages."""

from __future__ import annotations

import re

from chatbot.domain.brief import Topic
from chatbot.domain.mind_map import Wording
from chatbot.language_model.catalogue.entries import Text
from chatbot.language_model.catalogue.heart import heart
from chatbot.language_model.catalogue.plan import Planned
from chatbot.language_model.catalogue.scene import Scene

_BETWEEN_SCRIPTS = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])")
_GIVEN = (Topic.DEADLINE, Topic.SCALE, Topic.DESIGN, Topic.CONSTRAINT, Topic.CONTENT_LANGUAGES)


def title(scene: Scene) -> Wording:
    """Trade, theme and kind as far as known: "二手书交易小程序", "Craft beer: shop (mini-program)"."""
    return Wording(_title(scene, scene.client), _title(scene, scene.founder))


def _title(scene: Scene, language: str) -> str:
    subject = scene.subject.label.said(language) if scene.subject else ""
    theme = _theme_label(scene, language)
    kind = scene.kind.label.said(language)
    name = f"title_{'full' if subject and theme else 'subject' if subject else 'theme' if theme else 'kind'}"
    text = scene.phrase(name).said(language).format(subject=subject, theme=theme, kind=kind)
    spaced = _BETWEEN_SCRIPTS.sub(" ", text)
    return spaced[:1].upper() + spaced[1:]


def _theme_label(scene: Scene, language: str) -> str:
    """The first theme, unless kind or trade say the same already."""
    kind, subject = scene.kind.label.said(language), scene.subject
    for theme in scene.themes:
        label = theme.label.said(language)
        named = subject.label.said(language) if subject else ""
        if not _says(kind, label) and not _says(named, label) and theme.id not in _KINDRED.get(scene.kind.id, ()):
            return label
    return ""


_KINDRED = {"web_shop": ("shop",), "marketplace": ("marketplace", "shop")}


def _says(text: str, label: str) -> bool:
    return label.casefold() in text.casefold()


def summary(scene: Scene, planned: list[Planned]) -> Wording:
    """Two or three sentences: what it is and for whom, what is at its heart, what is given."""
    return Wording(_summary(scene, planned, True), _summary(scene, planned, False))


def _summary(scene: Scene, planned: list[Planned], for_client: bool) -> str:
    language = scene.client if for_client else scene.founder
    parts = [opening(scene, language)]
    if core := heart(scene.reader, [one.feature for one in planned]):
        labels = [label.client if for_client else label.founder for label in core]
        parts.append(filled(scene, "summary_musts", language, labels))
    if given := [scene.reader.told(*fact, language) for fact in _given(scene)]:
        mark = "；" if language == "zh" else "; "
        parts.append(scene.phrase("summary_given").said(language).format(items=mark.join(given)))
    return ("" if language == "zh" else " ").join(parts)


def _given(scene: Scene) -> list[tuple[Topic, str]]:
    return [(topic, value) for topic in _GIVEN for value in scene.brief.values(topic)[-1:]]


def opening(scene: Scene, language: str) -> str:
    """What it is, and for whom where that is known."""
    name = _title(scene, language)
    if audience := _audience(scene, language):
        return scene.phrase("summary_for").said(language).format(title=name, audience=audience)
    return scene.phrase("summary_plain").said(language).format(title=name)


def _audience(scene: Scene, language: str) -> str:
    if scene.audience:
        return scene.audience.label.said(language)
    return scene.reader.told(Topic.AUDIENCE, scene.brief.first(Topic.AUDIENCE) or "", language)


def filled(scene: Scene, name: str, language: str, labels: list[str]) -> str:
    """A phrase with a list of labels."""
    text: Text = scene.phrase(name)
    return text.said(language).format(items=scene.phrase("comma").said(language).join(labels))
