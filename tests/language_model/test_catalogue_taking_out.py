"""A client who takes a feature back is told so and the quote leaves it out; what users do with a feature stays."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import CHAT, SHOP, Talk, labels

from chatbot.domain.brief import Topic

POINTS = {"en": "Loyalty points", "zh": "积分体系", "fr": "Points de fidélité", "es": "Puntos de fidelidad"}
PAYMENT = {"en": "Card payment", "zh": "微信支付", "fr": "Paiement par carte", "es": "Pago con tarjeta"}

TAKEN_OUT = [
    ("en", "Actually no chat please. And remove the loyalty points.", [CHAT, POINTS]),
    ("en", "Remove the loyalty points", [POINTS]),
    ("en", "Remove loyalty points please", [POINTS]),
    ("en", "take out the chat", [CHAT]),
    ("en", "please take the chat out", [CHAT]),
    ("en", "cancel the chat", [CHAT]),
    ("en", "Could you delete the chat and the loyalty points?", [CHAT, POINTS]),
    ("en", "I changed my mind about the card payment, delete it", [PAYMENT]),
    ("en", "I changed my mind about the card payment. Please take it out.", [PAYMENT]),
    ("en", "we won't do loyalty points after all", [POINTS]),
    ("en", "We don't want the chat anymore, remove it.", [CHAT]),
    ("en", "Our customers don't use a chat, so please remove it", [CHAT]),
    ("en", "remove the loyalty programme", [POINTS]),
    ("en", "remove the points", [POINTS]),
    ("fr", "Supprimez les points de fidélité", [POINTS]),
    ("fr", "Retirez la messagerie", [CHAT]),
    ("fr", "sans chat, et enlevez les points de fidélité", [CHAT, POINTS]),
    ("fr", "Finalement, le paiement par carte, supprimez-le", [PAYMENT]),
    ("fr", "annulez la messagerie s'il vous plaît", [CHAT]),
    ("fr", "on ne fera pas de points de fidélité finalement", [POINTS]),
    ("fr", "on enlève le chat", [CHAT]),
    ("zh", "把聊天删掉", [CHAT]),
    ("zh", "微信支付取消", [PAYMENT]),
    ("zh", "把聊天删掉，微信支付取消", [CHAT, PAYMENT]),
    ("zh", "请取消积分功能", [POINTS]),
    ("zh", "聊天和积分可以去掉了", [CHAT, POINTS]),
    ("zh", "可以把积分去掉吗？", [POINTS]),
    ("zh", "微信支付我改主意了，删掉吧", [PAYMENT]),
    ("es", "Quita los puntos de fidelidad", [POINTS]),
    ("es", "Elimina el chat", [CHAT]),
    ("es", "mejor quitamos los puntos", [POINTS]),
    ("es", "Por favor, quiten el chat y los puntos de fidelidad", [CHAT, POINTS]),
    ("es", "El pago con tarjeta, mejor quítenlo", [PAYMENT]),
    ("es", "cancela el chat por ahora", [CHAT]),
    ("es", "al final no haremos puntos de fidelidad", [POINTS]),
    ("en", "lose the chat", [CHAT]),
    ("en", "we no longer need the chat", [CHAT]),
    ("en", "I don't think we need the chat", [CHAT]),
    ("en", "we don't really need loyalty points", [POINTS]),
    ("en", "Please exclude the chat", [CHAT]),
    ("en", "take chat off the list", [CHAT]),
    ("en", "hold off on the chat", [CHAT]),
    ("en", "Can we remove the points to save money?", [POINTS]),
    ("fr", "on peut se passer du chat", [CHAT]),
    ("fr", "le chat n'est plus nécessaire", [CHAT]),
    ("fr", "je ne veux plus de messagerie", [CHAT]),
    ("fr", "on n'a plus besoin de la messagerie", [CHAT]),
    ("fr", "la messagerie, on oublie", [CHAT]),
    ("fr", "on abandonne les points de fidélité", [POINTS]),
    ("fr", "enlève-moi le chat", [CHAT]),
    ("fr", "virez le chat", [CHAT]),
    ("zh", "积分可以不做", [POINTS]),
    ("zh", "聊天功能砍了吧", [CHAT]),
    ("zh", "积分这块先不弄", [POINTS]),
    ("zh", "聊天功能不需要", [CHAT]),
    ("zh", "聊天用不上", [CHAT]),
    ("zh", "聊天没必要", [CHAT]),
    ("zh", "积分先放一放", [POINTS]),
    ("zh", "不搞积分了", [POINTS]),
    ("es", "podemos prescindir del chat", [CHAT]),
    ("es", "el chat sobra", [CHAT]),
    ("es", "descarta el chat", [CHAT]),
    ("es", "el chat no lo queremos", [CHAT]),
    ("es", "quítame el chat", [CHAT]),
    ("es", "me gustaría quitar el chat", [CHAT]),
    ("es", "dejemos fuera los puntos de fidelidad", [POINTS]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "gone"), TAKEN_OUT)
async def test_a_feature_taken_back_is_said_to_be_out_and_is_not_in_the_quote(
    language: str, text: str, gone: list[dict[str, str]]
) -> None:
    talk = Talk(language, language)
    await talk.say(SHOP[language])
    understood = await talk.say(text)
    out = [names[language] for names in gone]
    kept = [names[language] for names in (CHAT, PAYMENT, POINTS) if names[language] not in out]
    assert sorted(talk.brief.values(Topic.EXCLUDED)) == sorted(out)
    assert sorted(talk.brief.values(Topic.FEATURE)) == sorted(kept)
    assert all(label.casefold() in understood.reply.casefold() for label in out)
    assert not any(label.casefold() in understood.reply.casefold() for label in kept)
    assert not set(out) & set(labels((await talk.draft()).mind_map))


EXCHANGED = [
    ("en", "a yoga studio website with course packages and booking",
     "please remove course packages, add a members area", "Course cards and packages", "Private members' area"),
    ("zh", "做一个瑜伽馆小程序，有次卡和预约", "把次卡去掉，加一个会员专区", "次卡与套餐", "会员专区"),
    ("fr", "un site de studio de yoga avec forfaits et réservation",
     "Retirez les forfaits et ajoutez un espace membres", "Forfaits et cartes de séances", "Espace privé des membres"),
    ("es", "una web de un estudio de yoga con bonos y reservas", "quita los bonos y añade una zona privada",
     "Bonos y paquetes de sesiones", "Área privada de socios"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second", "gone", "new"), EXCHANGED)
async def test_one_feature_goes_and_another_comes_in_one_message(
    language: str, first: str, second: str, gone: str, new: str
) -> None:
    talk = Talk(language, language)
    await talk.say(first)
    assert gone in talk.brief.values(Topic.FEATURE)
    await talk.say(second)
    assert talk.brief.values(Topic.EXCLUDED) == (gone,)
    assert new in talk.brief.values(Topic.FEATURE)
    drawn = labels((await talk.draft()).mind_map)
    assert gone not in drawn
    assert new in drawn


async def test_a_wish_in_the_clients_own_words_is_taken_out_too() -> None:
    talk = Talk()
    await talk.say("An online shop for tea with coupons. We also need hand-painted tea labels.")
    (own,) = (value for value in talk.brief.values(Topic.FEATURE) if "labels" in value)
    await talk.say("remove the hand-painted tea labels")
    assert own not in talk.brief.values(Topic.FEATURE)
    assert own in talk.brief.values(Topic.EXCLUDED)


OPERATIONS = [
    ("en", "users can delete their account and remove items from the cart"),
    ("en", "remove items from the cart"),
    ("en", "cancel an order"),
    ("en", "cancel a booking"),
    ("en", "Customers can book a table, cancel bookings and pay online"),
    ("en", "It needs booking, chat, cancel bookings, card payment"),
    ("en", "admins should be able to delete reviews"),
    ("zh", "取消订单"),
    ("zh", "用户可以下单、取消订单、申请退款"),
    ("zh", "需要预约、取消预约"),
    ("zh", "管理员可以删除商品"),
    ("fr", "annuler une réservation"),
    ("fr", "Les clients peuvent supprimer leur compte et retirer des articles du panier"),
    ("fr", "retirer sur place"),
    ("es", "eliminar cuenta"),
    ("es", "cancelar una reserva"),
    ("es", "Los usuarios pueden quitar cosas del carrito y sacar cita"),
    ("es", "sacar cita en línea"),
]


@pytest.mark.parametrize(("language", "text"), OPERATIONS)
async def test_what_users_do_with_a_feature_takes_nothing_out(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.values(Topic.EXCLUDED) == ()
    assert talk.brief.values(Topic.FEATURE)


@pytest.mark.parametrize(("language", "text"), OPERATIONS)
async def test_what_users_do_keeps_the_features_that_are_there(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(SHOP[language])
    before = set(talk.brief.values(Topic.FEATURE))
    await talk.say(text)
    assert before <= set(talk.brief.values(Topic.FEATURE))


KEPT = [
    ("en", "Please don't remove the chat"),
    ("en", "do not delete the chat"),
    ("en", "no need to cancel the chat"),
    ("zh", "不要删掉聊天"),
    ("zh", "不要把聊天删掉"),
    ("zh", "别把聊天删掉"),
    ("fr", "ne supprimez pas la messagerie"),
    ("fr", "pas besoin de retirer la messagerie"),
    ("es", "no quiten el chat"),
    ("es", "no hace falta quitar el chat"),
]


@pytest.mark.parametrize(("language", "text"), KEPT)
async def test_what_is_not_to_be_taken_out_stays(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(SHOP[language])
    await talk.say(text)
    assert CHAT[language] in talk.brief.values(Topic.FEATURE)
    assert talk.brief.values(Topic.EXCLUDED) == ()


LISTS = [
    ("en", "Features:\n- book a table\n- cancel bookings\n- pay by card"),
    ("en", "book a table, pay by card, and cancel bookings"),
    ("en", "Back office with chat, statistics, delete reviews"),
    ("zh", "功能：预约、删除评价、微信支付"),
    ("fr", "Fonctions : réserver, annuler la réservation, payer"),
    ("es", "Funciones: reservar, cancelar la reserva, pagar"),
    ("en", "Features:\nbook a table\ncancel bookings\nremove loyalty points after a year\npay by card"),
    ("en", "Drop shipping"),
    ("en", "Drop-shipping, with a cart"),
    ("en", "Drop shipping with a catalogue and a cart"),
    ("en", "Take out and delivery, with card payment"),
    ("en", "Skip the queue with online ordering"),
]


@pytest.mark.parametrize(("language", "text"), LISTS)
async def test_a_list_of_wishes_takes_nothing_out(language: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.values(Topic.EXCLUDED) == ()


UNBURDENED = [
    ("en", "no login to see the loyalty points", "Loyalty points"),
    ("en", "There should be no delay in the chat", "Chat between users"),
    ("en", "Free delivery, no delivery fee over 50", "Home delivery"),
    ("fr", "Pas de pub dans la messagerie", "Messagerie entre utilisateurs"),
    ("fr", "sans frais de livraison", "Livraison à domicile"),
    ("es", "Sin spam en el chat", "Chat entre usuarios"),
    ("es", "sin gastos de envío", "Envío y gastos de envío"),
    ("es", "No hace falta registrarse para ver el catálogo", "Catálogo de productos con fotos"),
    ("zh", "不用登录也能看商品", "商品目录与图片"),
    ("zh", "无需注册即可预约", "在线预约"),
    ("zh", "客人不用打电话就能预约", "在线预约"),
    ("zh", "不需要审核就能发布评论", "动态与评论"),
    ("zh", "聊天里不要有广告", "站内聊天"),
    ("zh", "聊天不需要很复杂", "站内聊天"),
    ("zh", "取消收藏", "收藏"),
    ("en", "Customers no longer need to call for a booking", "Booking form"),
    ("zh", "除了聊天，还要优惠券", "站内聊天"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), UNBURDENED)
async def test_a_feature_free_of_something_is_not_taken_out(language: str, text: str, wanted: str) -> None:
    talk = Talk(language, language)
    await talk.say(SHOP[language])
    await talk.say(text)
    assert wanted in talk.brief.values(Topic.FEATURE)
    assert wanted not in talk.brief.values(Topic.EXCLUDED)
