"""The trial: offered, accepted, paid, and then credited to the price or given back with an honest word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, SECOND_FOUNDER, TEAM, Bench

from chatbot.domain.approval import Approval
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import LANGUAGES
from chatbot.use_cases.bookings.balances import deposit, earned, received
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.quotes import founder_card
from chatbot.use_cases.replies import Phrase


async def reviewed(bench: Bench) -> Lead:
    """A lead whose card stands before the founders."""
    lead = await bench.lead(Stage.REVIEWING)
    quote = await bench.quote(lead)
    await bench.do(lambda tx: founder_card.send(tx, lead, quote))
    return lead


async def offered(bench: Bench) -> Lead:
    lead = await reviewed(bench)
    await bench.press(FOUNDER, "Trial")
    await bench.press(FOUNDER, "Offer")
    return await bench.find(lead)


async def paid(bench: Bench, amount: int = 2000) -> Lead:
    lead = await offered(bench)
    await bench.press(CLIENT, "Accept the trial")
    await bench.command(FOUNDER, "paid", f"{lead.id} {amount}")
    await bench.press(FOUNDER, "Book")
    return await bench.find(lead)


async def sums(bench: Bench, lead: Lead) -> tuple[int, int, int]:
    """Deposit held, received towards the price, and the friend's earnings, in fen."""

    def read(tx: Transaction) -> tuple[int, int, int]:
        friend = tx.contacts.by_telegram(FRIEND)
        assert friend is not None
        return deposit(tx, lead.id).minor, received(tx, lead.id).minor, earned(tx, friend.id).minor

    return await bench.do(read)


async def test_nothing_is_offered_until_the_founder_confirms(referred: Bench) -> None:
    lead = await reviewed(referred)
    before = len(referred.told[CLIENT])
    await referred.press(FOUNDER, "Trial")
    assert "2,000" in referred.last(FOUNDER)
    assert len(referred.told[CLIENT]) == before
    await referred.press(FOUNDER, "Cancel")
    assert (await referred.find(lead)).stage is Stage.REVIEWING


async def test_the_client_hears_what_a_trial_is_and_what_becomes_of_the_money(referred: Bench) -> None:
    lead = await offered(referred)
    assert lead.stage is Stage.TRIAL_OFFERED
    offer = referred.last(CLIENT)
    assert "CN¥2,000" in offer
    assert "counts towards its price" in offer
    assert "back in full" in offer
    assert list(referred.told[CLIENT][-1].buttons) == ["Accept the trial", "No thanks", "Talk to a person"]


async def test_an_offer_is_made_once_whoever_presses(referred: Bench) -> None:
    await referred.meet(SECOND_FOUNDER, "Kim")
    await referred.meet(TEAM, "Sam")
    lead = await reviewed(referred)
    await referred.press(FOUNDER, "Trial")
    confirm = next(token for name, token in referred.told[FOUNDER][-1].buttons.items() if name == "Offer")
    await referred.press_token(FOUNDER, confirm)
    heard = len(referred.told[CLIENT])
    await referred.press_token(SECOND_FOUNDER, confirm)
    await referred.press_token(TEAM, confirm)
    assert len(referred.told[CLIENT]) == heard
    assert (await referred.find(lead)).stage is Stage.TRIAL_OFFERED


async def test_accepting_tells_the_founders_how_to_book_the_deposit(referred: Bench) -> None:
    lead = await offered(referred)
    await referred.press(FRIEND, "Accept the trial", of=CLIENT)
    assert (await referred.find(lead)).stage is Stage.TRIAL_OFFERED
    await referred.press(CLIENT, "Accept the trial")
    assert (await referred.find(lead)).stage is Stage.TRIAL_AGREED
    assert f"/paid {lead.id} 2000" in referred.last(FOUNDER)


async def test_a_client_may_say_no_and_later_yes(referred: Bench) -> None:
    lead = await offered(referred)
    await referred.press(CLIENT, "No thanks")
    assert (await referred.find(lead)).stage is Stage.PAUSED
    assert "rather not" in referred.last(FOUNDER)
    await referred.press(CLIENT, "Accept the trial")
    assert (await referred.find(lead)).stage is Stage.TRIAL_AGREED


async def test_a_deposit_earns_no_commission_until_it_is_credited(referred: Bench) -> None:
    lead = await paid(referred)
    assert lead.stage is Stage.TRIAL_PAID
    assert await sums(referred, lead) == (200_000, 0, 0)
    assert "commission" not in referred.last(FRIEND).lower()
    assert "has arrived" in referred.last(CLIENT)
    await referred.press(FOUNDER, "Feasible")
    assert (await referred.find(lead)).stage is Stage.DRAFTING
    assert await sums(referred, lead) == (0, 200_000, 10_000)
    assert "CN¥100" in referred.last(FRIEND)
    assert "counts towards the price" in referred.all_told(CLIENT)
    jobs = await referred.do(lambda tx: [job.key for job in tx.jobs.claim(10, 60)])
    assert f"draft:{lead.id}" in jobs


async def test_a_trial_is_decided_once(referred: Bench) -> None:
    lead = await paid(referred)
    buttons = next(told.buttons for told in reversed(referred.told[FOUNDER]) if "✅ Feasible" in told.buttons)
    await referred.press_token(FOUNDER, buttons["✅ Feasible"])
    assert "decided already" in await referred.press_token(FOUNDER, buttons["✅ Feasible"])
    assert "decided already" in await referred.press_token(FOUNDER, buttons["Not feasible"])
    assert await sums(referred, lead) == (0, 200_000, 10_000)


async def test_not_feasible_gives_the_deposit_back_with_the_founders_reason(referred: Bench) -> None:
    lead = await paid(referred)
    await referred.press(FOUNDER, "Not feasible")
    assert (await referred.find(lead)).stage is Stage.TRIAL_PAID
    await referred.say(FOUNDER, "The platform forbids <such> access.")
    after = await referred.find(lead)
    assert (after.stage, after.closing_reason) == (Stage.LOST, "The platform forbids <such> access.")
    assert await sums(referred, lead) == (0, 0, 0)
    assert "The platform forbids <such> access." in referred.last(CLIENT)
    assert "CN¥2,000" in referred.last(CLIENT)
    assert "not doing this project" in referred.last(FRIEND)


async def test_an_empty_reason_is_asked_for_again(referred: Bench) -> None:
    lead = await paid(referred)
    await referred.press(FOUNDER, "Not feasible")
    (answer,) = await referred.say(FOUNDER, "   ")
    assert "reason" in answer
    await referred.say(FOUNDER, "It cannot be reached.")
    assert (await referred.find(lead)).stage is Stage.LOST


async def test_a_deposit_refunded_early_is_neither_credited_nor_refunded_again(referred: Bench) -> None:
    lead = await paid(referred)
    await referred.command(FOUNDER, "refund", f"{lead.id} 2000 changed their mind")
    await referred.press(FOUNDER, "Book")
    assert await sums(referred, lead) == (0, 0, 0)
    await referred.press(FOUNDER, "Feasible")
    assert await sums(referred, lead) == (0, 0, 0)
    assert (await referred.find(lead)).stage is Stage.DRAFTING


async def test_a_refund_after_the_credit_takes_the_commission_back(referred: Bench) -> None:
    lead = await paid(referred)
    await referred.press(FOUNDER, "Feasible")
    await referred.command(FOUNDER, "refund", f"{lead.id} 2000 we part as friends")
    await referred.press(FOUNDER, "Book")
    assert await sums(referred, lead) == (0, 0, 0)


async def test_a_lead_has_one_trial(referred: Bench) -> None:
    lead = await paid(referred)
    await referred.press(FOUNDER, "Feasible")

    def review_again(tx: Transaction) -> None:
        tx.leads.save(replace(tx.leads.find(lead.id), stage=Stage.REVIEWING))

    await referred.do(review_again)
    quote = await referred.quote(lead)
    now = await referred.find(lead)
    await referred.do(lambda tx: founder_card.send(tx, now, quote))
    assert "had its trial" in await referred.press(FOUNDER, "Trial")


async def test_an_old_cards_trial_button_says_which_version_replaced_it(referred: Bench) -> None:
    lead = await reviewed(referred)
    (old,) = await referred.do(lambda tx: tx.quotes.of_lead(lead.id))
    await referred.do(lambda tx: tx.quotes.save(replace(old, state=Approval.SUPERSEDED)))
    await referred.quote(lead)
    assert "version 2" in await referred.press(FOUNDER, "Trial")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_trial_is_told_in_every_language(bench: Bench, language: str) -> None:
    await bench.meet(CLIENT, "Lin Wei", language)
    lead = await offered(bench)
    for label in ("trial-button-refuse", "trial-button-accept"):
        token = await _token(bench, CLIENT, language, label)
        await bench.press_token(CLIENT, token)
    await bench.command(FOUNDER, "paid", f"{lead.id} 2000")
    await bench.press(FOUNDER, "Book")
    await bench.press(FOUNDER, "Not feasible")
    await bench.say(FOUNDER, "Too hard.")
    assert "Too hard." in bench.last(CLIENT)
    assert (await bench.find(lead)).stage is Stage.LOST


async def _token(bench: Bench, person: int, language: str, text: str) -> str:
    label = bench.texts.say(language, Phrase(text))
    return next(told.buttons[label] for told in reversed(bench.told[person]) if label in told.buttons)
