"""The bytes of charts, tables and sheets, and writing them: all on the worker's thread."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.looking_back.chart_series import Chart, Table, on_paper
from homejournal.exchange.files.read_and_save import safe_save
from homejournal.exchange.files.tables import table_csv
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.texts.progress_page import filtered_name
from homejournal.texts.wording import Wording
from homejournal.ui.kit.paper_output import printer
from homejournal.ui.progress.export.sheet_content import OnSheet, sheet_of
from homejournal.ui.widgets.charts.picture import ChartFiles

if TYPE_CHECKING:
    from homejournal.ui.base.worker import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartShown:
    """A chart that is saved or copied, of which strategy it is, and what a sheet says around it."""

    chart: Chart
    strategy: str
    wording: Wording
    sheet: OnSheet | None = None


def chart_bytes(shown: ChartShown, ending: str) -> bytes:
    """Return a chart as png, svg or pdf, or its table as csv; ValueError for anything else."""
    from homejournal.reports.charts.figures import FILE_LOOK, chart_png, chart_svg

    chart, wording, name = on_paper(shown.chart), shown.wording, _named(shown)
    match ending:
        case "png":
            return chart_png(chart, wording, FILE_LOOK, strategy=name)
        case "svg":
            return chart_svg(chart, wording, FILE_LOOK, strategy=name).encode()
        case "csv":
            return table_csv(chart_table(chart, wording, name))
        case "pdf" if shown.sheet is not None:
            sheet = replace(shown.sheet, charts=(shown.chart,), tables=())
            return printer().pdf(sheet_of(sheet, wording)).pdf
        case _:
            raise ValueError(ending)


def _named(shown: ChartShown) -> str:
    """Return the strategy, and what the filter leaves of it: nobody sees the page beside it."""
    if shown.sheet is None:
        return shown.strategy
    asked, family = shown.sheet.counted.asked, shown.sheet.family
    return filtered_name(shown.wording, shown.strategy, asked, family)


def chart_files(shown: ChartShown, name: str) -> ChartFiles:
    """Return a chart as it is copied or dragged: a PNG picture on white, and its words."""
    said = chart_alt(on_paper(shown.chart), shown.wording, table=False)
    return ChartFiles(name=f"{name}.png", png=chart_bytes(shown, "png"), text=said)


def write_chart(shown: ChartShown, path: Path) -> tuple[str, ...]:
    """Write a chart, or its table, as the ending of the file asks; no characters are replaced.

    Raises DiskFullError or DiskError.
    """
    safe_save(path, chart_bytes(shown, path.suffix.removeprefix(".").lower()))
    return ()


def write_table(table: Table, path: Path) -> tuple[str, ...]:
    """Write a table for spreadsheets; raises DiskFullError or DiskError."""
    safe_save(path, table_csv(table))
    return ()


def copied_chart(shown: ChartShown, name: str, _task: "Task") -> ChartFiles:
    """Draw a chart as it is copied."""
    return chart_files(shown, name)
