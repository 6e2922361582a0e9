"""Updates through a webhook: only with the secret, only what is an update, stored before the answer."""

from __future__ import annotations

import asyncio
import gzip
import hmac
import json
import logging
import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest
from fakes import Start, Telegram, a_message
from faults.trouble import until

from chatbot.background import Background
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.domain.errors import SettingsError
from chatbot.telegram_ui.webhook import WebhookAddress
from chatbot.telegram_ui.webhook_door import LARGEST_BODY, SECRET_HEADER, Patience


@pytest.fixture
async def hooked(start: Start, unused_port: int) -> Telegram:
    return await start(webhook=address(unused_port, Patience(pause=0)))


def address(port: int, patience: Patience) -> WebhookAddress:
    return WebhookAddress(f"http://127.0.0.1:{port}/telegram", "our-secret", port, patience=patience)


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_updates_come_through_the_webhook(people: DemoClient, hooked: Telegram) -> None:
    person = await people.person_with("client")
    await people.start(person)
    await people.send(person, "hello")
    await people.wait_for(person, "echo hello")
    assert hooked.toys.commands == [("start", "")]


async def test_health_sees_that_the_webhook_is_closed(hooked: Telegram) -> None:
    assert hooked.side.alive["intake"]
    await hooked.side._webhook.close()
    assert not hooked.side.alive["intake"]


async def test_a_webhook_that_another_process_took_away_is_set_again_and_both_log_and_health_tell(
    start: Start, unused_port: int, people: DemoClient, caplog: pytest.LogCaptureFixture
) -> None:
    hooked = await start(webhook=replace(address(unused_port, Patience()), look_seconds=0.05))
    lin = await people.person_with("client")
    await people.start(lin)
    await people.fault("setWebhook", "502")
    await hooked.bot.delete_webhook()  # as every process does that polls
    await until(lambda: not hooked.side.alive["intake"])
    await people.send(lin, "hello")
    await people.wait_for(lin, "echo hello")
    await until(lambda: hooked.side.alive["intake"])
    told = {record.getMessage() for record in caplog.records if record.levelno == logging.ERROR}
    assert [line.partition(";")[0] for line in told] == ["another process has taken the webhook away"]
    assert hooked.fatal == []


TOO_LARGE = "x" * (LARGEST_BODY + 1)
HELLO = json.dumps(a_message(1, 1, "hello"))


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        ("our-secret", HELLO, 200),
        ("wrong", HELLO, 401),
        ("", HELLO, 401),
        ("our-secre", HELLO, 401),
        ("our-secret-", HELLO, 401),
        ("clé secrète", HELLO, 401),
        ("wrong", TOO_LARGE, 401),
        ("our-secret", "no json", 400),
        ("our-secret", b"\xff\xfe\x00", 400),
        ("our-secret", "[" * 200_000, 400),
        ("our-secret", "[]", 400),
        ("our-secret", "{}", 400),
        ("our-secret", '{"update_id": true}', 400),
        ("our-secret", '{"update_id": "7"}', 400),
        ("our-secret", '{"update_id": -1}', 400),
        ("our-secret", f'{{"update_id": {2**63}}}', 400),
        ("our-secret", TOO_LARGE, 413),
    ],
)
async def test_the_webhook_takes_only_updates_with_the_secret(
    hooked: Telegram, secret: str, body: str | bytes, status: int
) -> None:
    headers = {SECRET_HEADER: secret} if secret else {}
    assert await knock(hooked, body, headers) == (status, b"")
    await hooked.settled()
    assert len(hooked.toys.seen) == (1 if status == 200 else 0)


async def knock(hooked: Telegram, body: object, headers: dict[str, str]) -> tuple[int, bytes]:
    """Post this to the webhook; the answer's number and words."""
    async with aiohttp.ClientSession() as http, http.post(url_of(hooked), data=body, headers=headers) as answer:
        return answer.status, await answer.read()


def url_of(hooked: Telegram) -> str:
    return f"http://127.0.0.1:{hooked.side.webhook_port}/telegram"


async def test_a_secret_in_bytes_that_are_no_text_is_a_wrong_one(hooked: Telegram) -> None:
    head = b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n%s: \xff\xfe\r\n\r\n" % SECRET_HEADER.encode()
    assert (await spoken(hooked, head)).startswith(b"HTTP/1.1 401 ")


async def test_a_body_without_a_length_is_limited_too(hooked: Telegram) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 50_000 + 2):
            yield b"x" * 50_000

    assert await knock(hooked, pieces(), {SECRET_HEADER: "our-secret"}) == (413, b"")


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/telegram", 405), ("PUT", "/telegram", 405), ("GET", "/", 404)]
)
async def test_whoever_looks_around_learns_nothing_of_what_answers(
    hooked: Telegram, method: str, path: str, status: int
) -> None:
    said = await spoken(hooked, f"{method} {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    head, _, body = said.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert body == b""
    assert b"aiohttp" not in head.lower()
    assert b"python" not in head.lower()


async def spoken(hooked: Telegram, request: bytes) -> bytes:
    """All that the webhook answers to these bytes until it closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", hooked.side.webhook_port)
    writer.write(request)
    try:
        async with asyncio.timeout(10):
            return await reader.read()
    finally:
        writer.close()


POST = b"POST /telegram HTTP/1.1\r\n"
HEAD = POST + b"Host: x\r\n"
SECRET = SECRET_HEADER.encode() + b": our-secret\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"ZEBRAWOOD GARBAGE\r\n\r\n",
        HEAD + b"ZEBRA WOOD: \x00y\r\n\r\n",
        HEAD + b"Content-Length: zebrawood\r\n\r\n",
        HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        HEAD + b"Content-Length: 5\r\n" + CHUNKED + b"0\r\n\r\n",
        HEAD + CHUNKED + b"zebrawood\r\n",
        HEAD + SECRET + CHUNKED + b"zebrawood\r\n",
        HEAD + b"Expect: zebrawood\r\nContent-Length: 0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nExpect: zebrawood\r\n\r\n",
        b"POST /telegram HTTP/9.9\r\nHost: x\r\n\r\n",
        POST + b"\r\n",
        b"POST /" + b"zebrawood" * 1000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        HEAD + b"X: " + b"zebrawood" * 1000 + b"\r\n\r\n",
        HEAD + SECRET + b"Content-Encoding: br\r\nContent-Length: 9\r\n\r\nzebrawood",
        HEAD + SECRET + b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nzebrawood",
        b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
        b"CONNECT zebrawood:443 HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
async def test_a_request_of_any_shape_is_told_nothing_and_fills_no_log(
    hooked: Telegram, caplog: pytest.LogCaptureFixture, sent: bytes
) -> None:
    head, _, body = (await spoken(hooked, sent)).partition(b"\r\n\r\n")
    assert head == b"" or head.startswith(b"HTTP/1.1 4")
    assert body == b""
    assert b"server:" not in head.lower()
    assert b"zebra" not in head.lower()
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO] == []


async def test_a_body_is_never_inflated(hooked: Telegram) -> None:
    """A small one could hold hundreds of megabytes, and comes before the secret is known."""
    headers = {SECRET_HEADER: "our-secret", "Content-Encoding": "gzip"}
    assert await knock(hooked, gzip.compress(HELLO.encode()), headers) == (400, b"")


@pytest.mark.parametrize("given", ["our-secret", "our-secreT", "our", "wrong", "", "clé secrète"])
async def test_what_lets_a_secret_in_is_a_comparison_in_constant_time_and_nothing_else(
    hooked: Telegram, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return False

    monkeypatch.setattr(hmac, "compare_digest", compare)
    assert (await knock(hooked, HELLO, {SECRET_HEADER: given}))[0] == 401
    assert compared == [(given.encode(), b"our-secret")]


async def waiting(hooked: Telegram, number: int) -> None:
    """Return when so many guesses are kept waiting."""
    async with asyncio.timeout(10):
        while True:
            if hooked.side._webhook.door.waiting == number:
                return
            await asyncio.sleep(0.01)


async def test_wrong_secrets_wait_and_the_right_one_does_not(start: Start, unused_port: int) -> None:
    """Two guesses wait for ever, here; a third is cut off unanswered; Telegram is let in all the same."""
    hooked = await start(webhook=address(unused_port, Patience(pause=3600, waiting=2)))
    tasks = Background()
    guesses = [tasks.start(knock(hooked, HELLO, {SECRET_HEADER: f"guess {number}"}), "guess") for number in range(2)]
    await waiting(hooked, 2)
    with pytest.raises(aiohttp.ClientError):
        await knock(hooked, HELLO, {SECRET_HEADER: "one guess too many"})
    assert await knock(hooked, HELLO, {SECRET_HEADER: "our-secret"}) == (200, b"")
    assert not any(guess.done() for guess in guesses)
    await hooked.side.stop(0.5)
    assert await asyncio.gather(*guesses) == [(401, b"")] * 2


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        (b"", b""),
        (b"POST /telegram HTTP/1.1\r\nHost:", b""),
        (
            b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n%s: our-secret\r\n\r\n{"
            % SECRET_HEADER.encode(),
            b"HTTP/1.1 408 ",
        ),
    ],
)
async def test_who_sends_too_slowly_is_cut_off(start: Start, unused_port: int, sent: bytes, answered: bytes) -> None:
    hooked = await start(webhook=address(unused_port, Patience(silence=0.2)))
    assert (await spoken(hooked, sent)).startswith(answered)


async def test_an_update_that_comes_twice_takes_effect_once(hooked: Telegram) -> None:
    for _ in range(2):
        assert await knock(hooked, HELLO, {SECRET_HEADER: "our-secret"}) == (200, b"")
    await hooked.settled()
    assert len(hooked.toys.seen) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"update_id": 5},
        {"update_id": 6, "message": "no message"},
        {"update_id": 7, "message": {"chat": {"id": 2**70}, "from": {"id": 2**70}}},
        {"update_id": 8, "callback_query": {"from": {"id": []}, "data": 3}},
        {"update_id": 9, "message": {"chat": {"id": True}, "from": None, "text": "\ud800"}},
    ],
)
async def test_an_update_of_another_shape_holds_up_nobody(hooked: Telegram, body: dict[str, object]) -> None:
    """It is stored and set aside or passed over; what comes after it goes its way."""
    assert await knock(hooked, json.dumps(body), {SECRET_HEADER: "our-secret"}) == (200, b"")
    assert await knock(hooked, HELLO, {SECRET_HEADER: "our-secret"}) == (200, b"")
    await hooked.settled()
    assert len(hooked.toys.seen) == 1


async def test_a_port_that_is_taken_is_named(start: Start, server: TelegramServer) -> None:
    taken = int(server.url.rpartition(":")[2])
    with pytest.raises(SettingsError, match="WEBHOOK_PORT"):
        await start(webhook=WebhookAddress(f"http://127.0.0.1:{taken}/", "s", taken))
