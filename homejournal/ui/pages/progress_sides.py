"""What stands side by side: before and since a visit, routine by routine, time by time."""

from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.family import Family
from homejournal.domain.group_series import Grouping, GroupSeries
from homejournal.domain.look_back import AroundVisit, LookBack
from homejournal.domain.looking_back import by_visit
from homejournal.domain.visits import Visit
from homejournal.texts.wording import Wording
from homejournal.ui.desk import Desk
from homejournal.ui.pages.progress_output import ProgressOutput
from homejournal.ui.pages.progress_panel import ChartPanel
from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.choose_box import ChooseBox

if TYPE_CHECKING:
    from collections.abc import Mapping


class AroundCard(Card):
    """Before and since a visit; where there are several, the newest one at first."""

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        text = desk.wording.text
        super().__init__(text("Before and since a visit"))
        self._wording = desk.wording
        self._back: LookBack | None = None
        self._around: Mapping[UUID, AroundVisit] = {}
        self.visit = ChooseBox()
        self.visit.setAccessibleName(text("Visit"))
        self.visit.picked.connect(self._show)
        self.panel = ChartPanel(desk, output, self.title())
        self.body.addWidget(self.visit)
        self.body.addWidget(self.panel)

    def show_back(self, back: LookBack, family: Family) -> None:
        """Show the visits of the period that have days before and since; hidden without any."""
        other = self._back is None or self._back.written.strategy.id != back.written.strategy.id
        self._back = back
        self._around = {one.visit.id: one for one in back.visits}
        chosen = None if other else self.visit.value()
        named = [(one.visit.id, _named(self._wording, one.visit, family)) for one in back.visits]
        self.visit.set_choices(named, chosen)
        self.visit.setVisible(len(named) > 1)
        self.setVisible(bool(named))
        self._show()

    def series(self) -> GroupSeries | None:
        """Return what is shown, or None where no visit has days before and since."""
        visit = self.visit.value()
        around = self._around.get(visit) if isinstance(visit, UUID) else None
        return by_visit(self._back, around) if self._back and around else None

    def _show(self, _visit: object = None) -> None:
        series = self.series()
        if series is not None and self._back is not None:
            self.panel.show_chart(series, self._back.written.strategy.name)


class GroupsCard(Card):
    """Routines or times of the day side by side, in no order of merit."""

    def __init__(self, desk: Desk, output: ProgressOutput, grouping: Grouping) -> None:
        text = desk.wording.text
        named = grouping is Grouping.ROUTINE
        super().__init__(text("By routine") if named else text("By time of day"))
        self.grouping = grouping
        self.panel = ChartPanel(desk, output, self.title())
        self.body.addWidget(self.panel)

    def show_groups(self, groups: "tuple[GroupSeries, ...]", name: str) -> None:
        """Show the groups of this kind; hidden where there are none."""
        mine = next((one for one in groups if one.grouping is self.grouping), None)
        self.setVisible(mine is not None)
        if mine is not None:
            self.panel.show_chart(mine, name)


def _named(wording: Wording, visit: Visit, family: Family) -> str:
    people = [family.team[one].name for one in visit.people if one in family.team]
    who = wording.list_of([wording.own(name) for name in people])
    return wording.line_of((wording.day(visit.day), who))
