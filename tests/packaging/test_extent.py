"""What a usual run leaves out, and that it says so."""

from dataclasses import dataclass, field
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
        asked = {"--all": everything}.__getitem__
        return SimpleNamespace(
            getoption=asked, args=["tests"], hook=hook, told=told, stash=pytest.Stash()
        )

    return made


@dataclass(eq=False)
class Item:
    """What pytest makes of a test, as far as it is asked here."""

    name: str
    marks: tuple = ()
    callspec: object = field(default_factory=lambda: SimpleNamespace(params={"language": "es"}))

    def get_closest_marker(self, name):
        return next(self.iter_markers(name), None)

    def iter_markers(self, name):
        return (mark.mark for mark in self.marks if mark.mark.name == name)


def items():
    """Return four tests, of which two are left out of a usual run."""
    mark = pytest.mark
    marks = {
        "usual": (),
        "rare": (mark.with_all,),
        "spanish": (mark.usually(language=["en", "es"]),),
        "english": (mark.usually(language=["en"]),),
    }
    return [Item(name, of) for name, of in marks.items()]


def test_a_usual_run_leaves_out_what_is_marked_and_says_so(config):
    usual, tests = config(), items()
    leave_out(usual, tests)
    assert [test.name for test in tests] == ["usual", "spanish"]
    assert [one.name for one in usual.told] == ["rare", "english"]
    assert said(usual).startswith("Left out: 2 tests, three in four of the random cases")


def test_a_test_that_is_named_by_itself_is_never_left_out(config):
    named, tests = config(), items()
    named.args = ["tests/ui/whole_window/test_every_scene.py::test_it[es-100]"]
    leave_out(named, tests)
    assert len(tests) == 4


def test_all_leaves_out_nothing_and_says_so(config):
    everything, tests = config(everything=True), items()
    leave_out(everything, tests)
    assert [test.name for test in tests] == ["usual", "rare", "spanish", "english"]
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
