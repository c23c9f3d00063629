"""Wilson's interval, as others compute it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.looking_back.more_detail import wilson


def test_the_intervals_of_the_worked_examples():
    told = {(took, of): wilson(took, of) for took, of in KNOWN}

    assert {tries: " ".join(map(str, ends)) for tries, ends in told.items()} == KNOWN


KNOWN = {
    (7, 10): "0.3968 0.8922",
    (9, 14): "0.3876 0.8366",
    (5, 5): "0.5655 1",
    (0, 6): "0 0.3903",
    (15, 18): "0.6078 0.9416",
    (3, 4): "0.3006 0.9544",
    (18, 36): "0.3447 0.6553",
}


@pytest.fixture(scope="module")
def confint():
    """Return statsmodels' own; it takes a second to load, so only these tests do."""
    from statsmodels.stats.proportion import proportion_confint

    return proportion_confint


tries = st.integers(1, 3000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(tries)
def test_both_ends_are_those_of_statsmodels(confint, counted):
    expected = confint(*counted, alpha=0.05, method="wilson")

    assert [float(end) for end in wilson(*counted)] == pytest.approx(
        [float(end) for end in expected], abs=0.00005 + 1e-12
    )


@given(tries)
def test_what_was_counted_lies_inside_and_none_and_all_reach_the_ends(counted):
    took, of = counted
    low, high = wilson(took, of)

    assert 0 <= low <= high <= 1
    assert low - Decimal("0.00005") <= Decimal(took) / of <= high + Decimal("0.00005")
    assert (low == 0) == (took == 0)
    assert (high == 1) == (took == of)
    mirrored = wilson(of - took, of)
    assert abs(mirrored[0] + high - 1) <= Decimal("0.0001")


def test_the_most_tries_that_can_be_written_have_a_narrow_interval():
    most = 2**31 - 1

    assert wilson(most // 2, most) == (Decimal("0.5"), Decimal("0.5"))
    assert wilson(0, most) == (0, 0)
    assert wilson(most, most) == (1, 1)


@pytest.mark.parametrize(("took", "of"), [(0, 0), (-1, 5), (6, 5), (1, -1)])
def test_tries_that_cannot_be_are_refused(took, of):
    with pytest.raises(InvalidValueError):
        wilson(took, of)
