"""A friend asks for a link and sends it on; whoever opens it is greeted, and decides what the friend may hear."""

from __future__ import annotations

import re

import pytest
from journeys.scenes import CLINIC, referred, to_quote
from journeys.transcript import Stage, holds, words

from chatbot.domain.people import LANGUAGES
from chatbot.pictures.qr import qr_png

ABOUT = {
    "en": CLINIC,
    "zh": "我们想做一个二手书交易的微信小程序，要扫 ISBN 上架、站内聊天和微信支付。",
    "fr": "Je veux un site web pour mon cabinet dentaire, avec prise de rendez-vous et rappels par SMS.",
    "es": "Quiero una web para mi clínica dental, con reserva de citas y recordatorios por SMS.",
}
LINK = re.compile(r"https://t\.me/(\w+)\?start=(r_\w+)")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_refer_answers_with_a_link_its_qr_picture_and_words_to_forward(shop: Stage, language: str) -> None:
    await shop.newcomer("Ana", language)
    await shop.play("Ana start\nAna < Lantern Software\nAna: /refer\nAna <photo #refer-intro | 5 % | 365")
    picture, ana = shop.players["Ana"].last, shop.players["Ana"]
    link = LINK.search(words(picture))
    assert link is not None
    assert link[1] == shop.bot.shop.bot_username
    assert await shop.people.file(picture) == qr_png(link[0])
    buttons = [one for row in picture["buttons"] for one in row]
    assert [holds(one["text"], "#refer-button-share", language) for one in buttons] == [True]
    assert buttons[0]["url"].startswith("https://t.me/share/url?")
    await shop.play("Ana < #refer-forward | Lantern Software")
    assert ana.last["kind"] == "text"
    assert link[0] in words(ana.last)
    await shop.play("Ana: /refer\nAna <photo #refer-intro | {link}", link=link[0])


@pytest.mark.parametrize(
    ("friend", "client"), [("en", "zh"), ("zh", "fr"), ("fr", "es"), ("es", "en"), ("de", "pt"), ("zh-TW", "fr-CA")]
)
async def test_the_client_is_greeted_in_their_own_language_and_told_how_it_is(
    shop: Stage, friend: str, client: str
) -> None:
    await _arrives(shop, "Ana", friend)
    await _arrives(shop, "Kai", client)
    await referred(shop, "Kai", "Ana")
    greeting = words(shop.players["Kai"].last)
    for told in ("#greeting", "#greeting-next", "#referral-brought", "#greeting-stored", "Ana", "/privacy"):
        assert holds(greeting, told, shop.players["Kai"].language), told
    await shop.button("Kai", "#referral-button-private")
    await shop.play("""
        Ana < #referral-receipt | 5 %
        Ana: /referrals
        Ana < #referrals-title | #referral-stage-opened | Kai
        Ana: /earnings
        Ana < #earnings-none | #earnings-terms
        Ana - #referral-news-talked
    """)


async def _arrives(stage: Stage, name: str, tag: str) -> None:
    """Somebody whose Telegram speaks this language, in whatever country."""
    await stage.newcomer(name, tag)
    stage.players[name].language = tag.split("-", maxsplit=1)[0]


async def test_without_a_link_nobody_is_named_and_nothing_is_to_be_kept_private(shop: Stage) -> None:
    await shop.play("""
        Kim start
        Kim < #greeting | #greeting-next | #greeting-stored
        Kim no [#referral-button-private]
        Kim - #referral-brought
        Marie start
        Marie < #greeting
        Marie: /referrals
        Marie < #referrals-none
        Marie: /earnings
        Marie < #earnings-none | 5 %
    """)


async def test_the_friend_hears_once_how_far_things_are_and_never_a_price(shop: Stage) -> None:
    await referred(shop)
    await to_quote(shop)
    await shop.play("""
        Kim [#button-accept]
        Marie < #referral-news-agreed | Kim
        Marie: /referrals
        Marie < #referral-stage-agreed | Kim
        Marie - CNY
        Marie - ¥
        Marie - dental
    """)
    heard = [words(one) for one in await shop.messages(shop.players["Marie"])]
    for news in ("talked", "quoted", "agreed"):
        assert len([text for text in heard if holds(text, f"#referral-news-{news}", "fr")]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_client_who_keeps_it_private_is_named_to_nobody_until_they_share_again(
    shop: Stage, language: str
) -> None:
    await shop.newcomer("Sanne", language)
    await referred(shop, "Sanne", "Marie")
    await shop.play(f"""
        Sanne [#referral-button-private]
        Sanne ! #referral-kept-private-notice
        Sanne < #referral-kept-private | Marie
        Sanne: {ABOUT[language]}
        Sanne [#button-draft]
        Alex < #card-price | Sanne
        Marie - #referral-news-talked
        Marie: /referrals
        Marie < #referral-someone
        Marie - Sanne
        Sanne [#referral-button-share]
        Sanne ! #referral-shared-notice
        Sanne < #referral-shared
        Alex [#button-approve]
        Sanne <pdf #quote-price
        Marie < #referral-news-quoted | Sanne
    """)


async def test_a_client_may_be_a_friend_of_another_and_each_hears_of_their_own(shop: Stage) -> None:
    await referred(shop, "Kim", "Marie")
    await referred(shop, "Lin", "Kim")
    await to_quote(shop, "Kim")
    await shop.play("""
        Marie < #referral-news-quoted | Kim
        Kim - #referral-news-quoted
        Kim: /referrals
        Kim < #referrals-title | #referral-stage-opened | Lin
        Alex: /lead 1
        Alex < #lead-friend | Marie
    """)
