"""Whatever a text holds, the catalogue model answers, within the limits of the domain and in linear time."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language_model.catalogue_talks import played

from chatbot.domain.brief import MAX_VALUE, Brief, Topic
from chatbot.language_model.catalogue_model import CatalogueModel
from chatbot.use_cases.language_model import Conversation, Draft, Line

MODEL = CatalogueModel()

TRICKY = st.sampled_from(
    [
        "Budget", "budget 5", "到", "万", "十", "半", "no", "不要", "pas de", "sin", "需要", "?", "？", "¿", ",", "，",
        " and ", "'", '"', "{", "}", "{0}", "%s", "\\", "\x00", "\u202e", "😀", "ﬁ", "İ", "ß", "1.000.000",
        "3-5-8 days", "drop", "add risk:", "rename a to b", "把", "改成", "必须", "takes", "make", "chat", "聊天",
        "payment", "小程序", "website", "\n", "in 10 weeks",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(TRICKY, max_size=25).map("".join), st.lists(TRICKY).map(" ".join))
TAGS = st.sampled_from(["en", "zh", "fr", "es", "de", "zh-TW", "", "x", "ja"])


@settings(max_examples=80, deadline=None)
@given(st.lists(TEXTS, max_size=4), TEXTS, TAGS, TAGS, st.sampled_from([(), tuple(Topic)]))
def test_any_text_is_understood_drafted_and_summarised(
    before: list[str], text: str, language: str, founder: str, topics: tuple[Topic, ...]
) -> None:
    async def run() -> None:
        history = tuple(Line("client" if at % 2 else "bot", words, at) for at, words in enumerate(before))
        new = (Line("client", text, 90), Line("client", text, None))
        conversation = Conversation(Brief(asked=(Topic.BUDGET,)), history, new, language, "en", founder, topics)
        understood = (await MODEL.understand(conversation)).value
        assert understood.ask is None or understood.ask in topics
        assert len(understood.suggestions) <= 4
        brief = Brief().changed(understood.changes)
        assert all(len(fact.value) <= MAX_VALUE for fact in brief.facts)
        after = Conversation(brief, history + new, (), understood.language, "en", founder, ())
        draft = (await MODEL.draft(after)).value
        assert draft.mind_map == draft.mind_map.cleaned()
        assert draft.concern or 4 <= len(draft.mind_map.branches) <= 9
        assert draft.concern or 15 <= len(list(draft.mind_map.features())) <= 60
        assert draft.mind_map.title.client
        assert draft.mind_map.summary.founder
        assert (await MODEL.summarise(after)).value

    asyncio.run(run())


@pytest.fixture(scope="module")
def draft() -> Draft:
    async def drafted() -> Draft:
        return await (await played("06_craft_beer_en")).draft()

    return asyncio.run(drafted())


@settings(max_examples=100, deadline=None)
@given(words=TEXTS, language=TAGS)
def test_any_words_of_the_founder_leave_a_sound_map(draft: Draft, words: str, language: str) -> None:
    conversation = Conversation(Brief(), (), (), "en", "en", language, ())
    after = asyncio.run(MODEL.revise(draft, words, conversation)).value
    assert after.mind_map == after.mind_map.cleaned()
    assert after.concern == draft.concern


HUGE = [
    "a" * 200_000,
    "no " * 60_000,
    "聊天" * 60_000,
    "1.000 " * 40_000,
    "六到八万" * 40_000,
    "answer seconds " * 10_000,
    "<b>" * 50_000,
    "in 10 weeks " * 20_000,
    "?" * 100_000,
    "\n" * 100_000,
    "don't need " * 20_000,
    "((((" * 50_000,
    "需要" * 50_000,
]


@pytest.mark.parametrize("text", HUGE, ids=lambda text: repr(text[:12]))
def test_a_huge_message_is_read_to_its_limit(text: str) -> None:
    conversation = Conversation(Brief(), (), (Line("client", text, 1),), "en", "en", "en", tuple(Topic))
    asyncio.run(MODEL.understand(conversation))
    draft = asyncio.run(MODEL.draft(conversation)).value
    assert draft.mind_map == draft.mind_map.cleaned()
    assert asyncio.run(MODEL.revise(draft, text, conversation)).value.mind_map
