"""A photo that is deleted for good while the worker goes on does not lie here in the end."""

import pytest

from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.storage.media import copies as media_copies
from tests.journals import note, planned
from tests.services.photos import PHOTO, add_photo, change_a_bit, kept

__all__ = ["kept"]


def delete_for_good(journal):
    """Delete every photo and note, and empty the bin."""
    for kind in (Kind.MEDIA, Kind.NOTE):
        for record in journal.records.all_of(kind):
            journal.records.delete(record.id)
    journal.safe.purging.carry_out(journal.safe.purging.of_bin())


@pytest.fixture
def meanwhile(monkeypatch):
    """Let something be done once what is to come back was looked for."""
    look_for = media_copies.look_for

    def of(act):
        def looked(*told):
            found = look_for(*told)
            act()
            return found

        monkeypatch.setattr(media_copies, "look_for", looked)

    return of


class TestBringBack:
    def test_what_is_deleted_for_good_meanwhile_is_gone_in_the_end(self, kept, journal, meanwhile):
        _, _, lies = kept
        other = add_photo(journal, b"a day at the sea", "sea.jpg")
        journal.safe.backups.make()
        change_a_bit(lies)
        meanwhile(lambda: delete_for_good(journal))
        journal.safe.backups.media.bring_back(())
        journal.close()
        assert not lies.exists()
        assert not (journal.folder / "media" / other.sha256).exists()

    def test_what_somebody_adds_again_meanwhile_stays(self, kept, journal, meanwhile):
        _, _, lies = kept
        change_a_bit(lies)
        said = note(next(iter(journal.family().children)))
        again = []

        def deleted_and_chosen_again():
            delete_for_good(journal)
            again.append(journal.media.put_photo(KeptFile(PHOTO, JPEG), "zoo.jpg", said))

        meanwhile(deleted_and_chosen_again)
        journal.safe.backups.media.bring_back(())
        journal.media.add_with_note(said, *again)
        assert journal.media.read(again[0]) == PHOTO

    def test_of_a_copy_it_is_gone_once_the_journal_is_closed(self, kept, journal):
        _, copy, lies = kept
        restoring = journal.safe.backups.restoring
        change_a_bit(lies)
        looked = restoring.look(copy.path)
        delete_for_good(journal)
        restoring.restore(copy.path, looked)
        assert lies.exists()
        journal.close()
        assert not lies.exists()


def test_what_was_only_worked_out_of_a_copy_is_gone_once_the_journal_is_closed(journals, journal):
    from homejournal.services.safe.copies.restoring import CopyToRestore

    other = journals.new("other")
    planned(other)
    made = add_photo(other)
    copy = other.safe.backups.make()
    restoring = journal.safe.backups.restoring
    restoring.preparing(CopyToRestore(copy.path, restoring.look(copy.path), deleted=False))()
    lies = journal.folder / "media" / made.sha256
    assert lies.exists()
    journal.close()
    assert not lies.exists()


def test_what_lay_here_before_and_was_only_chosen_stays(journals, journal):
    """A file of the journal that a sync program has yet to bring may name it."""
    planned(journal)
    made = add_photo(journal)
    lies = journal.folder / "media" / made.sha256
    journal.close()
    fresh = journals.new("fresh")
    said = note(planned(fresh)[0])
    (fresh.folder / "media").mkdir()
    here = fresh.folder / "media" / made.sha256
    here.write_bytes(lies.read_bytes())
    fresh.media.put_photo(KeptFile(PHOTO, JPEG), "zoo.jpg", said)
    fresh.close()
    assert here.exists()
