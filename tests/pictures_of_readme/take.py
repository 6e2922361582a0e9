"""Plays the main job on the demo's page and takes the README's pictures.

Run `.venv/bin/python tests/pictures_of_readme/take.py`. It needs Debian's chromium, fonts-noto-color-emoji, and
pngquant, which makes the pictures small.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
os.environ.setdefault("PTB_TIMEDELTA", "1")

from browser.chromium import chromium  # noqa: E402 - the path and the environment come first
from browser.main_job import Cast, approve, describe, open_link, refer  # noqa: E402
from browser.shop import Shop, open_shop  # noqa: E402
from playwright.async_api import Browser, Page, expect  # noqa: E402

from chatbot.pictures.renderer import TEMPLATES, TypstPictures, _compiler, _inputs  # noqa: E402

LARGEST = 400_000  # bytes of one picture
SHOP_ZONE = "Asia/Shanghai"


class KeptPictures(TypstPictures):
    """Draws, and keeps what was drawn last of each template and form."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[tuple[str, str], Mapping[str, object]] = {}

    async def draw(self, template: str, data: Mapping[str, object], form: str) -> bytes:
        """As the bot asks for it."""
        self.data[template, form] = data
        return await super().draw(template, data, form)

    def first_page(self, template: str, form: str, pixels_per_inch: float) -> bytes:
        """The first page of the last drawing, as a picture."""
        pages = _compiler(_inputs(template, self.data[template, form])).compile(
            TEMPLATES / f"{template}.typ", format="png", ppi=pixels_per_inch, timestamp=0
        )
        return pages[0] if isinstance(pages, list) else pages


async def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        pictures, home = KeptPictures(), Path(folder)
        async with open_shop(home, pictures, burst_seconds=2) as shop, chromium(home) as browser:
            await _desktop(shop, browser)
            await _phone(shop, browser)
        _save("mind_map.png", pictures.first_page("mind_map", "png", 100))
        _save("quote.png", pictures.first_page("quote", "pdf", 100))


async def _desktop(shop: Shop, browser: Browser) -> None:
    """Three chats mid-way: the friend has a link, the founder has approved, the client has a quote."""
    page = await _page(shop, browser, 1440, 900, 1.5, "en-GB")
    cast = Cast.on(page)
    await refer(cast.friend)
    await open_link(cast.friend, "Lin")
    await cast.client.sees("Lantern Software")
    await describe(cast.client)
    await approve(cast.founder)
    await cast.client.photo()
    await cast.client.sees("报价单")
    await cast.friend.sees("Lin a reçu")
    await expect(page.locator(".toast")).to_have_count(0, timeout=15_000)
    await page.mouse.move(720, 20)
    await _shot(page, "desktop.png")


async def _phone(shop: Shop, browser: Browser) -> None:
    page = await _page(shop, browser, 390, 844, 2, "zh-CN")
    await Cast.on(page).client.photo()
    await _shot(page, "phone.png")


async def _page(shop: Shop, browser: Browser, width: int, height: int, sharpness: float, locale: str) -> Page:
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=sharpness,
        locale=locale,
        timezone_id=SHOP_ZONE,
    )
    page = await context.new_page()
    await page.goto(shop.url)
    return page


async def _shot(page: Page, name: str) -> None:
    await page.evaluate("document.fonts.ready")
    _save(name, await page.screenshot(animations="disabled"))


def _save(name: str, picture: bytes) -> None:
    pngquant = shutil.which("pngquant")
    if pngquant is None:
        sys.exit("pngquant is not installed: apt install pngquant")
    command = [pngquant, "--speed", "1", "128", "-"]
    small = subprocess.run(command, input=picture, capture_output=True, check=True).stdout  # noqa: S603 - our picture
    if len(small) > LARGEST:
        sys.exit(f"{name} has {len(small)} bytes, more than {LARGEST}")
    (HERE / name).write_bytes(small)


if __name__ == "__main__":
    asyncio.run(main())
