"""The founder's edit in plain words: a new version whose difference to the last is shown, and asked for again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chatbot.domain.amounts import find_range_command
from chatbot.domain.approval import Approval
from chatbot.domain.brief import clean
from chatbot.domain.errors import IllegalStep, NotUnderstood, Refusal
from chatbot.domain.lead import Lead, Quote
from chatbot.domain.lead_flow import Event, next_stage
from chatbot.domain.mind_map import difference, excluding
from chatbot.domain.money import Money, PriceRange
from chatbot.domain.people import Contact, Expecting
from chatbot.use_cases.chats import private, tell, tell_founders
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.language_model import Answered, Conversation, Draft, Origin
from chatbot.use_cases.listening.dialogue import conversation_of
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.quotes import founder_card
from chatbot.use_cases.quotes.draft_quote import new_version
from chatbot.use_cases.replies import Edit, Notice, Phrase, Reply, Say, Typing
from chatbot.use_cases.routing import Args, Expected, Press, Rule, Work

EDITABLE = frozenset({Approval.WAITING, Approval.APPROVED})


def start_editing(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Ask the founder what to change."""
    lead, quote = _editable(tx, args)
    _wait_for_words(tx, actor, quote)
    question = Reply((Phrase("edit-what", {"lead": lead.id, "version": quote.version}),))
    tx.outbox.put(private(actor, lead.client_id), Say(question, ask=True))
    return Notice()


def _wait_for_words(tx: Transaction, actor: Contact, quote: Quote) -> None:
    """What the founder writes next is the edit, even while they talk with a client: it must not go to anybody."""
    waiting = Expecting("edit", {"quote": quote.id, "lead": quote.lead_id})
    tx.contacts.save(replace(tx.contacts.get(actor.id), expecting=waiting))


def _editable(tx: Transaction, args: Args) -> tuple[Lead, Quote]:
    quote = tx.quotes.get(int(args["quote"]))
    lead = tx.leads.find(quote.lead_id)
    if quote.state not in EDITABLE:
        newest = tx.quotes.of_lead(lead.id)[-1]
        raise IllegalStep(f"refused-quote-{quote.state.value}", version=newest.version)
    next_stage(lead.stage, Event.EDITED)
    return lead, quote


def edit(tx: Transaction, actor: Contact, heard: Heard, about: Args) -> None:
    """Take the founder's words: a range is read by our own code, the rest goes to the model."""
    lead, quote = _editable(tx, about)
    words = clean(heard.text, 2000)
    if not words:
        raise Refusal("refused-text-only")
    price, rest = _range_in(tx, words)
    if rest:
        payload = {
            "quote": quote.id,
            "words": rest,
            "actor": actor.id,
            "range": [price.low.minor, price.high.minor] if price else None,
        }
        tx.jobs.put("revise", f"revise:{quote.id}", tx.now, lead.id, payload)
        tell(tx, actor, Phrase("edit-working"), slot=f"edit:{quote.id}")
        tx.outbox.put(private(actor), Typing())
    elif price is not None:
        same = Draft(quote.mind_map, quote.language, quote.concern)
        _revised(tx, actor, quote, Answered(same, Origin(quote.source, fallback=quote.fallback)), price)


def _range_in(tx: Transaction, words: str) -> tuple[PriceRange | None, str]:
    try:
        found, rest = find_range_command(words, tx.shop.currency)
    except NotUnderstood:
        raise Refusal("refused-range") from None
    return (None if found is None else _founders_range(tx, *found)), rest


def _founders_range(tx: Transaction, low: Money, high: Money) -> PriceRange:
    if low < tx.shop.card.step:
        raise Refusal("refused-range-small", step=tx.shop.card.step)
    return PriceRange(low, Money((low.minor + high.minor) // 2, low.currency), high)


def prepare_revision(tx: Transaction, job: Job) -> tuple[Draft, str, Conversation] | None:
    """The version to change, the founder's words, and the conversation it came from."""
    quote = tx.quotes.get(int(job.payload["quote"]))
    if quote.state not in EDITABLE:
        return None
    lead = tx.leads.find(quote.lead_id)
    draft = Draft(quote.mind_map, quote.language, quote.concern)
    return draft, str(job.payload["words"]), conversation_of(tx, lead)


def apply_revision(tx: Transaction, job: Job, _prepared: Any, answer: Answered[Draft]) -> None:
    """Make the new version, or say that the words changed nothing."""
    quote = tx.quotes.get(int(job.payload["quote"]))
    actor = tx.contacts.get(int(job.payload["actor"]))
    if quote.state not in EDITABLE:
        tell(tx, actor, Phrase("edit-overtaken", {"version": tx.quotes.of_lead(quote.lead_id)[-1].version}))
        return
    ends, currency = job.payload.get("range"), tx.shop.currency
    price = _founders_range(tx, Money(ends[0], currency), Money(ends[1], currency)) if ends else None
    if price is None and not difference(quote.mind_map, answer.value.mind_map.cleaned()) and _same(quote, answer.value):
        tell(tx, actor, Phrase("edit-nothing", {"words": str(job.payload["words"])}))
        _wait_for_words(tx, actor, quote)
        return
    _revised(tx, actor, quote, answer, price, str(job.payload["words"]))


def _same(quote: Quote, draft: Draft) -> bool:
    return quote.mind_map == draft.mind_map.cleaned() and quote.concern == draft.concern


def _revised(
    tx: Transaction, actor: Contact, old: Quote, answer: Answered[Draft], price: PriceRange | None, words: str = ""
) -> None:
    lead = tx.leads.find(old.lead_id)
    answer = replace(answer, value=replace(answer.value, mind_map=excluding(old.mind_map, answer.value.mind_map)))
    was_sent = old.state is Approval.APPROVED
    new = new_version(tx, lead, answer.value, answer.origin, price, f"{old.edits}\n{words}".strip())
    lead = lead.after(Event.EDITED, tx.now)
    tx.leads.save(lead)
    changes = founder_card.changes_between(difference(old.mind_map, new.mind_map), old, new)
    if words:
        tx.outbox.put(private(actor), Edit(f"edit:{old.id}", Reply((Phrase("edit-done", {"version": new.version}),))))
    founder_card.send(tx, lead, new, changes)
    if answer.value.ignored:
        tell(tx, actor, Phrase("edit-ignored", {"items": answer.value.ignored}))
    if old.by_founder and price is None:
        tell(tx, actor, Phrase("edit-range-dropped", {"price": old.price or "–", "version": old.version}))
    if was_sent:
        client = tx.contacts.get(lead.client_id)
        tell(tx, client, Phrase("quote-withdrawn", {"number": old.number}), lead_id=lead.id)


def revision_failed(tx: Transaction, job: Job) -> None:
    """The founders hear that their words could not be carried out; the one who wrote them may try others."""
    tell_founders(tx, None, Phrase("edit-failed", {"lead": job.lead_id or 0}))
    quote = tx.quotes.get(int(job.payload["quote"]))
    if quote.state in EDITABLE:
        _wait_for_words(tx, tx.contacts.get(int(job.payload["actor"])), quote)


PRESSES = {
    "edit": Press(Rule.FOUNDER, start_editing, once=False),  # only asks for words
}
EXPECTED: dict[str, Expected] = {"edit": Expected(Rule.FOUNDER, edit, _editable)}
WORK = {"revise": Work(prepare_revision, apply_revision, revision_failed, for_founder=True)}
