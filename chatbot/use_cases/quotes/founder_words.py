"""A founder's own words to a client while the bot speaks: sent as theirs, translated where a model can."""

from __future__ import annotations

from chatbot.domain.lead import Author, Lead
from chatbot.domain.people import Contact
from chatbot.use_cases.chats import private
from chatbot.use_cases.hand_offs import translation
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import NewMessage, Transaction
from chatbot.use_cases.replies import Phrase, Reply, Say


def say_as_founder(tx: Transaction, actor: Contact, lead: Lead, heard: Heard, said: Phrase) -> None:
    """Send a founder's own words to the client as theirs; a translation joins them where there is one."""
    client = tx.contacts.get(lead.client_id)
    line = NewMessage(
        client.id,
        lead.id,
        Author.HUMAN,
        actor.id,
        "text",
        heard.text,
        heard.chat_id,
        heard.message_id,
        heard.source_key,
    )
    stored = tx.messages.add(line)
    if stored is not None:
        tx.outbox.put(private(client), Say(Reply((said,)), slot=translation.slot_of(stored), lead_id=lead.id))
        translation.for_client(tx, actor, lead, stored)
