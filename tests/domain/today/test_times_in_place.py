"""What was said of one of several times without names stays where it was said."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.plan import Often
from homejournal.domain.today.strategy_cards import times_in_place
from tests.domain.today.test_day_page import SLOTS, card, family, mark, practice, step

THREE = Often(times=3)


def written(*practices, often=THREE, **records):
    return card(family(step(often)), DayRecords(practices=practices, **records))


def practices_of(times):
    return [time.practice for time in times]


def test_what_was_said_at_the_second_time_stays_there():
    one = practice()
    times = times_in_place(written(one), {one.id: 2})
    assert practices_of(times) == [None, one, None]
    assert [time.number for time in times] == [1, 2, 3]
    assert [time.open for time in times] == [True, False, True]


def test_what_was_seen_nowhere_fills_what_is_free_from_the_first():
    one, other, third = practice(), practice(), practice()
    times = times_in_place(written(one, other, third), {other.id: 1})
    assert practices_of(times) == [other, one, third]


def test_two_seen_at_one_place_stand_apart():
    one, other = practice(), practice()
    times = times_in_place(written(one, other), {one.id: 3, other.id: 3})
    assert set(practices_of(times)) == {one, other, None}
    assert times[2].practice in {one, other}


@pytest.mark.parametrize("place", [0, -1, 4])
def test_a_place_that_is_none_of_the_plan_counts_for_nothing(place):
    one = practice()
    assert practices_of(times_in_place(written(one), {one.id: place})) == [one, None, None]


def test_what_is_above_the_plan_stands_after_it_in_its_order():
    every = [practice() for _ in range(5)]
    times = times_in_place(written(*every), {every[4].id: 1})
    assert practices_of(times)[3:] == every[3:]
    assert [time.extra for time in times] == [False] * 3 + [True] * 2


@pytest.mark.parametrize("often", [SLOTS, Often()])
def test_times_with_names_and_a_single_time_stand_where_the_plan_has_them(often):
    one = practice(slot="dinner" if often is SLOTS else None)
    shown = written(one, often=often)
    assert times_in_place(shown, {one.id: 1}) == shown.times
    assert times_in_place(shown, {one.id: 2}) == shown.times


def test_not_today_of_the_whole_day_is_said_of_each_time_that_is_open():
    one = practice()
    times = times_in_place(written(one, marks=(mark(),)), {one.id: 3})
    assert [time.mark is not None for time in times] == [True, True, False]


@given(st.integers(2, 5), st.integers(0, 6), st.data())
def test_nothing_is_lost_or_said_twice_and_each_seen_place_is_kept(times, many, data):
    every = [practice() for _ in range(many)]
    ids = [*(one.id for one in every), uuid4()]
    places = data.draw(st.dictionaries(st.sampled_from(ids), st.integers(-1, times + 1)))
    shown = card(family(step(Often(times=times))), DayRecords(practices=tuple(every)))
    placed = times_in_place(shown, places)
    assert [time.number for time in placed] == list(range(1, len(shown.times) + 1))
    said = [time.practice for time in placed if time.practice]
    assert sorted(one.id for one in said) == sorted(one.id for one in every)
    planned: dict[UUID, int] = {
        time.practice.id: time.number for time in placed if time.practice and not time.extra
    }
    wished: dict[int, set[UUID]] = {}
    for one in planned:
        if 1 <= places.get(one, 0) <= times:
            wished.setdefault(places[one], set()).add(one)
    for place, ones in wished.items():
        assert [planned[one] for one in ones].count(place) == 1
    assert times_in_place(shown, places) == placed
    assert times_in_place(shown, planned) == placed
