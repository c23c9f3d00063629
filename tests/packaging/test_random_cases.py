"""No test of random cases depends on how busy the computer is."""

from types import SimpleNamespace

import pytest
from hypothesis import core, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import engine
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.measured import is_random
from tests.random_cases import SMALLER, FewerCases, few_cases, what_to_do


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
    assert not [name for name, limit in limits.items() if limit < engine.MAX_SHRINKING_SECONDS + 60]


@pytest.fixture
def fewer(monkeypatch):
    monkeypatch.setattr(core, "ConjectureRunner", FewerCases)


def test_a_usual_run_tries_one_in_four_of_the_cases(fewer):
    tried = []

    @settings(max_examples=100, database=None)
    @given(st.integers())
    def cases(number):
        tried.append(number)

    cases()
    assert len(tried) == 25


def test_so_it_does_with_rows_of_steps(fewer):
    begun = []

    class Steps(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            begun.append(self)

        @rule()
        def step(self):
            pass

    few = settings(max_examples=12, stateful_step_count=2, database=None)
    run_state_machine_as_test(Steps, settings=few)
    assert 1 <= len(begun) <= 5


def test_with_all_every_case_is_tried(monkeypatch):
    for everything, runner in ((True, engine.ConjectureRunner), (False, FewerCases)):
        monkeypatch.setattr(core, "ConjectureRunner", engine.ConjectureRunner)
        few_cases(SimpleNamespace(getoption={"--all": everything}.__getitem__))
        assert core.ConjectureRunner is runner


def test_a_usual_run_draws_the_same_cases_each_time_and_all_draws_new_ones(monkeypatch):
    def drawn(everything):
        monkeypatch.setattr(core, "global_force_seed", None)
        few_cases(SimpleNamespace(getoption={"--all": everything}.__getitem__))
        cases = []

        @settings(database=None)
        @given(st.binary())
        def draw(case):
            cases.append(case)

        draw()
        return cases

    monkeypatch.setattr(core, "ConjectureRunner", engine.ConjectureRunner)
    assert drawn(False) == drawn(False)
    assert drawn(True) != drawn(True)


def test_a_case_that_fails_is_made_smaller_for_a_short_time_and_says_how_to_go_on():
    assert engine.MAX_SHRINKING_SECONDS == SMALLER
    told = what_to_do(SimpleNamespace(nodeid="tests/domain/days/test_chart_spans.py::test_it"))
    assert told.endswith(
        "python3 packaging/dev.py test 'tests/domain/days/test_chart_spans.py::test_it'"
    )
