"""Reports: the pipeline, the list of leads, one lead for founders and for the team, a client's own status."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fakes import StillPictures
from people_bench import CLIENT, FOUNDER, FRIEND, TEAM, Bench

from chatbot.domain.approval import Approval
from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.domain.lead_flow import Stage
from chatbot.domain.money import Money
from chatbot.domain.people import LANGUAGES
from chatbot.telegram_ui.drawings import Drawings
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.privacy import farewell
from chatbot.use_cases.replies import from_json
from chatbot.use_cases.reports.lead_words import shortened, stage_name
from chatbot.use_cases.reports.stage_words import stages_named


async def test_the_pipeline_counts_sums_and_ages_each_stage(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    for likely in (60_000, 40_000):
        await bench.quote(await bench.lead(Stage.QUOTED), Approval.APPROVED, likely)
    bench.clock.forward(days=2)
    await bench.lead(Stage.REVIEWING)
    await bench.command(FOUNDER, "pipeline")
    picture = bench.told[FOUNDER][-1].attachment
    assert picture is not None
    columns = {column["stage"]: column for column in picture.data["columns"]}
    quoted = columns["quoted"]
    assert (quoted["count"], quoted["oldest_days"]) == (2, 2)
    price = from_json(quoted["sum"]) if isinstance(quoted["sum"], dict) else quoted["sum"]
    assert (price.low, price.likely, price.high) == tuple(Money.of(n, "CNY") for n in (80_000, 100_000, 130_000))
    assert picture.data["open"] == 3
    assert columns["won"]["count"] == 0
    assert "1 to approve" in bench.last(FOUNDER)
    pictures = StillPictures()
    await Drawings(pictures, bench.texts, lambda _link: b"").draw(picture, "en")
    ((template, drawn, _),) = pictures.asked
    assert template == "pipeline"
    assert "CN¥80,000–130,000" in str(drawn["columns"])


async def test_an_empty_pipeline_says_that_nothing_waits(bench: Bench) -> None:
    await bench.command(FOUNDER, "pipeline")
    assert "No open leads" in bench.last(FOUNDER)
    assert "Nothing waits" in bench.last(FOUNDER)


async def test_clients_who_wait_for_a_person_are_named_in_the_caption(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead()

    def ask(tx: Transaction) -> None:
        client = tx.contacts.by_telegram(CLIENT)
        assert client is not None
        hand_off.open_for(tx, client, lead, "asked")

    await bench.do(ask)
    await bench.command(FOUNDER, "pipeline")
    assert f"waiting for a person (lead {lead.id})" in bench.last(FOUNDER)
    (report,) = await bench.command(FOUNDER, "lead", str(lead.id))
    assert "Waits for a person" in report
    assert "Give back to the bot" in bench.told[FOUNDER][-1].buttons


async def test_leads_can_be_listed_by_stage_in_the_founders_words(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    quoted, won = await bench.lead(Stage.QUOTED, "Tea shop"), await bench.lead(Stage.WON, "Old site")
    (by_id,) = await bench.command(FOUNDER, "leads", "quoted")
    assert "Tea shop" in by_id
    assert "Old site" not in by_id
    assert await bench.command(FOUNDER, "leads", "已报价") == [by_id]
    (still_open,) = await bench.command(FOUNDER, "leads")
    assert f"{quoted.id} ·" in still_open
    assert f"{won.id} ·" not in still_open
    (unknown,) = await bench.command(FOUNDER, "leads", "cooking")
    assert "“cooking”" in unknown
    assert "quoted: Quoted, 1" in unknown


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_stage_can_be_named_as_the_pictures_name_it(bench: Bench, language: str) -> None:
    for stage in Stage:
        assert stages_named(bench.texts.say(language, stage_name(stage))) == (stage,)
        assert stages_named(stage.value) == (stage,)
    assert stages_named("trial") == (Stage.TRIAL_OFFERED, Stage.TRIAL_AGREED, Stage.TRIAL_PAID)


async def test_a_long_list_is_cut_with_the_number_of_the_rest(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    for _ in range(32):
        await bench.lead()
    (listed,) = await bench.command(FOUNDER, "leads")
    assert listed.count("Bakery shop") == 30
    assert "and 2 more" in listed


async def test_one_lead_tells_founders_all_and_the_team_all_but_amounts(referred: Bench) -> None:
    await referred.meet(TEAM, "Sam")
    lead = await referred.lead(Stage.AGREED)
    await referred.quote(lead, Approval.ACCEPTED)
    for command, words in (("won", "68000"), ("paid", "20000"), ("refund", "5000 design was dropped")):
        await referred.command(FOUNDER, command, f"{lead.id} {words}")
        await referred.press(FOUNDER, "Book")
    (report,) = await referred.command(FOUNDER, "lead", str(lead.id))
    for said in ("Lin Wei", "Marie Petit", "sell bread online", "orders (assumed)", "accepted by the client"):
        assert said in report
    for amount in ("48,000", "68,000", "20,000", "5,000", "CN¥750"):
        assert amount in report
    (for_team,) = await referred.command(TEAM, "lead", f"#{lead.id}")
    assert "sell bread online" in for_team
    assert "CN¥" not in for_team


async def test_what_nobody_waits_for_any_more_is_not_shown_as_kept(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead(Stage.REVIEWING)
    client, founder = await bench.steps.run(lambda tx: [tx.contacts.by_telegram(one) for one in (CLIENT, FOUNDER)])

    def promised(tx: Transaction) -> None:
        tx.promises.add(lead.id, "promise-review", "{}", tx.now)
        hand_off.open_for(tx, client, lead, "asked")

    await bench.do(promised)
    await bench.do(hand_off.give_back, founder, lead.id)
    (report,) = await bench.command(FOUNDER, "lead", str(lead.id))
    assert re.search("A person answers by .*: no longer due", report)
    await bench.do(farewell.leave, client)
    (report,) = await bench.command(FOUNDER, "lead", str(lead.id))
    assert re.search("The founder checks the price by .*: no longer due", report)
    assert "kept" not in report


async def test_promises_are_shown_kept_open_and_overdue(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead(Stage.REVIEWING)

    def promise(tx: Transaction) -> None:
        tx.promises.add(lead.id, "promise-review", "{}", tx.now)
        tx.promises.add(lead.id, "promise-unheard-of", "{}", None)
        tx.promises.add(lead.id, "promise-answer", "{}", tx.now)
        tx.promises.keep(lead.id, "promise-answer")

    await bench.do(promise)
    bench.clock.forward(hours=1)
    (report,) = await bench.command(FOUNDER, "lead", str(lead.id))
    assert "The founder checks the price by Mon 2 Mar, 14:00: overdue" in report
    assert "A person answers by Mon 2 Mar, 14:00: kept" in report
    assert "Something was promised" in report
    assert "We are late" in (await bench.command(CLIENT, "status"))[0]


async def test_the_card_that_waits_is_one_tap_away(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead(Stage.REVIEWING)
    await bench.quote(lead)
    await bench.command(FOUNDER, "lead", str(lead.id))
    await bench.press(FOUNDER, "The card that waits")
    assert "✅ Approve & send" in bench.told[FOUNDER][-1].buttons


@pytest.mark.parametrize("words", ["", "twelve", "99"])
async def test_a_lead_that_cannot_be_found_gets_a_sentence(bench: Bench, words: str) -> None:
    (answer,) = await bench.command(FOUNDER, "lead", words)
    assert "lead" in answer.lower()


async def test_strangers_see_no_report(referred: Bench) -> None:
    lead = await referred.lead()
    for person in (CLIENT, FRIEND):
        for command in ("pipeline", "lead", "leads"):
            answers = await referred.command(person, command, str(lead.id))
            assert "sell bread" not in "".join(answers)
            assert referred.told[person][-1].attachment is None or command != "pipeline"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stage", Stage)
async def test_each_stage_is_told_to_clients_and_reported_in_every_language(
    bench: Bench, stage: Stage, language: str
) -> None:
    await bench.meet(CLIENT, "Lin Wei", language)
    lead = await bench.lead(stage)

    def speak_founders_language(tx: Transaction) -> None:
        founder = tx.contacts.by_telegram(FOUNDER)
        assert founder is not None
        tx.contacts.save(replace(founder, language=language))

    await bench.do(speak_founders_language)
    (status,) = await bench.command(CLIENT, "status")
    assert "Bakery shop" in status
    assert "Bakery shop" in (await bench.command(FOUNDER, "lead", str(lead.id)))[0]
    assert "Bakery shop" in (await bench.command(FOUNDER, "leads", stage.value))[0]


async def test_somebody_without_a_project_is_invited_to_tell_one(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    assert "no project with us yet" in (await bench.command(CLIENT, "status"))[0]


async def test_a_long_title_ends_with_a_whole_word(bench: Bench) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    wanted = "an app for a climbing hall where members see which evening slots are free and reserve their places"
    lead = await bench.lead(title=wanted[:80])
    brief = Brief((Fact(Topic.PURPOSE, wanted),))
    await bench.do(lambda tx: tx.leads.save(replace(tx.leads.find(lead.id), brief=brief)))
    (listed,) = await bench.command(FOUNDER, "leads")
    assert "slots are free and… ·" in listed


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("short enough", "short enough"),
        ("two words, more", "two words…"),
        ("求购专区和求购列表和商品详情", "求购专区和求购列表…"),
        ("Donaudampfschifffahrt", "Donaudamp…"),
    ],
)
def test_what_is_cut_ends_with_a_word_where_there_are_words(text: str, short: str) -> None:
    assert shortened(text, 12 if text.startswith(("short", "two")) else 10) == short


@pytest.mark.parametrize(("tag", "name"), [("zh-Hans", "Chinese (Simplified)"), ("de", "German"), ("x-odd", "x-odd")])
async def test_a_lead_tells_the_name_of_the_clients_language(bench: Bench, tag: str, name: str) -> None:
    await bench.meet(CLIENT, "Lin Wei")
    lead = await bench.lead()
    await bench.do(lambda tx: tx.leads.save(replace(tx.leads.find(lead.id), language=tag)))
    (report,) = await bench.command(FOUNDER, "lead", str(lead.id))
    assert f"writes in {name}" in report
