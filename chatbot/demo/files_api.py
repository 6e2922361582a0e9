"""The page itself, and the files that were sent in the chats."""

import asyncio
from pathlib import Path

from aiohttp import web

from chatbot.demo.errors import PersonError
from chatbot.demo.world import World

PAGE = Path(__file__).with_name("page")
SHOWN = {
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "application/pdf",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
}
NO_SCRIPTS = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}


class FilesApi:
    """Serves the page's own files and everybody's."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Serve the page and the files."""
        app.router.add_get("/", self.index)
        app.router.add_static("/page", PAGE)
        app.router.add_get("/files/{name}", self.file)

    async def index(self, _: web.Request) -> web.FileResponse:
        """The page."""
        return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})

    async def file(self, request: web.Request) -> web.Response:
        """A file that somebody sent; what a browser might run as a page of ours is only to be saved."""
        stored = self._world.files.by_page_name(request.match_info["name"])
        if stored is None:
            raise PersonError("There is no such file.", 404)
        shown = stored.mime_type if stored.mime_type in SHOWN else "application/octet-stream"
        data = await asyncio.to_thread(self._world.files.read, stored)
        return web.Response(body=data, content_type=shown, headers=NO_SCRIPTS)
