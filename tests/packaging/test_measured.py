"""Which tests count for the coverage of a layer."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.measured import first_what_counts, is_measured

TESTS = Path(__file__).resolve().parents[1]


def a_test():
    """A test as most are."""


def one_of(file, obj=a_test, *marks, everything=False):
    """Return what pytest makes of a test, in a usual run or in one of everything."""
    return SimpleNamespace(
        path=TESTS / file,
        obj=obj,
        get_closest_marker=lambda name: name in marks or None,
        config=SimpleNamespace(getoption={"--all": everything}.__getitem__),
    )


@given(st.integers())
def random_cases(_number):
    """A test of whatever comes."""


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("domain/test_counting.py", True),
        ("storage/journal/test_writing.py", True),
        ("ui/child/plan/test_page.py", False),
        ("cli/test_commands.py", False),
        ("packaging/test_bench_table.py", False),
    ],
)
def test_only_what_tries_a_layer_counts(file, counts):
    assert is_measured(one_of(file)) == counts
    assert is_measured(one_of(file, everything=True)) == counts


@pytest.mark.parametrize("file", ["ui/widgets/layout/test_dialog_foot.py", "ui/test_window.py"])
def test_the_window_is_measured_with_all(file):
    assert is_measured(one_of(file, everything=True))
    assert not is_measured(one_of(file))
    assert is_measured(one_of(file, a_test, "measured"))


def test_random_cases_do_not_count():
    assert not is_measured(one_of("domain/test_counting.py", random_cases))


def test_what_is_marked_as_tried_elsewhere_does_not_count():
    assert not is_measured(one_of("texts/test_wording.py", a_test, "unmeasured"))


def test_what_counts_comes_first_in_the_order_that_was_drawn():
    """Measuring is not begun again: a test that counts must not come after one that does not."""
    drawn = [
        one_of(file, obj)
        for file, obj in (
            ("cli/test_commands.py", a_test),
            ("outside/test_steps.py", a_test),
            ("texts/test_wording.py", a_test),
            ("texts/test_wording.py", random_cases),
            ("domain/test_counting.py", a_test),
        )
    ]
    items = list(drawn)
    first_what_counts(items)
    assert items == [drawn[2], drawn[4], drawn[1], drawn[0], drawn[3]]
