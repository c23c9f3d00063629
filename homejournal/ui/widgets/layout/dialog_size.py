"""A dialog is no larger than the window that it stands over; what has no room is scrolled to."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QMessageBox,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.focus import go_on_in, show_focus

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
        self._soon = QTimer(self)  # while Qt lays out, nothing may be put elsewhere
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._then = QTimer(self)
        self._then.setSingleShot(True)
        self._then.timeout.connect(self._see)
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
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    area.show()
    if field is not None:
        go_on_in(field)
