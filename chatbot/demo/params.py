"""Parameters of one Bot API call: JSON, urlencoded or multipart in, typed values out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from chatbot.demo.errors import ApiError, bad_request
from chatbot.demo.model import Json

LARGEST_BODY = 51 * 1024 * 1024  # a 50 MB file and what is around it


@dataclass(slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    mime_type: str
    data: bytes


@dataclass(slots=True)
class Params:
    """Values by name as they came; each getter reads one type or raises ApiError 400."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the caller gave this parameter, be it empty."""
        return name in self.values

    def text(self, name: str) -> str:
        """A string; "" where absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        text = value if isinstance(value, str) else json.dumps(value)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise bad_request("strings must be encoded in UTF-8")
        return text.replace("\x00", "")

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"{name} must be a number") from None

    def flag(self, name: str) -> bool:
        """A truth value; False where absent."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def parsed(self, name: str, words: str) -> Any:
        """A nested value, given as itself or as JSON; None where absent. `words` say what failed to parse."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {words} JSON object") from None

    def mapping(self, name: str, words: str) -> Json | None:
        """A JSON object, or None."""
        value = self.parsed(name, words)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"can't parse {words} JSON object")

    def items(self, name: str, words: str) -> list[Any]:
        """A JSON list; [] where absent."""
        value = self.parsed(name, words)
        if value is None or isinstance(value, list):
            return value or []
        raise bad_request(f"expected an Array of {words}")

    def integers(self, name: str, words: str) -> list[int]:
        """A JSON list of whole numbers; [] where absent."""
        try:
            return [int(one) for one in self.items(name, words)]
        except (TypeError, ValueError):
            raise bad_request(f"expected an Array of {words}") from None


async def read_params(request: web.Request) -> Params:
    """Everything the request carries; what stands in the body wins over the address."""
    params = Params(dict(request.query))
    if request.content_length is not None and request.content_length > LARGEST_BODY:
        raise ApiError(413, "Request Entity Too Large")
    if request.content_type == "application/json":
        params.values.update(await _json_body(request))
    elif request.content_type == "multipart/form-data":
        await _read_multipart(request, params)
    elif request.can_read_body:
        params.values.update(_strings(await request.post()))
    return params


async def _json_body(request: web.Request) -> Json:
    body = await request.read()
    try:
        value = json.loads(body) if body else {}
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("can't parse JSON object")
    return value


def _strings(form: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in form.items() if isinstance(value, str)}


async def _read_multipart(request: web.Request, params: Params) -> None:
    total = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        data = bytes(await part.read(decode=True))
        total += len(data)
        if total > LARGEST_BODY:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is None:
            params.values[part.name] = data.decode("utf-8", "replace")
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream").split(";")[0]
            params.uploads[part.name] = Upload(part.filename, mime_type, data)
