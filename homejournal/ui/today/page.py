"""Today: everything planned on a day, one click or one key each, and the way to other days."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names import with_distinct_names
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.practices import DayMark
from homejournal.domain.records.record import Kind
from homejournal.domain.today.day_page import KINDS_SHOWN, TodayState, days_needed, today_state
from homejournal.domain.today.strategy_cards import day_of_draft
from homejournal.texts import day_page as said
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.day_cards.saving import TodayWriting
from homejournal.ui.day_cards.strategy_card import StrategyCard
from homejournal.ui.today.body import TodayParts
from homejournal.ui.today.first_focus import FirstFocus
from homejournal.ui.today.moments import MomentsCard
from homejournal.ui.widgets.layout.focus import leave_field

if TYPE_CHECKING:
    from homejournal.ui.today.after_loading import TodayLater


class TodayPage(Page):
    """The page of a day. No letter is a command on it: on a card it begins a note."""

    SHOWS: ClassVar[frozenset[Kind]] = KINDS_SHOWN

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._writing = TodayWriting(desk)
        self._state: TodayState | None = None
        self._later: TodayLater | None = None
        self._parts = TodayParts(desk, self._writing, self)
        self._focus = FirstFocus(self._parts.list, self._parts, self)
        self._connect()
        self._parts.fill(self)

    @property
    @override
    def title(self) -> str:
        return said.day_title(self._wording, self.day, self.desk.today())

    @property
    def cards(self) -> tuple[StrategyCard, ...]:
        """Return the cards from top to bottom."""
        return self._parts.list.cards

    @property
    def moments(self) -> MomentsCard:
        return self._parts.moments

    def _connect(self) -> None:
        parts = self._parts
        parts.header.day_wanted.connect(self._on_day_wanted)
        parts.header.moment_wanted.connect(self.add_moment)
        parts.header.visit_page_wanted.connect(self._on_visit_page)
        parts.header.days_out_wanted.connect(self.days_out)
        parts.header.asks_for.connect(self.asks_for)
        parts.header.take_keys(self)
        parts.notices.day_wanted.connect(self.set_day)
        parts.notices.taken_back.connect(self._on_taken_back)
        parts.empty.pressed.connect(self._on_plan)
        parts.list.days_wanted.connect(self._ask_days)
        parts.list.reached.connect(parts.show_whole)
        parts.asked.asks_for.connect(self.asks_for)
        parts.others.wanted.connect(self._on_other)
        parts.paper.wants.connect(self.wants)

    @property
    @override
    def offers(self) -> Offers:
        return {
            Action.ADD_MOMENT: self.add_moment,
            Action.LEAVE_OUT_DAYS: self.days_out,
            Action.SHOW_TIMER: self.follow_timer,
        }

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
        self._state = today_state(journal.family(), records, self.child, days, start)
        self._writing.photos.read(self._state)
        self._parts.show_state(self._state)
        self._begin()
        self._parts.asked.show_child(self.child)

    @override
    def set_day(self, day: date) -> None:
        if day != self.day:
            self._leave_cards()
            self._focus.wanted = True
        super().set_day(day)

    @override
    def open_at(self, place: object) -> None:
        """Open a day, or the card that a stopped timer is for."""
        super().open_at(self._later.day_of(place) if self._later else place)
        self._begin()

    @override
    def page_entered(self) -> None:
        """Show the present day: another one is a choice that is made on the page."""
        self.set_day(self.desk.today())

    def _begin(self) -> None:
        """Give the focus where it is wanted, once the page is on the screen."""
        if self.isVisible() and self._state is not None:
            self._focus.give(self._parts.ways_on)
            if self._later is not None:
                self._later.show_day(self.day)

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self._leave_cards()
            self._focus.wanted = True
            super().set_child(child)
            self._greet()

    @override
    def heard(self, kinds: frozenset[Kind] | None) -> None:
        if self._later is not None:
            self._later.heard()
        super().heard(kinds)

    @override
    def day_turned(self) -> None:
        """Turn to the new day, unless somebody is still writing about the old one."""
        today = self.desk.today()
        self._greet()
        if self._writing_now():
            self._parts.notices.say_turned(self.day)
            self.refresh()
        elif self._state is not None and self._state.day == self._state.today:
            self.set_day(today)
        else:
            super().day_turned()

    @override
    def warmed(self) -> None:
        """Show photos, and bring back notes that were being typed when the window was closed."""
        self._parts.asked.warmed()
        self._writing.take_up_drafts()
        self._make_later()
        photos = self._writing.photos.begin(self._state)
        if self._state is None or not (photos or self._writing.drafts):
            return
        self.refresh()
        days = {day_of_draft(place) for place in self._writing.drafts} - {None, self.day}
        if days:
            self._parts.notices.say_kept(min(day for day in days if day is not None))

    def go_on_with(self, unfinished: Mapping[str, str]) -> None:
        """Show words that somebody else could not save, beside what stands there unfinished."""
        self.page_entered()
        self._leave_cards()
        self._focus.wanted = True
        self._writing.take_up_drafts()
        for place, text in unfinished.items():
            own = self._writing.drafts.get(place, "")
            if text not in own:
                self._writing.keep_draft(place, "\n".join(filter(None, (own, text))))
        self.refresh()

    def _make_later(self) -> None:
        from homejournal.ui.today.after_loading import TodayLater

        parts = (self._parts.list, self._parts.header, self._parts.notices, self._focus)
        self._later = TodayLater(self.desk, self._writing, parts)
        self._later.asks_for.connect(self.asks_for)
        self._later.wants.connect(self.wants)
        self._later.tells.connect(self.tells)
        self._later.day_wanted.connect(self.set_day)
        self._greet()

    def follow_timer(self) -> None:
        """Take notice that the timer was forgotten elsewhere."""
        self._begin()

    def _greet(self) -> None:
        if self._later is not None:
            self._later.greet(self.child)

    @override
    def keep_typing(self) -> None:
        leave_field(self)
        super().keep_typing()
        self._parts.list.keep_typing()
        self._parts.moments.note.keep_typing()

    @override
    def at_risk(self) -> frozenset[str]:
        return super().at_risk() | self._writing.at_risk()

    def add_moment(self) -> None:
        """Open the field for a note without a strategy."""
        self._parts.moments.open()
        self._focus.see(self._parts.moments)

    def _writing_now(self) -> bool:
        return self._parts.list.unsaved or self._parts.moments.note.unsaved

    def _leave_cards(self) -> None:
        """Keep what is unsaved under its own day and child, and begin with empty cards."""
        self.keep_typing()
        self._parts.list.clear()
        self._parts.moments.note.clear()
        self._parts.notices.say_turned(None)

    def _on_day_wanted(self, day: date) -> None:
        last = self._parts.header.last_day(self._state) if self._state else self.desk.today()
        self.set_day(min(day, last))

    def _on_visit_page(self) -> None:
        self.asks_for.emit("visit_page", None)

    def _on_plan(self) -> None:
        self.asks_for.emit("plan", None)

    def days_out(self) -> None:
        """Ask which days of all strategies are left out."""
        self._ask_days(None)

    def _ask_days(self, strategy: UUID | None) -> None:
        if self._state is None or self.child is None:
            return
        from homejournal.ui.day_cards.leave_out_days_dialog import LeftOutDialog

        dialog = LeftOutDialog(self.desk, self._writing, self)
        family = with_distinct_names(self.desk.journal.family(), self.child)
        dialog.ask_for(self.day, family.strategies_of(self.child), strategy)

    def _on_taken_back(self, mark: DayMark) -> None:
        self._writing.take_back(mark)

    def _on_other(self, strategy: Strategy) -> None:
        self._writing.did_it_anyway(strategy)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._focus.wanted = True
        self._parts.list.ask_anew()
        super().showEvent(event)
        self._begin()
