"""The second place follows the journal's password: the one of before opens nothing there."""

import pytest

from homejournal.storage.file.backup_folder import keys_of
from tests.services.copied import go_on
from tests.services.passwords import (
    TYPED,
    WORD,
    opens,
    set_password,
    take_password_away,
    words_and_a_hand_out,
)

OTHER = "another four words here"


@pytest.fixture
def journal(journals):
    """An encrypted journal with a note and a hand-out."""
    journal = journals.new()
    words_and_a_hand_out(journal)
    set_password(journal)
    return journal


@pytest.fixture
def place(journal, place):
    """A second place with one copy and its hand-out."""
    place.take(journal.safe.backups.make())
    return place


def test_another_password_is_that_of_the_copies_there(journal, place):
    (copy,) = place.copies()
    journal.safe.password.change(OTHER, [place])
    assert opens(keys_of(copy.path), OTHER)
    assert not opens(keys_of(copy.path), TYPED)


def test_a_stick_that_was_away_follows_once_it_is_seen(journal, place):
    away = place.chosen.with_name("away")
    place.chosen.rename(away)
    journal.safe.password.change(OTHER, [place])
    place.take_if_due(journal.safe.backups.here(), go_on)
    away.rename(place.chosen)
    (copy,) = place.copies()
    assert opens(keys_of(copy.path), TYPED)
    place.take_if_due(journal.safe.backups.here(), go_on)
    assert place.copies() == [copy]
    assert opens(keys_of(copy.path), OTHER)
    assert not opens(keys_of(copy.path), TYPED)


def test_keys_of_today_are_not_written_again(journal, place):
    keys = keys_of(place.copies()[0].path)
    before = keys.stat()
    place.follow_password()
    assert (keys.stat().st_ino, keys.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_damaged_keys_of_the_journal_are_brought_nowhere(journal, place):
    (copy,) = place.copies()
    (journal.folder / "keys.json").write_text("{}")
    place.follow_password()
    assert opens(keys_of(copy.path), TYPED)


def test_the_copies_there_still_open_once_the_password_is_taken_away(journal, place):
    (copy,) = place.copies()
    take_password_away(journal)
    place.follow_password()
    assert opens(keys_of(copy.path), TYPED)


def test_what_was_begun_on_a_stick_that_was_pulled_out_goes_with_the_next_copy(journal, place):
    begun = [place.folder.path / ".new-00000002.hj", place.folder.media / f".new-{'a' * 64}"]
    for one in begun:
        one.write_text(WORD)
    place.take(journal.safe.backups.make())
    assert [one for one in begun if one.exists()] == []
