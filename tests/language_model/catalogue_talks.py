"""Plays what clients write through the catalogue model, message by message, as the use cases do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from chatbot.domain.brief import Brief
from chatbot.domain.mind_map import MindMap
from chatbot.domain.questions import open_topics
from chatbot.language_model.catalogue_model import CatalogueModel
from chatbot.use_cases.language_model import Conversation, Draft, Line, Understanding

CASES = Path(__file__).parent.parent / "cases"

SHOP = {
    "en": "An online shop for tea with a chat, card payment and loyalty points",
    "zh": "做一个卖茶叶的商城，要有聊天、微信支付和积分",
    "fr": "Une boutique en ligne de thé avec messagerie, paiement par carte et points de fidélité",
    "es": "Una tienda en línea de té con chat, pago con tarjeta y puntos de fidelidad",
}
CHAT = {
    "en": "Chat between users",
    "zh": "站内聊天",
    "fr": "Messagerie entre utilisateurs",
    "es": "Chat entre usuarios",
}


def case_names() -> list[str]:
    """The inquiries, by the name of their file."""
    return sorted(path.stem for path in CASES.glob("*.yaml"))


def case(name: str) -> dict[str, Any]:
    """One inquiry as written down in tests/cases."""
    loaded: dict[str, Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return loaded


@dataclass(slots=True)
class Talk:
    """A conversation that goes on; `turns` are the model's answers so far."""

    language: str = "en"
    founder_language: str = "en"
    model: CatalogueModel = field(default_factory=CatalogueModel)
    brief: Brief = field(default_factory=Brief)
    lines: tuple[Line, ...] = ()
    turns: list[Understanding] = field(default_factory=list)

    async def say(self, *burst: str) -> Understanding:
        """Send one message, or several at once, and take in what the model understood."""
        first = len(self.lines) + 1
        new = tuple(Line("client", text, first + at) for at, text in enumerate(burst))
        topics = open_topics(self.brief)
        understood = (await self.model.understand(self._conversation(new, topics))).value
        self.brief = self.brief.changed(understood.changes)
        if understood.ask:
            self.brief = self.brief.with_asked(understood.ask)
        self.language = understood.language
        spoken = " ".join(filter(None, (understood.reply, understood.answer, understood.question)))
        self.lines += (*new, Line("bot", spoken, first + len(new)))
        self.turns.append(understood)
        return understood

    async def say_all(self, messages: Iterable[str | list[str]]) -> Talk:
        """Send every message of an inquiry."""
        for message in messages:
            await self.say(*([message] if isinstance(message, str) else message))
        return self

    def conversation(self) -> Conversation:
        """The conversation as a draft or a summary is given it."""
        return self._conversation((), ())

    async def draft(self) -> Draft:
        """The draft of what was said."""
        return (await self.model.draft(self.conversation())).value

    async def revised(self, draft: Draft, words: str) -> Draft:
        """The draft after the founder's words."""
        return (await self.model.revise(draft, words, self.conversation())).value

    def _conversation(self, new: tuple[Line, ...], topics: Any) -> Conversation:
        return Conversation(self.brief, self.lines, new, self.language, self.language, self.founder_language, topics)


async def played(name: str, founder_language: str = "en", **model: Any) -> Talk:
    """The whole inquiry of that name, said."""
    inquiry = case(name)
    talk = Talk(inquiry["language"], founder_language, CatalogueModel(**model))
    return await talk.say_all(inquiry["messages"])


def without_lines(conversation: Conversation) -> Conversation:
    """The same brief with nothing that was said."""
    return replace(conversation, history=(), new=())


def texts_of(mind_map: MindMap) -> str:
    """All labels of a map in both wordings, lower case."""
    labels = [label for branch in mind_map.branches for label in (branch.label, *(f.label for f in branch.features))]
    return "\n".join(f"{label.client}\n{label.founder}" for label in labels).casefold()


def likely_days(mind_map: MindMap) -> float:
    """The sum of the likely person-days."""
    return sum(feature.effort.likely for feature in mind_map.features())


def labels(mind_map: MindMap) -> list[str]:
    """The features' labels in the client's language."""
    return [feature.label.client for feature in mind_map.features()]
