"""Random families of every kind of record come out of a journal as they went in."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from hypothesis import HealthCheck, given, settings

from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import read_journal_json, write_journal_json
from homejournal.services.opening import create_journal
from tests.records import families


def noon():
    return datetime(2026, 6, 28, 12, tzinfo=UTC)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(family=families(most=2))
def test_a_random_family_is_taken_in_whole_and_only_once(family):
    data = write_journal_json(JournalFile(entries=tuple(Entry(record) for record in family)))
    with tempfile.TemporaryDirectory() as folder:
        journal = create_journal(Path(folder) / "journal", clock=noon, device=uuid4())
        try:
            taken = journal.files.import_json(data)
            again = journal.files.import_json(data)
            out = journal.files.export_json()
            from_itself = journal.files.import_json(out)
            report = journal.files.check()
        finally:
            journal.close()

    ids = [record.id for record in family]
    assert sum(taken.added.values()) == len(ids)
    assert (again.added, from_itself.added) == ({}, {})
    assert {e.record.id: e.record for e in read_journal_json(out).entries} == dict(
        zip(ids, family, strict=True)
    )
    assert report.is_sound
