"""The table that a week is typed into: one sign fills a box, and each row has its name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import (
    BODY,
    HEADING,
    INNER_RADIUS,
    LEAST_TARGET,
    paint_box,
    paint_ground,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.week_grid.model import CELL_ROLE, GridModel
from homejournal.ui.widgets.wrapping_labels import Index, elided, lines_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.today.week_grid import WeekCell


_SIDE, _MARGIN, _LINES_OF_NAME = 8, 4, 3
_AT_START = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class NameHeads(QHeaderView):
    """Heads of rows as plain words; the whole name is its tool tip and what is heard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit_rows(self, least: int) -> None:
        """Make each row high enough for its name, and at least that high, in pixels."""
        for row in range(self.count()):
            lines = len(self.lines(row)) * self.fontMetrics().lineSpacing()
            self.resizeSection(row, max(least, lines + 2 * px(_MARGIN)))

    def lines(self, row: int) -> Sequence[str]:
        """Return the lines in which a row's name is shown."""
        name = self.model().headerData(row, Qt.Orientation.Vertical)
        room = max(1, self.width() - 2 * px(_SIDE))
        lines = lines_in(str(name or ""), self.font(), room)
        if len(lines) > _LINES_OF_NAME:
            rest = "".join(lines[_LINES_OF_NAME - 1 :])
            lines[_LINES_OF_NAME - 1 :] = [elided(self.fontMetrics(), rest, room)]
        return [line.rstrip() for line in lines]

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        paint_ground(painter, rect, "surface2")
        painter.setPen(QColor(tokens().text))
        painter.setFont(self.font())
        words = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        painter.drawText(words, _AT_START, "\n".join(self.lines(logicalIndex)))
        painter.restore()


_MOST_LETTERS = 60


class Way(Enum):
    """Where typing goes on after a cell."""

    STAY = "stay"
    ON = "on"
    BACK = "back"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


_ARROWS = {Qt.Key.Key_Up: Way.UP, Qt.Key.Key_Down: Way.DOWN}
_SIDEWAYS = {Qt.Key.Key_Left: Way.LEFT, Qt.Key.Key_Right: Way.RIGHT}


class CellEditor(QLineEdit):
    """Enter, the arrows and leaving it say that it is done; Escape says that it is not.

    Opened by typing, left and right lead on to the next cell, as in a spreadsheet; opened to
    change what stands there, they move in the text.
    """

    done = Signal(object)
    """Way: where to go on."""
    given_up = Signal()
    tabbed = Signal(bool)
    """Tab (True) or Shift+Tab (False) was pressed, which leave the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._by_typing = True
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(_MOST_LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes through the table alone
        self.hide()

    def open_with(self, text: str, name: str, *, by_typing: bool) -> None:
        """Show a text to go on with under the name that a screen reader says."""
        self._by_typing = by_typing
        self.setText(text)
        self.setAccessibleName(name)
        self.show()
        self.setFocus()
        if by_typing:
            self.end(False)
        else:
            self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.done.emit(Way.BACK if shifted else Way.ON)
        elif key in _ARROWS:
            self.done.emit(_ARROWS[key])
        elif key in _SIDEWAYS and self._by_typing and not event.modifiers():
            self.done.emit(_SIDEWAYS[key])
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        self.tabbed.emit(next)
        return True

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() not in _ELSEWHERE:
            self.done.emit(Way.STAY)


_ELSEWHERE = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""A menu or another window takes the focus for a while; nothing is done with it."""


_State = QStyle.StateFlag
_LETTERS, _EDGE, _CORNER = HEADING, 4, 9
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class WeekCells(QStyledItemDelegate):
    """White boxes are planned, as on paper; a corner says that a note hangs on what is in it."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        cell = cast("WeekCell", index.data(CELL_ROLE))
        box = QRectF(option.rect)
        painter.save()
        paint_ground(painter, option.rect, _ground(cell, option))
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        self._write(painter, box, str(index.data()), strong=bool(cell.practices))
        if cell.notes:
            _paint_corner(painter, box, mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        if option.state & _State.State_HasFocus:
            paint_box(painter, box.adjusted(1, 1, -1, -1), "", "focus", (px(2), INNER_RADIUS))
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, text: str, *, strong: bool) -> None:
        font = sized_font(_LETTERS, strong=strong)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        room = box.adjusted(px(_EDGE), 0, -px(_EDGE), 0)
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _MIDDLE, shown)


def _ground(cell: WeekCell, option: QStyleOptionViewItem) -> str:
    if option.state & (_State.State_Selected | _State.State_HasFocus):
        return "accent_soft"
    return "surface" if cell.planned and not cell.later else "surface2"


def _paint_corner(painter: QPainter, box: QRectF, *, mirrored: bool) -> None:
    side = px(_CORNER)
    corner = box.topLeft() if mirrored else QPointF(box.right(), box.top())
    inward = side if mirrored else -side
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(inward, 0), corner + QPointF(0, side)]))


_NAMES, _LEAST_NAMES, _DAY_NAMES, _ROW = 220, 100, 130, LEAST_TARGET
_LEAST_WIDE = 180
_COLUMN, _COLUMN_OF_NAME, _MOST_LINES = 60, 110, 5
_LEAST_ROWS, _ANY_HEIGHT = 5, 100_000
_KEY, _CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
_ENTER = frozenset({_KEY.Key_Return, _KEY.Key_Enter})
_MOVES = frozenset(
    {
        *(_KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down),
        *(_KEY.Key_PageUp, _KEY.Key_PageDown, _KEY.Key_Space, *_ENTER),
    }
)
"""Keys that may be held."""
_CLEARS = frozenset({_KEY.Key_Delete, _KEY.Key_Backspace})
_OTHER_KEYS = _CTRL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_SHEET = """
QTableView, QTableView:focus { border: none; }
QTableView::corner { border: none; background: palette(base); }
QHeaderView::section { padding: 4px; }
QTableCornerButton::section { background: palette(base); border: none; }
"""


class WeekTable(QTableView):
    """Arrows move in it, Tab leaves it. What a key means is said by signals, nothing is written."""

    _firm = _rescaling = False

    typed = Signal(str)
    """A sign was typed on the current box."""
    edit_wanted = Signal()
    """F2 or a double click: change what stands there."""
    edited = Signal(str, object)
    """A longer text is done, and the Way to go on from it."""
    went = Signal(object)
    """Way: Enter and Space go on, Shift+Enter goes back, and leave the box as it is."""
    cleared = Signal()
    filled = Signal(bool)
    """The box above (True) or before (False) is wanted here, too, or in all chosen boxes."""
    day_wanted = Signal()
    moved = Signal()
    """Another box is current."""

    def __init__(self, model: GridModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._room = model, _ANY_HEIGHT
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(WeekCells(self))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setStyleSheet(_SHEET)
        self._names = NameHeads(self)
        self.setVerticalHeader(self._names)
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(1)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(_WRAPPED)
        across.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.editor = CellEditor(self.viewport())
        self.editor.done.connect(self._on_done)
        self.editor.given_up.connect(self.close_editor)
        self.editor.tabbed.connect(self._on_tabbed)
        self.doubleClicked.connect(self.edit_wanted)
        model.modelReset.connect(self.rescale)
        self.rescale()

    def rescale(self) -> None:
        """Make rows and columns as large as the text asks; called whenever it changes."""
        if self._rescaling:
            return  # its height may give the page a scroll bar, which takes width away, and so on
        self._rescaling = True
        most = px(_DAY_NAMES if self._model.turned else _NAMES)
        if not self._model.turned:  # names wrap, so that the last day is in sight
            days = self._model.columnCount() * px(_COLUMN)
            bar = self.verticalScrollBar().sizeHint().width()
            most = min(most, max(px(_LEAST_NAMES), self.width() - days - bar))
        self._names.setFixedWidth(max(1, min(most, self.width() * 2 // 5)))
        self.updateGeometries()  # the names wrap in the width that they have got by now
        self._names.fit_rows(px(_ROW))
        self._share_width()
        self._fit()
        self._place_editor()
        self._rescaling = False

    def _share_width(self) -> None:
        columns, across = self._model.columnCount(), self.horizontalHeader()
        if not columns:
            return
        least = px(_COLUMN_OF_NAME if self._model.turned else _COLUMN)
        each, rest = divmod(self.viewport().width(), columns)
        widths = [max(least, each + (column < rest)) for column in range(columns)]
        for column, width in enumerate(widths):
            across.resizeSection(column, width)
        names = (self._height(column, width) for column, width in enumerate(widths))
        across.setFixedHeight(max(names, default=0) + px(12))

    def _height(self, column: int, width: int) -> int:
        """Return how high the name of a column stands, up to a few lines."""
        name = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        metrics = QFontMetrics(sized_font(BODY, strong=True))
        room = QRect(0, 0, width - px(10), _MOST_LINES * metrics.lineSpacing())
        wrapped = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), name)
        return min(wrapped.height(), room.height())

    def set_room(self, height: int, *, firm: bool = False) -> None:
        """Be at most so high, in pixels, so that its head stays in sight while it scrolls.

        A firm one gives no room up to what stands around it.
        """
        self._room, self._firm = height, firm
        self._fit()

    def _fit(self) -> None:
        """Be no higher than the rows; where there is less room the table scrolls."""
        heights = [self._names.sectionSize(row) for row in range(self._model.rowCount())]
        bar = self.horizontalScrollBar().sizeHint().height()
        wide = self.horizontalHeader().length() > self.viewport().width()
        edge = self.horizontalHeader().height() + (bar if wide else 0) + 2 * self.frameWidth()
        least = min(self._room, sum(heights if self._firm else heights[:_LEAST_ROWS]) + edge)
        self.setMinimumHeight(least)
        self.setMaximumHeight(max(least, min(self._room, sum(heights) + edge)))

    def go_to(self, index: QModelIndex) -> None:
        """Stand on a box, and let go of what was chosen."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def chosen(self) -> list[QModelIndex]:
        """Return the chosen boxes in reading order, or the current one."""
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted(found, key=lambda index: (index.row(), index.column()))

    @property
    def is_editing(self) -> bool:
        """Whether the small field is open."""
        return self.editor.isVisibleTo(self)

    def open_editor(self, text: str, name: str, *, by_typing: bool) -> None:
        """Open the small field in the current box, with a text to go on with."""
        self.scrollTo(self.currentIndex())
        self.editor.open_with(text, name, by_typing=by_typing)
        self._place_editor()

    def close_editor(self) -> None:
        """Close the small field and come back to the box."""
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        if had_focus:
            self.setFocus()

    def _place_editor(self) -> None:
        if self.is_editing:
            self.editor.setGeometry(self.visualRect(self.currentIndex()))

    def _on_done(self, way: Way) -> None:
        self.edited.emit(self.editor.text(), way)

    def _on_tabbed(self, forward: bool) -> None:  # noqa: FBT001 (a signal's value)
        self.edited.emit(self.editor.text(), Way.STAY)
        self.setFocus()
        self.focusNextPrevChild(forward)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self.is_editing:
            self.editor.setFocus()
        elif event.isAutoRepeat() and event.key() not in _MOVES:
            event.accept()  # a key that is held writes once, and not into every box
        elif not self.currentIndex().isValid() or not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Take a key that means something here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        sign = event.text()
        if modifiers & _OTHER_KEYS:
            return self._take_with_ctrl(key) if modifiers & _CTRL else False
        if key in _ENTER:
            shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.went.emit(Way.BACK if shifted else Way.ON)
        elif key == _KEY.Key_Space:
            self.went.emit(Way.ON)
        elif key in _CLEARS:
            self.cleared.emit()
        elif key == _KEY.Key_F2:
            self.edit_wanted.emit()
        elif sign and sign.isprintable():
            self.typed.emit(sign)
        else:
            return False
        return True

    def _take_with_ctrl(self, key: Qt.Key) -> bool:
        if key in {_KEY.Key_D, _KEY.Key_R}:
            self.filled.emit(key == _KEY.Key_D)
        elif key in _ENTER:
            self.day_wanted.emit()
        else:
            return False
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if self.is_editing:
            self._on_done(Way.STAY)
        if self.is_editing:
            self.editor.setFocus()  # what stands in it cannot be read yet
        else:
            super().mousePressEvent(event)

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Letters look for nothing here."""

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int, /) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        return QWidget.focusNextPrevChild(self, next)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_NAMES + 7 * _COLUMN), self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_WIDE), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.rescale()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "editor"):
            self.rescale()
