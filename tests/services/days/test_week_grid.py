"""A week typed in from paper: what is written, who did it, who typed it, and the way back."""

from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.records.people import Helper, Home
from homejournal.domain.records.plan import Often, Routine
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.today.week_cells import (
    BLANK,
    Answer,
    CellInput,
    CellRefusedError,
    Refusal,
    SheetAuthors,
    input_of,
)
from homejournal.domain.today.week_grid import CellPlace, RowKey
from tests.domain.weeks import CHILD, MONDAY, WEEK, weeks, wishes
from tests.journals import NOW, TODAY, a_journal, child, note, planned, step, strategy

TUESDAY = date(2026, 3, 10)
NOBODY = SheetAuthors()


def place(of, day=TUESDAY, slot=None, number=None):
    return CellPlace(RowKey(of.id, slot, number), day)


def cell(journal, of, where):
    return journal.weeks.shown(of.id, where.day).cell(where)


def write(journal, of, where, wish, told=NOBODY, **said):
    return journal.weeks.write(of.id, {where: wish}, told, **said)


def test_who_is_told_stays_where_not_today_turns_into_a_rating_and_back(journal):
    of, what = planned(journal)
    mom, dad = Helper(id=uuid4(), name="Mom"), Helper(id=uuid4(), name="Dad")
    journal.records.save(mom, dad)
    where = place(what, slot="dinner")
    write(journal, of, where, input_of(Answer.NOT_TODAY), SheetAuthors(helper=mom.id))
    write(journal, of, where, CellInput(times=(3,)))
    assert [practice.helper for practice in cell(journal, of, where).practices] == [mom.id]
    write(journal, of, where, input_of(Answer.NOT_TODAY), SheetAuthors(typed_by=dad.id))
    mark = cell(journal, of, where).mark
    assert (mark.helper, mark.written_by) == (mom.id, dad.id)
    write(journal, of, where, CellInput(times=(2,)), SheetAuthors(helper=dad.id))
    assert [practice.helper for practice in cell(journal, of, where).practices] == [dad.id]
    write(journal, of, where, CellInput(times=(2, 4)))
    assert [practice.helper for practice in cell(journal, of, where).practices] == [dad.id, None]


def test_grandmas_sheet_says_who_did_it_and_who_typed_it(journal):
    of, what = planned(journal)
    grandma, mom = Helper(id=uuid4(), name="Grandma"), Helper(id=uuid4(), name="Mom")
    meals = Routine(id=uuid4(), name="Dinner", child=of.id)
    journal.records.save(
        grandma, mom, meals, step(what, from_day=date(2026, 3, 5), routines=(meals.id,))
    )
    told = SheetAuthors(helper=grandma.id, typed_by=mom.id)
    monday = place(what, date(2026, 3, 9), "dinner")
    write(journal, of, monday, CellInput(times=(2,)), told)
    write(journal, of, place(what, slot="dinner"), input_of(LeftOutReason.SICK), told)
    practice = cell(journal, of, monday).practices[0]
    mark = cell(journal, of, place(what, slot="dinner")).mark
    for record in (practice, mark):
        assert (record.helper, record.written_by, record.written) == (grandma.id, mom.id, NOW)
    assert (practice.day, practice.slot, practice.rating) == (date(2026, 3, 9), "dinner", 2)
    assert (practice.rating_kind, practice.routine) == (RatingKind.HELP, meals.id)
    assert (mark.mark, mark.reason, mark.slot) == (
        MarkKind.LEFT_OUT,
        LeftOutReason.SICK,
        "dinner",
    )


def test_who_typed_it_is_said_only_where_that_was_somebody_else():
    mom = uuid4()
    assert SheetAuthors(helper=mom, typed_by=mom).written_by is None
    assert SheetAuthors(typed_by=mom).written_by == mom
    assert SheetAuthors(helper=mom).written_by is None


def test_a_rating_typed_over_another_corrects_that_entry(journals):
    journal = journals.new()
    of, what = planned(journal)
    where = place(what, slot="breakfast")
    grandma = Helper(id=uuid4(), name="Grandma")
    journal.records.save(grandma)
    write(journal, of, where, CellInput(times=(1,)), SheetAuthors(helper=grandma.id))
    before = cell(journal, of, where).practices[0]
    journal.notes.write(note(of, "He laughed", practice=before.id, strategy=what.id))
    journals.clock.forward(days=1)
    change = write(journal, of, where, CellInput(times=(3,)))
    after = cell(journal, of, where).practices[0]
    assert len(change.moves) == 1
    assert (after.id, after.rating, after.written) == (before.id, 3, before.written)
    assert (after.helper, cell(journal, of, where).notes[0].text) == (grandma.id, "He laughed")
    assert not write(journal, of, where, CellInput(times=(3,))).moves


def test_a_note_goes_with_its_entry_only_where_that_was_said_twice(journal):
    of, what = planned(journal)
    where = place(what, slot="breakfast")
    write(journal, of, where, CellInput(times=(1,)))
    done = cell(journal, of, where).practices[0]
    journal.notes.write(note(of, "He laughed", practice=done.id, strategy=what.id))
    with pytest.raises(CellRefusedError) as refused:
        write(journal, of, where, BLANK)
    assert refused.value.refusal is Refusal.NOTE_GOES
    assert cell(journal, of, where).practices == (done,)
    change = write(journal, of, where, BLANK, sure=True)
    assert not cell(journal, of, where).practices
    assert not journal.days.between(of.id, TUESDAY, TUESDAY).notes
    journal.undo(change)
    assert [one.text for one in cell(journal, of, where).notes] == ["He laughed"]


def test_several_cells_are_one_step_and_see_each_other(journal):
    of = child()
    what = strategy(of)
    twice = step(what, often=Often(times=2), rating=RatingPlan(kind=RatingKind.NUMBER))
    journal.records.save(of, what, twice)
    both = [place(what, number=1), place(what, number=2)]
    journal.weeks.write(of.id, dict.fromkeys(both, input_of(Answer.NOT_TODAY)), NOBODY)
    assert len(journal.days.between(of.id, TUESDAY, TUESDAY).marks) == 1
    number = CellInput(times=(Decimal("5.5"),))
    change = journal.weeks.write(of.id, dict.fromkeys(both, number), NOBODY)
    written = journal.days.between(of.id, TUESDAY, TUESDAY)
    assert ([practice.rating for practice in written.practices], written.marks) == (
        [Decimal("5.5")] * 2,
        (),
    )
    journal.undo(change)
    assert cell(journal, of, both[1]).mark.mark is MarkKind.NOT_TODAY
    assert not journal.weeks.write(of.id, {}, NOBODY).moves


def test_the_week_begins_where_the_familys_does_and_marks_are_of_the_own_home(journal):
    of, what = planned(journal)
    home = Home(id=uuid4(), name="Mom’s")
    journal.records.save(home)
    settings_now = journal.settings
    journal.change_settings(
        type(settings_now)(id=settings_now.id, week_start=WeekStart.SUNDAY, home=home.id)
    )
    assert journal.weeks.week(TODAY).start == date(2026, 3, 8)
    write(journal, of, place(what, slot="dinner"), input_of(Answer.NOT_TODAY))
    assert cell(journal, of, place(what, slot="dinner")).mark.home == home.id


def test_a_cell_that_the_week_has_no_more_is_told(journal):
    of, what = planned(journal)
    with pytest.raises(RecordMissingError):
        write(journal, of, place(what, slot="lunch"), BLANK)


@given(weeks(), st.data())
@settings(max_examples=8, deadline=None)
def test_typing_any_cells_and_taking_all_back_gives_the_week_back(week, data):
    with TemporaryDirectory() as folder, closing(a_journal(Path(folder))) as journal:
        family, written = week.family, week.written
        homes = [Home(id=mark.home, name="Ours") for mark in written.marks if mark.home]
        journal.records.save(
            *(*homes, CHILD, *family.routines.values(), *family.strategies.values()),
            *(step for steps in family.steps.values() for step in steps),
            *(*written.practices, *written.marks, *written.notes),
        )
        before = journal.days.between(CHILD.id, *WEEK)
        done = []
        for _ in range(data.draw(st.integers(1, 8))):
            grid = journal.weeks.shown(CHILD.id, MONDAY)
            cells = [cell for row in grid.rows for cell in row.cells]
            if not cells:
                break
            chosen = data.draw(st.lists(st.sampled_from(cells), min_size=1, max_size=3))
            wish = {one.place: data.draw(wishes(one.rating.kind)) for one in chosen}
            try:
                done.append(journal.weeks.write(CHILD.id, wish, NOBODY, sure=True))
            except CellRefusedError:
                continue
        for change in reversed(done):
            journal.undo(change)
        assert journal.days.between(CHILD.id, *WEEK) == before
