"""Which update goes to which use case: one ordered list, each handler a few lines."""

from __future__ import annotations

import logging
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.constants import CallbackQueryLimit
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from chatbot.domain.errors import Refusal
from chatbot.telegram_ui.arrivals import command_of, heard_from, membership_from, pressed_from
from chatbot.telegram_ui.bot import Bot
from chatbot.telegram_ui.entry_points import EntryPoints
from chatbot.telegram_ui.handling import CURRENT, finish, nothing
from chatbot.telegram_ui.presenter import Presenter
from chatbot.use_cases.incoming import Pressed
from chatbot.use_cases.ports import Steps, Transaction
from chatbot.use_cases.replies import Notice, Phrase

_log = logging.getLogger(__name__)

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What the routes below handle; sent to Telegram at every start, because leaving it out keeps an earlier choice."""

_ANSWER_SECONDS = 5.0
_ANONYMOUS_ADMIN = 1087968824  # Telegram's stand-in for an administrator who writes in the name of the group

Context = CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]


class _NotAPerson(filters.MessageFilter):
    """Other bots, and posts that a linked channel forwards by itself."""

    def filter(self, message: Message) -> bool:
        sender = message.from_user
        if sender is None or message.is_automatic_forward:
            return True
        return sender.is_bot and sender.id != _ANONYMOUS_ADMIN


class Routes:
    """The handlers over the use cases."""

    def __init__(self, steps: Steps, entry_points: EntryPoints, presenter: Presenter) -> None:
        self._steps = steps
        self._use_cases = entry_points
        self._presenter = presenter

    def handlers(self) -> list[BaseHandler[Update, Context, None]]:
        """Order matters: the first that fits takes the update."""
        message = filters.UpdateType.MESSAGE
        return [
            CallbackQueryHandler(self._press),
            ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(message & filters.StatusUpdate.MIGRATE, self._moved),
            MessageHandler(filters.StatusUpdate.ALL | _NotAPerson(), self._ignored),  # pins, joins, other bots
            MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._edited),  # before commands: an edit repeats none
            MessageHandler(
                message & filters.COMMAND & ~filters.FORWARDED, self._command
            ),  # known or not, to answer both
            MessageHandler(message, self._heard),
        ]

    async def _press(self, update: Update, _context: Context) -> None:
        query = _present(update.callback_query)
        pressed = pressed_from(query)
        if pressed is None:
            return
        try:
            notice, language = await finish(self._steps, self._noticed, pressed)
        except Refusal as refusal:
            notice = Notice(refusal.text, dict(refusal.args_for_text), alert=True)  # type: ignore[arg-type]  # the domain knows no Value
            language = await finish(self._steps, self._use_cases.language_of, pressed.person)
        if not await self._answered(query, notice, language) and notice.alert:
            await self._steps.run(self._use_cases.alert_unseen, pressed, notice)

    def _noticed(self, tx: Transaction, pressed: Pressed) -> tuple[Notice, str]:
        notice = self._use_cases.press(tx, pressed)
        return notice, self._use_cases.language_of(tx, pressed.person)

    async def _answered(self, query: CallbackQuery, notice: Notice, language: str) -> bool:
        text = self._presenter.words(Phrase(notice.text, notice.args), language) if notice.text else ""
        try:
            await query.answer(
                # None where there is nothing to say: PTB turns an empty text into the words "[]".
                text[: CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH] or None,
                show_alert=notice.alert,
                read_timeout=_ANSWER_SECONDS,
                connect_timeout=_ANSWER_SECONDS,
            )
        except TelegramError as error:
            # What was pressed has taken effect; a toast may be lost, an alert is the only word and is said otherwise.
            _log.info("a press was not answered: %s", type(error).__name__)
            return False
        return True

    async def _membership(self, update: Update, _context: Context) -> None:
        change = membership_from(_present(update.my_chat_member))
        await finish(self._steps, self._use_cases.membership, change)

    async def _moved(self, update: Update, _context: Context) -> None:
        message = _present(update.message)
        here, there, before = message.chat.id, message.migrate_to_chat_id, message.migrate_from_chat_id
        old, new = (here, there) if there is not None else (before, here)
        await finish(self._steps, self._use_cases.group_moved, old, new)

    async def _ignored(self, _update: Update, _context: Context) -> None:
        await finish(self._steps, nothing)

    async def _edited(self, update: Update, _context: Context) -> None:
        message = _present(update.edited_message)
        heard = heard_from(message, _present(message.from_user))
        await finish(self._steps, self._use_cases.edited, heard)

    async def _command(self, update: Update, context: Context) -> None:
        message = _present(update.message)
        heard = heard_from(message, _present(message.from_user))
        command = command_of(message, context.bot.username)
        if command is not None:
            await finish(self._steps, self._use_cases.command, *command, heard)

    async def _heard(self, update: Update, _context: Context) -> None:
        message = _present(update.message)
        await finish(self._steps, self._use_cases.hear, heard_from(message, _present(message.from_user)))


def _present(value: Any) -> Any:
    # The filters of the route have seen to it; a lapse is a fault of ours and goes the way of all faults.
    if value is None:
        raise LookupError("an update lacks what its route needs")
    return value


async def _note_error(_update: object, context: Context) -> None:
    CURRENT.get().error = context.error


def build_application(bot: Bot, routes: Routes) -> Application[Any, Any, Any, Any, Any, Any]:
    """PTB's application with our routes; it neither polls nor keeps any state."""
    application = Application.builder().bot(bot).updater(None).job_queue(None).build()
    application.add_handlers(routes.handlers())
    application.add_error_handler(_note_error)
    return application
