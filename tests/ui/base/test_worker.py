"""Long work on a thread of its own."""

import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.worker import Worker


class Hearing(QObject):
    def __init__(self):
        super().__init__()
        self.answers, self.failures, self.threads = [], [], []

    def done(self, answer):
        self.answers.append(answer)
        self.threads.append(threading.current_thread())

    def failed(self, failure):
        self.failures.append(failure)


def test_an_answer_arrives_on_the_thread_of_the_window(qtbot):
    worker, hearing = Worker(), Hearing()
    worker.start(lambda task: threading.current_thread().name, hearing.done, hearing.failed)
    qtbot.waitUntil(lambda: bool(hearing.answers))
    assert hearing.answers == ["homejournal-worker"]
    assert hearing.threads == [threading.main_thread()]
    worker.close()


def test_a_failure_is_handed_over(qtbot):
    worker, hearing = Worker(), Hearing()
    worker.start(lambda task: 1 / 0, hearing.done, hearing.failed)
    qtbot.waitUntil(lambda: bool(hearing.failures))
    assert isinstance(hearing.failures[0], ZeroDivisionError)
    worker.close()


def test_work_that_was_cancelled_says_nothing(qtbot):
    worker, hearing = Worker(), Hearing()
    begun, end = threading.Event(), threading.Event()

    def slow(task):
        begun.set()
        end.wait(5)

    task = worker.start(slow, hearing.done, hearing.failed)
    begun.wait(5)
    task.cancel()
    end.set()
    worker.start(lambda task: "next", hearing.done, hearing.failed)
    qtbot.waitUntil(lambda: bool(hearing.answers))
    assert hearing.answers == ["next"]
    worker.close()


def test_an_answer_that_is_on_its_way_is_not_told_after_cancelling(qtbot):
    worker, hearing = Worker(), Hearing()
    task = worker.start(lambda task: "too late", hearing.done, hearing.failed)
    worker.start(lambda task: "next", hearing.done, hearing.failed)
    _wait_without_the_window(worker)
    task.cancel()
    qtbot.waitUntil(lambda: bool(hearing.answers))
    assert hearing.answers == ["next"]
    worker.close()


def test_nothing_is_told_once_the_worker_is_closed(qtbot):
    worker, hearing = Worker(), Hearing()
    worker.start(lambda task: "too late", hearing.done, hearing.failed)
    _wait_without_the_window(worker)
    worker.close()
    QApplication.processEvents()
    assert hearing.answers == []


def test_a_task_is_freed_on_the_thread_of_the_window(qtbot):
    worker, hearing, freed_on = Worker(), Hearing(), []

    def note_thread():
        freed_on.append(threading.current_thread())

    for count in range(1, 21):
        task = worker.start(lambda task: None, hearing.done, hearing.failed)
        weakref.finalize(task, note_thread)
        del task
        qtbot.waitUntil(lambda so_many=count: len(hearing.answers) == so_many)
    worker.close()
    assert freed_on == [threading.main_thread()] * 20


def _wait_without_the_window(worker):
    """Let all work end while the window hears nothing of it yet."""
    ended = threading.Event()
    hearing = Hearing()
    worker.start(lambda task: ended.set(), hearing.done, hearing.failed)
    assert ended.wait(5)


def test_closing_ends_the_thread(qtbot):
    before = threading.enumerate()
    worker, hearing = Worker(), Hearing()
    worker.start(lambda task: None, hearing.done, hearing.failed)
    assert len(threading.enumerate()) == len(before) + 1
    worker.close()
    assert threading.enumerate() == before


def test_a_closed_worker_does_nothing_more(qtbot):
    before, done = threading.enumerate(), []
    worker, hearing = Worker(), Hearing()
    worker.close()
    task = worker.start(done.append, hearing.done, hearing.failed)
    QApplication.processEvents()
    assert task.cancelled
    assert not worker.busy
    assert (done, hearing.answers, threading.enumerate()) == ([], [], before)


class HearingParts(QObject):
    def __init__(self):
        super().__init__()
        self.parts = []
        self.answers = []

    def part(self, done, of):
        self.parts.append((done, of, threading.current_thread()))

    def done(self, answer):
        self.answers.append(answer)


def test_work_says_how_far_it_is_on_the_thread_of_the_window_and_whether_to_go_on(qtbot):
    worker, hearing, waits = Worker(), HearingParts(), threading.Event()

    def work(task):
        waits.wait(5)
        went = task.tell(1, 2)
        task.cancel()
        return went, task.tell(2, 2)

    went = []
    task = worker.start(lambda one: went.append(work(one)), hearing.done, hearing.done)
    task.progressed.connect(hearing.part)
    waits.set()
    qtbot.waitUntil(lambda: bool(went) and bool(hearing.parts))
    assert went == [(True, False)]
    assert hearing.parts == [(1, 2, threading.main_thread())]
    worker.close()
