"""What holds for every family, whatever was written."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from homejournal.domain.days.day_states import MarkRow
from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from tests.domain.random_families import HOMES, Counted, families

many = settings(max_examples=200, deadline=None)
offsets = st.integers(0, 34)
COUNTED = ("did_it", "not_today", "left_out", "times", "written_later", "unsettled")
PLANNED = ("planned", "not_written", "times_planned", "times_not_today", "times_not_written")


def blocks(family: Counted) -> list[Block]:
    numbers = family.numbers()
    parts = (*numbers.steps, *numbers.weeks, *numbers.slots)
    return [numbers.total, *(part.block for part in parts)]


@many
@given(families())
def test_planned_times_are_what_was_done_not_today_or_not_written(family: Counted):
    for block in blocks(family):
        if block.times_planned is not None:
            said = block.times_not_today + block.times_not_written
            assert block.times - block.extra + said == block.times_planned


@many
@given(families())
def test_planned_days_are_did_it_not_today_and_not_written(family: Counted):
    for block in blocks(family):
        assert sum(block.left_out_by.values()) == block.left_out
        if block.planned is not None:
            assert block.did_it + block.not_today + block.not_written == block.planned


@many
@given(families())
def test_no_count_is_below_nothing(family: Counted):
    for block in blocks(family):
        for name in (*COUNTED, *PLANNED, "extra", "n"):
            assert (getattr(block, name) or 0) >= 0


@many
@given(families(), st.randoms(use_true_random=False))
def test_the_order_of_entry_never_matters(family: Counted, chance):
    shuffled = family.in_another_order(chance)

    assert shuffled.numbers() == family.numbers()


@many
@given(families())
def test_what_is_not_written_never_changes_a_rating(family: Counted):
    written = {row.day for row in family.practices}
    start, end = family.frame.period
    busy = [day for day in stretch(start, end) if day.isoformat() in written]
    assume(busy)
    wide, narrow = family.numbers().total, family.over(busy[0], busy[-1]).numbers().total
    assume(wide.kind is narrow.kind)

    for name in ("n", "levels", "median", "low", "high", "sum", "took", "of", "others"):
        assert getattr(wide, name) == getattr(narrow, name)


@many
@given(families(), offsets, st.sampled_from(LeftOutReason))
def test_a_left_out_day_never_lowers_the_share_of_days(family: Counted, offset: int, reason):
    day = family.frame.period.start + timedelta(days=offset)
    assume(day < family.frame.today)
    mark = MarkRow(day.isoformat(), None, MarkKind.LEFT_OUT, reason)
    before = family.numbers().total
    after = replace(family, marks=(*family.marks, mark)).numbers().total

    assert after.did_it == before.did_it
    assert (after.planned or 0) <= (before.planned or 0)
    assert (after.times, after.n, after.median) == (before.times, before.n, before.median)


@many
@given(families())
def test_the_steps_and_the_days_before_them_add_up_to_the_whole(family: Counted):
    total, steps = family.numbers().total, family.numbers().steps
    parts = [step.block for step in steps]
    start, end = family.frame.period
    first = steps[0].start if steps else end + timedelta(days=1)
    if first > start:
        parts.append(family.over(start, first - timedelta(days=1)).numbers().total)

    for name in COUNTED:
        assert sum(getattr(part, name) for part in parts) == getattr(total, name)
    if total.planned is not None:
        for name in (*PLANNED, "extra"):
            assert sum(getattr(part, name) or 0 for part in parts) == getattr(total, name)


@many
@given(families())
def test_the_weeks_add_up_to_the_whole(family: Counted):
    numbers = family.numbers()
    weeks = [week.block for week in numbers.weeks]

    for name in (*COUNTED, "extra", "weeks_judged", "weeks_unsure", "plan_met"):
        whole = getattr(numbers.total, name) or 0
        assert sum(getattr(week, name) or 0 for week in weeks) == whole


@many
@given(families())
def test_a_merged_file_of_the_other_home_never_changes_what_was_done(family: Counted):
    through = {HOMES[0]: date.max, HOMES[1]: date.max}
    merged = replace(family, frame=family.frame._replace(reaches=through))
    alone = replace(family, frame=family.frame._replace(reaches={}))
    one, other = merged.numbers().total, alone.numbers().total

    assert (one.did_it, one.not_today, one.n) == (other.did_it, other.not_today, other.n)
    assert "other_home" not in one.left_out_by


def stretch(start: date, end: date) -> list[date]:
    return [start + timedelta(days=number) for number in range((end - start).days + 1)]
