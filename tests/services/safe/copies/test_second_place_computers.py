"""Two computers with one journal bring copies to one stick, and each keeps to its own there."""

from uuid import UUID

import pytest

from homejournal.storage.file.file_encryption import begins_with, salt_of
from tests.journals import note, planned
from tests.services.copied import a_family, files, go_on, texts_in
from tests.services.passwords import TYPED, set_password, set_password_only, take_password_away
from tests.services.photos import add_photo
from tests.services.purged import deleted_note, purge

OTHER = "another four words here"
THEIR_DEVICE = UUID("eeeeeeee-1111-4111-8111-111111111111")


def begun(journal, stick):
    stick.mkdir(exist_ok=True)
    place = journal.safe.backups.second_place(stick)
    place.begin()
    return place


@pytest.fixture
def ours(journals, tmp_path):
    """Our journal, and its place on the stick with a copy."""
    journal = journals.new("ours")
    a_family(journal)
    set_password_only(journal)
    place = begun(journal, tmp_path / "stick")
    place.take(journal.safe.backups.make())
    return journal, place


@pytest.fixture
def theirs(journals, tmp_path, ours):
    """The same journal on another computer, brought back there, with a password of its own."""
    (copy,) = ours[1].copies()
    journal = journals.new("theirs", THEIR_DEVICE)
    restoring = journal.safe.backups.restoring
    key = restoring.key_for(copy.path, TYPED)
    restoring.restore(copy.path, restoring.look(copy.path, key), key=key)
    assert journal.settings.id == ours[0].settings.id
    set_password(journal, OTHER)
    add_photo(journal, b"only theirs")
    place = begun(journal, tmp_path / "stick")
    place.take(journal.safe.backups.make())
    return journal, place


def everything_in(place):
    return {
        path.relative_to(place.folder.path): path.read_bytes()
        for path in place.folder.path.rglob("*")
        if path.is_file()
    }


def test_each_brings_a_copy_a_day_whatever_the_other_does(journals, ours, theirs):
    child = next(iter(ours[0].family().children))
    for day in range(9):
        journals.clock.forward(hours=25)
        theirs[1].take_if_due([theirs[0].safe.backups.make()], go_on)
        journals.clock.forward(minutes=30)
        ours[0].records.save(note(child, f"Only here {day}"))
        ours[1].take_if_due([ours[0].safe.backups.make()], go_on)
    mine = ours[1].folder.copies()
    assert len(mine) == 10
    assert {begins_with(one.path) for one in mine} == {salt_of(ours[0]._store.key)}


def test_a_copy_of_another_key_is_no_copy_of_today(journals, ours):
    journal, place = ours
    take_password_away(journal)
    set_password(journal, OTHER)
    assert place.is_due(journals.clock())
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert len(place.copies()) == 2


def test_all_that_lie_there_can_be_brought_back_ours_first(journals, ours, theirs):
    _, place = ours
    assert [copy.path.parent for copy in place.copies()] == [
        place.folder.path,
        theirs[1].folder.path,
    ]
    fresh = journals.new("fresh")
    restoring = fresh.safe.backups.restoring
    their_copy = place.copies()[-1].path
    key = restoring.key_for(their_copy, OTHER)
    look = restoring.look(their_copy, key)
    assert look.media.back
    restoring.restore(their_copy, look, key=key)
    assert texts_in(fresh) == texts_in(theirs[0])


def test_what_is_deleted_for_good_here_takes_nothing_of_theirs(ours, theirs):
    journal, place = ours
    before = everything_in(theirs[1])
    deleted_note(journal, next(iter(journal.family().children)))
    place.take(journal.safe.backups.make())
    purge(journal, journal.safe.purging.of_bin())
    copies = journal.safe.purging.copies([place])
    assert {copy.path.parent for copy in copies} == {journal.folder / "backups", place.folder.path}
    journal.safe.purging.drop_copies(copies, [place])
    assert everything_in(theirs[1]) == before
    place.take(journal.safe.backups.make())
    place.follow_password()
    assert everything_in(theirs[1]) == before


class TestCopiesOfAnEarlierKey:
    """The journal lost its password once, and got another: what is older may hold anything."""

    @pytest.fixture
    def place(self, journal, tmp_path):
        """The second place with a copy and a photo of the earlier key."""
        planned(journal)
        add_photo(journal, b"of before")
        set_password_only(journal)
        place = begun(journal, tmp_path / "stick")
        place.take(journal.safe.backups.make())
        take_password_away(journal)
        set_password_only(journal)
        return place

    @pytest.fixture
    def lying(self, journal, place):
        """Return the call that tells in how many places a photo lies that was deleted for good."""
        made = add_photo(journal, b"deleted for good", "gone.jpg")
        names = journal._store.own_media().names(made.sha256)
        place.take(journal.safe.backups.make())
        journal.media.remove(made)
        journal.media.delete_for_good(made)
        folders = (journal.folder / "backups" / "media", place.folder.media)
        return lambda: sum((folder / name).exists() for folder in folders for name in names)

    @pytest.fixture
    def copies(self, journal, place, lying):
        """All copies that hold it or may: here, and at the second place."""
        assert lying() == 2
        return journal.safe.purging.copies([place])

    def test_a_photo_deleted_for_good_goes_all_the_same(self, journal, place, copies, lying):
        sure = [copy for copy in copies if copy.sure]
        others = files(place.folder.media)
        journal.safe.purging.drop_copies(sure, [place])
        assert [copy.sure for copy in journal.safe.purging.copies([place])] == [False]
        assert lying() == 0
        assert len(files(place.folder.media)) == len(others) - 1

    def test_it_stays_while_a_copy_stays_that_surely_holds_it(self, journal, place, copies, lying):
        journal.safe.purging.drop_copies([copy for copy in copies if not copy.sure], [place])
        assert lying() == 2

    def test_it_stays_while_a_copy_of_this_key_stays_that_is_damaged(
        self, journal, place, copies, lying
    ):
        sure = [copy for copy in copies if copy.sure]
        damaged = next(one.path for one in sure if one.path.parent == place.folder.path)
        with damaged.open("r+b") as file:
            file.seek(16)
            file.write(bytes(damaged.stat().st_size))
        journal.safe.purging.drop_copies([one for one in sure if one.path != damaged], [place])
        assert lying() == 2

    def test_what_lies_plain_goes_unless_a_plain_copy_cannot_be_looked_into(
        self, journal, place, copies
    ):
        loose = journal.folder / "backups" / "media" / ("a" * 64)
        loose.write_bytes(b"plain")
        damaged = journal.folder / "backups" / "00000090-20260310T203000Z.hj"
        damaged.write_bytes(b"SQLite format 3\0" + bytes(5000))
        sure = [copy for copy in copies if copy.sure]
        journal.safe.purging.drop_copies(sure, [place])
        assert loose.exists()
        damaged.unlink()
        journal.safe.purging.drop_copies(sure, [place])
        assert not loose.exists()

    def test_after_a_loss_the_last_full_copy_of_it_stays(self, journals, tmp_path):
        journal = journals.new("lost")
        notes = a_family(journal)
        journal.records.save(*(note(notes[0].child, f"Note {one}") for one in range(60)))
        set_password_only(journal)
        place = begun(journal, tmp_path / "lost stick")
        full = []
        for _ in range(3):
            journals.clock.forward(minutes=5)
            full.append(place.take(journal.safe.backups.make()))
        take_password_away(journal)
        journal.records.delete(*(one.id for one in notes))
        set_password(journal)
        for _ in range(16):
            journals.clock.forward(minutes=5)
            place.take(journal.safe.backups.make())
        assert all(one.path.exists() for one in full)
        assert len(place.copies()) < 16
