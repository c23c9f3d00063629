"""Random families looked back at twice: by the real code and by a naive walk over their days."""

from dataclasses import asdict
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings

from homejournal.domain.days.counting import month_numbers
from homejournal.domain.days.periods import Period, WeekStart
from homejournal.domain.looking_back.make_look_back import bars_in, by_visit, dots_in, look_back
from homejournal.domain.records.rating_scales import RatingKind
from tests.domain.brute_look_back import BruteLookBack
from tests.domain.days.test_counting_twice import naively, plainly
from tests.domain.random_families import Counted, families, windows

many = settings(max_examples=200, deadline=None)


def brute(family: Counted) -> BruteLookBack:
    frame = family.frame
    sunday = frame.week_start is WeekStart.SUNDAY
    return BruteLookBack(
        family.steps,
        family.practices,
        family.marks,
        frame.today,
        frame.reaches,
        week_day=6 if sunday else 0,
    )


def told_window(family: Counted, window: Period) -> Period | None:
    """The days of a window that are told: in the period and through today."""
    start, end = family.frame.period
    found = Period(max(window.start, start), min(window.end, end, family.frame.today))
    return found if found.start <= found.end else None


@many
@given(families())
def test_the_calendar_shows_each_day_alike(family: Counted):
    days = look_back(family.written()).days
    found = [(d.day, d.state, d.reason, d.times, d.times_planned, d.written_later) for d in days]

    assert found == brute(family).calendar(*family.frame.period)


@many
@given(families())
def test_the_plan_changes_and_its_phases_are_counted_alike(family: Counted):
    back, counter = look_back(family.written()), brute(family)
    start, end = family.frame.period
    phases = [(phase.start, phase.end, plainly(phase.block)) for phase in back.phases]

    assert list(back.changes) == counter.changes(start, end)
    assert phases == [
        (first, last, naively(counter.counted(first, last)))
        for first, last in counter.stretches(start, end)
    ]


@many
@given(families(), windows)
def test_the_bars_of_a_window_are_counted_alike(family: Counted, cut):
    window = family.window(*cut)
    counter, shown = brute(family), told_window(family, window)
    series = bars_in(look_back(family.written()), window)
    if shown is None:
        assert series.bars == ()
        return
    asked = counter.asked(list(counter.days(*shown)), shown.end)
    cuts = counter.weeks(shown.start, min(window.end, family.frame.period.end))

    assert series.kind == asked.kind
    assert [asdict(bar) for bar in series.bars] == [counter.bar(*cut, asked) for cut in cuts]


@many
@given(families())
def test_each_month_is_counted_alike(family: Counted):
    counter = brute(family)
    months = month_numbers(look_back(family.written()).counted)

    assert [(m.start, m.end, m.partial, plainly(m.block)) for m in months] == [
        (
            first,
            last,
            not counter.is_whole_month(first, last),
            naively(counter.counted(first, last)),
        )
        for first, last in counter.months(*family.frame.period)
    ]


@many
@given(families(), windows)
def test_the_middles_of_a_window_are_those_of_its_phases(family: Counted, cut):
    window = family.window(*cut)
    counter, shown = brute(family), told_window(family, window)
    series = bars_in(look_back(family.written()), window)
    asked = shown and counter.asked(list(counter.days(*shown)), shown.end)
    rated = asked and asked.kind is not RatingKind.NONE
    expected = []
    for first, last in counter.stretches(*shown) if rated else []:
        block = counter.counted(first, last, asked)
        n, middle = block["n"] - block["at_least"], block["median_so_far"]
        expected.append((first, last, n, middle))

    assert [(p.start, p.end, p.n, p.middle) for p in series.phases] == expected
    for phase in series.phases:
        levels = series.kind in {RatingKind.HELP, RatingKind.WENT}
        assert phase.so_far == (levels and 3 <= phase.n < 5)


@many
@given(families(), windows)
def test_the_dots_and_paths_of_a_window_are_found_alike(family: Counted, cut):
    window = family.window(*cut)
    counter, shown = brute(family), told_window(family, window)
    series = dots_in(look_back(family.written()), window)
    if shown is None:
        assert (series.start, series.end, series.dots, series.paths) == (*window, (), ())
        return
    asked = counter.asked(list(counter.days(*shown)), shown.end)
    joined = [pair for path in series.paths for pair in pairwise((p.day, p.value) for p in path)]
    expected = counter.joined(*shown, asked) if asked.kind == "number" else set()

    assert [(d.day, d.value, d.of, d.times) for d in series.dots] == counter.dots(*shown, asked)
    assert len(joined) == len(set(joined))
    assert set(joined) == expected


@many
@given(families())
def test_each_visit_parts_the_days_alike(family: Counted):
    back, counter = look_back(family.written()), brute(family)
    start, end = family.frame.period
    expected = {}
    for visit in family.visits:
        sides = counter.sides(visit, start, end)
        if sides:
            expected[visit.id] = (*map(naively, sides), counter.nap(visit, start, end))
    found = {}
    for one in back.visits:
        nap = one.nap and (Fraction(one.nap.better), one.nap.pairs)
        found[one.visit.id] = (plainly(one.before), plainly(one.since), nap)

    assert found == expected
    assert [one.visit.day for one in back.visits] == sorted(
        (one.visit.day for one in back.visits), reverse=True
    )


@many
@given(families())
def test_the_two_bars_of_a_visit_are_of_one_kind_and_hold_all_of_it(family: Counted):
    back, counter = look_back(family.written()), brute(family)
    start, last = family.frame.period.start, min(family.frame.period.end, family.frame.today)
    asked = counter.asked(list(counter.days(start, last)), last)
    for visit in back.visits:
        before, since = (group.bar for group in by_visit(back, visit).groups)
        day = visit.visit.day
        earlier = counter.block(start, day - timedelta(days=1), [], asked)
        later = counter.block(day, last, [], asked)

        assert (before.n, since.n) == (earlier["n"], later["n"])
        assert before.n + since.n == back.total.n
        assert (before.days, since.days) == (earlier["did_it"], later["did_it"])


@many
@given(families())
def test_days_left_out_are_marked_as_ranges_alike(family: Counted):
    life = look_back(family.written()).life

    assert [(mark.start, mark.end, mark.reason) for mark in life if mark.reason] == (
        brute(family).left_out_ranges(*family.frame.period)
    )
    assert [mark.words for mark in life if not mark.reason] == [
        event.words
        for event in sorted(family.life_events, key=lambda event: (event.day, event.words))
        if family.frame.period.start <= event.day <= family.frame.last
    ]
