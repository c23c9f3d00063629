"""A dialog keeps to the room of its window, and scrolls where even its least size is too large."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from homejournal.ui.widgets.layout.boxes import FlowRow, MasterDetail
from homejournal.ui.widgets.layout.dialog import fit


@pytest.fixture
def window(qtbot, dressed):
    """Return a low and narrow window that is shown."""
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(window, parts, above=None):
    dialog = QDialog(above or window)
    column = QVBoxLayout(dialog)
    for part in parts:
        column.addWidget(part)
    fit(dialog, 560, 500)
    dialog.open()
    settle()
    return dialog


def settle():
    for _ in range(8):
        QApplication.processEvents()


def in_sight(part, dialog):
    return dialog.rect().contains(QRect(part.mapTo(dialog, QPoint(0, 0)), part.size()))


def test_a_dialog_is_as_large_as_it_wants_where_there_is_room(window):
    window.resize(1000, 800)
    assert opened(window, [QLabel("Day")]).size().toTuple() == (560, 500)


def test_a_dialog_over_a_dialog_has_the_room_of_the_window(window):
    window.resize(1000, 800)
    first = opened(window, [QLabel("Day")])
    assert opened(window, [QLabel("Day")], first).size().toTuple() == (560, 500)


def test_a_dialog_that_is_too_high_scrolls_and_tab_comes_to_its_buttons(window, hands):
    buttons = [QPushButton(f"Number {number}") for number in range(12)]
    dialog = opened(window, buttons)
    assert dialog.height() <= window.height()
    assert not in_sight(buttons[-1], dialog)
    buttons[0].setFocus()
    for button in buttons:
        assert QApplication.focusWidget() is button
        assert in_sight(button, dialog)
        hands.press(Qt.Key.Key_Tab)


def test_a_dialog_that_grows_too_high_while_it_is_open_scrolls(window):
    late = QLabel("Late")
    late.setMinimumHeight(400)
    late.hide()
    save = QPushButton("Save")
    dialog = opened(window, [late, save])
    late.show()
    settle()
    assert dialog.height() <= window.height()
    save.setFocus()
    hands_over = [widget for widget in dialog.findChildren(QWidget) if widget.isAncestorOf(save)]
    assert hands_over, "it does not scroll"


def test_the_keyboard_stays_where_it_is_and_in_sight_as_a_dialog_begins_to_scroll(window, hands):
    late, field = QLabel("Late"), QLineEdit()
    late.setMinimumHeight(400)
    late.hide()
    dialog = opened(window, [late, field, QPushButton("Save")])
    field.setFocus()
    hands.press("ab")
    hands.press(Qt.Key.Key_Left)
    late.show()
    settle()
    assert QApplication.focusWidget() is field
    assert in_sight(field, dialog)
    hands.press("c")
    assert field.text() == "acb"


def test_buttons_in_a_row_go_on_in_the_next_line_and_end_where_reading_ends(window):
    row = FlowRow(at_end=True)
    row.add(*(QPushButton("A rather long button") for _ in range(3)))
    dialog = opened(window, [row])
    lines = {button.y() for button in row.findChildren(QPushButton)}
    assert len(lines) > 1
    ends = {max(b.geometry().right() for b in buttons) for buttons in by_line(row)}
    assert ends == {row.width() - 1}
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    starts = {min(b.geometry().left() for b in buttons) for buttons in by_line(row)}
    assert starts == {0}


def by_line(row):
    buttons = row.findChildren(QPushButton)
    return [
        [button for button in buttons if button.y() == y]
        for y in {button.y() for button in buttons}
    ]


def test_names_stand_over_what_they_show_where_the_room_is_narrow(window):
    names, shown = QListWidget(), QPlainTextEdit()
    names.addItems(["Journal", "Plan", "Today"])
    part = MasterDetail(names, shown, 200)
    dialog = opened(window, [part])
    assert names.geometry().bottom() < shown.y()
    window.resize(1000, 800)
    dialog.resize(700, 500)
    settle()
    assert names.width() == 200
    assert names.geometry().right() < shown.x()


def test_buttons_without_room_side_by_side_stand_one_under_another(window):
    box = QDialogButtonBox()
    accept = box.addButton(
        "Go on with what is in this journal", QDialogButtonBox.ButtonRole.AcceptRole
    )
    leave = box.addButton("Leave it as it is for now", QDialogButtonBox.ButtonRole.RejectRole)
    dialog = opened(window, [QLabel("Day"), box])
    assert dialog.width() <= 384
    assert accept.geometry().bottom() < leave.y()
    assert accept.width() == leave.width() == box.width()
    assert in_sight(accept, dialog)
    assert in_sight(leave, dialog)
    window.resize(1000, 800)
    wide = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
    wide.addButton(QDialogButtonBox.StandardButton.Cancel)
    opened(window, [QLabel("Day"), wide])
    assert wide.orientation() == Qt.Orientation.Horizontal
