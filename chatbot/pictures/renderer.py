"""Draws Typst templates. What people wrote reaches a template as JSON only, so it is never markup."""

import asyncio
import json
import struct
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from chatbot.domain.errors import PictureError
from chatbot.pictures.fonts import LATIN, covered, font_folders, language
from chatbot.pictures.plain_text import plain_data

if TYPE_CHECKING:
    import typst

TEMPLATES: Final = Path(__file__).parent / "templates"
NAMES: Final = frozenset({"mind_map", "quote", "pipeline"})

# Telegram refuses a photo that is larger than this, or longer than twenty times its width.
MOST_PIXELS_AROUND: Final = 10_000  # width + height
MOST_RATIO: Final = 20
MOST_BYTES: Final = 10_000_000

_Form = Literal["png", "pdf"]
_LONG_SIDE = 2560  # pixels; Telegram's clients keep no more of a photo
_SHARPEST, _COARSEST = 216.0, 108.0  # pixels per inch; below the latter, small print is lost when zoomed in
_TRIAL = 36.0  # pixels per inch; a cheap first drawing tells the size


class TypstPictures:
    """Draws the templates of this package, in threads, a few at a time."""

    def __init__(self, at_once: int = 2) -> None:
        """`at_once` limits the drawings under way: each takes a processor and some memory."""
        self._places = asyncio.Semaphore(at_once)

    async def draw(self, template: str, data: Mapping[str, object], form: str) -> bytes:
        """Return the template, filled with the data, as `png` (one picture for Telegram) or `pdf`.

        The same data gives the same bytes. Raises PictureError, without a word of the data in it.
        """
        if template not in NAMES or form not in {"png", "pdf"}:
            raise PictureError("no such template or form")
        async with self._places:
            return await asyncio.to_thread(_draw, template, data, form)


def _draw(template: str, data: Mapping[str, object], form: str) -> bytes:
    inputs = _inputs(template, data)
    if form == "pdf":
        return _compiled(template, inputs, "pdf", None)
    trial = _compiled(template, inputs, "png", _TRIAL)
    sharpness = _sharpness(*_pixels(trial))
    picture = _compiled(template, inputs, "png", sharpness)
    if len(picture) > MOST_BYTES:
        picture = _compiled(template, inputs, "png", sharpness / 2)
    if not _telegram_takes(picture):
        raise PictureError(f"the picture {template} is too large")
    return picture


def _inputs(template: str, data: Mapping[str, object]) -> dict[str, str]:
    tag = language(str(data.get("lang") or data.get("font_lang") or "en"))
    try:
        text = json.dumps(plain_data(data, covered()), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):
        text = None
    if text is None:
        raise PictureError(f"the data of {template} is not JSON")
    fonts = {"latin": LATIN, "families": tag.families, "east_asian": tag.east_asian}
    return {"data": text, "fonts": json.dumps(fonts), "lang": tag.code, "region": tag.region or ""}


def _compiled(template: str, inputs: dict[str, str], form: _Form, ppi: float | None) -> bytes:
    drawn: object = None
    try:
        # The timestamp is a constant, so that the clock does not show in a document.
        drawn = _compiler(inputs).compile(TEMPLATES / f"{template}.typ", format=form, ppi=ppi, timestamp=0)
    except (RuntimeError, ValueError, OSError):  # TypstError is a RuntimeError
        drawn = None
    except BaseException as error:
        # A bug in Typst arrives as a panic, which is no Exception and would end the worker.
        if type(error).__name__ != "PanicException":
            raise
    # Raised here, outside the handlers: Typst's own message may quote the data and must not ride along as context.
    if not isinstance(drawn, bytes):
        raise PictureError(f"the template {template} could not be drawn as {form}")
    return drawn


def _compiler(inputs: dict[str, str]) -> "typst.Compiler":
    import typst

    return typst.Compiler(root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs)


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(font_folders()))


def _pixels(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])  # the IHDR chunk comes first
    return width, height


def _sharpness(trial_width: int, trial_height: int) -> float:
    """Choose pixels per inch: sharp when small, legible when zoomed in, never more than Telegram takes."""
    wanted = _TRIAL * _LONG_SIDE / max(trial_width, trial_height)
    most = _TRIAL * (MOST_PIXELS_AROUND - 100) / (trial_width + trial_height)
    return min(max(wanted, _COARSEST), _SHARPEST, most)


def _telegram_takes(png: bytes) -> bool:
    width, height = _pixels(png)
    ratio = max(width, height) / min(width, height)
    return width + height <= MOST_PIXELS_AROUND and ratio <= MOST_RATIO and len(png) <= MOST_BYTES
