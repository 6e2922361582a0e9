"""What the driver's clients write, in four languages: enough to draw from, and more to add."""

from __future__ import annotations

BRIEFS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        (
            "hello, I need a landing page with a booking form for my dental clinic",
            "3 doctors, SMS reminders to the patients",
            "it should be ready in ten weeks",
        ),
        (
            "We launched a craft beer brand and need a small shop in WeChat (mini program)",
            "with age check, bundles and coupons",
            "regulars vote on the next flavour in a membership group",
        ),
    ),
    "fr": (
        (
            "Bonjour ! Je tiens trois restaurants à Lyon et je veux une appli pour commander et retirer sur place",
            "Les clients paient par carte ou Apple Pay et reçoivent une notification quand c'est prêt.",
            "En cuisine il faut un écran avec les commandes qui arrivent.",
        ),
    ),
    "es": (
        (
            "Hola, vendo flores desde casa y quiero una web sencilla de pedidos.",
            "Ramos con foto y precio, elegir día de entrega y zona",
            "pago con Bizum o tarjeta",
        ),
    ),
    "zh": (
        (
            "你好，我们想做一个二手书交易的微信小程序，主要给大学生用。",
            "学生可以扫 ISBN 上架自己的书，买家能按学校和距离搜",
            "要有站内聊天，最好微信支付",
        ),
    ),
}

MORE: dict[str, tuple[str, ...]] = {
    "en": (
        "Patients and customers should also log in with their phone number",
        "We also need a newsletter",
        "Please add a page with customer reviews",
        "It needs an admin panel for our staff",
    ),
    "fr": (
        "Il faudrait aussi une carte de fidélité pour les clients",
        "Nous voulons aussi une newsletter pour nos clients",
        "Il faut aussi un espace d'administration pour notre équipe",
    ),
    "es": (
        "También necesito una lista de compra con lo que suman todos los pedidos",
        "También queremos cupones de descuento para los clientes",
        "Hace falta un panel de administración para nosotros",
    ),
    "zh": ("我们自己还要有后台看订单和封号", "还需要优惠券和会员积分功能", "用户可以用手机号登录，还要消息推送"),
}

TALK: dict[str, tuple[str, ...]] = {
    "en": ("Is somebody there?", "When could we begin?", "I would like to talk about the dates"),
    "fr": ("Il y a quelqu'un ?", "Quand pourrions-nous commencer ?", "Je voudrais parler du calendrier"),
    "es": ("¿Hay alguien ahí?", "¿Cuándo podríamos empezar?", "Me gustaría hablar de las fechas"),
    "zh": ("有人在吗？", "什么时候可以开始？", "我想谈谈时间安排"),
}

ANSWERS = ("Yes, I am here. Let us look at it together.", "We could begin next month.", "Good question; I will check.")
QUESTIONS = ("How many orders a day do you expect?", "Who will write the texts and take the pictures?")
REASONS = ("the timetable does not fit", "the interface that it needs does not exist", "another team was chosen")

NAMES = ("Ada", "Bo", "Chen", "Dora", "Emil", "Fei", "Gita", "Hugo", "Ines", "Jun", "Kim", "Lin", "Mei", "Nora", "Otto")
