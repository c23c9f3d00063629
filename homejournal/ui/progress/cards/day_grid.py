"""The days of all strategies side by side, a month or a week of them, with their table."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import DayShown, LookBack
from homejournal.reports.chart_words.tables import days_table
from homejournal.texts.progress_page import day_said
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.calendar import Legend
from homejournal.ui.progress.cards.month_or_week import MonthOrWeek
from homejournal.ui.progress.cards.number_table import ShownTable
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.widgets.buttons.button import icon_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.days.calendar import whole_month, whole_week
from homejournal.ui.widgets.days.day_models import DayRow
from homejournal.ui.widgets.days.grid import StrategyGrid
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce, plain

_DAY = timedelta(days=1)


class GridCard(Card):
    """Only days of the period are shown, a row for each strategy."""

    day_wanted = Signal(object)

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        text = desk.wording.text
        super().__init__(text("All strategies, day by day"))
        self._wording = desk.wording
        self._journal = desk.journal
        self._backs: Sequence[LookBack] = ()
        self._period: Period | None = None
        self._day: date | None = None
        self.view = MonthOrWeek(self._wording, desk.preferences)
        self.view.turned.connect(self._show)
        self.earlier = icon_button("chevron-left", "")
        self.later = icon_button("chevron-right", "")
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.heading = WrapLabel("", "strong")
        self.heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grid = StrategyGrid(self.title(), _column, partial(_spoken, self._wording))
        self.grid.chosen.connect(self._on_chosen)
        self._legend = Legend(self._wording)
        self.table = ShownTable(self._wording, output, self.title())
        self._add_parts()

    def _add_parts(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.earlier)
        head.addWidget(self.heading, 1)
        head.addWidget(self.later)
        does = FlowRow()
        does.add(self.table.button)
        self.body.addWidget(self.view)
        self.body.addLayout(head)
        for part in (self.grid, self._legend, does, self.table):
            self.body.addWidget(part)

    def show_backs(self, backs: Sequence[LookBack], period: Period) -> None:
        """Show these strategies; the month or week shown before stays where it still can."""
        self._backs, self._period = backs, period
        day = self._day
        if day is None or not period.start <= day <= period.end:
            self._day = period.end
        self.view.follow()
        self._show()

    def _page(self, day: date) -> Period:
        start = self._journal.settings.week_start
        return whole_week(day, start) if self.view.weekly else whole_month(day)

    def _show(self) -> None:
        period, day = self._period, self._day
        if period is None or day is None:
            return
        page, said = self._page(day), self._wording
        inside = Period(max(page.start, period.start), min(page.end, period.end))
        rows = [_row(back, inside, self._wording) for back in self._backs]
        self.grid.set_rows(rows, inside)
        self._legend.show_days(shown for row in rows for shown in row.days.values())
        self.table.show_table(partial(days_table, self._backs, inside, said))
        self.heading.setText(said.between(*page) if self.view.weekly else said.month(page.start))
        self._allow(Period(period.start, period.end), page)
        text = said.text
        names = (text("The week before"), text("The week after"))
        if not self.view.weekly:
            names = (text("The month before"), text("The month after"))
        for button, name in zip((self.earlier, self.later), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(plain(name))

    def _allow(self, period: Period, page: Period) -> None:
        """Enable what is possible; a button that the keyboard is on hands it to the other one."""
        ways = (
            (self.earlier, page.start > period.start, self.later),
            (self.later, page.end < period.end, self.earlier),
        )
        for button, possible, _ in ways:
            if possible:
                button.setEnabled(True)
        for button, possible, other in ways:
            if button.hasFocus() and not possible:
                (other if other.isEnabled() else self.grid).setFocus()
            button.setEnabled(possible)

    def _turn(self, *, back: bool) -> None:
        if self._day is None:
            return
        page = self._page(self._day)
        self._day = page.start - _DAY if back else page.end + _DAY
        self._show()
        announce(self, self.heading.text())

    def _on_earlier(self) -> None:
        self._turn(back=True)

    def _on_later(self) -> None:
        self._turn(back=False)

    def _on_chosen(self, cell: tuple[object, date]) -> None:
        self.day_wanted.emit(cell[1])


def _spoken(wording: Wording, name: str, shown: DayShown) -> str:
    return wording.line_of((wording.own(name), day_said(wording, shown)))


def _row(back: LookBack, inside: Period, wording: Wording) -> DayRow:
    strategy = back.written.strategy
    days = {day.day: day for day in back.days if inside.start <= day.day <= inside.end}
    return DayRow(id=strategy.id, name=wording.own(strategy.name), days=days)


def _column(day: date) -> str:
    return str(day.day)
