"""Referral codes: unambiguous, evenly spread, forgiving to read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.codes import REFERRAL_ALPHABET, read_start_payload, referral_code, start_payload

five_bytes = st.binary(min_size=5, max_size=5)


def test_the_alphabet_has_no_letter_that_looks_like_another_sign() -> None:
    assert len(set(REFERRAL_ALPHABET)) == 32
    assert not set(REFERRAL_ALPHABET) & set("ilou")


@given(five_bytes, five_bytes)
def test_different_bytes_make_different_codes(one: bytes, other: bytes) -> None:
    assert (referral_code(one) == referral_code(other)) == (one == other)


@given(five_bytes)
def test_a_code_survives_the_way_through_a_telegram_link(random_bytes: bytes) -> None:
    code = referral_code(random_bytes)
    payload = start_payload(code)

    assert len(code) == 8
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert read_start_payload(payload) == code
    assert read_start_payload(f" {payload.upper()} ") == code


def test_a_code_is_the_same_for_the_same_bytes_whatever_follows_them() -> None:
    assert referral_code(bytes(5)) == "00000000"
    assert referral_code(b"\xff" * 5) == "zzzzzzzz"
    assert referral_code(b"\x00\x00\x00\x00\x01more") == "00000001"


def test_letters_typed_for_look_alike_digits_are_forgiven() -> None:
    assert read_start_payload("r_O0Il1abc") == "00111abc"


@pytest.mark.parametrize(
    "text", ["", "r_", "r_short", "r_waytoolong", "abcdefgh", "r_abcd efg", "r_abcdefgu", "r_漢字漢字漢字漢字"]
)
def test_a_payload_without_a_code_holds_none(text: str) -> None:
    assert read_start_payload(text) is None


def test_too_few_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="five"):
        referral_code(b"1234")


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = read_start_payload("r_" + text)

    assert found is None or (len(found) == 8 and set(found) <= set(REFERRAL_ALPHABET))
