"""Where the marks of a chart's picture lie in the widget that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from homejournal.reports.charts.screen_picture import Box, ChartPicture


@dataclass(frozen=True, slots=True)
class ChartPlaces:
    """A picture, and how many pixels of the widget one of its pixels takes."""

    picture: ChartPicture
    scale: float

    def all_of_it(self) -> QRectF:
        """Return where the picture lies."""
        return QRectF(0, 0, self.picture.width * self.scale, self.picture.height * self.scale)

    def plot(self) -> QRectF:
        """Return where the axes lie."""
        return self._rect(self.picture.plot)

    def box(self, mark: int) -> QRectF:
        """Return where a mark lies."""
        return self._rect(self.picture.marks[mark].box)

    def mark_at(self, place: QPointF, reach: float) -> int | None:
        """Return the mark under a point, or the nearest within reach; of several the smallest."""
        found = [
            (_distance(box, place), box.width() * box.height(), index)
            for index in range(len(self.picture.marks))
            if (box := self.box(index)).adjusted(-reach, -reach, reach, reach).contains(place)
        ]
        return min(found)[2] if found else None

    def _rect(self, box: Box) -> QRectF:
        scale = self.scale
        return QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)


def _distance(box: QRectF, place: QPointF) -> float:
    across = max(box.left() - place.x(), 0.0, place.x() - box.right())
    down = max(box.top() - place.y(), 0.0, place.y() - box.bottom())
    return across + down
