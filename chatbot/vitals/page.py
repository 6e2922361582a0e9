"""/healthz and /metrics over HTTP, for whoever watches the bot. Not for the public: it has no password."""

from __future__ import annotations

from aiohttp import web
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from chatbot.background import why_not
from chatbot.domain.errors import SettingsError
from chatbot.vitals.watch import Watch

_CLOSING_SECONDS = 0.2  # aiohttp takes it twice


class VitalsPage:
    """Listens from `start` to `close`."""

    def __init__(self, watch: Watch, host: str, port: int) -> None:
        self._watch = watch
        self._address = (host, port)
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_CLOSING_SECONDS)

    @property
    def port(self) -> int:
        """The port that is listened on; of use where 0 was asked for."""
        return int(self._runner.addresses[0][1])

    async def start(self) -> None:
        """Listen. Raises SettingsError for an address that cannot be used."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, *self._address).start()
        except OSError as error:
            await self.close()
            host, port = self._address
            raise SettingsError(
                f"METRICS_PORT {port} on METRICS_HOST {host} cannot be listened on: {why_not(error)}; choose another"
            ) from None

    async def close(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        health = await self._watch.health()
        return web.json_response({"ok": health.good, "parts": dict(health.parts)}, status=200 if health.good else 503)

    async def _metrics(self, _request: web.Request) -> web.Response:
        await self._watch.look()
        return web.Response(body=self._watch.meters.exposition(), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})
