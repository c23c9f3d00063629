"""What a usual run leaves out, and that it says so."""

from types import SimpleNamespace

import pytest

from tests.extent import leave_out, pytest_sessionfinish, pytest_testnodedown, said


@pytest.fixture
def config():
    """Return what a run stands in, as far as it is asked here."""

    def made(*, everything=False):
        told = []

        def deselected(items):
            told.extend(items)

        hook = SimpleNamespace(pytest_deselected=deselected)
        return SimpleNamespace(
            getoption={"--all": everything}.__getitem__, hook=hook, told=told, stash=pytest.Stash()
        )

    return made


def items():
    """Return two tests, of which one is left out of a usual run."""
    marks = {"usual": (), "rare": ("with_all",)}
    return [
        SimpleNamespace(name=name, get_closest_marker=lambda mark, of=of: mark in of or None)
        for name, of in marks.items()
    ]


def test_a_usual_run_leaves_out_what_is_marked_and_says_so(config):
    usual, tests = config(), items()
    leave_out(usual, tests)
    assert [one.name for one in tests] == ["usual"]
    assert [one.name for one in usual.told] == ["rare"]
    assert said(usual).startswith("Left out: 1 tests, and all but one in 3 of the random cases.")


def test_all_leaves_out_nothing_and_says_so(config):
    everything, tests = config(everything=True), items()
    leave_out(everything, tests)
    assert [one.name for one in tests] == ["usual", "rare"]
    assert "Left out" not in said(everything)


def test_the_controller_says_what_its_workers_left_out(config):
    worker, controller = config(), config()
    worker.workeroutput = {}
    leave_out(worker, items())
    pytest_sessionfinish(SimpleNamespace(config=worker))
    pytest_testnodedown(SimpleNamespace(config=controller, workeroutput=worker.workeroutput))
    assert said(controller) == said(worker)


def test_a_worker_that_crashed_stops_nobody_from_saying_it(config):
    controller = config()
    pytest_testnodedown(SimpleNamespace(config=controller))
    assert "Left out: 0 tests" in said(controller)
