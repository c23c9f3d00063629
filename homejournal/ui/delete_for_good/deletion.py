"""Deletes for good after asking, and then asks about older copies that still hold it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.records.record import Kind
from homejournal.texts.safe import deleting_for_good as said
from homejournal.ui.base.second_place import chosen_place, places_of
from homejournal.ui.base.worker import Task, on_worker
from homejournal.ui.delete_for_good.delete_dialog import Choice, DeleteForGoodDialog
from homejournal.ui.kit.steps import BackupFirst, Steps
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import TickRow
from homejournal.ui.widgets.layout.dialog import fit, foot_row
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn, SharedHeight
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.safe.deleting_for_good import OldCopy
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.texts.safe.deleting_for_good import Going
    from homejournal.ui.base.desk import Desk


_LEAST_HEIGHT = 420


class OldCopiesDialog(Steps):
    """Every copy is ticked at first; `cleaned` says how many were deleted."""

    cleaned = Signal(int)

    def __init__(self, desk: "Desk", copies: "Sequence[OldCopy]", parent: QWidget | None) -> None:
        super().__init__(desk.wording, desk.worker, desk.wording.text("Older copies"), parent)
        self._desk = desk
        self._copies = tuple(copies)
        self.ticks = [
            TickRow(str(copy.path), said.old_copy_line(self.wording, copy), "")
            for copy in self._copies
        ]
        self.list = ScrollColumn(edge=4)
        self.list.column.setContentsMargins(px(4), px(4), px(4), px(4))
        self.list.column.setSpacing(px(2))
        self.list.add(*self.ticks)
        # It takes what the rest leaves, or the buttons would have no room beside many copies.
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        for tick in self.ticks:
            tick.show_ticked(True)
            tick.ticked.connect(self._on_ticked)
        self._lay_out()
        self.work.stopped.connect(self._on_stopped)
        self.copy_first = BackupFirst(desk, self.work, self)
        self.copy_first.ready.connect(self._on_fresh)
        self.copy_first.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        text = self.wording.text
        self.delete = make_button(
            text("Delete the ticked copies"), on=self._on_delete, look="careful"
        )
        self.delete.setAutoDefault(False)  # Enter alone never presses it
        self.keep = make_button(text("Keep the copies"), on=self.reject)
        buttons = foot_row(self.keep, self.delete)
        column = SharedHeight(self, _LEAST_HEIGHT).column
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        holds = WrapLabel(said.copies_hold_said(self.wording, self._copies), "heading")
        asked = WrapLabel(said.copies_asked(self.wording))
        for part in (holds, asked, self.list, self.notice, self.work, buttons):
            column.addWidget(part, 1 if part is self.list else 0)

    def ask(self) -> None:
        self.keep.setDefault(True)
        fit(self, px(560), px(520))
        self.open()
        self.ticks[0].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def ticked(self) -> tuple["OldCopy", ...]:
        both = zip(self._copies, self.ticks, strict=True)
        return tuple(copy for copy, tick in both if tick.box.isChecked())

    def _on_ticked(self, _key: str, _on: bool) -> None:  # noqa: FBT001 - a signal's
        self.delete.setEnabled(bool(self.ticked()) and not self.work.is_busy)

    def _on_delete(self) -> None:
        """Make a new copy on the worker first, and delete the older ones only then."""
        self.notice.hide()
        words = self.wording.text("A fresh copy is made and read.")
        self.copy_first.begin("purge", self.delete, words=words)

    def _on_fresh(self) -> None:
        try:
            gone = self.ticked()
            self._desk.journal.safe.purging.drop_copies(gone, places_of(self._desk))
        except JournalError as failure:
            self._on_failed(failure)
            return
        self.cleaned.emit(len(gone))
        self.accept()

    def _on_failed(self, failure: Exception) -> None:
        self._on_stopped()
        self.warn(self.why(failure))

    def _on_stopped(self) -> None:
        self.work.end()
        self.delete.setEnabled(bool(self.ticked()))

    @override
    def done(self, result: int, /) -> None:
        self.stop_work()
        super().done(result)


class Deletion(QObject):
    """Belongs to the widget from which it was asked for."""

    purged = Signal()
    """Something was deleted for good, and all pages were told to read again."""
    found = Signal(object, bool)
    """The older copies that still hold what was deleted, and whether a dialog asks about them."""
    cleaned = Signal(int)
    """How many of them were deleted."""
    copied_there = Signal()
    """A new copy was put at the second place, which had none since the deletion."""

    def __init__(self, desk: "Desk", widget: QWidget) -> None:
        super().__init__(widget)
        self._desk, self._widget = desk, widget
        self._task: Task | None = None
        self._asks = False

    def ask(self, going: "Going", choices: "Sequence[Choice]") -> None:
        """Ask which of these choices to delete."""
        dialog = DeleteForGoodDialog(self._desk, going, choices, self._widget.window())
        dialog.purged.connect(self.follow)
        dialog.ask()

    def follow(self) -> None:
        """Clear the undo steps, not all of which still work, and look for older copies."""
        self._asks = True
        self._desk.editing.forget()
        self._desk.editing.changed.emit(frozenset(Kind))
        self.purged.emit()
        self.look()

    def look(self) -> None:
        """Look for older copies on the worker; `found` follows for the last call only."""
        if self._task is not None:
            self._task.cancel()
        purging = self._desk.journal.safe.purging
        work = on_worker(purging.copy_search(places_of(self._desk)))
        self._task = self._desk.worker.start(work, self._on_looked, self._on_failed)

    def show_copies(self, copies: "Sequence[OldCopy]") -> None:
        """Show the older copies, each to be deleted or kept."""
        dialog = OldCopiesDialog(self._desk, copies, self._widget.window())
        dialog.cleaned.connect(self._on_cleaned)
        dialog.ask()

    def _on_looked(self, copies: "tuple[OldCopy, ...]") -> None:
        self._task = None
        asks, self._asks = self._asks and bool(copies), False
        self.found.emit(copies, asks)
        if asks:
            self.show_copies(copies)

    def _on_failed(self, failure: Exception) -> None:
        self._task, self._asks = None, False
        self._desk.editing.failed.emit(failure)

    def _on_cleaned(self, count: int) -> None:
        self.cleaned.emit(count)
        self.look()
        if (place := chosen_place(self._desk)) is not None:
            work = partial(_copy_there, self._desk.journal, place)
            self._desk.worker.start(work, self._on_copied_there, self._on_not_copied)

    def _on_copied_there(self, _done: None) -> None:
        self.copied_there.emit()

    def _on_not_copied(self, _failure: Exception) -> None:
        """Ignore it: the next look of `SafetyChecks` tries again, and says so if it fails."""


def _copy_there(journal: "FamilyJournal", place: "SecondPlace", task: "Task") -> None:
    """Put the newest copy at the second place, unless one there is new enough."""
    place.take_if_due(journal.safe.backups.here(), task.goes_on)
