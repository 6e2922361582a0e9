"""Telegram counts text in UTF-16 code units; Python counts code points."""


def length(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def offsets(text: str) -> list[int]:
    """For each code point, and for the end, its offset in UTF-16 code units."""
    positions = [0]
    for character in text:
        positions.append(positions[-1] + (2 if character > "\uffff" else 1))
    return positions


def split(text: str, limit: int) -> list[str]:
    """Parts of at most `limit` code units, as a Telegram client splits a long text."""
    parts, start, size = [], 0, 0
    for index, character in enumerate(text):
        width = 2 if character > "\uffff" else 1
        if size + width > limit:
            parts.append(text[start:index])
            start, size = index, 0
        size += width
    return [*parts, text[start:]]
