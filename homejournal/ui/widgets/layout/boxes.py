"""Rows and columns: one after another, side by side, at two ends, beside an index."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import px

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
