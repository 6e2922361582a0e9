"""What of a founder's words changed nothing comes back in their own words, and nothing else does."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import played

from chatbot.use_cases.language_model import Draft

CASES = {"en": "06_craft_beer_en", "zh": "01_books_zh", "fr": "02_restaurant_fr", "es": "04_flowers_es"}


async def edited(case: str, founder: str, words: str) -> tuple[Draft, Draft]:
    talk = await played(case, founder)
    before = await talk.draft()
    return before, await talk.revised(before, words)


def founders_labels(draft: Draft) -> list[str]:
    return [feature.label.founder for feature in draft.mind_map.features()]


IGNORED = [
    ("en", "drop the sauna, add gift cards", ("drop the sauna",)),
    ("en", "drop the cart and the sauna", ("the sauna",)),
    ("en", "add WeChat Pay", ("add WeChat Pay",)),
    ("en", "add gift cards, be cheaper", ("be cheaper",)),
    ("en", "make it blue", ("make it blue",)),
    ("en", "drop the cart", ()),
    ("en", "drop the cart, add workshop booking and a web shop for mugs", ("a web shop for mugs",)),
    ("zh", "加预约和马克杯橱窗", ("马克杯橱窗",)),
    ("zh", "去掉会员卡，加微信支付，价格算贵一点", ("去掉会员卡", "加微信支付", "价格算贵一点")),
    ("zh", "加优惠券，价格便宜一点", ("价格便宜一点",)),
    ("fr", "enlève le sauna, ajoute le parrainage", ("enlève le sauna",)),
    ("es", "quita la sauna. añade cupones", ("quita la sauna",)),
]


@pytest.mark.parametrize(("founder", "words", "ignored"), IGNORED)
async def test_clauses_without_effect_come_back_as_written(founder: str, words: str, ignored: tuple[str, ...]) -> None:
    _, after = await edited(CASES[founder], founder, words)
    assert after.ignored == ignored


async def test_of_two_joined_wishes_the_known_one_is_added() -> None:
    before, after = await edited(CASES["en"], "en", "add workshop booking and a web shop for mugs")
    assert set(founders_labels(after)) - set(founders_labels(before)) == {"Booking form"}


async def test_the_price_becomes_no_feature() -> None:
    before, after = await edited(CASES["zh"], "zh", "加优惠券，价格便宜一点")
    assert set(founders_labels(after)) - set(founders_labels(before)) == {"优惠券与折扣"}


async def test_a_loyalty_feature_is_found_by_a_looser_name() -> None:
    before, after = await edited(CASES["fr"], "zh", "去掉会员卡")
    assert set(founders_labels(before)) - set(founders_labels(after)) == {"电子集章卡"}
    assert after.ignored == ()


async def test_what_an_earlier_edit_ignored_is_not_told_again() -> None:
    talk = await played(CASES["en"], "en")
    first = await talk.revised(await talk.draft(), "drop the sauna")
    assert (await talk.revised(first, "drop the cart")).ignored == ()
