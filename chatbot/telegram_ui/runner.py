"""Telegram's side as a whole: intake, dispatcher and sender, started and stopped in the right order."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from telegram import File
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from chatbot.background import Background, told
from chatbot.domain.errors import SettingsError, TelegramAway
from chatbot.telegram_ui.aiohttp_request import AiohttpRequest
from chatbot.telegram_ui.bot import Bot, connect
from chatbot.telegram_ui.commands import ChatMenus, CommandEntry
from chatbot.telegram_ui.deliveries import Deliveries
from chatbot.telegram_ui.dispatcher import Dispatcher
from chatbot.telegram_ui.drawings import Drawings
from chatbot.telegram_ui.entry_points import EntryPoints
from chatbot.telegram_ui.intake import POLL_SECONDS, Polling
from chatbot.telegram_ui.pacing import Pace, Pacing
from chatbot.telegram_ui.patience import seconds_of
from chatbot.telegram_ui.presenter import Presenter
from chatbot.telegram_ui.reading import Reading, ReadingPace
from chatbot.telegram_ui.refusals import fixed_words
from chatbot.telegram_ui.routes import Routes, build_application
from chatbot.telegram_ui.sender import Sender
from chatbot.telegram_ui.webhook import Webhook, WebhookAddress
from chatbot.texts.speak import Texts
from chatbot.use_cases.ports import Steps
from chatbot.use_cases.replies import Phrase

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Manner:
    """How updates come (without a webhook, by polling), how fast they are read and messages go, which commands the
    menus offer. `clock` gives the seconds by which is read: they never run back."""

    webhook: WebhookAddress | None = None
    pace: Pace = field(default_factory=Pace)
    reading: ReadingPace = field(default_factory=ReadingPace)
    poll_seconds: int = POLL_SECONDS
    width: int = 32
    commands: Sequence[CommandEntry] = ()
    clock: Callable[[], float] = time.monotonic


def _nobody() -> None:
    """Called where nobody wants to know."""


def _unheard(_outcome: str) -> None:
    """Called where nobody counts."""


def _log_fatal(error: BaseException) -> None:
    _log.critical("no more updates are received: %s", error if isinstance(error, SettingsError) else told(error))


@dataclass(frozen=True, slots=True)
class Hooks:
    """Whom Telegram's side tells. `on_change` is called after every step that may have put a job; `on_fatal` gets
    the error that ended the intake (a SettingsError is one clear line): without updates nothing goes on. `on_update`
    and `on_message` get what became of each update and of each try to send, in a word."""

    on_change: Callable[[], None] = _nobody
    on_fatal: Callable[[BaseException], None] = _log_fatal
    on_update: Callable[[str], None] = _unheard
    on_message: Callable[[str], None] = _unheard


class TelegramSide:
    """Runs Telegram's side of the bot. Whoever puts something into the outbox elsewhere calls `wake`."""

    def __init__(
        self,
        bot: Bot,
        steps: Steps,
        entry_points: EntryPoints,
        texts: Texts,
        drawings: Drawings,
        manner: Manner,
        hooks: Hooks,
    ) -> None:
        self._bot = bot
        self._hooks = hooks
        self._work = Background()
        self._pumps = Background()
        self._intake = Background(lambda _name, error: hooks.on_fatal(error))
        self._presenter = presenter = Presenter(texts)
        self._application = build_application(bot, Routes(steps, entry_points, presenter))
        pacing = Pacing(manner.pace, asyncio.get_running_loop().time)
        deliveries = Deliveries(bot, presenter, drawings, pacing, ChatMenus(bot, texts, manner.commands))
        self._sender = Sender(deliveries, steps, entry_points, self._work, self._tried, manner.width)
        reading = Reading(manner.reading, manner.clock)
        self._dispatcher = Dispatcher(
            self._application, steps, entry_points, self._work, self._handled, reading, manner.width
        )
        polls = AiohttpRequest(connections=4, clock=manner.clock)
        self._polling = Polling(bot, polls, steps, self._dispatcher.lanes.wake, manner.poll_seconds)
        address = manner.webhook
        self._transport = polls if address is None else bot.request
        self._webhook = None if address is None else Webhook(bot, steps, self._dispatcher.lanes.wake, address)

    @property
    def webhook_port(self) -> int | None:
        """The port that the webhook listens on."""
        return None if self._webhook is None else self._webhook.port

    def wake(self) -> None:
        """Something was put into the outbox."""
        self._sender.lanes.wake()

    async def start(self) -> None:
        """Connect and begin: first what sends, last what receives. Raises SettingsError, with everything closed."""
        try:
            await self._start()
        except BaseException:
            await self.stop(0)
            raise

    async def _start(self) -> None:
        await connect(self._bot)
        await self._application.initialize()
        self._pumps.start(self._sender.lanes.run(), "sender")
        self._pumps.start(self._dispatcher.lanes.run(), "dispatcher")
        if self._webhook is not None:
            await self._webhook.start()
            self._intake.start(self._webhook.watch(), "webhook")
        else:
            self._intake.start(self._polling.run(), "intake")

    async def drain(self, seconds: float) -> bool:
        """Wait until nothing is due and nothing is under way; False where that takes longer than `seconds`."""
        lanes = (self._dispatcher.lanes, self._sender.lanes)
        try:
            async with asyncio.timeout(seconds):
                while not all(lane.is_idle for lane in lanes):
                    for lane in lanes:
                        await lane.idle()
        except TimeoutError:
            return False
        return True

    async def hang_up(self) -> None:
        """Receive no more. Telegram keeps what comes meanwhile."""
        if self._webhook is not None:
            await self._webhook.close()
        await self._intake.close()

    async def stop(self, seconds: float = 5.0) -> None:
        """Receive no more, finish what is due for at most `seconds`, close. The rest waits in the store."""
        await self.hang_up()
        await self.drain(seconds)
        for lanes in (self._dispatcher.lanes, self._sender.lanes):
            lanes.stop()
        await self._pumps.close()
        await self._work.close()
        await self._application.shutdown()
        await self._bot.shutdown()

    async def say_now(self, chat_id: int, phrase: Phrase, language: str) -> None:
        """Send words at once, past the outbox: for when that cannot be used. Telegram's refusals are only logged."""
        try:
            await self._bot.send_message(chat_id, self._presenter.text((phrase,), language))
        except TelegramError as error:
            _log.warning("%d could not be told: %s", chat_id, type(error).__name__)

    async def download(self, file_id: str) -> bytes:
        """A file that a person sent, at most 20 MB. Raises TelegramAway at once while Telegram is away: whoever wants
        it has a place to leave meanwhile; and TelegramError for a file that it does not (or no longer) give."""
        file: File | None = None
        try:
            file = await self._bot.get_file(file_id)
            return bytes(await file.download_as_bytearray())
        except (BadRequest, Forbidden):
            raise
        except InvalidToken:
            if file is not None:  # what a path that is gone leads to
                raise
            raise TelegramAway("a file is late: Telegram does not know the token") from None
        except RetryAfter as error:
            raise TelegramAway("a file is late: too many calls", seconds_of(error)) from None
        except TelegramError as error:
            raise TelegramAway(f"a file is late: {fixed_words(error)}") from None

    @property
    def alive(self) -> dict[str, bool]:
        """Whether each part that must never end is still at work."""
        return {"intake": self._receives, **{name: self._pumps.runs(name) for name in ("dispatcher", "sender")}}

    @property
    def silence(self) -> float:
        """For how many seconds Telegram has not answered: polls, or with a webhook whatever is sent."""
        return self._transport.silence if isinstance(self._transport, AiohttpRequest) else 0.0

    @property
    def _receives(self) -> bool:
        return self._intake.runs("intake") if self._webhook is None else self._webhook.listens

    def _handled(self, outcome: str) -> None:
        self._hooks.on_update(outcome)
        self._changed()

    def _tried(self, outcome: str) -> None:
        self._hooks.on_message(outcome)
        self._changed()

    def _changed(self) -> None:
        self._sender.lanes.wake()
        self._hooks.on_change()
