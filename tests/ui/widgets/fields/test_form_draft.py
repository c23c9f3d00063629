"""What was typed or chosen is kept as text and typed in again, as a person does."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from homejournal.domain.records.plan import Weekday
from homejournal.ui.widgets.fields.choices import DropDown, MultipleChoice, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.form_draft import all_typed, type_all, type_in, typed_in
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.fields.number_field import NumberEdit

DAYS = [(day, day.value) for day in Weekday]


def fields():
    box = DropDown()
    box.set_choices(DAYS)
    return {
        "line": QLineEdit(),
        "note": NoteEdit(),
        "number": NumberEdit(),
        "row": SingleChoice(DAYS),
        "box": box,
        "chips": MultipleChoice(DAYS),
        "day": DayEdit(date(2026, 3, 2), "Not chosen"),
        "tick": QCheckBox(),
    }


def test_everything_comes_again(qtbot):
    first, again = fields(), fields()
    first["line"].setText("Cup")
    first["note"].setPlainText("Wait\nten")
    first["number"].set_value(Decimal("2.5"))
    first["row"].set_choice(Weekday.FRI)
    first["box"].set_value(Weekday.TUE)
    first["chips"].set_chosen([Weekday.MON, Weekday.SUN])
    first["day"].set_day(date(2025, 12, 31))
    first["tick"].setChecked(True)
    type_all(again, all_typed(first))
    assert all_typed(again) == all_typed(first)
    assert again["chips"].chosen() == (Weekday.MON, Weekday.SUN)
    assert again["box"].value() is Weekday.TUE
    assert again["day"].day() == date(2025, 12, 31)
    assert again["tick"].isChecked()


def test_a_day_that_is_left_unsaid_and_a_tick_taken_away_come_again(qtbot):
    first, again = fields(), fields()
    first["day"].set_day(None)
    again["tick"].setChecked(True)
    type_all(again, all_typed(first))
    assert again["day"].day() is None
    assert not again["tick"].isChecked()


def test_a_choice_is_heard_as_one_that_a_person_made(qtbot):
    heard, made = [], fields()
    made["row"].chosen.connect(heard.append)
    made["box"].picked.connect(heard.append)
    type_all(made, {"row": "fri", "box": "sun"})
    assert heard == [Weekday.FRI, Weekday.SUN]


def test_what_is_not_offered_is_left_out(qtbot):
    made = fields()
    before = all_typed(made)
    type_all(made, {"row": "someday", "box": "someday", "chips": ["someday"], "gone": "x"})
    assert all_typed(made) == before


def test_of_other_widgets_nothing_can_be_kept(qtbot):
    with pytest.raises(TypeError):
        typed_in(QLabel())
    with pytest.raises(TypeError):
        type_in(QLabel(), "x")
