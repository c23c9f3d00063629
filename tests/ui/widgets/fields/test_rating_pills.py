"""A rating is chosen by mouse, key or screen reader, and said once."""

import pytest
from homejournal.ui.widgets.fields.rating_pills import RatingRow
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

FOUR = ["A lot of help", "Some help", "A little help", "On own"]


@pytest.fixture
def row(dress, on_screen):
    holder = QWidget()
    made = RatingRow(FOUR, "Sign more. How did it go?")
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    layout.addStretch(1)
    holder.resize(900, 300)
    on_screen(holder)
    made.holder = holder
    return made


def face(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_nothing_is_chosen_at_first(row):
    assert row.level() is None


def test_a_click_anywhere_on_a_pill_rates(row, qtbot):
    with qtbot.waitSignal(row.rated) as heard:
        qtbot.mouseClick(row.pills[2], Qt.MouseButton.LeftButton, pos=row.pills[2].rect().topLeft())
    assert heard.args == [3]


def test_a_screen_readers_toggle_rates(row, qtbot):
    actions = face(row.pills[1]).actionInterface()
    with qtbot.waitSignal(row.rated) as heard:
        actions.doAction(actions.toggleAction())
    assert heard.args == [2]


def test_pressing_the_chosen_level_once_more_says_nothing(row, qtbot):
    row.set_level(2)
    with qtbot.assertNotEmitted(row.rated):
        qtbot.mouseClick(row.pills[1], Qt.MouseButton.LeftButton)
    assert row.level() == 2


def test_setting_a_level_says_nothing_and_can_be_taken_back(row, qtbot):
    with qtbot.assertNotEmitted(row.rated):
        row.set_level(4)
        assert row.level() == 4
        row.set_level(None)
    assert row.level() is None


def test_a_row_that_is_reset_after_each_press_counts_every_press(row, qtbot):
    heard = []
    row.rated.connect(heard.append)
    for _ in range(3):
        qtbot.mouseClick(row.pills[3], Qt.MouseButton.LeftButton)
        row.set_level(None)
    assert heard == [4, 4, 4]


def test_choosing_by_number_rates_and_ignores_what_is_not_there(row, qtbot):
    heard = []
    row.rated.connect(heard.append)
    row.choose(1)
    row.choose(5)
    row.choose(0)
    assert heard == [1]


def test_arrows_move_without_choosing_and_space_chooses(row, qtbot):
    row.pills[0].setFocus()
    with qtbot.assertNotEmitted(row.rated):
        qtbot.keyClick(row.pills[0], Qt.Key.Key_Right)
    assert row.pills[1].hasFocus()
    with qtbot.waitSignal(row.rated) as heard:
        qtbot.keyClick(row.pills[1], Qt.Key.Key_Space)
    assert heard.args == [2]


def test_arrows_are_mirrored_with_the_reading_direction(row, qtbot):
    row.holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.pills[0].setFocus()
    qtbot.keyClick(row.pills[0], Qt.Key.Key_Left)
    assert row.pills[1].hasFocus()


def test_tab_enters_at_the_chosen_level(row):
    row.set_level(3)
    reached = [p.level for p in row.pills if p.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert reached == [3]


def test_pills_are_named_radio_buttons(row):
    pill = face(row.pills[0])
    assert pill.role() == QAccessible.Role.RadioButton
    assert pill.text(QAccessible.Text.Name) == "A lot of help"
    assert pill.text(QAccessible.Text.Description) == "Sign more. How did it go?"


def test_an_ampersand_is_a_letter(dress, qtbot):
    made = RatingRow(["Hot & cold", "B", "C"])
    qtbot.addWidget(made)
    assert made.pills[0].accessibleName() == "Hot & cold"
    assert made.pills[0].text() == "Hot && cold"


def columns(row):
    return len({pill.x() for pill in row.pills})


@pytest.mark.parametrize(("width", "across"), [(900, 4), (440, 2), (180, 1)])
def test_the_row_breaks_where_the_words_do_not_fit(row, width, across):
    row.holder.resize(width, 500)
    assert columns(row) == across
    assert all(row.rect().contains(pill.geometry()) for pill in row.pills)


def test_three_levels_never_stand_two_and_one(dress, qtbot):
    made = RatingRow(["Hard", "Okay", "Well"])
    qtbot.addWidget(made)
    seen = set()
    for width in range(100, 700, 20):
        made.resize(width, made.heightForWidth(width))
        made.show()
        seen.add(columns(made))
    assert seen == {1, 3}


def test_the_row_is_mirrored(row):
    before = [pill.geometry() for pill in row.pills]
    row.holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for old, pill in zip(before, row.pills, strict=True):
        assert abs(pill.x() - (row.width() - old.x() - old.width())) <= 1


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_two_to_five_levels_are_possible(dress, qtbot, count):
    made = RatingRow([f"Level {n}" for n in range(count)])
    qtbot.addWidget(made)
    assert [pill.level for pill in made.pills] == list(range(1, count + 1))


def test_very_long_words_wrap_inside_the_pill(dress, qtbot):
    made = RatingRow(["a little help, with a word or a point of the finger"] * 4)
    qtbot.addWidget(made)
    made.resize(260, made.heightForWidth(260))
    made.show()
    assert columns(made) == 1
    assert all(pill.height() >= pill.heightForWidth(pill.width()) > 44 for pill in made.pills)


def test_chosen_is_painted_apart_from_not_chosen_without_colour(row):
    plain = row.pills[0].grab().toImage()
    row.set_level(1)
    chosen = row.pills[0].grab().toImage()
    grey = plain.Format.Format_Grayscale8
    assert plain.convertToFormat(grey) != chosen.convertToFormat(grey)
