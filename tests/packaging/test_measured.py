"""Which tests count for the coverage of a layer."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.measured import is_measured

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
