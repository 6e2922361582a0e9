"""Questions to the shop: none is lost, none becomes a feature, and nothing was told by them."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import Talk

from chatbot.domain.brief import Topic

TO_THE_SHOP = [
    ("zh", "后期维护多少钱"),
    ("zh", "维护多少钱"),
    ("zh", "价格怎么算的？你们会收多少钱维护？"),
    ("en", "how much is maintenance?"),
    ("en", "How much is an app?"),
    ("en", "How long does a website take?"),
    ("fr", "Combien coûte une application ?"),
    ("fr", "Combien coûte la maintenance ?"),
    ("es", "¿Cuánto cuesta una app?"),
    ("es", "¿Cuánto cuesta el mantenimiento?"),
]


@pytest.mark.parametrize(("language", "text"), TO_THE_SHOP)
async def test_a_question_about_price_or_time_tells_nothing_and_is_answered(language: str, text: str) -> None:
    understood = await Talk(language).say(text)
    assert understood.answer
    assert understood.unanswered == understood.reply == ""
    assert understood.changes == ()


@pytest.mark.parametrize(
    "text", ["How much would an app with chat and coupons cost?", "做一个带聊天和优惠券的小程序要多少钱？"]
)
async def test_a_price_question_that_describes_a_project_tells_of_it(text: str) -> None:
    talk = Talk("zh" if not text.isascii() else "en")
    understood = await talk.say(text)
    assert len(talk.brief.values(Topic.FEATURE)) == 2
    assert understood.answer


async def test_both_questions_of_a_message_are_answered() -> None:
    understood = await Talk().say("How much does a mobile app cost and how long does it take?")
    assert "checks each price personally" in understood.answer
    assert "promise no date" in understood.answer
    assert understood.unanswered == ""


TWO = [
    ("en", "How much will it cost, and do you like cheese?", "do you like cheese?"),
    ("en", "How much will it cost? Do you like cheese?", "Do you like cheese?"),
    ("zh", "多少钱？你们喜欢奶酪吗？", "你们喜欢奶酪吗？"),
    ("fr", "C'est gratuit ? Aimez-vous le fromage ?", "Aimez-vous le fromage ?"),
]


@pytest.mark.parametrize(("language", "text", "unanswered"), TWO)
async def test_the_question_without_an_answer_is_passed_on_and_only_that_one(
    language: str, text: str, unanswered: str
) -> None:
    understood = await Talk(language).say(text)
    assert understood.answer
    assert understood.unanswered == unanswered


async def test_two_questions_without_an_answer_are_both_passed_on() -> None:
    understood = await Talk().say("Do you like cheese? Have you been to Rome?")
    assert understood.unanswered == "Do you like cheese? Have you been to Rome?"


async def test_more_questions_than_are_answered_at_once_are_passed_on() -> None:
    understood = await Talk().say("How much is it? How long does it take? Who owns the source code?")
    assert understood.unanswered == "Who owns the source code?"


CAPTIONS = [
    ("zh", "需求文档"),
    ("en", "our spec"),
    ("en", "spec.pdf"),
    ("zh", "产品需求文档v2.docx"),
    ("fr", "cahier des charges"),
    ("es", "nuestras especificaciones"),
]


@pytest.mark.parametrize(("language", "text"), CAPTIONS)
async def test_a_caption_that_names_a_file_is_something_that_exists(language: str, text: str) -> None:
    talk = Talk(language)
    understood = await talk.say(text)
    assert [(change.topic, change.value) for change in understood.changes] == [(Topic.EXISTING, text)]


FEATURES_ALONE = [
    ("zh", "再加一个功能：求购专区", "求购专区"),
    ("zh", "还有一个需求：求购专区", "求购专区"),
    ("en", "One more feature: pigeon racing ladder", "pigeon racing ladder"),
    ("fr", "Encore une fonctionnalité : volière des pigeons", "volière des pigeons"),
    ("es", "Otra función: palomar de carreras", "palomar de carreras"),
]


@pytest.mark.parametrize(("language", "text", "feature"), FEATURES_ALONE)
async def test_the_words_that_announce_a_feature_are_none(language: str, text: str, feature: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.values(Topic.FEATURE) == (feature,)


DESIGN = [
    ("en", "Design … please do it for us", "Screen design"),
    ("en", "We have no design, please do it for us", "Screen design"),
    ("zh", "设计需要你们来做", "界面设计"),
    ("fr", "pas de maquette, c’est à vous de la faire", "Maquettes des écrans"),
    ("es", "no tenemos diseño, háganlo ustedes", "Diseño de pantallas"),
]


@pytest.mark.parametrize(("language", "text", "label"), DESIGN)
async def test_design_that_the_client_asks_us_for_is_marked_said(language: str, text: str, label: str) -> None:
    talk = Talk(language)
    await talk.say({"en": "We want a mobile app", "zh": "想做一个手机App", "fr": "Nous voulons une application mobile",
                    "es": "Queremos una app móvil"}[language])  # fmt: skip
    await talk.say(text)
    features = {feature.label.client: feature for feature in (await talk.draft()).mind_map.features()}
    assert features[label].said
    assert features[label].messages == (3,)
    assert talk.brief.knows(Topic.DESIGN)


async def test_design_that_nobody_spoke_of_is_assumed() -> None:
    talk = Talk()
    await talk.say("We want a mobile app")
    features = {feature.label.client: feature for feature in (await talk.draft()).mind_map.features()}
    assert not features["Screen design"].said
