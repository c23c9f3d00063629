"""A page of a photo as a Qt table: sick and away first, then a row for each time of the paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from homejournal.domain.records.plan import DAYS_OF_A_WEEK
from homejournal.domain.today.sheet_photo import PhotoCell
from homejournal.texts.day_page import capitalized
from homejournal.texts.week_grid import wish_shown
from homejournal.texts.window import sheet_photos as said
from homejournal.ui.sheet_photo.answers import AnswersOfPage, Place, day_of, is_late
from homejournal.ui.theme import (
    HEADING,
    INNER_RADIUS,
    SMALL,
    paint_box,
    paint_ground,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.week_grid.model import GridModel
from homejournal.ui.widgets.wrapping_labels import Index, lines_in, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from homejournal.texts.wording import Wording

_Role = Qt.ItemDataRole
LOOK_ROLE = int(_Role.UserRole)
"""How a cell looks: its ground, and whether its signs will be written."""
WORDS_ROLE = LOOK_ROLE + 1
"""What a cell says in words, where they are more than its signs."""
_ASKED, _SIDE, _MOST_LINES = "?", 3, 2


class PhotoModel(GridModel):
    """Shows what is written, what will be, and what is asked, of one page."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._answers: AnswersOfPage | None = None
        self._names: Mapping[UUID, str] = {}
        self._rows: list[dict[date, Place]] = []

    def show_page(self, answers: AnswersOfPage, names: Mapping[UUID, str]) -> None:
        """Show a page; `names` are those of its strategies."""
        self.beginResetModel()
        self._answers, self._names = answers, names
        rows: list[tuple[Place, ...]] = [row.cells for row in answers.page.rows]
        if answers.page.days:
            rows.insert(0, answers.page.days)
        self._rows = [{day_of(place): place for place in row} for row in rows if row]
        self.endResetModel()

    def changed(self) -> None:
        """Show what was answered."""
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
        )

    @property
    def days(self) -> tuple[date, ...]:
        if self._answers is None:
            return ()
        week = self._answers.page.sheet.week
        return tuple(week + timedelta(days=ahead) for ahead in range(DAYS_OF_A_WEEK))

    def place(self, index: Index) -> Place | None:
        """Return the place at an index; None where the paper has no box."""
        if not index.isValid():
            return None
        return self._rows[index.row()].get(self.days[index.column()])

    def index_of(self, place: Place) -> QModelIndex:
        for row, places in enumerate(self._rows):
            for day, one in places.items():
                if one is place:
                    return self.index(row, self.days.index(day))
        return QModelIndex()

    def places(self) -> Iterator[Place]:
        """Yield all places in reading order."""
        for places in self._rows:
            yield from places.values()

    def name_of(self, place: Place) -> str:
        return self._names[place.cell.place.row.strategy] if isinstance(place, PhotoCell) else ""

    def where(self, place: Place) -> str:
        """Return where a place is, in words."""
        return said.where(self._wording, place, self.name_of(place))

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() or not self._rows else DAYS_OF_A_WEEK

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        place = self.place(index)
        if role == LOOK_ROLE:
            return self._look(place) if place else ("surface2", False)
        if place is None:
            return None
        if role == _Role.DisplayRole:
            return self._shown(place)
        if role == WORDS_ROLE:
            return self._words(place)
        if role == _Role.AccessibleTextRole:
            return self.told(place)
        tip = f"{self.where(place)}\n{self.told(place)}"
        return plain(tip) if role == _Role.ToolTipRole else None

    def told(self, place: Place) -> str:
        """Return what the photo says of a place, and what will come of it."""
        answers, wording = self._answers, self._wording
        if answers is None:
            return ""
        is_open = answers.is_open(place) or not answers.asks(place)
        asked = said.asked(wording, place, is_open=is_open)
        will = said.outcome(wording, place, answers.said(place), answers.will_write(place))
        return f"{asked} {will}".strip()

    def _shown(self, place: Place) -> str:
        answers, wording = self._answers, self._wording
        wish = answers.will_write(place) if answers else None
        if wish is not None:
            return wish_shown(wording, wish)
        if answers is not None and answers.is_open(place):
            return _ASKED
        return said.written_shown(wording, place)

    def _words(self, place: Place) -> str:
        """Return what stands here in words, where it has any."""
        answers = self._answers
        wish = answers.will_write(place) if answers else None
        if wish is None and answers is not None and answers.is_open(place):
            return ""
        return said.words_shown(self._wording, place, wish)

    def _look(self, place: Place) -> tuple[str, bool]:
        answers = self._answers
        if answers is not None and answers.is_open(place):
            return "careful_soft", True
        will = answers is not None and answers.will_write(place) is not None
        return "surface2" if is_late(place) else "surface", will

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._day(section, role) if 0 <= section < self.columnCount() else None
        if not 0 <= section < self.rowCount():
            return None
        place = next(iter(self._rows[section].values()))
        name = said.row_said(self._wording, place, self.name_of(place))
        if role == _Role.ToolTipRole:
            return plain(name)
        return name if role in {_Role.DisplayRole, _Role.AccessibleTextRole} else None

    def _day(self, section: int, role: int) -> str | None:
        day = self.days[section]
        if role == _Role.DisplayRole:
            weekday = capitalized(self._wording.short_weekday(day))
            return f"{weekday}\n{self._wording.short_day(day)}"
        spoken = {_Role.AccessibleTextRole, _Role.ToolTipRole}
        return capitalized(self._wording.day_of_year(day)) if role in spoken else None


class PhotoCells(QStyledItemDelegate):
    """Strong signs will be written; plain ones are, and a question mark is still to be answered."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        ground, strong = index.data(LOOK_ROLE)
        state, box = option.state, QRectF(option.rect)
        here = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        painter.save()
        paint_ground(painter, option.rect, "accent_soft" if state & here else ground)
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        painter.setPen(QColor(tokens().text if strong else tokens().muted))
        _write(painter, box, index, strong=strong)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_box(painter, box.adjusted(1, 1, -1, -1), "", "focus", (px(2), INNER_RADIUS))
        painter.restore()


def _write(painter: QPainter, box: QRectF, index: Index, *, strong: bool) -> None:
    """Write words in up to two lines, or else signs."""
    font, room = sized_font(SMALL, strong=strong), box.width() - 2 * px(_SIDE)
    lines = _in_lines(str(index.data(WORDS_ROLE) or ""), font, room)
    painter.setFont(font)
    if 0 < len(lines) <= _MOST_LINES:
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
        return
    painter.setFont(sized_font(HEADING, strong=strong))
    signs = str(index.data() or "")
    text = painter.fontMetrics().elidedText(signs, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _in_lines(words: str, font: QFont, room: float) -> list[str]:
    """Return words in lines, or nothing where one of them would have to be broken."""
    lines = lines_in(words, font, room) if words else []
    whole = " ".join(line.strip() for line in lines) == words
    return [line.strip() for line in lines] if whole else []
