"""Photos that are lost or damaged here come back from wherever a copy has them whole."""

import shutil

import pytest

from homejournal.domain.errors import MediaMissingError
from tests.services.copied import a_family, texts_in
from tests.services.photos import PHOTO, change_a_bit, change_on_disk, kept, locked, place

__all__ = ["kept", "locked", "place"]


class TestRestoring:
    @pytest.mark.parametrize("harm", [lambda path: path.unlink(), change_a_bit])
    def test_a_photo_comes_back_though_no_entry_is_missing(self, kept, journal, harm):
        made, copy, lies = kept
        harm(lies)
        restoring = journal.safe.backups.restoring
        look = restoring.look(copy.path)
        assert look.missing == ()
        assert look.brings_anything
        assert look.media.back == {made.sha256: "zoo.jpg"}
        told = restoring.restore(copy.path, look)
        assert told.media.back == look.media.back
        assert journal.media.read(made) == PHOTO
        assert not restoring.look(copy.path).brings_anything

    def test_it_comes_from_a_second_place_too(self, place, kept, journal):
        made, copy, lies = kept
        place.take(copy)
        change_on_disk(lies)
        restoring = journal.safe.backups.restoring
        assert restoring.look(copy.path).media.gone == {made.sha256: "zoo.jpg"}
        look = restoring.look(copy.path, elsewhere=[place.folder.path])
        assert look.media.back == {made.sha256: "zoo.jpg"}
        there = place.copies()[0].path
        restoring.restore(there, restoring.look(there))
        assert journal.media.read(made) == PHOTO

    def test_what_is_whole_here_is_left_alone(self, kept, journal):
        _, copy, lies = kept
        before = lies.stat()
        restoring = journal.safe.backups.restoring
        restoring.restore(copy.path, restoring.look(copy.path))
        assert (lies.stat().st_ino, lies.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_what_lies_whole_nowhere_is_told(self, kept, journals, tmp_path):
        made, copy, _ = kept
        shutil.copytree(copy.path.parent, tmp_path / "elsewhere")
        change_a_bit(tmp_path / "elsewhere" / "media" / made.sha256)
        fresh = journals.new("fresh")
        there = tmp_path / "elsewhere" / copy.path.name
        look = fresh.safe.backups.restoring.look(there)
        assert (look.media.back, look.media.gone) == ({}, {made.sha256: "zoo.jpg"})
        told = fresh.safe.backups.restoring.restore(there, look)
        assert told.media.gone == {made.sha256: "zoo.jpg"}
        with pytest.raises(MediaMissingError):
            fresh.media.read(made)

    def test_a_stick_that_was_pulled_out_since_is_told(self, kept, journal, tmp_path):
        made, copy, lies = kept
        shutil.copytree(copy.path.parent, tmp_path / "stick")
        change_on_disk(lies)
        restoring = journal.safe.backups.restoring
        there = tmp_path / "stick" / copy.path.name
        look = restoring.look(there)
        assert look.media.back == {made.sha256: "zoo.jpg"}
        shutil.rmtree(tmp_path / "stick")
        assert restoring.restore(there, look).media.gone == {made.sha256: "zoo.jpg"}


class TestWhatIsDamagedHere:
    def test_an_entry_that_is_damaged_here_counts_as_not_here(self, journal):
        notes = a_family(journal)
        copy = journal.safe.backups.make()
        file = journal.folder / "journal.hj"
        raw = file.read_bytes()
        at = raw.index(notes[2].text.encode())
        with file.open("r+b") as opened:
            opened.seek(at)
            opened.write(b"X")
        look = journal.safe.backups.restoring.look(copy.path)
        assert look.here_damaged
        assert look.brings.notes == 1
        assert [one.told().record for one in look.missing] == [notes[2].id]

    def test_what_was_deleted_for_good_is_told_and_stays_so(self, journal):
        notes = a_family(journal)
        copy = journal.safe.backups.make()
        journal.records.delete(notes[0].id)
        journal.safe.purging.carry_out(journal.safe.purging.of_deleted(notes[0].id))
        restoring = journal.safe.backups.restoring
        look = restoring.look(copy.path)
        assert (look.refused, look.missing, look.here_damaged) == (1, (), False)
        restoring.restore(copy.path, look)
        assert notes[0].text not in texts_in(journal)
