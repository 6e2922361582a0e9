"""The founder's card of a quote version: everything to decide on, and the buttons that decide."""

from __future__ import annotations

from chatbot.domain.added_words import adds_something
from chatbot.domain.brief import Topic
from chatbot.domain.budget import Fit, fit, read_budget
from chatbot.domain.lead import Lead, Quote
from chatbot.domain.ledger import deposit_account
from chatbot.domain.mind_map import Difference, Feature, Wording
from chatbot.domain.money import PriceRange
from chatbot.domain.people import Contact, interface_language
from chatbot.use_cases.bookings.balances import received
from chatbot.use_cases.chats import Rows, button, everywhere, founder_places, private, tell_founders
from chatbot.use_cases.listening.dialogue import words_of_people
from chatbot.use_cases.names import friend_name, full_name
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.quotes.quote_papers import founder_map
from chatbot.use_cases.replies import Choice, Part, Phrase, Reply, Say, Settle, Value

SHOWN = 6  # entries of a list; the map holds the rest


def slot_of(quote: Quote) -> str:
    """The card's message."""
    return f"card:{quote.id}"


def send(tx: Transaction, lead: Lead, quote: Quote, changes: Part | None = None, written: tuple[str, ...] = ()) -> None:
    """Put the card before every founder; `changes` says what differs from the last version, `written` what the
    client has written since."""
    since: list[Part] = [Phrase("card-written", {"items": written})] if written else []
    parts = _parts(tx, lead, quote, (*since, *([changes] if changes else [])))
    for place in founder_places(tx, lead.client_id):
        _put(tx, place, lead, quote, parts)


def _parts(tx: Transaction, lead: Lead, quote: Quote, news: tuple[Part, ...] = ()) -> tuple[Part, ...]:
    return (*_head(tx, lead, quote), *news, *_lists(lead, quote), *_notes(tx, lead, quote))


def _put(tx: Transaction, place: Place, lead: Lead, quote: Quote, parts: tuple[Part, ...]) -> None:
    """The card in one chat: the map first, then the words with the buttons."""
    if quote.mind_map.branches:
        caption = Phrase("card-map", {"lead": lead.id, "version": quote.version})
        tx.outbox.put(place, Say(Reply((caption,), attachment=founder_map(tx, quote))))
    tx.outbox.put(place, Say(Reply(parts, _buttons(tx, lead, quote)), slot=slot_of(quote)))


def close(tx: Transaction, lead: Lead, quote: Quote, outcome: str, by: Contact | None = None) -> None:
    """Take the buttons off every founder's copy and say what became of it (`card-done-<outcome>`)."""
    everywhere(tx, founder_places(tx, lead.client_id), Settle(slot_of(quote)))
    if by is not None:
        args: dict[str, Value] = {"lead": lead.id, "number": quote.number, "founder": full_name(by)}
        tell_founders(tx, lead.client_id, Phrase(f"card-done-{outcome}", args))


def _head(tx: Transaction, lead: Lead, quote: Quote) -> tuple[Part, ...]:
    client = tx.contacts.get(lead.client_id)
    referrer = _referrer(tx, lead)
    about: dict[str, Value] = {
        "lead": lead.id,
        "version": quote.version,
        "number": quote.number,
        "client": full_name(client),
    }
    parts: list[Part] = [
        Phrase("card-title", about),
        Phrase("card-referred", {"friend": referrer}) if referrer else Phrase("card-not-referred"),
        quote.mind_map.summary.founder,
    ]
    if quote.concern:
        parts.append(Phrase("card-concern", {"concern": quote.concern}))
    if quote.price:
        parts.append(_price(quote))
    budget = lead.brief.first(Topic.BUDGET)
    parts.append(_budget(tx, quote, budget) if budget else Phrase("card-no-budget"))
    if deadline := lead.brief.first(Topic.DEADLINE):
        parts.append(Phrase("card-deadline", {"deadline": tx.shop.told(Topic.DEADLINE, deadline)}))
    return tuple(parts)


def _referrer(tx: Transaction, lead: Lead) -> Value | None:
    if lead.referral_id is None:
        return None
    return friend_name(tx.contacts.get(tx.referrals.get(lead.referral_id).referrer_id))


def _price(quote: Quote) -> Phrase:
    low, likely, high = quote.whole_days
    args: dict[str, Value] = {
        "price": quote.price or "–",
        "likely": quote.price.likely if quote.price else "–",
        "computed": quote.computed or "–",
        "days_low": low,
        "days_likely": likely,
        "days_high": high,
        "weeks_low": quote.weeks[0],
        "weeks_high": quote.weeks[1],
    }
    return Phrase("card-price-founder" if quote.by_founder else "card-price", args)


def _budget(tx: Transaction, quote: Quote, said: str) -> Phrase:
    reading, budget = read_budget(said, tx.shop.currency, tx.shop.rates)
    if budget and quote.price:
        reading = fit(budget, quote.price)
        amount = PriceRange(budget.low, budget.low, budget.high)
        converted = Phrase("card-budget-converted", {"said": said, "amount": amount})
        shown: Value = amount if tx.shop.currency in said else converted
        return Phrase(f"card-budget-{reading.value}", {"said": shown})
    if reading is Fit.NO_RATE:
        return Phrase("card-budget-no-rate", {"said": said})
    return Phrase("card-budget-unread", {"said": tx.shop.told(Topic.BUDGET, said)})


def _lists(lead: Lead, quote: Quote) -> tuple[Part, ...]:
    mind_map = quote.mind_map
    facts = [fact for fact in lead.brief.facts if not fact.said and fact.topic is not Topic.KIND]
    assumed = (*mind_map.assumptions, *(Wording.same(fact.value) for fact in facts))
    named = (
        ("card-risks", mind_map.risks),
        ("card-assumed", assumed),
        ("card-questions", mind_map.open_questions),
        ("card-exclusions", mind_map.exclusions),
    )
    return tuple(Phrase(text, {"items": _items(entries)}) for text, entries in named if entries)


def _items(entries: tuple[Wording, ...]) -> tuple[str, ...]:
    shown = tuple(entry.founder for entry in entries[:SHOWN])
    return (*shown, "…") if len(entries) > SHOWN else shown


def _notes(tx: Transaction, lead: Lead, quote: Quote) -> tuple[Part, ...]:
    notes: list[Part] = []
    credited = received(tx, lead.id)
    if credited:
        notes.append(Phrase("card-credited", {"amount": credited}))
    if quote.source == "catalogue" and interface_language(lead.language) != lead.language.split("-")[0].lower():
        notes.append(Phrase("card-language-unread"))
    if quote.fallback:
        notes.append(Phrase("card-fallback"))
    notes += _oddities(tx, lead, quote)
    if not quote.concern:
        closed = len(tx.quotes.outcomes())
        notes.append(Phrase("card-history", {"closed": closed}))
    return tuple(notes)


def _oddities(tx: Transaction, lead: Lead, quote: Quote) -> list[Part]:
    """What a founder should look at twice, since a model may have been wrong or misled."""
    tree, said = quote.mind_map, words_of_people(tx, lead, quote.edits)
    odd = [feature for feature in tree.features() if feature.effort.is_odd]
    added = [text.client for text in tree.wordings() if adds_something(text.client, said)]
    told = [text for text in _for_founder(lead, quote) if text not in added and adds_something(text, said)]
    named = (
        ("card-odd-effort", [f"{feature.label.founder}: {feature.effort.likely:g}" for feature in odd]),
        ("card-added-words", [text[:120] for text in added]),
        ("card-added-for-founder", [text[:120] for text in told]),
    )
    return [
        Phrase(text, {"items": (*items[:SHOWN], *(["…"] * (len(items) > SHOWN)))}) for text, items in named if items
    ]


def _for_founder(lead: Lead, quote: Quote) -> list[str]:
    """A model's words that only the founder reads: on this card, in the map above it, and of the brief."""
    texts = (*quote.mind_map.wordings(), *quote.mind_map.risks)
    return list(dict.fromkeys((*(text.founder for text in texts), quote.concern, *_values(lead))))


def _values(lead: Lead) -> list[str]:
    return [fact.value for fact in lead.brief.facts]


def _buttons(tx: Transaction, lead: Lead, quote: Quote) -> Rows:
    ids: dict[str, int | str] = {"quote": quote.id, "lead": lead.id}
    approve = (button(tx, "button-approve", "approve", **ids, mark=quote.fingerprint[:16]),)
    edit, look = button(tx, "button-edit", "edit", **ids), button(tx, "button-preview", "preview", **ids)
    ask = (button(tx, "button-ask", "ask", **ids), *_trial(tx, lead, ids))
    decline, take = button(tx, "button-decline", "decline", **ids), button(tx, "button-take-over", "take_over", **ids)
    if quote.price is None:
        return (ask, (decline, take))
    return (approve, (look, edit), ask, (decline, take))


def _trial(tx: Transaction, lead: Lead, ids: dict[str, int | str]) -> tuple[Choice, ...]:
    """The offer of a trial, which a project has once."""
    if tx.ledger.lines(deposit_account(lead.id)):
        return ()
    return (button(tx, "button-trial", "trial", **ids),)


def changes_between(change: Difference, old: Quote, new: Quote) -> Phrase:
    """What an edit did: features that came, went or changed, and the price before and after."""
    added = tuple(f"+ {feature.label.founder}" for feature in change.added)
    removed = tuple(f"− {feature.label.founder}" for feature in change.removed)
    changed = tuple(
        f"~ {before.label.founder}: {_effort(before)} → {_effort(after)}" for before, after in change.changed
    )
    lines = (*added, *removed, *changed)[:20]
    args: dict[str, Value] = {
        "before": old.price or "–",
        "after": new.price or "–",
        "old": old.version,
        "new": new.version,
    }
    if not lines:
        return Phrase("card-changes-price", args)
    return Phrase("card-changes", {"lines": lines, **args})


def _effort(feature: Feature) -> str:
    effort = feature.effort
    return f"{effort.low:g}–{effort.likely:g}–{effort.high:g} ({feature.priority.value})"


def reshow(tx: Transaction, actor: Contact, lead: Lead, quote: Quote) -> None:
    """The card once more, in the chat of the founder who asked."""
    _put(tx, private(actor, lead.client_id), lead, quote, _parts(tx, lead, quote))
