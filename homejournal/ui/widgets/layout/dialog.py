"""Dialogs: their base, their foot of buttons, and a size that fits into the window."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import paint_ground, px, set_look
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.focus import go_on_in, show_focus, tab_as_read
from homejournal.ui.widgets.wrapping_button import SecondEnter


class BaseDialog(QDialog):
    """Scrolls to what has the focus (WCAG 2.2, criterion 2.4.11), and is deleted once closed."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)

    @override
    def done(self, result: int, /) -> None:
        SecondEnter.closed()
        super().done(result)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        moved = super().focusNextPrevChild(next)
        show_focus(self)
        return moved


class ReadingOrderDialog(BaseDialog):
    """Tab follows reading order, also through parts that were added later."""

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        tab_as_read(self)
        return super().focusNextPrevChild(next)


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

    def add_main(self, words: str) -> QPushButton:
        """Add the button that does what the dialog is for."""
        button = self.addButton(words, Role.AcceptRole)
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


def fill_dialog(dialog: QDialog, above: QScrollArea, *foot: QWidget) -> None:
    """Put into a dialog what scrolls, and under it the parts of its foot."""
    parts = in_column(*foot, gap=12, edges=(px(20), px(8), px(20), px(16)))
    in_column(above, FootLine(above), parts, grow=above, gap=0, inside=dialog)


def foot_row(away: QPushButton, *does: QPushButton) -> FlowRow:
    """Return buttons in the order of the platform that go on in the next line, as no box of Qt's.

    `away` closes the dialog.
    """
    row = FlowRow(gap=_GAP, at_end=True)
    order = row.style().styleHint(QStyle.StyleHint.SH_DialogButtonLayout, None, row)
    row.add(*((*does, away) if order in _DOES_BEFORE_AWAY else (away, *does)))
    return row


_LEAST_INSIDE = 120
"""How high a part that scrolls by itself stays, in pixels at 100 %."""


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog that large, in pixels, or smaller where its window is smaller.

    Where even its least size is too large, as with very large text, all of it scrolls (WCAG 2.2,
    criterion 1.4.10); also where that is so only later, as when a notice is shown.
    """
    keeper = _Room(dialog)
    keeper.look()
    dialog.resize(QSize(width, height).boundedTo(room_of(dialog)))


def room_of(dialog: QWidget) -> QSize:
    """Return how large a dialog can be: nearly as the main window, or as the screen without one.

    What opens beside a message has the room that the message had: that is no larger than its words.
    """
    above, most = dialog.parentWidget(), dialog.screen().availableSize()
    while above is not None:  # a dialog over a dialog has the room of both
        window = above.window()
        most = most if isinstance(window, QMessageBox) else window.size()
        above = window.parentWidget()
    return most - QSize(px(16), px(16))


class _Room(QObject):
    """Belongs to one dialog, and lets it scroll as soon as it has to."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._soon = one_shot(self, self.look)  # while Qt lays out, nothing may be put elsewhere
        self._then = one_shot(self, self._see)
        dialog.installEventFilter(self)

    def look(self) -> None:
        """Let the dialog scroll if it needs more room than there is."""
        dialog = self.parent()
        layout = dialog.layout() if isinstance(dialog, QDialog) else None
        if not isinstance(dialog, QDialog) or layout is None:
            return
        room = room_of(dialog)
        if layout.totalMinimumSize().width() > room.width():
            _stack_buttons(dialog)
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            least.setHeight(layout.totalMinimumHeightForWidth(room.width()))
        if least.width() > room.width() or least.height() > room.height():
            dialog.removeEventFilter(self)
            _let_scroll(dialog)
            dialog.resize(dialog.size().boundedTo(room))
            self._then.start()

    def _see(self) -> None:
        """Scroll to what has the focus, now that all has its place."""
        dialog = self.parent()
        if isinstance(dialog, QDialog):
            show_focus(dialog)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return False


def _stack_buttons(dialog: QDialog) -> None:
    """Let the buttons that have no room side by side stand one under another."""
    for box in dialog.findChildren(QDialogButtonBox):
        box.setOrientation(Qt.Orientation.Vertical)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _let_scroll(dialog: QDialog) -> None:
    """Put all of a dialog into an area that scrolls; the order of Tab and the focus stay."""
    field = cast("QWidget | None", dialog.focusWidget())
    area = QScrollArea(dialog)
    body = QWidget(area)  # inside the dialog all the time, or Qt would forget the order
    layout = dialog.layout()
    if layout is not None:
        body.setLayout(layout)
    for inner in body.findChildren(QScrollArea):
        inner.setMinimumHeight(max(inner.minimumHeight(), px(_LEAST_INSIDE)))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(body)
    in_column(area, inside=dialog)
    area.show()
    if field is not None:
        go_on_in(field)
