"""Conversations and model answers that the tests of the model share."""

from __future__ import annotations

from typing import Any

from chatbot.domain.brief import Brief, Fact, Topic
from chatbot.use_cases.language_model import Conversation, Line

SECRET = "sk-very-secret-key"
CLIENT_WORDS = "Zebrafinch clinic booking"


def conversation(*texts: str, open_topics: tuple[Topic, ...] = (Topic.DESIGN, Topic.BUDGET)) -> Conversation:
    """A client of a clinic who has said something before and now writes these messages (ids from 11)."""
    new = tuple(Line("client", text, 11 + at) for at, text in enumerate(texts or (CLIENT_WORDS,)))
    return Conversation(
        brief=Brief((Fact(Topic.KIND, "website", True, 7), Fact(Topic.FEATURE, "booking form", True, 7))),
        history=(Line("client", "a site for my clinic", 7), Line("bot", "Noted.", 8)),
        new=new,
        language="en",
        interface="en",
        founder_language="zh",
        open_topics=open_topics,
    )


def understood(**changes: Any) -> dict[str, Any]:
    """A good answer to *understand*, with some fields changed."""
    answer: dict[str, Any] = {
        "language": "en",
        "changes": [
            {"topic": "scale", "value": "three doctors", "drop": "", "said": True, "message": 11},
        ],
        "wish": "tell",
        "reply": "Three doctors, noted.",
        "answer": "",
        "unanswered": "",
        "ask": "design",
        "question": "Is there a design already?",
        "suggestions": ["Yes", "No, please draw it"],
    }
    return answer | changes


def both(client: str, founder: str = "") -> dict[str, str]:
    """A text in two wordings."""
    return {"client": client, "founder": founder or client}


def feature(label: str, low: float = 1, likely: float = 2, high: float = 4, **changes: Any) -> dict[str, Any]:
    """A feature as a model writes it."""
    base = {"label": both(label), "low": low, "likely": likely, "high": high}
    return base | {"priority": "must", "said": True, "messages": [11]} | changes


def drafted(*features: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A good answer to *draft* with one branch, with some fields changed."""
    branch = {"label": both("Booking", "预约"), "features": list(features or (feature("Booking form"),))}
    answer: dict[str, Any] = {
        "language": "en",
        "concern": "",
        "title": both("Clinic site", "诊所网站"),
        "summary": both("A site to book doctors.", "预约网站。"),
        "branches": [branch],
        "risks": [both("SMS rules differ", "短信规则")],
        "assumptions": [],
        "open_questions": [both("Which calendar is used today?", "现在用什么日历？")],
        "exclusions": [both("Hosting fees", "托管费")],
    }
    return answer | changes
