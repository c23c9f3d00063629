"""The second place follows the journal's password: nothing stays plain there, no old one opens."""

import pytest

from homejournal.domain.errors import WrongPasswordError
from homejournal.storage.backup_folder import keys_of
from homejournal.storage.gathering import gather
from homejournal.storage.key_slots import key_by_password
from homejournal.storage.keys_file import read_keys
from tests.services.copied import go_on
from tests.services.passwords import TYPED, WORD, set_password, words_and_a_hand_out

OTHER = "another four words here"


@pytest.fixture
def journal(journals):
    """A plain journal with a note and a hand-out."""
    journal = journals.new()
    words_and_a_hand_out(journal)
    return journal


@pytest.fixture
def place(journal, tmp_path):
    """A second place with one plain copy and its hand-out."""
    stick = tmp_path / "stick"
    stick.mkdir()
    place = journal.safe.backups.second_place(stick)
    place.begin()
    place.take(journal.safe.backups.make())
    return place


def holding(place):
    files = [one for one in place.chosen.rglob("*") if one.is_file()]
    return sorted(one.name for one in files if WORD.encode() in one.read_bytes())


def opens(copy, password):
    try:
        key_by_password(read_keys(keys_of(copy)), password, copy.parent)
    except WrongPasswordError:
        return False
    return True


def test_plain_copies_there_are_found_and_encrypted(journal, place):
    set_password(journal)
    (copy,) = place.copies()
    plain = journal.safe.plain_copies
    assert copy.path not in plain.found()
    assert plain.found([place])[-1] == copy.path
    held = len(gather(copy.path).revisions)
    assert plain.encrypt(go_on, [place]) == len(journal.safe.backups.here()) + 1
    assert plain.found([place]) == holding(place) == []
    assert len(gather(copy.path, journal._store.key).revisions) == held
    assert opens(copy.path, TYPED)


def test_plain_copies_there_can_be_deleted(journal, place):
    set_password(journal)
    assert journal.safe.plain_copies.drop([place]) == len(journal.safe.backups.here()) + 2
    assert place.copies() == holding(place) == []


def test_another_password_is_that_of_the_copies_there(journal, place):
    set_password(journal)
    journal.safe.plain_copies.encrypt(go_on, [place])
    (copy,) = place.copies()
    journal.safe.password.change(OTHER, [place])
    assert opens(copy.path, OTHER)
    assert not opens(copy.path, TYPED)


def test_a_stick_that_was_away_follows_once_it_is_seen(journal, place):
    away = place.chosen.with_name("away")
    place.chosen.rename(away)
    set_password(journal)
    journal.safe.plain_copies.encrypt(go_on, [place])
    journal.safe.password.change(OTHER, [place])
    place.take_if_due(journal.safe.backups.here(), go_on)
    away.rename(place.chosen)
    (copy,) = place.copies()
    stopped = holding(place)
    place.follow_password(lambda: False)
    assert holding(place) == stopped != []
    place.take_if_due(journal.safe.backups.here(), go_on)
    assert place.copies() == [copy]
    assert holding(place) == []
    assert opens(copy.path, OTHER)


def test_keys_there_follow_a_password_that_was_changed_meanwhile(journal, place):
    set_password(journal)
    journal.safe.plain_copies.encrypt(go_on, [place])
    journal.safe.password.change(OTHER)
    (copy,) = place.copies()
    place.take_if_due(journal.safe.backups.here(), go_on)
    assert opens(copy.path, OTHER)
    assert not opens(copy.path, TYPED)


def test_keys_of_today_are_not_written_again(journal, place):
    set_password(journal)
    journal.safe.plain_copies.encrypt(go_on, [place])
    keys = keys_of(place.copies()[0].path)
    before = keys.stat()
    place.follow_password(go_on)
    assert (keys.stat().st_ino, keys.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_damaged_keys_of_the_journal_are_brought_nowhere(journal, place):
    set_password(journal)
    journal.safe.plain_copies.encrypt(go_on, [place])
    (copy,) = place.copies()
    (journal.folder / "keys.json").write_text("{}")
    place.follow_password(go_on)
    assert opens(copy.path, TYPED)


def test_a_plain_journal_leaves_its_copies_plain(journal, place):
    place.follow_password(go_on)
    assert len(holding(place)) == 2


def test_what_was_begun_on_a_stick_that_was_pulled_out_goes_with_the_next_copy(journal, place):
    begun = [place.folder.path / ".new-00000002.hj", place.folder.media / f".new-{'a' * 64}"]
    for one in begun:
        one.write_text(WORD)
    place.take(journal.safe.backups.make())
    assert [one for one in begun if one.exists()] == []
