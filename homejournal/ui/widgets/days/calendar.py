"""The days of one strategy as a month or a week, to choose one; where keys lead in it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period, WeekStart, days_into_week, week_of
from homejournal.ui.widgets.buttons.button import icon_button
from homejournal.ui.widgets.days.day_models import DAY_ROLE, SHOWN_ROLE, WeeksModel
from homejournal.ui.widgets.days.grid import DayTable
from homejournal.ui.widgets.days.marks import CalendarDelegate
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from homejournal.domain.looking_back.look_back_values import DayShown


_Key = Qt.Key
_WEEK = 7
_DAYS = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -_WEEK, _Key.Key_Down: _WEEK}
_PAGES = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
MOVING = frozenset({*_DAYS, *_PAGES, _Key.Key_Home, _Key.Key_End})
"""The keys that lead to another day."""


def whole_month(day: date) -> Period:
    last = monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last))


def whole_week(day: date, start: WeekStart) -> Period:
    first = week_of(day, start)
    return Period(first, date.fromordinal(first.toordinal() + _WEEK - 1))


def weeks_over(days: Period, start: WeekStart) -> tuple[date, int]:
    """Return the first day of the weeks that hold these days, and how many weeks they are."""
    lead = days_into_week(days.start, start)
    count = days.end.toordinal() - days.start.toordinal() + 1 + lead
    return week_of(days.start, start), -(-count // _WEEK)


def months_on(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_by_key(key: Qt.Key, day: date, shown: Period, *, weekly: bool, mirrored: bool) -> date:
    """Return the day that a key leads to from a day; `shown` are the days of the page."""
    if key == _Key.Key_Home:
        return shown.start
    if key == _Key.Key_End:
        return shown.end
    if key in _PAGES:
        pages = _PAGES[key]
        return _days_on(day, pages * _WEEK) if weekly else months_on(day, pages)
    turned = mirrored and key in {_Key.Key_Left, _Key.Key_Right}
    return _days_on(day, -_DAYS[key] if turned else _DAYS[key])


def _days_on(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)


_MONTH_ROW, _WEEK_ROW = 58, 144
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """What a calendar says; days come in as they are shown, words come out.

    `earlier` and `later` name the buttons to the month before and after, `earlier_week` and
    `later_week` those to the weeks. `spoken` says a day with its state in full ("Sunday, March 22:
    did it, 2 of 2 times"), `short` its state in a word or two for the week view. `month` and
    `week` (of the first and last day) are the headings, `weekday` a short name.
    """

    name: str
    earlier: str
    later: str
    earlier_week: str
    later_week: str
    month: Callable[[date], str]
    week: Callable[[date, date], str]
    weekday: Callable[[date], str]
    spoken: Callable[[DayShown], str]
    short: Callable[[DayShown], str]


class _CalendarTable(DayTable):
    """Passes on the keys that move to another day, which may stand on another page."""

    moved = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in MOVING and not event.modifiers() & _COMMANDS:
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)


class DayCalendar(QWidget):
    """A month, or a week with words, of a period's days.

    Arrows move by days and weeks, Page Up and Page Down by months (weeks in the week view), Home
    and End to the first and last day shown; Enter, Space or a click choose: ``day_chosen`` carries
    the date. Days outside the period, or outside the mapping, are faint and have no state.
    """

    day_chosen = Signal(object)

    def __init__(
        self, words: CalendarWords, week_start: WeekStart, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._start = words, week_start
        self._days: Mapping[date, DayShown] = {}
        self._period: Period | None = None
        self._weekly = False
        self._day = date(2000, 1, 1)
        # Before the table, so that Tab passes them in the order in which they are seen.
        self._earlier = icon_button("chevron-left", words.earlier, self)
        self._later = icon_button("chevron-right", words.later, self)
        self._model = WeeksModel(words.weekday, words.spoken, self)
        self._delegate = CalendarDelegate(words.short, self)
        self._table = _CalendarTable(_MONTH_ROW, self)
        self._table.verticalHeader().hide()
        self._table.setModel(self._model)
        self._table.setItemDelegate(self._delegate)
        self._table.setAccessibleName(words.name)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.picked.connect(self._on_picked)
        self._table.moved.connect(self._on_moved)
        self._build()
        self.setFocusProxy(self._table)

    def _build(self) -> None:
        self._earlier.clicked.connect(self._turn_back)
        self._later.clicked.connect(self._turn_on)
        self._heading = WrapLabel("", "strong", self)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = in_row(self._earlier, self._heading, self._later, grow=self._heading)
        in_column(head, self._table, gap=6, inside=self)

    @property
    def table(self) -> DayTable:
        """The days themselves."""
        return self._table

    def day(self) -> date:
        """Return the day that the keyboard is on."""
        return self._day

    def heading(self) -> str:
        """Return the words above the days: the month or the week that is shown."""
        return self._heading.text()

    def set_days(
        self, days: Mapping[date, DayShown], period: Period, today: date | None = None
    ) -> None:
        """Show the days of a period; `today` is underlined.

        The month and day shown before stay where the period still holds them; else its last ones
        are shown.
        """
        had = self._period is not None
        self._days, self._period, self._delegate.today = days, period, today
        day = self._day if had and period.start <= self._day <= period.end else period.end
        self._show(day)

    def set_week_start(self, week_start: WeekStart) -> None:
        """Begin the weeks on another day."""
        if week_start != self._start:
            self._start = week_start
            self._show(self._day)

    def set_weekly(self, weekly: bool) -> None:  # noqa: FBT001
        """Show a week with words, or a month."""
        if weekly == self._weekly:
            return
        self._weekly = self._delegate.large = weekly
        self._table.set_row_height(_WEEK_ROW if weekly else _MONTH_ROW)
        said = self._words
        names = (said.earlier_week, said.later_week) if weekly else (said.earlier, said.later)
        for button, name in zip((self._earlier, self._later), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._show(self._day)

    def _show(self, day: date) -> None:
        if self._period is None:
            return
        self._day = min(max(day, self._period.start), self._period.end)
        page = self._page()
        first, weeks = weeks_over(page, self._start)
        inside = Period(max(page.start, self._period.start), min(page.end, self._period.end))
        self._model.show_days(self._days, first, weeks, inside)
        said = self._words
        self._heading.setText(said.week(*page) if self._weekly else said.month(page.start))
        self._earlier.setEnabled(page.start > self._period.start)
        self._later.setEnabled(page.end < self._period.end)
        self._table.setCurrentIndex(self._model.index_of(self._day))
        self._table.fit()

    def _page(self) -> Period:
        """Return the month or the week of the day."""
        return whole_week(self._day, self._start) if self._weekly else whole_month(self._day)

    def _go(self, key: Qt.Key) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._show(day_by_key(key, self._day, self._page(), weekly=self._weekly, mirrored=mirrored))

    def _on_moved(self, key: int) -> None:
        self._go(Qt.Key(key))

    def _turn_back(self) -> None:
        self._turn(Qt.Key.Key_PageUp)

    def _turn_on(self) -> None:
        self._turn(Qt.Key.Key_PageDown)

    def _turn(self, key: Qt.Key) -> None:
        """Show another page by a button, which keeps the focus: so the heading is said."""
        self._go(key)
        announce(self, self.heading())

    def _on_picked(self, index: QModelIndex) -> None:
        if index.data(SHOWN_ROLE) is not None:
            self._day = index.data(DAY_ROLE)
            self.day_chosen.emit(self._day)
