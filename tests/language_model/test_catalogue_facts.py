"""Facts that the catalogue model takes from single messages, in four languages and beyond."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import Talk

from chatbot.domain.brief import Brief, Fact, ProjectKind, Topic
from chatbot.language_model.catalogue.language import detect
from chatbot.language_model.catalogue.reader import builtin_reader
from chatbot.language_model.catalogue.scene import scene_of

LANGUAGES = {
    "We need an app for our drivers, with live tracking.": "en",
    "Il nous faut un site pour notre association.": "fr",
    "Quiero una tienda para vender mis quesos.": "es",
    "我们想做一个小程序": "zh",
    "Wir brauchen eine App für unsere Werkstatt und die Kunden.": "de",
    "Vorrei una app per il mio ristorante con le prenotazioni.": "it",
    "Preciso de um site para a minha loja, com pagamento.": "pt",
    "Potrzebujemy strony dla naszej firmy i aplikacji dla klientów, czy to możliwe?": "pl",
    "Мы хотим сделать приложение для доставки": "ru",
    "予約できるアプリを作りたいです": "ja",
    "예약 앱을 만들고 싶어요": "ko",
    "نريد تطبيقا للمطعم": "ar",
    "Our mini program for 大学生 should scan ISBN and we want chat.": "en",
    "用 React Native 做 App，iOS 和 Android 都要": "zh",
}


@pytest.mark.parametrize(("text", "language"), LANGUAGES.items())
def test_the_language_is_told_by_script_and_small_words(text: str, language: str) -> None:
    assert detect(text, "en" if language != "en" else "fr") == language


@pytest.mark.parametrize("text", ["", "ok", "Bizum", "😀", "1234", "???"])
def test_a_text_that_says_too_little_keeps_the_language_before(text: str) -> None:
    assert detect(text, "es") == "es"


def test_a_known_region_is_kept() -> None:
    assert detect("我們想做一個小程式", "zh-TW") == "zh-TW"


BUDGETS = {
    ("zh", "预算大概六到八万吧"): "60000-80000 CNY",
    ("zh", "预算五六万"): "50000-60000 CNY",
    ("zh", "预算 10-15 万元"): "100000-150000 CNY",
    ("zh", "预算两万五左右"): "25000 CNY",
    ("en", "Budget is 50-60k RMB"): "50000-60000 CNY",
    ("en", "we have $20,000 for this"): "20000 USD",
    ("en", "our budget is between 10k and 15k euros"): "10000-15000 EUR",
    ("fr", "Budget 6 000 à 10 000 €"): "6000-10000 EUR",
    ("fr", "notre budget est de 15 k€"): "15000 EUR",
    ("es", "Tengo 1.500 € ahora"): "1500 EUR",
    ("es", "presupuesto de 60 mil pesos"): "60000 pesos",
    ("en", "the budget is 9000"): "9000",
}


@pytest.mark.parametrize(("said", "budget"), BUDGETS.items())
async def test_budgets_are_understood_as_people_write_them(said: tuple[str, str], budget: str) -> None:
    talk = Talk(said[0])
    await talk.say(said[1])
    assert talk.brief.first(Topic.BUDGET) == budget


NO_BUDGETS = [
    ("zh", "先付五千试试可以吗？"),
    ("en", "around 200k people at once at peak"),
    ("es", "ramos desde 25 €"),
    ("en", "each ticket costs 12 euros"),
    ("en", "ready in 10 weeks"),
]


@pytest.mark.parametrize(("language", "text"), NO_BUDGETS)
async def test_other_numbers_are_no_budget(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.first(Topic.BUDGET) is None


LEFT_OUT = {
    ("en", "no delivery for now"): "Home delivery",
    ("en", "we don't need chat between users"): "Chat between users",
    ("en", "Coupons can wait, coupons not needed"): "Coupons and discounts",
    ("fr", "pas de livraison pour l'instant"): "Livraison à domicile",
    ("fr", "sans messagerie"): "Messagerie entre utilisateurs",
    ("fr", "finalement pas besoin de parrainage"): "Parrainage",
    ("es", "sin pago con tarjeta"): "Pago con tarjeta",
    ("es", "no necesitamos cupones"): "Cupones y descuentos",
    ("es", "mejor sin lista de espera"): "Lista de espera",
    ("zh", "先不要聊天"): "站内聊天",
    ("zh", "优惠券不需要了"): "优惠券与折扣",
    ("zh", "不做拼团"): "拼团",
}


@pytest.mark.parametrize(("said", "label"), LEFT_OUT.items())
async def test_what_is_denied_is_left_out(said: tuple[str, str], label: str) -> None:
    talk = Talk(said[0])
    await talk.say(said[1])
    assert talk.brief.values(Topic.EXCLUDED) == (label,)
    assert talk.brief.values(Topic.FEATURE) == ()


WANTED = [
    ("en", "not only coupons", "Coupons and discounts"),
    ("es", "ya no doy abasto, necesito cupones", "Cupones y descuentos"),
    ("fr", "pas seulement du parrainage", "Parrainage"),
    ("zh", "要不要优惠券？我觉得要有优惠券", "优惠券与折扣"),
]


@pytest.mark.parametrize(("language", "text", "label"), WANTED)
async def test_a_negation_that_denies_something_else_leaves_a_wish(language: str, text: str, label: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert label in talk.brief.values(Topic.FEATURE)


CORRECTIONS = [
    ("en", "we need chat and coupons", "actually no chat", "Chat between users", "Coupons and discounts"),
    ("zh", "要有聊天和优惠券", "对了，聊天先不要了", "站内聊天", "优惠券与折扣"),
    ("fr", "il faut une messagerie et du parrainage", "finalement pas de messagerie", "Messagerie entre utilisateurs",
     "Parrainage"),
    ("es", "quiero mensajes privados y cupones", "mejor sin mensajes privados", "Chat entre usuarios",
     "Cupones y descuentos"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second", "gone", "kept"), CORRECTIONS)
async def test_a_correction_drops_what_it_names_and_nothing_else(
    language: str, first: str, second: str, gone: str, kept: str
) -> None:
    talk = Talk(language)
    await talk.say(first)
    understood = await talk.say(second)
    assert talk.brief.values(Topic.FEATURE) == (kept,)
    assert talk.brief.values(Topic.EXCLUDED) == (gone,)
    assert gone.casefold() in understood.reply.casefold()


async def test_taking_the_last_message_back_drops_its_features() -> None:
    talk = Talk()
    await talk.say("we need chat")
    await talk.say("and coupons")
    await talk.say("scratch that")
    assert talk.brief.values(Topic.FEATURE) == ("Chat between users",)


async def test_a_wish_renewed_is_no_longer_left_out() -> None:
    talk = Talk()
    await talk.say("no chat")
    await talk.say("ok, chat after all: users should chat")
    assert talk.brief.values(Topic.EXCLUDED) == ()
    assert talk.brief.values(Topic.FEATURE) == ("Chat between users",)


async def test_dropping_a_feature_keeps_one_whose_name_holds_its_words() -> None:
    facts = (Fact(Topic.FEATURE, "Statistics"), Fact(Topic.FEATURE, "Visitor statistics", message_id=7))
    talk = Talk(brief=Brief(facts))
    await talk.say("no statistics please")
    assert talk.brief.values(Topic.FEATURE) == ("Visitor statistics",)
    assert talk.brief.facts[0].message_id == 7


async def test_another_kind_said_in_a_correction_replaces_the_first() -> None:
    talk = Talk()
    await talk.say("We want a mobile app for our gym")
    await talk.say("I read about websites yesterday")
    assert talk.brief.first(Topic.KIND) == ProjectKind.MOBILE_APP
    await talk.say("actually not an app, a website")
    assert talk.brief.first(Topic.KIND) == ProjectKind.WEBSITE


LOGOS = [
    ("en", "I already have a logo"),
    ("en", "we've got a logo"),
    ("zh", "我已经有logo了"),
    ("zh", "logo已经有了"),
    ("fr", "J'ai déjà un logo"),
    ("fr", "J'ai un logo"),
    ("fr", "J’ai mon logo"),
    ("fr", "nous avons déjà notre logo"),
    ("fr", "on a déjà un logo et des couleurs"),
    ("es", "ya tengo un logo"),
    ("es", "Tenemos nuestro logo"),
    ("es", "ya tenemos el logo"),
]


@pytest.mark.parametrize(("language", "text"), LOGOS)
async def test_a_logo_that_is_there_answers_where_the_design_stands(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.values(Topic.DESIGN) == (text,)
    assert talk.brief.values(Topic.EXISTING) == ()
    assert talk.turns[-1].ask is not Topic.DESIGN


@pytest.mark.parametrize("text", ["je n'ai pas de logo", "no logo yet", "还没有logo", "no tengo logo"])
async def test_a_logo_that_is_missing_is_not_told_to_be_there(text: str) -> None:
    talk = Talk(detect(text, "en"))
    await talk.say("hello")
    await talk.say(text)
    assert "design_partial" not in scene_of(builtin_reader(), talk.conversation()).signals


CHATS = [
    ("fr", "une boutique avec chat", True),
    ("fr", "Une boutique avec un chat entre vendeurs et clients", True),
    ("fr", "il faut un chat et du paiement par carte", True),
    ("fr", "une boutique de croquettes pour chat et chien", False),
    ("fr", "un site pour retrouver mon chat", False),
    ("fr", "une pension pour chats", False),
    ("en", "a shop with chat", True),
    ("es", "una tienda con chat", True),
    ("zh", "带聊天的商城", True),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CHATS)
async def test_a_chat_is_heard_in_every_language_and_a_french_cat_is_none(
    language: str, text: str, wanted: bool
) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert bool(talk.brief.values(Topic.FEATURE)) is wanted


KINDS = [
    ("en", "We want to connect our Odoo with our Shopify shop", "integration"),
    ("fr", "Nous voulons connecter notre Odoo avec notre boutique Shopify", "integration"),
    ("en", "We already have a website. We need a mobile app for our drivers", "mobile_app"),
    ("en", "No app, just web: a booking page for my studio", "website"),
    ("zh", "做一个公司官网", "website"),
    ("zh", "想开发一个 H5 活动页", "h5"),
    ("zh", "要一个进销存系统", "admin_system"),
    ("es", "Queremos un asistente de IA en nuestra web", "ai_assistant"),
    ("es", "una tienda online de quesos", "web_shop"),
    ("fr", "une place de marché entre particuliers", "marketplace"),
    ("en", "scrape public prices every night into a dashboard", "data_pipeline"),
    ("en", "an NFT collection on Ethereum", "blockchain"),
    ("en", "a wechat mini program with an online shop", "mini_program"),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
async def test_kinds_are_told_apart(language: str, text: str, kind: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.first(Topic.KIND) == kind


async def test_what_is_done_today_is_no_wish() -> None:
    talk = Talk()
    await talk.say("We currently use WhatsApp and paper. We want an app with push notifications.")
    assert talk.brief.values(Topic.FEATURE) == ("Push notifications",)
    assert talk.brief.values(Topic.EXISTING) == ("We currently use WhatsApp and paper",)


async def test_a_theme_without_a_kind_gives_an_assumed_kind() -> None:
    talk = Talk("es")
    await talk.say("Vendo flores y quiero recibir pedidos")
    assert talk.brief.first(Topic.KIND) == ProjectKind.WEB_SHOP
    assert not talk.brief.knows(Topic.KIND)
