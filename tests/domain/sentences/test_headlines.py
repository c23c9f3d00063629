"""The sentence over a chart says what the chart shows, with n, and claims nothing more."""

from dataclasses import replace
from decimal import Decimal

import pytest

from homejournal.domain.days.periods import Period, Span
from homejournal.domain.looking_back.make_look_back import bars_in, dots_in
from homejournal.domain.records.plan import Often, OftenKind, StepKind
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan
from homejournal.domain.sentences import values as told
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.headlines import headline
from tests.domain.looked import Looked, parts
from tests.domain.looked_back import back_at_small
from tests.family import day

HELP, NUMBER = RatingKind.HELP, RatingKind.NUMBER
TRIES, NONE = RatingKind.TRIES, RatingKind.NONE
WORDS = RatingPlan(kind=NUMBER, unit="words", better=Better.MORE)
MINUTES = RatingPlan(kind=NUMBER, unit="minutes", better=Better.LESS)
ANY_3 = Often(kind=OftenKind.DAYS_A_WEEK, days=3)


def bars(text, rating=None, last=29, **plan):
    return parts(headline(bars_in(Looked(text, rating, **plan).back(last))))


def dots(looked, *, on_screen=False, **frame):
    return parts(headline(dots_in(looked.back(**frame)), on_screen=on_screen))


def number(value):
    return Decimal(value)


# Days


def test_the_days_stand_with_all_that_has_to_be_known_of_them():
    back = Looked("2 n . s 3", kind=HELP).back(last=6)
    assert parts(days_headline(back)) == (
        told.DaysFromTo(2, 3, 4),
        told.NotToday(1),
        told.LeftOut(1, ((LeftOutReason.SICK, 1),)),
    )


def test_silence_is_not_told_as_no():
    assert days_headline(Looked(kind=HELP).back()) == told.NothingWritten()
    assert days_headline(Looked(kind=HELP, often=ANY_3).back()) == told.NothingWritten()


def test_what_a_filter_hides_is_not_said_to_be_unwritten():
    assert days_headline(Looked(kind=HELP).back(narrowed=True)) == told.NothingFits()
    assert days_headline(Looked("2 3", kind=HELP).back(narrowed=True)) == told.DidItOn(2)


def test_of_some_practices_on_days_without_a_plan_no_zero_is_told():
    only = Looked("2 2", kind=HELP)
    only.change(2, StepKind.PAUSE)
    assert days_headline(only.back(last=3, narrowed=True)) == told.OutsideTimes(2)


def test_all_left_out_and_extra_days_are_told_as_they_are():
    sick = Looked("s s", kind=HELP).back(last=3)
    assert days_headline(sick) == told.LeftOut(2, ((LeftOutReason.SICK, 2),))
    only = Looked("2 2", kind=HELP)
    only.change(2, StepKind.PAUSE)
    assert days_headline(only.back(last=3)) == told.OutsideTimes(2)


# Bars


def test_levels_are_counted_and_the_ones_given_most_often_are_named():
    assert bars("2 2 3 1 2 4", kind=HELP) == (told.MostOften(HELP, (2,), 3, 6),)
    assert bars("2 2 3 3 1", kind=HELP) == (told.MostOften(HELP, (2, 3), 2, 5),)


def test_few_levels_are_not_summed_up():
    assert bars("2 2 2 2", kind=HELP) == (told.TooFewToSumUp(4),)


def test_bars_without_anything_say_why():
    assert bars("y y n", kind=HELP) == (told.NothingRated(),)
    assert bars("", kind=HELP) == (told.NothingWritten(),)
    assert bars("s s s s s s s", last=8, kind=HELP) == (told.AllLeftOut(),)
    assert bars("y y", WORDS) == (told.NothingRated(),)
    assert bars("s s s s s s s | .", last=9, kind=HELP) == (told.NothingRated(),)
    assert bars(". s", last=4, kind=HELP) == (told.NothingRated(),)
    assert bars("s s s s s s s | .", last=9, kind=NONE) == (told.DaysFromTo(0, 1, 1),)
    nothing_yet = bars_in(Looked(kind=HELP).back(today=1))
    assert headline(nothing_yet) == told.NothingWritten()


@pytest.mark.parametrize(("last", "span"), [(2 + 7 * 30, Span.MONTH), (366 * 12, Span.YEAR)])
def test_longer_bars_are_named(last, span):
    assert bars("2 " * 7, last=last, kind=HELP)[1:] == (told.EachBarIs(span),)


def test_sums_have_n_and_the_range_of_full_weeks():
    weeks = "1 2 0 . 1 . . | . . . . 4 4 4 | 1"
    assert bars(weeks, WORDS, last=17) == (
        told.NumberSum(number(17), "words", 8),
        told.WrittenDown(8, of_days=True),
        told.SumsFromTo(number(4), number(12), Span.WEEK, "words"),
        told.Direction(Better.MORE),
    )


def test_one_full_week_has_no_range():
    assert bars("1 2 0", replace(WORDS, better=None), last=10) == (
        told.NumberSum(number(3), "words", 3),
        told.WrittenDown(3, of_days=True),
    )


def test_middles_have_their_ends_n_and_which_way_is_better():
    assert bars("40 20 30", MINUTES) == (
        told.NumberSummary(number(30), number(20), number(40), 3, "minutes", of_days=True),
        told.Direction(Better.LESS),
    )
    neither = replace(MINUTES, better=Better.NEITHER)
    assert bars("40 20", neither) == (
        told.NumberSummary(number(30), number(20), number(40), 2, "minutes", of_days=True),
    )


def test_a_number_that_the_plan_of_its_day_did_not_ask_for_is_told_with_its_days():
    looked = Looked("", kind=HELP)
    looked.write("90", kind=NUMBER)
    looked.change(9, rating=MINUTES)
    looked.write("10 20 30", kind=NUMBER, start=day(9))
    middles, ends, direction = parts(headline(bars_in(looked.back())))
    assert [(part.short.low, part.short.n) for part in middles.parts] == [(90, 1), (20, 3)]
    assert ends == told.LowestHighest(number(10), number(90), "minutes")
    assert direction == told.Direction(Better.LESS)


def test_weeks_before_the_plan_began_do_not_hide_that_all_planned_days_were_left_out():
    series = bars_in(back_at_small(Looked("s s s", kind=HELP), Period(day(-12), day(4))))
    assert [(bar.unplanned, bar.left_out) for bar in series.bars] == [
        (True, False), (True, False), (False, True),
    ]  # fmt: skip
    assert headline(series) == told.AllLeftOut()


def test_middles_of_two_plans_are_never_put_together():
    looked = Looked("40 20 30", MINUTES)
    looked.change(5)
    looked.write("10 15", kind=NUMBER, start=day(5))
    by_plan, ends, direction = parts(headline(bars_in(looked.back())))
    before, since = by_plan.parts
    assert (before.short.low, before.short.n, before.end) == (30, 3, day(4))
    assert (since.short.low, since.short.n, since.start) == (number("12.5"), 2, day(5))
    assert ends == told.LowestHighest(number(10), number(40), "minutes")
    assert direction == told.Direction(Better.LESS)


def test_without_the_middle_of_all_no_middle_of_middles_is_made():
    series = replace(bars_in(Looked("40 20 | 10", MINUTES).back()), phases=())
    assert parts(headline(series)) == (
        told.LowestHighest(number(10), number(40), "minutes"),
        told.WrittenDown(3, of_days=True),
        told.Direction(Better.LESS),
    )


def test_tries_are_two_numbers_and_no_share():
    assert bars("3/5 0/4 . 5/5", kind=TRIES) == (told.TriesOf(8, 14, 3),)


def test_days_are_a_range_while_one_is_not_written():
    assert bars("y n . s", last=5, kind=NONE) == (told.DaysFromTo(1, 2, 3),)
    assert bars("y n y s", last=5, kind=NONE) == (told.DidItOn(2, 3),)
    assert bars("y . y", last=8, kind=NONE, often=ANY_3) == (told.DidItOn(2),)
    only = Looked("y y", kind=NONE)
    only.change(2, StepKind.PAUSE)
    assert headline(bars_in(only.back(last=3))) == told.OnlyExtra()


def test_where_only_days_are_asked_for_no_stretch_is_without_ratings():
    assert bars_in(Looked("y y n", kind=NONE).back()).phases == ()


# Dots


def test_no_dots_say_that_nothing_is_rated():
    assert dots(Looked("y y", kind=HELP)) == (told.NothingRated(),)
    assert dots(Looked(kind=HELP), today=1) == (told.NothingRated(),)


@pytest.mark.parametrize(
    ("text", "on_screen", "low", "high", "so_far"),
    [
        ("2 3 2 3 4", False, 3, 3, False),
        ("1 2 3 3 2 1", False, 2, 2, False),
        ("1 2 3 2 3 3", True, 2, 3, False),
        ("1 1 3 3", True, 1, 3, True),
        ("2 2 3", True, 2, 2, True),
    ],
)
def test_a_middle_level_is_one_or_two_words_and_so_far_only_on_screen(
    text, on_screen, low, high, so_far
):
    (middle,) = dots(Looked(text, kind=HELP), on_screen=on_screen)
    assert middle == told.InTheMiddle(
        told.InShort(
            kind=HELP, n=len(text.split()), low=number(low), high=number(high), so_far=so_far
        )
    )


@pytest.mark.parametrize(("text", "on_screen"), [("2 2 3 3", False), ("2 2", True)])
def test_fewer_dots_are_too_few(text, on_screen):
    found = dots(Looked(text, kind=HELP), on_screen=on_screen)
    assert found == (told.TooFewToSumUp(len(text.split())),)


def test_dots_of_numbers_and_tries_are_summed_up_as_their_bars_are():
    assert dots(Looked("40 20 30", MINUTES)) == (
        told.NumberSummary(number(30), number(20), number(40), 3, "minutes", of_days=True),
        told.Direction(Better.LESS),
    )
    assert dots(Looked("3/5 3/5 0/4", kind=TRIES)) == (told.TriesOf(6, 14, 3),)


def test_a_dot_that_stands_for_two_ratings_counts_twice():
    twice = Often(times=2)
    assert dots(Looked("3/5+3/5 0/4", kind=TRIES, often=twice)) == (told.TriesOf(6, 14, 3),)
    (levels,) = dots(Looked("22 22 3", kind=HELP, often=twice))
    assert (levels.short.low, levels.short.n) == (2, 5)


def test_dots_of_numbers_of_two_plans_stand_apart():
    looked = Looked("40 20", MINUTES)
    looked.change(4)
    looked.write("10", kind=NUMBER, start=day(4))
    by_plan, ends, _ = dots(looked)
    assert [part.short.low for part in by_plan.parts] == [30, 10]
    assert ends == told.LowestHighest(number(10), number(40), "minutes")
