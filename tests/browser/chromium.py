"""Debian's Chromium, driven by Playwright, with the fonts that travel with the program."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from playwright.async_api import Browser, async_playwright

from chatbot.pictures.fonts import font_folders

FLAGS = (
    "--no-sandbox",  # CI runs as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str | None:
    """The path of Chromium, or None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Browser]:
    """A headless browser; `folder` takes the list of fonts, so that Chinese is legible on any machine."""
    path = executable()
    if path is None:
        raise FileNotFoundError("chromium is not installed: apt install chromium")
    environment = {**os.environ, "FONTCONFIG_FILE": str(_font_list(folder))}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=path, headless=True, args=list(FLAGS), env=environment
        )
        try:
            yield browser
        finally:
            await browser.close()


def _font_list(folder: Path) -> Path:
    """A fontconfig file: the system's fonts and ours, ours first for Latin and for Chinese."""
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        + "".join(_elements("dir", ["/usr/share/fonts", *map(str, font_folders())]))
        + "".join(_elements("cachedir", [str(folder / "font-cache")]))
        + "<alias><family>sans-serif</family><prefer>"
        + "".join(_elements("family", ["Noto Sans", "Noto Sans SC", "Noto Color Emoji"]))
        + "</prefer></alias></fontconfig>"
    )
    return path


def _elements(tag: str, words: Iterable[str]) -> Iterable[str]:
    return (f"<{tag}>{escape(one)}</{tag}>" for one in words)
