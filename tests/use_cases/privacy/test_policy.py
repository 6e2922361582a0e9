"""/privacy: what it says of the model, of how long and of who answers follows the settings, in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ZONE
from people_bench import Bench

from chatbot.domain.people import LANGUAGES
from chatbot.texts.speak import Texts
from chatbot.use_cases.replies import Phrase

PERSON = 700


async def policy(bench: Bench, language: str, **settings: Any) -> str:
    bench.steps._shop = replace(bench.steps._shop, **settings)
    await bench.meet(PERSON, "Noor", language)
    (told,) = await bench.command(PERSON, "privacy")
    return told


def said(bench: Bench, language: str, text: str, **args: Any) -> str:
    """Our text as it stands in a message without its markup."""
    return bench.texts.say(language, Phrase(text, args)).replace("<b>", "").replace("</b>", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("settings", "model"),
    [
        ({"provider": "Mistral"}, "privacy-model"),
        ({"own_model": True}, "privacy-model-own"),
        ({}, "privacy-no-model"),
    ],
)
async def test_it_names_who_runs_the_language_model(
    bench: Bench, language: str, settings: dict[str, Any], model: str
) -> None:
    told = await policy(bench, language, **settings)
    for text in ("privacy-model", "privacy-model-own", "privacy-no-model"):
        words = said(bench, language, text, **({"provider": "Mistral"} if text == "privacy-model" else {}))
        assert (words in told) is (text == model)
    assert ("Mistral" in told) is ("provider" in settings)
    for text in ("privacy-where", "privacy-who", "privacy-until-asked", "privacy-books", "privacy-rights"):
        assert said(bench, language, text) in told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_says_for_how_long_where_that_is_set(bench: Bench, language: str) -> None:
    told = await policy(bench, language, retention=timedelta(days=730))
    assert said(bench, language, "privacy-until-silent", days=730) in told
    assert said(bench, language, "privacy-until-asked") not in told


async def test_it_ends_with_who_is_responsible_and_with_the_shops_own_words(bench: Bench) -> None:
    note = "Hosted by <Example> in Lyon."
    told = await policy(bench, "en", details="8 Harbour Road", privacy_note=note)
    assert told.endswith(f"Who is responsible. 8 Harbour Road\n\n{note}")


async def test_without_them_nothing_is_said_of_them(bench: Bench) -> None:
    assert "responsible" not in await policy(bench, "en")


async def test_a_shop_may_say_it_in_its_own_texts(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "fr.ftl").write_text("privacy-who = Le fondateur seul.\n", "utf-8")
    bench.texts = Texts(ZONE, tmp_path)
    told = await policy(bench, "fr")
    assert "Le fondateur seul." in told
    assert "l’équipe" not in told
