"""All strategies of a child at once: their days side by side, then one card for each."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from homejournal.domain.family import Family
from homejournal.domain.look_back import DayShown, LookBack
from homejournal.domain.numbers import Period
from homejournal.texts.progress import day_said
from homejournal.texts.wording import Wording
from homejournal.ui.desk import Desk
from homejournal.ui.models.days_model import DayRow
from homejournal.ui.pages.progress_calendar import Legend, month_or_week
from homejournal.ui.pages.progress_looking import Counted
from homejournal.ui.pages.progress_moments import MomentsCard
from homejournal.ui.pages.progress_rows import StrategyRows
from homejournal.ui.theme import px
from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.day_pages import whole_month, whole_week
from homejournal.ui.widgets.icon_button import icon_button
from homejournal.ui.widgets.label import line_label
from homejournal.ui.widgets.speak import announce
from homejournal.ui.widgets.strategy_grid import StrategyGrid

_DAY = timedelta(days=1)


class EverythingLook(QWidget):
    """The grid, a card for each strategy, and what was celebrated."""

    strategy_wanted = Signal(object)
    day_wanted = Signal(object)
    entries_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._wording = desk.wording
        self.grid = GridCard(desk)
        self.rows = StrategyRows(desk.wording)
        self.moments = MomentsCard(desk.wording)
        self.grid.day_wanted.connect(self.day_wanted)
        self.rows.wanted.connect(self.strategy_wanted)
        self.moments.wanted.connect(self.entries_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for part in (self.grid, self.rows, self.moments):
            column.addWidget(part)

    def show_counted(self, counted: Counted, family: Family) -> None:
        """Show all strategies that fit the filter."""
        self.grid.show_backs(counted.backs, counted.asked.period)
        self.rows.show_backs(counted.backs, counted.headlines)
        firsts = [one for back in counted.backs for one in back.written.firsts]
        self.moments.show_moments(firsts, counted.celebrations, family)

    def in_short(self) -> str:
        """Return what a screen reader says of what is shown."""
        return self._wording.count(
            "{n} strategy is shown.", "{n} strategies are shown.", len(self.rows.rows)
        )


class GridCard(Card):
    """A month or a week of days, a row for each strategy."""

    day_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        text = desk.wording.text
        super().__init__(text("All strategies, day by day"))
        self._wording = desk.wording
        self._start = desk.journal.settings.week_start
        self._backs: Sequence[LookBack] = ()
        self._period: Period | None = None
        self._day: date | None = None
        self.view = month_or_week(self._wording)
        self.view.chosen.connect(self._show)
        self.earlier = icon_button("chevron-left", "")
        self.later = icon_button("chevron-right", "")
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self._heading = line_label("", "strong")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grid = StrategyGrid(
            text("All strategies, day by day"), _column, partial(_spoken, self._wording)
        )
        self.grid.chosen.connect(self._on_chosen)
        self._legend = Legend(self._wording)
        head = QHBoxLayout()
        head.addWidget(self.earlier)
        head.addWidget(self._heading, 1)
        head.addWidget(self.later)
        self.body.addWidget(self.view)
        self.body.addLayout(head)
        self.body.addWidget(self.grid)
        self.body.addWidget(self._legend)

    def show_backs(self, backs: Sequence[LookBack], period: Period) -> None:
        """Show these strategies; the month or week shown before stays where it still can."""
        self._backs = backs
        if period != self._period or self._day is None:
            self._day = period.end
        self._period = period
        self._show()

    def _show(self, _weekly: object = None) -> None:
        period, day = self._period, self._day
        if period is None or day is None:
            return
        weekly = bool(self.view.choice())
        page = whole_week(day, self._start) if weekly else whole_month(day)
        inside = Period(max(page.start, period.start), min(page.end, period.end))
        rows = [_row(back, inside) for back in self._backs]
        self.grid.set_rows(rows, page)
        self._legend.show_days(shown for row in rows for shown in row.days.values())
        said = self._wording
        self._heading.setText(said.between(*page) if weekly else said.month(page.start))
        self.earlier.setEnabled(page.start > period.start)
        self.later.setEnabled(page.end < period.end)
        text = said.text
        names = (text("The week before"), text("The week after"))
        if not weekly:
            names = (text("The month before"), text("The month after"))
        for button, name in zip((self.earlier, self.later), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _turn(self, *, back: bool) -> None:
        if self._day is None:
            return
        weekly = bool(self.view.choice())
        page = whole_week(self._day, self._start) if weekly else whole_month(self._day)
        self._day = page.start - _DAY if back else page.end + _DAY
        self._show()
        announce(self, self._heading.text())

    def _on_earlier(self) -> None:
        self._turn(back=True)

    def _on_later(self) -> None:
        self._turn(back=False)

    def _on_chosen(self, cell: tuple[object, date]) -> None:
        self.day_wanted.emit(cell[1])


def _spoken(wording: Wording, name: str, shown: DayShown) -> str:
    return wording.line_of((wording.own(name), day_said(wording, shown)))


def _row(back: LookBack, inside: Period) -> DayRow:
    strategy = back.written.strategy
    days = {one.day: one for one in back.days if inside.start <= one.day <= inside.end}
    return DayRow(id=strategy.id, name=strategy.name, days=days)


def _column(day: date) -> str:
    return str(day.day)
