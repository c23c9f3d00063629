"""Damaged copies that lie plain at the second place, from before all of it was encrypted."""

import shutil

import pytest

from homejournal.domain.errors import DiskFullError, JournalMissingError
from homejournal.storage.file.backup_folder import keys_of
from tests.journals import note
from tests.killed import killed_at
from tests.services.copied import a_family, files, go_on
from tests.services.passwords import WORD, holding, set_password_only
from tests.services.safe.copies.test_second_place_stick import pulled_out


@pytest.fixture
def plain(journal, stick):
    """Return a damaged plain copy of the journal, which has a password since."""
    a_family(journal)
    child = next(iter(journal.family().children))
    journal.records.save(note(child, f"A {WORD}"))
    made = journal.safe.backups.make()
    kept = shutil.copy(made.path, stick.with_name("plain.hj"))
    set_password_only(journal)
    return kept


@pytest.fixture
def place(journal, stick, plain):
    place = journal.safe.backups.second_place(stick)
    place.begin()
    return place


def laid(place, plain, spoil):
    """Lay the damaged copy at the place, as an earlier homejournal did."""
    target = place.folder.path / "00000001-20260101T203000Z.hj"
    target.write_bytes(spoil(plain.read_bytes()))
    return target


def cut(data):
    return data[: len(data) * 3 // 4 // 4096 * 4096 + 77]


def without_beginning(data):
    return bytes(100) + data[100:]


def with_a_torn_middle(data):
    half = len(data) // 2 // 4096 * 4096
    return data[:half] + bytes(4096) + data[half + 4096 :]


SPOILED = (cut, without_beginning, with_a_torn_middle)


@pytest.mark.parametrize("spoil", SPOILED)
def test_it_is_found_once_it_could_not_be_encrypted_and_goes_when_asked(
    journal, place, plain, spoil
):
    target = laid(place, plain, spoil)
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert place.plain() == [target]
    dropped = place.drop_plain(journal.safe.backups.make(), go_on)
    assert dropped == (1, 0)
    assert place.plain() == []
    assert holding(place.chosen) == []
    assert len(place.copies()) == 1


def test_one_that_is_whole_is_encrypted_and_never_deleted(journal, place, plain):
    target = laid(place, plain, bytes)
    assert place.drop_plain(journal.safe.backups.make(), go_on) == (0, 0)
    assert target.exists()
    assert keys_of(target).is_file()
    assert place.plain() == []


@pytest.mark.parametrize("spoil", SPOILED)
def test_what_the_journal_has_not_keeps_it(journal, journals, place, spoil, tmp_path):
    other = journals.new("other")
    (first, *_) = a_family(other)
    other.records.save(*(note(first.child, f"Note {one}") for one in range(60)))
    other.close()
    target = laid(place, tmp_path / "other" / "journal.hj", spoil)
    assert place.drop_plain(journal.safe.backups.make(), go_on) == (0, 1)
    assert target.exists()


def test_a_whole_copy_is_brought_there_first(journal, place, plain):
    laid(place, plain, cut)
    assert place.drop_plain(journal.safe.backups.make(), go_on) == (1, 0)
    assert len(place.copies()) == 1


def test_a_damaged_newest_copy_there_is_none_to_rely_on(journal, place, plain):
    laid(place, plain, cut)
    newest = place.take(journal.safe.backups.make())
    newest.path.write_bytes(newest.path.read_bytes()[:9000])
    assert place.drop_plain(journal.safe.backups.make(), go_on) == (1, 0)
    assert len(place.copies()) == 2


def test_where_no_whole_one_can_go_there_it_stays(journal, place, plain, monkeypatch):
    def full(*_told):
        raise DiskFullError(place.folder.path)

    target = laid(place, plain, cut)
    monkeypatch.setattr("homejournal.storage.file.backup_folder._bring", full)
    with pytest.raises(DiskFullError):
        place.drop_plain(journal.safe.backups.make(), go_on)
    assert target.exists()


def test_on_a_full_stick_it_makes_room_where_a_whole_one_lies_there(
    journal, place, plain, monkeypatch
):
    def full(*_told):
        raise DiskFullError(place.folder.path)

    laid(place, plain, cut)
    place.take(journal.safe.backups.make())
    monkeypatch.setattr("homejournal.storage.file.backup_folder._bring", full)
    assert place.drop_plain(journal.safe.backups.make(), go_on) == (1, 0)


def test_stopped_or_pulled_out_nothing_goes(journal, place, plain):
    target = laid(place, plain, cut)
    place.take(journal.safe.backups.make())
    assert place.drop_plain(journal.safe.backups.make(), lambda: False) is None
    assert target.exists()
    place.chosen.rename(place.chosen.with_name("away"))
    with pytest.raises(JournalMissingError):
        place.drop_plain(journal.safe.backups.make(), go_on)


def test_empty_files_torn_encrypted_ones_and_noise_are_not_called_plain(journal, place, plain):
    taken = place.take(journal.safe.backups.make())
    empty = place.folder.path / "00000007-20260101T203000Z.hj"
    empty.write_bytes(b"")
    taken.path.write_bytes(taken.path.read_bytes()[:777])
    assert place.plain() == []


def test_before_there_is_a_folder_of_this_computer_none_is_told(journal, stick, plain):
    place = journal.safe.backups.second_place(stick)
    before = stick / f"homejournal-{str(journal.settings.id)[:8]}"
    before.mkdir()
    shutil.copy(plain, before / "00000001-20260101T203000Z.hj")
    assert place.plain() == []


@pytest.mark.parametrize("after", range(2))
def test_pulled_out_while_it_is_looked_into_it_is_said_so(journal, place, plain, after):
    laid(place, plain, cut)
    place.take(journal.safe.backups.make())
    out = pulled_out(place, after=after)

    def goes_on():
        out()
        return True

    with pytest.raises(JournalMissingError):
        place.drop_plain(journal.safe.backups.here()[0], goes_on)
    assert (place.chosen.with_name("pulled out") / place.folder.path.name).is_dir()


def test_killed_while_it_goes_no_whole_copy_is_touched_and_nothing_stays_half(
    journal, place, plain, tmp_path
):
    laid(place, plain, cut)
    place.take(journal.safe.backups.make())
    backup, kept, step, killed = journal.safe.backups.here()[0], tmp_path / "kept", 0, True
    shutil.copytree(place.chosen, kept)
    while killed:
        step += 1
        shutil.rmtree(place.chosen)
        shutil.copytree(kept, place.chosen)
        killed = killed_at(step, lambda: place.drop_plain(backup, go_on))
        assert place.drop_plain(backup, go_on).kept == 0
        (whole,) = place.copies()
        assert set(files(place.folder.path)) == {whole.path.name, keys_of(whole.path).name}
    assert step > 3


def test_one_that_is_torn_in_the_middle_stops_no_other_copy_here_either(journal, plain):
    torn = journal.folder / "backups" / "00000090-20260310T203000Z.hj"
    torn.write_bytes(with_a_torn_middle(plain.read_bytes()))
    shutil.copy(plain, torn.with_name("00000091-20260310T203000Z.hj"))
    assert journal.safe.plain_copies.encrypt(go_on) == 1
    assert journal.safe.plain_copies.found() == [torn]


def test_a_copy_with_keys_is_not_opened_to_tell_and_loses_keys_that_a_kill_left(
    journal, place, plain
):
    target = laid(place, plain, cut)
    keys_of(target).write_text("{}", encoding="utf-8")
    assert place.plain() == []
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert not keys_of(target).exists()
    assert place.plain() == [target]
