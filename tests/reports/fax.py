"""What a fax machine makes of a sheet: 200 by 100 dots an inch, black or white."""

import io
from collections.abc import Iterator

from PIL import Image

PPI = 200
"""The sheet is drawn with so many pixels an inch before it goes through the machine."""
_BLACK, _FEW, _LOW = 128, 300, 8


def faxed(picture: bytes) -> Image.Image:
    """Return the sheet as it comes out of the machine; black is 0 and white is 255."""
    image = Image.open(io.BytesIO(picture)).convert("L")
    return _black_and_white(image.resize((image.width, image.height // 2)))


def kept(picture: bytes) -> list[float]:
    """Return for each line of letters which share of its black came through."""
    before = _black_and_white(Image.open(io.BytesIO(picture)).convert("L"))
    after = faxed(picture).resize(before.size, Image.Resampling.NEAREST)
    found = []
    for top, end in _lines(before):
        black = _blacks(before.crop((0, top, before.width, end)))
        if black >= _FEW and end - top >= _LOW:
            found.append(_blacks(after.crop((0, top - 1, after.width, end + 1))) / black)
    return found


def across(picture: bytes, share: float) -> int:
    """Return how many lines that come through run over such a share of the sheet."""
    fax = faxed(picture)
    wide = [
        _blacks(fax.crop((0, y, fax.width, y + 1))) > fax.width * share for y in range(fax.height)
    ]
    return sum(one and not before for one, before in zip(wide, [False, *wide], strict=False))


def _lines(image: Image.Image) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of rows with anything black begins and ends."""
    black = [_blacks(image.crop((0, y, image.width, y + 1))) > 0 for y in range(image.height)]
    top = None
    for y, has in enumerate([*black, False]):
        if has and top is None:
            top = y
        elif not has and top is not None:
            yield top, y
            top = None


def _blacks(image: Image.Image) -> int:
    return image.histogram()[0]


def _black_and_white(image: Image.Image) -> Image.Image:
    return image.point(lambda shade: 0 if shade < _BLACK else 255)
