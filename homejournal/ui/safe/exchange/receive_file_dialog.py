"""Adds a file from another computer or home, of whatever kind, after showing what is in it.

Whoever joins a shared folder with it sees what leaves, too, before anything does.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.services.file_kinds import FileKind, kind_of_file
from homejournal.texts.passwords import none_here
from homejournal.texts.safe import sharing as said
from homejournal.texts.safe.restoring import no_copy_but_keys
from homejournal.texts.safe.sharing import (
    both_ways,
    children_came,
    from_home,
    leaving_lines,
    staying_lines,
)
from homejournal.ui.base.files import which_folder
from homejournal.ui.safe.exchange.import_dialogs import FileImportDialog, JournalImportDialog
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.form import Form, show_problem
from homejournal.ui.widgets.fields.note_field import LineWithEnter
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_button import ignore_double_click
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from uuid import UUID

    from homejournal.domain.sharing.incoming import IncomingPreview
    from homejournal.domain.sharing.outgoing import Audience
    from homejournal.exchange.pack_file import Pack
    from homejournal.services.safe.transfer.sealed_files import PackFiles
    from homejournal.storage.journal.prepared_writes import PreparedArrival
    from homejournal.ui.base.desk import Desk


class ReceiveFileDialog(FileImportDialog):
    """The first press opens the file and tells what is in it; the last takes it in.

    Where a folder is to be shared, one between them tells what leaves.
    """

    taken = Signal()
    copy_chosen = Signal(str)
    """A copy of a journal was chosen; another dialog restores it."""
    written_chosen = Signal(str)
    """An exported journal was chosen; another dialog imports it."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(
            desk, text("Add a file from another computer"), text("Open the file"), parent
        )
        self._pack: Pack | None = None
        self._coming: IncomingPreview | None = None
        self.folder: Path | None = None
        self.home: QLineEdit | None = None
        self.computer: QLineEdit | None = None
        self.words = LineWithEnter()
        form = Form()
        form.add_row(text("The words that open the file"), self.words)
        field = QWidget()
        field.setLayout(form)
        lead = text(
            "You see first what is in it. Nothing here is replaced, and Undo takes all of it back."
        )
        others = text("A copy or an export of your journal will do, too.")
        self.say(lead, others)
        self.say_of_folders()
        self.add_choice(self.choose, self.name)
        self.column.add(field)
        self.words.returnPressed.connect(self.do.click)
        self.do.setAutoDefault(False)

    @override
    def asked(self) -> tuple[str, str]:
        text = self.wording.text
        return (
            text("Choose a file to add"),
            text("Files of homejournal (*.hjpack *.hj *.json *.zip)"),
        )

    @override
    def show_file(self, name: str) -> None:
        match kind_of_file(Path(name)):
            case FileKind.KEYS:
                self.tell(no_copy_but_keys(self.wording, Path(name)))
            case FileKind.COPY | FileKind.JOURNAL:
                self.reject()
                self.copy_chosen.emit(name)
            case FileKind.EXPORT | FileKind.PLAN:
                self.reject()
                self.written_chosen.emit(name)
            case _:
                super().show_file(name)

    @override
    def after_choice(self) -> QWidget:
        return self.words

    def show_folder(self, name: str) -> None:
        """Use this folder to join the sharing."""
        self.folder = Path(name)
        self.place.setText(self.wording.own(name))
        self.place.show()

    @override
    def read_file(self) -> None:
        files = self.desk.journal.safe.pack_files
        reads = partial(_read, words=self.words.text(), files=files)
        self.read(reads, self._on_read, self.wording.text("The file is opened."))

    def _on_read(self, read: "tuple[Pack, IncomingPreview]") -> None:
        pack, coming = read
        self._pack, self._coming = pack, coming
        files, text = self.desk.journal.safe.pack_files, self.wording.text
        self.clear()
        whose = text("It comes from your own home.")
        if not files.is_ours(pack):
            whose = from_home(self.wording, files.home_of(pack), pack.sender.through)
        self.tell(whose, look="strong")
        self.tell(*said.coming_lines(self.wording, coming))
        homes, password = self.desk.journal.safe.homes, self.desk.journal.safe.password
        if files.is_ours(pack) and not password.is_set:
            self.say(none_here(self.wording))
        if not files.is_ours(pack) and homes.ours is None:
            self.home = self._add_name(
                text("The name of this home"),
                text("So that it is clear what was written in which home."),
            )
        elif files.is_ours(pack) and homes.computer is None:
            self.computer = self._add_name(
                text("The name of this computer"),
                text("So that it is clear what was written on which computer."),
            )
        if pack.invitation is not None:
            self._add_folder()
        self.next_step(text("Add it"), self._on_seen)
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_seen(self) -> None:
        """Add what was opened; before a folder is shared, say what leaves."""
        invitation = self._pack.invitation if self._pack else None
        if not self._has_name():
            return
        if invitation is None or self.folder is None:
            self._take_in()
        else:
            self._show_leaving(invitation.audience)

    def _take_in(self) -> None:
        self._keep_name()
        self.copy_and_take()

    def _add_name(self, words: str, why: str) -> QLineEdit:
        """Add a field for a name, with the reason for it."""
        name, form, field = QLineEdit(), Form(), QWidget()
        form.add_row(words, name, why)
        field.setLayout(form)
        self.column.add(field)
        return name

    def _has_name(self) -> bool:
        """Return whether our home has the name that sharing needs, after asking for it if not."""
        if self.home is None or self.folder is None or self.home.text().strip():
            return True
        show_problem(self.home, self.wording.text("Please write a name."))
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _keep_name(self) -> None:
        if self.home is not None and self.home.text().strip():
            self.desk.journal.safe.homes.name_ours(self.home.text().strip())

    def _show_leaving(self, audience: "Audience") -> None:
        """Show what leaves into the folder; earlier answers are kept."""
        wording, typed = self.wording, (self.home, self.computer)
        for part in self.column.take_all():
            part.hide()
        leaves = self.desk.journal.safe.pack_files.leaves(audience)
        lines = leaving_lines(
            wording,
            leaves,
            audience,
            named=any(field is not None and field.text().strip() for field in typed),
            lasting=True,
        )
        self.tell(both_ways(wording, audience), look="strong")
        self.tell(*lines)
        self.tell(*staying_lines(wording, leaves, audience), look="muted")
        self.alone = make_button(wording.text("Add it without sharing"), on=self._on_alone)
        self.alone.setAutoDefault(False)
        row = FlowRow(self.alone, gap=8)
        self.column.add(row)
        self.next_step(wording.text("Add it and share"), self._take_in)
        ignore_double_click(self.do)
        ignore_double_click(self.alone)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_alone(self) -> None:
        """Add the file without joining a folder: nothing leaves."""
        self.folder = None
        self.alone.hide()
        self.next_step(self.wording.text("Add it"), self._take_in)
        self.do.click()

    def _add_folder(self) -> None:
        text = self.wording.text
        self.join = make_button(text("Choose the shared folder…"), on=self._on_join)
        self.place = WrapLabel("")
        words = text(
            "It also invites you to share through a folder. Choose the one that your sync program"
            " brings here, or leave it out."
        )
        self.column.add(WrapLabel(words))
        self.add_choice(self.join, self.place)

    def _on_join(self) -> None:
        dialog = which_folder(self, self.wording.text("Choose the shared folder"))
        dialog.fileSelected.connect(self.show_folder)
        dialog.open()

    @override
    def coming(self) -> "Callable[[], PreparedArrival] | None":
        return self.desk.journal.safe.pack_files.preparing(self._pack) if self._pack else None

    @override
    def take(self) -> None:
        pack, safe, ahead = self._pack, self.desk.journal.safe, self.copy_first.made
        if pack is None:
            return
        before = self.desk.journal.family().children
        call = partial(safe.pack_files.take_in, pack, cast("PreparedArrival", ahead))
        change = self.desk.editing.do(self.wording.text("File added"), call)
        if change is None:
            return
        if self._coming is not None and not (change.moves or change.settings):
            self.desk.editing.done.emit(said.nothing_new_said(self.wording, self._coming))
        if self.computer is not None and self.computer.text().strip():
            safe.homes.name_computer(self.computer.text().strip())
        if pack.invitation is not None and self.folder is not None:
            safe.sharing.join(pack.invitation, self.folder, self.desk.preferences.folder)
        if not safe.pack_files.is_ours(pack):
            self._tell_of_children(before, safe.pack_files.home_of(pack))
        self.taken.emit()
        self.accept()

    def _tell_of_children(self, before: "Container[UUID]", home: str | None) -> None:
        children = self.desk.journal.family().children.values()
        came = sorted(child.name for child in children if child.id not in before)
        if came:
            self.desk.editing.told.emit(children_came(self.wording, home, came))


def _read(path: Path, words: str, files: "PackFiles") -> "tuple[Pack, IncomingPreview]":
    """Return what is in a file, and what adding it would change."""
    from homejournal.services.safe.transfer.sealed_files import read_pack_file

    pack = read_pack_file(path, words)
    return pack, files.preview(pack)


class AnyFileOpener(QObject):
    """Asks for a file that another home, another computer or a copy may have written."""

    taken = Signal()
    """Something was imported or restored."""
    finished = Signal()
    damaged = Signal()
    """The journal here was found to be damaged."""

    def __init__(self, desk: "Desk", page: "QWidget") -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self) -> None:
        self._ask()

    def look_at(self, path: Path, kind: FileKind) -> None:
        """Show what is in a file: a copy, an export, or what is sealed."""
        match kind:
            case FileKind.COPY:
                self._on_copy(str(path))
            case FileKind.EXPORT:
                self._on_written(str(path))
            case _:
                self._ask().show_file(str(path))

    def _ask(self) -> ReceiveFileDialog:
        dialog = ReceiveFileDialog(self._desk, self._page.window())
        dialog.copy_chosen.connect(self._on_copy)
        dialog.written_chosen.connect(self._on_written)
        dialog.taken.connect(self.taken)
        dialog.finished.connect(self.finished)
        dialog.ask()
        return dialog

    def _on_copy(self, name: str) -> None:
        from homejournal.ui.safe.copies.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._desk, self._page.window())
        dialog.restored.connect(self.taken)
        dialog.damaged.connect(self.damaged)
        dialog.finished.connect(self.finished)
        dialog.ask()
        dialog.show_file(Path(name))

    def _on_written(self, name: str) -> None:
        dialog = JournalImportDialog(self._desk, self._page.window())
        dialog.accepted.connect(self.taken)
        dialog.finished.connect(self.finished)
        dialog.ask()
        dialog.show_file(name)
