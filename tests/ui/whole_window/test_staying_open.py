"""A window that stays open for days holds no more than at first, and says where one is."""

import gc
from collections import Counter
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from homejournal.services.days.days import PracticeTold
from homejournal.ui.base.actions import Action
from homejournal.ui.day_rows.menus import ChoiceMenu
from homejournal.ui.help import HelpWindow
from homejournal.ui.window import frame
from homejournal.ui.window.places import PAGES
from tests.ui.conftest import SUNDAY


def settle():
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()


def parts(window):
    """Count what the window is made of, by kind."""
    settle()
    return Counter(type(one).__name__ for one in window.findChildren(QObject))


def test_many_changes_of_page_and_day_leave_nothing_behind(three, open_window, qtbot, every):
    for strategy in three.ids.values():
        three.journal.days.did_it(strategy, SUNDAY, PracticeTold(rating=2))
    window = open_window(three.journal)

    def round_of_pages():
        for place, name in enumerate(PAGES):
            window.open_page(name)
            QApplication.processEvents()
            if name == "today":
                window.page.set_day(SUNDAY - timedelta(days=place + 1))
                window.page.set_day(SUNDAY)

    round_of_pages()
    window.open_page("visit_page")
    qtbot.waitUntil(lambda: bool(window.page.preview._sheets), timeout=20_000)
    before = parts(window)
    for _ in range(200 // len(PAGES) // every + 1):
        round_of_pages()
    assert parts(window) - before == Counter()


def test_a_menu_that_is_opened_often_stays_small(three, open_window):
    three.journal.days.did_it(three.ids["Two choices"], SUNDAY, PracticeTold(rating=2))
    window = open_window(three.journal)

    def open_all():
        for button in window.page.findChildren(ChoiceMenu):
            if button.isVisible():
                button.open_menu()
                button._menu.close()

    open_all()
    before = parts(window)
    for _ in range(5):
        open_all()
    assert parts(window) - before == Counter()


def test_the_help_keeps_one_page(three, open_window):
    window = open_window(three.journal)
    window.window_actions.do(Action.HELP)
    help_window = window.findChild(HelpWindow)
    for row in [*range(help_window.topics.count())] * 3:
        help_window.topics.setCurrentRow(row)
    settle()  # the window gets its room, and the page is set anew for it
    settle()
    assert len(help_window.page.findChildren(QTextDocument)) == 1
    assert help_window.page.toPlainText()
    help_window.reject()


def test_the_name_of_a_page_is_spoken_when_it_opens(three, open_window, monkeypatch):
    spoken = []
    monkeypatch.setattr(frame, "announce", lambda _on, said: spoken.append(said))
    window = open_window(three.journal)
    window.open_page("plan")
    window.open_page("plan")
    assert spoken == ["Plan"]
