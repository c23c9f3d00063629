"""What holds for every page and dialog: everything named, nothing cut, no words of its own."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

import homejournal.ui
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.texts.wording import languages
from homejournal.ui.base.actions import Action
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.roles import folds
from homejournal.ui.window.places import PAGES
from tests.ui.tab_order import tab_stops
from tests.ui.waiting import settle_window

FOLDER = Path(homejournal.ui.__file__).parent
BY_MENU = ("week_grid",)
"""Pages without a tab and a place of their own."""
EXISTING = [*PAGES, *BY_MENU]
DIALOGS = [
    Action.HELP,
    Action.KEYS,
    Action.FIND_COMMAND,
    Action.HELP_ON_PAPER,
    Action.ABOUT,
    Action.ADD_CHILD,
    Action.PEOPLE,
    Action.LIFE_EVENTS,
]
# What shows words to a person; each argument has to come from the catalogue or from a value.
SHOWING = {
    "setText",
    "setWindowTitle",
    "setPlaceholderText",
    "setToolTip",
    "setAccessibleName",
    "setAccessibleDescription",
    "setInformativeText",
    "addAction",
    "addMenu",
    "addButton",
    "addItem",
    "QLabel",
    "QPushButton",
    "WordButton",
    "QCheckBox",
    "QAction",
    "WrapLabel",
    "line_label",
    "Notice",
    "Card",
    "add_row",
    "tells",
}


@pytest.fixture
def full(house):
    """A family with every way to rate, something written, and long words."""
    house.plan("Pause and wait", Often(times=3, slots=("breakfast", "lunch", "dinner")))
    house.plan("Minutes until asleep", kind=RatingKind.NUMBER, unit="minutes")
    house.plan("One learning bite", kind=RatingKind.TRIES)
    house.plan("Warm bath", kind=RatingKind.NONE)
    house.plan("Supercalifragilistic" * 9, why="So that " * 60)
    for strategy in house.ids.values():
        house.journal.days.did_it(strategy, house.journal.today())
    return house


def fields(window):
    for widget in window.findChildren(QWidget):
        inner = (widget.objectName() or "").startswith("qt_")
        inside = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        reached = widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if reached and not inner and not inside:
            yield widget


def spoken(widget):
    face = QAccessible.queryAccessibleInterface(widget)
    label = face.relations(QAccessible.RelationFlag.Label)
    return face.text(QAccessible.Text.Name) or (label and "by its label")


def nameless(window):
    return [
        f"{type(field).__name__} {field.objectName()}"
        for field in fields(window)
        if not spoken(field)
    ]


def cut(window):
    """Return the texts that do not fit where they stand, or stand outside their page."""
    found = []
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton):
        if not widget.isVisible() or not widget.text():
            continue
        if widget.hasHeightForWidth():
            short = widget.height() < widget.heightForWidth(widget.width())
        else:
            hint = widget.minimumSizeHint()
            short = widget.width() < hint.width() or widget.height() < hint.height()
        if short or _outside(widget, window):
            found.append(f"{type(widget).__name__}: {widget.text()[:60]}")
    return found


def _outside(widget, window):
    area = widget.parentWidget()
    while area is not window and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    frame = area.viewport() if isinstance(area, QAbstractScrollArea) else window
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    room = QRect(frame.mapTo(window, QPoint(0, 0)), frame.size())
    return place.left() < room.left() - 1 or place.right() > room.right() + 1


def dialog_of(window):
    """Return the one dialog that stands before the window."""
    (dialog,) = window.findChildren(QDialog)
    return dialog


@pytest.mark.with_all  # the scenes have these dialogs, too, with what the example family wrote
@pytest.mark.parametrize("does", DIALOGS)
def test_everything_in_a_dialog_that_takes_the_focus_has_a_name(full, open_window, does):
    window = open_window(full.journal)
    window.window_actions.do(does)
    dialog = dialog_of(window)
    assert nameless(dialog) == []
    dialog.reject()


def test_everything_at_the_first_start_has_a_name(empty_journal, open_window):
    window = open_window(empty_journal)
    for step in range(2):
        window.page._go(step)
        assert nameless(window) == []
    for button in (window.page.child_form.birthday, window.page.strategy_form.more):
        button.click()
    assert nameless(window) == []


@pytest.mark.usually(language=["es"])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("percent", [100, 150])
def test_no_text_is_cut_in_a_small_window(full, open_window, percent, language, qapp, qtbot):
    window, wrong = open_window(full.journal, language), {}
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(1024, 640)
    for page in EXISTING:
        window.open_page(page)
        settle_window(window, qtbot)
        size = (window.width(), window.height())
        if faults := [*cut(window), *({size} - {(1024, 640)})]:
            wrong[page] = faults
    assert wrong == {}


@pytest.mark.parametrize("percent", [100, 150])
def test_no_text_is_cut_at_the_first_start(empty_journal, open_window, percent, qapp):
    window = open_window(empty_journal)
    apply_theme(qapp, Scheme.LIGHT, percent)
    window.resize(1024, 640)
    for step in range(2):
        window.page._go(step)
        for _ in range(4):
            QApplication.processEvents()
        assert cut(window) == []


@pytest.mark.parametrize("page", EXISTING)
def test_all_that_takes_the_focus_has_a_name_and_tab_comes_back_also_where_all_is_unfolded(
    full, open_window, page, hands
):
    window = open_window(full.journal, page=page)
    QApplication.processEvents()
    assert nameless(window) == []
    assert len(list(tab_stops(hands))) > 1
    for fold in [one for one in window.page.findChildren(QAbstractButton) if folds(one)]:
        if isValid(fold) and fold.isVisible():
            fold.setChecked(True)
            QApplication.processEvents()
    window.frame.nav.button("today").setFocus()
    assert len(list(tab_stops(hands))) > 1


def test_no_words_stand_outside_the_catalogue():
    found = []
    for file in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SHOWING:
                found += [
                    f"{file.name}:{node.lineno} {said!r}"
                    for said in map(_words, _shown(node))
                    if said
                ]
    assert found == []


def _shown(call):
    """Return the arguments that people read; the label of a form's row is its second."""
    return call.args[1:] if _name(call.func) == "add_row" else call.args[:1]


def _name(function):
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _words(argument):
    """Return words that stand in the code: two letters together make a word."""
    parts = [argument] if isinstance(argument, ast.Constant) else []
    if isinstance(argument, ast.JoinedStr):
        parts = [part for part in argument.values if isinstance(part, ast.Constant)]
    for part in parts:
        if isinstance(part.value, str) and any(pair.isalpha() for pair in _pairs(part.value)):
            return part.value
    return ""


def _pairs(text):
    return [text[place : place + 2] for place in range(len(text) - 1)]


def test_line_edits_never_shorten_what_was_typed(full, open_window):
    window = open_window(full.journal)
    for field in window.findChildren(QLineEdit):
        assert field.maxLength() > 10_000 or field.inputMethodHints()


def test_choices_that_need_a_second_line_have_it_at_once(full, open_window, qtbot):
    """Qt's own form kept the heights of another width: the second choice could not be reached."""
    window = open_window(full.journal, "es")
    window.resize(1024, 600)
    window.open_page("visit_page")
    page = window.page
    qtbot.waitUntil(lambda: bool(page.preview._sheets), timeout=20_000)
    row = page.choices.wishes.mode
    first, second = row.pills
    assert second.y() > first.y(), "the window is wide enough for both"
    assert second.geometry().bottom() < row.height()
