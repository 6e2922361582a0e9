"""How people are named to others."""

from __future__ import annotations

from datetime import UTC, datetime

from chatbot.domain.people import Contact
from chatbot.use_cases.names import first_name, full_name
from chatbot.use_cases.replies import Recalled


def somebody(name: str) -> Contact:
    since = datetime(2026, 3, 2, tzinfo=UTC)
    return Contact(5, 501, name, "", "en", language_chosen=False, pseudonym="client-5", created_at=since)


def test_a_name_that_was_stored_with_direction_characters_is_told_without_them() -> None:
    assert full_name(somebody("\u202eTom\u202c  Ray")) == Recalled("full_name", 5, "Tom Ray")
    assert first_name(somebody("\u202e")) == Recalled("first_name", 5, "client-5")
