"""Whoever writes for the first time is told that what they write is kept, whichever way they come, and once."""

from __future__ import annotations

import pytest
from people_bench import CLIENT, FOUNDER, Bench

from chatbot.use_cases import trouble
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.replies import Phrase

KEPT = "What you write here is stored so that we can work on it: /privacy"


def told(bench: Bench, who: int = CLIENT) -> int:
    return sum(KEPT in one.text for one in bench.told[who])


@pytest.fixture
def stranger(bench: Bench) -> Bench:
    """A shop, and somebody who has not written yet."""
    bench.people[CLIENT] = Person(CLIENT, "Lin Wei", "", "en")
    return bench


@pytest.mark.parametrize("first", ["/start", "/help", "/nonsense", "a shop for tea"])
async def test_it_is_told_with_the_first_answer_whatever_came_first(stranger: Bench, first: str) -> None:
    for _ in range(2):
        if first.startswith("/"):
            await stranger.command(CLIENT, first[1:])
        else:
            await stranger.say(CLIENT, first)
        await stranger.say(CLIENT, "and one for coffee")
    assert told(stranger) == (2 if first == "/start" else 1)  # Start says it each time
    assert KEPT in stranger.told[CLIENT][0].text


async def test_somebody_whose_first_word_fails_is_told_too(stranger: Bench) -> None:
    fault = trouble.Fault(Phrase("aside-picture"), "KeyError", stranger.people[CLIENT], CLIENT)
    await stranger.do(trouble.report_trouble, fault)
    assert told(stranger) == 1


async def test_somebody_who_was_forgotten_and_writes_without_start_is_told_again(stranger: Bench) -> None:
    await stranger.say(CLIENT, "a shop for tea")
    await stranger.command(CLIENT, "forget")
    await stranger.press(CLIENT, "Forget me")
    await stranger.say(CLIENT, "a shop for coffee")
    assert told(stranger) == 2


async def test_the_crew_is_not_told(stranger: Bench) -> None:
    await stranger.say(FOUNDER, "hello")
    assert told(stranger, FOUNDER) == 0
