"""The days of a strategy, month by month or week by week, with a legend and their table."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from homejournal.domain.looking_back.look_back_values import DayShown, LookBack
from homejournal.reports.chart_words.tables import calendar_table
from homejournal.texts.day_page import capitalized
from homejournal.texts.progress_page import day_said, day_short, mark_legend
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.month_or_week import MonthOrWeek
from homejournal.ui.progress.cards.number_table import ShownTable
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.days.calendar import CalendarWords, DayCalendar
from homejournal.ui.widgets.days.marks import MarkLegend
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class CalendarCard(Card):
    """`day_wanted` carries the day that was clicked or entered."""

    day_wanted = Signal(object)

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        super().__init__(desk.wording.text("Day by day"))
        self._wording, self._journal = desk.wording, desk.journal
        self.view = MonthOrWeek(self._wording, desk.preferences)
        self.view.turned.connect(self._on_view)
        words = _words(self._wording, self.title())
        self.calendar = DayCalendar(words, self._journal.settings.week_start)
        self.calendar.day_chosen.connect(self.day_wanted)
        self._legend = Legend(self._wording)
        self.table = ShownTable(self._wording, output, self.title())
        does = FlowRow()
        does.add(self.table.button)
        for part in (self.view, self.calendar, self._legend, does, self.table):
            self.body.addWidget(part)

    def show_back(self, back: LookBack, today: date) -> None:
        """Show the days of a strategy."""
        days = {shown.day: shown for shown in back.days}
        self.view.follow()
        self.calendar.set_weekly(self.view.weekly)
        self.calendar.set_week_start(self._journal.settings.week_start)
        self.calendar.set_days(days, back.written.frame.period, today)
        self._legend.show_days(back.days)
        name = back.written.strategy.name
        self.table.show_table(partial(calendar_table, back, self._wording), name)

    def _on_view(self) -> None:
        self.calendar.set_weekly(self.view.weekly)


class Legend(MarkLegend):
    """The marks that are in sight, and no others."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._shown: list[tuple[DayShown, str]] = []

    def show_days(self, days: Iterable[DayShown]) -> None:
        """Explain the marks that these days have."""
        marks = mark_legend(self._wording, days)
        if marks != self._shown:
            self._shown = marks
            self.set_marks([(shown, capitalized(words)) for shown, words in marks])


def _words(wording: Wording, name: str) -> CalendarWords:
    text = wording.text
    return CalendarWords(
        name=name,
        earlier=text("The month before"),
        later=text("The month after"),
        earlier_week=text("The week before"),
        later_week=text("The week after"),
        month=wording.month,
        week=wording.between,
        weekday=wording.short_weekday,
        spoken=partial(_spoken, wording),
        short=partial(day_short, wording),
    )


def _spoken(wording: Wording, shown: DayShown) -> str:
    return capitalized(day_said(wording, shown))
