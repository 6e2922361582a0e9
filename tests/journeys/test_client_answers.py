"""The client's answers to an approved quote: Accept, Discuss, Change scope, Not now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MovableClock
from journeys.scenes import to_quote
from journeys.transcript import Open, Stage, words

from chatbot.domain.approval import Approval
from chatbot.use_cases.ports import Transaction


async def test_accept_means_to_go_ahead_and_counts_once(shop: Stage) -> None:
    await to_quote(shop)
    accept = await shop.button("Kim", "#button-accept")
    await shop.play("""
        Kim [#button-accept]
        Kim ! #notice-accepted
        Kim < #accepted
        Kim < #hand-off-accepted | Alex
        Alex < #hand-off-card | #hand-off-reason-accepted
        Kim no [#button-accept]
    """)
    await shop.press("Kim", accept)
    await shop.play("Kim ! #notice-accepted-already\nAlex: /leads agreed\nAlex < #leads-title | Kim")


async def test_change_scope_listens_and_draws_a_new_version(shop: Stage) -> None:
    await to_quote(shop)
    accept = await shop.button("Kim", "#button-accept")
    await shop.play("""
        Kim [#button-change]
        Kim < #change-what
        Alex < #scope-changes | Kim
        Kim: Please add online payment by card
        Kim < #review-promised
        Alex < #card-title | version 2 | #card-changes
    """)
    await shop.press("Kim", accept)
    await shop.play("""
        Kim ! #refused-quote-replaced-soon
        Kim - #accepted
        Alex [#button-approve]
        Kim <pdf #quote-price | 2026-0001-2
    """)
    await shop.press("Kim", accept)
    await shop.play("Kim ! #refused-quote-replaced\nKim [#button-accept]\nKim < #accepted")


async def test_what_the_client_takes_back_after_the_quote_is_not_in_the_new_version(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("""
        Kim [#button-change]
        Kim < #change-what
        Kim: please remove the SMS reminders, add a members area
        Kim < without SMS reminders; with private members' area
        Alex < #card-title | version 2 | #card-changes | + Private members' area | − SMS reminders
    """)


async def test_words_after_the_quote_offer_to_redo_it(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("""
        Kim: We also need online payment by card
        Kim < #change-noted
        Kim [#button-redo-quote]
        Alex < #card-title | version 2 | #card-changes
    """)


async def test_discuss_calls_a_person_and_the_quote_stays_open(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("""
        Kim [#button-discuss]
        Kim ! #notice-human-called
        Kim < #hand-off-discuss | Alex
        Alex < #hand-off-card | #hand-off-reason-discuss
        Kim: Could we leave out the reminders at first?
        Alex < Could we leave out
        Alex reply: Of course
        Kim < #relay-human | Of course
        Kim [#button-accept]
        Kim < #accepted
    """)


async def test_not_now_asks_why_in_one_tap_and_the_quote_stays_good(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("""
        Kim [#button-not-now]
        Kim < #not-now-why | 2026-0001-1
        Kim [#not-now-other-team]
        Kim < #not-now-thanks
        Kim no [#not-now-price]
        Alex < #not-now-founder | Another team
        Alex: /lead 1
        Alex < #lead-head | #lead-reason | Reason: Another team
        Kim: /status
        Kim < #status-paused
        Kim [#button-accept]
        Kim < #accepted
        Alex: /lead 1
        Alex < #lead-head | Wants to go ahead
    """)
    assert "Another team" not in words(shop.players["Alex"].last).split("Last words")[0]


@pytest.mark.parametrize(
    ("language", "reason", "told"),
    [
        ("zh", "price", "价格"),
        ("fr", "time", "Ce serait trop long"),
        ("es", "later", "Más adelante"),
        ("en", "other", "else"),
    ],
)
async def test_the_founder_reads_why_not_now_in_their_own_language(
    open_shop: Open, language: str, reason: str, told: str
) -> None:
    stage = await open_shop(founder_language=language)
    await to_quote(stage)
    await stage.play(f"""
        Kim [#button-not-now]
        Kim [#not-now-{reason}]
        Alex < #not-now-founder | #not-now-{reason} | {told}
        Alex: /lead 1
        Alex < #lead-head | {told}
    """)


async def test_a_dropped_project_says_so_in_the_report(open_shop: Open) -> None:
    stage = await open_shop(founder_language="zh")
    await to_quote(stage)
    await stage.play("""
        Kim: /cancel
        Kim < #cancel-project
        Kim [#button-drop]
        Kim < #project-dropped
        Alex < #project-dropped-founder
        Kim no [#button-accept]
        Alex: /lead 1
        Alex < #lead-head | #lead-reason-client
    """)


async def test_an_expired_quote_cannot_be_accepted_but_a_person_is_called(shop: Stage, clock: MovableClock) -> None:
    await to_quote(shop)
    accept = await shop.button("Kim", "#button-accept")
    clock.forward(days=31)
    await shop.press("Kim", accept)
    await shop.play("""
        Kim ! #notice-expired
        Kim < #quote-expired
        Alex < #hand-off-card | #hand-off-reason-discuss
        Kim - #accepted
    """)


async def _closed_projects(stage: Stage, count: int) -> None:
    """As many projects took what was estimated; all quotes of the past stand in for them."""

    def close(tx: Transaction) -> None:
        [quote] = tx.quotes.of_lead(1)
        client = tx.leads.find(1).client_id
        for _ in range(count):
            lead = tx.leads.add(client, "en", None)
            past = tx.quotes.add(replace(quote, lead_id=lead.id, state=Approval.ACCEPTED))
            tx.quotes.record_outcome(past.id, quote.days[1])

    await stage.bot.steps.run(close)


@pytest.mark.parametrize(("closed", "meaning"), [(11, "early"), (12, "proven")])
async def test_eight_in_ten_is_claimed_only_with_twelve_closed_projects(shop: Stage, closed: int, meaning: str) -> None:
    await to_quote(shop)
    await _closed_projects(shop, closed)
    await shop.newcomer("Nora")
    await shop.play(f"""
        Nora: I need a landing page with a booking form for my yoga school, with SMS reminders.
        Nora [#button-draft]
        Alex < #card-title | Nora
        Alex [#button-approve]
        Nora <pdf #quote-price | #quote-means-{meaning}
    """)
    assert ("8 in 10" in words(shop.players["Nora"].last)) is (meaning == "proven")


@pytest.mark.parametrize(("more", "answer"), [("谢谢，我们周末也营业", "谢谢"), ("还要会员积分", "#change-noted")])
async def test_the_project_keeps_the_title_of_its_quote_whatever_the_client_says_afterwards(
    shop: Stage, more: str, answer: str
) -> None:
    await shop.play("""
        Lin: 我们餐厅想做一个点餐小程序，顾客扫码点菜，在线付款
        Lin [#button-draft]
        Alex < #card-title | #card-price
        Alex [#button-approve]
        Lin <photo #quote-map
    """)
    quote = (await shop.bot.steps.run(lambda tx: tx.quotes.of_lead(1)))[-1]
    title = quote.mind_map.title.client
    await shop.play(f"Lin < #quote-price\nLin: {more}\nLin < {answer}")
    await shop.play(f"Alex: /lead 1\nAlex < #lead-head | {title}\nLin: /status\nLin < #status-quoted | {title}")
