"""What happened in life, among the entries of the Journal."""

from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import (
    TimelineEntry,
    merged_newest_first,
    newest_first,
    passes_filter,
)
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag

CHILD, OTHER = UUID(int=1), UUID(int=2)


def event(words="We moved", day=20, number=10, child=CHILD):
    return LifeEvent(id=UUID(int=number), child=child, day=date(2026, 3, day), words=words)


def test_the_newest_stands_first():
    first, second, third = event(day=1), event(day=9, number=11), event(day=9, number=12)
    assert newest_first([second, first, third]) == (third, second, first)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({}, True),
        ({"words": "  "}, True),
        ({"words": "mov"}, True),
        ({"words": "WE mov"}, True),
        ({"words": "oved"}, False),
        ({"strategy": UUID(int=5)}, False),
        ({"helper": UUID(int=5)}, False),
        ({"flag": Flag.CONCERN}, False),
        ({"start": date(2026, 3, 20), "end": date(2026, 3, 20)}, True),
        ({"start": date(2026, 3, 21)}, False),
        ({"end": date(2026, 3, 19)}, False),
    ],
)
def test_a_filter_lets_life_through_where_it_can_be_meant(said, shown):
    assert passes_filter(event(), EntryFilter(child=CHILD, **said)) is shown


def test_another_child_s_life_is_never_shown():
    assert not passes_filter(event(child=OTHER), EntryFilter(child=CHILD))


@pytest.mark.parametrize("typed", ["jose", "(jo", "se-fue", "ﬁn"])
def test_words_are_found_without_accents_and_signs_between_them(typed):
    said = event("Mudanza: (José) se_fue, fin")
    assert passes_filter(said, EntryFilter(child=CHILD, words=typed))


def test_both_stand_in_the_order_of_their_places_and_no_more_than_asked_for():
    def at(place):
        return TimelineEntry(place=place, record=event())

    both = merged_newest_first([at(9), at(4)], [at(5), at(2)], 3)
    assert [one.place for one in both] == [9, 5, 4]
