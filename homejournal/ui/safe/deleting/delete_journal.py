"""Deletes the whole journal: its window closes, and the program starts again."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.error_texts import explain
from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.base.second_place import choose_place, chosen_place
from homejournal.ui.delete_for_good.delete_dialog import ExportBeforeDeleting
from homejournal.ui.kit.confirm_dialog import ConfirmDialog
from homejournal.ui.safe.copies.safety_checks import ERASED
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from homejournal.ui.base.desk import Desk


class DeleteJournalDialog(ConfirmDialog):
    """Emits `wanted` with the folders of copies elsewhere that are to be deleted, too."""

    wanted = Signal(object)

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        wording = desk.wording
        title = said.title_of(wording, Going.EVERYTHING)
        super().__init__(desk, title, wording.text("Delete the journal"), parent)
        place = chosen_place(desk)
        self._second = place.folder.path if place is not None and place.is_there else None
        copies = len(desk.journal.safe.backups.here())
        counts = desk.journal.safe.purging.of_everything()
        self.column.add(WrapLabel(said.all_goes_said(wording, counts, copies), "heading"))
        words = wording.text("Also delete the copies at the second place: {folder}")
        self.second = TickRow("second", words.format(folder=wording.own(str(self._second))), "")
        self.second.setVisible(self._second is not None)
        shared = [WrapLabel(said.shared_stays(wording))] if desk.journal.safe.sharing.all() else []
        self.column.add(
            self.second,
            *shared,
            WrapLabel(said.way_back_elsewhere(wording)),
            WrapLabel(said.stays_elsewhere(wording, Going.EVERYTHING), "muted"),
            ExportBeforeDeleting(desk, self),
        )
        names = [child.name for child in desk.journal.family().children.values()]
        self.set_word(names[0] if len(names) == 1 else wording.text("delete"))

    @override
    def go_on(self) -> None:
        wanted = self._second is not None and self.second.box.isChecked()
        self.wanted.emit((self._second,) if wanted else ())


class JournalDeletion(QObject):
    """Outlives the window; ends once the program started again, or said why it failed.

    `closed` tells that the window let its journal go; `anew` asks for the family's own journal.
    """

    def __init__(
        self, desk: "Desk", window: QWidget, closed: SignalInstance, anew: SignalInstance
    ) -> None:
        super().__init__(QApplication.instance())
        self._desk, self._window = desk, window
        self._closed, self._anew = closed, anew
        self._folder = desk.journal.folder
        self._copies: Sequence[Path] = ()
        self._told: QMessageBox | None = None

    def ask(self) -> None:
        """Open the dialog that asks."""
        dialog = DeleteJournalDialog(self._desk, self._window)
        dialog.wanted.connect(self._on_wanted)
        dialog.rejected.connect(self.deleteLater)
        dialog.ask()

    def _on_wanted(self, copies: "Sequence[Path]") -> None:
        """Begin once the dialog is gone: its window is about to close."""
        self._copies = copies
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        password = self._desk.journal.safe.password
        with suppress(JournalError):  # its keys go in any case
            if password.is_set and password.is_remembered_here:
                password.forget_here()
        QApplication.setQuitOnLastWindowClosed(False)
        self._closed.connect(self._on_closed)
        if not self._window.close():
            QApplication.setQuitOnLastWindowClosed(True)
            self._closed.disconnect(self._on_closed)
            self.deleteLater()

    def _on_closed(self, _window: object) -> None:
        from homejournal.services.safe.deleting import (
            encrypted_head,
            erase_journal,
            forget_journal,
        )

        desk, begins = self._desk, None
        place = chosen_place(desk)
        if place is None or place.folder.path in self._copies:
            begins = encrypted_head(self._folder)  # no copy needs its keys any more
        try:
            erase_journal(self._folder, self._copies)
        except JournalError as failure:
            self._tell(explain(desk.wording, failure, in_window=False))
        else:
            choose_place(desk, None)
            forget_journal(desk.journal.safe.settings, desk.journal.settings.id, begins)
            desk.preferences.forget()
            desk.preferences.remember(ERASED, "yes")
            desk.preferences.save()
        self._anew.emit()
        QApplication.setQuitOnLastWindowClosed(True)
        if self._told is None:
            self.deleteLater()

    def _tell(self, words: str) -> None:
        """Say, over the next window, why not all of it could be deleted."""
        title = self._desk.wording.text("Not all of it could be deleted")
        self._told = QMessageBox(QMessageBox.Icon.Warning, title, words)
        self._told.finished.connect(self.deleteLater)
        self._told.open()
