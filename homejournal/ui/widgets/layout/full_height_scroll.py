"""A scroll area that can be as high as what it holds, so that only what is around it scrolls."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.theme import px

_LAYERS = 6
"""So deep at most the layouts of a page lie in each other, with a scroll area in another one."""
_NO_LIMIT = (1 << 24) - 1


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
        policy = area.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
        area.setSizePolicy(policy)
        area.setMinimumHeight(px(least))
        area.installEventFilter(self)
        body.installEventFilter(self)

    def set_whole(self, whole: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show all that the area holds, or let it scroll by itself."""
        self._whole = whole
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(off if whole else self._bar)
        if whole:
            self._fit()
        else:
            self._area.setMinimumHeight(px(self._least))
            self._area.setMaximumHeight(_NO_LIMIT)

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
    """Lay out now what Qt would lay out next."""
    for _ in range(_LAYERS):
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
