"""Asks whether older copies that still hold what was deleted for good are deleted, too."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.safe import deleting_for_good as said
from homejournal.ui.base.second_place import places_of
from homejournal.ui.kit.backup_first import BackupFirst
from homejournal.ui.kit.steps import Steps
from homejournal.ui.theme import px
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.layout.dialog import fit, foot_row
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn, SharedHeight
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.safe.deleting_for_good import OldCopy
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
        """Open the dialog, as large as its window allows."""
        self.keep.setDefault(True)
        fit(self, px(560), px(520))
        self.open()
        self.ticks[0].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def ticked(self) -> tuple["OldCopy", ...]:
        """Return the copies that are to go."""
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
