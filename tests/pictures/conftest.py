"""One painter for all tests of pictures: its fonts and their characters are read once."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from chatbot.pictures.renderer import TypstPictures


@pytest.fixture
def pictures() -> TypstPictures:
    return TypstPictures()


@pytest.fixture
def words_of() -> Callable[[bytes], str]:
    """The text of a PDF in one line, without the break opportunities."""

    def read(pdf: bytes) -> str:
        pages = PdfReader(io.BytesIO(pdf)).pages
        text = "\n".join(page.extract_text() for page in pages).replace("\u200b", "")
        return " ".join(text.split())

    return read
