"""At which times this computer reminds of a child's strategies; without any it is quiet."""

from collections.abc import Sequence
from datetime import time as time_of_day
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.children import Child
from homejournal.domain.today.reminders_and_timer import (
    ReminderTime,
    reminder_id,
    strategies_without_times,
)
from homejournal.texts.day_page import time_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.editing import SettingChange
from homejournal.ui.base.reminder_settings import (
    REMINDERS,
    RingSettings,
    put_ring_settings,
    ring_settings,
)
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.reminders.tray_icon import has_tray
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.form_rows import add_row, add_section, clear_problem
from homejournal.ui.widgets.fields.time_field import TimeEdit
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_LIKE = time_of_day(18, 30)


class RemindersDialog(FormDialog):
    """Writes nothing in the journal. `calendar_wanted` asks for a calendar file instead."""

    calendar_wanted = Signal()

    def __init__(
        self, desk: Desk, child: Child, times: Sequence[ReminderTime], parent: QWidget | None
    ) -> None:
        text = desk.wording.text
        title = text("Reminders for {child}", child=desk.wording.own(child.name))
        super().__init__(desk, title, text("Save"), parent)
        self._times = tuple(times)
        self._before = ring_settings(desk)
        self._add_lead()
        self.edits = [TimeEdit() for _ in times]
        self._add_times()
        self._say_which_have_none(child)
        self.beside_clock = QCheckBox(text("Also show a short message beside the clock"))
        self.names = QCheckBox(text("Say in the message what it is for"))
        self._add_message()
        self.fields = {f"time{place}": edit for place, edit in enumerate(self.edits)}
        self.fields |= {"beside_clock": self.beside_clock}

    def _add_lead(self) -> None:
        text = self.wording.text
        self.form.addRow(
            WrapLabel(text("It reminds only while homejournal is open on this computer."), "strong")
        )
        lead = text(
            "For a phone, or while homejournal is closed, a calendar file can remind you. Each"
            " computer has its own times, so two homes never ring for each other."
        )
        self.form.addRow(WrapLabel(lead, "muted"))
        calendar = WordButton(text("Calendar file…"))
        calendar.setAutoDefault(False)
        calendar.clicked.connect(self._on_calendar)
        row = FlowRow()
        row.add(calendar)
        self.form.addRow(row)

    def _add_times(self) -> None:
        text = self.wording.text
        add_section(self.form, text("At what time?"))
        if not self._times:
            nothing = text("No strategy has a time of its own yet. The plan can give it one.")
            self.form.addRow(WrapLabel(nothing))
            return
        like = text(
            "Type a time like {time}. Leave it empty for no reminder.",
            time=self.wording.time(_LIKE),
        )
        self.form.addRow(WrapLabel(like, "muted"))
        for time, edit in zip(self._times, self.edits, strict=True):
            edit.set_value(self._before.times.get(_id(time)))
            usual = (
                text("Usually at {time}", time=self.wording.time(time.time)) if time.time else ""
            )
            add_row(self.form, time_said(self.wording, time).replace("&", "&&"), edit, usual)

    def _say_which_have_none(self, child: Child) -> None:
        """Name what nothing can remind of, which would be missed here without a word."""
        without = strategies_without_times(self.desk.journal.family(), child.id, self.desk.today())
        if without and self._times:
            names = self.wording.list_of([self.wording.own(one.name) for one in without])
            said = self.wording.text(
                "Without a time of the day, so without a reminder: {strategies}. These are for any"
                " days of a week, or for times of the day without names.",
                strategies=names,
            )
            self.form.addRow(WrapLabel(said, "muted"))

    def _add_message(self) -> None:
        text = self.wording.text
        self.beside_clock.setChecked(self._before.beside_clock)
        self.names.setChecked(self._before.names)
        if not has_tray():
            return
        hint = text("Others may see this screen: without the second check mark it names nothing.")
        add_section(self.form, text("Beside the clock"))
        add_row(self.form, text("Message"), self.beside_clock)
        add_row(self.form, text("Words"), self.names, hint)

    @override
    def save(self) -> None:
        """Remember the times at this computer and close; stay open where one does not read."""
        for field in self.edits:
            clear_problem(field)
        for place, edit in enumerate(self.edits):
            if not edit.is_readable():
                self.show_fault(InvalidValueError(f"time{place}", Reason.DOES_NOT_FIT))
                return
        change = SettingChange(
            REMINDERS,
            self.wording.text("Reminders changed"),
            partial(put_ring_settings, self.desk, self._chosen()),
            partial(put_ring_settings, self.desk, self._before),
        )
        if self._chosen() == self._before or self.desk.editing.do_setting(change):
            self.accept()

    def _chosen(self) -> RingSettings:
        """Return the settings with the times of this child as typed; other children's stay."""
        times = dict(self._before.times)
        for time, edit in zip(self._times, self.edits, strict=True):
            times.pop(_id(time), None)
            if (clock := edit.value()) is not None:
                times[_id(time)] = clock
        return RingSettings(
            times=times,
            beside_clock=self.beside_clock.isChecked(),
            names=self.names.isChecked(),
        )

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text(
            "Please write a time such as {time}, or leave it empty.",
            time=self.wording.time(_LIKE),
        )

    def _on_calendar(self) -> None:
        self.reject()
        if not self.isVisible():  # it stays where something typed is not saved yet
            self.calendar_wanted.emit()


def _id(time: ReminderTime) -> UUID:
    return reminder_id(time.strategy.id, time.key)
