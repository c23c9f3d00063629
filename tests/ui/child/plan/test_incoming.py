"""How a plan file comes to the window: chosen, dropped, one after the other, and strange ones."""

from uuid import uuid4

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from homejournal.exchange.plan_file import MOST_BYTES
from homejournal.services.opening import open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.child.plan.plan_files import InvalidPlanFileDialog, PlanImportDialog
from tests.exchange.plan_files import HANDWRITTEN, as_bytes
from tests.ui.child.plan.test_plan_files import choose_in, looked, top, window
from tests.ui.dragging import dropped, of_urls
from tests.ui.forms import lines_of

__all__ = ["window"]

FAULTY = {
    **HANDWRITTEN,
    "strategies": [{"id": "wait", "name": "Wait", "outcome": "eats"}],
    "routines": [{"id": f"r{place}"} for place in range(9)],
}


def test_what_is_wrong_with_a_file_is_told_with_its_place(window, qtbot, tmp_path, hands, house):
    dialog = looked(window, qtbot, tmp_path, FAULTY)
    assert isinstance(dialog, InvalidPlanFileDialog)
    told = hands.texts(dialog)
    assert "Nothing was taken from this file." in told
    assert "routines[0].name – this field is needed and not there" in told
    assert "and 3 more places" in told
    hands.click(hands.named(dialog, QPushButton, "Copy these lines"))
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[-1] == "strategies[0].outcome – this points to a record that is not there: eats"
    assert len(copied) == 11
    assert house.journal.family().strategies == {}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (b"<html><script>alert(1)</script>", "It is not a plan file."),
        (b"MZ\x90\x00", "It is not a plan file."),
        ({"format": "homejournal", "schema": 1}, "It is not a plan file."),
        (b" " * (MOST_BYTES + 1), "the file is too large"),
        (b"[" * 200_000, "lists inside lists"),
        ({**HANDWRITTEN, "schema": 3}, "written by a newer homejournal"),
        ({**HANDWRITTEN, "schema": 3, "needs": "2.1"}, "needs homejournal 2.1 or later"),
    ],
)
def test_a_strange_file_is_told_in_a_sentence(window, qtbot, tmp_path, hands, told, words):
    dialog = looked(window, qtbot, tmp_path, told)
    assert any(words in line for line in hands.texts(dialog))


def test_a_file_that_is_gone_is_told_and_another_one_can_be_chosen(window, qtbot, tmp_path, hands):
    window.window_actions.files.look_at_plan(tmp_path / "gone.hjplan")
    qtbot.waitUntil(lambda: top() is not None)
    assert any("could not be read" in line for line in hands.texts(top()))
    hands.click(hands.named(top(), QPushButton, "Choose another file…"))
    (tmp_path / "plan.hjplan").write_bytes(as_bytes(HANDWRITTEN))
    choose_in(window, tmp_path / "plan.hjplan")
    qtbot.waitUntil(lambda: isinstance(top(), PlanImportDialog))


def test_a_file_is_chosen_from_the_menu(window, qtbot, tmp_path):
    (tmp_path / "plan.json").write_bytes(as_bytes(HANDWRITTEN))
    window.menus.action(Action.TAKE_PLAN).trigger()
    choose_in(window, tmp_path / "plan.json")
    qtbot.waitUntil(lambda: isinstance(top(), PlanImportDialog))


def test_a_file_that_is_dropped_on_the_window_is_looked_at(window, qtbot, tmp_path):
    path = tmp_path / "Plan.HJPLAN"
    path.write_bytes(as_bytes(HANDWRITTEN))
    assert dropped(window, of_urls(path.as_uri()))
    qtbot.waitUntil(lambda: isinstance(top(), PlanImportDialog))


def test_one_file_is_looked_at_after_the_other(window, qtbot, tmp_path):
    first = looked(window, qtbot, tmp_path)
    assert dropped(window, of_urls((tmp_path / "plan.hjplan").as_uri()))
    assert not window.desk.worker.busy
    assert top() is first


@pytest.mark.parametrize(
    "urls",
    [(), ("https://example.org/a.hjplan",)],
)
def test_nothing_else_is_taken_by_a_drop(window, urls):
    assert not dropped(window, of_urls(*urls))


def nothing_opens(window, tmp_path):
    (tmp_path / "plan.hjplan").write_bytes(as_bytes(HANDWRITTEN))
    window.window_actions.files.take_plan()
    window.window_actions.files.look_at_plan(tmp_path / "plan.hjplan")
    return top() is None and not window.desk.worker.busy


def test_without_a_child_nothing_opens(empty_journal, open_window, tmp_path):
    window = open_window(empty_journal)
    window.window_actions.files.hand_over_plan()
    assert nothing_opens(window, tmp_path)


def test_in_a_journal_that_is_only_read_a_plan_is_only_handed_over(three, open_window, tmp_path):
    three.journal.close()
    reading = open_journal(tmp_path / "journal", clock=three.clock, device=uuid4(), write=False)
    window = open_window(reading)
    assert nothing_opens(window, tmp_path)
    window.open_page("plan")
    assert list(lines_of(window.page, about="")) == [
        "A week for the fridge…",
        "Hand over as a plan file…",
    ]
    assert not window.menus.action(Action.TAKE_PLAN).isEnabled()
