"""From a brief to a quote version that waits for the founder.

The model draws the map; our code cleans it, prices it and makes the version. A brief that changed while the map was
drawn is drawn again; a lead that has moved on keeps what it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from chatbot.domain.added_words import adds_something
from chatbot.domain.approval import Approval, Decision, decided
from chatbot.domain.brief import clean
from chatbot.domain.calibration import calibrated
from chatbot.domain.lead import Author, Lead, Quote, fingerprint
from chatbot.domain.lead_flow import Event, Stage
from chatbot.domain.mind_map import MindMap, difference
from chatbot.domain.money import PriceRange
from chatbot.domain.people import Contact
from chatbot.domain.pricing import Estimate, estimate
from chatbot.domain.speaker import Speaker
from chatbot.use_cases import newcomers
from chatbot.use_cases.chats import private, tell, tell_founders
from chatbot.use_cases.language_model import Answered, Conversation, Draft, Origin
from chatbot.use_cases.listening.dialogue import conversation_of, words_of_people
from chatbot.use_cases.listening.next_words import progress_slot
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.quotes import founder_card
from chatbot.use_cases.replies import Edit, Part, Phrase, Reply
from chatbot.use_cases.routing import Work

REVIEW = "promise-review"


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a map is drawn from: the conversation at a revision of its brief, and what the founder has already
    said about earlier versions, which holds for the new one too."""

    conversation: Conversation
    revision: int
    edits: str = field(repr=False)


def prepare_draft(tx: Transaction, job: Job) -> Drafting | None:
    """The whole conversation for the model; the client sees the next step."""
    lead = tx.leads.find(job.lead_id or 0)
    if lead.stage is not Stage.DRAFTING:
        return None
    client = tx.contacts.get(lead.client_id)
    tx.outbox.put(private(client), Edit(progress_slot(lead), Reply((Phrase("progress-drawing"),))))
    last = _last(tx, lead)
    conversation = conversation_of(tx, lead, frugal=newcomers.spares_model(tx, client.id))
    return Drafting(conversation, lead.revision, last.edits if last else "")


def _last(tx: Transaction, lead: Lead) -> Quote | None:
    versions = tx.quotes.of_lead(lead.id)
    return versions[-1] if versions else None


def apply_draft(tx: Transaction, job: Job, prepared: Drafting, answer: Answered[Draft]) -> None:
    """Make the version, put it before the founder, and tell the client who checks it and by when."""
    lead = tx.leads.find(job.lead_id or 0)
    if lead.stage is not Stage.DRAFTING:
        return
    if lead.revision != prepared.revision:
        tx.jobs.put("draft", f"draft:{lead.id}", tx.now + timedelta(seconds=1), lead.id, {})
        return
    last = _last(tx, lead)
    quote = new_version(tx, lead, answer.value, answer.origin, edits=prepared.edits)
    lead = replace(lead.after(Event.DRAFTED, tx.now), title=_title(tx, lead, quote))
    tx.leads.save(lead)
    founder_card.send(tx, lead, quote, changes=_since(last, quote), written=_written_since(tx, lead, last))
    if last is not None and last.by_founder:
        dropped = Phrase("edit-range-dropped", {"price": last.price or "–", "version": last.version})
        tell_founders(tx, lead.client_id, dropped)
    _tell_client(tx, lead, quote)


def _title(tx: Transaction, lead: Lead, quote: Quote) -> str:
    """The map's title, which the client sees from now on, before anybody has approved it."""
    title = quote.mind_map.title.client
    return lead.title if not title or adds_something(title, words_of_people(tx, lead)) else title


def _since(last: Quote | None, quote: Quote) -> Part | None:
    if last is None:
        return None
    change = difference(last.mind_map, quote.mind_map)
    if not change and last.price == quote.price:
        return None
    return founder_card.changes_between(change, last, quote)


def _written_since(tx: Transaction, lead: Lead, last: Quote | None) -> tuple[str, ...]:
    """The client's own words since the last version, so that an answer to the founder is read as it was given."""
    if last is None:
        return ()
    lines = tx.messages.of_contact(lead.client_id, lead.id)
    return tuple(
        clean(line.text, 200) for line in lines if line.author is Author.CLIENT and line.at >= last.created_at
    )[-founder_card.SHOWN :]


def _tell_client(tx: Transaction, lead: Lead, quote: Quote) -> None:
    drawn = quote.price is not None
    client = tx.contacts.get(lead.client_id)
    due = tx.shop.hours.after(tx.now, tx.shop.review_time)
    done = Phrase("progress-done" if drawn else "progress-handed")
    tx.outbox.put(private(client), Edit(progress_slot(lead), Reply((done,))))
    if client.speaker is Speaker.BOT:
        tell(tx, client, Phrase("review-promised" if drawn else "review-promised-read", {"by": due}), lead_id=lead.id)
    tx.promises.add(lead.id, REVIEW, "{}", due)
    tx.jobs.put("review_due", f"review_due:{lead.id}", due, lead.id, {})


def new_version(
    tx: Transaction,
    lead: Lead,
    draft: Draft,
    origin: Origin,
    price: PriceRange | None = None,
    edits: str = "",
) -> Quote:
    """The next version of the lead's quote; it supersedes every earlier one that was still open.

    `price` is the range that the founder sets; without it the computed one is told. `edits` are the founder's words
    that it carries out.
    """
    for old in tx.quotes.of_lead(lead.id):
        if old.state in (Approval.WAITING, Approval.APPROVED, Approval.ACCEPTED, Approval.EXPIRED):
            tx.quotes.save(replace(old, state=decided(old.state, Decision.SUPERSEDE)))
            founder_card.close(tx, lead, old, "superseded")
    mind_map = draft.mind_map.cleaned()
    quote = replace(_unpriced(tx, lead, mind_map, draft, origin), edits=edits)
    found = _estimated(tx, mind_map, draft)
    if found is not None:
        quote = replace(
            quote,
            computed=found.price,
            price=price or found.price,
            by_founder=price is not None,
            days=found.days,
            weeks=found.weeks,
            raw_centre=found.raw_centre,
            raw_spread=found.raw_spread,
        )
    quote = tx.quotes.add(quote)
    quote = replace(quote, fingerprint=fingerprint(quote, tx.shop.terms))
    tx.quotes.save(quote)
    return quote


def _estimated(tx: Transaction, mind_map: MindMap, draft: Draft) -> Estimate | None:
    efforts = [feature.effort for feature in mind_map.features()]
    if draft.concern or not efforts:
        return None
    return estimate(efforts, tx.shop.card, calibrated(tx.quotes.outcomes()))


def _unpriced(tx: Transaction, lead: Lead, mind_map: MindMap, draft: Draft, origin: Origin) -> Quote:
    return Quote(
        id=0,
        lead_id=lead.id,
        version=len(tx.quotes.of_lead(lead.id)) + 1,
        number="",
        mind_map=mind_map,
        language=draft.language,
        state=Approval.WAITING,
        created_at=tx.now,
        fingerprint="",
        concern=draft.concern,
        source=origin.model,
        fallback=origin.fallback,
        valid_days=tx.shop.quote_valid_days,
    )


def draft_failed(tx: Transaction, job: Job) -> None:
    """No map could be drawn at all: the client hears an honest word, the founders take it from here."""
    lead = tx.leads.find(job.lead_id or 0)
    client: Contact = tx.contacts.get(lead.client_id)
    tell(tx, client, Phrase("draft-failed"), lead_id=lead.id)
    tell_founders(tx, client.id, Phrase("draft-failed-founder", {"lead": lead.id, "client": full_name(client)}))


def prepare_review_due(tx: Transaction, job: Job) -> Lead | None:
    """The lead, where the founder has not decided by the promised time."""
    lead = tx.leads.find(job.lead_id or 0)
    return lead if lead.stage is Stage.REVIEWING else None


def remind_review(tx: Transaction, _job: Job, lead: Lead, _answer: None) -> None:
    """The promised time has come: the founders are reminded, the client gets an honest word and a new time."""
    client = tx.contacts.get(lead.client_id)
    tell_founders(tx, client.id, Phrase("review-late-founder", {"lead": lead.id, "client": full_name(client)}))
    due = tx.shop.hours.after(tx.now, tx.shop.review_time)
    tell(tx, client, Phrase("review-late", {"by": due}), lead_id=lead.id)
    tx.promises.add(lead.id, REVIEW, "{}", due)
    tx.jobs.put("review_due", f"review_due:{lead.id}:{due:%Y%m%d%H%M}", due, lead.id, {})


WORK = {
    "draft": Work(prepare_draft, apply_draft, draft_failed, shows_typing=True),
    "review_due": Work(prepare_review_due, remind_review),
}
