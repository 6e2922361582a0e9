"""The commands that Telegram offers in its menu, by role and language, and how the bot describes itself."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.constants import BotDescriptionLimit
from telegram.error import BadRequest, Forbidden, RetryAfter

from chatbot.domain.people import LANGUAGES, Role
from chatbot.telegram_ui.bot import Bot
from chatbot.telegram_ui.patience import until_done
from chatbot.telegram_ui.refusals import fixed_words
from chatbot.texts.speak import Texts
from chatbot.use_cases.replies import Menu, Phrase

_log = logging.getLogger(__name__)

_RANK = {Role.PERSON: 0, Role.TEAM: 1, Role.FOUNDER: 2}


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command, the least role that it is shown to, and whether it is of use in the team's group."""

    name: str
    role: Role
    in_group: bool = False


@dataclass(frozen=True, slots=True)
class Audience:
    """Whose menus differ from everybody's."""

    founder_ids: tuple[int, ...] = ()
    team_ids: tuple[int, ...] = ()
    team_chat_id: int | None = None


async def register(
    bot: Bot,
    texts: Texts,
    table: Sequence[CommandEntry],
    audience: Audience,
    shop_name: str,
    languages: Sequence[str] = LANGUAGES,
) -> None:
    """Tell Telegram; the first language is the one for people whose own we lack.

    A founder or team member who has not pressed Start yet cannot have a menu: that is logged, not fatal.
    """
    for scope, entries in _menus(table, audience):
        for language, code in _codes(languages):
            await _tried(_menu(bot, texts, entries, scope, language, code), "a menu")
    for language, code in _codes(languages):
        await _describe(bot, texts, shop_name, language, code)


class ChatMenus:
    """The menu of one chat, for whom what was registered at the start does not fit (any more)."""

    def __init__(self, bot: Bot, texts: Texts, table: Sequence[CommandEntry]) -> None:
        self._bot = bot
        self._texts = texts
        self._table = table

    async def offer(self, chat_id: int, language: str, menu: Menu) -> None:
        """Set it. Where Telegram will not, that is logged: no message of the chat waits for a menu."""
        entries, scope = _for(self._table, Role(menu.role)), BotCommandScopeChat(chat_id)
        try:
            for one, code in _codes(LANGUAGES):
                await _menu(self._bot, self._texts, entries, scope, language if menu.chosen else one, code)()
        except (BadRequest, Forbidden, RetryAfter) as error:
            _log.warning("the menu of a chat could not be set: %s", fixed_words(error))


def _menu(
    bot: Bot,
    texts: Texts,
    entries: Sequence[CommandEntry],
    scope: BotCommandScope,
    language: str,
    code: str | None,
) -> Callable[[], Awaitable[bool]]:
    if not entries:
        return lambda: bot.delete_my_commands(scope, code)
    commands = [BotCommand(entry.name, texts.say(language, Phrase(f"command-{entry.name}"))) for entry in entries]
    return lambda: bot.set_my_commands(commands, scope, code)


async def _describe(bot: Bot, texts: Texts, shop_name: str, language: str, code: str | None) -> None:
    args = {"shop": shop_name}
    long = texts.say(language, Phrase("bot-description", args))[: int(BotDescriptionLimit.MAX_DESCRIPTION_LENGTH)]
    short = texts.say(language, Phrase("bot-short-description", args))
    short = short[: int(BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH)]
    await _tried(lambda: bot.set_my_description(long, code), "the description")
    await _tried(lambda: bot.set_my_short_description(short, code), "the short description")


def _menus(
    table: Sequence[CommandEntry], audience: Audience
) -> Iterable[tuple[BotCommandScope, Sequence[CommandEntry]]]:
    yield BotCommandScopeDefault(), ()
    yield BotCommandScopeAllPrivateChats(), _for(table, Role.PERSON)
    for telegram_id in audience.team_ids:
        if telegram_id not in audience.founder_ids:
            yield BotCommandScopeChat(telegram_id), _for(table, Role.TEAM)
    for telegram_id in audience.founder_ids:
        yield BotCommandScopeChat(telegram_id), _for(table, Role.FOUNDER)
    if audience.team_chat_id is not None:
        yield BotCommandScopeChat(audience.team_chat_id), [entry for entry in table if entry.in_group]


def _for(table: Sequence[CommandEntry], role: Role) -> list[CommandEntry]:
    return [entry for entry in table if _RANK[entry.role] <= _RANK[role]]


def _codes(languages: Sequence[str]) -> list[tuple[str, str | None]]:
    return [(languages[0], None), *((language, language) for language in languages)]


async def _tried(call: Callable[[], Awaitable[bool]], what: str) -> None:
    """Telegram limits these calls sharply, and may be away: nobody waits for a menu, so that this can."""
    try:
        await until_done(call, f"{what} is late", hopeless=(BadRequest, Forbidden))
    except (BadRequest, Forbidden) as error:
        _log.warning("%s: %s; a person who has not pressed Start has no menu yet", what, fixed_words(error))
