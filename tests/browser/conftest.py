"""A browser on the page of an open shop. Whatever the page complains about fails the test.

One browser serves all tests, in one event loop (`loop_scope`); each test has a shop and pages of its own.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from browser.chromium import chromium, executable
from browser.shop import Shop, open_shop
from playwright.async_api import Browser, BrowserContext, Page


@dataclass(frozen=True, slots=True)
class Screen:
    """A kind of device: its size in pixels and whether it is touched."""

    width: int
    height: int
    touched: bool = False


PHONE, DESKTOP = Screen(390, 844, touched=True), Screen(1440, 900)
OpenPage = Callable[[Screen, str], Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    async with open_shop(tmp_path) as shop:
        yield shop


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browser]:
    if executable() is None:
        pytest.skip("chromium is not installed: apt install chromium")
    async with chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser, shop: Shop) -> AsyncIterator[OpenPage]:
    """Opens the shop's page on a screen, in a locale; at the end nothing may have been complained about."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    async def opened(screen: Screen, locale: str) -> Page:
        context = await browser.new_context(
            viewport={"width": screen.width, "height": screen.height},
            locale=locale,
            is_mobile=screen.touched,
            has_touch=screen.touched,
        )
        contexts.append(context)
        page = await context.new_page()
        page.on("console", lambda message: _note(complaints, message.type, message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(shop.url)
        return page

    yield opened
    for context in contexts:
        await context.close()
    assert complaints == []


def _note(complaints: list[str], kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        complaints.append(text)
