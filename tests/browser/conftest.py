"""A browser on the page of an open shop. Whatever the page complains about fails the test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.chromium import chromium, executable
from browser.shop import Shop, open_shop
from playwright.async_api import Browser, Page


@dataclass(frozen=True, slots=True)
class Screen:
    """A kind of device: its size in pixels and whether it is touched."""

    width: int
    height: int
    touched: bool = False


PHONE, DESKTOP = Screen(390, 844, touched=True), Screen(1440, 900)
OpenPage = Callable[[Screen, str], Awaitable[Page]]


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    async with open_shop(tmp_path) as shop:
        yield shop


@pytest.fixture
async def browser(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browser]:
    if executable() is None:
        pytest.skip("chromium is not installed: apt install chromium")
    async with chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
async def open_page(shop: Shop, browser: Browser) -> AsyncIterator[OpenPage]:
    """Opens the shop's page on a screen, in a locale; at the end nothing may have been complained about."""
    complaints: list[str] = []

    async def opened(screen: Screen, locale: str) -> Page:
        context = await browser.new_context(
            viewport={"width": screen.width, "height": screen.height},
            locale=locale,
            is_mobile=screen.touched,
            has_touch=screen.touched,
        )
        page = await context.new_page()
        page.on("console", lambda message: _note(complaints, message.type, message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(shop.url)
        return page

    yield opened
    assert complaints == []


def _note(complaints: list[str], kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        complaints.append(text)
