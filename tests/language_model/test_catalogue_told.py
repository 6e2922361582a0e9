"""A tap on one of our own answers is told in the reader's language, and from the shop's side."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from language_model.catalogue_talks import Talk

from chatbot.domain.added_words import Known, adds_something
from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.language_model.catalogue.entries import LANGUAGES
from chatbot.language_model.catalogue.loader import CatalogueError, builtin_catalogue, load_catalogue
from chatbot.language_model.catalogue.reader import builtin_reader
from chatbot.language_model.catalogue_model import tellings

CATALOGUE = builtin_catalogue()
READ_FROM_WORDS = {Topic.KIND, Topic.FEATURE, Topic.INTEGRATION, Topic.EXCLUDED}
TAPS = {"en": "You design it", "zh": "你们设计", "fr": "Vous faites le design", "es": "Sin diseño, lo hacen ustedes"}
TOLD = {
    "en": "We do the design",
    "zh": "设计由我们来做",
    "fr": "Nous faisons le design",
    "es": "El diseño lo hacemos nosotros",
}


def tapped(language: str, founder: str, *facts: Fact) -> Talk:
    return Talk(language, founder, brief=Brief((Fact(Topic.KIND, "web_shop"), *facts)))


@pytest.mark.parametrize("founder", LANGUAGES)
@pytest.mark.parametrize("client", LANGUAGES)
async def test_a_tapped_answer_on_design_is_told_to_both_readers_as_what_we_do(client: str, founder: str) -> None:
    talk = tapped(client, founder, Fact(Topic.DESIGN, TAPS[client]))
    summary = (await talk.draft()).mind_map.summary
    assert TOLD[client] in summary.client
    assert TOLD[founder] in summary.founder
    assert TAPS[client] not in summary.client + summary.founder
    known = (await talk.model.summarise(talk.conversation())).value
    assert TOLD[founder] in known
    assert TAPS[client] not in known


async def test_a_design_that_the_client_tapped_to_be_ours_still_stands_in_the_map_as_said() -> None:
    mind_map = (await tapped("zh", "en", Fact(Topic.DESIGN, TAPS["zh"])).draft()).mind_map
    assert any(feature.said and "esign" in feature.label.founder for feature in mind_map.features())


async def test_the_people_of_a_tap_are_nobodys_ours() -> None:
    talk = tapped("en", "zh", Fact(Topic.AUDIENCE, "Our own staff"))
    summary = (await talk.draft()).mind_map.summary
    assert "own staff" in summary.client
    assert "Our" not in summary.client
    assert "内部员工" in summary.founder


async def test_the_clients_own_words_stay_as_they_are() -> None:
    talk = tapped("en", "zh", Fact(Topic.DESIGN, "my sister draws it"))
    summary = (await talk.draft()).mind_map.summary
    assert "my sister draws it" in summary.client
    assert "my sister draws it" in summary.founder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_to_tap_that_is_stored_as_it_is_can_be_told(language: str) -> None:
    reader = builtin_reader()
    questions = [entry for entry in CATALOGUE.questions.values() if entry.topic not in READ_FROM_WORDS]
    taps = [(question.topic, tap) for question in questions for tap in question.suggestions[language]]
    told = tellings(language)
    assert [tap for tap in taps if tap not in told] == []
    assert all(told[topic, tap] == reader.told(topic, tap, language) for topic, tap in taps)


def test_what_is_told_holds_no_amount() -> None:
    texts = [text for entry in CATALOGUE.tellings.values() for text in entry.text.all()]
    assert [text for text in texts if adds_something(text, Known(""))] == []


def test_a_telling_of_what_no_question_offers_stops_the_start(tmp_path: Path) -> None:
    data = Path(__file__).parent.parent.parent / "chatbot/language_model/catalogue/data"
    folder = shutil.copytree(data, tmp_path / "data")
    file = folder / "tellings.toml"
    file.write_text(file.read_text("utf-8").replace('"You design it"', '"You draw it"'), "utf-8")
    with pytest.raises(CatalogueError, match="You draw it"):
        load_catalogue(folder)
