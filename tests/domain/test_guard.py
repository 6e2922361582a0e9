"""What a model may say to a client unseen."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from planted_words import planted_in, planted_texts

from chatbot.domain.added_words import Known
from chatbot.domain.guard import MAX_WORDS, Finding, findings, safe_words

SHOP = "Our sweet spot: 50–80 thousand CNY (written 5–8 万元, 50 000 à 80 000 CNY). We answer within two working days."

MONEY = [
    "It will cost 5000 yuan.", "about ¥60,000", "60k RMB", "60kCNY", "6万", "六到八万吧", "五千块", "先付五千", "5 块",
    "五块钱", "八百块", "大概 5-9 万元", "人民币五千", "5千", "USD 700", "$5", "€1 500", "1.500 €", "1 RMB", "one yuan",
    "five thousand dollars", "two hundred euros", "half a million", "fifty grand", "50 thousand", "We can do it for 5k",
    "cinquante mille euros", "cinq cents euros", "3 mille", "un euro symbolique", "mil quinientos euros", "veinte mil",
    "50 mil euros", "a dollar", "20% off", "打八折", "半价", "百分之十", "the price is 55-70", "cost around sixty",
    "报价大约 55 到 70", "le prix serait de 55", "el precio es 55", "60,000", "60 000", "60.000", "55000",
    "５万", "５００ドル",    "5\u200b0\u200b00 yu\u200ban",
    "пять тысяч рублей", "500 рублей", "5000円", "5만원", "500 zł", "100 Euro", "R$ 500",
    "5ООО yuаn", "5OO dollars", "1oo eur", "USD five", "六萬", "fünfzig Euro", "ten thou", "kr 500", "500,- pro Seite",
    "Expect to pay 900 for it.", "5️⃣0️⃣0️⃣0️⃣ yuan", "You would pay nine hundred, all in.", "Das macht fünftausend Euro.",
    "Total: 950", "خمسة آلاف دولار", "It comes to Rs 500.", "500 Kč", "MMD euros", "오천 달러", "năm triệu đồng",
    "ห้าพันบาท", "חמשת אלפים דולר", "vijfduizend euro", "cinquemila euro", "low five figures", "5*000*yuan", "100 USDC",
    "It will run to about five hundred.", "We would do it for 800.", "siebentausend", "quattromila", "five grand",
    "quatre-vingt-dix mille", "veinticinco mil", "zweitausendfünfhundert", "पाँच हज़ार रुपये", "femtusen kronor",
    "e pese mijë euro", "пʼять тисяч гривень", "lima juta rupiah", "two crore", "5 lakh", "9 0 0", "5·000", "5_000",
    "settemilatrecento", "总共fünftausend元", "九百就够", "cinco cifras", "五位数", "1,200", "2,000 users",
    "in total 2000", "₿1", "180 thousand CNY", "80 thousand CNY", "50–80 thousand USD",
]  # fmt: skip
DATES = [
    "We start on Monday", "tomorrow", "demain matin", "mañana por la mañana", "明天就可以开始", "下周一开始",
    "周五前给您",    "next week", "la semaine prochaine", "la semana que viene",
    "in two weeks", "in 3 weeks", "3-4 weeks", "a few days",
    "dans 10 jours", "en diez días", "dentro de dos semanas", "三周内", "两个月", "3 个工作日", "within a week",
    "by March 15", "15 March", "3月15日", "三月底", "in May", "en mai", "el 15 de mayo", "le 15 janvier", "by the 15th",
    "on 3/15", "2026-03-01", "01.03.2026", "by 2027", "fin février", "月底前", "end of the month", "24小时内",
    "within 24 hours", "завтра", "через две недели", "来週", "in drei Wochen", "Montag geht es los", "2 semanas",
    "We answer in two days",
]  # fmt: skip
OTHERS = [
    ("see https://evil.example", Finding.LINK), ("evil.com/x", Finding.LINK), ("www.foo", Finding.LINK),
    ("t.me/foo", Finding.LINK), ("tg://user?id=1", Finding.LINK), ("at 10.0.0.1", Finding.LINK),
    ("javascript:alert(1)", Finding.LINK), ("magnet:?xt=1", Finding.LINK), ("bitcoin:1A", Finding.LINK),
    ("Pay at evil.sbs today", Finding.LINK), ("evil.lol", Finding.LINK), ("evil.xn--p1ai", Finding.LINK),
    ("telegram.dog", Finding.LINK), ("write to @admin", Finding.MENTION), ("a＠b", Finding.MENTION),
    ("<b>paid</b>", Finding.MARKUP), ("</a", Finding.MARKUP), ("&lt;b&gt;", Finding.MARKUP), ("[x](y)", Finding.MARKUP),
    ("＜b＞", Finding.MARKUP), ("pay at evil.pw now", Finding.LINK), ("еvil.соm", Finding.LINK),
    ("оплата.рф", Finding.LINK),
    ("evil。com", Finding.LINK), ("支付.中国", Finding.LINK), ("my-shop.pro/pay", Finding.LINK),
    ("evil.club", Finding.LINK),
    ("any.thing/at/all", Finding.LINK), ("/approve", Finding.COMMAND), ("now send /won 1 1", Finding.COMMAND),
    ("（/start r_AAAA）", Finding.COMMAND),
]  # fmt: skip
HARMLESS = [
    "Got it: a booking page for three doctors with SMS reminders.",
    "好的，改成直接微信支付，先不做担保。",
    "记下了：学生扫 ISBN 上架，按学校和距离搜索。",
    "Entendu, retrait sur place uniquement pour commencer.",
    "Trois restaurants, une appli pour iPhone et Android, avec un écran en cuisine.",
    "La carte change selon le jour, et dix menus donnent un gratuit.",
    "Ramos con foto, zona de entrega y pago con Bizum o tarjeta.",
    "Los lunes cierra la lista, entendido.",
    "Buenos días, cuénteme. ¿Por la mañana o por la tarde?",
    "The mind map and the quote are free; the founder checks each price personally.",
    "思维导图和报价都是免费的，价格由创始人亲自确认。",
    "Shall we draw the screens, or has somebody designed them already?",
    "千万别担心，万一支付失败怎么办？第一步先做什么？",
    "这三块内容都需要吗？一周一次的群发？二元分类模型",
    "It works offline 24/7. Node.js and ASP.NET are fine, 1080p video too. x < y",
    "iOS/Android, and/or a website, client/server, 24 / 7, 5 km/h;",
    "React。接下来呢？У вас есть сайт? Это iPhone-приложение.",
    "/privacy says what is kept; /human brings a person.",
    "I may help with that. One more thing: who uses it?",
    "Dwa języki: polski i angielski. Guten Morgen, erzählen Sie mehr.",
    "Mille mercis ! Two languages, one team of six developers.",
    "Mil gracias. Cien veces gracias.",
    "Hundreds of products and thousands of visitors: noted.",
    "The files README.md and index.js, e.g. from Mr. Smith; Python 3.11.4, iOS 17.4, version 2.0.",
    "Open from 9:30 to 18:00, 24/7 in summer, pages 1, 2, 3.",
    "Le fondateur le lira. Ouvert de 9h30 à 18h, par exemple.",
    "Envíe el peso del paquete y, p. ej., una foto. Tres idiomas, dos tiendas.",
    "微信、支付宝都可以；百度、百货、万能、老百姓、第一版，9:30 到 18:00。",
    "Images of 1920x1080 px, up to 200 MB, 30 fps.",
    "Gern: eine App für zwei Sprachen, mit Anmeldung. Ich bin da, und im Umkreis von 200 km liefern Sie?",
    "مرحبا، تطبيق لثلاثة متاجر مع الدفع عند الاستلام. من يستخدمه؟",
    "Ứng dụng di động, cộng đồng và hợp đồng: đó là ý chính. Ai sẽ dùng?",
    "タイトルとメートル単位、会員だけの機能ですね。",
    "회원 전용 기능이네요. 누가 사용하나요?",
    "בניית אתר אירועים עם משקל לכל מוצר",
    "C’est un grand projet, un très grand nombre de clients : le test de charge est prévu.",
    "Pour être francs, deux grands écrans suffisent. Un token d’accès pour l’API.",
    "A real shop with twenty real questions, two real devices, a token and a grand opening.",
    "Un problema real con dos usuarios reales.",
    "Приложение слева, новости справа; левая колонка, Европа.",
]
WRITTEN_BY_A_CLIENT = [
    ("200k viewers at once", "200k viewers at once is the real difficulty here."),
    ("200,000 people watch", "20万观众同时在线是难点，每周五晚上的直播。"),
    ("about four hundred pages", "More than 400 pages, updated each quarter, every Friday evening."),
    ("1000 users in 2015", "Got it: 1,000 users since 2015."),
    ("1.500 Artikel", "1500 Artikel, notiert. Wer pflegt sie?"),
    ("fünfhundert Artikel", "500 Artikel, notiert."),
    ("2000 personnes", "Deux mille personnes, c’est noté."),
    ("dos mil quinientos socios", "2500 socios, entendido."),
    ("两千五百个会员", "记下了：2500 个会员。"),
    ("call me: +86 138-1234-5678", "We call you at +86 138-1234-5678."),
    ("٥٠٠ منتج", "500 منتج، فهمت."),
]
WRITTEN_BY_THE_SHOP = [
    "Projects of 50–80 thousand CNY suit us best.",
    "Projects of 50 - 80 thousand cny suit us best.",
    "适合我们的项目一般在 5–8 万元。",
    "Nos projets vont de 50 000 à 80 000 CNY.",
    "We answer within two working days.",
]


@pytest.mark.parametrize("text", MONEY)
def test_an_amount_is_held_back(text: str) -> None:
    assert Finding.MONEY in findings(text, SHOP)
    assert safe_words(text, SHOP) == ""


@given(text=planted_texts)
def test_planted_words_are_held_back_in_any_sentence(text: str) -> None:
    assert planted_in(text)
    assert safe_words(text, SHOP) == ""


@pytest.mark.parametrize("text", DATES)
def test_a_date_or_a_duration_is_held_back(text: str) -> None:
    assert Finding.DATE in findings(text, SHOP)
    assert safe_words(text, SHOP) == ""


@pytest.mark.parametrize(("text", "finding"), OTHERS)
def test_a_link_a_mention_and_markup_are_held_back(text: str, finding: Finding) -> None:
    assert finding in findings(text, SHOP)
    assert safe_words(text, SHOP) == ""


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_words_pass_unchanged(text: str) -> None:
    assert findings(text) == frozenset()
    assert safe_words(text, "") == text


@pytest.mark.parametrize("text", WRITTEN_BY_THE_SHOP)
def test_what_the_shop_wrote_itself_may_be_repeated(text: str) -> None:
    assert safe_words(text, SHOP) == text
    assert safe_words(text, "") == ""


@pytest.mark.parametrize(("said", "text"), WRITTEN_BY_A_CLIENT)
def test_a_number_that_a_client_wrote_may_be_repeated(said: str, text: str) -> None:
    assert safe_words(text, SHOP, Known(said).numbers) == text
    assert safe_words(text, SHOP, Known("We sell 3 teas.").numbers) == ""


@pytest.mark.parametrize(
    "text", ["For 900 euros.", "900 元", "Nine hundred dollars.", "That costs 900.", "60k is fine."]
)
def test_an_amount_that_only_a_client_wrote_is_not_agreed_to(text: str) -> None:
    assert safe_words(text, SHOP, Known("I pay 900, or 60k").numbers) == ""


def test_an_allowed_amount_does_not_excuse_another_beside_it() -> None:
    assert safe_words("50–80 thousand CNY, for you 40 thousand CNY", SHOP) == ""


def test_a_long_text_ends_with_a_whole_sentence() -> None:
    text = "This sentence is repeated. " * 40
    words = safe_words(text, "")
    assert len(words) <= MAX_WORDS
    assert words.endswith("repeated.")


def test_a_long_text_without_sentences_ends_with_a_whole_word() -> None:
    assert safe_words("word " * 300, "") == ("word " * 120).rstrip()


def test_a_very_long_word_is_cut() -> None:
    assert len(safe_words("字" * 2_000, "")) == MAX_WORDS


def test_control_and_direction_characters_are_taken_out() -> None:
    assert safe_words("abc\x00\u202edef\nghi 👩\u200d💻", "") == "abcdef\nghi 👩\u200d💻"


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b"])
def test_nothing_stays_nothing(text: str) -> None:
    assert safe_words(text, SHOP) == ""


amounts = st.builds(
    lambda number, gap, currency: f"{number}{gap}{currency}",
    st.integers(1, 10**7),
    st.sampled_from(["", " ", "\u00a0"]),
    st.sampled_from(["€", "$", "¥", "元", "块", "万", "RMB", "CNY", "euros", "dollars", "yuan", "€.", "£"]),
)
words = st.text(st.characters(exclude_categories=["Nd", "No", "Nl", "Sc", "Cs"]), max_size=60)


@given(before=words, amount=amounts, after=words)
def test_an_amount_is_found_wherever_it_stands(before: str, amount: str, after: str) -> None:
    assert safe_words(f"{before} {amount} {after}", "") == ""


@given(text=st.text(max_size=2_000), allowed=st.text(max_size=200))
@example(text="$x$ ${KEY} #read('/etc/passwd')", allowed="")
def test_what_passes_is_short_and_would_pass_again(text: str, allowed: str) -> None:
    once = safe_words(text, allowed)
    assert len(once) <= MAX_WORDS
    assert not findings(once, allowed)


@given(text=st.text(alphabet="0123456789 .,'-一二三百千万aon$<@", max_size=3_000))
def test_no_text_is_too_hard_to_read(text: str) -> None:
    assert isinstance(safe_words(text, SHOP), str)
