"""The Plan as a person uses it: add, change from a day on, correct, pause, take back."""

import gc
import weakref
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from homejournal.domain.errors import DiskFullError
from homejournal.domain.plan import Area, OftenKind, Outcome, StepKind, Weekday
from homejournal.domain.plan_days import Standing, plan_on
from homejournal.domain.ratings import RatingKind
from homejournal.domain.visits import Visit
from homejournal.ui.dialogs.outcome_dialog import OutcomeDialog
from homejournal.ui.dialogs.step_dialog import StepDialog
from homejournal.ui.dialogs.strategy_dialog import Asks, StrategyDialog
from homejournal.ui.widgets.pill import Pill

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MARCH_13 = date(2026, 3, 13)


@pytest.fixture
def open_plan(open_window):
    def opened(house):
        window = open_window(house.journal)
        window.open_page("plan")
        QApplication.processEvents()
        return window.page

    return opened


@pytest.fixture
def page(three, open_plan):
    return open_plan(three)


def dialog():
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert found is not None, "no form is open"
    return found


def field(kind, name):
    (found,) = [
        one
        for one in dialog().findChildren(kind)
        if one.accessibleName() == name and one.isVisible()
    ]
    return found


def type_in(hands, kind, name, words):
    edit = field(kind, name)
    edit.setFocus()
    edit.selectAll()
    hands.press(words)
    return edit


def pick(box, words):
    box.setCurrentIndex(box.findText(words))


def press(hands, name):
    hands.click(hands.named(dialog(), QPushButton, name))
    QApplication.processEvents()


def card(page, name):
    return next(one for one in page.cards if one.title() == name)


def do(page, hands, name, does):
    hands.click(hands.named(card(page, name), QPushButton, does))
    QApplication.processEvents()


def standing(house, name, day):
    return plan_on(house.journal.family().steps[house.ids[name]], day).standing


def undo(page, hands):
    page.window().activateWindow()
    QApplication.processEvents()
    hands.press("z", modifier=CONTROL)
    QApplication.processEvents()


def test_an_empty_plan_invites_the_first_strategy(house, open_plan, hands):
    page = open_plan(house)
    assert "No strategies yet" in hands.texts(page)
    assert page._empty.height() >= page._empty.heightForWidth(page._empty.width())
    hands.click(hands.named(page, QPushButton, "Add a strategy"))
    type_in(hands, QLineEdit, "What will you do?", "Wait before giving the cup")
    press(hands, "Save")
    assert [one.title() for one in page.cards] == ["Wait before giving the cup"]
    undo(page, hands)
    assert page.cards == ()
    assert "No strategies yet" in hands.texts(page)


def fill_everything(hands):
    pick(field(QComboBox, "Who suggested it?"), "Somebody new…")
    pick(field(QComboBox, "Which outcome is it for? (optional)"), "A new outcome…")
    for name, words in (
        ("What will you do?", "Wait"),
        ("Their name", "Dana"),
        ("What do they do? (optional)", "speech"),
        ("What do you hope for?", "She asks for more"),
        ("In which routine? (optional)", "Breakfast, Dinner"),
        ("Names for the times (optional)", "breakfast, dinner"),
    ):
        type_in(hands, QLineEdit, name, words)
    for day in ("Monday", "Wednesday"):
        hands.click(hands.named(dialog(), QPushButton, day))
    hands.click(hands.named(dialog(), Pill, "How did it go?"))
    type_in(hands, QPlainTextEdit, "How", "Hold the cup")
    press(hands, "Save")


def test_a_strategy_with_everything_is_one_step(house, open_plan, hands):
    page = open_plan(house)
    page.new()
    fill_everything(hands)
    family = house.journal.family()
    (strategy,), ((step,),) = family.strategies.values(), family.steps.values()
    assert family.team[strategy.suggested_by].discipline == "speech"
    assert family.outcomes[strategy.outcome].text == "She asks for more"
    assert [family.routines[one].name for one in step.routines] == ["Breakfast", "Dinner"]
    assert (step.often.times, step.often.slots) == (2, ("breakfast", "dinner"))
    assert step.often.weekdays == (Weekday.MON, Weekday.WED)
    assert (step.rating.kind, step.how) == (RatingKind.WENT, "Hold the cup")
    said = " ".join(hands.texts(page.cards[0]))
    assert "From Dana, speech, since March 22, 2026" in said
    assert "Twice a day on Monday and Wednesday (breakfast, dinner)" in said
    undo(page, hands)
    after = house.journal.family()
    assert [*after.strategies, *after.team, *after.outcomes, *after.routines] == []


WORDS = "The professional’s own words for the four levels (optional)"


@pytest.mark.parametrize("comma", [", ", "، "])
def test_the_professionals_words_stand_beside_ours(house, open_plan, hands, comma):
    page = open_plan(house)
    page.new()
    type_in(hands, QLineEdit, "What will you do?", "Cup")
    field(QLineEdit, WORDS).setText(comma.join(("full", "partial", "cue")))
    press(hands, "Save")
    assert any("The professional’s own words" in text for text in hands.texts(dialog()))
    field(QLineEdit, WORDS).setText(comma.join(("full", "partial", "cue", "alone")))
    press(hands, "Save")
    ((step,),) = house.journal.family().steps.values()
    assert step.rating.words == ("full", "partial", "cue", "alone")
    assert "on own (alone)" in " ".join(hands.texts(page.cards[0]))
    do(page, hands, "Cup", "Change from a day on…")
    assert field(QLineEdit, WORDS).text() == "full, partial, cue, alone"
    hands.click(hands.named(dialog(), Pill, "How did it go?"))
    assert not field_shown(WORDS)
    dialog().reject()


def field_shown(name):
    return any(
        one.accessibleName() == name and one.isVisible() for one in dialog().findChildren(QLineEdit)
    )


def test_any_days_of_a_week_and_a_number_with_an_aim(house, open_plan, hands):
    page = open_plan(house)
    page.new()
    type_in(hands, QLineEdit, "What will you do?", "Songs")
    hands.click(hands.named(dialog(), Pill, "A number of days a week"))
    type_in(hands, QLineEdit, "How many days a week?", "4")
    hands.click(hands.named(dialog(), Pill, "A number"))
    type_in(hands, QLineEdit, "Number of what?", "words")
    hands.click(hands.named(dialog(), Pill, "More is better"))
    type_in(hands, QLineEdit, "Our aim: from (optional)", "9")
    type_in(hands, QLineEdit, "Our aim: up to (optional)", "3")
    press(hands, "Save")
    assert any("The aim is two numbers" in text for text in hands.texts(dialog()))
    type_in(hands, QLineEdit, "Our aim: up to (optional)", "12")
    press(hands, "Save")
    (steps,) = house.journal.family().steps.values()
    assert (steps[0].often.kind, steps[0].often.days) == (OftenKind.DAYS_A_WEEK, 4)
    assert (steps[0].rating.unit, steps[0].rating.aim.low) == ("words", 9)
    assert any("our aim: 9 to 12" in text for text in hands.texts(page))


def test_a_change_from_a_visit_on_leaves_the_days_before(three, open_plan, hands):
    dana = next(iter(three.journal.family().team.values()))
    visit = Visit(id=uuid4(), child=three.child.id, day=MARCH_13, people=(dana.id,), held=True)
    three.journal.records.save(visit)
    page = open_plan(three)
    do(page, hands, "Two choices", "Change from a day on…")
    pick(field(QComboBox, "From which visit on?"), "Visit on March 13, 2026 (Dana)")
    type_in(hands, QLineEdit, "How many times a day?", "3")
    press(hands, "Save")
    steps = three.journal.family().steps[three.ids["Two choices"]]
    assert [(one.step, one.from_day, one.visit) for one in steps[1:]] == [
        (StepKind.CHANGE, MARCH_13, visit.id)
    ]
    assert plan_on(steps, MARCH_13).times == 3
    assert plan_on(steps, MARCH_13 - timedelta(days=1)).times == 1
    assert plan_on(steps, MARCH_13).words.how == "Hold the cup and look at her"
    hands.click(hands.named(card(page, "Two choices"), QPushButton, "What changed when"))
    assert "Changed on March 13, 2026, at the visit" in hands.texts(page)


def test_a_change_before_the_strategy_began_is_refused_under_the_day(page, hands):
    do(page, hands, "Sign more", "Change from a day on…")
    dialog()._from.day.set_day(date(2026, 1, 1))
    press(hands, "Save")
    assert "This is before the strategy began. Choose a later day." in hands.texts(dialog())


def test_correcting_the_words_adds_no_step(page, hands, three):
    do(page, hands, "Sign more", "Correct the words…")
    type_in(hands, QLineEdit, "What will you do?", "Sign more together")
    type_in(hands, QPlainTextEdit, "Why", "So that she can ask")
    press(hands, "Save")
    steps = three.journal.family().steps[three.ids["Sign more"]]
    assert [(one.step, one.why) for one in steps] == [(StepKind.START, "So that she can ask")]
    assert any(one.title() == "Sign more together" for one in page.cards)


def test_a_correction_keeps_who_suggested_it_also_after_they_left(page, hands, three):
    family = three.journal.family()
    suggested = family.strategies[three.ids["Sign more"]].suggested_by
    three.journal.records.save(replace(family.team[suggested], left=date(2026, 3, 3)))
    do(page, hands, "Sign more", "Correct the words…")
    type_in(hands, QPlainTextEdit, "Why", "So that she can ask")
    press(hands, "Save")
    assert three.journal.family().strategies[three.ids["Sign more"]].suggested_by == suggested


def test_pausing_restarting_and_finishing_from_today_on(page, hands, three):
    today = three.journal.today()
    for does, button, stands in (
        ("Pause…", "Pause", Standing.PAUSED),
        ("Restart…", "Restart", Standing.ACTIVE),
        ("Finish…", "Finish", Standing.FINISHED),
        ("Restart…", "Restart", Standing.ACTIVE),
        ("Pause…", "Pause", Standing.PAUSED),
    ):
        do(page, hands, "Sign more", does)
        press(hands, button)
        assert standing(three, "Sign more", today) is stands
        assert standing(three, "Sign more", today - timedelta(days=1)) is Standing.ACTIVE
    assert "Paused" in hands.texts(page)
    undo(page, hands)
    assert standing(three, "Sign more", today) is Standing.ACTIVE


def test_a_step_written_by_mistake_is_removed(page, hands, three):
    do(page, hands, "Sign more", "Pause…")
    press(hands, "Pause")
    shown = card(page, "Sign more")
    hands.click(hands.named(shown, QPushButton, "What changed when"))
    hands.click(hands.named(shown, QPushButton, "Remove"))
    assert standing(three, "Sign more", three.journal.today()) is Standing.ACTIVE


def test_an_outcome_is_written_corrected_and_closed(page, hands, three):
    hands.click(hands.named(page, QPushButton, "Add an outcome"))
    type_in(hands, QPlainTextEdit, "What do you hope for?", "She eats with us")
    hands.click(hands.named(dialog(), QPushButton, "Adaptive"))
    press(hands, "Save")
    (outcome,) = three.journal.family().outcomes.values()
    assert (outcome.text, outcome.areas) == ("She eats with us", (Area.ADAPTIVE,))
    hands.click(hands.named(page, QPushButton, "Close the outcome…"))
    press(hands, "Save")
    assert next(iter(three.journal.family().outcomes.values())).closed == three.journal.today()
    assert any("closed on March 22, 2026" in text for text in hands.texts(page))


def test_an_outcome_that_closed_before_it_began_is_refused(page, hands, three):
    OutcomeDialog(page.desk, three.child.id, None, page).ask()
    form = dialog()
    form.text.set_text("She eats with us")
    form.since.set_day(date(2026, 3, 1))
    form.closed.set_day(date(2026, 2, 1))
    press(hands, "Save")
    assert "It was closed before it began. Change one of the two days." in hands.texts(form)
    assert three.journal.family().outcomes == {}


BAD_NAMES = {
    "long": ("a" * 10_000, "This is too long"),
    "blank": ("   ", "Please write something here."),
    "control": ("Wait\x00now", "a character that cannot be written down"),
}


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_cannot_be_is_said_under_its_field_and_stays(page, hands, name, three):
    words, fault = BAD_NAMES[name]
    page.new()
    edit = field(QLineEdit, "What will you do?")
    edit.setText(words)
    press(hands, "Save")
    assert any(fault in text for text in hands.texts(dialog()))
    assert edit.text() == words
    assert edit.hasFocus()
    assert len(three.journal.family().strategies) == 3


@pytest.mark.parametrize(
    "words", ["👩‍👧 🎉", "اِنتظر قليلاً", "<b>bold</b>", "$x^2$ #let x", "A & B"]
)
def test_strange_names_are_shown_as_they_are(page, hands, words):
    page.new()
    field(QLineEdit, "What will you do?").setText(words)
    press(hands, "Save")
    assert card(page, words)


def test_too_few_names_for_the_times_are_said(page, hands):
    page.new()
    type_in(hands, QLineEdit, "What will you do?", "Wait")
    type_in(hands, QLineEdit, "Names for the times (optional)", "lunch, lunch")
    press(hands, "Save")
    assert any("Write one name for each time a day" in text for text in hands.texts(dialog()))


def test_typed_words_stay_when_the_disk_is_full(page, hands, three, monkeypatch):
    def full(*_records):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.records, "save_ending", full)
    page.new()
    edit = type_in(hands, QLineEdit, "What will you do?", "Wait")
    press(hands, "Save")
    assert edit.text() == "Wait"
    assert any("full" in text for text in hands.texts(dialog()))


def test_a_form_with_typed_words_closes_only_at_the_second_cancel(page, hands):
    page.new()
    type_in(hands, QLineEdit, "What will you do?", "Wait")
    press(hands, "Cancel")
    assert any("not saved yet" in text for text in hands.texts(dialog()))
    press(hands, "Cancel")
    assert QApplication.activeModalWidget() is None


def test_a_form_where_somebody_typed_on_asks_again_before_it_closes(page, hands):
    page.new()
    name = type_in(hands, QLineEdit, "What will you do?", "Wait")
    press(hands, "Cancel")
    name.setFocus()
    hands.press(" and see")
    assert not any("not saved yet" in text for text in hands.texts(dialog()))
    press(hands, "Cancel")
    assert any("not saved yet" in text for text in hands.texts(dialog()))


def test_a_strategy_can_be_gone_to(page, three):
    page.open_at(three.ids["Pause in songs"])
    assert card(page, "Pause in songs").hasFocus()


def test_what_was_opened_stays_open_when_something_else_changes(page, hands, three):
    shown = card(page, "Two choices")
    hands.click(hands.named(shown, QPushButton, "How we do it"))
    three.plan("Another one")
    page.heard(None)
    QApplication.processEvents()
    assert card(page, "Two choices") is shown
    assert "Hold the cup and look at her" in hands.texts(shown)


def test_a_journal_that_can_only_be_read_offers_no_changes(three, open_plan, hands):
    outcome = Outcome(id=uuid4(), child=three.child.id, text="She asks")
    three.journal.records.save(outcome)
    three.journal._why = DiskFullError(three.journal.folder)
    page = open_plan(three)
    said = set(hands.texts(page))
    assert not {"Add a strategy", "Pause…", "Correct the words…", "Change the outcome…"} & said


def asks_new(page):
    return StrategyDialog(page.desk, page._state, Asks.NEW, None, page)


def asks_change(page):
    return StrategyDialog(page.desk, page._state, Asks.CHANGE, page._state.strategies[0], page)


def asks_pause(page):
    return StepDialog(page.desk, page._state, StepKind.PAUSE, page._state.strategies[0], page)


def asks_outcome(page):
    return OutcomeDialog(page.desk, page.child, None, page)


@pytest.mark.parametrize("make", [asks_new, asks_change, asks_pause, asks_outcome])
def test_a_form_is_freed_after_it_was_closed(page, make):
    made = make(page)
    made.ask()
    parts = [weakref.ref(one) for one in [made, *made.findChildren(QWidget)]]
    made.reject()
    del made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert [ref() for ref in parts if ref() is not None] == []


@pytest.mark.parametrize("make", [asks_new, asks_change, asks_pause, asks_outcome])
def test_a_form_fits_into_a_small_window(page, make):
    page.window().resize(1024, 640)
    made = make(page)
    made.ask()
    QApplication.processEvents()
    assert made.width() <= 1024
    assert made.height() <= 640
    made.reject()
