"""What the bot says next to a client who is telling about a project."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.brief import Topic
from chatbot.domain.guard import safe_words
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Event, Stage
from chatbot.domain.people import Contact
from chatbot.domain.questions import is_empty, open_topics
from chatbot.use_cases.chats import Rows, button, private, tell
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.language_model import Understanding, Wish
from chatbot.use_cases.listening.dialogue import words_of_people
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Choice, Part, Phrase, Reply, Say, Settle, Typing

MAX_SUGGESTION = 40


def continue_with(tx: Transaction, contact: Contact, lead: Lead, heard: Understanding, changed: bool) -> None:
    """The ordinary case: acknowledge, answer, and do what the lead's stage asks for."""
    if heard.unanswered:
        hand_off.pass_question(tx, contact, lead, heard.unanswered)
    match lead.stage:
        case Stage.LISTENING if heard.wish is Wish.SMALL_TALK and not changed:
            open_one = Phrase("question-still-open" if lead.questions else "nothing-yet")
            tell(tx, contact, *(spoken(tx, lead, heard) or (open_one,)), lead_id=lead.id)
        case Stage.LISTENING:
            _listen(tx, contact, lead, heard)
        case Stage.DRAFTING | Stage.REVIEWING if changed:
            redraft(tx, contact, lead, heard)
        case Stage.QUOTED | Stage.PAUSED | Stage.AGREED if changed:
            _offer_change(tx, contact, lead, heard)
        case _:
            words = spoken(tx, lead, heard) or (Phrase(f"noted-{lead.stage.value}"),)
            tell(tx, contact, *words, lead_id=lead.id, choices=((_human(tx, contact, lead),),))


def spoken(tx: Transaction, lead: Lead, heard: Understanding) -> tuple[Part, ...]:
    """The model's own sentences, those that hold nothing which only the founder may say."""
    words = _safe(tx, lead, heard.reply, heard.answer)
    parts: list[Part] = [text for text in words if text]
    if heard.unanswered or (heard.answer and not words[1]):
        parts.append(Phrase("question-passed-on"))
    return tuple(parts)


def _safe(tx: Transaction, lead: Lead, *texts: str) -> list[str]:
    """Each text of the model, or "" for one that holds what may not be said unseen."""
    said = words_of_people(tx, lead).numbers
    return [safe_words(text, tx.shop.company, said) for text in texts]


def _listen(tx: Transaction, contact: Contact, lead: Lead, heard: Understanding) -> None:
    topics = open_topics(lead.brief) if lead.questions < tx.shop.max_questions else ()
    if topics and (heard.ask or heard.question or is_empty(lead.brief)):
        ask(tx, contact, lead, heard, topics)
    elif is_empty(lead.brief):
        tell(tx, contact, *spoken(tx, lead, heard), Phrase("nothing-yet"), lead_id=lead.id)
    else:  # nothing left to ask, or nothing that would help
        draft(tx, contact, lead, heard)


def ask(tx: Transaction, contact: Contact, lead: Lead, heard: Understanding, topics: tuple[Topic, ...]) -> None:
    """One question, with answers to tap; Skip, Draft it now and Talk to a person are always at hand."""
    topic = heard.ask or topics[0]
    asked, *taps = _safe(tx, lead, heard.question, *heard.suggestions[:4])
    own = asked if heard.ask else ""
    question: Part = own or Phrase(f"question-{topic.value.replace('_', '-')}")
    suggestions = tuple(filter(None, taps)) if own else ()
    slot = f"question:{lead.id}"
    place = private(contact, transcript=True)
    tx.outbox.put(place, Settle(slot))
    reply = Reply((*spoken(tx, lead, heard), question), _question_rows(tx, contact, lead, topic, suggestions))
    tx.outbox.put(place, Say(reply, slot=slot, lead_id=lead.id))
    tx.leads.save(replace(lead, brief=lead.brief.with_asked(topic), questions=lead.questions + 1))


def _question_rows(tx: Transaction, contact: Contact, lead: Lead, topic: Topic, suggestions: tuple[str, ...]) -> Rows:
    taps = [_suggestion(tx, contact, lead, text[:MAX_SUGGESTION]) for text in suggestions]
    rows = [tuple(taps[start : start + 2]) for start in range(0, len(taps), 2)]
    skip = button(tx, "button-skip", "skip", contact, lead=lead.id, topic=topic.value)
    row = (skip,) if is_empty(lead.brief) else (skip, button(tx, "button-draft", "draft", contact, lead=lead.id))
    return (*rows, row, (_human(tx, contact, lead),))


def _suggestion(tx: Transaction, contact: Contact, lead: Lead, text: str) -> Choice:
    return Choice(text, tx.buttons.add("suggest", {"lead": lead.id, "text": text}, contact.id))


def _human(tx: Transaction, contact: Contact, lead: Lead) -> Choice:
    return button(tx, "button-human", "human", contact, lead=lead.id)


def draft(tx: Transaction, contact: Contact, lead: Lead, heard: Understanding | None = None) -> None:
    """Start to draw: the client sees one message that is edited as the steps finish."""
    lead = lead.after(Event.DRAFT_ASKED, tx.now)
    tx.leads.save(lead)
    place = private(contact)
    tx.outbox.put(place, Settle(f"question:{lead.id}"))
    if heard is not None and (words := spoken(tx, lead, heard)):
        tell(tx, contact, *words, lead_id=lead.id)
    start_drawing(tx, contact, lead)


def start_drawing(tx: Transaction, contact: Contact, lead: Lead) -> None:
    """Show the progress message and have the map drawn; the lead is in drafting already."""
    place = private(contact)
    tx.outbox.put(place, Say(Reply((Phrase("progress-reading"),)), slot=progress_slot(lead)))
    tx.outbox.put(place, Typing())
    tx.jobs.put("draft", f"draft:{lead.id}", tx.now, lead.id, {})


def progress_slot(lead: Lead) -> str:
    """The message that shows how far the draft is."""
    return f"progress:{lead.id}"


def redraft(tx: Transaction, contact: Contact, lead: Lead, heard: Understanding) -> None:
    """The client added something while the map was drawn or reviewed: it is drawn again with it."""
    tell(tx, contact, *spoken(tx, lead, heard), Phrase("added-to-draft"), lead_id=lead.id)
    lead = lead.after(Event.DRAFT_ASKED, tx.now)
    tx.leads.save(lead)
    start_drawing(tx, contact, lead)


def _offer_change(tx: Transaction, contact: Contact, lead: Lead, heard: Understanding) -> None:
    change = button(tx, "button-redo-quote", "change_scope", contact, lead=lead.id)
    rows = ((change,), (_human(tx, contact, lead),))
    tell(tx, contact, *spoken(tx, lead, heard), Phrase("change-noted"), choices=rows, lead_id=lead.id)


def offer_new_project(tx: Transaction, contact: Contact, lead: Lead) -> None:
    """Another project gets a lead of its own, so that two prices never mix."""
    rows = ((button(tx, "button-new-project", "new_project", contact),),)
    tell(tx, contact, Phrase("new-project-offer", {"lead": lead.id}), choices=rows, lead_id=lead.id)
