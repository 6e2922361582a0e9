"""What the catalogue model says to a client: acknowledgement and the next question."""

from __future__ import annotations

from dataclasses import dataclass

from chatbot.domain.brief import Brief, Topic
from chatbot.language_model.catalogue.entries import QuestionEntry
from chatbot.language_model.catalogue.facts import Found
from chatbot.language_model.catalogue.hearing import Heard, all_clauses
from chatbot.language_model.catalogue.naming import fact_names, feature_name, own_names
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.wishes import is_greeting, is_wordless
from chatbot.use_cases.language_model import Wish

MAX_NAMED = 4
ENOUGH_FEATURES = 3

_ORDER = (
    Topic.KIND, Topic.PURPOSE, Topic.FEATURE, Topic.AUDIENCE, Topic.PLATFORMS, Topic.SCALE, Topic.INTEGRATION,
    Topic.DESIGN, Topic.DEADLINE, Topic.BUDGET, Topic.EXISTING, Topic.CONTENT_LANGUAGES, Topic.CONSTRAINT,
    Topic.EXCLUDED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """What was heard in one turn and what it came to. `language` is one of the catalogue's; `title` that of the
    project, in the turn in which its kind became known."""

    reader: Reader
    heard: tuple[Heard, ...]
    found: Found
    wish: Wish
    language: str
    turns_before: int
    declined: bool = False
    declined_before: bool = False
    title: str = ""

    def phrase(self, name: str) -> str:
        """A fixed phrase in the client's language."""
        return self.reader.catalogue.phrases[name].said(self.language)


def reply(turn: Turn) -> str:
    """An acknowledgement that names what was understood; no number, no date, no praise."""
    if turn.heard and all(one.hostile for one in turn.heard):
        return turn.phrase("off_topic")
    if turn.declined:
        return turn.phrase("founder_reads")
    if turn.wish is Wish.SMALL_TALK:
        return _politeness(turn)
    if turn.wish is Wish.HUMAN:
        return turn.phrase("human_soon")
    if turn.wish is Wish.NEW_PROJECT:
        return ""
    return _acknowledgement(turn)


def _politeness(turn: Turn) -> str:
    if is_wordless(turn.heard):
        return ""
    if not is_greeting(turn.reader, all_clauses(turn.heard)):
        return turn.phrase("welcome")
    return turn.phrase("here" if turn.turns_before else "hello")


def _acknowledgement(turn: Turn) -> str:
    out = [feature_name(entry, turn.language) for entry in turn.found.left_out]
    out += own_names(turn.reader, turn.found.own_out, turn.language)
    features = [feature_name(entry, turn.language) for entry in turn.found.wanted]
    facts = list(fact_names(turn.reader, turn.found, turn.language))
    dropped = any(change.drop and change.topic is not Topic.EXCLUDED for change in turn.found.changes)
    parts = []
    if turn.title and not _only_asks(turn):
        parts.append(turn.phrase("got_project").format(title=turn.title))
    if dropped and out:
        gone, added = _listed(turn, out, "neither"), _listed(turn, features)
        parts.append(turn.phrase("exchanged" if features else "changed").format(items=gone, added=added))
        features, out = [], []
    if features or facts:
        opener = turn.phrase("got_1" if turn.title else f"got_{turn.turns_before % 3 + 1}")
        parts.append(opener.format(items=_listed(turn, features + facts)))
    if out:
        parts.append(turn.phrase("also_left_out").format(items=_listed(turn, out)))
    if not parts and turn.found.changes and not _only_asks(turn):
        parts.append(turn.phrase("noted"))
    return ("" if turn.language == "zh" else " ").join(parts)


def _only_asks(turn: Turn) -> bool:
    """Whether everything said is a question: its answer comes first, and nobody is thanked for it."""
    clauses = all_clauses(turn.heard)
    return bool(clauses) and all(clause.question for clause in clauses)


def _listed(turn: Turn, names: list[str], last: str = "comma") -> str:
    """Up to four names, before the last of which the phrase `last` stands; that there are more is said. A number may
    not be said unseen, even in a name."""
    different = list(dict.fromkeys(names))
    said = [name for name in different if not any(char.isdigit() for char in name)][:MAX_NAMED]
    *before, end = said or [""]
    listed = turn.phrase(last).join(filter(None, (turn.phrase("comma").join(before), end)))
    if len(said) == len(different):
        return listed
    return turn.phrase("and_more").format(items=listed) if said else turn.phrase("several")


@dataclass(frozen=True, slots=True)
class Asking:
    """The next question, its topic and answers to tap."""

    topic: Topic | None = None
    question: str = ""
    suggestions: tuple[str, ...] = ()


def next_question(turn: Turn, brief: Brief, open_topics: tuple[Topic, ...]) -> Asking:
    """The open topic that matters most for this kind of project; none where the client wants something else."""
    greeted = turn.wish is Wish.SMALL_TALK and not turn.turns_before
    if turn.declined or turn.declined_before or greeted or turn.wish in (Wish.HUMAN, Wish.DRAFT_NOW, Wish.NEW_PROJECT):
        return Asking()
    kind = turn.reader.catalogue.kinds.get(brief.first(Topic.KIND) or "other")
    order = dict.fromkeys((*(kind.asks if kind else ()), *_ORDER))
    settled = kind.settles if kind else ()
    for topic in order:
        if topic in open_topics and topic not in settled and not _is_known(brief, topic):
            entry = _question(turn.reader, topic, kind.id if kind else "other")
            return Asking(topic, entry.text.said(turn.language), entry.suggestions[turn.language])
    return Asking()


def _is_known(brief: Brief, topic: Topic) -> bool:
    if topic is Topic.FEATURE:
        return len(brief.values(Topic.FEATURE)) >= ENOUGH_FEATURES
    return brief.knows(topic)


def _question(reader: Reader, topic: Topic, kind: str) -> QuestionEntry:
    """The question for this kind, else the general one."""
    about = [entry for entry in reader.catalogue.questions.values() if entry.topic is topic]
    special = [entry for entry in about if kind in entry.kinds]
    return (special or [entry for entry in about if not entry.kinds])[0]
