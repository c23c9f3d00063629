"""An answer is chosen by mouse, key or screen reader, and said once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.fields.answer_bar import AnswerBar

FIVE = ["A lot of help", "Some help", "A little help", "On own", "Not today"]
FILLS = ["answer1", "answer2", "answer3", "answer4", "answer_no"]
ABOUT = "Sign more. How did it go?"


def made_of(words):
    return AnswerBar(words, [*FILLS, *FILLS][: len(words)], ABOUT)


@pytest.fixture
def bar(dress, on_screen):
    holder = QWidget()
    made, made.beside = made_of(FIVE), QLineEdit()
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    layout.addWidget(made.beside)
    layout.addStretch(1)
    holder.resize(900, 500)
    on_screen(holder)
    made.holder = holder
    return made


@pytest.fixture
def heard(bar):
    said = []
    bar.answered.connect(said.append)
    return said


def face(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_nothing_is_chosen_at_first(bar):
    assert bar.chosen() is None


@pytest.mark.parametrize("corner", ["topLeft", "bottomRight", "center"])
def test_a_click_anywhere_on_an_answer_says_it(bar, heard, qtbot, corner):
    answer = bar.segments[2]
    place = getattr(answer.rect().adjusted(3, 3, -3, -3), corner)()
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton, pos=place)
    assert heard == [2]
    assert bar.chosen() == 2


def test_a_screen_readers_toggle_says_it(bar, heard):
    actions = face(bar.segments[1]).actionInterface()
    actions.doAction(actions.toggleAction())
    assert heard == [1]


def test_pressing_the_chosen_answer_once_more_says_nothing(bar, heard, qtbot):
    bar.show_chosen(1)
    qtbot.mouseClick(bar.segments[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(bar.segments[1], Qt.Key.Key_Space)
    assert heard == []
    assert bar.chosen() == 1


def test_showing_an_answer_says_nothing_and_can_be_taken_back(bar, heard):
    bar.show_chosen(3)
    assert bar.chosen() == 3
    bar.show_chosen(None)
    assert bar.chosen() is None
    assert heard == []


def test_another_answer_takes_the_place_of_the_chosen_one(bar, heard, qtbot):
    bar.show_chosen(4)
    qtbot.mouseClick(bar.segments[0], Qt.MouseButton.LeftButton)
    assert heard == [0]
    assert [one.isChecked() for one in bar.segments] == [True, False, False, False, False]


def test_a_bar_that_is_reset_after_each_press_counts_every_press(bar, heard, qtbot):
    for _ in range(3):
        qtbot.mouseClick(bar.segments[3], Qt.MouseButton.LeftButton)
        bar.show_chosen(None)
    assert heard == [3, 3, 3]


def test_choosing_by_place_says_so_and_what_is_not_there_or_not_allowed_does_not(bar, heard):
    bar.segments[1].setEnabled(False)
    assert [bar.choose(place) for place in (0, 1, 5, -1)] == [True, False, False, False]
    assert heard == [0]


def test_left_and_right_walk_without_choosing_and_the_blank_chooses(bar, heard, qtbot):
    bar.segments[0].setFocus()
    qtbot.keyClick(bar.segments[0], Qt.Key.Key_Right)
    assert bar.segments[1].hasFocus()
    assert heard == []
    qtbot.keyClick(bar.segments[1], Qt.Key.Key_Space)
    assert heard == [1]
    qtbot.keyClick(bar.segments[1], Qt.Key.Key_Left)
    qtbot.keyClick(bar.segments[0], Qt.Key.Key_Left)
    assert bar.segments[-1].hasFocus()  # it goes round


def test_they_are_mirrored_with_the_reading_direction(bar, qtbot):
    bar.holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.segments[0].setFocus()
    qtbot.keyClick(bar.segments[0], Qt.Key.Key_Left)
    assert bar.segments[1].hasFocus()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter]
)
def test_keys_of_the_line_are_left_to_it(bar, heard, qtbot, key):
    passed = []
    bar.holder.keyPressEvent = lambda event: passed.append(event.key())
    bar.segments[1].setFocus()
    qtbot.keyClick(bar.segments[1], key)
    assert passed == [key]
    assert bar.segments[1].hasFocus()
    assert heard == []


def stops(bar):
    return [
        place
        for place, one in enumerate(bar.segments)
        if one.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]


def test_tab_enters_at_the_chosen_answer_or_at_the_first(bar):
    assert stops(bar) == [0]
    bar.show_chosen(3)
    assert stops(bar) == [3]
    bar.setFocus()
    assert bar.segments[3].hasFocus()


def test_an_answer_chosen_by_its_place_takes_the_keyboard_along(bar):
    bar.segments[0].setFocus()
    bar.choose(3)
    assert bar.segments[3].hasFocus()


def test_but_not_from_elsewhere(bar):
    bar.beside.setFocus()
    bar.choose(3)
    bar.show_chosen(1)
    assert bar.beside.hasFocus()


def test_answers_are_named_radio_buttons(bar):
    answer = face(bar.segments[0])
    assert answer.role() == QAccessible.Role.RadioButton
    assert answer.text(QAccessible.Text.Name) == "A lot of help"
    assert answer.text(QAccessible.Text.Description) == ABOUT


def test_an_ampersand_is_a_letter(dress, qtbot):
    made = made_of(["Hot & cold", "B", "C"])
    qtbot.addWidget(made)
    assert made.segments[0].accessibleName() == "Hot & cold"
    assert made.segments[0].text() == "Hot && cold"


def columns(bar):
    return len({one.x() // 8 for one in bar.segments})


@pytest.mark.parametrize(("width", "across"), [(900, 5), (430, 3), (290, 2), (180, 1)])
def test_the_bar_breaks_where_the_words_do_not_fit_and_cuts_none_off(bar, width, across):
    bar.holder.resize(width, 500)
    assert columns(bar) == across
    assert bar.height() >= bar.heightForWidth(bar.width())
    assert all(bar.rect().contains(one.geometry()) for one in bar.segments)
    assert all(bar.childAt(one.geometry().center()) is one for one in bar.segments)


@pytest.mark.parametrize("width", [900, 430, 180])
def test_at_twice_the_size_all_stands_in_it_too(bar, width, qapp):
    apply_theme(qapp, Scheme.LIGHT, 200)
    try:
        bar.holder.resize(width, 900)
        QApplication.processEvents()
        assert all(bar.rect().contains(one.geometry()) for one in bar.segments)
        assert all(one.height() >= 80 for one in bar.segments)
    finally:
        apply_theme(qapp, Scheme.LIGHT, 100)


def test_the_bar_is_as_high_whatever_is_chosen(bar):
    before = [one.geometry() for one in bar.segments]
    for place in (0, 4, None):
        bar.show_chosen(place)
        QApplication.processEvents()
        assert [one.geometry() for one in bar.segments] == before


@pytest.mark.parametrize("width", [900, 430])
def test_the_bar_is_mirrored(bar, width):
    bar.holder.resize(width, 500)
    before = [one.geometry() for one in bar.segments]
    bar.holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    for old, one in zip(before, bar.segments, strict=True):
        assert abs(one.x() - (bar.width() - old.x() - old.width())) <= 1


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_one_to_five_answers_are_possible(dress, qtbot, count):
    made = made_of([f"Level {number}" for number in range(count)])
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    assert len(made.segments) == count
    assert columns(made) == count


@pytest.mark.parametrize("width", [300, 900])
def test_every_answer_can_be_pressed_with_a_finger(bar, width):
    bar.holder.resize(width, 500)
    assert all(one.width() >= 44 and one.height() >= 40 for one in bar.segments)


def test_neighbors_share_an_edge_and_leave_no_gap(bar):
    for one, other in zip(bar.segments, bar.segments[1:], strict=False):
        between = bar.mapFromGlobal(other.mapToGlobal(QPoint(0, 0))).x()
        assert one.geometry().right() >= between - 1


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_chosen_is_painted_apart_from_not_chosen_without_colour(bar, qapp, scheme):
    apply_theme(qapp, scheme, 100)
    try:
        for place, one in enumerate(bar.segments):
            bar.show_chosen(None)
            plain = one.grab().toImage()
            bar.show_chosen(place)
            chosen = one.grab().toImage()
            grey = plain.Format.Format_Grayscale8
            assert plain.convertToFormat(grey) != chosen.convertToFormat(grey)
    finally:
        apply_theme(qapp, Scheme.LIGHT, 100)
