"""A window that stands in the place of all others while they are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from homejournal.domain.records.plan import Strategy
    from homejournal.domain.today.reminders_and_timer import Reminder
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording


class AnyCover(QWidget):
    """A window that stands in the place of all others."""

    FOR_HELPER: ClassVar[bool] = False
    """Whether somebody who helps writes there."""
    ended = Signal()
    """The computer is being shut down; what is hidden has to end as well."""

    def take_focus(self) -> None:
        """Give the keyboard to what this window is for."""
        raise NotImplementedError

    def hear_key(self) -> None:
        """Hear the key that hides, where it does not bring the windows back."""

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            # Somebody closed it in a hurry. What is half typed behind it has to stay.
            event.ignore()
            self.showMinimized()
        else:
            self.ended.emit()
            self.deleteLater()  # and with it a password that was typed


class DayCover(AnyCover):
    """Today for somebody who helps, in the place of all other windows."""

    FOR_HELPER: ClassVar[bool] = True

    @property
    def shows_day(self) -> bool:
        """Return whether it shows the day, and not the neutral window."""
        raise NotImplementedError

    def is_of(self, journal: FamilyJournal) -> bool:
        """Return whether it shows a day of this journal."""
        raise NotImplementedError

    def add_above(self, bar: QWidget) -> None:
        """Put a bar above the day."""
        raise NotImplementedError

    def space_notices(self) -> None:
        """Leave room for what stands above the day, while something does."""
        raise NotImplementedError

    def go_to(self, strategy: Strategy) -> None:
        """Give the keyboard to the card of a strategy, whichever child's it is."""
        raise NotImplementedError

    def not_today(self, step: str, reminders: Sequence[Reminder]) -> bool:
        """Say "not today" to what is reminded of; return whether that was saved."""
        raise NotImplementedError


def opened_over(cover: QWidget) -> list[QWidget]:
    """Return what has opened over a window and is on the screen: dialogs and menus."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [one for one in shown if one is not cover and window_below(one) is cover]


def window_below(window: QWidget) -> QWidget:
    """Return the window that a dialog belongs to, or the window itself."""
    while (parent := window.parentWidget()) is not None:
        window = parent.window()
    return window


class Cover(AnyCover):
    """An empty window with a button to come back; its title says nothing of a journal."""

    back_wanted = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        blank = QPixmap(16, 16)
        blank.fill(Qt.GlobalColor.transparent)
        self.setWindowIcon(QIcon(blank))
        self.setWindowTitle(wording.text("Notes"))
        self.setAccessibleName(self.windowTitle())
        self.button = OnceButton(wording.text("Show"))
        self.button.clicked.connect(self.back_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.addStretch(1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTrailing)

    @override
    def take_focus(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
