"""Turns what people wrote into text that a picture can show: no control characters, no boxes, no endless runs."""

import re
import unicodedata
from collections.abc import Mapping, Set

from chatbot.domain.errors import PictureError

ZERO_WIDTH_SPACE = "\u200b"
LONGEST_RUN = 28  # characters of a word that stand unbroken; longer ones are addresses or noise
_PIECE = 12
_MARKS_IN_A_ROW = 3  # more combining marks on one letter are a prank that runs over the lines above
_MOST_NESTING = 12
_OMITTED = "…"

# East Asian text breaks by itself, between any two characters, so it is no run.
_RUN = re.compile(rf"[^\s{ZERO_WIDTH_SPACE}\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]{{{LONGEST_RUN + 1},}}")
_PIECES = re.compile(rf".{{1,{_PIECE}}}(?:(?<=[/\\._\-@?&=:;,+#|]))|.{{1,{_PIECE}}}", re.DOTALL)
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]"
_MARKS = re.compile(f"({_MARK}{{{_MARKS_IN_A_ROW}}}){_MARK}+")
_OMISSIONS = re.compile(f"{_OMITTED}(?: {_OMITTED})+")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}

# Signs that clients like and the fonts lack, said with signs that they hold.
_STAND_INS = {
    "✔": "✓", "✅": "✓", "☑": "✓", "🗸": "✓", "❌": "×", "✖": "×", "✗": "×", "✘": "×", "☐": "□", "❤": "♥",
    "➜": "→", "➔": "→", "➡": "→", "⬅": "←", "⬆": "↑", "⬇": "↓", "⭐": "★", "🌟": "★", "➕": "+", "➖": "−",
    "฿": "THB", "₿": "BTC", "❗": "!", "❓": "?", "💰": "$", "•": "•",
}  # fmt: skip


def plain(text: str, covered: Set[int]) -> str:
    """Return the text as a picture can show it; `covered` holds the code points that have a glyph.

    Line breaks stay. Letters of a script without a font become one ellipsis a run, pictographs go.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    shown = _MARKS.sub(r"\1", _drawable(composed, covered))
    single = _OMISSIONS.sub(_OMITTED, re.sub(r"[ \u00a0]{2,}", " ", shown))
    return _RUN.sub(_breakable, single).strip()


def plain_data(value: object, covered: Set[int], depth: int = 0) -> object:
    """Return a copy of JSON-like data with every text made plain; keys are ours and stay.

    Raises PictureError for data that is too deep.
    """
    if depth > _MOST_NESTING:
        raise PictureError("the data of a picture is nested too deep")
    if isinstance(value, str):
        return plain(value, covered)
    if isinstance(value, Mapping):
        return {key: plain_data(item, covered, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_data(item, covered, depth + 1) for item in value]
    return value


def _drawable(text: str, covered: Set[int]) -> str:
    shown: list[str] = []
    for character in text:
        part = _shown(character, covered)
        if part == _OMITTED and shown and shown[-1] == _OMITTED:
            continue
        if part:
            shown.append(part)
    return "".join(shown)


def _shown(character: str, covered: Set[int]) -> str:
    category = unicodedata.category(character)
    if character == "\n" or category in {"Zl", "Zp"}:
        return "\n"
    if character == "\t" or category == "Zs":
        return "\u00a0" if character in "\u00a0\u202f" else " "
    if category in _INVISIBLE:
        return ""
    if ord(character) in covered:
        return character
    stand_in = _STAND_INS.get(character) or unicodedata.normalize("NFKC", character)
    if stand_in != character and all(ord(part) in covered for part in stand_in):
        return stand_in
    return _OMITTED if category[0] in "LN" else ""


def _breakable(run: re.Match[str]) -> str:
    return ZERO_WIDTH_SPACE.join(_PIECES.findall(run.group()))
