"""Damaged copies at the second place that anybody can read, and the way to remove them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.texts.safe.second_place import plain_dropped_said, plain_there_said
from homejournal.ui.base.local_settings.second_place import chosen_place, copied_here
from homejournal.ui.kit.progress_row import WorkRow
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.services.safe.copies.unencrypted_at_second_place import Dropped
    from homejournal.ui.base.background.worker import Task
    from homejournal.ui.base.desk import Desk


class PlainTherePart(QWidget):
    """Hidden where none lies there. A copy of now is made before any is removed."""

    tells = Signal(str)
    ended = Signal()
    """It came to its end: there may be one more copy here, and fewer there."""
    failed = Signal(object)
    """Something stood in the way, and nothing went."""

    def __init__(self, desk: "Desk", following: QPushButton) -> None:
        """Make it; the keyboard goes to what is `following` where this is hidden afterwards."""
        super().__init__()
        self._desk, self._wording, self._following = desk, desk.wording, following
        self.notice = Notice("", NoticeKind.CAREFUL)
        self._why = WrapLabel("", "problem")
        self._why.hide()
        self.work = WorkRow(self._wording.text("Stop"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self.notice, self._why, self.work):
            column.addWidget(part)
        self.notice.pressed.connect(self._on_remove)
        self.work.gave_back.connect(self._hide_if_empty)
        self.hide()

    def show_values(self, place: "SecondPlace | None") -> None:
        """Show what lies plain at a place that can be written to; nothing without one."""
        count = 0 if place is None else len(place.plain())
        if count:
            said = plain_there_said(self._wording, count)
            self.notice.put_text(said, self._wording.count("Remove it", "Remove them", count))
            self.notice.button.setEnabled(not self.work.is_busy)
        self.notice.setVisible(bool(count))
        self._hide_if_empty()

    def _hide_if_empty(self) -> None:
        """Hide all of it, once the keyboard went back from the row of the work."""
        is_empty = self.notice.isHidden() and not self.work.is_busy
        self.setHidden(is_empty and not has_focus_inside(self))

    def _on_remove(self) -> None:
        place = chosen_place(self._desk)
        if place is not None and not self.work.is_busy:
            self._why.hide()
            work = partial(_removed, self._desk.journal, place)
            task = self._desk.worker.start(work, self._on_removed, self._on_failed)
            words = self._wording.text("A copy is made and read, then what is damaged goes.")
            self.work.follow(task, words, self.notice.button, self._following)

    def _on_removed(self, dropped: "Dropped | None") -> None:
        self.work.end()
        self.ended.emit()
        if dropped is not None:
            said = plain_dropped_said(self._wording, dropped.gone, dropped.kept)
            self.tells.emit(said)
            self._say_why(said if dropped.kept else "")

    def _on_failed(self, failure: Exception) -> None:
        self.work.end()
        self.failed.emit(failure)

    def _say_why(self, words: str) -> None:
        self._why.setText(words)
        self._why.setVisible(bool(words))


def _removed(journal: "FamilyJournal", place: "SecondPlace", task: "Task") -> "Dropped | None":
    made = copied_here(journal, place, task.goes_on)
    return None if made is None else place.drop_plain(made.copy, task.goes_on)
