"""Rows and columns: one after another, side by side, at two ends, or on in the next line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete
from typing_extensions import override

from homejournal.ui.theme import px
from homejournal.ui.widgets.wrapping_button import WordButton

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NO_LIMIT = (1 << 24) - 1
IN_TWO = 500
"""As wide as this, in pixels at 100 %, are the two columns of cards in a wide window."""
_LOW = 132
"""How high names stand over what is shown, in pixels at 100 %: three of them are in sight."""


def turn(box: QBoxLayout, *, across: bool) -> bool:
    """Put the parts of a box one after another, or one under another; return if that is new."""
    way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
    is_new = box.direction() != way
    box.setDirection(way)
    return is_new


class MasterDetail(QWidget):
    """`wide` is the width of the longest name in pixels; what is shown keeps the rest."""

    def __init__(self, index: QWidget, shown: QWidget, wide: int) -> None:
        super().__init__()
        self._index, self._shown, self._wide = index, shown, wide
        self._row = in_row(index, shown, grow=shown, inside=self)
        self.setMinimumWidth(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._wide * 2 <= self.width()
        turn(self._row, across=beside)
        self._index.setMinimumWidth(self._wide if beside else 1)
        self._index.setMaximumWidth(self._wide if beside else _NO_LIMIT)
        self._index.setMaximumHeight(_NO_LIMIT if beside else px(_LOW))
        self._shown.setMinimumHeight(1 if beside else px(_LOW))


_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)
Edges = tuple[int, int, int, int]
"""The pixels left free at the left, above, at the right and below."""


def in_column(
    *parts: QWidget | QLayout,
    inside: QWidget | None = None,
    gap: float | None = None,
    edges: Edges = (0, 0, 0, 0),
    grow: QWidget | QLayout | None = None,
) -> QVBoxLayout:
    """Put parts one under another, `inside` a widget or in a layout that goes into another one.

    `gap` is in pixels at 100 %; without one Qt takes the usual. One part may `grow` into the room
    that is left.
    """
    made = QVBoxLayout(inside) if inside is not None else QVBoxLayout()
    return _filled(made, parts, gap, edges, grow)


def in_row(
    *parts: QWidget | QLayout,
    inside: QWidget | None = None,
    gap: float | None = None,
    edges: Edges = (0, 0, 0, 0),
    grow: QWidget | QLayout | None = None,
) -> QHBoxLayout:
    """Put parts one after another from where reading begins, as `in_column` does downwards."""
    made = QHBoxLayout(inside) if inside is not None else QHBoxLayout()
    return _filled(made, parts, gap, edges, grow)


def _filled(
    box: _Box,
    parts: Iterable[QWidget | QLayout],
    gap: float | None,
    edges: Edges,
    grow: QWidget | QLayout | None,
) -> _Box:
    box.setContentsMargins(*edges)
    if gap is not None:
        box.setSpacing(px(gap))
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part, int(part is grow))
        else:
            box.addLayout(part, int(part is grow))
    return box


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        let_go(item.widget())


def let_go(widget: QWidget | None) -> None:
    """Hide a widget, and free it once Qt has time."""
    if widget is not None:
        widget.hide()
        widget.deleteLater()


class TwoEnds(QWidget):
    """The first part takes what room there is; the second stands at the end of the line.

    Where there is no room for both, the second follows below. A first part that `wraps` needs no
    more than half of the line, but `least` pixels at 100 %.
    """

    def __init__(
        self,
        first: QWidget | QLayout,
        second: QWidget,
        *,
        gap: float = 12,
        wraps: bool = False,
        least: float = 0,
    ) -> None:
        super().__init__()
        self._first, self._second, self._gap, self._wraps = first, second, gap, wraps
        self._least = least
        self._row = in_row(first, grow=first, inside=self)
        self._row.addWidget(second, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumWidth(1)
        self._room = 0

    def keep_room(self, words: Iterable[str]) -> None:
        """Keep the parts where they are whichever of these words the second one says."""
        metrics = self._second.fontMetrics()
        self._room = max(metrics.horizontalAdvance(word) for word in words) + px(4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()  # one of the parts holds something else now
        return super().event(event)

    def _arrange(self) -> None:
        second = max(self._room, self._wanted(self._second))
        needed = max(second, px(self._least)) if self._wraps else self._wanted(self._first)
        needed += second + px(self._gap)
        fits = self._second.isHidden() or needed <= self.width()
        if isinstance(self._second, QLabel):  # Qt likes to wrap a text that would fit in one line
            self._second.setMinimumWidth(self._wanted(self._second) if fits else 1)
        gap = px(self._gap if fits else self._gap / 3)
        if gap != self._row.spacing():  # each setting asks for a layout
            self._row.setSpacing(gap)
        if not turn(self._row, across=fits):
            return
        below = Qt.AlignmentFlag.AlignLeading if self._wraps else Qt.AlignmentFlag(0)
        self._row.setAlignment(self._second, Qt.AlignmentFlag.AlignVCenter if fits else below)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    @staticmethod
    def _wanted(part: QWidget | QLayout) -> int:
        """Return the width of a part in one line, also of a text that could wrap."""
        if isinstance(part, QLabel):
            return part.fontMetrics().horizontalAdvance(part.text()) + px(4)
        return part.sizeHint().width()


def keep_room(part: QWidget, *, kept: bool = True) -> None:
    """Let a part keep its place while it is hidden, so that nothing moves when it comes."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    part.setSizePolicy(policy)


def show_part(part: QWidget, *, shown: bool = True) -> None:
    """Show a part at once, or hide it.

    A layout shows what was added only after the next round of events. As long as nothing around
    it is on the screen, the part comes with it by itself: Qt would lay it out now for nothing, and
    once more then.
    """
    if not shown or part.isHidden():
        part.setVisible(shown)


def inset(start: int, top: int = 0, end: int = 0, bottom: int = 0) -> QMargins:
    """Return margins in pixels, the first at the side where reading begins.

    Qt lets what lies in a layout change sides in Arabic, but not the margins of the layout.
    """
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QMargins(end, top, start, bottom)
    return QMargins(start, top, end, bottom)


class Beside(QWidget):
    """Each part has at least so many pixels at 100 %, or they stand under one another.

    With `shares` of the width the parts of several such rows stand under one another, too.
    """

    def __init__(
        self, parts: Sequence[QWidget], least: int = 240, shares: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self._least = len(parts) * least
        self._row = in_column(gap=12, inside=self)
        for part, share in zip(parts, shares or [1] * len(parts), strict=True):
            self._row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
            if shares:
                policy = part.sizePolicy()
                policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
                part.setSizePolicy(policy)
        self.setMinimumWidth(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = event.size().width() >= px(self._least)
        turn(self._row, across=fits)


_SIDE_FROM, _SIDE = 740, 300


class WithSide(QWidget):
    """Parts one under another, and one beside them, which follows them where there is no room."""

    def __init__(self, parts: Sequence[QWidget], side: QWidget) -> None:
        super().__init__()
        self._side = side
        self._main = QWidget()
        column = in_column(*parts, gap=16, inside=self._main)
        column.addStretch(1)
        self._row = in_column(self._main, grow=self._main, gap=16, inside=self)
        self._row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= px(_SIDE_FROM)
        self._side.setMinimumWidth(px(_SIDE) if beside else 1)
        self._side.setMaximumWidth(px(_SIDE) if beside else _NO_LIMIT)
        top = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
        self._row.setAlignment(self._side, top)
        turn(self._row, across=beside)


class FlowLayout(QLayout):
    """Lays its items out like words of a text, from the side where reading begins.

    With `at_end`, each line ends where reading ends, as the buttons of a dialog do.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: float = 8, *, at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._at_end = gap, at_end
        self._heights: dict[tuple[int, int], int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        # The layouts of Qt free their items, and leave that to those who write another.
        self.destroyed.connect(partial(_free, self._items))

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        widget = item.widget()
        if isinstance(widget, WordButton):
            widget.let_wrap()  # nothing else in the row would give it room
        self._items.append(item)

    def put_before(self, widget: QWidget, place: int) -> None:
        """Put a widget before the one at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def widgets(self) -> list[QWidget]:
        """Return what is laid out, also what is hidden."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        key = (px(self._gap), width)
        if key not in self._heights:
            self._heights[key] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[key]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def sizeHint(self) -> QSize:
        """Ask for one line that holds everything."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = px(self._gap) * max(0, len(hints) - 1)
        width = sum(hint.width() for hint in hints) + gaps
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only measure; return the height they need."""
        gap, x, y, line = px(self._gap), 0, 0, 0
        row: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > rect.width():
                size.setWidth(_width_in(item, max(1, rect.width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x and x + size.width() > rect.width():
                self._set_row(rect, y, line, row if move else [])
                x, y, line, row = 0, y + line + gap, 0, []
            row.append((item, x, size))
            x, line = x + size.width() + gap, max(line, size.height())
        self._set_row(rect, y, line, row if move else [])
        return y + line

    def _set_row(
        self, rect: QRect, y: int, height: int, row: list[tuple[QLayoutItem, int, QSize]]
    ) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = 0
        if row and self._at_end:
            _, x, size = row[-1]
            rest = max(0, rect.width() - x - size.width())
        for item, start, size in row:
            x = start + rest
            left = rect.width() - x - size.width() if mirrored else x
            top = y + (height - size.height()) // 2
            item.setGeometry(QRect(rect.topLeft() + QPoint(left, top), size))


def _free(items: list[QLayoutItem]) -> None:
    while items:
        delete(items.pop())


def _width_in(item: QLayoutItem, room: int) -> int:
    widget = item.widget()
    return widget.width_in(room) if isinstance(widget, WordButton) else room


class FlowRow(QWidget):
    """A widget whose children flow; hidden children take no room."""

    def __init__(self, *widgets: QWidget, gap: float = 8, at_end: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap, at_end=at_end)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._flow.addWidget(widget)

    def put_before(self, widget: QWidget, following: QWidget) -> None:
        self._flow.put_before(widget, self._flow.indexOf(following))

    def clear(self) -> None:
        """Take every child out and delete it."""
        for widget in self._flow.widgets():
            self._flow.removeWidget(widget)  # which frees its item, too
            let_go(widget)
        self.updateGeometry()
