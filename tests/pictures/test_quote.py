"""The quote: every given word stands in it, nothing else is computed or dated by the clock."""

import io
from collections.abc import Callable

import pytest
from pictures.samples import LEGEND, TONGUES, feature, quote
from pypdf import PdfReader

from chatbot.pictures.renderer import TypstPictures

Read = Callable[[bytes], str]


async def test_everything_that_was_given_stands_in_the_document(pictures: TypstPictures, words_of: Read) -> None:
    words = words_of(await pictures.draw("quote", quote(), "pdf"))
    for given in (
        "Riverside Software", "hello@example.org", "Q-2026-0012-1", "2026-11-24", "2026-12-08", "Sam Okafor",
        "Craft beer club", "¥41,000 – ¥71,000", "¥53,000", "An early estimate", "about 6–9 weeks", "Rate a beer",
        "One to five", "Offline mode", "Texts in English only", "Delivery", "Who moderates?", "Tap Accept.",
        "No VAT.", "Page 1 of 1", *LEGEND.values(),
    ):  # fmt: skip
        if given == LEGEND["should"]:
            assert given not in words  # no such feature, so nothing to explain
        else:
            assert given in words


async def test_its_properties_name_it_and_hold_its_own_date(pictures: TypstPictures) -> None:
    reader = PdfReader(io.BytesIO(await pictures.draw("quote", quote(), "pdf")))
    assert reader.metadata is not None
    assert reader.metadata.title == "Quote Q-2026-0012-1 · Craft beer club"
    assert reader.metadata.author == "Riverside Software"
    assert "20261124" in str(reader.metadata.get("/CreationDate"))


async def test_a_date_in_words_gives_no_date_in_the_properties(pictures: TypstPictures) -> None:
    reader = PdfReader(io.BytesIO(await pictures.draw("quote", quote(date="24 novembre 2026"), "pdf")))
    assert reader.metadata is not None
    assert "/CreationDate" not in reader.metadata


async def test_an_impossible_date_is_shown_as_written(pictures: TypstPictures, words_of: Read) -> None:
    assert "2026-02-31" in words_of(await pictures.draw("quote", quote(date="2026-02-31"), "pdf"))


async def test_pages_are_counted(pictures: TypstPictures, words_of: Read) -> None:
    branch = {"label": "Many", "features": [feature(f"Feature {number}", note="") for number in range(150)]}
    pdf = await pictures.draw("quote", quote(branches=[branch]), "pdf")
    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    assert pages > 1
    assert f"Page {pages} of {pages}" in words_of(pdf)
    assert "Feature 149" in words_of(pdf)


async def test_a_single_price_is_named_once_and_has_no_bar(pictures: TypstPictures, words_of: Read) -> None:
    same = {"low": "¥60,000", "likely": None, "high": "¥60,000"}
    bar = {"low": 0.5, "likely": None, "high": 0.5}
    words = words_of(await pictures.draw("quote", quote(range=same, range_bar=bar, by_founder=True), "pdf"))
    assert words.count("¥60,000") == 1
    assert "Likely" not in words


async def test_a_founders_range_has_no_likely_price_and_is_called_the_founders(
    pictures: TypstPictures, words_of: Read
) -> None:
    base = quote()
    data = base | {
        "range": {"low": "¥55,000", "likely": None, "high": "¥70,000"},
        "range_bar": {"low": 0.3, "likely": None, "high": 0.7},
        "words": base["words"] | {"by_founder": "Set by the founder"},
    }
    computed = words_of(await pictures.draw("quote", data, "pdf"))
    founders = words_of(await pictures.draw("quote", data | {"by_founder": True}, "pdf"))
    assert "Likely" not in founders
    assert "Set by the founder" in founders
    assert "Set by the founder" not in computed


async def test_amounts_that_would_touch_are_all_legible(pictures: TypstPictures, words_of: Read) -> None:
    near = {"low": 0.49, "likely": 0.5, "high": 0.51}
    words = words_of(await pictures.draw("quote", quote(range_bar=near), "pdf"))
    assert "Low ¥41,000" in words
    assert "Likely ¥53,000" in words
    assert "High ¥71,000" in words


async def test_empty_lists_leave_no_empty_headings(pictures: TypstPictures, words_of: Read) -> None:
    data = quote(assumptions=[], exclusions=[], open_questions=[], branches=[], next_step="", weeks=None)
    words = words_of(await pictures.draw("quote", data, "pdf"))
    for heading in ("Assumptions", "Not included", "Open questions", "Next step"):
        assert heading not in words


@pytest.mark.parametrize("tag", TONGUES)
async def test_every_language_can_be_read_back(pictures: TypstPictures, words_of: Read, tag: str) -> None:
    title, branch, label, sentence = TONGUES[tag]
    branches = [{"label": branch, "features": [feature(label, note=sentence)]}]
    data = quote(lang=tag, title=title, summary=sentence, branches=branches, assumptions=[sentence])
    words = words_of(await pictures.draw("quote", data, "pdf"))
    for given in (title, branch, label, sentence):
        assert given in words
