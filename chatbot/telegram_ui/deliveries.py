"""How each action of the outbox reaches Telegram.

An action may take several calls (a picture, a long text, a pin). What has succeeded is remembered while the process
lives, so that trying the rest again does not repeat it. Words too long for a caption follow the picture as a message
of their own, and the buttons stand under the last: that is the one that edits and replies mean.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from telegram import (
    ForceReply,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
    MessageId,
    ReplyParameters,
)
from telegram.constants import ChatAction, ForumTopicLimit
from telegram.error import BadRequest

from chatbot.telegram_ui.bot import Bot
from chatbot.telegram_ui.commands import ChatMenus
from chatbot.telegram_ui.drawings import Drawings, Drawn
from chatbot.telegram_ui.html_text import escaped, plain, visible_length
from chatbot.telegram_ui.pacing import Pacing
from chatbot.telegram_ui.presenter import CAPTION_LIMIT, Markup, Presented, Presenter
from chatbot.telegram_ui.refusals import already_so, cannot_edit, fixed_words, has_no_text
from chatbot.use_cases.ports import Outgoing
from chatbot.use_cases.replies import (
    Attachment,
    CloseTopic,
    Copy,
    Edit,
    Leave,
    Menu,
    OpenTopic,
    RenameTopic,
    Reply,
    Say,
    Settle,
    Typing,
    Unpin,
)

_log = logging.getLogger(__name__)

WITH_CAPTION = frozenset({"photo", "document", "voice", "audio", "video"})
"""Kinds of messages whose copy can carry a caption."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What to note: the message that later edits mean, its words, the topic that was opened, and the other messages
    that it took, such as the earlier parts of a long text."""

    message_id: int | None = None
    text: str = ""
    topic_id: int | None = None
    others: tuple[int, ...] = ()


class Progress:
    """The calls for one outbox row that have succeeded, with the message each made."""

    def __init__(self) -> None:
        self._made: dict[str, int | None] = {}

    async def once(self, name: str, call: Callable[[], Awaitable[Any]]) -> int | None:
        """Make the call unless it has succeeded before; the id of its message."""
        if name not in self._made:
            made = await call()
            self._made[name] = made.message_id if isinstance(made, (Message, MessageId)) else None
        return self._made[name]

    def others(self, last: int | None) -> tuple[int, ...]:
        """The messages that were made besides the last."""
        return tuple(made for made in self._made.values() if made is not None and made != last)


class Deliveries:
    """Makes the calls for an action. Raises telegram.error.TelegramError, PictureError and TextError."""

    def __init__(self, bot: Bot, presenter: Presenter, drawings: Drawings, pacing: Pacing, menus: ChatMenus) -> None:
        self._bot = bot
        self._presenter = presenter
        self._drawings = drawings
        self._pacing = pacing
        self._menus = menus

    async def deliver(self, item: Outgoing, progress: Progress, copied_kind: str, bare: bool) -> Delivered:
        """Do it. `copied_kind` is what the message to copy is; `bare` leaves out what could not be drawn."""
        match item.action:
            case Say() as say:
                return await self._say(item, say, progress, bare)
            case Edit() as edit:
                return await self._edit(item, edit, progress, bare)
            case Copy() as copy:
                return await self._copy(item, copy, progress, copied_kind)
            case Menu() as menu:
                await self._menus.offer(item.place.chat_id, item.place.language, menu)
                return Delivered()
            case OpenTopic() as opening:
                topic = await self._bot.create_forum_topic(item.place.chat_id, _topic_name(opening))
                return Delivered(topic_id=topic.message_thread_id)
        return await self._housekeeping(item)

    # ---- saying -----------------------------------------------------------------------------------------------

    async def _say(self, item: Outgoing, say: Say, progress: Progress, bare: bool) -> Delivered:
        presented = self._presenter.present(say.reply, item.place.language)
        if bare:
            presented = replace(presented, attachment=None)
        message_id = await self._send(item, say, presented, progress)
        if say.pin and message_id is not None:
            await progress.once("pin", lambda: self._pin(item.place.chat_id, message_id))
        return Delivered(message_id, presented.plain, others=progress.others(message_id))

    async def _send(self, item: Outgoing, say: Say, presented: Presented, progress: Progress) -> int | None:
        last: Markup = presented.markup or (ForceReply() if say.ask else None)
        message_id = None
        pieces = presented.pieces
        if presented.attachment is not None:
            drawn = await self._drawings.draw(presented.attachment, item.place.language)
            caption, pieces = (presented.text, []) if presented.fits_caption else ("", pieces)
            markup = None if pieces else last
            message_id = await progress.once("file", lambda: self._file(item, say, drawn, caption, markup))
        elif not pieces:
            raise BadRequest("Message text is empty")
        for number, piece in enumerate(pieces):
            markup = last if number == len(pieces) - 1 else None
            quoting = say if number == 0 and presented.attachment is None else replace(say, reply_to=None)
            message_id = await progress.once(f"text {number}", self._text(item, quoting, piece, markup))
        return message_id

    def _text(self, item: Outgoing, say: Say, text: str, markup: Markup) -> Callable[[], Awaitable[Message]]:
        async def send() -> Message:
            await self._pacing.turn(item.place.chat_id)
            return await self._bot.send_message(
                item.place.chat_id,
                text,
                message_thread_id=item.topic_id,
                reply_parameters=_answering(say),
                reply_markup=markup,
            )

        return send

    async def _file(self, item: Outgoing, say: Say, drawn: Drawn, caption: str, markup: Markup) -> Message:
        await self._pacing.turn(item.place.chat_id)
        common: dict[str, Any] = {
            "caption": caption or None,
            "filename": drawn.name,
            "message_thread_id": item.topic_id,
            "reply_parameters": _answering(say),
            "reply_markup": markup,
        }
        if drawn.photo:
            return await self._bot.send_photo(item.place.chat_id, drawn.content, **common)
        return await self._bot.send_document(item.place.chat_id, drawn.content, **common)

    async def _pin(self, chat_id: int, message_id: int) -> None:
        try:
            await self._bot.pin_chat_message(chat_id, message_id, disable_notification=True)
        except BadRequest as error:
            # The message itself has arrived, which is what counts.
            _log.warning("a message could not be pinned: %s", fixed_words(error))

    # ---- changing ---------------------------------------------------------------------------------------------

    async def _edit(self, item: Outgoing, edit: Edit, progress: Progress, bare: bool) -> Delivered:
        presented = self._presenter.present(edit.reply, item.place.language)
        if bare:
            presented = replace(presented, attachment=None)
        target = item.target_message
        if target is None:
            return await self._say(item, Say(edit.reply, edit.slot), progress, bare)
        try:
            changed = await self._changed(item, presented, target)
        except BadRequest as error:
            changed = already_so(error)
            if not changed and not cannot_edit(error):
                raise
        if not changed:
            await self._settle(item, Settle(edit.slot))
            return await self._say(item, Say(edit.reply, edit.slot), progress, bare)
        return Delivered(target, presented.plain)

    async def _changed(self, item: Outgoing, presented: Presented, target: int) -> bool:
        """Change the message in place; False where what is to be said does not fit into it."""
        await self._pacing.turn(item.place.chat_id)
        if presented.attachment is not None:
            return presented.fits_caption and await self._changed_file(item, presented, presented.attachment, target)
        if len(presented.pieces) > 1:
            return False
        chat_id, markup = item.place.chat_id, presented.markup
        try:
            await self._bot.edit_message_text(presented.text, chat_id, target, reply_markup=markup)
        except BadRequest as error:
            if not has_no_text(error):
                raise
            if not presented.fits_caption:
                return False
            await self._bot.edit_message_caption(chat_id, target, caption=presented.text, reply_markup=markup)
        return True

    async def _changed_file(self, item: Outgoing, presented: Presented, attachment: Attachment, target: int) -> bool:
        drawn = await self._drawings.draw(attachment, item.place.language)
        kind = InputMediaPhoto if drawn.photo else InputMediaDocument
        media = kind(drawn.content, caption=presented.text or None, filename=drawn.name)
        await self._bot.edit_message_media(media, item.place.chat_id, target, reply_markup=presented.markup)
        return True

    async def _settle(self, item: Outgoing, settling: Settle) -> None:
        target = item.target_message or settling.message_id
        if target is None:
            return
        try:
            await self._bot.edit_message_reply_markup(item.place.chat_id, target)
        except BadRequest as error:
            if not (already_so(error) or cannot_edit(error)):
                raise

    # ---- copying ----------------------------------------------------------------------------------------------

    async def _copy(self, item: Outgoing, copy: Copy, progress: Progress, kind: str) -> Delivered:
        """The header goes into the caption where there is one, else into a message of its own before the copy."""
        header = self._presenter.text((copy.header,), item.place.language)
        whole = "\n\n".join(part for part in (header, escaped(copy.caption)) if part)
        caption = whole if kind in WITH_CAPTION and visible_length(whole) <= CAPTION_LIMIT else None
        if caption is None and header:
            await progress.once("header", self._text(item, Say(Reply(())), header, None))
        message_id = await progress.once("copy", lambda: self._copied(item, copy, caption))
        return Delivered(message_id, plain(whole), others=progress.others(message_id))

    async def _copied(self, item: Outgoing, copy: Copy, caption: str | None) -> MessageId:
        await self._pacing.turn(item.place.chat_id)
        return await self._bot.copy_message(
            item.place.chat_id,
            copy.from_chat,
            copy.message_id,
            caption=caption,
            message_thread_id=item.topic_id,
        )

    # ---- the rest ---------------------------------------------------------------------------------------------

    async def _housekeeping(self, item: Outgoing) -> Delivered:
        """What leaves things as they should be; where they are so already, or can no longer be, it is done."""
        try:
            await self._tidy(item)
        except BadRequest as error:
            _log.info("%s was not needed: %s", type(item.action).__name__, fixed_words(error))
        return Delivered()

    async def _tidy(self, item: Outgoing) -> None:
        chat_id = item.place.chat_id
        match item.action:
            case Settle() as settling:
                await self._settle(item, settling)
            case Unpin() if item.target_message is not None:
                await self._bot.unpin_chat_message(chat_id, item.target_message)
            case RenameTopic() as renaming if item.topic_id is not None:
                await self._bot.edit_forum_topic(chat_id, item.topic_id, _topic_name(renaming))
            case CloseTopic() if item.topic_id is not None:
                await self._bot.close_forum_topic(chat_id, item.topic_id)
            case Typing():
                await self._bot.send_chat_action(chat_id, ChatAction.TYPING, message_thread_id=item.topic_id)
            case Leave():
                await self._bot.leave_chat(chat_id)


def _topic_name(action: OpenTopic | RenameTopic) -> str:
    return action.name[: int(ForumTopicLimit.MAX_NAME_LENGTH)]


def _answering(say: Say) -> ReplyParameters | None:
    if say.reply_to is None:
        return None
    return ReplyParameters(say.reply_to, allow_sending_without_reply=True)
