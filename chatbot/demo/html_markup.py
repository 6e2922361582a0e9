"""`parse_mode=HTML`: text with tags in, plain text with entities out; broken HTML gets Telegram's own words.

It follows the parser of Telegram's Bot API server: positions in its errors are byte offsets in UTF-8.
"""

import re
from dataclasses import dataclass
from html.entities import html5
from typing import NoReturn

from chatbot.demo import utf16
from chatbot.demo.errors import bad_request
from chatbot.demo.model import Json

SIMPLE_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
TAGS = {*SIMPLE_TAGS, "a", "tg-emoji"}
NAMED = {name: html5[name] for name in ("lt;", "gt;", "amp;", "quot;")}
REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)\s*(?:=\s*("[^"]*"?|'[^']*'?|[^\s>]*))?""")


@dataclass(slots=True)
class OpenTag:
    """A tag that waits for its end; `start` in UTF-16 code units of the plain text."""

    name: str
    start: int
    attributes: dict[str, str]


def parse(source: str) -> tuple[str, list[Json]]:
    """Plain text and its entities; raises ApiError 400 as Telegram does."""
    return _Parser(source).run()


def unescape(text: str) -> str:
    """Replace the references Telegram knows; any other `&` stands for itself."""
    return REFERENCE.sub(_referenced, text)


def _referenced(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED[name + ";"]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    valid = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if valid else match.group()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.written: list[str] = []
        self.length = 0
        self.open: list[OpenTag] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.position < len(self.source):
            if self.source[self.position] != "<":
                self._plain()
            elif self.source.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            self._refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)  # told only inside <pre>
        order = sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.written), order

    def _plain(self) -> None:
        end = self.source.find("<", self.position)
        end = len(self.source) if end < 0 else end
        text = unescape(self.source[self.position : end])
        self.written.append(text)
        self.length += utf16.length(text)
        self.position = end

    def _start_tag(self) -> None:
        begin = self.position
        match = re.compile(r"<([^\s>]*)").match(self.source, begin)
        name = match.group(1) if match else ""
        position = begin + 1 + len(name)
        if position >= len(self.source):
            self._refuse("Unclosed start tag", begin)
        name = name.lower()
        if name not in TAGS:
            self._refuse(f'Unsupported start tag "{name}"', begin)
        attributes = self._attributes(name, position, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            self._refuse('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(OpenTag(name, self.length, attributes))

    def _attributes(self, tag: str, position: int, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            while position < len(self.source) and self.source[position].isspace():
                position += 1
            if position >= len(self.source):
                self._refuse(f'Unclosed start tag "{tag}"', begin)
            if self.source[position] == ">":
                self.position = position + 1
                return found
            match = ATTRIBUTE.match(self.source, position)
            if match is None or not match.group(1):
                self._refuse(f'Empty attribute name in the tag "{tag}"', begin)
            found[match.group(1).lower()] = unescape((match.group(2) or "").strip("\"'"))
            position = match.end()

    def _end_tag(self) -> None:
        begin = self.position
        if not self.open:
            self._refuse("Unexpected end tag", begin)
        match = re.compile(r"</([^\s>]*)\s*(>?)").match(self.source, begin)
        if match is None or not match.group(2):
            self._refuse("Unclosed end tag", begin)
        expected, found = self.open[-1].name, match.group(1).lower()
        if found and found != expected:
            at = self._bytes(begin)
            self._refuse(f'Unmatched end tag at byte offset {at}, expected "</{expected}>", found "</{found}>"')
        self.position = match.end()
        self._close(self.open.pop())

    def _close(self, tag: OpenTag) -> None:
        size = self.length - tag.start
        details = _entity(tag)
        if not size or details is None:
            return
        inner = self.entities[-1] if self.entities else None
        place = {"offset": tag.start, "length": size}
        if tag.name == "pre" and inner and inner["type"] == "code" and place.items() <= inner.items():
            # <pre><code class="language-…"> is one entity
            language = inner.get("language")
            self.entities[-1] = {"type": "pre", **place, **({"language": language} if language else {})}
            return
        self.entities.append({"type": details.pop("type"), **place, **details})

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _refuse(self, words: str, begin: int | None = None) -> NoReturn:
        place = "" if begin is None else f" at byte offset {self._bytes(begin)}"
        raise bad_request(f"can't parse entities: {words}{place}")


def _entity(tag: OpenTag) -> Json | None:
    if tag.name == "a":
        url = tag.attributes.get("href", "")
        return {"type": "text_link", "url": url} if url else None
    if tag.name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id", "")}
    if tag.name == "blockquote" and "expandable" in tag.attributes:
        return {"type": "expandable_blockquote"}
    language = tag.attributes.get("class", "")
    if tag.name == "code" and language.startswith("language-"):
        return {"type": "code", "language": language.removeprefix("language-")}
    return {"type": SIMPLE_TAGS[tag.name]}
