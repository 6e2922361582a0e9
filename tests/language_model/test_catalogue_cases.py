"""The inquiries in tests/cases, as clients wrote them: what a good founder would have understood and drawn."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from language_model.catalogue_talks import case, case_names, labels, likely_days, played, texts_of

from chatbot.domain.brief import Topic
from chatbot.domain.calibration import Calibration
from chatbot.domain.mind_map import Priority
from chatbot.domain.money import Money
from chatbot.domain.pricing import RateCard, estimate

DECLINED = "05_wechat_protocol_zh"
ORDINARY = [name for name in case_names() if name != DECLINED]

KINDS = {
    "01_books_zh": "mini_program",
    "02_restaurant_fr": "mobile_app",
    "03_brain_show_en": "mobile_app",
    "04_flowers_es": "web_shop",
    "05_wechat_protocol_zh": "integration",
    "06_craft_beer_en": "mini_program",
    "07_ai_manual_en_zh": "ai_assistant",
    "08_hostile_en": "website",
}
BUDGETS = {
    "01_books_zh": "60000-80000 CNY",
    "04_flowers_es": "1500 EUR",
    "06_craft_beer_en": "50000-60000 CNY",
}
DEADLINES = {
    "01_books_zh": "明年 2 月底",
    "03_brain_show_en": "10 weeks, date is fixed",
    "06_craft_beer_en": "6 weeks",
}


@pytest.mark.parametrize("name", case_names())
async def test_the_kind_of_project_is_understood(name: str) -> None:
    assert (await played(name)).brief.first(Topic.KIND) == KINDS[name]


@pytest.mark.parametrize("name", case_names())
async def test_the_clients_language_is_kept_through_foreign_terms(name: str) -> None:
    talk = await played(name)
    assert {turn.language for turn in talk.turns} == {case(name)["language"]}


@pytest.mark.parametrize(("name", "budget"), BUDGETS.items())
async def test_budgets_are_read_with_their_currency(name: str, budget: str) -> None:
    assert (await played(name)).brief.first(Topic.BUDGET) == budget


@pytest.mark.parametrize(("name", "words"), DEADLINES.items())
async def test_deadlines_stay_in_the_clients_words(name: str, words: str) -> None:
    assert words in ((await played(name)).brief.first(Topic.DEADLINE) or "")


@pytest.mark.parametrize("name", ORDINARY)
async def test_the_map_holds_every_feature_that_the_client_asked_for(name: str) -> None:
    text = texts_of((await (await played(name)).draft()).mind_map)
    missing = [
        feature
        for feature, words in case(name)["features"].items()
        if not any(str(word).casefold() in text for word in words)
    ]
    assert missing == []


@pytest.mark.parametrize("founder", ["en", "zh", "fr", "es"])
@pytest.mark.parametrize("name", ORDINARY)
async def test_a_map_has_a_size_that_one_can_read(name: str, founder: str) -> None:
    mind_map = (await (await played(name, founder)).draft()).mind_map
    assert 4 <= len(mind_map.branches) <= 8
    assert 15 <= len(labels(mind_map)) <= 50
    assert mind_map == mind_map.cleaned()


async def test_every_inquiry_gets_a_map_of_its_own() -> None:
    maps = {name: set(labels((await (await played(name)).draft()).mind_map)) for name in ORDINARY}
    titles = {(await (await played(name)).draft()).mind_map.title.client for name in ORDINARY}
    assert len(titles) == len(ORDINARY)
    for name, own in maps.items():
        shared = [len(own & other) / len(own) for other_name, other in maps.items() if other_name != name]
        assert max(shared) < 0.6


@pytest.mark.parametrize("name", ["01_books_zh", "06_craft_beer_en"])
async def test_the_sweet_spot_comes_to_a_price_in_the_sweet_spot(name: str) -> None:
    mind_map = (await (await played(name)).draft()).mind_map
    assert 55 <= likely_days(mind_map) <= 95
    card = RateCard(Money.of(1000, "CNY"), Money.of(1000, "CNY"), Fraction(5))
    price = estimate([feature.effort for feature in mind_map.features()], card, Calibration()).price
    assert Money.of(40_000, "CNY") <= price.likely <= Money.of(110_000, "CNY")


@pytest.mark.parametrize("name", ORDINARY)
async def test_said_features_rest_on_messages_of_the_client(name: str) -> None:
    talk = await played(name)
    clients = {line.message_id for line in talk.lines if line.speaker == "client"}
    mind_map = (await talk.draft()).mind_map
    said = [feature for feature in mind_map.features() if feature.said]
    assert said
    assert all(feature.messages and set(feature.messages) <= clients for feature in said)
    assert not any(feature.messages for feature in mind_map.features() if not feature.said)


@pytest.mark.parametrize("name", case_names())
async def test_no_reply_holds_a_figure(name: str) -> None:
    talk = await played(name)
    spoken = [text for turn in talk.turns for text in (turn.reply, turn.answer, turn.question)]
    assert not [text for text in spoken if any(char.isdigit() for char in text)]


async def test_escrow_taken_back_is_no_feature_and_stands_among_the_exclusions() -> None:
    talk = await played("01_books_zh")
    assert talk.brief.values(Topic.EXCLUDED) == ("担保交易",)
    assert "担保交易" not in talk.brief.values(Topic.FEATURE)
    assert "微信支付" in talk.brief.values(Topic.FEATURE)
    mind_map = (await talk.draft()).mind_map
    assert not [label for label in labels(mind_map) if "担保" in label]
    assert any("担保" in text.client for text in mind_map.exclusions)
    assert "担保交易" in talk.turns[-1].reply


async def test_delivery_for_later_is_excluded_and_said_to_come_perhaps_later() -> None:
    talk = await played("02_restaurant_fr")
    mind_map = (await talk.draft()).mind_map
    assert talk.brief.values(Topic.EXCLUDED) == ("Livraison à domicile",)
    assert "Livraison à domicile" not in labels(mind_map)
    assert any("plus tard" in text.client for text in mind_map.exclusions)


async def test_what_is_wanted_only_if_possible_is_no_must() -> None:
    mind_map = (await (await played("02_restaurant_fr")).draft()).mind_map
    printer = next(feature for feature in mind_map.features() if "Imprimante" in feature.label.client)
    assert printer.priority is Priority.SHOULD


async def test_many_people_at_once_and_a_fixed_date_are_named_as_risks() -> None:
    risks = " ".join(text.founder for text in (await (await played("03_brain_show_en")).draft()).mind_map.risks)
    assert "same moment" in risks
    assert "date is fixed" in risks
    assert "short for this scope" in risks


async def test_a_small_budget_marks_what_can_wait_and_leaves_the_effort() -> None:
    talk = await played("04_flowers_es", rates={"EUR": Decimal("7.8")})
    tight = (await talk.draft()).mind_map
    said = [feature for feature in tight.features() if feature.said]
    assert all(feature.priority is Priority.MUST for feature in said)
    assert len([feature for feature in tight.features() if feature.priority is Priority.COULD]) >= 4
    assert "presupuesto" in tight.open_questions[0].client
    generous = (await (await played("04_flowers_es")).draft()).mind_map
    assert likely_days(tight) == likely_days(generous)


async def test_a_budget_without_an_exchange_rate_is_kept_as_said_and_named() -> None:
    mind_map = (await (await played("04_flowers_es")).draft()).mind_map
    assert any("exchange rate" in text.founder for text in mind_map.risks)


async def test_breaking_a_protocol_gets_a_concern_and_no_features() -> None:
    talk = await played(DECLINED)
    draft = await talk.draft()
    assert "protocol" in draft.concern
    assert draft.mind_map.branches == ()
    assert draft.mind_map.title.client
    assert draft.mind_map.summary.client
    assert not any(turn.ask for turn in talk.turns)


async def test_a_concern_is_worded_in_the_founders_language() -> None:
    assert "协议" in (await (await played(DECLINED, "zh")).draft()).concern


async def test_the_honest_way_taken_later_lifts_the_concern() -> None:
    talk = await played(DECLINED)
    await talk.say("那不破解协议了，改用企业微信官方接口可以")
    draft = await talk.draft()
    assert draft.concern == ""
    assert any("企业微信" in label for label in labels(draft.mind_map))


async def test_a_specification_that_nobody_sent_is_not_treated_as_read() -> None:
    mind_map = (await (await played("06_craft_beer_en")).draft()).mind_map
    assert any("not seen" in text.founder for text in mind_map.risks)
    assert any("specification" in text.founder for text in mind_map.open_questions)


async def test_a_start_date_is_asked_for_and_never_promised() -> None:
    talk = await played("07_ai_manual_en_zh")
    last = talk.turns[-1]
    assert "start" in last.unanswered
    assert last.answer == ""
    assert any("start" in text.founder for text in (await talk.draft()).mind_map.open_questions)


async def test_hostile_lines_leave_no_trace() -> None:
    talk = await played("08_hostile_en")
    hostile = {line.message_id for line in talk.lines if "SYSTEM:" in line.text or "/etc/passwd" in line.text}
    assert len(hostile) == 2
    assert not [fact for fact in talk.brief.facts if fact.message_id in hostile]
    draft = await talk.draft()
    everything = repr(draft) + repr([turn.reply + turn.answer + turn.unanswered for turn in talk.turns])
    for word in ("passwd", "admin mode", "OPENAI", "drop table", "1 RMB", "prompt"):
        assert word not in everything
    assert draft.concern == ""


async def test_a_map_is_the_same_every_time() -> None:
    assert await (await played("03_brain_show_en")).draft() == await (await played("03_brain_show_en")).draft()
