"""What is drawn gets its words, in the language of what it shows."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fakes import PNG, StillPictures
from pypdf import PdfReader

from chatbot.domain.errors import PictureError
from chatbot.domain.lead_flow import Stage
from chatbot.domain.money import Money, PriceRange
from chatbot.domain.people import LANGUAGES
from chatbot.pictures.renderer import TypstPictures
from chatbot.telegram_ui.drawings import Drawings
from chatbot.texts.speak import Texts
from chatbot.use_cases.replies import Attachment, to_json

PRICE = PriceRange(*(Money.of(amount, "CNY") for amount in (55_000, 60_000, 70_000)))
BRANCHES = [
    {
        "label": "Orders",
        "features": [
            {"label": "Cart", "days": [1.0, 2.5, 4.0], "priority": "must", "assumed": False},
            {"label": "Coupons", "days": [2.0, 2.0, 2.0], "priority": "could", "assumed": True},
        ],
    }
]


def bare(branches: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            **branch,
            "features": [
                {key: value for key, value in feature.items() if key != "days"} for feature in branch["features"]
            ],
        }
        for branch in branches
    ]


def a_map(kind: str = "founder_map", language: str = "en", **more: Any) -> Attachment:
    data = {"title": "Shop", "language": language, "branches": BRANCHES, "subtitle_days": None, "price": None}
    return Attachment(kind, "map", to_json(data | more))


def a_quote(**more: Any) -> Attachment:
    data = {
        "number": "2026-0012-2",
        "date": "2026-11-24",
        "valid_until": "2026-12-24",
        "client": "Lin",
        "title": "Shop",
        "summary": "A small shop",
        "language": "en",
        "price": PRICE,
        "by_founder": False,
        "closed": None,
        "weeks": [6, 9],
        "branches": bare(BRANCHES),
        "assumptions": ["Texts come from you"],
        "exclusions": [],
        "open_questions": ["Which bank?"],
        "shop": {"name": "Lantern Works", "details": "Shanghai", "tax_note": "incl. tax"},
    }
    return Attachment("quote_pdf", "2026-0012-2", to_json(data | more))


def a_pipeline() -> Attachment:
    columns = [
        {
            "stage": stage.value,
            "count": number,
            "sum": PRICE if number else None,
            "oldest_days": number or None,
        }
        for number, stage in enumerate(Stage)
    ]
    return Attachment("pipeline", "pipeline", to_json({"date": "2026-11-24", "columns": columns, "open": 1}))


@pytest.fixture
def pictures() -> StillPictures:
    return StillPictures()


@pytest.fixture
def drawings(pictures: StillPictures, texts: Texts) -> Drawings:
    return Drawings(pictures, texts, lambda link: PNG + link.encode())


async def test_the_founders_map_shows_days_and_the_clients_none(drawings: Drawings, pictures: StillPictures) -> None:
    await drawings.draw(a_map(subtitle_days=[12.0, 15.5, 21.0], price=PRICE), "en")
    await drawings.draw(a_map("client_map", branches=bare(BRANCHES)), "en")
    founder, client = (asked[1] for asked in pictures.asked)
    features = founder["branches"][0]["features"]  # type: ignore[index]  # what is drawn is a plain dict of objects
    assert [feature["days"] for feature in features] == ["2.5 d (1–4)", "2 d"]
    assert founder["subtitle"] == "12–21 person-days, likely 15.5\nCN¥55,000–70,000"
    assert client["subtitle"] is None
    assert {feature["days"] for feature in client["branches"][0]["features"]} == {None}  # type: ignore[index]  # what is drawn is a plain dict of objects


async def test_words_follow_the_labels_and_else_the_reader(drawings: Drawings, pictures: StillPictures) -> None:
    await drawings.draw(a_map(language="zh-Hans"), "en")
    await drawings.draw(a_map(language="de"), "fr")
    chinese, french = (asked[1]["legend"]["must"] for asked in pictures.asked)  # type: ignore[index]  # what is drawn is a plain dict of objects
    assert (chinese, french) == ("必须", "Indispensable")


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ({}, "early estimate"),
        ({"closed": 14}, "8 in 10"),
        ({"by_founder": True, "closed": 14}, "founder set this price"),
    ],
)
async def test_the_note_claims_no_more_than_is_true(
    drawings: Drawings, pictures: StillPictures, more: dict[str, Any], note: str
) -> None:
    await drawings.draw(a_quote(**more), "en")
    said = str(pictures.asked[0][1]["range_note"])
    assert note in said
    assert ("8 in 10" in said) == ("8 in 10" in note)


async def test_amounts_dates_and_weeks_come_in_words(drawings: Drawings, pictures: StillPictures) -> None:
    await drawings.draw(a_quote(), "en")
    await drawings.draw(a_quote(weeks=[1, 1], price=PriceRange(PRICE.low, PRICE.low, PRICE.low)), "en")
    usual, small = (asked[1] for asked in pictures.asked)
    assert usual["range"] == {"low": "CN¥55,000", "likely": "CN¥60,000", "high": "CN¥70,000"}
    assert (usual["date"], usual["valid_until"]) == ("24 November 2026", "24 December 2026")
    assert (usual["weeks"], small["weeks"]) == ("about 6–9 weeks of work", "about one week of work")
    bar = usual["range_bar"]
    assert isinstance(bar, dict)
    assert 0 < bar["low"] < bar["likely"] < bar["high"] < 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_stage_has_its_row(drawings: Drawings, pictures: StillPictures, language: str) -> None:
    await drawings.draw(a_pipeline(), language)
    columns = pictures.asked[0][1]["columns"]
    assert isinstance(columns, list)
    assert len({column["label"] for column in columns}) == len(Stage)
    assert [column["tone"] for column in columns[-3:]] == ["good", "bad", "bad"]
    assert (columns[0]["share"], columns[-1]["share"]) == (0, 1)


async def test_files_have_names_that_every_system_takes(drawings: Drawings) -> None:
    paper = await drawings.draw(Attachment("text_file", "Lin: a/b\n.txt", {"text": "hi"}), "en")
    link = await drawings.draw(Attachment("qr", "", {"link": "https://t.me/x"}), "en")
    assert (paper.name, paper.content, paper.photo) == ("Lin a b.txt", b"hi", False)
    assert (link.name, link.content, link.photo) == ("file.png", PNG + b"https://t.me/x", True)


@pytest.mark.parametrize(
    "attachment",
    [
        Attachment("no such kind", "x", {}),
        Attachment("qr", "x", {}),
        a_map(branches=[{"label": "x"}]),
        a_quote(price=None),
        a_quote(date="soon"),
        Attachment("pipeline", "x", {"date": "2026-11-24", "columns": [{"stage": "?"}], "open": 0}),
    ],
)
async def test_data_that_lacks_something_is_a_picture_error(drawings: Drawings, attachment: Attachment) -> None:
    with pytest.raises(PictureError):
        await drawings.draw(attachment, "en")


@pytest.mark.parametrize(
    "attachment", [a_map(subtitle_days=[1, 2, 3]), a_map("client_map", branches=bare(BRANCHES)), a_pipeline()]
)
async def test_the_real_templates_find_all_they_need(texts: Texts, attachment: Attachment) -> None:
    drawn = await Drawings(TypstPictures(), texts, lambda _link: PNG).draw(attachment, "fr")
    assert drawn.content.startswith(b"\x89PNG")


async def test_the_real_quote_says_what_it_must(texts: Texts) -> None:
    drawn = await Drawings(TypstPictures(), texts, lambda _link: PNG).draw(a_quote(language="es"), "en")
    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(drawn.content)).pages)
    for words in (
        "2026-0012-2",
        "Presupuesto",
        "24 de diciembre de 2026",
        "70.000",
        "primera estimación",
        "Aceptar",
    ):
        assert words in said


async def test_under_a_founders_own_range_no_amount_is_called_likely(
    drawings: Drawings, pictures: StillPictures
) -> None:
    await drawings.draw(a_quote(by_founder=True), "en")
    drawn = pictures.asked[-1][1]
    assert drawn["range"] == {"low": "CN¥55,000", "likely": None, "high": "CN¥70,000"}
    assert drawn["range_bar"]["likely"] is None  # type: ignore[index]  # what is drawn is a plain dict of objects
