"""Which sentences the counts of a stretch allow."""

from dataclasses import replace
from decimal import Decimal

import pytest

from homejournal.domain.days.strategy_numbers import Block
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan
from homejournal.domain.sentences import values as told
from homejournal.domain.sentences.allowed_sentences import (
    tell,
    tell_days,
    tell_ratings,
    tell_remarks,
    tell_times,
)

HELP = RatingKind.HELP
MATEO = Block(
    kind=HELP, planned=18, did_it=15, not_today=1, not_written=2, left_out=3,
    left_out_by={LeftOutReason.SICK: 3}, times=27, times_planned=36, times_not_today=2,
    times_not_written=7, extra=0, written_later=0, n=27, times_rated=27,
    levels={1: 7, 2: 12, 3: 7, 4: 1}, median=2,
)  # fmt: skip


def test_a_family_with_days_not_written_hears_a_range_and_no_share():
    assert tell(MATEO) == (
        told.Joined(
            (
                told.DaysFromTo(15, 17, 18),
                told.NotToday(1),
                told.LeftOut(3, ((LeftOutReason.SICK, 3),)),
            )
        ),
        told.Joined((told.TimesOf(27, 36), told.TimesNotToday(2), told.TimesNotWritten(7))),
        told.LevelCounts(HELP, ((1, 7), (2, 12), (3, 7), (4, 1))),
        told.MiddleLevel(HELP, 2, 2),
    )


def test_the_professionals_words_stand_beside_the_levels_and_change_no_number():
    words = ("full", "partial", "cue", "alone")
    plain, told_too = tell(MATEO), tell(MATEO, RatingPlan(kind=HELP, words=words))
    assert [one for one in told_too if one not in plain] == [
        told.LevelCounts(HELP, ((1, 7), (2, 12), (3, 7), (4, 1)), words)
    ]
    assert len(plain) == len(told_too)
    later = RatingPlan(kind=RatingKind.WENT, words=words)
    assert tell(MATEO, later) == plain, "words of another rating say nothing of these"


@pytest.mark.parametrize("words", [("one",), ("a", "b", "c", "d", "e"), ("a", "b", "c", "d\0")])
def test_there_are_four_words_or_none(words):
    with pytest.raises(InvalidValueError):
        RatingPlan(kind=HELP, words=words)


def test_a_level_has_the_professionals_word_only_where_help_is_rated():
    words = ("full", "partial", "cue", "alone")
    assert RatingPlan(kind=HELP, words=words).word(4) == "alone"
    assert RatingPlan(kind=HELP).word(4) == ""
    assert RatingPlan(kind=RatingKind.WENT, words=words).word(1) == ""


def test_a_week_written_whole_needs_no_range():
    block = replace(MATEO, planned=15, not_today=0, not_written=0, left_out=0)
    assert tell_days(block) == (told.Joined((told.DidItOn(15, 15),)),)


def test_nothing_planned_and_nothing_done_is_nothing_written():
    block = Block(kind=HELP, planned=0, did_it=0, left_out=0, times=0, written_later=0)
    assert tell(block) == (told.NothingWritten(),)


def test_days_of_which_nothing_is_written_are_no_zero_of_anything():
    block = replace(MATEO, did_it=0, not_today=0, not_written=18, left_out=0, times=0)
    assert tell_days(block) == (told.Joined((told.NotWritten(18),)), told.DayRange(0, 18, 18))

    one_known = replace(block, not_today=1, not_written=17)
    assert tell_days(one_known)[0].parts[:2] == (told.DaysFromTo(0, 17, 18), told.NotToday(1))

    any_days = replace(block, planned=None, not_written=None, weeks_judged=2, plan_met=0)
    assert tell_days(any_days) == (told.NothingWritten(),)


def test_practices_on_unplanned_days_are_extra_times_and_never_nothing_written():
    block = Block(
        kind=HELP, planned=0, did_it=0, left_out=0, times=2, times_planned=0, extra=2,
        outside_times=2, extra_times=0, written_later=0, n=2, levels={1: 2}, times_rated=2,
    )  # fmt: skip
    assert tell(block) == (
        told.Joined((told.OutsideTimes(2),)),
        told.LevelCounts(HELP, ((1, 2), (2, 0), (3, 0), (4, 0))),
        told.TooFewToSumUp(2),
    )


def test_where_every_planned_day_is_left_out_no_planned_days_are_told():
    block = replace(MATEO, planned=0, did_it=0, not_today=0, not_written=0, times=0)
    assert tell_days(block) == (told.Joined((told.LeftOut(3, ((LeftOutReason.SICK, 3),)),)),)


def test_any_days_a_week_tells_weeks_and_no_planned_days():
    block = Block(
        kind=RatingKind.WENT, did_it=8, times=12, extra=4, extra_days=1, extra_times=0,
        outside_times=3, told_not_today=5, not_today=5, plan_met=1, weeks_judged=3, weeks_unsure=2,
        left_out=0, written_later=6, n=0,
    )  # fmt: skip
    assert tell_days(block) == (
        told.Joined(
            (
                told.DidItOn(8),
                told.PlanMet(1, 3, 2),
                told.ExtraDays(1),
                told.OutsideTimes(3),
                told.ToldNotToday(5),
            )
        ),
    )
    assert tell_times(block) == ()
    assert tell_remarks(block) == (told.Joined((told.WrittenLater(6),)),)


def test_extra_times_fill_no_gap():
    block = replace(
        MATEO, planned=14, times=11, extra=1, extra_times=1, outside_times=0, times_planned=14
    )
    assert tell_times(block) == (told.Joined((told.ExtraTimes(1),)),)

    twice = replace(block, times_planned=28, times_not_today=0, times_not_written=18)
    assert tell_times(twice) == (
        told.Joined((told.TimesOf(10, 28), told.TimesNotWritten(18), told.ExtraTimes(1))),
    )


@pytest.mark.parametrize(
    ("n", "median", "so_far", "on_screen", "last"),
    [
        (5, (2, 3), (2, 3), False, told.MiddleLevel(HELP, 2, 3)),
        (5, 3, 3, True, told.MiddleLevel(HELP, 3, 3)),
        (4, None, 2, False, told.TooFewToSumUp(4)),
        (4, None, 2, True, told.MiddleLevel(HELP, 2, 2, so_far=True)),
        (2, None, None, True, told.TooFewToSumUp(2)),
    ],
)
def test_the_middle_is_told_from_five_ratings_on(n, median, so_far, on_screen, last):
    block = replace(MATEO, n=n, levels={2: n}, median=median, median_so_far=so_far)
    assert tell_ratings(block, on_screen=on_screen)[-1] == last


NUMBERS = Block(
    kind=RatingKind.NUMBER, planned=13, did_it=11, times=11, written_later=0, n=11,
    median=Decimal(30), low=Decimal(20), high=Decimal(50), sum=Decimal(350), in_aim=4,
    times_rated=11, aims=((Aim(high=Decimal(25)), 4, 11), (Aim(high=Decimal(60)), 9, 9)),
)  # fmt: skip


def test_less_is_better_is_said_and_nothing_is_added_up():
    aim = Aim(high=Decimal(25))
    plan = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", better=Better.LESS, aim=aim)
    middle, low, high = Decimal(30), Decimal(20), Decimal(50)
    summary = told.NumberSummary(middle, low, high, 11, "minutes", of_days=True)
    assert tell_ratings(NUMBERS, plan) == (
        told.Joined((summary,)),
        told.InAim(4, 11, aim, "minutes", of_days=True),
        told.Direction(Better.LESS),
    )


def test_counts_are_added_up():
    plan = RatingPlan(kind=RatingKind.NUMBER, unit="words")
    (line,) = tell_ratings(NUMBERS, plan)
    assert line.parts[0] == told.NumberSum(Decimal(350), "words", 11)


def test_days_not_written_whole_are_at_least_and_make_the_sum_at_least():
    plan = RatingPlan(kind=RatingKind.NUMBER, unit="words")
    block = replace(NUMBERS, at_least=2)
    (line,) = tell_ratings(block, plan)
    assert line.parts[0] == told.NumberSum(Decimal(350), "words", 11, at_least=True)
    assert line.parts[-1] == told.AtLeast(2)


def test_tries_are_two_numbers():
    block = replace(NUMBERS, kind=RatingKind.TRIES, took=18, of=36, n=9)
    assert tell_ratings(block) == (told.TriesOf(18, 36, 9),)


def test_what_one_has_to_know_is_said_apart():
    block = replace(
        MATEO,
        n=20,
        times_rated=20,
        times=27,
        others={RatingKind.WENT: 4},
        unsettled=1,
        written_later=2,
    )
    assert tell_remarks(block) == (
        told.Joined(
            (
                told.OtherRatings(RatingKind.WENT, 4),
                told.Unrated(2),
                told.UnsettledVersions(1),
                told.WrittenLater(2),
            )
        ),
    )


def test_where_every_planned_time_is_written_none_is_told_as_not_written():
    block = replace(MATEO, times=34, times_not_today=2, times_not_written=0)
    assert tell_times(block) == (told.Joined((told.TimesOf(34, 36), told.TimesNotToday(2))),)


def test_of_numbers_only_what_was_counted_is_told():
    block = replace(NUMBERS, median=None, low=None, high=None, in_aim=None)
    assert tell_ratings(block) == (told.Joined((told.NumberSum(Decimal(350), None, 11),)),)
