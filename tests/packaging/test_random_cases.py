"""No test of random cases depends on how busy the computer is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.engine import MAX_SHRINKING_SECONDS

from tests.measured import is_random


@given(st.integers())
def test_a_random_case_may_take_as_long_as_it_takes(number):
    assert settings().deadline is None, number


def test_no_limit_ends_a_test_while_a_case_that_fails_is_made_smaller(request):
    limits = {
        item.nodeid: item.get_closest_marker("timeout").args[0]
        for item in request.session.items
        if is_random(item)
    }
    assert limits
    assert not [name for name, limit in limits.items() if limit < MAX_SHRINKING_SECONDS + 60]
