"""What is at the heart of a project: the sentence of a summary that names it, and how it keeps up with edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from chatbot.domain.mind_map import Feature, MindMap, Priority, Wording
from chatbot.language_model.catalogue.entries import LANGUAGES
from chatbot.language_model.catalogue.plan import is_design
from chatbot.language_model.catalogue.reader import Reader

_CORE = 5
Side = Callable[[Wording], str]
"""One of a text's two wordings."""


def heart(reader: Reader, features: Sequence[Feature], also: Iterable[str] = ()) -> list[Wording]:
    """The musts that the client named, and those with a label in `also`; the largest first (of the same size those
    in `also`), the design left out."""
    labels = set(also)
    named = {feature for feature in features if not labels.isdisjoint(_labels(feature.label))}
    musts = [feature for feature in features if feature.priority is Priority.MUST]
    told = [feature for feature in musts if feature in named or (feature.said and not _is_design(reader, feature))]
    told.sort(key=lambda feature: (-feature.effort.likely, feature not in named))
    return [feature.label for feature in told[:_CORE]]


def brought_up_to_date(reader: Reader, old: MindMap, new: MindMap, added: list[Wording]) -> MindMap:
    """The new map with a summary that names the heart of it, and no exclusion of what was added. A summary or a note
    in other words than the catalogue's stays as it is."""
    summary = Wording(
        _summary(reader, lambda text: text.client, old, new, added),
        _summary(reader, lambda text: text.founder, old, new, added),
    )
    return replace(new, summary=summary, exclusions=_exclusions(reader, new, added))


def _summary(reader: Reader, side: Side, old: MindMap, new: MindMap, added: list[Wording]) -> str:
    text = side(new.summary)
    for language in LANGUAGES:
        before, after = reader.catalogue.phrases["summary_musts"].said(language).split("{items}")
        comma = reader.catalogue.phrases["comma"].said(language)
        start = text.find(before)
        named = _listed(text[start + len(before) :], {side(one.label) for one in old.features()}, comma)
        sentence = before + comma.join(named) + after
        if start < 0 or not named or not text.startswith(sentence, start):
            continue
        now = [side(label) for label in heart(reader, tuple(new.features()), (*named, *map(side, added)))]
        if set(now) == set(named):
            return text
        other = before + comma.join(now) + after if now else ""
        parts = (text[:start].rstrip(), other, text[start + len(sentence) :].lstrip())
        return ("" if language == "zh" else " ").join(filter(None, parts))
    return text


def _listed(text: str, labels: set[str], comma: str) -> list[str]:
    """The labels that a text begins with, joined by commas; a label may hold a comma itself."""
    found: list[str] = []
    rest = text
    while label := max((one for one in labels if rest.startswith(one)), key=len, default=""):
        found.append(label)
        rest = rest[len(label) :]
        if not rest.startswith(comma):
            break
        rest = rest[len(comma) :]
    return found


def _exclusions(reader: Reader, new: MindMap, added: list[Wording]) -> tuple[Wording, ...]:
    """The exclusions without those that say of an added feature that it is left out."""
    phrases = [reader.catalogue.phrases[name] for name in ("left_out_by_client", "left_for_later")]
    labels = {label for wording in added for label in _labels(wording)}
    told = {text.format(items=label) for phrase in phrases for text in phrase.all() for label in labels} | labels
    return tuple(note for note in new.exclusions if told.isdisjoint(_labels(note)))


def _labels(wording: Wording) -> tuple[str, str]:
    return wording.client, wording.founder


def _is_design(reader: Reader, feature: Feature) -> bool:
    name = reader.labels.get(feature.label.client)
    return name is not None and is_design(reader.catalogue.features[name])
