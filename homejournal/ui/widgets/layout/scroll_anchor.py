"""What has the focus stays where it is seen while something above it comes, grows or goes."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

from homejournal.ui.widgets.layout.full_height_scroll import lay_out

_CHANGES = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest})


class KeptInSight(QObject):
    """Belongs to one area that scrolls (WCAG 2.2, criterion 2.4.11).

    It does nothing where the focus was out of sight before, as after somebody scrolled.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._focused: QWidget | None = None
        self._top = self._value = 0
        self._is_keeping = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_changed)
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
