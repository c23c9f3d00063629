"""A calendar file of the visits: what goes into it, and where it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time as time_of_day
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, JournalError, Reason
from homejournal.domain.names import name_outside
from homejournal.domain.records.children import Child
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.reminders_and_timer import ReminderTime
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.texts.day_page import capitalized
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.files import documents, where_to_save
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.widgets.fields.date_and_time import TimeEdit


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
        from homejournal.exchange.read_and_save import safe_save

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


_LIKE = time_of_day(18, 30)


class CalendarDialog(FormDialog):
    """Asks what goes into the file; `chosen` carries the visits and the reminders."""

    chosen = Signal(object, object)

    def __init__(
        self,
        desk: Desk,
        visits: Sequence[Visit],
        times: Sequence[ReminderTime],
        parent: QWidget | None,
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Calendar file"), text("Save the file…"), parent)
        self._visits, self._times = tuple(visits), tuple(times)
        lead = text(
            "Your calendar program can open this file. It holds your child’s first name, who comes,"
            " how you meet, in which language, and what to bring. None of your notes are in it."
        )
        self.form.add_words(lead, "muted")
        coming = QCheckBox(desk.wording.count("{n} coming visit", "{n} coming visits", len(visits)))
        self.visits = self.form.add("visits", text("Visits"), coming)
        self.visits.setChecked(bool(visits))
        self.visits.setEnabled(bool(visits))
        self.edits: list[TimeEdit] = []
        self._add_times()

    def _add_times(self) -> None:
        text = self.wording.text
        if not self._times:
            return
        self.form.add_section(text("Reminders (optional)"))
        hint = text(
            "Your calendar will remind you at these times until your next visit (up to 8 "
            "weeks). Leave a time empty for no reminder."
        )
        self.form.add_words(hint, "muted")
        for place, time in enumerate(self._times):
            name = self.wording.own(capitalized(time.name)) if time.name else ""
            label = self.wording.line_of((name, self.wording.own(time.strategy.name)))
            edit = self.form.add(f"time{place}", label.replace("&", "&&"), TimeEdit())
            edit.set_value(time.time)
            self.edits.append(edit)

    @override
    def save(self) -> None:
        """Emit what is chosen and close; stay open where a time does not fit."""
        chosen = self.form.read(self._read, self.show_fault)
        if chosen is not None:
            self.accept()
            self.chosen.emit(*chosen)

    def _read(self) -> tuple[tuple[Visit, ...], tuple[ReminderTime, ...]]:
        for place, edit in enumerate(self.edits):
            if not edit.is_readable():
                raise InvalidValueError(f"time{place}", Reason.DOES_NOT_FIT)
        visits = self._visits if self.visits.isChecked() else ()
        rings = tuple(
            replace(time, time=edit.value())
            for time, edit in zip(self._times, self.edits, strict=True)
            if edit.value() is not None
        )
        if not visits and not rings:
            raise InvalidValueError("visits", Reason.EMPTY)
        return visits, rings

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.field == "visits":
            return self.wording.text("Choose the visits, or write a time for a reminder.")
        return self.wording.text(
            "Please write a time such as {time}, or leave it empty.",
            time=self.wording.time(_LIKE),
        )
