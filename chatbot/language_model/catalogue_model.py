"""The built-in model: it does every task from the catalogue of typical features, without a network, always alike.

It never raises for understand, draft, revise and summarise: whatever a text holds, the answer is typed data within
the limits of the domain. What clients write is searched for words and never followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from chatbot.domain.brief import Brief, Topic
from chatbot.domain.errors import ModelError
from chatbot.domain.money import Money
from chatbot.language_model.catalogue.answering import answers
from chatbot.language_model.catalogue.draft import draft as drafted
from chatbot.language_model.catalogue.facts import Found, facts_in
from chatbot.language_model.catalogue.hearing import all_clauses, hear, language_of
from chatbot.language_model.catalogue.language import catalogue_language
from chatbot.language_model.catalogue.notes import concern_in
from chatbot.language_model.catalogue.reader import Reader, builtin_reader
from chatbot.language_model.catalogue.replies import Turn, next_question, reply
from chatbot.language_model.catalogue.revise import revise as revised
from chatbot.language_model.catalogue.scene import scene_of
from chatbot.language_model.catalogue.summary import summarise as summarised
from chatbot.language_model.catalogue.titles import title
from chatbot.language_model.catalogue.wishes import wish
from chatbot.use_cases.language_model import Answered, Conversation, Draft, Understanding, Wish

DAY_RATE = Money.of(1000, "CNY")


class CatalogueModel:
    """A LanguageModel without a model.

    `day_rate` and `rates` (units of its currency for one unit of another) serve only to see whether a client's
    budget is far below the effort; no price leaves this class.
    """

    def __init__(
        self,
        reader: Reader | None = None,
        day_rate: Money = DAY_RATE,
        rates: Mapping[str, Decimal] | None = None,
    ) -> None:
        self._reader = reader or builtin_reader()
        self._day_rate = day_rate
        self._rates = dict(rates or {})

    @property
    def translates(self) -> bool:
        """It cannot."""
        return False

    async def understand(self, conversation: Conversation) -> Answered[Understanding]:
        """Facts, language and wish by the catalogue's words; never raises."""
        return Answered(self._understanding(conversation))

    async def draft(self, conversation: Conversation) -> Answered[Draft]:
        """The map of what was said and what such a project always has; never raises."""
        return Answered(drafted(self._reader, conversation, self._day_rate, self._rates))

    async def revise(self, draft: Draft, words: str, conversation: Conversation) -> Answered[Draft]:
        """The draft after the founder's plain commands; unchanged where none is understood; never raises."""
        return Answered(revised(self._reader, draft, words, conversation.founder_language))

    async def summarise(self, conversation: Conversation) -> Answered[str]:
        """A few lines in the founder's language; never raises."""
        return Answered(summarised(self._reader, conversation))

    async def translate(self, text: str, language: str) -> Answered[str]:  # noqa: ARG002  the protocol's names
        """Raises ModelError: a catalogue knows no languages."""
        raise ModelError("the catalogue model does not translate")

    async def transcribe(self, sound: bytes, file_name: str) -> Answered[str]:  # noqa: ARG002  the protocol's names
        """Raises ModelError: a catalogue hears nothing."""
        raise ModelError("the catalogue model does not transcribe")

    def _understanding(self, conversation: Conversation) -> Understanding:
        reader = self._reader
        heard = hear(reader, conversation.new, conversation.language)
        tag = language_of(heard, conversation.language)
        found = facts_in(reader, heard, conversation.brief, conversation.history)
        wanted = wish(reader, heard)
        if wanted is Wish.NEW_PROJECT and conversation.brief.facts:
            found = Found(())  # what belongs to another project must not mix with this one
        elif wanted in (Wish.SMALL_TALK, Wish.NEW_PROJECT) and found.changes:
            wanted = Wish.TELL
        brief = conversation.brief.changed(found.changes)
        before = hear(reader, conversation.history, conversation.language)
        turn = Turn(
            reader=reader,
            heard=heard,
            found=found,
            wish=wanted,
            language=catalogue_language(tag),
            turns_before=len(before),
            declined=concern_in(reader, all_clauses(heard)) is not None,
            declined_before=concern_in(reader, all_clauses(before + heard)) is not None,
            title=self._title(conversation, brief, tag),
        )
        told = answers(turn)
        asking = next_question(turn, brief, conversation.open_topics)
        return Understanding(
            language=tag,
            changes=found.changes,
            wish=wanted,
            reply=reply(turn),
            answer=told.answer,
            unanswered=told.unanswered,
            ask=asking.topic,
            question=asking.question,
            suggestions=asking.suggestions,
        )

    def _title(self, conversation: Conversation, brief: Brief, tag: str) -> str:
        """The project's title in the client's language, in the turn in which its kind becomes known."""
        if brief.first(Topic.KIND) is None or conversation.brief.first(Topic.KIND) is not None:
            return ""
        return title(scene_of(self._reader, replace(conversation, brief=brief, language=tag))).client


def tellings(language: str) -> dict[tuple[Topic, str], str]:
    """How the catalogue's answers to tap are told in a language, by topic and answer."""
    entries = builtin_reader().catalogue.tellings.values()
    return {(entry.topic, tap): entry.text.said(language) for entry in entries for tap in entry.taps.values()}
