"""What people send by mistake or in bad faith: a clear sentence, and nothing changes that should not."""

from __future__ import annotations

import asyncio

from journeys.scenes import CLINIC, referred, to_card, to_quote
from journeys.transcript import Open, Stage, holds, words


async def test_what_cannot_be_read_gets_a_sentence_and_nothing_is_drawn(shop: Stage) -> None:
    await shop.play("""
        Kim start
        Kim < Lantern Software
        Kim sticker
        Kim < #heard-unreadable
        Kim location
        Kim < #heard-unreadable
        Kim poll
        Kim < #heard-unreadable
        Kim: 👍👍👍
        Kim < #nothing-yet
        Kim: .
        Kim < #nothing-yet
        Kim: /status
        Kim < #status-listening
        Alex - Kim
    """)


async def test_a_huge_message_is_read_like_any_other(shop: Stage) -> None:
    story = f"{CLINIC} " + "It should look calm and friendly to people who are afraid of dentists. " * 110
    await shop.people.send(shop.players["Kim"].id, story)
    await shop.play("""
        Kim [#button-draft]
        Alex < #card-price | Lead 1 · Kim
    """)


async def test_a_photo_without_words_is_kept_and_shown_to_the_founder(shop: Stage) -> None:
    await shop.play("""
        Kim photo:
        Kim < #heard-file
        Alex <photo #relay-file
    """)


async def test_a_forwarded_message_is_read_like_the_clients_own(shop: Stage) -> None:
    await shop.play(f"Kim: {CLINIC}\nKim < ?")
    kim = shop.players["Kim"]
    await shop.people.forward(kim.id, kim.own)
    await shop.play("Kim < ?\nKim [#button-draft]\nAlex < Lead 1 · Kim")


async def test_an_edit_of_an_old_message_is_read_again_and_changes_the_draft(shop: Stage) -> None:
    await shop.play("""
        Kim: I need a landing page with a booking form for my dental clinic.
        Kim < ?
        Kim edit: I need a landing page with a booking form and SMS reminders for my dental clinic. Budget 30k RMB.
        Kim < ?
        Kim [#button-draft]
        Alex < Lead 1 · Kim | #card-price | Budget | CN¥30,000
    """)


async def test_an_unknown_command_gets_a_sentence(shop: Stage) -> None:
    await shop.play("""
        Kim: /frobnicate now
        Kim < #refused-unknown-command
        Lin: /frobnicate
        Lin < #refused-unknown-command
        Alex: /frobnicate
        Alex < #refused-unknown-command
    """)


async def test_a_founders_command_is_unknown_to_a_client(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("""
        Kim: /won 1 1
        Kim < #refused-unknown-command
        Kim: /pipeline
        Kim < #refused-unknown-command
        Kim: /lead 1
        Kim < #refused-unknown-command
        Kim: /status
        Kim < #status-quoted
    """)


async def test_a_strangers_press_on_a_founders_button_decides_nothing(shop: Stage) -> None:
    await to_card(shop)
    _, approve = await shop.button("Alex", "#button-approve")
    await shop.play("Lin start\nLin < Lantern Software")
    for who in ("Lin", "Kim"):
        await shop.press(who, shop.forged(who, approve))
        await shop.play(f"{who} ! #refused-not-allowed")
    await shop.play("Kim - #quote-price\nAlex [#button-approve]\nKim <pdf #quote-price")


async def test_a_clients_button_is_that_clients_alone(shop: Stage) -> None:
    await to_quote(shop)
    _, accept = await shop.button("Kim", "#button-accept")
    await shop.play("Lin start\nLin < Lantern Software")
    await shop.press("Lin", shop.forged("Lin", accept))
    await shop.play("Lin ! #refused-not-allowed\nKim: /status\nKim < #status-quoted\nKim - #accepted")


async def test_a_made_up_button_does_nothing(shop: Stage) -> None:
    await shop.play("Kim start\nKim < Lantern Software")
    await shop.press("Kim", shop.forged("Kim", "no-such-token"))
    await shop.play("Kim ! #refused-button-unknown")


async def test_two_founders_who_approve_at_once_send_one_quote(open_shop: Open) -> None:
    stage = await open_shop(founders=2)
    await to_card(stage)
    await stage.play("Robin < #card-price | Lead 1 · Kim")
    alex, robin = await stage.button("Alex", "#button-approve"), await stage.button("Robin", "#button-approve")
    told = await asyncio.gather(stage.press("Alex", alex), stage.press("Robin", robin))
    assert sorted(holds(answer, "#refused-quote-approved", "en") for answer in told) == [False, True]
    await stage.play("Alex < #card-done-approved\nRobin < #card-done-approved\nKim <pdf #quote-price")
    await stage.settled()
    quotes = [one for one in await stage.messages(stage.players["Kim"]) if one["kind"] == "document"]
    assert len(quotes) == 1
    assert holds(await stage.press("Alex", alex), "#refused-quote-approved", "en")


async def test_the_first_friends_code_counts_and_ones_own_does_not(shop: Stage) -> None:
    code = await referred(shop)
    await shop.play(
        """
        Marie start {code}
        Marie < #referral-own-code
        Kim start {code}
        Kim < #referral-same
        Lin start
        Lin < Lantern Software
        Lin: /refer
        Lin <photo #refer-intro
        """,
        code=code,
    )
    other = words(shop.players["Lin"].last).split("start=")[1].split()[0]
    await shop.play(
        f"Kim start {other}\nKim < #referral-first-counts\nKim start r_zzzzzzzz\nKim < #referral-unknown-code"
    )
    await to_card(shop)
    await shop.play("Alex: /lead 1\nAlex < #lead-friend | Marie")


async def test_a_group_that_it_does_not_know_hears_one_sentence_and_is_left(shop: Stage) -> None:
    alex = shop.players["Alex"].id
    group = await shop.people.group("Chess club", [alex])
    shop.join("Alex@club", alex, chat_id=group)
    await shop.play("Alex@club < #group-unknown")
    await shop.settled()
    said = [one for one in await shop.messages(shop.players["Alex@club"]) if one["from_id"] != alex]
    assert len([one for one in said if holds(words(one), "#group-unknown", "en")]) == 1
