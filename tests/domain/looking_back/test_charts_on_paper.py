"""What may leave the screen: no middle of levels under five ratings, and no words of life."""

from uuid import UUID

import pytest

from homejournal.domain.looking_back.chart_series import on_paper
from homejournal.domain.looking_back.make_look_back import bars_in, by_slot, by_visit, dots_in
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import LeftOutReason
from tests.domain.looked_back import back_at_small
from tests.domain.small import NUMBER, Small
from tests.family import day, days

TWO_WEEKS = days(2, 15)


def middles(chart):
    return [(phase.n, phase.middle, phase.so_far) for phase in chart.phases]


@pytest.mark.parametrize("chart_of", [bars_in, dots_in])
def test_a_middle_so_far_stays_on_the_screen(chart_of):
    small = Small("1 1 1 . . . . | 2 2 2 2 3")
    small.change(9, how="Another way")
    chart = chart_of(back_at_small(small, TWO_WEEKS))

    assert middles(chart) == [(3, 1, True), (5, 2, False)]
    assert middles(on_paper(chart)) == [(3, None, False), (5, 2, False)]


@pytest.mark.parametrize("chart_of", [bars_in, dots_in])
def test_numbers_have_no_minimum_on_paper_either(chart_of):
    chart = chart_of(back_at_small(Small("30 40", kind=NUMBER), TWO_WEEKS))

    assert middles(chart) == [(2, 35, False)]
    assert on_paper(chart) == chart


def test_groups_tell_a_middle_of_levels_from_five_ratings_on_wherever_they_are_shown():
    small = Small("1 1 1 1 . . . | 2 2 2 2 2")
    small.child.visit(day(9))
    back = back_at_small(small, TWO_WEEKS)
    chart = by_visit(back, back.visits[0])

    assert [(group.bar.n, group.middle) for group in chart.groups] == [(4, None), (5, 2)]
    assert on_paper(chart) == chart


def test_a_slot_with_four_ratings_does_not_stand_beside_others():
    meals = Often(times=2, slots=("breakfast", "dinner"))
    small = Small(often=meals)
    small.write("11 12 12 12 1", slots=meals.slots)

    assert by_slot(back_at_small(small, TWO_WEEKS)) is None


@pytest.mark.parametrize("chart_of", [bars_in, dots_in])
def test_what_happened_in_life_leaves_without_its_words_unless_they_are_asked_for(chart_of):
    small = Small("1 1 s s 1")
    moved = LifeEvent(id=UUID(int=900), child=small.strategy.child, day=day(3), words="Moved in")
    small.child.records.append(moved)
    chart = chart_of(back_at_small(small, TWO_WEEKS))
    marks = [(mark.start, mark.words, mark.reason) for mark in chart.life]
    assert marks == [(day(3), "Moved in", None), (day(4), "", LeftOutReason.SICK)]

    assert on_paper(chart, life=True).life == chart.life
    bare = [(mark.start, mark.words, mark.reason) for mark in on_paper(chart).life]
    assert bare == [(day(3), "", None), (day(4), "", LeftOutReason.SICK)]
