"""Draws `architecture.svg`: which parts there are, and the way of one message through them."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import NamedTuple

WIDTH, HEIGHT = 960, 582
INK, MUTED, LINE = "#111827", "#4b5563", "#9ca3af"
BLUE, GREEN, AMBER, ROSE, SLATE = "#dbeafe", "#dcfce7", "#fef3c7", "#ffe4e6", "#f1f5f9"


class Box(NamedTuple):
    """A part: where it stands, in pixels, its name and what it does."""

    x: int
    y: int
    width: int
    height: int
    fill: str
    name: str
    about: tuple[str, ...]


class Arrow(NamedTuple):
    """Something that goes from one point to another."""

    x1: int
    y1: int
    x2: int
    y2: int
    words: str = ""
    beside: tuple[int, int] = (0, 0)


BOXES = (
    Box(
        30,
        20,
        900,
        62,
        SLATE,
        "Telegram",
        ("or our own: chatbot/demo, the same Bot API on loopback, and a page",),
    ),
    Box(30, 150, 200, 84, BLUE, "telegram_ui", ("intake: store, confirm", "dispatcher: by chat")),
    Box(730, 150, 200, 84, BLUE, "telegram_ui", ("presenter, texts/*.ftl", "sender: by chat")),
    Box(490, 150, 200, 84, ROSE, "pictures", ("Typst: PNG and PDF", "from the same data")),
    Box(
        30,
        276,
        200,
        180,
        AMBER,
        "database",
        ("inbox · outbox · jobs", "leads · quotes · ledger", "words are encrypted"),
    ),
    Box(
        270,
        276,
        420,
        84,
        GREEN,
        "use_cases",
        ("one step, one transaction", "no SQL, no Telegram, no prompt"),
    ),
    Box(270, 394, 420, 62, GREEN, "domain", ("the rules: stages, prices, approvals, ledger; pure",)),
    Box(730, 276, 200, 84, ROSE, "worker", ("what must wait:", "models and timers")),
    Box(730, 394, 200, 84, ROSE, "language_model", ("a server or the catalogue", "names no price")),
    Box(
        30,
        500,
        900,
        62,
        SLATE,
        "cli · wiring · settings",
        ("build everything; the only reader of the environment and .env",),
    ),
)

ARROWS = (
    Arrow(130, 82, 130, 150, "updates", (140, 122)),
    Arrow(830, 150, 830, 82, "messages", (760, 122)),
    Arrow(130, 234, 130, 276, "inbox", (140, 260)),
    Arrow(230, 318, 270, 318),
    Arrow(270, 342, 230, 342),
    Arrow(480, 360, 480, 394),
    Arrow(690, 296, 740, 234, "outbox", (655, 262)),
    Arrow(690, 328, 730, 328, "jobs", (697, 320)),
    Arrow(730, 346, 690, 346),
    Arrow(820, 360, 820, 394),
    Arrow(840, 394, 840, 360),
    Arrow(690, 192, 730, 192),
)


def svg() -> str:
    """The picture."""
    parts = [_box(box) for box in BOXES] + [_arrow(arrow) for arrow in ARROWS]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="system-ui, -apple-system, Segoe UI, Noto Sans, sans-serif">\n'
        "<title>The parts of the chatbot and the way of one message</title>\n"
        f'<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{MUTED}"/></marker></defs>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff" rx="12"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _box(box: Box) -> str:
    middle = box.x + box.width / 2
    top = box.y + (box.height - 18 * len(box.about) - 4) / 2 + 4
    lines = [_text(middle, top, box.name, 15, INK, "700")]
    lines += [_text(middle, top + 19 + 17 * row, words, 12.5, MUTED) for row, words in enumerate(box.about)]
    shape = (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="10"'
        f' fill="{box.fill}" stroke="{LINE}"/>'
    )
    return shape + "".join(lines)


def _text(x: float, y: float, words: str, size: float, colour: str, weight: str = "400", anchor: str = "middle") -> str:
    place = f'x="{x:g}" y="{y:g}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size}" font-weight="{weight}" fill="{colour}">{escape(words)}</text>'


def _arrow(arrow: Arrow) -> str:
    line = (
        f'<path d="M{arrow.x1} {arrow.y1} {arrow.x2} {arrow.y2}" stroke="{MUTED}" stroke-width="1.5"'
        ' marker-end="url(#tip)"/>'
    )
    return line + (_text(*arrow.beside, arrow.words, 12.5, MUTED, anchor="start") if arrow.words else "")


if __name__ == "__main__":
    (Path(__file__).parent / "architecture.svg").write_text(svg())
