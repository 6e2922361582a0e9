"""The buttons under a question: an answer to tap, Skip, Draft it now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from chatbot.domain.brief import Topic
from chatbot.domain.errors import IllegalStep
from chatbot.domain.lead import Author, Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact
from chatbot.domain.questions import is_empty
from chatbot.use_cases.chats import private
from chatbot.use_cases.incoming import Pressed
from chatbot.use_cases.listening import next_words
from chatbot.use_cases.listening.conversation import answer_soon
from chatbot.use_cases.ports import NewMessage, Transaction
from chatbot.use_cases.replies import Notice, Settle
from chatbot.use_cases.routing import Args, Press, Rule

AT_ONCE = timedelta(0)


def _listening(tx: Transaction, args: Args) -> Lead:
    lead = tx.leads.find(int(args["lead"]))
    if lead.stage is not Stage.LISTENING:
        raise IllegalStep("refused-question-over")
    return lead


def suggest(tx: Transaction, actor: Contact, pressed: Pressed, args: Args) -> Notice:
    """A tapped answer is a message of the client's like any other."""
    lead, text = _listening(tx, args), str(args["text"])
    key = f"b:{pressed.token}"
    line = NewMessage(actor.id, lead.id, Author.CLIENT, None, "text", text, pressed.chat_id, None, key)
    tx.messages.add(line)
    tx.outbox.put(private(actor), Settle(f"question:{lead.id}"))
    answer_soon(tx, actor, lead, AT_ONCE)
    return Notice("notice-tapped", {"text": text})


def skip(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The client would rather not say: the topic is not asked again."""
    lead = _listening(tx, args)
    tx.leads.save(replace(lead, brief=lead.brief.with_skipped(Topic(str(args["topic"])))))
    tx.outbox.put(private(actor), Settle(f"question:{lead.id}"))
    answer_soon(tx, actor, lead, AT_ONCE)
    return Notice("notice-skipped")


def draft_now(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Draw with what is known, reading first what has just been written."""
    lead = _listening(tx, args)
    if is_empty(lead.brief):
        raise IllegalStep("refused-nothing-known")
    next_words.draft(tx, actor, lead)
    return Notice()


PRESSES = {
    "suggest": Press(Rule.ANYBODY, suggest),
    "skip": Press(Rule.ANYBODY, skip),
    "draft": Press(Rule.ANYBODY, draft_now, once=False),  # the stage decides, and says why not
}
