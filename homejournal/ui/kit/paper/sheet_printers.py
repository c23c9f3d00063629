"""The printers of sheets in this process; they are used on the worker's thread alone."""

from functools import cache
from typing import TYPE_CHECKING

from homejournal.domain.packs.pack import Pack
from homejournal.domain.papers.about_child import AboutSheet
from homejournal.domain.papers.recovery_sheet import RecoverySheet
from homejournal.domain.papers.routine_grid import RoutineGrid
from homejournal.domain.week_grid.week_sheet import FridgeSheet

if TYPE_CHECKING:
    from homejournal.reports.papers.about_page import AboutPrinter
    from homejournal.reports.papers.book import BookPrinter
    from homejournal.reports.papers.pack import PackPrinter
    from homejournal.reports.papers.recovery_sheet import RecoverySheetPrinter
    from homejournal.reports.papers.routine_grid import RoutineGridPrinter
    from homejournal.reports.papers.week_sheet import FridgeSheetPrinter
    from homejournal.reports.typst.printing import PagePdf

Sheet = FridgeSheet | RoutineGrid | Pack | AboutSheet | RecoverySheet
"""What is looked at before it is printed or saved."""


@cache
def _fridge() -> "FridgeSheetPrinter":
    from homejournal.reports.papers.week_sheet import FridgeSheetPrinter

    return FridgeSheetPrinter()


@cache
def _grid() -> "RoutineGridPrinter":
    from homejournal.reports.papers.routine_grid import RoutineGridPrinter

    return RoutineGridPrinter()


@cache
def _about() -> "AboutPrinter":
    from homejournal.reports.papers.about_page import AboutPrinter

    return AboutPrinter()


@cache
def _recovery() -> "RecoverySheetPrinter":
    from homejournal.reports.papers.recovery_sheet import RecoverySheetPrinter

    return RecoverySheetPrinter()


@cache
def book_printer() -> "BookPrinter":
    """Return the printer of books."""
    from homejournal.reports.papers.book import BookPrinter

    return BookPrinter()


@cache
def pack_printer() -> "PackPrinter":
    """Return the printer of packs."""
    from homejournal.reports.papers.pack import PackPrinter

    return PackPrinter()


def drawn(wish: tuple[Sheet, float]) -> tuple[bytes, ...]:
    """Return a sheet as one picture a page, with so many pixels an inch."""
    sheet, ppi = wish
    if isinstance(sheet, FridgeSheet):
        return _fridge().pictures(sheet, ppi)
    if isinstance(sheet, Pack):
        return pack_printer().pictures(sheet, ppi)
    if isinstance(sheet, AboutSheet):
        return _about().pictures(sheet, ppi)
    if isinstance(sheet, RecoverySheet):
        return _recovery().pictures(sheet, ppi)
    return _grid().pictures(sheet, ppi)


def made_pdf(sheet: Sheet) -> "PagePdf":
    """Return a sheet as PDF."""
    if isinstance(sheet, FridgeSheet):
        return _fridge().pdf(sheet)
    if isinstance(sheet, AboutSheet):
        return _about().pdf(sheet)
    if isinstance(sheet, RecoverySheet):
        return _recovery().pdf(sheet)
    return pack_printer().pdf(sheet) if isinstance(sheet, Pack) else _grid().pdf(sheet)
