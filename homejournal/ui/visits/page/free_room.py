"""Free room on the picture of a sheet, for what the window lays over it and must hide no words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPixmap

_PLAIN, _PALE = 6, 16
"""Grays of one ground differ by no more than this, and those of two pale grounds side by side."""
_STEP = 3
_BELOW, _ABOVE = 14, 10
"""A ghost is so many millimeters below or above its place, if there is room."""
_FAR = 45
"""Or else no farther than this, and then in the margin."""
_GHOST_PARTS = (1.0, 0.6, 0.35)
"""A ghost is as wide as its line, or as such a part of it, where that is free."""


class Room:
    """One sheet as it is shown, `mm` pixels a millimeter; all places are in its pixels."""

    def __init__(self, picture: QPixmap, mm: float, *, from_right: bool) -> None:
        image = picture.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        self._ratio = picture.devicePixelRatio()
        self._wide, self._high = image.width(), image.height()
        self._row = image.bytesPerLine()
        self._grays = bytearray(image.constBits()) if not image.isNull() else bytearray()
        self._size = picture.deviceIndependentSize().toSize()
        self._mm, self._from_right = mm, from_right

    def is_free(self, place: QRect, most: int = _PLAIN) -> bool:
        """Return whether a place holds neither print nor what was put there before.

        Its grays differ by no more than `most`.
        """
        left, top, right, bottom = self._pixels(place)
        if left < 0 or top < 0 or right > self._wide or bottom > self._high:
            return False
        low, high, width = 255, 0, right - left
        for begin in range(top * self._row + left, bottom * self._row + left, self._row):
            grays = self._grays[begin : begin + width]
            low, high = min(low, min(grays)), max(high, max(grays))  # noqa: PLW3301 (much faster)
            if high - low > most:
                return False
        return True

    def _pixels(self, place: QRect) -> tuple[int, int, int, int]:
        """Return where a place begins and ends on the picture."""
        left, top = place.left(), place.top()
        corners = (left, top, left + place.width(), top + place.height())
        if self._ratio == 1:
            return corners
        first, second, third, fourth = (round(corner * self._ratio) for corner in corners)
        return first, second, third, fourth

    def box_beside(self, line: QRect, side: int) -> QRect:
        """Take room for the box of a line: before it, behind it, in its corner, or nowhere."""
        top = line.top() + (min(line.height(), round(4.2 * self._mm)) - side) // 2
        step = max(_STEP, side // 4)
        before = [line.left() - side - step * n for n in range(1, 9)]
        behind = [line.right() + step * n for n in range(1, 5)]
        lefts = (*before, *behind, line.right() - side, line.left() + 1)
        if self._from_right:
            lefts = tuple(line.left() + line.right() + 1 - side - left for left in lefts)
        # A box has a ground of its own, so it may lie on the edge of a pale field.
        return self._take((QRect(left, top, side, side) for left in lefts), _PALE)

    def ghost_near(self, near: QRect, least: QSize) -> QRect:
        """Take room for a ghost under the top of a place, or else near it, or in the margin."""
        # It has a ground of its own, as a box has.
        for places in (self._under(near, least), self._around(near, least)):
            found = self._take(places, _PALE)
            if not found.isEmpty():
                return found
        side = least.height()
        left = max(1, round(9 * self._mm) - side)
        if self._from_right:
            left = self._size.width() - left - side
        below = range(max(0, near.top()), self._size.height() - side, side // 2)
        return self._take(QRect(left, top, side, side) for top in below)

    def _under(self, near: QRect, least: QSize) -> Iterator[QRect]:
        for part in _GHOST_PARTS:
            wide = max(least.width(), round(near.width() * part))
            lefts = near.left(), near.right() + 1 - wide
            for down in (*range(0, round(_BELOW * self._mm), _STEP), *self._above):
                for left in reversed(lefts) if self._from_right else lefts:
                    yield QRect(left, near.top() + down, wide, least.height())

    def _around(self, near: QRect, least: QSize) -> Iterator[QRect]:
        """Yield places as wide as they must be, those nearest to the beginning of a line first."""
        begin = near.right() + 1 - least.width() if self._from_right else near.left()
        for _, down, aside in _nearest_first(round(_FAR * self._mm), self._size.width()):
            yield QRect(QPoint(begin + aside, near.top() + down), least)

    @property
    def _above(self) -> range:
        """Where the heading may be, behind whose words there is often room."""
        return range(0, -round(_ABOVE * self._mm), -_STEP)

    def chip_in(self, row: QRect, size: QSize) -> QRect:
        """Take room for a chip behind the words of a row, which is so high as they are."""
        tops = range(row.top(), row.bottom() - size.height() // 2, _STEP)
        return self._take(self._along(row, size, tops))

    def chip_under(self, line: QRect, size: QSize) -> QRect:
        """Take room for a chip in a line that has others in it: behind its last words."""
        last = line.bottom() + 1 - size.height()
        return self._take(self._along(line, size, range(last, line.top(), -_STEP)), around=_STEP)

    def _along(self, row: QRect, size: QSize, tops: range) -> Iterator[QRect]:
        gap = round(2 * self._mm)
        for top in tops:
            for left in range(row.left() + gap, row.right() - size.width(), 2 * _STEP):
                place = QRect(QPoint(left, top), size)
                if self._from_right:
                    place.moveLeft(row.left() + row.right() + 1 - left - size.width())
                yield place

    def _take(self, places: Iterable[QRect], most: int = _PLAIN, around: int = 1) -> QRect:
        for place in places:
            if self.is_free(place.adjusted(-around, -1, around, 1), most):
                self._mark(place)
                return place
        return QRect()

    def _mark(self, place: QRect) -> None:
        """Draw stripes where something was put, so that it is free no more."""
        left, top, right, bottom = self._pixels(place)
        stripes = (b"\x00\xff" * (right - left))[: right - left]
        for begin in range(top * self._row + left, bottom * self._row + left, self._row):
            self._grays[begin : begin + len(stripes)] = stripes


@lru_cache(maxsize=2)
def _nearest_first(far: int, wide: int) -> list[tuple[int, int, int]]:
    """Return how far down and aside places are, the nearest first, with their distance."""
    step = 2 * _STEP
    downs, asides = range(-far // step * step, far, step), range(-wide // step * step, wide, step)
    return sorted((down * down + aside * aside, down, aside) for down in downs for aside in asides)
