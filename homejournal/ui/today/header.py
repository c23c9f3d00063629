"""The head of Today: which day it is, the way to other days, who is writing, what comes next."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.records.family import active_children
from homejournal.domain.today.day_page import TodayState
from homejournal.texts import day_page as said
from homejournal.texts.display_names import people_to_choose
from homejournal.texts.wording import short_name
from homejournal.ui.day_cards.after_midnight import LateLine
from homejournal.ui.day_cards.menus import MOST_IN_MENU, ChoiceMenu
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.button import icon_button
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.days.day_navigation import (
    DaySign,
    StripDay,
    WeekStrip,
    take_day_keys,
    take_today_key,
)
from homejournal.ui.widgets.layout.boxes import TwoEnds
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.widgets.fields.date_and_time import CalendarPopup

_YEARS_BACK = 365 * 6
_WIDE = 600
_MOST_LETTERS = 60


class WriterMenu(ChoiceMenu):
    """Who is writing at this computer."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        super().__init__(desk.wording.text("Who is writing?"), "")

    def show_writer(self) -> None:
        """Show who it is, if anybody was said."""
        helpers = dict(people_to_choose(self._desk.wording, self._desk.journal.family()))
        helper = self._desk.helper
        self.setVisible(bool(helpers))
        text = self._desk.wording.text
        if helper is None:
            self.set_words(text("Who is writing?"))
        else:
            name = self._desk.wording.own(short_name(helpers[helper], _MOST_LETTERS))
            self.set_words(text("{name} is writing", name=name))

    @override
    def open_menu(self) -> None:
        """Open the menu, or the list to search in where many people write."""
        names = people_to_choose(self._desk.wording, self._desk.journal.family())
        if len(names) > MOST_IN_MENU:
            title = self._desk.wording.text("Who is writing?")
            self.find_name(self._desk.wording, title, names, self._desk.helper)
        else:
            super().open_menu()

    @override
    def fill(self, menu: QMenu) -> None:
        people = people_to_choose(self._desk.wording, self._desk.journal.family())
        for helper, name in people:
            action = self.offer(short_name(name, _MOST_LETTERS), helper)
            action.setCheckable(True)
            action.setChecked(helper == self._desk.helper)
        self.offer(self._desk.wording.text("Not chosen"), None)

    @override
    def picked(self, value: object) -> None:
        helpers = self._desk.journal.family().writers
        self._desk.preferences.helper = next((one for one in helpers if one == value), None)
        self.show_writer()
        self._desk.editing.setting_changed.emit("people")  # other pages say who writes, too


class TodayHeader(QWidget):
    """Shows the head of a `TodayState`; its signals say what a person asked for."""

    day_wanted = Signal(object)
    moment_wanted = Signal()
    visit_page_wanted = Signal()
    days_out_wanted = Signal()
    asks_for = Signal(str, object)
    """The page of all children, at the day that is shown."""

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wording = desk, desk.wording
        text = self._wording.text
        self._title = RowLabel("", "title")
        self._date = WrapLabel("", "muted")
        self._late = LateLine(desk)
        self.writer = WriterMenu(desk)
        self._before = icon_button("chevron-left", text("The day before"))
        self._after = icon_button("chevron-right", text("The day after"))
        self._calendar = icon_button("calendar", text("Choose a day"))
        self._today = WordButton(text("Go to today"))
        self.moment = self._button("plus", text("Add a moment"))
        self._visit_page = self._button("printer", text("Visit page"))
        self._days_out = self._button("calendar-event", text("Left out for a few days"), "muted")
        self.strip = WeekStrip(text("The week before"), text("The week after"), text("open now"))
        self._actions = FlowRow(gap=10)
        self._together: QPushButton | None = None
        self._next = WrapLabel("", "muted", most=400)
        self._popup: CalendarPopup | None = None
        self._shown: TodayState | None = None
        self.through: date | None = None
        """The newest day with an entry: it can be reached, whatever the clock says."""
        self._connect()
        self._build()

    def _connect(self) -> None:
        self._before.clicked.connect(self.step_back)
        self._after.clicked.connect(self.step_on)
        self._calendar.clicked.connect(self._on_calendar)
        self._today.clicked.connect(self.go_to_today)
        self.moment.clicked.connect(self.moment_wanted)
        self._visit_page.clicked.connect(self.visit_page_wanted)
        self._days_out.clicked.connect(self.days_out_wanted)
        self.strip.chosen.connect(self.day_wanted)
        self.strip.earlier.connect(self._on_week_before)
        self.strip.later.connect(self._on_week_after)

    def _build(self) -> None:
        steps, days = FlowRow(gap=2), FlowRow(gap=2)
        steps.add(self._before, self._after, self._calendar)
        days.add(self._title, steps, self._today)
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(days)
        names.addWidget(self._date)
        names.addWidget(self._late)
        for button in (self._days_out, self._today):
            set_look(button, "link")
        self._actions.add(self.moment, self._visit_page, self.writer, self._days_out)
        self.strip.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(TwoEnds(names, self.strip))
        column.addWidget(self._actions)
        column.addWidget(self._next)

    def _button(self, icon: str, text: str, ink: str = "text") -> QPushButton:
        button = WordButton(text)
        set_icon(button, icon, ink, 18)
        return button

    def take_keys(self, page: QWidget) -> None:
        """Let Alt and an arrow go to another day, and Alt and Home to today, from wherever."""
        take_day_keys(page, self.step_back, self.step_on, self._wording.direction)
        take_today_key(page, self.go_to_today)

    def show_state(self, state: TodayState) -> None:
        """Show the day, its week and the next visit."""
        self._shown = state
        wording = self._wording
        self._title.setText(said.day_title(wording, state.day, state.today))
        self._date.setText(said.capitalized(wording.full_day(state.day)))
        self._late.show_day(state.day)
        self.strip.set_days(
            [self._strip_day(state, day_of_week.day) for day_of_week in state.week], state.day
        )
        for day, day_of_week in zip(self.strip.day_buttons, state.week, strict=True):
            day.setEnabled(day_of_week.day <= self.last_day(state))
        self._after.setEnabled(state.day < self.last_day(state))
        self.strip.set_later_possible(state.week[-1].day < self.last_day(state))
        self._today.setVisible(state.day != state.today)
        self._next.setVisible(state.next_visit is not None)
        if state.next_visit is not None:
            self._next.setText(said.next_visit(wording, state.next_visit, state.today))
        self.writer.show_writer()
        self._show_together()
        for button in (self.moment, self._days_out):
            button.setEnabled(self._desk.can_write)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has its place elsewhere, so that the first card is on the screen."""
        super().resizeEvent(event)
        self._visit_page.setVisible(self._is_wide())
        self._days_out.setVisible(self._is_wide())
        self._show_together()

    def _is_wide(self) -> bool:
        return self.width() >= px(_WIDE)

    def _show_together(self) -> None:
        """Lead to all children where there are several; most homes never need this button."""
        several = len(active_children(self._desk.journal.family())) > 1
        if several and self._together is None:
            self._together = WordButton(self._wording.text("All children together"))
            set_look(self._together, "link")
            self._together.clicked.connect(self._on_together)
            self._actions.add(self._together)
        if self._together is not None:
            self._together.setVisible(several and self._is_wide())

    def _on_together(self) -> None:
        self.asks_for.emit("together", self._shown.day if self._shown else None)

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
        """Ask for the day before."""
        self.step(-1)

    def step_on(self) -> None:
        """Ask for the day after."""
        self.step(1)

    def _on_week_before(self) -> None:
        self.step(-7)

    def _on_week_after(self) -> None:
        if self._shown is not None:
            last = self.last_day(self._shown)
            self.day_wanted.emit(min(self._shown.day + timedelta(days=7), last))

    def go_to_today(self) -> None:
        """Ask for today."""
        self.day_wanted.emit(self._desk.today())

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
            self._calendar, state.day, min(first, state.day), self.last_day(state)
        )
