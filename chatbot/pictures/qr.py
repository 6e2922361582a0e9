"""The QR picture of a referral link."""

import io

import segno

from chatbot.domain.errors import PictureError

INK = "#111827"  # as in style.typ
QUIET_ZONE = 4  # modules of white around the code, as the standard asks
WANTED_SIDE = 600  # pixels


def qr_png(link: str) -> bytes:
    """Return a PNG of about 600 by 600 pixels that leads to the link. Raises PictureError when it is too long."""
    try:
        code = segno.make(link, error="m", micro=False)
    except segno.DataOverflowError:
        code = None
    if code is None:
        raise PictureError("a link is too long for a QR code")
    modules, _ = code.symbol_size(scale=1, border=QUIET_ZONE)
    picture = io.BytesIO()
    code.save(
        picture, kind="png", scale=max(1, WANTED_SIDE // int(modules)), border=QUIET_ZONE, dark=INK, light="white"
    )
    return picture.getvalue()
