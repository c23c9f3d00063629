"""Dialogs that go on step by step: a column of parts, long work that can be stopped, and a foot.

A step that changes much has a copy of the journal made first, by the worker.
"""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.error_texts import explain
from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import Task, on_worker
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, let_go, show_part
from homejournal.ui.widgets.layout.dialog import BaseDialog, FootButtons, Role, fill_dialog, fit
from homejournal.ui.widgets.layout.focus import stops_as_read
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.worker import Worker

    Part = tuple[str, Callable[[Task], object]]
    """Words that are shown meanwhile, and what the worker does."""


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


_Answer = TypeVar("_Answer")


class Steps(BaseDialog):
    """What all such dialogs share; one with a single button for its steps is a `ButtonSteps`.

    Long work goes through `run`, and what stands in its way through `show_failure`.
    """

    def __init__(
        self, wording: "Wording", worker: "Worker", title: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self.wording, self._worker = wording, worker
        self._after: Callable[[Any], None] | None = None
        self._on_failure: Callable[[Exception], None] = self.show_failure

    @cached_property
    def work(self) -> ProgressRow:
        """The row of the long work that goes on; hidden while nothing does."""
        return ProgressRow(self.wording.text("Stop"))

    @cached_property
    def notice(self) -> Notice:
        """What must not be overlooked; hidden until there is something."""
        return Notice("", NoticeKind.CAREFUL)

    @cached_property
    def column(self) -> ScrollColumn:
        """The parts of the step that is shown."""
        column = ScrollColumn(edge=20)
        column.column.setContentsMargins(px(20), px(16), px(20), px(8))
        return column

    def lay_out(self, *foot: QWidget) -> None:
        """Fill the dialog with its column, and with these parts below it."""
        fill_dialog(self, self.column, *foot)

    def clear(self) -> None:
        """Take all parts out of the column for good."""
        for old in self.column.take_all():
            let_go(old)

    def run(
        self,
        work: "Callable[[Task], _Answer | None]",
        then: "Callable[[_Answer], None]",
        words: str,
        *off: QWidget,
        failed: "Callable[[Exception], None] | None" = None,
    ) -> "Task":
        """Do the work on the worker while `words` are shown, one at a time.

        `then` gets the answer, and `failed` what was raised (`show_failure` by default), once the
        row of the work has ended. The parts that are `off` meanwhile stay so until somebody
        switches them on.
        """
        self._after, self._on_failure = then, failed or self.show_failure
        task = self._worker.start(work, self._on_answer, self._on_broke)
        self.work.follow(task, words, *off)
        return task

    def _on_answer(self, answer: object) -> None:
        self.work.end()
        if self._after is not None:
            self._after(answer)

    def _on_broke(self, failure: Exception) -> None:
        self.work.end()
        self._on_failure(failure)

    def stop_work(self) -> None:
        """Ask the work that goes on to end, as its button does."""
        if self.work.is_busy:
            self.work.stop.click()

    def why(self, failure: Exception) -> str:
        """Return in words what stands in the way."""
        return explain(self.wording, failure, in_window=False)

    def show_failure(self, failure: Exception) -> None:
        """Say what stands in the way; what was typed stays."""
        self.work.end()
        self.warn(self.why(failure))

    def warn(self, words: str) -> None:
        """Say something that must not be overlooked, above the buttons."""
        self.notice.set_text(words)


_SIZE = 600
"""How wide and, at most, how high such a dialog is, in pixels at 100 %."""
_BELOW = 150
"""What the buttons take of that, with room for a notice or the work that goes on."""


class ButtonSteps(Steps):
    """One button does step after step: first `go_on`, then whatever `next_step` said.

    Subclasses add parts to `column`. In a `careful` one, which does what nothing takes back,
    Enter alone never does it.
    """

    ONE_STEP = False
    """Such a dialog is no higher than its parts; where steps follow, the button keeps its place."""

    def __init__(
        self,
        desk: "Desk",
        title: str,
        do: str,
        parent: QWidget | None,
        *,
        careful: bool = False,
    ) -> None:
        super().__init__(desk.wording, desk.worker, title, parent)
        self.desk = desk
        self._step = self.go_on
        self._answer: WrapLabel | None = None
        self.column.column.setSpacing(px(10))
        self.buttons = FootButtons()
        self.do = self.buttons.add_careful(do) if careful else self.buttons.add_main(do)
        self.cancel = self.buttons.addButton(self.wording.text("Cancel"), Role.RejectRole)
        self._pressed = self.cancel if careful else self.do
        self.work.stopped.connect(self.on_stopped)
        self.buttons.accepted.connect(self._on_do)
        self.buttons.rejected.connect(self.reject)
        desk.editing.failed.connect(self.show_failure)
        self.lay_out(self.work, self.notice, self.buttons)

    def ask(self) -> None:
        """Open the dialog, as large as its window allows, and go to its first field."""
        width, height = px(_SIZE), px(_SIZE)
        if self.ONE_STEP:
            height = min(height, self.column.column.totalHeightForWidth(width) + px(_BELOW))
        fit(self, width, height)
        self._pressed.setDefault(True)
        self.open()
        fields = (
            field for field in stops_as_read(self.column) if field.isVisible() and field.isEnabled()
        )
        next(fields, self._pressed).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Do the first step; JournalError becomes a sentence."""
        raise NotImplementedError

    def next_step(self, words: str, call: "Callable[[], None]") -> None:
        """Let the button say these words, and do this when it is pressed next.

        JournalError becomes a sentence.
        """
        self._step = call
        self.do.setText(words)

    def run_step(
        self,
        work: "Callable[[Task], _Answer | None]",
        then: "Callable[[_Answer], None]",
        words: str,
    ) -> "Task":
        """Do the work as `run` does; the button cannot be pressed meanwhile."""
        return self.run(work, then, words, self.do)

    def say(self, *lines: str, look: str = "") -> list[WrapLabel]:
        """Add sentences to the column."""
        labels = [WrapLabel(line, look) for line in lines]
        self.column.add(*labels)
        for label in labels:
            show_part(label)  # what is scrolled to next knows of them
        return labels

    def tell(self, *lines: str, look: str = "") -> list[WrapLabel]:
        """Add sentences that answer a press: they are spoken, and come into sight."""
        announce(self, " ".join(lines))
        told = self.say(*lines, look=look)
        self._answer = self._answer or (told[0] if told else None)
        QTimer.singleShot(0, self, self._show_answer)  # once they are laid out
        return told

    def _show_answer(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and isValid(answer):
            self.column.lay_out()
            self.column.verticalScrollBar().setValue(answer.y())

    def add_choice(self, button: QPushButton, chosen: WrapLabel) -> None:
        """Add a button that opens a choice, and what was chosen; nothing shows until then."""
        button.setAutoDefault(False)
        row = FlowRow(button, gap=8)
        chosen.hide()
        self.column.add(row, chosen)

    def end_with(self, *lines: str) -> None:
        """Show only how it went, with one button to close."""
        self.notice.hide()
        self.clear()
        self.tell(*lines)
        self.do.hide()
        self.cancel.setText(self.wording.text("Close"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_stopped(self) -> None:
        """Go back to where the work began: somebody stopped it."""
        self.do.setEnabled(True)

    @override
    def why(self, failure: Exception) -> str:
        return explain(self.wording, failure)

    @override
    def show_failure(self, failure: Exception) -> None:
        self.work.end()
        self.do.setEnabled(True)
        if self.isVisible():
            self.warn(self.why(failure))

    @override
    def _on_answer(self, answer: object) -> None:
        self.do.setEnabled(True)
        super()._on_answer(answer)

    def _on_do(self) -> None:
        self.notice.hide()
        try:
            self._step()
        except JournalError as failure:
            self.show_failure(failure)


PAINT_MS = 20
"""By then what is said is painted, and the window may stand still."""


class BackgroundSteps(QObject):
    """Belongs to a dialog; once that is closed, nothing follows any more."""

    ready = Signal()
    """The step can be done now, while the window stands still for a moment."""
    failed = Signal(object)

    def __init__(self, desk: "Desk", work: "ProgressRow", dialog: QDialog) -> None:
        super().__init__(dialog)
        self._desk, self._work = desk, work
        self._task: Task | None = None
        self._parts: list[Part] = []
        self._last_words = ""
        self._off: tuple[QWidget, ...] = ()
        self.made: object = None
        """What the last part made beforehand."""
        self._soon = one_shot(self, self._on_painted, PAINT_MS)
        work.stopped.connect(self.stop)
        dialog.finished.connect(self.stop)

    def start(self, parts: "Sequence[Part]", last_words: str, *off: "QWidget") -> None:
        """Do these parts on the worker, one after the other; `ready` or `failed` follows.

        The last words are said before the window stands still. What is `off` meanwhile is switched
        on again by whoever asks.
        """
        self._parts, self._last_words, self.made = list(parts), last_words, None
        self._off = off
        self._begin_next()

    def _begin_next(self) -> None:
        words, work = self._parts.pop(0)
        self._task = self._desk.worker.start(work, self._on_made, self._on_failed)
        self._work.follow(self._task, words, *self._off)

    def stop(self) -> None:
        """Do not go on: somebody stopped it, or the dialog was closed."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_made(self, made: object) -> None:
        self.made = made
        if self._parts:
            self._begin_next()
            return
        self._work.say(self._last_words)
        self._soon.start()  # so that the words are painted before the window stands still

    def _on_painted(self) -> None:
        self._task = None
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.ready.emit()
        finally:
            QApplication.restoreOverrideCursor()
            self._work.end()

    def _on_failed(self, failure: Exception) -> None:
        self._task = None
        self._work.end()
        self.failed.emit(failure)


class BackupFirst(BackgroundSteps):
    """Makes a copy of the journal; none of one that is still empty."""

    def begin(
        self,
        why: str,
        *off: "QWidget",
        words: str | None = None,
        coming: "Callable[[], object] | None" = None,
    ) -> None:
        """Make the copy for a step such as "import"; `ready` or `failed` follows.

        What is `coming` is then worked out, too, and is `made`.
        """
        journal, text = self._desk.journal, self._desk.wording.text
        copied = partial(copied_before, journal, why) if journal.safe.can_be_copied else no_copy
        parts: list[Part] = [(words or text("A copy of what is here now is made first."), copied)]
        if coming is not None:
            parts.append((text("Gathering what will be added."), on_worker(coming)))
        self.start(parts, one_moment_text(self._desk.wording), *off)


def one_moment_text(wording: "Wording") -> str:
    """Return what is said before the window stands still."""
    return wording.text("One moment. It is being written down.")


def copied_before(journal: "FamilyJournal", why: str, _task: "Task") -> object:
    """Return the copy that is made of the journal before a step, on any thread.

    Raises JournalDamagedError or the disk's errors; the step is better left alone then.
    """
    return journal.safe.backups.before(why)


def no_copy(_task: "Task") -> None:
    """Make no copy."""
