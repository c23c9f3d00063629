"""What leaves the Progress page: sheets as PDF or on paper, charts as files, copied or dragged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import age_on
from homejournal.domain.looking_back.chart_series import Table
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.names import name_outside, on_paper
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.family import Family
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.values import AgeInMonths, Sentence, SuggestedBy
from homejournal.domain.visit_page.choices import page_file_name
from homejournal.exchange.read_and_save import safe_save
from homejournal.exchange.tables import table_csv
from homejournal.reports.papers.chart_sheet import ChartSheet, SheetPart, chart_part, row_parts
from homejournal.texts.labels import child_on_paper
from homejournal.texts.progress_page import filter_said, filtered_name
from homejournal.texts.wording import Wording
from homejournal.ui.base.clipboard import copy
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.worker import NewestOnly, Worker, on_worker
from homejournal.ui.kit.paper_output import FileWish, PaperOutput, printer
from homejournal.ui.progress.counting_and_drawing import Counted, has_something
from homejournal.ui.progress.shown import RowShown, Shown
from homejournal.ui.widgets.charts.picture import (
    ChartFiles,
    DragHandle,
    chart_data,
    drag_chart,
)


class ChartDrag(QObject):
    """Begins to draw when the handle is pressed, because a drag cannot wait for a picture."""

    failed = Signal(object)
    """The exception, where the chart could not be drawn for it."""

    def __init__(
        self, worker: "Worker", handle: DragHandle, wanted: "Callable[[], ToWrite | None]"
    ) -> None:
        super().__init__(handle)
        self._handle, self._wanted = handle, wanted
        self._files: ChartFiles | None = None
        self._waits = False
        self._folder: QTemporaryDir | None = None
        self._drawing = NewestOnly(worker, chart_files, self)
        self._drawing.done.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        handle.pressed.connect(self._on_pressed)
        handle.dragged.connect(self._on_dragged)

    def _on_pressed(self) -> None:
        self._files, self._waits = None, False
        wish = self._wanted()
        if wish is not None:
            self._drawing.want(wish)

    def _on_dragged(self) -> None:
        self._waits = self._files is None
        if self._files is not None:
            self._carry(self._files)

    def _on_drawn(self, _wish: object, files: ChartFiles) -> None:
        self._files = files
        held = bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        if self._waits and held:
            self._carry(files)

    def _on_failed(self, _wish: object, failure: Exception) -> None:
        self._waits = False
        self.failed.emit(failure)

    def _carry(self, files: ChartFiles) -> None:
        self._waits = False
        self._folder = QTemporaryDir()  # the file must stay until the other program has read it
        drag_chart(self._handle, chart_data(files, self._folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSheet:
    """What the page shows, as far as it can be printed.

    Of one strategy `shown` are the pictures on screen; `tables` are those that are open without a
    picture.
    """

    counted: Counted
    family: Family
    today: date
    paper: Paper
    example: bool = False
    shown: tuple[Shown, ...] = ()
    tables: tuple[Table, ...] = ()


def sheet_of(shown: OnSheet, wording: Wording) -> ChartSheet:
    """Return the sheet; no note is on it, and so no private one."""
    asked = shown.counted.asked
    family = on_paper(shown.family, asked.child)
    child = family.children[asked.child]
    age = age_on(child.born, child.due, asked.period.end)
    back = shown.counted.backs[0] if asked.strategy is not None else None
    parts = _of_one(shown, wording) if back else _of_all(shown, wording)
    tables = (SheetPart(title=table.title, table=table) for table in shown.tables)
    words = filter_said(wording, asked, family)
    return ChartSheet(
        child=child_on_paper(wording, child),
        period=asked.period,
        printed=shown.today,
        age=AgeInMonths(*age) if age else None,
        strategy=back.written.strategy.name if back else "",
        suggested=_suggested(back, family) if back else None,
        filter_words=(words,) if words else (),
        parts=(*parts, *tables),
        paper=shown.paper,
        language=wording.language,
        example=shown.example,
    )


def _suggested(back: LookBack, family: Family) -> SuggestedBy | None:
    return suggested_by(back.written.strategy, back.written.steps, family.team, back.written.visits)


def _of_one(shown: OnSheet, wording: Wording) -> Iterator[SheetPart]:
    """Yield what is on screen; the days are told once."""
    days: tuple[Sentence, ...] = (days_headline(shown.counted.backs[0]),)
    for one in shown.shown:
        if isinstance(one, RowShown):
            yield from row_parts(one.back, one.rows, wording)
        else:
            said = headline(one.series)
            yield chart_part(one.series, wording, headline=said, days=days)
        days = ()


def _of_all(shown: OnSheet, wording: Wording) -> Iterator[SheetPart]:
    """Yield each strategy on which something is written, under its name, without its tables."""
    rows = shown.counted.rows
    for at, back in enumerate(shown.counted.backs):
        if rows is not None and has_something(back):
            part = next(iter(row_parts(back, rows.alone(at), wording)))
            yield replace(part, title=wording.own(back.written.strategy.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToWrite:
    """A picture that is saved, copied or dragged, and what a sheet says around it."""

    shown: Shown
    sheet: OnSheet | None
    file: str
    """The name of its file, without ending."""

    @property
    def wording(self) -> Wording:
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


def chart_files(wish: ToWrite) -> ChartFiles:
    """Return a picture as it is copied or dragged: a PNG on white, and its words."""
    png = bytes_of(wish, "png")
    return ChartFiles(name=f"{wish.file}.png", png=png, text=wish.shown.in_words())


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


class ProgressOutput(PaperOutput):
    """Lets what the page shows leave it; `done` is about nothing but its words."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.sheet: OnSheet | None = None
        """What is on screen now, without its pictures and tables."""

    def save_sheet(self, sheet: OnSheet) -> None:
        self.save(self.pdf_wish(partial(sheet_of, sheet, self._wording), self.name()))

    def to_write(self, shown: Shown) -> ToWrite:
        """Return a chart as it leaves the page that is shown now."""
        return ToWrite(shown=shown, sheet=self.sheet, file=self.name(shown.strategy))

    def save_chart(self, shown: Shown) -> None:
        """Ask where to save a chart, and as what: a picture, a drawing, a PDF, or its table."""
        text, whole = self._wording.text, self.to_write(shown)
        self.save(
            FileWish(
                about=None,
                name=whole.file,
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

    def save_table(self, table: Table, strategy: str = "") -> None:
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

    def copy_chart(self, shown: Shown) -> None:
        """Put a chart on the clipboard, as a picture on white."""
        work = on_worker(partial(chart_files, self.to_write(shown)))
        self._desk.worker.start(work, self._on_copied, self._on_failed)

    def print_sheet(self, sheet: OnSheet) -> None:
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
