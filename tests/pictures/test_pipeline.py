"""The founder's pipeline: counts, sums and the oldest, in a picture that Telegram takes."""

import struct
from collections.abc import Callable

from pictures.samples import pipeline

from chatbot.pictures.renderer import TypstPictures


async def test_it_names_each_stage_with_its_count_sum_and_oldest(
    pictures: TypstPictures, words_of: Callable[[bytes], str]
) -> None:
    words = words_of(await pictures.draw("pipeline", pipeline(), "pdf"))
    for given in ("New", "7 leads", "In talks", "0 leads", "Won", "17 open", "Nov 24, 2026"):
        assert given in words
    assert words.count("oldest waiting 2 days") == 4
    assert words.count("¥180k–260k") == 4


async def test_it_is_sharp_and_within_telegrams_limits(pictures: TypstPictures) -> None:
    png = await pictures.draw("pipeline", pipeline(), "png")
    width, height = struct.unpack(">II", png[16:24])
    assert width >= 1080
    assert width + height <= 10_000


async def test_no_columns_at_all_still_draw(pictures: TypstPictures) -> None:
    assert await pictures.draw("pipeline", pipeline(columns=[]), "png")


async def test_a_share_beyond_one_fills_the_bar_and_no_more(pictures: TypstPictures) -> None:
    columns = pipeline()["columns"]
    full = await pictures.draw("pipeline", pipeline(columns=[columns[0] | {"share": 1}]), "png")
    beyond = await pictures.draw("pipeline", pipeline(columns=[columns[0] | {"share": 7.5}]), "png")
    assert full == beyond


async def test_the_words_beside_oldest_and_total_may_be_left_out(
    pictures: TypstPictures, words_of: Callable[[bytes], str]
) -> None:
    words = words_of(await pictures.draw("pipeline", pipeline(words={}), "pdf"))
    assert "17 open" in words
    assert "2 days" in words
    assert "oldest" not in words
