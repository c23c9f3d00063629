"""Which shared folders a copy tells of that this journal knows nothing of."""

import pytest

from homejournal.domain.sharing.outgoing import Audience


@pytest.fixture
def shared(journal, tmp_path):
    """Share a folder; return what this computer keeps of it."""
    folder, computer = tmp_path / "cloud", tmp_path / "settings"
    folder.mkdir(), computer.mkdir()
    return journal.safe.sharing.begin(Audience.OWN, folder, computer), computer


def settings_in_a_copy(journal):
    backups = journal.safe.backups
    return backups.restoring.look(backups.make().path).settings


def test_a_new_journal_has_none_of_them(journal, journals, shared):
    fresh = journals.new("fresh")
    assert fresh.safe.sharing.unknown_sharings(settings_in_a_copy(journal)) == 1


def test_the_journal_itself_has_all_of_them(journal, shared):
    assert journal.safe.sharing.unknown_sharings(settings_in_a_copy(journal)) == 0


def test_one_that_was_ended_here_is_not_missed(journal, shared):
    told = settings_in_a_copy(journal)
    journal.safe.sharing.end(*shared)
    assert journal.safe.sharing.unknown_sharings(told) == 0


def test_a_copy_without_a_folder_misses_nothing(journal, journals):
    assert journals.new("fresh").safe.sharing.unknown_sharings(settings_in_a_copy(journal)) == 0
