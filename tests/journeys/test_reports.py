"""The founder's view: /pipeline as a picture, /leads by stage, /lead with all about one."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import MovableClock
from journeys.scenes import referred, to_agreement, to_card, to_quote
from journeys.transcript import Open, Stage, words

from chatbot.domain.money import PriceRange
from chatbot.domain.people import LANGUAGES
from chatbot.texts.values import range_text
from chatbot.use_cases.ports import Transaction

NAMED = [("quoted", "Kim"), ("reviewing", "Nora"), ("listening", "Lin")]
BY_LANGUAGE = {
    "en": ("To be approved", "not now"),
    "zh": ("待审批", "暂缓"),
    "fr": ("à valider", "pas maintenant"),
    "es": ("Por aprobar", "ahora no"),
}


async def three_leads(stage: Stage) -> None:
    """Kim has a quote, Nora's waits for the founder, Lin has only begun to tell."""
    await to_quote(stage)
    await stage.newcomer("Nora")
    await to_card(stage, "Nora", 2)
    await stage.play("Lin: 你好，我想做一个卖花的微信小程序\nLin < ？")


def drawn(stage: Stage) -> dict[str, Any]:
    """What was drawn in the last picture of the pipeline."""
    return [data for template, data, _ in stage.bot._around.pictures.asked if template == "pipeline"][-1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_founder_sees_all_leads_in_their_language(open_shop: Open, language: str) -> None:
    stage = await open_shop(founder_language=language)
    await three_leads(stage)
    await stage.play("Alex: /pipeline\nAlex <photo #pipeline-caption | #pipeline-waits | #pipeline-to-decide")
    assert drawn(stage)["font_lang"] == language
    reviewing, paused = BY_LANGUAGE[language]
    await stage.play(f"""
        Alex: /leads
        Alex < #leads-title | Kim | Nora | Lin
        Alex: /leads {reviewing}
        Alex < #leads-title | Nora
        Alex: /leads {paused}
        Alex < #leads-none | #leads-stages
        Alex: /leads bananas
        Alex < #leads-unknown-stage | bananas | #leads-stages
        Alex: /lead 1
        Alex < #lead-head | #lead-no-friend | #lead-brief | #lead-quotes | #lead-promises | #lead-last-words
        Alex: /lead 99
        Alex < #refused-no-lead | 99
        Alex: /lead
        Alex < #money-no-number
    """)


@pytest.mark.parametrize(("stage_name", "client"), NAMED)
async def test_a_stage_lists_its_own_leads_alone(shop: Stage, stage_name: str, client: str) -> None:
    await three_leads(shop)
    await shop.play(f"Alex: /leads {stage_name}\nAlex < #leads-title | Leads: 1 | {client}")
    said = words(shop.players["Alex"].last)
    assert [name for _, name in NAMED if name in said] == [client]


async def test_the_pipeline_counts_sums_and_knows_the_oldest(shop: Stage, clock: MovableClock) -> None:
    await three_leads(shop)
    clock.forward(days=3)
    await shop.newcomer("Olga")
    await to_quote(shop, "Olga", 4)
    await shop.play("Alex: /pipeline\nAlex <photo 4 open leads | 1 to approve or decline (lead 2)")
    columns = [column for column in drawn(shop)["columns"] if column["count"]]
    assert [(column["label"], column["count"]) for column in columns] == [
        ("Telling us", 1),
        ("To be approved", 1),
        ("Quoted", 2),
    ]
    assert columns[-1]["oldest"] == "3 days"
    assert columns[-1]["sum"] == range_text(await shop.bot.steps.run(_both_ranges), "en")
    assert columns[0]["sum"] is None


def _both_ranges(tx: Transaction) -> PriceRange:
    """What the quotes of the leads 1 and 4 come to."""
    one, other = (tx.quotes.of_lead(lead)[-1].price for lead in (1, 4))
    assert one is not None
    assert other is not None
    return PriceRange(one.low + other.low, one.likely + other.likely, one.high + other.high)


async def test_the_picture_of_the_pipeline_is_really_drawn(open_shop: Open) -> None:
    stage = await open_shop(founder_language="zh", drawn=True)
    await stage.play("Alex: /pipeline\nAlex <photo #pipeline-caption | #pipeline-nothing-waits")
    await three_leads(stage)
    await stage.play("Alex: /pipeline\nAlex <photo #pipeline-caption | #pipeline-to-decide")
    picture = await stage.people.file(stage.players["Alex"].last)
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000


async def test_a_lead_shows_friend_money_and_what_was_told_to_the_founder_alone(open_shop: Open) -> None:
    stage = await open_shop(team=True)
    await referred(stage)
    await to_agreement(stage)
    price = next(words(one) for one in await stage.messages(stage.players["Kim"]) if one["kind"] == "document")
    await stage.play(
        """
        Alex: /won 1 30000
        Alex < #booking-won
        Alex [#booking-button-book]
        Alex: /paid 1 10000
        Alex < #booking-paid
        Alex [#booking-button-book]
        Alex: /lead 1
        Alex < #lead-head | #lead-friend | Marie | #lead-money | 30,000 | 10,000 | 500 | #lead-told-quote | {price}
        Tim: /lead 1
        Tim < #lead-head | Won
        """,
        price=price.splitlines()[0],
    )
    for_team = words(stage.players["Tim"].last).split("Last words")[0]  # what the client was told is no secret
    assert "30,000" not in for_team
    assert price.splitlines()[0] not in for_team


async def test_the_report_opens_the_card_that_waits(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("""
        Alex: /lead 1
        Alex < #lead-head | To be approved
        Alex [#lead-button-card]
        Alex < #card-title | #card-price
        Alex [#button-approve]
        Kim <pdf #quote-price
        Alex: /lead 1
        Alex < #lead-head | Quoted
    """)
