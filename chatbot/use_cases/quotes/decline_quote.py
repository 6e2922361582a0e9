"""Decline: the founder gives a reason, the client gets an honest, kind answer."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.approval import Decision, decided
from chatbot.domain.brief import clean
from chatbot.domain.errors import Refusal
from chatbot.domain.lead_flow import Event, next_stage
from chatbot.domain.people import Contact, Expecting
from chatbot.use_cases.chats import button, tell
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.quotes import founder_card
from chatbot.use_cases.quotes.decide_approval import undecided
from chatbot.use_cases.quotes.draft_quote import REVIEW
from chatbot.use_cases.quotes.founder_words import say_as_founder
from chatbot.use_cases.referrals import referral_news
from chatbot.use_cases.replies import Notice, Phrase
from chatbot.use_cases.routing import Args, Expected, Press, Rule

REASONS = ("full", "field", "rules", "size")


def start_declining(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Decline asks for the reason first: one of four, or the founder's own words."""
    lead, quote = undecided(tx, args)
    tx.contacts.save(replace(actor, expecting=Expecting("decline", {"quote": quote.id, "lead": lead.id})))
    rows = tuple(
        (button(tx, f"decline-reason-{reason}", "decline_for", quote=quote.id, lead=lead.id, reason=reason),)
        for reason in REASONS
    )
    cancel = button(tx, "button-cancel", "cancel_question", actor)
    tell(tx, actor, Phrase("decline-why", {"lead": lead.id}), choices=(*rows, (cancel,)), slot=f"decline:{quote.id}")
    return Notice()


def decline_for(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Decline for one of the reasons that we have words for in every language."""
    _decline(tx, actor, args, Phrase(f"declined-because-{args['reason']}"), str(args["reason"]))
    return Notice("notice-declined")


def decline_in_words(tx: Transaction, actor: Contact, heard: Heard, about: Args) -> None:
    """Decline with the founder's own words, which the client gets as the founder's."""
    words = clean(heard.text, 600)
    if not words:
        raise Refusal("refused-text-only")
    lead, _quote = undecided(tx, about)
    _decline(tx, actor, about, None, words)
    said = Phrase("declined-in-words", {"founder": full_name(actor), "words": words})
    say_as_founder(tx, actor, lead, heard, said)
    tell(tx, tx.contacts.get(lead.client_id), Phrase("declined-thanks"), lead_id=lead.id)


def _decline(tx: Transaction, actor: Contact, args: Args, because: Phrase | None, reason: str) -> None:
    lead, quote = undecided(tx, args)
    next_stage(lead.stage, Event.DECLINED)
    tx.quotes.save(replace(quote, state=decided(quote.state, Decision.DECLINE), decided_at=tx.now, decided_by=actor.id))
    lead = replace(lead.after(Event.DECLINED, tx.now), closing_reason=reason)
    tx.leads.save(lead)
    client = tx.contacts.get(lead.client_id)
    tx.contacts.save(replace(tx.contacts.get(actor.id), expecting=None))
    closing = (because, Phrase("declined-thanks")) if because else ()
    tell(tx, client, Phrase("declined", {"title": lead.title or "–"}), *closing, lead_id=lead.id)
    tx.promises.keep(lead.id, REVIEW)
    tx.jobs.cancel(f"review_due:{lead.id}")
    founder_card.close(tx, lead, quote, "declined", by=actor)
    referral_news.tell_referrer(tx, lead, "lost")
    tell(tx, actor, Phrase("declined-done", {"client": full_name(client)}))


PRESSES = {
    "decline": Press(Rule.FOUNDER, start_declining, once=False),  # only asks why
    "decline_for": Press(Rule.FOUNDER, decline_for, once=False),  # the quote's state decides, and says why not
}
EXPECTED: dict[str, Expected] = {"decline": Expected(Rule.FOUNDER, decline_in_words, undecided)}
