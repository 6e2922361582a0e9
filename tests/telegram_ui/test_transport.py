"""The transport on aiohttp, and the errors that it and Telegram make."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from fakes import TOKEN, RecordingRequest
from telegram import InputFile
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from chatbot.domain.errors import SettingsError
from chatbot.telegram_ui.aiohttp_request import AiohttpRequest
from chatbot.telegram_ui.bot import connect, make_bot
from chatbot.telegram_ui.patience import until_done


@pytest.fixture
async def far_end() -> AsyncIterator[str]:
    """A server that tells what it was sent, or misbehaves as its path says."""

    async def echo(request: web.Request) -> web.Response:
        form = await request.post()
        told = {
            name: [value.filename, value.content_type, value.file.read().decode()]
            if isinstance(value, web.FileField)
            else value
            for name, value in form.items()
        }
        return web.json_response({"ok": True, "result": told})

    async def hang(_request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    async def reset(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async def html(_request: web.Request) -> web.Response:
        return web.Response(status=502, text="<html>bad gateway</html>")

    async def words(request: web.Request) -> web.Response:
        form = await request.post()
        return web.Response(status=int(str(form["status"])), text=str(form["body"]))

    app = web.Application()
    for path, handler in {"/echo": echo, "/hang": hang, "/reset": reset, "/html": html, "/words": words}.items():
        app.router.add_post(path, handler)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_the_transport_sends_fields_and_files_with_names_of_any_script(far_end: str) -> None:
    file = InputFile(b"%PDF", filename='报价 "1".pdf')
    data = RequestData(
        [
            RequestParameter.from_input("chat_id", 7),
            RequestParameter.from_input("caption", "谁"),
            RequestParameter.from_input("document", file),
        ]
    )
    async with AiohttpRequest() as request:
        told = await request.post(f"{far_end}/echo", data)
    assert isinstance(told, dict)
    assert (told["chat_id"], told["caption"]) == ("7", "谁")
    assert told["document"] == ['报价 "1".pdf', "application/pdf", "%PDF"]


@pytest.mark.parametrize(("path", "error"), [("/hang", TimedOut), ("/reset", NetworkError), ("/html", NetworkError)])
async def test_failures_of_the_network_come_as_ptb_expects(far_end: str, path: str, error: type[NetworkError]) -> None:
    async with AiohttpRequest() as request:
        with pytest.raises(error) as caught:
            await request.post(f"{far_end}{path}?{TOKEN}", read_timeout=0.2)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("status", [200, 302, 400, 403, 404, 409, 500, 502])
@pytest.mark.parametrize("body", ["<p>private words", '{"text": "private words', '["private words"]', "[" * 20_000])
async def test_of_an_answer_that_is_no_json_object_nothing_is_logged_or_told(
    far_end: str, caplog: pytest.LogCaptureFixture, status: int, body: str
) -> None:
    async with AiohttpRequest() as request:
        sent = RequestData([RequestParameter.from_input("status", status), RequestParameter.from_input("body", body)])
        with pytest.raises(TelegramError) as caught:
            await request.post(f"{far_end}/words", sent)
    trace = "".join(traceback.format_exception(caught.value))
    assert "private" not in caplog.text + trace
    assert "[[" not in caplog.text + trace


async def test_calling_again_tells_only_words_that_we_know(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(_seconds: float) -> None: ...

    monkeypatch.setattr(asyncio, "sleep", at_once)
    request = RecordingRequest([(502, b'{"description": "Bad Gateway for private words"}'), (200, b'{"result": 1}')])
    assert await until_done(lambda: request.post("http://telegram/getMe"), "Telegram is away") == 1
    assert "Telegram is away: NetworkError (bad gateway); trying again" in caplog.text
    assert "private" not in caplog.text


async def test_nobody_listening_is_a_network_error_without_the_address() -> None:
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError) as caught:
            await request.post(f"http://127.0.0.1:9/bot{TOKEN}/getMe")
    assert TOKEN not in str(caught.value)


async def test_a_closed_transport_says_so() -> None:
    with pytest.raises(NetworkError, match="not open"):
        await AiohttpRequest().post("http://127.0.0.1:9/")


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, b'{"ok":false,"description":"Unauthorized"}', InvalidToken),
        (400, b'{"ok":false,"description":"Bad Request: x"}', BadRequest),
    ],
)
async def test_answers_of_telegram_become_ptbs_errors(status: int, body: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        await RecordingRequest([(status, body)]).post("http://telegram/getMe")


async def test_a_refused_token_is_named_without_being_told() -> None:
    bot = make_bot(TOKEN, "http://127.0.0.1:9")
    bot._request = (
        RecordingRequest(),
        RecordingRequest([(401, b'{"ok":false,"description":"Unauthorized"}')]),
    )
    with pytest.raises(SettingsError, match="TELEGRAM_TOKEN") as caught:
        await connect(bot)
    assert TOKEN not in str(caught.value)
    await bot.shutdown()


def test_a_missing_token_is_named() -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_TOKEN"):
        make_bot("", "https://api.telegram.org")


@pytest.mark.parametrize("how", ["hang", "reset", "html"])
async def test_it_tells_for_how_long_nobody_has_answered(far_end: str, how: str) -> None:
    times = iter((200.0, 230.0))
    async with AiohttpRequest(read_timeout=0.1, clock=lambda: next(times)) as request:
        for _ in range(2):
            with pytest.raises(NetworkError):
                await request.post(f"{far_end}/{how}")
        assert request.silence == 30
        await request.post(f"{far_end}/echo")
        assert request.silence == 0
