"""A step of many years is taken back, or done again, once it was worked out beside the window."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from homejournal.ui.base.worker import on_worker
from homejournal.ui.kit.steps import BackgroundSteps, ProgressRow, one_moment_text
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.dialog import BaseDialog, fit
from homejournal.ui.widgets.wrapping_labels import without_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.records.changes import Change
    from homejournal.storage.journal.prepared_writes import PreparedArrival
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.editing import UndoTurn

FEW = 1_000
"""So many records are taken back in the twinkling of an eye."""


class LongSteps(QObject):
    """Belongs to the window, and lets steps that change more than a few records wait."""

    def __init__(self, window: QWidget, desk_now: "Callable[[], Desk]") -> None:
        super().__init__(window)
        self._window, self._desk_now = window, desk_now
        desk_now().editing.wait_for(self.asked)

    def asked(self, turning: "UndoTurn") -> bool:
        """Return whether a step waits until it was worked out; it is then done.

        One that meets a locked journal waits until somebody asks again.
        """
        if self._desk_now().journal.safe.is_locked:
            return True
        change = turning.change
        if max(len(change.moves), len(change.came), len(change.withdrawn)) <= FEW:
            return False
        LongStepDialog(self._desk_now(), turning, self._window).ask()
        return True


class LongStepDialog(BaseDialog):
    """Says what goes on; stopped, closed, or locked meanwhile, the step stays to be taken back."""

    def __init__(self, desk: "Desk", turning: "UndoTurn", parent: QWidget) -> None:
        text = desk.wording.text
        undo, redo = text("&Undo: {step}", step="{step}"), text("&Redo: {step}", step="{step}")
        said = without_key(redo if turning.again else undo)
        super().__init__(said.replace("{step}", turning.words), parent)
        self._desk, self._turning = desk, turning
        self.work = ProgressRow(text("Stop"))
        self.ahead = BackgroundSteps(desk, self.work, self)
        self.ahead.ready.connect(self._on_ready)
        self.ahead.failed.connect(self._on_failed)
        self.work.stopped.connect(self.reject)
        in_column(self.work, edges=(px(20), px(16), px(20), px(16)), inside=self)

    def ask(self) -> None:
        """Open the dialog, and work the step out beside the window's work."""
        fit(self, px(480), px(120))
        self.open()
        steps, wording = self._desk.journal.steps, self._desk.wording
        work = on_worker(steps.preparing(self._turning.change))
        words = wording.text("Gathering what will change.")
        self.ahead.start([(words, work)], one_moment_text(wording))

    def _on_ready(self) -> None:
        if not self._desk.journal.safe.is_locked:
            ahead = cast("PreparedArrival", self.ahead.made)
            self._turning.go_on(partial(self._desk.journal.steps.take_back, ahead=ahead))
        self.accept()

    def _on_failed(self, failure: Exception) -> None:
        self._turning.go_on(partial(_raised, failure))
        self.accept()


def _raised(failure: Exception, _change: "Change") -> "Change":
    raise failure
