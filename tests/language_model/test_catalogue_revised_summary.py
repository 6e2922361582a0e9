"""What a quote says on its first page agrees with the map below it, whatever the founder takes out or puts in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from language_model.catalogue_talks import CHAT, SHOP, Talk

from chatbot.domain.mind_map import Wording, excluding
from chatbot.use_cases.language_model import Draft

AUCTIONS = {"en": "Auctions", "zh": "竞拍", "fr": "Enchères", "es": "Subastas"}
DROP = {"en": "drop the chat", "zh": "去掉聊天", "fr": "retire la messagerie", "es": "quita el chat"}
ADD = {"en": "add auctions", "zh": "加上竞拍", "fr": "ajoute les enchères", "es": "añade subastas"}
OPTIONAL = {
    "en": "make chat optional",
    "zh": "把聊天设为可选",
    "fr": "rends la messagerie facultative",
    "es": "pon el chat como opcional",
}
EVERYWHERE = [(client, founder) for client in SHOP for founder in ("en", client) if (client, founder) != ("en", "zh")]


async def drawn(client: str, founder: str) -> tuple[Talk, Draft]:
    talk = Talk(client, founder)
    await talk.say(SHOP[client])
    return talk, await talk.draft()


@pytest.mark.parametrize(("client", "founder"), EVERYWHERE)
async def test_what_the_founder_drops_is_no_longer_at_the_heart(client: str, founder: str) -> None:
    talk, before = await drawn(client, founder)
    assert CHAT[client] in before.mind_map.summary.client
    after = (await talk.revised(before, DROP[founder])).mind_map
    assert CHAT[client] not in after.summary.client
    assert CHAT[founder] not in after.summary.founder
    others = [feature.label.client for feature in after.features() if feature.said]
    assert others
    assert all(label in after.summary.client for label in others)


@pytest.mark.parametrize(("client", "founder"), EVERYWHERE)
async def test_what_the_founder_adds_is_at_the_heart_too_and_goes_again_when_dropped(client: str, founder: str) -> None:
    talk, before = await drawn(client, founder)
    after = await talk.revised(before, ADD[founder])
    assert AUCTIONS[client] in after.mind_map.summary.client
    assert AUCTIONS[founder] in after.mind_map.summary.founder
    assert CHAT[client] in after.mind_map.summary.client
    later = await talk.revised(after, DROP[founder])
    assert AUCTIONS[client] in later.mind_map.summary.client
    last = await talk.revised(later, f"drop {AUCTIONS[founder]}")
    assert AUCTIONS[client] not in last.mind_map.summary.client


@pytest.mark.parametrize("language", SHOP)
async def test_what_may_wait_is_not_at_the_heart(language: str) -> None:
    talk, before = await drawn(language, language)
    after = await talk.revised(before, OPTIONAL[language])
    assert CHAT[language] not in after.mind_map.summary.client


async def test_a_heart_with_nothing_left_is_not_spoken_of() -> None:
    talk, before = await drawn("en", "en")
    after = (await talk.revised(before, "drop chat, card payment and loyalty points")).mind_map
    assert "At its heart" in before.mind_map.summary.client
    assert "At its heart" not in after.summary.client
    assert "  " not in after.summary.client
    assert after.summary.client


@pytest.mark.parametrize("language", SHOP)
async def test_what_comes_back_is_no_longer_told_as_not_included(language: str) -> None:
    talk, before = await drawn(language, language)
    without = await talk.revised(before, DROP[language])
    without = replace(without, mind_map=excluding(before.mind_map, without.mind_map))
    assert CHAT[language] in [text.client for text in without.mind_map.exclusions]
    again = await talk.revised(without, f"add {CHAT[language]}")
    assert CHAT[language] not in " ".join(text.client for text in again.mind_map.exclusions)
    assert CHAT[language] in again.mind_map.summary.client


@pytest.mark.parametrize("language", SHOP)
async def test_the_founder_may_put_in_what_the_client_left_out(language: str) -> None:
    talk, _ = await drawn(language, language)
    await talk.say({"en": "no chat", "zh": "不要聊天", "fr": "sans messagerie", "es": "sin chat"}[language])
    before = await talk.draft()
    assert CHAT[language] in " ".join(text.client for text in before.mind_map.exclusions)
    after = await talk.revised(before, f"add {CHAT[language]}")
    assert CHAT[language] not in " ".join(text.client for text in after.mind_map.exclusions)


BACK = [
    ("en", "lose the chat", "put back the chat"),
    ("en", "ditch the chat", "bring back the chat"),
    ("en", "exclude the chat", "add the chat again"),
    ("fr", "enlève-moi la messagerie", "remets la messagerie"),
    ("es", "quítame el chat", "vuelve a poner el chat"),
    ("zh", "把聊天砍了", "把聊天加回来"),
]


@pytest.mark.parametrize(("language", "out", "back"), BACK)
async def test_everyday_words_take_a_feature_out_and_bring_it_back(language: str, out: str, back: str) -> None:
    talk, before = await drawn(language, language)
    without = await talk.revised(before, out)
    assert CHAT[language] not in without.mind_map.summary.client
    without = replace(without, mind_map=excluding(before.mind_map, without.mind_map))
    again = await talk.revised(without, back)
    assert CHAT[language] in again.mind_map.summary.client
    assert CHAT[language] not in " ".join(text.client for text in again.mind_map.exclusions)


async def test_a_summary_that_is_not_ours_stays_as_it_was_written() -> None:
    talk, before = await drawn("en", "en")
    foreign = replace(before, mind_map=replace(before.mind_map, summary=Wording.same("A shop. At its heart: tea.")))
    assert (await talk.revised(foreign, "drop the chat")).mind_map.summary == foreign.mind_map.summary
