"""The search for garbage waits until nothing is under way."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject

from homejournal.ui.tidying import Tidying


class Ring:
    """Holds itself, so that only a search can free it."""

    def __init__(self):
        self.me = self


@pytest.fixture
def tidying(qapp):
    parent, busy = QObject(), [False]
    made = Tidying(lambda: busy[0], parent)
    made.busy, before = busy, gc.get_threshold()
    made.begin()
    yield made
    made.end()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
    parent.deleteLater()


def an_old_ring():
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect(1)  # it is old now, and only the long search finds it
    del ring
    return gone


def on_time(tidying, qtbot):
    tidying.timer.setInterval(1)
    with qtbot.waitSignal(tidying.timer.timeout):
        pass


def test_work_is_not_interrupted_by_the_long_search(tidying, qtbot):
    tidying.busy[0] = True
    gone = an_old_ring()
    many = [[] for _ in range(200_000)]
    on_time(tidying, qtbot)
    assert gone() is not None
    assert len(many) == 200_000


def test_what_nobody_holds_goes_once_nothing_is_under_way(tidying, qtbot):
    gone = an_old_ring()
    on_time(tidying, qtbot)
    assert gone() is None


def test_nothing_is_searched_where_nothing_grew_old(tidying, qtbot):
    gc.collect()
    before = gc.get_stats()[2]["collections"]
    on_time(tidying, qtbot)
    assert gc.get_stats()[2]["collections"] == before
