"""A table from before taken into a journal: counted, taken back, and never taken twice."""

from dataclasses import replace
from datetime import date

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.sharing.table_import import DayOrder, Meaning, TablePlan
from homejournal.domain.today.week_cells import Answer
from homejournal.storage.journal.writer import Writer
from tests.journals import TODAY, assert_holds, planned
from tests.threads import on_another_thread

ROWS = [("2026-03-02", "2"), ("2026-03-03", "n"), ("2026-03-04", "3")]


def plan(of, what):
    return TablePlan(
        child=of.id,
        meanings=(Meaning.DAY, Meaning.HOW),
        order=DayOrder.YEAR_MONTH_DAY,
        letters={"n": Answer.NOT_TODAY},
        strategy=what.id,
    )


def counted(journal, of):
    period = Period(date(2026, 3, 2), date(2026, 3, 4))
    (told,) = journal.numbers.of_child(of.id, period, TODAY).strategies
    return told.total.planned, told.total.did_it, told.total.not_today


def begin_late(journal, what):
    (step,) = journal.family().steps[what.id]
    journal.records.save(replace(step, from_day=date(2026, 3, 10)))


def test_days_from_before_count_as_planned_once_the_plan_begins_with_them(journals):
    journal = journals.new()
    of, what = planned(journal)
    begin_late(journal, what)
    read = journal.safe.kept_tables.reading(ROWS, plan(of, what))()
    assert read.before_plan == {what.id: date(2026, 3, 2)}
    change = journal.safe.kept_tables.take(read, begin_plan=True)
    assert counted(journal, of) == (3, 2, 1)
    journal.undo(change)
    assert journal.family().steps[what.id][0].from_day == date(2026, 3, 10)
    assert counted(journal, of)[1:] == (0, 0)


def test_the_plan_stays_where_that_is_wished(journals):
    journal = journals.new()
    of, what = planned(journal)
    begin_late(journal, what)
    tables = journal.safe.kept_tables
    tables.take(tables.reading(ROWS, plan(of, what))(), begin_plan=False)
    assert journal.family().steps[what.id][0].from_day == date(2026, 3, 10)


def test_the_same_table_brings_nothing_twice_and_nothing_deleted_back(journals):
    journal = journals.new()
    of, what = planned(journal)
    tables = journal.safe.kept_tables
    read = tables.reading(ROWS, plan(of, what))()
    tables.take(read, begin_plan=False)
    journal.records.delete(read.records[0].id)
    assert tables.reading(ROWS, plan(of, what))().records == ()
    assert tables.reading([*ROWS, ("2026-03-05", "1")], plan(of, what))().days == 1


def test_a_copy_is_made_before(journals):
    journal = journals.new()
    of, what = planned(journal)
    tables = journal.safe.kept_tables
    tables.take(tables.reading(ROWS, plan(of, what))(), begin_plan=False)
    assert len(list(journal.folder.glob("backups/*.hj"))) == 1


def worked_out(journal, read):
    """Work out on another thread what taking a table writes."""
    return on_another_thread(journal.safe.kept_tables.preparing(read, begin_plan=True))


def test_a_table_is_taken_as_it_was_worked_out_and_only_written(journals, monkeypatch):
    journal = journals.new()
    of, what = planned(journal)
    begin_late(journal, what)
    tables = journal.safe.kept_tables
    read = tables.reading(ROWS, plan(of, what))()
    ahead = worked_out(journal, read)
    monkeypatch.setattr(Writer, "plan_save", None)
    tables.take(read, begin_plan=True, ahead=ahead)
    assert counted(journal, of) == (3, 2, 1)
    assert_holds(journal)


def test_a_table_that_was_taken_meanwhile_brings_nothing_twice(journals):
    journal = journals.new()
    of, what = planned(journal)
    tables = journal.safe.kept_tables
    read = tables.reading(ROWS, plan(of, what))()
    ahead = worked_out(journal, read)
    tables.take(read, begin_plan=True)
    assert tables.take(read, begin_plan=True, ahead=ahead).moves == ()
    assert_holds(journal)


def test_where_the_plan_stays_as_it_is_what_was_worked_out_otherwise_is_not_used(journals):
    journal = journals.new()
    of, what = planned(journal)
    begin_late(journal, what)
    tables = journal.safe.kept_tables
    read = tables.reading(ROWS, plan(of, what))()
    tables.take(read, begin_plan=False, ahead=worked_out(journal, read))
    assert journal.family().steps[what.id][0].from_day == date(2026, 3, 10)


@pytest.mark.parametrize("first", [(Meaning.DAY, Meaning.HOW), (Meaning.DAY, Meaning.NOTE)])
def test_a_table_that_was_taken_back_comes_again_however_it_was_read_before(journals, first):
    journal = journals.new()
    of, what = planned(journal)
    tables = journal.safe.kept_tables
    read = tables.reading(ROWS, replace(plan(of, what), meanings=first))()
    journal.undo(tables.take(read, begin_plan=False))
    again = tables.reading(ROWS, plan(of, what))()
    assert len(again.records) == len(ROWS)
    tables.take(again, begin_plan=False)
    assert counted(journal, of)[1:] == (2, 1)
    assert tables.reading(ROWS, plan(of, what))().records == ()
    assert journal.files.check().is_sound


def test_ways_to_read_a_table_have_no_number_in_common(journals):
    """Two computers may each read it in their own way, and share what came of it."""
    journal = journals.new()
    of, what = planned(journal)
    ways = ((Meaning.DAY, Meaning.HOW), (Meaning.DAY, Meaning.NOTE))
    reading = journal.safe.kept_tables.reading
    one, other = (reading(ROWS, replace(plan(of, what), meanings=way))().records for way in ways)
    assert not {it.id for it in one} & {it.id for it in other}
