"""The parts of the day on Plan: a click puts a strategy in or out, as a step that can be undone."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from homejournal.domain.records.plan import PlanStep, Routine, StepKind
from homejournal.texts.wording import wording_of
from homejournal.ui.child.plan.routine_grid import GridDialog, GridModel, GridTable
from homejournal.ui.theme import Scheme, apply_theme

Key = Qt.Key
_CHECKED = Qt.CheckState.Checked


@pytest.fixture
def page(three, open_window, hands):
    return opened(open_window(three.journal), hands)


def opened(window, hands):
    window.open_page("plan")
    QApplication.processEvents()
    hands.click(hands.named(window.page, QPushButton, "Parts of the day"))
    QApplication.processEvents()
    return window.page


def table(page):
    return page._grid.table


def cell(page, routine, strategy):
    model = page._grid.model
    rows = [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]
    columns = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return model.index(rows.index(routine), columns.index(strategy))


def lives(page, routine, strategy):
    found = cell(page, routine, strategy).data(Qt.ItemDataRole.CheckStateRole)
    return found == _CHECKED


def click(page, routine, strategy):
    place = table(page).visualRect(cell(page, routine, strategy))
    where = place.topLeft() + QPoint(6, 6)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(table(page).viewport(), left, Qt.KeyboardModifier.NoModifier, where)
    QApplication.processEvents()


def test_the_table_shows_where_each_strategy_lives_and_the_cards_are_away(page):
    assert lives(page, "Routine 0", "Two choices")
    assert not lives(page, "Routine 1", "Two choices")
    assert not any(card.isVisible() for card in page.cards)


def test_a_click_anywhere_in_a_cell_puts_a_strategy_in_and_out_and_can_be_taken_back(page, three):
    stack = page.desk.editing.stack
    click(page, "Routine 1", "Two choices")
    assert lives(page, "Routine 1", "Two choices")
    assert stack.undoText() == "Two choices lives in Routine 1 now"
    click(page, "Routine 0", "Two choices")
    assert not lives(page, "Routine 0", "Two choices")
    assert stack.undoText() == "Two choices taken out of Routine 0"
    stack.undo()
    stack.undo()
    assert lives(page, "Routine 0", "Two choices")
    assert not lives(page, "Routine 1", "Two choices")
    assert len(three.journal.family().steps[three.ids["Two choices"]]) == 1


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_arrows_move_and_a_key_switches_the_cell_that_keeps_the_focus(page, hands, key):
    table(page).setFocus()
    table(page).setCurrentIndex(page._grid.model.index(0, 0))
    hands.press(Key.Key_Down, key)
    assert lives(page, "Routine 1", "Two choices")
    assert QApplication.focusWidget() is table(page)
    assert table(page).currentIndex() == cell(page, "Routine 1", "Two choices")
    hands.press(Key.Key_A)
    assert page.desk.editing.stack.count() == 1


def test_tab_leaves_the_table(page, hands):
    table(page).setFocus()
    hands.press(Key.Key_Tab)
    assert QApplication.focusWidget() is page._grid.add


def test_every_cell_says_what_it_means_to_a_screen_reader(page):
    seen = cell(page, "Routine 0", "Two choices").data(Qt.ItemDataRole.AccessibleTextRole)
    other = cell(page, "Routine 1", "Two choices").data(Qt.ItemDataRole.AccessibleTextRole)
    assert seen == "Two choices lives in Routine 0"
    assert other == "Two choices is not in Routine 1"
    heard = QAccessible.queryAccessibleInterface(table(page))
    assert heard.text(QAccessible.Text.Name) == "Parts of the day and strategies"


def test_the_last_part_of_the_day_stays_where_an_earlier_step_would_bring_it_back(page, three):
    change = PlanStep(
        id=uuid4(),
        strategy=three.ids["Two choices"],
        from_day=date(2026, 3, 15),
        step=StepKind.CHANGE,
    )
    three.journal.records.save(change)
    page.heard(None)
    click(page, "Routine 0", "Two choices")
    assert lives(page, "Routine 0", "Two choices")
    assert "so it keeps one" in page._grid.notice.text()
    assert page._grid.notice.isVisible()
    click(page, "Routine 1", "Two choices")
    assert page._grid.notice.isHidden()


def test_a_part_of_the_day_is_added(page, hands):
    hands.click(hands.named(page, QPushButton, "Add a part of the day…"))
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    hands.press("Bath")
    hands.click(hands.named(dialog, QPushButton, "Save"))
    QApplication.processEvents()
    assert not lives(page, "Bath", "Two choices")
    click(page, "Bath", "Two choices")
    assert lives(page, "Bath", "Two choices")


def test_a_part_of_the_day_without_a_name_is_not_saved(page, hands):
    hands.click(hands.named(page, QPushButton, "Add a part of the day…"))
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    hands.click(hands.named(dialog, QPushButton, "Save"))
    assert dialog.isVisible()
    assert dialog.findChild(QLineEdit).hasFocus()


def test_without_any_part_of_the_day_the_page_says_how_to_begin(house, open_window, hands):
    house.plan("Sign more")
    routines = list(house.journal.family().routines)
    page = opened(open_window(house.journal), hands)
    step = next(iter(house.journal.family().steps.values()))[0]
    house.journal.records.delete(*routines)
    page.heard(None)
    assert step.routines
    assert any("There is no part of the day yet" in text for text in hands.texts(page))
    assert not table(page).isVisible()


def test_the_cards_come_back(page, hands):
    hands.click(hands.named(page, QPushButton, "Parts of the day"))
    QApplication.processEvents()
    assert all(card.isVisible() for card in page.cards)
    assert page._grid.isHidden()


def test_going_to_a_strategy_leaves_the_table(page, three):
    page.open_at(three.ids["Sign more"])
    QApplication.processEvents()
    assert all(card.isVisible() for card in page.cards)


def test_a_journal_that_is_only_read_shows_the_table_and_changes_nothing(
    three, open_window, hands, monkeypatch
):
    monkeypatch.setattr(type(three.journal), "read_only_because", OSError("read only"))
    page = opened(open_window(three.journal), hands)
    click(page, "Routine 1", "Two choices")
    assert not lives(page, "Routine 1", "Two choices")
    assert not page._grid.add.isVisible()
    assert page._grid.paper.isVisible()


def test_it_is_looked_at_before_it_is_printed(page, hands, qtbot):
    hands.click(hands.named(page, QPushButton, "On paper…"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GridDialog)
    qtbot.waitUntil(lambda: not dialog._render.busy, timeout=20_000)
    assert len(dialog.preview._sheets) == 1
    assert dialog.preview.accessibleDescription().splitlines()[0] == "Routine 0: Two choices"
    assert dialog.file_words() == ("Parts of the day", "Maya", date(2026, 3, 22))
    hands.click(hands.named(dialog, QPushButton, "Close"))
    assert not dialog.isVisible()


def test_a_long_name_is_short_in_the_head_and_whole_when_it_is_heard(house, open_window, hands):
    house.journal.records.save(
        Routine(id=uuid4(), name="In the car to the other grandmother " * 5, child=house.child.id)
    )
    house.plan("Sign more")
    page = opened(open_window(house.journal), hands)
    model, down = page._grid.model, Qt.Orientation.Vertical
    heads = [model.headerData(n, down) for n in range(2)]
    heard = [model.headerData(n, down, Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert max(map(len, heads)) in {60, 61}
    assert max(map(len, heard)) > 170
    assert model.headerData(9, down) is None


def test_the_table_grows_with_the_text(page, qapp):
    small = table(page).height()
    apply_theme(qapp, Scheme.LIGHT, 200)
    QApplication.processEvents()
    assert table(page).height() > small * 1.5


def test_the_model_keeps_qts_rules(page, qtmodeltester):
    model = GridModel(wording_of("en"))
    grid = page.desk.journal.sheets.grid(page.child, page.desk.today())
    qtmodeltester.check(model)
    model.show_grid(grid)
    qtmodeltester.check(model)
    alone = GridTable(model, "Alone")
    assert alone.minimumSizeHint().width() > 0
    alone.deleteLater()
