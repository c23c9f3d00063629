"""What is written can be read again without a difference, whatever the family typed."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import JournalSettings, WeekStart
from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.domain.records.children import Child
from homejournal.domain.records.codec import to_fields
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.people import Helper, Home
from homejournal.domain.records.plan import PlanStep
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import Envelope, Revision, canonical
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_json import read_journal_json, write_journal_json
from tests.domain.small import Small
from tests.family import day
from tests.records import families, records


def revision_of(record: Record, *parents: bytes, device: str | None = None) -> Revision:
    envelope = Envelope(
        kind=kind_of(record),
        record=record.id,
        parents=parents,
        device=device or str(uuid4()),
        at=datetime(2026, 3, 2, 9, tzinfo=UTC).isoformat(),
    )
    return envelope.seal(b"s" * 16, canonical(to_fields(record)))


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_kind_of_record_comes_back_as_it_was_written(kind, data):
    record = data.draw(records(kind))
    file = JournalFile(entries=(Entry(record),))

    assert read_journal_json(write_journal_json(file)) == file


@settings(max_examples=25, deadline=None)
@given(family=families(), through=st.dates(), week_start=st.sampled_from(WeekStart))
def test_a_whole_family_comes_back_and_is_written_the_same_again(family, through, week_start):
    home = next(record.id for record in family if isinstance(record, Home))
    file = JournalFile(
        settings=JournalSettings(id=uuid4(), week_start=week_start, home=home, example=True),
        home=home,
        through=through,
        entries=tuple(Entry(record, revision_of(record)) for record in family),
    )

    written = write_journal_json(file)
    read = read_journal_json(written)

    assert (read.settings, read.home, read.through) == (file.settings, home, through)
    assert set(map(_key, read.entries)) == set(map(_key, file.entries))
    assert write_journal_json(read) == written
    assert "elsewhere" not in json.loads(written)


def _key(entry: Entry) -> tuple[UUID, bytes, bytes | None]:
    revision = entry.revision or revision_of(entry.record)
    return entry.record.id, canonical(to_fields(entry.record)), revision.id


def test_two_versions_of_one_record_stand_beside_each_other():
    id_ = uuid4()
    here, there = (Child(id=id_, name=name) for name in ("Noa", "Noa Lee"))
    file = JournalFile(entries=(Entry(here, revision_of(here)), Entry(there, revision_of(there))))

    read = read_journal_json(write_journal_json(file))

    assert {entry.record for entry in read.entries} == {here, there}
    assert {entry.revision for entry in read.entries} == {e.revision for e in file.entries}


def test_a_revision_keeps_its_parents_and_the_device_it_came_from():
    child = Child(id=uuid4(), name="Noa", born=date(2024, 1, 1))
    made = revision_of(child, b"p" * 32, b"q" * 32, device="file")

    read = read_journal_json(write_journal_json(JournalFile(entries=(Entry(child, made),))))

    assert read.entries == (Entry(child, made),)


def test_content_changed_by_hand_under_its_old_revision_is_refused():
    child = Child(id=uuid4(), name="Noa")
    written = write_journal_json(JournalFile(entries=(Entry(child, revision_of(child)),)))

    with pytest.raises(ImportFaultsError) as refused:
        read_journal_json(written.replace(b'"Noa"', b'"Mia"'))

    assert [(fault.place, fault.what) for fault in refused.value.faults] == [
        ("children[0].rev", FaultKind.REVISION_DOES_NOT_FIT)
    ]


def test_a_record_that_is_named_but_not_in_the_file_is_told_so_that_the_file_can_be_read():
    helper = Helper(id=uuid4(), name="Grandma", home=uuid4())

    written = write_journal_json(JournalFile(entries=(Entry(helper),)))

    assert json.loads(written)["elsewhere"] == [{"id": str(helper.home), "kind": "home"}]
    assert read_journal_json(written).entries == (Entry(helper),)


def test_the_file_can_be_read_by_people_one_record_a_line():
    noa, mia = Child(id=uuid4(), name="Noa é 🐘 עברית"), Child(id=uuid4(), name="Mia")

    written = write_journal_json(JournalFile(entries=(Entry(noa), Entry(mia)))).decode()

    assert "Noa é 🐘 עברית" in written
    assert len([line for line in written.splitlines() if '"name"' in line]) == 2
    assert "null" not in written


def test_records_stand_in_the_order_of_their_days_and_steps_of_the_plan_of_their_beginnings():
    written = Small("1 1 1 1").child.records
    (step,) = (record for record in written if isinstance(record, PlanStep))
    steps = [replace(step, id=UUID(int=9 - number), from_day=day(number)) for number in (4, 2, 5)]
    entries = tuple(map(Entry, [*reversed(written), *steps]))
    told = json.loads(write_journal_json(JournalFile(entries=entries)))
    for name, field in (("practices", "day"), ("plan_steps", "from")):
        days = [record[field] for record in told[name]]
        assert days == sorted(days)
        assert len(set(days)) > 2


def test_a_file_of_a_home_whose_record_is_not_in_it_is_read_where_nothing_of_it_is_known():
    home = UUID(int=2)
    file = JournalFile(settings=JournalSettings(id=UUID(int=1), home=home), home=home)
    told = read_journal_json(write_journal_json(file))
    assert told.home == home
