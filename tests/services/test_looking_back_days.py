"""Over which days one looks back, and whatever may be written on them."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import uuid4

import pytest

from homejournal.domain.days.counting import month_numbers
from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import PeriodChoice
from homejournal.domain.looking_back.make_look_back import bars_in, dots_in
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit
from homejournal.services.days.days import MarkTold, PracticeTold
from tests.family import days
from tests.journals import (
    TODAY,
    child,
    mark,
    planned,
    practice,
    step,
    strategy,
)
from tests.services.looked_back import ONE, WEEK, asked, back_at

pytestmark = pytest.mark.unmeasured

START = date(2026, 3, 2)
"""The first day of the plan that `planned` writes down."""
MINUTES = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", better=Better.LESS)


class TestPeriods:
    def told(self, journal, of, choice, today=TODAY):
        return journal.looking_back.periods(of.id, today, choice)

    @pytest.mark.parametrize(
        ("choice", "start"),
        [
            (PeriodChoice.FOUR_WEEKS, date(2026, 2, 11)),
            (PeriodChoice.THREE_MONTHS, date(2025, 12, 11)),
        ],
    )
    def test_each_length_runs_through_today(self, journal, choice, start):
        of, _ = planned(journal)

        assert self.told(journal, of, choice) == (start, TODAY)

    @pytest.mark.parametrize("choice", [PeriodChoice.SINCE_VISIT, PeriodChoice.OWN])
    def test_since_the_visit_runs_through_yesterday_or_today_once_something_is_written(
        self, journal, choice
    ):
        of, what = planned(journal)
        journal.records.save(Visit(id=uuid4(), child=of.id, day=START, held=True))

        assert self.told(journal, of, choice) == (START, TODAY - ONE)
        journal.days.not_today(of.id, TODAY, MarkTold(strategy=what.id))
        assert self.told(journal, of, choice) == (START, TODAY)

    def test_everything_begins_with_the_first_planned_day(self, journal):
        of, what = planned(journal)
        assert self.told(journal, of, PeriodChoice.ALL) == (START, TODAY)
        journal.records.save(practice(what))
        assert self.told(journal, of, PeriodChoice.ALL) == (START, TODAY)

        total = back_at(journal, what, self.told(journal, of, PeriodChoice.ALL)).total
        assert (total.did_it, total.planned) == (1, 9)

    def test_or_with_the_first_written_one_where_that_came_before(self, journal):
        of, what = planned(journal)
        journal.records.save(practice(what, day=START - 9 * ONE))

        assert self.told(journal, of, PeriodChoice.ALL) == (START - 9 * ONE, TODAY)

    def test_where_all_lies_ahead_everything_is_today(self, journal):
        of = child()
        later = strategy(of)
        journal.records.save(of, later, step(later, from_day=TODAY + 9 * ONE))

        assert self.told(journal, of, PeriodChoice.ALL) == (TODAY, TODAY)
        assert self.told(journal, child(), PeriodChoice.ALL) == (TODAY, TODAY)

    def test_the_plan_of_a_sibling_is_not_asked(self, journal):
        of, _ = planned(journal)
        sibling = child(name="Ana")
        sings = strategy(sibling, name="Sing")
        journal.records.save(sibling, sings, step(sings, from_day=TODAY - 99 * ONE))

        assert self.told(journal, of, PeriodChoice.ALL).start == START


class TestDays:
    def test_after_midnight_it_is_still_the_familys_evening(self, journals):
        journal = journals.new()
        of, what = planned(journal)
        journals.clock.moment = datetime(2026, 3, 11, 1, 30, tzinfo=UTC)
        journal.days.did_it(what.id, journal.today(), PracticeTold(rating=3))
        period = journal.looking_back.periods(of.id, journal.today(), PeriodChoice.ALL)
        back = back_at(journal, what, period, journal.today())

        assert period.end == journal.today() == TODAY
        assert (back.days[-1].day, back.days[-1].times) == (TODAY, 1)
        assert not back.days[-1].written_later

    def test_once_the_day_ended_at_four_it_is_the_next_one(self, journals):
        journal = journals.new()
        of, what = planned(journal)
        journals.clock.moment = datetime(2026, 3, 11, 4, 0, tzinfo=UTC)
        journal.days.did_it(what.id, TODAY - ONE, PracticeTold(rating=3))
        back = back_at(journal, what, WEEK, journal.today())

        assert journal.today() == TODAY + ONE
        assert [each.day for each in back.days if each.written_later] == [TODAY - ONE]
        assert of.id == what.child

    def test_the_night_of_the_clock_change_is_one_day(self, journals):
        journal = journals.new()
        _, what = planned(journal)
        for moment in (
            datetime(2026, 3, 8, 1, 59, tzinfo=timezone(timedelta(hours=-6))),
            datetime(2026, 3, 8, 5, 0, tzinfo=timezone(timedelta(hours=-5))),
            datetime(2026, 3, 8, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
        ):
            journals.clock.moment = moment
            journal.days.did_it(what.id, journal.today(), PracticeTold(rating=3))
        shown = {each.day: each.times for each in back_at(journal, what, days(2, 9)).days}

        assert (shown[date(2026, 3, 7)], shown[date(2026, 3, 8)]) == (1, 2)
        assert len(shown) == 8

    def test_left_out_days_are_told_with_their_reason(self, journal):
        of, what = planned(journal)
        sick = MarkTold(reason=LeftOutReason.SICK)
        journal.days.left_out(of.id, Period(START, START + 2 * ONE), sick)
        (mark_of_life,) = back_at(journal, what, Period(START, TODAY)).life

        assert (mark_of_life.start, mark_of_life.end) == (START, START + 2 * ONE)
        assert mark_of_life.reason is LeftOutReason.SICK


class TestWhatFamiliesMayWrite:
    def test_nothing_at_all(self, journal):
        of, what = planned(journal)
        back = back_at(journal, what)

        assert (dots_in(back).dots, back.visits, back.more.run) == ((), (), None)
        assert not any(bar.written for bar in bars_in(back).bars)
        assert self.nothing_of(journal, child()) == self.nothing_of(journal, of)[:0] == ()

    def nothing_of(self, journal, of):
        return journal.looking_back.written(asked(of), TODAY)

    def test_one_entry(self, journal):
        _, what = planned(journal)
        journal.records.save(practice(what))
        back = back_at(journal, what)

        assert [dot.day for dot in dots_in(back).dots] == [TODAY]
        assert (back.total.did_it, back.total.planned) == (1, 7)

    def test_all_days_left_out(self, journal):
        of, what = planned(journal)
        away = {"mark": MarkKind.LEFT_OUT, "reason": LeftOutReason.AWAY}
        journal.records.save(*(mark(of, day=TODAY - n * ONE, **away) for n in range(7)))
        back = back_at(journal, what)

        assert (back.total.planned, back.total.left_out) == (0, 7)
        assert [bar.left_out for bar in bars_in(back).bars] == [True, True]

    def test_five_thousand_entries_in_one_day(self, journal):
        _, what = planned(journal)
        journal.records.save(*(practice(what, rating=1 + n % 4) for n in range(5000)))
        back = back_at(journal, what)
        series = dots_in(back)

        assert (back.total.did_it, back.total.times) == (1, 5000)
        assert back.total.levels == dict.fromkeys((1, 2, 3, 4), 1250)
        assert [dot.times for dot in series.dots] == [1250] * 4
        assert back.total.median == (2, 3)

    def test_a_million_millions_and_zero(self, journal):
        of = child()
        what = strategy(of)
        journal.records.save(of, what, step(what, rating=MINUTES, often=None))
        large = Decimal(10**12)
        for back, number in enumerate((large, Decimal(0), large, Decimal(0))):
            on = TODAY - back * ONE
            journal.days.did_it(what.id, on, PracticeTold(rating=number))
        series = bars_in(back_at(journal, what))

        (bar,) = [bar for bar in series.bars if bar.n == 2 and bar.end == TODAY]
        assert (bar.low, bar.high, bar.median, bar.sum) == (0, large, large / 2, large)

    @pytest.mark.parametrize("on", [date.min, date.max])
    def test_the_first_and_the_last_day_there_are(self, journal, on):
        _, what = planned(journal)
        journal.records.save(step(what, from_day=on, often=None))
        journal.records.save(practice(what, day=on), practice(what, day=on, rating=3))
        month = Period(max(on - min(on - date.min, 30 * ONE), date.min), on)
        month = month if on == date.max else Period(on, on + 30 * ONE)
        back = back_at(journal, what, month, today=date.max)

        assert back.total.levels == {2: 1, 3: 1}
        assert sum(bar.n for bar in bars_in(back).bars) == 2
        assert sum(month.block.n for month in month_numbers(back.counted)) == 2
        assert [dot.day for dot in dots_in(back).dots] == [on, on]

    def test_all_the_days_there_are_around_a_few_that_were_written(self, journal):
        _, what = planned(journal)
        journal.records.save(practice(what))
        back = back_at(journal, what, Period(date.min, date.max))

        assert back.total.planned == 9
        assert sum(bar.n for bar in bars_in(back).bars) == 1

    def test_one_day(self, journal):
        _, what = planned(journal)
        journal.records.save(practice(what))
        back = back_at(journal, what, Period(TODAY, TODAY))
        (bar,) = bars_in(back).bars

        assert (bar.start, bar.end, bar.partial, bar.n) == (TODAY, TODAY, True, 1)
        assert (len(back.days), back.phases[0].block.planned) == (1, 1)

    def test_thirty_years(self, journal):
        of = child()
        what = strategy(of)
        start = date(1996, 3, 11)
        journal.records.save(of, what, step(what, from_day=start))
        journal.records.save(practice(what, day=start), practice(what))
        back = back_at(journal, what, Period(start, TODAY))
        series = bars_in(back)

        assert (len(series.bars), series.bars[0].start, series.bars[-1].end) == (31, start, TODAY)
        assert back.total.planned == (TODAY - start).days + 1
        assert [bar.n for bar in series.bars if bar.n] == [1, 1]
