"""Money: whole minor units, one currency at a time."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.money import Money, PriceRange, minor_digits, rounded

currencies = st.sampled_from(["CNY", "EUR", "JPY", "KWD"])
amounts = st.integers(-(10**15), 10**15)


@pytest.mark.parametrize(
    ("major", "currency", "minor"),
    [
        ("12.50", "EUR", 1_250),
        (68_000, "CNY", 6_800_000),
        (500, "JPY", 500),
        ("1.234", "KWD", 1_234),
        (Fraction(1, 3), "EUR", 33),
        (Fraction(1, 200), "EUR", 1),
        (Fraction(-1, 200), "EUR", -1),
    ],
)
def test_major_units_become_the_nearest_minor_units(major: int | str | Fraction, currency: str, minor: int) -> None:
    assert Money.of(major, currency) == Money(minor, currency)


@given(amounts, currencies)
def test_major_units_are_exact(minor: int, currency: str) -> None:
    money = Money(minor, currency)

    assert Money.of(money.major, currency) == money
    assert money.major * 10 ** minor_digits(currency) == minor


@pytest.mark.parametrize(
    ("value", "whole"),
    [
        (Fraction(1, 2), 1),
        (Fraction(-1, 2), -1),
        (Fraction(49, 100), 0),
        (Fraction(-149, 100), -1),
        (Fraction(5, 2), 3),
        (Fraction(0), 0),
    ],
)
def test_halves_are_rounded_away_from_zero(value: Fraction, whole: int) -> None:
    assert rounded(value) == whole


@given(st.fractions())
def test_rounding_moves_a_value_by_half_a_unit_at_most_and_the_same_on_both_sides_of_zero(value: Fraction) -> None:
    assert abs(rounded(value) - value) <= Fraction(1, 2)
    assert rounded(-value) == -rounded(value)


@given(amounts, amounts, currencies)
def test_amounts_of_one_currency_add_subtract_and_compare_as_their_minor_units(
    one: int, other: int, currency: str
) -> None:
    left, right = Money(one, currency), Money(other, currency)

    assert (left + right).minor == one + other
    assert left + right - right == left
    assert left + -left == Money(0, currency)
    assert (left < right, left <= right, left > right, left >= right) == (
        one < other,
        one <= other,
        one > other,
        one >= other,
    )


def test_two_currencies_never_mix() -> None:
    yuan, euro = Money.of(1, "CNY"), Money.of(1, "EUR")

    for mix in (yuan.__add__, yuan.__sub__, yuan.__lt__, yuan.__le__):
        with pytest.raises(ValueError, match="CNY with EUR"):
            mix(euro)
    assert yuan != euro


def test_only_no_money_is_false() -> None:
    assert not Money(0, "CNY")
    assert Money(1, "CNY")
    assert Money(-1, "CNY")


def test_a_price_range_holds_three_amounts_in_order_of_one_currency() -> None:
    price = PriceRange(Money(1, "CNY"), Money(1, "CNY"), Money(3, "CNY"))

    assert price.currency == "CNY"


@pytest.mark.parametrize("amounts", [(2, 1, 3), (1, 3, 2), (3, 2, 1), (-1, 1, 2)])
def test_a_price_range_out_of_order_or_below_zero_is_refused(amounts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="price"):
        PriceRange(*(Money(minor, "CNY") for minor in amounts))


def test_a_price_range_of_two_currencies_is_refused() -> None:
    with pytest.raises(ValueError, match="combine"):
        PriceRange(Money(1, "CNY"), Money(2, "EUR"), Money(3, "CNY"))
