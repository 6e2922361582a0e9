"""Amounts, ranges and percentages as people type them, and what must not be read as one."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.amounts import read_money, read_percent, read_range
from chatbot.domain.errors import NotUnderstood, Unfit, UnfitAmount
from chatbot.domain.money import Money


def cny(low: int, high: int) -> tuple[Money, Money]:
    return Money.of(low, "CNY"), Money.of(high, "CNY")


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("68000", "68000"),
        (" 68,000 ", "68000"),
        ("68.000", "68000"),
        ("68 000", "68000"),
        ("68\u202f000", "68000"),
        ("68'000.50", "68000.50"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234 567,89", "1234567.89"),
        ("12.50", "12.50"),
        ("12,5", "12.50"),
        ("0.5", "0.50"),
        ("0.500", "0.50"),
        ("68000.", "68000"),
        ("¥55k", "55000"),
        ("￥55K", "55000"),
        ("55 k", "55000"),
        ("1.5m", "1500000"),
        ("70 thousand", "70000"),
        ("70 mille", "70000"),
        ("70 mil", "70000"),
        ("5.5万", "55000"),
        ("5.5 萬", "55000"),
        ("1.234万", "12340"),
        ("1,234万", "12340000"),
        ("6万8", "68000"),
        ("6万8千", "68000"),
        ("6万8千5", "68500"),
        ("6万8500", "68500"),
        ("12万5", "125000"),
        ("3千5", "3500"),
        ("3百万", "3000000"),
        ("1亿", "100000000"),
        ("5w", "50000"),
        ("5w5", "55000"),
        ("CNY 20000", "20000"),
        ("20000 cny", "20000"),
        ("20000元", "20000"),
        ("20000块钱", "20000"),
        ("2万元", "20000"),
        ("人民币2万元", "20000"),
        ("20k RMB", "20000"),
        ("６８０００", "68000"),
        ("６８，０００", "68000"),
        ("٦٨٠٠٠", "68000"),
        ("1000000000000", "1000000000000"),
    ],
)
def test_an_amount_is_read_as_people_type_it(text: str, major: str) -> None:
    assert read_money(text, "CNY") == Money.of(major, "CNY")


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("68 000 €", "EUR", 6_800_000),
        ("€12.50", "EUR", 1_250),
        ("12,50 euros", "EUR", 1_250),
        ("$1,200", "USD", 120_000),
        ("US$1.2k", "USD", 120_000),
        ("1200美元", "USD", 120_000),
        ("HK$300", "HKD", 30_000),
        ("300元", "HKD", 30_000),
        ("¥5000", "JPY", 5_000),
        ("5万円", "JPY", 50_000),
        ("£99.99", "GBP", 9_999),
        ("KWD 12.345,5", "KWD", 12_345_500),
        ("150 PLN", "PLN", 15_000),
    ],
)
def test_the_shops_own_currency_may_be_named_in_many_ways(text: str, currency: str, minor: int) -> None:
    assert read_money(text, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    "text",
    ["", " ", "twenty", "两万", "a lot", "-5", "−5", "(500)", "+5", "5 6", "5 and 6", "about 500", "500 apples", "2e9",
     "0x10", "68²", "½", "12.5.3", "1,00,000", "1,2345,678", "1.234.56", "0,000,5", "1.500k", "1,500k", "6万85",
     "5.5万3", "6百8千", "5weeks", "12.505.5", "0.005", "12.345678", "nan", "inf", "5%", "5;6", "\x00", "5\n6", "5k5",
     "1000000000001", "9" * 30, "1" * 5_000, "999999亿"],
)  # fmt: skip
def test_what_is_no_clear_amount_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_money(text, "CNY")


@pytest.mark.parametrize("text", ["$5", "5 €", "EUR 500", "500 dollars", "5000円", "ALL 500", "US$5", "CNY 5 EUR"])
def test_an_amount_in_another_currency_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood, match="currency"):
        read_money(text, "CNY")


def test_zero_is_read_only_where_it_is_allowed() -> None:
    assert read_money("0", "CNY", allow_zero=True) == Money(0, "CNY")
    with pytest.raises(NotUnderstood, match="zero"):
        read_money("0.00", "CNY")


def test_parts_of_a_yen_are_refused() -> None:
    with pytest.raises(NotUnderstood, match="minor unit"):
        read_money("12.5", "JPY")


@pytest.mark.parametrize(
    ("text", "currency", "why"),
    [
        ("0", "CNY", Unfit.NOT_ABOVE_ZERO),
        ("0.00", "CNY", Unfit.NOT_ABOVE_ZERO),
        ("-5", "CNY", Unfit.NOT_ABOVE_ZERO),
        ("− ¥55k", "CNY", Unfit.NOT_ABOVE_ZERO),
        ("1000000000001", "CNY", Unfit.TOO_LARGE),
        ("999999亿", "CNY", Unfit.TOO_LARGE),
        ("9" * 30, "CNY", Unfit.TOO_LARGE),
        ("20000.005", "CNY", Unfit.TOO_FINE),
        ("12.5", "JPY", Unfit.TOO_FINE),
    ],
)
def test_of_an_amount_that_no_amount_can_be_it_is_known_why(text: str, currency: str, why: Unfit) -> None:
    with pytest.raises(UnfitAmount) as caught:
        read_money(text, currency)
    assert caught.value.why is why


def test_one_point_before_three_digits_is_refused_where_three_decimals_are_usual() -> None:
    with pytest.raises(NotUnderstood, match="two numbers"):
        read_money("1.234", "KWD")


def test_an_error_does_not_repeat_what_was_typed() -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_money("my secret", "CNY")

    assert "secret" not in str(caught.value)


def grouped(whole: int, mark: str) -> str:
    return f"{whole:,}".replace(",", mark)


@given(
    st.integers(0, 10**10),
    st.integers(0, 99),
    st.sampled_from([(",", "."), (".", ","), (" ", ","), ("\u00a0", ","), ("'", "."), ("", "."), ("", ",")]),
    st.sampled_from(["{}", "¥{}", "{} CNY", "{}元", "RMB {}"]),
)
def test_an_amount_written_in_any_countrys_way_is_read_back(
    whole: int, cents: int, marks: tuple[str, str], form: str
) -> None:
    text = form.format(f"{grouped(whole, marks[0])}{marks[1]}{cents:02}")

    assert read_money(text, "CNY", allow_zero=True) == Money(whole * 100 + cents, "CNY")


@given(st.integers(1, 99), st.integers(0, 9), st.integers(0, 9))
def test_chinese_spoken_amounts_agree_with_their_decimals(wan: int, thousands: int, hundreds: int) -> None:
    exact = Money.of(Fraction(wan * 10_000 + thousands * 1_000 + hundreds * 100), "CNY")

    assert read_money(f"{wan}万{thousands}千{hundreds}", "CNY") == exact
    assert read_money(f"{wan}万{thousands}{hundreds}00", "CNY") == exact
    assert read_money(f"{wan}.{thousands}{hundreds}万", "CNY") == exact


amount_like = st.text(alphabet="0123456789.,' -~k万千百亿wm元¥€$到至 to", max_size=30)


@given(st.one_of(st.text(max_size=100), amount_like), st.sampled_from(["CNY", "EUR", "JPY", "KWD"]))
def test_any_text_is_an_amount_above_zero_or_not_understood(text: str, currency: str) -> None:
    with suppress(NotUnderstood):
        amount = read_money(text, currency)
        assert 0 < amount.major <= 10**12
        assert amount.currency == currency


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("55-70k", 55_000, 70_000),
        ("55k – 70k", 55_000, 70_000),
        ("55k-70", 55_000, 70_000),
        ("55k-70000", 55_000, 70_000),
        ("55000-70k", 55_000, 70_000),
        ("900-1.2k", 900, 1_200),
        ("500-600k", 500_000, 600_000),
        ("60-60k", 60_000, 60_000),
        ("55,000-70,000", 55_000, 70_000),
        ("55 000 – 70 000", 55_000, 70_000),
        ("¥55k-¥70k", 55_000, 70_000),
        ("CNY 55-70k", 55_000, 70_000),
        ("55-70k 元", 55_000, 70_000),
        ("55..70k", 55_000, 70_000),
        ("55 to 70 thousand", 55_000, 70_000),
        ("between 55 and 70k", 55_000, 70_000),
        ("from 55k to 70k", 55_000, 70_000),
        ("de 55 à 70k", 55_000, 70_000),
        ("entre 55 et 70 mille", 55_000, 70_000),
        ("entre 55 y 70 mil", 55_000, 70_000),
        ("de 55 a 70 mil", 55_000, 70_000),
        ("desde 55k a 70k", 55_000, 70_000),
        ("5.5万到7万", 55_000, 70_000),
        ("5-7万", 50_000, 70_000),
        ("5.5万~7万", 55_000, 70_000),
        ("５．５～７万", 55_000, 70_000),
        ("5万5至7万", 55_000, 70_000),
        ("5万5-7", 55_000, 70_000),
        ("从5万到7万", 50_000, 70_000),
        ("5万到7万之间", 50_000, 70_000),
        ("5w-7w", 50_000, 70_000),
    ],
)
def test_a_range_is_read_as_people_type_it(text: str, low: int, high: int) -> None:
    assert read_range(text, "CNY") == cny(low, high)


@pytest.mark.parametrize(
    "text",
    ["", "55k", "70-55k", "70k-55k", "70-55", "0-5k", "-5-7k", "55 and 70k", "55, 70k", "1-2-3k", "55-70k €", "$55-70k",
     "95-1.1m", "lots to 70k", "55-70k apples", "55 70", "2025-03-01", "-", "to", "55-70k 万"],
)  # fmt: skip
def test_what_is_no_clear_range_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_range(text, "CNY")


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.sampled_from(["-", " – ", " to ", "~", "到"]))
def test_a_range_of_two_plain_amounts_is_read_back(low: int, more: int, join: str) -> None:
    assert read_range(f"{low}{join}{low + more}", "CNY") == cny(low, low + more)


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(["k", "万", " mil", " thousand"]))
def test_a_scale_at_the_end_is_the_scale_of_both(low: int, more: int, scale: str) -> None:
    assert read_range(f"{low}-{low + more}{scale}", "CNY") == read_range(f"{low}{scale}-{low + more}{scale}", "CNY")


@given(st.one_of(st.text(max_size=100), amount_like))
def test_any_text_is_a_range_in_order_or_not_understood(text: str) -> None:
    with suppress(NotUnderstood):
        low, high = read_range(text, "CNY")
        assert 0 < low.minor <= high.minor


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("5", 500),
        ("7.5", 750),
        ("7,5 %", 750),
        ("7.25%", 725),
        ("５％", 500),
        ("0", 0),
        ("100", 10_000),
        (" 10 ", 1_000),
    ],
)
def test_a_percentage_is_read_in_basis_points(text: str, points: int) -> None:
    assert read_percent(text) == points


@pytest.mark.parametrize("text", ["", "five", "-5", "100.01", "101", "7.555", "5%%", "5 6", "1e1", "%"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_percent(text)
