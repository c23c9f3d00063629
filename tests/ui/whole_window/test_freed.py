"""Nothing of a page stays behind when its window is closed or its language changed."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from homejournal.services.days.days import PracticeTold


def settle():
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    gc.collect()


def test_no_menu_of_another_language_stays(three, open_window):
    window = open_window(three.journal)
    window.set_language("es")
    settle()
    before = len(window.menuBar().findChildren(QObject))
    window.set_language("ar")
    window.set_language("es")
    settle()
    assert len(window.menuBar().findChildren(QObject)) == before


@pytest.mark.parametrize(
    "name",
    [
        "plan",
        "outcomes",
        "journal",
        "progress",
        "visit_page",
        "visits",
        "team",
        "about_child",
        "settings",
    ],
)
def test_a_page_is_freed_when_the_language_changes(three, open_window, name):
    journal = three.journal
    journal.days.did_it(three.ids["Sign more"], journal.today(), PracticeTold(rating=2))
    window = open_window(journal, page=name)
    QApplication.processEvents()
    parts = [weakref.ref(one) for one in [window.page, *window.page.findChildren(QWidget)]]
    window.open_page("visits" if name == "team" else "team")
    window.set_language("es")
    settle()
    left = [type(ref()).__name__ for ref in parts if ref() is not None]
    assert left == []
