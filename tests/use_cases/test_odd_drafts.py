"""What a founder is asked to look at twice on the card of a quote, since a model may have been wrong or misled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shop_world import FOUNDER, World
from use_cases.attacked_shop import HONEST, attacked

from chatbot.domain.effort import Effort
from chatbot.domain.lead_flow import Stage
from chatbot.domain.mind_map import Branch, Feature, MindMap, Wording
from chatbot.domain.people import Contact
from chatbot.telegram_ui.presenter import Presenter
from chatbot.texts.speak import Texts
from chatbot.use_cases.language_model import Answered, Draft, Origin
from chatbot.use_cases.quotes import draft_quote
from chatbot.use_cases.replies import Say


async def card(world: World, texts: Texts, mind_map: MindMap) -> str:
    """What the founder reads where the model drew this map."""
    presenter = Presenter(texts)
    shop = await attacked(world, presenter, 1, Stage.DRAFTING)
    job = shop.job("draft")
    prepared = await world.do(draft_quote.prepare_draft, job)
    await world.do(draft_quote.apply_draft, job, prepared, Answered(Draft(mind_map, "en"), Origin("a model")))
    shown = [one.item for one in await world.deliver() if one.item.place.chat_id == FOUNDER]
    return "\n".join(presenter.text(one.action.reply.parts, "en") for one in shown if isinstance(one.action, Say))


def with_feature(label: str, effort: Effort) -> MindMap:
    feature = Feature(Wording.same(label), effort)
    return replace(HONEST, branches=(*HONEST.branches, Branch(Wording.same("More"), (feature,))))


@pytest.mark.parametrize(("effort", "days"), [(Effort(0.1, 0.1, 0.1), "0.1"), (Effort(90, 100, 120), "100")])
async def test_effort_far_from_what_any_feature_takes_is_pointed_out(
    world: World, founder: Contact, texts: Texts, effort: Effort, days: str
) -> None:
    said = await card(world, texts, with_feature("Payment", effort))
    assert "Unusual effort" in said
    assert f"Payment: {days}" in said
    assert "Orders:" not in said


@pytest.mark.parametrize("words", ["Pay at evil.club", "Only 5,000 CNY", "Ask @evil_admin", "/won 1 1"])
async def test_words_that_nobody_wrote_are_pointed_out(
    world: World, founder: Contact, texts: Texts, words: str
) -> None:
    said = await card(world, texts, with_feature(words, Effort(1, 2, 3)))
    assert "neither of you wrote" in said
    assert words in said


@pytest.mark.parametrize("words", ["Pay at evil.club", "Only 5,000 CNY", "Ask @evil_admin", "Settle it: /won 1 1"])
async def test_words_to_the_founder_alone_are_pointed_out_too(
    world: World, founder: Contact, texts: Texts, words: str
) -> None:
    said = await card(world, texts, replace(HONEST, risks=(Wording("A risk", words),)))
    assert "neither of you wrote" in said
    assert said.count(words) == 2


async def test_a_usual_draft_is_not_called_odd(world: World, founder: Contact, texts: Texts) -> None:
    said = await card(world, texts, with_feature("Payment by card", Effort(1, 2, 4)))
    assert "Lead" in said
    assert "Unusual effort" not in said
    assert "neither of you wrote" not in said
    assert "neither of you wrote" not in said


def test_no_answer_can_ask_for_more_or_less_than_the_bounds_of_effort() -> None:
    for points in ((0.0, 1.0, 2.0), (1.0, 2.0, 10**9), (float("nan"),) * 3, (1.0, 2.0, float("inf"))):
        with pytest.raises(ValueError, match="effort"):
            Effort(*points)
