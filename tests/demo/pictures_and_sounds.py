"""Tiny files for tests."""

import struct
import zlib


def png(width: int = 2, height: int = 2) -> bytes:
    """A white picture of this size in pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\x00" + b"\xff" * (width * 3)) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def ogg(seconds: int) -> bytes:
    """The frame of an Ogg Opus voice note of this length, without sound in it."""
    return b"OggS\x00\x02" + bytes(22) + b"OggS\x00\x04" + struct.pack("<q", seconds * 48_000) + bytes(14)
