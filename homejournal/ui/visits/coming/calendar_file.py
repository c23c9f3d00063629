"""Saving visits and reminders as a calendar file, wherever the family wants it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.errors import JournalError
from homejournal.domain.names.same_names import name_outside
from homejournal.domain.records.children import Child
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.reminders import ReminderTime
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.file_dialogs import documents, where_to_save


class CalendarSaving(QObject):
    """Asks for a place and writes the file; `done` carries what was done in words."""

    done = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._wanted: tuple[Sequence[Visit], Sequence[ReminderTime]] = ((), ())
        self._folder = documents()

    def ask(
        self, child: Child, visits: Sequence[Visit], reminders: Sequence[ReminderTime] = ()
    ) -> None:
        """Ask where to save the file; its name holds no surname."""
        text = self._desk.wording.text
        self._wanted = (visits, reminders)
        title, kinds = text("Save as a calendar file"), [text("Calendar files (*.ics)")]
        name = f"{self._name(child, visits)}.ics"
        dialog = where_to_save(self._parent, title, kinds, name, self._folder)
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    def save_at(self, path: Path) -> None:
        """Write the file that was asked for at a path."""
        from homejournal.exchange.files.safe_save import safe_save

        self._folder = path.parent
        wording = self._desk.wording
        try:
            calendars, today = self._desk.journal.calendars, self._desk.today()
            safe_save(path, calendars.file_of(*self._wanted, wording, today))
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        self.done.emit(wording.text("Saved as {file}", file=wording.own(path.name)))

    def _name(self, child: Child, visits: Sequence[Visit]) -> str:
        text = self._desk.wording.text
        day = visits[0].day if visits else self._desk.today()
        words = text("Visit") if len(visits) == 1 else text("Visits")
        name = name_outside(self._desk.journal.family().children, child.id)
        return page_file_name(words if visits else text("Reminders"), name, day)

    def _on_path(self, chosen: str) -> None:
        if chosen:
            self.save_at(Path(chosen))
