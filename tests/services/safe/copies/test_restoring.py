"""Bringing back from a copy: shown first, nothing overwritten, taken back by one Undo."""

import shutil
from dataclasses import replace

import pytest

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.errors import (
    JournalBusyError,
    JournalMissingError,
    JournalReadOnlyError,
    NotAJournalError,
)
from homejournal.domain.records.record import Kind
from homejournal.domain.safe.copy_comparison import Counts
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.copies.restoring import CopyToRestore
from homejournal.services.safe.transfer import incoming
from homejournal.services.safe.transfer.sealed_files import pack_of
from homejournal.storage.journal.incoming import newer
from tests.journals import child, note, revisions
from tests.services.copied import DAYS, a_family, of_the_future, texts_in
from tests.threads import on_another_thread

NOTHING = Counts(days=0, entries=0, notes=0, records=0)


@pytest.fixture
def family(journal):
    """The journal of a family of six days with its copy, and the copied notes."""
    notes = a_family(journal)
    return journal, journal.safe.backups.make(), notes


def test_what_a_copy_holds_is_told_before_anything_is_done(family):
    journal, copy, _ = family
    look = journal.safe.backups.restoring.look(copy.path)
    assert (look.children, look.first, look.last) == (("Mateo",), DAYS[0], DAYS[-1])
    assert (look.holds.days, look.holds.entries, look.holds.notes) == (6, 6, 6)
    assert (look.brings, look.missing, look.deleted, look.whole) == (NOTHING, (), (), True)


def test_a_copy_into_an_empty_journal_brings_everything_with_its_settings(family, journals):
    journal, copy, notes = family
    fresh = journals.new("fresh")
    restoring = fresh.safe.backups.restoring
    look = restoring.look(copy.path)
    assert restoring.is_of_this_journal(look)
    told = restoring.restore(copy.path, look)
    assert told.counts == look.holds
    assert texts_in(fresh) == {one.text for one in notes}
    assert fresh.settings == journal.settings
    assert fresh.files.check().is_sound
    fresh.undo(told.change)
    assert fresh.family().children == {}


def test_what_was_worked_out_ahead_is_brought_back_and_counted(family, journals):
    _, copy, notes = family
    fresh = journals.new("fresh")
    restoring = fresh.safe.backups.restoring
    look = restoring.look(copy.path)
    ahead = on_another_thread(restoring.preparing(CopyToRestore(copy.path, look, deleted=False)))
    assert restoring.bring_back(ahead).counts == look.holds
    assert texts_in(fresh) == {one.text for one in notes}


def test_words_of_which_only_the_envelopes_came_here_are_brought_back(family, journals):
    journal, copy, notes = family
    fresh = journals.new("fresh")
    bare = tuple(revision.without_content() for revision in revisions(journal))
    incoming.take_in(fresh._session, Incoming(revisions=bare), {})
    assert texts_in(fresh) == set()
    restoring = fresh.safe.backups.restoring
    told = restoring.restore(copy.path, restoring.look(copy.path))
    assert texts_in(fresh) == {one.text for one in notes}
    fresh.undo(told.change)
    assert texts_in(fresh) == set()


def test_what_waits_what_is_refused_and_what_was_typed_come_into_an_empty_journal(family, journals):
    journal, older, notes = family
    (first,) = [
        revision for revision in revisions(journal) if revision.told().record == notes[0].id
    ]
    strange = of_the_future(revisions(journal)[0])
    incoming.take_in(journal._session, Incoming(newer=(strange,)), {})
    journal.records.delete(notes[0].id)
    journal.safe.purging.carry_out(journal.safe.purging.of_deleted(notes[0].id))
    journal.drafts.keep("a note", "not yet saved")
    copy = journal.safe.backups.make()
    fresh = journals.new("fresh")
    restoring = fresh.safe.backups.restoring
    told = restoring.restore(copy.path, restoring.look(copy.path))
    with fresh._store.reading() as connection:
        assert newer(connection) == (strange,)
    assert fresh.drafts.kept() == {"a note": "not yet saved"}
    assert fresh.safe.purging.ids() == {first.id}
    restoring.restore(older.path, restoring.look(older.path))
    assert notes[0].text.encode() not in (fresh.folder / "journal.hj").read_bytes()
    fresh.undo(told.change)
    assert fresh.drafts.kept() == {}


def test_settings_that_do_not_read_stay_in_the_copy(family, journals):
    _, copy, _ = family
    fresh = journals.new("fresh")
    own = fresh.settings
    restoring = fresh.safe.backups.restoring
    look = restoring.look(copy.path)
    look.settings["week_start"] = "someday"
    restoring.restore(copy.path, look)
    assert fresh.settings == own


def test_settings_and_words_not_yet_saved_stay_as_they_are_here(family):
    journal, _, notes = family
    journal.drafts.keep("a note", "of last week")
    copy = journal.safe.backups.make()
    chosen = replace(journal.settings, week_start=WeekStart.SUNDAY)
    assert journal.settings != chosen
    journal.change_settings(chosen)
    journal.drafts.keep("a note", "of today")
    journal.records.delete(notes[0].id)
    restoring = journal.safe.backups.restoring
    restoring.restore(copy.path, restoring.look(copy.path))
    assert journal.settings == chosen
    assert journal.drafts.kept() == {"a note": "of today"}


def test_nothing_of_what_is_here_is_changed(family):
    journal, copy, notes = family
    later = note(notes[0].child, "Written after the copy")
    edited = note(notes[0].child, "In other words", id=notes[0].id, day=notes[0].day)
    journal.records.save(later, edited)
    look = journal.safe.backups.restoring.look(copy.path)
    told = journal.safe.backups.restoring.restore(copy.path, look)
    assert told.counts == NOTHING
    assert {"Written after the copy", "In other words"} <= texts_in(journal)
    newest = journal.safe.backups.here()[0]
    assert newest.seq == copy.seq + 1  # made before, of what stood then
    assert journal.safe.backups.restoring.look(newest.path).holds.notes == len(notes) + 1
    assert notes[0].text not in texts_in(journal)


class TestDeletedSince:
    def test_it_stays_deleted_unless_somebody_wants_it(self, family):
        journal, copy, notes = family
        journal.records.delete(notes[0].id, notes[1].id)
        restoring = journal.safe.backups.restoring
        look = restoring.look(copy.path)
        assert len(look.deleted) == 2
        assert restoring.restore(copy.path, look).counts == NOTHING
        assert notes[0].text not in texts_in(journal)

    def test_it_comes_back_on_top_of_its_deletion_and_undo_takes_it_back(self, family):
        journal, copy, notes = family
        journal.records.delete(notes[0].id, notes[1].id)
        restoring = journal.safe.backups.restoring
        told = restoring.restore(copy.path, restoring.look(copy.path), deleted=True)
        assert (told.counts.notes, told.counts.days) == (2, 2)
        assert {notes[0].text, notes[1].text} <= texts_in(journal)
        assert restoring.look(copy.path).deleted == ()
        assert len(journal.records.history(notes[0].id)) == 3
        journal.undo(told.change)
        assert notes[0].text not in texts_in(journal)
        assert journal.files.check().is_sound

    def test_what_was_deleted_for_good_does_not_come_back(self, family):
        journal, copy, notes = family
        journal.records.delete(notes[0].id)
        purging = journal.safe.purging
        purging.carry_out(purging.of_deleted(notes[0].id))
        look = journal.safe.backups.restoring.look(copy.path)
        assert (look.deleted, look.missing) == ((), ())

    def test_what_was_deleted_for_good_since_somebody_looked_does_not_come_back(self, family):
        journal, copy, notes = family
        journal.records.delete(notes[0].id, notes[1].id)
        restoring, purging = journal.safe.backups.restoring, journal.safe.purging
        look = restoring.look(copy.path)
        purging.carry_out(purging.of_deleted(notes[0].id))
        assert restoring.restore(copy.path, look, deleted=True).counts.notes == 1
        assert notes[0].text not in texts_in(journal)
        assert notes[1].text in texts_in(journal)


def test_a_copy_of_another_journal_is_told_apart(family, journals):
    _, copy, _ = family
    other = journals.new("other")
    a_family(other)
    restoring = other.safe.backups.restoring
    look = restoring.look(copy.path)
    assert not restoring.is_of_this_journal(look)
    assert not look.same_child


def test_after_a_move_an_earlier_copy_is_known_by_the_child(family, journals):
    journal, copy, _ = family
    there = journals.new("there")
    pack = pack_of(journal.safe.pack_files.wish(Audience.OWN))
    there.safe.pack_files.take_in(read_plain_pack(plain_pack(pack)))
    restoring = there.safe.backups.restoring
    look = restoring.look(copy.path)
    assert not restoring.is_of_this_journal(look)
    assert look.same_child


def test_what_another_journal_deleted_for_good_is_not_refused_here(family, journals):
    journal, _, notes = family
    journal.records.delete(notes[0].id)
    journal.safe.purging.carry_out(journal.safe.purging.of_bin())
    copy = journal.safe.backups.make()
    other = journals.new("other")
    other.records.save(child(name="Lin"))
    restoring = other.safe.backups.restoring
    restoring.restore(copy.path, restoring.look(copy.path))
    assert texts_in(other) == {one.text for one in notes[1:]}
    assert other.safe.purging.ids() == frozenset()


def test_a_damaged_copy_brings_what_still_reads(family, journals, tmp_path):
    _, copy, notes = family
    raw = copy.path.read_bytes()
    spoiled = tmp_path / "spoiled.hj"
    spoiled.write_bytes(raw.replace(notes[0].text.encode(), notes[0].text.upper().encode()))
    fresh = journals.new("fresh")
    restoring = fresh.safe.backups.restoring
    look = restoring.look(spoiled)
    assert not look.whole
    restoring.restore(spoiled, look)
    assert texts_in(fresh) == {one.text for one in notes[1:]}


def test_pictures_come_along(journal, journals):
    notes = a_family(journal)
    strategy = next(iter(journal.family().strategies))
    made = journal.media.put(KeptFile(b"%PDF- cup", PDF), "cup.pdf", strategy)
    journal.media.add(made)
    copy = journal.safe.backups.make()
    fresh = journals.new("fresh")
    restoring = fresh.safe.backups.restoring
    restoring.restore(copy.path, restoring.look(copy.path))
    assert fresh.media.read(made) == b"%PDF- cup"
    assert texts_in(fresh) == {one.text for one in notes}


def test_a_picture_that_is_in_no_folder_hinders_nothing(journal, journals, tmp_path):
    a_family(journal)
    strategy = next(iter(journal.family().strategies))
    journal.media.add(journal.media.put(KeptFile(b"%PDF- cup", PDF), "cup.pdf", strategy))
    lone = tmp_path / "lone.hj"
    shutil.copy(journal.safe.backups.make().path, lone)
    fresh = journals.new("fresh")
    restoring = fresh.safe.backups.restoring
    restoring.restore(lone, restoring.look(lone))
    assert len(fresh.records.all_of(Kind.MEDIA)) == 1


def test_what_is_no_copy_is_told(journal, tmp_path):
    restoring = journal.safe.backups.restoring
    with pytest.raises(JournalMissingError):
        restoring.look(tmp_path / "nothing.hj")
    letter = tmp_path / "letter.hj"
    letter.write_text("Dear family", encoding="utf-8")
    with pytest.raises(NotAJournalError):
        restoring.look(letter)
    with pytest.raises(NotAJournalError):
        restoring.look(tmp_path)


def test_the_open_journal_itself_is_no_copy(journal):
    a_family(journal)
    with pytest.raises(JournalBusyError):
        journal.safe.backups.restoring.look(journal.folder / "journal.hj")


def test_a_journal_that_is_only_read_takes_nothing(family, journals):
    journal, copy, _ = family
    journal.close()
    reading = journals.again(write=False)
    restoring = reading.safe.backups.restoring
    look = restoring.look(copy.path)
    with pytest.raises(JournalReadOnlyError):
        restoring.restore(copy.path, look)


def test_a_look_can_be_stopped(family):
    journal, copy, _ = family
    restoring = journal.safe.backups.restoring
    assert restoring.look_beside(copy.path, None, lambda: False) is None
    assert restoring.look_beside(copy.path, None, lambda: True) == restoring.look(copy.path)


def test_a_deleted_child_comes_back_with_its_copy_into_a_journal_that_has_none(family, journals):
    journal, copy, _ = family
    of = next(iter(journal.family().children))
    journal.records.delete(of)
    restoring = journal.safe.backups.restoring
    look = restoring.look(copy.path)
    assert [one.told().kind for one in look.deleted] == [Kind.CHILD]
    restoring.restore(copy.path, look, deleted=True)
    assert list(journal.family().children) == [of]
    journal.records.save(child(name="Lin"))
    assert journal.files.check().is_sound
