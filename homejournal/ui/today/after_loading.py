"""The parts of Today that come once everything is loaded: the timer, and a welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from homejournal.domain.today.reminders_and_timer import RunningTimer
from homejournal.ui.base.actions import Action
from homejournal.ui.day_cards.rating.timer import TodayTimer
from homejournal.ui.today.welcome_back import Greeting

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_cards.card_list import DayCards
    from homejournal.ui.day_cards.saving import TodayWriting
    from homejournal.ui.today.first_focus import FirstFocus
    from homejournal.ui.today.header import TodayHeader
    from homejournal.ui.today.notices import TodayNotices


class TodayLater(QObject):
    """Joins the timer and the greeting with the cards, the head and the notices of a page."""

    asks_for = Signal(str, object)
    wants = Signal(object)
    tells = Signal(str)
    day_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        writing: TodayWriting,
        parts: tuple[DayCards, TodayHeader, TodayNotices, FirstFocus],
    ) -> None:
        self._cards, self._header, self._notices, self._focus = parts
        super().__init__(self._cards)
        self._desk = desk
        self._timed: RunningTimer | None = None
        self.timer = writing.timer = TodayTimer(desk, self)
        self.timer.changed.connect(self._on_timer)
        self.timer.stopped.connect(self._on_stopped)
        self.timer.tells.connect(self.tells)
        self._greeting = Greeting(desk, self._notices, self)
        self._greeting.day_wanted.connect(self.day_wanted)
        self._greeting.said.connect(self._on_said)
        self._greeting.fill_in_wanted.connect(self._on_fill_in)
        for card in self._cards.cards:
            card.show_timer()

    def greet(self, child: UUID | None) -> None:
        """Look at what was written last of a child."""
        self._greeting.look(child)
        if self._header.through != self._greeting.through:
            self._header.through = self._greeting.through
            self._header.show_again()

    def heard(self) -> None:
        """Take notice that something was written."""
        self._greeting.dismiss()

    def day_of(self, place: object) -> object:
        """Return the day to open for a stopped timer, and remember it; any other place as it is."""
        if isinstance(place, RunningTimer):
            self._timed = place
            return place.day
        return place

    def show_day(self, day: date) -> None:
        """Show where the timer runs on a day, and fill in what a stopped one says on its card."""
        self.timer.day = day
        self.timer.read()
        timing, self._timed = self._timed, None
        for card in self._cards.cards:
            card.show_timer()
        if timing is None:
            return
        for card in self._cards.cards:
            if card.card.strategy.id == timing.strategy:
                self._cards.reached.emit(card)
                card.fill_in(timing.number, self._desk.journal.timer.length(timing))
                return
        text = self._desk.wording.text
        self.tells.emit(text("The strategy that was timed is not on this day’s page any more."))

    def _on_timer(self) -> None:
        for card in self._cards.cards:
            card.show_timer()
        self.wants.emit(Action.SHOW_TIMER)

    def _on_stopped(self, timing: RunningTimer) -> None:
        self._timed = timing
        self.show_day(self.timer.day)

    def _on_said(self) -> None:
        self._focus.see(self._notices)

    def _on_fill_in(self, left_off: date) -> None:
        self.asks_for.emit("week_grid", left_off)
