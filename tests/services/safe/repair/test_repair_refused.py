"""A repair where the disk refuses: nothing half is left, and nothing stands in its way."""

import resource
import shutil

import pytest

from homejournal.domain.errors import JournalError
from homejournal.storage.file.file_encryption import begins_plain
from tests.services.copied import a_family, files, go_on, texts_in
from tests.services.passwords import set_password
from tests.services.repairs import family, repair_of

__all__ = ["family"]


@pytest.fixture
def damaged(family):
    """The folder of a journal that lost its first page."""
    folder, _notes, raw = family
    (folder / "journal.hj").write_bytes(bytes(4096) + raw[4096:])
    return folder


@pytest.fixture
def little_room():
    """Return a function after which no file may become larger than some bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def leave(most):
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))

    yield leave
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_the_damaged_file_cannot_be_set_aside_no_half_of_it_stays(
    damaged, journals, little_room
):
    before = files(damaged)
    repair = repair_of(damaged, journals.clock)
    little_room(8192)
    with pytest.raises(JournalError):
        repair.prepare(go_on)
    assert not (damaged / "quarantine").exists()
    assert [file for file in files(damaged) if file != "journal.lock"] == [
        one for one in before if one != "journal.lock"
    ]


def test_what_was_set_aside_before_stays_then(damaged, journals, little_room):
    (damaged / "quarantine" / "before").mkdir(parents=True)
    (damaged / "quarantine" / "before" / "journal.hj").write_bytes(b"an older one")
    repair = repair_of(damaged, journals.clock)
    little_room(8192)
    with pytest.raises(JournalError):
        repair.prepare(go_on)
    assert files(damaged / "quarantine" / "before") == ["journal.hj"]
    assert [path.name for path in (damaged / "quarantine").iterdir()] == ["before"]


def test_it_can_be_left_though_what_was_built_cannot_be_removed(damaged, journals):
    repair = repair_of(damaged, journals.clock)
    report = repair.prepare(go_on)
    report.built.unlink()
    report.built.mkdir()
    repair.leave(report)
    assert not (damaged / "quarantine").exists()


def test_locked_keys_that_cannot_be_removed_hinder_no_journal_that_is_plain_now(journals):
    journal = journals.new()
    notes = {one.text for one in a_family(journal)}
    journal.safe.backups.make()
    set_password(journal)
    journal.safe.backups.make()
    journal.close()
    folder = journal.folder
    (folder / "journal.hj").write_bytes(b"")
    (folder / "keys.json").unlink()
    (folder / "keys.json").mkdir()
    repair = repair_of(folder, journals.clock)
    repair.without_password = True
    report = repair.prepare(go_on)
    assert report.loses_password
    repair.finish(report)
    assert begins_plain(folder / "journal.hj")
    shutil.rmtree(folder / "keys.json")
    assert texts_in(journals.again(folder.name)) == notes
