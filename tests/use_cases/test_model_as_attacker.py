"""Whatever a model answers, within the types of its port: it moves no price, state, role, recipient or money."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from hostile_words import hostile_texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted_words import EACH, answers_full_of_them, planted_in
from shop_world import FOUNDER, World
from use_cases.attacked_shop import HONEST, SAID, Attacked, attacked, money_of

from chatbot.domain.approval import Approval
from chatbot.domain.brief import FactChange, Topic
from chatbot.domain.calibration import calibrated
from chatbot.domain.effort import Effort
from chatbot.domain.lead import Author
from chatbot.domain.lead_flow import Stage
from chatbot.domain.mind_map import Branch, Feature, MindMap, Priority, Wording
from chatbot.domain.people import Contact
from chatbot.domain.pricing import estimate
from chatbot.domain.speaker import Speaker
from chatbot.language_model.answers import language_tag
from chatbot.language_model.prompt_data import plain
from chatbot.telegram_ui.presenter import Presenter
from chatbot.texts.speak import Texts
from chatbot.use_cases import entry
from chatbot.use_cases.hand_offs import hand_off, opening, translation, voice
from chatbot.use_cases.language_model import Answered, Draft, Origin, Understanding, Wish
from chatbot.use_cases.listening import conversation
from chatbot.use_cases.quotes import draft_quote, revise_quote
from chatbot.use_cases.replies import Edit

HOSTILE = Origin("hostile")
LATER = [Stage.REVIEWING, Stage.QUOTED, Stage.PAUSED, Stage.AGREED, Stage.TRIAL_AGREED, Stage.TRIAL_PAID]
ROUNDS = max(1, settings().max_examples // 5)
few = settings(max_examples=ROUNDS, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

# What the adapter lets through its port: no half characters, languages that are tags, effort within bounds.
texts_of_a_model = hostile_texts.map(lambda text: plain(text, 20_000))
wordings = st.builds(Wording, texts_of_a_model, texts_of_a_model)
efforts = st.lists(st.floats(0.1, 120), min_size=3, max_size=3).map(lambda points: Effort(*sorted(points)))
features = st.builds(Feature, wordings, efforts, st.sampled_from(Priority), st.booleans())
branches = st.builds(Branch, wordings, st.lists(features, max_size=4).map(tuple))
notes = st.lists(wordings, max_size=3).map(tuple)
maps = st.builds(MindMap, wordings, wordings, st.lists(branches, max_size=3).map(tuple), notes, notes, notes, notes)
tags = st.one_of(st.sampled_from(["en", "zh-TW", "xx-YYYYYYYY", "fr", "und"]), hostile_texts)
languages = tags.map(lambda tag: language_tag(tag, "en"))
drafts = st.builds(Draft, maps, languages, st.one_of(st.just(""), texts_of_a_model))
changes = st.builds(
    FactChange,
    st.sampled_from(Topic),
    texts_of_a_model,
    st.one_of(st.just(""), texts_of_a_model),
    st.booleans(),
    st.sampled_from([None, 0, 1, -1, 10**9]),
)
understandings = st.builds(
    Understanding,
    languages,
    st.lists(changes, max_size=4).map(tuple),
    st.sampled_from(Wish),
    texts_of_a_model,
    texts_of_a_model,
    st.one_of(st.just(""), texts_of_a_model),
    st.one_of(st.none(), st.sampled_from(Topic)),
    texts_of_a_model,
    st.lists(texts_of_a_model, max_size=6).map(tuple),
)


@pytest.fixture
def numbers() -> Iterator[int]:
    return count(1)


@pytest.fixture
def presenter(texts: Texts) -> Presenter:
    return Presenter(texts)


async def status(shop: Attacked) -> None:
    """The client asks how things stand: the project's name, which a model proposed, is among the words."""
    await shop.world.do(entry.command, "status", "", shop.world.hears(shop.client, "/status"))
    await shop.told()


@few
@given(answer=understandings, stage=st.sampled_from([Stage.LISTENING, Stage.DRAFTING, *LATER]), silent=st.booleans())
async def test_what_was_understood_moves_no_price_state_or_money(
    world: World,
    founder: Contact,
    presenter: Presenter,
    numbers: Iterator[int],
    answer: Understanding,
    stage: Stage,
    silent: bool,
) -> None:
    shop = await attacked(world, presenter, next(numbers), stage)
    others, money = await shop.others(), money_of(await shop.quotes())
    job = shop.job("answer", contact=shop.client.id, silent=silent)
    prepared = await world.do(conversation.prepare_answer, job)
    await world.do(conversation.apply_answer, job, prepared, Answered(answer, HOSTILE))
    drawn = {Stage.LISTENING: {Stage.LISTENING, Stage.DRAFTING}, Stage.REVIEWING: {Stage.REVIEWING, Stage.DRAFTING}}
    assert (await shop.now()).stage in drawn.get(stage, {stage})
    assert money_of(await shop.quotes()) == money
    assert await shop.others() == others
    await shop.told()
    await status(shop)
    assert (await world.again(shop.client)).speaker is not Speaker.HUMAN


@pytest.mark.parametrize("words", ["Where do I pay? evil.club", "Is 5,000 CNY agreed?", "What does /won 1 1 do?"])
async def test_a_question_is_put_to_the_founder_in_the_clients_words_where_a_model_adds_to_it(
    world: World, founder: Contact, presenter: Presenter, words: str
) -> None:
    shop = await attacked(world, presenter, 1, Stage.LISTENING)
    job = shop.job("answer", contact=shop.client.id, silent=False)
    prepared = await world.do(conversation.prepare_answer, job)
    answer = Understanding("en", unanswered=words)
    await world.do(conversation.apply_answer, job, prepared, Answered(answer, HOSTILE))
    (told,) = [one.text for one in await shop.told() if one.item.place.chat_id == FOUNDER]
    assert words not in told
    assert SAID in told


@few
@given(answer=drafts)
async def test_a_draft_gets_our_price_waits_for_the_founder_and_shows_the_client_nothing(
    world: World, founder: Contact, presenter: Presenter, numbers: Iterator[int], answer: Draft
) -> None:
    shop = await attacked(world, presenter, next(numbers), Stage.DRAFTING)
    others = await shop.others()
    job = shop.job("draft")
    prepared = await world.do(draft_quote.prepare_draft, job)
    await world.do(draft_quote.apply_draft, job, prepared, Answered(answer, HOSTILE))
    assert await shop.others() == others
    await is_ours(shop, answer)
    assert (await shop.now()).stage is Stage.REVIEWING
    await shop.told()
    await status(shop)


async def is_ours(shop: Attacked, answer: Draft) -> None:
    """The newest version waits, and its price is what our own arithmetic makes of bounded effort."""
    quote = (await shop.quotes())[-1]
    efforts_kept = [feature.effort for feature in quote.mind_map.features()]
    assert quote.state is Approval.WAITING
    assert quote.mind_map == quote.mind_map.cleaned()
    if answer.concern or not efforts_kept:
        assert quote.price is quote.computed is None
    else:
        expected = estimate(efforts_kept, shop.world.shop.card, calibrated([])).price
        assert (quote.price, quote.computed, quote.by_founder) == (expected, expected, False)


@few
@given(answer=drafts, stage=st.sampled_from([Stage.REVIEWING, Stage.QUOTED]))
async def test_a_revision_gets_our_price_and_has_to_be_approved_again(
    world: World, founder: Contact, presenter: Presenter, numbers: Iterator[int], answer: Draft, stage: Stage
) -> None:
    shop = await attacked(world, presenter, next(numbers), stage)
    others, before = await shop.others(), await shop.quotes()
    job = shop.job("revise", quote=before[-1].id, words="drop the orders", actor=founder.id, range=None)
    prepared = await world.do(revise_quote.prepare_revision, job)
    await world.do(revise_quote.apply_revision, job, prepared, Answered(answer, HOSTILE))
    after = await shop.quotes()
    assert await shop.others() == {**others, "contacts": (await shop.others())["contacts"]}
    if len(after) > len(before):
        assert [quote.state for quote in after] == [Approval.SUPERSEDED, Approval.WAITING]
        await is_ours(shop, answer)
        assert (await shop.now()).stage is Stage.REVIEWING
    else:
        assert money_of(after) == money_of(before)
    await shop.told()
    await status(shop)


@few
@given(words=texts_of_a_model, heard=texts_of_a_model, to=st.sampled_from(["client", "team"]))
async def test_a_summary_and_a_translation_reach_whom_they_are_for_and_add_no_amount_or_contact(
    world: World, founder: Contact, presenter: Presenter, numbers: Iterator[int], words: str, heard: str, to: str
) -> None:
    shop = await attacked(world, presenter, next(numbers), Stage.AGREED)
    opened = await world.do(hand_off.open_for, shop.client, shop.lead, "asked")
    line = await shop.said_by(Author.CLIENT if to == "team" else Author.HUMAN, founder)
    await world.deliver()
    others, money = await shop.others(), money_of(await shop.quotes())
    summary = shop.job("summarise", hand_off=opened.id)
    talk = await world.do(opening.prepare_summary, summary)
    await world.do(opening.apply_summary, summary, talk, Answered(words, HOSTILE))
    language = {"message": line.id, "slot": translation.slot_of(line), "language": "zh", "to": to}
    job = shop.job("translate", **language)
    said = await world.do(translation.prepare_translation, job)
    await world.do(translation.apply_translation, job, said, Answered(heard, HOSTILE))
    shown = await shop.told()
    assert {one.item.place.chat_id for one in shown if isinstance(one.item.action, Edit)} <= {
        shop.client.telegram_id if to == "client" else FOUNDER,
        FOUNDER,
    }
    assert (await shop.others(), money_of(await shop.quotes())) == (others, money)
    assert (await shop.now()).stage is Stage.AGREED


@few
@given(words=texts_of_a_model)
async def test_what_a_voice_is_said_to_say_are_the_clients_words_and_no_command(
    world: World, founder: Contact, presenter: Presenter, numbers: Iterator[int], words: str
) -> None:
    shop = await attacked(world, presenter, next(numbers), Stage.REVIEWING)
    others, money = await shop.others(), money_of(await shop.quotes())
    (line,) = await world.do(lambda tx: tx.messages.of_contact(shop.client.id))
    job = shop.job("transcribe", message=line.id, contact=shop.client.id, file="f", name="a.ogg")
    await world.do(voice.apply_transcript, job, ("f", "a.ogg"), Answered(words, HOSTILE))
    assert (await shop.others(), money_of(await shop.quotes())) == (others, money)
    assert (await shop.now()).stage is Stage.REVIEWING
    (line,) = await world.do(
        lambda tx: [one for one in tx.messages.of_contact(shop.client.id) if one.author is Author.CLIENT]
    )
    assert line.text in {SAID, words.strip()} or not words.isprintable()
    await shop.told()


@pytest.mark.parametrize("words", EACH)
def test_planted_words_are_seen_where_they_come_through(words: str) -> None:
    assert planted_in(f"Good: {words}, all in")


def test_harmless_words_are_not_taken_for_planted_ones() -> None:
    assert not any(planted_in(text) for text in (SAID, "173910 or 2026-03-02", "seven thousand", "739 first"))
    assert HONEST.cleaned() == HONEST


async def test_no_planted_amount_or_address_reaches_a_client_from_any_field(
    world: World, founder: Contact, presenter: Presenter, numbers: Iterator[int]
) -> None:
    for words, *said, question, buttons in answers_full_of_them():
        shop = await attacked(world, presenter, next(numbers), Stage.LISTENING)
        job = shop.job("answer", contact=shop.client.id, silent=False)
        prepared = await world.do(conversation.prepare_answer, job)
        fact, topic = FactChange(Topic.PURPOSE, words, "", True, None), prepared.open_topics[0]
        answer = Understanding("en", (fact,), Wish.TELL, *said, words, topic, question, tuple(buttons))
        await world.do(conversation.apply_answer, job, prepared, Answered(answer, HOSTILE))
        await shop.told()
        await status(shop)
