"""The main job, clicked through on the page: on a phone in Chinese and on a desktop in French."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from browser.columns import Column, fits_the_screen
from browser.conftest import DESKTOP, PHONE, OpenPage, Screen
from browser.main_job import Cast, approve, describe, open_link, refer
from playwright.async_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize(("screen", "locale", "edited"), [(PHONE, "zh-CN", "已编辑"), (DESKTOP, "fr-FR", "modifié")])
async def test_a_referred_client_gets_an_approved_quote_and_accepts_it(
    open_page: OpenPage, screen: Screen, locale: str, edited: str, tmp_path: Path
) -> None:
    page = await open_page(screen, locale)
    cast = Cast.on(page)
    await refer(cast.friend)
    await open_link(cast.friend, "Lin")
    await cast.client.sees("Marie")
    await describe(cast.client)
    await expect(await cast.client.sees("创始人正在核对")).to_contain_text(edited)
    await approve(cast.founder)
    await expect(cast.founder.element.locator(".toast")).to_contain_text("Lin")
    await _client_looks_at_the_quote(cast.client, tmp_path)
    await cast.client.press("接受")
    await cast.client.sees("太好了")
    await cast.founder.sees("accepted the quote")
    await cast.friend.sees("Lin souhaite avancer")
    for column in (cast.client, cast.friend, cast.founder):
        await column.show()
        await fits_the_screen(page)


async def _client_looks_at_the_quote(client: Column, tmp_path: Path) -> None:
    picture = await client.photo("二手书")
    await picture.click()
    lightbox = client.page.get_by_role("dialog")
    await expect(lightbox.locator("img")).to_be_visible()
    await client.page.keyboard.press("Escape")
    await expect(lightbox).to_have_count(0)
    quote = await client.download()
    assert quote.suggested_filename.endswith(".pdf")
    stored = tmp_path / "quote.pdf"
    await quote.save_as(stored)
    assert (await asyncio.to_thread(stored.read_bytes)).startswith(b"%PDF")
