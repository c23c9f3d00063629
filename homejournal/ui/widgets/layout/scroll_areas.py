"""Areas that scroll: a page’s column, parts that share a height, notices above a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.focus import widgets_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


_DEEP = 6
"""So deep at most the layouts of a page lie in each other, with a scroll area in another one."""


class FullHeightScroll(QObject):
    """Belongs to one scroll area and the body in it.

    While it is not whole, the area takes the room that is left, but is never lower than `least`
    pixels at 100 %, whatever it would like to have.
    """

    def __init__(self, area: QScrollArea, body: QWidget, least: float) -> None:
        super().__init__(area)
        self._area, self._body = area, body
        self._least, self._whole = least, False
        self._bar = area.verticalScrollBarPolicy()
        self._ask_for_its_height(asked=False)
        area.setMinimumHeight(px(least))
        area.installEventFilter(self)
        body.installEventFilter(self)

    def set_whole(self, whole: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show all that the area holds, or let it scroll by itself."""
        self._whole = whole
        # What is beside labels that wrap is asked how high it likes to be, not how high it must be.
        self._ask_for_its_height(asked=whole)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(off if whole else self._bar)
        if whole:
            self._fit()
        else:
            self._area.setMinimumHeight(px(self._least))
            self._area.setMaximumHeight(_NO_LIMIT)

    def _ask_for_its_height(self, *, asked: bool) -> None:
        policy = self._area.sizePolicy()
        wanted = QSizePolicy.Policy.Preferred if asked else QSizePolicy.Policy.Ignored
        policy.setVerticalPolicy(wanted)
        self._area.setSizePolicy(policy)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self._whole and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return False

    def _fit(self) -> None:
        body = self._body
        width = min(self._area.viewport().width(), body.maximumWidth())
        high = body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
        if high != self._area.height() or high != self._area.minimumHeight():
            self._area.setFixedHeight(high)


def show_high_up(widget: QWidget, above: float) -> None:
    """Scroll so that a widget stands `above` pixels at 100 % under the upper edge, once it is laid.

    The nearest area that has something to scroll is scrolled.
    """
    lay_out()
    area = scrolling_around(widget)
    body = area.widget() if area is not None else None
    if area is not None and body is not None:
        top = widget.mapTo(body, QPoint(0, 0)).y()
        area.verticalScrollBar().setValue(top - px(above))


def show_in_sight(widget: QWidget, around: float) -> None:
    """Scroll no more than it takes to see a widget whole, once it is laid out.

    Where there is room, `around` pixels at 100 % stay free above and below it.
    """
    lay_out()
    area = scrolling_around(widget)
    if area is not None:
        spare = area.viewport().height() - widget.height()
        area.ensureWidgetVisible(widget, 0, max(0, min(px(around), spare // 2)))


def lay_out() -> None:
    for _ in range(_DEEP):
        # Each layer asks the one above it for room only once it has laid out itself.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def scrolling_around(widget: QWidget) -> QScrollArea | None:
    """Return the nearest area around a widget that has something to scroll."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.verticalScrollBar().maximum() > 0:
            return around
        around = around.parentWidget()
    return None


_MOST = 0.45
"""The part of the height that is left to the page in any case, with a little more."""


class NoticeArea(QScrollArea):
    """As high as the widgets in `column` are together, but never more than a part of `around`."""

    def __init__(self, around: QWidget) -> None:
        super().__init__()
        self._around = around
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        view = QWidget()  # as in the navigation: PySide would look up every kind of widget for Qt's
        view.setAutoFillBackground(False)
        self.setViewport(view)
        self.setWidget(self._body)
        self.setMinimumWidth(1)
        around.installEventFilter(self)
        self._body.installEventFilter(self)

    @property
    def holds_any(self) -> bool:
        """Return whether it has something to show."""
        return any(not part.isHidden() for part in widgets_in(self.column))

    def fit(self) -> None:
        """Take the height that the widgets need at this width."""
        width = self.viewport().width()
        needed = self._body.heightForWidth(width) if self._body.hasHeightForWidth() else 0
        high = min(max(needed, self._body.minimumSizeHint().height()), self._most())
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def _most(self) -> int:
        return round(self._around.height() * _MOST)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.fit()
        return super().eventFilter(watched, event)


class SharedHeight(QScrollArea):
    """Fills a page: as high as there is room, but never lower than `least` pixels at 100 %.

    The parts of the page go into `column`.
    """

    def __init__(self, page: QWidget, least: float) -> None:
        super().__init__(page)
        in_column(self, inside=page)
        self._least, self._side = least, -1
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.body)
        self.body.setMinimumHeight(px(least))
        ScrollAnchor(self)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leave a page less room at its sides in a window that has little (WCAG 2.2, 1.4.10)."""
        super().resizeEvent(event)
        edges, side = self.column.contentsMargins(), side_edge(self.width())
        if edges.left() in {px(PAGE_EDGE), self._side} and side != edges.left():
            self.column.setContentsMargins(side, edges.top(), side, edges.bottom())
            self._side = side

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "body"):
            self.body.setMinimumHeight(px(self._least))


_CHANGES = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest})


class ScrollAnchor(QObject):
    """Belongs to one area that scrolls (WCAG 2.2, criterion 2.4.11).

    It does nothing if the focus was out of sight before, as after somebody scrolled.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._focused: QWidget | None = None
        self._top = self._value = 0
        self._is_keeping = False
        self._soon = one_shot(self, self._on_changed)
        area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        for part in (area.viewport(), area.widget()):
            if part is not None:
                part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _CHANGES and not self._is_keeping:
            self._soon.start()
        return False

    def _on_scrolled(self, value: int) -> None:
        """Look where the focus is now, unless less is left to scroll, which nobody wanted."""
        if self._value <= self._area.verticalScrollBar().maximum():
            self._remember()
        self._value = value

    def _on_focus(self, *_focused: object) -> None:
        """Look where the focus is now; a window that comes to the front tells it anew, too."""
        if isValid(self._area) and self._area.window().focusWidget() is not self._focused:
            self._remember()

    def _remember(self) -> None:
        """Remember where the focus is, if it is in sight in the area."""
        viewport = self._area.viewport()
        focused = cast("QWidget | None", viewport.window().focusWidget())
        self._focused = None
        if focused is not None and isValid(focused) and viewport.isAncestorOf(focused):
            self._top = focused.mapTo(viewport, QPoint(0, 0)).y()
            if -focused.height() < self._top < viewport.height():
                self._focused = focused

    def _on_changed(self) -> None:
        self._is_keeping = True
        lay_out()
        focused, bar = self._focused, self._area.verticalScrollBar()
        viewport = self._area.viewport()
        if focused is not None and bar.maximum() and viewport.window().focusWidget() is focused:
            top = focused.mapTo(viewport, QPoint(0, 0)).y()
            bar.setValue(bar.value() + top - self._top)
            if focused.height() <= viewport.height():
                self._area.ensureWidgetVisible(focused, 0, 0)
        self._remember()
        self._is_keeping = False


NARROW_BELOW = 1024
"""Below this width of the window the navigation is narrow, and a page has one column."""
CONTENT_WIDTH = 920
WIDE_PAGE = 1400
"""How wide the contents of a page may be, in pixels at 100 %, and where it has two columns."""
PAGE_EDGE = 32
"""What is free at each side of a page in a window with room, in pixels at 100 %."""
_LEAST_EDGE = 8
_NO_LIMIT = (1 << 24) - 1
_PART = 0.04
_LAYERS = 4
"""So deep at most the layouts of a page lie in each other: card, list, column, page."""


def side_edge(width: int) -> int:
    """Return how much stays free at each side of a page that is so wide, all in pixels."""
    return min(px(PAGE_EDGE), max(px(_LEAST_EDGE), round(width * _PART)))


class ScrollColumn(QScrollArea):
    """Widgets one under another, at most `widest` pixels at 100 % wide.

    It scrolls down, and sideways only where large text in a small window needs more room.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        widest: float = CONTENT_WIDTH,
        edge: float = PAGE_EDGE,
    ) -> None:
        super().__init__(parent)
        self._widest, self._edge = widest, edge
        self.body = QWidget()
        self.column = in_column(
            gap=16, edges=(px(edge), px(16), px(edge), px(88)), inside=self.body
        )
        self.column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.body)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leave a page less room at its sides in a window that has little (WCAG 2.2, 1.4.10)."""
        super().resizeEvent(event)
        edges, side = self.column.contentsMargins(), side_edge(self.width())
        if self._edge == PAGE_EDGE and side != edges.left():
            self.column.setContentsMargins(side, edges.top(), side, edges.bottom())
            if self.body.maximumWidth() < _NO_LIMIT:
                self.body.setMaximumWidth(px(self._widest) + 2 * side)

    def keep_narrow(self, *, narrow: bool) -> None:
        """Take no more room than what is in it, so that what stands beside it is near."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMaximumWidth(self.body.maximumWidth() + bar if narrow else _NO_LIMIT)

    def fill(self, page: QWidget) -> None:
        """Take all the room of a page, which has nothing beside it."""
        in_column(self, inside=page)

    def set_clear(self) -> None:
        """Let the ground of what lies under it show through, as inside a panel."""
        for part in (self.viewport(), self.body):
            part.setAutoFillBackground(False)

    def add(self, *widgets: QWidget) -> None:
        # The body itself is no wider, so that Qt asks for heights at the width that is shown.
        edges = self.column.contentsMargins()
        self.body.setMaximumWidth(px(self._widest) + edges.left() + edges.right())
        for widget in widgets:
            widget.setMaximumWidth(px(self._widest))
            self.column.insertWidget(self.column.count() - 1, widget)

    def take_all(self) -> list[QWidget]:
        """Take every widget out of the column; return them, for those that are shown again."""
        taken = widgets_in(self.column)
        for widget in taken:
            # Not takeAt: its item would live on and keep the widget's former height.
            self.column.removeWidget(widget)
        return taken

    def least_width(self) -> int:
        """Return how wide it has to be so that nothing needs to be scrolled sideways."""
        return self.body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()

    def lay_out(self) -> None:
        """Lay out now what Qt would lay out next."""
        for _ in range(_LAYERS):
            # Each layer asks the one above it for room only once it has laid out itself.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def begin_at(self, widget: QWidget) -> None:
        """Scroll to a widget, unless it is seen whole without scrolling."""
        fits = self.shows_at_first(widget)
        top = widget.mapTo(self.body, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(0 if fits else top - self.column.spacing())

    def shows_at_first(self, widget: QWidget) -> bool:
        """Return whether a widget is seen whole before anything is scrolled."""
        self.lay_out()
        foot = widget.mapTo(self.body, QPoint(0, widget.height())).y()
        return foot <= self.viewport().height()

    def show_body(self) -> None:
        """Show the body, which was hidden while it was filled: all is laid out once, at the end."""
        # The area measures what is still hidden, and makes room for its bar.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self.body.show()

    def show_whole(self, widget: QWidget) -> None:
        """Scroll to a widget, with a little room around it, also to one that was just added."""
        self.lay_out()
        self.ensureWidgetVisible(widget, 0, px(24))
