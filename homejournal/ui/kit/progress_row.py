"""The progress of long work: a sentence, a bar, and a button that stops it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QProgressBar,
    QWidget,
)
from shiboken6 import isValid

from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.ui.base.worker import Task


class ProgressRow(QWidget):
    """Follows one task; hidden while there is none."""

    stopped = Signal()
    """Somebody pressed the button; the task has been asked to end."""
    gave_back = Signal()
    """The keyboard came back to where it was; how high all is may be another than before."""

    def __init__(self, stop_words: str) -> None:
        super().__init__()
        self._task: Task | None = None
        self._back_to: tuple[QWidget | None, ...] = ()
        self._words = WrapLabel("")
        self.bar = QProgressBar()
        self.stop = make_button(stop_words, on=self._on_stop)
        row = in_row(self.bar, self.stop, grow=self.bar, gap=10)
        in_column(self._words, row, gap=6, inside=self)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Return whether a task is followed."""
        return self._task is not None

    def follow(self, task: "Task", words: str, *off: QWidget) -> None:
        """Show what goes on until `end`; a task that tells no parts has no end in sight.

        The parts that cannot be used meanwhile are switched `off` here, once the keyboard went:
        after that it comes back to the one it was in, or to the first of those if that went.
        """
        if self._task is None:
            # The first is there also in a window that opens just now.
            self._back_to = (self.window().focusWidget(), *off)
        self._task = task
        self.bar.setRange(0, 0)
        task.progressed.connect(self._on_part)
        self.show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in off:
            part.setEnabled(False)
        self.say(words)

    def say(self, words: str) -> None:
        """Show and announce what is being done."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        announce(self, words)

    def end(self) -> None:
        """Hide; the keyboard goes back to where it was."""
        self._task = None
        if self._has_keyboard():  # once whoever began it can take the keyboard again
            QTimer.singleShot(0, self, self._give_back)
        else:
            self.hide()

    def _has_keyboard(self) -> bool:
        """Return whether the keyboard is here, or will be once this window is in front again."""
        return self.window().focusWidget() is self.stop

    def _give_back(self) -> None:
        back_to = next(
            (part for part in self._back_to if part and self._takes_keyboard(part)), None
        )
        self._back_to = ()
        gives = back_to is not None and self._has_keyboard()
        if back_to is not None and gives:
            back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._task is None:
            self.hide()
        if gives:
            self.gave_back.emit()

    def _takes_keyboard(self, part: QWidget) -> bool:
        return isValid(part) and part.isVisibleTo(self.window()) and part.isEnabled()

    def _on_part(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.end()
        self.stopped.emit()
