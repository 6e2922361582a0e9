"""What people write becomes text that a picture can show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.errors import PictureError
from chatbot.pictures.fonts import covered, language
from chatbot.pictures.plain_text import LONGEST_RUN, ZERO_WIDTH_SPACE, plain, plain_data

ASCII = frozenset(range(32, 127)) | {ord("…"), ord("✓"), ord("é")}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("tab\there", "tab here"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("price \u202e000,1\u202c", "price 000,1"),
        ("lone \ud800 half", "lone half"),
        ("great 😀👨‍👩‍👧🇫🇷 app", "great app"),
        ("done ✅", "done ✓"),
        ("e\u0301", "é"),
        ("نص عربي here", "… here"),
        ("ｆｕｌｌ", "full"),
        ("", ""),
        ("😀", ""),
    ],
)
def test_what_cannot_be_drawn_is_replaced_or_left_out(written: str, shown: str) -> None:
    assert plain(written, ASCII) == shown


def test_an_endless_run_may_break_and_loses_no_character() -> None:
    shown = plain("x" * 3000, ASCII)
    assert max(len(piece) for piece in shown.split(ZERO_WIDTH_SPACE)) <= LONGEST_RUN
    assert shown.replace(ZERO_WIDTH_SPACE, "") == "x" * 3000


def test_an_address_breaks_after_its_signs() -> None:
    assert f"example.com/{ZERO_WIDTH_SPACE}" in plain("https://example.com/some/long/path?x=1&y=2", ASCII)


def test_words_of_usual_length_and_chinese_stay_as_they_are() -> None:
    for text in ("Benutzerverwaltungssystem und mehr", "给大学生用的二手书小程序" * 9):
        assert plain(text, covered()) == text


def test_a_tower_of_marks_keeps_three() -> None:
    marks = "\u0330\u0331\u0332\u0333\u0334\u0335"
    points = frozenset(map(ord, "z" + marks))
    assert len(plain("z" + marks, points)) == 4


def test_data_too_deep_is_refused() -> None:
    data: object = "x"
    for _ in range(40):
        data = [data]
    with pytest.raises(PictureError):
        plain_data(data, ASCII)


@given(st.text(max_size=200))
def test_whatever_is_written_only_drawable_characters_remain(written: str) -> None:
    drawable = covered()
    for character in plain(written, drawable):
        assert ord(character) in drawable or character in f"\n {ZERO_WIDTH_SPACE}\u00a0"


@given(st.text(max_size=200))
def test_making_text_plain_twice_changes_nothing_more(written: str) -> None:
    once = plain(written, covered()).replace(ZERO_WIDTH_SPACE, "")
    assert plain(once, covered()).replace(ZERO_WIDTH_SPACE, "") == once


@pytest.mark.parametrize(
    ("tag", "code", "region", "first"),
    [
        ("zh", "zh", None, "Noto Sans SC"),
        ("zh-Hant", "zh", None, "Noto Sans TC"),
        ("zh_TW", "zh", "TW", "Noto Sans TC"),
        ("ja", "ja", None, "Noto Sans JP"),
        ("ko-KR", "ko", "KR", "Noto Sans KR"),
        ("fr-CA", "fr", "CA", "Noto Sans SC"),
        ("not a tag", "en", None, "Noto Sans SC"),
        ("", "en", None, "Noto Sans SC"),
    ],
)
def test_a_language_tag_chooses_the_fonts(tag: str, code: str, region: str | None, first: str) -> None:
    found = language(tag)
    assert (found.code, found.region, found.families[0]) == (code, region, first)
