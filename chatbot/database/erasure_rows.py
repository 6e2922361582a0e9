"""Forgetting a person, and the list of erasures, by which a restored copy forgets them again.

The list names keys, not people: a fingerprint is the SHA-256 of a key of 32 random bytes, and says nothing once that
key is destroyed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from chatbot.database.sealing import add_erasure
from chatbot.database.step import Step
from chatbot.database.tables import erasures
from chatbot.database.trace_rows import blank_person, keep_unread, unread_of

_ERASURES = select(erasures.c.fingerprint, erasures.c.erased_at).order_by(erasures.c.erased_at, erasures.c.fingerprint)


def erase_person(step: Step, telegram_id: int) -> None:
    """Make unreadable for ever what this person wrote and was told, their name and contacts; their rows stay.

    Nor do their ids stay in any plain column: see `blank_person`.

    To be harmless where it was done before: a restored copy is told all erasures again.
    """
    step.vault.destroy(telegram_id, step.now)
    blank_person(step, telegram_id)


def erase_but_unread(step: Step, telegram_id: int) -> None:
    """The same now, at the person's wish: what they wrote after it and nobody has read yet is of somebody who comes
    back, and keeps its place under a key of its own."""
    unread = unread_of(step, telegram_id)
    erase_person(step, telegram_id)
    keep_unread(step, telegram_id, unread)


def all_erasures(step: Step) -> dict[str, datetime]:
    """When each destroyed key was destroyed, by its fingerprint, the oldest first."""
    return {row["fingerprint"]: row["erased_at"] for row in step.all(_ERASURES)}


def erase_again(step: Step, listed: Mapping[str, datetime]) -> int:
    """Erase everyone whose key is on the list, and keep the list; how many there were to erase."""
    for fingerprint, erased_at in listed.items():
        add_erasure(step.connection, fingerprint, erased_at)
    known = step.vault.fingerprints()
    again = [subject for fingerprint, subject in known.items() if fingerprint in listed]
    for subject in again:
        erase_person(step, subject)
    return len(again)
