"""Entities of a text: those Telegram finds by itself, trimming around them, and HTML for the page."""

import html
import re
from collections.abc import Iterable
from itertools import pairwise

from chatbot.demo import utf16
from chatbot.demo.model import Json

FOUND = {
    "bot_command": re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])"),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"),
    "url": re.compile(
        r"https?://[^\s<>\"，。；！？、）》]+"
        r"|(?<![\w.@/-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|me|io|cn|fr|es|de|dev|app)\b(?:/[^\s<>\"，。；！？、）》]*)?"
    ),
    "mention": re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}"),
    "hashtag": re.compile(r"(?<![\w#&])#(?=\w*[^\W\d])\w+"),
}
TAILS = ".,;:!?)]}»”’'"
SURE = {"code", "pre", "text_link", "url", "email"}  # nothing is looked for inside these
PAGE_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
SPOILER = ('<span class="spoiler">', "</span>")


def detect(text: str, given: list[Json]) -> list[Json]:
    """The given entities and those that Telegram itself sees in a text: commands, links, mentions, tags."""
    where = utf16.offsets(text)
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in given if entity["type"] in SURE]
    found = list(given)
    for kind, pattern in FOUND.items():
        for match in pattern.finditer(text):
            stop = match.start() + len(match.group().rstrip(TAILS) if kind == "url" else match.group())
            start, end = where[match.start()], where[stop]
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            found.append({"type": kind, "offset": start, "length": end - start})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cut white space at both ends as Telegram does, and move the entities with the text."""
    stripped = text.strip()
    lead = utf16.length(text[: len(text) - len(text.lstrip())])
    return stripped, clip(entities, lead, utf16.length(stripped))


def clip(entities: Iterable[Json], lead: int, size: int) -> list[Json]:
    """The entities as they fall into a piece of text that begins at `lead` and has `size` code units."""
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(size, entity["offset"] + entity["length"] - lead)
        if start < end:
            kept.append(entity | {"offset": start, "length": end - start})
    return kept


def to_html(text: str, entities: list[Json]) -> str:
    """Safe HTML for the page: text escaped, entities as tags from a short list, links to the web only."""
    where = {offset: index for index, offset in enumerate(utf16.offsets(text))}
    spans = [(where.get(e["offset"]), where.get(e["offset"] + e["length"]), e) for e in entities]
    marks = [(start, end, _tag(entity, text[start:end])) for start, end, entity in spans if None not in (start, end)]
    cuts = sorted({0, len(text), *(point for mark in marks for point in mark[:2] if point is not None)})
    pieces = []
    for start, end in pairwise(cuts):
        around = [tag for low, high, tag in marks if low is not None and high is not None and low <= start < high]
        opening = "".join(before for before, _ in around)
        closing = "".join(after for _, after in reversed(around))
        pieces.append(f"{opening}{html.escape(text[start:end])}{closing}")
    return "".join(pieces)


def _tag(entity: Json, covered: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in PAGE_TAGS:
        return f"<{PAGE_TAGS[kind]}>", f"</{PAGE_TAGS[kind]}>"
    if kind == "spoiler":
        return SPOILER
    target = _target(kind, entity, covered)
    return (f'<a href="{html.escape(target)}">', "</a>") if target else ("", "")


def _target(kind: str, entity: Json, covered: str) -> str:
    if kind == "email":
        return f"mailto:{covered}"
    url = entity.get("url", "") if kind == "text_link" else covered if kind == "url" else ""
    if not url:
        return ""
    if re.match(r"https?://|tg://|mailto:", url, re.IGNORECASE):
        return url
    return "" if re.match(r"[a-z][a-z0-9+.-]*:", url, re.IGNORECASE) else f"https://{url}"
