"""The one filter: what narrows it, what is chosen, and what is taken away again."""

from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.records.notes import Flag

CHILD, ONE = UUID(int=1), UUID(int=2)
PLAIN = EntryFilter(child=CHILD)
DAY = date(2026, 3, 22)
CHOICES = {
    FilterPart.DATES: (DAY, None),
    FilterPart.STRATEGY: (ONE,),
    FilterPart.SUGGESTED_BY: (ONE,),
    FilterPart.ROUTINE: (ONE,),
    FilterPart.HELPER: (ONE,),
    FilterPart.WRITTEN_BY: (ONE,),
    FilterPart.NOTE: (Flag.CONCERN, False),
    FilterPart.PHOTOS: (True,),
    FilterPart.WORDS: ("cup",),
}
OF_STRATEGIES = {FilterPart.DATES, FilterPart.STRATEGY, FilterPart.SUGGESTED_BY}


@pytest.mark.parametrize("part", FilterPart)
def test_each_part_is_chosen_and_taken_away(part):
    asked = PLAIN.choosing(part, *CHOICES[part])
    assert asked.chosen == (part,)
    assert asked.without(part) == PLAIN
    assert asked.narrowed is (part not in OF_STRATEGIES)
    assert asked.hides is (part not in OF_STRATEGIES - {FilterPart.SUGGESTED_BY})


def test_blank_words_narrow_nothing():
    assert PLAIN.choosing(FilterPart.WORDS, "  ").chosen == ()


def test_a_private_note_is_a_kind_of_note():
    private = PLAIN.choosing(FilterPart.NOTE, None, True)
    assert private.chosen == (FilterPart.NOTE,)
    assert private.without(*FilterPart) == PLAIN


def test_an_open_end_is_as_far_as_calendars_go():
    assert PLAIN.period == (date.min, date.max)
    assert PLAIN.choosing(FilterPart.DATES, DAY, DAY).period == (DAY, DAY)
