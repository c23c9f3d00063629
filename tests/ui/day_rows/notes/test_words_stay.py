"""Words of a note that is being typed stay, whatever comes from elsewhere meanwhile."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.plan import Often, PlanStep, StepKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Kind
from homejournal.services.days.days import PracticeTold
from homejournal.ui.day_rows.strategy_row import StrategyRow
from tests.ui.conftest import SUNDAY

OURS = "half a sentence of ours"


@pytest.fixture
def window(house, open_window):
    house.plan("At meals", Often(times=2, slots=("lunch", "dinner")))
    house.plan("Out")
    return open_window(house.journal)


def types(line, hands, words=OURS):
    line.open_note()
    hands.press(words)


def told(window):
    """Take notice of what came from elsewhere."""
    window.desk.editing.changed.emit(frozenset(Kind))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def texts(house):
    return sorted(note.text for note in house.journal.records.all_of(Kind.NOTE))


def wrote(house, text="said before"):
    strategy = house.ids["At meals"]
    note = Note(id=uuid4(), child=house.child.id, day=SUNDAY, text=text, strategy=strategy)
    house.journal.records.save(note)
    return note


def changing(house, window, hands):
    """Begin to change a note that stands there."""
    note = wrote(house)
    told(window)
    card = window.page.lines[0]
    card.open_note()
    hands.press(f", {OURS}")
    return note, card


def test_words_stay_with_their_time_when_that_is_written_elsewhere(house, window, hands):
    card = window.page.lines[0]
    types(card, hands)
    lunch = PracticeTold(slot="lunch")
    house.journal.days.did_it(house.ids["At meals"], SUNDAY, lunch)
    told(window)
    assert card.note.field.text() == OURS
    card.note.keep_typing()
    (note,) = house.journal.records.all_of(Kind.NOTE)
    (practice,) = house.day().practices
    assert (note.text, note.practice) == (OURS, practice.id)


@pytest.mark.parametrize("gone", [True, False])
def test_a_note_that_changes_elsewhere_does_not_take_words_away(house, window, hands, gone):
    note, card = changing(house, window, hands)
    if gone:
        house.journal.records.delete(note.id)
    else:
        house.journal.records.save(replace(note, text="said otherwise"))
    told(window)
    assert card.note.field.text() == f"said before, {OURS}"
    card.note.keep_typing()
    left = [] if gone else ["said otherwise"]
    assert texts(house) == sorted([f"said before, {OURS}", *left])
    assert house.journal.drafts.kept() == {}


def test_what_a_note_is_for_may_change_elsewhere_while_its_words_do_here(house, window, hands):
    note, card = changing(house, window, hands)
    house.journal.records.save(replace(note, flags=(Flag.CELEBRATION,)))
    told(window)
    card.note.keep_typing()
    assert texts(house) == [f"said before, {OURS}"]


def test_undo_of_a_note_leaves_what_was_typed_on(house, window, hands):
    card = window.page.lines[2]
    types(card, hands, "She")
    card.setFocus()
    types(card, hands, " laughed")
    window.desk.editing.undo()
    assert (texts(house), card.note.field.text()) == ([], "She laughed")


def test_so_it_is_with_a_moment(house, window, hands):
    window.page.add_moment()
    hands.press("First steps")
    window.page.lines[0].setFocus()
    (moment,) = house.journal.records.all_of(Kind.NOTE)
    window.page.moments._on_edit(moment)
    hands.press(" today")
    house.journal.records.delete(moment.id)
    told(window)
    assert window.page.moments.note.field.text() == "First steps today"
    window.page.keep_typing()
    assert texts(house) == ["First steps today"]


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("kind", ["paused", "rated otherwise"])
def test_words_are_saved_before_their_row_goes(house, window, hands, kind, alone):
    others = ["At meals"] if alone else ["At meals", "Out"]
    if alone:
        house.journal.records.delete(house.ids["Out"])
        told(window)
    types(window.page.lines[0], hands)
    if kind == "paused":
        step = {"from_day": SUNDAY, "step": StepKind.PAUSE}
        house.journal.records.save(PlanStep(id=uuid4(), strategy=house.ids["At meals"], **step))
    else:
        steps = house.journal.records.all_of(Kind.PLAN_STEP)
        step = next(one for one in steps if one.strategy == house.ids["At meals"])
        house.journal.records.save(replace(step, rating=RatingPlan(kind=RatingKind.NONE)))
    told(window)
    assert texts(house) == [OURS]
    shown = [one for one in window.page.findChildren(StrategyRow) if one.isVisible()]
    assert sorted(one.card.strategy.name for one in shown) == others
    line = window.page.lines[0]
    assert OURS in line.said()
    assert line.note.field.text() == OURS


def test_a_note_of_one_of_several_times_is_saved_once(house, window, hands):
    line = window.page.lines[0]
    for _ in range(2):
        types(line, hands, "" if texts(house) else OURS)
        line.setFocus()
    assert texts(house) == [OURS]
    assert (line.note.field.text(), line.note.unsaved) == (OURS, False)
    assert line.said() == OURS
