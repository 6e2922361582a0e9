"""From a model's answer to domain types, within their limits.

What is merely superfluous is left out (ids of messages that do not exist, a question about a closed topic, a fifth
suggestion). What would change the price is never mended by guessing: the answer is refused with `AnswerError`,
whose text goes back to the model once and holds positions only, no words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from chatbot.domain.added_words import Known
from chatbot.domain.brief import MAX_VALUE, FactChange, ProjectKind, Topic, clean
from chatbot.domain.effort import MAX_DAYS, MIN_DAYS, Effort
from chatbot.domain.guard import Finding, findings, safe_words
from chatbot.domain.mind_map import MAX_BRANCHES, MAX_FEATURES, MAX_LABEL, Branch, Feature, MindMap, Wording
from chatbot.language_model.answer_forms import (
    Asking,
    BranchForm,
    ChangeForm,
    DraftForm,
    FeatureForm,
    UnderstandingForm,
    WordingForm,
)
from chatbot.language_model.prompt_data import known_messages
from chatbot.use_cases.language_model import Conversation, Draft, Understanding, Wish

MAX_CHANGES, MAX_SUGGESTIONS, MAX_SUGGESTION, MAX_UNANSWERED, MAX_CONCERN = 40, 4, 40, 300, 600

FormT = TypeVar("FormT", bound=BaseModel)


class AnswerError(Exception):
    """An answer that cannot be used. `outcome` is one word for the record, the text says what is wrong."""

    def __init__(self, outcome: str, text: str) -> None:
        super().__init__(text)
        self.outcome = outcome


def read_form(form: type[FormT], text: str) -> FormT:
    """The form in an answer: bare JSON, fenced JSON, or JSON with words around it."""
    wrong = AnswerError("malformed", "it holds no JSON object")
    for candidate in _candidates(text):
        try:
            return form.model_validate_json(candidate)
        except ValidationError as error:
            wrong = min(wrong, _described(error), key=lambda item: item.outcome == "malformed")
    raise wrong


MAX_CANDIDATES = 8


def _candidates(text: str) -> list[str]:
    """Where the JSON object may stand, the likeliest first. Thoughts before it may hold braces of their own."""
    text = text.rpartition("</think>")[2].strip()
    fenced = [block.removeprefix("json").removeprefix("JSON").strip() for block in text.split("```")[1::2]]
    between = text[text.find("{") : text.rfind("}") + 1]
    objects = [choice for choice in dict.fromkeys((text, between, *fenced)) if choice.startswith("{")]
    return objects[:MAX_CANDIDATES]


def _described(error: ValidationError) -> AnswerError:
    """Where and what, without the values, which may be clients' words."""
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    if problems[0]["type"] == "json_invalid":
        return AnswerError("malformed", problems[0]["msg"][:120])
    places = [f"{'.'.join(map(str, item['loc'])) or 'the whole'}: {item['msg'][:120]}" for item in problems]
    return AnswerError("wrong_form", "; ".join(places[:12]))


def understanding(form: UnderstandingForm, conversation: Conversation, allowed: str) -> Understanding:
    """What was understood. Words with an amount, a date, a link or markup that the shop did not write in
    `allowed` (company.md) are held back, and large numbers that nobody wrote."""
    known, said = known_messages(conversation), _numbers_said(conversation)
    topic = None if form.ask is Asking.NONE else Topic(form.ask.value)
    question = safe_words(form.question, allowed, said)
    if not form.question.strip() or form.wish is Wish.HUMAN:
        topic, question = None, ""
    elif topic not in conversation.open_topics:
        topic = None  # something is to be asked, but not this: the use case asks the next open topic in our words
    # A question that was held back keeps its topic: it is asked in our words too.
    answer = safe_words(form.answer, allowed, said)
    return Understanding(
        language=language_tag(form.language, conversation.language),
        changes=tuple(_change(change, known) for change in form.changes[:MAX_CHANGES]),
        wish=form.wish,
        reply=safe_words(form.reply, allowed, said),
        answer=answer,
        unanswered=clean(form.unanswered, MAX_UNANSWERED) or _left_open(form, answer, conversation),
        ask=topic,
        question=question,
        suggestions=_suggestions(form.suggestions, topic, allowed, said) if topic and question else (),
    )


def _numbers_said(conversation: Conversation) -> frozenset[Fraction]:
    lines = (*conversation.history, *conversation.new)
    return Known.latest(line.text for line in lines if line.speaker != "bot").numbers


def _left_open(form: UnderstandingForm, answer: str, conversation: Conversation) -> str:
    """A question whose answer was held back stays open: in the client's words, for the founder to answer."""
    if answer or not form.answer.strip():
        return ""
    return clean(" ".join(line.text for line in conversation.new), MAX_UNANSWERED)


def _change(form: ChangeForm, known: frozenset[int]) -> FactChange:
    value = clean(form.value, MAX_VALUE)
    if form.topic is Topic.KIND and value and value not in set(ProjectKind):
        value = ProjectKind.OTHER
    message = form.message if form.message in known else None
    return FactChange(form.topic, value, clean(form.drop, MAX_VALUE), form.said, message)


def _suggestions(texts: list[str], topic: Topic, allowed: str, said: frozenset[Fraction]) -> tuple[str, ...]:
    """Short answers to tap. They are the client's words to be, so the date that they wish for may be among them."""
    harmless = {Finding.DATE} if topic is Topic.DEADLINE else set()
    short = dict.fromkeys(clean(text, MAX_SUGGESTION + 1) for text in texts)
    fit = [text for text in short if text and len(text) <= MAX_SUGGESTION]
    return tuple(text for text in fit if findings(text, allowed, said) <= harmless)[:MAX_SUGGESTIONS]


def draft(form: DraftForm, conversation: Conversation) -> Draft:
    """The draft, or AnswerError where it would have to be mended by guessing."""
    known = known_messages(conversation)
    branches = [_branch(branch, f"branches.{at}", known) for at, branch in enumerate(form.branches)]
    mind_map = MindMap(
        title=wording(form.title),
        summary=wording(form.summary),
        branches=_told_apart(branches),
        risks=tuple(map(wording, form.risks)),
        assumptions=tuple(map(wording, form.assumptions)),
        open_questions=tuple(map(wording, form.open_questions)),
        exclusions=tuple(map(wording, form.exclusions)),
    )
    concern = clean(form.concern, MAX_CONCERN)
    return checked(Draft(mind_map, language_tag(form.language, conversation.language), concern))


def checked(draft: Draft) -> Draft:
    """The draft, cleaned. Raises AnswerError where cleaning would lose a feature, and with it a part of the price."""
    tree = draft.mind_map
    features = list(tree.features())
    if not features and not draft.concern:
        raise AnswerError("wrong_form", "there is neither a feature nor a concern")
    if len(tree.branches) > MAX_BRANCHES or len(features) > MAX_FEATURES:
        raise AnswerError("wrong_form", f"more than {MAX_BRANCHES} branches or {MAX_FEATURES} features; merge some")
    cleaned = tree.cleaned()
    if not (cleaned.title.client and cleaned.summary.client):
        raise AnswerError("wrong_form", "the title or the summary is empty")
    if sum(1 for _ in cleaned.features()) != len(features):
        raise AnswerError("wrong_form", "a label is empty or two features have the same label; give each its own")
    return Draft(cleaned, draft.language, draft.concern)


def effort(low: float, likely: float, high: float, where: str) -> Effort:
    """The three points, put in order; out of bounds is refused, never moved."""
    try:
        return Effort(*sorted((low, likely, high)))
    except ValueError as error:
        text = f"{where}: low, likely and high must each be {MIN_DAYS} to {MAX_DAYS:g} person-days"
        raise AnswerError("wrong_form", text) from error


def feature(form: FeatureForm, where: str, known: frozenset[int]) -> Feature:
    """One feature. It counts as said only where it rests on a message that exists."""
    messages = tuple(dict.fromkeys(number for number in form.messages if number in known))
    points = effort(form.low, form.likely, form.high, where)
    said = form.said and (bool(messages) or not known)
    return Feature(wording(form.label), points, form.priority, said, messages)


def wording(form: WordingForm) -> Wording:
    """Both wordings of a text."""
    return Wording(form.client, form.founder)


def _branch(form: BranchForm, where: str, known: frozenset[int]) -> Branch:
    label = wording(form.label)
    if not label.cleaned(MAX_LABEL).client and form.features:
        raise AnswerError("wrong_form", f"{where}: the branch has no label")
    features = [feature(item, f"{where}.features.{at}", known) for at, item in enumerate(form.features)]
    return Branch(label, tuple(features))


def _told_apart(branches: list[Branch]) -> tuple[Branch, ...]:
    """A label that stands in two branches gets the branch's name beside it: both are work, and both count."""
    seen: set[str] = set()
    told: list[Branch] = []
    for branch in branches:
        features = []
        for item in branch.features:
            key = item.label.cleaned(MAX_LABEL).client.casefold()
            features.append(replace(item, label=_beside(item.label, branch.label)) if key in seen else item)
            seen.add(key)
        told.append(replace(branch, features=tuple(features)))
    return tuple(told)


def _beside(label: Wording, branch: Wording) -> Wording:
    return Wording(f"{label.client} ({branch.client})", f"{label.founder} ({branch.founder})")


_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def language_tag(text: str, otherwise: str) -> str:
    """The text where it is a BCP 47 tag, else the other."""
    tag = text.strip().replace("_", "-")
    return tag if _LANGUAGE_TAG.fullmatch(tag) else otherwise
