"""Tab goes through every dialog as one reads it: line by line, from where reading begins.

The dialogs are those that pictures are made of, so a new one with a picture is walked through too.
"""

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
from picture_scenes import FULL, go_to, leave


def walked(dialog, hands):
    """Press Tab until the focus is where it was; return the stops, and the first once more."""
    stops = [QApplication.focusWidget()]
    assert dialog.isAncestorOf(stops[0]), "nothing in the dialog has the focus"
    while len(stops) == 1 or stops[-1] is not stops[0]:
        hands.press(Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        assert len(stops) < 200, "Tab does not come back"
    return stops


def backward(dialog, one, other):
    """Say whether a stop stands before the one that Tab left, as one reads."""
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    left, came = (
        QRect(part.mapTo(dialog, QPoint(0, 0)), part.size())
        for part in (stands_for(one, other), stands_for(other, one))
    )
    shared = min(left.bottom(), came.bottom()) - max(left.top(), came.top())
    if shared <= min(left.height(), came.height()) / 2:
        return came.top() < left.bottom()
    if dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return came.right() > left.left()
    return came.left() < left.right()


def stands_for(part, other):
    """Return what is read in place of a part: all that scrolls with it, unless both scroll."""
    found, above = part, part.parentWidget()
    while above is not None and not above.isAncestorOf(other):
        if isinstance(above, QScrollArea):
            found = above
        above = above.parentWidget()
    return found


def called(widget):
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {widget.accessibleName() or text()}"[:60]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_tab_goes_through_every_dialog_as_one_reads_it(
    example, open_window, qtbot, hands, language
):
    window, wrong, dialogs = open_window(example, language), {}, 0

    def settle():
        for _ in range(3):
            qtbot.waitUntil(lambda: not window.is_busy, timeout=30_000)
            for _ in range(4):
                QApplication.processEvents()

    for scene in FULL:
        shown = go_to(scene, window, settle)
        if isinstance(shown, QDialog):
            dialogs += 1
            stops = walked(shown, hands)
            settle()
            back = [
                f"{called(one)} → {called(other)}"
                for one, other in pairwise(stops)
                if backward(shown, one, other)
            ]
            # Once it goes back: from the last to the first.
            if len(back) > 1:
                wrong[scene.name] = back
        leave(window)
        settle()
    assert wrong == {}
    assert dialogs > 30
