"""Who has no name to show is called by words of ours: at the start of a sentence with a capital, else without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

import pytest

from chatbot.texts.own_texts import Used
from chatbot.texts.speak import Texts, _load
from chatbot.use_cases.replies import Phrase, Value

NAMELESS = ("name-forgotten-client", "name-forgotten-friend", "name-forgotten", "referral-someone", "hand-off-somebody")
NAMES = {"name", "client", "friend", "who", "human", "founder"}
TAG = re.compile(r"<[^>]*>")
BEGINS_SMALL = re.compile(r"(?:^|\n|[.!?…]\s)[^\w\n]*(?:someone|forgotten|alguien|cliente|amigo|quelqu|client|ami)\b")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(ZoneInfo("UTC"))


def called(nameless: str) -> Phrase:
    return Phrase(nameless, {"pseudonym": "P-7", "shop": "Lantern Works"})


def sentences_with_names(language: str) -> Mapping[str, set[str]]:
    """The texts that have a name in them, with all that fills them."""
    found = {}
    for text, message in _load(language)[1].items():
        used = Used()
        used.visit(message)
        if used.variables & NAMES:
            found[text] = used.variables
    return found


@pytest.mark.parametrize("nameless", NAMELESS)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_sentence_begins_with_a_small_letter_because_somebody_has_no_name(
    texts: Texts, language: str, nameless: str
) -> None:
    small = []
    for text, variables in sentences_with_names(language).items():
        args: dict[str, Value] = {name: called(nameless) if name in NAMES else "X" for name in variables}
        if BEGINS_SMALL.search(TAG.sub("", texts.say(language, Phrase(text, args)))):
            small.append(text)
    assert not small


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "referral-news-lost", "Quelqu’un (données effacées) et nous ne faisons pas"),
        ("fr", "referral-news-won", "nous travaillons avec quelqu’un (données effacées)."),
        ("es", "referral-news-talked", "👋 Alguien (datos borrados) nos ha contado"),
        ("en", "referral-news-paid", "A payment has come from someone (forgotten)."),
        ("zh", "referral-news-talked", "某人（资料已删除）"),
    ],
)
def test_only_at_the_start_of_a_sentence_is_the_letter_a_capital(
    texts: Texts, language: str, text: str, said: str
) -> None:
    sentence = texts.say(language, Phrase(text, {"name": called("name-forgotten"), "commission": "5 €"}))
    assert said in sentence


@pytest.mark.parametrize("name", ["quelqu’un", "iris"])
def test_a_persons_own_name_is_shown_as_they_write_it(texts: Texts, name: str) -> None:
    assert texts.say("fr", Phrase("referral-news-lost", {"name": name})).startswith(f"{name} et nous")


def test_in_a_list_and_inside_another_of_our_phrases_it_is_the_place_in_the_whole_that_counts(texts: Texts) -> None:
    someone = called("referral-someone")
    line = Phrase("referrals-line-private", {"name": someone, "since": "mars"})
    assert (
        texts.say("fr", Phrase("list-of-lines", {"lines": (line,)})) == "• Quelqu’un (gardé privé), ici depuis le mars"
    )
    late = Phrase("hand-off-human", {"name": called("name-forgotten"), "shop": "Lantern"})
    said = texts.say("en", Phrase("hand-off-asked", {"who": late, "by": "noon"}))
    assert "someone (forgotten) from Lantern" in said
