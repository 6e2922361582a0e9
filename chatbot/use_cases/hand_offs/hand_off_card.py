"""What the team sees of a hand-off: a card with all that was said and promised, and the transcript so far."""

from __future__ import annotations

import json

from chatbot.domain.approval import Approval
from chatbot.domain.brief import Fact, Topic
from chatbot.domain.lead import Author, Lead, Message, Promise, Quote
from chatbot.domain.people import Contact, HandOff
from chatbot.use_cases.chats import Rows, button
from chatbot.use_cases.names import full_name, label_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.quotes.quote_papers import has_arrived
from chatbot.use_cases.replies import Attachment, Part, Phrase, Recalled, Reply, Value, from_json
from chatbot.use_cases.shop import Shop

MOST_LINES = 15
MOST_LETTERS = 120


def slot_of(hand_off: HandOff) -> str:
    """The message that carries the card."""
    return f"hand-off:{hand_off.id}"


def about(client: Contact, lead: Lead) -> dict[str, Value]:
    """Whom and which project a sentence to the team is about."""
    return {"client": full_name(client), "lead": lead.id, "title": whole_title(lead)}


def topic_name(client: Contact, lead: Lead) -> str:
    """The name of a topic of the team's group; of somebody forgotten the pseudonym."""
    title = f" · {lead.title}" if lead.title else ""
    return f"{lead.id} · {label_name(client)}{title}"


def whole_title(lead: Lead) -> Value:
    """What the project is called, in full."""
    return Recalled("whole_title", lead.id, lead.title) if lead.title else Phrase("hand-off-untitled")


def card(tx: Transaction, hand_off: HandOff, summary: Part | None = None) -> Reply:
    """The card: who, why, by when, what is known, and every number and date that the client was told."""
    lead, client = tx.leads.find(hand_off.lead_id), tx.contacts.get(hand_off.contact_id)
    username = f"@{client.username}" if client.username else "–"
    reason = Phrase(f"hand-off-reason-{hand_off.reason.replace('_', '-')}")
    title = Phrase("hand-off-taken" if hand_off.reason == "taken_over" else "hand-off-wanted", about(client, lead))
    head = {**about(client, lead), "head": title, "username": username, "reason": reason, "by": hand_off.due_at}
    parts: list[Part] = [Phrase("hand-off-card", head)]
    if summary is not None:
        parts.append(summary)
    for text, lines in (
        ("hand-off-known", facts_known(tx.shop, lead)),
        ("hand-off-quotes", tuple(_quote(tx, client, quote) for quote in tx.quotes.of_lead(lead.id))),
        ("hand-off-told", _promises(tx, lead)),
    ):
        if lines:
            parts.append(Phrase(text, {"lines": lines}))
    where = "hand-off-how-topic" if tx.shop.team_chat_id is not None else "hand-off-how-private"
    return Reply((*parts, Phrase(where)), rows(tx, hand_off))


def rows(tx: Transaction, hand_off: HandOff) -> Rows:
    """Talk here (in private chats; a topic needs no switch) and Give back."""
    back = button(tx, "hand-off-button-back", "give_back", lead=hand_off.lead_id, hand_off=hand_off.id)
    if tx.shop.team_chat_id is not None:
        return ((back,),)
    talk = button(tx, "hand-off-button-talk", "talk", lead=hand_off.lead_id, hand_off=hand_off.id)
    return ((talk, back),)


def facts_known(shop: Shop, lead: Lead) -> tuple[Value, ...]:
    """What is known of the project, topic by topic, each with its label in the reader's language."""
    order = list(Topic)
    facts = sorted(lead.brief.facts, key=lambda fact: order.index(fact.topic))
    lines: list[Value] = [_fact(shop, fact) for fact in facts[:MOST_LINES]]
    if len(facts) > MOST_LINES:
        lines.append(Phrase("hand-off-more", {"count": len(facts) - MOST_LINES}))
    return tuple(lines)


def _fact(shop: Shop, fact: Fact) -> Phrase:
    text = "hand-off-fact" if fact.said else "hand-off-fact-assumed"
    told = _short(shop.told(fact.topic, fact.value))
    value = Phrase("hand-off-kind", {"kind": fact.value}) if fact.topic is Topic.KIND else told
    return Phrase(text, {"topic": Phrase("hand-off-topic", {"topic": fact.topic.value}), "value": value})


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1].rstrip() + "…"


def _quote(tx: Transaction, client: Contact, quote: Quote) -> Phrase:
    """A version with its price; one that still waits for a founder says aloud that the client was not told it."""
    known: dict[str, Value] = {"number": quote.number, "version": quote.version}
    if quote.price is None:
        return Phrase("hand-off-quote-unpriced", known)
    known["price"] = quote.price
    if quote.state is Approval.WAITING:
        return Phrase("hand-off-quote-untold", known)
    known["state"] = Phrase("hand-off-quote-state", {"state": quote.state.value})
    if quote.valid_until is None:  # set by the approval that sends it
        return Phrase("hand-off-quote-unsent", known)
    if client.blocked and not has_arrived(tx, client, quote.lead_id, quote.number):
        return Phrase("hand-off-quote-away", known)
    return Phrase("hand-off-quote-told", {**known, "until": quote.valid_until})


def _promises(tx: Transaction, lead: Lead) -> tuple[Value, ...]:
    """The times and deposits that the client was told; the prices stand with the quotes."""
    lines = [_promise(tx, promise) if promise.due_at else _deposit(promise) for promise in tx.promises.of_lead(lead.id)]
    return tuple(line for line in lines if line is not None)[-MOST_LINES:]


def _deposit(promise: Promise) -> Phrase | None:
    amount = from_json(json.loads(promise.args or "{}")).get("amount")
    return Phrase("hand-off-told-trial", {"amount": amount}) if amount is not None else None


def _promise(tx: Transaction, promise: Promise) -> Phrase:
    what = Phrase("hand-off-promise-what", {"kind": promise.kind})
    about: dict[str, Value] = {"what": what, "by": promise.due_at or promise.made_at, "made": promise.made_at}
    return Phrase(f"hand-off-promise-{promise.state(tx.now)}", about)


def transcript(tx: Transaction, hand_off: HandOff) -> Reply:
    """All that was written under the lead, as a text file with names and the shop's times."""
    lead, client = tx.leads.find(hand_off.lead_id), tx.contacts.get(hand_off.contact_id)
    lines = [f"{lead.id} · {label_name(client)} · {lead.title or '–'} ({tx.shop.zone.key})", ""]
    lines += [_line(tx, client, message) for message in tx.messages.of_contact(client.id, lead.id)]
    file = Attachment("text_file", f"lead-{lead.id}.txt", {"text": "\n".join(lines) + "\n"})
    return Reply((Phrase("hand-off-transcript", about(client, lead)),), attachment=file)


def _line(tx: Transaction, client: Contact, message: Message) -> str:
    match message.author:
        case Author.CLIENT:
            speaker = label_name(client)
        case Author.BOT:
            speaker = f"{tx.shop.name} (bot)"
        case Author.HUMAN:
            human = tx.contacts.get(message.author_id) if message.author_id is not None else None
            speaker = f"{label_name(human)} · {tx.shop.name}" if human else tx.shop.name
    at = message.at.astimezone(tx.shop.zone)
    return f"[{at:%Y-%m-%d %H:%M}] {speaker}: {message.text}"
