"""What holds for every family that is looked back at, whatever was written."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from homejournal.domain.days.counting import month_numbers
from homejournal.domain.days.day_states import DayState, MarkRow
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    dots_in,
    look_back,
)
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from tests.domain.random_families import Counted, families, windows

many = settings(max_examples=150, deadline=None)
ONE = timedelta(days=1)


def blocks(back: LookBack):
    """Every stretch that is counted, in an order that only the days decide."""
    yield back.total
    yield from (each.block for each in back.phases)
    yield from (each.block for each in back.numbers.weeks)
    yield from (each.block for each in month_numbers(back.counted))
    for around in back.visits:
        yield from (around.before, around.since)


@many
@given(families(), st.randoms(use_true_random=False))
def test_the_order_of_entry_never_matters(family: Counted, chance):
    shuffled = family.in_another_order(chance)
    one, other = look_back(family.written()), look_back(shuffled.written())

    assert replace(one, written=other.written) == other
    assert bars_in(one) == bars_in(other)
    assert dots_in(one) == dots_in(other)
    assert (by_routine(one), by_slot(one)) == (by_routine(other), by_slot(other))


@many
@given(families(), st.sampled_from(MarkKind))
def test_what_becomes_of_unwritten_days_never_changes_a_middle(family: Counted, mark: MarkKind):
    back = look_back(family.written())
    blank = [each.day for each in back.days if each.state is DayState.NOT_WRITTEN]
    assume(blank)
    reason = LeftOutReason.SICK if mark is MarkKind.LEFT_OUT else None
    marks = (MarkRow(day.isoformat(), None, mark, reason) for day in blank)
    filled = look_back(replace(family, marks=(*family.marks, *marks)).written())

    for before, after in zip(blocks(back), blocks(filled), strict=True):
        assert (before.n, before.median, before.median_so_far) == (
            after.n,
            after.median,
            after.median_so_far,
        )
        assert (before.low, before.high, before.sum) == (after.low, after.high, after.sum)
    assert dots_in(back).dots == dots_in(filled).dots
    assert [each.nap for each in back.visits] == [each.nap for each in filled.visits]


@many
@given(families(), st.integers(0, 41), st.sampled_from(LeftOutReason))
def test_a_left_out_day_never_lowers_a_share(family: Counted, offset: int, reason: LeftOutReason):
    day = family.frame.period.start + timedelta(days=offset)
    assume(day < family.frame.today)
    mark = MarkRow(day.isoformat(), None, MarkKind.LEFT_OUT, reason)
    back = look_back(family.written())
    left_out = look_back(replace(family, marks=(*family.marks, mark)).written())

    for before, after in zip(blocks(back), blocks(left_out), strict=True):
        assert after.did_it == before.did_it
        assert (after.planned or 0) <= (before.planned or 0)
        assert (after.times, after.n, after.median) == (before.times, before.n, before.median)


@many
@given(families())
def test_the_phases_add_up_to_the_whole(family: Counted):
    back = look_back(family.written())
    total, parts = back.total, [phase.block for phase in back.phases]
    names = ["did_it", "not_today", "left_out", "times", "extra", "written_later", "unsettled"]
    if total.planned is not None:
        names += ["planned", "not_written"]
        names += ["times_planned", "times_not_today", "times_not_written"]
    else:
        names += ["plan_met", "weeks_judged", "weeks_unsure"]
    for name in names:
        assert sum(getattr(part, name) or 0 for part in parts) == getattr(total, name)
    ratings = [part.times_rated + sum(part.others.values()) for part in parts]
    assert sum(ratings) == total.times_rated + sum(total.others.values())


@many
@given(families())
def test_a_period_that_is_cut_at_a_change_of_the_plan_says_of_each_part_what_its_phase_does(
    family: Counted,
):
    back = look_back(family.written())
    for phase in back.phases:
        part = family.over(phase.start, phase.end)
        assert look_back(part.written()).numbers.total == phase.block


@many
@given(families())
def test_the_bars_add_up_to_the_whole(family: Counted):
    back = look_back(family.written())
    bars, total = bars_in(back).bars, back.total

    assert sum(bar.n for bar in bars) == total.n
    assert sum(bar.days for bar in bars) == total.did_it
    assert sum(dot.times for dot in dots_in(back).dots) == total.known
    assert dots_in(back).at_least == total.at_least
    if total.planned is not None:
        # A bar whose days are all of an any-N-days plan states no planned days.
        assert sum(bar.planned or 0 for bar in bars) == total.planned
    if total.sum is not None:
        assert sum(bar.sum or 0 for bar in bars) == total.sum


@many
@given(families(), windows)
def test_a_window_shows_what_a_period_of_the_same_days_shows(family: Counted, cut):
    start, end = family.frame.period
    window = family.window(*cut)
    assume(start <= window.start and window.end <= end)
    back, alone = look_back(family.written()), look_back(family.over(*window).written())
    bars, dots = bars_in(back, window), dots_in(back, window)
    assume(bars.bars and bars_in(alone).bars)

    zoomed = None if window == family.frame.period else window
    assert bars == replace(bars_in(alone), window=zoomed)
    assert dots == replace(dots_in(alone), window=zoomed)


@many
@given(families())
def test_the_days_between_no_two_points_of_a_path_were_planned_and_left_blank(family: Counted):
    series = dots_in(look_back(family.written()))
    states = {each.day: each.state for each in look_back(family.written()).days}
    for path in series.paths:
        inside = [day for day in states if path[0].day < day < path[-1].day]
        on_path = {point.day for point in path}
        for day in inside:
            blank = {DayState.NOT_WRITTEN, DayState.NOT_TODAY}
            assert day in on_path or states[day] not in blank
        assert not any(path[0].day < change <= path[-1].day for change in series.changes)


@many
@given(families())
def test_what_one_home_left_out_never_changes_what_was_done(family: Counted):
    away = [
        MarkRow(each.day.isoformat(), None, MarkKind.LEFT_OUT, LeftOutReason.OTHER_HOME)
        for each in look_back(family.written()).days
    ]
    one = look_back(family.written())
    other = look_back(replace(family, marks=(*family.marks, *away)).written())

    assert [bar.days for bar in bars_in(one).bars] == [bar.days for bar in bars_in(other).bars]
    assert dots_in(one).dots == dots_in(other).dots
