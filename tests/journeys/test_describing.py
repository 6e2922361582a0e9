"""The client tells of a project in free words: at once, in bits, or by questions with answers to tap."""

from __future__ import annotations

import pytest
from journeys.scenes import CLINIC
from journeys.transcript import Message, Open, Stage, holds, words

from chatbot.domain.people import LANGUAGES

PROJECTS = {
    "en": CLINIC,
    "zh": "我们牙科诊所要一个网站，3 位医生，能在线预约，有短信提醒。",
    "fr": "Je voudrais un site pour mon cabinet dentaire, 3 médecins, avec prise de rendez-vous et rappels par SMS.",
    "es": "Necesito una web para mi clínica dental, 3 médicos, con reserva de citas y recordatorios por SMS.",
}
BITS = {
    "en": ("hi!", "I need a website for my bakery", "with online orders", "card payment", "and pick-up times"),
    "zh": ("你好", "想做个微信小程序", "给健身房用", "能预约课程", "还要会员卡和微信支付"),
    "fr": ("Bonjour", "je voudrais un site", "pour ma boulangerie", "avec commande en ligne", "et paiement par carte"),
    "es": ("Hola", "quiero una web", "para mi panadería", "con pedidos en línea", "y pago con tarjeta"),
}
LONG = """We run a small chain of four language schools and want a mobile app for iPhone and Android.

Parents sign in by phone number, see the timetable, book a trial lesson, pay by card and chat with the teacher.
Teachers mark attendance and write a note after each lesson. In the office we want an admin panel with reports.

We have a logo and colours. It should be there in September, and we have about 70k RMB for it."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_message_is_enough_and_the_client_always_sees_how_far_it_is(shop: Stage, language: str) -> None:
    await shop.newcomer("Ana", language)
    await shop.play(f"""
        Ana start
        Ana < #greeting | #greeting-next
        Ana: {PROJECTS[language]}
        Ana [#button-draft]
        Alex <photo #card-map
        Alex < #card-title | Lead 1 · Ana | #card-price
        Ana < #review-promised
    """)
    progress = [one for one in await _said(shop, "Ana") if holds(words(one), "#progress-done", language)]
    assert [bool(one["edited_at"]) for one in progress] == [True], "one message, edited as steps finish"
    await shop.play("Ana - ✍️\nAna - CNY\nAna - ¥\nAna: /status\nAna < #status-reviewing | #status-due")


async def test_one_long_text_tells_everything_at_once(shop: Stage) -> None:
    await shop.people.send(shop.players["Kim"].id, LONG)
    await shop.play("Kim [#button-draft]\nAlex < Lead 1 · Kim | #card-price | #card-budget-within | September")
    brief = await _brief(shop)
    assert brief["kind"] == ["mobile_app"]
    assert "70000 CNY" in brief["budget"][0]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_burst_of_fragments_gets_one_answer(open_shop: Open, language: str) -> None:
    stage = await open_shop(burst_seconds=1.0)
    await stage.newcomer("Ana", language)
    await stage.play("Ana start\nAna < Lantern Software")
    for bit in BITS[language]:
        await stage.people.send(stage.players["Ana"].id, bit)
    await stage.button("Ana", "#button-draft")
    await stage.settled()
    assert len(await _said(stage, "Ana")) == 2, "the greeting and one answer"
    assert len((await _brief(stage))["feature"]) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_questions_come_one_at_a_time_six_at_most_with_everything_at_hand(shop: Stage, language: str) -> None:
    await shop.newcomer("Ana", language)
    await shop.play(f"Ana start\nAna < Lantern Software\nAna: {PROJECTS[language]}")
    await shop.button("Ana", "#button-draft")
    asked: list[int] = []
    while (question := await _open_question(shop, "Ana")) is not None:
        assert question["message_id"] not in asked
        for label in ("#button-skip", "#button-draft", "#button-human"):
            assert _has(question, label, language), label
        asked.append(question["message_id"])
        await shop.play("Ana [#button-skip]\nAna ! #notice-skipped")
    assert 2 <= len(asked) <= 6
    await shop.play("Alex < Lead 1 · Ana | #card-price\nAna < #review-promised\nAna no [#button-draft]")


async def test_somebody_who_says_little_is_asked_six_questions_at_most(shop: Stage) -> None:
    await shop.play("Kim: I need a website")
    await shop.button("Kim", "#button-skip")
    asked = 0
    while (question := await _open_question(shop, "Kim")) is not None:
        asked += 1
        await shop.people.press(shop.players["Kim"].id, question["buttons"][0][0]["text"])
    assert 3 <= asked <= 6
    await shop.play("Alex < Lead 1 · Kim | #card-price")


async def test_an_answer_to_tap_is_an_answer_like_any_other(shop: Stage) -> None:
    await shop.play(f"Kim: {CLINIC}\nKim < ?")
    question = await _open_question(shop, "Kim")
    assert question is not None
    tapped = question["buttons"][0][0]["text"]
    await shop.play(f"Kim [{tapped}]\nKim ! {tapped}")
    following = await _open_question(shop, "Kim")
    assert following is not None
    assert following["message_id"] != question["message_id"]
    await shop.play("Kim [#button-draft]\nAlex < #card-price\nKim: /human\nAlex <document #hand-off-transcript")
    assert tapped in (await shop.people.file(shop.players["Alex"].last)).decode()


async def test_a_question_is_over_once_the_map_is_drawn(shop: Stage) -> None:
    await shop.play(f"Kim: {CLINIC}")
    stale = await shop.button("Kim", "#button-skip")
    await shop.play("Kim [#button-draft]\nAlex < #card-price\nKim < #review-promised")
    assert holds(await shop.press("Kim", stale), "#refused-question-over", "en")
    await shop.play("Kim: /status\nKim < #status-reviewing")


async def test_nothing_is_drawn_of_nothing(shop: Stage) -> None:
    await shop.play("""
        Kim: hello
        Kim < what you would like
        Kim no [#button-draft]
        Kim: draft it now
        Kim < ?
        Kim: /status
        Kim < #status-listening
        Alex - Lead 1
    """)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_buttons_say_may_as_well_be_written(shop: Stage, language: str) -> None:
    await shop.newcomer("Ana", language)
    await shop.play(f"Ana: {PROJECTS[language]}")
    await shop.button("Ana", "#button-draft")
    question = await _open_question(shop, "Ana")
    assert question is not None
    draft, human = (_label(question, name, language) for name in ("#button-draft", "#button-human"))
    await shop.play(f"""
        Ana: {draft}
        Alex < Lead 1 · Ana | #card-price
        Ana < #review-promised
        Ana: {human}
        Ana < #hand-off-asked | Alex
        Alex < #hand-off-card | Ana
    """)


async def test_a_person_can_be_called_from_any_question(shop: Stage) -> None:
    await shop.play(f"""
        Kim: {CLINIC}
        Kim [#button-human]
        Kim < #hand-off-asked | Alex
        Alex < #hand-off-card | Kim
        Kim no [#button-draft]
    """)


async def test_a_correction_replaces_what_was_said_before(shop: Stage) -> None:
    await shop.play("""
        Kim: I need an online shop for my bakery with card payment, coupons and home delivery. Budget 40k RMB.
        Kim < ?
        Kim: Sorry, no coupons after all. And the budget is 60k RMB.
        Kim < coupon
        Kim [#button-draft]
        Alex < Lead 1 · Kim | #card-price | Budget CN¥60,000
        Alex - Budget CN¥40,000
    """)
    brief = await _brief(shop)
    assert brief["budget"] == ["60000 CNY"]
    assert not [feature for feature in brief["feature"] if "oupon" in feature]


async def test_an_answer_taken_back_in_chinese_is_no_feature_of_the_map(shop: Stage) -> None:
    await shop.play("""
        Lin: 我们想做一个二手书交易的微信小程序，最好微信支付担保交易。预算大概六到八万。
        Lin < ？
        Lin: 对了，支付先不要担保了，直接微信支付就行。预算改成九万。
        Lin < 担保
        Lin [#button-draft]
        Alex < #card-title | Lin | 90,000
    """)
    assert "担保交易" not in (await _brief(shop))["feature"]


async def test_a_question_that_the_bot_cannot_answer_goes_to_a_person_and_the_answer_comes_back(shop: Stage) -> None:
    await shop.play(f"""
        Kim: {CLINIC}
        Kim < ?
        Kim: Do you know the Browns from Riga?
        Kim < #question-passed-on
        Alex < #relay-question | Browns
        Alex reply: We do!
        Kim < We do!
    """)


async def test_the_founder_reads_a_tap_on_our_own_answer_as_what_we_do_in_their_language(shop: Stage) -> None:
    await shop.newcomer("Lin", "zh")
    await shop.play("""
        Lin start
        Lin < Lantern Software
        Lin: 我们面包店想做一个网站，要有在线下单、优惠券和相册
        Lin [你们设计]
        Lin [内部员工]
        Lin: 转人工
        Alex < #hand-off-card | Lin | own staff | We do the design
        Alex: /lead 1
        Alex < Lead 1 | We do the design
        Alex - Users: 内部员工
        Alex - Design: 你们设计
    """)


async def _said(stage: Stage, name: str) -> list[Message]:
    """What the bot has said to this person."""
    player = stage.players[name]
    return [one for one in await stage.messages(player) if one["from_id"] != player.id]


async def _open_question(stage: Stage, name: str) -> Message | None:
    """The one question that is open when all is quiet."""
    await stage.settled()
    language = stage.players[name].language
    asked = [one for one in await _said(stage, name) if _has(one, "#button-skip", language)]
    assert len(asked) <= 1, "one question at a time"
    return asked[0] if asked else None


def _has(message: Message, label: str, language: str) -> bool:
    return any(holds(one["text"], label, language) for row in message["buttons"] for one in row)


def _label(message: Message, label: str, language: str) -> str:
    return next(str(one["text"]) for row in message["buttons"] for one in row if holds(one["text"], label, language))


async def _brief(stage: Stage, lead: int = 1) -> dict[str, list[str]]:
    """What is known of a lead, by topic."""
    await stage.settled()
    found: dict[str, list[str]] = {"feature": []}
    for fact in (await stage.bot.steps.run(lambda tx: tx.leads.find(lead))).brief.facts:
        found.setdefault(fact.topic.value, []).append(fact.value)
    return found
