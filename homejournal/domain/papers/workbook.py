"""A workbook as a value: sheets of rows for people to read and sort, and a guide to the columns."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple

BookCell = str | int | Decimal | date | datetime | time | None
"""What a cell can hold; nothing is an empty cell, and text is always text."""


class BookColumn(NamedTuple):
    """A column: its name, what it says, how wide it is in letters."""

    name: str
    meaning: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSheet:
    """One sheet of a workbook."""

    title: str
    columns: tuple[BookColumn, ...]
    rows: tuple[tuple[BookCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook; the guide to its columns is its first sheet."""

    guide: BookSheet
    sheets: tuple[BookSheet, ...]
    from_right: bool = False
    """Whether its language is written from the right."""
