"""The part of the card on copies about a second place: a stick, a disk, a folder of a cloud."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from homejournal.domain.errors import (
    InvalidValueError,
    JournalDamagedError,
    JournalError,
    JournalMissingError,
    NoPasswordError,
)
from homejournal.texts.backups import (
    lies_inside_said,
    needs_none_said,
    needs_password_said,
    no_second_said,
    not_there_since_said,
    second_said,
)
from homejournal.texts.repair import with_media
from homejournal.ui.second_place import (
    choose_place,
    chosen_place,
    copied_here,
    not_there_since,
    remember_there,
)
from homejournal.ui.theme import px
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.focus import show_part
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.notice import Notice, NoticeKind
from homejournal.ui.widgets.speak import announce
from homejournal.ui.widgets.whole_height import lay_out
from homejournal.ui.widgets.work_row import WorkRow

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.second_place import SecondPlace
    from homejournal.ui.desk import Desk
    from homejournal.ui.pages.safe_card import SafeCard
    from homejournal.ui.second_place import Copied
    from homejournal.ui.worker import Task


class SecondPlacePart(QWidget):
    """Chooses the place, copies there, and stops doing so; nothing that lies there is deleted.

    A journal without a password gets one first: what leaves the computer is always encrypted.
    """

    tells = Signal(str)
    ended = Signal()
    """The copying came to its end: there may be one more copy, here or there."""
    came_back = Signal()
    """Photos that were not whole may have come back."""
    password_changed = Signal()
    """The journal has a password now."""
    damaged = Signal()
    """The journal was found to be damaged."""

    def __init__(self, card: "SafeCard") -> None:
        super().__init__()
        self._desk: Desk = card.desk
        self._wording = card.wording
        text = self._wording.text
        self._said = WrapLabel("")
        self._not_there = WrapLabel("", "problem")
        self.choose = card.button(text("Choose a second place…"))
        self.copy = card.button(text("Copy there now"))
        self.stop = card.button(text("No second place any more"), "link")
        self.needs = Notice("", NoticeKind.INFO)
        self.needs.hide()
        self.work = WorkRow(text("Stop"))
        self._folder: Path | None = None
        row = FlowRow(gap=8)
        row.add(self.choose, self.copy, self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        for part in (self._said, self._not_there, row, self.needs, self.work):
            column.addWidget(part)
        self.choose.clicked.connect(self._on_choose)
        self.copy.clicked.connect(self.copy_now)
        self.stop.clicked.connect(self._on_stop)
        self.needs.pressed.connect(self._on_needs)

    def show_values(self) -> None:
        """Show which place is chosen and what lies there."""
        place = chosen_place(self._desk)
        self.copy.setVisible(place is not None)
        self.stop.setVisible(place is not None)
        self.choose.setEnabled(not self._desk.journal.settings.example)
        self._show_need(chosen=place is not None)
        since = not_there_since(self._desk)
        self._not_there.setText(
            not_there_since_said(self._wording, since[0], full=since[1]) if since else ""
        )
        self._not_there.setVisible(since is not None)
        if place is None:
            self._said.setText(self._none_said())
            return
        newest = next(iter(place.copies()), None)
        said = second_said(self._wording, str(place.chosen), newest, there=place.is_there)
        self._said.setText(said)
        may = self._desk.journal.safe.password.is_set and not self.work.is_busy
        self.copy.setEnabled(place.is_there and may)

    def _none_said(self) -> str:
        said = no_second_said(self._wording)
        is_example = self._desk.journal.settings.example
        return f"{said} {needs_none_said(self._wording)}" if is_example else said

    def _show_need(self, *, chosen: bool) -> None:
        """Show that the journal needs a password, while a place is chosen, or is to be, without."""
        password = self._desk.journal.safe.password
        needs = (chosen or self._folder is not None) and not password.is_set
        if needs and self.needs.isHidden():
            remembers = password.can_be_remembered
            said = needs_password_said(self._wording, chosen=chosen, remembers=remembers)
            self.needs.set_text(said, self._wording.text("Set a password…"))
        self.needs.setVisible(needs)

    def take(self, folder: Path) -> None:
        """Take a folder as the second place; a journal without a password is to get one first."""
        self._folder = folder
        self._begin()

    def copy_now(self) -> None:
        """Make a copy of what stands now, and bring it to the second place."""
        place = chosen_place(self._desk)
        if place is None or self.work.is_busy:
            return
        work = partial(_copy_there, self._desk.journal, place)
        task = self._desk.worker.start(work, self._on_copied, self._on_failed)
        words = self._wording.text("A copy is made and brought there.")
        self.work.follow(task, words, self.copy)

    def _begin(self) -> None:
        folder, self._folder = self._folder, None
        if folder is None:
            return
        try:
            self._desk.journal.safe.backups.second_place(folder).begin()
        except NoPasswordError:
            self._folder = folder
            self.show_values()
            self.needs.button.setFocus()
            lay_out()
            show_part(self.needs)
            return
        except InvalidValueError:
            self._said.setText(lies_inside_said(self._wording))
            announce(self, self._said.text())
            return
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        choose_place(self._desk, folder)
        self.show_values()
        self.copy_now()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self._wording.text("Choose a second place for copies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.take(Path(folder))

    def _on_needs(self) -> None:
        from homejournal.ui.dialogs.password_on_dialog import PasswordOnDialog

        dialog = PasswordOnDialog(self._desk, self.window())
        dialog.choose.here.choice.setChecked(self._desk.journal.safe.password.can_be_remembered)
        dialog.finished.connect(self._on_asked)
        dialog.ask()

    def _on_asked(self, _result: int) -> None:
        """Go on with what needed a password, where there is one now."""
        if self._desk.journal.safe.password.is_set:
            self.password_changed.emit()
            if self._folder is None:
                self.copy_now()
            else:
                self._begin()

    def _on_stop(self) -> None:
        choose_place(self._desk, None)
        self.show_values()
        self.choose.setFocus()
        self.tells.emit(
            self._wording.text("No copies go there any more. Those that lie there stay.")
        )

    def _on_copied(self, copied: "Copied | None") -> None:
        self.work.end()
        if copied is not None:
            remember_there(self._desk, None)
        self.ended.emit()
        if copied is not None:
            words = self._wording.text("A copy lies at the second place now.")
            self.tells.emit(with_media(self._wording, words, copied.media))
            self.came_back.emit()

    def _on_failed(self, failure: Exception) -> None:
        self.work.end()
        self.ended.emit()
        if isinstance(failure, JournalDamagedError):
            self.damaged.emit()
        elif not isinstance(failure, JournalMissingError):  # a stick that is away says enough
            self._desk.editing.failed.emit(failure)


def _copy_there(journal: "FamilyJournal", place: "SecondPlace", task: "Task") -> "Copied | None":
    goes_on = partial(_goes_on, task)
    made = copied_here(journal, place, goes_on)
    if made is None:
        return None
    there = place.take_beside(made.copy, goes_on)
    return None if there is None else made._replace(copy=there)


def _goes_on(task: "Task") -> bool:
    return not task.cancelled
