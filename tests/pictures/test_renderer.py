"""What a client writes is never markup; failures tell nothing; the same data gives the same bytes."""

import asyncio
import subprocess
import sys
from collections.abc import Callable

import pytest
from pictures.samples import feature, mind_map, pipeline, quote

from chatbot.domain.errors import PictureError
from chatbot.pictures import renderer
from chatbot.pictures.renderer import TypstPictures

HOSTILE = [
    '#read("/etc/passwd")',
    '#read("style.typ")',
    "#panic()",
    "$x^2 + sum_(i=0)^n$",
    "<b>bold</b> <label> @cite",
    "*bold* _italic_ `code`",
    "= Heading",
    "- list + list / term: x",
    "back\\slash \\n \\u{41} \\",
    '"quotes" \' // comment /* more */',
    "#{1 + 1} #let x = 2 #import \"@preview/x:1.0.0\": *",
    "{\"json\": [1, 2]} }} ]]",
    "%PDF-1.7 endobj",
]  # fmt: skip
DRAWINGS = [("mind_map", mind_map(3, 3), "png"), ("quote", quote(), "pdf"), ("pipeline", pipeline(), "png")]


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_looks_like_markup_is_shown_as_it_was_written(
    pictures: TypstPictures, words_of: Callable[[bytes], str], text: str
) -> None:
    branches = [{"label": text, "features": [feature(text, note=text)]}]
    data = quote(title=text, client=text, summary=text, branches=branches, assumptions=[text], next_step=text)
    expected = " ".join(text.split())
    words = words_of(await pictures.draw("quote", data, "pdf"))
    assert words.count(expected) >= 6
    assert "root:" not in words
    on_map = mind_map(0, title=text, subtitle=text) | {"branches": branches}
    assert words_of(await pictures.draw("mind_map", on_map, "pdf")).count(expected[:20]) >= 1


async def test_three_thousand_letters_in_a_row_are_wrapped_and_lose_none(
    pictures: TypstPictures, words_of: Callable[[bytes], str]
) -> None:
    endless = "Ж" * 3000
    words = words_of(await pictures.draw("quote", quote(summary=endless, next_step=endless), "pdf"))
    assert words.count("Ж") == 6000
    assert max(map(len, words.split())) < 100


@pytest.mark.parametrize(("template", "data", "form"), DRAWINGS)
async def test_empty_texts_are_drawn(
    pictures: TypstPictures, template: str, data: dict[str, object], form: str
) -> None:
    blank = {key: "" if isinstance(value, str) else value for key, value in data.items()}
    assert await pictures.draw(template, blank, form)


async def test_an_emoji_leaves_no_box(pictures: TypstPictures) -> None:
    with_emoji = await pictures.draw("mind_map", mind_map(1, 1, title="Beer 🍺 club 😀"), "png")
    without = await pictures.draw("mind_map", mind_map(1, 1, title="Beer club"), "png")
    assert with_emoji == without


@pytest.mark.parametrize(("template", "data", "form"), DRAWINGS)
async def test_the_same_data_gives_the_same_bytes(
    pictures: TypstPictures, template: str, data: dict[str, object], form: str
) -> None:
    one, other = await asyncio.gather(*(pictures.draw(template, data, form) for _ in range(2)))
    assert one == other


async def test_another_process_gives_the_same_bytes(pictures: TypstPictures) -> None:
    code = (
        "import asyncio, sys\n"
        "from pictures.samples import quote\n"
        "from chatbot.pictures.renderer import TypstPictures\n"
        "sys.stdout.buffer.write(asyncio.run(TypstPictures().draw('quote', quote(), 'pdf')))\n"
    )
    paths = repr([path for path in sys.path if path])
    other = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths}\n{code}"],
        capture_output=True,
        check=True,
    )
    assert other.stdout == await pictures.draw("quote", quote(), "pdf")


@pytest.mark.parametrize(
    ("template", "data", "form", "key"),
    [
        (template, data, form, key)
        for template, data, form in DRAWINGS
        for key in data
        if key not in {"font_lang", "lang"}
    ],
)
async def test_a_missing_key_is_refused_without_a_word_of_the_data(
    pictures: TypstPictures, template: str, data: dict[str, object], form: str, key: str
) -> None:
    less = {name: value for name, value in data.items() if name != key}
    with pytest.raises(PictureError) as caught:
        await pictures.draw(template, less, form)
    assert str(caught.value) == f"the template {template} could not be drawn as {form}"
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "data", [{"title": object()}, {"title": float("nan")}, {"title": b"bytes"}], ids=["object", "nan", "bytes"]
)
async def test_data_that_is_not_json_is_refused(pictures: TypstPictures, data: dict[str, object]) -> None:
    with pytest.raises(PictureError):
        await pictures.draw("mind_map", mind_map(1, 1) | data, "png")


@pytest.mark.parametrize(
    ("template", "form"), [("style", "pdf"), ("../renderer", "pdf"), ("quote", "svg"), ("/etc/passwd", "png")]
)
async def test_only_known_templates_and_forms_are_drawn(pictures: TypstPictures, template: str, form: str) -> None:
    with pytest.raises(PictureError):
        await pictures.draw(template, quote(), form)


async def test_a_panic_of_the_typesetter_is_a_picture_error(
    pictures: TypstPictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        pass

    def broken(_inputs: dict[str, str]) -> object:
        raise PanicException("with words of a client")

    monkeypatch.setattr(renderer, "_compiler", broken)
    with pytest.raises(PictureError, match="could not be drawn"):
        await pictures.draw("quote", quote(), "pdf")


async def test_many_at_once_are_all_drawn(pictures: TypstPictures) -> None:
    titles = [f"Project {number}" for number in range(12)]
    drawn = await asyncio.gather(*(pictures.draw("mind_map", mind_map(2, 2, title=title), "png") for title in titles))
    assert len(set(drawn)) == len(titles)
