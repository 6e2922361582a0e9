"""Referrals: the link, who counts as brought by whom, and what a friend hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, Bench

from chatbot.domain.codes import read_start_payload
from chatbot.domain.lead_flow import Stage
from chatbot.domain.money import Money
from chatbot.domain.people import LANGUAGES
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.referrals.referral_news import NEWS, tell_referrer

OTHER_FRIEND = 602


async def link_of(bench: Bench, person: int) -> str:
    await bench.command(person, "refer")
    picture = bench.told[person][-2].attachment
    assert picture is not None
    return str(picture.data["link"])


async def payload_of(bench: Bench, person: int) -> str:
    return (await link_of(bench, person)).split("start=")[1]


async def test_the_link_comes_with_a_picture_a_share_button_and_a_text_to_forward(bench: Bench) -> None:
    await bench.meet(FRIEND, "Marie Petit")
    link = await link_of(bench, FRIEND)
    intro, forward = bench.told[FRIEND][-2:]
    assert link.startswith("https://t.me/the_shop_bot?start=r_")
    assert read_start_payload(link.split("start=")[1])
    assert intro.attachment is not None
    assert intro.attachment.kind == "qr"
    assert intro.buttons["Share the link"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F")
    assert link in forward.text
    assert await link_of(bench, FRIEND) == link


async def test_a_code_that_somebody_has_is_not_given_twice(bench: Bench) -> None:
    await bench.meet(FRIEND, "Marie Petit")
    await bench.meet(OTHER_FRIEND, "Juan")
    first = await link_of(bench, FRIEND)
    bench.steps._random_bytes.count -= 3  # the same bytes come once more
    assert await link_of(bench, OTHER_FRIEND) != first


async def test_a_brought_client_is_told_the_terms_and_the_friend_gets_a_receipt(referred: Bench) -> None:
    greeting = referred.last(CLIENT)
    assert "Marie brought you" in greeting
    assert "price stays the same" in greeting
    assert "Keep it private" in referred.told[CLIENT][-1].buttons
    receipt = referred.last(FRIEND)
    assert "5 %" in receipt
    assert "2 March 2027" in receipt
    assert "Lin" not in receipt


async def test_the_first_code_wins(referred: Bench) -> None:
    await referred.meet(OTHER_FRIEND, "Juan")
    payload = await payload_of(referred, OTHER_FRIEND)
    (answer,) = await referred.command(CLIENT, "start", payload)
    assert "Marie's link" in answer
    (again,) = await referred.command(CLIENT, "start", await payload_of(referred, FRIEND))
    assert "already" in again
    assert "opened your link" not in referred.all_told(OTHER_FRIEND)
    assert referred.all_told(FRIEND).count("has opened your link") == 1


async def test_ones_own_code_an_unknown_one_and_an_old_client_change_nothing(bench: Bench) -> None:
    await bench.meet(FRIEND, "Marie Petit")
    payload = await payload_of(bench, FRIEND)
    assert "your own link" in (await bench.command(FRIEND, "start", payload))[0]
    await bench.meet(CLIENT, "Lin Wei", payload="r_zzzzzzzz")
    assert "don't know that link" in bench.last(CLIENT)
    await bench.lead()
    assert "before this link" in (await bench.command(CLIENT, "start", payload))[0]
    assert await bench.do(lambda tx: tx.referrals.of_client(tx.contacts.by_telegram(CLIENT).id)) is None


async def test_the_rate_is_locked_when_the_referral_is_made(referred: Bench) -> None:
    referred.steps._shop = replace(referred.steps._shop, commission_bp=1250)
    lead = await referred.lead(Stage.WON)
    await referred.command(FOUNDER, "paid", f"{lead.id} 1000")
    await referred.press(FOUNDER, "Book")
    assert "CN¥50" in referred.last(FRIEND)
    await referred.command(FRIEND, "earnings")
    assert "12.5 %" in referred.last(FRIEND)


@pytest.mark.parametrize("what", sorted(NEWS))
async def test_a_friend_hears_each_news_once(referred: Bench, what: str) -> None:
    lead = await referred.lead()

    def tell(tx: Transaction) -> None:
        tell_referrer(tx, lead, what, commission=Money.of(7, "CNY"))

    before = len(referred.told[FRIEND])
    await referred.do(tell)
    await referred.do(tell)
    assert len(referred.told[FRIEND]) == before + 1
    assert "Lin" in referred.last(FRIEND)


@pytest.mark.parametrize("what", sorted(NEWS))
async def test_kept_private_only_the_friends_own_money_is_told_and_nobody_named(referred: Bench, what: str) -> None:
    await referred.press(CLIENT, "Keep it private")
    lead, before = await referred.lead(), len(referred.told[FRIEND])
    await referred.do(lambda tx: tell_referrer(tx, lead, what, commission=Money.of(7, "CNY")))
    news = [told.text for told in referred.told[FRIEND][before:]]
    assert len(news) == (what in ("paid", "refunded"))
    assert "Lin" not in "".join(news)


async def test_news_wait_for_the_friends_morning(referred: Bench) -> None:
    lead, before = await referred.lead(), len(referred.told[FRIEND])
    referred.clock.forward(hours=9)  # 23:00
    await referred.do(lambda tx: tell_referrer(tx, lead, "quoted"))
    assert len(referred.told[FRIEND]) == before
    referred.clock.forward(hours=9)
    await referred.deliver()
    assert "price range" in referred.last(FRIEND)


async def test_the_friends_list_follows_each_client_and_respects_privacy(referred: Bench) -> None:
    (opened,) = await referred.command(FRIEND, "referrals")
    assert "Lin: opened your link" in opened
    await referred.lead(Stage.QUOTED)
    assert "Lin: has our quote" in (await referred.command(FRIEND, "referrals"))[0]
    assert await referred.press(CLIENT, "Keep it private") == "Kept private"
    (hidden,) = await referred.command(FRIEND, "referrals")
    assert "kept private" in hidden
    assert "quote" not in hidden
    assert await referred.press(CLIENT, "Share progress again") == "Shared again"
    assert "Lin: has our quote" in (await referred.command(FRIEND, "referrals"))[0]


async def test_nobody_else_can_press_the_privacy_button(referred: Bench) -> None:
    await referred.press(FRIEND, "Keep it private", of=CLIENT)
    referral = await referred.do(lambda tx: tx.referrals.of_client(tx.contacts.by_telegram(CLIENT).id))
    assert not referral.private


async def test_earnings_list_each_entry_newest_first_under_the_balance(referred: Bench) -> None:
    assert "not earned anything" in (await referred.command(FRIEND, "earnings"))[0]
    lead = await referred.lead(Stage.WON)
    for command, words in (("paid", "20000"), ("refund", "5000 design was dropped")):
        await referred.command(FOUNDER, command, f"{lead.id} {words}")
        await referred.press(FOUNDER, "Book")
    (earnings,) = await referred.command(FRIEND, "earnings")
    assert "You have earned CN¥750" in earnings
    assert earnings.index("−CN¥250") < earnings.index("+CN¥1,000")
    assert "20,000" not in earnings


async def test_a_long_list_is_cut_with_the_number_of_the_rest(bench: Bench) -> None:
    await bench.meet(FRIEND, "Marie Petit")
    assert "not brought us anybody" in (await bench.command(FRIEND, "referrals"))[0]

    def bring(tx: Transaction) -> None:
        friend = tx.contacts.by_telegram(FRIEND)
        assert friend is not None
        for number in range(33):
            client = tx.contacts.add(7000 + number, f"Client{number} Long", "", "en")
            tx.referrals.add(friend.id, client.id, 500, tx.now + timedelta(days=9))

    await bench.do(bring)
    (listed,) = await bench.command(FRIEND, "referrals")
    assert "33 clients" in listed
    assert listed.count("opened your link") == 30
    assert "and 3 more" in listed


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_sentence_of_a_referral_stands_in_every_language(bench: Bench, language: str) -> None:
    await bench.meet(FRIEND, "Marie Petit", language)
    await bench.meet(CLIENT, "Lin Wei", language, await payload_of(bench, FRIEND))
    await bench.command(FRIEND, "start", await payload_of(bench, FRIEND))
    await bench.command(CLIENT, "start", await payload_of(bench, FRIEND))
    for stage in Stage:
        await bench.lead(stage)
        assert "Lin" in (await bench.command(FRIEND, "referrals"))[0]
    for what in NEWS:
        lead = await bench.lead()
        await bench.do(lambda tx, lead=lead, what=what: tell_referrer(tx, lead, what, commission=Money.of(7, "CNY")))
        assert "Lin" in bench.last(FRIEND)


async def test_a_clients_next_project_does_not_set_them_back_in_the_friends_eyes(referred: Bench) -> None:
    await referred.lead(Stage.QUOTED, client=CLIENT)
    await referred.lead(Stage.LISTENING, client=CLIENT)
    (listed,) = await referred.command(FRIEND, "referrals")
    assert "has our quote" in listed
    assert "and 1 more project" in listed
    assert "more projects" not in listed
