"""/forget, /mydata and retention, as everybody concerned lives through them; and what is left in the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes import MovableClock, a_message
from faults.trouble import transcript_of
from journeys.scenes import CLINIC, referred, to_agreement, to_card, to_quote
from journeys.transcript import Open, Stage
from sqlalchemy import Connection, select

from chatbot.database.backup import backup
from chatbot.database.queue_tables import inbox
from chatbot.database.sealing import SHOP
from chatbot.database.tables import contact_keys
from chatbot.domain.people import LANGUAGES
from chatbot.telegram_ui.intake import store_updates

METADATA = inbox.metadata
NAME, WORDS = "Plantagenia", "a zebrawood violin atelier"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_asks_is_asked_once_and_forgotten(shop: Stage, language: str) -> None:
    await shop.newcomer("Noor", language)
    await shop.play("""
        Noor start
        Noor < #greeting
        Noor: /mydata
        Noor <document #mydata-here
        Noor: /forget
        Noor < #forget-ask | #forget-stays-number | #forget-chats
        Noor [#forget-button-no]
        Noor < #forget-kept
        Noor: /forget
        Noor < #forget-ask
        Noor [#forget-button-yes]
        Noor ! #forget-notice
        Noor < #forget-done | #forget-stays-number | #forget-again
        Noor: /status
        Noor < #greeting-stored
        Noor < #status-none
        Alex - #forgotten-founder
    """)


async def test_the_question_has_no_buttons_left_and_a_second_press_is_told_that_it_no_longer_works(shop: Stage) -> None:
    await shop.play("Kim start\nKim < #greeting\nKim: /forget\nKim < #forget-ask")
    yes = await shop.button("Kim", "#forget-button-yes")
    await shop.press("Kim", yes)
    await shop.play("Kim < #forget-done\nKim no [#forget-button-yes]\nKim no [#forget-button-no]")
    await shop.press("Kim", yes)
    await shop.play("Kim ! #refused-button-unknown\nKim: hello\nKim < #greeting-stored")
    await shop.press("Kim", yes)  # now as somebody who has come back
    await shop.play("Kim ! #refused-button-unknown")


async def test_what_is_written_right_after_the_press_is_read_as_somebody_elses(shop: Stage) -> None:
    await shop.play("Kim start\nKim < #greeting\nKim: /forget\nKim < #forget-ask")
    number, token = await shop.button("Kim", "#forget-button-yes")
    kim = shop.players["Kim"].id
    person = {"id": kim, "is_bot": False, "first_name": "Kim", "language_code": "en"}
    question = a_message(0, kim, "?")["message"] | {"message_id": number}
    press = {"id": "1", "from": person, "chat_instance": "1", "data": token, "message": question}
    words = a_message(900_002, kim, "A new one: a shop for tea")
    words["message"]["from"] = person
    batch = [{"update_id": 900_001, "callback_query": press}, words]
    await shop.bot.steps.run(store_updates, batch, None)
    shop.bot.side._dispatcher.lanes.wake()
    await shop.play("Kim < #forget-done\nKim < #greeting-stored\nKim < shop")
    assert await transcript_of(shop, "Kim") == ["A new one: a shop for tea"]


async def test_a_quote_under_way_is_nobodys_any_more(shop: Stage) -> None:
    await to_card(shop)
    approve = await shop.button("Alex", "#button-approve")
    await shop.play("""
        Kim: /forget
        Kim < #forget-ask
        Kim [#forget-button-yes]
        Kim < #forget-done
        Alex < #forgotten-card
        Alex < #forgotten-founder | (lead 1)
    """)
    await shop.press("Alex", approve)
    await shop.play("""
        Alex ! #refused-forgotten
        Kim - #quote-map
        Alex: /lead 1
        Alex < #name-forgotten-client
    """)


async def test_what_was_agreed_stays_and_the_topic_is_closed(open_shop: Open) -> None:
    stage = await open_shop(grouped=True, team=True)
    await referred(stage)
    await to_quote(stage)
    await stage.play("Kim [#button-accept]\nKim < #hand-off-accepted")
    await stage.enter_topic("Kim", "Tim")
    await stage.play("""
        Tim@Kim < #hand-off-card
        Kim: /forget
        Kim < #forget-ask | #forget-stays-agreed | (project 1)
        Kim [#forget-button-yes]
        Kim < #forget-done | #forget-stays-agreed
        Tim@Kim < #hand-off-forgotten
        Alex < #forgotten-founder | #forgotten-founder-agreed
        Alex - #hand-off-forgotten
        Marie - #referral-news-lost
        Alex: /leads
        Alex < #name-forgotten-client
    """)
    group = stage.bot.shop.team_chat_id
    assert group is not None
    assert [topic.closed for topic in stage.world.chats[group].topics.values()] == [True]


async def test_without_a_group_the_founder_hears_it_once(shop: Stage) -> None:
    await to_agreement(shop)
    await shop.play("""
        Kim: /forget
        Kim [#forget-button-yes]
        Kim < #forget-done
        Alex < #forgotten-founder | #forgotten-founder-agreed
        Alex - #hand-off-forgotten
    """)


async def test_the_file_is_whole_and_opens_as_json(shop: Stage) -> None:
    await to_quote(shop)
    await shop.play("Kim: /mydata\nKim <document #mydata-here")
    data = json.loads(await shop.people.file(shop.players["Kim"].last))
    assert CLINIC in [line["text"] for line in data["conversation"]]
    assert [quote["sent_to_you"] for quote in data["projects"][0]["quotes"]] == [True]
    await shop.play("Kim: /mydata\nKim < #mydata-just-now")


# ---- what is left -------------------------------------------------------------------------------------------------


async def test_of_somebody_forgotten_nothing_is_left_in_database_or_backup(
    open_shop: Open, tmp_path: Path, clock: MovableClock
) -> None:
    """In the log neither: see test_log_journey.py."""
    stage = await open_shop(grouped=True)
    await stage.newcomer(NAME)
    person = stage.players[NAME].id
    await stage.play(f"{NAME} start\n{NAME} < #greeting\n{NAME}: /refer\n{NAME} <photo #refer-intro")
    await stage.play(f"{NAME}: {WORDS}, with a booking form\n{NAME} < booking form\n{NAME}: /human")
    await stage.play(f"{NAME} < #hand-off-asked\n{NAME}: /mydata\n{NAME} <document #mydata-here")
    wrapped = await stage.bot.store.run(_key_of, person)
    await stage.play(f"{NAME}: /forget\n{NAME} [#forget-button-yes]\n{NAME} < #forget-done")
    await stage.settled()
    clock.forward(minutes=2)
    stage.bot.worker.wake()
    await stage.settled()
    assert await stage.bot.store.run(_plain_traces, person) == []
    await backup(stage.bot.store, tmp_path / "copy.db")
    files = contents(tmp_path)
    assert {"bot.db", "bot.db-wal", "copy.db"} <= files.keys()
    for hidden in (wrapped, NAME.encode(), WORDS.encode()):
        assert [name for name, content in files.items() if hidden in content] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def _key_of(connection: Connection, person: int) -> bytes:
    query = select(contact_keys.c.wrapped).where(contact_keys.c.telegram_id == person)
    return bytes(connection.execute(query).scalar_one())


def _plain_traces(connection: Connection, person: int) -> list[str]:
    """The columns, of all tables, in which the person's Telegram id stands."""
    assert person > SHOP
    found = []
    for table in METADATA.sorted_tables:
        for column in table.columns:
            values = connection.execute(select(column)).scalars().all()
            if any(isinstance(value, (int, str)) and str(person) in str(value) for value in values):
                found.append(str(column))
    return found
