"""The founder's decision on one fingerprint: approve and send, look first, ask the client, decline."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from chatbot.domain.approval import Approval, Decision, decided
from chatbot.domain.errors import IllegalStep, Refusal
from chatbot.domain.lead import Author, Lead, Quote, fingerprint
from chatbot.domain.lead_flow import Event, Stage
from chatbot.domain.people import Contact, Expecting
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.bookings.balances import received
from chatbot.use_cases.chats import Rows, private, tell
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.quotes import founder_card
from chatbot.use_cases.quotes.answer_quote import client_rows, expire, is_over
from chatbot.use_cases.quotes.draft_quote import REVIEW
from chatbot.use_cases.quotes.founder_words import say_as_founder
from chatbot.use_cases.quotes.quote_papers import client_map, quote_pdf, today
from chatbot.use_cases.referrals import referral_news
from chatbot.use_cases.replies import Notice, Phrase, Reply, Say, to_json
from chatbot.use_cases.routing import Args, Expected, Press, Rule


def undecided(tx: Transaction, args: Args) -> tuple[Lead, Quote]:
    """The quote of a card and its lead; raises IllegalStep where it was decided or replaced meanwhile."""
    quote = tx.quotes.get(int(args["quote"]))
    lead = tx.leads.find(quote.lead_id)
    if quote.state is Approval.SUPERSEDED:
        newest = tx.quotes.of_lead(lead.id)[-1]
        raise IllegalStep("refused-quote-superseded", version=newest.version)
    if quote.state is not Approval.WAITING:
        raise IllegalStep(f"refused-quote-{quote.state.value}")
    return lead, quote


def approve(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Approve exactly this fingerprint and send the quote to the client."""
    lead, quote = undecided(tx, args)
    if quote.price is None:
        raise IllegalStep("refused-no-price")
    if fingerprint(quote, tx.shop.terms) != quote.fingerprint or args["mark"] != quote.fingerprint[:16]:
        raise IllegalStep("refused-terms-changed")
    if _unread(tx, lead):
        raise IllegalStep("refused-words-wait")
    valid_until = today(tx) + timedelta(days=quote.valid_days)
    quote = replace(
        quote,
        state=decided(quote.state, Decision.APPROVE),
        valid_until=valid_until,
        decided_at=tx.now,
        decided_by=actor.id,
    )
    tx.quotes.save(quote)
    lead = lead.after(Event.APPROVED, tx.now)
    tx.leads.save(lead)
    client = tx.contacts.get(lead.client_id)
    outcome = "approved-away" if client.blocked else "approved"
    if not client.blocked:  # whoever comes back gets it by `send_again`, and is to have it once
        _to_client(tx, client, lead, quote)
    _promise(tx, lead, quote)
    founder_card.close(tx, lead, quote, outcome, by=actor)
    return Notice(f"notice-{outcome}", {"client": full_name(client)})


def _to_client(tx: Transaction, client: Contact, lead: Lead, quote: Quote) -> None:
    send_quote(tx, private(client, transcript=True), lead, quote, client_rows(tx, client, lead, quote))
    referral_news.tell_referrer(tx, lead, "quoted")


def _unread(tx: Transaction, lead: Lead) -> bool:
    """Whether the client has written something that is just being understood; it may change the scope."""
    if tx.contacts.get(lead.client_id).speaker is not Speaker.BOT:
        return False
    lines = tx.messages.of_contact(lead.client_id, lead.id)
    return any(
        line.id > lead.understood_up_to and line.author is Author.CLIENT and line.kind == "text" for line in lines
    )


def _promise(tx: Transaction, lead: Lead, quote: Quote) -> None:
    tx.promises.keep(lead.id, REVIEW)
    tx.jobs.cancel(f"review_due:{lead.id}")
    told = {"price": quote.price, "number": quote.number, "until": quote.valid_until}
    tx.promises.add(lead.id, "promise-quote", json.dumps(to_json(told)), None)


def send_quote(tx: Transaction, place: Place, lead: Lead, quote: Quote, rows: Rows) -> None:
    """What the client gets: the map, then the PDF with the range, what it means, and the buttons."""
    client = tx.contacts.get(lead.client_id)
    until = quote.valid_until or today(tx) + timedelta(days=quote.valid_days)
    kept = lead.id if place.transcript else None
    about = Phrase("quote-map", {"title": quote.mind_map.title.client})
    tx.outbox.put(place, Say(Reply((about,), attachment=client_map(quote)), lead_id=kept))
    meaning = "founder" if quote.by_founder else "early"
    closed = len(tx.quotes.outcomes())
    pdf = quote_pdf(tx, quote, client, until)
    if not quote.by_founder and pdf.data["closed"]:
        meaning = "proven"
    told = {"price": quote.price or "", "number": quote.number, "until": until, "closed": closed}
    credited = received(tx, lead.id)
    credit = (Phrase("quote-credited", {"amount": credited}),) if credited else ()
    parts = (Phrase("quote-price", told), *credit, Phrase(f"quote-means-{meaning}", told), Phrase("quote-next"))
    reply = Reply(parts, rows, pdf)
    tx.outbox.put(place, Say(reply, slot=f"quote:{quote.id}" if place.transcript else "", lead_id=kept))


def send_again(tx: Transaction, client: Contact) -> None:
    """Send the open quotes once more to a client who has come back: what was sent meanwhile did not arrive. Of one
    that has expired meanwhile they hear that, and a person takes it from there."""
    for lead in tx.leads.of_client(client.id):
        if lead.stage is not Stage.QUOTED:
            continue
        quote = tx.quotes.of_lead(lead.id)[-1]
        if quote.state is Approval.APPROVED and is_over(tx, quote):
            expire(tx, client, lead, quote)
        elif quote.state is Approval.APPROVED:
            _to_client(tx, client, lead, quote)


def preview(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Show the founder, in the client's language, exactly what the client would get."""
    lead, quote = undecided(tx, args)
    client = tx.contacts.get(lead.client_id)
    tell(tx, actor, Phrase("preview-follows", {"client": full_name(client)}))
    place = replace(private(actor, lead.client_id), language=client.language)
    send_quote(tx, place, lead, quote, ())
    return Notice("notice-preview")


def start_asking(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The founder wants to ask the client something before deciding."""
    lead, quote = undecided(tx, args)
    _expect(tx, actor, lead, "ask", quote, Phrase("ask-what", {"lead": lead.id}))
    return Notice()


def _expect(tx: Transaction, actor: Contact, lead: Lead, what: str, quote: Quote, question: Phrase) -> None:
    tx.contacts.save(replace(actor, expecting=Expecting(what, {"quote": quote.id, "lead": lead.id})))
    tx.outbox.put(private(actor, lead.client_id), Say(Reply((question,)), ask=True))


def ask_client(tx: Transaction, actor: Contact, heard: Heard, about: Args) -> None:
    """The founder's question goes to the client as theirs; the answer leads to a new draft."""
    lead, quote = undecided(tx, about)
    client = tx.contacts.get(lead.client_id)
    words = heard.text.strip()
    if not words:
        raise Refusal("refused-text-only")
    lead = replace(lead.after(Event.CLIENT_ASKED, tx.now), questions=tx.shop.max_questions)
    tx.leads.save(lead)
    say_as_founder(tx, actor, lead, heard, Phrase("founder-asks", {"founder": full_name(actor), "question": words}))
    founder_card.close(tx, lead, quote, "asked", by=actor)
    tell(tx, actor, Phrase("asked-client", {"client": full_name(client)}))


def cancel_question(tx: Transaction, actor: Contact, _pressed: Pressed, _args: Args) -> Notice:
    """What the bot was waiting to hear from this person is no longer expected."""
    tx.contacts.save(replace(actor, expecting=None))
    return Notice("notice-cancelled")


def show_card(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The card of a version once more, for the founder who asked."""
    lead, quote = undecided(tx, args)
    founder_card.reshow(tx, actor, lead, quote)
    return Notice()


PRESSES = {
    "approve": Press(Rule.FOUNDER, approve, once=False),  # the quote's state decides, and says why not
    "preview": Press(Rule.FOUNDER, preview, once=False),  # only shows
    "ask": Press(Rule.FOUNDER, start_asking, once=False),  # only asks for words
    "cancel_question": Press(Rule.ANYBODY, cancel_question, once=False),  # ends what is open, if anything is
    "show_card": Press(Rule.FOUNDER, show_card, once=False),  # only shows
}
EXPECTED: dict[str, Expected] = {"ask": Expected(Rule.FOUNDER, ask_client, undecided)}
