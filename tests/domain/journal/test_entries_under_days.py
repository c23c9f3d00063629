"""The rows of the Journal's list: entries under their days, and what of them changed."""

from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.journal.timeline import (
    Difference,
    TimelineEntry,
    difference,
    last_of_month,
    place_of_record,
    under_days,
)
from homejournal.domain.records.notes import Note

CHILD = UUID(int=1)
MONDAY, SUNDAY = date(2026, 3, 23), date(2026, 3, 22)


def entry(number, day, *notes):
    record = Note(id=UUID(int=number), child=CHILD, day=day, text="x")
    return TimelineEntry(place=number, record=record, notes=notes)


NEW, SAME, OLD = entry(13, MONDAY), entry(12, MONDAY), entry(11, SUNDAY)


def test_each_day_is_before_its_first_entry_once():
    assert under_days([NEW, SAME, OLD]) == [MONDAY, NEW, SAME, SUNDAY, OLD]
    assert under_days([SAME, OLD], after=MONDAY) == [SAME, SUNDAY, OLD]
    assert under_days([]) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ([SAME, OLD], [NEW, SAME, OLD], (1, 1, 2)),
        ([NEW, SAME, OLD], [NEW, OLD], (2, 3, 2)),
        ([NEW, OLD], [NEW], (2, 4, 2)),
        ([NEW], [NEW], (2, 2, 2)),
        ([], [OLD], (0, 0, 2)),
    ],
)
def test_the_one_stretch_that_differs_is_told(old, new, what):
    rows, wanted = under_days(old), under_days(new)
    found = difference(rows, wanted)
    assert found == Difference(*what)
    rows[found.start : found.old_end] = wanted[found.start : found.new_end]
    assert rows == wanted


def test_a_record_is_found_by_itself_and_by_a_note_on_it():
    note = Note(id=UUID(int=20), child=CHILD, day=SUNDAY, text="y")
    listed = [NEW, entry(11, SUNDAY, note)]
    assert place_of_record(listed, UUID(int=13)) == 0
    assert place_of_record(listed, note.id) == 1
    assert place_of_record(listed, UUID(int=99)) is None


@pytest.mark.parametrize(("month", "last"), [(2, 28), (12, 31), (4, 30)])
def test_the_last_day_of_a_month(month, last):
    assert last_of_month(date(2026, month, 9)) == date(2026, month, last)
