"""The middle value of levels and of numbers."""

from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.ratings import middle_level, middle_number, sum_of, without_exponent


@pytest.mark.parametrize(
    ("levels", "middle"),
    [
        ({}, None),
        ({2: 1}, 2),
        ({1: 1, 2: 1}, (1, 2)),
        ({1: 2, 3: 2}, (1, 3)),
        ({1: 2, 3: 3}, 3),
        ({4: 1, 1: 1, 2: 1}, 2),
        ({2: 5, 3: 1}, 2),
    ],
)
def test_the_middle_of_levels_is_a_level_or_a_pair(levels, middle):
    assert middle_level(levels) == middle


@pytest.mark.parametrize(
    ("numbers", "middle"),
    [({}, None), ({"30": 1, "45": 1}, "37.5"), ({"0": 2, "2.50": 1}, "0"), ({"1E+2": 1}, "100")],
)
def test_the_middle_of_numbers_is_a_number(numbers, middle):
    found = middle_number({Decimal(number): count for number, count in numbers.items()})

    assert (None if found is None else str(found)) == middle


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=1))
def test_median_and_sum_are_exact(numbers):
    counts = {number: numbers.count(number) for number in numbers}

    assert middle_number(counts) == median(numbers)
    assert sum_of(counts) == sum(numbers)


def test_a_sum_keeps_every_digit():
    great, small = Decimal(999999999999999), Decimal("0.00000000000000000001")

    assert str(sum_of({great: 1, small: 2})) == "999999999999999.00000000000000000002"
    assert sum_of({}) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [("24.0", "24"), ("2.4E+1", "24"), ("-0", "0"), ("0.50", "0.5"), ("0E+3", "0")],
)
def test_a_number_is_written_plainly(text, said):
    assert str(without_exponent(Decimal(text))) == said
