"""Reminders of planned times: which ring here, a bar in the window, a sign beside the clock.

Uses hiding, kit and what lies below; no other room. Tests: tests/ui/reminders.
"""

from collections.abc import Sequence
from datetime import date, datetime
from datetime import time as time_of_day
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QSystemTrayIcon, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, JournalError, Reason
from homejournal.domain.records.children import Child
from homejournal.domain.today.reminders_and_timer import (
    SNOOZE,
    Reminder,
    ReminderTime,
    reminder_id,
    strategies_without_times,
    without_snoozed,
)
from homejournal.texts import day_page as said
from homejournal.texts.day_page import time_said
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.editing import SettingChange
from homejournal.ui.base.reminder_settings import (
    REMINDERS,
    RingSettings,
    put_ring_settings,
    ring_settings,
)
from homejournal.ui.hiding import DayCover, Hiding
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.theme.icons import icon
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.date_and_time import TimeEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_row
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.ui.kit.window_interface import OpenFrame, OpenWindow


_SHOWN_MS = 10_000


def has_tray() -> bool:
    """Return whether this computer shows signs of programs beside its clock."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """`pressed` is a click on the sign or on its message."""

    pressed = Signal()

    def __init__(self, wording: "Wording", parent: QObject) -> None:
        super().__init__(parent)
        self._sign = QSystemTrayIcon(icon("clock", "accent"), self)
        self._sign.setToolTip(wording.text("homejournal"))
        self._sign.activated.connect(self._on_activated)
        self._sign.messageClicked.connect(self.pressed)

    @property
    def shown(self) -> bool:
        return self._sign.isVisible()

    def show_sign(self, *, shown: bool) -> None:
        self._sign.setVisible(shown)

    def tell(self, wording: "Wording", words: str) -> None:
        """Show a short message, without a sound of our own."""
        title, none = wording.text("homejournal"), QSystemTrayIcon.MessageIcon.NoIcon
        if self.shown:
            self._sign.showMessage(title, words, none, _SHOWN_MS)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.pressed.emit()


class ReminderBar(QFrame):
    """Each signal is one of its buttons."""

    write = Signal()
    later = Signal()
    not_today = Signal()
    quiet = Signal()

    def __init__(self, wording: Wording, *, can_write: bool) -> None:
        super().__init__()
        text = wording.text
        set_look(self, "panel")
        sign = QLabel()
        set_icon(sign, "clock", "accent", 18)
        self._words = WrapLabel("")
        answers = (
            (text("Write it down"), self.write, True),
            (text("In 15 minutes"), self.later, False),
            (text("Not today"), self.not_today, True),
            (text("Close"), self.quiet, False),
        )
        self._buttons: list[OnceButton] = []
        for words, answer, writes in answers:
            button = OnceButton(words)
            if writes and not can_write:
                button.hide()  # shown here, it would be a window of its own for a moment
            button.clicked.connect(answer)
            self._buttons.append(button)
        for button in self._buttons[1:]:
            set_look(button, "link")
        row = FlowRow(*self._buttons, gap=6)
        line = in_row(gap=10, edges=(px(14), px(4), px(14), px(4)), inside=self)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(TwoEnds(self._words, row), 1)

    def text(self) -> str:
        return self.accessibleName()

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        for button in self._buttons:
            button.setAccessibleDescription(words)


_LOOK_MS = 30_000


class ReminderClock(QObject):
    """One for each window; asleep until a time is set on this computer."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._settings = RingSettings(times={})
        self._since = window.journal.reminders.now()
        self.due: tuple[Reminder, ...] = ()
        self._told: set[tuple[UUID, date]] = set()
        self._answered: set[tuple[UUID, date]] = set()
        self._until: dict[UUID, datetime] = {}
        self._tray: Tray | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        window.closed.connect(self._on_closed)
        window.desk.editing.changed.connect(self._on_changed)
        Hiding.here().turned.connect(self._on_hidden)

    def follow(self) -> None:
        """Take up the times that are set on this computer; only what comes from now on rings."""
        now, before = self._window.journal.reminders.now(), self._settings
        self._settings = ring_settings(self._window.desk)
        if self._settings.times != before.times:
            self._since = now
        if self._settings.times:
            self._clock.start()
        else:
            self._clock.stop()
        self._show_sign()
        self.look()

    def look(self) -> None:
        """See what is due by now, and say it once."""
        now, place = self._window.journal.reminders.now(), self._place()
        self._since = min(self._since, now)  # the clock may have been set back
        if place is None:
            return  # it is looked again once anything may be shown
        due = without_snoozed(self._asked(), self._until, now)
        self.due = tuple(reminder for reminder in due if _key(reminder) not in self._answered)
        self._show(place)
        new = [reminder for reminder in self.due if _key(reminder) not in self._told]
        self._told.update(map(_key, new))
        if new:
            self._tell(new, place)

    def _place(self) -> "OpenFrame | DayCover | None":
        """Return what reminders stand above now: the pages, a helper's day, or nothing at all."""
        if not Hiding.here().is_on:
            return self._window.frame
        helped = self._helped()
        return helped if helped is not None and helped.shows_day else None

    def _helped(self) -> "DayCover | None":
        cover = Hiding.here().cover
        if isinstance(cover, DayCover) and cover.is_of(self._window.journal):
            return cover
        return None

    def _asked(self) -> tuple[Reminder, ...]:
        """Return what is due; a helper sees the cards of this day alone, and hears of no other."""
        try:
            due = self._window.journal.reminders.due(self._settings.times, self._since)
        except JournalError:
            return ()  # what cannot be read is said where somebody asks for it
        today = self._window.desk.today()
        return tuple(
            reminder for reminder in due if self._helped() is None or reminder.day == today
        )

    def _show(self, frame: "OpenFrame | DayCover") -> None:
        desk = self._window.desk
        bar = frame.findChild(ReminderBar)
        if bar is None:
            if not self.due:
                return
            bar = ReminderBar(desk.wording, can_write=desk.can_write)
            bar.write.connect(self._on_write)
            bar.later.connect(self._on_later)
            bar.not_today.connect(self._on_not_today)
            bar.quiet.connect(self._on_quiet)
            frame.add_above(bar)
        if self.due:
            bar.say(self._said(self.due))
        bar.setVisible(bool(self.due))
        frame.space_notices()

    def _said(self, reminders: "tuple[Reminder, ...] | list[Reminder]") -> str:
        family = self._window.journal.family()
        return said.reminders_said(self._window.desk.wording, family, reminders)

    def _tell(self, new: list[Reminder], place: "OpenFrame | DayCover") -> None:
        wording, words = self._window.desk.wording, self._said(new)
        announce(place, words)
        if self._tray is not None and place is self._window.frame:
            self._tray.tell(
                wording, words if self._settings.names else said.neutral_reminder(wording)
            )

    def _show_sign(self) -> None:
        wanted = bool(self._settings.times) and self._settings.beside_clock
        if self._tray is None and wanted and has_tray():
            self._tray = Tray(self._window.desk.wording, self)
            self._tray.pressed.connect(self._window.window_actions.show_up)
        if self._tray is not None:
            self._tray.show_sign(shown=wanted and not Hiding.here().is_on)

    def _answer(self) -> tuple[Reminder, ...]:
        """Return what is answered by a button, which is then not said again."""
        answered = self.due
        self._answered.update(map(_key, answered))
        return answered

    def _on_write(self) -> None:
        first, helped = self._answer()[0], self._helped()
        self.look()
        if helped is not None:
            helped.go_to(first.time.strategy)
            return
        self._window.show_child(first.time.strategy.child)
        self._window.open_page("today", first.day)

    def _on_later(self) -> None:
        until = self._window.journal.reminders.now() + SNOOZE
        self._until.update((reminder.id, until) for reminder in self.due)
        self._told.difference_update(map(_key, self.due))
        self.look()

    def _on_not_today(self) -> None:
        desk, due, helped = self._window.desk, self.due, self._helped()
        words = said.reminder_not_today_said(desk.wording, due)
        if helped is not None:
            done = helped.not_today(words, due)
        else:
            call = partial(desk.journal.reminders.not_today, due, desk.helper)
            done = desk.editing.do(words, call) is not None
        if done:
            self._answered.update(map(_key, due))
        self.look()

    def _on_quiet(self) -> None:
        self._answer()
        self.look()

    def _on_changed(self, _kinds: object) -> None:
        if self._clock.isActive():
            self.look()

    def _on_hidden(self, _hidden: bool) -> None:  # noqa: FBT001 - a signal's
        if self._clock.isActive():
            self._show_sign()
            self.look()

    def _on_closed(self, _window: object) -> None:
        self._clock.stop()
        if self._tray is not None:
            self._tray.show_sign(shown=False)


def _key(reminder: Reminder) -> tuple[UUID, date]:
    return reminder.id, reminder.day


def follow_reminders(window: "OpenWindow") -> None:
    """Let a window ring at the times that are set on this computer."""
    (window.findChild(ReminderClock) or ReminderClock(window)).follow()


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
