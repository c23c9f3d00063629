"""What is left out ahead, in the Journal: it can be corrected, and nothing was done yet."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.services.days.days import MarkTold
from homejournal.ui.widgets.button import Pill
from tests.ui.entries import open_entry
from tests.ui.forms import dialog


@pytest.fixture
def away(three, open_window):
    """The Journal of a child who is away tomorrow, at that entry."""
    ahead = three.journal.today() + timedelta(days=1)
    told = MarkTold(strategy=three.ids["Two choices"], reason=LeftOutReason.AWAY)
    three.journal.days.left_out(three.child.id, Period(ahead, ahead), told)
    window = open_window(three.journal, page="journal")
    QApplication.processEvents()
    open_entry(window.page, "away")
    return window.page


def test_a_day_to_come_is_not_opened_where_nothing_can_be_written_yet(three, away, hands):
    assert "Open this day" not in hands.texts(away.entry)
    three.journal.days.not_today(three.child.id, three.journal.today())
    away.refresh()
    open_entry(away, "not today")
    assert "Open this day" in hands.texts(away.entry)


def test_what_is_left_out_ahead_cannot_become_not_today(three, away, hands):
    hands.click(hands.named(away.entry, QPushButton, "Change…"))
    form = dialog()
    hands.click(hands.named(form, Pill, "Not today"))
    hands.click(hands.named(form, QPushButton, "Save"))
    assert form.isVisible()
    assert any("still to come" in text for text in hands.texts(form))
    hands.click(hands.named(form, Pill, "Left out"))
    hands.click(hands.named(form, Pill, "Sick"))
    hands.click(hands.named(form, QPushButton, "Save"))
    assert not form.isVisible()
    day = three.journal.today() + timedelta(days=1)
    (mark,) = three.journal.days.between(three.child.id, day, day).marks
    assert (mark.mark, mark.reason) == (MarkKind.LEFT_OUT, LeftOutReason.SICK)
