"""Drafts and summaries of the catalogue model, apart from the inquiries in tests/cases."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import Talk, labels, played

from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.errors import ModelError
from chatbot.domain.mind_map import Priority
from chatbot.language_model.catalogue_model import CatalogueModel
from chatbot.use_cases.language_model import Conversation, Line


async def test_a_wish_outside_the_catalogue_becomes_a_feature_in_the_clients_words() -> None:
    talk = Talk()
    await talk.say("We need an app for beekeepers. It should also log drone flights over the hives.")
    assert "log drone flights over the hives" in talk.brief.values(Topic.FEATURE)
    draft = await talk.draft()
    feature = next(one for one in draft.mind_map.features() if "drone" in one.label.client)
    assert feature.said
    assert feature.label.client == feature.label.founder
    assert feature.effort.high / feature.effort.low > 4


async def test_later_and_if_possible_lower_the_priority() -> None:
    talk = Talk()
    await talk.say("We want a web shop with coupons, ideally gift cards, and a blog later")
    priorities = {one.label.client: one.priority for one in (await talk.draft()).mind_map.features()}
    assert priorities["Coupons and discounts"] is Priority.MUST
    assert priorities["Gift cards"] is Priority.SHOULD
    assert priorities["News and articles"] is Priority.COULD


async def test_a_project_described_to_a_better_model_is_drafted_from_its_facts() -> None:
    facts = (
        Fact(Topic.KIND, "mini_program"),
        Fact(Topic.FEATURE, "students list books by scanning the ISBN", message_id=3),
        Fact(Topic.FEATURE, "pigeon post between dormitories", message_id=4),
        Fact(Topic.EXCLUDED, "coupons"),
    )
    conversation = Conversation(Brief(facts), (Line("client", "see above", 3),), (), "en", "en", "zh", ())
    mind_map = (await CatalogueModel().draft(conversation)).value.mind_map
    assert "Listing by ISBN scan" in labels(mind_map)
    assert "pigeon post between dormitories" in labels(mind_map)
    assert any("coupons" in text.client for text in mind_map.exclusions)


async def test_founder_and_client_read_each_their_language() -> None:
    mind_map = (await (await played("01_books_zh", "fr")).draft()).mind_map
    assert mind_map.title.client == "二手书交易小程序"
    assert mind_map.title.founder == "Livres d’occasion : place de marché (mini-programme)"
    assert mind_map.branches[0].label.founder == "Comptes et connexion"


async def test_a_client_in_another_language_gets_an_english_map() -> None:
    talk = Talk("de", "zh")
    await talk.say("Wir brauchen eine App mit SMS und Login für unsere Kunden.")
    draft = await talk.draft()
    assert talk.language == "de"
    assert draft.language == "en"
    assert "SMS reminders" in labels(draft.mind_map)


@pytest.mark.parametrize("founder", ["en", "zh", "fr", "es"])
async def test_the_summary_names_what_the_founder_needs(founder: str) -> None:
    talk = await played("06_craft_beer_en", founder)
    summary = (await talk.model.summarise(talk.conversation())).value
    assert "50000-60000 CNY" in summary
    assert "Timeline 6 weeks" in summary
    waybill = {"en": "Waybill", "zh": "快递单号", "fr": "Numéro de suivi", "es": "Número de seguimiento"}[founder]
    assert waybill in summary


async def test_the_summary_of_nothing_says_so() -> None:
    conversation = Conversation(Brief(), (), (), "en", "en", "es", ())
    assert "aún no ha descrito" in (await CatalogueModel().summarise(conversation)).value


async def test_it_neither_translates_nor_hears() -> None:
    model = CatalogueModel()
    assert not model.translates
    with pytest.raises(ModelError):
        await model.translate("hello", "fr")
    with pytest.raises(ModelError):
        await model.transcribe(b"RIFF", "voice.ogg")
