"""The middle value: of levels one level or a pair of them, of numbers a number; never a mean."""

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import TypeVar

ENOUGH = 5
"""Ratings from which a middle level is stated, on paper and in files."""
SO_FAR = 3
"""Ratings from which it is stated on screen, with the words "so far"."""

_Value = TypeVar("_Value", int, Decimal)
_EXACT = Context(prec=400)


def middle_level(levels: Mapping[int, int]) -> int | tuple[int, int] | None:
    """Return the middle level of {level: how many}, or the two in the middle when they differ.

    With 1 and 3 in the middle it is the pair (1, 3) and never 2: levels are words in an order, and
    nothing lies between two of them. None without any rating.
    """
    n = sum(levels.values())
    if n == 0:
        return None
    below, above = _place(levels, (n - 1) // 2), _place(levels, n // 2)
    return below if below == above else (below, above)


def middle_number(numbers: Mapping[Decimal, int]) -> Decimal | None:
    """Return the median of {number: how many}; of two middle numbers it is half their sum."""
    n = sum(numbers.values())
    if n == 0:
        return None
    below, above = _place(numbers, (n - 1) // 2), _place(numbers, n // 2)
    return plain(_EXACT.divide(_EXACT.add(below, above), Decimal(2)))


def sum_of(numbers: Mapping[Decimal, int]) -> Decimal | None:
    """Return the sum of {number: how many}; None, not zero, where nothing was written."""
    if not numbers:
        return None
    total = Decimal(0)
    for number in sorted(numbers):
        total = _EXACT.add(total, _EXACT.multiply(number, Decimal(numbers[number])))
    return plain(total)


def plain(number: Decimal) -> Decimal:
    """Return the number without an exponent or zeros at its end: 24 and not 2.4E+1 or 24.0."""
    return Decimal(format(number.normalize(_EXACT), "f")) if number else Decimal(0)


def _place(counts: Mapping[_Value, int], place: int) -> _Value:
    """Return the value that stands at a place, counted from 0, when all are put in order."""
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed > place:
            return value
    raise IndexError(place)
