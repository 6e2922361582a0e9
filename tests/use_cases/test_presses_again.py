"""The same press under another number of Telegram's: it changes nothing more and says nothing more, for any button."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from telegram import Update
from use_cases.gate_scene import Attempt, Scene, scene

from chatbot.domain.errors import Refusal
from chatbot.telegram_ui.arrivals import pressed_from
from chatbot.telegram_ui.intake import store_updates
from chatbot.use_cases import entry
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.routing import Rule


def comes(tx: Transaction, number: int, token: str, person: Person) -> None:
    """The press comes under this number, and what is new in the inbox is handled."""
    user = {"id": person.telegram_id, "is_bot": False, "first_name": person.name}
    message = {"message_id": 5_000, "date": 1_700_000_000, "chat": {"id": person.telegram_id, "type": "private"}}
    query = {"id": "4382bfdwdsb323b2d9", "from": user, "message": message, "chat_instance": "1", "data": token}
    store_updates(tx, [{"update_id": number, "callback_query": query}], None)
    for row in tx.inbox.oldest_of_each_chat((), 10):
        update = Update.de_json(dict(row.payload), None)
        assert update.callback_query is not None
        pressed = pressed_from(update.callback_query)
        assert pressed is not None
        with suppress(Refusal):
            entry.press(tx, pressed)
        tx.inbox.done(row.id)


def pressed_again(now: Scene, action: str) -> Attempt:
    """Such a button was pressed; the press comes once more."""
    owner = now.lead.client_id if entry.PRESSES[action].rule is Rule.ANYBODY else None
    token: list[str] = []

    def prepare(tx: Transaction, person: Person) -> None:
        token[:] = [tx.buttons.add(action, now.args, owner)]
        comes(tx, 1, token[0], person)

    return Attempt(lambda tx, person, _chat_id, _private: comes(tx, 2, token[0], person), prepare)


async def changes(folder: Path) -> dict[str, frozenset[str]]:
    """By button, the tables that the same press changed when it came again."""
    async with scene(folder) as now:
        return {
            action: (
                await now.tried("client" if one.rule is Rule.ANYBODY else "founder", pressed_again(now, action))
            ).changed
            for action, one in entry.PRESSES.items()
        }


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, frozenset[str]]:
    return asyncio.run(changes(tmp_path_factory.mktemp("again")))


@pytest.mark.parametrize("action", entry.PRESSES)
def test_a_press_that_comes_again_under_another_number_is_nothing_new(
    changed: dict[str, frozenset[str]], action: str
) -> None:
    assert changed[action] == frozenset()
