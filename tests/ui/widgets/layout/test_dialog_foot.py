"""The foot of a dialog: how far its buttons stand apart, their order, and the line above them."""

import ast
from functools import partial
from inspect import getfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout

from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.dialog import (
    FootButtons,
    FootLine,
    Role,
    fill_dialog,
    foot_row,
)
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel
from tests.ui.tab_order import tab_stops

UI = Path(__file__).resolve().parents[4] / "homejournal" / "ui"


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("way", list(Qt.Orientation))
def test_buttons_stand_as_far_apart_as_the_text_is_large(dress, on_screen, size, way):
    dress(percent=size)
    buttons = FootButtons()
    does = buttons.add_main("Save")
    away = buttons.addButton("Cancel", Role.RejectRole)
    on_screen(buttons)
    buttons.setOrientation(way)
    QApplication.processEvents()
    one, other = sorted((does.geometry(), away.geometry()), key=lambda at: (at.x(), at.y()))
    across = way is Qt.Orientation.Horizontal
    gap = other.left() - one.right() if across else other.top() - one.bottom()
    assert gap - 1 == px(8)
    assert does.property("look") == "primary"


def test_what_nothing_takes_back_looks_like_no_other_button_and_enter_does_not_press_it(dressed):
    buttons = FootButtons()
    careful, main = buttons.add_careful("Delete for good"), buttons.add_main("Save")
    assert not careful.autoDefault()
    assert len({one.property("look") for one in (careful, main, QPushButton())}) == 3


WINDOWS, MAC, KDE, GNOME = range(4)


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (WINDOWS, ["Save", "Print", "Close"]),
        (KDE, ["Save", "Print", "Close"]),
        (MAC, ["Close", "Save", "Print"]),
        (GNOME, ["Close", "Save", "Print"]),
    ],
)
def test_the_button_that_closes_stands_where_the_desktop_has_it(
    dressed, on_screen, request, order, told
):
    request.addfinalizer(partial(dressed.setStyleSheet, dressed.styleSheet()))
    dressed.setStyleSheet(f"QWidget {{ button-layout: {order} }}")
    row = on_screen(foot_row(*map(QPushButton, ("Close", "Save", "Print"))))
    row.resize(600, 60)
    QApplication.processEvents()
    shown = sorted(row.findChildren(QPushButton), key=lambda button: button.x())
    assert [one.text() for one in shown] == told


def test_a_line_stands_above_the_foot_only_while_more_stands_below(dressed, on_screen):
    dialog, words = QDialog(), ScrollColumn(edge=20)
    words.add(*(WrapLabel(f"Line {n}") for n in range(40)))
    fill_dialog(dialog, words, FootButtons())
    dialog.resize(400, 300)
    on_screen(dialog)
    words.lay_out()
    (line,) = dialog.findChildren(FootLine)
    assert line.goes_on
    above = line.grab().toImage().pixelColor(5, 0)
    words.verticalScrollBar().setValue(words.verticalScrollBar().maximum())
    assert not line.goes_on
    assert line.grab().toImage().pixelColor(5, 0) != above


def test_all_dialogs_have_the_same_foot():
    """A box of Qt's own would have its buttons nearer to each other in large text."""
    own = Path(getfile(FootButtons))
    for file in UI.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert file == own or "QDialogButtonBox" not in called, file


@pytest.mark.parametrize("way", list(Qt.Orientation))
@pytest.mark.parametrize("is_late", [False, True])
def test_tab_reaches_every_button_also_the_one_before_the_default(
    dressed, on_screen, hands, way, is_late
):
    dialog, field, buttons = QDialog(), QLineEdit(), FootButtons()
    does, away = buttons.add_careful("Delete it"), buttons.addButton("Cancel", Role.RejectRole)
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    column.addWidget(buttons)
    away.setDefault(True)
    does.setEnabled(False)
    does.setHidden(is_late)
    on_screen(dialog)
    buttons.setOrientation(way)
    QApplication.processEvents()
    does.setEnabled(True)
    does.show()
    QApplication.processEvents()
    field.setFocus()
    assert {*tab_stops(hands)} == {field, does, away}
