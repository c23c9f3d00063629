"""What comes in is told before it is taken; taken whole, as one step that can be taken back."""

import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from homejournal.exchange.journal_json import read_journal
from homejournal.services.import_export import WholeFile, whole_file
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, note, planned, practice, private_note, projection


def filled(journal):
    of, what = planned(journal)
    journal.records.save(practice(what), note(of, "=1+2, and\r\nmore"), private_note(of))
    return of, what


def read(journal, data):
    return read_journal(data, journal.files.known().get)


def test_tables_taken_in_elsewhere_make_the_same_journal(journals):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    tables = here.files.export(WholeFile.CSV, wording_of("en"))
    there.files.import_json(tables)
    out = [json.loads(one.files.export_json()) for one in (here, there)]
    assert {**out[0], "journal": None} == {**out[1], "journal": None}
    assert projection(there.folder) == projection(here.folder)
    assert not there.files.import_json(tables).added
    assert "days.csv" in names_in(tables)


def test_no_day_is_told_in_tables_of_some_entries(journals):
    here = journals.new("here")
    of, _ = filled(here)
    for flag, is_told in ((None, True), (Flag.QUESTION, False)):
        asked = EntryFilter(child=of.id, flag=flag)
        tables = here.files.whole(WholeFile.CSV, wording_of("en"), asked).data
        assert ("days.csv" in names_in(tables)) == is_told


def names_in(tables):
    with zipfile.ZipFile(BytesIO(tables)) as opened:
        return opened.namelist()


def test_what_would_change_is_told_and_nothing_is_written(journals):
    here, there = journals.new("here"), journals.new("there")
    of, what = filled(here)
    file = read(there, here.files.export_json())
    before = there.files.export_json()
    told = there.files.preview(file)
    assert told.new == {
        Kind.CHILD: 1,
        Kind.STRATEGY: 1,
        Kind.PLAN_STEP: 1,
        Kind.PRACTICE: 1,
        Kind.NOTE: 1,
        Kind.PRIVATE_NOTE: 1,
    }
    assert (told.days, told.children, told.is_nothing) == (1, (of.name,), False)
    assert there.files.export_json() == before

    there.files.take(file)
    assert there.files.preview(file).is_nothing
    here.records.save(replace(what, name="Said in other words"))
    assert there.files.preview(read(there, here.files.export_json())).changed == {Kind.STRATEGY: 1}


def test_taking_in_is_taken_back_whole(journals):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    planned(there)
    before = there.files.export_json()
    taken = there.files.import_json(here.files.export_json())
    there.undo(taken.change)
    assert there.files.export_json() == before


def test_a_copy_is_made_before_something_comes_into_a_journal_with_entries(journals):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    data = here.files.export_json()
    there.files.import_json(data)
    assert not list(there.folder.glob("backups/*.hj"))  # there was nothing to copy yet
    there.files.import_json(data)
    assert len(list(there.folder.glob("backups/*.hj"))) == 1


def test_faults_of_tables_name_the_file_and_the_row_and_nothing_is_taken(journals):
    here, there = journals.new("here"), journals.new("there")
    filled(here)
    tables = here.files.export(WholeFile.CSV, wording_of("en"))
    with zipfile.ZipFile(BytesIO(tables)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    files["practices.csv"] = files["practices.csv"].replace(TODAY.isoformat().encode(), b"soon")
    spoilt = BytesIO()
    with zipfile.ZipFile(spoilt, "w") as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    with pytest.raises(ImportFaultsError) as error:
        there.files.import_json(spoilt.getvalue())
    assert ("practices.csv:2.day", FaultKind.NOT_A_DAY) in {
        (fault.place, fault.what) for fault in error.value.faults
    }
    assert there.family().children == {}


def test_faults_of_the_json_keep_their_places(journals):
    there = journals.new("there")
    with pytest.raises(ImportFaultsError) as error:
        read(there, json.dumps({"format": "homejournal", "schema": 1, "notes": [{}]}).encode())
    assert "notes[0].id" in {fault.place for fault in error.value.faults}


def test_a_workbook_says_nothing_private_where_that_is_not_wished(journals):
    here = journals.new("here")
    filled(here)
    for private in (True, False):
        wish = here.files.wish(WholeFile.XLSX, wording_of("es"), private=private)
        with zipfile.ZipFile(BytesIO(whole_file(wish).data)) as opened:
            texts = opened.read("xl/sharedStrings.xml").decode()
        assert ("I was so tired" in texts) == private
        assert "=1+2, and" in texts


def test_what_was_edited_or_deleted_does_not_leave(journals):
    here = journals.new("here")
    _, what = filled(here)
    here.records.save(replace(what, name="In other words"))
    said = here.files.export_json()
    assert what.name.encode() not in said
    assert b"In other words" in said
    here.records.delete(what.id)
    assert b"In other words" not in here.files.export_json()
