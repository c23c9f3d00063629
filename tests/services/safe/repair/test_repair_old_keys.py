"""Repair with copies from before the journal had another password, or none: they may hold more."""

import pytest

from homejournal.domain.errors import KeysDamagedError, PasswordNeededError, WrongPasswordError
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.storage.file.file_encryption import begins_plain
from homejournal.storage.keys.keys_file import secret_of
from tests.journals import DEVICE, planned
from tests.services.copied import a_family, go_on, texts_in
from tests.services.passwords import TYPED, set_password, set_password_only, take_password_away
from tests.services.photos import PHOTO, add_photo
from tests.services.repairs import repair_of, show

OTHER = "another four words here"


def without_plain_copies(folder):
    for copy in (folder / "backups").glob("*.hj"):
        if begins_plain(copy):
            copy.unlink()


def lose(folder, said):
    """Change one note in a plain journal's file, so that its hash no longer proves it."""
    file = folder / "journal.hj"
    file.write_bytes(file.read_bytes().replace(said.text.encode(), b"x" * len(said.text)))


@pytest.fixture
def plain(journals, tmp_path):
    """A plain journal that lost a note; two copies of before hold it, one of them on a stick."""
    journal = journals.new()
    notes = a_family(journal)
    set_password_only(journal)
    secret = secret_of(journal._store.key)
    (tmp_path / "stick").mkdir()
    place = journal.safe.backups.second_place(tmp_path / "stick")
    place.begin()
    place.take(journal.safe.backups.make())
    take_password_away(journal)
    without_plain_copies(journal.folder)
    journal.close()
    lose(journal.folder, notes[0])
    return journal.folder, notes, place.copies(), secret


def finished(repair, report, journals, folder, key=None):
    repair.finish(report)
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert found.files.check().is_sound
    return found


def test_what_copies_of_before_hold_is_not_said_to_be_nowhere(plain, journals):
    folder, _, more, _ = plain
    repair = repair_of(folder, journals.clock)
    show(repair, more)
    report = repair.prepare(go_on)
    assert (report.lost, report.locked) == (1, 2)
    repair.leave(report)


@pytest.mark.parametrize("by_sheet", [False, True])
def test_it_comes_once_they_are_opened_and_the_journal_stays_plain(plain, journals, by_sheet):
    folder, notes, more, secret = plain
    repair = repair_of(folder, journals.clock)
    show(repair, more)
    repair.leave(repair.prepare(go_on))
    repair.unlock(" ".join(groups_of(secret)) if by_sheet else TYPED)
    report = repair.prepare(go_on)
    assert (report.lost, report.locked) == (0, 0)
    assert begins_plain(report.built)
    found = finished(repair, report, journals, folder)
    assert texts_in(found) == {note.text for note in notes}


def test_one_that_is_damaged_is_not_told_as_locked(plain, journals):
    folder, _, more, _ = plain
    damaged = folder / "backups" / "00000090-20260310T203000Z.hj"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(5000))
    repair = repair_of(folder, journals.clock)
    show(repair, more)
    report = repair.prepare(go_on)
    assert report.locked == 2
    repair.leave(report)


def test_copies_on_a_stick_alone_open_once_they_were_looked_at(plain, journals):
    folder, notes, more, _ = plain
    for path in (folder / "backups").iterdir():
        if path.is_file():
            path.unlink()
    repair = repair_of(folder, journals.clock)
    with pytest.raises(KeysDamagedError):
        repair.unlock(TYPED)
    show(repair, more)
    repair.leave(repair.prepare(go_on))
    with pytest.raises(WrongPasswordError):
        repair.unlock("no word of ours")
    repair.unlock(TYPED)
    repair.unlock(TYPED)
    report = repair.prepare(go_on)
    assert (report.lost, report.locked) == (0, 0)
    assert texts_in(finished(repair, report, journals, folder)) == {note.text for note in notes}


@pytest.fixture
def turned(journals):
    """A journal with its second password and a damaged file; a copy has the first one."""
    journal = journals.new()
    notes = a_family(journal)
    set_password_only(journal)
    first = journal._store.key
    journal.safe.backups.make()
    take_password_away(journal)
    set_password(journal, OTHER)
    without_plain_copies(journal.folder)
    second = journal._store.key
    journal.close()
    file = journal.folder / "journal.hj"
    raw = file.read_bytes()
    half = len(raw) // 4096 // 2 * 4096
    file.write_bytes(raw[:half] + bytes(2 * 4096) + raw[half + 2 * 4096 :])
    return journal.folder, notes, first, second


def test_a_copy_of_before_never_gives_the_journal_its_key(turned, journals):
    folder, notes, first, second = turned
    repair = repair_of(folder, journals.clock)
    repair.unlock(TYPED)
    with pytest.raises(PasswordNeededError):
        repair.prepare(go_on)
    repair.unlock(OTHER)
    report = repair.prepare(go_on)
    assert report.locked == 0
    found = finished(repair, report, journals, folder, second)
    assert texts_in(found) == {note.text for note in notes}
    assert first != second


def test_the_right_password_alone_leaves_the_copy_of_before_locked(turned, journals):
    folder, _, _, second = turned
    repair = repair_of(folder, journals.clock, second)
    report = repair.prepare(go_on)
    assert report.locked == 1
    repair.leave(report)


def test_the_sheet_of_a_journal_of_which_no_page_reads_opens_its_copies(turned, journals):
    folder, notes, first, _ = turned
    (folder / "journal.hj").unlink()
    (folder / "keys.json").unlink()
    repair = repair_of(folder, journals.clock)
    repair.unlock(" ".join(groups_of(secret_of(first))))
    found = finished(repair, repair.prepare(go_on), journals, folder, first)
    assert texts_in(found) == {note.text for note in notes}


class TestPhotos:
    @pytest.fixture
    def lost(self, journals, tmp_path):
        """A plain, whole journal without two photos: one lies sealed on a stick, one plain here."""
        journal = journals.new()
        planned(journal)
        sealed = add_photo(journal)
        set_password_only(journal)
        (tmp_path / "stick").mkdir()
        place = journal.safe.backups.second_place(tmp_path / "stick")
        place.begin()
        place.take(journal.safe.backups.make())
        take_password_away(journal)
        plain = add_photo(journal, b"plain", "plain.jpg")
        journal.safe.backups.make()
        for one in (sealed, plain):
            journal._store.own_media().path(one.sha256).unlink()
        (journal.folder / "backups" / "media" / sealed.sha256).unlink()
        journal.close()
        return journal.folder, place.copies(), sealed, plain

    def test_one_that_lies_sealed_may_lie_in_a_locked_copy_and_comes_from_it(self, lost, journals):
        folder, more, sealed, plain = lost
        repair = repair_of(folder, journals.clock)
        show(repair, more)
        report = repair.prepare(go_on)
        assert report.built is None
        assert report.media.gone.keys() == {sealed.sha256}
        assert report.locked == 2
        repair.leave(report)
        repair.unlock(TYPED)
        report = repair.prepare(go_on)
        assert report.media.back.keys() == {sealed.sha256, plain.sha256}
        assert report.locked == 0
        found = finished(repair, report, journals, folder)
        assert found.media.read(sealed) == PHOTO
