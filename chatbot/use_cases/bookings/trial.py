"""The trial: a paid look at feasibility, offered by the founder, accepted or not by the client."""

from __future__ import annotations

import json

from chatbot.domain.approval import Approval
from chatbot.domain.errors import IllegalStep, Refusal
from chatbot.domain.lead import Lead, Quote
from chatbot.domain.lead_flow import Event, next_stage
from chatbot.domain.ledger import deposit_account
from chatbot.domain.money import Money
from chatbot.domain.people import Contact
from chatbot.use_cases.bookings import trial_verdict
from chatbot.use_cases.chats import button, private, tell, tell_founders
from chatbot.use_cases.incoming import Pressed
from chatbot.use_cases.names import first_name, full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Choice, Edit, Notice, Phrase, Reply, Say, Settle, Value, to_json
from chatbot.use_cases.reports.lead_words import title_of
from chatbot.use_cases.routing import Args, Expected, Press, Rule


def _offerable(tx: Transaction, args: Args) -> tuple[Lead, Quote]:
    """The lead and the version that waits; `Refusal` where a trial cannot be offered (any more)."""
    quote = tx.quotes.get(int(args["quote"]))
    lead = tx.leads.find(quote.lead_id)
    if quote.state is not Approval.WAITING:
        newest = tx.quotes.of_lead(lead.id)[-1]
        raise IllegalStep(f"refused-quote-{quote.state.value}", version=newest.version)
    next_stage(lead.stage, Event.TRIAL_OFFERED)
    # One trial a lead: the keys of its credit and its refund are the lead's.
    if tx.ledger.lines(deposit_account(lead.id)):
        raise Refusal("trial-only-once", lead=lead.id)
    return lead, quote


def confirm_offer(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Show what would be offered, and offer nothing yet."""
    lead, quote = _offerable(tx, args)
    row = (
        button(tx, "trial-button-offer", "trial_offer", quote=quote.id, lead=lead.id),
        button(tx, "trial-button-cancel", "trial_cancel", actor, quote=quote.id, lead=lead.id),
    )
    client = full_name(tx.contacts.get(lead.client_id))
    about: dict[str, Value] = {
        "client": client,
        "lead": lead.id,
        "title": title_of(lead),
        "amount": tx.shop.trial_deposit,
    }
    card = Reply((Phrase("trial-confirm", about),), (row,))
    tx.outbox.put(private(actor, lead.client_id), Say(card, slot=_confirm_slot(lead)))
    return Notice()


def _confirm_slot(lead: Lead) -> str:
    return f"trial-confirm:{lead.id}"


def _offer_slot(lead: Lead) -> str:
    return f"trial-offer:{lead.id}"


def cancel_offer(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The founder thought better of it."""
    lead = tx.leads.find(int(args["lead"]))
    kept = Reply((Phrase("trial-not-offered", {"lead": lead.id}),))
    tx.outbox.put(private(actor, lead.client_id), Edit(_confirm_slot(lead), kept))
    return Notice()


def offer(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Offer the trial to the client. The version stays as it is: after a refusal it can still be edited."""
    lead, quote = _offerable(tx, args)
    lead = lead.after(Event.TRIAL_OFFERED, tx.now)
    tx.leads.save(lead)
    amount = tx.shop.trial_deposit
    tx.promises.keep(lead.id, "promise-review")
    tx.jobs.cancel(f"review_due:{lead.id}")
    tx.promises.add(lead.id, "promise-trial", json.dumps(to_json({"amount": amount})), None)
    client = tx.contacts.get(lead.client_id)
    what = Phrase("trial-offer-client", {"shop": tx.shop.name, "founder": first_name(actor), "amount": amount})
    accept, human = _accept(tx, client, lead, amount), _human(tx, client, lead)
    refuse = button(tx, "trial-button-refuse", "trial_refuse", client, lead=lead.id, amount=amount.minor)
    tell(tx, client, what, choices=((accept, refuse), (human,)), lead_id=lead.id, slot=_offer_slot(lead))
    done = Phrase("trial-offered-founder", {"client": full_name(client), "lead": lead.id, "amount": amount})
    place = private(actor, lead.client_id)
    tx.outbox.put(place, Settle(f"card:{quote.id}"))
    tx.outbox.put(place, Edit(_confirm_slot(lead), Reply((done,))))
    return Notice("trial-offered-notice")


def _accept(tx: Transaction, client: Contact, lead: Lead, amount: Money) -> Choice:
    """The button holds the amount that was offered: the setting may change before it is pressed."""
    return button(tx, "trial-button-accept", "trial_accept", client, lead=lead.id, amount=amount.minor)


def _offered(tx: Transaction, args: Args) -> Money:
    return Money(int(args["amount"]), tx.shop.currency)


def _human(tx: Transaction, client: Contact, lead: Lead) -> Choice:
    return button(tx, "trial-button-human", "human", client, lead=lead.id)


def accept(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The client agrees; founders hear how the deposit is booked."""
    lead = tx.leads.find(int(args["lead"])).after(Event.TRIAL_ACCEPTED, tx.now)
    tx.leads.save(lead)
    amount = _offered(tx, args)
    agreed = Reply((Phrase("trial-accepted-client", {"amount": amount}),), ((_human(tx, actor, lead),),))
    tx.outbox.put(private(actor, transcript=True), Edit(_offer_slot(lead), agreed))
    about: dict[str, Value] = {"client": full_name(actor), "lead": lead.id, "amount": amount}
    command = f"/paid {lead.id} {amount.major}"
    take = button(tx, "trial-button-take-over", "take_over", lead=lead.id)
    tell_founders(tx, actor.id, Phrase("trial-accepted-founder", {**about, "command": command}), choices=((take,),))
    return Notice("trial-accepted-notice")


def refuse(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The client would rather not; the way back stays open."""
    lead = tx.leads.find(int(args["lead"])).after(Event.TRIAL_REFUSED, tx.now)
    tx.leads.save(lead)
    amount = _offered(tx, args)
    rows = ((_accept(tx, actor, lead, amount),), (_human(tx, actor, lead),))
    thanks = Reply((Phrase("trial-refused-client", {"amount": amount}),), rows)
    tx.outbox.put(private(actor, transcript=True), Edit(_offer_slot(lead), thanks))
    tell_founders(tx, actor.id, Phrase("trial-refused-founder", {"client": full_name(actor), "lead": lead.id}))
    return Notice("trial-refused-notice")


PRESSES: dict[str, Press] = {
    "trial": Press(Rule.FOUNDER, confirm_offer, once=False),  # only asks whether to
    "trial_cancel": Press(Rule.FOUNDER, cancel_offer),
    "trial_offer": Press(Rule.FOUNDER, offer, once=False),  # the stage decides, and says why not
    "trial_accept": Press(Rule.ANYBODY, accept, once=False),  # the stage decides, and says why not
    "trial_refuse": Press(Rule.ANYBODY, refuse, once=False),  # the stage decides, and says why not
    **trial_verdict.PRESSES,
}

EXPECTED: dict[str, Expected] = trial_verdict.EXPECTED
