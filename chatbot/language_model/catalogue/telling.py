"""What of the client's words tells about the project: not a mere question to the shop, not the name of a file."""

from __future__ import annotations

import re

from chatbot.domain.brief import FactChange, Topic, clean
from chatbot.language_model.catalogue.amounts import amounts
from chatbot.language_model.catalogue.hearing import Heard
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.text import Clause

_ABOUT_THE_WORK = frozenset(("price", "duration", "free"))
_OF_THE_SHOP = frozenset(("maintenance",))
_FILE_NAME = re.compile(
    r"[^\n/\\]{1,80}\.(?:pdf|docx?|xlsx?|pptx?|md|txt|zip|rar|csv|png|jpe?g|fig|xmind)", re.IGNORECASE
)
_MAX_CAPTION, _MAX_CAPTION_WORDS = 40, 4


def telling(reader: Reader, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses without those that merely ask what something would cost or how long it would take."""
    return tuple(clause for clause in clauses if not _only_asks(reader, clause))


def _only_asks(reader: Reader, clause: Clause) -> bool:
    """A price is asked, and no project is described by the way: a kind alone, or one feature alone, is none."""
    asked = set(reader.faq.keys(clause.folded, clause.languages, clause.sentence))
    if asked.isdisjoint(_ABOUT_THE_WORK) or not (clause.question or reader.has("question", clause)):
        return False
    features = {mention.feature for mention in reader.mentions((clause,))} - _OF_THE_SHOP
    kinds = reader.kinds.keys(clause.folded, clause.languages, clause.sentence)
    described = len(features) > 1 or (features and kinds)
    return not described and not amounts(clause.folded)


def is_caption(reader: Reader, one: Heard) -> bool:
    """Whether a message only names a document: "our spec", "需求文档", "plan.pdf"."""
    text = one.text.strip()
    if _FILE_NAME.fullmatch(text):
        return True
    if len(one.clauses) != 1 or len(text) > _MAX_CAPTION or len(text.split()) > _MAX_CAPTION_WORDS:
        return False
    (clause,) = one.clauses
    hits = reader.details.find(clause.folded, clause.languages)
    named = sum(hit.end - hit.start for hit in hits if hit.key == "spec_unseen")
    return not clause.question and not reader.has("asks_for", clause) and 2 * named >= len(clause.folded)


def caption_change(one: Heard) -> FactChange:
    """The document as something that exists; what it says is not known."""
    return FactChange(Topic.EXISTING, clean(one.text, 2 * _MAX_CAPTION), message_id=one.line.message_id)
