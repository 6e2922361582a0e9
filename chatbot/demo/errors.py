"""Refusals of our own Telegram.

    ApiError          a Bot API method was refused; code and words are Telegram's own
    PersonError       a person cannot do this; told to the page as one sentence

Both are raised before anything has changed.
"""

from typing import Any


class ApiError(Exception):
    """A refused Bot API call: `code` is both the HTTP status and Telegram's `error_code`."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The answer as Telegram writes it."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


class PersonError(Exception):
    """What a person asked for cannot be done; `status` is 400, or 404 where the thing does not exist."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def bad_request(words: str) -> ApiError:
    """Error 400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    """Error 403 with Telegram's prefix."""
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    """Error 409 with Telegram's prefix: two receivers of updates exclude each other."""
    return ApiError(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> ApiError:
    """Error 429; `retry_after` is in whole seconds."""
    words = f"Too Many Requests: retry after {retry_after}"
    return ApiError(429, words, {"retry_after": retry_after})
