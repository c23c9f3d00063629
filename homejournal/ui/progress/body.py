"""What stands under the filter: one strategy, all of them, or why there is nothing to show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.looking_back.chart_series import Table
from homejournal.domain.records.family import Family
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.all_strategies import EverythingLook
from homejournal.ui.progress.counting_and_drawing import Counted
from homejournal.ui.progress.empty_state import Way
from homejournal.ui.progress.export.export_actions import ProgressOutput
from homejournal.ui.progress.one_strategy import StrategyLook
from homejournal.ui.progress.shown import Shown
from homejournal.ui.widgets.cards.notice import EmptyState


class ProgressBody(QWidget):
    """Its three parts stay and are filled anew; one of them is in sight."""

    way_wanted = Signal(object)
    """The Way out of an empty page that was pressed."""
    strategy_wanted = Signal(object)
    day_wanted = Signal(object)
    entries_wanted = Signal(object)

    def __init__(self, desk: Desk, output: ProgressOutput, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = desk.wording
        self.way: Way | None = None
        self.empty = EmptyState("seedling", "", "")
        self.one = StrategyLook(desk, output, self)
        self.all = EverythingLook(desk, output, self)
        self.empty.pressed.connect(self._on_way)
        self.all.strategy_wanted.connect(self.strategy_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for look in (self.one, self.all):
            look.day_wanted.connect(self.day_wanted)
            look.entries_wanted.connect(self.entries_wanted)
        for part in (self.empty, self.one, self.all):
            part.hide()
            column.addWidget(part)

    def show_counted(self, counted: Counted, family: Family, way: Way | None) -> None:
        """Show what was counted, or why there is nothing to show."""
        self.way = way
        look = self._look(counted)
        if way is not None:
            self.empty.set_texts(*way.words(self._wording))
        else:
            look.show_counted(counted, family)
        shown = look if way is None else self.empty
        # First what goes, then what comes: the page is never as high as both.
        for part in (self.empty, self.one, self.all):
            if part is not shown:
                part.hide()
        shown.show()

    def of(self, counted: Counted) -> tuple[tuple[Shown, ...], tuple[Table, ...]]:
        """Return the pictures in sight, and the open tables that belong to none."""
        look = self._look(counted)
        return look.shown(), look.tables()

    def in_short(self, counted: Counted) -> str:
        """Return what a screen reader says of what is shown."""
        if self.way is not None:
            title, sentence, _ = self.way.words(self._wording)
            return f"{title}. {sentence}"
        return self._look(counted).in_short()

    def _look(self, counted: Counted) -> StrategyLook | EverythingLook:
        return self.all if counted.asked.strategy is None else self.one

    def _on_way(self) -> None:
        self.way_wanted.emit(self.way)
