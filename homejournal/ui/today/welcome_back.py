"""What Today says once everything is loaded: welcome back, and that the clock was set back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from homejournal.domain.errors import JournalError
from homejournal.texts import day_page as said
from homejournal.ui.base.preferences import TodayExtra
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from homejournal.ui.base.desk import Desk
    from homejournal.ui.today.notices import TodayNotices

_GREETED = "greeted"
"""The day on which somebody was welcomed last."""


class Greeting(QObject):
    """Looks at what was written last, and puts a notice above the cards where that is called for.

    How long somebody was away is neither said nor kept.
    """

    fill_in_wanted = Signal(object)
    """To fill in what is remembered, from this day on."""
    day_wanted = Signal(object)
    said = Signal()
    """There is something to read above the cards."""

    def __init__(self, desk: Desk, notices: TodayNotices, page: QObject) -> None:
        super().__init__(page)
        self._desk, self._notices = desk, notices
        self._welcome: Notice | None = None
        self._clock: Notice | None = None
        self._left_off: date | None = None
        self.written = False
        """Whether something was written since; the welcome goes once the page is left and shown
        again, as the rows under it would move under the mouse."""
        self.through: date | None = None
        """The newest day with an entry, which may lie after today where the clock was changed."""

    def look(self, child: UUID | None) -> None:
        """Look at a child's journal."""
        self.dismiss()
        if child is None:
            return
        last = self._desk.journal.last_time
        try:
            self.through = last.newest_day(child)
            later, back = last.clock_was_later(child), last.comes_back(child)
        except JournalError as failure:
            self._desk.editing.failed.emit(failure)
            return
        self._say_clock(later)
        if back is not None and later is None and self._is_first_today():
            self._say_welcome(back.left_off)

    def dismiss_if_written(self) -> None:
        """Take the welcome away where something was written."""
        if self.written:
            self.dismiss()

    def dismiss(self) -> None:
        if self._welcome is not None:
            self._welcome.hide()
            self._notices.fit()

    def _is_first_today(self) -> bool:
        today, preferences = self._desk.today().isoformat(), self._desk.preferences
        first = preferences.remembered(_GREETED) != today
        preferences.remember(_GREETED, today)
        return first and preferences.is_wanted(TodayExtra.GREETING)

    def _say_welcome(self, left_off: date) -> None:
        text = self._desk.wording.text
        if self._welcome is None:
            self._welcome = Notice("")
            self._welcome.pressed.connect(self._on_fill_in)
            self._notices.add(self._welcome)
        self._left_off, self.written = left_off, False
        self._welcome.set_text(
            text("Welcome back. Start today, or fill in what you remember."),
            text("Fill in what we remember") if self._desk.can_write else "",
        )
        self._notices.fit()
        self.said.emit()

    def _say_clock(self, newest: date | None) -> None:
        if self._clock is None and newest is not None:
            self._clock = Notice("", NoticeKind.CAREFUL)
            self._clock.pressed.connect(self._on_newest)
            self._notices.add(self._clock)
        if self._clock is None:
            return
        if newest is not None:
            wording, today = self._desk.wording, self._desk.today()
            later = self.through is not None and self.through > today
            self._clock.set_text(
                said.clock_is_back(wording, today, newest),
                wording.text("Go to the newest day") if later else "",
            )
        self._clock.setVisible(newest is not None)
        self._notices.fit()

    def _on_fill_in(self) -> None:
        self.dismiss()
        self.fill_in_wanted.emit(self._left_off)

    def _on_newest(self) -> None:
        self.day_wanted.emit(self.through)
