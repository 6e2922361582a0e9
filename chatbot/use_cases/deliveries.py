"""What becomes of outbox rows: sent and noted, a topic opened, or never to arrive."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.lead import Author
from chatbot.domain.people import Contact, HandOffState
from chatbot.use_cases import presence, trouble
from chatbot.use_cases.chats import crew, everywhere, founders, private
from chatbot.use_cases.given_up import Reason, reason, told
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.hand_offs.hand_off_card import about, topic_name
from chatbot.use_cases.names import full_name
from chatbot.use_cases.note_ports import moved_mark
from chatbot.use_cases.ports import NewMessage, Outgoing, Transaction
from chatbot.use_cases.replies import CloseTopic, Edit, OpenTopic, Part, Phrase, RenameTopic, Reply, Say, Value


def sent(tx: Transaction, item: Outgoing, message_id: int | None, text: str) -> bool:
    """Finish the row; what the bot said to a client joins the transcript, now that it has arrived."""
    if not tx.outbox.sent(item, message_id):
        return False
    if item.place.transcript is not None and message_id is not None:
        _note(tx, item, item.place.transcript, message_id, text)
    return True


def _note(tx: Transaction, item: Outgoing, contact_id: int, message_id: int, text: str) -> None:
    """A line of the transcript: the words and the name of the file that came with them."""
    action = item.action
    attachment = action.reply.attachment if isinstance(action, (Say, Edit)) else None
    lead_id = getattr(action, "lead_id", None) or tx.outbox.lead_of(item.place.chat_id, message_id)
    line = NewMessage(
        contact_id=contact_id,
        lead_id=lead_id,
        author=Author.BOT,
        author_id=None,
        kind="document" if attachment else "text",
        text="\n".join(part for part in (text, f"[{attachment.name}]" if attachment else "") if part),
        chat_id=item.place.chat_id,
        telegram_id=message_id,
        source_key=f"o:{item.id}",
    )
    tx.messages.add(line)


def topic_opened(tx: Transaction, item: Outgoing, topic_id: int) -> None:
    """Note the topic at its hand-off: all that waits for the room goes there.

    Where the client was forgotten meanwhile, what was to close it has come too early.
    """
    if not isinstance(item.action, OpenTopic):
        return
    standing = replace(tx.hand_offs.get(item.action.hand_off_id), topic_id=topic_id)
    tx.hand_offs.save(standing)
    client = tx.contacts.get(standing.contact_id)
    if client.is_forgotten:
        hand_off.close_topic(tx, item.place, client, standing)


def undeliverable(tx: Transaction, item: Outgoing, why: Reason, words: str = "") -> None:
    """Finish a row that will never arrive; `words` are Telegram's fixed ones."""
    if why is Reason.GONE and _into_new_topic(tx, item):
        return
    kept = reason(why, words)
    tx.outbox.set_aside(item, kept)
    if why is Reason.GONE:
        return
    if item.place.chat_id == tx.shop.team_chat_id:
        _lost_in_group(tx, item, why, kept)
    elif why is Reason.BLOCKED:
        _blocked(tx, item)
    else:
        _tell_of_aside(tx, item, kept)


def _tell_of_aside(tx: Transaction, item: Outgoing, kept: str) -> None:
    """Told once an hour of each person, and anew where a founder had it tried again."""
    if trouble.is_news(tx, tx.contacts.by_telegram(item.place.chat_id)):
        lost = Phrase("undeliverable", {"who": _who(tx, item), "why": told(kept)})
        _tell_founders(tx, item, lost, f"row:{item.id}:{tx.random_bytes(6).hex()}")


def _blocked(tx: Transaction, item: Outgoing) -> None:
    """The person has blocked the bot; where nobody talks with them, the founders hear what that costs."""
    contact = tx.contacts.by_telegram(item.place.chat_id)
    if contact is None:
        tx.outbox.drop_chat(item.place.chat_id)
        return
    presence.gone(tx, contact)
    if tx.hand_offs.open_of(contact.id) is None and item.place.transcript is not None:
        _tell_of_lost_words(tx, item, contact)


def _tell_of_lost_words(tx: Transaction, item: Outgoing, contact: Contact) -> None:
    """A quote or another word did not reach a client whom no person talks with: the founders hear it once a day."""
    leads = tx.leads.of_client(contact.id)
    if leads:
        gone = Phrase("undeliverable-blocked", about(contact, leads[-1]))
        _tell_founders(tx, item, gone, _today(tx, f"blocked:{contact.id}"))


# ---- the team's group ---------------------------------------------------------------------------------------------


def _lost_in_group(tx: Transaction, item: Outgoing, why: Reason, kept: str) -> None:
    if why is Reason.BLOCKED:
        _into_private_chats(tx, item)
        _tell_founders(tx, item, Phrase("undeliverable-group"), _today(tx, "group"))
    elif isinstance(item.action, OpenTopic):
        _without_topic(tx, item.action)
        _tell_founders(tx, item, Phrase("undeliverable-topic"), _today(tx, "topic"))
    else:
        _tell_of_aside(tx, item, kept)


def _without_topic(tx: Transaction, opening: OpenTopic) -> None:
    """What waits goes to the group's general chat, and not round and round in search of a topic that was deleted."""
    tx.hand_offs.save(replace(tx.hand_offs.get(opening.hand_off_id), topic_id=None))


def _into_new_topic(tx: Transaction, item: Outgoing) -> bool:
    """The topic was deleted: another is opened just before this row, which keeps its place before all that waits.

    False where there is nothing to say any more, because the chat was given back.
    """
    standing = tx.hand_offs.get(item.place.hand_off_id) if item.place.hand_off_id is not None else None
    if standing is None or standing.state is HandOffState.CLOSED:
        return False
    if standing.topic_id == item.topic_id:
        client, lead = tx.contacts.get(standing.contact_id), tx.leads.find(standing.lead_id)
        opening = OpenTopic(standing.id, topic_name(client, lead))
        tx.outbox.put_before(item, opening, f"topic:{standing.id}:{item.topic_id}")
    tx.outbox.again(item, tx.now)
    return True


def _into_private_chats(tx: Transaction, item: Outgoing) -> None:
    """The bot is no longer in the group: the crew gets in private what it would have read there."""
    if not isinstance(item.action, (OpenTopic, RenameTopic, CloseTopic)):
        everywhere(tx, [private(one, item.place.subject) for one in crew(tx)], item.action)


def group_moved(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup with another id. Where it is the team's it stays so, whatever the settings name."""
    tx.outbox.move_chat(old, new)
    if old != tx.shop.team_chat_id:
        return
    tx.marks.set(moved_mark(old), str(new))
    for founder in founders(tx):
        say = Say(Reply((Phrase("group-moved", {"chat": str(new)}),)))
        tx.outbox.put(private(founder), say, f"moved:{new}:{founder.id}")


# ---- the founders -------------------------------------------------------------------------------------------------


def _tell_founders(tx: Transaction, item: Outgoing, told: Part, key: str) -> None:
    """Once for each key, and never about a notice of this very kind, which would go round in circles."""
    if item.key.startswith("undeliverable:"):
        return
    for founder in founders(tx):
        say = Say(Reply((told,)))
        tx.outbox.put(private(founder, item.place.subject), say, f"undeliverable:{key}:{founder.id}")


def _who(tx: Transaction, item: Outgoing) -> Value:
    if item.place.chat_id == tx.shop.team_chat_id:
        return Phrase("aside-group")
    contact: Contact | None = tx.contacts.by_telegram(item.place.chat_id)
    return full_name(contact) if contact is not None else "–"


def _today(tx: Transaction, what: str) -> str:
    return f"{what}:{tx.now.astimezone(tx.shop.zone):%Y-%m-%d}"
