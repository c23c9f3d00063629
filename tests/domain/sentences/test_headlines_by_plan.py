"""The sentence over a chart where the plan changed, and where numbers belong to the day."""

from dataclasses import replace

from homejournal.domain.looking_back.make_look_back import bars_in
from homejournal.domain.records.plan import Often, StepKind
from homejournal.domain.records.rating_scales import Better, Per, RatingPlan
from homejournal.domain.sentences import values as told
from homejournal.domain.sentences.allowed_sentences import days_headline, parts_by_plan, times_told
from homejournal.domain.sentences.headlines import headline
from tests.domain.looked import Looked, parts
from tests.domain.sentences.test_headlines import ANY_3, HELP, MINUTES, WORDS, dots, number
from tests.family import day


def three_plans(first, between, last):
    looked = Looked(first, kind=HELP)
    for place, text in ((9, between), (16, last)):
        looked.change(place)
        looked.write(text, start=day(place))
    return looked


def test_levels_of_each_plan_stand_side_by_side():
    (found,) = dots(three_plans("1 1 1 1 1", "2 2", "3 3 3"), on_screen=True)
    first, between, last = found.parts
    assert (first.short.low, first.end) == (1, day(8))
    assert (between.short.low, between.short.n) == (None, 2)
    assert (last.short.low, last.short.so_far, last.start) == (3, True, day(16))
    (on_paper,) = dots(three_plans("1 1 1 1 1", "2 2", "3 3 3"))
    assert (on_paper.parts[-1].short.low, on_paper.parts[-1].short.n) == (None, 3)


def test_of_more_plans_than_a_line_holds_the_last_is_told_and_that_it_changed():
    looked = three_plans("1 1 1 1 1", "2 2", "3 3 3")
    looked.change(19)
    looked.write("4 4 4 4 4", start=day(19))
    (found,) = dots(looked, last=24)
    assert (found.changes, found.short.low, found.short.n, found.since) == (3, 4, 5, day(19))


def test_a_plan_on_which_nothing_was_rated_is_told_too():
    (found,) = dots(three_plans("1 1 1 1 1", "", "3 3 3 3 3"))
    assert [part.short.n for part in found.parts] == [5, 0, 5]


def test_what_was_rated_in_another_way_is_told_apart_with_its_days():
    looked = Looked("40 20", MINUTES)
    looked.change(9, rating=RatingPlan(kind=HELP))
    looked.write("2 2 2 2 2", kind=HELP, start=day(9))
    middle, apart = dots(looked)
    assert middle.short.n == 5
    assert apart == told.RatedApart(((day(2), day(8)),))
    assert bars_of(looked)[-1] == apart


def test_a_rating_of_another_kind_on_some_day_takes_no_stretch_out_of_the_chart():
    looked = Looked("40 20 30 40 50", MINUTES)
    looked.write("2", kind=HELP, start=day(7))
    assert not [one for one in dots(looked) if isinstance(one, told.RatedApart)]


def bars_of(looked):
    return parts(headline(bars_in(looked.back())))


# Numbers of a day


TWICE = Often(times=2, slots=("breakfast", "dinner"))


def test_numbers_of_a_day_are_added_up_and_a_day_not_written_whole_is_at_least():
    looked = Looked("3+1 5 2+2", replace(MINUTES, better=Better.NEITHER), often=TWICE)
    assert dots(looked) == (
        told.NumberSummary(number(4), number(4), number(4), 2, "minutes", of_days=True),
        told.AtLeast(1),
    )
    assert bars_of(looked)[1] == told.AtLeast(1)


def test_a_sum_with_a_day_not_written_whole_is_at_least():
    assert bars_of(Looked("3+1 5", WORDS, often=TWICE))[:2] == (
        told.NumberSum(number(9), "words", 2, at_least=True),
        told.WrittenDown(2, of_days=True),
    )


def test_only_days_not_written_whole_have_no_middle_at_all():
    neither = replace(MINUTES, better=Better.NEITHER)
    assert dots(Looked("3 5", neither, often=TWICE)) == (told.AtLeast(2),)
    assert bars_of(Looked("3 5", neither, often=TWICE)) == (told.AtLeast(2),)


def test_numbers_that_belong_to_a_time_stay_apart():
    each = replace(MINUTES, better=None, per=Per.TIME)
    assert dots(Looked("40+40 20", each, often=TWICE)) == (
        told.NumberSummary(number(40), number(20), number(40), 3, "minutes"),
    )


def test_of_three_plans_each_is_told_with_its_days():
    (found,) = dots(three_plans("1 1", "2 2 2 2 2", "3 3"))
    told_of = [(part.short.low, part.short.n, part.start, part.end) for part in found.parts]
    assert told_of == [
        (None, 2, day(2), day(8)),
        (2, 5, day(9), day(15)),
        (None, 2, day(16), day(29)),
    ]


def test_where_no_plan_has_enough_ratings_none_is_summed_up():
    assert dots(three_plans("1 1", "2 2", "3 3 3 3")) == (told.TooFewInEach(8),)


# Days


def test_the_days_of_each_kind_of_plan_are_told_with_their_dates():
    looked = Looked("y y . y . y y", kind=HELP, often=ANY_3)
    looked.change(9, often=Often())
    looked.write("n 2 . n 2", start=day(9))
    back = looked.back(last=13)

    assert days_headline(back) == told.DaysByPlan(
        (
            told.PlanPart(day(2), day(8), (told.DidItOn(5), told.PlanMet(1, 1), told.ExtraDays(2))),
            told.PlanPart(
                day(9),
                day(13),
                (
                    told.DaysFromTo(2, 3, 5),
                    told.NotToday(2),
                ),
            ),
        )
    )
    assert times_told(back) == ()


def test_a_pause_parts_no_kind_of_plan_and_three_parts_are_all_told():
    looked = Looked("y y y", kind=HELP, often=ANY_3)
    looked.change(5, StepKind.PAUSE)
    looked.change(9, StepKind.RESTART)
    looked.change(16, often=Often(times=2))
    looked.write("22 2", start=day(16))
    looked.change(18, often=ANY_3)
    back = looked.back(last=20)

    cuts = [(day(2), day(15)), (day(16), day(17)), (day(18), day(20))]
    assert [*parts_by_plan(back.counted, back.counted.frame.period)] == cuts
    told_of = days_headline(back)
    assert [(part.start, part.end) for part in told_of.parts] == cuts
    assert told_of.parts[2].told == (told.NothingWritten(),)
    (times,) = times_told(back)
    assert times.parts == (told.PlanPart(*cuts[1], (told.TimesOf(3, 4), told.TimesNotWritten(1))),)


def test_of_more_kinds_than_a_line_holds_the_last_is_told_and_that_they_changed():
    looked = Looked("y y y", kind=HELP, often=ANY_3)
    for place, often in ((9, Often()), (12, ANY_3), (16, Often())):
        looked.change(place, often=often)
    looked.write("2 n", start=day(16))
    last = told.PlanPart(day(16), day(17), (told.DidItOn(1, 2), told.NotToday(1)))

    assert days_headline(looked.back(last=17)) == told.DaysSince(3, last)
    assert times_told(looked.back(last=17)) == ()
