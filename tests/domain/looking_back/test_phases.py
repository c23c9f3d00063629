"""Where the plan changed, and what stands between two changes."""

from decimal import Decimal

from homejournal.domain.looking_back.make_look_back import bars_in, dots_in
from homejournal.domain.records.plan import Often, StepKind, Weekday
from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan
from tests.domain.looked_back import back_at_small
from tests.domain.small import NUMBER, Small
from tests.family import day, days

TWO_WEEKS = days(2, 15)
MINUTES = RatingPlan(kind=NUMBER, unit="minutes")


def changes(small: Small, period=TWO_WEEKS, **more):
    return back_at_small(small, period, **more).changes


def stretches(small: Small, period=TWO_WEEKS, **more):
    return [(phase.start, phase.end) for phase in back_at_small(small, period, **more).phases]


def changed(step=StepKind.CHANGE, on=9, **said) -> Small:
    small = Small("1 1 1 1 1 1 1 | 2 2 2 2 2 2 2")
    small.change(on, step, **said)
    return small


def test_a_change_is_drawn_even_where_it_says_the_same():
    assert changes(changed()) == (day(9),)


def test_a_pause_a_finish_and_taking_up_the_same_again_change_nothing():
    small = changed(StepKind.PAUSE, on=5)
    small.change(7, StepKind.RESTART)
    small.change(13, StepKind.FINISH)

    assert changes(small) == ()
    assert stretches(small) == [(day(2), day(15))]


def test_a_restart_with_new_words_is_a_change():
    small = changed(StepKind.PAUSE, on=5)
    small.change(7, StepKind.RESTART, how="Show and wait")

    assert changes(small) == (day(7),)
    assert stretches(small) == [(day(2), day(6)), (day(7), day(15))]


def test_a_change_that_was_made_on_the_day_of_a_pause_is_drawn_at_the_restart():
    small = changed(how="Show and wait")
    small.change(9, StepKind.PAUSE)
    small.change(12, StepKind.RESTART)

    assert changes(small) == (day(12),)


def test_a_change_on_the_first_day_of_the_period_and_after_today_is_none():
    assert changes(changed(), days(9, 15)) == ()
    assert changes(changed(), today=8) == ()
    assert changes(changed(), days(8, 15)) == changes(changed(), today=9) == (day(9),)


def test_a_change_on_the_first_day_of_a_window_is_no_line_in_it():
    back = back_at_small(changed(), TWO_WEEKS)

    assert bars_in(back, days(8, 15)).changes == dots_in(back, days(8, 9)).changes == (day(9),)
    assert bars_in(back, days(9, 15)).changes == dots_in(back, days(9, 9)).changes == ()
    assert [phase.n for phase in bars_in(back, days(9, 15)).phases] == [7]


def test_the_first_phase_begins_with_the_first_planned_or_written_day():
    assert stretches(changed(), days(1, 30), today=31) == [(day(2), day(8)), (day(9), day(30))]
    finished = changed()
    finished.change(16, StepKind.FINISH)
    assert stretches(finished, days(1, 30), today=31)[-1] == (day(9), day(15))


def test_a_change_before_the_first_planned_day_parts_nothing():
    small = Small(often=Often(weekdays=(Weekday.FRI,)))
    small.change(4, often=Often(weekdays=(Weekday.FRI,)), how="Another way")

    assert changes(small) == (day(4),)
    assert stretches(small) == [(day(6), day(13))]


def test_without_a_planned_or_written_day_there_is_no_phase():
    small = Small()
    small.child.records.remove(small.step)

    assert back_at_small(small, TWO_WEEKS).phases == ()
    assert bars_in(back_at_small(small, TWO_WEEKS)).phases == ()


def test_a_phase_that_was_rated_in_another_way_has_no_middle():
    small = Small("1 1 1 1 1 1 1")
    small.change(9, rating=MINUTES)
    small.write("30 40 30 20 20 20 20", kind=NUMBER, start=day(9))
    before, since = bars_in(back_at_small(small, TWO_WEEKS)).phases

    assert (before.n, before.middle, before.aim) == (0, None, None)
    assert (since.n, since.middle) == (7, 20)


def test_a_phase_in_another_unit_has_no_middle_and_no_bars():
    small = Small("30 40 30 40 30 40 30", kind=NUMBER).replan(MINUTES)
    small.change(9, rating=RatingPlan(kind=NUMBER, unit="hours"))
    small.write("1 2 1 2 1 2 1", kind=NUMBER, start=day(9))
    back = back_at_small(small, TWO_WEEKS)
    series = bars_in(back)

    assert (series.unit, [bar.sum for bar in series.bars]) == ("hours", [None, 10])
    assert [bar.days for bar in series.bars] == [7, 7]
    assert [(phase.n, phase.middle) for phase in series.phases] == [(0, None), (7, 1)]
    assert (back.total.n, back.total.others) == (7, {RatingKind.NUMBER: 7})
    assert {dot.day for dot in dots_in(back).dots} == {day(number) for number in range(9, 16)}
    assert bars_in(back, days(2, 8)).bars[0].sum == 240


def test_each_phase_tells_the_aim_that_was_in_force_at_its_end():
    plan = RatingPlan(kind=NUMBER, aim=Aim(high=Decimal(30)))
    small = Small("30 40 30 40 30 40 30", kind=NUMBER).replan(plan)
    small.change(9, rating=RatingPlan(kind=NUMBER, aim=Aim()))
    small.write("10 20", kind=NUMBER, start=day(9))
    before, since = bars_in(back_at_small(small, TWO_WEEKS)).phases

    assert (before.aim, since.aim) == (Aim(high=Decimal(30)), None)


def test_three_ratings_of_a_phase_have_a_middle_so_far_and_two_have_none():
    small = Small("1 1 1 . . . . | 2 2")
    small.change(9, how="Another way")
    before, since = dots_in(back_at_small(small, TWO_WEEKS)).phases

    assert (before.n, before.middle, before.so_far) == (3, 1, True)
    assert (since.n, since.middle, since.so_far) == (2, None, False)
