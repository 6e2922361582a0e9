"""What a server sent, read leniently: compatible servers leave out what OpenAI always sends, and broken ones send
anything at all. Whatever the bytes are, reading them gives a reply; nothing here raises.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

MAX_TEXT = 200_000  # characters of an answer; the longest good one, a draft in two languages, has about 40,000
MAX_TOKENS = 10**9


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. `cut`: the answer ends at a limit of length; `refused`: the model would not answer."""

    text: str
    input_tokens: int = 0
    output_tokens: int = 0
    cut: bool = False
    refused: bool = False


def reply_in(body: bytes) -> Reply:
    """The first choice of a completion; an empty reply where the body is none."""
    completion = _mapping(_json(body))
    choices = completion.get("choices")
    choice = _mapping(choices[0]) if isinstance(choices, list) and choices else {}
    message, usage = _mapping(choice.get("message")), _mapping(completion.get("usage"))
    text, finish = _text(message.get("content")), choice.get("finish_reason")
    return Reply(
        text=text[:MAX_TEXT],
        input_tokens=_count(usage.get("prompt_tokens")),
        output_tokens=_count(usage.get("completion_tokens")),
        cut=finish == "length" or len(text) > MAX_TEXT,
        refused=bool(message.get("refusal")) or finish == "content_filter",
    )


def transcript_in(body: bytes) -> str:
    """The words of a transcription; "" where the body is none."""
    return _text(_mapping(_json(body)).get("text"))[:MAX_TEXT]


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):  # a body that is no JSON, or is nested without end
        return None


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int:
    """A number of tokens, within what the record holds."""
    return min(max(value, 0), MAX_TOKENS) if isinstance(value, int) else 0
