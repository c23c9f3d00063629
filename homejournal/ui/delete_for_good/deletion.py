"""Deletes for good after asking, and then asks about older copies that still hold it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.records.record import Kind
from homejournal.ui.base.second_place import chosen_place, places_of
from homejournal.ui.delete_for_good.delete_dialog import DeleteForGoodDialog
from homejournal.ui.delete_for_good.old_copies_dialog import OldCopiesDialog
from homejournal.ui.kit.backup_first import on_worker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.safe.deleting_for_good import OldCopy
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.texts.safe.deleting_for_good import Going
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.worker import Task
    from homejournal.ui.delete_for_good.delete_dialog import Choice


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
        work = on_worker(purging.looking_for_copies(places_of(self._desk)))
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
