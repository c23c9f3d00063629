"""The bytes of pictures, tables and sheets, and writing them: all on the worker's thread."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.looking_back.chart_series import Table
from homejournal.exchange.read_and_save import safe_save
from homejournal.exchange.tables import table_csv
from homejournal.texts.progress_page import filtered_name
from homejournal.texts.wording import Wording
from homejournal.ui.kit.paper_output import printer
from homejournal.ui.progress.export.sheet_content import OnSheet, sheet_of
from homejournal.ui.progress.shown import Shown
from homejournal.ui.widgets.charts.picture import ChartFiles

if TYPE_CHECKING:
    from homejournal.ui.base.worker import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class ToWrite:
    """A picture that is saved, copied or dragged, and what a sheet says around it."""

    shown: Shown
    sheet: OnSheet | None = None

    @property
    def wording(self) -> Wording:
        """The words of the page."""
        return self.shown.wording

    @property
    def name(self) -> str:
        """The strategy, and what the filter leaves of it: nobody sees the page beside it."""
        if self.sheet is None:
            return self.shown.strategy
        asked, family = self.sheet.counted.asked, self.sheet.family
        return filtered_name(self.wording, self.shown.strategy, asked, family)


def bytes_of(wish: ToWrite, ending: str) -> bytes:
    """Return a picture as png, svg or pdf, or its tables as csv; ValueError for anything else."""
    if ending == "pdf" and wish.sheet is not None:
        sheet = replace(wish.sheet, shown=(wish.shown,), tables=())
        return printer().pdf(sheet_of(sheet, wish.wording)).pdf
    return wish.shown.file(ending, wish.name)


def chart_files(wish: ToWrite, name: str) -> ChartFiles:
    """Return a picture as it is copied or dragged: a PNG on white, and its words."""
    png = bytes_of(wish, "png")
    return ChartFiles(name=f"{name}.png", png=png, text=wish.shown.in_words())


def write_chart(wish: ToWrite, path: Path) -> tuple[str, ...]:
    """Write a picture, or its tables, as the ending of the file asks; no characters are replaced.

    Raises DiskFullError or DiskError.
    """
    safe_save(path, bytes_of(wish, path.suffix.removeprefix(".").lower()))
    return ()


def write_table(table: Table, path: Path) -> tuple[str, ...]:
    """Write a table for spreadsheets; raises DiskFullError or DiskError."""
    safe_save(path, table_csv(table))
    return ()


def copied_chart(wish: ToWrite, name: str, _task: "Task") -> ChartFiles:
    """Draw a picture as it is copied."""
    return chart_files(wish, name)
