"""Which of the client's questions the shop has an answer to, and which are passed on; none is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chatbot.language_model.catalogue.amounts import amounts
from chatbot.language_model.catalogue.details import shortened
from chatbot.language_model.catalogue.entries import LANGUAGES, Text
from chatbot.language_model.catalogue.hearing import Heard
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.replies import Turn
from chatbot.language_model.catalogue.text import fold, sentences
from chatbot.use_cases.language_model import Wish

MAX_ANSWERS, MAX_UNANSWERED = 2, 200
_JOINTS = re.compile(r"(\s*[,，]\s*(?:(?:and|et|y|und)\s+)?|\s+(?:and|et|y|und)\s+|然后|还有|以及)")
_NO_QUESTIONS = (Wish.HUMAN, Wish.SMALL_TALK)  # "hello?" asks nothing that a person has to answer
_QUESTION_MARKS = {"zh": "？", "fr": " ?"}


@dataclass(frozen=True, slots=True)
class Replies:
    """The answer to what the client asked, and the questions that could not be answered."""

    answer: str = ""
    unanswered: str = ""


def answers(turn: Turn) -> Replies:
    """Up to two answers of the shop; every other question to it is passed on as it was asked."""
    found: list[str] = []
    passed_on: list[str] = []
    for one in turn.heard:
        for sentence, asked in () if one.hostile else sentences(one.text):
            for part in _questions(turn.reader, one, sentence):
                answer = _answer(turn, one, part, asked)
                if answer and (answer in found or len(found) < MAX_ANSWERS):
                    found.append(answer)
                elif answer or (asked and turn.wish not in _NO_QUESTIONS and _is_to_the_shop(turn, one, part)):
                    passed_on.append(part + _QUESTION_MARKS.get(turn.language, "?"))
    space = "" if turn.language == "zh" else " "
    unanswered = shortened(space.join(dict.fromkeys(passed_on)), MAX_UNANSWERED)
    return Replies(space.join(dict.fromkeys(found)), unanswered)


def _languages(one: Heard) -> tuple[str, ...]:
    return one.clauses[0].languages if one.clauses else LANGUAGES


def _questions(reader: Reader, one: Heard, sentence: str) -> list[str]:
    """The questions that a sentence joins: "how much is it and how long does it take"."""
    pieces = _JOINTS.split(sentence)
    parts = pieces[:1]
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if _asks(reader, one, parts[-1]) and _asks(reader, one, piece):
            parts.append(piece)
        else:
            parts[-1] += joint + piece
    return [part.strip() for part in parts if part.strip()]


def _asks(reader: Reader, one: Heard, text: str) -> bool:
    """Whether a text begins like a question; in Chinese the word for it may stand anywhere."""
    folded = fold(text)
    hits = reader.hits("question", folded, _languages(one))
    return any(hit.start == 0 or not folded[hit.start].isascii() for hit in hits)


def _answer(turn: Turn, one: Heard, question: str, asked: bool) -> str:
    """The shop's answer; without a question mark only to what begins like a question."""
    if not asked and not _asks(turn.reader, one, question):
        return ""
    folded, languages = fold(question), _languages(one)
    longest = sorted(turn.reader.faq.find(folded, languages), key=lambda hit: hit.start - hit.end)
    entries = [turn.reader.catalogue.faq[hit.key] for hit in longest]
    names_kind = bool(turn.reader.kinds.find(folded, languages))
    texts: list[Text] = [entry.text for entry in entries if names_kind or not entry.needs_kind]
    return texts[0].said(turn.language) if texts else ""


def _is_to_the_shop(turn: Turn, one: Heard, question: str) -> bool:
    """A question that is neither a wish for a feature ("can users chat?") nor a fact put as one ("maybe 50k?")."""
    folded, languages = fold(question), _languages(one)
    unsure = turn.reader.hits("unsure", folded, languages)
    return not (unsure or amounts(folded) or turn.reader.features.find(folded, languages))
