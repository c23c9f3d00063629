"""What holds for all building blocks: nothing cut, everything named, freed and mirrored."""

import gc
import subprocess
import sys
import weakref
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from homejournal.ui.theme import Scheme
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.cards.notice import EmptyState, Notice, NoticeKind, Toast
from homejournal.ui.widgets.day_navigation import DaySign, StripDay, WeekStrip
from homejournal.ui.widgets.fields.answer_bar import AnswerBar
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.date_and_time import CalendarPopup, DayEdit
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.fields.number_field import NumberEdit, TriesEdit
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, breakable, line_label
from homejournal.ui.window.side_bar import ChildButton, SideNav

LONG = "Strategies that you and your team agree on show up here, and you can add one now. "


def buttons(*words):
    made = FlowRow()
    made.add(*(QPushButton(text) for text in words))
    return made


def card():
    made = Card("Offer two choices at snack, and wait until he looks or points")
    made.add_chip("Meals")
    made.body.addWidget(WrapLabel(LONG, "muted"))
    made.body.addWidget(AnswerBar(["Some help", "On own"], ["answer2", "answer4"], "Sing"))
    made.body.addWidget(buttons("Did it", "Not today", "Left out …", "How we do it"))
    note = NoteEdit("Add a note (optional)")
    note.set_text("She picked the banana")
    made.body.addWidget(note)
    return made


def form():
    made = QWidget()
    rows = Form(made)
    rows.add_row("How many times a day it fits into your day", NumberEdit("minutes"), LONG)
    rows.add_row("Birthday", DayEdit(date(2024, 3, 5), "Not chosen"))
    rows.add_row("How often", SingleChoice([(1, "Every day"), (2, "Some days of the week")]))
    rows.add_row("Tries", TriesEdit("took {took} of {of}", ("Took", "Of")))
    return made


def strip():
    made = WeekStrip("Before", "After")
    days = [date(2026, 6, 7 + n) for n in range(7)]
    made.set_days(
        [StripDay(day, "Sun", str(day.day), DaySign.DID_IT, str(day)) for day in days], days[0]
    )
    return made


def toast():
    made = QWidget()
    Toast(made).show_text("Saved: Sign “more” together", "Undo")
    return made


def nav():
    made = SideNav("Pages", "open now")
    made.top.addWidget(ChildButton("Maya", "Maya"))
    made.add_place("today", "Today", "sun")
    return made


def calendar():
    return CalendarPopup("Choose a day", "Before", "After")


MAKERS = {
    "card": card,
    "form": form,
    "strip": strip,
    "notice": lambda: Notice(LONG, NoticeKind.CAREFUL, "Look around"),
    "empty": lambda: EmptyState("blocks", "No strategies yet", LONG * 3, "Add a strategy"),
    "flow": lambda: buttons("One", "Two and a half", "Three"),
    "toast": toast,
    "nav": nav,
    "calendar": calendar,
}


def shown_in_a_page(widget, qtbot, width=700, height=640):
    area, body = QScrollArea(), QWidget()
    column = QVBoxLayout(body)
    column.addWidget(widget)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    qtbot.addWidget(area)
    area.resize(width, height)
    area.show()
    QApplication.processEvents()
    return area


def is_cut(widget):
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, QAbstractButton) and widget.hasHeightForWidth():
        return widget.height() < widget.heightForWidth(widget.width())
    hint = widget.sizeHint()
    return widget.width() < hint.width() or widget.height() < hint.height()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("name", ["card", "form", "strip", "notice", "empty", "flow"])
def test_no_text_is_cut_and_nothing_leaves_the_page(dress, qtbot, name, percent, direction):
    dress(Scheme.LIGHT, percent)
    area = shown_in_a_page(MAKERS[name](), qtbot, width=720)
    area.setLayoutDirection(direction)
    QApplication.processEvents()
    body = area.widget()
    assert body.width() == area.viewport().width()
    seen = [w for w in body.findChildren(QWidget) if isinstance(w, (QLabel, QAbstractButton))]
    for widget in seen:
        if widget.isVisible():
            assert not is_cut(widget), (widget, widget.size(), widget.sizeHint())
            corner = widget.mapTo(body, widget.rect().topLeft())
            assert corner.x() >= 0
            assert corner.x() + widget.width() <= body.width()


@pytest.mark.parametrize("name", MAKERS)
def test_everything_that_takes_the_focus_has_a_name(dress, qtbot, name):
    made = MAKERS[name]()
    qtbot.addWidget(made)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    for widget in made.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_")
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or inner:
            continue
        if isinstance(widget, kinds):
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name), (type(widget), widget.parent())


@pytest.mark.parametrize("name", MAKERS)
def test_everything_is_freed_after_it_was_closed(dress, qtbot, name):
    made = MAKERS[name]()
    made.show()
    inner = [weakref.ref(child) for child in made.findChildren(QWidget)]
    whole = weakref.ref(made)
    made.close()
    made.deleteLater()
    del made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert whole() is None
    assert [ref() for ref in inner if ref() is not None] == []


@pytest.mark.parametrize("name", ["card", "form", "strip", "notice", "flow"])
def test_the_place_of_every_child_is_mirrored(dress, qtbot, name):
    area = shown_in_a_page(MAKERS[name](), qtbot)
    body = area.widget()

    def places():
        QApplication.processEvents()
        found = [w for w in body.findChildren(QWidget) if isinstance(w, (QLabel, QAbstractButton))]
        shown = [w for w in found if w.isVisible() and not w.objectName().startswith("qt_")]
        return [(w, w.mapTo(body, w.rect().topLeft()).x(), w.width()) for w in shown]

    before = places()
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for (widget, old, width), (_, new, _) in zip(before, places(), strict=True):
        assert abs(new - (body.width() - old - width)) <= 2, widget


def test_a_long_word_is_broken_and_still_read_as_it_is(dress, qtbot):
    label = WrapLabel("a" * 100)
    qtbot.addWidget(label)
    assert label.accessibleName() == "a" * 100
    assert "\u200b" in label.text()
    assert breakable("short words stay") == "short words stay"


def test_a_text_that_is_shortened_stays_whole_for_those_who_look(dress, qtbot):
    label = WrapLabel("word " * 100, most=20)
    qtbot.addWidget(label)
    assert len(label.text()) <= 21
    assert label.toolTip() == "word " * 100


def test_text_is_never_taken_for_markup(dress, qtbot):
    for label in (WrapLabel("<b>x</b>"), line_label("<b>x</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_notice_changes_its_words(dress, qtbot):
    notice = Notice("One", NoticeKind.CAREFUL)
    qtbot.addWidget(notice)
    notice.show()
    assert notice.button.isHidden()
    notice.set_text("Two", "Do it")
    assert notice.text() == "Two"
    with qtbot.waitSignal(notice.pressed):
        notice.button.click()


def test_an_empty_page_offers_its_first_step(dress, qtbot):
    empty = EmptyState("blocks", "Nothing yet", "Here it will be.", "Add one")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()
    empty.set_texts("Nothing found", "Try other words.")
    assert empty.button.isHidden()


def test_a_flow_row_can_be_emptied(dress, qtbot):
    row = buttons("One", "Two")
    qtbot.addWidget(row)
    row.clear()
    assert row.sizeHint().width() == 0


def test_the_building_blocks_bring_nothing_heavy_in():
    heavy = "numpy matplotlib sqlalchemy typst pydantic PySide6.QtSvg PySide6.QtPrintSupport"
    code = (
        "import sys\n"
        "import homejournal.ui.widgets.fields.form\n"
        "import homejournal.ui.window.side_bar\n"
        "import homejournal.ui.widgets.cards.card\n"
        "import homejournal.ui.widgets.cards.notice\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_text_of_another_script_stands_where_the_windows_reading_begins(dress, qtbot):
    label = WrapLabel("An English name")
    qtbot.addWidget(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    assert label.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_a_full_row_goes_on_below(dress, qtbot):
    row = buttons("One", "Two", "Three", "Four")
    qtbot.addWidget(row)
    width = row.sizeHint().width()
    row.resize(width // 4, row.heightForWidth(width // 4))
    row.show()
    tops = [button.y() for button in row.findChildren(QPushButton)]
    assert tops == sorted(set(tops))
    assert row.heightForWidth(width // 4) >= 4 * row.heightForWidth(width)


def test_the_button_of_a_notice_goes_below_where_the_text_needs_the_room(dress, qtbot):
    notice = Notice(LONG, button_text="Look around")
    qtbot.addWidget(notice)
    tops = {}
    for width in (800, 300):
        notice.resize(width, notice.heightForWidth(width) + 60)
        notice.show()
        notice.layout().activate()
        tops[width] = notice.button.y() > notice.height() / 2
    assert tops == {800: False, 300: True}
