"""The charts there are, and the table that stands beside each of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from homejournal.domain.bar_series import BarSeries
from homejournal.domain.dot_series import DotSeries
from homejournal.domain.group_series import GroupSeries

Chart = BarSeries | DotSeries | GroupSeries

Cell = str | int | Decimal | date | None
"""What stands in a table: words, a number, a day, or nothing (never a zero for nothing)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a title and named columns; every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
