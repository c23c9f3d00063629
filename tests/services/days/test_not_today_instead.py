"""“Not today” chosen where something was written: the answer goes, notes and photos stay."""

from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.errors import RecordMissingError
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.services.days.days import MarkTold
from tests.journals import NOW, TODAY, note, planned, practice, private_note


@pytest.fixture
def spare(journal, written):
    return note(written.child, "Photo", strategy=written.what.id, written=None)


class Written:
    """A dinner that was written down, and what hangs on it."""

    def __init__(self, journal):
        self.journal = journal
        self.child, self.what = planned(journal)
        self.dinner = practice(self.what, slot="dinner")
        journal.records.save(self.dinner)

    def note(self, text="She waved"):
        made = note(self.child, text, strategy=self.what.id, practice=self.dinner.id)
        self.journal.records.save(made)
        return made

    def photo(self):
        media = self.journal.media
        made = media.put_photo(KeptFile(b"one", JPEG), "cup.jpg", self.dinner)
        media.add(made)
        return made

    def instead(self, spare):
        told = MarkTold(strategy=self.what.id, slot="dinner")
        return self.journal.days.not_today_instead(self.dinner, told, spare)

    def day(self):
        return self.journal.days.between(self.child.id, TODAY, TODAY)

    def photos_of(self, *entries):
        found = self.journal.media.of_entries([one.id for one in entries])
        return [photo.id for entry in entries for photo in found.get(entry.id, ())]


@pytest.fixture
def written(journal):
    return Written(journal)


def test_the_answer_goes_and_the_mark_of_its_time_comes_in_one_step(written, spare):
    change = written.instead(spare)
    day = written.day()
    assert day.practices == day.notes == ()
    (mark,) = day.marks
    assert (mark.mark, mark.slot, mark.strategy) == (
        MarkKind.NOT_TODAY,
        "dinner",
        written.what.id,
    )
    written.journal.undo(change)
    assert written.day().practices == (written.dinner,)
    assert written.day().marks == ()


def test_its_notes_hang_on_the_strategy_and_the_day_from_then_on(written, spare):
    first = written.note()
    private = private_note(
        written.child, "So tired", strategy=written.what.id, practice=written.dinner.id
    )
    written.journal.records.save(private)
    change = written.instead(spare)
    day = written.day()
    assert day.notes == (replace(first, practice=None),)
    assert day.private_notes == (replace(private, practice=None),)
    written.journal.undo(change)
    assert written.day().notes == (first,)
    assert written.day().private_notes == (private,)


def test_the_notes_of_other_times_stay_as_they_are(written, spare):
    breakfast = practice(written.what, slot="breakfast")
    other = note(written.child, "At ten", strategy=written.what.id, practice=breakfast.id)
    loose = note(written.child, "All day", strategy=written.what.id)
    written.journal.records.save(breakfast, other, loose)
    written.instead(spare)
    assert set(written.day().notes) == {other, loose}
    assert written.day().practices == (breakfast,)


def test_its_photos_go_with_its_first_note(written, spare):
    said, photo = written.note(), written.photo()
    change = written.instead(spare)
    (kept,) = written.day().notes
    assert kept.id == said.id
    assert written.photos_of(kept) == [photo.id]
    written.journal.undo(change)
    assert written.photos_of(written.dinner) == [photo.id]


def test_without_a_note_they_get_one(written, spare):
    photo = written.photo()
    change = written.instead(spare)
    (kept,) = written.day().notes
    assert (kept.id, kept.text, kept.written) == (spare.id, "Photo", NOW)
    assert written.photos_of(kept) == [photo.id]
    written.journal.undo(change)
    assert written.day().notes == ()
    assert written.photos_of(written.dinner) == [photo.id]


def test_without_a_photo_no_note_is_made(written, spare):
    written.instead(spare)
    assert written.journal.records.all_of(Kind.NOTE) == []


def test_an_earlier_mark_of_the_same_time_is_replaced(written, spare):
    journal = written.journal
    journal.days.not_today(
        written.child.id, TODAY, MarkTold(strategy=written.what.id, slot="dinner")
    )
    written.instead(spare)
    assert len(written.day().marks) == 1


@pytest.mark.parametrize("gone", ["the practice", "the strategy"])
def test_what_is_gone_meanwhile_is_told_and_nothing_is_written(written, spare, gone):
    journal = written.journal
    if gone == "the practice":
        journal.records.delete(written.dinner.id)
    else:
        journal.records.delete(written.what.id)
    with pytest.raises(RecordMissingError):
        written.instead(spare)
    assert written.day().marks == ()


def test_an_unknown_practice_is_told(written, spare):
    written.dinner = replace(written.dinner, id=uuid4())
    with pytest.raises(RecordMissingError):
        written.instead(spare)
