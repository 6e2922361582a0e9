"""Names what was understood: a feature by its label, a fact in the client's own words where they may be repeated."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.domain.brief import FactChange, Topic
from chatbot.domain.guard import safe_words
from chatbot.language_model.catalogue.entries import FeatureEntry
from chatbot.language_model.catalogue.facts import Found
from chatbot.language_model.catalogue.reader import Reader

_PROPER = frozenset(("Apple", "Google", "Alipay", "Excel", "English", "Logo"))
_FACTS = (
    Topic.FEATURE, Topic.INTEGRATION, Topic.DESIGN, Topic.CONSTRAINT, Topic.EXISTING, Topic.SCALE,
    Topic.CONTENT_LANGUAGES, Topic.DEADLINE, Topic.BUDGET,
)  # fmt: skip
_NEVER_QUOTED = frozenset((Topic.BUDGET, Topic.SCALE))
_MAX_QUOTE, _MAX_CHINESE_QUOTE = 40, 18


def feature_name(entry: FeatureEntry, language: str) -> str:
    """A label inside a sentence: lower case at its start, unless it begins with a name."""
    label = entry.label.said(language)
    first = label.split()[0]
    if first in _PROPER or first[1:] != first[1:].lower():
        return label
    return label[:1].lower() + label[1:]


def fact_names(reader: Reader, found: Found, language: str) -> Iterator[str]:
    """The facts beside the catalogue's features, those first that say most."""
    wants_languages = any(entry.id == "languages" for entry in found.wanted)
    for topic in _FACTS:
        if not (wants_languages and topic is Topic.CONTENT_LANGUAGES):
            yield from _names(reader, [change for change in found.changes if change.topic is topic], language)


def own_names(reader: Reader, values: tuple[str, ...], language: str) -> list[str]:
    """Wishes by their label, those in the client's own words quoted where they may be."""
    return [_own_name(reader, value, language) for value in values]


def _own_name(reader: Reader, value: str, language: str) -> str:
    if value in reader.labels:
        return feature_name(reader.catalogue.features[reader.labels[value]], language)
    return _quoted(reader, value, language) or reader.catalogue.phrases["your_feature"].said(language)


def _names(reader: Reader, changes: list[FactChange], language: str) -> Iterator[str]:
    for change in changes:
        if not change.value or change.drop or change.value in reader.labels:
            continue
        quote = "" if change.topic in _NEVER_QUOTED else _quoted(reader, change.value, language)
        yield quote or reader.catalogue.phrases[f"your_{change.topic.value}"].said(language)


def _quoted(reader: Reader, value: str, language: str) -> str:
    """A short value in quotation marks; nothing where it is long or holds what the bot may not say unseen."""
    longest = _MAX_CHINESE_QUOTE if language == "zh" else _MAX_QUOTE
    fits = len(value) <= longest and not any(char.isdigit() or char in '“”«»「」"' for char in value)
    if not fits or safe_words(value, "") != value:
        return ""
    return reader.catalogue.phrases["quoted"].said(language).format(words=value)
