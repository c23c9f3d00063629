"""Photos that are lost or damaged here come back from wherever a copy has them whole."""

import shutil

import pytest

from homejournal.domain.copy_look import ALL_WHOLE
from homejournal.domain.errors import DiskError, DiskFullError, MediaMissingError
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.storage.media import MediaFolder
from tests.journals import note, planned
from tests.services.copied import a_family, go_on, texts_in

PHOTO = b"a day at the zoo"


def add_photo(journal, words=PHOTO, name="zoo.jpg"):
    said = note(next(iter(journal.family().children)))
    made = journal.media.put_photo(KeptFile(words, JPEG), name, said)
    journal.media.add_with_note(said, made)
    return made


def change_a_bit(path):
    data = path.read_bytes()
    path.unlink()  # another file from now on: a copy may be the same one under a second name
    path.write_bytes(bytes([data[0] ^ 1]) + data[1:])


def change_on_disk(path):
    with path.open("r+b") as file:  # the same blocks: a copy that is a link changes, too
        first = file.read(1)
        file.seek(0)
        file.write(bytes([first[0] ^ 1]))


@pytest.fixture
def kept(journal):
    """A journal with a photo, its copy, and where the photo lies."""
    planned(journal)
    made = add_photo(journal)
    copy = journal.safe.backups.make()
    return made, copy, journal.folder / "media" / made.sha256


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

    def test_it_comes_from_a_second_place_too(self, kept, journal, tmp_path):
        made, copy, lies = kept
        (tmp_path / "stick").mkdir()
        place = journal.safe.backups.second_place(tmp_path / "stick")
        place.begin()
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


class TestSecondPlace:
    @pytest.fixture
    def place(self, journal, tmp_path):
        (tmp_path / "stick").mkdir()
        made = journal.safe.backups.second_place(tmp_path / "stick")
        made.begin()
        return made

    def there(self, place, made):
        return place.folder.media / made.sha256

    def test_a_photo_that_goes_there_is_a_file_of_its_own(self, kept, place):
        made, copy, lies = kept
        place.take(copy)
        change_on_disk(lies)
        assert self.there(place, made).read_bytes() == PHOTO

    def test_a_damaged_photo_does_not_go_there_and_is_told(self, kept, place, journal):
        made, copy, lies = kept
        change_on_disk(lies)
        place.take(copy)
        assert not self.there(place, made).exists()
        assert journal.safe.backups.media.lost == {made.sha256: "zoo.jpg"}
        lies.unlink()
        lies.write_bytes(PHOTO)
        place.take(copy)
        assert self.there(place, made).read_bytes() == PHOTO
        assert journal.safe.backups.media.lost == {}

    def test_a_torn_one_there_is_replaced_by_the_next_copy(self, kept, place, journal):
        made, copy, _ = kept
        place.take(copy)
        self.there(place, made).write_bytes(PHOTO[:5])
        place.take(copy)
        assert self.there(place, made).read_bytes() == PHOTO

    def test_one_that_arrives_otherwise_ends_the_copying(self, kept, place, monkeypatch):
        _, copy, _ = kept

        def torn(target, data):
            target.write_bytes(data[:5])

        monkeypatch.setattr("homejournal.storage.media.MediaFolder._write", staticmethod(torn))
        with pytest.raises(DiskError):
            place.take(copy)
        assert place.copies() == []

    def test_a_spoiled_one_there_is_replaced_by_and_by(self, kept, place, journal):
        made, copy, _ = kept
        place.take(copy)
        change_on_disk(self.there(place, made))
        journal.safe.backups.media.keep_whole([place.folder.path], go_on)
        assert self.there(place, made).read_bytes() == PHOTO

    def test_what_is_lost_or_spoiled_here_comes_back_from_there_by_itself(
        self, kept, place, journal
    ):
        made, copy, lies = kept
        place.take(copy)
        media = journal.safe.backups.media
        change_on_disk(lies)
        media.keep_whole([place.folder.path], go_on)
        assert journal.media.read(made) == PHOTO
        assert (journal.folder / "backups" / "media" / made.sha256).read_bytes() == PHOTO
        lies.unlink()
        media.keep_whole([], go_on)
        assert journal.media.read(made) == PHOTO
        assert media.lost == {}

    def test_a_copy_that_is_asked_for_brings_back_what_is_whole_anywhere(
        self, kept, place, journal
    ):
        made, copy, lies = kept
        media = journal.safe.backups.media
        change_a_bit(lies)  # whole beside the copies here
        assert media.make_whole([], go_on).back == {made.sha256: "zoo.jpg"}
        assert journal.media.read(made) == PHOTO
        place.take(copy)
        change_on_disk(lies)  # a link: the one beside the copies is damaged, too
        assert media.make_whole([place.folder.path], go_on).back == {made.sha256: "zoo.jpg"}
        assert journal.media.read(made) == PHOTO
        assert media.make_whole([place.folder.path], go_on) == ALL_WHOLE

    def test_one_that_is_damaged_everywhere_is_told_until_it_came_back(
        self, kept, place, journal, tmp_path
    ):
        made, copy, lies = kept
        place.take(copy)
        shutil.copytree(copy.path.parent, tmp_path / "another")
        change_on_disk(lies)
        change_on_disk(self.there(place, made))
        (journal.folder / "backups" / "media" / made.sha256).write_bytes(b"otherwise")
        media = journal.safe.backups.media
        gone = {made.sha256: "zoo.jpg"}
        assert media.make_whole([place.folder.path], go_on).gone == gone
        assert media.bring_back([place.folder.path]).gone == media.lost == gone
        restoring, there = journal.safe.backups.restoring, tmp_path / "another" / copy.path.name
        restoring.restore(there, restoring.look(there))
        assert media.lost == {}

    def test_what_is_asked_for_can_be_stopped(self, kept, journal):
        _, _, lies = kept
        change_a_bit(lies)
        assert journal.safe.backups.media.make_whole([], lambda: False) == ALL_WHOLE
        assert not journal.safe.backups.restoring.look(kept[1].path).media.gone

    def test_what_was_proved_is_not_read_again_and_much_waits(self, kept, place, journal):
        _, copy, _ = kept
        large = [add_photo(journal, bytes([n]) * (5 << 20), f"{n}.jpg") for n in range(3)]
        place.take(copy)
        media = journal.safe.backups.media
        for one in large:
            change_on_disk(self.there(place, one))

        def spoiled():
            lies = [self.there(place, one) for one in large]
            return sum(path.read_bytes() != bytes([n]) * (5 << 20) for n, path in enumerate(lies))

        left = []
        for _ in range(4):
            left.append(spoiled())
            media.keep_whole([place.folder.path], go_on)
        assert left == sorted(left, reverse=True)
        assert 0 < left[1] < 3
        assert spoiled() == 0

    def test_it_can_be_stopped_and_a_disk_that_refuses_hinders_nothing(
        self, kept, place, journal, monkeypatch
    ):
        made, _, lies = kept
        lies.unlink()
        media = journal.safe.backups.media
        media.keep_whole([], lambda: False)
        assert not lies.exists()

        def full(*_told):
            raise DiskFullError(journal.folder)

        with monkeypatch.context() as patched:
            patched.setattr("homejournal.storage.media.MediaFolder.put", full)
            media.keep_whole([], go_on)
        assert not lies.exists()
        media.keep_whole([], go_on)
        assert journal.media.read(made) == PHOTO

    def test_what_is_deleted_for_good_meanwhile_is_gone_in_the_end(
        self, kept, place, journal, monkeypatch
    ):
        made, copy, lies = kept
        place.take(copy)
        for path in (lies, self.there(place, made)):
            change_a_bit(path)
        put = MediaFolder.put

        def deleted_meanwhile(folder, data):
            journal.media.remove(made)
            journal.media.delete_for_good(made)
            return put(folder, data)

        monkeypatch.setattr("homejournal.storage.media.MediaFolder.put", deleted_meanwhile)
        journal.safe.backups.media.keep_whole([place.folder.path], go_on)
        monkeypatch.undo()
        assert not self.there(place, made).exists()
        journal.close()
        assert not lies.exists()


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
