"""The cells of a table as the family writes days and numbers."""

from datetime import date
from decimal import Decimal

from homejournal.domain.charts.chart_types import Cell
from homejournal.texts.wording import Wording


def cell_text(cell: Cell, wording: Wording) -> str:
    """Return one cell: "March 22, 2026", "1,200.5", the words, or nothing."""
    match cell:
        case None:
            return ""
        case date():
            return wording.day(cell)
        case int() | Decimal():
            return wording.number(cell)
        case _:
            return cell
