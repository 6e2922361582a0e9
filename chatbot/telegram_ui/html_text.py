"""Telegram's HTML: escaping, counting as Telegram counts, splitting without breaking a tag."""

from __future__ import annotations

import html
import re

_TOKEN = re.compile(r"<(/?)([a-z-]+)[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);|[^<&]|[<&]")
_MARKS = ("\n\n", "\n", ". ", "。", "！", "？", "! ", "? ", " ")


def escaped(text: str) -> str:
    """Words of people as text that Telegram shows as it is."""
    return html.escape(text, quote=False)


def plain(text: str) -> str:
    """The text without its tags, for transcripts."""
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def visible_length(text: str) -> int:
    """UTF-16 units after entities are parsed: what Telegram's limits count, or more than that, never less."""
    return sum(_units(token.group()) for token in _TOKEN.finditer(text))


def _units(token: str) -> int:
    if len(token) > 1 and token.startswith("<"):
        return 0
    return sum(2 if ord(character) > 0xFFFF else 1 for character in html.unescape(token))


def split(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit`, cut at the end of a paragraph, else of a line, a sentence, a word.

    Tags that are open at a cut are closed and opened again.
    """
    pieces = []
    while visible_length(text) > limit:
        head, text = _cut(text, limit)
        pieces.append(head)
    return [piece for piece in (*pieces, text) if plain(piece).strip()]


def _cut(text: str, limit: int) -> tuple[str, str]:
    end = _end_within(text, limit)
    end = next((at for mark in _MARKS if (at := _end_of(mark, text, end))), end)
    head, rest = text[:end], text[end:]
    opened = _open_tags(head)
    closing = "".join(f"</{name}>" for name, _ in reversed(opened))
    opening = "".join(tag for _, tag in opened)
    return head.rstrip() + closing, opening + rest.lstrip()


def _end_of(mark: str, text: str, end: int) -> int:
    """Where the text is cut behind the last such mark outside of tags; 0 where that would leave too little."""
    at = text.rfind(mark, end // 3, end)
    while at > 0 and _inside_tag(text, at):
        at = text.rfind(mark, end // 3, at)
    return at + len(mark) if at > 0 else 0


def _end_within(text: str, limit: int) -> int:
    count = 0
    for token in _TOKEN.finditer(text):
        count += _units(token.group())
        if count > limit:
            return token.start()
    return len(text)


def _inside_tag(text: str, at: int) -> bool:
    return any(token.start() < at < token.end() - 1 for token in _TOKEN.finditer(text) if len(token.group()) > 1)


def _open_tags(text: str) -> list[tuple[str, str]]:
    opened: list[tuple[str, str]] = []
    for token in _TOKEN.finditer(text):
        if token.group(2) and not token.group(1):
            opened.append((token.group(2), token.group()))
        elif token.group(2) and opened:
            opened.pop()
    return opened
