"""Which tests count for the coverage of a layer."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.measured import is_measured, pytest_collection_modifyitems

TESTS = Path(__file__).resolve().parents[1]


def a_test():
    """A test as most are."""


@given(st.integers())
def random_cases(_number):
    """A test of whatever comes."""


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("domain/test_counting.py", True),
        ("ui/widgets/test_flow.py", True),
        ("ui/test_main_window.py", True),
        ("ui/pages/test_plan.py", False),
        ("cli/test_commands.py", False),
        ("packaging/test_bench_table.py", False),
    ],
)
def test_only_what_tries_a_layer_counts(file, counts):
    assert is_measured(SimpleNamespace(path=TESTS / file, obj=a_test)) == counts


def test_random_cases_do_not_count():
    file = TESTS / "domain" / "test_counting.py"
    assert not is_measured(SimpleNamespace(path=file, obj=random_cases))


def test_what_counts_comes_first_in_the_order_that_was_drawn():
    """Measuring is not begun again: a test that counts must not come after one that does not."""
    drawn = [
        SimpleNamespace(path=TESTS / file, obj=obj)
        for file, obj in (
            ("cli/test_commands.py", a_test),
            ("texts/test_wording.py", a_test),
            ("texts/test_wording.py", random_cases),
            ("domain/test_counting.py", a_test),
        )
    ]
    items = list(drawn)
    pytest_collection_modifyitems(items)
    assert items == [drawn[1], drawn[3], drawn[0], drawn[2]]
