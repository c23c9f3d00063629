"""Handing a plan over as a file: only what is ticked, said where something is missing."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from homejournal.domain.records.plan import PlanStep, StepKind, Strategy
from homejournal.exchange.plan_file import read_plan_file
from homejournal.ui.base.actions import Action
from homejournal.ui.child.plan.plan_files import PlanExportDialog
from tests.ui.child.plan.test_plan_files import choose_in, top, window
from tests.ui.conftest import SUNDAY
from tests.ui.forms import choose_line, lines_of
from tests.ui.waiting import settle
from tests.ui.whole_window.test_every_page import nameless

__all__ = ["window"]


@pytest.fixture
def several(house):
    house.plan("Two choices")
    house.plan("Sign more", start=date(2026, 3, 3))
    done = house.plan("Pause in songs", start=date(2026, 3, 4))
    finish = PlanStep(id=uuid4(), strategy=done, from_day=SUNDAY, step=StepKind.FINISH)
    house.journal.records.save(finish)
    return house


@pytest.fixture
def handing(several, open_window):
    window = open_window(several.journal, page="plan")
    QApplication.processEvents()
    choose_line(window.page, "Hand over as a plan file…", about="")
    assert isinstance(top(), PlanExportDialog)
    return top()


def marked(dialog):
    lines = dialog.lines.values()
    return [line.box.accessibleName() for line in lines if line.box.isChecked()]


def test_what_is_ticked_is_handed_over_and_nothing_else(handing, hands, qtbot, tmp_path):
    window = handing.parent()
    assert marked(handing) == ["Two choices", "Sign more"]
    assert nameless(handing) == []
    assert "Finished" in hands.texts(handing)
    line = next(one for one in handing.lines.values() if one.box.accessibleName() == "Sign more")
    hands.click(line.findChild(QLabel))
    assert marked(handing) == ["Two choices"]
    handing.name.setText("For Dana: week 12/13")
    hands.click(hands.named(handing, QPushButton, "Save the file…"))
    QApplication.processEvents()
    files = next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())
    assert files.findChild(QLineEdit).text() == "For Dana week 12 13.hjplan"
    choose_in(window, tmp_path / "ours")
    settle(window.page, qtbot)
    data = (tmp_path / "ours.hjplan").read_bytes()
    file = read_plan_file(data)
    assert file.name == "For Dana: week 12/13"
    assert [record.name for record in file.records if isinstance(record, Strategy)] == [
        "Two choices"
    ]
    assert b"Maya" not in data
    assert window.frame.toast.isVisible()


@pytest.mark.parametrize(
    ("name", "tick_none", "words"),
    [
        ("  ", False, "Please write something here."),
        ("Ours", True, "Choose at least one strategy."),
    ],
)
def test_what_is_missing_is_said_and_the_form_stays(handing, hands, name, tick_none, words):
    handing.name.setText(name)
    for line in handing.lines.values() if tick_none else ():
        line.box.setChecked(False)
    hands.click(hands.named(handing, QPushButton, "Save the file…"))
    assert words in hands.texts(handing)
    assert top() is handing


def test_a_place_that_cannot_be_written_is_told(handing, hands, qtbot, tmp_path):
    window = handing.parent()
    hands.click(hands.named(handing, QPushButton, "Save the file…"))
    QApplication.processEvents()
    choose_in(window, tmp_path / "no such folder" / "ours.hjplan")
    settle(window.page, qtbot)
    assert "The disk did not let homejournal" in window.frame.failure.text()


def test_an_empty_plan_offers_only_to_take_one_in(house, open_window, hands):
    window = open_window(house.journal)
    window.menus.action(Action.HAND_OVER_PLAN).trigger()
    assert "No strategies yet" in hands.texts(top())
    top().reject()
    window.open_page("plan")
    assert list(lines_of(window.page, about="")) == ["Look at examples…", "Add a plan file…"]


def test_what_was_handed_over_comes_in_again_as_it_was(several, handing, hands, qtbot, tmp_path):
    window = handing.parent()
    hands.click(hands.named(handing, QPushButton, "Save the file…"))
    QApplication.processEvents()
    choose_in(window, tmp_path / "ours.hjplan")
    settle(window.page, qtbot)
    data = (tmp_path / "ours.hjplan").read_bytes()
    assert several.journal.plan_files.preview(data, several.child.id).changes_nothing
    assert [type(record) for record in read_plan_file(data).records].count(Strategy) == 2
