"""Attachments as bytes: what is drawn gets its words here, in the language of what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chatbot.domain.errors import PictureError
from chatbot.domain.money import PriceRange
from chatbot.domain.people import LANGUAGES, interface_language
from chatbot.telegram_ui.quote_words import quote_data
from chatbot.texts.speak import TextError, Texts
from chatbot.texts.values import date_text, number_text, range_text
from chatbot.use_cases.ports import Pictures
from chatbot.use_cases.replies import Attachment, Phrase, Value, from_json

Data = Mapping[str, Any]

_GOOD, _BAD = {"won"}, {"lost", "declined"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file to send: as a photo that the chat shows, or as a document."""

    content: bytes
    name: str
    photo: bool


class Drawings:
    """Draws attachments through the port; `qr` makes the PNG of a link."""

    def __init__(self, pictures: Pictures, texts: Texts, qr: Callable[[str], bytes]) -> None:
        self._pictures = pictures
        self._texts = texts
        self._qr = qr

    async def draw(self, attachment: Attachment, language: str) -> Drawn:
        """The file for a reader of this language. Raises PictureError, also for data that lacks something."""
        data = from_json(dict(attachment.data))
        try:
            return await self._drawn(attachment, data, _language_on_it(data, language))
        except (KeyError, TypeError, ValueError, AttributeError, TextError) as error:
            raise PictureError(f"the data of a {attachment.kind} is not complete: {type(error).__name__}") from None

    async def _drawn(self, attachment: Attachment, data: Data, language: str) -> Drawn:
        name = attachment.name
        match attachment.kind:
            case "client_map" | "founder_map":
                picture = await self._pictures.draw("mind_map", self._map(data, language), "png")
                return Drawn(picture, _named(name, ".png"), photo=True)
            case "pipeline":
                picture = await self._pictures.draw("pipeline", self._pipeline(data, language), "png")
                return Drawn(picture, _named(name, ".png"), photo=True)
            case "quote_pdf":
                paper = await self._pictures.draw("quote", quote_data(data, language, self._texts), "pdf")
                return Drawn(paper, _named(name, ".pdf"), photo=False)
            case "qr":
                return Drawn(self._qr(data["link"]), _named(name, ".png"), photo=True)
            case "text_file":
                return Drawn(data["text"].encode("utf-8", "replace"), _named(name, ".txt"), photo=False)
            case "data_file":
                return Drawn(data["text"].encode("utf-8", "replace"), _named(name, ".json"), photo=False)
        raise PictureError(f"there is no attachment of kind {attachment.kind!r}")

    def _say(self, language: str, text: str, **args: Value) -> str:
        return self._texts.say(language, Phrase(text, args))

    def _map(self, data: Data, language: str) -> dict[str, object]:
        return {
            "title": data["title"],
            "subtitle": self._subtitle(data, language),
            "font_lang": data["language"],
            "branches": [self._branch(branch, language) for branch in data["branches"]],
            "legend": {key: self._say(language, f"picture-{key}") for key in ("must", "should", "could", "assumed")},
        }

    def _branch(self, branch: Data, language: str) -> dict[str, object]:
        features = [
            {
                "label": feature["label"],
                "days": self._days("picture-feature-days", feature.get("days"), language),
                "priority": feature["priority"],
                "assumed": feature["assumed"],
            }
            for feature in branch["features"]
        ]
        return {"label": branch["label"], "features": features}

    def _subtitle(self, data: Data, language: str) -> str | None:
        price: PriceRange | None = data.get("price")
        days = self._days("picture-days", data.get("subtitle_days"), language)
        parts = [days, range_text(price, language) if price else None]
        return "\n".join(part for part in parts if part) or None

    def _days(self, text: str, days: Sequence[float] | None, language: str) -> str | None:
        if days is None:
            return None
        low, likely, high = (number_text(value, language) for value in days)
        if low == high:
            return self._say(language, f"{text}-exact", likely=likely)
        return self._say(language, text, low=low, likely=likely, high=high)

    def _pipeline(self, data: Data, language: str) -> dict[str, object]:
        most = max((column["count"] for column in data["columns"]), default=0)
        return {
            "title": self._say(language, "picture-pipeline"),
            "date": day_text(data["date"], language),
            "font_lang": language,
            "columns": [self._column(column, most, language) for column in data["columns"]],
            "total": self._say(language, "picture-open-leads", count=data["open"]),
            "words": {"oldest": self._say(language, "picture-oldest")},
        }

    def _column(self, column: Data, most: int, language: str) -> dict[str, object]:
        stage, count, days = column["stage"], column["count"], column["oldest_days"]
        price: PriceRange | None = column["sum"]
        return {
            "label": self._say(language, f"picture-stage-{stage}"),
            "count": count,
            "count_label": self._say(language, "picture-count-label", count=count),
            "sum": range_text(price, language) if price else None,
            "oldest": None if days is None else self._say(language, "picture-age", days=days),
            "share": count / most if most else 0.0,
            "tone": "good" if stage in _GOOD else "bad" if stage in _BAD else "open",
        }


def day_text(day: date | str, language: str) -> str:
    """A date of the data, which may be ISO text; any other text stays."""
    try:
        return date_text(date.fromisoformat(day) if isinstance(day, str) else day, language)
    except ValueError:
        return str(day)


def _language_on_it(data: Data, reader: str) -> str:
    """The fixed words follow the labels, so that a preview shows what the client gets; where we lack that
    language, the reader."""
    labels = str(data.get("language", "")).lower().replace("_", "-").split("-")[0]
    return labels if labels in LANGUAGES else interface_language(reader)


def _named(name: str, ending: str) -> str:
    kept = "".join(
        character if character.isprintable() and character not in '\\/:*?"<>|' else " " for character in name
    )
    stem = " ".join(kept.split()).removesuffix(ending)[:80].strip() or "file"
    return stem + ending
