"""More detail: each measure is told where it may be, and else what it needs."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.looking_back.look_back_values import MoreDetail, SessionTries
from homejournal.domain.looking_back.make_look_back import look_back
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan
from homejournal.domain.sentences import values
from homejournal.domain.sentences.headlines import more_told, why_not
from homejournal.domain.sentences.values import Measure
from tests.domain.looked import Looked
from tests.family import day
from tests.texts.told_families import dense, sparse

HELP, NUMBER = RatingKind.HELP, RatingKind.NUMBER
RUN, WILSON, NAP = Measure.RUN_CHART, Measure.WILSON, Measure.NAP
MINUTES = RatingPlan(kind=NUMBER, unit="minutes", better=Better.LESS)
OF_KIND = {
    HELP: {NAP},
    RatingKind.WENT: {NAP},
    NUMBER: {RUN, NAP},
    RatingKind.TRIES: {WILSON},
    RatingKind.NONE: set(),
}
TWO_WEEKS = "1 2 1 0 2 1 2 5 6 7 5 6 8 7"


def test_a_run_chart_is_told_of_twelve_numbers_off_the_middle():
    back = Looked(TWO_WEEKS, MINUTES).back()
    assert more_told(back)[RUN] == values.UpsAndDowns(
        signal=True,
        weekly=False,
        useful=14,
        longest=7,
        longest_allowed=7,
        crossings=1,
        fewest_allowed=4,
    )
    assert list(more_told(back)) == [RUN]


def test_of_too_few_numbers_it_is_said_how_many_there_are():
    back = Looked("1 2 3 2", MINUTES).back()
    assert why_not(back)[RUN] == values.NeedsValues(12, 2)
    assert why_not(Looked(rating=MINUTES).back())[RUN] == values.NeedsValues(12, 0)


@pytest.mark.parametrize("kind", [HELP, RatingKind.WENT, RatingKind.TRIES, RatingKind.NONE])
def test_a_run_chart_is_never_told_of_levels_and_tries_nor_what_it_needs(kind):
    back = Looked(kind=kind).back()
    assert RUN not in more_told(back) | why_not(back)


def test_an_interval_is_of_one_session_and_rounded_to_five():
    back = Looked("4/5 7/10 2/4", kind=RatingKind.TRIES).back()
    assert more_told(back) == {
        WILSON: values.OneSession(day=day(3), took=7, of=10, low=40, high=90)
    }


@pytest.mark.parametrize(
    ("share", "told"),
    [("0", 0), ("0.0249", 0), ("0.025", 5), ("0.0750", 10), ("0.8922", 90), ("0.999", 100)],
)
def test_rates_are_told_to_the_nearest_five(share, told):
    tries = SessionTries(day=day(3), took=7, of=10, low=Decimal(share), high=Decimal(1))
    back = replace(Looked(kind=RatingKind.TRIES).back(), more=MoreDetail(tries=tries))
    assert (more_told(back)[WILSON].low, more_told(back)[WILSON].high) == (told, 100)


def test_an_interval_needs_ten_tries_and_is_for_tries_only():
    few = Looked("2/9 1/4", kind=RatingKind.TRIES).back()
    assert why_not(few)[WILSON] == values.NeedsTries(10)
    assert WILSON not in why_not(Looked("2 2", kind=HELP).back())


def test_overlap_is_told_of_the_newest_visit_with_five_on_each_side():
    looked = Looked("1 1 2 1 1 | 2 2 2 2 2", kind=HELP)
    looked.child.visit(day(3))
    back = looked.back(visit=7)
    # Of 25 pairs the later is better in 20, and 5 are alike: half of these is for the JSON alone.
    assert back.visits[0].nap.better == Decimal("22.5")
    assert more_told(back)[NAP] == values.LaterIsBetter(visit=day(7), better=8, same=2)


def test_pairs_that_are_all_alike_are_not_called_better():
    told = more_told(Looked("2 2 2 2 2 | 2 2 2 2 2", kind=HELP).back(visit=7))
    assert told[NAP] == values.LaterIsBetter(visit=day(7), better=0, same=10)


def test_halves_of_ten_are_rounded_so_that_there_are_no_more_than_ten_pairs():
    # 11 of 20 pairs are better and 9 the same: 5.5 and 4.5 of ten.
    back = Looked(kind=HELP).back()
    visit = Looked("1 1 2 1 1 | 2 2 2 2 2", kind=HELP).back(visit=7).visits[0]
    nap = replace(visit.nap, better=Decimal("15.5"), same=9, pairs=20)
    told = more_told(replace(back, visits=(replace(visit, nap=nap),)))[NAP]
    assert (told.better, told.same) == (6, 4)


def test_overlap_says_how_many_ratings_are_on_each_side():
    back = Looked("1 1 2 2 2 2 2", kind=HELP).back(visit=4)
    assert why_not(back)[NAP] == values.NeedsBothSides(5, 2, 5)


def test_overlap_needs_a_visit_a_direction_and_no_filter():
    assert why_not(Looked("1 1", kind=HELP).back())[NAP] == values.NeedsVisit()
    filtered = Looked("1 1", kind=HELP).back(narrowed=True, visit=3)
    assert why_not(filtered)[NAP] == values.OnlyWithoutFilter()
    for better in (None, Better.NEITHER):
        undirected = Looked(TWO_WEEKS, replace(MINUTES, better=better)).back(visit=8)
        assert why_not(undirected)[NAP] == values.NeedsDirection()
    assert NAP in more_told(Looked(TWO_WEEKS, MINUTES).back(visit=8))


@pytest.mark.parametrize("kind", [RatingKind.TRIES, RatingKind.NONE])
def test_overlap_is_for_words_and_numbers_only(kind):
    back = Looked(kind=kind).back(visit=3)
    assert NAP not in more_told(back) | why_not(back)


@pytest.mark.parametrize("other", [RatingPlan(kind=HELP), replace(MINUTES, unit="hours")])
def test_two_ways_to_rate_make_no_pairs(other):
    looked = Looked("1 2 1 2 1", other)
    looked.change(7, rating=MINUTES)
    looked.write("3 4 3 4 3", kind=NUMBER, start=day(7))
    assert why_not(looked.back(visit=7))[NAP] == values.RatedInTwoWays()


def test_few_ratings_of_two_kinds_are_two_ways_too():
    looked = Looked("1 2", kind=HELP)
    looked.change(4, rating=MINUTES)
    looked.write("3 4", kind=NUMBER, start=day(4))
    assert why_not(looked.back(visit=4))[NAP] == values.RatedInTwoWays()


@settings(max_examples=100, deadline=None)
@given(st.one_of(sparse(), dense()))
def test_each_measure_is_either_told_by_its_rules_or_says_what_it_needs(written):
    back = look_back(written)
    told, needs = more_told(back), why_not(back)
    assert {*told, *needs} == OF_KIND[back.kind]
    assert not {*told} & {*needs}
    if RUN in told:
        assert back.kind is NUMBER
        assert told[RUN].useful >= 12
    if WILSON in told:
        assert back.kind is RatingKind.TRIES
        assert told[WILSON].of >= 10
        assert 0 <= told[WILSON].low <= told[WILSON].high <= 100
    if NAP in told:
        assert not written.narrowed
        assert back.kind in {HELP, RatingKind.WENT, NUMBER}
        assert min(back.visits[0].nap.before, back.visits[0].nap.after) >= 5
        assert 0 <= told[NAP].better <= told[NAP].better + told[NAP].same <= 10
