"""The Visits page as a person uses it: what stands there, and visits written down."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.visits import VisitHow
from homejournal.ui.widgets.buttons.button import Pill
from tests.ui.forms import dialog, field, press, type_in
from tests.ui.visits.coming.visiting import DAY, TODAY, a_visit, again, somebody, undo


def titles(page):
    return [card.title().replace("\u202f", " ") for card in page.cards]


def said(page, hands):
    return " | ".join(hands.texts(page))


def test_without_visits_the_page_invites_the_first(house, open_visits, hands):
    page = open_visits(house)
    assert page.title == "Visits"
    hands.click(hands.named(page, QPushButton, "Add a visit"))
    press(hands, "Save")
    assert titles(page) == ["Today"]
    undo(page)
    assert page.cards == ()


def test_coming_visits_stand_before_past_ones_each_with_what_is_known(house, open_visits, hands):
    dana = somebody(house, discipline="speech")
    a_visit(house, -3, people=(dana.id,), agreed_between="Wait at dinner", agreed_next="The cup")
    a_visit(
        house,
        2,
        time=time(9, 30),
        people=(dana.id,),
        how=VisitHow.HOME,
        language="es",
        interpreter=True,
        bring="The list",
    )
    page = open_visits(house)
    assert titles(page) == [
        "Tuesday, March 24, 2026 at 9:30 AM",
        "Thursday, March 19, 2026",
    ]
    words = said(page, hands)
    for part in (
        "Dana, speech",
        "At home · Spanish, with an interpreter",
        "Bring: The list",
        "Between visits",
        "Wait at dinner",
        "Next visit",
        "The cup",
    ):
        assert part in words


def test_a_coming_visit_says_what_was_agreed_with_that_person_last_time(house, open_visits, hands):
    dana, ben = somebody(house), somebody(house, "Ben")
    a_visit(house, -3, people=(ben.id,), agreed_between="Walk a step")
    a_visit(house, -9, people=(dana.id,), agreed_between="Wait", agreed_next="The cup")
    a_visit(house, 2, people=(dana.id,))
    coming, bens, danas = open_visits(house).cards
    words = hands.texts(coming)
    assert words[words.index("Agreed last time") + 1] == "Wait"
    assert words[words.index("Planned for this visit") + 1] == "The cup"
    for past in (bens, danas):
        assert "Agreed last time" not in hands.texts(past)


def test_a_visit_without_people_two_on_a_day_and_one_who_left_are_readable(
    house, open_visits, hands
):
    ben = somebody(house, "Ben", left=TODAY - DAY)
    for at in (time(15), time(9), None):
        a_visit(house, 1, time=at, people=(ben.id,) if at is None else ())
    page = open_visits(house)
    assert titles(page) == [
        "Monday, March 23, 2026 at 9:00 AM",
        "Monday, March 23, 2026 at 3:00 PM",
        "Monday, March 23, 2026",
    ]
    assert "Nobody is named yet" in said(page, hands)
    assert "Ben, who left the team on March 21, 2026" in said(page, hands)


def test_of_many_visits_some_are_shown_and_more_when_asked_for(house, open_visits, hands):
    first = a_visit(house, -250)
    others = range(-249, 250)
    house.journal.records.save(
        *(replace(first, id=uuid4(), day=TODAY + n * DAY, held=n <= 0) for n in others)
    )
    page = open_visits(house)
    assert len(page.cards) == 5 + 10
    press(hands, "Show 241 earlier visits", page)
    assert len(page.cards) == 5 + 30
    assert page.cards[15].hasFocus()
    press(hands, "Show 244 later visits", page)
    assert len(page.cards) == 25 + 30


def test_another_child_begins_with_the_first_few_and_its_own_visits(house, open_visits, hands):
    leo = replace(house.child, id=uuid4(), name="Leo")
    house.journal.records.save(leo)
    for n in range(1, 30):
        a_visit(house, -n)
    page = open_visits(house)
    press(hands, "Show 19 earlier visits", page)
    page.set_child(leo.id)
    assert page.cards == ()
    page.set_child(house.child.id)
    assert len(page.cards) == 10


def test_the_page_opens_at_a_visit_also_at_an_old_one(house, open_visits):
    old = [a_visit(house, -n) for n in range(1, 30)][-1]
    page = open_visits(house)
    page.open_at(old.id)
    QApplication.processEvents()
    assert page.cards[-1].told.visit == old
    assert page.cards[-1].hasFocus()
    assert page.cards[-1].visibleRegion().boundingRect() == page.cards[-1].rect()
    page.open_at(uuid4())  # of another child, or deleted since
    page.open_at(TODAY)
    assert page.cards[-1].hasFocus()


def test_a_visit_with_everything_is_one_step(house, open_visits, hands):
    page = open_visits(house)
    page.new()
    dialog().day.set_day(TODAY + DAY)
    type_in(hands, QLineEdit, "At what time (optional)", "9:30")
    press(hands, "Somebody new…")
    type_in(hands, QLineEdit, "Their name", "Dana")
    type_in(hands, QLineEdit, "What do they do? (optional)", "speech")
    hands.click(hands.named(dialog(), Pill, "By video"))
    box = field(QComboBox, "In which language? (optional)")
    box.setCurrentIndex(box.findText("Another language…"))
    type_in(hands, QLineEdit, "Which language?", "ASL")
    hands.named(dialog(), QCheckBox, "An interpreter comes along").setChecked(True)
    type_in(hands, QPlainTextEdit, "What to bring (optional)", "The cup")
    press(hands, "Save")
    family = house.journal.family()
    (visit,) = family.visits.values()
    assert (visit.day, visit.time, visit.how) == (TODAY + DAY, time(9, 30), VisitHow.VIDEO)
    assert (visit.language, visit.interpreter, visit.bring) == ("ASL", True, "The cup")
    assert [family.team[person].discipline for person in visit.people] == ["speech"]
    assert not visit.held
    undo(page)
    assert [*house.journal.family().visits, *house.journal.family().team] == []


def test_a_form_shows_what_is_known_and_saves_the_same(house, open_visits, hands):
    dana = somebody(house)
    left = somebody(house, "Ben", left=TODAY)
    somebody(house, "Carmen", left=TODAY)
    visit = a_visit(
        house,
        1,
        people=(left.id, dana.id),
        language="es",
        time=time(14),
        how=VisitHow.CLINIC,
        interpreter=True,
    )
    page = open_visits(house)
    press(hands, "Change…", page)
    assert "Carmen" not in hands.texts(dialog())
    assert field(QComboBox, "In which language? (optional)").currentText() == "Spanish"
    press(hands, "Save")
    kept = again(house, visit)
    assert replace(kept, people=()) == replace(visit, people=())
    assert set(kept.people) == set(visit.people)


def test_whoever_comes_brings_their_language_unless_another_is_said(house, open_visits, hands):
    somebody(house, "Ana", language="es", interpreter=True)
    somebody(house, "Ben", language="ASL")
    page = open_visits(house)
    box, said = "In which language? (optional)", []
    for names in (["Ana"], ["Ben"], ["Ben", "Ana"]):
        page.new()
        for name in names:
            press(hands, name)
        said.append(field(QComboBox, box).currentText())
        press(hands, "Save")
    assert said == ["Spanish", "Another language…", "Another language…"]
    kept = [(visit.language, visit.interpreter) for visit in house.journal.family().visits.values()]
    assert sorted(kept, key=str) == [("ASL", False), ("ASL", False), ("es", True)]


def test_somebody_new_may_be_known_by_what_they_do_or_stay_unsaid(house, open_visits, hands):
    page = open_visits(house)
    for name, people in (("", 0), ("speech", 1)):
        page.new()
        press(hands, "Somebody new…")
        type_in(hands, QLineEdit, "What do they do? (optional)", name)
        press(hands, "Save")
        assert len(house.journal.family().team) == people


@pytest.mark.parametrize(
    ("name", "words", "fault"),
    [
        ("At what time (optional)", "soon", "Please write a time such as"),
        ("Their name", "D" * 5000, "This is too long"),
    ],
)
def test_what_does_not_fit_is_said_under_its_field(house, open_visits, hands, name, words, fault):
    page = open_visits(house)
    page.new()
    press(hands, "Somebody new…")
    edit = type_in(hands, QLineEdit, name, "")
    edit.setText(words)
    press(hands, "Save")
    assert any(fault in text for text in hands.texts(dialog()))
    assert edit.text() == words
    assert house.journal.family().visits == {}


def test_a_visit_written_down_late_was_held_and_one_put_off_is_to_come(house, open_visits, hands):
    page = open_visits(house)
    page.new()
    dialog().day.set_day(TODAY - 5 * DAY)
    press(hands, "Save")
    (visit,) = house.journal.family().visits.values()
    assert visit.held
    press(hands, "Change…", page)
    dialog().day.set_day(TODAY + DAY)
    press(hands, "Save")
    assert not again(house, visit).held


def test_typed_words_stay_where_the_disk_is_full(house, open_visits, hands, monkeypatch):
    page = open_visits(house)
    page.new()

    def full(*_records, **_said):
        raise DiskFullError(house.journal.folder)

    monkeypatch.setattr(house.journal.records, "save_ending", full)
    edit = type_in(hands, QPlainTextEdit, "What to bring (optional)", "The cup")
    press(hands, "Save")
    assert edit.toPlainText() == "The cup"
    assert any("full" in text for text in hands.texts(dialog()))
