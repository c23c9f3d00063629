"""Tab goes through a dialog as one reads it: line by line, from where reading begins."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

MOST_STOPS = 300


def against_reading(dialog, hands):
    """Return where Tab goes back, but for the one time it has to: from the last to the first."""
    back = [
        f"{called(one)} → {called(other)}"
        for one, other in pairwise(walked(dialog, hands))
        if backward(dialog, one, other)
    ]
    return back if len(back) > 1 else []


def walked(dialog, hands):
    """Press Tab until the focus is where it was; return the stops, and the first once more."""
    first = QApplication.focusWidget()
    assert dialog.isAncestorOf(first), "nothing in the dialog has the focus"
    return [first, *tab_stops(hands)]


def tab_stops(hands):
    """Press Tab until the focus is where it was; yield each stop as long as it has the focus."""
    if QApplication.focusWidget() is None:
        hands.press(Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    for _ in range(MOST_STOPS):
        hands.press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        yield now
        if now is first:
            return
    pytest.fail(f"Tab does not come back from {now}")


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
