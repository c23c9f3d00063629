"""Chips, drop-down lists, buttons that stay pressed, and the column that scrolls."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from homejournal.ui.theme import Scheme, sized_font
from homejournal.ui.widgets.button import Pill, ToggleButton
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.layout.scroll_areas import CONTENT_WIDTH, ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

DAYS = [(1, "Monday"), (2, "Tuesday"), (3, "Wednesday")]


@pytest.fixture
def shown(qtbot, dress):
    dress(Scheme.LIGHT, 100)

    def show(widget, width=600, height=400):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        QApplication.processEvents()
        return widget

    return show


def wheel_over(widget):
    """Turn the wheel over a widget; return whether it kept the turn for itself."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_any_number_of_chips_can_be_chosen(shown, qtbot):
    chips = shown(MultipleChoice(DAYS, "On which days?"))
    chips.set_chosen([3])
    assert chips.chosen() == (3,)
    with qtbot.waitSignal(chips.changed):
        chips.chips[0].click()
    assert chips.chosen() == (1, 3)


def test_showing_what_is_chosen_says_nothing(shown, qtbot):
    chips = shown(MultipleChoice(DAYS))
    with qtbot.assertNotEmitted(chips.changed):
        chips.set_chosen([1, 2])


def test_a_long_name_is_short_on_its_chip_and_whole_when_read(shown):
    name = "The routine of getting out of the house in the morning with both of them"
    chips = shown(MultipleChoice([(1, name)]))
    (chip,) = chips.chips
    assert len(chip.text()) <= 41
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == name


def test_a_pressed_button_has_room_for_its_bolder_letters(shown):
    button = shown(ToggleButton("How we do it & why"))
    strong = QFontMetrics(sized_font(15, strong=True)).horizontalAdvance("How we do it & why")
    assert button.sizeHint().width() >= strong + 2 * 16
    assert button.accessibleName() == "How we do it & why"


def test_a_list_keeps_what_is_chosen_while_it_is_offered(shown, qtbot):
    box = shown(DropDown())
    box.set_choices(DAYS, 2)
    assert (box.value(), box.currentText()) == (2, "Tuesday")
    with qtbot.waitSignal(box.picked) as told:
        box.setCurrentIndex(2)
    assert told.args == [3]
    with qtbot.assertNotEmitted(box.picked):
        box.set_choices(DAYS[:2], 3)
        box.set_value(2)
        box.set_value("nowhere")
    assert box.value() == 2


def test_a_list_of_nothing_has_no_value(shown):
    assert shown(DropDown()).value() is None


def test_a_very_long_choice_does_not_widen_its_page(shown):
    box = shown(DropDown())
    box.set_choices([(1, "a" * 10_000), (2, "two\nlines")])
    assert box.minimumSizeHint().width() < 400
    assert box.itemText(1) == "two lines"
    assert box.itemData(0, Qt.ItemDataRole.ToolTipRole) == "a" * 2000


def test_the_wheel_changes_no_field_it_passes_over(shown):
    box = shown(DropDown())
    box.set_choices(DAYS, 1)
    assert not wheel_over(box)
    assert box.value() == 1
    day = DayEdit(date(2026, 3, 22))
    shown(day)
    assert not wheel_over(day.field)
    assert day.day().day == 22


def test_a_column_is_never_wider_than_reading_is_easy(shown):
    column = ScrollColumn()
    label = WrapLabel("word " * 300)
    column.add(label)
    shown(column, 1600, 400)
    assert label.width() == CONTENT_WIDTH
    column.resize(500, 400)
    QApplication.processEvents()
    assert column.widget().width() == column.viewport().width()


def test_widgets_that_are_put_back_get_the_height_of_their_new_words(shown):
    column = ScrollColumn()
    empty = EmptyState("blocks", "Nothing", "")
    column.add(empty)
    shown(column, 700, 700)
    assert column.take_all() == [empty]
    column.add(empty)
    empty.set_texts("Nothing", "A sentence that is told at length. " * 12, "Add a strategy")
    QApplication.processEvents()
    assert empty.height() >= empty.heightForWidth(empty.width())


def test_a_part_knows_whether_the_focus_is_in_it(shown):
    whole = QWidget()
    column = QVBoxLayout(whole)
    inside, outside = QPushButton("in"), QPushButton("out")
    area = QScrollArea()
    area.setWidget(inside)
    column.addWidget(area)
    column.addWidget(outside)
    shown(whole)
    inside.setFocus()
    assert has_focus_inside(area)
    outside.setFocus()
    assert not has_focus_inside(area)


def test_words_of_letters_that_join_stand_in_one_line_where_there_is_room(shown):
    for words in ("تبقى كما هي", "مراجعة الأشهر الستة", "Keep as it is"):
        pill = shown(Pill(words))
        assert pill.heightForWidth(pill.sizeHint().width()) == pill.heightForWidth(1_000)


@pytest.mark.parametrize("more", ["with everybody", "مع الجميع، في البيت"])
def test_in_the_open_list_a_choice_without_room_goes_on_in_a_next_row(shown, more):
    words = f"Visit on the thirtieth of September {more}"
    box = shown(DropDown(), 180, 44)
    box.set_choices([(1, words), (2, "None"), (3, words)])
    box.showPopup()
    lines = box.view()
    places = [lines.visualRect(lines.model().index(at, 0)) for at in range(3)]
    assert places[0].height() >= places[1].height() + lines.fontMetrics().lineSpacing()
    assert lines.viewport().rect().contains(places[2])
    assert lines.viewport().height() - places[2].bottom() < lines.fontMetrics().lineSpacing()
    assert lines.viewport().width() <= box.width()
    box.hidePopup()


def test_a_choice_without_room_ends_in_dots(shown):
    words = "Visit on the thirtieth of September with everybody"
    box = shown(DropDown(), 180, 44)
    box.set_choices([(1, words)])
    cut = box.grab().toImage()
    pictures = []
    for letters in range(4, 30):
        short = words[:letters] + "…"
        if box.fontMetrics().horizontalAdvance(short) < box.width() - 44:  # beside the arrow
            box.set_choices([(1, short)])
            pictures.append(box.grab().toImage())
    assert cut in pictures


def test_arrows_go_through_all_choices_whatever_line_they_are_in(dress, qtbot):
    dress(Scheme.LIGHT, 100)
    words = ["How much help?", "How did it go?", "A number", "Tries, like 3 of 5", "Did we do it?"]
    choice = SingleChoice([(one, one) for one in words])
    qtbot.addWidget(choice)
    choice.resize(300, 300)
    choice.show()
    choice.set_choice(words[0])
    assert len({pill.y() for pill in choice.pills}) > 1
    choice.pills[0].setFocus()
    met = []
    for key in [Qt.Key.Key_Right] * 3 + [Qt.Key.Key_Down] * 2 + [Qt.Key.Key_Left, Qt.Key.Key_Up]:
        qtbot.keyClick(choice.focusWidget(), key)
        met.append(choice.choice())
    assert met == [*words[1:], words[0], words[4], words[3]]
