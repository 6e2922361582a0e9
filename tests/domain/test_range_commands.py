"""A founder's price range inside an edit: found where it is a clause of its own, left alone elsewhere."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.amounts import find_range_command
from chatbot.domain.errors import NotUnderstood
from chatbot.domain.money import Money

BETWEEN_55_AND_70 = (Money.of(55_000, "CNY"), Money.of(70_000, "CNY"))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("drop the admin panel, range 55-70k", "drop the admin panel"),
        ("range 55-70k, drop the admin panel", "drop the admin panel"),
        ("Range 55-70k. Add WeChat Pay.", "Add WeChat Pay."),
        ("range 55-70k drop the admin panel", "drop the admin panel"),
        ("drop the admin panel and set the price to 55-70k", "drop the admin panel"),
        ("drop the admin panel, range 55-70k and add WeChat Pay", "drop the admin panel, add WeChat Pay"),
        ("Drop the blog. Price range: ¥55k-¥70k. Add chat.", "Drop the blog. Add chat."),
        ("range 55-70k all in", "all in"),
        ("please make the new price 55k to 70k", ""),
        ("set the range between 55 and 70k; drop SMS", "drop SMS"),
        ("add chat\nprice: 55000-70000\ndrop the blog", "add chat\ndrop the blog"),
        ("set range to 55k–70k please, add chat", "add chat"),
        ("55-70k", ""),
        ("5.5万到7万。", ""),
        ("价格区间 5.5-7万，去掉后台", "去掉后台"),
        ("去掉后台，把价格改成5.5万到7万，加微信支付", "去掉后台，加微信支付"),
        ("去掉后台。报价调到5万5到7万吧", "去掉后台。"),
        ("区间：５．５～７万元", ""),
        ("fourchette 55-70k", ""),
        ("supprime le panneau, mets la fourchette de 55 à 70k", "supprime le panneau"),
        ("fourchette de prix : 55 à 70 mille, sans admin", "sans admin"),
        ("rango 55-70k", ""),
        ("pon el precio entre 55 y 70 mil y quita el panel", "quita el panel"),
        ("quita el panel, rango de precios de 55 a 70 mil", "quita el panel"),
        ("range 55-70k, price 55k-70k", ""),
    ],
)
def test_a_range_of_its_own_is_taken_and_the_rest_stays(text: str, rest: str) -> None:
    assert find_range_command(text, "CNY") == (BETWEEN_55_AND_70, rest)


@pytest.mark.parametrize(
    "text",
    [
        "drop the admin panel",
        "add an age range 18-25",
        "filter by price 1000-5000",
        "add a date range picker",
        "price range 10-500 filter",
        "add 3-5 pages",
        "for 55-70k users",
        "arrange 55-70k tickets",
        "按价格区间5-7万筛选",
        "区间18-25岁的用户",
        "range 10-20% off",
        "the price is too high",
        "",
    ],
)
def test_what_only_looks_like_a_command_is_left_as_it_stands(text: str) -> None:
    assert find_range_command(text, "CNY") == (None, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("drop the blog, range 70-55k", "far apart"),
        ("drop the blog, range 70k-55k", "from a low"),
        ("range 55-70k EUR", "another currency"),
        ("fourchette de prix : 55 à 70 k€", "another currency"),
        ("$55-70k", "another currency"),
        ("price 60k", "two amounts"),
        ("drop the blog, set the price to 68000", "two amounts"),
        ("range 55-70k, no, range 50-60k", "two price ranges"),
        ("range 1.500-2.500k", "two numbers"),
    ],
)
def test_a_command_that_cannot_be_carried_out_is_refused_not_ignored(text: str, reason: str) -> None:
    with pytest.raises(NotUnderstood, match=reason):
        find_range_command(text, "CNY")


@pytest.mark.parametrize("filler", [" ", "\n", ",", "set the ", "1 ", "1.1,", "to ", "and ", "把", "为"])
def test_the_longest_message_of_any_monotony_is_read_at_once(filler: str) -> None:
    text = "drop" + filler * (3_900 // len(filler)) + "x, range 55-70k"

    found, rest = find_range_command(text, "CNY")

    assert found == BETWEEN_55_AND_70
    assert rest.endswith("x")


words = st.lists(
    st.sampled_from(
        ["range", "price", "55-70k", "5-7万", "价格区间", "and", ",", "\n", "drop", "SMS", "to", "set the", "10%"]
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(words, st.text(max_size=200)))
def test_any_edit_gives_a_range_in_order_and_no_words_of_its_own(text: str) -> None:
    with suppress(NotUnderstood):
        found, rest = find_range_command(text, "CNY")
        if found is None:
            assert rest == text.strip()
        else:
            assert 0 < found[0].minor <= found[1].minor
            assert len(rest) < len(text)
            assert all(piece in text for piece in re.split(r"[,，\s]+", rest))


@given(
    st.sampled_from(["drop the blog", "去掉后台", "retire le blog", "quita el blog"]),
    st.sampled_from([", ", "\n", "; ", "，"]),
)
def test_the_place_of_a_command_does_not_change_its_meaning(edit: str, mark: str) -> None:
    first = find_range_command(f"range 55-70k{mark}{edit}", "CNY")
    last = find_range_command(f"{edit}{mark}range 55-70k", "CNY")

    assert first == last == (BETWEEN_55_AND_70, edit)
