"""What the catalogue holds: frozen entries, each with its wording in four languages.

A word list (`Words`) maps a language to lower-case words. A word matches at the start of a word, with a trailing
"!" only whole words; Chinese matches anywhere; "a + b" asks for both in one sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chatbot.domain.brief import ProjectKind, Topic
from chatbot.domain.effort import Effort
from chatbot.domain.mind_map import Priority, Wording

LANGUAGES = ("en", "zh", "fr", "es")

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the four languages of the catalogue."""

    en: str
    zh: str
    fr: str
    es: str

    def said(self, language: str) -> str:
        """The text in a language of the catalogue; English for any other."""
        if language not in LANGUAGES:
            return self.en
        return str(getattr(self, language))

    def all(self) -> tuple[str, ...]:
        """The four wordings, English first."""
        return (self.en, self.zh, self.fr, self.es)

    def wording(self, client: str, founder: str) -> Wording:
        """The text for a client and a founder, given their languages."""
        return Wording(self.said(client), self.said(founder))


@dataclass(frozen=True, slots=True)
class BranchEntry:
    """A branch; `into` takes its features where it has too few to stand alone; `words` name it in an edit."""

    id: str
    label: Text
    into: str
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FeatureEntry:
    """A typical feature. `instead_of` names general features that this one makes superfluous; `grows_with` what
    makes it larger: "platforms" (two native ones) or "load" (100,000 people at once). `integration` marks a
    connection to a system of somebody else. `called` are looser names, understood only in a founder's edit."""

    id: str
    label: Text
    branch: str
    effort: Effort
    priority: Priority
    words: Words
    instead_of: tuple[str, ...] = ()
    grows_with: tuple[str, ...] = ()
    integration: bool = False
    called: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind of project: features always there, which feature a general wish becomes here, what to ask first, the
    topics that the kind itself settles, and the branches that here belong to another. `ignores` names
    themes that only tell of the business around it."""

    id: str
    kind: ProjectKind
    label: Text
    words: Words
    base: tuple[str, ...]
    prefer: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[Topic, ...] = ()
    settles: tuple[Topic, ...] = ()
    moves: Mapping[str, str] = field(default_factory=dict)
    ignores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """What a project is about; `kind` is assumed where the client named none, `becomes` turns one kind into a
    better one, `instead_of` names themes that this one makes superfluous."""

    id: str
    label: Text
    words: Words
    base: tuple[str, ...]
    kind: ProjectKind
    becomes: Mapping[str, str] = field(default_factory=dict)
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """A thing with a name and the words for it: a trade, or the people a project is for."""

    id: str
    label: Text
    words: Words


@dataclass(frozen=True, slots=True)
class DetailEntry:
    """Something that clients say beside features. `name` is the value where the words alone are one (iOS)."""

    id: str
    topic: Topic
    words: Words
    name: str = ""


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question worth asking about a topic, with answers to tap by language; no `kinds` means all."""

    id: str
    topic: Topic
    text: Text
    suggestions: Words
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TellingEntry:
    """How an answer to tap, one of the question's on this topic, is told to whoever reads a quote or a card. `taps`
    has one answer a language, or none in some."""

    id: str
    topic: Topic
    taps: Mapping[str, str]
    text: Text


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A risk, assumption, exclusion or open question, and the conditions under which it stands beside a map."""

    id: str
    list: str
    text: Text
    signals: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    unknown: tuple[Topic, ...] = ()
    unless: tuple[str, ...] = ()
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """A text for whoever uses certain words: an answer of the shop, or a concern of it. `needs_kind` asks for the
    name of a kind of project beside the words ("do you make apps?")."""

    id: str
    words: Words
    text: Text
    needs_kind: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole catalogue, every table by id, in the order of its file."""

    branches: Mapping[str, BranchEntry]
    features: Mapping[str, FeatureEntry]
    kinds: Mapping[str, KindEntry]
    themes: Mapping[str, ThemeEntry]
    subjects: Mapping[str, NamedEntry]
    audiences: Mapping[str, NamedEntry]
    details: Mapping[str, DetailEntry]
    questions: Mapping[str, QuestionEntry]
    tellings: Mapping[str, TellingEntry]
    notes: Mapping[str, NoteEntry]
    faq: Mapping[str, AnswerEntry]
    declined: Mapping[str, AnswerEntry]
    signals: Mapping[str, Words]
    phrases: Mapping[str, Text]
    revisions: Mapping[str, Words]
