"""The pages on an upright photo: found by their codes, laid flat, and measured box by box.

The codes are read by zxing-cpp; all else is arithmetic on the pixels.
"""

import io
from collections.abc import Iterator

import numpy as np
import zxingcpp
from PIL import Image

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.papers.sheet_layout import CORNERS, FilledBy
from homejournal.domain.papers.sheet_marks import PhotoFault, fault_of
from homejournal.domain.papers.sheet_places import (
    KeptSheets,
    SheetPlaces,
    other_corner,
    places_of,
)
from homejournal.domain.papers.sheet_reading import PagePicture, PageRead, PageSeen, page_read
from homejournal.domain.records.media_and_papers import Sheet
from homejournal.exchange.sheet_photo.ink import Boxes, inked_places, measured
from homejournal.exchange.sheet_photo.pieces import ink_pieces
from homejournal.exchange.sheet_photo.pixels import Floats, Gray, half
from homejournal.exchange.sheet_photo.registration import PageMap, corner_points, find_boxes

_Codes = dict[str, dict[str, Floats]]
_SIGNS = 16
_MOST_PAGES = 8
_LARGE = 5_000_000
"""A photo of more pixels is searched for codes at half its size first."""
_DOTS, _CELL = 6.0, 12.0
"""Pixels a millimeter of the straight picture, and every how many it follows the paper's bends."""
_QUALITY = 82


def pages_in(photo: Image.Image, kept: KeptSheets) -> list[PageRead | PhotoFault]:
    """Return each page on a photo, or why it cannot be read; nothing where no code is seen."""
    gray = _gray(photo)
    return [
        _page(photo, gray, kept[code], corners) if code in kept else PhotoFault.UNKNOWN
        for code, corners in _codes(gray).items()
    ]


def codes_in(photo: Image.Image) -> tuple[str, ...]:
    """Return the first code of each page on a photo."""
    return tuple(_codes(_gray(photo)))


def _gray(photo: Image.Image) -> Gray:
    return np.ascontiguousarray(np.asarray(photo.convert("L")))


def _codes(gray: Gray) -> _Codes:
    """Return by the first code of each page the pixels of its codes, clockwise from the top left.

    One that was made small is looked for again at a larger size.
    """
    found: _Codes = {}
    for image, factor in _sizes(gray):
        kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        for one in zxingcpp.read_barcodes(image, formats=kind, try_invert=False):
            code, corner = other_corner(one.text)
            if len(code) == _SIGNS and corner in CORNERS and code.startswith("HJ1"):
                at = one.position
                corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
                pixels = np.array([(corner.x, corner.y) for corner in corners], float)
                pixels = pixels * factor + (factor - 1) / 2
                found.setdefault(code, {}).setdefault(corner, pixels)
        if found and all(len(corners) == len(CORNERS) for corners in found.values()):
            break
    return dict([*found.items()][:_MOST_PAGES])


def _sizes(gray: Gray) -> Iterator[tuple[Gray, float]]:
    if gray.size > _LARGE:
        yield half(gray), 2.0
        yield gray, 1.0
        return
    yield gray, 1.0
    high, wide = gray.shape
    yield np.asarray(Image.fromarray(gray).resize((wide * 2, high * 2))), 0.5


def _page(
    photo: Image.Image, gray: Gray, sheet: Sheet, corners: dict[str, Floats]
) -> PageRead | PhotoFault:
    try:
        laid = places_of(sheet)
    except InvalidValueError:
        return PhotoFault.DAMAGED
    boxes = [n for n, place in enumerate(laid.places) if place.by is FilledBy.TICK]
    if not boxes:
        return PhotoFault.DAMAGED
    middles = np.array([laid.places[n].box.middle for n in boxes])
    side = float(np.median([laid.places[n].box.width for n in boxes]))
    codes = corner_points([laid.codes[corner] for corner in corners])
    found = find_boxes(gray, (codes, np.vstack([*corners.values()])), middles, side)
    if found is None:
        return PhotoFault.COVERED
    paper, where = found
    lines = [_line(laid, n) for n in boxes]
    quiet = frozenset(line for line in lines if line[1] is None)
    inks, page = measured(gray, Boxes(middles, side, lines, quiet), where)
    fault = fault_of(page, len(corners))
    if fault is not None:
        return fault
    straight = _straight(photo, laid.paper, paper)
    pieces = ink_pieces(_gray(straight), laid.places, page.contrast)
    writing = _writing(gray, laid, paper)
    seen = PageSeen(dict(zip(boxes, inks, strict=True)), writing, page, pieces)
    return page_read(sheet, laid, seen, _picture(straight))


def _line(laid: SheetPlaces, number: int) -> tuple[str, int | None, int | None]:
    place = laid.places[number]
    return str(place.what), place.row, place.level


def _writing(gray: Gray, laid: SheetPlaces, paper: PageMap) -> dict[int, float]:
    """Return which share of each place to write on is inked."""
    lines: dict[object, list[int]] = {}
    for number, place in enumerate(laid.places):
        if place.by is not FilledBy.TICK:
            lines.setdefault(_line(laid, number), []).append(number)
    found: dict[int, float] = {}
    for numbers in lines.values():
        middles = np.array([laid.places[n].box.middle for n in numbers])
        size = laid.places[numbers[0]].box
        ink = inked_places(gray, *paper.at(middles), (size.width, size.height))
        found |= dict(zip(numbers, ink, strict=True))
    return found


def _straight(photo: Image.Image, paper: tuple[float, float], lies: PageMap) -> Image.Image:
    """Return the page as if it lay flat under the camera."""
    across, down = (_marks(side) for side in paper)
    grid = np.array([(x, y) for y in down for x in across])
    pixels = lies.at(grid)[0].reshape(len(down), len(across), 2)
    wide, high = (round(side * _DOTS) for side in paper)
    at_x, at_y = ([round(float(mark) * _DOTS) for mark in marks] for marks in (across, down))
    mesh = [
        (
            (at_x[x], at_y[y], at_x[x + 1], at_y[y + 1]),
            tuple(
                float(value)
                for dy, dx in ((0, 0), (1, 0), (1, 1), (0, 1))
                for value in pixels[y + dy, x + dx]
            ),
        )
        for y in range(len(down) - 1)
        for x in range(len(across) - 1)
    ]
    return photo.transform(
        (wide, high),
        Image.Transform.MESH,
        mesh,
        Image.Resampling.BILINEAR,
        fillcolor=(255, 255, 255),
    )


def _picture(straight: Image.Image) -> PagePicture:
    out = io.BytesIO()
    straight.save(out, "JPEG", quality=_QUALITY)
    return PagePicture(out.getvalue(), _DOTS, *straight.size)


def _marks(side: float) -> Floats:
    return np.linspace(0, side, round(side / _CELL) + 1)
