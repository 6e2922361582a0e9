"""The friend's link, and whom a client came by: the first code wins and nothing changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

from chatbot.domain.codes import referral_code, start_payload
from chatbot.domain.people import Contact, Referral, Role
from chatbot.use_cases.chats import button, notify, role_of, tell
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.names import first_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.referrals import earnings
from chatbot.use_cases.replies import Attachment, Choice, Notice, Phrase
from chatbot.use_cases.reports.lead_words import day_of, percent
from chatbot.use_cases.routing import Args, Command, Press, Rule


def show_link(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """The personal link with its QR picture, and a message of its own that is ready to forward."""
    link = link_of(tx, actor)
    share = f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(tx.shop.name, safe='')}"
    values = {"link": link, "shop": tx.shop.name, "percent": percent(tx.shop.commission_bp)}
    intro = Phrase("refer-intro", {**values, "days": tx.shop.referral_days})
    rows = ((Choice(Phrase("refer-button-share"), url=share),),)
    tell(tx, actor, intro, choices=rows, attachment=Attachment("qr", "my-link.png", {"link": link}))
    tell(tx, actor, Phrase("refer-forward", values))


def link_of(tx: Transaction, contact: Contact) -> str:
    """The link that brings this contact's friends."""
    return f"https://t.me/{tx.shop.bot_username}?start={start_payload(_code_of(tx, contact))}"


def _code_of(tx: Transaction, contact: Contact) -> str:
    contact = tx.contacts.get(contact.id)
    if contact.referral_code is not None:
        return contact.referral_code
    code = referral_code(tx.random_bytes(5))
    while tx.contacts.by_code(code) is not None:
        code = referral_code(tx.random_bytes(5))
    tx.contacts.save(replace(contact, referral_code=code))
    return code


def attribute(tx: Transaction, contact: Contact, code: str, now_new: bool) -> Phrase | None:
    """Note who brought this contact; the sentence for their greeting.

    `now_new` says that the contact was unknown until this step. A code of one's own, one that nobody has, one opened
    by somebody of the shop or by somebody who is a client already: each gets its sentence and changes nothing.
    """
    referrer = tx.contacts.by_code(code)
    if referrer is None:
        return Phrase("referral-unknown-code")
    if referrer.id == contact.id:
        return Phrase("referral-own-code")
    if role_of(tx, contact) is not Role.PERSON:
        return Phrase("referral-crew")
    if not now_new and (known := _known_client(tx, contact, referrer)):
        return known
    return _bring(tx, contact, referrer)


def _known_client(tx: Transaction, contact: Contact, referrer: Contact) -> Phrase | None:
    referral = tx.referrals.of_client(contact.id)
    if referral is not None:
        same = referral.referrer_id == referrer.id
        first = tx.contacts.get(referral.referrer_id)
        return Phrase("referral-same" if same else "referral-first-counts", {"name": first_name(first)})
    return Phrase("referral-client-already") if tx.leads.of_client(contact.id) else None


def _bring(tx: Transaction, contact: Contact, referrer: Contact) -> Phrase | None:
    until = tx.now + timedelta(days=tx.shop.referral_days)
    referral = tx.referrals.add(referrer.id, contact.id, tx.shop.commission_bp, until)
    if referral is None:
        return _known_client(tx, contact, referrer)
    receipt = Phrase(
        "referral-receipt", {"percent": percent(referral.rate_bp), "until": day_of(tx, referral.protected_until)}
    )
    notify(tx, referrer, receipt, key=f"receipt:{referral.id}")
    return Phrase("referral-brought", {"name": first_name(referrer), "shop": tx.shop.name})


def privacy_button(tx: Transaction, contact: Contact) -> Choice | None:
    """*Keep it private*, or its opposite; None for somebody whom no friend brought."""
    referral = tx.referrals.of_client(contact.id)
    return None if referral is None else _toggle(tx, contact, referral)


def _toggle(tx: Transaction, contact: Contact, referral: Referral) -> Choice:
    action, label = (
        ("share_progress", "referral-button-share") if referral.private else ("keep_private", "referral-button-private")
    )
    return button(tx, label, action, contact, referral=referral.id)


def keep_private(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The friend hears nothing more of how far things are."""
    return _set_private(tx, actor, args, private=True)


def share_progress(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """The friend hears again how far things are."""
    return _set_private(tx, actor, args, private=False)


def _set_private(tx: Transaction, actor: Contact, args: Args, private: bool) -> Notice:
    referral = tx.referrals.get(int(args["referral"]))
    said = "referral-kept-private" if private else "referral-shared"
    if referral.private is not private:
        referral = replace(referral, private=private)
        tx.referrals.save(referral)
        name = first_name(tx.contacts.get(referral.referrer_id))
        tell(tx, actor, Phrase(said, {"name": name}), choices=((_toggle(tx, actor, referral),),))
    return Notice(f"{said}-notice")


PRESSES: dict[str, Press] = {
    "keep_private": Press(Rule.ANYBODY, keep_private, once=False),  # a switch
    "share_progress": Press(Rule.ANYBODY, share_progress, once=False),  # a switch
}

COMMANDS: tuple[Command, ...] = (Command("refer", Rule.ANYBODY, show_link), *earnings.COMMANDS)
