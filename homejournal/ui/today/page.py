"""Today: everything planned on a day, one click or one key each, and the way to other days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from typing_extensions import override

from homejournal.domain.names import with_distinct_names
from homejournal.domain.today.day_page import KINDS_SHOWN, TodayState, days_needed, today_state
from homejournal.domain.today.reminders_and_timer import RunningTimer
from homejournal.domain.today.strategy_cards import CardOfDay, day_of_draft
from homejournal.texts import day_page as said
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.page import Page
from homejournal.ui.day_rows.row_list import DayRows
from homejournal.ui.day_rows.saving import TodayWriting
from homejournal.ui.theme import px
from homejournal.ui.today.columns import WIDE_FROM, DayColumn, DayColumns
from homejournal.ui.today.end_of_day import EndOfDay, OtherStrategies, PauseOver
from homejournal.ui.today.header import DayAction, TodayHeader
from homejournal.ui.today.moments import MomentsCard
from homejournal.ui.today.notices import EmptyDay, TodayNotices
from homejournal.ui.today.open_questions import TodayAsked
from homejournal.ui.widgets.layout.focus import (
    leave_field,
)
from homejournal.ui.widgets.wrapping_labels import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from homejournal.domain.records.plan import Strategy
    from homejournal.domain.records.practices import DayMark
    from homejournal.domain.records.record import Kind
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.day_rows.answer_line import AnswerLine
    from homejournal.ui.day_rows.rating.timer import TodayTimer
    from homejournal.ui.day_rows.strategy_row import StrategyRow
    from homejournal.ui.today.welcome import FirstQuestions, Greeting


class TodayPage(Page):
    """The page of a day. No letter is a command on it: in a row it begins a note."""

    SHOWS: ClassVar[frozenset[Kind]] = KINDS_SHOWN

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._writing = TodayWriting(desk)
        self._state: TodayState | None = None
        self._timer: TodayTimer | None = None
        self._greeting: Greeting | None = None
        self._timed: RunningTimer | None = None
        """What a stopped timer says, which is to be filled in."""
        self._wants_focus = True
        """Whether the day, the child or the page was changed since the focus was given."""
        self._make_parts()
        self._connect()

    def _make_parts(self) -> None:
        desk, wording = self.desk, self._wording
        # In its place from the start: Qt looks up the style of each part anew wherever they move.
        self._column = DayColumn(self)
        self.header = TodayHeader(desk)
        self.notices = TodayNotices(wording)
        self.list = DayRows(desk, self._writing)
        self.moments = MomentsCard(desk, self._writing)
        self.others = OtherStrategies(wording)
        self.over = PauseOver(wording)
        self.asked = TodayAsked(desk)
        self.empty = EmptyDay(wording)
        self.end = EndOfDay(wording)
        self.first: FirstQuestions | None = None
        self._column.add(self.header, self.notices, self.list, self.empty, self.moments)
        self._column.add(self.others, self.over, self.asked, self.end)
        self._columns = DayColumns(desk, self, self._column, self.asked)

    def _connect(self) -> None:
        self.header.day_wanted.connect(self._on_day_wanted)
        self.header.wished.connect(self._on_wished)
        self.header.take_keys(self)
        self.notices.day_wanted.connect(self.set_day)
        self.notices.taken_back.connect(self._on_taken_back)
        self.empty.pressed.connect(self._on_strategy)
        self.list.days_wanted.connect(self._ask_days)
        self.list.reached.connect(self._column.show_whole)
        self.asked.asks_for.connect(self.asks_for)
        self.others.wanted.connect(self._on_other)
        self.over.wanted.connect(self._on_over)
        self.end.wished.connect(self._on_wished)
        self.end.strategy_wanted.connect(self._on_strategy)
        self._columns.visit_page_wanted.connect(self._on_visit_page)

    @property
    @override
    def title(self) -> str:
        return said.day_title(self._wording, self.day, self.desk.today())

    @property
    def rows(self) -> tuple[StrategyRow, ...]:
        self.list.complete()
        return self.list.rows

    @property
    def lines(self) -> tuple[AnswerLine, ...]:
        """Return the lines of all rows from top to bottom, one for each time."""
        self.list.complete()
        return self.list.lines

    @property
    @override
    def offers(self) -> Offers:
        return {
            Action.ADD_MOMENT: self.add_moment,
            Action.LEAVE_OUT_DAYS: self.days_out,
            Action.SHOW_TIMER: self.follow_timer,
        }

    # ------------------------------------------------------------------ what is shown

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        journal = self.desk.journal
        today, start = self.desk.today(), journal.settings.week_start
        period = days_needed(self.day, start)
        records = journal.days.between(self.child, *period)
        days = (self.day, today)
        self._writing.child, self._writing.day = self.child, self.day
        state = today_state(journal.family(), records, self.child, days, start)
        self._state = self._writing.asking(state)
        self._writing.photos.read(self._state)
        self._show(self._state)
        self._begin()
        self.asked.show_child(self.child)

    def _show(self, state: TodayState) -> None:
        """Show the day; what is being typed stays."""
        writable, first = self.desk.can_write, not self.list.rows
        if first:
            self._column.body.hide()  # laying out all of it once is faster than with each part
        self.header.show_state(state)
        self.list.show_rows(state.cards)
        self.moments.show_state(state)
        self.others.show_cards(state.others, writable=writable)
        self.over.show_strategies(state.pauses_over, writable=writable)
        self.notices.show_left_out(state.left_out, writable=writable)
        if state.day == state.today:
            self.notices.say_turned(None)
        else:
            self.notices.say_day(state.day if writable else None)
        self.empty.show_state(state, writable=writable)
        self.end.show_day(rows=bool(state.cards), writable=writable)
        self._ask_first(state)
        self._show_side()
        if first:
            self._column.show_body()

    def _ask_first(self, state: TodayState) -> None:
        """Ask who writes and from whom a strategy is, where nobody is known yet."""
        family = self.desk.journal.family()
        if self.first is None and family.writers and family.team:
            return  # most homes never need it
        if self.first is None:
            from homejournal.ui.today.welcome import FirstQuestions

            self.first = FirstQuestions(self.desk)
            self.first.left.connect(self.list.focus_first)
            # After all else, so that the answer after which it asks moves nothing.
            self._column.column.insertWidget(self._column.column.indexOf(self.end) + 1, self.first)
        self.first.show_state(state)

    @override
    def set_day(self, day: date) -> None:
        if day != self.day:
            self._leave_rows()
            self._wants_focus = True
        super().set_day(day)

    @override
    def open_at(self, place: object) -> None:
        """Open a day, or the row that a stopped timer is for."""
        if isinstance(place, RunningTimer):
            self._timed = place
            place = place.day
        super().open_at(place)
        self._begin()

    @override
    def page_entered(self) -> None:
        """Show the present day: another one is a choice that is made on the page."""
        if self._greeting is not None:
            self._greeting.dismiss_if_written()
        self.set_day(self.desk.today())

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self._leave_rows()
            self._wants_focus = True
            super().set_child(child)
            self._greet()

    @override
    def heard(self, kinds: frozenset[Kind] | None) -> None:
        if self._greeting is not None:
            self._greeting.written = True
        super().heard(kinds)

    @override
    def day_turned(self) -> None:
        """Turn to the new day, unless somebody is still writing about the old one."""
        today = self.desk.today()
        self._greet()
        if self.list.unsaved or self.moments.note.unsaved:
            self.notices.say_turned(self.day)
            self.refresh()
        elif self._state is not None and self._state.day == self._state.today:
            self.set_day(today)
        else:
            super().day_turned()

    @override
    def keep_typing(self) -> None:
        leave_field(self)
        super().keep_typing()
        self.list.keep_typing()
        self.moments.note.keep_typing()

    @override
    def at_risk(self) -> frozenset[str]:
        return super().at_risk() | self._writing.at_risk()

    def go_on_with(self, unfinished: Mapping[str, str]) -> None:
        """Show words that somebody else could not save, beside what stands there unfinished."""
        self.page_entered()
        self._leave_rows()
        self._wants_focus = True
        self._writing.take_up_drafts()
        for place, text in unfinished.items():
            own = self._writing.drafts.get(place, "")
            if text not in own:
                self._writing.keep_draft(place, "\n".join(filter(None, (own, text))))
        self.refresh()

    def _leave_rows(self) -> None:
        """Keep what is unsaved under its own day and child, and begin with empty rows."""
        self.keep_typing()
        self.list.clear()
        self.moments.note.clear()
        self.notices.say_turned(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Have a second column in a window that is wide enough, once everything is loaded."""
        wide = self.window().width() >= px(WIDE_FROM) and self._greeting is not None
        if self._columns.share(wide=wide):
            self._show_side()

    def _show_side(self) -> None:
        """Show beside the day what belongs there, and say the next visit once."""
        self.header.speak_of_visit(speak=not self._columns.are_two)
        if self._state is not None and self.child is not None:
            self._columns.show_day(self.child, self._state)

    # ------------------------------------------------------------------ once all is loaded

    @override
    def warmed(self) -> None:
        """Show photos, and bring back notes that were being typed when the window was closed."""
        self.asked.warmed()
        self._writing.take_up_drafts()
        self._make_timer()
        self._make_greeting()
        photos = self._writing.photos.begin(self._state)
        if self._state is None or not (photos or self._writing.drafts):
            return
        self.refresh()
        days = {day_of_draft(place) for place in self._writing.drafts} - {None, self.day}
        if days:
            self.notices.say_kept(min(day for day in days if day is not None))

    def _make_timer(self) -> None:
        from homejournal.ui.day_rows.rating.timer import TodayTimer

        self._timer = self._writing.timer = TodayTimer(self.desk, self)
        self._timer.changed.connect(self._on_timer)
        self._timer.stopped.connect(self._on_stopped)
        self._timer.tells.connect(self.tells)
        self.list.show_timer()

    def _make_greeting(self) -> None:
        from homejournal.ui.today.welcome import Greeting

        self._greeting = Greeting(self.desk, self.notices, self)
        self._greeting.day_wanted.connect(self.set_day)
        self._greeting.said.connect(self._on_greeted)
        self._greeting.fill_in_wanted.connect(self._on_fill_in)
        self._greet()
        self._share_width()

    def _greet(self) -> None:
        """Look at what was written last of the child."""
        if self._greeting is None:
            return
        self._greeting.look(self.child)
        if self.header.through != self._greeting.through:
            self.header.through = self._greeting.through
            self.header.show_again()

    def follow_timer(self) -> None:
        """Take notice that the timer was forgotten elsewhere."""
        self._begin()

    def _show_timer(self) -> None:
        """Show where the timer runs on the day, and fill in what a stopped one says in its row."""
        if self._timer is None:
            return
        self._timer.day = self.day
        self._timer.read()
        timing, self._timed = self._timed, None
        self.list.show_timer()
        if timing is None:
            return
        length = self.desk.journal.timer.length(timing)
        if (row := self.list.fill_in(timing, length)) is not None:
            self._column.show_whole(row)
            return
        text = self._wording.text
        self.tells.emit(text("The strategy that was timed is not on this day’s page any more."))

    def _on_timer(self) -> None:
        self.list.show_timer()
        self.wants.emit(Action.SHOW_TIMER)

    def _on_stopped(self, timing: RunningTimer) -> None:
        self._timed = timing
        self._show_timer()

    def _on_greeted(self) -> None:
        self._column.show_soon(self.notices)

    def _on_fill_in(self, left_off: date) -> None:
        self.asks_for.emit("week_grid", left_off)

    # ------------------------------------------------------------------ the focus

    def _begin(self) -> None:
        """Give the focus where it is wanted, once the page is on the screen.

        So the first key already means something: an answer, or a way on from an empty day.
        """
        if not self.isVisible() or self._state is None:
            return
        if self._wants_focus:
            self._wants_focus = False
            if self.list.rows:
                self.list.focus_first()
            else:
                self._begin_empty()
            self._column.begin_soon()
        self._show_timer()

    def _begin_empty(self) -> None:
        """Say why there are no rows, and begin at the first thing that can be done."""
        ways_on = (self.empty.button, *self.others.buttons, self.end.moment)
        shown = next((button for button in ways_on if button.isVisible()), None)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.empty, self.empty.text())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._wants_focus = True
        super().showEvent(event)
        self._begin()

    # ------------------------------------------------------------------ what a person asks for

    def add_moment(self) -> None:
        self.moments.open()
        self._column.show_soon(self.moments)

    def days_out(self) -> None:
        """Ask which days of all strategies are left out."""
        self._ask_days(None)

    def _ask_days(self, strategy: UUID | None) -> None:
        if self._state is None or self.child is None:
            return
        from homejournal.ui.day_rows.dialogs import LeftOutDialog

        dialog = LeftOutDialog(self.desk, self._writing, self)
        family = with_distinct_names(self.desk.journal.family(), self.child)
        dialog.ask_for(self.day, family.strategies_of(self.child), strategy)

    def _on_day_wanted(self, day: date) -> None:
        last = self.header.last_day(self._state) if self._state else self.desk.today()
        self.set_day(min(day, last))

    def _on_wished(self, action: DayAction) -> None:
        does: dict[DayAction, Callable[[], object]] = {
            DayAction.MOMENT: self.add_moment,
            DayAction.DAYS_OUT: self.days_out,
            DayAction.TOGETHER: partial(self.asks_for.emit, "together", self.day),
            DayAction.VISIT_PAGE: self._on_visit_page,
            DayAction.FRIDGE_WEEK: partial(self.wants.emit, Action.FRIDGE_WEEK),
            DayAction.WEEK_GRID: partial(self.wants.emit, Action.WEEK_GRID),
            DayAction.SHEET_PHOTO: partial(self.wants.emit, Action.SHEET_PHOTO),
            DayAction.FOR_HELPER: partial(self.wants.emit, Action.FOR_HELPER),
        }
        does[action]()

    def _on_visit_page(self) -> None:
        self.asks_for.emit("visit_page", None)

    def _on_strategy(self) -> None:
        self.wants.emit(Action.ADD_STRATEGY)

    def _on_over(self, strategy: Strategy) -> None:
        self.asks_for.emit("plan", strategy.id)

    def _on_taken_back(self, mark: DayMark) -> None:
        self._writing.take_back(mark)

    def _on_other(self, card: CardOfDay) -> None:
        self._writing.use_anyway(card)
        self.refresh()
        row = self.list.begin(card.strategy.id)
        if row is not None:
            self._column.show_soon(row)
