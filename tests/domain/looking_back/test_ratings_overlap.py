"""NAP is what it is said to be, and what Mann and Whitney's U says of the same values."""

from collections import Counter
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.looking_back import more_detail

# Few different values, so that ties are everywhere, and some as large as a family can write.
values = st.lists(
    st.integers(0, 6).map(Decimal) | st.sampled_from([Decimal("0.5"), Decimal(10**12)]),
    min_size=5,
    max_size=40,
)


def nap(before, after, *, less_is_better):
    return more_detail.nap(Counter(before), Counter(after), less_is_better=less_is_better)


def test_the_pairs_of_the_worked_example():
    found = nap([1, 1, 2, 1, 1, 2, 1, 2, 1], [2, 2, 3, 3, 3, 2, 4, 3], less_is_better=False)

    assert (found.before, found.after) == (9, 8)
    assert (found.better, found.pairs, found.value) == (Decimal("67.5"), 72, Decimal("0.9375"))


@given(values, values, st.booleans())
def test_it_is_u_of_all_pairs(before, after, less):
    from scipy.stats import mannwhitneyu  # takes a second, and each worker loads all tests

    found = nap(before, after, less_is_better=less)
    better, worse = (before, after) if less else (after, before)
    # Only the statistic is asked for; numbers this large are still exact as floats.
    u = mannwhitneyu([*map(float, better)], [*map(float, worse)], method="asymptotic").statistic

    assert float(found.better) == u
    assert found.pairs == len(before) * len(after)
    assert float(found.value) == pytest.approx(u / found.pairs, abs=0.00005 + 1e-12)


@given(values, values)
def test_it_is_every_pair_looked_at_one_by_one(before, after):
    halves = sum(2 * (later > first) + (later == first) for first, later in product(before, after))

    assert nap(before, after, less_is_better=False).better == Decimal(halves) / 2


@given(values, values)
def test_where_less_is_better_the_other_side_is_counted(before, after):
    more = nap(before, after, less_is_better=False)
    less = nap(before, after, less_is_better=True)

    assert more.better + less.better == more.pairs


@given(values, values, st.randoms())
def test_the_order_of_values_on_a_side_does_not_matter(before, after, random):
    told = nap(before, after, less_is_better=False)
    random.shuffle(before)
    random.shuffle(after)

    assert nap(before, after, less_is_better=False) == told


def test_ties_everywhere_are_a_half():
    assert nap([3] * 5, [3] * 9, less_is_better=True).value == Decimal("0.5")


@pytest.mark.parametrize(("before", "after"), [(4, 5), (5, 4), (0, 0), (0, 50)])
def test_fewer_than_five_values_on_a_side_tell_nothing(before, after):
    assert nap([1] * before, [2] * after, less_is_better=False) is None
    assert nap([1] * 5, [2] * 5, less_is_better=False).value == 1


def test_five_thousand_values_a_side_are_counted_at_once():
    found = nap(range(5000), range(5000, 10000), less_is_better=False)

    assert (found.better, found.pairs, found.value) == (25_000_000, 25_000_000, 1)


def test_a_share_is_rounded_to_four_digits_half_upwards():
    # 1 of 3: 15 values after, of which 5 are better than all of 5 before.
    found = nap([2] * 5, [3] * 5 + [1] * 10, less_is_better=False)

    assert found.value == Decimal("0.3333")
    # 2.5 of 40 pairs of ties and worse: 0.0625 stays, 1 of 160 is 0.00625.
    assert nap([2] * 5, [2] + [1] * 7, less_is_better=False).value == Decimal("0.0625")
    assert nap([2] * 8, [2] + [1] * 79, less_is_better=False).value == Decimal("0.0063")
