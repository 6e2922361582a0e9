"""The fonts that travel with the program: their files, which family comes first, which characters they hold."""

import importlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import NamedTuple

LATIN = "Noto Sans"
CHINESE, JAPANESE, KOREAN = ("zh", "yue"), ("ja",), ("ko",)
_FONT_FILES = {".ttf", ".otf", ".ttc", ".otc"}
_SIMPLIFIED = ("Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR")
_TRADITIONAL_REGIONS = {"TW", "HK", "MO"}


class Language(NamedTuple):
    """What the typesetter needs of a language tag such as `zh-Hant-TW`: its language, region and East Asian family."""

    code: str
    region: str | None
    families: tuple[str, ...]

    @property
    def east_asian(self) -> bool:
        """Whether ideographs set the look of a line, so that Latin serves only Latin words."""
        return self.code in (*CHINESE, *JAPANESE, *KOREAN)


def language(tag: str) -> Language:
    """Read a language tag leniently; what is no tag is English."""
    parts = re.split(r"[-_]", tag.strip())
    code = parts[0].lower() if re.fullmatch(r"[A-Za-z]{2,3}", parts[0]) else "en"
    region = next((part.upper() for part in parts[1:] if re.fullmatch(r"[A-Za-z]{2}", part)), None)
    traditional = "hant" in (part.lower() for part in parts[1:]) or region in _TRADITIONAL_REGIONS
    if code in CHINESE and traditional:
        first = "Noto Sans TC"
    else:
        first = {"ja": "Noto Sans JP", "ko": "Noto Sans KR"}.get(code, "Noto Sans SC")
    return Language(code, region, (first, *(name for name in _SIMPLIFIED if name != first)))


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders of every installed font package; one that is added by pip is used without a change here."""
    modules = {point.value.partition(":")[0] for point in entry_points(group="fontpkg.family")}
    modules |= {point.value.partition(":")[0] for point in entry_points(group="justmytype.packs")}
    folders = []
    for name in sorted(modules):
        source = importlib.import_module(name).__file__
        if source is not None:
            folders.append(Path(source).parent)
    return tuple(folders)


def font_files(folders: Sequence[Path]) -> list[Path]:
    """Return the font files below the folders, in a fixed order."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _FONT_FILES)


@cache
def covered() -> frozenset[int]:
    """Return every code point that some font holds. Half a second the first time; kept after."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it carries no types

    points: set[int] = set()
    for path in font_files(font_folders()):
        with TTFont(path, lazy=True, fontNumber=0) as font:
            points.update(font.getBestCmap())
    return frozenset(points)
