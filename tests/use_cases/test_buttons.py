"""What a button carries says nothing, is beyond guessing, and works once where a second press would decide anew."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from shop_world import FOUNDER, STRANGER, World

from chatbot.domain.errors import IllegalStep, NotAllowed, Refusal
from chatbot.domain.people import Contact, Role
from chatbot.use_cases import entry
from chatbot.use_cases.incoming import Pressed
from chatbot.use_cases.ports import Transaction

USE_CASES = Path(entry.__file__).parent
LONGEST_DATA = 64  # bytes, Telegram's
ENOUGH_BITS = 96
ONCE = sorted(name for name, press in entry.PRESSES.items() if press.once)


async def made(world: World, action: str, only: Contact | None) -> str:
    token: str = await world.do(lambda tx: tx.buttons.add(action, {"lead": 1}, only.id if only else None))
    return token


def by(world: World, contact: Contact, token: str) -> Pressed:
    return replace(world.pressed(contact), token=token)


@pytest.mark.parametrize("action", entry.PRESSES)
async def test_a_buttons_data_is_short_opaque_and_random(world: World, client: Contact, action: str) -> None:
    asked: list[int] = []

    def make(tx: Transaction) -> str:
        random = tx.random_bytes

        def counted(count: int) -> bytes:
            asked.append(count)
            return random(count)

        object.__setattr__(tx.buttons._step, "random_bytes", counted)  # type: ignore[attr-defined]
        return tx.buttons.add(action, {"lead": 12, "text": "a long answer to tap " * 20}, client.id)

    token = await world.do(make)
    assert len(token.encode()) <= LONGEST_DATA
    assert sum(asked) * 8 >= ENOUGH_BITS
    assert action not in token
    assert re.fullmatch(r"[\w-]+", token)


@pytest.mark.parametrize("data", ["", "x", "A" * 20, "approve:1", "' OR 1=1 --", "\x00", "ü" * 32, "🙂" * 16])
async def test_forged_data_leads_to_nothing(world: World, client: Contact, data: str) -> None:
    await made(world, "human", client)
    with pytest.raises(IllegalStep, match="refused-button-unknown"):
        await world.do(entry.press, by(world, client, data))


@pytest.mark.parametrize("action", entry.PRESSES)
async def test_a_button_made_for_one_person_is_nobody_elses(world: World, client: Contact, action: str) -> None:
    """Not even a founder's; and the attempt does not use it up."""
    token = await made(world, action, client)
    for other in (await world.person(STRANGER, "Max"), await world.person(FOUNDER, "Alex")):
        with pytest.raises(NotAllowed):
            await world.do(entry.press, by(world, other, token))
    assert (await world.do(lambda tx: tx.buttons.get(token))).used_at is None


@pytest.mark.parametrize("action", ONCE)
async def test_a_button_that_decides_is_used_up_by_its_press(world: World, client: Contact, action: str) -> None:
    rule = entry.PRESSES[action].rule
    presser = client if rule.allows(Role.PERSON) else await world.person(FOUNDER, "Alex")
    token = await made(world, action, presser)
    await world.do(lambda tx: tx.buttons.use(token))
    with pytest.raises(IllegalStep, match="refused-button-used"):
        await world.do(entry.press, by(world, presser, token))


async def test_a_press_that_was_refused_has_not_used_the_button_up(world: World, client: Contact) -> None:
    token = await made(world, "skip", client)  # of a lead that does not exist
    with pytest.raises(Refusal):
        await world.do(entry.press, by(world, client, token))
    assert (await world.do(lambda tx: tx.buttons.get(token))).used_at is None


def test_every_button_that_may_be_pressed_again_says_why() -> None:
    lines = [line for path in USE_CASES.rglob("*.py") for line in path.read_text(encoding="utf-8").splitlines()]
    again = [line for line in lines if re.match(r'\s+"\w+": Press\(.*once=False', line)]
    assert len(again) == len(entry.PRESSES) - len(ONCE)
    assert [line for line in again if not re.search(r"\),  # \w+", line)] == []
