"""The page by itself: what it shows of Telegram, what people can do on it, and whose words it speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.columns import Column, fits_the_screen
from browser.conftest import DESKTOP, PHONE, OpenPage
from browser.main_job import Cast, open_link, refer
from browser.shop import TOKEN, Shop
from playwright.async_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def _telegram(shop: Shop, method: str, **params: object) -> dict[str, int]:
    """A call of the Bot API, as the bot makes it."""
    answer = await shop.people.call("POST", f"/bot{TOKEN}/{method}", json=params)
    result = answer["result"]
    return result if isinstance(result, dict) else {}


async def test_a_new_person_opens_a_friends_link_and_is_greeted_in_their_language(open_page: OpenPage) -> None:
    page = await open_page(DESKTOP, "en-GB")
    await refer(Cast.on(page).friend)
    await Cast.on(page).friend.element.locator("article.other a[href*='start=r_']").first.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("radio", name="A new person").check()
    await dialog.get_by_role("textbox", name="Name").fill("Ana")
    await dialog.get_by_role("combobox").select_option("es")
    await dialog.get_by_role("button", name="Open").click()
    ana = Column(page, "Ana")
    await expect(ana.element).to_be_visible()
    await expect(await ana.sees("Marie")).to_contain_text("Hola")


async def test_the_link_works_on_a_phone_too(open_page: OpenPage) -> None:
    page = await open_page(PHONE, "es-ES")
    cast = Cast.on(page)
    await refer(cast.friend)
    await open_link(cast.friend, "Lin")
    await expect(cast.client.element).to_be_visible()
    await expect(cast.friend.element).to_be_hidden()
    await cast.client.sees("Marie")
    await fits_the_screen(page)


@pytest.mark.parametrize(
    ("locale", "box"),
    [
        ("en-GB", "Message as Lin"),
        ("zh-CN", "以 Lin 的身份发消息"),
        ("fr-FR", "Message de Lin"),
        ("es-ES", "Mensaje de Lin"),
        ("de-DE", "Message as Lin"),
    ],
)
async def test_the_page_speaks_the_browsers_language_or_else_english(
    open_page: OpenPage, shop: Shop, locale: str, box: str
) -> None:
    await shop.people.start(await shop.people.person_with("client"))
    page = await open_page(DESKTOP, locale)
    await expect(page.get_by_role("textbox", name=box, exact=True)).to_be_visible()


async def test_typing_edits_pins_and_deletions_show_as_they_happen(open_page: OpenPage, shop: Shop) -> None:
    lin = await shop.people.person_with("client")
    await shop.people.start(lin)
    page = await open_page(DESKTOP, "en-GB")
    column = Column(page, "Lin")
    await _telegram(shop, "sendChatAction", chat_id=lin, action="typing")
    await expect(column.element.locator(".chat-state")).to_contain_text("is typing")
    sent = await _telegram(shop, "sendMessage", chat_id=lin, text="Drawing …")
    await column.sees("Drawing …")
    await expect(column.element.locator(".chat-state")).not_to_contain_text("is typing")
    number = sent["message_id"]
    await _telegram(shop, "editMessageText", chat_id=lin, message_id=number, text="Drawn.")
    await expect(await column.sees("Drawn.")).to_contain_text("edited")
    await expect(column.messages("Drawing …")).to_have_count(0)
    await _telegram(shop, "pinChatMessage", chat_id=lin, message_id=number)
    await expect(column.element.locator(".pin-bar")).to_contain_text("Drawn.")
    await _telegram(shop, "deleteMessage", chat_id=lin, message_id=number)
    await expect(column.messages("Drawn.")).to_have_count(0)
    await expect(column.element.locator(".pin-bar")).to_be_hidden()


async def test_a_press_answered_without_words_shows_no_toast(open_page: OpenPage) -> None:
    lin = Column(await open_page(DESKTOP, "en-GB"), "Lin")
    await lin.begin()
    await lin.write("我们想做一个二手书交易的微信小程序，可以扫码上架，微信支付")
    await lin.press("现在就画")
    await lin.sees("创始人正在核对")
    await expect(lin.element.locator(".toast")).to_have_count(0)


async def test_a_refusal_is_an_alert_that_stays_until_it_is_closed(open_page: OpenPage, shop: Shop) -> None:
    lin = await shop.people.person_with("client")
    await shop.people.start(lin)
    page = await open_page(DESKTOP, "en-GB")
    buttons = {"inline_keyboard": [[{"text": "Old", "callback_data": "long-gone"}]]}
    await _telegram(shop, "sendMessage", chat_id=lin, text="An old message", reply_markup=buttons)
    await Column(page, "Lin").press("Old")
    alert = page.get_by_role("dialog")
    await expect(alert).to_contain_text("/help")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)


async def test_a_file_goes_to_the_bot_and_the_bot_answers(open_page: OpenPage, tmp_path: Path) -> None:
    page = await open_page(DESKTOP, "en-GB")
    lin = Column(page, "Lin")
    await lin.begin()
    await lin.sees("Lantern Software")
    document = tmp_path / "spec.txt"
    document.write_text("What we want")
    await lin.element.get_by_role("button", name="Attach").click()
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("menuitem", name="File").click()
    await (await choosing.value).set_files(document)
    await page.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(lin.element.locator("article.own a.document")).to_contain_text("spec.txt")
    await lin.sees("文件")


async def test_blocking_the_bot_shows_and_can_be_undone(open_page: OpenPage) -> None:
    page = await open_page(DESKTOP, "en-GB")
    lin = Column(page, "Lin")
    await lin.begin()
    await lin.sees("Lantern Software")
    await lin.element.get_by_role("button", name="Menu of Lin’s chat").click()
    await page.get_by_role("menuitem", name="Block the bot").click()
    await expect(lin.element.locator(".chat-state")).to_contain_text("bot blocked")
    await lin.element.get_by_role("button", name="Unblock and restart").click()
    await expect(lin.element.locator(".chat-state")).not_to_contain_text("bot blocked")
    await lin.write("再见")


async def test_what_people_write_is_never_markup(open_page: OpenPage, shop: Shop) -> None:
    hostile = "<img src=x onerror=document.title='taken'><b>bold</b>"
    mallory = await shop.people.person(hostile, "en")
    await shop.people.start(mallory)
    await shop.people.send(mallory, hostile)
    page = await open_page(PHONE, "en-GB")
    await page.locator(".chip").filter(has_text="onerror").click()
    own = page.locator("article.message.own").filter(has_text=hostile)
    await expect(own).to_be_visible()
    await expect(page.locator("article.message img[src='x'], header img")).to_have_count(0)
    assert await page.title() != "taken"
    await fits_the_screen(page)


async def test_a_long_name_in_one_piece_breaks_before_it_leaves_the_screen(open_page: OpenPage, shop: Shop) -> None:
    endless = "Wolfeschlegelsteinhausenbergerdorffvoralternwarenliebe"
    await shop.people.person(endless, "en")
    page = await open_page(PHONE, "en-GB")
    await page.locator(".chip").filter(has_text=endless).click()
    await expect(
        page.locator(".empty-card").filter(has_text=f"Press Start to talk to Lantern Software as {endless}")
    ).to_be_visible()
    await fits_the_screen(page)
    await page.locator(".big-start:visible").click()
    await expect(page.locator("article.message.own:visible")).to_have_count(1)
    await fits_the_screen(page)
