"""Webhooks: updates are posted to the bot, in order within a chat, and again until it says 200."""

import asyncio
import logging
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from chatbot.background import Background
from chatbot.demo.errors import bad_request, conflict
from chatbot.demo.journal import Journal
from chatbot.demo.model import Json
from chatbot.demo.params import Params
from chatbot.demo.polling import Polling
from chatbot.demo.updates import Update, UpdateQueue

log = logging.getLogger(__name__)

ANSWER_SECONDS = 60.0
LONGEST_PAUSE = 60.0
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = {None, 80, 88, 443, 8443}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(slots=True)
class Hook:
    """Where updates go, and how it went last."""

    url: str = ""
    secret: str = ""
    most_connections: int = 40
    last_error_date: int = 0
    last_error: str = ""


class Webhook:
    """Delivers the queue to a webhook while one is set; `first_pause` in seconds doubles with each failure."""

    def __init__(
        self, queue: UpdateQueue, polling: Polling, clock: Callable[[], float], journal: Journal, first_pause: float
    ) -> None:
        self.hook = Hook()
        self._queue = queue
        self._polling = polling
        self._clock = clock
        self._journal = journal
        self._first_pause = first_pause
        self._lanes: dict[int, deque[Update]] = {}
        self._background = Background()
        self._places = asyncio.Semaphore(self.hook.most_connections)
        self._session: aiohttp.ClientSession | None = None
        queue.on_arrival.append(self._arrived)

    def refuse_polls(self) -> None:
        """Raise Telegram's conflict for a poll while a webhook is set."""
        if self.hook.url:
            raise conflict(ACTIVE)

    async def resume(self) -> None:
        """Go on delivering, as after a restart."""
        if self.hook.url:
            self._places = asyncio.Semaphore(self.hook.most_connections)
            for update in self._queue.first(len(self._queue.pending)):
                self._arrived(update)

    async def set(self, params: Params) -> bool:
        """setWebhook; plain HTTP is taken for loopback, where no TLS proxy stands."""
        url = params.text("url")
        if not url:
            return await self.delete(params)
        _check_url(url)
        secret = params.text("secret_token")
        if secret and not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        allowed = [str(kind) for kind in params.items("allowed_updates", "update kinds")]
        await self._stop()
        if params.has("allowed_updates"):
            self._queue.allow(allowed)
        self.hook = Hook(url, secret, min(max(params.integer("max_connections", 40), 1), 100))
        self._journal.note("state", "webhook")
        self._polling.end("terminated by setWebhook request")
        if params.flag("drop_pending_updates"):
            self._queue.drop_all()
        await self.resume()
        return True

    async def delete(self, params: Params) -> bool:
        """deleteWebhook; pending updates stay, unless they are to be dropped."""
        self.hook = Hook()
        self._journal.note("state", "webhook")
        await self._stop()
        if params.flag("drop_pending_updates"):
            self._queue.drop_all()
        return True

    def info(self) -> Json:
        """getWebhookInfo."""
        info: Json = {
            "url": self.hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._queue.pending),
        }
        if self.hook.url:
            info |= {"max_connections": self.hook.most_connections, "ip_address": "127.0.0.1"}
        if self.hook.last_error:
            info |= {"last_error_date": self.hook.last_error_date, "last_error_message": self.hook.last_error}
        return info | ({"allowed_updates": self._queue.allowed} if self._queue.allowed else {})

    async def close(self) -> None:
        """Stop delivering; what was not confirmed stays pending."""
        await self._stop()

    async def _stop(self) -> None:
        await self._background.close()
        self._lanes.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _arrived(self, update: Update) -> None:
        if not self.hook.url:
            return
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        self._background.start(self._run_lane(update.lane), f"webhook of chat {update.lane}")

    async def _run_lane(self, name: int) -> None:
        lane, pause = self._lanes[name], self._first_pause
        while lane:
            async with self._places:
                delivered = await self._deliver(lane[0])
            if delivered:
                self._queue.confirm(lane.popleft().id)
                pause = self._first_pause
                continue
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        del self._lanes[name]

    async def _deliver(self, update: Update) -> bool:
        """Post one update; False, with the reason noted, where it was not taken."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS))
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.hook.secret} if self.hook.secret else {}
        try:
            async with self._session.post(self.hook.url, json=update.payload(), headers=headers) as response:
                await response.read()
                if 200 <= response.status < 300:
                    return True
                failure = f"Wrong response from the webhook: {response.status} {response.reason}"
        except TimeoutError:
            failure = "Read timeout expired"
        except aiohttp.ClientConnectorError:
            failure = "Connection refused"
        except aiohttp.ClientError as error:
            failure = f"Connection closed: {type(error).__name__}"
        self.hook.last_error, self.hook.last_error_date = failure, int(self._clock())
        log.info("webhook: %s", failure)
        return False


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
