"""What phrases become in each language."""

import html
import re
from datetime import UTC, date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from chatbot.domain.money import Money, PriceRange
from chatbot.domain.people import LANGUAGES
from chatbot.texts.speak import TextError, Texts
from chatbot.texts.values import date_text, moment_text, money_text, number_text, range_text, series_text
from chatbot.use_cases.replies import Phrase

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(SHANGHAI)


class Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 -- the visitor's naming
        self.found.add(node.id.name)


def variables_of(language: str) -> dict[str, set[str]]:
    found = {}
    for file in (files("chatbot.texts") / language).iterdir():
        if file.name.endswith(".ftl"):
            for entry in FluentResource(file.read_text("utf-8")).body:
                if isinstance(entry, ast.Message):
                    visitor = Variables()
                    visitor.visit(entry)
                    found[entry.id.name] = visitor.found
    return found


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_text_stands_in_every_language_and_needs_the_same_values(texts: Texts, language: str) -> None:
    assert texts.ids(language) == texts.ids("en")
    assert variables_of(language) == variables_of("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said_in_every_plural(texts: Texts, language: str) -> None:
    for text, variables in variables_of(language).items():
        for number in (0, 1, 2, 7):
            assert texts.say(language, Phrase(text, dict.fromkeys(variables, number))).strip()


@pytest.mark.parametrize(
    ("language", "currency", "minor", "expected"),
    [
        ("en", "CNY", 6_800_000, "CN¥68,000"),
        ("zh", "CNY", 6_800_000, "¥68,000"),
        ("fr", "CNY", 6_800_000, "68 000 CNY"),
        ("es", "CNY", 6_800_000, "68.000 CNY"),
        ("fr", "EUR", 1_250_050, "12 500,50 €"),
        ("en", "JPY", 1_200, "JP¥1,200"),
        ("zh", "EUR", -5_000, "-€50"),
        ("en", "EUR", 1_205, "€12.05"),
    ],
)
def test_money_is_written_as_the_readers_write_it(language: str, currency: str, minor: int, expected: str) -> None:
    assert " ".join(money_text(Money(minor, currency), language).split()) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "CN¥55,000–70,000"),
        ("zh", "¥55,000–70,000"),
        ("fr", "55 000 – 70 000 CNY"),
        ("es", "55.000–70.000 CNY"),
    ],
)
def test_a_range_names_its_currency_once(language: str, expected: str) -> None:
    price = PriceRange(*(Money.of(amount, "CNY") for amount in (55_000, 60_000, 70_000)))
    assert " ".join(range_text(price, language).split()) == expected


def test_a_range_of_one_amount_is_that_amount() -> None:
    price = PriceRange(*(Money.of(50_000, "EUR") for _ in range(3)))
    assert range_text(price, "en") == "€50,000"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Tue 24 Nov, 18:00"),
        ("zh", "11月24日周二 18:00"),
        ("fr", "mar. 24 nov. à 18:00"),
        ("es", "mar 24 nov, 18:00"),
    ],
)
def test_a_time_is_told_in_the_zone_of_the_shop(language: str, expected: str) -> None:
    assert moment_text(datetime(2026, 11, 24, 10, tzinfo=UTC), language, SHANGHAI) == expected


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        moment_text(datetime(2026, 11, 24, 10), "en", SHANGHAI)  # noqa: DTZ001 -- the fault that is meant


def test_dates_and_numbers_follow_the_language() -> None:
    assert date_text(date(2026, 11, 24), "es") == "24 de noviembre de 2026"
    assert date_text(date(2026, 11, 24), "zh") == "2026年11月24日"
    assert (number_text(2.5, "fr"), number_text(12.0, "en"), number_text(0.25, "en")) == ("2,5", "12", "0.2")


def test_numbers_choose_the_plural(texts: Texts) -> None:
    assert texts.say("en", Phrase("picture-open-leads", {"count": 1})) == "1 open lead"
    assert texts.say("fr", Phrase("picture-weeks-exact", {"weeks": 1})) == "environ une semaine de travail"
    assert texts.say("es", Phrase("picture-age", {"days": 3})) == "3 días"


def test_a_large_number_is_written_as_it_is_typed_back(texts: Texts) -> None:
    assert texts.say("en", Phrase("picture-open-leads", {"count": 1234})) == "1234 open leads"


def test_words_of_people_are_escaped_once_and_never_parsed(texts: Texts) -> None:
    inner = Phrase("picture-feature-days-exact", {"likely": "<b>{ $low }</b>"})
    outer = Phrase("picture-feature-days-exact", {"likely": inner})
    assert texts.say("en", outer, html.escape) == "&lt;b&gt;{ $low }&lt;/b&gt; d d"


def test_words_of_people_cannot_turn_the_direction_of_ours(texts: Texts) -> None:
    turned = "\u202eTom\u2067 \ue000"
    said = texts.say("en", Phrase("aside-lead", {"client": turned, "lead": 5000}))
    assert said == "Tom , lead 5000"
    assert texts.part("en", turned) == "Tom "


def test_words_longer_than_fluent_allows_come_through_whole(texts: Texts) -> None:
    words = "谁" * 9_000
    phrase = Phrase("picture-feature-days", {"likely": words, "low": "\ue0000\ue001", "high": "b" * 1_500})
    assert texts.say("en", phrase) == f"{words} d (0–{'b' * 1_500})"


def test_a_tuple_is_a_list_of_lines(texts: Texts) -> None:
    phrase = Phrase("picture-feature-days-exact", {"likely": ("<a>", Money(100, "EUR"), 7)})
    assert texts.say("en", phrase, html.escape) == "• &lt;a&gt;\n• €1\n• 7 d"


def test_a_missing_text_raises_and_names_it(texts: Texts) -> None:
    with pytest.raises(TextError, match="no-such-text"):
        texts.say("en", Phrase("no-such-text"))


def test_a_missing_value_raises_and_names_it(texts: Texts) -> None:
    with pytest.raises(TextError, match="low"):
        texts.say("fr", Phrase("picture-feature-days", {"likely": "secret", "high": "secret"}))


def test_a_language_that_we_lack_falls_back_to_english(texts: Texts) -> None:
    assert texts.say("de", Phrase("picture-date")) == "Date"
    assert texts.say("zh-hant", Phrase("picture-date")) == "日期"


def test_a_part_is_a_phrase_or_words(texts: Texts) -> None:
    assert texts.part("en", "<1>", html.escape) == "&lt;1&gt;"
    assert texts.part("es", Phrase("picture-date"), html.escape) == "Fecha"


TAG = re.compile(r"<(/?)(b|i|u|s|code|pre|blockquote|a)(?: href=\"[^\"<>]*\")?>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_html_that_telegram_takes(texts: Texts, language: str) -> None:
    for text, variables in variables_of(language).items():
        said = texts.say(language, Phrase(text, dict.fromkeys(variables, 1)))
        opened: list[str] = []
        for closing, tag in TAG.findall(said):
            if closing:
                assert opened.pop() == tag, f"{text} in {language}"
            else:
                opened.append(tag)
        assert not opened, f"{text} in {language} leaves a tag open"
        assert not re.search("[<>]", TAG.sub("", said)), f"{text} in {language} has a stray bracket: write &lt;"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_with_a_colon_is_not_followed_by_another(texts: Texts, language: str) -> None:
    told = texts.say(language, Phrase("quote-map", {"title": "Flores: tienda"}))
    before, after = told.split("Flores: tienda")
    assert before.strip("\N{NO-BREAK SPACE}<b>") in ("“", "«")
    assert after.removeprefix("</b>").lstrip()[0] in "”»"


BREAKS = re.compile("(?<!\N{NO-BREAK SPACE})[;:!?»%](?=\\s|$|<|\\))|«(?!\N{NO-BREAK SPACE})|n° ")


def test_no_french_sign_is_torn_from_its_word_at_the_end_of_a_line() -> None:
    """French puts a space before ; : ! ? » % and after «: it must not break."""
    texts = [file for file in (files("chatbot.texts") / "fr").iterdir() if file.name.endswith(".ftl")]
    lines = [line for file in texts for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert [line for line in lines if BREAKS.search(line)] == []


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "3, 5 and 8"), ("zh", "3、5和8"), ("fr", "3, 5 et 8"), ("es", "3, 5 y 8")]
)
def test_several_numbers_are_joined_as_the_language_joins_them(language: str, expected: str) -> None:
    assert series_text(["3", "5", "8"], language) == expected
    assert series_text(["3"], language) == "3"
