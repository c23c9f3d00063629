"""Deleting for good: the card (a child, a person, the bin, old copies), and the whole journal."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.texts.error_texts import explain
from homejournal.texts.safe import deleting_for_good as asked_said
from homejournal.texts.safe import deleting_for_good as said
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.base.actions import Action
from homejournal.ui.base.second_place import choose_place, chosen_place
from homejournal.ui.delete_for_good.delete_dialog import (
    Choice,
    ConfirmDialog,
    ExportBeforeDeleting,
    choices_of,
)
from homejournal.ui.delete_for_good.deletion import Deletion
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.copies.safety_checks import ERASED
from homejournal.ui.safe.sharing.sync import DeletionRequestNotice, who_asks
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice
from homejournal.ui.widgets.fields.choices import TickRow
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, let_go, show_part
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from homejournal.domain.safe.deleting_for_good import OldCopy, PurgeRequest
    from homejournal.ui.base.desk import Desk


class RequestRow(QWidget):
    """What another home asks to delete, with the two answers."""

    agreed = Signal(object)
    declined = Signal(object)

    def __init__(self, card: SafeCard, home: "UUID", words: str) -> None:
        super().__init__()
        self.yes = card.button(said.button_of(card.wording, Going.ASKED)).giving(home, self.agreed)
        self.no = card.button(card.wording.text("Keep it here")).giving(home, self.declined)
        row = FlowRow(self.yes, self.no, gap=8)
        edges = (0, 0, 0, px(8))  # what stands below belongs to something else
        in_column(WrapLabel(words), row, inside=self, gap=6, edges=edges)
        for button in (self.yes, self.no):
            button.setAccessibleDescription(words)


class DeletingCard(SafeCard):
    """Each button opens a dialog that says what goes and what stays."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Delete for good"))
        self._copies: tuple[OldCopy, ...] = ()
        self.held = Notice("")
        self.requests: list[RequestRow] = []
        self._requested: list[tuple[UUID, str]] = []
        self._asked = in_column(gap=10)
        self.buttons = {
            going: self.button(said.button_of(self.wording, going)).giving(going, self._ask)
            for going in (Going.CHILD, Going.PERSON, Going.BIN, Going.EVERYTHING)
        }
        row = FlowRow(*self.buttons.values(), gap=8)
        self.show_state(self.wording.text("It never comes back"))
        self.offer()
        self.body.addLayout(self._asked)
        self.body.addWidget(self.held)
        self.fold_away(WrapLabel(said.about(self.wording), "muted"), row)
        self.held.pressed.connect(self._on_held)
        self.deletion = Deletion(desk, self)
        self.deletion.purged.connect(self._on_purged)
        self.deletion.found.connect(self._on_found)
        self.deletion.cleaned.connect(self._on_cleaned)
        self.deletion.copied_there.connect(self.copied)

    @override
    def fill(self) -> None:
        """Show what can be deleted, requests of other homes, and what older copies still hold."""
        can_write = self.desk.can_write
        for going, button in self.buttons.items():
            there = _is_there(self.desk, going)
            button.setEnabled(can_write and there)
        self._show_requests()
        if can_write:
            self.deletion.look()

    @override
    def begin(self) -> None:
        """Give the keyboard to the first request, or else to the first button."""
        self.unfold()
        if self.requests:
            self.requests[0].yes.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().begin()

    def _show_requests(self) -> None:
        requests = self.desk.journal.safe.purging.requests() if self.desk.can_write else ()
        asked = [(request.home, self._words_of(request)) for request in requests]
        if asked == self._requested:  # the keyboard may be on one of them
            return
        for old in self.requests:
            let_go(old)
        self._requested = asked
        self.requests = [RequestRow(self, home, words) for home, words in asked]
        for row in self.requests:
            row.agreed.connect(self._on_agreed)
            row.declined.connect(self._on_declined)
            self._asked.addWidget(row)
            show_part(row)  # the page scrolls by how high the card is

    def _words_of(self, request: "PurgeRequest") -> str:
        known = self.desk.journal.family().homes.get(request.home)
        return said.asked_said(self.wording, known.name if known else None, request)

    def _ask(self, going: Going) -> None:
        if going is Going.EVERYTHING:
            self.wants.emit(Action.ERASE)
        else:
            self.deletion.ask(going, choices_of(self.desk, going))

    def _on_purged(self) -> None:
        self.show_values()
        self._look_at_asked()
        self.tells.emit(said.deleted_said(self.wording))

    def _on_agreed(self, home: "UUID") -> None:
        """Ask once more, with what goes in the family's words."""
        purging = self.desk.journal.safe.purging
        asked = [request for request in purging.requests() if request.home == home]
        words = who_asks(self.desk, asked) if asked else ""
        self.deletion.ask(Going.ASKED, [Choice(words, partial(purging.of_request, home))])

    def _on_declined(self, home: "UUID") -> None:
        try:
            self.desk.journal.safe.purging.decline(home)
        except JournalError as failure:
            self.desk.editing.failed.emit(failure)
        else:
            self._look_at_asked()
            self.tells.emit(asked_said.kept_here(self.wording))
        self.show_values()
        self.begin()

    def _look_at_asked(self) -> None:
        """Hide the window's notice about requests that were answered."""
        asked = self.window().findChild(DeletionRequestNotice)
        if isinstance(asked, DeletionRequestNotice):
            asked.look()

    def _on_found(self, copies: "tuple[OldCopy, ...]", asks: bool) -> None:  # noqa: FBT001 - a signal's
        """Show the copies; they are announced once, here or in the dialog."""
        is_known = copies == self._copies
        self._copies = copies
        self.held.setVisible(bool(copies))
        if copies and not is_known:
            words = said.copies_hold_said(self.wording, copies)
            show = self.held.put_text if asks else self.held.set_text
            show(words, self.wording.text("Show these copies…"))

    def _on_held(self) -> None:
        self.deletion.show_copies(self._copies)

    def _on_cleaned(self, count: int) -> None:
        self.tells.emit(said.copies_gone_said(self.wording, count))


def _is_there(desk: "Desk", going: Going) -> bool:
    return going is Going.EVERYTHING or bool(choices_of(desk, going))


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
        counts = desk.journal.safe.purging.count_all()
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
