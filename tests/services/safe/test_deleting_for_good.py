"""Deleting for good: of the words no byte stays in the journal's folder."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.errors import JournalDamagedError, StaleChangeError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.opening import create_journal
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.golden.make import KEY
from tests.journals import (
    DEVICE,
    NOW,
    Clock,
    Opened,
    child,
    note,
    practice,
    private_note,
    revisions,
    strategy,
    take_in,
)
from tests.services.purged import WORDS, deleted_note, is_sound, purge
from tests.traces import traces


class TestNoTrace:
    def test_of_a_deleted_note_no_byte_stays_in_the_folder(self, journal, mateo):
        said = note(mateo, text=WORDS, written=NOW)
        journal.records.save(said, note(mateo, text="stays"))
        changed = replace(said, text=f"{WORDS} and more")
        journal.notes.edit(said, changed)
        journal.drafts.keep(f"journal-note:{said.id}", f"{WORDS} unfinished")
        journal.records.delete(said.id)
        assert traces(journal.folder, WORDS)
        leaving = journal.safe.purging.of_deleted(said.id)
        assert leaving.counts == {Kind.NOTE: 1}
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []
        assert [one.text for one in journal.records.all_of(Kind.NOTE)] == ["stays"]
        assert journal.drafts.kept() == {}
        assert is_sound(journal)

    def test_a_note_that_was_private_once_leaves_nothing_under_its_other_id(self, journal, mateo):
        said = note(mateo, text=WORDS, written=NOW)
        journal.notes.write(said)
        private = private_note(mateo, text=WORDS, written=NOW)
        journal.notes.edit(said, private)
        journal.notes.edit(private, replace(private, text="softer words"))
        journal.records.delete(private.id)
        leaving = journal.safe.purging.of_deleted(private.id)
        assert leaving.counts == {Kind.NOTE: 1, Kind.PRIVATE_NOTE: 1}
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []

    def test_a_deleted_practice_takes_its_notes_and_photos_along(self, journal, mateo):
        what = strategy(mateo)
        done = practice(what)
        said = note(mateo, text=WORDS, practice=done.id)
        photo = journal.media.put_photo(KeptFile(b"%PDF" + WORDS.encode(), PDF), WORDS, done)
        journal.records.save(what, done, said, photo)
        journal.records.delete(done.id)
        leaving = journal.safe.purging.of_deleted(done.id)
        assert leaving.counts == {Kind.PRACTICE: 1, Kind.NOTE: 1, Kind.MEDIA: 1}
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []
        assert list((journal.folder / "media").iterdir()) == []

    def test_what_stands_is_not_deleted_by_the_way(self, journal, mateo):
        said = note(mateo)
        journal.notes.write(said)
        with pytest.raises(StaleChangeError):
            journal.safe.purging.of_deleted(said.id)

    def test_the_whole_bin_can_be_emptied(self, journal, mateo):
        gone = [deleted_note(journal, mateo, f"{WORDS} {number}") for number in range(3)]
        leaving = journal.safe.purging.of_bin()
        assert set(leaving.records) == {one.id for one in gone}
        assert leaving.total == 3
        purge(journal, leaving)
        assert traces(journal.folder, WORDS) == []
        assert journal.safe.purging.of_bin().counts == {}

    def test_undo_brings_nothing_back(self, journal, mateo):
        said = note(mateo, text=WORDS)
        written = journal.notes.write(said)
        edited = journal.notes.edit(said, replace(said, text="other"))
        deleted = journal.records.delete(said.id)
        purge(journal, journal.safe.purging.of_deleted(said.id))
        for change in (deleted, edited, written):
            with pytest.raises(StaleChangeError):
                journal.undo(change)

    def test_in_an_encrypted_journal_it_goes_as_well(self, tmp_path):
        journal = create_journal(tmp_path / "sealed", clock=Clock(), device=DEVICE, key=KEY)
        try:
            of, copies = child(), journal.safe.backups
            said = note(of, text=WORDS)
            journal.records.save(of, said)
            held = copies.make()
            journal.records.delete(said.id)
            purge(journal, journal.safe.purging.of_deleted(said.id))
            assert [copy.path for copy in journal.safe.purging.copies()] == [held.path]
            journal.safe.purging.drop_copies(journal.safe.purging.copies())
            (fresh,) = copies.here()
            for file in (journal.folder / "journal.hj", fresh.path):
                fields = {
                    revision.fields for revision in read_genuine_contents(file, KEY).revisions
                }
                assert not any(WORDS.encode() in (field or b"") for field in fields)
            assert journal.files.check().is_sound
        finally:
            journal.close()

    def test_what_a_note_said_before_goes_and_what_it_says_stays(self, journal, mateo):
        said = note(mateo, text=WORDS, written=NOW)
        journal.notes.write(said)
        private = private_note(mateo, text=WORDS, written=NOW)
        journal.notes.edit(said, private)
        now = replace(private, text="softer words")
        journal.notes.edit(private, now)
        purging = journal.safe.purging
        assert len(purging.forget_earlier(private.id)) == 2
        assert traces(journal.folder, WORDS) == []
        assert journal.records.get(private.id) == now
        assert is_sound(journal)
        assert purging.forget_earlier(uuid4()) == frozenset()

    def test_of_two_versions_both_stay(self, journals, journal, mateo):
        other, said = journals.new("other"), note(mateo, text=WORDS)
        journal.notes.write(said)
        take_in(other, revisions(journal))
        for at, words in ((journal, "here"), (other, "there")):
            at.notes.edit(said, replace(said, text=words))
        take_in(journal, revisions(other))
        journal.safe.purging.forget_earlier(said.id)
        assert traces(journal.folder, WORDS) == []
        (entry,) = journal.timeline.page(EntryFilter(child=mateo.id))
        assert entry.versions == 2

    def test_a_damaged_revision_stops_it_and_nothing_is_deleted(self, journal, mateo):
        said = deleted_note(journal, mateo)
        leaving = journal.safe.purging.of_deleted(said.id)
        journal._store.bare.execute("UPDATE revision SET fields = x'00' WHERE fields LIKE '%zqv%'")
        with pytest.raises(JournalDamagedError):
            purge(journal, leaving)
        assert journal._store.bare.execute("SELECT count(*) FROM purged").fetchone() == (0,)


def words_of(letters, least=12):
    word = st.text(letters, min_size=least, max_size=16)
    return st.lists(word, min_size=1, max_size=4).map(" ".join)


words = words_of("abcdefghijklñé")


others_begin = st.integers(0, 5)
"""Words that stay begin as those that go: the search index keeps such words together."""


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    said=words,
    others=st.lists(st.tuples(others_begin, words_of("mnopqrstuvwxyz")), max_size=4),
    steps=st.lists(st.sampled_from(["edit", "private", "draft", "copy", "again"]), max_size=5),
)
def test_whatever_happened_to_a_note_before_no_byte_of_it_stays(
    tmp_path_factory, said, others, steps
):
    opened = Opened(tmp_path_factory.mktemp("traces"))
    try:
        journal, of = opened.new(), child()
        now = note(of, text=said, written=NOW)
        journal.records.save(of, now, *(note(of, text=said[:at] + one) for at, one in others))
        for number, taken in enumerate(steps):
            journal, now = after(opened, journal, now, taken, f"{number} {said}")
        journal.records.delete(now.id)
        purging = journal.safe.purging
        purge(journal, purging.of_deleted(now.id))
        purging.drop_copies(purging.copies())
        assert traces(journal.folder, said) == []
        assert len(journal.records.all_of(Kind.NOTE)) == len(others)
    finally:
        opened.close()


def after(opened, journal, now, taken, words):
    """Return the journal and the note after one more thing happened to it."""
    match taken:
        case "edit":
            journal.notes.edit(now, replace(now, text=words))
            return journal, replace(now, text=words)
        case "private":
            make = note if isinstance(now, PrivateNote) else private_note
            other = make(now.child, text=now.text, written=NOW)
            journal.notes.edit(now, other)
            return journal, other
        case "draft":
            journal.drafts.keep(f"journal-note:{now.id}", words)
        case "copy":
            journal.safe.backups.make()
        case "again":
            journal.close()
            journal = opened.again()
    return journal, now
