"""The Visits page as a person uses it: add, change, ask, answer, tick, open, take along."""

from dataclasses import replace
from datetime import time
from pathlib import Path
from uuid import uuid4

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from homejournal.domain.errors import DiskFullError
from homejournal.domain.kept import Page as KeptRecord
from homejournal.domain.notes import Flag, Note
from homejournal.domain.page_choices import build_page, default_ticks
from homejournal.domain.plan import PlanStep, StepKind
from homejournal.domain.record import Kind
from homejournal.domain.visits import VisitHow
from homejournal.exchange.page_json import page_to_dict
from homejournal.ui.dialogs.asked_dialog import AskedDialog
from homejournal.ui.widgets.pill import Pill
from tests.ui.pages.visiting import (
    DAY,
    TODAY,
    a_question,
    a_visit,
    again,
    dialog,
    field,
    no_dialog,
    press,
    somebody,
    type_in,
    undo,
)

Key = Qt.Key


@pytest.fixture
def open_visits(open_window):
    def opened(house, language="en"):
        window = open_window(house.journal, language)
        window.open_page("visits")
        QApplication.processEvents()
        return window.page

    return opened


def titles(page):
    return [card.title().replace("\u202f", " ") for card in page.cards]


def said(page, hands):
    return " | ".join(hands.texts(page))


def asks(page):
    heard = []
    page.asks_for.connect(lambda name, place: heard.append((name, place)))
    return heard


# Listing


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
    page.open_at(uuid4())  # of another child, or deleted since
    page.open_at(TODAY)
    assert page.cards[-1].hasFocus()


# Writing down and changing


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
    hands.named(dialog(), QCheckBox, "Interpreter").setChecked(True)
    type_in(hands, QPlainTextEdit, "What to bring (optional)", "The cup")
    press(hands, "Save")
    family = house.journal.family()
    (visit,) = family.visits.values()
    assert (visit.day, visit.time, visit.how) == (TODAY + DAY, time(9, 30), VisitHow.VIDEO)
    assert (visit.language, visit.interpreter, visit.bring) == ("ASL", True, "The cup")
    assert [family.team[one].discipline for one in visit.people] == ["speech"]
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


def with_step(house, name="Sign more"):
    visit = a_visit(house, -3, held=True)
    step = PlanStep(
        id=uuid4(),
        strategy=house.ids[name],
        from_day=visit.day,
        step=StepKind.CHANGE,
        visit=visit.id,
        what="Wait longer",
    )
    house.journal.records.save(step)
    return visit, step


@pytest.mark.parametrize(
    ("answer", "moves"),
    [("Yes, it begins on the new day", True), ("No, it stays where it is", False)],
)
def test_a_new_day_asks_whether_the_plan_moves_along(three, open_visits, hands, answer, moves):
    visit, step = with_step(three)
    page = open_visits(three)
    assert "Changed: Sign more" in said(page, hands)
    press(hands, "Change…", page)
    assert answer not in hands.texts(dialog())
    dialog().day.set_day(visit.day + DAY)
    press(hands, "Save")
    assert "Please choose one of the two." in hands.texts(dialog())
    hands.click(hands.named(dialog(), Pill, answer))
    press(hands, "Save")
    assert again(three, visit).day == visit.day + DAY
    assert again(three, step).from_day == step.from_day + (DAY if moves else 0 * DAY)
    undo(page)
    assert (again(three, visit), again(three, step)) == (visit, step)


def test_other_changes_ask_nothing_of_the_plan(three, open_visits, hands):
    visit, step = with_step(three)
    page = open_visits(three)
    press(hands, "Change…", page)
    type_in(hands, QPlainTextEdit, "What to bring (optional)", "The cup")
    press(hands, "Save")
    assert (again(three, visit).bring, again(three, step)) == ("The cup", step)


def test_a_removed_visit_comes_back_with_its_questions(three, open_visits, hands):
    visit, step = with_step(three)
    asked = a_question(three, visit)
    page = open_visits(three)
    hands.click(page.cards[0]._buttons["remove"])
    assert page.cards == ()
    assert again(three, step).visit is None
    undo(page)
    assert (again(three, asked), again(three, step)) == (asked, step)
    assert len(page.cards) == 1


def test_typed_words_stay_where_the_disk_is_full(house, open_visits, hands, monkeypatch):
    page = open_visits(house)
    page.new()

    def full(*_records, **_said):
        raise DiskFullError(house.journal.folder)

    monkeypatch.setattr(house.journal.records, "save", full)
    edit = type_in(hands, QPlainTextEdit, "What to bring (optional)", "The cup")
    press(hands, "Save")
    assert edit.toPlainText() == "The cup"
    assert any("full" in text for text in hands.texts(dialog()))


# Questions


def a_note(house, text, days):
    note = Note(
        id=uuid4(),
        child=house.child.id,
        day=TODAY - days * DAY,
        text=text,
        flags=(Flag.QUESTION,),
    )
    house.journal.records.save(note)
    return note


def test_open_questions_carry_over_until_they_are_ticked_and_undo_brings_them_back(
    house, open_visits, hands
):
    a_visit(house, 1)
    old, new = a_note(house, "Is this okay?", 60), a_note(house, "More often?", 1)
    page = open_visits(house)
    words = said(page, hands)
    assert words.index("Is this okay?") < words.index("More often?")
    assert "Since January 21, 2026" in words
    first = next(
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleDescription() == "Is this okay?" and one.isVisible()
    )
    first.setFocus()
    hands.press(Key.Key_Space)
    QApplication.processEvents()
    assert again(house, old).answered == TODAY
    assert "Is this okay?" not in said(page, hands)
    assert QApplication.focusWidget().accessibleDescription() == "More often?"
    undo(page)
    assert again(house, old) == old
    assert again(house, new) == new


def test_many_questions_are_shown_some_at_a_time(house, open_visits, hands):
    for n in range(25):
        a_note(house, f"Question {n}?", 25 - n)
    page = open_visits(house)
    assert "Question 24?" not in said(page, hands)
    press(hands, "Show 5 more questions", page)
    assert "Question 24?" in said(page, hands)


def test_a_question_is_added_here_and_is_a_note_for_the_visit(house, open_visits, hands):
    a_visit(house, 1)
    page = open_visits(house)
    press(hands, "Add a question", page)
    type_in(hands, QPlainTextEdit, "Note", "Can we do less?")
    press(hands, "Save")
    assert "Can we do less?" in said(page, hands)
    (note,) = house.journal.visits.questions(house.child.id)
    assert note.flags == (Flag.QUESTION,)


def test_what_a_professional_asks_is_written_changed_and_removed(house, open_visits, hands):
    dana = somebody(house)
    a_visit(house, -1, people=(dana.id,))
    page = open_visits(house)
    press(hands, "They asked us…", page)
    type_in(hands, QPlainTextEdit, "What do they want to know?", "Does she point?")
    hands.click(hands.named(dialog(), Pill, "Yes or no"))
    press(hands, "Save")
    (asked,) = house.journal.records.all_of(Kind.ASKED)
    assert (asked.text, asked.open, asked.asked_by) == ("Does she point?", False, dana.id)
    assert "Dana asked on March 21, 2026" in said(page, hands)
    press(hands, "Change the question…", page)
    type_in(hands, QPlainTextEdit, "What do they want to know?", "Does she wave?")
    press(hands, "Save")
    assert again(house, asked).text == "Does she wave?"
    row = page.cards[0].rows[0]
    press(hands, "Remove", row)
    assert again(house, asked) is None
    assert page.cards[0].rows == ()


def test_an_empty_question_is_refused_and_who_asked_stays_known(house, open_visits, hands):
    dana = somebody(house)
    visit = a_visit(house, -1)
    asked = a_question(house, visit, asked_by=dana.id)
    page = open_visits(house)
    AskedDialog(page.desk, page.cards[0].told, asked, page).ask()
    assert field(QComboBox, "Who asks?").currentText() == "Dana"
    type_in(hands, QPlainTextEdit, "What do they want to know?", " ")
    press(hands, "Save")
    assert "Please write something here." in hands.texts(dialog())
    dialog().text.set_text("Does she wave?")
    press(hands, "Save")
    assert again(house, asked).asked_by == dana.id


def test_a_closed_question_is_answered_with_one_press(house, open_visits, hands):
    visit = a_visit(house, -1)
    asked = a_question(house, visit, open=False)
    page = open_visits(house)
    row = page.cards[0].rows[0]
    hands.named(row, QPushButton, "Yes").setFocus()
    hands.press(Key.Key_Space)
    QApplication.processEvents()
    assert (again(house, asked).answer, again(house, asked).answered) == ("Yes", TODAY)
    assert "Yes (March 22, 2026)" in said(page, hands)
    assert QApplication.focusWidget().text() == "Change the answer…"
    undo(page)
    assert again(house, asked) == asked
    press(hands, "No", row)
    assert again(house, asked).answer == "No"


def test_an_answer_in_words_is_changed_and_taken_back(house, open_visits, hands):
    visit = a_visit(house, -1)
    asked = a_question(house, visit, open=False)
    page = open_visits(house)
    row = page.cards[0].rows[0]
    press(hands, "In words…", row)
    hands.press("At the dog")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert again(house, asked).answer == "At the dog"
    press(hands, "Change the answer…", row)
    edit = field(QPlainTextEdit, "Your answer", row)
    assert edit.toPlainText() == "At the dog"
    edit.setPlainText("")
    press(hands, "Save the answer", row)
    assert again(house, asked) == asked


def test_a_half_typed_answer_is_kept_and_comes_back(house, open_visits, hands):
    visit = a_visit(house, -1)
    asked = a_question(house, visit)
    page = open_visits(house)
    field(QPlainTextEdit, "Your answer", page).setPlainText("At the d")
    page.put_down()
    assert house.journal.drafts.kept() == {f"asked:{asked.id}": "At the d"}
    page.window().set_language("es")
    QApplication.processEvents()
    page = page.window() if page.isVisible() else QApplication.activeWindow().page
    (edit,) = [one for one in page.findChildren(QPlainTextEdit) if one.isVisible()]
    assert edit.toPlainText() == "At the d"


def test_words_that_could_not_be_kept_hold_the_window_back(house, open_visits, monkeypatch):
    visit = a_visit(house, -1)
    a_question(house, visit)
    page = open_visits(house)

    def full(*_said):
        raise DiskFullError(house.journal.folder)

    monkeypatch.setattr(house.journal.drafts, "keep", full)
    field(QPlainTextEdit, "Your answer", page).setPlainText("At the d")
    page.put_down()
    assert len(page.at_risk()) == 1
    field(QPlainTextEdit, "Your answer", page).setPlainText("")
    assert page.at_risk() == frozenset()


# Pages


def a_kept_page(house, visit=None, days=0):
    journal = house.journal
    period = journal.pages.since_last_visit(house.child.id, TODAY)
    material = journal.pages.material(house.child.id, period, TODAY)
    page = replace(build_page(material, default_ticks(material)), our_words="We are proud")
    made = journal._session.clock() - days * DAY
    record = KeptRecord(
        id=uuid4(),
        child=house.child.id,
        made=made,
        page=page_to_dict(page),
        visit=visit.id if visit else None,
    )
    journal.records.save(record)
    return record, page


def test_a_page_that_was_handed_over_opens_again_with_one_click(three, open_visits, hands):
    dana = somebody(three, "Dana 2")
    visit = a_visit(three, -1, people=(dana.id,), held=True)
    a_visit(three, 5, people=(dana.id,))
    _, kept = a_kept_page(three, visit, 1)
    page = open_visits(three)
    window = page.window()
    words = said(page, hands)
    assert words.count("The page of March 21, 2026") == 2
    assert "What was handed over last time" in words
    press(hands, "The page of March 21, 2026", page.cards[0])
    assert window.page_name == "visit_page"
    assert window.page.shown == kept
    assert "as it was handed over" in said(window.page, hands)


def test_pages_without_a_visit_are_found_too(three, open_visits, hands):
    a_visit(three, 5)
    record, kept = a_kept_page(three)
    page = open_visits(three)
    heard = asks(page)
    hands.click(page._loose.findChildren(QPushButton)[0])
    assert heard == [("visit_page", record.id)]
    assert page.window().page.shown == kept


def test_preparing_the_page_chooses_the_one_who_comes(three, open_visits, hands):
    dana, ben = somebody(three, "Ana"), somebody(three, "Ben")
    one = a_visit(three, 1, people=(dana.id,))
    both = a_visit(three, 2, people=(dana.id, ben.id))
    page = open_visits(three)
    window = page.window()
    press(hands, "Prepare the page", page.cards[0])
    assert window.page_name == "visit_page"
    assert window.page.choices.wishes.person.value() == dana.id
    assert window.page.shown.visit_on == one.day
    window.open_page("visits")
    press(hands, "Prepare the page", page.cards[1])
    assert window.page.choices.wishes.person.value() is None
    assert both.day > one.day


# Calendar


def saved(monkeypatch, tmp_path, name="visits.ics"):
    """Let the next file dialog choose a file; return it and the name that was proposed."""
    file, proposed = tmp_path / name, []
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _self, name: proposed.append(name))

    def choose(self):
        self.fileSelected.emit(str(file))
        self.close()

    monkeypatch.setattr(QFileDialog, "open", choose)
    return file, proposed


def events(file):
    return Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def test_one_visit_is_saved_for_a_calendar(house, open_visits, hands, monkeypatch, tmp_path):
    visit = a_visit(house, 2, time=time(9, 30))
    page = open_visits(house)
    told = []
    page.tells.connect(told.append)
    file, proposed = saved(monkeypatch, tmp_path)
    press(hands, "Calendar file…", page.cards[0])
    (event,) = events(file)
    assert event["uid"] == f"{visit.id}@homejournal"
    assert proposed == ["Visit Maya 2026-03-24.ics"]
    assert told == ["Saved as visits.ics"]


def test_visits_and_reminders_are_chosen_and_saved(
    three, open_visits, hands, monkeypatch, tmp_path
):
    a_visit(three, 2)
    a_visit(three, 9)
    page = open_visits(three)
    file, proposed = saved(monkeypatch, tmp_path)
    hands.click(page._calendar)
    assert "2 coming visits" in hands.texts(dialog())
    type_in(hands, QLineEdit, "Routine 1 · Sign more", "7:15")
    press(hands, "Save the file…")
    made = events(file)
    assert [event.get("rrule") is not None for event in made] == [False, False, True]
    assert made[2]["summary"] == "Maya: Sign more"
    assert proposed == ["Visits Maya 2026-03-24.ics"]


def test_reminders_alone_and_bad_times(three, open_visits, hands, monkeypatch, tmp_path):
    a_visit(three, -2)
    page = open_visits(three)
    file, proposed = saved(monkeypatch, tmp_path)
    hands.click(page._calendar)
    press(hands, "Save the file…")
    assert "Choose the visits, or write a time for a reminder." in hands.texts(dialog())
    type_in(hands, QLineEdit, "Routine 1 · Sign more", "soon")
    press(hands, "Save the file…")
    assert any("Please write a time such as" in text for text in hands.texts(dialog()))
    type_in(hands, QLineEdit, "Routine 1 · Sign more", "7:15")
    press(hands, "Save the file…")
    assert no_dialog()
    assert len(events(file)) == 1
    assert proposed == ["Reminders Maya 2026-03-22.ics"]


def test_a_file_that_cannot_be_written_is_said(house, open_visits, hands, monkeypatch, tmp_path):
    a_visit(house, 2)
    page = open_visits(house)
    saved(monkeypatch, tmp_path, "none/visits.ics")
    press(hands, "Calendar file…", page.cards[0])
    assert any("did not let homejournal" in text for text in hands.texts(page.window()))
    assert page._saving._folder == Path(tmp_path / "none")


def test_a_journal_that_is_only_read_offers_nothing_to_write(house, open_visits, hands):
    visit = a_visit(house, 1)
    asked = a_question(house, visit, open=False)
    a_note(house, "Is this okay?", 1)
    house.journal.visits.answer(a_question(house, visit, "How?"), "At the dog", TODAY)
    house.journal._store.write = False
    page = open_visits(house)
    words = said(page, hands)
    for gone in ("Add a visit", "Change…", "Remove", "Answered", "Yes", "Add a question"):
        assert gone not in words.split(" | ")
    for stays in ("Prepare the page", "Does she point?", "At the dog (March 22, 2026)"):
        assert stays in words
    page.new()
    assert no_dialog()
    page.put_down()
    assert again(house, asked) == asked
    house.journal._store.write = True
