"""The files that anybody sent: their descriptions, and their bytes in memory or in a folder."""

import hashlib
import re
from pathlib import Path

from chatbot.demo.image_size import image_size
from chatbot.demo.journal import Journal
from chatbot.demo.model import StoredFile
from chatbot.demo.ogg import duration
from chatbot.demo.params import Upload

FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice"}
PREFIXES = {"photo": "AgAC", "document": "BQAC", "voice": "AwAC"}  # as Telegram's own begin


class FileStore:
    """Files by file_id. Without a folder their bytes stay in memory."""

    def __init__(self, folder: Path | None, journal: Journal) -> None:
        self.files: dict[str, StoredFile] = {}
        self._folder = folder
        self._journal = journal
        self._bytes: dict[str, bytes] = {}
        self._by_unique_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, upload: Upload, kind: str, seconds: int = 0) -> StoredFile:
        """Keep an upload; `seconds` is a voice note's length, measured where it is 0 and the file is Ogg."""
        number = len(self.files) + 1
        digest = hashlib.sha256(upload.data).hexdigest()
        unique_id = f"{PREFIXES[kind][1:3]}{digest[:14]}{number}"
        width, height = image_size(upload.data) or (0, 0)
        stored = StoredFile(
            file_id=f"{PREFIXES[kind]}{number}_{digest[:32]}",
            unique_id=unique_id,
            name=safe_name(upload.name),
            mime_type=upload.mime_type,
            size=len(upload.data),
            path=f"{FOLDERS[kind]}/file_{number}{_suffix(upload.name)}",
            kind=kind,
            width=width,
            height=height,
            duration=seconds or duration(upload.data),
        )
        self._write(stored.path, upload.data)
        self.restore(stored)
        self._journal.note("file", stored.file_id)
        return stored

    def restore(self, stored: StoredFile) -> None:
        """Take up a file whose bytes are already kept."""
        self.files[stored.file_id] = stored
        self._by_unique_id[stored.unique_id] = stored
        self._by_path[stored.path] = stored

    def by_page_name(self, name: str) -> StoredFile | None:
        """The file behind a name made by `page_name`."""
        return self._by_unique_id.get(name.partition("-")[0])

    def by_path(self, path: str) -> StoredFile | None:
        """The file that getFile told under this path."""
        return self._by_path.get(path)

    def read(self, stored: StoredFile) -> bytes:
        """The bytes of a file; raises FileNotFoundError where somebody has removed them from the folder."""
        if self._folder is None:
            return self._bytes[stored.path]
        return (self._folder / stored.path).read_bytes()

    def _write(self, path: str, data: bytes) -> None:
        if self._folder is None:
            self._bytes[path] = data
            return
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def safe_name(name: str) -> str:
    """A file name without folders and control characters, never empty."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = re.sub(r"[\x00-\x1f\x7f]", "", last).strip(". ")
    return clean[-120:] or "file"


def _suffix(name: str) -> str:
    suffix = Path(safe_name(name)).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,10}", suffix) else ""


def page_name(stored: StoredFile) -> str:
    """The name under which the page can fetch it: unique, and telling."""
    return f"{stored.unique_id}-{stored.name}"
