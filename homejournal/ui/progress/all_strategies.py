"""All strategies of a child at once, under what was celebrated in these days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.looking_back.chart_series import Table
from homejournal.domain.records.family import Family
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.moments import FEW, CelebrationsCard
from homejournal.ui.progress.cards.strategy_rows import StrategyRows
from homejournal.ui.progress.counting_and_drawing import Counted
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.progress.shown import Shown
from homejournal.ui.widgets.layout.boxes import in_column


class EverythingLook(QWidget):
    """What was celebrated, and a row for each strategy."""

    strategy_wanted = Signal(object)
    day_wanted = Signal(object)
    entries_wanted = Signal(object)

    def __init__(self, desk: Desk, output: ProgressOutput, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = desk.wording
        self.rows = StrategyRows(desk, output)
        self.moments = CelebrationsCard(desk.wording, FEW)
        self.rows.wanted.connect(self.strategy_wanted)
        self.rows.day_wanted.connect(self.day_wanted)
        self.rows.entries_wanted.connect(self.entries_wanted)
        self.moments.wanted.connect(self.entries_wanted)
        in_column(self.moments, self.rows, gap=12, inside=self)

    def show_counted(self, counted: Counted, family: Family) -> None:
        """Show all strategies that fit the filter."""
        self.rows.show_counted(counted)
        firsts = [first for back in counted.backs for first in back.written.firsts]
        self.moments.show_moments(firsts, counted.celebrations, family)

    def shown(self) -> tuple[Shown, ...]:
        """Return no picture: each strategy is printed with its own."""
        return ()

    def tables(self) -> tuple[Table, ...]:
        """Return the table of days while it is open."""
        return self.rows.table.opened()

    def in_short(self) -> str:
        """Return what a screen reader says of what is shown."""
        return self._wording.count(
            "{n} strategy is shown.", "{n} strategies are shown.", len(self.rows.rows)
        )
