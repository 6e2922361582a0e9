"""Who speaks in a client's chat: one owner at a time, set by any human message."""

from __future__ import annotations

from enum import StrEnum

from chatbot.domain.errors import IllegalStep


class Speaker(StrEnum):
    """The one who answers the client now."""

    BOT = "bot"
    WAITING = "waiting"  # the bot says who will answer and by when, and collects
    HUMAN = "human"  # the bot is silent until the chat is given back


class Turn(StrEnum):
    """What changes the speaker."""

    HUMAN_ASKED = "human_asked"
    HUMAN_WROTE = "human_wrote"
    GIVEN_BACK = "given_back"


TURNS: dict[Speaker, dict[Turn, Speaker]] = {
    Speaker.BOT: {Turn.HUMAN_ASKED: Speaker.WAITING, Turn.HUMAN_WROTE: Speaker.HUMAN},
    Speaker.WAITING: {
        Turn.HUMAN_ASKED: Speaker.WAITING,
        Turn.HUMAN_WROTE: Speaker.HUMAN,
        Turn.GIVEN_BACK: Speaker.BOT,
    },
    Speaker.HUMAN: {
        Turn.HUMAN_ASKED: Speaker.HUMAN,
        Turn.HUMAN_WROTE: Speaker.HUMAN,
        Turn.GIVEN_BACK: Speaker.BOT,
    },
}


def next_speaker(speaker: Speaker, turn: Turn) -> Speaker:
    """Who speaks after the turn; raises `IllegalStep` where the table has no such line."""
    try:
        return TURNS[speaker][turn]
    except KeyError:
        raise IllegalStep("refused-speaker") from None
