"""What other homes ask to delete, and what the family answered, stands after a repair as before."""

import shutil
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
import sqlcipher3

from homejournal.domain.records.record import Kind
from homejournal.storage.records.settings_and_drafts import rows_written
from tests.damages import lose_heads
from tests.golden import make
from tests.journals import revisions
from tests.services.copied import a_family
from tests.services.repairs import copy_of, repaired

OLD = Path(make.__file__).parent


@pytest.fixture
def asked(journals):
    """A closed journal with a request that was declined and an open one, and who asks."""
    journal = journals.new()
    notes = a_family(journal)
    ids = {
        revision.told().record: revision.id
        for revision in revisions(journal)
        if revision.told().record in {notes[0].id, notes[1].id}
    }
    declined, waiting = uuid4(), uuid4()
    purging = journal.safe.purging
    purging.request([ids[notes[0].id]], declined)
    purging.decline(declined)
    purging.request([ids[notes[1].id]], waiting)
    journal.close()
    return journal.folder, ids[notes[0].id], declined, waiting


@pytest.fixture
def asked_by_two(asked, journals):
    """The same, and who waits asks for the declined entry, too."""
    folder, kept, _, waiting = asked
    journal = journals.again(folder.name)
    journal.safe.purging.request([kept], waiting)
    journal.close()
    return asked


def asking(journal):
    return {request.home: request.counts for request in journal.safe.purging.requests()}


def change(folder, statement):
    with closing(sqlcipher3.connect(folder / "journal.hj")) as file, file:
        file.execute(statement)


def test_one_that_was_declined_is_not_asked_again(asked, journals):
    folder, kept, declined, waiting = asked
    copy_of(folder, journals)
    (folder / "journal.hj").unlink()
    found, _ = repaired(folder, journals)
    assert [request.home for request in found.safe.purging.requests()] == [waiting]
    found.safe.purging.request([kept], declined)
    assert [request.home for request in found.safe.purging.requests()] == [waiting]


def test_an_answer_in_a_copy_counts_and_what_does_not_read_is_left_out(asked, journals):
    folder, _, _, waiting = asked
    copy_of(folder, journals)
    change(folder, "UPDATE purge_asked SET declined = 0")
    change(
        folder,
        "INSERT INTO purge_asked SELECT id, x'02', 0 FROM revision "
        "WHERE fields IS NOT NULL AND id NOT IN (SELECT id FROM purge_asked) LIMIT 1",
    )
    lose_heads(folder)
    found, _ = repaired(folder, journals)
    assert [request.home for request in found.safe.purging.requests()] == [waiting]


def test_a_request_that_a_disk_changed_hinders_no_other(asked, journals):
    folder, _, _, waiting = asked
    change(folder, "UPDATE purge_asked SET home = x'02', declined = 0 WHERE declined = 1")
    found = journals.again(folder.name)
    assert [request.home for request in found.safe.purging.requests()] == [waiting]


def test_an_answer_to_one_home_is_none_to_another(asked_by_two, journals):
    folder, kept, declined, waiting = asked_by_two
    copy_of(folder, journals)
    (folder / "journal.hj").unlink()
    found, _ = repaired(folder, journals)
    assert asking(found) == {waiting: {Kind.NOTE: 2}}
    found.safe.purging.request([kept], declined)
    assert asking(found) == {waiting: {Kind.NOTE: 2}}


def test_what_the_journal_and_a_copy_hold_of_two_homes_comes_together(asked, journals):
    folder, kept, declined, waiting = asked
    copy_of(folder, journals)
    journal = journals.again(folder.name)
    with journal._store.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM purge_asked WHERE declined = 1")
        rows_written(connection, "purge_asked")
    journal.safe.purging.request([kept], waiting)
    journal.close()
    lose_heads(folder)
    found, _ = repaired(folder, journals)
    found.safe.purging.request([kept], declined)
    assert asking(found) == {waiting: {Kind.NOTE: 2}}


def test_one_of_before_each_home_was_heard_keeps_its_requests(tmp_path, journals):
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(OLD / "schema-2-asked.hj", folder / "journal.hj")
    lose_heads(folder)
    found, _ = repaired(folder, journals)
    assert asking(found) == {
        make.ASKING[1]: {Kind.NOTE: 1},
        make.ASKING[2]: {Kind.DAY_MARK: 1},
    }
    make.ask(found)
    assert asking(found) == {
        make.ASKING[1]: {Kind.NOTE: 2},
        make.ASKING[2]: {Kind.DAY_MARK: 1, Kind.NOTE: 1},
    }
