"""The search for garbage: on the window's thread, and for long only between the work."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from homejournal.ui.window.startup import Tidying


class Ring:
    """Holds itself, so that only a search can free it."""

    def __init__(self):
        self.me = self


AS_USUAL = (700, 10, 10)
"""How soon Python itself looks for garbage; the tests let it look more rarely."""


@pytest.fixture
def tidying(qapp):
    parent, busy = QObject(), [False]
    of_tests = gc.get_threshold()
    gc.set_threshold(*AS_USUAL)
    made = Tidying(lambda: busy[0], parent)
    made.busy = busy
    made.begin()
    yield made
    made.end()
    gc.set_threshold(*of_tests)
    assert gc.get_freeze_count() == 0
    parent.deleteLater()


def an_old_ring():
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect(1)  # it is old now, and only the long search finds it
    del ring
    return gone


def on_time(timer, qtbot):
    timer.setInterval(1)
    with qtbot.waitSignal(timer.timeout):
        pass


@pytest.fixture
def by_itself():
    """Let Python search by itself, as it does outside of this program."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("by_itself")
def test_no_other_thread_frees_what_the_window_made(qapp):
    parent, freed_on, many = QObject(), [], []
    tidying = Tidying(lambda: True, parent)
    tidying.begin()
    weakref.finalize(Ring(), lambda: freed_on.append(threading.current_thread()))
    other = threading.Thread(target=lambda: many.extend([] for _ in range(100_000)))
    other.start()
    other.join()
    assert freed_on == []
    tidying.short.timeout.emit()
    assert freed_on == [threading.main_thread()]
    tidying.end()
    assert gc.isenabled()
    parent.deleteLater()


def test_work_is_not_interrupted_by_the_long_search(tidying, qtbot):
    tidying.busy[0] = True
    gone = an_old_ring()
    many = [[] for _ in range(200_000)]
    on_time(tidying.long, qtbot)
    assert gone() is not None
    assert len(many) == 200_000


def test_what_nobody_holds_goes_once_nothing_is_under_way(tidying, qtbot):
    gone = an_old_ring()
    on_time(tidying.long, qtbot)
    assert gone() is None


def test_what_is_young_is_searched_while_work_goes_on(tidying, qtbot):
    tidying.busy[0] = True
    gone = weakref.ref(Ring())
    many = [[] for _ in range(2_000)]
    on_time(tidying.short, qtbot)
    assert gone() is None
    assert len(many) == 2_000


def test_nothing_is_searched_where_nothing_grew_old(tidying, qtbot):
    gc.collect()
    before = gc.get_stats()[2]["collections"]
    on_time(tidying.long, qtbot)
    assert gc.get_stats()[2]["collections"] == before
