"""Work of which only the newest wish counts: it waits, is passed over, or is told with its wish."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.worker import NewestOnly, Worker


class Bench:
    """Work that can be held up; it remembers what was done and on which thread."""

    def __init__(self):
        self.go = threading.Event()
        self.done, self.threads = [], set()

    def work(self, wish):
        self.go.wait(10)
        self.done.append(wish)
        self.threads.add(threading.current_thread().name)
        if wish == "broken":
            raise ValueError(wish)
        return f"{wish} done"


@pytest.fixture
def bench():
    made = Bench()
    yield made
    made.go.set()


@pytest.fixture
def newest(qapp, bench):
    worker = Worker()
    made = NewestOnly(worker, bench.work)
    yield made
    bench.go.set()
    worker.close()


@pytest.fixture
def told(newest):
    heard = []
    newest.done.connect(lambda wish, answer: heard.append((wish, answer)))
    newest.failed.connect(lambda wish, failure: heard.append((wish, type(failure))))
    return heard


def test_a_wish_is_done_away_from_the_window_and_told(newest, bench, told, qtbot):
    bench.go.set()
    newest.want("one")
    assert newest.busy
    qtbot.waitUntil(lambda: not newest.busy)
    assert told == [("one", "one done")]
    assert bench.threads == {"homejournal-worker"}


def test_of_wishes_of_one_moment_the_last_is_done(newest, bench, told, qtbot):
    bench.go.set()
    for wish in ("one", "two", "three"):
        newest.want(wish)
    qtbot.waitUntil(lambda: not newest.busy)
    assert bench.done == ["three"]
    assert told == [("three", "three done")]


def test_of_wishes_while_one_is_worked_at_the_last_is_told(newest, bench, told, qtbot):
    newest.want("one")
    QApplication.processEvents()
    for wish in ("two", "broken", "three"):
        newest.want(wish)
        QApplication.processEvents()
    bench.go.set()
    qtbot.waitUntil(lambda: not newest.busy)
    assert bench.done == ["one", "three"]
    assert told == [("three", "three done")]


def test_a_failure_is_told_with_its_wish_and_the_next_wish_is_done(newest, bench, told, qtbot):
    bench.go.set()
    newest.want("broken")
    qtbot.waitUntil(lambda: not newest.busy)
    newest.want("one")
    qtbot.waitUntil(lambda: not newest.busy)
    assert told == [("broken", ValueError), ("one", "one done")]


def test_a_failure_that_nobody_waits_for_any_more_is_not_told(newest, bench, told, qtbot):
    newest.want("broken")
    QApplication.processEvents()
    newest.want("one")
    bench.go.set()
    qtbot.waitUntil(lambda: not newest.busy)
    assert told == [("one", "one done")]
