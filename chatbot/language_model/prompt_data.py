"""What a prompt is given of clients' words: JSON in which nothing can close the block that it stands in.

JSON quotes line ends and quotation marks; `<` and `>` are written as JSON escapes, so that a client's text can
neither imitate our tags nor a model's own role marks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from chatbot.domain.brief import Brief
from chatbot.domain.mind_map import Feature, MindMap, Wording
from chatbot.use_cases.language_model import Conversation, Draft, Line

MAX_LINE = 4_096  # characters of one message: Telegram's own limit
MAX_LINES = 24_000  # characters of a whole list of messages

_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def quoted(value: object) -> str:
    """The value as JSON, safe within our tags."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e")


def rows(values: Iterable[object]) -> str:
    """A JSON list with one value on each line, which models read better than one long line."""
    inner = ",\n".join(quoted(value) for value in values)
    return f"[\n{inner}\n]" if inner else "[]"


def plain(text: str, limit: int = MAX_LINE) -> str:
    """The text without invisible characters and lone surrogates (which no server takes), at most `limit` long."""
    seen = _INVISIBLE.sub(" ", text).encode("utf-8", "replace").decode("utf-8")
    return seen if len(seen) <= limit else seen[:limit] + " […]"


def brief_data(brief: Brief) -> str:
    """What is known: facts with where they come from; what was asked and skipped."""
    facts = [
        {"topic": fact.topic, "value": plain(fact.value), "said": fact.said, "message": fact.message_id or 0}
        for fact in brief.facts
    ]
    return f'{{"facts": {rows(facts)},\n"asked": {quoted(brief.asked)}, "skipped": {quoted(brief.skipped)}}}'


def line_data(lines: Sequence[Line]) -> str:
    """The newest of the lines that fit, oldest first, each with the id of its message."""
    kept: list[dict[str, object]] = []
    room = MAX_LINES
    for line in reversed(lines):
        text = plain(line.text)
        room -= len(text)
        if room < 0 and kept:
            kept.append({"message": 0, "from": "note", "text": "earlier messages are left out here"})
            break
        kept.append({"message": line.message_id or 0, "from": line.speaker, "text": text})
    return rows(reversed(kept))


def draft_data(draft: Draft) -> str:
    """A draft with its branches, features and notes numbered from 1, as edits name them."""
    mind_map = draft.mind_map
    body = {
        "concern": plain(draft.concern),
        "title": _wording(mind_map.title),
        "summary": _wording(mind_map.summary),
        **{name: _numbered(texts) for name, texts in _notes(mind_map).items()},
    }
    branches = [
        {"branch": number, "label": _wording(branch.label), "features": _features(branch.features)}
        for number, branch in enumerate(mind_map.branches, 1)
    ]
    return f'{{"about": {quoted(body)},\n"branches": {rows(branches)}}}'


def known_messages(conversation: Conversation) -> frozenset[int]:
    """Ids of the messages on which a fact may rest: those of people, not the bot's own."""
    lines = (*conversation.history, *conversation.new)
    spoken = {line.message_id for line in lines if line.speaker != "bot" and line.message_id is not None}
    noted = {fact.message_id for fact in conversation.brief.facts if fact.message_id is not None}
    return frozenset(spoken | noted)


def _notes(mind_map: MindMap) -> dict[str, tuple[Wording, ...]]:
    return {
        "risks": mind_map.risks,
        "assumptions": mind_map.assumptions,
        "open_questions": mind_map.open_questions,
        "exclusions": mind_map.exclusions,
    }


def _numbered(texts: tuple[Wording, ...]) -> list[dict[str, object]]:
    return [{"number": number, **_wording(text)} for number, text in enumerate(texts, 1)]


def _features(features: tuple[Feature, ...]) -> list[dict[str, object]]:
    return [
        {
            "feature": number,
            "label": _wording(feature.label),
            "low": feature.effort.low,
            "likely": feature.effort.likely,
            "high": feature.effort.high,
            "priority": feature.priority,
            "said": feature.said,
            "messages": feature.messages,
        }
        for number, feature in enumerate(features, 1)
    ]


def _wording(wording: Wording) -> dict[str, str]:
    return {"client": plain(wording.client), "founder": plain(wording.founder)}
