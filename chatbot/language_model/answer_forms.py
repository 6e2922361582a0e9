"""The forms in which a model answers, as Pydantic models.

They fix structure and types only: every field is required and there is no null, which the servers that honour a
schema all understand. Limits are checked where an answer is turned into domain types (answers.py). 0 stands for
"no message", "no feature" and "as it was"; an empty text for "nothing".
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, FiniteFloat

from chatbot.domain.brief import Topic
from chatbot.domain.mind_map import Priority
from chatbot.use_cases.language_model import Wish


class Form(BaseModel):
    """Base of the forms: unknown fields are ignored, nothing is changed after validation."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Asking(StrEnum):
    """The topic that the next question is about, or none."""

    NONE = "none"
    KIND = Topic.KIND
    PURPOSE = Topic.PURPOSE
    AUDIENCE = Topic.AUDIENCE
    PLATFORMS = Topic.PLATFORMS
    FEATURE = Topic.FEATURE
    INTEGRATION = Topic.INTEGRATION
    CONTENT_LANGUAGES = Topic.CONTENT_LANGUAGES
    DESIGN = Topic.DESIGN
    EXISTING = Topic.EXISTING
    SCALE = Topic.SCALE
    CONSTRAINT = Topic.CONSTRAINT
    DEADLINE = Topic.DEADLINE
    BUDGET = Topic.BUDGET
    EXCLUDED = Topic.EXCLUDED


class ChangeForm(Form):
    """One change to the brief."""

    topic: Topic
    value: str
    drop: str
    said: bool
    message: int


class UnderstandingForm(Form):
    """The answer to *understand*."""

    language: str
    changes: list[ChangeForm]
    wish: Wish
    reply: str
    answer: str
    unanswered: str
    ask: Asking
    question: str
    suggestions: list[str]


class WordingForm(Form):
    """One text for the client and for the founder."""

    client: str
    founder: str


class FeatureForm(Form):
    """One feature with its effort in person-days."""

    label: WordingForm
    low: FiniteFloat
    likely: FiniteFloat
    high: FiniteFloat
    priority: Priority
    said: bool
    messages: list[int]


class BranchForm(Form):
    """One branch of the map."""

    label: WordingForm
    features: list[FeatureForm]


class DraftForm(Form):
    """The answer to *draft*."""

    language: str
    concern: str
    title: WordingForm
    summary: WordingForm
    branches: list[BranchForm]
    risks: list[WordingForm]
    assumptions: list[WordingForm]
    open_questions: list[WordingForm]
    exclusions: list[WordingForm]


class EditAction(StrEnum):
    """What an edit does."""

    ADD = "add"
    CHANGE = "change"
    DROP = "drop"


class EditPriority(StrEnum):
    """The priority after an edit; `same` leaves it."""

    SAME = "same"
    MUST = Priority.MUST
    SHOULD = Priority.SHOULD
    COULD = Priority.COULD


class NoteList(StrEnum):
    """The lists beside the branches."""

    RISKS = "risks"
    ASSUMPTIONS = "assumptions"
    OPEN_QUESTIONS = "open_questions"
    EXCLUSIONS = "exclusions"


class FeatureEdit(Form):
    """An edit of a branch (`feature` 0) or of a feature, by the numbers in the draft that was sent."""

    action: EditAction
    branch: int
    feature: int
    branch_label: WordingForm
    label: WordingForm
    low: FiniteFloat
    likely: FiniteFloat
    high: FiniteFloat
    priority: EditPriority
    said: bool
    messages: list[int]


class NoteEdit(Form):
    """An edit of a risk, an assumption, an open question or an exclusion."""

    notes: NoteList
    action: EditAction
    number: int
    text: WordingForm


class RevisionForm(Form):
    """The answer to *revise*: edits only, so that what is not named stays as it was."""

    concern: str
    title: WordingForm
    summary: WordingForm
    features: list[FeatureEdit]
    notes: list[NoteEdit]


class SummaryForm(Form):
    """The answer to *summarise*."""

    summary: str


class TranslationForm(Form):
    """The answer to *translate*."""

    translation: str
