"""From what the client said to changes of the brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.domain.brief import Brief, FactChange, Topic, clean
from chatbot.language_model.catalogue.details import detail_changes
from chatbot.language_model.catalogue.entries import FeatureEntry, QuestionEntry
from chatbot.language_model.catalogue.hearing import Heard, all_clauses
from chatbot.language_model.catalogue.kinds import kind_changes, purpose_changes
from chatbot.language_model.catalogue.leaving_out import (
    leaving_out,
    leaving_out_own,
    own_wishes_out,
    taken_back,
)
from chatbot.language_model.catalogue.reader import Mention, Reader, Stance
from chatbot.language_model.catalogue.telling import caption_change, is_caption, telling
from chatbot.language_model.catalogue.text import Clause, fold
from chatbot.language_model.catalogue.wishes import own_wishes, wish
from chatbot.use_cases.language_model import Line, Wish

_SHORT_ANSWER = 80


@dataclass(frozen=True, slots=True)
class Found:
    """The changes that lines propose, and the features among them: wanted anew, and left out; `own_out` are wishes
    in the client's own words that are left out now."""

    changes: tuple[FactChange, ...]
    wanted: tuple[FeatureEntry, ...] = ()
    left_out: tuple[FeatureEntry, ...] = ()
    own_out: tuple[str, ...] = ()


def facts_in(reader: Reader, heard: tuple[Heard, ...], brief: Brief, history: tuple[Line, ...]) -> Found:
    """What the lines change in the brief; hostile lines change nothing."""
    clauses = all_clauses(heard)
    if wish(reader, heard) is Wish.HUMAN:
        # "Talk to a person" is a wish of this client, not a feature for theirs.
        clauses = tuple(clause for clause in clauses if not reader.has("human", clause))
    topic = asked_topic(brief, history)
    captions = [one for one in heard if one.clauses and is_caption(reader, one)]
    named = {id(clause) for one in captions for clause in one.clauses}
    clauses = telling(reader, tuple(clause for clause in clauses if id(clause) not in named))
    changes = [caption_change(one) for one in captions]
    changes += _taps(reader, heard, topic)
    changes += taken_back(reader, clauses, brief, history)
    changes += kind_changes(reader, clauses, brief)
    changes += purpose_changes(reader, clauses, brief)
    changes += detail_changes(reader, clauses, brief)
    wanted, left_out = _latest(reader, reader.mentions(clauses))
    now = brief.changed(changes)
    for mention in left_out.values():
        change = list(leaving_out(reader, mention, now))
        now = now.changed(change)
        changes += change
    for mention in wanted.values():
        changes += _wanting(reader, mention, now)
    own_out = own_wishes_out(reader, clauses, now)
    for value, clause in own_out:
        changes += leaving_out_own(now, value, clause)
    going = {id(clause) for _, clause in own_out}
    for phrase, clause in own_wishes(reader, tuple(clause for clause in clauses if id(clause) not in going)):
        changes.append(FactChange(Topic.FEATURE, phrase, message_id=clause.message_id))
    if not changes and clauses:
        changes += _free_answer(reader, heard, brief, topic)
    features = reader.catalogue.features
    return Found(
        tuple(changes),
        tuple(features[name] for name in wanted),
        tuple(features[name] for name in left_out),
        tuple(value for value, _ in own_out),
    )


def asked_topic(brief: Brief, history: tuple[Line, ...]) -> Topic | None:
    """The topic that the bot asked about last, where its last line is a question still unanswered."""
    if not brief.asked or not history or history[-1].speaker != "bot":
        return None
    asks = history[-1].text.rstrip().endswith(("?", "？"))
    return brief.asked[-1] if asks and brief.asked[-1] not in brief.skipped else None


def _latest(reader: Reader, mentions: list[Mention]) -> tuple[dict[str, Mention], dict[str, Mention]]:
    """The last word on each feature: those wanted and those left out. "Search" says nothing beside "search by
    distance" in one sentence."""
    last = {mention.feature: mention for mention in mentions}
    sentences = {(name, mention.clause.sentence) for name, mention in last.items()}
    general = {
        (name, sentence) for special, sentence in sentences for name in reader.catalogue.features[special].instead_of
    }
    told = {name: mention for name, mention in last.items() if (name, mention.clause.sentence) not in general}
    wanted = {name: mention for name, mention in told.items() if mention.stance is not Stance.LEFT_OUT}
    return wanted, {name: mention for name, mention in told.items() if name not in wanted}


def _wanting(reader: Reader, mention: Mention, brief: Brief) -> Iterator[FactChange]:
    entry = reader.catalogue.features[mention.feature]
    for label in entry.label.all():
        if label in brief.values(Topic.EXCLUDED):
            yield FactChange(Topic.EXCLUDED, drop=label)
    topic = Topic.INTEGRATION if entry.integration else Topic.FEATURE
    if not set(entry.label.all()) & set(brief.values(topic)):
        yield FactChange(topic, entry.label.said(mention.clause.language), message_id=mention.clause.message_id)


def _taps(reader: Reader, heard: tuple[Heard, ...], asked: Topic | None) -> Iterator[FactChange]:
    """Tapped suggestions. Kind and features are read from the words; other topics take the answer as it is."""
    for one in heard:
        question = None if one.hostile else suggested(reader, one.text, asked)
        if question and question.topic not in _READ_FROM_WORDS:
            yield FactChange(question.topic, clean(one.text, _SHORT_ANSWER), message_id=one.line.message_id)


def _free_answer(reader: Reader, heard: tuple[Heard, ...], brief: Brief, asked: Topic | None) -> Iterator[FactChange]:
    """A short answer in the client's words to what was asked last, where nothing else was understood."""
    told = [one for one in heard if one.clauses]
    if len(told) != 1 or asked not in _FREE_TOPICS or brief.knows(asked):
        return
    only = told[0]
    if reader.mentions(only.clauses) or any(_takes_back(reader, clause) for clause in only.clauses):
        return  # "the chat matters", "remove the unicorn": of something else
    questions = any(clause.question for clause in only.clauses) or _begins_like_a_question(reader, only)
    words = sum(char.isalpha() for char in only.text)
    if not questions and words > 1 and len(only.text) <= _SHORT_ANSWER and wish(reader, heard) is Wish.TELL:
        yield FactChange(asked, clean(only.text, _SHORT_ANSWER), message_id=only.line.message_id)


def _takes_back(reader: Reader, clause: Clause) -> bool:
    """Whether a clause takes something back, whatever it may be."""
    signals = ("take_back", "changes_mind", "calls_off")
    return reader.orders.opens(clause) or any(reader.has(signal, clause) for signal in signals)


def _begins_like_a_question(reader: Reader, one: Heard) -> bool:
    return any(hit.start == 0 for hit in reader.signal("question", one.clauses[0]))


_READ_FROM_WORDS = frozenset((Topic.KIND, Topic.FEATURE, Topic.INTEGRATION, Topic.EXCLUDED))
_FREE_TOPICS = frozenset(
    (
        Topic.PURPOSE, Topic.AUDIENCE, Topic.PLATFORMS, Topic.CONTENT_LANGUAGES, Topic.DESIGN, Topic.EXISTING,
        Topic.SCALE, Topic.CONSTRAINT, Topic.DEADLINE, Topic.BUDGET,
    )
)  # fmt: skip


def suggested(reader: Reader, text: str, asked: Topic | None) -> QuestionEntry | None:
    """The question to which this text is one of the answers to tap, that of the asked topic first."""
    wanted = fold(text)
    matching = [
        question
        for question in reader.catalogue.questions.values()
        if any(fold(answer) == wanted for answers in question.suggestions.values() for answer in answers)
    ]
    asked_first = sorted(matching, key=lambda question: question.topic is not asked)
    return asked_first[0] if asked_first and (asked is None or asked_first[0].topic is asked) else None
