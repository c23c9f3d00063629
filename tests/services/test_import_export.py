"""A journal as JSON, out and in again."""

import gc
import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.errors import ImportFaultsError, JournalDamagedError, Reason
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.people import Home
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import FROM_FILE
from tests import records
from tests.journals import (
    ELSEWHERE,
    TODAY,
    Opened,
    child,
    mark,
    note,
    planned,
    practice,
    practices_on,
    private_note,
    projection,
    revisions,
    take_in,
)


def plain(data: bytes, *, without: str = "") -> bytes:
    """Return a file as somebody else would write it: without envelopes."""
    told = json.loads(data)
    for part in told.values():
        for record in part if isinstance(part, list) else ():
            record.pop("rev", None)
    told.pop(without, None)
    return json.dumps(told).encode()


def filled(journal):
    of, what = planned(journal)
    done = practice(what)
    journal.records.save(done, note(of, practice=done.id), private_note(of), mark(of))
    return of, what, done


def test_an_export_taken_in_elsewhere_makes_the_same_journal_and_export(journals):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    data = here.files.export_json()
    taken = there.files.import_json(data)
    assert taken.added[Kind.PRACTICE] == 1
    assert sum(taken.added.values()) == 7
    assert projection(here.folder) == projection(there.folder)
    assert json.loads(there.files.export_json()) | {"journal": 0} == json.loads(data) | {
        "journal": 0
    }
    assert there.files.check().is_sound


def test_taking_in_the_same_file_again_adds_nothing(journals):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    data = here.files.export_json()
    for file in (data, plain(data)):
        there.files.import_json(file)
        before = len(revisions(there))
        again = there.files.import_json(file)
        assert (again.change.moves, again.added) == ((), {})
        assert len(revisions(there)) == before


def test_a_file_without_envelopes_makes_the_same_revisions_wherever_it_is_taken_in(journals):
    source, here, there = (journals.new(name) for name in ("source", "here", "there"))
    filled(source)
    data = plain(source.files.export_json())
    here.files.import_json(data)
    there.files.import_json(data)
    assert [revision.id for revision in revisions(here)] == [
        revision.id for revision in revisions(there)
    ]
    assert {revision.told().device for revision in revisions(here)} == {FROM_FILE}


def test_other_content_under_a_known_id_is_one_more_version(journals):
    here = journals.new("here")
    of, _, done = filled(here)
    data = json.loads(plain(here.files.export_json()))
    data["practices"][0]["rating"] = 4
    added = here.files.import_json(json.dumps(data).encode()).added
    assert added == {Kind.PRACTICE: 1}
    entry = next(
        one for one in here.timeline.page(EntryFilter(child=of.id)) if one.record.id == done.id
    )
    assert entry.versions == 2


def test_a_taken_in_file_is_one_step_that_can_be_taken_back(journals):
    here, there = journals.new("here"), journals.new("there")
    of, _, done = filled(here)
    taken = there.files.import_json(here.files.export_json())
    back = there.undo(taken.change)
    assert there.family().children == {}
    there.undo(back)
    assert practices_on(there, of) == (done,)


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.99])
def test_a_file_cut_in_the_middle_changes_nothing(journals, cut):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    data = here.files.export_json()
    with pytest.raises(ImportFaultsError):
        there.files.import_json(data[: int(len(data) * cut)])
    assert revisions(there) == []


def test_all_faults_are_told_and_nothing_is_taken(journals):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    data = json.loads(plain(here.files.export_json()))
    data["practices"][0]["day"] = "yesterday"
    data["notes"][0]["text"] = ""
    with pytest.raises(ImportFaultsError) as told:
        there.files.import_json(json.dumps(data).encode())
    assert {fault.place for fault in told.value.faults} == {"practices[0].day", "notes[0].text"}
    assert revisions(there) == []


def test_a_part_may_name_what_stands_in_the_journal_already(journals):
    here = journals.new("here")
    of, what, _ = filled(here)
    part = {
        "format": "homejournal",
        "schema": 1,
        "practices": [{"id": str(uuid4()), "strategy": str(what.id), "day": "2026-03-09"}],
    }
    here.files.import_json(json.dumps(part).encode())
    assert len(practices_on(here, of, date(2026, 3, 9))) == 1
    part["practices"][0] |= {"id": str(uuid4()), "strategy": str(of.id)}
    with pytest.raises(ImportFaultsError):
        here.files.import_json(json.dumps(part).encode())
    part["practices"][0]["strategy"] = str(uuid4())
    with pytest.raises(ImportFaultsError):
        here.files.import_json(json.dumps(part).encode())


def test_both_versions_leave_and_arrive(journals):
    here, there, third = (journals.new(name, uuid4()) for name in ("here", "there", "third"))
    of, _, done = filled(here)
    take_in(there, revisions(here))
    here.records.save(replace(done, rating=3))
    there.records.save(replace(done, rating=4))
    take_in(here, revisions(there))
    third.files.import_json(here.files.export_json())
    shown = [one.timeline.page(EntryFilter(child=of.id)) for one in (here, third)]
    assert {e.record.id: e.versions for e in shown[0]} == {
        e.record.id: e.versions for e in shown[1]
    }
    assert practices_on(here, of) == practices_on(third, of)


def test_what_was_deleted_does_not_leave(journals):
    here = journals.new("here")
    of, _, done = filled(here)
    here.records.delete(done.id)
    told = json.loads(here.files.export_json())
    assert "practices" not in told
    assert of.name in json.dumps(told)


def test_a_birthday_in_the_future_is_refused_with_its_place(journal):
    today = journal.today()
    born = {"id": str(uuid4()), "name": "Ana", "born": (today + timedelta(days=2)).isoformat()}
    tomorrow = {"id": str(uuid4()), "name": "Bo", "born": (today + timedelta(days=1)).isoformat()}
    told = {"format": "homejournal", "schema": 1, "children": [tomorrow, born]}
    with pytest.raises(ImportFaultsError) as refused:
        journal.files.import_json(json.dumps(told).encode())
    (fault,) = refused.value.faults
    assert (fault.place, fault.what) == ("children[1].born", Reason.IN_THE_FUTURE)
    assert not journal.family().children


class TestSettings:
    def test_a_new_journal_counts_days_as_its_first_file_does(self, journals):
        here, there = journals.new("here"), journals.new("there")
        home = Home(id=uuid4(), name="Ours")
        here.records.save(home, child())
        settings = replace(here.settings, week_start=WeekStart.SUNDAY, home=home.id)
        here.change_settings(settings)
        mine = there.settings.id
        there.files.import_json(here.files.export_json())
        taken = replace(settings, id=mine)
        assert there.settings == taken
        there.close()
        assert journals.again("there").settings == taken

    def test_a_familys_own_journal_never_becomes_an_example(self, journals):
        here, there, third = journals.new("here"), journals.new("there"), journals.new("third")
        here.records.save(child())
        here.change_settings(replace(here.settings, example=True))
        there.files.import_json(here.files.export_json())
        assert there.family().children
        assert not there.settings.example
        made = here.safe.backups.make()
        restoring = third.safe.backups.restoring
        restoring.restore(made.path, restoring.look(made.path))
        assert third.family().children
        assert not third.settings.example

    def test_a_journal_with_entries_keeps_its_settings(self, journals):
        here, there = journals.new("here"), journals.new("there")
        here.change_settings(replace(here.settings, week_start=WeekStart.SUNDAY))
        here.records.save(child())
        there.records.save(child())
        before = there.settings
        there.files.import_json(here.files.export_json())
        assert there.settings == before

    def test_how_far_another_homes_file_reaches_is_remembered(self, journals):
        here, there = journals.new("here"), journals.new("there", ELSEWHERE)
        of, _, _ = filled(here)
        home = Home(id=uuid4(), name="Theirs")
        take_in(there, revisions(here))
        there.records.save(home)
        there.change_settings(replace(there.settings, home=home.id))
        reach = f"coverage:{home.id}"
        farthest = TODAY + timedelta(days=3)
        healed = TODAY + timedelta(days=1)  # once the clock is right, no day to come is told
        for forward, expected in ((0, TODAY), (3, farthest), (-1, farthest), (-1, healed)):
            journals.clock.forward(days=forward)
            here.files.import_json(there.files.export_json())
            assert here._store.meta()[reach] == expected.isoformat()
        there.files.import_json(there.files.export_json())
        assert reach not in there._store.meta()
        assert of.id in here.family().children

    def test_a_plain_file_without_settings_leaves_them(self, journals):
        here, there = journals.new("here"), journals.new("there")
        here.records.save(child())
        before = there.settings
        there.files.import_json(plain(here.files.export_json(), without="journal"))
        assert there.settings == before


def test_only_genuine_records_leave_a_damaged_journal(journals):
    here = journals.new("here")
    of, *_ = filled(here)
    here.close()
    file = here.folder / "journal.hj"
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"I was so tired", b"I was so tried"))
    again = journals.again("here")
    told = json.loads(again.files.export_json())
    assert "private_notes" not in told
    assert told["children"][0]["id"] == str(of.id)
    assert isinstance(again.read_only_because, JournalDamagedError)


def test_the_search_for_garbage_goes_on_afterwards(journals):
    here = journals.new("here")
    gc.enable()  # a test before may have ended while another thread had it switched off
    here.files.check()
    assert gc.isenabled()
    gc.disable()
    try:
        here.files.check()
        assert not gc.isenabled()
    finally:
        gc.enable()


@settings(deadline=None, max_examples=10)
@given(family=records.families())
def test_any_family_goes_out_and_in_without_loss(tmp_path_factory, family):
    opened = Opened(tmp_path_factory.mktemp("family"))
    here, there, other = (opened.new(name) for name in ("here", "there", "other"))
    here.records.save(*family)
    data = here.files.export_json()
    there.files.import_json(data)
    other.files.import_json(plain(data))
    for journal in (there, other):
        for record in family:
            assert journal.records.get(record.id) == record
        assert journal.files.check().is_sound
    assert projection(here.folder) == projection(there.folder)
    opened.close()
