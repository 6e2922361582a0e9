"""/privacy: what is kept, why, where, how long, who sees it, who runs the language model, and what one can ask for."""

from __future__ import annotations

from chatbot.domain.people import Contact
from chatbot.use_cases.chats import answer_in_group, tell
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Part, Phrase
from chatbot.use_cases.shop import Shop


def privacy(tx: Transaction, actor: Contact, _words: str, heard: Heard) -> None:
    """The policy, where it was asked for."""
    parts = _policy(tx.shop)
    if heard.private:
        tell(tx, actor, *parts)
    else:
        answer_in_group(tx, heard, *parts)


def _policy(shop: Shop) -> tuple[Part, ...]:
    parts: list[Part] = [Phrase("privacy", {"shop": shop.name}), Phrase("privacy-where"), Phrase("privacy-who")]
    parts += [_how_long(shop), Phrase("privacy-books"), _model(shop), Phrase("privacy-rights")]
    if shop.details:
        parts.append(Phrase("privacy-contact", {"details": shop.details}))
    if shop.privacy_note:
        parts.append(shop.privacy_note)
    return tuple(parts)


def _how_long(shop: Shop) -> Phrase:
    if shop.retention is None:
        return Phrase("privacy-until-asked")
    return Phrase("privacy-until-silent", {"days": shop.retention.days})


def _model(shop: Shop) -> Phrase:
    if shop.provider:
        return Phrase("privacy-model", {"provider": shop.provider})
    return Phrase("privacy-model-own" if shop.own_model else "privacy-no-model")
