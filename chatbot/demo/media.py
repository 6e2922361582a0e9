"""Photos, documents and voice notes: uploaded with the call, or named by an earlier file_id."""

from collections.abc import Callable
from dataclasses import dataclass

from chatbot.demo.errors import bad_request
from chatbot.demo.files import FileStore
from chatbot.demo.image_size import image_size
from chatbot.demo.model import Json, StoredFile
from chatbot.demo.params import Params, Upload

MB = 1024 * 1024
PHOTO_BYTES, FILE_BYTES = 10 * MB, 50 * MB
PHOTO_SIDES, PHOTO_RATIO = 10_000, 20
SMALL_SIDE = 320


@dataclass(frozen=True, slots=True)
class Media:
    """One kind of file: its parameter's name, the check of an upload, and its fields in a message."""

    kind: str
    check: Callable[[Upload], None]
    content: Callable[[StoredFile], Json]

    def stored(self, files: FileStore, params: Params) -> StoredFile:
        """The file that the call sends."""
        return self.resolve(files, params, params.text(self.kind), self.kind)

    def resolve(self, files: FileStore, params: Params, value: str, field: str) -> StoredFile:
        """The file behind a parameter: `attach://name`, an upload under the field's own name, or a file_id."""
        upload = params.uploads.get(value.removeprefix("attach://") if value.startswith("attach://") else field)
        if upload is not None:
            if not upload.data:
                raise bad_request("file must be non-empty")
            self.check(upload)
            return files.add(upload, self.kind, params.integer("duration"))
        if not value:
            raise bad_request(f"there is no {self.kind} in the request")
        return self._known(files, value)

    def _known(self, files: FileStore, value: str) -> StoredFile:
        if value.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")  # our own Telegram has no network
        stored = files.files.get(value.removesuffix(".small"))
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != self.kind:
            kinds = stored.kind.capitalize(), self.kind.capitalize()
            raise bad_request(f"can't use file of type {kinds[0]} as {kinds[1]}")
        return stored


def _check_photo(upload: Upload) -> None:
    if len(upload.data) > PHOTO_BYTES:
        words = f"file of size {len(upload.data)} bytes is too big for a photo"
        raise bad_request(f"{words}; the maximum size is {PHOTO_BYTES} bytes")
    size = image_size(upload.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if not fits_photo(*size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def fits_photo(width: int, height: int) -> bool:
    """Whether Telegram takes a picture of this size as a photo."""
    short, long = sorted((width, height))
    return short > 0 and width + height <= PHOTO_SIDES and long <= PHOTO_RATIO * short


def _check_file(upload: Upload) -> None:
    if len(upload.data) > FILE_BYTES:
        raise bad_request("file is too big")


def _photo_content(stored: StoredFile) -> Json:
    """A small and the full size; both lead to the same bytes, for nothing is scaled here."""
    scale = min(1.0, SMALL_SIDE / max(stored.width, stored.height, 1))
    sizes = [_photo_size(stored, 1.0, "")]
    if scale < 1.0:
        sizes.insert(0, _photo_size(stored, scale, ".small"))
    return {"photo": sizes}


def _photo_size(stored: StoredFile, scale: float, suffix: str) -> Json:
    return {
        "file_id": stored.file_id + suffix,
        "file_unique_id": stored.unique_id + suffix[1:2],
        "width": max(1, round(stored.width * scale)),
        "height": max(1, round(stored.height * scale)),
        "file_size": stored.size,
    }


def _described(stored: StoredFile) -> Json:
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "mime_type": stored.mime_type,
        "file_size": stored.size,
    }


def _document_content(stored: StoredFile) -> Json:
    return {"document": _described(stored) | {"file_name": stored.name}}


def _voice_content(stored: StoredFile) -> Json:
    return {"voice": _described(stored) | {"duration": stored.duration}}


photo = Media("photo", _check_photo, _photo_content)
document = Media("document", _check_file, _document_content)
voice = Media("voice", _check_file, _voice_content)
BY_KIND = {media.kind: media for media in (photo, document, voice)}
