"""Wishes are not lost: what the client says beside what is known, and how plain words are filed."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import Talk, labels

from chatbot.domain.brief import Brief, Topic
from chatbot.use_cases.language_model import Line

POTTERY = "We run a small pottery studio in Bristol and want customers to book workshops online and buy our mugs"

OWN = [
    ("en", POTTERY, ["Booking form", "Placing an order"]),
    ("en", "We run a bakery and want visitors to follow the oven", ["visitors to follow the oven"]),
    ("en", "We want a gallery and a kiln thermometer", ["Photo gallery", "kiln thermometer"]),
    ("fr", "Il faut un blog et un thermomètre du four", ["Actualités et articles", "thermomètre du four"]),
    ("zh", "我们需要在线预约、晒坯架摆放顺序", ["在线预约", "晒坯架摆放顺序"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "features"), OWN)
async def test_a_wish_begins_where_it_is_asked_and_joined_ones_are_all_heard(
    language: str, text: str, features: list[str]
) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert list(talk.brief.values(Topic.FEATURE)) == features


async def test_a_long_wish_is_taken_apart_and_not_cut_in_its_middle() -> None:
    talk = Talk()
    await talk.say("We want our neighbours to watch the glazing of vases from home and to name each new kiln")
    assert talk.brief.values(Topic.FEATURE) == (
        "neighbours to watch the glazing of vases from home", "name each new kiln",
    )  # fmt: skip


async def test_a_community_of_a_neighbourhood_is_no_social_network() -> None:
    talk = Talk("zh")
    await talk.say("社区团购小程序")
    assert "拼团" in talk.brief.values(Topic.FEATURE)
    assert not {"动态与评论", "关注与点赞", "公开资料页"} & set(labels((await talk.draft()).mind_map))


FILED = [
    ("en", "35000 EUR, and by 1 March 2027", Topic.DEADLINE, "by 1 March 2027"),
    ("fr", "8000 EUR, et avant le 1er mars 2027", Topic.DEADLINE, "avant le 1er mars 2027"),
    ("fr", "pour le printemps", Topic.DEADLINE, "pour le printemps"),
    ("es", "para el otoño", Topic.DEADLINE, "para el otoño"),
    ("en", "before winter", Topic.DEADLINE, "before winter"),
    ("zh", "春天前", Topic.DEADLINE, "春天前"),
    ("zh", "设计还没有，你们来做吧", Topic.DESIGN, "设计还没有"),
    ("zh", "小区居民用", Topic.AUDIENCE, "小区居民"),
    ("zh", "我们小区的业主用", Topic.AUDIENCE, "小区居民"),
    ("en", "On the website, we have a Wordpress site already", Topic.EXISTING, "we have a Wordpress site already"),
]


@pytest.mark.parametrize(("language", "text", "topic", "value"), FILED)
async def test_plain_words_become_the_fact_that_they_state(language: str, text: str, topic: Topic, value: str) -> None:
    talk = Talk(language)
    await talk.say(text)
    assert talk.brief.first(topic) == value


async def test_design_left_to_us_is_no_answer_about_the_size() -> None:
    talk = Talk("zh", brief=Brief().with_asked(Topic.SCALE), lines=(Line("bot", "预计有多少人用？"),))
    await talk.say("设计还没有，你们来做吧")
    assert talk.brief.first(Topic.SCALE) is None
    assert talk.brief.first(Topic.DESIGN) == "设计还没有"


async def test_what_exists_is_neither_the_purpose_nor_a_condition() -> None:
    talk = Talk()
    await talk.say("On the website, we have a Wordpress site already")
    assert talk.brief.first(Topic.PURPOSE) is None
    assert talk.brief.first(Topic.CONSTRAINT) is None


async def test_a_more_telling_word_for_the_people_comes_after_customers() -> None:
    talk = Talk("zh")
    await talk.say("想做一个小程序，让客户下单")
    assert talk.brief.first(Topic.AUDIENCE) == "顾客"
    await talk.say("小区居民用")
    assert talk.brief.values(Topic.AUDIENCE) == ("小区居民",)
    await talk.say("给客户用")
    assert talk.brief.values(Topic.AUDIENCE) == ("小区居民",)


@pytest.mark.parametrize(("text", "trade"), [("奶茶店点单小程序", "奶茶店"), ("咖啡店点单小程序", "咖啡店")])
async def test_a_tea_shop_is_read_back_as_one(text: str, trade: str) -> None:
    assert trade in (await Talk("zh").say(text)).reply


@pytest.mark.parametrize(
    ("language", "first", "text"),
    [
        ("en", "We want a website", "hello?"), ("zh", "想做一个小程序", "在吗？"),
        ("fr", "Nous voulons un site web", "Bonjour ?"), ("es", "Queremos un sitio web", "¿Hola?"),
    ],
)  # fmt: skip
async def test_who_greets_again_is_greeted_and_nobody_is_asked(language: str, first: str, text: str) -> None:
    talk = Talk(language)
    await talk.say(first)
    understood = await talk.say(text)
    assert understood.reply == talk.model._reader.catalogue.phrases["here"].said(language)
    assert understood.unanswered == ""


async def test_the_first_question_names_what_it_asks_about() -> None:
    talk = Talk()
    await talk.say("[document]")
    assert talk.turns[-1].question
    assert " it" not in talk.turns[-1].question.replace(",", " ")
