"""A picture or hand-out that comes in: bytes of any kind -> bytes that the journal keeps.

A picture is drawn anew as a JPEG of at most 1600 pixels, so that nothing of where and when it was
taken stays in it; a PDF is kept as it is.
"""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from homejournal.domain.errors import MediaRefusal, MediaRefusedError
from homejournal.exchange.heic import is_heic, read_apart

if TYPE_CHECKING:
    from PIL import Image

JPEG, PDF = "image/jpeg", "application/pdf"
MOST_PIXELS_WIDE = 1600
MOST_PICTURE_BYTES = 40 << 20
MOST_PDF_BYTES = 20 << 20
MOST_BYTES = max(MOST_PICTURE_BYTES, MOST_PDF_BYTES)
"""More than this need not be read of a file."""
_MOST_PIXELS = {"JPEG": 80_000_000, "MPO": 80_000_000}
"""Any telephone's picture has fewer, and is read at a smaller size at once."""
_MOST_OTHERWISE = 35_000_000
"""A sheet of paper at 600 dots an inch. A picture of another form is read whole, so that one of
more pixels would fill the memory."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "MPO")
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*")
_ON_PAPER = 900
"""Pixels of the longer side: 90 mm at 250 pixels an inch."""
_QUALITY = 85
_WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The bytes that are kept, and their media type.

    `first_only` says that the file holds more pictures than the one that is kept, as a moving
    picture and a scan of several pages do.
    """

    data: bytes
    type: str
    first_only: bool = False


def is_picture(data: bytes) -> bool:
    """Return whether a file begins as pictures do; whether it can be read is another question."""
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return data.startswith(_BEGINNINGS) or webp or is_heic(data)


def kept_file(data: bytes) -> KeptFile:
    """Return what the journal keeps of a file; its name says nothing, its bytes do.

    Raises MediaRefusedError if it is empty, too large, or neither a picture nor a PDF.
    """
    if not data:
        raise MediaRefusedError(MediaRefusal.EMPTY)
    if data.startswith(b"%PDF-"):
        if len(data) > MOST_PDF_BYTES:
            raise MediaRefusedError(MediaRefusal.TOO_LARGE, MOST_PDF_BYTES >> 20)
        return KeptFile(data, PDF)
    if len(data) > MOST_PICTURE_BYTES:
        raise MediaRefusedError(MediaRefusal.TOO_LARGE, MOST_PICTURE_BYTES >> 20)
    pictures = 0
    if is_heic(data):
        data, pictures = read_apart(data, MOST_PIXELS_WIDE)
    drawn, frames = _jpeg(data, MOST_PIXELS_WIDE)
    return KeptFile(drawn, JPEG, first_only=max(pictures, frames) > 1)


def small_picture(data: bytes, side: int) -> bytes:
    """Return a picture as a JPEG of at most so many pixels on each side.

    Raises MediaRefusedError if it is none that can be read.
    """
    return _jpeg(data, side)[0]


def square_picture(data: bytes, side: int) -> bytes:
    """Return the middle of a picture as a square JPEG.

    Raises MediaRefusedError if it is none that can be read.
    """
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(_jpeg(data, MOST_PIXELS_WIDE)[0])) as upright:
        return _drawn(ImageOps.fit(upright, (side, side)), side)


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A JPEG with its width and height in pixels."""

    jpeg: bytes
    width: int
    height: int


def picture_for_paper(data: bytes) -> SmallPicture:
    """Return a stored picture in the size for a page: sharp at half a sheet's width.

    Raises MediaRefusedError if it is not a readable picture.
    """
    from PIL import Image

    jpeg = _jpeg(data, _ON_PAPER)[0]
    with Image.open(io.BytesIO(jpeg)) as drawn:
        return SmallPicture(jpeg, drawn.width, drawn.height)


def _jpeg(data: bytes, side: int) -> tuple[bytes, int]:
    """Return a new JPEG, and how many pictures the file holds."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            _refuse_too_many(opened.width * opened.height, opened.format)
            opened.draft("RGB", (side, side))
            # A telephone's JPEG may hold a second picture that helps to show the first.
            pictures = 1 if opened.format == "MPO" else getattr(opened, "n_frames", 1)
            opened.seek(0)
            opened.thumbnail((side, side))  # first, so that no second one of full size is made
            upright = ImageOps.exif_transpose(opened)
            return _drawn(upright, side), pictures
    except MediaRefusedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise MediaRefusedError(MediaRefusal.TOO_MANY_PIXELS) from error
    except Exception as error:
        # A broken picture can break a decoder in any way; nothing of it is kept.
        raise MediaRefusedError(MediaRefusal.UNREADABLE) from error


def _refuse_too_many(pixels: int, form: str | None) -> None:
    if pixels > _MOST_PIXELS.get(form or "", _MOST_OTHERWISE):
        raise MediaRefusedError(MediaRefusal.TOO_MANY_PIXELS)


def _drawn(picture: "Image.Image", side: int) -> bytes:
    """Return a new JPEG of the pixels alone; what is see-through becomes white."""
    from PIL import Image

    picture.thumbnail((side, side))
    pixels = picture.convert("RGBA")
    clean = Image.new("RGB", pixels.size, _WHITE)
    clean.paste(pixels, mask=pixels.getchannel("A"))
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
