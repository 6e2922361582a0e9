"""The inquiries of tests/cases, played through the whole bot to the founder's card."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from journeys.transcript import Stage, plain, words

from chatbot.domain.lead import Quote
from chatbot.use_cases.ports import Transaction

FILES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
CASES = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in FILES}


async def tell(stage: Stage, case: dict[str, Any]) -> None:
    """The client writes all of it, a list being a burst, and has it drawn."""
    await stage.newcomer("Sam", case["language"])
    sam = stage.players["Sam"]
    for message in case["messages"]:
        for line in [message] if isinstance(message, str) else message:
            await stage.people.send(sam.id, line)
        await stage.settled()
        await stage.messages(sam)


async def card(stage: Stage) -> str:
    """The founder's card, drawn by Draft it now unless there was nothing left to ask."""
    await stage.settled()
    drawn = [one for one in await stage.messages(stage.players["Alex"]) if "Lead 1 · Sam" in words(one)]
    if not drawn:
        await stage.play("Sam [#button-draft]")
    await stage.play("Alex < #card-title | Sam")
    await stage.settled()
    cards = [one for one in await stage.messages(stage.players["Alex"]) if one["buttons"]]
    return words(cards[-1])


def latest(tx: Transaction) -> Quote:
    return tx.quotes.of_lead(1)[-1]


@pytest.mark.parametrize("name", CASES)
async def test_a_real_inquiry_comes_to_the_founders_card(shop: Stage, name: str) -> None:
    case = CASES[name]
    await tell(shop, case)
    said = await card(shop)
    quote = await shop.bot.steps.run(latest)
    if name.startswith("05"):
        await shop.play("Alex no [#button-approve]\nAlex [#button-decline]")
        assert quote.price is None
        assert "¥" not in said.replace("Budget", "")
        return
    features = list(quote.mind_map.features())
    assert 4 <= len(quote.mind_map.branches) <= 8
    assert 15 <= len(features) <= 50
    assert quote.price is not None
    labels = " ".join(feature.label.client + " " + feature.label.founder for feature in features)
    missing = [
        wanted
        for wanted, keywords in case["features"].items()
        if not any(word.lower() in labels.lower() for word in keywords)
    ]
    assert missing == []
    if name[:2] in ("01", "06"):
        assert 40_000_00 <= quote.price.likely.minor <= 110_000_00
    await shop.play("Sam - ¥\nSam - #quote-price\nAlex [#button-approve]\nSam <photo #quote-map\nSam <pdf #quote-price")


async def test_a_hostile_client_gets_nothing_that_is_not_theirs(shop: Stage) -> None:
    await shop.play("Kim: We sell handmade lamps and need a web shop\nKim < ?")
    await tell(shop, CASES["08_hostile_en"])
    await card(shop)
    said = plain("\n".join(words(one) for one in await shop.messages(shop.players["Sam"]) if one["from"] != "Sam"))
    assert not re.search(r"Kim|lamps|system prompt|OPENAI|CN¥|1 RMB", said)
    await shop.play("Sam: /status\nSam < #status-reviewing")
