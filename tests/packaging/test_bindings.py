import sys

import pytest
from PySide6.QtCore import QObject, Signal


class Source(QObject):
    fired = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal from 3.12 on")
def test_the_bindings_keep_references(qtbot):
    """PySide6 6.12.0 loses one reference to True with every signal until Python aborts."""
    source = Source()
    heard = []
    source.fired.connect(heard.clear)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(100):
        source.fired.emit()
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert abs(after[0] - before[0]) < 50
    assert abs(after[1] - before[1]) < 50
