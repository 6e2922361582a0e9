"""The disk full, the database locked, read-only, damaged or gone, in the middle of a conversation with the whole bot:
clear words, nothing lost, and it goes on by itself."""

from __future__ import annotations

import pytest
from fakes import MovableClock
from faults.trouble import Complaints, full, held_by_another, make_room, may_write, transcript_of
from journeys.transcript import Open, Stage

from chatbot import outage_news
from chatbot.domain.people import LANGUAGES

LONG = "I need a website for my bakery with a menu and online orders. " + "It has to be warm and simple. " * 130


async def test_a_full_disk_costs_no_message_and_is_told_once(kim: Stage, complaints: Complaints) -> None:
    await full(kim.bot.store)
    await kim.play(f"Kim: {LONG}")
    await complaints.said("is full; make room")
    await kim.bot.store.run(make_room)
    await kim.play("Kim < Bakery")
    assert await transcript_of(kim, "Kim") == [LONG.strip()]
    assert len(complaints.lines) == 1


async def test_a_disk_with_room_for_the_update_but_not_for_its_effect_sets_nothing_aside(
    kim: Stage, complaints: Complaints
) -> None:
    await full(kim.bot.store, pages_left=2)
    await kim.play(f"Kim: {LONG}")
    await complaints.said("is full; make room")
    await kim.bot.store.run(make_room)
    await kim.play("Kim < Bakery")
    assert await transcript_of(kim, "Kim") == [LONG.strip()]
    assert len(complaints.lines) == 1


async def test_a_lock_of_another_process_is_waited_for(kim: Stage, complaints: Complaints) -> None:
    async with held_by_another(kim.bot.store.path):
        await kim.play(f"Kim: {LONG}")
        await complaints.said("is locked by another program")
    await kim.play("Kim < Bakery")
    assert await transcript_of(kim, "Kim") == [LONG.strip()]
    assert len(complaints.lines) == 1


async def test_a_right_to_write_that_is_lost_and_given_back_costs_nothing(kim: Stage, complaints: Complaints) -> None:
    await may_write(kim.bot.store, allowed=False)
    await kim.play(f"Kim: {LONG}")
    await complaints.said("cannot be written")
    await may_write(kim.bot.store, allowed=True)
    await kim.play("Kim < Bakery")
    assert await transcript_of(kim, "Kim") == [LONG.strip()]
    assert len(complaints.lines) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_founder_hears_of_it_without_the_database_and_that_it_is_over(
    open_shop: Open, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outage_news, "WORTH_TELLING", 0.0)
    shop = await open_shop(founder_language=language)
    await may_write(shop.bot.store, allowed=False)
    await shop.play("Kim start\nAlex < #outage-begun | #outage-why-readonly")
    await may_write(shop.bot.store, allowed=True)
    await shop.play("Kim < Lantern Software\nAlex < #outage-over\nAlex - bot.db")


async def test_after_more_than_a_day_the_founder_hears_that_messages_can_be_missing(
    shop: Stage, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outage_news, "WORTH_TELLING", 0.0)
    await may_write(shop.bot.store, allowed=False)
    await shop.play("Kim start\nAlex < #outage-begun")
    clock.forward(hours=25)
    await may_write(shop.bot.store, allowed=True)
    await shop.play("Alex < #outage-over-long\nAlex - #outage-over")


async def test_what_is_over_soon_bothers_no_founder(kim: Stage, complaints: Complaints) -> None:
    await may_write(kim.bot.store, allowed=False)
    await complaints.said("cannot be written")
    await may_write(kim.bot.store, allowed=True)
    await kim.play(f"Kim: {LONG}\nKim < Bakery\nAlex - cannot be written")
