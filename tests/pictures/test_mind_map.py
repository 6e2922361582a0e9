"""The mind map: fits Telegram at any size, shows days to the founder only, draws every language."""

import struct
from collections.abc import Callable

import pytest
from pictures.samples import TONGUES, feature, mind_map

from chatbot.pictures.renderer import TypstPictures

Read = Callable[[bytes], str]


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def assert_telegram_takes(png: bytes) -> None:
    width, height = size_of(png)
    assert width + height <= 10_000
    assert max(width, height) <= 20 * min(width, height)
    assert len(png) < 10_000_000


@pytest.mark.parametrize(("branches", "features"), [(0, 0), (1, 0), (1, 1), (5, 5), (8, 6), (1, 80), (10, 8), (10, 80)])
async def test_a_map_of_any_size_is_a_picture_that_telegram_takes(
    pictures: TypstPictures, branches: int, features: int
) -> None:
    assert_telegram_takes(await pictures.draw("mind_map", mind_map(branches, features, days="2–5 d"), "png"))


@pytest.mark.parametrize(("branches", "features"), [(5, 5), (8, 6), (8, 10)])
async def test_letters_are_at_least_eleven_pixels_high_where_a_client_shows_1280_pixels(
    pictures: TypstPictures, branches: int, features: int
) -> None:
    data = mind_map(branches, features, days="2–5 d")
    plain = size_of(await pictures.draw("mind_map", data, "png"))
    page = await pictures.draw("mind_map", data, "pdf")
    longest = max(_page_points(page))
    assert max(plain) >= 1280
    assert 1280 / longest * 11 >= 9.5  # letters are set in 11 points


async def test_a_usual_map_stands_upright_and_a_big_one_grows_on_both_sides(pictures: TypstPictures) -> None:
    usual = size_of(await pictures.draw("mind_map", mind_map(8, 5), "png"))
    big = size_of(await pictures.draw("mind_map", mind_map(8, 10), "png"))
    assert usual[1] > usual[0]
    assert big[0] / big[1] > 1.4 * usual[0] / usual[1]


async def test_the_founders_map_shows_days_and_the_clients_none(pictures: TypstPictures, words_of: Read) -> None:
    founders = words_of(await pictures.draw("mind_map", mind_map(3, 3, days="2–5 days"), "pdf"))
    clients = words_of(await pictures.draw("mind_map", mind_map(3, 3), "pdf"))
    assert founders.count("2–5 days") == 9
    assert "days" not in clients
    assert "2–5" not in clients


async def test_the_key_explains_only_what_the_map_shows(pictures: TypstPictures, words_of: Read) -> None:
    certain = [{"label": "Login", "features": [feature("By phone"), feature("By mail", priority="could")]}]
    words = words_of(await pictures.draw("mind_map", mind_map(branches=0) | {"branches": certain}, "pdf"))
    assert "must have" in words
    assert "could have" in words
    assert "should have" not in words
    assert "assumed" not in words


@pytest.mark.parametrize("tag", TONGUES)
async def test_every_language_is_drawn_and_can_be_read_back(pictures: TypstPictures, words_of: Read, tag: str) -> None:
    title, branch, label, _ = TONGUES[tag]
    data = mind_map(0) | {
        "title": title,
        "font_lang": tag,
        "branches": [{"label": branch, "features": [feature(label)]}],
    }
    words = words_of(await pictures.draw("mind_map", data, "pdf"))
    assert {title, branch, label} <= {part for part in (title, branch, label) if part in words}
    assert_telegram_takes(await pictures.draw("mind_map", data, "png"))


async def test_bold_is_bolder_in_chinese_too(pictures: TypstPictures) -> None:
    label = "图书上架"
    branch = {"label": label, "features": [feature(label)]}
    pdf = await pictures.draw("mind_map", mind_map(0, font_lang="zh") | {"branches": [branch]}, "pdf")
    assert pdf.count(b"NotoSansSC") >= 2  # one subset a weight


async def test_arabic_is_drawn_without_fail(pictures: TypstPictures) -> None:
    data = mind_map(0, title="متجر الكتب", font_lang="ar") | {
        "branches": [{"label": "الدفع", "features": [feature("بطاقة Visa")]}]
    }
    assert_telegram_takes(await pictures.draw("mind_map", data, "png"))


async def test_endless_labels_are_cut_with_an_ellipsis(pictures: TypstPictures, words_of: Read) -> None:
    branch = {"label": "b" * 3000, "features": [feature("word " * 3000)]}
    data = mind_map(0, title="t" * 3000, subtitle="s" * 3000) | {"branches": [branch]}
    assert words_of(await pictures.draw("mind_map", data, "pdf")).count("…") == 4
    assert_telegram_takes(await pictures.draw("mind_map", data, "png"))


def _page_points(pdf: bytes) -> tuple[float, float]:
    import io

    from pypdf import PdfReader

    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)
