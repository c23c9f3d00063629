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
from homejournal.ui.reminders.reminder_clock import has_tray
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.date_and_time import TimeEdit
from homejournal.ui.widgets.layout.flow_layout import FlowRow

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
        self.edits: list[TimeEdit] = []
        self._add_times()
        self._say_which_have_none(child)
        self.beside_clock = QCheckBox(text("Also show a short message beside the clock"))
        self.names = QCheckBox(text("Say in the message what it is for"))
        self._add_message()

    def _add_lead(self) -> None:
        text = self.wording.text
        self.form.add_words(text("Only while homejournal is open on this computer."), "strong")
        lead = text("A calendar file reminds you on a phone, too. Each computer has its own times.")
        self.form.add_words(lead, "muted")
        calendar = make_button(text("Calendar file…"), on=self._on_calendar)
        calendar.setAutoDefault(False)
        row = FlowRow(calendar)
        self.form.addRow(row)

    def _add_times(self) -> None:
        text = self.wording.text
        self.form.add_section(text("At what time?"))
        if not self._times:
            nothing = text("No strategy has a time of its own yet. The plan can give it one.")
            self.form.add_words(nothing)
            return
        like = text(
            "Such as {time}. Empty means no reminder.",
            time=self.wording.time(_LIKE),
        )
        self.form.add_words(like, "muted")
        for place, time in enumerate(self._times):
            usual = (
                text("Usually at {time}", time=self.wording.time(time.time)) if time.time else ""
            )
            label = time_said(self.wording, time).replace("&", "&&")
            edit = self.form.add(f"time{place}", label, TimeEdit(), usual)
            edit.set_value(self._before.times.get(_id(time)))
            self.edits.append(edit)

    def _say_which_have_none(self, child: Child) -> None:
        """Name what nothing can remind of, which would be missed here without a word."""
        without = strategies_without_times(self.desk.journal.family(), child.id, self.desk.today())
        if without and self._times:
            names = self.wording.list_of([self.wording.own(strategy.name) for strategy in without])
            said = self.wording.text(
                "No time of the day, so no reminder: {strategies}.",
                strategies=names,
            )
            self.form.add_words(said, "muted")

    def _add_message(self) -> None:
        text = self.wording.text
        self.beside_clock.setChecked(self._before.beside_clock)
        self.names.setChecked(self._before.names)
        if not has_tray():
            return
        hint = text("Others may see this screen: without the second check mark it names nothing.")
        self.form.add_section(text("Beside the clock"))
        self.form.add("beside_clock", text("Message"), self.beside_clock)
        self.form.add_row(text("Words"), self.names, hint)

    @override
    def save(self) -> None:
        """Remember the times at this computer and close; stay open where one does not read."""
        chosen = self.form.read(self._read, self.show_fault)
        if chosen is None:
            return
        change = SettingChange(
            REMINDERS,
            self.wording.text("Reminders changed"),
            partial(put_ring_settings, self.desk, chosen),
            partial(put_ring_settings, self.desk, self._before),
        )
        if chosen == self._before or self.desk.editing.do_setting(change):
            self.accept()

    def _read(self) -> RingSettings:
        """Return the settings with the times of this child as typed; other children's stay."""
        for place, edit in enumerate(self.edits):
            if not edit.is_readable():
                raise InvalidValueError(f"time{place}", Reason.DOES_NOT_FIT)
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
