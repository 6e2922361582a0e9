"""Words of the catalogue's lists: what they mean where they stand, and where they only look alike."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import Talk, labels

from chatbot.domain.brief import Topic

KINDS = [
    ("en", "I want a website for my dental practice with appointments", "website"),
    ("en", "We need a website for our estate agency where agents publish flats", "website"),
    ("en", "A website where managers approve applicants for our apparel brand", "website"),
    ("fr", "Je veux un site web pour louer des appartements, avec appel aux visiteurs", "website"),
    ("fr", "Il nous faut des apps pour nos livreurs", "mobile_app"),
    ("es", "Quiero una web para una apelación de agentes inmobiliarios", "website"),
    ("zh", "做个app商城", "mobile_app"),
    ("zh", "想做一个App", "mobile_app"),
    ("zh", "开发H5页面", "h5"),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
async def test_a_latin_word_of_the_chinese_lists_is_a_whole_word(language: str, text: str, kind: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.first(Topic.KIND) == kind


NO_FEATURES = [
    ("en", "We need a website for our estate agency where agents publish flats", "AI that carries out steps"),
    ("en", "A website for an estate agent", "AI that carries out steps"),
    ("en", "A website on sapphires", "Connection to the ERP"),
    ("en", "A website on rags to riches", "Finding the right passages"),
    ("fr", "Un site web pour les agents immobiliers", "Agent IA qui exécute des tâches"),
    ("es", "Una web para nuestros agentes", "Agente de IA que ejecuta tareas"),
]


@pytest.mark.parametrize(("language", "text", "label"), NO_FEATURES)
async def test_words_that_begin_like_a_term_add_nothing(language: str, text: str, label: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert not {*talk.brief.values(Topic.FEATURE), *talk.brief.values(Topic.INTEGRATION)}
    assert label not in labels((await talk.draft()).mind_map)


FEATURES = [
    ("zh", "小程序要用SAP系统的库存", "ERP 对接"),
    ("zh", "用agent自动处理工单", "AI 智能体自动执行"),
    ("zh", "官网要支持seo优化", "搜索引擎基础优化"),
    ("en", "An app with an AI agent that books flights", "AI that carries out steps"),
]


@pytest.mark.parametrize(("language", "text", "label"), FEATURES)
async def test_a_latin_term_between_chinese_characters_is_understood(language: str, text: str, label: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert label in (*talk.brief.values(Topic.FEATURE), *talk.brief.values(Topic.INTEGRATION))
