"""The ink by hand on a page made straight, in pieces that hang together: pixels in, numbers out.

What is printed is taken away: the same row of other days shows it at the same place. Inside of
boxes nothing is printed, and close to their outlines nothing is told from print.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from homejournal.domain.papers.sheet_cells import cells_of
from homejournal.domain.papers.sheet_layout import FilledBy
from homejournal.domain.papers.sheet_pieces import Piece
from homejournal.domain.papers.sheet_places import Box, SheetPlace
from homejournal.exchange.sheet_photo.pixels import (
    Floats,
    Gray,
    Pieces,
    Yes,
    closed,
    labeled,
    softened,
    widened,
)

_DOTS = 3
"""Samples a millimeter."""
_PAPER, _STROKE = 21, 7
"""Samples: what is wider than 7 mm is paper, and what is wider than 2 mm is no stroke."""
_OUTLINE = 0.75
"""So many millimeters from a printed outline its blur is over."""
_PRINT = 0.15
"""What other days show so dark at a place is print."""
_INK, _GRAINS = 0.12, 6.0
"""Ink is so dark against the printed outlines, and so many times darker than the grain."""
_GAP = 3
"""So many samples about each spot belong to its piece: a printed outline cuts a stroke in two."""
_OTHER_DAYS = 4


def ink_pieces(straight: Gray, places: Sequence[SheetPlace], contrast: float) -> list[Piece]:
    """Return the pieces of ink by hand in the room of all choices.

    `straight` has twice as many samples a millimeter, and `contrast` is how dark outlines are.
    """
    thin = _strokes(straight, contrast)
    ink = np.zeros_like(thin)
    rows: dict[int | None, list[Box]] = {}
    for (row, _), cell in cells_of(places).items():
        rows.setdefault(row, []).append(cell)
    rows = {row: cells for row, cells in rows.items() if len(cells) >= _OTHER_DAYS}
    for cells in rows.values():
        _add_by_hand(ink, thin, cells)
    ticked = [one.box for one in places if one.by is FilledBy.TICK and one.row in rows]
    _add_inside(ink, thin, ticked)
    grain = float(np.median(np.abs(thin)))
    return _pieces(ink > max(_INK, _GRAINS * grain), [one.box for one in places])


def _strokes(straight: Gray, contrast: float) -> Floats:
    """Return how dark each place is, as far as it is no wider than a stroke."""
    high, wide = (side // 2 * 2 for side in straight.shape)
    fine = straight[:high, :wide].astype(np.float32)
    light = (fine[::2, ::2] + fine[1::2, ::2] + fine[::2, 1::2] + fine[1::2, 1::2])[None] / 4
    dark = softened((1 - light / np.maximum(closed(light, _PAPER), 20)) / contrast)
    return np.asarray((dark + closed(-dark, _STROKE))[0])


def _add_by_hand(ink: Floats, thin: Floats, cells: Sequence[Box]) -> None:
    """Add the ink in the room of one row on all days: what no other day shows as well."""
    high, wide = (round(side * _DOTS) for side in (cells[0].height, cells[0].width))
    if not (0 < high < thin.shape[0] and 0 < wide < thin.shape[1] - 1):
        return  # no table that was printed looks so
    corners, strips = [], []
    for cell in cells:
        top = min(max(0, round(cell.top * _DOTS)), thin.shape[0] - high)
        exact = min(max(0.0, cell.left * _DOTS), thin.shape[1] - wide - 1.0)
        left = int(exact)
        here = thin[top : top + high, left : left + wide + 1]
        corners.append((top, left))
        strips.append(here[:, :-1] + (here[:, 1:] - here[:, :-1]) * np.float32(exact - left))
    days = np.stack(strips)
    printed = widened(np.partition(days, 1, 0)[1:2]) > _PRINT
    for (top, left), hand in zip(corners, np.where(printed, 0, days), strict=True):
        ink[top : top + high, left : left + wide] = hand


def _add_inside(ink: Floats, thin: Floats, boxes: Iterable[Box]) -> None:
    """Add the ink inside of boxes, and leave out what is close to their outlines."""
    y, x = ((np.arange(side) + 0.5) / _DOTS for side in ink.shape)
    for box in boxes:
        across = np.abs(x - box.left - box.width / 2) - box.width / 2
        down = np.abs(y - box.top - box.height / 2) - box.height / 2
        near = np.ix_(np.flatnonzero(down < _OUTLINE), np.flatnonzero(across < _OUTLINE))
        far = np.maximum(down[near[0]], across[near[1]])
        ink[near] = np.where(far < -_OUTLINE, thin[near], 0)


def _pieces(inked: Yes, boxes: Sequence[Box]) -> list[Piece]:
    about: Floats = inked[None].astype(np.float32)
    for _ in range(_GAP):
        about = widened(about)
    y, x = np.nonzero(inked)
    _, piece, many = np.unique(labeled(about[0] > 0)[y, x], return_inverse=True, return_counts=True)
    order = np.argsort(piece, kind="stable")
    places = _places(inked.shape, boxes)[y, x]
    parts = np.split(order, np.cumsum(many)[:-1]) if len(many) else []
    return [_piece(x[part], y[part], places[part]) for part in parts]


def _places(shape: tuple[int, ...], boxes: Sequence[Box]) -> Pieces:
    """Return the number of the place at each sample, or -1."""
    found = np.full(shape, -1)
    for number, box in enumerate(boxes):
        left, top = round(box.left * _DOTS), round(box.top * _DOTS)
        right, low = round((box.left + box.width) * _DOTS), round((box.top + box.height) * _DOTS)
        found[top:low, left:right] = number
    return found


def _piece(x: Pieces, y: Pieces, places: Pieces) -> Piece:
    left, top = float(x.min()) / _DOTS, float(y.min()) / _DOTS
    right, low = (float(x.max()) + 1) / _DOTS, (float(y.max()) + 1) / _DOTS
    numbers, many = np.unique(places[places >= 0], return_counts=True)
    return Piece(
        box=Box(left, top, right - left, low - top),
        area=len(x) / _DOTS**2,
        middle=(float(x.mean()) / _DOTS, float(y.mean()) / _DOTS),
        inside={int(n): float(count) / _DOTS**2 for n, count in zip(numbers, many, strict=True)},
    )
