"""The client's side of the conversation: every message is stored first, then understood, then answered once.

`receive` stores a message and, while the bot speaks, moves the job "answer" a few seconds ahead, so that a burst of
fragments gets one answer. `prepare_answer` hands the model what is new; `apply_answer` takes its word as data and
decides by our own rules what is said next.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from chatbot.domain.added_words import adds_something
from chatbot.domain.brief import Brief, FactChange, Topic, clean
from chatbot.domain.lead import Author, Lead, Message
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact, interface_language
from chatbot.domain.questions import is_empty
from chatbot.domain.speaker import Speaker
from chatbot.use_cases import newcomers
from chatbot.use_cases.chats import button, private, tell
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.language_model import Answered, Conversation, Line, Understanding, Wish
from chatbot.use_cases.listening import next_words
from chatbot.use_cases.listening.dialogue import conversation_of, words_of_people
from chatbot.use_cases.ports import Job, NewMessage, Transaction
from chatbot.use_cases.referrals import referral_news
from chatbot.use_cases.replies import Phrase, Typing
from chatbot.use_cases.routing import Work

_WORDLESS = re.compile(r"^\[\w+\]$")  # "[sticker]": see _store
_MOST_ASKED = 300  # characters
_MORE_TO_READ = timedelta(seconds=5)  # before looking again whether all that a flood brought is read
WITH_FILE = frozenset({"photo", "document", "voice", "audio", "video"})


def current_lead(tx: Transaction, contact: Contact) -> Lead | None:
    """The lead that the client is talking about: the chosen one, else the newest open one."""
    leads = tx.leads.of_client(contact.id)
    chosen = [lead for lead in leads if lead.id == contact.current_lead and lead.is_open]
    still_open = chosen or [lead for lead in leads if lead.is_open][-1:]
    return still_open[0] if still_open else None


def new_lead(tx: Transaction, contact: Contact, language: str) -> Lead:
    """A new lead of this client, credited to whoever brought them, and made the current one."""
    referral = tx.referrals.of_client(contact.id)
    in_time = referral is not None and tx.now < referral.protected_until
    lead = tx.leads.add(contact.id, language, referral.id if referral and in_time else None)
    tx.contacts.save(replace(tx.contacts.get(contact.id), current_lead=lead.id))
    return lead


def receive(tx: Transaction, contact: Contact, heard: Heard) -> None:
    """One message of a client: stored once, then answered, collected or passed on, as the speaker demands."""
    lead = lead_of(tx, contact, heard)
    stored = _store(tx, contact, lead, heard)
    if stored is None:
        return
    heard = newcomers.without_surplus(tx, contact, lead, heard)
    if stored.kind in WITH_FILE and heard.file is None and not heard.text:
        return
    if contact.speaker is not Speaker.BOT:
        hand_off.relay_to_team(tx, contact, lead, heard, stored)
    elif not lead.is_open:
        _after_closing(tx, contact, lead, heard)
    elif heard.kind == "text" or heard.text:
        answer_soon(tx, contact, lead, tx.shop.burst)
    elif heard.kind != "voice":
        note = "heard-file" if heard.kind in WITH_FILE else "heard-unreadable"
        tell(tx, contact, Phrase(note), lead_id=lead.id)
    if heard.kind in WITH_FILE and heard.file is not None:
        _hear_file(tx, contact, lead, heard, stored)


def lead_of(tx: Transaction, contact: Contact, heard: Heard) -> Lead:
    """What a client's words, or their wish for a person, are about: the lead of an open hand-off, else the current
    one; after the last was closed they still belong to it, until the client begins another."""
    handed = None if contact.speaker is Speaker.BOT else tx.hand_offs.open_of(contact.id)
    lead = tx.leads.find(handed.lead_id) if handed else current_lead(tx, contact)
    if lead is not None:
        return lead
    closed = tx.leads.of_client(contact.id)
    return closed[-1] if closed else new_lead(tx, contact, heard.person.language_code or contact.language)


def _after_closing(tx: Transaction, contact: Contact, lead: Lead, heard: Heard) -> None:
    if heard.text:
        hand_off.pass_question(tx, contact, lead, heard.text)
    rows = ((button(tx, "button-new-project", "new_project", contact),),)
    tell(tx, contact, Phrase(f"noted-{lead.stage.value}"), choices=rows, lead_id=lead.id)


def _store(tx: Transaction, contact: Contact, lead: Lead, heard: Heard) -> Message | None:
    text = heard.text or ("" if heard.kind == "text" else f"[{heard.kind}]")
    line = NewMessage(
        contact.id, lead.id, Author.CLIENT, None, heard.kind, text, heard.chat_id, heard.message_id, heard.source_key
    )
    return tx.messages.add(line)


def _hear_file(tx: Transaction, contact: Contact, lead: Lead, heard: Heard, stored: Message) -> None:
    file = heard.file
    hears = tx.shop.translates and not newcomers.spares_model(tx, contact.id)
    if heard.kind == "voice" and hears and file is not None:
        payload = {"message": stored.id, "contact": contact.id, "file": file.file_id, "name": file.name}
        tx.jobs.put("transcribe", f"transcribe:{stored.id}", tx.now, lead.id, payload)
    elif heard.kind == "voice" and contact.speaker is Speaker.BOT:
        tell(tx, contact, Phrase("heard-voice-unheard"), lead_id=lead.id)
    if contact.speaker is Speaker.BOT:
        hand_off.show_file_to_founders(tx, contact, lead, heard)


def answer_soon(tx: Transaction, contact: Contact, lead: Lead, wait: timedelta, silent: bool = False) -> None:
    """Have the client's new lines understood after `wait`; `silent` merges the facts and says nothing."""
    payload = {"contact": contact.id, "silent": silent}
    tx.jobs.put("answer", f"answer:{lead.id}", tx.now + wait, lead.id, payload)
    if not silent:
        tx.outbox.put(private(contact), Typing())


def prepare_answer(tx: Transaction, job: Job) -> Conversation | None:
    """What the model is given; None where the lead is closed or nothing is to be done."""
    lead = tx.leads.find(job.lead_id or 0)
    if not lead.is_open:
        return None
    if tx.inbox.waits(tx.contacts.get(lead.client_id).telegram_id):
        tx.jobs.put(job.kind, job.key, tx.now + _MORE_TO_READ, lead.id, job.payload)  # one answer for all of it
        return None
    return conversation_of(tx, lead, frugal=newcomers.spares_model(tx, lead.client_id))


def apply_answer(tx: Transaction, job: Job, conversation: Conversation, answer: Answered[Understanding]) -> None:
    """Take what was understood into the brief and say the next thing, unless a person speaks by now."""
    lead, heard = tx.leads.find(job.lead_id or 0), answer.value
    if heard.ask not in conversation.open_topics:
        heard = replace(heard, ask=None)
    if conversation.new and not any(map(_says_something, conversation.new)):
        heard = Understanding(lead.language, wish=Wish.SMALL_TALK)  # emoji or dots: nothing to read into
    if not lead.is_open:
        return
    heard = _asked_in_own_words(tx, lead, conversation, heard)
    lead, changed = _merge(tx, lead, conversation, heard)
    if changed:
        referral_news.tell_referrer(tx, lead, "talked")
    contact = _follow_language(tx, tx.contacts.get(lead.client_id), heard.language)
    if job.payload.get("silent") or contact.speaker is not Speaker.BOT:
        return
    if heard.wish is Wish.HUMAN:
        hand_off.open_for(tx, contact, lead, "asked")
    elif heard.wish is Wish.DRAFT_NOW and lead.stage is Stage.LISTENING and not is_empty(lead.brief):
        next_words.draft(tx, contact, lead, heard)
    elif heard.wish is Wish.NEW_PROJECT and not changed:
        next_words.offer_new_project(tx, contact, lead)
    else:
        next_words.continue_with(tx, contact, lead, heard, changed)


def _says_something(line: Line) -> bool:
    """Whether there is a letter or a digit in it, beside the mark of what was sent without words."""
    return any(letter.isalnum() for letter in _WORDLESS.sub("", line.text))


def _asked_in_own_words(tx: Transaction, lead: Lead, conversation: Conversation, heard: Understanding) -> Understanding:
    """A question goes to the founder in the client's name: one with an amount or a link of the model's own gives way
    to what the client wrote."""
    if not heard.unanswered or not adds_something(heard.unanswered, words_of_people(tx, lead)):
        return heard
    return replace(heard, unanswered=clean(" ".join(line.text for line in conversation.new), _MOST_ASKED))


def _merge(tx: Transaction, lead: Lead, conversation: Conversation, heard: Understanding) -> tuple[Lead, bool]:
    known = {line.message_id for line in (*conversation.history, *conversation.new)}
    changes = [change if change.message_id in known else replace(change, message_id=None) for change in heard.changes]
    brief = lead.brief.changed(_without_added_names(tx, lead, changes))
    changed = brief != lead.brief
    last = max((line.message_id or 0 for line in conversation.new), default=0)
    lead = replace(
        lead,
        brief=brief,
        title=_title(tx, lead, brief),
        language=heard.language or lead.language,
        understood_up_to=max(lead.understood_up_to, last),
        revision=lead.revision + changed,
    )
    tx.leads.save(lead)
    return lead, changed


def _without_added_names(tx: Transaction, lead: Lead, changes: list[FactChange]) -> list[FactChange]:
    """The purpose names the project to the client: an amount or a link in it must be of somebody's own writing."""
    if not any(change.topic is Topic.PURPOSE for change in changes):
        return changes
    said = words_of_people(tx, lead)
    return [change for change in changes if change.topic is not Topic.PURPOSE or not adds_something(change.value, said)]


def _title(tx: Transaction, lead: Lead, brief: Brief) -> str:
    """What the client wants; once it was drafted, the title that stands on the quote."""
    if lead.title and tx.quotes.of_lead(lead.id):
        return lead.title
    return (brief.first(Topic.PURPOSE) or lead.title)[:80]


def _follow_language(tx: Transaction, contact: Contact, tag: str) -> Contact:
    """Speak the language that the client writes, unless they chose one; one that we lack stays as it is."""
    language = interface_language(tag)
    ours = tag.lower().replace("_", "-").split("-")[0] == language
    if contact.language_chosen or not ours or language == contact.language:
        return contact
    contact = replace(contact, language=language)
    tx.contacts.save(contact)
    return contact


def answer_failed(tx: Transaction, job: Job) -> None:
    """Nothing could be understood after all tries: the words are kept, and a person reads them."""
    lead = tx.leads.find(job.lead_id or 0)
    contact = tx.contacts.get(lead.client_id)
    if contact.speaker is Speaker.BOT and lead.is_open:
        hand_off.open_for(tx, contact, lead, "asked")


WORK = {"answer": Work(prepare_answer, apply_answer, answer_failed, shows_typing=True)}
