"""The client's answer to an approved quote: accept, discuss, change the scope, not now."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.approval import Approval, Decision, decided
from chatbot.domain.errors import IllegalStep
from chatbot.domain.lead import Lead, Quote
from chatbot.domain.lead_flow import Event, Stage
from chatbot.domain.people import Contact
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.chats import Rows, button, private, tell, tell_founders
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.incoming import Pressed
from chatbot.use_cases.listening.next_words import draft
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.quotes.quote_papers import today
from chatbot.use_cases.referrals import referral_news
from chatbot.use_cases.replies import Edit, Notice, Phrase, Reply, Settle
from chatbot.use_cases.routing import Args, Press, Rule

REASONS = ("price", "time", "other_team", "later", "other")
OPEN = frozenset({Approval.APPROVED, Approval.ACCEPTED})


def client_rows(tx: Transaction, client: Contact, lead: Lead, quote: Quote) -> Rows:
    """Accept · Discuss · Change scope · Not now."""
    ids: dict[str, int | str] = {"quote": quote.id, "lead": lead.id}
    return (
        (button(tx, "button-accept", "accept", client, **ids), button(tx, "button-discuss", "discuss", client, **ids)),
        (
            button(tx, "button-change", "change_quote", client, **ids),
            button(tx, "button-not-now", "not_now", client, **ids),
        ),
    )


def _current(tx: Transaction, args: Args) -> tuple[Lead, Quote]:
    """The quote that a button of the client's belongs to; refused where a later version replaced it."""
    quote = tx.quotes.get(int(args["quote"]))
    lead = tx.leads.find(quote.lead_id)
    if quote.state is Approval.SUPERSEDED:
        newest = tx.quotes.of_lead(lead.id)[-1]
        waits = newest.state is Approval.WAITING
        raise IllegalStep("refused-quote-replaced-soon" if waits else "refused-quote-replaced", version=newest.version)
    if quote.state not in OPEN:
        raise IllegalStep(f"refused-quote-{quote.state.value}")
    return lead, quote


def _undecided(tx: Transaction, args: Args) -> tuple[Lead, Quote]:
    """The same, while the client has not accepted: an old button that comes late undoes nothing."""
    lead, quote = _current(tx, args)
    if lead.stage not in (Stage.QUOTED, Stage.PAUSED):
        raise IllegalStep("notice-accepted-already")
    return lead, quote


def accept(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """ "I want to go ahead on this scope": a person takes over from here."""
    lead, quote = _current(tx, args)
    if quote.state is Approval.ACCEPTED:
        return Notice("notice-accepted-already")
    if is_over(tx, quote):
        expire(tx, actor, lead, quote)
        return Notice("notice-expired")
    tx.quotes.save(replace(quote, state=decided(quote.state, Decision.ACCEPT)))
    lead = lead.after(Event.ACCEPTED, tx.now)
    tx.leads.save(lead)
    tx.outbox.put(private(actor), Settle(f"quote:{quote.id}"))
    tell(tx, actor, Phrase("accepted", {"number": quote.number}), lead_id=lead.id)
    hand_off.open_for(tx, actor, lead, "accepted")
    referral_news.tell_referrer(tx, lead, "agreed")
    return Notice("notice-accepted")


def is_over(tx: Transaction, quote: Quote) -> bool:
    """Whether the time for which the price was to hold has passed."""
    return quote.valid_until is not None and today(tx) > quote.valid_until


def expire(tx: Transaction, client: Contact, lead: Lead, quote: Quote) -> None:
    """The price may no longer hold: the client is told so, and a person looks at it with them."""
    tx.quotes.save(replace(quote, state=decided(quote.state, Decision.EXPIRE)))
    tell(tx, client, Phrase("quote-expired", {"number": quote.number}), lead_id=lead.id)
    tx.outbox.put(private(client), Settle(f"quote:{quote.id}"))
    hand_off.open_for(tx, client, lead, "discuss")


def discuss(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The client wants to talk the quote over with a person."""
    lead, _ = _current(tx, args)
    hand_off.open_for(tx, actor, lead, "discuss")
    return Notice("notice-human-called")


def change_quote(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Back to listening: the client says what should be different, and a new version is drawn."""
    lead, quote = _undecided(tx, args)
    _back_to_listening(tx, actor, lead)
    tx.outbox.put(private(actor), Settle(f"quote:{quote.id}"))
    draft_now = button(tx, "button-draft", "draft", actor, lead=lead.id)
    tell(tx, actor, Phrase("change-what"), choices=((draft_now,),), lead_id=lead.id)
    return Notice()


def _back_to_listening(tx: Transaction, actor: Contact, lead: Lead) -> Lead:
    lead = replace(lead.after(Event.SCOPE_CHANGED, tx.now), questions=tx.shop.max_questions)
    tx.leads.save(lead)
    for quote in tx.quotes.of_lead(lead.id):
        if quote.state in OPEN:
            tx.quotes.save(replace(quote, state=decided(quote.state, Decision.SUPERSEDE)))
    tell_founders(tx, actor.id, Phrase("scope-changes", {"client": full_name(actor), "lead": lead.id}))
    return lead


def change_scope(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """What the client has said since the quote becomes a new draft, at once."""
    lead = tx.leads.find(int(args["lead"]))
    draft(tx, actor, _back_to_listening(tx, actor, lead))
    return Notice()


def not_now(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Ask why, in one tap; the answer is kept. The quote stays good until it expires."""
    lead, quote = _undecided(tx, args)
    if lead.stage is Stage.QUOTED:
        tx.leads.save(lead.after(Event.NOT_NOW, tx.now))
    rows = tuple(
        (button(tx, f"not-now-{reason.replace('_', '-')}", "not_now_for", actor, lead=lead.id, reason=reason),)
        for reason in REASONS
    )
    tell(tx, actor, Phrase("not-now-why", {"number": quote.number}), choices=rows, slot=f"not_now:{lead.id}")
    return Notice()


def not_now_for(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Keep the reason, thank the client, tell the founders."""
    lead, reason = tx.leads.find(int(args["lead"])), str(args["reason"])
    if lead.stage is not Stage.PAUSED:
        raise IllegalStep("refused-question-over")
    tx.leads.save(replace(lead, closing_reason=reason))
    thanks = Reply((Phrase("not-now-thanks"),))
    tx.outbox.put(private(actor), Edit(f"not_now:{lead.id}", thanks))
    why = Phrase(f"not-now-{reason.replace('_', '-')}")
    tell_founders(tx, actor.id, Phrase("not-now-founder", {"client": full_name(actor), "lead": lead.id, "reason": why}))
    return Notice("notice-thanks")


def call_human(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The client wants to talk to a person."""
    lead = tx.leads.find(int(args["lead"]))
    if actor.speaker is Speaker.HUMAN:
        return Notice("notice-human-here")
    hand_off.open_for(tx, actor, lead, "asked")
    return Notice("notice-human-called")


PRESSES = {
    "accept": Press(Rule.ANYBODY, accept, once=False),  # the quote's state decides, and says why not
    "discuss": Press(Rule.ANYBODY, discuss, once=False),  # a second call finds the first hand-off open
    "change_quote": Press(Rule.ANYBODY, change_quote, once=False),  # the quote's state decides, and says why not
    "change_scope": Press(Rule.ANYBODY, change_scope),
    "not_now": Press(Rule.ANYBODY, not_now, once=False),  # only asks why
    "not_now_for": Press(Rule.ANYBODY, not_now_for),
    "human": Press(Rule.ANYBODY, call_human, once=False),  # a second call finds the first hand-off open
}
