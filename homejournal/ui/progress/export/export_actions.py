"""What leaves the Progress page: sheets as PDF or on paper, charts as files or copied."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from homejournal.domain.names import name_outside
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.ui.base.clipboard import copy
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.paper_output import FileWish, PaperOutput
from homejournal.ui.progress.export.file_writing import (
    ToWrite,
    copied_chart,
    write_chart,
    write_table,
)
from homejournal.ui.progress.export.sheet_content import sheet_of
from homejournal.ui.widgets.charts.picture import ChartFiles, chart_data

if TYPE_CHECKING:
    from homejournal.domain.looking_back.chart_series import Table
    from homejournal.ui.progress.export.sheet_content import OnSheet
    from homejournal.ui.progress.shown import Shown


class ProgressOutput(PaperOutput):
    """Lets what the page shows leave it; `done` is about nothing but its words."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.sheet: OnSheet | None = None
        """What is on screen now, without its pictures and tables."""

    def save_sheet(self, sheet: "OnSheet") -> None:
        """Ask where to save the sheet as PDF, and save it there."""
        self.save(self.pdf_wish(partial(sheet_of, sheet, self._wording), self.name()))

    def save_chart(self, shown: "Shown") -> None:
        """Ask where to save a chart, and as what: a picture, a drawing, a PDF, or its table."""
        text = self._wording.text
        whole = ToWrite(shown=shown, sheet=self.sheet)
        self.save(
            FileWish(
                about=None,
                name=self.name(shown.strategy),
                title=text("Save the chart"),
                kinds=(
                    (text("Picture (*.png)"), "png"),
                    (text("Drawing (*.svg)"), "svg"),
                    (text("PDF (*.pdf)"), "pdf"),
                    (text("Table for a spreadsheet (*.csv)"), "csv"),
                ),
                write=partial(write_chart, whole),
            )
        )

    def save_table(self, table: "Table", strategy: str = "") -> None:
        """Ask where to save a table for spreadsheets, and save it there."""
        self.save(
            FileWish(
                about=None,
                name=self.name(strategy),
                title=self._wording.text("Save the table"),
                kinds=((self._wording.text("Table for a spreadsheet (*.csv)"), "csv"),),
                write=partial(write_table, table),
            )
        )

    def copy_chart(self, shown: "Shown") -> None:
        """Put a chart on the clipboard, as a picture on white."""
        whole = ToWrite(shown=shown, sheet=self.sheet)
        work = partial(copied_chart, whole, self.name(shown.strategy))
        self._desk.worker.start(work, self._on_copied, self._on_failed)

    def print_sheet(self, sheet: "OnSheet") -> None:
        """Ask for a printer, and print the sheet."""
        self.print(partial(sheet_of, sheet, self._wording), sheet.paper, self.name())

    def tell(self, words: str) -> None:
        """Say that something was done with what the page shows."""
        self.done.emit(None, words, ())

    def name(self, strategy: str = "") -> str:
        """Return a file name without ending: the child as the family says, no surname."""
        shown = self.sheet
        asked = shown.counted.asked.child if shown else None
        child = name_outside(shown.family.children, asked) if shown and asked else ""
        about = f"{child} {strategy}"
        return page_file_name(self._wording.text("Progress"), about, self._desk.today())

    def _on_copied(self, files: ChartFiles) -> None:
        copy(chart_data(files))
        self.tell(self._wording.text("Copied as a picture"))
