"""A calendar file of the visits: what goes into it, and where it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time as time_of_day
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.names import name_outside
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.reminders_and_timer import ReminderTime
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.texts.day_page import capitalized
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import AskingDialog
from homejournal.ui.kit.paper_output import FileWish, plain_file
from homejournal.ui.records.shared_fields import time_fault
from homejournal.ui.widgets.fields.date_and_time import TimeEdit


def calendar_wish(
    desk: Desk, child: UUID, visits: Sequence[Visit], reminders: Sequence[ReminderTime] = ()
) -> FileWish:
    """Return the wish for a calendar file; its name holds no surname."""
    text, today = desk.wording.text, desk.today()
    words = text("Visit") if len(visits) == 1 else text("Visits")
    name = page_file_name(
        words if visits else text("Reminders"),
        name_outside(desk.journal.family().children, child),
        visits[0].day if visits else today,
    )
    data = desk.journal.calendars.file_of(visits, reminders, desk.wording, today)
    title, kind = text("Save as a calendar file"), text("Calendar files (*.ics)")
    return plain_file(title, name, kind, "ics", data)


_LIKE = time_of_day(18, 30)


class CalendarDialog(AskingDialog):
    """Asks what goes into the file; `chosen` carries the visits and the reminders."""

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
        nothing = text("Choose the visits, or write a time for a reminder.")
        self.form.faults["visits"] = nothing
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
            self.form.faults[f"time{place}"] = time_fault(self.wording, _LIKE)
            edit.set_value(time.time)
            self.edits.append(edit)

    @override
    def read(self) -> tuple[tuple[Visit, ...], tuple[ReminderTime, ...]]:
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
