"""The row of tabs above a page whose place has several."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.layout.scroll_areas import side_edge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QWheelEvent

_BESIDE_WORDS = 8
"""What is free beside the words of a tab, in pixels at 100 %; they begin where the page does."""


class PageTabs(QWidget):
    """Hidden for a place with one page; `chosen` carries the name of the page a person wants."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs: tuple[tuple[str, str], ...] = ()
        self.bar = _Bar(self)
        self._row = in_row(self.bar, inside=self)
        self._row.addStretch(1)
        self.bar.currentChanged.connect(self._on_current)
        self.setFocusProxy(self.bar)
        self.setMinimumWidth(1)
        self.hide()

    def show_tabs(self, tabs: "Sequence[tuple[str, str]]", page: str) -> None:
        """Show the pages of a place, each with its words, and which of them is open."""
        self.bar.blockSignals(True)
        if tuple(tabs) != self._tabs:
            self._tabs = tuple(tabs)
            self._fill()
        for at, (name, _) in enumerate(tabs):
            if name == page:
                self.bar.setCurrentIndex(at)
        self.bar.blockSignals(False)
        self.setVisible(bool(tabs))

    def _fill(self) -> None:
        while self.bar.count():
            self.bar.removeTab(0)
        for at, (_, words) in enumerate(self._tabs):
            self.bar.addTab("")
            self.bar.setAccessibleTabName(at, words)
        self._fit()

    def _fit(self) -> None:
        """Give the words one line, or two where there is little room, or else as much as fits."""
        edge = max(0, side_edge(self.width()) - px(_BESIDE_WORDS))
        self._row.setContentsMargins(edge, px(4), edge, 0)
        room = self.width() - 2 * edge
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        if not self._fits(room, lines=1) and not self._fits(room, lines=2):
            self.bar.setElideMode(Qt.TextElideMode.ElideRight)
            self._fits(room, lines=1)
        self.bar.updateGeometry()  # Qt forgets to where it is not shown yet

    def _fits(self, room: int, *, lines: int) -> bool:
        for at, (_, words) in enumerate(self._tabs):
            shown = words if lines == 1 else _in_two_lines(words)
            self.bar.setTabText(at, shown.replace("&", "&&"))
        return self.bar.sizeHint().width() <= room

    def _on_current(self, at: int) -> None:
        if at >= 0:
            self.chosen.emit(self._tabs[at][0])

    @override
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.__dict__.get("_tabs"):
            self._fit()


class _Bar(QTabBar):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of a tab; Qt forgets the second line."""
        lines = 1 + max(self.tabText(at).count("\n") for at in range(self.count()))
        one = super().tabSizeHint(index)
        return one + QSize(0, (lines - 1) * self.fontMetrics().height())

    @override
    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Leave the wheel to what scrolls: nobody means to open another page with it."""
        event.ignore()


def _in_two_lines(words: str) -> str:
    """Return words with a break at the blank that makes both lines about equally long."""
    blanks = [at for at, letter in enumerate(words) if letter == " "]
    if not blanks:
        return words
    middle = min(blanks, key=lambda at: abs(2 * at - len(words)))
    return f"{words[:middle]}\n{words[middle + 1 :]}"
