"""The main job as people click it on the page: used by the tests and by the pictures of the README."""

from __future__ import annotations

from dataclasses import dataclass

from browser.columns import Column
from playwright.async_api import Page, expect

BOOKS = (
    "你好，朋友介绍来的。我们想做一个二手书交易的微信小程序，主要给大学生用。",
    "学生可以扫 ISBN 上架自己的书；买家能按学校和距离搜；要有站内聊天和微信支付。",
    "卖家可以提现。我们自己要有后台看订单和封号。设计没有，都需要你们做。",
    "希望开学前（明年 2 月底）能上线。预算大概六到八万吧。",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The three chats that are there from the start."""

    client: Column
    friend: Column
    founder: Column

    @classmethod
    def on(cls, page: Page) -> Cast:
        """Everybody on one page."""
        return cls(Column(page, "Lin"), Column(page, "Marie"), Column(page, "Alex"))


async def refer(friend: Column) -> None:
    """The friend asks for a link and gets the picture."""
    await friend.begin()
    await friend.sees("Lantern Software")
    await friend.write("/refer")
    await friend.photo()


async def open_link(friend: Column, who: str) -> None:
    """Click the friend's link and choose who opens it."""
    await friend.show()
    await friend.element.locator("article.other a[href*='start=r_']").first.click()
    dialog = friend.page.get_by_role("dialog")
    await dialog.get_by_role("radio", name=who).check()
    await dialog.locator("button[type=submit]").click()
    await expect(dialog).to_have_count(0)


async def describe(client: Column) -> None:
    """The client writes a burst of messages and asks for the draft."""
    for line in BOOKS:
        await client.write(line)
    await client.press("现在就画")


async def approve(founder: Column) -> None:
    """The founder gets the card and taps."""
    await founder.photo("Lead")
    await founder.press("Approve")
