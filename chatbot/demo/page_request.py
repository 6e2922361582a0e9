"""Reading the requests of the page's JSON API: bodies, ids, errors."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from chatbot.demo.errors import ApiError, PersonError
from chatbot.demo.params import Params, read_params

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@web.middleware
async def errors_as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Tell the page in one sentence what cannot be done, and refuse what other sites ask for."""
    if not request.path.startswith(("/api/", "/files/")):
        return await handler(request)
    try:
        _refuse_other_sites(request)
        return await handler(request)
    except PersonError as error:
        return web.json_response({"error": str(error)}, status=error.status)
    except ApiError as error:
        return web.json_response({"error": error.description}, status=error.code)


def _refuse_other_sites(request: web.Request) -> None:
    """A web page elsewhere must not drive a demo on loopback: neither across sites nor by a renamed host."""
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.host:
        raise PersonError("Requests from other sites are not answered.")
    here = request.transport.get_extra_info("sockname")[0] if request.transport else ""
    if here in LOOPBACK and request.url.host not in LOOPBACK:
        raise PersonError("On loopback this server answers to 127.0.0.1 and localhost only.")


async def body(request: web.Request) -> Params:
    """What the page sent, as JSON or as a form."""
    return await read_params(request)


def required_text(params: Params, name: str) -> str:
    """A text that must be there."""
    text = params.text(name).strip()
    if not text:
        raise PersonError(f"{name} is missing.")
    return text


def number(value: Any, name: str) -> int:
    """A whole number from the address or the body."""
    try:
        return int(value)
    except (TypeError, ValueError):
        raise PersonError(f"{name} must be a whole number.") from None


def optional(params: Params, name: str) -> int | None:
    """A whole number, or None where absent."""
    return None if params.values.get(name) in (None, "") else number(params.values[name], name)


def seconds(params: Params, name: str) -> float:
    """How long a request may wait, at most 55 seconds."""
    try:
        return min(max(float(params.values.get(name, 0)), 0.0), 55.0)
    except (TypeError, ValueError):
        raise PersonError(f"{name} must be a number of seconds.") from None
