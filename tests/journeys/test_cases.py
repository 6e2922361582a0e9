"""The inquiries of tests/cases, played through the whole bot to the founder's card."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
import yaml
from journeys.transcript import Message, Stage, holds, words

from chatbot.domain.lead import Quote
from chatbot.domain.mind_map import Priority

FILES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
CASES: dict[str, dict[str, Any]] = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in FILES}
UNLAWFUL = "05_wechat_protocol_zh"
ORDINARY = [name for name in CASES if name != UNLAWFUL]
AMOUNTS = ("¥", "CNY", "RMB", "€", "EUR", "万元")
ON_THE_CARD = {
    "01_books_zh": ("CN¥60,000–80,000", "明年 2 月底"),
    "02_restaurant_fr": ("#card-budget-unread", "elivery"),
    "03_brain_show_en": ("10 weeks", "same moment", "date is fixed"),
    "04_flowers_es": ("1500 EUR", "#card-budget-no-rate"),
    "06_craft_beer_en": ("CN¥50,000–60,000", "6 weeks"),
    "07_ai_manual_en_zh": ("#card-price", "China"),
    "08_hostile_en": ("#card-no-budget",),
}
NEVER_A_MUST = {"01_books_zh": ("担保",), "02_restaurant_fr": ("livraison", "delivery")}


@pytest.mark.parametrize("name", ORDINARY)
async def test_an_inquiry_comes_to_the_founders_card_and_no_amount_to_the_client(shop: Stage, name: str) -> None:
    case = CASES[name]
    await _tells(shop, case)
    card = await _card(shop)
    for part in ("#card-title", "#card-price", *ON_THE_CARD[name]):
        assert holds(card, part, "en"), part
    quote = await _quote(shop)
    assert quote.price is not None
    features = list(quote.mind_map.features())
    assert 4 <= len(quote.mind_map.branches) <= 8
    assert 15 <= len(features) <= 50
    assert quote.language == case["language"]
    drawn = "\n".join(f"{one.label.client}\n{one.label.founder}" for one in features).casefold()
    asked: dict[str, list[Any]] = case["features"]
    assert [wanted for wanted, said in asked.items() if not any(str(word).casefold() in drawn for word in said)] == []
    musts = " ".join(one.label.client for one in features if one.priority is Priority.MUST).casefold()
    assert not [word for word in NEVER_A_MUST.get(name, ()) if word in musts]
    heard = await _heard(shop, "Sam")
    assert not [mark for mark in AMOUNTS if mark in heard]
    await shop.play("Alex [#button-approve]\nSam <photo #quote-map\nSam <pdf #quote-price")


@pytest.mark.parametrize("name", ["01_books_zh", "06_craft_beer_en"])
async def test_the_sweet_spot_is_priced_in_the_sweet_spot(shop: Stage, name: str) -> None:
    await _tells(shop, CASES[name])
    await _card(shop)
    price = (await _quote(shop)).price
    assert price is not None
    assert 40_000_00 <= price.likely.minor <= 110_000_00


async def test_what_breaks_the_rules_of_others_gets_no_price_and_cannot_be_approved(shop: Stage) -> None:
    await _tells(shop, CASES[UNLAWFUL])
    card = await _card(shop)
    assert holds(card, "#card-concern", "en")
    assert not holds(card, "#card-price", "en")
    assert (await _quote(shop)).price is None
    await shop.play("""
        Alex no [#button-approve]
        Alex no [#button-preview]
        Sam: /status
        Sam < #status-reviewing
        Sam - ¥
        Sam - #quote-price
        Sam - #trial-offer-client
        Alex [#button-decline]
        Alex [#decline-reason-rules]
        Sam < #declined | #declined-because-rules
    """)


async def test_nobody_promises_a_start_that_no_person_gave(shop: Stage) -> None:
    await _tells(shop, CASES["07_ai_manual_en_zh"])
    await shop.play("""
        Sam < #question-passed-on
        Alex < #relay-question | start
        Alex reply: In the second week of January.
        Sam < #relay-human | second week of January
    """)


async def test_a_specification_that_was_only_mentioned_is_not_treated_as_read(shop: Stage) -> None:
    await _tells(shop, CASES["06_craft_beer_en"])
    await _card(shop)
    heard, quote = await _heard(shop, "Sam"), await _quote(shop)
    assert not [words for claim in ("14 pages", "14-page", "have read", "your spec") if claim in heard]
    assert not [one for one in quote.mind_map.features() if "specification" in one.label.client.casefold()]


async def test_a_hostile_client_gets_nothing_that_is_not_theirs(shop: Stage) -> None:
    await shop.play("Kim: We sell handmade lamps and need a web shop\nKim < ?")
    await _tells(shop, CASES["08_hostile_en"])
    card, heard = await _card(shop, lead=2), await _heard(shop, "Sam")
    for secret in ("Kim", "lamp", "admin mode", "system prompt", "OPENAI", "/etc/passwd", "drop table", "<b>"):
        assert secret not in heard
    assert "1 RMB" not in card
    assert "Deposit paid" not in card
    await shop.play("Sam: /status\nSam < #status-reviewing\nSam - #quote-price\nAlex: /lead 2\nAlex < Lead 2 | Sam")


async def _tells(stage: Stage, case: dict[str, Any]) -> None:
    """Sam writes it all, a list being a burst, each after the bot has answered the one before."""
    await stage.newcomer("Sam", case["language"])
    sam = stage.players["Sam"]
    await stage.play("Sam start\nSam < #greeting")
    for message in case["messages"]:
        before = len(await _from_the_bot(stage, "Sam"))
        for line in [message] if isinstance(message, str) else message:
            await stage.people.send(sam.id, line)
        async with asyncio.timeout(stage.patience):
            seq = 0
            while len(await _from_the_bot(stage, "Sam")) == before:
                seq = await stage.people.last_seq(sam.id)
                await stage.messages(sam, seq, wait=stage.patience)
        await stage.settled()


async def _card(stage: Stage, lead: int = 1) -> str:
    """The founder's card of Sam's project, drawn by Draft it now unless there was nothing left to ask."""
    if not await _cards(stage, lead):
        await stage.play("Sam [#button-draft]")
    await stage.play(f"Alex < #card-title | Lead {lead} · Sam")
    await stage.settled()
    return words((await _cards(stage, lead))[-1])


async def _cards(stage: Stage, lead: int) -> list[Message]:
    said = await _from_the_bot(stage, "Alex")
    return [one for one in said if one["buttons"] and words(one).startswith(f"Lead {lead} · Sam")]


async def _quote(stage: Stage, lead: int = 1) -> Quote:
    quotes = await stage.bot.steps.run(lambda tx: tx.quotes.of_lead(lead))
    return quotes[-1]


async def _from_the_bot(stage: Stage, name: str) -> list[Message]:
    player = stage.players[name]
    return [one for one in await stage.messages(player) if one["from_id"] != player.id]


async def _heard(stage: Stage, name: str) -> str:
    """All that the bot has said to this person."""
    return "\n".join(map(words, await _from_the_bot(stage, name)))
