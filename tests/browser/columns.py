"""What a person can do and see in one chat of the page, by the words that stand on it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.async_api import Download, Locator, Page, expect

PATIENCE_MS = 30_000


@dataclass(frozen=True, slots=True)
class Column:
    """The chat of one person, as it stands on the page."""

    page: Page
    name: str

    @property
    def element(self) -> Locator:
        """The section with this chat."""
        return self.page.locator(f'section.column[aria-label="{self.name}"]')

    def messages(self, words: str | re.Pattern[str] = "") -> Locator:
        """What the bot wrote that holds these words."""
        return self.element.locator("article.message.other").filter(has_text=words)

    async def show(self) -> None:
        """Bring this chat to the front; on a phone only one is shown at a time."""
        await expect(self.page.locator(".chip[aria-pressed=true]").first).to_be_visible()
        if not await self.element.is_visible():
            await self.page.locator(".chip").filter(has_text=self.name).click()
        await expect(self.element).to_be_visible()

    async def begin(self) -> None:
        """Press Start."""
        await self.show()
        await self.element.locator(".big-start").click()

    async def write(self, text: str) -> None:
        """Type into the box and press Enter; the words then stand in the chat."""
        await self.show()
        box = self.element.get_by_role("textbox", name=self.name)
        await box.fill(text)
        await box.press("Enter")
        await expect(self.element.locator("article.message.own").filter(has_text=text).last).to_be_visible()

    async def sees(self, words: str | re.Pattern[str]) -> Locator:
        """Wait until the bot has written something with these words; the newest such message."""
        await self.show()
        message = self.messages(words).last
        await expect(message).to_be_visible(timeout=PATIENCE_MS)
        return message

    async def press(self, label: str) -> None:
        """Press the newest button whose label holds these words."""
        await self.show()
        button = self.element.locator(".inline-button").filter(has_text=label).last
        await expect(button).to_be_visible(timeout=PATIENCE_MS)
        await button.click()

    async def photo(self, words: str = "") -> Locator:
        """The newest picture, once it is drawn."""
        await self.show()
        picture = self.messages(words).locator("button.photo img:not(.behind)").last
        await expect(picture).to_be_visible(timeout=PATIENCE_MS)
        await expect(picture).to_have_js_property("complete", True)
        assert await picture.evaluate("image => image.naturalWidth") > 0
        return picture

    async def download(self) -> Download:
        """Click the newest document."""
        await self.show()
        link = self.element.locator("a.document").last
        await expect(link).to_be_visible(timeout=PATIENCE_MS)
        async with self.page.expect_download() as coming:
            await link.click()
        return await coming.value


SIDEWAYS = """() => [...document.querySelectorAll("html, main, section.column, .messages")]
    .filter((one) => one.clientWidth > 0 && getComputedStyle(one).overflowX !== "hidden")
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.tagName}.${one.className} is ${one.scrollWidth} wide in ${one.clientWidth}`)"""


CUT_OFF = """() => [...document.querySelectorAll(".bubble, .inline-button, .composer, header, .empty-card > *")]
    .map((one) => [one.className, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.left < 0 || box.right > window.innerWidth))
    .map(([name, box]) => `${name} reaches from ${box.left} to ${box.right}`)"""


async def fits_the_screen(page: Page) -> None:
    """Nothing makes the page, or a chat on it, scroll sideways, and nothing is cut off at its sides."""
    for faults in (SIDEWAYS, CUT_OFF):
        found = await page.evaluate(faults)
        assert found == [], found
