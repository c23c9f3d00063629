"""Days as people write them in tables: which of day, month and year comes first is asked of all."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from homejournal.domain.typed_numbers import plain_digits

_PARTS = re.compile(r"\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})(?!\d).*", re.DOTALL)
_CENTURY = 100
_THIS_CENTURY = 2000


class DayOrder(StrEnum):
    """What comes first, second and third in a day."""

    YEAR_MONTH_DAY = "year_month_day"
    MONTH_DAY_YEAR = "month_day_year"
    DAY_MONTH_YEAR = "day_month_year"


def read_day(text: str, order: DayOrder) -> date | None:
    """Return the day that a text tells, a clock time behind it left out; None where it is none.

    A year of two digits is one of this century.
    """
    found = _PARTS.fullmatch(plain_digits(text.strip()))
    if found is None:
        return None
    first, second, third = (int(part) for part in found.groups())
    match order:
        case DayOrder.YEAR_MONTH_DAY:
            year, month, day = first, second, third
        case DayOrder.MONTH_DAY_YEAR:
            month, day, year = first, second, third
        case _:
            day, month, year = first, second, third
    year += _THIS_CENTURY if year < _CENTURY else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def likely_order(texts: Iterable[str], usual: DayOrder) -> DayOrder:
    """Return the order in which the most of these texts are days; the usual one where it ties."""
    told = [text for text in texts if text.strip()]
    orders = sorted(DayOrder, key=lambda order: order is not usual)
    return max(orders, key=lambda order: sum(read_day(text, order) is not None for text in told))
