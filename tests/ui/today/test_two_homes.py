"""Today, where another home wrote on the same day, or one thing stands in two versions."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.days.days import PracticeTold
from homejournal.ui.day_rows.saving import TodayWriting
from homejournal.ui.day_rows.strategy_row import StrategyRow
from homejournal.ui.day_rows.who_did_it import WhoChips
from homejournal.ui.records.conflict_dialog import ConflictDialog
from homejournal.ui.widgets.fields.answer_bar import Segment
from tests.ui.conftest import SUNDAY
from tests.ui.safe.sharing.sharing_homes import other, told

__all__ = ["other"]
DAD = Helper(id=uuid4(), name="Dad")


@pytest.fixture
def window(three, open_window, other):
    """Mom's window; the other home did the first strategy today."""
    three.journal.safe.homes.name_ours("With Mom")
    told(three.journal, other, Audience.OTHER_HOME)
    other.records.save(DAD)
    strategy = next(iter(three.journal.family().strategies.values()))
    other.days.did_it(strategy.id, SUNDAY, PracticeTold(rating=2, helper=DAD.id))
    told(other, three.journal, Audience.OTHER_HOME)
    return open_window(three.journal)


def said(hands, part):
    QApplication.processEvents()
    return " ".join(hands.texts(part))


def practices(window):
    return window.journal.records.all_of(Kind.PRACTICE)


def two_versions(window, other):
    (written,) = practices(window)
    for journal, rating in ((window.journal, 3), (other, 1)):
        journal.days.edit(replace(written, rating=rating))
    told(other, window.journal, Audience.OTHER_HOME)
    window.page.refresh()
    return window.page.rows[0]


def test_a_line_says_that_another_home_wrote_it_and_who_did_it(window):
    assert window.page.lines[0].said() == "✓ Some help · Dad · With Dad"


def test_it_says_the_home_alone_where_nobody_is_named(window, other):
    (written,) = practices(window)
    other.days.edit(replace(written, helper=None))
    told(other, window.journal, Audience.OTHER_HOME)
    window.page.refresh()
    assert window.page.lines[0].said() == "✓ Some help · With Dad"


@pytest.mark.parametrize("key", ["1", "3", "D", "W"])
def test_no_key_changes_what_another_home_wrote(window, hands, announced, key):
    before = practices(window)
    card = window.page.lines[0]
    card.setFocus()
    hands.press(hands.alt(key))
    assert practices(window) == before
    assert not any(one.isEnabled() for one in card.findChildren(Segment))
    assert not any(one.isEnabled() for one in window.findChildren(WhoChips))
    if key in "13":
        assert any("press “Once more”" in one for one in announced)


def test_once_more_is_our_own_and_is_rated(window, three, hands):
    window.desk.preferences.helper = three.mom.id
    (theirs,) = practices(window)
    card = window.page.lines[0]
    card.setFocus()
    hands.press(hands.alt("O"))
    hands.press(hands.alt("3"))
    mine = [one for one in practices(window) if one.id != theirs.id]
    assert [(one.helper, one.rating) for one in mine] == [(three.mom.id, 3)]
    assert theirs in practices(window)
    assert [line.said() for line in window.page.rows[0].lines] == [
        "✓ Some help · Dad · With Dad",
        "✓ A little help · Mom",
    ]
    assert not window.journal.safe.settling.how_many()


def test_so_it_is_where_all_children_stand(window, hands):
    desk, (row, *_) = window.desk, window.page.rows
    part = StrategyRow(desk, TodayWriting(desk), row.card, window.page, "Maya")
    part.show_card(row.card)
    assert not any(one.isEnabled() for one in part.findChildren(Segment))
    part.deleteLater()


def test_a_childs_lines_say_so_of_two_versions(window, other, hands):
    desk, row = window.desk, two_versions(window, other)
    part = StrategyRow(desk, TodayWriting(desk), row.card, window.page, "Maya")
    part.show_card(row.card)
    part.show()
    assert "Two versions" in said(hands, part)
    part.deleteLater()


def test_a_row_in_two_versions_leads_to_them(window, other, hands, qtbot):
    card = two_versions(window, other)
    hands.click(hands.named(card, QPushButton, "Two versions · look at them"))
    (dialog,) = window.findChildren(ConflictDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    takes = [one for one in dialog.findChildren(QPushButton) if one.text() == "Take this one"]
    takes[0].click()
    dialog.reject()
    assert "Two versions" not in said(hands, window.page.rows[0])
    assert window.page.lines[0].said().startswith("✓ ")
