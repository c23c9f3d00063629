"""People of the team are written down and changed, and leave and come back."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton

from homejournal.domain.records.people import Channel, Way
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.forms import dialog, field, press, type_in
from tests.ui.visits.coming.visiting import (
    DAY,
    TODAY,
    a_visit,
    again,
    choose,
    offered,
    somebody,
    undo,
)
from tests.ui.visits.team.team_page import WAYS, an_idea, names, said, unfolded

Key = Qt.Key


def test_a_person_with_everything_is_one_step(house, open_team, hands):
    page = open_team(house)
    page.new()
    assert "Left the team on" not in hands.texts(dialog())
    type_in(hands, QLineEdit, "Their name", "Carmen")
    type_in(hands, QLineEdit, "What do they do? (optional)", "nurse")
    type_in(hands, QLineEdit, "Their part in the team (optional)", "calls every month")
    hands.named(dialog(), QCheckBox, "Service coordinator").setChecked(True)
    value = field(QLineEdit, "Number, address or place")
    value.setText("555-0163")
    press(hands, "Add another way")
    ways = dialog().form.fields["value"]
    second = ways.rows[1]
    second.box.setCurrentIndex(second.box.findText("E-mail"))
    second.value.setText(" carmen+ei@example.org ")
    hands.click(ways.rows[0].best)
    hands.click(second.best)
    assert not ways.rows[0].best.isChecked()
    press(hands, "Add another way")
    box = field(QComboBox, "In which language? (optional)")
    box.setCurrentIndex(box.findText("Spanish"))
    press(hands, "Save")
    (person,) = house.journal.family().team.values()
    assert (person.name, person.discipline, person.role) == ("Carmen", "nurse", "calls every month")
    assert (person.coordinator, person.language, person.left) == (True, "es", None)
    assert person.ways == (
        Way(way=Channel.PHONE, value="555-0163"),
        Way(way=Channel.EMAIL, value="carmen+ei@example.org", preferred=True),
    )
    undo(page)
    assert house.journal.family().team == {}


def test_a_form_shows_what_is_known_and_saves_the_same(house, open_team, hands):
    ways = (*WAYS[1:], Way(way=Channel.EMAIL), Way(way=Channel.VIDEO, value="link"))
    dana = somebody(house, ways=ways, language="ASL", interpreter=True, left=TODAY + DAY)
    page = open_team(house)
    assert "Leaves on March 23, 2026" in said(page, hands)
    choose(page.rows[0].menu, "Change…")
    press(hands, "Save")
    assert again(house, dana) == dana
    choose(page.rows[0].menu, "Change…")
    hands.click(dialog().form.fields["value"].rows[0].remove)
    press(hands, "Save")
    assert again(house, dana).ways == ways[1:]


def test_all_ways_can_be_taken_away(house, open_team, hands):
    dana = somebody(house, ways=WAYS)
    page = open_team(house)
    choose(page.rows[0].menu, "Change…")
    edit = dialog().form.fields["value"]
    for _ in WAYS:
        hands.click(edit.rows[0].remove)
    press(hands, "Add another way")
    hands.click(edit.rows[0].best)
    hands.click(edit.rows[0].best)
    press(hands, "Save")
    assert again(house, dana).ways == ()


def test_tab_reaches_a_new_way_where_it_stands(house, open_team, hands):
    page = open_team(house)
    page.new()
    press(hands, "Add another way")
    rows = dialog().form.fields["value"].rows
    rows[0].remove.setFocus()
    for part in (rows[1].box, rows[1].value, rows[1].best, rows[1].remove):
        hands.press(Key.Key_Tab)
        assert QApplication.focusWidget() is part
    hands.press(Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Add another way"


@pytest.mark.parametrize(
    ("name", "words", "fault"),
    [
        ("Their name", " ", "Please"),
        ("Their name", "D" * 201, "too long"),
        ("Their part in the team (optional)", "D" * 5000, "too long"),
        ("Number, address or place", "D" * 5000, "too long"),
    ],
)
def test_what_does_not_fit_is_said_under_its_field(house, open_team, hands, name, words, fault):
    page = open_team(house)
    page.new()
    type_in(hands, QLineEdit, "Their name", "Dana")
    edit = field(QLineEdit, name)
    edit.setText(words)
    press(hands, "Save")
    assert any(fault in text for text in hands.texts(dialog()))
    assert edit.text() == words
    assert edit.hasFocus()


def test_whoever_is_named_elsewhere_leaves_and_comes_back(house, open_team, hands):
    dana, ben = somebody(house, coordinator=True), somebody(house, "Ben")
    a_visit(house, -3, people=(dana.id,))
    page = open_team(house)
    assert "Remove from the team" not in offered(page.rows[1].menu)
    choose(page.rows[1].menu, "Left the team")
    assert names(page) == ["Ben", "Dana"]
    assert "They left the team" in said(page, hands)
    assert "Left on March 22, 2026" in said(page, hands)
    assert again(house, dana).left == TODAY
    assert page.desk.editing.stack.undoText() == "Dana left the team"
    undo(page)
    assert again(house, dana) == dana
    choose(page.rows[1].menu, "Left the team")
    choose(page.rows[1].menu, "Back in the team")
    assert again(house, dana) == dana
    assert again(house, ben) == ben


def test_whoever_is_named_nowhere_is_removed_with_undo(house, open_team, hands):
    dana = somebody(house)
    page = open_team(house)
    assert "Left the team" not in offered(page.rows[0].menu)
    choose(page.rows[0].menu, "Remove from the team")
    assert again(house, dana) is None
    assert page.rows == ()
    undo(page)
    assert again(house, dana) == dana


def test_the_focus_goes_on_where_a_row_with_it_is_gone(house, open_team):
    somebody(house, "Ana")
    somebody(house, "Ben")
    page = open_team(house)
    page.rows[0].menu.setFocus()
    choose(page.rows[0].menu, "Remove from the team")
    assert QApplication.focusWidget().text() == "Add somebody"


def test_the_focus_stays_in_the_row_whose_part_is_gone(house, open_team, hands):
    dana = somebody(house)
    idea = an_idea(house, dana, "Wait")
    page = open_team(house)
    hands.named(unfolded(page), QPushButton, "Wait").setFocus()
    step = house.journal.family().steps[idea.id][0]
    delete = partial(house.journal.records.delete, idea.id, step.id)
    page.desk.editing.do("Removed", delete)
    assert has_focus_inside(page.rows[0])


def test_a_day_of_leaving_can_be_corrected(house, open_team, hands):
    dana = somebody(house, left=TODAY)
    page = open_team(house)
    choose(page.rows[0].menu, "Change…")
    dialog()._left.set_day(TODAY - 9 * DAY)
    press(hands, "Save")
    assert again(house, dana).left == TODAY - 9 * DAY
    assert "Left on March 13, 2026" in said(page, hands)
