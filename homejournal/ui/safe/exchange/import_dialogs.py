"""Dialogs that take in a file: what they share, and the one for a journal saved as a file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import ImportFaultsError, JournalError
from homejournal.exchange.files.read_and_save import disk_errors, read_chosen
from homejournal.exchange.journal.any_journal_file import read_journal
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.sharing import coming_lines, undo_with_folders
from homejournal.ui.base.files import which_file
from homejournal.ui.kit.backup_first import BackupFirst, on_worker
from homejournal.ui.kit.steps import ButtonSteps
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.record import Kind
    from homejournal.domain.sharing.incoming import IncomingPreview
    from homejournal.exchange.journal.file_records import JournalFile
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.import_export import Files
    from homejournal.storage.journal.prepared_writes import PreparedArrival
    from homejournal.ui.base.desk import Desk


_Read = TypeVar("_Read")


class FileImportDialog(ButtonSteps):
    """Subclasses say which kinds of file in `asked`, read one in `read_file`, and `take` it in."""

    def __init__(self, desk: "Desk", title: str, do: str, parent: QWidget | None) -> None:
        super().__init__(desk, title, do, parent)
        self.file: Path | None = None
        self.choose = make_button(self.wording.text("Choose the file…"), on=self.choose_file)
        self.name = WrapLabel("")
        self.copy_first = BackupFirst(desk, self.work, self)
        self.copy_first.ready.connect(self._on_copied)
        self.copy_first.failed.connect(self.show_failure)

    def asked(self) -> tuple[str, str]:
        """Return the title of the choice of a file, and the kinds of file that are offered."""
        raise NotImplementedError

    def say_of_folders(self) -> None:
        """Say what Undo cannot take back, where something is shared through a folder."""
        if self.desk.journal.safe.sharing.all():
            self.say(undo_with_folders(self.wording))

    def read_file(self) -> None:
        """Read the chosen file by `read`."""
        raise NotImplementedError

    def after_choice(self) -> QWidget:
        """Return the widget that gets the focus once a file is chosen."""
        return self.do

    def show_file(self, name: str) -> None:
        """Use the file with this name."""
        self.file = Path(name)
        self.name.setText(self.wording.own(self.file.name))
        self.name.show()
        self.after_choice().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def go_on(self) -> None:
        if self.file is None:
            self.choose_file()
        else:
            self.read_file()

    def read(
        self, reads: "Callable[[Path], _Read]", done: "Callable[[_Read], None]", words: str
    ) -> None:
        """Call `reads` with the chosen file on the worker, and then `done` with its answer.

        What it raises becomes a sentence; `words` are shown meanwhile.
        """
        if self.file is not None:
            self.run_step(on_worker(partial(reads, self.file)), done, words)

    def copy_and_take(self) -> None:
        """Make a copy of the journal and work out on the worker what is added.

        `take` follows.
        """
        self.copy_first.begin("import", self.do, coming=self.coming())

    def coming(self) -> "Callable[[], object] | None":
        """Return the call that works out, on any thread, what `take` writes."""
        return None

    def take(self) -> None:
        """Add what was read to the journal; JournalError becomes a sentence."""
        raise NotImplementedError

    def _on_copied(self) -> None:
        try:
            self.take()
        except JournalError as failure:
            self.show_failure(failure)

    def choose_file(self) -> None:
        """Let somebody choose a file."""
        title, kinds = self.asked()
        dialog = which_file(self, title, [kinds, self.wording.text("All files (*)")])
        dialog.fileSelected.connect(self.show_file)
        dialog.open()


class JournalImportDialog(FileImportDialog):
    """First reads the file and says what is in it, then adds it."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Import a file"), text("Read the file"), parent)
        self._read: JournalFile | None = None
        self._told: list[WrapLabel] = []
        lead = text(
            "A file that homejournal saved before: one file (.json), or tables (.zip). First you"
            " see what is in it. Nothing that stands here is lost, and Undo takes all of it back."
        )
        self.say(lead)
        self.say_of_folders()
        self.add_choice(self.choose, self.name)

    @override
    def asked(self) -> tuple[str, str]:
        text = self.wording.text
        return text("Choose a file to bring in"), text("Files of a journal (*.json *.zip)")

    @override
    def read_file(self) -> None:
        files = self.desk.journal.files
        reads = partial(_read, files=files, known=files.known())
        self.read(reads, self._on_read, self.wording.text("The file is read."))

    @override
    def show_failure(self, failure: Exception) -> None:
        super().show_failure(failure)
        places = list[str]()
        if isinstance(failure, ImportFaultsError):
            head, *places = explain(self.wording, failure).splitlines()
            self.notice.set_text(head)
        self._show(*(place.strip() for place in places))

    def _on_read(self, read: "tuple[JournalFile, IncomingPreview]") -> None:
        self._read, told = read
        self.choose.hide()
        self._show(*coming_lines(self.wording, told))
        if told.is_nothing:
            self.end_with(*coming_lines(self.wording, told))
            return
        self.next_step(self.wording.text("Add it"), self.copy_and_take)
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *lines: str) -> None:
        for old in self._told:
            old.hide()
            old.deleteLater()
        self._told = self.tell(*lines)

    @override
    def coming(self) -> "Callable[[], PreparedArrival] | None":
        return self.desk.journal.files.working_out(self._read) if self._read else None

    @override
    def take(self) -> None:
        words, ahead = self.wording.text("A file was brought in"), self.copy_first.made
        if self._read is None:
            return
        call = partial(_taken, self.desk.journal, self._read, cast("PreparedArrival", ahead))
        if self.desk.editing.do(words, call) is not None:
            self.accept()


def _read(
    path: Path, files: "Files", known: "Mapping[UUID, Kind]"
) -> "tuple[JournalFile, IncomingPreview]":
    """Return what is in a file, and what adding it would change."""
    from homejournal.exchange.json.json_text import MOST_BYTES

    with disk_errors(path):
        data = read_chosen(path, MOST_BYTES + 1)
    file = read_journal(data, known.get)
    return file, files.preview(file)


def _taken(journal: "FamilyJournal", file: "JournalFile", ahead: "PreparedArrival") -> "Change":
    return journal.files.take(file, ahead).change
