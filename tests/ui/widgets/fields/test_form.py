"""Fields are named, described, and keep what was typed when something needs another look."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form import Form, clear_problem, row_of, show_problem
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.fields.number_field import NumberEdit, TriesEdit, write_number


@pytest.fixture
def page(dress, on_screen):
    made = QWidget()
    made.form = Form(made)
    made.resize(500, 600)
    return on_screen(made)


def face(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_a_row_names_and_describes_its_field(page):
    field = QLineEdit()
    page.form.add_row("Our &name", field, "It stands on the visit page.")
    assert row_of(field).label.buddy() is field
    assert face(field).text(QAccessible.Text.Name) == "Our name"
    assert face(field).text(QAccessible.Text.Description) == "It stands on the visit page."


def test_the_shortcut_of_a_label_reaches_its_field(page, qtbot):
    first, second = QLineEdit(), QLineEdit()
    page.form.add_row("&First", first)
    page.form.add_row("&Second", second)
    QApplication.processEvents()
    first.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert second.hasFocus()


def test_what_is_ticked_or_pressed_is_called_by_its_own_words_and_described_by_the_label(page):
    tick, button = QCheckBox("Bed && &bath"), QPushButton("Show…")
    page.form.add_row("Message", tick, "Others may see it.")
    page.form.add_row("People", button)
    assert (tick.accessibleName(), button.accessibleName()) == ("Bed & bath", "Show…")
    assert tick.accessibleDescription() == "Message Others may see it."
    assert button.accessibleDescription() == "People"


def test_a_field_made_of_parts_gives_its_name_to_the_part_that_is_typed_in(page):
    day = DayEdit(date(2024, 3, 5))
    page.form.add_row("Birthday", day)
    assert face(day.field).text(QAccessible.Text.Name) == "Birthday"


def test_a_combo_box_is_labelled(page):
    combo = QComboBox()
    page.form.add_row("Who is writing", combo)
    labelled = face(combo).relations(QAccessible.RelationFlag.Label)
    assert face(combo).text(QAccessible.Text.Name) == "Who is writing" or labelled


def test_a_problem_is_said_in_words_and_what_was_typed_stays(page):
    field = QLineEdit("32/13/2026")
    page.form.add_row("Day", field, "Any day.")
    show_problem(field, "This is not a day.")
    QApplication.processEvents()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "This is not a day." in shown
    assert row_of(field).problem() == "This is not a day."
    assert field.accessibleDescription() == "This is not a day. Any day."
    assert field.text() == "32/13/2026"
    clear_problem(field)
    assert row_of(field).problem() == ""
    assert field.accessibleDescription() == "Any day."


def test_a_problem_paints_the_frame_too(page):
    field = QLineEdit()
    page.form.add_row("Day", field)
    before = field.grab().toImage()
    show_problem(field, "This is not a day.")
    assert field.grab().toImage() != before


def test_a_row_hides_with_its_label(page):
    field = QLineEdit()
    page.form.add_row("Day", field)
    page.form.show_row(field, shown=False)
    assert not row_of(field).label.isVisible()
    assert not field.isVisible()


def test_a_field_outside_a_form_has_no_row(page):
    with pytest.raises(LookupError):
        row_of(page)


def test_a_section_has_a_heading(page):
    assert page.form.add_section("Names").text() == "Names"


def test_what_stands_in_an_empty_note_is_read_whole_and_typing_moves_nothing(page):
    note = NoteEdit("Add a note", parent=page)
    note.show()
    note.resize(180, 40)
    low = note.height()
    note.setPlaceholderText("What happened? A first word, a smile, a step on her own")
    high = note.height()
    assert high >= low + 2 * note.fontMetrics().lineSpacing()
    note.set_text("She")
    assert note.height() == high
    note.resize(700, high)
    assert note.height() == low


def test_a_note_grows_with_its_text_and_then_scrolls(page):
    note = NoteEdit("Add a note", least=1, most=4)
    page.form.addRow(note)
    low = note.height()
    note.set_text("one\ntwo\nthree")
    middle = note.height()
    note.set_text("line\n" * 40)
    assert low < middle < note.height() < low * 4
    assert note.sizeHint().height() == note.height()


def test_tab_leaves_a_note_and_control_enter_is_done(page, qtbot):
    note, after = NoteEdit("Add a note"), QLineEdit()
    page.form.addRow(note)
    page.form.addRow(after)
    QApplication.processEvents()
    note.setFocus()
    qtbot.keyClicks(note, "She pointed")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    with qtbot.waitSignal(note.done):
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert note.text() == "She pointed\n"


def test_a_note_keeps_what_looks_like_html_as_it_is(page):
    note = NoteEdit("Add a note")
    note.set_text("<b>$x</b>")
    assert note.text() == "<b>$x</b>"


def test_a_day_can_be_left_unsaid(page, qtbot):
    edit = DayEdit(date(2024, 3, 5), "Not chosen")
    page.form.addRow(edit)
    assert edit.day() == date(2024, 3, 5)
    with qtbot.waitSignal(edit.changed) as heard:
        edit.not_said_box.toggle()
    assert heard.args == [None]
    assert edit.day() is None
    assert not edit.field.isEnabled()
    edit.set_day(date(2025, 1, 2))
    assert edit.day() == date(2025, 1, 2)


def test_a_day_moves_by_arrow_key(page, qtbot):
    edit = DayEdit(date(2024, 3, 5))
    page.form.addRow(edit)
    edit.field.setDisplayFormat("dd.MM.yyyy")
    edit.field.setFocus()
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.day() == date(2024, 3, 6)


def test_a_choice_is_said_once_by_whoever_chooses(page, qtbot):
    row = SingleChoice([("all", "Every day"), (None, "When it fits")], "How often")
    page.form.addRow(row)
    assert row.choice() is None
    with qtbot.assertNotEmitted(row.chosen):
        row.set_choice("all")
    actions = face(row.pills[1]).actionInterface()
    with qtbot.waitSignal(row.chosen) as heard:
        actions.doAction(actions.toggleAction())
    assert heard.args == [None]
    with pytest.raises(ValueError, match="not in list"):
        row.set_choice("weekly")


def test_numbers_are_written_in_the_language():
    assert write_number(Decimal("1.50"), QLocale("es_ES")) == "1,5"
    assert write_number(Decimal(100), QLocale("en_US")) == "100"
    assert write_number(Decimal(12), QLocale("ar_EG")) == "١٢"


def test_up_and_down_change_a_number_within_its_range(page, qtbot):
    edit = NumberEdit("minutes", less="Less", more="More")
    edit.set_range(Decimal(0), Decimal(12), Decimal("0.5"))
    page.form.addRow(edit)
    changes = []
    edit.changed.connect(lambda: changes.append(edit.value()))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(edit.field, key)
    qtbot.keyClick(edit.field, Qt.Key.Key_PageUp)
    qtbot.keyClick(edit.field, Qt.Key.Key_PageUp)
    qtbot.keyClick(edit.field, Qt.Key.Key_PageUp)
    expected = ["0", "0.5", "0", "0", "5", "10", "12"]
    assert changes == [Decimal(text) for text in expected]


def test_a_number_out_of_its_range_is_not_readable_but_stays(page, qtbot):
    edit = NumberEdit("times")
    edit.set_range(Decimal(0), Decimal(50))
    page.form.addRow(edit)
    assert edit.is_readable()
    qtbot.keyClicks(edit.field, "51")
    assert edit.value() is None
    assert not edit.is_readable()
    assert edit.field.text() == "51"


def test_the_buttons_of_a_number_are_named(page):
    edit = NumberEdit("times", less="One less", more="One more")
    page.form.addRow(edit)
    names = [button.accessibleName() for button in edit.buttons]
    assert names == ["One less", "One more"]
    edit.buttons[1].click()
    assert edit.value() == Decimal(0)
    edit.buttons[1].click()
    assert edit.value() == Decimal(1)


def test_tries_are_two_numbers_in_the_order_of_the_sentence(page, qtbot):
    tries = TriesEdit("out of {of} took {took}", ("Took", "Out of"))
    page.form.addRow(tries)
    page.form.activate()
    tries.layout().activate()
    assert tries.of.x() < tries.took.x()
    assert tries.value() is None
    qtbot.keyClicks(tries.took.field, "3")
    qtbot.keyClicks(tries.of.field, "5")
    assert tries.value() == (3, 5)
    assert tries.took.field.accessibleName() == "Took"
    tries.set_value((6, 5))
    assert tries.value() is None
    tries.set_value(None)
    assert tries.took.field.text() == ""


def test_enter_in_a_number_is_done(page, qtbot):
    tries = TriesEdit("took {took} of {of}", ("Took", "Of"))
    page.form.addRow(tries)
    with qtbot.waitSignal(tries.done):
        qtbot.keyClick(tries.of.field, Qt.Key.Key_Return)


def test_a_field_across_goes_under_its_words_where_they_would_have_too_little_room(page):
    field, part = QPushButton("Show the list…"), QPushButton("Back")
    page.form.add_row("Language", field, "The whole window speaks it at once.")
    row_of(field).lay_across(part)
    said = next(label for label in row_of(field).findChildren(QLabel) if "window" in label.text())
    for width, beside in ((500, True), (230, False), (500, True)):
        page.resize(width, 600)
        QApplication.processEvents()
        assert (field.y() < said.geometry().bottom()) == beside
        assert part.sizePolicy().retainSizeWhenHidden() == beside
        assert said.width() > 100


def test_what_is_told_beside_a_field_can_change_and_is_heard_with_it(page):
    field = page.form.add_row("Folder", QPushButton("Show it"))
    row_of(field).lay_across()
    row_of(field).tell("/home/ana/journal")
    assert "/home/ana/journal" in [label.text() for label in row_of(field).findChildren(QLabel)]
    assert field.accessibleDescription() == "/home/ana/journal"


def test_a_fault_is_told_under_its_field_until_all_fits(page):
    name = page.form.add("name", "Name", QLineEdit())
    day = page.form.add("day", "Day", QLineEdit(), kept=False)

    def read():
        if not day.text():
            raise InvalidValueError("day", Reason.EMPTY)
        return day.text()

    def tell(error):
        page.form.show_fault(error.field, "Please write a day.")

    assert page.form.read(read, tell) is None
    assert (row_of(day).problem(), row_of(name).problem()) == ("Please write a day.", "")
    assert day.hasFocus()
    day.setText("today")
    assert page.form.read(read, tell) == "today"
    assert row_of(day).problem() == ""
    assert page.form.kept == {"name": name}


def test_a_fault_of_no_field_is_told_under_the_first(page):
    name, day = (page.form.add(word, word, QLineEdit()) for word in ("name", "day"))
    assert page.form.show_fault("somewhere else", "Look once more.") is name
    assert (row_of(name).problem(), row_of(day).problem()) == ("Look once more.", "")


def test_rows_behind_a_button_show_when_it_is_pressed_or_needs_another_look(page):
    page.form.add("name", "Name", QLineEdit())
    fold = page.form.begin_fold("More")
    often, never = QLineEdit(), QLineEdit()
    page.form.add("often", "How often?", often)
    page.form.add("never", "Never", never)
    page.form.show_row(never, shown=False)
    page.form.end_fold()
    after = page.form.add("after", "After", QLineEdit())
    QApplication.processEvents()
    seen = (often, never, after)
    assert [field.isVisible() for field in seen] == [False, False, True]
    fold.click()
    assert [field.isVisible() for field in seen] == [True, False, True]
    fold.click()
    page.form.show_row(never, shown=True)
    assert not never.isVisible()
    page.form.show_fault("often", "Please write something here.")
    assert fold.isChecked()
    assert [field.isVisible() for field in seen] == [True, True, True]
