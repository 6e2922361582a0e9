"""A paid trial comes to its end: feasible, and its deposit counts towards the price; or not, and it goes back."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.brief import clean
from chatbot.domain.errors import IllegalStep, Refusal
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Event, Stage
from chatbot.domain.ledger import credit_deposit_posting, refund_posting
from chatbot.domain.money import Money
from chatbot.domain.people import Contact, Expecting
from chatbot.use_cases.bookings.balances import book_commission, deposit, received
from chatbot.use_cases.chats import button, private, rewrite_cards, tell, tell_founders
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.listening.next_words import start_drawing
from chatbot.use_cases.names import first_name, full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.referrals.referral_news import tell_referrer
from chatbot.use_cases.replies import Notice, Phrase, Reply, Say, Tongue, Value
from chatbot.use_cases.reports.lead_words import cancel_waiting_jobs, tell_client, title_of
from chatbot.use_cases.routing import Args, Expected, Press, Rule

MAX_REASON = 600


def slot_of(lead: Lead) -> str:
    """The founders' card that asks for the verdict."""
    return f"verdict:{lead.id}"


def ask_founders(tx: Transaction, lead: Lead, amount: Money) -> None:
    """The deposit has come: is the project feasible?"""
    about: dict[str, Value] = {
        "client": full_name(tx.contacts.get(lead.client_id)),
        "lead": lead.id,
        "title": title_of(lead),
    }
    row = (
        button(tx, "trial-button-feasible", "feasible", lead=lead.id),
        button(tx, "trial-button-not-feasible", "not_feasible", lead=lead.id),
    )
    question = Phrase("trial-verdict", {**about, "amount": amount})
    tell_founders(tx, lead.client_id, question, choices=(row,), slot=slot_of(lead))


def _undecided(tx: Transaction, args: Args) -> Lead:
    lead = tx.leads.find(int(args["lead"]))
    if lead.stage is not Stage.TRIAL_PAID:
        raise IllegalStep("trial-decided-already", lead=lead.id)
    return lead


def feasible(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Credit the deposit to the price, pay the friend's part, and draw the map again."""
    lead = _undecided(tx, args)
    held, before = deposit(tx, lead.id), received(tx, lead.id)
    lead = lead.after(Event.FEASIBLE, tx.now)
    tx.leads.save(lead)
    tell_client(tx, lead, Phrase("trial-feasible-client", {"amount": held}), key=f"trial:{lead.id}:feasible")
    if held:
        tx.ledger.post(credit_deposit_posting(f"trial:{lead.id}:credit", lead.id, held), lead.id)
        commission = book_commission(tx, lead, f"trial:{lead.id}:credit:commission", before, received(tx, lead.id))
        if commission is not None:
            tell_referrer(tx, lead, "paid", about="trial", commission=commission)
    start_drawing(tx, tx.contacts.get(lead.client_id), lead)
    _close_card(tx, lead, Phrase("trial-done-feasible", {"lead": lead.id, "founder": first_name(actor)}))
    return Notice("trial-feasible-notice")


def ask_reason(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Not feasible: the founder gives the honest reason, which the client gets word for word."""
    lead = _undecided(tx, args)
    tx.contacts.save(replace(actor, expecting=Expecting("not_feasible", {"lead": lead.id})))
    client = tx.contacts.get(lead.client_id)
    question = Phrase("trial-why-not", {"client": full_name(client), "amount": deposit(tx, lead.id)})
    language = Phrase("trial-why-not-language", {"language": Tongue(lead.language)})
    tx.outbox.put(private(actor, lead.client_id), Say(Reply((question, language)), ask=True))
    return Notice()


def not_feasible(tx: Transaction, actor: Contact, heard: Heard, about: Args) -> None:
    """Refund what is left of the deposit, close the lead, and say so kindly."""
    lead, reason = _undecided(tx, about), clean(heard.text, MAX_REASON)
    if not reason:
        raise Refusal("trial-reason-missing")
    held = deposit(tx, lead.id)
    lead = replace(lead.after(Event.NOT_FEASIBLE, tx.now), closing_reason=reason)
    tx.leads.save(lead)
    if held:
        tx.ledger.post(refund_posting(f"trial:{lead.id}:refund", lead.id, held, from_deposit=True), lead.id)
    cancel_waiting_jobs(tx, lead)
    told = Phrase("trial-not-feasible-client", {"reason": reason, "amount": held, "shop": tx.shop.name})
    tell_client(tx, lead, told, key=f"trial:{lead.id}:not-feasible")
    tell_referrer(tx, lead, "lost")
    about_it: dict[str, Value] = {"lead": lead.id, "founder": first_name(actor), "amount": held}
    _close_card(tx, lead, Phrase("trial-done-not-feasible", about_it))
    tell(tx, actor, Phrase("trial-refund-owed", {"client": full_name(tx.contacts.get(lead.client_id)), "amount": held}))


def _close_card(tx: Transaction, lead: Lead, outcome: Phrase) -> None:
    rewrite_cards(tx, lead.client_id, slot_of(lead), outcome)


PRESSES: dict[str, Press] = {
    "feasible": Press(Rule.FOUNDER, feasible, once=False),  # the stage decides, and says why not
    "not_feasible": Press(Rule.FOUNDER, ask_reason, once=False),  # only asks why
}

EXPECTED: dict[str, Expected] = {"not_feasible": Expected(Rule.FOUNDER, not_feasible, _undecided)}
