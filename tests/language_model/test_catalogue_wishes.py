"""Wishes are not lost: what the client says beside what is known, and how plain words are filed."""

from __future__ import annotations

import pytest
from language_model.catalogue_talks import Talk, labels

from chatbot.domain.brief import Topic

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
