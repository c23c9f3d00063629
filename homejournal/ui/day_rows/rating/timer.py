"""The timer on Today: a button beside a number of minutes or hours, and what it fills in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from homejournal.domain.errors import JournalError
from homejournal.domain.names import strategy_shown
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.layout.boxes import keep_room
from homejournal.ui.widgets.wrapping_button import OnceButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.today.reminders_and_timer import RunningTimer
    from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class TodayTimer(QObject):
    """Starts and stops the journal's one timer; the window shows where it runs.

    It is made once the slower part of the journal is loaded, which keeps the timer.
    """

    changed = Signal()
    """It was started, stopped or forgotten."""
    stopped = Signal(object)
    """Timing: what it says is to be filled in."""
    tells = Signal(str)

    def __init__(self, desk: Desk, page: QObject) -> None:
        super().__init__(page)
        self._desk = desk
        self._timing: RunningTimer | None = None
        self.day = desk.today()
        """The day that is shown."""
        self.read()

    def read(self) -> None:
        self._timing = None
        try:
            self._timing = self._desk.journal.timer.running()
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)

    def is_offered(self, card: CardOfDay, time: TimeOfCard) -> bool:
        """Return whether a time can be timed: it is open, and of the day that it is now."""
        unwritten = time.practice is None or time.practice.rating is None
        if self._stopped_for(card):
            return False  # what it says is to be written down or forgotten first
        return self._desk.can_write and unwritten and self.day == self._desk.today()

    def is_running_for(self, card: CardOfDay, time: TimeOfCard) -> bool:
        """Return whether the timer runs for a time of a card, and can be stopped there."""
        timing = self._timing
        if timing is None or timing.ended is not None:
            return False
        asked = (card.strategy.id, time.number, self.day)
        return (timing.strategy, timing.number, timing.day) == asked

    def press(self, card: CardOfDay, time: TimeOfCard) -> None:
        """Stop the timer where it runs for this time; else start it, unless another one runs."""
        timing = self._timing
        if self.is_running_for(card, time):
            self._do(self._stop)
        elif timing is not None:
            self.tells.emit(self._why_not(timing))
        else:
            self._do(partial(self._start, card, time))

    def is_written(self, card: CardOfDay) -> None:
        """Take notice that a number is written: a stopped timer for it has done its work."""
        if self._stopped_for(card):
            self._do(self._desk.journal.timer.forget)

    def _stopped_for(self, card: CardOfDay) -> bool:
        timing = self._timing
        stopped = timing is not None and timing.ended is not None
        return stopped and timing is not None and timing.strategy == card.strategy.id

    def _why_not(self, timing: RunningTimer) -> str:
        name = strategy_shown(self._desk.journal.family(), timing.strategy)
        own, text = self._desk.wording.own(name), self._desk.wording.text
        if timing.ended is None:
            return text("One timer at a time: the one for {strategy} runs.", strategy=own)
        return text("First write down what the timer for {strategy} says.", strategy=own)

    def _start(self, card: CardOfDay, time: TimeOfCard) -> None:
        self._desk.journal.timer.start(card.strategy.id, time.number)
        name = self._desk.wording.own(card.strategy.name)
        self.tells.emit(self._desk.wording.text("The timer for {strategy} runs.", strategy=name))

    def _stop(self) -> None:
        timing = self._desk.journal.timer.stop()
        if timing is not None:
            self.stopped.emit(timing)

    def _do(self, call: Callable[[], None]) -> None:
        try:
            call()
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
        self.read()
        self.changed.emit()


class CardTimer(OnceButton):
    """The timer's button on one line; it keeps its place while there is nothing to time."""

    def __init__(self, wording: Wording, about: str) -> None:
        super().__init__(wording.text("Start the timer"))
        self._wording = wording
        self._timer: TodayTimer | None = None
        self._card: CardOfDay | None = None
        self._time: TimeOfCard | None = None
        self._runs: bool | None = None
        self.setAccessibleDescription(about)
        set_look(self, "link")
        set_icon(self, "clock", "muted", 16)
        keep_room(self)
        self.let_wrap()
        self.hide()
        self.clicked.connect(self._on_clicked)

    def show_time(self, timer: TodayTimer, card: CardOfDay, time: TimeOfCard | None) -> None:
        """Show whether the timer can be started or stopped for a time of a card."""
        self._timer, self._card, self._time = timer, card, time
        runs = time is not None and timer.is_running_for(card, time)
        self.setVisible(runs or (time is not None and timer.is_offered(card, time)))
        if runs != self._runs:
            self._runs = runs
            text = self._wording.text
            self.setText(text("Stop the timer") if runs else text("Start the timer"))
            set_icon(self, "clock", "accent" if runs else "muted", 16)

    def _on_clicked(self) -> None:
        if self._timer is not None and self._card is not None and self._time is not None:
            self._timer.press(self._card, self._time)
