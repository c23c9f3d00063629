"""The grid of routines and strategies before it is printed."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.names.same_names import name_outside
from homejournal.domain.papers.routine_grid import RoutineGrid
from homejournal.texts.papers import printed_sheets as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.paper.preview_dialog import SheetDialog

if TYPE_CHECKING:
    from homejournal.reports.printer import Printed


class GridDialog(SheetDialog):
    """There is only the language and the paper to choose."""

    def __init__(self, desk: Desk, child: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.wording.text("Parts of the day and strategies"), parent)
        self._child, self._today = child, desk.today()

    @override
    def sheet(self) -> RoutineGrid | None:
        grid = self.desk.journal.sheets.grid(self._child, self._today)
        return replace(grid, language=self.chosen_language(), paper=self.chosen_paper())

    @override
    def file_words(self) -> tuple[str, str, date]:
        name = name_outside(self.desk.journal.family().children, self._child)
        return self.wording.text("Parts of the day"), name, self._today

    @override
    def told(self, sheet: "Printed") -> str:
        return said.grid_told(self.wording, sheet) if isinstance(sheet, RoutineGrid) else ""

    @override
    def said_of(self, sheet: "Printed", pages: int) -> str:
        return ""
