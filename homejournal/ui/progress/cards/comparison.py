"""What stands side by side: before and since a visit, routine by routine, time by time."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from homejournal.domain.days.periods import took_place
from homejournal.domain.looking_back.chart_series import Grouping, GroupSeries
from homejournal.domain.looking_back.look_back_values import AroundVisit, LookBack
from homejournal.domain.looking_back.make_look_back import by_visit
from homejournal.domain.names import visitor_names
from homejournal.domain.records.family import Family
from homejournal.domain.records.visits import Visit
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.chart_panel import ChartPanel
from homejournal.ui.progress.export import ProgressOutput
from homejournal.ui.progress.shown import GroupsShown
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.choices import DropDown
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Mapping


class AroundCard(Card):
    """Before and since a visit; where there are several, the newest one at first.

    Where nothing can be compared it says why, and a family without any visit does not see it.
    """

    visit_chosen = Signal()

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        text = desk.wording.text
        super().__init__(text("Before and since a visit"))
        self._wording = desk.wording
        self._back: LookBack | None = None
        self._around: Mapping[UUID, AroundVisit] = {}
        self.visit = DropDown[UUID]()
        self.visit.setAccessibleName(text("Visit"))
        self.visit.picked.connect(self._on_picked)
        self.why_not = WrapLabel("", "muted")
        self.panel = ChartPanel(desk, output, self.title())
        for part in (self.visit, self.why_not, self.panel):
            self.body.addWidget(part)

    def show_back(self, back: LookBack, family: Family) -> None:
        """Show the visits of the period that have days before and since, or why there is none."""
        other = self._back is None or self._back.written.strategy.id != back.written.strategy.id
        self._back = back
        self._around = {visit.visit.id: visit for visit in back.visits}
        chosen = None if other else self.visit.value()
        named = [
            (visit.visit.id, _named(self._wording, visit.visit, family)) for visit in back.visits
        ]
        self.visit.set_choices(named, chosen)
        self.visit.setVisible(len(named) > 1)
        self.panel.setVisible(bool(named))
        self.why_not.setText("" if named else self._why_not(back))
        self.why_not.setVisible(not named)
        today = back.written.frame.today
        self.setVisible(
            bool(named) or any(took_place(visit, today) for visit in back.written.visits)
        )
        self._show()

    def series(self) -> GroupSeries | None:
        """Return what is shown, or None if no visit has days before and since."""
        around = self._chosen()
        return by_visit(self._back, around) if self._back and around else None

    def of_visit(self, back: LookBack) -> LookBack:
        """Return a strategy as it was counted, with the chosen visit alone."""
        around = self._chosen()
        return replace(back, visits=(around,)) if around else back

    def _chosen(self) -> AroundVisit | None:
        visit = self.visit.value()
        return self._around.get(visit) if visit else None

    def _why_not(self, back: LookBack) -> str:
        text = self._wording.text
        if back.written.narrowed:
            return text("With a filter on, nothing is compared around a visit.")
        return text("These days have no visit with days before it. More days may show both sides.")

    def _show(self) -> None:
        series = self.series()
        if series is not None and self._back is not None:
            name = self._back.written.strategy.name
            self.panel.show_shown(GroupsShown(series=series, strategy=name, wording=self._wording))

    def _on_picked(self, _visit: object) -> None:
        self._show()
        self.visit_chosen.emit()


class GroupsCard(Card):
    """Routines or times of the day side by side, in no order of merit."""

    def __init__(self, desk: Desk, output: ProgressOutput, grouping: Grouping) -> None:
        text = desk.wording.text
        named = grouping is Grouping.ROUTINE
        super().__init__(text("By routine") if named else text("By time of day"))
        self._wording = desk.wording
        self.grouping = grouping
        self.panel = ChartPanel(desk, output, self.title())
        self.body.addWidget(self.panel)

    def show_groups(self, groups: "tuple[GroupSeries, ...]", name: str) -> None:
        """Show the groups of this kind; hidden where there are none."""
        mine = next((group for group in groups if group.grouping is self.grouping), None)
        self.setVisible(mine is not None)
        if mine is not None:
            self.panel.show_shown(GroupsShown(series=mine, strategy=name, wording=self._wording))


def _named(wording: Wording, visit: Visit, family: Family) -> str:
    who = wording.list_of([wording.own(name) for name in visitor_names(visit, family.team)])
    return wording.line_of((wording.day(visit.day), who))
