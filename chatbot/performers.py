"""What is awaited for each kind of job that asks the language model."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from chatbot.domain.mind_map import excluding
from chatbot.use_cases.language_model import Answered, Conversation, Draft, LanguageModel
from chatbot.use_cases.quotes.draft_quote import Drafting
from chatbot.worker import Performer

Download = Callable[[str], Awaitable[bytes]]


def performers(model: LanguageModel, download: Download) -> dict[str, Performer]:
    """By kind of job; every other kind has nothing to wait for. `download` fetches a file by Telegram's id,
    or raises TelegramAway."""

    async def draft(prepared: Drafting) -> Answered[Draft]:
        drawn = await model.draft(prepared.conversation)
        if not prepared.edits or drawn.value.concern:
            return drawn
        revised = await model.revise(drawn.value, prepared.edits, prepared.conversation)
        mind_map = excluding(drawn.value.mind_map, revised.value.mind_map)
        return replace(revised, value=replace(revised.value, mind_map=mind_map))

    async def revise(prepared: tuple[Draft, str, Conversation]) -> Answered[Draft]:
        return await model.revise(*prepared)

    async def translate(prepared: tuple[str, str]) -> Answered[str]:
        return await model.translate(*prepared)

    async def transcribe(prepared: tuple[str, str]) -> Answered[str]:
        file_id, name = prepared
        return await model.transcribe(await download(file_id), name)

    return {
        "answer": model.understand,
        "draft": draft,
        "revise": revise,
        "summarise": model.summarise,
        "translate": translate,
        "transcribe": transcribe,
    }
