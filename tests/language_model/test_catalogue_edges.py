"""Messages without words, words of languages that the catalogue does not read, and days of a month."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import Talk

from chatbot.domain.brief import Topic
from chatbot.use_cases.language_model import Wish


@pytest.mark.parametrize("text", ["???", "...", "😀", "👍🏽 !!", "？", "—"])
async def test_a_message_without_letters_or_digits_says_nothing(text: str) -> None:
    talk = Talk("zh")
    await talk.say("想做一个小程序")
    understood = await talk.say(text)
    assert understood.wish is Wish.SMALL_TALK
    assert understood.changes == ()
    assert understood.reply == understood.answer == understood.unanswered == ""


async def test_a_burst_with_words_and_an_emoji_is_told() -> None:
    understood = await Talk().say("👍", "we want a website")
    assert understood.wish is Wish.TELL
    assert understood.changes


DENIED = [
    ("de", "keinen Chat"),
    ("de", "Wir brauchen eine App für unser Café, aber keinen Chat"),
    ("de", "Eine App ohne Chat bitte"),
    ("de", "Chat brauchen wir nicht"),
    ("it", "senza chat"),
    ("it", "Vorrei una app per il mio ristorante senza chat, con prenotazioni"),
    ("it", "non vogliamo la chat"),
    ("pt", "sem chat"),
    ("pt", "Quero um app sem chat para minha loja"),
    ("pt", "não queremos chat"),
    ("en", "no chat"),
    ("zh", "不要聊天"),
    ("fr", "pas de messagerie"),
    ("es", "sin mensajes privados"),
]


@pytest.mark.parametrize(("language", "text"), DENIED)
async def test_what_is_denied_in_any_of_these_languages_is_no_feature(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.values(Topic.FEATURE) == ()
    assert len(talk.brief.values(Topic.EXCLUDED)) == 1


async def test_sentences_of_a_language_that_is_not_read_become_no_features() -> None:
    talk = Talk("de")
    await talk.say(
        "Wir brauchen eine App für iPhone und Android. Die Kunden sollen also Bilder hochladen, mit dem Track."
    )
    assert talk.brief.values(Topic.FEATURE) == ()
    assert talk.brief.first(Topic.KIND) == "mobile_app"
    assert talk.brief.first(Topic.PLATFORMS) == "iOS, Android"


DEADLINES = [
    ("fr", "avant le 1er juin"),
    ("fr", "il faut que ce soit prêt avant le 1er juin"),
    ("fr", "d’ici le 15 septembre"),
    ("de", "bis 1. April"),
    ("de", "bis zum 15. März"),
    ("de", "bis Ende Mai"),
    ("es", "antes del 1 de junio"),
    ("es", "para el 15 de marzo"),
    ("en", "by 1 April"),
    ("en", "by the 15th of May"),
    ("en", "before June 1st"),
    ("it", "entro il 1 aprile"),
    ("pt", "até 1 de abril"),
    ("zh", "6月1日前"),
]


@pytest.mark.parametrize(("language", "text"), DEADLINES)
async def test_a_day_of_a_month_is_a_deadline(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.first(Topic.DEADLINE) == text
    assert talk.brief.values(Topic.FEATURE) == ()
