"""Photos kept with practices and notes, in a real journal folder."""

from uuid import uuid4

import pytest

from homejournal.domain.records.notes import Note, PrivateNote, with_other_privacy
from homejournal.exchange.media_files import JPEG, KeptFile
from tests.journals import note, planned, practice, private_note, projection, rebuilt


class Home:
    """A journal with a practice, a note on it, a moment and a private moment."""

    def __init__(self, journal):
        self.journal = journal
        self.child, strategy = planned(journal)
        self.done = practice(strategy)
        self.said = note(self.child, practice=self.done.id, strategy=strategy.id)
        self.moment = note(self.child, "A first word")
        self.private = private_note(self.child)
        journal.records.save(self.done, self.said, self.moment, self.private)

    def photo(self, entry, words=b"one", name="cup.jpg"):
        made = self.journal.media.put_photo(KeptFile(words, JPEG), name, entry)
        self.journal.media.add(made)
        return made

    def kept(self, entry):
        return self.journal.media.of_entries([entry.id]).get(entry.id, ())


@pytest.fixture
def home(journal):
    return Home(journal)


def test_each_entry_has_its_own_photos_in_the_order_of_arrival(home, journals):
    made = {
        entry.id: (home.photo(entry, b"one"), home.photo(entry, b"two"))
        for entry in (home.done, home.said, home.moment, home.private)
    }
    assert home.journal.media.of_entries(made) == made
    assert home.journal.media.of_entries([]) == {}
    assert home.journal.media.of_entries([uuid4()]) == {}
    assert [photo.entry for photos in made.values() for photo in photos] == [
        entry for entry in made for _ in range(2)
    ]
    home.journal.close()
    again = journals.again()
    assert again.media.of_entries(made) == made
    assert again.media.read(made[home.said.id][1]) == b"two"


def test_photos_are_no_notes_and_the_check_knows_them(home):
    home.photo(home.done)
    home.photo(home.moment)
    journal = home.journal
    from homejournal.domain.journal.entry_filter import EntryFilter

    entries = journal.timeline.page(EntryFilter(child=home.child.id))
    told = {entry.record.id: entry.notes for entry in entries}
    assert told[home.done.id] == (home.said,)
    assert set(told) == {home.done.id, home.moment.id, home.private.id}
    report = journal.files.check()
    assert (report.is_sound, report.rows_off, report.media) == (True, 0, 1)
    assert rebuilt(journal) == projection(journal.folder)


def test_a_practice_takes_its_photos_along_and_brings_them_back(home):
    on_done, on_said = home.photo(home.done), home.photo(home.said, b"two")
    stays = home.photo(home.moment, b"three")
    change = home.journal.records.delete(home.done.id)
    assert home.kept(home.done) == home.kept(home.said) == ()
    assert home.kept(home.moment) == (stays,)
    home.journal.undo(change)
    assert (home.kept(home.done), home.kept(home.said)) == ((on_done,), (on_said,))
    home.journal.records.delete(home.done.id)
    home.journal.records.restore(home.done.id)
    assert (home.kept(home.done), home.kept(home.said)) == ((on_done,), (on_said,))


def test_a_note_takes_its_photos_along_and_a_photo_removed_before_stays_removed(home):
    first, second = home.photo(home.moment), home.photo(home.moment, b"two")
    home.journal.media.remove(first)
    home.journal._session.clock.forward(minutes=1)
    home.journal.records.delete(home.moment.id)
    assert home.kept(home.moment) == ()
    home.journal.records.restore(home.moment.id)
    assert home.kept(home.moment) == (second,)


def test_a_note_that_becomes_private_takes_its_photos_along_and_back(home):
    photo = home.photo(home.moment)
    private = with_other_privacy(home.moment)
    change = home.journal.notes.edit(home.moment, private)
    assert isinstance(private, PrivateNote)
    assert home.kept(home.moment) == ()
    (moved,) = home.kept(private)
    assert (moved.id, moved.note, moved.private_note) == (photo.id, None, private.id)
    home.journal.undo(change)
    assert home.kept(home.moment) == (photo,)
    ours = home.photo(home.private, b"two")
    shared = with_other_privacy(home.private)
    home.journal.notes.edit(home.private, shared)
    assert isinstance(shared, Note)
    (moved,) = home.kept(shared)
    assert (moved.id, moved.note, moved.private_note) == (ours.id, shared.id, None)


def test_a_photo_that_comes_with_a_new_note_is_one_step_with_it(home):
    new = note(home.child, "Photo", written=None)
    made = home.journal.media.put_photo(KeptFile(b"one", JPEG), "cup.jpg", new)
    change = home.journal.media.add_with_note(new, made)
    assert home.journal.records.get(new.id).written == home.journal._session.clock()
    assert home.kept(new) == (made,)
    home.journal.undo(change)
    assert home.journal.records.get(new.id) is None
    assert home.kept(new) == ()


def test_photos_go_out_in_json_without_their_bytes_and_come_in_again(home, journals):
    entries = (home.done, home.said, home.moment, home.private)
    made = {entry.id: (home.photo(entry, b"the bytes of it"),) for entry in entries}
    data = home.journal.files.export_json()
    assert b"the bytes of it" not in data
    there = journals.new("elsewhere")
    there.files.import_json(data)
    assert there.media.of_entries(made) == made
    assert [fault.what for fault in there.files.check().media_faults] == ["missing"]
