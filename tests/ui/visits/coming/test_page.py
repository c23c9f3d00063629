"""The Visits page as a person uses it: what stands there, and visits written down."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.people import Channel, Way
from homejournal.domain.records.visits import VisitHow
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.button import MoreButton, Pill
from tests.ui.forms import dialog, field, press, type_in
from tests.ui.visits.coming.visiting import (
    DAY,
    TODAY,
    a_visit,
    again,
    choose,
    lines,
    offered,
    rows,
    somebody,
    undo,
    unfolded,
)


def title(page):
    return page.next.title().replace("\u202f", " ")


def said(page, hands):
    return " | ".join(hands.texts(page))


def test_without_visits_the_page_invites_the_first(house, open_visits, hands):
    page = open_visits(house)
    assert page.title == "Visits"
    assert title(page) == "No visit is planned"
    assert page.past.isHidden()
    add = hands.named(page, QPushButton, "Add a visit")
    words = hands.named(page, QLabel, "You only need the day.")
    beside = add.mapTo(page, QPoint(0, 0)).y() + add.height() // 2
    assert words.mapTo(page, words.rect().center()).y() == pytest.approx(beside, abs=2)
    assert beside < page.next.questions.field.mapTo(page, QPoint(0, 0)).y()
    hands.click(add)
    press(hands, "Save")
    assert title(page) == "Today"
    undo(page)
    assert page.next.told is None


def test_what_draws_the_visit_page_loads_while_visits_stands_open(
    house, open_visits, qtbot, monkeypatch
):
    asked = []
    monkeypatch.setattr("homejournal.ui.visits.coming.page.load_printer", asked.append)
    page = open_visits(house)
    qtbot.waitUntil(lambda: asked == [page.desk.worker])


def test_the_next_visit_stands_whole_and_others_are_a_line_each(house, open_visits, hands):
    dana = somebody(house, discipline="speech")
    a_visit(house, -3, people=(dana.id,), agreed_between="Wait at dinner", agreed_next="The cup")
    a_visit(house, 9, people=(dana.id,), time=time(9), how=VisitHow.VIDEO)
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
    assert title(page) == "Tuesday, March 24, 2026 at 9:30 AM"
    words = said(page.next, hands)
    for part in (
        "Dana, speech · At home · Spanish, with an interpreter",
        "Bring: The list",
        "Agreed on March 19, 2026 | Wait at dinner",
        "For the next visit | The cup",
    ):
        assert part in words
    assert lines(page) == ["March 31 at 9:00 AM · Dana · by video", "March 19 · Dana"]


def test_a_past_visit_opens_with_what_was_agreed(house, open_visits, hands):
    dana = somebody(house, discipline="speech")
    a_visit(house, -3, people=(dana.id,), agreed_between="Wait", agreed_next="The cup")
    page = open_visits(house)
    (row,) = rows(page)
    assert row.details is None  # hundreds of them open fast
    row.line.setFocus()
    hands.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    words = said(row, hands)
    assert "Dana, speech" in words
    assert "Agreed | Wait | For the next visit | The cup" in words
    assert row.is_open
    hands.press(Qt.Key.Key_Return)
    assert not row.is_open
    assert row.line.hasFocus()


def test_the_card_says_what_was_agreed_with_that_person_last_time(house, open_visits, hands):
    dana, ben = somebody(house), somebody(house, "Ben")
    a_visit(house, -3, people=(ben.id,), agreed_between="Walk a step")
    a_visit(house, -9, people=(dana.id,), agreed_between="Wait")
    a_visit(house, 2, people=(dana.id,))
    page = open_visits(house)
    assert "Agreed on March 13, 2026 | Wait" in said(page.next, hands)
    assert "Walk a step" not in said(page.next, hands)


def test_a_visit_without_people_two_on_a_day_and_one_who_left_are_readable(
    house, open_visits, hands
):
    ben = somebody(house, "Ben", left=TODAY - DAY)
    for at in (time(15), time(9), None):
        a_visit(house, 1, time=at, people=(ben.id,) if at is None else ())
    page = open_visits(house)
    assert title(page) == "Monday, March 23, 2026 at 9:00 AM"
    assert "Nobody is named yet" in said(page.next, hands)
    assert lines(page) == ["March 23 at 3:00 PM", "March 23 · Ben"]
    assert "Ben, who left the team on March 21, 2026" in said(unfolded(page, 1), hands)


def test_of_many_visits_some_are_shown_and_more_when_asked_for(house, open_visits, hands):
    first = a_visit(house, -250)
    others = range(-249, 250)
    house.journal.records.save(
        *(replace(first, id=uuid4(), day=TODAY + n * DAY, held=n <= 0) for n in others)
    )
    page = open_visits(house)
    assert len(rows(page)) == 4 + 8
    press(hands, "Show 243 earlier visits", page)
    assert len(rows(page)) == 4 + 28
    assert rows(page)[12].line.hasFocus()
    press(hands, "Show 244 later visits", page)
    assert len(rows(page)) == 24 + 28


def test_a_visit_is_found_by_a_name_a_month_or_a_word(house, open_visits, hands):
    dana = somebody(house, discipline="speech")
    for n in range(40):
        a_visit(house, -7 * n)
    old = a_visit(house, -400, people=(dana.id,), agreed_between="Wait at dinner")
    page = open_visits(house)
    find = hands.named(page, QLineEdit, "Find a visit: a name, a month, a word")
    for typed in ("DANA", "february 2025", "dinner  speech"):
        find.setText(typed)
        assert [row.told.visit for row in rows(page)] == [old]
    find.setText("dinner in august")
    assert rows(page) == ()
    assert "No visit has these words." in said(page, hands)
    page.open_at(old.id)
    assert find.text() == ""
    assert rows(page)[-1].line.hasFocus()


def test_another_child_begins_with_the_first_few_and_its_own_visits(house, open_visits, hands):
    leo = replace(house.child, id=uuid4(), name="Leo")
    house.journal.records.save(leo)
    for n in range(1, 30):
        a_visit(house, -n)
    page = open_visits(house)
    press(hands, "Show 21 earlier visits", page)
    page.set_child(leo.id)
    assert rows(page) == ()
    page.set_child(house.child.id)
    assert len(rows(page)) == 8


def test_the_page_opens_at_a_visit_also_at_an_old_one(house, open_visits):
    old = [a_visit(house, -n) for n in range(1, 30)][-1]
    page = open_visits(house)
    page.open_at(old.id)
    QApplication.processEvents()
    row = rows(page)[-1]
    assert row.told.visit == old
    assert row.is_open
    assert row.line.hasFocus()
    assert row.visibleRegion().boundingRect() == row.rect()
    page.open_at(uuid4())  # of another child, or deleted since
    page.open_at(TODAY)
    assert row.line.hasFocus()


def test_the_page_opens_at_the_next_visit(house, open_visits):
    coming = a_visit(house, 1)
    page = open_visits(house)
    page.open_at(coming.id)
    QApplication.processEvents()
    assert page.window().focusWidget().text() == "Prepare the page"


def test_after_a_visit_the_page_asks_what_was_agreed_until_it_is_said(house, open_visits, hands):
    a_visit(house, -20)
    visit = a_visit(house, -2)
    page = open_visits(house)
    assert "What did you agree on Friday, March 20, 2026?" in said(page, hands)
    press(hands, "What did we agree?", page)
    dialog().between.set_text("Wait")
    press(hands, "Save what we agreed")
    assert again(house, visit).agreed_between == "Wait"
    assert "What did you agree" not in said(page, hands)


def test_what_is_rarely_done_with_a_visit_is_behind_three_dots(house, open_visits, hands):
    a_visit(house, 1)
    a_visit(house, -1)
    page = open_visits(house)
    assert hands.texts(page.next.does) == ["Prepare the page", "Change…", ""]
    coming, past = page.next.does, unfolded(page).does
    assert offered(coming.menu) == ["They asked us…", "Calendar file…", "Remove the visit"]
    assert offered(past.menu) == ["They asked us…", "Change…", "Remove the visit"]
    choose(coming.menu, "Remove the visit")
    assert page.next.told is None
    undo(page)
    assert page.next.told is not None


def test_a_phone_is_copied_with_one_click(house, open_visits, hands):
    phone = Way(way=Channel.PHONE, value="555-0117")
    mail = Way(way=Channel.EMAIL, value="dana@example.org", preferred=True)
    in_person = Way(way=Channel.IN_PERSON)
    dana = somebody(house, ways=(in_person, phone, mail))
    somebody(house, "Eli", ways=(in_person,))
    a_visit(house, 1, people=(dana.id,))
    page = open_visits(house)
    told = []
    page.tells.connect(told.append)
    assert [text for text in hands.texts(page.next) if "555" in text or "@" in text] == [
        "dana@example.org",
        "555-0117",
    ]
    hands.click(hands.named(page.next, QPushButton, "Phone: 555-0117, copy (Dana)"))
    assert QApplication.clipboard().text() == "555-0117"
    mail = hands.named(page.next, QPushButton, "dana@example.org")
    assert mail.toolTip() == "E-mail: dana@example.org, copy (Dana)"
    assert told == ["Copied: 555-0117"]
    assert "Eli" in said(page.people, hands)


def test_of_a_large_team_some_stand_beside_the_visit(house, open_visits, hands):
    for n in range(30):
        somebody(house, f"Person {n:02}", discipline="a" * 150)
    page = open_visits(house)
    assert "Person 05" in said(page.people, hands)
    assert "Person 06" not in said(page.people, hands)
    window = page.window()
    press(hands, "All 30 people", page)
    assert window.page_name == "team"


def test_a_message_is_written_from_beside_the_visit(house, open_visits, hands):
    somebody(house, "Ana")
    somebody(house, "Carmen", coordinator=True)
    page = open_visits(house)
    choose(page.people.message, "In our own words…")
    assert dialog().person.name == "Carmen"
    assert dialog().text.text() == "Hello Carmen,\n\n…\n\nMaya’s family"


def test_the_dots_of_the_page_lead_to_a_calendar_file_and_to_packs(house, open_visits, hands):
    a_visit(house, 1)
    page = open_visits(house)
    asked = []
    page.wants.connect(asked.append)
    menu = hands.named(page, MoreButton, "More for visits")
    assert [line.text() for line in menu.lines] == [
        "Calendar file…"
    ]  # packs wait in a calm first month
    house.journal.change_settings(replace(house.journal.settings, calm=False))
    page.refresh()
    choose(menu, "A pack for a meeting…")
    assert asked == [Action.PACK]
    dialog().reject()
    choose(menu, "Calendar file…")
    assert "Calendar file" in dialog().windowTitle()


def test_a_visit_with_everything_is_one_step(house, open_visits, hands):
    page = open_visits(house)
    page.new()
    dialog().day.set_day(TODAY + DAY)
    type_in(hands, QLineEdit, "At what time (optional)", "9:30")
    press(hands, "Somebody new…")
    hands.press("Dana", Qt.Key.Key_Tab, "speech")
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
    choose(unfolded(page).does.menu, "Change…")
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


def test_without_a_visit_no_way_leads_to_what_is_not_there(house, open_visits, hands):
    page = open_visits(house)
    assert not page.next.does.isVisible()
    assert page.next.focusProxy().isVisible()
