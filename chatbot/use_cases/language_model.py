"""What the use cases ask of a language model, and what it may answer.

The model returns typed data and wording; it never sets a price, a state, a role or money. What it is given of
clients' words is data. Every answer here is checked again by the use case that takes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from chatbot.domain.brief import Brief, FactChange, Topic
from chatbot.domain.mind_map import MindMap

T = TypeVar("T")


class Wish(StrEnum):
    """What the client wants besides telling about the project."""

    TELL = "tell"  # goes on telling; the ordinary case
    DRAFT_NOW = "draft_now"  # wants the map and the price now
    HUMAN = "human"  # wants to talk to a person
    NEW_PROJECT = "new_project"  # begins to tell about another project
    SMALL_TALK = "small_talk"  # greets, thanks; nothing about the project


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation, oldest first. `speaker` is client, bot or human (a person of the shop)."""

    speaker: str
    text: str = field(repr=False)
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a task is given: the brief so far, the lines already understood, and the new ones.

    `language` is the BCP 47 tag that the client last wrote in, as far as known; `interface` the language of the
    bot's own texts for this client (en, zh, fr or es); `founder_language` that of the founder.
    """

    brief: Brief
    history: tuple[Line, ...]
    new: tuple[Line, ...]
    language: str
    interface: str
    founder_language: str
    open_topics: tuple[Topic, ...] = ()
    frugal: bool = False  # to be answered without a call that costs anything


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the new lines say, and what would be said next.

    `reply` acknowledges them in the client's language in a sentence or two (empty: say nothing). `answer` answers
    a question of theirs from what the shop wants clients to know; `unanswered` is one that it could not answer.
    `question` words the next question, about `ask`, one of the open topics; `suggestions` are up to four short
    answers to tap.
    """

    language: str
    changes: tuple[FactChange, ...] = ()
    wish: Wish = Wish.TELL
    reply: str = field(default="", repr=False)
    answer: str = field(default="", repr=False)
    unanswered: str = field(default="", repr=False)
    ask: Topic | None = None
    question: str = field(default="", repr=False)
    suggestions: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A mind map, or a reason why the shop should not do this at all.

    With `concern` set (unlawful, harmful, against another company's terms, not feasible) the map may be
    empty; no price is then computed. `language` is the BCP 47 tag of the client's wordings. `ignored` are the
    parts of a founder's words that changed nothing, as they wrote them.
    """

    mind_map: MindMap
    language: str
    concern: str = field(default="", repr=False)
    ignored: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an answer came from, stored with what it led to. `fallback` marks the catalogue's answer given in
    place of a model that failed; costs are in millionths of the price list's currency, when known."""

    model: str
    prompt: str = ""
    prompt_hash: str = ""
    input_tokens: int = 0
    output_tokens: int = 0
    milliseconds: int = 0
    outcome: str = "ok"
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Answered(Generic[T]):
    """An answer with its origin."""

    value: T = field(repr=False)
    origin: Origin = field(default_factory=lambda: Origin("catalogue"))


class LanguageModel(Protocol):
    """The tasks. Each either answers or raises ModelError; none has an effect.

    The built-in catalogue model never raises for *understand*, *draft*, *revise* and *summarise*.
    """

    @property
    def translates(self) -> bool:
        """Whether translate and transcribe can be asked for at all."""
        ...

    async def understand(self, conversation: Conversation) -> Answered[Understanding]:
        """What did the client say, and what would a good founder reply."""
        ...

    async def draft(self, conversation: Conversation) -> Answered[Draft]:
        """From the brief to a mind map with effort, risks and open questions."""
        ...

    async def revise(self, draft: Draft, words: str, conversation: Conversation) -> Answered[Draft]:
        """The draft after the founder's words, everything not named kept as it was."""
        ...

    async def summarise(self, conversation: Conversation) -> Answered[str]:
        """A few sentences for whoever takes over, in the founder's language."""
        ...

    async def translate(self, text: str, language: str) -> Answered[str]:
        """The text in another language (BCP 47), nothing added."""
        ...

    async def transcribe(self, sound: bytes, file_name: str) -> Answered[str]:
        """What a voice message says."""
        ...
