"""The foot of a dialog: its buttons, and a line above where what stands over them goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import paint_ground, px, set_look
from homejournal.ui.widgets.layout.flow_layout import FlowRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_GAP = 8
_DOES_BEFORE_AWAY = {
    QDialogButtonBox.ButtonLayout.WinLayout.value,
    QDialogButtonBox.ButtonLayout.KdeLayout.value,
}
Role = QDialogButtonBox.ButtonRole


class FootButtons(QDialogButtonBox):
    """The buttons of a dialog in the order of the platform, as far apart as buttons elsewhere.

    Tab reaches each of them: Qt lets the box stand for one, and then Tab passes those before it by.
    """

    def __init__(self) -> None:
        super().__init__()
        self._keep_apart()

    def add_main(self, words: str, role: Role = Role.AcceptRole) -> QPushButton:
        """Add the button that does what the dialog is for."""
        button = self.addButton(words, role)
        set_look(button, "primary")
        return button

    def add_careful(self, words: str) -> QPushButton:
        """Add the button that does what nothing takes back; Enter alone never presses it."""
        button = self.addButton(words, Role.AcceptRole)
        button.setAutoDefault(False)
        set_look(button, "careful")
        return button

    @override
    def setOrientation(self, orientation: Qt.Orientation, /) -> None:
        super().setOrientation(orientation)
        self._keep_apart()

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt sets it with each layout
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_apart()

    def _keep_apart(self) -> None:
        between = self.layout()  # Qt makes it anew, and knows nothing of the size of text
        if between is not None:
            between.setSpacing(px(_GAP))


class FootLine(QWidget):
    """Shows only while what scrolls above it goes on below its edge, which cuts through words."""

    def __init__(self, above: QScrollArea) -> None:
        super().__init__()
        self._bar = above.verticalScrollBar()
        self.setFixedHeight(1)
        self._bar.rangeChanged.connect(self._on_scrolled)
        self._bar.valueChanged.connect(self._on_scrolled)

    @property
    def goes_on(self) -> bool:
        """Return whether something stands below the edge."""
        return self._bar.value() < self._bar.maximum()

    def _on_scrolled(self, *_changed: int) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.goes_on:
            paint_ground(QPainter(self), self.rect(), "line")


def add_foot(column: QVBoxLayout, above: QScrollArea, parts: Sequence[QWidget]) -> QVBoxLayout:
    """Put the foot of a dialog with its parts under what scrolls in its column."""
    foot = QVBoxLayout()
    foot.setContentsMargins(px(20), px(8), px(20), px(16))
    foot.setSpacing(px(12))
    for part in parts:
        foot.addWidget(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(FootLine(above))
    column.addLayout(foot)
    return foot


def foot_row(away: QPushButton, *does: QPushButton) -> FlowRow:
    """Return buttons in the order of the platform that go on in the next line, as no box of Qt's.

    `away` closes the dialog.
    """
    row = FlowRow(gap=_GAP, at_end=True)
    order = row.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout, None, row)
    row.add(*((*does, away) if order in _DOES_BEFORE_AWAY else (away, *does)))
    return row
