"""Who is taken for whom: other bots, channels, anonymous administrators, forwards, what no person has written."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import Telegram, a_message

from chatbot.telegram_ui.intake import store_updates
from chatbot.use_cases.incoming import Heard

GROUP = {"id": -100, "type": "supergroup", "title": "The team"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
CHANNEL = {"id": -300, "type": "channel", "title": "News"}
COMMAND = [{"type": "bot_command", "offset": 0, "length": 5}]
LIN = {"id": 5, "is_bot": False, "first_name": "Lin"}
PRESS = {"id": "9", "chat_instance": "1", "data": "token"}


async def arrive(telegram: Telegram, *updates: dict[str, Any]) -> None:
    """These updates come in and are handled."""
    await telegram.steps.run(store_updates, updates, None)
    telegram.side._dispatcher.lanes.wake()
    await telegram.settled()


def a_message_of(sender: dict[str, Any], update_id: int = 1, **body: Any) -> dict[str, Any]:
    update = a_message(update_id, sender["id"], "/paid 1 20000")
    update["message"] |= {"from": sender, "entities": COMMAND, **body}
    return update


@pytest.mark.parametrize(
    "update",
    [
        a_message_of({**LIN, "is_bot": True}),
        a_message_of({**LIN, "is_bot": True}, chat=GROUP),
        a_message_of(CHANNEL_BOT, chat=GROUP, sender_chat=CHANNEL),
        a_message_of({"id": 777000, "is_bot": False, "first_name": "Telegram"}, chat=GROUP, is_automatic_forward=True),
        {"update_id": 1, "channel_post": a_message(1, -300, "/paid 1 20000")["message"] | {"chat": CHANNEL}},
        {"update_id": 1, "business_message": a_message(1, 5, "/paid 1 20000")["message"]},
        {"update_id": 1, "callback_query": {**PRESS, "from": LIN, "inline_message_id": "8"}},
        {"update_id": 1, "inline_query": {"id": "8", "from": LIN, "query": "/paid", "offset": ""}},
    ],
    ids=["bot", "bot in a group", "channel", "linked channel", "channel post", "business", "inline press", "inline"],
)
async def test_what_no_person_sends_to_the_bot_is_taken_for_nobodys_word(
    telegram: Telegram, update: dict[str, Any]
) -> None:
    await arrive(telegram, update)
    assert (telegram.toys.seen, telegram.toys.commands, telegram.toys.told) == ([], [], [])


async def test_an_anonymous_administrator_is_a_person_of_no_role(telegram: Telegram) -> None:
    """Nobody can tell who it is, so that the use cases see Telegram's stand-in, which no setting names."""
    await arrive(telegram, a_message_of(ANONYMOUS, chat=GROUP, text="hello", entities=[], sender_chat=GROUP))
    [heard] = telegram.toys.seen
    assert isinstance(heard, Heard)
    assert (heard.person.telegram_id, heard.private) == (ANONYMOUS["id"], False)


async def test_a_forwarded_command_is_somebodys_words_and_no_command(telegram: Telegram) -> None:
    """A client could otherwise write /took 1 1 and have the founder forward it."""
    origin = {"type": "user", "date": 1_700_000_000, "sender_user": {**LIN, "id": 6}}
    await arrive(telegram, a_message_of(LIN, forward_origin=origin))
    assert telegram.toys.commands == []
    assert [(one.text, one.forwarded) for one in telegram.toys.seen if isinstance(one, Heard)] == [
        ("/paid 1 20000", True)
    ]


async def test_a_contact_that_somebody_shares_names_nobody(telegram: Telegram) -> None:
    """The sender is who sent it; the person on the card is words."""
    card = {"phone_number": "+331", "first_name": "Alex", "user_id": 900}
    await arrive(telegram, a_message_of(LIN, text=None, entities=None, contact=card))
    [heard] = telegram.toys.seen
    assert isinstance(heard, Heard)
    assert (heard.person.telegram_id, heard.kind, heard.text) == (LIN["id"], "contact", "")


async def test_what_is_written_by_an_inline_bot_is_its_senders(telegram: Telegram) -> None:
    await arrive(telegram, a_message_of(LIN, via_bot={"id": 44, "is_bot": True, "first_name": "gif"}))
    assert telegram.toys.commands == [("paid", "1 20000")]


async def test_a_press_under_a_forwarded_message_is_its_pressers(telegram: Telegram) -> None:
    """Telegram takes such buttons off; where one comes all the same, the presser counts and not the first reader."""
    below = a_message(1, -100, "a card")["message"] | {"chat": GROUP, "from": ANONYMOUS}
    press = {"update_id": 1, "callback_query": {**PRESS, "from": LIN, "message": below}}
    await arrive(telegram, press)
    [pressed] = telegram.toys.seen
    assert not isinstance(pressed, Heard)
    assert (pressed.person.telegram_id, pressed.chat_id) == (LIN["id"], -100)
