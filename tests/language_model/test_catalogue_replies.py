"""The acknowledgement names what was understood, sounds natural, and holds nothing that the guard holds back."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from language_model.catalogue_talks import Talk

from chatbot.domain.guard import safe_words

NAMED = [
    ("en", "We need the data to stay in Europe", "Got it: “We need the data to stay in Europe”."),
    ("en", "Our budget is 50-60k RMB and we need chat", "Got it: chat between users, your budget."),
    ("zh", "预算大概六到八万，开学前上线", "明白了：「开学前上线」、预算。"),
    ("fr", "hébergement en France", "C’est noté : serveur, domaine et sauvegardes, « hébergement en France »."),
    ("es", "tenemos logo y colores", "Entendido: «tenemos logo y colores»."),
    ("zh", "再加一个功能：求购专区", "明白了：「求购专区」。"),
]


@pytest.mark.parametrize(("language", "text", "reply"), NAMED)
async def test_what_was_understood_is_named_in_the_clients_words(language: str, text: str, reply: str) -> None:
    understood = await Talk(language).say(text)
    assert understood.reply == reply
    assert safe_words(understood.reply, "") == understood.reply


MORE = [
    ("en", "chat, coupons, reviews, push notifications, gift cards", " and more."),
    ("zh", "要有聊天、优惠券、评价、礼品卡、拼团", "等。"),
    ("fr", "il faut messagerie, parrainage, coupons, avis, cartes cadeaux", ", entre autres."),
    ("es", "quiero cupones, reseñas, tarjetas regalo, carrito, mensajes privados", ", entre otras cosas."),
]


@pytest.mark.parametrize(("language", "text", "end"), MORE)
async def test_more_than_is_listed_is_said_to_be_more(language: str, text: str, end: str) -> None:
    assert (await Talk(language).say(text)).reply.endswith(end)


CHANGED = [
    ("zh", "想做二手书小程序，要担保交易、聊天", "担保交易先不要了，用微信支付就行",
     "已更正：不做担保交易；改用微信支付。"),
    ("zh", "想做二手书小程序，要担保交易、微信支付", "不要担保交易、微信支付就行了",
     "已更正：不做担保交易；改用微信支付。"),
    ("en", "an app with escrow", "actually no escrow, add WeChat Pay",
     "Changed: without escrow until receipt; with WeChat Pay."),
    ("fr", "une application avec parrainage", "finalement sans parrainage, plutôt une messagerie",
     "C’est modifié : sans parrainage ; avec messagerie entre utilisateurs."),
    ("es", "una app con cupones", "mejor sin cupones, añadir mensajes privados",
     "Corregido: sin cupones y descuentos; con chat entre usuarios."),
    ("fr", "une boutique avec chat et points de fidélité", "sans chat, et enlevez les points de fidélité",
     "C’est modifié : sans messagerie entre utilisateurs ni points de fidélité."),
    ("en", "a shop with a chat and loyalty points", "no chat please. And remove the loyalty points.",
     "Changed: without chat between users or loyalty points."),
    ("es", "una tienda con chat y puntos de fidelidad", "sin chat, y quite los puntos de fidelidad",
     "Corregido: sin chat entre usuarios ni puntos de fidelidad."),
    ("zh", "商城小程序，要聊天和积分", "不要聊天，积分也去掉", "已更正：不做站内聊天、积分体系。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second", "reply"), CHANGED)
async def test_a_correction_tells_apart_what_goes_and_what_comes(
    language: str, first: str, second: str, reply: str
) -> None:
    talk = Talk(language)
    await talk.say(first)
    assert (await talk.say(second)).reply == reply


def french(row: object, path: str = "") -> list[str]:
    """Every French text that somebody reads; words to look for are none."""
    if isinstance(row, dict):
        return [text for key, value in row.items() for text in french(value, f"{path}.{key}") if key != "words"]
    texts = row if isinstance(row, list) else [row]
    return [text for text in texts if isinstance(text, str)] if path.endswith(".fr") else []


def test_french_texts_have_typographic_apostrophes() -> None:
    folder = files("chatbot.language_model.catalogue") / "data"
    read = [file for file in (*folder.iterdir(), *(folder / "features").iterdir()) if file.name.endswith(".toml")]
    word_lists = {"signals.toml", "revisions.toml"}
    tables = [tomllib.loads(file.read_text("utf-8")) for file in read if file.name not in word_lists]
    entries = [{k: v for k, v in entry.items() if k != "called"} for table in tables for entry in table.values()]
    texts = [text for entry in entries for text in french(entry)]
    assert len(texts) > 300
    assert [text for text in texts if "'" in text] == []
