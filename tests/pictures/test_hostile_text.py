"""What a model or a client wrote is drawn letter for letter: no Typst in it is run, no file read, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile_words import ALL, FILLED, MARKUP, TYPST, hostile_texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures.samples import feature, mind_map, quote

from chatbot.pictures.renderer import TypstPictures

Read = Callable[[bytes], str]
ROUNDS = max(1, settings().max_examples // 10)


def map_of(text: str) -> dict[str, Any]:
    """A map in which every word is this text."""
    branches = [{"label": text, "features": [feature(text), feature(text, days=text)]}]
    return {**mind_map(), "title": text, "subtitle": text, "branches": branches}


def quote_of(text: str) -> dict[str, Any]:
    """A quote in which every word of a model or a client is this text."""
    branches = [{"label": text, "features": [feature(text, note=text)]}]
    notes = {"assumptions": [text], "exclusions": [text], "open_questions": [text]}
    return quote(client=text, title=text, summary=text, branches=branches, **notes)


@pytest.mark.parametrize("text", [*TYPST, *FILLED, *MARKUP])
async def test_what_looks_like_a_program_stands_there_as_text(
    pictures: TypstPictures, words_of: Read, text: str
) -> None:
    drawn = words_of(await pictures.draw("quote", quote_of(text), "pdf"))
    assert "".join(drawn.split()).count("".join(text.split())) >= 7
    assert "".join(text.split()) in "".join(words_of(await pictures.draw("mind_map", map_of(text), "pdf")).split())


async def test_no_file_is_read_that_a_text_names(pictures: TypstPictures, words_of: Read, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("zebrafinch")
    for code in (f'#read("{tmp_path}/secret.txt")', f'#include "{tmp_path}/secret.txt"', '#read("quote.typ")'):
        words = words_of(await pictures.draw("quote", quote_of(code), "pdf"))
        assert "zebrafinch" not in words
        assert "#let" not in words
        assert "#set" not in words


@settings(max_examples=ROUNDS, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.one_of(st.sampled_from(ALL), hostile_texts))
async def test_any_text_gives_a_picture_and_a_document(pictures: TypstPictures, text: str) -> None:
    assert (await pictures.draw("mind_map", map_of(text), "png")).startswith(b"\x89PNG")
    assert (await pictures.draw("quote", quote_of(text), "pdf")).startswith(b"%PDF")
