"""What a calendar and a grid of days share: a table of days, painted cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableView,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from homejournal.ui.models.model_index import Index

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})

# Narrow columns have no room for the usual margins of a head; names in rows are no headings. The
# day with the focus is framed, so the table needs no frame, which its heads would cover.
_SHEET = """
QTableView, QTableView:focus { border: none; }
QTableView::corner { border: none; background: palette(base); }
QHeaderView::section { padding-left: 0; padding-right: 0; }
QHeaderView::section:vertical { padding: 0 8px; font-weight: 400; border: none; }
QTableCornerButton::section { background: palette(base); border: none; }
"""


class DayTable(QTableView):
    """A real table, so that a screen reader hears each cell when it is moved to.

    Tab leaves it. ``picked`` carries the index of a cell that was clicked or entered. It is as high
    as its rows, up to ``most_rows`` of them, and scrolls from there on. Its columns share the width
    evenly, but none becomes narrower than ``least_column``; lengths are pixels at 100 %.
    """

    picked = Signal(QModelIndex)

    def __init__(
        self,
        row_height: float,
        parent: QWidget | None = None,
        *,
        least_column: float = 1,
        most_rows: int = 12,
    ) -> None:
        super().__init__(parent)
        self._row_height, self._most_rows = row_height, most_rows
        self._least_column = least_column
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setStyleSheet(_SHEET)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self.picked)
        self.rescale()

    def set_row_height(self, height: float) -> None:
        """Make every row that high, in pixels at 100 %."""
        self._row_height = height
        self.rescale()

    def rescale(self) -> None:
        """Take over the text size in force; called whenever it changes."""
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))
        self.share_width()
        self.fit()

    def share_width(self) -> None:
        """Give the columns the width there is; called after another number of columns is shown."""
        count = self._counts()[1]
        if not count:
            return
        room, header = self.viewport().width(), self.horizontalHeader()
        each, rest = divmod(room, count)
        least = px(self._least_column)
        for column in range(count):
            header.resizeSection(column, max(least, each + (column < rest)))

    def _is_too_wide(self) -> bool:
        return self._counts()[1] * px(self._least_column) > self.viewport().width()

    def _counts(self) -> tuple[int, int]:
        """Return how many rows and columns there are; none before a model was given."""
        model = cast("QAbstractItemModel | None", self.model())
        return (model.rowCount(), model.columnCount()) if model is not None else (0, 0)

    def fit(self) -> None:
        """Become as high as the rows need; called after other rows are shown."""
        rows = min(self._most_rows, self._counts()[0])
        height = sum(self.verticalHeader().sectionSize(row) for row in range(rows))
        height += self.horizontalHeader().sizeHint().height()
        if self._is_too_wide():
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(280), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Letters look for nothing here."""

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self._show_in_page(self.visualRect(current))

    def _show_in_page(self, place: QRect) -> None:
        """Scroll the page that the table stands in, so that the focus is never out of sight."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None and (body := page.widget()) is not None:
            middle = self.viewport().mapTo(body, place.center())
            page.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + px(24))

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row_height"):
            self.rescale()
