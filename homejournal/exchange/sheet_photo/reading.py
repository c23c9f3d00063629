"""A photo of filled-in sheets: bytes of any kind -> what each of their pages says, or why not.

The photo is read in memory and not kept. A page is found by the codes in its corners, laid flat and
measured; what the numbers mean is decided in the domain.
"""

import io
from typing import TYPE_CHECKING

from homejournal.domain.errors import MediaRefusal, MediaRefusedError
from homejournal.domain.papers.sheet_marks import PhotoFault
from homejournal.domain.papers.sheet_places import KeptSheets
from homejournal.domain.papers.sheet_reading import PageRead, PhotoRead
from homejournal.exchange.heic import is_heic, read_apart

if TYPE_CHECKING:
    from PIL import Image

MOST_PHOTO_BYTES = 40 << 20
_MOST_PIXELS = {"JPEG": 130_000_000, "MPO": 130_000_000}
"""The largest photos of telephones have 108 million; they are read at half of their size."""
_MOST_OTHERWISE = 35_000_000
_SIDE = 6_000
"""So many pixels a side are read at most."""
_LEAST, _MOST_LONG = 200, 12
"""Fewer pixels a side show no page, and nothing so many times as long as wide is a photo."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "MPO")
_WHITE = (255, 255, 255)
_FAULTS = {
    MediaRefusal.EMPTY: PhotoFault.EMPTY,
    MediaRefusal.TOO_LARGE: PhotoFault.TOO_LARGE,
    MediaRefusal.TOO_MANY_PIXELS: PhotoFault.TOO_MANY_PIXELS,
}


class _NoPageError(Exception):
    """A picture in which no page can be."""


def read_photo(data: bytes, kept: KeptSheets) -> PhotoRead:
    """Return what the sheets in a photo say, each page on its own; never raises for a bad photo."""
    try:
        photo = _opened(data)
    except MediaRefusedError as error:
        return PhotoRead(faults=(_FAULTS.get(error.why, PhotoFault.UNREADABLE),))
    except _NoPageError:
        return PhotoRead(faults=(PhotoFault.NO_SHEET,))
    # Numpy and the reader of codes load with the first photo.
    from homejournal.exchange.sheet_photo.page import pages_in

    read = pages_in(photo, kept) or [PhotoFault.NO_SHEET]
    return PhotoRead(
        pages=tuple(one for one in read if isinstance(one, PageRead)),
        faults=tuple(dict.fromkeys(one for one in read if isinstance(one, PhotoFault))),
    )


def holds_sheet(data: bytes, kept: KeptSheets) -> bool:
    """Return whether a picture shows a page that is kept, by its codes alone; never raises."""
    try:
        photo = _opened(data)
    except (MediaRefusedError, _NoPageError):
        return False
    from homejournal.exchange.sheet_photo.page import codes_in

    return any(code in kept for code in codes_in(photo))


def _opened(data: bytes) -> "Image.Image":
    """Return a photo upright and in color; raises MediaRefusedError or _NoPageError."""
    if not data:
        raise MediaRefusedError(MediaRefusal.EMPTY)
    if len(data) > MOST_PHOTO_BYTES:
        raise MediaRefusedError(MediaRefusal.TOO_LARGE, MOST_PHOTO_BYTES >> 20)
    from PIL import Image

    if is_heic(data):
        data, _ = read_apart(data, _SIDE)
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            return _upright(opened)
    except (MediaRefusedError, _NoPageError):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise MediaRefusedError(MediaRefusal.TOO_MANY_PIXELS) from error
    except Exception as error:
        # A broken picture can break a decoder in any way.
        raise MediaRefusedError(MediaRefusal.UNREADABLE) from error


def _upright(opened: "Image.Image") -> "Image.Image":
    from PIL import Image, ImageOps

    short, long = sorted(opened.size)
    if short * long > _MOST_PIXELS.get(opened.format or "", _MOST_OTHERWISE):
        raise MediaRefusedError(MediaRefusal.TOO_MANY_PIXELS)
    if short < _LEAST or long > _MOST_LONG * short:
        raise _NoPageError
    opened.draft("RGB", (_SIDE, _SIDE))
    opened.thumbnail((_SIDE, _SIDE))
    upright = ImageOps.exif_transpose(opened)
    if upright.mode in {"RGB", "L"}:
        return upright.convert("RGB")
    seen_through = upright.convert("RGBA")
    clean = Image.new("RGB", upright.size, _WHITE)
    clean.paste(seen_through, mask=seen_through.getchannel("A"))
    return clean
