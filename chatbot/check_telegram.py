"""Whether Telegram knows the bot, whether it reaches its people, and whether updates can come."""

from __future__ import annotations

from urllib.parse import urlsplit

from telegram import ChatMemberAdministrator, ChatMemberOwner
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError

from chatbot.findings import Finding
from chatbot.settings import Settings
from chatbot.telegram_ui.bot import Bot

_PORTS = (443, 80, 88, 8443)  # those that Telegram posts to


async def check_bot(bot: Bot) -> list[Finding]:
    """The token, and Telegram itself."""
    about = "TELEGRAM_TOKEN"
    try:
        await bot.initialize()
    except InvalidToken:
        return [Finding(about, False, "it is refused by Telegram; copy it anew from @BotFather")]
    except BadRequest as error:
        return [Finding(about, False, f"Telegram answers {error.message}; check TELEGRAM_API_URL")]
    except NetworkError:
        return [Finding(about, False, "Telegram cannot be reached; check the network and TELEGRAM_API_URL")]
    return [Finding(about, True, f"it belongs to @{bot.username}")]


async def check_chats(bot: Bot, settings: Settings) -> list[Finding]:
    """Founders, team members and the team's group."""
    found = [] if settings.founder_ids else [_no_founder(bot)]
    for name, ids in (("FOUNDER_IDS", settings.founder_ids), ("TEAM_IDS", settings.team_ids)):
        found += [await _person(bot, name, one) for one in ids]
    if settings.team_chat_id is not None:
        found.append(await _group(bot, settings.team_chat_id))
    return found


def _no_founder(bot: Bot) -> Finding:
    how = f"start the bot, send /id to @{bot.username}, and set what it answers"
    return Finding("FOUNDER_IDS", False, f"it is empty, so that nobody can approve a quote; {how}")


async def _person(bot: Bot, name: str, telegram_id: int) -> Finding:
    try:
        chat = await bot.get_chat(telegram_id)
    except (BadRequest, Forbidden):
        how = f"press Start in the chat with @{bot.username}, or correct the number; the bot tells it on /id"
        return Finding(name, False, f"{telegram_id} is not known to the bot: {how}")
    except TelegramError as error:
        return Finding(name, False, f"{telegram_id} could not be checked: {type(error).__name__}; try again")
    return Finding(name, True, f"{telegram_id} is {chat.effective_name or 'a person'}")


async def _group(bot: Bot, chat_id: int) -> Finding:
    about = "TEAM_CHAT_ID"
    try:
        chat = await bot.get_chat(chat_id)
        member = await bot.get_chat_member(chat_id, bot.id)
    except ChatMigrated as moved:
        return Finding(about, False, f"the group {chat_id} has become {moved.new_chat_id}; set that number")
    except (BadRequest, Forbidden):
        return Finding(about, False, f"the bot is not in a group {chat_id}; add it, and take the number from /id there")
    except TelegramError as error:
        return Finding(about, False, f"the group could not be checked: {type(error).__name__}; try again")
    if chat.type != ChatType.SUPERGROUP or not chat.is_forum:
        return Finding(about, False, f"{chat.title} has no topics; turn them on in the group's settings")
    allowed = isinstance(member, ChatMemberAdministrator) and bool(member.can_manage_topics)
    if not allowed and not isinstance(member, ChatMemberOwner):
        return Finding(about, False, f"in {chat.title} make the bot an administrator with the right Manage topics")
    return Finding(about, True, f"{chat.title} has topics, and the bot may manage them")


async def check_webhook(bot: Bot, settings: Settings) -> list[Finding]:
    """How updates come, and what Telegram last said about it."""
    info = await bot.get_webhook_info()
    if settings.webhook_url is None:
        kept = f"{info.pending_update_count} updates are kept"
        there = f"; the webhook that is set now will be removed at the start, {kept}"
        return [Finding("updates", True, f"they come by polling{there if info.url else ''}")]
    port = urlsplit(settings.webhook_url).port
    if port is not None and port not in _PORTS and settings.telegram_api_url == "https://api.telegram.org":
        return [Finding("WEBHOOK_URL", False, f"Telegram posts only to the ports {', '.join(map(str, _PORTS))}")]
    listening = f"the bot listens at {settings.webhook_host}:{settings.webhook_port} in plain HTTP"
    if info.url == settings.webhook_url and info.last_error_message:
        how = f"see that the TLS proxy passes its path on: {listening}"
        return [Finding("WEBHOOK_URL", False, f"Telegram says: {info.last_error_message}; {how}")]
    return [Finding("WEBHOOK_URL", True, f"{settings.webhook_url}; {listening}")]
