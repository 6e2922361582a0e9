"""The founder's card: preview, edit, own range, asking the client, declining; nothing goes out without Approve."""

from __future__ import annotations

import pytest
from fakes import StillPictures
from journeys.scenes import referred, to_card, to_quote
from journeys.transcript import Open, Stage, words

CARD = "#button-approve #button-preview #button-edit #button-ask #button-trial #button-decline #button-take-over"


async def test_the_card_says_all_that_a_decision_needs(shop: Stage) -> None:
    await referred(shop)
    await to_card(shop)
    for button in CARD.split():
        assert await shop.button("Alex", button)
    await shop.play("Kim - #quote-price\nKim - CN¥\nKim - person-days")
    card = words(shop.players["Alex"].last)
    for line in ("Marie", "person-days", "weeks", "Dental clinic"):
        assert line in card


async def test_the_preview_is_in_the_clients_language_and_sends_nothing(shop: Stage) -> None:
    await shop.play("""
        Lin: 我们牙科诊所要一个网站，能在线预约，有短信提醒，三位医生。
        Lin [#button-draft]
        Alex < #card-title | Lin
        Alex [#button-preview]
        Alex < #preview-follows | Lin
        Alex <photo #quote-map@zh
        Alex <pdf #quote-price@zh | #quote-next@zh
        Lin - #quote-price
        Alex [#button-approve]
        Lin <pdf #quote-price
    """)


async def test_the_clients_map_shows_no_person_days_and_the_founders_does(shop: Stage) -> None:
    await to_quote(shop)
    pictures = shop.bot._around.pictures
    assert isinstance(pictures, StillPictures)
    founders, clients = [str(data) for _, data, form in pictures.asked if form == "png"]
    assert "person-days" in founders
    assert "person-days" not in clients


async def test_an_edit_in_plain_words_makes_a_new_version_and_shows_the_difference(shop: Stage) -> None:
    await to_card(shop)
    approve = await shop.button("Alex", "#button-approve")
    await shop.play("""
        Alex [#button-edit]
        Alex < #edit-what
        Alex: drop the SMS reminders, add online payment
        Alex < #edit-working
        Alex < #card-title | version 2 | #card-changes | − SMS reminders
        Kim - #quote-price
    """)
    await shop.press("Alex", approve)
    await shop.play("Alex ! #refused-quote-superseded\nKim - #quote-price")
    await shop.play("Alex [#button-approve]\nKim <pdf #quote-price | 2026-0001-2")


async def test_a_range_of_the_founder_stands_beside_the_computed_one_and_the_client_is_told(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex [#button-edit]
        Alex < #edit-what
        Alex: range 55-70k
        Alex < #card-title | version 2 | #card-price-founder | 55,000–70,000
        Alex [#button-approve]
        Kim <pdf 55,000–70,000 | #quote-means-founder
        Kim - #quote-means-early
    """)


async def test_words_that_change_nothing_are_said_to_change_nothing(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex [#button-edit]
        Alex: drop the flux capacitor
        Alex < #edit-nothing | flux capacitor
        Alex - version 2
        Alex [#button-edit]
        Alex: range cheap
        Alex < range
        Alex [#button-edit]
        Alex: /cancel
        Alex < #cancelled
    """)


async def test_an_edit_after_the_approval_withdraws_the_quote_and_its_buttons(shop: Stage) -> None:
    await to_card(shop)
    edit = await shop.button("Alex", "#button-edit")
    await shop.play("Alex [#button-approve]\nKim <pdf #quote-price")
    accept = await shop.button("Kim", "#button-accept")
    await shop.press("Alex", edit)
    await shop.play("""
        Alex < #edit-what
        Alex: range 55-70k
        Alex < #card-title | version 2
        Kim < #quote-withdrawn
    """)
    await shop.press("Kim", accept)
    await shop.play("""
        Kim ! #refused-quote-replaced-soon
        Kim - #accepted
        Alex [#button-approve]
        Kim <pdf 55,000
    """)
    await shop.press("Kim", accept)
    await shop.play("Kim ! #refused-quote-replaced\nKim [#button-accept]\nKim < #accepted")


async def test_the_founders_question_reaches_the_client_and_the_answer_leads_to_a_new_draft(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex [#button-ask]
        Alex < #ask-what
        Alex: Do patients pay online?
        Kim < #founder-asks | Do patients pay online?
        Alex < #asked-client | Kim
        Kim: Yes, they should pay online by card when they book
        Alex < #card-title | version 2 | payment
    """)


@pytest.mark.parametrize("reason", ["full", "field", "rules", "size"])
async def test_declining_for_a_reason_tells_the_client_kindly(shop: Stage, reason: str) -> None:
    await referred(shop)
    await to_card(shop)
    await shop.play(f"""
        Alex [#button-decline]
        Alex < #decline-why
        Alex [#decline-reason-{reason}]
        Kim < #declined | #declined-because-{reason} | #declined-thanks
        Alex < #declined-done
        Marie < #referral-news-lost
        Alex no [#button-approve]
        Kim: /status
        Kim < #status-declined
    """)


async def test_declining_in_words_gives_them_to_the_client_as_the_founders(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex [#button-decline]
        Alex < #decline-why
        Alex: We have never built for clinics, and you deserve better.
        Kim < #declined-in-words | Alex | never built for clinics
        Kim < #declined-thanks
        Kim - #quote-price
    """)


async def test_declining_can_be_thought_better_of(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex [#button-decline]
        Alex < #decline-why
        Alex [#button-cancel]
        Alex: well then
        Alex < #talk-to-nobody
        Kim - #declined-thanks
        Alex [#button-approve]
        Kim <pdf #quote-price
    """)


@pytest.mark.parametrize("language", ["en", "zh", "fr", "es"])
async def test_the_card_speaks_the_founders_language(open_shop: Open, language: str) -> None:
    stage = await open_shop(founder_language=language)
    await stage.play("""
        Kim: I need a landing page with a booking form for my dental clinic, 3 doctors, with SMS reminders.
        Kim [#button-draft]
        Alex < #card-title | #card-price | #card-assumed | #card-history
        Alex [#button-approve]
        Alex < #card-done-approved
        Kim <pdf #quote-price | #quote-means-early
    """)
