"""The printers of sheets in this process; they are used on the worker's thread alone."""

from functools import cache
from typing import TYPE_CHECKING

from homejournal.domain.about_child import AboutSheet
from homejournal.domain.fridge_sheet import FridgeSheet
from homejournal.domain.packs import Pack
from homejournal.domain.recovery_sheet import RecoverySheet
from homejournal.domain.routine_grid import RoutineGrid

if TYPE_CHECKING:
    from homejournal.reports.about_page import AboutPrinter
    from homejournal.reports.book import BookPrinter
    from homejournal.reports.fridge_sheet import FridgeSheetPrinter
    from homejournal.reports.pack import PackPrinter
    from homejournal.reports.recovery_sheet import RecoverySheetPrinter
    from homejournal.reports.routine_grid import RoutineGridPrinter
    from homejournal.reports.typst_printing import PagePdf

Sheet = FridgeSheet | RoutineGrid | Pack | AboutSheet | RecoverySheet
"""What is looked at before it is printed or saved."""


@cache
def _fridge() -> "FridgeSheetPrinter":
    from homejournal.reports.fridge_sheet import FridgeSheetPrinter

    return FridgeSheetPrinter()


@cache
def _grid() -> "RoutineGridPrinter":
    from homejournal.reports.routine_grid import RoutineGridPrinter

    return RoutineGridPrinter()


@cache
def _about() -> "AboutPrinter":
    from homejournal.reports.about_page import AboutPrinter

    return AboutPrinter()


@cache
def _recovery() -> "RecoverySheetPrinter":
    from homejournal.reports.recovery_sheet import RecoverySheetPrinter

    return RecoverySheetPrinter()


@cache
def book_printer() -> "BookPrinter":
    """Return the printer of books."""
    from homejournal.reports.book import BookPrinter

    return BookPrinter()


@cache
def pack_printer() -> "PackPrinter":
    """Return the printer of packs."""
    from homejournal.reports.pack import PackPrinter

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
