"""`chatbot check`: tries every setting and says in a sentence what is wrong and how to mend it. Changes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from zoneinfo import ZoneInfo

from chatbot.background import told
from chatbot.check_storage import check_database
from chatbot.check_telegram import check_bot, check_chats, check_webhook
from chatbot.domain.errors import ChatbotError, ModelError
from chatbot.findings import Finding
from chatbot.language_model.prompts import load_prompts
from chatbot.models import key_of
from chatbot.settings import ENV_FILE, Settings, collected_problems
from chatbot.settings_file import exposed, slips
from chatbot.telegram_ui.bot import make_bot
from chatbot.texts.speak import Texts

_LONGEST_CHECK = 90.0


async def check_all() -> list[Finding]:
    """Everything that was tried, in the order in which one sets it up."""
    settings, wrong = collected_problems(Settings)
    findings = [Finding("settings", False, problem) for problem in wrong]
    findings += [Finding("settings", False, sentence) for sentence in slips(ENV_FILE)]
    findings += [Finding("settings", False, sentence)] if (sentence := exposed(ENV_FILE)) else []
    if settings is None:
        return findings
    findings += [] if findings else [Finding("settings", True, "all settings can be read")]
    findings += _prompts(settings)
    findings += _texts(settings)
    findings += await _tried("database", lambda: check_database(settings))
    findings += await _tried("model", lambda: _model(settings))
    findings += await _tried("Telegram", lambda: _telegram(settings))
    return findings


def report(findings: Iterable[Finding]) -> str:
    """A line for each finding, ✓ or ✗ before it."""
    return "\n".join(f"{'✓' if one.good else '✗'} {one.about}: {one.sentence}" for one in findings)


def _prompts(settings: Settings) -> list[Finding]:
    try:
        load_prompts(settings.prompts_dir)
    except ChatbotError as error:
        return [Finding("prompts", False, str(error))]
    return [Finding("prompts", True, "all prompts can be used")]


def _texts(settings: Settings) -> list[Finding]:
    if settings.texts_dir is None:
        return []
    try:
        Texts(ZoneInfo(settings.timezone), settings.texts_dir)
    except ChatbotError as error:
        return [Finding("texts", False, str(error))]
    return [Finding("texts", True, "all texts of TEXTS_DIR can be said")]


async def _model(settings: Settings) -> list[Finding]:
    if not settings.has_model:
        sentence = "no OPENAI_API_KEY: the built-in catalogue does the work, without translation and voice"
        return [Finding("model", True, sentence)]
    from chatbot.language_model.openai_model import OpenAIModel

    prompts = load_prompts(settings.prompts_dir)
    url, name = settings.openai_base_url or "", settings.openai_model
    model = OpenAIModel(key_of(settings), url, name, settings.openai_timeout, prompts, settings.shop_name)
    try:
        await model.check()
    except ModelError as error:
        how = "check OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL"
        return [Finding("model", False, f"{settings.openai_model} does not answer ({error}); {how}")]
    finally:
        await model.close()
    return [Finding("model", True, f"{settings.openai_model} answers")]


async def _telegram(settings: Settings) -> list[Finding]:
    bot = make_bot(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
    try:
        found = await check_bot(bot)
        if all(one.good for one in found):
            found += await check_chats(bot, settings)
            found += await check_webhook(bot, settings)
    finally:
        await bot.shutdown()
    return found


async def _tried(about: str, check: Callable[[], Awaitable[list[Finding]]]) -> list[Finding]:
    """What the check finds; what it stumbles over is a finding too, never a traceback."""
    try:
        async with asyncio.timeout(_LONGEST_CHECK):
            return await check()
    except ChatbotError as error:
        return [Finding(about, False, str(error))]
    except TimeoutError:
        return [Finding(about, False, f"no answer within {_LONGEST_CHECK:.0f} seconds; check the network")]
    except Exception as error:  # noqa: BLE001 - one check that fails must not hide what the others find
        return [Finding(about, False, f"could not be checked: {told(error)}")]
