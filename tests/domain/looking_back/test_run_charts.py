"""Runs and crossings of the median, and the limits beyond which they tell something."""

from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.looking_back.more_detail import run_chart, runs_limit

LIMITS = {
    10: (6, 2),
    11: (6, 2),
    12: (7, 3),
    13: (7, 3),
    14: (7, 4),
    16: (7, 4),
    17: (7, 5),
    20: (7, 6),
    22: (7, 7),
    23: (8, 7),
    24: (8, 8),
    27: (8, 9),
    30: (8, 10),
}


def numbers(text: str) -> list[Decimal]:
    return [Decimal(word) for word in text.split()]


@pytest.mark.parametrize(("useful", "limit"), LIMITS.items())
def test_the_limits_are_those_that_are_published(useful, limit):
    assert runs_limit(useful) == limit


def test_the_fewest_crossings_are_the_five_percent_point_of_tossing_a_coin():
    from scipy.stats import binom  # takes a second, and each worker loads all tests

    days = [*range(10, 130), *range(130, 2001, 37), 2000]
    told = {useful: runs_limit(useful).crossings for useful in days}
    assert told == {useful: binom.ppf(0.05, useful - 1, 0.5) for useful in days}


def test_the_longest_run_is_rounded_where_the_next_power_of_two_is_nearer():
    for power in range(3, 12):
        middle = int(2 ** (power + 0.5))
        assert runs_limit(middle).longest == power + 3
        assert runs_limit(middle + 1).longest == power + 4


def test_ten_years_of_days_have_their_limits_at_once():
    assert runs_limit(3650).longest == 15
    assert runs_limit(3650).crossings == 1775


def slowly(values):
    """Walk over the values one by one and count as one would with a pencil."""
    middle = median(values)
    longest = crossings = run = 0
    side = None
    for value in values:
        if value == middle:
            continue
        now = value > middle
        if now == side:
            run += 1
        else:
            crossings += side is not None
            run = 1
        side = now
        longest = max(longest, run)
    return longest, crossings


@given(st.lists(st.integers(0, 9).map(Decimal), min_size=1, max_size=80))
def test_runs_and_crossings_are_those_of_a_pencil(values):
    found = run_chart(values, weekly=False)
    useful = sum(value != median(values) for value in values)

    if useful < 12:
        assert found is None
        return
    assert (found.longest, found.crossings) == slowly(values)
    assert (found.n, found.useful, found.median) == (len(values), useful, median(values))
    assert (found.longest_allowed, found.fewest_allowed) == runs_limit(useful)
    too_long = found.longest > found.longest_allowed
    assert found.signal == (too_long or found.crossings < found.fewest_allowed)


@given(st.lists(st.integers(0, 99).map(Decimal), min_size=12, max_size=60, unique=True))
def test_turned_round_or_upside_down_a_series_tells_the_same(values):
    told = run_chart(values, weekly=False)
    if told is None:
        return
    back = run_chart(values[::-1], weekly=False)
    down = run_chart([-value for value in values], weekly=False)

    assert back == told
    assert (down.longest, down.crossings, down.signal) == (
        told.longest,
        told.crossings,
        told.signal,
    )


def test_a_shift_half_way_is_a_signal():
    found = run_chart(numbers("1 2 1 0 2 1 2 5 6 7 5 6 8 7"), weekly=True)

    assert (found.longest, found.longest_allowed) == (7, 7)
    assert (found.crossings, found.fewest_allowed) == (1, 4)
    assert found.signal
    assert found.weekly


def test_ups_and_downs_alone_are_none():
    found = run_chart(numbers("1 9 2 8 3 7 1 9 2 8 3 7"), weekly=False)

    assert (found.longest, found.crossings, found.signal) == (1, 11, False)


def test_one_run_beyond_the_limit_is_a_signal_though_crossings_are_many():
    within = run_chart(numbers("1 9 9 9 9 9 9 9 9 1 1 9 1 1 9 1 9 1 9 1 1 1 1 1"), weekly=False)
    beyond = run_chart(numbers("1 9 9 9 9 9 9 9 9 9 1 1 9 1 1 9 1 9 1 1 1 1 1 1"), weekly=False)

    assert (within.longest, within.longest_allowed, within.signal) == (8, 8, False)
    assert (beyond.longest, beyond.longest_allowed, beyond.signal) == (9, 8, True)
    assert beyond.crossings >= beyond.fewest_allowed


def test_few_crossings_are_a_signal_though_no_run_is_long():
    found = run_chart(numbers("1 1 1 1 1 1 9 9 9 9 9 9 1 1 1 1 1 9 9 9 9 9"), weekly=False)

    assert (found.longest, found.longest_allowed) == (6, 7)
    assert (found.crossings, found.fewest_allowed, found.signal) == (3, 7, True)


def test_values_on_the_median_are_dropped_and_twelve_others_are_needed():
    eleven = numbers("1 9 1 9 5 5 5 1 9 1 9 1 9 1")
    assert run_chart(eleven, weekly=False) is None
    assert run_chart([*eleven, Decimal(9)], weekly=False).useful == 12
    assert run_chart([*eleven, Decimal(9)], weekly=False).n == 15


@pytest.mark.parametrize("values", [[], [Decimal(0)], [Decimal(3)] * 500])
def test_nothing_and_ties_everywhere_tell_nothing(values):
    assert run_chart(values, weekly=False) is None


def test_the_largest_numbers_a_family_can_write_stay_exact():
    huge = [Decimal(10**12) + Decimal("0.000000000001") * (place % 2) for place in range(24)]

    assert run_chart(huge, weekly=False).median == Decimal("1000000000000.0000000000005")
