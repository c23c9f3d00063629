"""Tab goes through every page as one reads it, also where parts were made later than the rest."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton

from homejournal.ui.widgets.layout.focus import stops_as_read
from homejournal.ui.window.places import PAGES
from tests.ui.waiting import settle_window


def read(page):
    """Return the stops of a page as one reads them, each once, where it is itself."""
    found, stops = [], stops_as_read(page)
    for stop in stops:
        if stop.focusProxy() in stops:
            continue
        inner = stop
        while inner.focusProxy() is not None:
            inner = inner.focusProxy()
        reached = inner.focusPolicy() & Qt.FocusPolicy.TabFocus
        if inner.isVisible() and inner.isEnabled() and reached and inner not in found:
            found.append(inner)
    return found


def until_it_leaves(page, hands):
    """Press Tab from the first stop on until the focus is no longer in the page."""
    found = []
    while page.isAncestorOf(QApplication.focusWidget()):
        assert QApplication.focusWidget() not in found, "Tab goes round and never leaves the page"
        found.append(QApplication.focusWidget())
        hands.press(Qt.Key.Key_Tab)
    return found


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_tab_goes_through_every_page_as_one_reads_it(example, open_window, qtbot, hands):
    window, wrong = open_window(example), {}
    for name in PAGES:
        window.open_page(name)
        settle_window(window, qtbot)
        stops = read(window.page)
        stops[0].setFocus()
        # What shows itself only while a note is being written is not known before.
        found = [one for one in until_it_leaves(window.page, hands) if one in stops]
        # In a group of choices Tab stops at one of them, and arrows go on from there.
        left_out = [
            stop for stop in stops if stop not in found and not isinstance(stop, QRadioButton)
        ]
        if left_out or found != [stop for stop in stops if stop in found]:
            wrong[name] = [spoken(one) for one in found], [spoken(one) for one in left_out]
    assert wrong == {}
