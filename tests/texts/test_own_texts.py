"""Texts that the shop says in its own words, and what is said at the start of those that could not be said."""

from __future__ import annotations

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from chatbot.domain.errors import SettingsError
from chatbot.texts.speak import Texts
from chatbot.use_cases.replies import Phrase

UTC = ZoneInfo("UTC")


def wrote(folder: Path, **files: str) -> Path:
    for language, text in files.items():
        (folder / f"{language}.ftl").write_text(text, "utf-8")
    return folder


def test_a_text_of_the_shops_takes_the_place_of_ours(tmp_path: Path) -> None:
    texts = Texts(UTC, wrote(tmp_path, fr="privacy = <b>{ $shop }</b> garde peu de choses.\n"))
    assert texts.say("fr", Phrase("privacy", {"shop": "Phare"})) == "<b>Phare</b> garde peu de choses."
    assert texts.say("fr", Phrase("picture-date")) == "Date"
    assert "garde" not in texts.say("es", Phrase("privacy", {"shop": "Phare"}))


def test_ours_are_as_they_were_for_a_shop_without_texts(tmp_path: Path) -> None:
    Texts(UTC, wrote(tmp_path, en="picture-date = The day\n"))
    assert Texts(UTC).say("en", Phrase("picture-date")) == "Date"


def test_a_plural_may_be_used(tmp_path: Path) -> None:
    own = """picture-age = { $days ->
    [one] a day
   *[other] { $days } days
    }
"""
    assert Texts(UTC, wrote(tmp_path, en=own)).say("en", Phrase("picture-age", {"days": 2})) == "2 days"


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("privacy-mine = Hello\n", "en.ftl: privacy-mine is no text of the bot's"),
        ("privacy = Ask { $boss }\n", "en.ftl: privacy uses $boss, which the bot does not give it ($shop)"),
        ("picture-date = { $x }\n", "picture-date uses $x, which the bot does not give it (nothing)"),
        ("picture-date = { -brand }\n", "picture-date refers to -brand; write its words out instead"),
        ("picture-date = { NOW() }\n", "picture-date refers to NOW(); write its words out instead"),
        ("picture-date = { picture-age }\n", "picture-date refers to picture-age; write its words out instead"),
        ("picture-date = <b>Day\n", "picture-date has a <b> that is not closed"),
        ("picture-date = <b><i>Day</b></i>\n", "picture-date has a </b> that closes nothing"),
        ("picture-date = a < b\n", "picture-date has a <, > or & that is no tag"),
        ("picture-date = <script>x</script>\n", "picture-date has a <, > or & that is no tag"),
        ("picture-date = R&D\n", "picture-date has a <, > or & that is no tag"),
        ("picture-date = One\npicture-date = Two\n", "picture-date stands there twice"),
        ("picture-date =\n    .title = Day\n", "picture-date is empty"),
        ("what is this\n", "this is no text: 'what is this'"),
    ],
)
def test_a_text_that_could_not_be_said_is_told_with_its_file(own: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        Texts(UTC, wrote(tmp_path, en=own))


def test_a_file_of_another_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"de.ftl is of no use; the files are en.ftl, zh.ftl, fr.ftl, es.ftl"):
        Texts(UTC, wrote(tmp_path, de="picture-date = Tag\n"))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="TEXTS_DIR: there is no folder"):
        Texts(UTC, tmp_path / "none")


def test_a_file_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_bytes(b"picture-date = \xff\n")
    with pytest.raises(SettingsError, match=r"en\.ftl cannot be read"):
        Texts(UTC, tmp_path)
