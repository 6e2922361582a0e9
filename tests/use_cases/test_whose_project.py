"""Which project a client's words and wishes are about: the one talked of, and after the last was closed still that."""

from __future__ import annotations

import pytest
from people_bench import CLIENT, FOUNDER, Bench

from chatbot.domain.lead_flow import Stage


@pytest.mark.parametrize("words", ["/human", "my logo is too small"])
async def test_after_the_last_was_signed_a_wish_for_a_person_and_plain_words_are_about_it(
    bench: Bench, words: str
) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    await bench.lead(Stage.WON)
    if words.startswith("/"):
        await bench.command(CLIENT, words[1:])
    else:
        await bench.say(CLIENT, words)
    assert "Lin Wei · lead 1" in bench.all_told(FOUNDER)
    assert "lead 2" not in bench.all_told(FOUNDER)
    (status,) = await bench.command(CLIENT, "status")
    assert "Bakery shop" in status
    assert "listening" not in status


async def test_somebody_without_a_project_who_wants_a_person_gets_one_to_talk_about(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    await bench.command(CLIENT, "human")
    assert "Lin Wei · lead 1" in bench.all_told(FOUNDER)


async def test_a_second_call_for_a_person_is_about_the_project_that_the_first_was_about(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    await bench.lead(Stage.WON)
    await bench.command(CLIENT, "human")
    await bench.lead(title="Tea shop")
    await bench.command(CLIENT, "human")
    assert "lead 1" in bench.last(FOUNDER)
