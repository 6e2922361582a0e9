"""What a founder writes reaches whom it is meant for, and what was decided or told stays so."""

from __future__ import annotations

from journeys.scenes import to_agreement, to_card, to_quote
from journeys.test_trial import OFFERED, PAID
from journeys.transcript import Open, Stage


async def test_words_after_a_failed_edit_reach_no_client_even_in_talk_mode(shop: Stage) -> None:
    await to_card(shop)
    edit = await shop.button("Alex", "#button-edit")
    await shop.play("""
        Lin: /human
        Alex < #hand-off-card | Lin
        Alex [#hand-off-button-talk]
        Alex < #talk-now | Lin
    """)
    await shop.press("Alex", edit)
    await shop.play("""
        Alex < #edit-what
        Alex: make it blue
        Alex < #edit-nothing
        Alex: range 50-60k
        Alex < #card-title | version 2 | 50,000
        Lin - 50
        Lin - blue
    """)


async def test_an_edit_of_what_was_sent_does_not_change_what_the_transcript_says(shop: Stage) -> None:
    await shop.play("""
        Kim: /human
        Kim < Alex
        Kim: are you there?
        Alex < are you there?
        Alex reply: we talk tomorrow
        Kim < we talk tomorrow
        Alex edit: I promise 10,000
        Alex < #edit-not-sent
        Alex: /lead 1
        Alex < we talk tomorrow
        Alex - I promise
        Kim - I promise
    """)


async def test_a_second_project_waits_while_a_person_has_the_chat(shop: Stage) -> None:
    await shop.play("""
        Kim: I need a web shop for tea
        Kim [#button-human]
        Kim < #hand-off-asked
        Kim: /new
        Kim < #refused-new-in-hand-off
        Alex: /lead 2
        Alex < #refused-no-lead
    """)


async def test_late_presses_do_not_undo_an_acceptance(shop: Stage) -> None:
    await to_quote(shop)
    change, not_now = await shop.button("Kim", "#button-change"), await shop.button("Kim", "#button-not-now")
    await shop.play("Kim [#button-accept]\nKim < #accepted")
    for late in (change, not_now):
        await shop.press("Kim", late)
        await shop.play("Kim ! #notice-accepted-already")
    await shop.play("""
        Alex: /lead 1
        Alex < Wants to go ahead | accepted by the client
        Kim - #not-now-why
        Kim - #change-what
    """)


async def test_a_founders_edit_survives_a_new_draft_and_the_clients_words_stand_on_the_card(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex [#button-edit]
        Alex < #edit-what
        Alex: drop the SMS reminders
        Alex < #card-title | version 2 | − SMS reminders
        Alex [#button-ask]
        Alex < #ask-what
        Alex: Which calendar do you use?
        Kim < #founder-asks
        Kim: We keep it all in a Google calendar
        Alex < #card-title | version 3 | #card-written | Google calendar | #card-exclusions | SMS reminders
        Alex - + SMS reminders
    """)


async def test_emoji_alone_use_up_no_question(shop: Stage) -> None:
    await shop.play("""
        Kim: 😀😀🎉
        Kim < #nothing-yet
        Kim: I need a web shop for tea
        Kim < online shop
        Kim: ...
        Kim < #question-still-open
    """)


async def test_where_nothing_was_drawn_the_client_is_told_of_no_map(shop: Stage) -> None:
    await shop.play("""
        Kim: We need a bot that cracks the WeChat protocol to add friends automatically from 500 personal accounts
        Kim < #progress-handed
        Kim < #review-promised-read
        Alex < #card-title | #card-concern
        Kim - #progress-done
    """)


async def test_a_won_project_stays_with_the_person_who_talks(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play("""
        Alex: /won 1 30000
        Alex [#booking-button-book]
        Kim < #won-client
        Kim: when do we start?
        Alex < when do we start? | lead 1
        Alex: /lead 2
        Alex < #refused-no-lead
    """)


async def test_nothing_is_approved_while_the_clients_words_wait_to_be_read(open_shop: Open) -> None:
    shop = await open_shop(burst_seconds=4)
    await to_card(shop)
    await shop.play("Kim: We also need online payment by card")
    await shop.settled()
    await shop.play("""
        Alex [#button-approve]
        Alex ! #refused-words-wait
        Alex < #card-title | version 2 | #card-written | online payment
        Kim - #quote-price
        Alex [#button-approve]
        Kim <pdf #quote-price | 2026-0001-2
    """)


async def test_a_reason_tapped_late_does_not_stand_against_an_acceptance(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("Kim [#button-not-now]\nKim < #not-now-why")
    reason = await shop.button("Kim", "#not-now-price")
    await shop.play("Kim [#button-accept]\nKim < #accepted")
    await shop.press("Kim", reason)
    await shop.play("""
        Kim ! #refused-question-over
        Alex - #not-now-founder
    """)


async def test_a_credited_deposit_is_told_to_both_and_offered_once(shop: Stage) -> None:
    await to_card(shop)
    await shop.play(OFFERED)
    await shop.play(PAID)
    await shop.play("""
        Alex [#trial-button-feasible]
        Kim < #progress-done
        Alex < #card-title | version 2 | #card-credited | 5,000
        Alex no [#button-trial]
        Alex [#button-approve]
        Kim <pdf #quote-credited | 5,000
    """)


async def test_the_founder_is_told_where_the_catalogue_cannot_read_the_language(shop: Stage) -> None:
    await shop.play("""
        Kim: Hallo, ich brauche eine App für meine Bäckerei, Bestellung und Abholung, iPhone und Android
        Kim [#button-draft]
        Alex < #card-title | #card-language-unread
    """)
