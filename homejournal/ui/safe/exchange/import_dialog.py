"""Bringing a journal's own file in: told first what would change, then all of it or nothing."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import ImportFaultsError
from homejournal.texts.errors.error_texts import explain
from homejournal.texts.sharing.sharing import coming_lines
from homejournal.ui.safe.exchange.base_import_dialog import ReadingDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.record import Kind
    from homejournal.domain.sharing.incoming_preview import Coming
    from homejournal.exchange.journal.journal_file import JournalFile
    from homejournal.services.exchange.import_export import Files
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.storage.journal.incoming_ahead import ComingAhead
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.widgets.text.labels import WrapLabel


class BringInDialog(ReadingDialog):
    """The first press reads the file and tells what is in it; the second takes it in."""

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
    def go_on(self) -> None:
        """Read the file, or take in what was read."""
        if self._read is not None:
            self.copy_and_take()
        else:
            super().go_on()

    @override
    def read_file(self) -> None:
        files = self.desk.journal.files
        reads = partial(_read, files=files, known=files.known())
        self.read(reads, self._on_read, self.wording.text("The file is read."))

    @override
    def show_failure(self, failure: Exception) -> None:
        """Tell what needs mending in a file, place by place, each of them once."""
        super().show_failure(failure)
        places = list[str]()
        if isinstance(failure, ImportFaultsError):
            head, *places = explain(self.wording, failure).splitlines()
            self._notice.set_text(head)
        self._show(*(place.strip() for place in places))

    def _on_read(self, read: "tuple[JournalFile, Coming]") -> None:
        self.end_reading()
        self._read, told = read
        self.choose.hide()
        self._show(*coming_lines(self.wording, told))
        if told.is_nothing:
            self.end_with(*coming_lines(self.wording, told))
            return
        self.do.setText(self.wording.text("Add it"))
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *lines: str) -> None:
        for old in self._told:
            old.hide()
            old.deleteLater()
        self._told = self.tell(*lines)

    @override
    def coming(self) -> "Callable[[], ComingAhead] | None":
        return self.desk.journal.files.working_out(self._read) if self._read else None

    @override
    def take(self) -> None:
        words, ahead = self.wording.text("A file was brought in"), self.copy_first.made
        if self._read is None:
            return
        call = partial(_taken, self.desk.journal, self._read, cast("ComingAhead", ahead))
        if self.desk.editing.do(words, call) is not None:
            self.accept()


def _read(path: Path, files: "Files", known: "Mapping[UUID, Kind]") -> "tuple[JournalFile, Coming]":
    """Return what is in a file, and what taking it in would change."""
    from homejournal.exchange.files.any_journal_file import read_journal
    from homejournal.exchange.files.chosen_file import read_chosen
    from homejournal.exchange.files.safe_save import telling_disk
    from homejournal.exchange.json.json_text import MOST_BYTES

    with telling_disk(path):
        data = read_chosen(path, MOST_BYTES + 1)
    file = read_journal(data, known.get)
    return file, files.preview(file)


def _taken(journal: "FamilyJournal", file: "JournalFile", ahead: "ComingAhead") -> "Change":
    return journal.files.take(file, ahead).change
