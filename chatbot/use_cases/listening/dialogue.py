"""A lead's transcript as the conversation that the language model is given."""

from __future__ import annotations

from chatbot.domain.added_words import Known
from chatbot.domain.lead import Author, Lead, Message
from chatbot.domain.questions import open_topics
from chatbot.use_cases.language_model import Conversation, Line
from chatbot.use_cases.ports import Transaction


def conversation_of(tx: Transaction, lead: Lead, frugal: bool = False) -> Conversation:
    """The lead's conversation, split into what was understood and what is new; `frugal` spares the model."""
    contact = tx.contacts.get(lead.client_id)
    lines = tx.messages.of_contact(contact.id, lead.id)
    old = [line for line in lines if line.id <= lead.understood_up_to or line.author is Author.BOT]
    new = [line for line in lines if line.id > lead.understood_up_to and line.author is not Author.BOT]
    return Conversation(
        brief=lead.brief,
        history=tuple(map(_line, old)),
        new=tuple(map(_line, new)),
        language=lead.language,
        interface=contact.language,
        founder_language=tx.shop.founder_language,
        open_topics=open_topics(lead.brief) if lead.questions < tx.shop.max_questions else (),
        frugal=frugal,
    )


def words_of_people(tx: Transaction, lead: Lead, *more: str) -> Known:
    """What people wrote last under this lead, with `more` after it, and what the shop says of itself: what a model
    may repeat."""
    lines = tx.messages.of_contact(lead.client_id, lead.id)
    written = (line.text for line in lines if line.author is not Author.BOT)
    return Known.latest((*written, *more), tx.shop.company)


def _line(message: Message) -> Line:
    return Line(message.author.value, message.text, message.id)
