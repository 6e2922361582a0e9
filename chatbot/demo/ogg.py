"""The length of an Ogg Opus voice note, read from its last page."""

SAMPLES_PER_SECOND = 48_000  # of every Opus stream, whatever was recorded


def duration(data: bytes) -> int:
    """Whole seconds, at least 1 for an Ogg file; 0 for anything else."""
    last = data.rfind(b"OggS")
    if data[:4] != b"OggS" or last < 0 or len(data) < last + 14:
        return 0
    samples = int.from_bytes(data[last + 6 : last + 14], "little", signed=True)
    return max(1, round(samples / SAMPLES_PER_SECOND))
