"""The middle value: of levels one level or a pair of them, of numbers a number; never a mean."""

from bisect import bisect_right
from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from itertools import accumulate
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
    if not levels:
        return None
    below, above = _two_in_the_middle(levels)
    return below if below == above else (below, above)


def middle_number(numbers: Mapping[Decimal, int]) -> Decimal | None:
    """Return the median of {number: how many}; of two middle numbers it is half their sum."""
    if not numbers:
        return None
    below, above = _two_in_the_middle(numbers)
    if below == above:
        return plain(below)
    return plain(_EXACT.divide(_EXACT.add(below, above), Decimal(2)))


def sum_of(numbers: Mapping[Decimal, int]) -> Decimal | None:
    """Return the sum of {number: how many}; None, not zero, where nothing was written."""
    if not numbers:
        return None
    with localcontext(_EXACT):
        return plain(sum((number * count for number, count in numbers.items()), Decimal(0)))


def plain(number: Decimal) -> Decimal:
    """Return the number without an exponent or zeros at its end: 24 and not 2.4E+1 or 24.0."""
    return Decimal(format(number.normalize(_EXACT), "f")) if number else Decimal(0)


def _two_in_the_middle(counts: Mapping[_Value, int]) -> tuple[_Value, _Value]:
    """Return the two values in the middle of all in order; of an odd number the same twice."""
    ordered = sorted(counts)
    ends = list(accumulate(counts[value] for value in ordered))
    n = ends[-1]
    return ordered[bisect_right(ends, (n - 1) // 2)], ordered[bisect_right(ends, n // 2)]
