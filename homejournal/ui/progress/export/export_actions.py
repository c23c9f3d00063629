"""What leaves the Progress page: sheets as PDF or on paper, charts as files or copied."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from homejournal.domain.names.same_names import name_outside
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.ui.base.clipboard import copy
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.file_dialogs import documents, where_to_save
from homejournal.ui.kit.paper.printer import printer_for, put_on_paper, which_printer
from homejournal.ui.widgets.charts.copy_and_drag import ChartFiles, chart_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtPrintSupport import QPrinter

    from homejournal.domain.looking_back.chart_series import Table
    from homejournal.ui.progress.export.file_writing import ChartShown
    from homejournal.ui.progress.export.sheet_content import OnSheet

_ENDINGS = ("png", "svg", "pdf", "csv")


class ProgressOutput(QObject):
    """Each way ends with `done` and its words, or with `failed` and nothing lost."""

    done = Signal(str)
    failed = Signal(object)
    refused = Signal()
    """The printer did not take the sheet."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._text = desk.wording.text
        self.sheet: OnSheet | None = None
        """What is on screen now, without its charts and tables."""
        # What the open dialog is about; what is under way carries its own along.
        self._printed: OnSheet | None = None
        self._chart: ChartShown | None = None
        self._table: Table | None = None
        self._printer: QPrinter | None = None
        self._folder = documents()

    def save_sheet(self, sheet: "OnSheet") -> None:
        """Ask where to save the sheet as PDF, and save it there."""
        self._printed = sheet
        dialog = self._ask_where(self._text("Save as PDF"), [self._text("PDF (*.pdf)")], "pdf")
        dialog.fileSelected.connect(self._on_sheet_path)
        dialog.open()

    def save_chart(self, shown: "ChartShown") -> None:
        """Ask where to save a chart, and as what: a picture, a drawing, a PDF, or its table."""
        self._chart = replace(shown, sheet=self.sheet)
        dialog = self._ask_where(self._text("Save the chart"), self._kinds(), "png", shown.strategy)
        dialog.fileSelected.connect(self._on_chart_path)
        dialog.filterSelected.connect(self._on_kind)
        dialog.open()

    def save_table(self, table: "Table", strategy: str = "") -> None:
        """Ask where to save a table for spreadsheets, and save it there."""
        self._table = table
        kinds = [self._text("Table for a spreadsheet (*.csv)")]
        dialog = self._ask_where(self._text("Save the table"), kinds, "csv", strategy)
        dialog.fileSelected.connect(self._on_table_path)
        dialog.open()

    def copy_chart(self, shown: "ChartShown") -> None:
        """Put a chart on the clipboard, as a picture on white."""
        from homejournal.ui.progress.export.file_writing import copied_chart

        whole = replace(shown, sheet=self.sheet)
        self._start(partial(copied_chart, whole, self.name(shown.strategy)), self._on_copied)

    def print_sheet(self, sheet: "OnSheet") -> None:
        """Ask for a printer, and print the sheet."""
        self._printed = sheet
        self._printer = printer_for(sheet.paper, self.name())
        dialog = which_printer(self._printer, self._parent, self._text("Print"))
        dialog.accepted.connect(self._on_print)
        QDialog.open(dialog)

    def _kinds(self) -> list[str]:
        text = self._text
        return [
            text("Picture (*.png)"),
            text("Drawing (*.svg)"),
            text("PDF (*.pdf)"),
            text("Table for a spreadsheet (*.csv)"),
        ]

    def _ask_where(
        self, title: str, kinds: list[str], ending: str, strategy: str = ""
    ) -> QFileDialog:
        name = f"{self.name(strategy)}.{ending}"
        return where_to_save(self._parent, title, kinds, name, self._folder)

    def name(self, strategy: str = "") -> str:
        """Return a file name without ending: the child as the family says, no surname."""
        shown = self.sheet
        asked = shown.counted.asked.child if shown else None
        child = name_outside(shown.family.children, asked) if shown and asked else ""
        about = f"{child} {strategy}"
        return page_file_name(self._text("Progress"), about, self._desk.today())

    def _on_kind(self, kind: str) -> None:
        """Let a name without an ending get that of the chosen kind of file."""
        dialog, kinds = self.sender(), self._kinds()
        if isinstance(dialog, QFileDialog) and kind in kinds:
            dialog.setDefaultSuffix(_ENDINGS[kinds.index(kind)])

    def _on_sheet_path(self, chosen: str) -> None:
        from homejournal.ui.progress.export.file_writing import saved_sheet

        if self._printed is not None and chosen:
            self._folder = Path(chosen).parent
            work = partial(saved_sheet, self._printed, self._desk.wording, Path(chosen))
            self._start(work, self._on_saved)

    def _on_chart_path(self, chosen: str) -> None:
        from homejournal.ui.progress.export.file_writing import saved_chart

        path = Path(chosen)
        if self._chart is not None and chosen:
            if path.suffix.removeprefix(".").lower() not in _ENDINGS:
                path = path.with_name(f"{path.name}.png")
            self._folder = path.parent
            self._start(partial(saved_chart, self._chart, path), self._on_saved)

    def _on_table_path(self, chosen: str) -> None:
        from homejournal.ui.progress.export.file_writing import saved_table

        if self._table is not None and chosen:
            self._folder = Path(chosen).parent
            self._start(partial(saved_table, self._table, Path(chosen)), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self.done.emit(self._text("Saved as {file}", file=self._desk.wording.own(path.name)))

    def _on_copied(self, files: ChartFiles) -> None:
        copy(chart_data(files))
        self.done.emit(self._text("Copied as a picture"))

    def _on_print(self) -> None:
        from homejournal.ui.progress.export.file_writing import sheet_pictures

        if self._printed is not None and self._printer is not None:
            self._start(partial(sheet_pictures, self._printed, self._desk.wording), self._on_sheets)

    def _on_sheets(self, sheets: tuple[bytes, ...]) -> None:
        printer, self._printer = self._printer, None
        if printer is None:
            return
        if put_on_paper(printer, sheets):
            self.done.emit(self._text("Sent to the printer"))
        else:
            self.refused.emit()

    def _start(self, work: "Callable[..., Any]", done: "Callable[[Any], None]") -> None:
        self._desk.worker.start(work, done, self._on_failed)

    def _on_failed(self, failure: Exception) -> None:
        self.failed.emit(failure)
