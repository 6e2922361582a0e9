"""Replies as text and buttons within Telegram's limits."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.telegram_ui.html_text import escaped, plain, split, visible_length
from chatbot.telegram_ui.presenter import Presenter
from chatbot.texts.speak import Texts
from chatbot.use_cases.replies import Choice, Phrase, Reply


def rows(presenter: Presenter, *labels: tuple[str, ...]) -> list[list[str]]:
    reply = Reply(("x",), tuple(tuple(Choice(label, "t") for label in row) for row in labels))
    markup = presenter.present(reply, "en").markup
    return [] if markup is None else [[button.text for button in row] for row in markup.inline_keyboard]


@pytest.fixture
def presenter(texts: Texts) -> Presenter:
    return Presenter(texts)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("abc", 3),
        ("<b>abc</b>", 3),
        ("&lt;b&gt; &amp;", 5),
        ("谁", 1),
        ("😀", 2),
        ("a < b", 5),
        ("&nosuch", 7),
    ],
)
def test_length_counts_what_is_seen_in_utf_16(text: str, length: int) -> None:
    assert visible_length(text) == length


@given(st.text(min_size=0, max_size=400), st.integers(min_value=8, max_value=120))
def test_pieces_keep_the_limit_and_lose_no_word(text: str, limit: int) -> None:
    pieces = split(escaped(text), limit)
    assert all(visible_length(piece) <= limit for piece in pieces)
    said = "".join(plain(piece) for piece in pieces)
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", html.unescape(escaped(text)))


def test_a_cut_prefers_the_end_of_a_paragraph_then_of_a_line_then_of_a_sentence() -> None:
    assert split("one two\n\nthree four", 15) == ["one two", "three four"]
    assert split("one two\nthree four", 15) == ["one two", "three four"]
    assert split("One two. Three four", 15) == ["One two.", "Three four"]
    assert split("一二三四五。六七八", 7) == ["一二三四五。", "六七八"]
    assert split("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_tags_are_closed_at_a_cut_and_opened_again() -> None:
    text = '<b>one two and three <a href="https://x.org/a b">four five</a></b> six'
    assert split(text, 20) == [
        "<b>one two and three</b>",
        '<b><a href="https://x.org/a b">four five</a></b> six',
    ]
    assert split("<b>one two</b>", 5) == ["<b>one</b>", "<b>two</b>"]


def test_an_escaped_sign_is_never_cut_in_two() -> None:
    assert split("&lt;" * 10, 4) == ["&lt;" * 4, "&lt;" * 4, "&lt;" * 2]


def test_paragraphs_are_joined_by_a_blank_line_and_empty_ones_left_out(presenter: Presenter) -> None:
    shown = presenter.present(Reply(("<one>", "  ", Phrase("picture-quote"))), "es")
    assert (shown.text, shown.plain) == ("&lt;one&gt;\n\nPresupuesto", "<one>\n\nPresupuesto")


def test_a_caption_may_be_1024_long(presenter: Presenter) -> None:
    assert presenter.present(Reply(("<" * 1024,)), "en").fits_caption
    assert not presenter.present(Reply(("<" * 1025,)), "en").fits_caption


def test_short_labels_share_a_row_and_long_ones_do_not(presenter: Presenter) -> None:
    assert rows(presenter, ("Yes", "No")) == [["Yes", "No"]]
    assert rows(presenter, ("Approve & send", "Ask the client")) == [["Approve & send", "Ask the client"]]
    assert rows(presenter, ("A rather long answer to tap", "No")) == [["A rather long answer to tap"], ["No"]]
    assert rows(presenter, ("一二三四五六七八九", "一二")) == [["一二三四五六七八九"], ["一二"]]
    assert rows(presenter, tuple("123456789")) == [list("12345678"), ["9"]]


def test_each_row_starts_a_new_line(presenter: Presenter) -> None:
    assert rows(presenter, ("a",), (), ("b", "c")) == [["a"], ["b", "c"]]


def test_labels_are_no_html(presenter: Presenter) -> None:
    assert rows(presenter, ("Q&A <1>",)) == [["Q&A <1>"]]
