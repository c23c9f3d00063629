"""The grid of a week holds what Today shows of each day, and each cell takes what is typed."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import JournalSettings, WeekStart
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.papers.printed_sheets import FridgeAsked, fridge_sheet
from homejournal.domain.records.family import DayRecords, Family
from homejournal.domain.records.plan import Often, Strategy
from homejournal.domain.records.practices import LeftOutReason, Practice
from homejournal.domain.today.day_page import today_state
from homejournal.domain.today.week_cells import (
    ASKED_TWICE,
    Answer,
    CellInput,
    Refusal,
    cell_text,
    input_of,
    read_cell,
)
from homejournal.domain.today.week_grid import CellPlace, RowKey, week_grid
from tests.domain.weeks import (
    CHILD,
    LETTERS,
    THERE,
    WEEK,
    Week,
    done,
    twice_a_day,
    weeks,
    wishes,
)


@given(weeks())
@settings(max_examples=150)
def test_the_grid_shows_what_today_shows_for_each_day(week):
    grid = week.grid()
    for day in grid.days:
        state = today_state(week.family, week.written, CHILD.id, (day, WEEK.end), WeekStart.MONDAY)
        for card in state.cards:
            mine = [row.cells for row in grid.rows if row.strategy == card.strategy]
            cells = [cells[(day - WEEK.start).days] for cells in mine]
            shown = sorted((t for cell in cells for t in cell.times), key=lambda t: t.number)
            assert tuple(shown) == card.times
            for cell in cells:
                assert cell.rating == card.plan.rating
                marks = [time.mark for time in cell.times if time.mark]
                assert not cell.times or cell.mark == (marks[0] if marks else None)


@given(weeks())
@settings(max_examples=80)
def test_the_rows_are_those_of_the_paper_and_then_what_was_not_planned(week):
    asked = FridgeAsked(child=CHILD.id, day=WEEK.start)
    usual = JournalSettings(id=UUID(int=9), week_start=WeekStart.MONDAY)
    paper = fridge_sheet(week.family, asked, usual, WEEK.end).weeks[0]
    printed = [
        (
            RowKey(strategy.strategy, row.slot or None, row.place),
            [plan is not None for plan in row.days],
        )
        for strategy in paper.strategies
        for row in strategy.rows
    ]
    grid = week.grid()
    on_paper = {strategy.strategy for strategy in paper.strategies}
    shown = [row for row in grid.rows if row.strategy.id in on_paper]
    assert [(row.key, [cell.planned for cell in row.cells]) for row in shown] == printed
    for row in grid.rows:
        assert row in shown or any(cell.is_written for cell in row.cells) or not row.key.slot


@st.composite
def typed(draw):
    """Draw a week, a cell of it and a wish that fits it."""
    week = draw(weeks())
    cells = [cell for row in week.grid().rows for cell in row.cells]
    assume(cells)
    cell = draw(st.sampled_from(cells))
    return week, cell, draw(wishes(cell.rating.kind))


@given(typed())
@settings(max_examples=300)
def test_a_cell_says_what_was_typed_into_it_or_refuses(case):
    week, cell, wish = case
    change, after = done(week, cell, wish)
    if after is None:
        assert change in {Refusal.OTHER_HOME, Refusal.PARTLY_DONE}
        return
    now = week.grid(after).cell(cell.place)
    if now is None:  # nothing was planned, and nothing is written any more
        assert wish == CellInput()
        return
    extra = [time for time in cell.times if time.extra]
    if cell.place.row.place is None and cell.planned and not extra and not cell.elsewhere:
        # An entry that names no time of the day may stand after one that does.
        shown = read_cell(cell_text(now, LETTERS), cell.rating.kind, LETTERS)
        assert sorted(map(str, shown.times)) == sorted(map(str, wish.times))
        # A wider mark stays where something was done, and one behind what went shows itself.
        stays = now.mark in cell.marks and (wish.times or now.mark != cell.mark)
        theirs = now.mark is not None and now.mark.home == THERE  # and stays, whatever is typed
        if not theirs and (now.mark or any(time.practice is None for time in now.times)):
            said = now.mark and now.mark.mark
            assert said == wish.mark or (wish.mark is None and stays)


@given(typed())
@settings(max_examples=200)
def test_typing_touches_nothing_but_the_strategys_day_and_never_another_homes_marks(case):
    week, cell, wish = case
    change, after = done(week, cell, wish)
    if after is None:
        return
    key, day = cell.place
    for record in change.put:
        assert (record.strategy, record.day) == (key.strategy, day)
    known = {one.id: one for one in (*week.written.practices, *week.written.marks)}
    for gone in change.delete:
        record = known[gone]
        assert record.day == day
        assert record.strategy in {key.strategy, None}
        assert getattr(record, "home", None) != THERE


@given(typed())
@settings(max_examples=200)
def test_what_was_not_said_twice_leaves_what_others_hang_on(case):
    week, cell, wish = case
    change, after = done(week, cell, wish, sure=False)
    if after is None:
        if change in ASKED_TWICE:
            assert done(week, cell, wish, sure=True)[0] != change
        return
    noted = {note.practice for note in week.written.notes}
    marks = {mark.id: mark for mark in week.written.marks}
    assert not noted & set(change.delete)
    assert all(marks[gone].strategy for gone in change.delete if gone in marks)


@given(typed())
@settings(max_examples=150)
def test_typing_the_same_again_changes_nothing(case):
    week, cell, wish = case
    _, after = done(week, cell, wish)
    assume(after is not None)
    now = week.grid(after).cell(cell.place)
    assume(now is not None)
    times = tuple(practice.rating for practice in now.practices)
    mark = now.mark
    if mark is not None and mark.reason is None and mark.mark != "not_today":
        return
    said = CellInput(times=times, mark=mark and mark.mark, reason=mark and mark.reason)
    again, _ = done(replace(week, written=after), now, said)
    assert (again.put, again.delete) == ((), ())


@given(weeks(), st.integers(0, 6))
@settings(max_examples=60)
def test_a_day_still_to_come_takes_nothing(week, ahead):
    today = WEEK.start + timedelta(days=ahead)
    for row in week.grid(today=today).rows:
        for cell in row.cells:
            assert cell.later is (cell.place.day > today)
            if cell.later:
                assert done(week, cell, CellInput(times=(None,)))[0] is Refusal.STILL_TO_COME


@given(weeks())
@settings(max_examples=10)
def test_a_child_or_a_cell_that_is_not_there_is_told(week):
    with pytest.raises(RecordMissingError):
        week_grid(week.family, week.written, UUID(int=77), WEEK, WEEK.end)
    assert week.grid().cell(CellPlace(RowKey(UUID(int=77)), WEEK.start)) is None
    for row in week.grid().rows:
        assert week.grid().cell(CellPlace(row.key, WEEK.end + timedelta(days=1))) is None


def test_a_photo_is_asked_about_before_it_goes():
    what = Strategy(id=UUID(int=20), child=CHILD.id, name="Wait")
    done_once = Practice(id=UUID(int=21), strategy=what.id, day=WEEK.start)
    family = Family(children={CHILD.id: CHILD}, strategies={what.id: what})
    week = Week(family, DayRecords(practices=(done_once,)))
    cell = week.grid().rows[0].cells[0]
    photos = frozenset({done_once.id})
    assert done(week, cell, CellInput(), sure=False, photos=photos)[0] is Refusal.PHOTO_GOES
    assert cell_text(cell, LETTERS) == "y"
    twice = Practice(id=UUID(int=22), strategy=what.id, day=WEEK.start)
    both = Week(family, DayRecords(practices=(done_once, twice))).grid().rows[0].cells[0]
    assert cell_text(both, LETTERS) == "2"
    assert done(week, cell, CellInput(), photos=photos)[0].delete == (done_once.id,)
    assert done(week, cell, input_of(Answer.DID_IT), photos=photos)[0].delete == ()
    assert not Week(family, DayRecords()).grid().rows


def test_times_without_names_stand_in_their_order_and_what_is_more_in_the_last_row():
    rows = twice_a_day(1, 2, 3).grid().rows
    assert [cell_text(row.cells[0], LETTERS) for row in rows] == ["1", "2 3"]
    assert [row.key.place for row in rows] == [1, 2]
    assert [cell_text(row.cells[0], LETTERS) for row in twice_a_day(4).grid().rows] == ["4", ""]


def test_a_day_on_which_something_was_done_is_not_left_out_as_a_whole():
    week = twice_a_day(1)
    second = week.grid().rows[1].cells[0]
    assert done(week, second, input_of(LeftOutReason.SICK))[0] is Refusal.PARTLY_DONE
    change, after = done(week, second, input_of(Answer.NOT_TODAY))
    assert not change.delete
    assert [cell_text(row.cells[0], LETTERS) for row in week.grid(after).rows] == ["1", "n"]


def test_not_today_goes_on_to_speak_of_the_time_that_is_still_open():
    week = twice_a_day()
    first = week.grid().rows[0].cells[0]
    _, after = done(week, first, input_of(Answer.NOT_TODAY))
    assert [cell_text(row.cells[0], LETTERS) for row in week.grid(after).rows] == ["n", "n"]
    week = Week(week.family, after)
    first = week.grid().rows[0].cells[0]
    assert done(week, first, CellInput(), sure=False)[0] is Refusal.ALL_TIMES
    _, after = done(week, first, CellInput(times=(2,)), sure=False)
    assert [cell_text(row.cells[0], LETTERS) for row in week.grid(after).rows] == ["2", "n"]


def test_of_today_and_the_day_after_only_today_takes_what_is_typed():
    week = twice_a_day()
    first, second = week.grid(today=WEEK.start).rows[0].cells[:2]
    assert (first.later, second.later) == (False, True)
    assert done(week, second, CellInput(times=(2,)))[0] is Refusal.STILL_TO_COME
    assert [one.rating for one in done(week, first, CellInput(times=(2,)))[0].put] == [2]


def test_there_is_no_week_of_another_child_and_no_cell_outside_of_it():
    week, nobody = twice_a_day(1), UUID(int=77)
    with pytest.raises(RecordMissingError, match=str(nobody)):
        week_grid(week.family, week.written, nobody, WEEK, WEEK.end)
    grid = week.grid()
    row = grid.rows[0]
    assert grid.cell(CellPlace(row.key, WEEK.end)) == row.cells[6]
    assert grid.cell(CellPlace(row.key, WEEK.end + timedelta(days=1))) is None
    assert grid.cell(CellPlace(RowKey(nobody), WEEK.end)) is None


def test_what_names_no_time_of_the_day_stays_in_its_row_where_more_is_typed_beside_it():
    week = twice_a_day(1)
    (what,) = week.family.strategies
    (step,) = week.family.steps[what]
    named = replace(step, often=Often(times=2, slots=("breakfast", "dinner")))
    week = replace(week, family=replace(week.family, steps={what: (named,)}))
    breakfast = week.grid().rows[0].cells[0]
    assert cell_text(breakfast, LETTERS) == "1"
    change, after = done(week, breakfast, CellInput(times=(1, 3)))
    assert [(one.rating, one.slot) for one in change.put] == [(1, "breakfast"), (3, "breakfast")]
    rows = [row.cells[0] for row in week.grid(after).rows]
    assert [cell_text(one, LETTERS) for one in rows] == ["1 3", ""]
    assert done(week, breakfast, CellInput(times=(1,)))[0].put == ()
