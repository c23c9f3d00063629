"""One strategy looked back at: a column of cards, from the words to the finer detail."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import Grouping, Table
from homejournal.domain.records.family import Family
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.chart import ChartCard
from homejournal.ui.progress.cards.comparison import AroundCard, GroupsCard
from homejournal.ui.progress.cards.header import StrategyHead
from homejournal.ui.progress.cards.moments import CelebrationsCard
from homejournal.ui.progress.cards.more_detail import MoreCard
from homejournal.ui.progress.counting_and_drawing import Counted
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.progress.shown import Shown
from homejournal.ui.widgets.layout.boxes import in_column

if TYPE_CHECKING:
    from homejournal.domain.looking_back.look_back_values import LookBack


class StrategyLook(QWidget):
    """The cards stay and are filled anew, so that switching strategies does not flicker."""

    day_wanted = Signal(object)
    entries_wanted = Signal(object)
    """The Period whose entries a person wants to read."""

    def __init__(self, desk: Desk, output: ProgressOutput, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = desk.wording
        self._back: LookBack | None = None
        self.head = StrategyHead(desk.wording)
        self.chart = ChartCard(desk, output)
        self.around = AroundCard(desk, output)
        self.routines = GroupsCard(desk, output, Grouping.ROUTINE)
        self.slots = GroupsCard(desk, output, Grouping.SLOT)
        self.moments = CelebrationsCard(desk.wording)
        self.more = MoreCard(desk.wording)
        self.around.visit_chosen.connect(self._on_visit)
        self.chart.panel.days_wanted.connect(self._on_days)
        self.around.panel.days_wanted.connect(self.entries_wanted)
        self.moments.wanted.connect(self.entries_wanted)
        in_column(
            self.head, self.chart, self.around, self.routines, self.slots, self.moments, self.more,
            gap=16, inside=self,
        )  # fmt: skip

    def show_counted(self, counted: Counted, family: Family) -> None:
        """Show the one strategy that was counted."""
        back = counted.backs[0]
        strategy = back.written.strategy
        self.head.show_back(back, family)
        self.chart.show_counted(counted)
        self.around.show_back(back, family)
        for card in (self.routines, self.slots):
            card.show_groups(counted.groups, strategy.name)
        self.moments.show_moments(back.written.firsts, counted.celebrations, family)
        self._back = back
        self._on_visit()

    def shown(self) -> tuple[Shown, ...]:
        """Return the pictures in sight, from top to bottom."""
        cards = (self.chart, self.around, self.routines, self.slots)
        in_sight = (one for one in cards if not (one.isHidden() or one.panel.isHidden()))
        return tuple(card.panel.shown for card in in_sight if card.panel.shown is not None)

    def tables(self) -> tuple[Table, ...]:
        """Return no table: each of them stands beside its picture."""
        return ()

    def _on_days(self, days: Period) -> None:
        """Open a day, or the entries of more of them."""
        if days.start == days.end:
            self.day_wanted.emit(days.start)
        else:
            self.entries_wanted.emit(days)

    def _on_visit(self) -> None:
        """Let the finer detail speak of the visit that is chosen above it."""
        if self._back is not None:
            self.more.show_back(self.around.of_visit(self._back))

    def in_short(self) -> str:
        """Return what a screen reader says of what is shown."""
        told = (self.head.title(), self.head.days.text(), self.chart.panel.headline.text())
        return ". ".join(dict.fromkeys(told))
