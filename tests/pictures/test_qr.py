"""The QR picture of a referral link."""

import struct

import pytest

from chatbot.domain.errors import PictureError
from chatbot.pictures.qr import qr_png

LINK = "https://t.me/example_bot?start=r_Ab3dE6gH"


def test_it_is_a_square_of_about_six_hundred_pixels() -> None:
    png = qr_png(LINK)
    width, height = struct.unpack(">II", png[16:24])
    assert width == height
    assert 500 <= width <= 600


def test_another_link_is_another_picture_and_the_same_link_the_same() -> None:
    assert qr_png(LINK) == qr_png(LINK)
    assert qr_png(LINK) != qr_png(LINK + "x")


def test_a_link_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(PictureError):
        qr_png("https://example.org/" + "x" * 5000)
