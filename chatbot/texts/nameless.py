"""Words of ours in place of a name, such as "someone (forgotten)": with a capital only where they begin a sentence.

While a text is put together, a mark stands before them: only in the whole can be seen where a sentence begins.
"""

from __future__ import annotations

import re
from itertools import takewhile

NAMELESS = frozenset(
    {"name-forgotten", "name-forgotten-client", "name-forgotten-friend", "referral-someone", "hand-off-somebody"}
)
"""The texts that are said for want of a name."""

MARK = "\ue002"
_ENDS = re.compile(r"\n|[.!?…]\s")
_TAG = re.compile(r"<[^<>]*>")


def begun(text: str) -> str:
    """The whole text, without the marks, every word that a mark stood before begun as its place demands."""
    before, *others = text.split(MARK)
    for words in others:
        before += words[:1].upper() + words[1:] if _is_sentence_whole(_TAG.sub("", before)) else words
    return before


def _is_sentence_whole(text: str) -> bool:
    """Whether what comes next begins a sentence: nothing was said in it yet but a sign, such as a bullet."""
    signs = "".join(takewhile(lambda letter: not letter.isalnum(), reversed(text)))[::-1]
    return len(signs) == len(text) or _ENDS.search(signs) is not None
