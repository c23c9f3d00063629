"""The head of Today: which day it is, the way to other days, who is writing, what comes next."""

from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from homejournal.domain.records.family import active_children
from homejournal.domain.today.day_page import TodayState
from homejournal.texts import day_page as said
from homejournal.texts.display_names import people_to_choose
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.day_rows.menus import MOST_IN_MENU, ChoiceMenu
from homejournal.ui.day_rows.who_did_it import NEW_PERSON
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.day_navigation import (
    DaySign,
    LateLine,
    StripDay,
    WeekStrip,
    take_day_keys,
    take_today_key,
)
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homejournal.ui.base.desk import Desk
    from homejournal.ui.widgets.fields.date_and_time import CalendarPopup

_YEARS_BACK = 365 * 6
_NEAR_DAYS = 3
"""So many days before a visit Today speaks of it."""
_MOST_LETTERS = 60


class WriterMenu(ChoiceMenu):
    """Who is writing at this computer."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        super().__init__(desk.wording.text("Who is writing?"), "")
        set_look(self, "chip")

    def show_writer(self) -> None:
        """Show who it is, if anybody was said."""
        helpers = dict(people_to_choose(self._desk.wording, self._desk.journal.family()))
        helper = self._desk.helper
        self.setVisible(bool(helpers))
        text = self._desk.wording.text
        # The strip of days would change its line with a shorter name.
        names = (short_name(name, _MOST_LETTERS) for name in helpers.values())
        self.keep_room([text("Who is writing?"), *names])
        if helper is None:
            self.set_words(text("Who is writing?"))
        else:
            name = short_name(helpers[helper], _MOST_LETTERS)
            self.set_words(name)
            self.setAccessibleName(text("{name} is writing", name=self._desk.wording.own(name)))

    @override
    def open_menu(self) -> None:
        """Open the menu, or the list to search in where many people write."""
        names = people_to_choose(self._desk.wording, self._desk.journal.family())
        if len(names) > MOST_IN_MENU:
            title = self._desk.wording.text("Who is writing?")
            self.find_name(self._desk.wording, title, [*names, *self._new()], self._desk.helper)
        else:
            super().open_menu()

    @override
    def fill(self, menu: QMenu) -> None:
        people = people_to_choose(self._desk.wording, self._desk.journal.family())
        for helper, name in people:
            action = self.offer(short_name(name, _MOST_LETTERS), helper)
            action.setCheckable(True)
            action.setChecked(helper == self._desk.helper)
        for value, name in ((None, self._desk.wording.text("Not chosen")), *self._new()):
            self.offer(name, value)

    def _new(self) -> "tuple[tuple[str, str], ...]":
        """Return the line that adds somebody, where the journal can be written."""
        name = self._desk.wording.text("Somebody new…")
        return ((NEW_PERSON, name),) if self._desk.can_write else ()

    @override
    def picked(self, value: object) -> None:
        if value == NEW_PERSON:
            from homejournal.ui.records.writers_dialog import ask_for_new  # Today is there at once

            ask_for_new(self._desk, self.window(), self.picked)
            return
        helpers = self._desk.journal.family().writers
        self._desk.preferences.helper = next((one for one in helpers if one == value), None)
        self.show_writer()
        self._desk.editing.setting_changed.emit("people")  # other pages say who writes, too


class DayAction(Enum):
    """What stands behind the three dots of the day."""

    MOMENT = auto()
    DAYS_OUT = auto()
    GO_TO_TODAY = auto()
    TOGETHER = auto()
    VISIT_PAGE = auto()
    FRIDGE_WEEK = auto()
    WEEK_GRID = auto()
    SHEET_PHOTO = auto()
    FOR_HELPER = auto()


class DayMenu(ChoiceMenu):
    """All that is done with a day now and then; `wished` carries a DayAction."""

    wished = Signal(object)

    def __init__(self, wording: "Wording") -> None:
        text = wording.text
        self._said = {
            DayAction.GO_TO_TODAY: text("Go to today"),
            DayAction.MOMENT: text("Write down a moment"),
            DayAction.DAYS_OUT: text("Left out for a few days…"),
            DayAction.TOGETHER: text("All children together"),
            DayAction.VISIT_PAGE: text("Visit page"),
            DayAction.FRIDGE_WEEK: text("On paper: a week for the fridge…"),
            DayAction.WEEK_GRID: text("Type in a week from paper…"),
            DayAction.SHEET_PHOTO: text("Add a photo of a sheet…"),
            DayAction.FOR_HELPER: text("Today for a helper…"),
        }
        self._offers: frozenset[DayAction] = frozenset()
        super().__init__("", "")
        set_look(self, "icon")
        set_icon(self, "dots", "muted", 20)
        name = text("More for this day")
        self.setAccessibleName(name)
        self.setToolTip(plain(name))

    @override
    def set_words(self, text: str) -> None:
        """Its words are an icon."""

    def allow(self, actions: "Iterable[DayAction]") -> None:
        self._offers = frozenset(actions)

    @override
    def fill(self, menu: QMenu) -> None:
        for action, words in self._said.items():
            if action in self._offers:
                self.offer(words, action)

    @override
    def picked(self, value: object) -> None:
        self.wished.emit(value)


class TodayHeader(QWidget):
    """Shows the head of a `TodayState`; its signals say what a person asked for."""

    day_wanted = Signal(object)
    wished = Signal(object)
    """DayAction."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        text = self._wording.text
        self._title = RowLabel("", "title")
        self.calendar = make_button("", "chevron-down", self._on_calendar, look="text")
        self.calendar.setAccessibleDescription(text("Choose a day"))
        self.calendar.let_wrap()
        self._late = LateLine(desk)
        self.writer = WriterMenu(desk)
        self.menu = DayMenu(desk.wording)
        self.strip = WeekStrip(text("The week before"), text("The week after"), text("open now"))
        self._next = WrapLabel("", most=400)
        page = make_button(text("See the visit page"), on=self._on_visit_page)
        page.let_wrap()
        self._coming = TwoEnds(self._next, page, wraps=True)
        self._speaks = True
        self._popup: CalendarPopup | None = None
        self._shown: TodayState | None = None
        self.through: date | None = None
        """The newest day with an entry: it can be reached, whatever the clock says."""
        self.strip.chosen.connect(self.day_wanted)
        self.strip.earlier.connect(self._on_week_before)
        self.strip.later.connect(self._on_week_after)
        self.menu.wished.connect(self._on_wished)
        self._build()

    def _build(self) -> None:
        names = in_column(self._title, self.calendar, self._late, gap=0)
        names.setAlignment(self.calendar, Qt.AlignmentFlag.AlignLeading)
        days = FlowRow(self.strip, self.writer, self.menu, gap=8)
        self.strip.setMinimumWidth(1)
        in_column(TwoEnds(names, days), self._coming, gap=8, inside=self)

    def take_keys(self, page: QWidget) -> None:
        """Let Alt and an arrow go to another day, and Alt and Home to today, from wherever."""
        take_day_keys(page, self.step_back, self.step_on, self._wording.direction)
        take_today_key(page, self.go_to_today)

    def show_state(self, state: TodayState) -> None:
        """Show the day, its week and the next visit where it is near."""
        self._shown = state
        wording = self._wording
        self._title.setText(said.day_title(wording, state.day, state.today))
        # Neither the weekday, which the strip shows, nor a year that is clear: the strip of days
        # keeps its place beside it.
        this_year = state.day.year == state.today.year
        self.calendar.setText((wording.day_without_year if this_year else wording.day)(state.day))
        self.calendar.setAccessibleName(said.capitalized(wording.full_day(state.day)))
        self._late.show_day(state.day)
        self.strip.set_days([self._strip_day(state, one.day) for one in state.week], state.day)
        for day, one in zip(self.strip.day_buttons, state.week, strict=True):
            day.setEnabled(one.day <= self.last_day(state))
        self.strip.set_later_possible(state.week[-1].day < self.last_day(state))
        coming = state.next_visit
        near = coming is not None and (coming.visit.day - state.today).days <= _NEAR_DAYS
        self._coming.setVisible(near and self._speaks)
        if coming is not None and near:
            self._next.setText(said.next_visit(wording, coming, state.today))
        self.writer.show_writer()
        self._offer(state)

    def speak_of_visit(self, *, speak: bool) -> None:
        """Speak of a visit that is near, or leave it to what stands beside the day."""
        if speak != self._speaks:
            self._speaks = speak
            self.show_again()

    def _offer(self, state: TodayState) -> None:
        several = len(active_children(self._desk.journal.family())) > 1
        may = {
            DayAction.GO_TO_TODAY: state.day != state.today,
            DayAction.MOMENT: self._desk.can_write,
            DayAction.DAYS_OUT: self._desk.can_write,
            DayAction.TOGETHER: several,
            DayAction.SHEET_PHOTO: self._desk.can_write,
            DayAction.FOR_HELPER: self._desk.can_write,
        }
        self.menu.allow(action for action in DayAction if may.get(action, True))

    def show_again(self) -> None:
        """Show the same day again: what can be reached has changed."""
        if self._shown is not None:
            self.show_state(self._shown)

    def last_day(self, state: TodayState) -> date:
        """Return the last day that can be opened."""
        return max(state.today, state.day, self.through or state.today)

    def step(self, days: int) -> None:
        """Ask for a day before or after, but for none that is still to come."""
        state = self._shown
        if state is not None and state.day + timedelta(days=days) <= self.last_day(state):
            self.day_wanted.emit(state.day + timedelta(days=days))

    def _strip_day(self, state: TodayState, day: date) -> StripDay:
        one = next(day_of_week for day_of_week in state.week if day_of_week.day == day)
        wording = self._wording
        return StripDay(
            day=day,
            name=said.capitalized(wording.short_weekday(day)),
            number=wording.number(day.day),
            mark=DaySign.USED_ANYWAY if one.used_anyway else DaySign[one.state.name],
            spoken=said.day_of_strip(wording, one, later=one.later and day > self.last_day(state)),
            is_today=day == state.today,
        )

    def step_back(self) -> None:
        self.step(-1)

    def step_on(self) -> None:
        self.step(1)

    def _on_week_before(self) -> None:
        self.step(-7)

    def _on_week_after(self) -> None:
        if self._shown is not None:
            last = self.last_day(self._shown)
            self.day_wanted.emit(min(self._shown.day + timedelta(days=7), last))

    def go_to_today(self) -> None:
        self.day_wanted.emit(self._desk.today())

    def _on_visit_page(self) -> None:
        self.wished.emit(DayAction.VISIT_PAGE)

    def _on_wished(self, action: object) -> None:
        if action is DayAction.GO_TO_TODAY:
            self.go_to_today()
        else:
            self.wished.emit(action)

    def _on_calendar(self) -> None:
        state, text = self._shown, self._wording.text
        if state is None:
            return
        if self._popup is None:
            from homejournal.ui.widgets.fields.date_and_time import CalendarPopup

            names = (text("Choose a day"), text("The month before"), text("The month after"))
            self._popup = CalendarPopup(*names, self)
            self._popup.chosen.connect(self.day_wanted)
        first = state.today - timedelta(days=_YEARS_BACK)
        self._popup.open_below(
            self.calendar, state.day, min(first, state.day), self.last_day(state)
        )
