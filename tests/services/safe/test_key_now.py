"""The key that a session knows, for going on after its journal was repaired."""

import os

from tests.services.passwords import set_password


def test_a_journal_without_a_password_has_none(journal):
    assert journal.safe.key_now is None


def test_it_is_known_also_once_the_window_is_closed(journal):
    set_password(journal)
    key = journal._store.key
    assert journal.safe.key_now == key
    journal.close()
    assert journal.safe.key_now == key


def test_a_locked_journal_has_forgotten_it(journal):
    set_password(journal)
    journal.safe.password.lock_up()
    assert journal.safe.key_now is None


def test_it_counts_no_more_where_the_file_is_another_one_or_gone(journal):
    set_password(journal)
    journal.close()
    file = journal.folder / "journal.hj"
    file.write_bytes(os.urandom(8192))
    assert journal.safe.key_now is None
    file.unlink()
    assert journal.safe.key_now is None
