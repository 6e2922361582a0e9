"""What anybody may ask for at any time: every command, in all four languages, and the menus that offer them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from journeys.scenes import CLINIC, to_card, to_quote
from journeys.transcript import Open, Stage

from chatbot.domain.people import LANGUAGES

CLIENTS = ["start", "help", "new", "human", "language", "privacy", "mydata", "forget", "cancel", "id", "status"]
FRIENDS = ["refer", "referrals", "earnings"]
DECIDING = ["pipeline", "aside", "won", "lost", "paid", "refund", "took"]
ANSWERING = ["lead", "leads", "back"]
EVERY_COMMAND = """
    Noor start
    Noor < #greeting | Lantern Software
    Noor: /help
    Noor < #help-client
    Noor: /status
    Noor < #status-none
    Noor: /cancel
    Noor < #nothing-to-cancel
    Noor: /new
    Noor < #new-project
    Noor: /status
    Noor < #status-listening
    Noor: /language
    Noor < #language-which
    Noor: /privacy
    Noor < #privacy
    Noor: /id
    Noor < #id-person | {id}
    Noor: /cancel
    Noor < #cancel-project
    Noor [#button-keep]
    Noor < #project-kept
    Noor: /cancel
    Noor [#button-drop]
    Noor < #project-dropped
    Noor: /refer
    Noor <photo #refer-intro
    Noor: /referrals
    Noor < #referrals-none
    Noor: /earnings
    Noor < #earnings-none
    Noor: /won 1 100
    Noor < #refused-unknown-command
    Noor: /human
    Noor < #hand-off-asked
    Noor: /status
    Noor < #status-with-waiting
"""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_command_of_a_client_answers_in_their_language(shop: Stage, language: str) -> None:
    await shop.newcomer("Noor", language)
    await shop.play(EVERY_COMMAND, id=str(shop.players["Noor"].id))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_founder_and_team_are_helped_in_the_founders_language(open_shop: Open, language: str) -> None:
    stage = await open_shop(founder_language=language, team=True)
    stage.players["Tim"].language = language
    await stage.play("""
        Alex: /start
        Alex < #greeting-founder
        Alex: /help
        Alex < #help-founder | /pipeline | /won
        Alex: /new
        Alex < #new-not-for-crew
        Alex: /human
        Alex < #human-not-for-crew
        Alex: /status
        Alex < #status-crew
        Alex: /back
        Alex < #refused-back-nobody
        Alex: /cancel
        Alex < #nothing-to-cancel
        Alex: /privacy
        Alex < #privacy
        Tim: /start
        Tim < #greeting-team
        Tim: /help
        Tim < #help-team | /back
        Tim: /leads
        Tim < #leads-none
        Tim: /pipeline
        Tim < #refused-unknown-command
    """)


async def test_a_second_project_is_a_lead_of_its_own(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("""
        Kim: /new
        Kim < #new-project
        Kim: A WeChat mini-program to sell flowers with delivery on the same day
        Kim [#button-draft]
        Alex < #card-title | Lead 2 · Kim | #card-price
        Kim: /status
        Kim < #status-reviewing | #status-quoted
        Kim [#button-accept]
        Kim < #accepted | 2026-0001-1
        Alex: /lead 2
        Alex < #lead-head | To be approved
    """)


async def test_a_second_new_project_before_a_word_is_still_the_same_page(shop: Stage) -> None:
    await shop.play("""
        Kim: /new
        Kim < #new-project | no. 1
        Kim: /new
        Kim < #new-project | no. 1
        Alex: /leads
        Alex < #leads-title | Leads: 1
    """)


async def test_a_chosen_language_stays_whatever_the_client_writes(shop: Stage) -> None:
    await shop.play("""
        Kim: /language
        Kim < #language-which
        Kim [#language-fr]
    """)
    shop.players["Kim"].language = "fr"
    await shop.play(f"Kim < #language-set\nKim: {CLINIC}\nKim [#button-draft]\nKim < #review-promised")
    await shop.play(
        "Alex [#button-approve]\nKim <pdf #quote-price | #quote-means-early\nKim: /help\nKim < #help-client"
    )


async def test_the_bot_follows_the_language_that_the_client_writes(shop: Stage) -> None:
    await shop.newcomer("Ana", "en")
    await shop.play("Ana start\nAna < #greeting-next")
    shop.players["Ana"].language = "es"
    await shop.play("""
        Ana: Hola, quiero una web para pedir flores con entrega a domicilio y pago con tarjeta
        Ana [#button-draft]
        Ana < #review-promised
        Ana: /help
        Ana < #help-client
    """)


async def test_an_interface_language_that_we_lack_falls_back_to_english_while_drafts_follow(shop: Stage) -> None:
    await shop.newcomer("Jan", "de")
    await shop.play("Jan start\nJan < Hello Jan, this is Lantern Software\nJan: /help\nJan < I am the assistant of")
    shop.players["Jan"].language = "es"
    await shop.play("""
        Jan: Hola, quiero una web para pedir flores con entrega a domicilio y pago con tarjeta
        Jan [#button-draft]
        Jan < #review-promised
        Alex [#button-approve]
        Jan <photo #quote-map
        Jan <pdf #quote-price | #quote-means-early
        Alex < #card-done-approved
    """)
    languages = [data["font_lang"] for template, data, _ in shop.bot._around.pictures.asked if template == "mind_map"]
    assert languages == ["en", "es"]


async def test_start_after_the_draft_says_where_we_were(shop: Stage) -> None:
    await to_card(shop)
    await shop.play("Kim start\nKim < #greeting-back | no. 1")


@pytest.mark.parametrize("language", [*LANGUAGES, "de"])
async def test_the_menus_offer_by_role_what_the_person_may_do_in_their_language(open_shop: Open, language: str) -> None:
    stage = await open_shop(team=True, grouped=True)
    await stage.newcomer("Noor", language)
    for name in ("Noor", "Tim", "Alex"):
        stage.world.people[stage.players[name].id].language_code = language
    menus = {name: await _menu(stage, name) for name in ("Noor", "Tim", "Alex")}
    client = {*CLIENTS, *FRIENDS}
    assert set(menus["Noor"]) == client
    assert set(menus["Tim"]) == client | {*ANSWERING}
    assert set(menus["Alex"]) == client | {*ANSWERING, *DECIDING}
    ours = _described(language if language in LANGUAGES else "en")
    for menu in menus.values():
        assert menu == {name: ours[name] for name in menu}
    assert set(await _menu(stage, "Alex", stage.bot.shop.team_chat_id)) == {"help", "privacy", "id", "back"}


@pytest.mark.parametrize("name", ["Kim", "Tim", "Alex"])
async def test_whoever_chooses_a_language_has_the_menu_in_it_whatever_their_app_speaks(
    open_shop: Open, name: str
) -> None:
    stage = await open_shop(team=True)
    before = await _menu(stage, name)
    await stage.play(f"{name}: /language\n{name} < #language-which\n{name} [#language-fr]")
    stage.players[name].language = "fr"
    await stage.play(f"{name} < #language-set")
    after = await _menu(stage, name)
    ours = _described("fr")
    assert before != after
    assert after == {command: ours[command] for command in before}


async def _menu(stage: Stage, name: str, chat_id: int | None = None) -> dict[str, str]:
    """What this person's menu offers in this chat, else in private, once all menus are set."""
    person = stage.players[name].id
    await stage.people.start(person)
    await stage.menus_set()
    await stage.settled()
    chats: list[dict[str, Any]] = (await stage.people.state())["chats"]
    shown = next(one for one in chats if one["person_id"] == person and one["chat_id"] == (chat_id or person))
    return {one["command"]: one["description"] for one in shown["commands"]}


def _described(language: str) -> dict[str, str]:
    """Each command as our texts describe it."""
    found: dict[str, str] = {}
    texts = [file for file in (files("chatbot.texts") / language).iterdir() if file.name.endswith(".ftl")]
    for file in texts:
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.id.name.startswith("command-") and entry.value:
                said = "".join(str(one.value) for one in entry.value.elements if isinstance(one, ast.TextElement))
                found[entry.id.name.removeprefix("command-")] = said
    return found
