"""Dialogs that only now and then hold more than a few words keep them while they are typed, too."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from homejournal.domain.days.periods import Period
from homejournal.domain.records.practices import LeftOutReason
from homejournal.services.days.days import MarkTold
from homejournal.ui.day_rows.dialogs import LeftOutDialog
from homejournal.ui.journal.entry_panel import MarkDialog
from homejournal.ui.visits.page.menu_actions import MailDialog, ShortTextDialog
from picture_scene import Scene
from picture_scenes import go_to
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_of_day
from tests.ui.visits.page.visit_pages import choose_way, of_kind, page, ready
from tests.ui.waiting import settle_window

__all__ = ["page", "ready"]
LAST_TIME = "Not saved yet: this is what you typed last time."
WORDS = "Grandma ill, "


def as_if_the_program_had_ended(dialog):
    """Take the dialog away without any of its buttons."""
    dialog.hide()
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def write(field):
    (field.insert if isinstance(field, QLineEdit) else field.insertPlainText)(WORDS)


def keeps(opened, field, drafts, qtbot):
    """Type into a dialog, let the program end, and look whether the words are there again."""
    first = opened()
    before = field(first).text()
    write(field(first))
    meant = field(first).text()
    assert meant != before
    qtbot.waitUntil(lambda: drafts.kept() != {})
    as_if_the_program_had_ended(first)
    again = opened()
    assert field(again).text() == meant
    assert LAST_TIME in [one.text() for one in again.findChildren(QLabel) if one.isVisible()]
    write(field(again))
    for _ in range(2):
        again.reject()
    assert drafts.kept() == {}


def test_why_days_are_left_out(drafts_at_once, three, open_window, hands, qtbot):
    window = open_window(three.journal)

    def opened():
        choose_of_day(window.page, "Left out for a few days…")
        found = window.page.findChildren(LeftOutDialog)
        return next(one for one in found if one.isVisible())

    keeps(opened, lambda one: one.words, three.journal.drafts, qtbot)
    dialog = opened()
    dialog.words.insert(WORDS)
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    dialog.save()
    assert three.journal.drafts.kept() == {}


def test_why_a_day_was_left_out(drafts_at_once, three, open_window, qtbot):
    told = MarkTold(reason=LeftOutReason.OTHER)
    three.journal.days.left_out(three.child.id, Period(SUNDAY, SUNDAY), told)
    window = open_window(three.journal)
    scene = Scene("change", "journal", ("Change…",), first_entry=True)

    def opened():
        go_to(scene, window, partial(settle_window, window, qtbot))
        return window.page.findChild(MarkDialog)

    keeps(opened, lambda one: one._words, three.journal.drafts, qtbot)


@pytest.mark.parametrize(
    ("way", "kind", "field"),
    [
        ("Send by e-mail…", MailDialog, lambda one: one.text),
        ("Short text for a message…", ShortTextDialog, lambda one: one.edit),
    ],
)
def test_a_message_with_the_page(drafts_at_once, page, qtbot, way, kind, field):
    def opened():
        choose_way(page, way)
        return of_kind(page, kind)

    keeps(opened, field, page.desk.journal.drafts, qtbot)
