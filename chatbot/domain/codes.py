"""Referral codes: short, easy to read aloud, safe in a Telegram deep link."""

from __future__ import annotations

import re

REFERRAL_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in small letters: no i, l, o (they look like 1 and 0) and no u (fewer accidental words)."""

CODE_LENGTH = 8
_PREFIX = "r_"
_LOOKALIKES = str.maketrans("ilo", "110")


def referral_code(random_bytes: bytes) -> str:
    """Eight characters from the first five of these bytes: 40 bits, each code equally likely.

    `ValueError` where there are fewer than five bytes.
    """
    if len(random_bytes) < 5:
        raise ValueError("a referral code needs five random bytes")
    number = int.from_bytes(random_bytes[:5], "big")
    return "".join(REFERRAL_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))


def start_payload(code: str) -> str:
    """What stands after `?start=` in the link of this code."""
    return _PREFIX + code


def read_start_payload(text: str) -> str | None:
    """The code in a start payload, or None where it holds none. Capitals and look-alikes are forgiven."""
    payload = text.strip().lower()
    if not payload.startswith(_PREFIX):
        return None
    code = payload.removeprefix(_PREFIX).translate(_LOOKALIKES)
    return code if re.fullmatch(f"[{REFERRAL_ALPHABET}]{{{CODE_LENGTH}}}", code) else None
