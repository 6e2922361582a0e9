"""Replies as Telegram wants them: text with its limits kept, rows of buttons that a phone can show."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import InlineKeyboardMarkupLimit, MessageLimit

from chatbot.telegram_ui.html_text import escaped, plain, split, visible_length
from chatbot.texts.speak import Texts
from chatbot.use_cases.replies import Attachment, Choice, Part, Reply

TEXT_LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
CAPTION_LIMIT = int(MessageLimit.CAPTION_LENGTH)

_ROW_WIDTH = 34  # Latin letters that a row holds on a small phone, each button's padding counted apart
_BUTTON_PADDING = 3

Markup = InlineKeyboardMarkup | ForceReply | None


@dataclass(frozen=True, slots=True)
class Presented:
    """A reply in one language: HTML, buttons, what is attached, and the plain text for the transcript."""

    text: str
    markup: InlineKeyboardMarkup | None
    attachment: Attachment | None
    plain: str

    @property
    def pieces(self) -> list[str]:
        """The text in as many messages as it needs."""
        return split(self.text, TEXT_LIMIT)

    @property
    def fits_caption(self) -> bool:
        """Whether the text can stand under a picture."""
        return visible_length(self.text) <= CAPTION_LIMIT


class Presenter:
    """Renders replies and parts with the texts of a language."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def present(self, reply: Reply, language: str) -> Presented:
        """The reply in this language. Raises TextError."""
        text = self.text(reply.parts, language)
        return Presented(text, self.buttons(reply.choices, language), reply.attachment, plain(text))

    def text(self, parts: tuple[Part, ...], language: str) -> str:
        """Paragraphs as HTML; what is no text of ours is escaped."""
        shown = (self._texts.part(language, part, escaped).strip() for part in parts)
        return "\n\n".join(paragraph for paragraph in shown if paragraph)

    def words(self, part: Part, language: str) -> str:
        """A part where Telegram takes no markup: on a button, in the answer to a press."""
        return plain(self._texts.part(language, part, escaped))

    def buttons(self, rows: tuple[tuple[Choice, ...], ...], language: str) -> InlineKeyboardMarkup | None:
        """The keyboard; a row whose labels are too long for a phone is spread over several."""
        buttons = [[self._button(choice, language) for choice in row] for row in rows]
        spread = [line for row in buttons for line in _spread(row)]
        return InlineKeyboardMarkup(spread) if spread else None

    def _button(self, choice: Choice, language: str) -> InlineKeyboardButton:
        label = self.words(choice.label, language)
        if choice.url:
            return InlineKeyboardButton(label, url=choice.url)
        return InlineKeyboardButton(label, callback_data=choice.token)


def _spread(row: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    lines: list[list[InlineKeyboardButton]] = []
    for button in row:
        line = [*lines[-1], button] if lines else [button]
        # All buttons of a row are equally wide, so that the longest label decides.
        width = len(line) * (max(_width(shown.text) for shown in line) + _BUTTON_PADDING)
        if len(line) > 1 and (width > _ROW_WIDTH or len(line) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW):
            lines.append([button])
        elif lines:
            lines[-1] = line
        else:
            lines.append(line)
    return lines


def _width(label: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in label)
