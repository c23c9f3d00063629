"""Who comes to a visit: also somebody who has left the team since, and in which language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton

from homejournal.ui.widgets.fields.date_and_time import DayEdit
from tests.ui.forms import dialog, field, no_dialog, press
from tests.ui.visits.coming.visiting import DAY, TODAY, a_visit, again, somebody, undo

LANGUAGE = "In which language? (optional)"


@pytest.fixture
def opened(open_visits):
    def opened(house):
        page = open_visits(house)
        page.new()
        return page

    return opened


def put_on(days):
    edit = field(DayEdit, "Day")
    edit.set_day(TODAY + days * DAY)
    QApplication.processEvents()


def offered(hands):
    return {"Ben", "Carmen"} & set(hands.texts(dialog()))


def test_whoever_left_is_offered_for_a_day_before_that(house, opened, hands):
    ben = somebody(house, "Ben", left=TODAY - 5 * DAY)
    somebody(house, "Carmen")
    opened(house)
    assert offered(hands) == {"Carmen"}
    put_on(-6)
    assert offered(hands) == {"Ben", "Carmen"}
    press(hands, "Ben")
    put_on(-4)
    assert offered(hands) == {"Ben", "Carmen"}  # whoever is chosen stays
    put_on(-6)
    press(hands, "Save")
    (visit,) = house.journal.family().visits.values()
    assert visit.people == (ben.id,)


def test_a_language_that_came_with_a_person_goes_with_them(house, opened, hands):
    somebody(house, "Ana", language="es", interpreter=True)
    somebody(house, "Ben", language="en")
    somebody(house, "Carmen")
    opened(house)
    said = []
    for names in (["Ana"], ["Ana"], ["Carmen"], ["Ana"], ["Ana", "Ben"]):
        for name in names:
            press(hands, name)
        spoken = field(QComboBox, LANGUAGE).currentText()
        said.append(
            (spoken, hands.named(dialog(), QCheckBox, "An interpreter comes along").isChecked())
        )
    assert said == [
        ("Spanish", True),
        ("Not chosen", False),
        ("Not chosen", False),
        ("Spanish", True),
        ("English", False),
    ]


def test_what_was_said_by_hand_stays(house, opened, hands):
    somebody(house, "Ana", language="es")
    opened(house)
    box = field(QComboBox, LANGUAGE)
    box.setCurrentIndex(box.findText("Another language…"))
    press(hands, "Ana")
    assert box.currentText() == "Another language…"
    field(QLineEdit, "Which language?").setText("Igbo")
    press(hands, "Ana")
    press(hands, "Save")
    (visit,) = house.journal.family().visits.values()
    assert visit.language == "Igbo"


def test_a_new_strategy_of_somebody_who_has_left_since_keeps_their_name(three, open_visits, hands):
    ben = somebody(three, "Ben", left=TODAY - DAY)
    a_visit(three, -6, people=(ben.id,))
    page = open_visits(three)
    press(hands, "What did we agree?", page)
    press(hands, "Add a strategy we agreed on")
    hands.press("Offer two")
    assert field(QComboBox, "Who suggested it?").currentText() == "Ben"
    press(hands, "Save what we agreed")
    assert no_dialog()
    family = three.journal.family()
    new = next(strategy for strategy in family.strategies.values() if strategy.name == "Offer two")
    assert new.suggested_by == ben.id


def test_what_was_typed_comes_again_with_undo(three, open_visits, hands):
    visit = a_visit(three, 0)
    page = open_visits(three)
    press(hands, "What did we agree?", page)
    dialog().between.setFocus()
    hands.press("Wait at dinner")
    press(hands, "Save what we agreed")
    assert three.journal.drafts.kept() == {}
    undo(page)
    assert again(three, visit) == visit
    press(hands, "What did we agree?", page)
    assert dialog().between.text() == "Wait at dinner"


def test_somebody_new_is_named_at_once(house, opened, hands):
    opened(house)
    hands.named(dialog(), QPushButton, "Somebody new…").setFocus()
    hands.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    name = field(QLineEdit, "Their name")
    assert name.hasFocus()
    press(hands, "Somebody new…")
    assert not name.isVisible()
    assert hands.named(dialog(), QPushButton, "Somebody new…").hasFocus()
