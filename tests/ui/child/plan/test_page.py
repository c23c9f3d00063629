"""The Plan as a person uses it: add, change from a day on, correct, pause, take back."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.plan import OftenKind, Outcome, Weekday
from homejournal.domain.records.rating_scales import Per, RatingKind
from homejournal.ui.widgets.button import Pill
from tests.ui.forms import choose_line, dialog, field, lines_of, pick, press, type_in, undo_by_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(three, open_plan):
    return open_plan(three)


def card(page, name):
    return next(one for one in page.cards if one.title() == name)


def do(page, hands, name, does):
    """Press a button of a card, or choose behind its three dots."""
    shown = card(page, name)
    if does in lines_of(shown):
        choose_line(shown, does)
    else:
        press(hands, does, shown)


def unfold(hands):
    """Show all fields of the open form."""
    press(hands, "How we do it, and more")


def test_an_empty_plan_invites_the_first_strategy(house, open_plan, hands):
    page = open_plan(house)
    assert "No strategies yet" in hands.texts(page)
    assert page._empty.height() >= page._empty.heightForWidth(page._empty.width())
    hands.click(hands.named(page, QPushButton, "Add a strategy"))
    type_in(hands, QLineEdit, "What will you do?", "Wait before giving the cup")
    press(hands, "Save")
    assert [one.title() for one in page.cards] == ["Wait before giving the cup"]
    undo_by_keys(page, hands)
    assert page.cards == ()
    assert "No strategies yet" in hands.texts(page)


def fill_everything(hands):
    unfold(hands)
    pick(field(QComboBox, "Who suggested it?"), "Somebody new…")
    pick(field(QComboBox, "Which outcome is it for?"), "A new outcome…")
    for name, words in (
        ("What will you do?", "Wait"),
        ("Their name", "Dana"),
        ("What do they do? (optional)", "speech"),
        ("What do you hope for?", "She asks for more"),
        ("In which routine?", "Breakfast, Dinner"),
        ("Names for the times", "breakfast, dinner"),
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
    assert [family.routines[routine].name for routine in step.routines] == ["Breakfast", "Dinner"]
    assert (step.often.times, step.often.slots) == (2, ("breakfast", "dinner"))
    assert step.often.weekdays == (Weekday.MON, Weekday.WED)
    assert (step.rating.kind, step.how) == (RatingKind.WENT, "Hold the cup")
    said = " ".join(hands.texts(page.cards[0]))
    assert "From Dana, speech, since March 22, 2026" in said
    assert "Twice a day on Monday and Wednesday (breakfast, dinner)" in said
    undo_by_keys(page, hands)
    after = house.journal.family()
    assert [*after.strategies, *after.team, *after.outcomes, *after.routines] == []


WORDS = "The professional’s own words for the four levels"


@pytest.mark.parametrize("comma", [", ", "، "])
def test_the_professionals_words_stand_beside_ours(house, open_plan, hands, comma):
    page = open_plan(house)
    page.new()
    unfold(hands)
    type_in(hands, QLineEdit, "What will you do?", "Cup")
    field(QLineEdit, WORDS).setText(comma.join(("full", "partial", "cue")))
    press(hands, "Save")
    assert any("The professional’s own words" in text for text in hands.texts(dialog()))
    field(QLineEdit, WORDS).setText(comma.join(("full", "partial", "cue", "alone")))
    press(hands, "Save")
    ((step,),) = house.journal.family().steps.values()
    assert step.rating.words == ("full", "partial", "cue", "alone")
    assert "on own (alone)" in " ".join(hands.texts(page.cards[0]))
    do(page, hands, "Cup", "Change…")
    assert field(QLineEdit, WORDS).text() == "full, partial, cue, alone"
    hands.click(hands.named(dialog(), Pill, "How did it go?"))
    assert not field_shown(WORDS)
    dialog().reject()


def field_shown(name):
    return any(
        line_edit.accessibleName() == name and line_edit.isVisible()
        for line_edit in dialog().findChildren(QLineEdit)
    )


def test_any_days_of_a_week_and_a_number_with_an_aim(house, open_plan, hands):
    page = open_plan(house)
    page.new()
    unfold(hands)
    type_in(hands, QLineEdit, "What will you do?", "Songs")
    hands.click(hands.named(dialog(), Pill, "A number of days a week"))
    type_in(hands, QLineEdit, "How many days a week?", "4")
    hands.click(hands.named(dialog(), Pill, "A number"))
    type_in(hands, QLineEdit, "Number of what?", "words")
    hands.click(hands.named(dialog(), Pill, "More is better"))
    type_in(hands, QLineEdit, "Our aim: from", "9")
    type_in(hands, QLineEdit, "Our aim: up to", "3")
    press(hands, "Save")
    assert any("The aim is two numbers" in text for text in hands.texts(dialog()))
    type_in(hands, QLineEdit, "Our aim: up to", "12")
    press(hands, "Save")
    (steps,) = house.journal.family().steps.values()
    assert (steps[0].often.kind, steps[0].often.days) == (OftenKind.DAYS_A_WEEK, 4)
    assert (steps[0].rating.unit, steps[0].rating.aim.low) == ("words", 9)
    assert any("our aim: 9 to 12" in text for text in hands.texts(page))


def test_a_number_planned_several_times_a_day_is_asked_what_it_belongs_to(house, open_plan, hands):
    page = open_plan(house)
    page.new()
    unfold(hands)
    type_in(hands, QLineEdit, "What will you do?", "Minutes to fall asleep")
    hands.click(hands.named(dialog(), Pill, "A number"))
    assert not asks_what_it_belongs_to()
    type_in(hands, QLineEdit, "Names for the times", "nap, night")
    assert asks_what_it_belongs_to()
    hands.click(hands.named(dialog(), Pill, "To each time by itself"))
    press(hands, "Save")
    ((step,),) = house.journal.family().steps.values()
    assert step.rating.per is Per.TIME
    assert any("each time" in text for text in hands.texts(page))
    do(page, hands, "Minutes to fall asleep", "Change…")
    assert asks_what_it_belongs_to()
    hands.click(hands.named(dialog(), Pill, "To the day: its times are added up"))
    hands.click(hands.named(dialog(), Pill, "New from a day on"))
    press(hands, "Save")
    (steps,) = house.journal.family().steps.values()
    assert steps[-1].rating.per is Per.DAY


def asks_what_it_belongs_to():
    rows = dialog().findChildren(Pill)
    return any(row.text() == "To each time by itself" and row.isVisible() for row in rows)


def test_what_was_added_comes_in_sight(page, hands):
    page.window().resize(1024, 500)
    for name in ("Sing", "Wait", "Wave", "Wash"):
        page.new()
        type_in(hands, QLineEdit, "What will you do?", name)
        press(hands, "Save")
        added = card(page, name)
        assert added.visibleRegion().boundingRect().height() == added.height()


def test_a_strategy_can_be_gone_to(page, three):
    page.open_at(three.ids["Pause in songs"])
    assert card(page, "Pause in songs").hasFocus()


def test_what_was_opened_stays_open_when_something_else_changes(page, hands, three):
    shown = card(page, "Two choices")
    hands.click(hands.named(shown, QPushButton, "Details"))
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
    assert not {"Add a strategy", "Change…", "Restart…", "How is it?"} & said


def test_in_a_wide_window_the_second_half_of_the_plan_is_beside_the_first(three, open_plan, qtbot):
    page = open_plan(three)
    page.window().resize(1920, 1000)
    qtbot.waitUntil(lambda: page.cards[2].x() > page.cards[0].x())
    first, second, third = page.cards
    assert (first.x(), first.y()) == (second.x(), third.y())
    assert abs(first.width() - third.width()) <= 1
    page.refresh()
    QApplication.processEvents()
    assert third.x() > first.x()
    page.window().resize(1120, 1000)
    qtbot.waitUntil(lambda: page.cards[2].x() == page.cards[0].x())
    assert first.y() < second.y() < third.y()
