"""What Today says above the cards when there is something to know, and where there are no cards."""

from bisect import bisect
from datetime import date
from functools import cached_property
from operator import itemgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.records.practices import DayMark
from homejournal.domain.today.day_page import TodayState
from homejournal.texts.day_page import about_another_day, capitalized, left_out
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.cards.notice import EmptyState, Notice, NoticeKind
from homejournal.ui.widgets.layout.boxes import in_column

_LAST = 3


class TodayNotices(QWidget):
    """It is another day, an unfinished note was kept, or the day is left out for all."""

    day_wanted = Signal(object)
    taken_back = Signal(object)
    """DayMark."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._kept_day: date | None = None
        self._turned_from: date | None = None
        self._mark: DayMark | None = None
        column = in_column(gap=8, inside=self)
        self._column, self._notices = column, list[tuple[int, Notice]]()
        self.hide()

    @cached_property
    def _other_day(self) -> Notice:
        return self._put(Notice("", NoticeKind.CAREFUL), 0)

    @cached_property
    def _kept(self) -> Notice:
        notice = Notice("", button_text=self._wording.text("Go to that day"))
        notice.pressed.connect(self._on_kept)
        return self._put(notice, 1)

    @cached_property
    def _left_out(self) -> Notice:
        notice = Notice("", button_text=self._wording.text("Not left out after all"))
        notice.pressed.connect(self._on_left_out)
        return self._put(notice, 2)

    def say_turned(self, day: date | None) -> None:
        """Say that a new day has begun while somebody writes about `day`; None takes it away."""
        self._turned_from = day
        self.say_day(day)

    def say_day(self, day: date | None) -> None:
        """Say which day is written about where it is not the present one; None takes it away."""
        if day is not None:
            said = about_another_day(self._wording, day)
            if day == self._turned_from:
                shown, text = self._wording.full_day(day), self._wording.text
                said = text("A new day has begun. You are writing about {day}.", day=shown)
            if said != self._other_day.text():
                self._other_day.set_text(said)
        if "_other_day" in self.__dict__:
            self._other_day.setVisible(day is not None)
        self.fit()

    def say_kept(self, day: date) -> None:
        """Say that an unfinished note of another day is there."""
        self._kept_day = day
        shown = self._wording.full_day(day)
        text = self._wording.text("An unfinished note about {day} was kept for you.", day=shown)
        self._kept.set_text(text, self._wording.text("Go to that day"))
        self.fit()

    def show_left_out(self, mark: DayMark | None, *, writable: bool) -> None:
        """Say that the day is left out for all strategies, and why."""
        if mark is not None and mark != self._mark:
            back = self._wording.text("Not left out after all") if writable else ""
            self._left_out.set_text(capitalized(left_out(self._wording, mark)), back)
        self._mark = mark
        if "_left_out" in self.__dict__:
            self._left_out.setVisible(mark is not None)
        self.fit()

    def add(self, notice: Notice) -> None:
        """Put one more notice under these; it is shown by whoever made it, who then asks to fit."""
        self._put(notice, _LAST)

    def _put(self, notice: Notice, rank: int) -> Notice:
        """Put a notice in its order; most days need none, so that each is made when it is said."""
        notice.hide()
        place = bisect(self._notices, rank, key=itemgetter(0))
        self._column.insertWidget(place, notice)
        for _, after in self._notices[place : place + 1]:
            notice.stackUnder(after)  # people who listen hear them in this order, too
        self._notices.insert(place, (rank, notice))
        return notice

    def fit(self) -> None:
        """Take room only while there is a notice."""
        self.setVisible(any(not notice.isHidden() for _, notice in self._notices))

    def _on_kept(self) -> None:
        self._kept.hide()
        self.fit()
        self.day_wanted.emit(self._kept_day)

    def _on_left_out(self) -> None:
        self.taken_back.emit(self._mark)


class EmptyDay(EmptyState):
    """Says why there are no cards, and offers the first step where there is no strategy at all."""

    def __init__(self, wording: Wording) -> None:
        super().__init__("window", "", "")
        self._wording = wording
        self.hide()

    def show_state(self, state: TodayState, *, writable: bool) -> None:
        """Show itself where the day has no cards."""
        text = self._wording.text
        self.setVisible(not state.cards)
        if state.order:
            self.set_texts(
                text("Nothing is planned for this day"),
                text("You can still add a moment, or write down a strategy you used anyway.")
                if state.others and writable
                else text("You can still add a moment.")
                if writable
                else "",
            )
        else:
            self.set_texts(
                text("No strategies yet"),
                text(
                    "Strategies you agree on with your early intervention team show up here."
                    " You can add the first one now, or bring this page to your next visit."
                ),
                text("Add a strategy") if writable else "",
            )
