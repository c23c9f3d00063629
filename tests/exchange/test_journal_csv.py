"""A journal as tables comes back as it was, whatever was typed, and no spreadsheet runs a word."""

import csv
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.days.periods import Period
from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.domain.papers.workbook import days_of_all
from homejournal.domain.records.codec import to_fields
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.plan import Often, Weekday
from homejournal.domain.records.record import Kind
from homejournal.exchange import journal_csv, record_checks
from homejournal.exchange.file_records import Entry, JournalFile
from homejournal.exchange.journal_csv import (
    HEAD,
    days_table,
    in_tables,
    is_zip,
    json_of,
    packed,
    tables_of,
    unpacked,
)
from homejournal.exchange.journal_json import read_journal_json, write_journal_json
from homejournal.exchange.tables import read_kept_table
from tests.domain.small import Small
from tests.exchange.test_round_trip import revision_of
from tests.family import day
from tests.records import families, records

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def faults_of(error):
    return [(found.place, found.what) for found in error.value.faults]


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_every_kind_of_record_comes_back_from_its_table(kind, data):
    record = data.draw(records(kind))
    revision = data.draw(st.sampled_from([None, revision_of(record)]))
    said = write_journal_json(JournalFile(entries=(Entry(record, revision),)))

    assert read_journal_json(json_of(tables_of(said))) == read_journal_json(said)


@settings(max_examples=8, deadline=None)
@given(family=families())
def test_a_whole_family_comes_back_by_way_of_a_zip_file(family):
    said = write_journal_json(JournalFile(entries=tuple(map(Entry, family))))
    archive = packed(tables_of(said))

    assert is_zip(archive)
    assert read_journal_json(json_of(unpacked(archive))) == read_journal_json(said)


@settings(max_examples=10, deadline=None)
@given(note=records(Kind.NOTE), start=st.sampled_from([*FORMULA, "'=", "''-"]))
def test_no_cell_begins_as_a_formula(note, start):
    text = start + "1+2" + note.text
    said = {"format": "homejournal", "schema": 1}
    said["notes"] = [{"id": str(note.id), **to_fields(note), "text": text}]
    table = tables_of(json.dumps(said).encode())["notes.csv"]

    rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    assert json.loads(json_of({**tables_of(json.dumps(said).encode())}))["notes"] == said["notes"]


def test_what_one_record_does_not_say_is_an_empty_cell_and_is_not_said_again():
    whole = {"id": "x", "text": "He laughed.", "answered": "2026-03-02", "flags": ["celebration"]}
    short = {"id": "y", "text": "He ran.", "answered": None}
    tables = tables_of(json.dumps({"notes": [whole, short]}).encode())
    file = io.StringIO(tables["notes.csv"].decode("utf-8-sig"), newline="")
    said = [(row["answered"], row["flags"]) for row in csv.DictReader(file)]
    assert said == [("2026-03-02", '["celebration"]'), ("", "")]
    assert json.loads(json_of(tables))["notes"] == [whole, {"id": "y", "text": "He ran."}]


def test_days_are_told_by_their_states_and_come_in_nowhere():
    small = Small("1 . s", often=Often(weekdays=(Weekday.MON, Weekday.WED)))
    small.write("1", start=day(3))
    frame = CountingFrame(Period(day(5), day(5)), day(5))
    days = [*days_of_all(small.child.records, frame)]
    table = days_table(days, {small.strategy.id: "=Wait"})
    told = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert [(one["state"], one["reason"], one["planned"], one["times"]) for one in told] == [
        ("did_it", "", "true", "1"),
        ("not_planned", "", "false", "1"),
        ("left_out", "sick", "false", "0"),
    ]
    assert {(one["strategy_name"], one["child_name"]) for one in told} == {("'=Wait", "")}

    said = write_journal_json(JournalFile(entries=tuple(map(Entry, small.child.records))))
    tables = tables_of(said)
    for days_file in (table, b"\xff nonsense"):
        archive = packed({**tables, "days.csv": days_file})
        assert json_of(unpacked(archive)) == json_of(tables)


def test_the_same_journal_makes_the_same_file():
    files = {"journal.csv": b"name,value\r\n"}
    assert packed(files) == packed(files)


def head(**told):
    said = {"format": "homejournal", "schema": 1, **told}
    rows = "".join(f"{name},{json.dumps(value)}\r\n" for name, value in said.items())
    return f"name,value\r\n{rows}".encode()


HELPERS = "id;name\r\n6f1d2c3a-0000-4000-8000-000000000001;Grandma\r\n;\r\n"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_other_signs_between_cells_and_empty_rows_are_read(sign):
    table = HELPERS.replace(";", sign).encode("utf-8-sig")
    told = json.loads(json_of({"journal.csv": head(), "helpers.csv": table}))
    assert [one["name"] for one in told["helpers"]] == ["Grandma"]


@pytest.mark.parametrize(
    ("files", "places"),
    [
        ({}, [("journal.csv", FaultKind.NOT_HOMEJOURNAL)]),
        ({"journal.csv": head(), "x.exe": b""}, [("x.exe", FaultKind.NOT_HOMEJOURNAL)]),
        ({"journal.csv": b"\xff\xfe"}, [("journal.csv", FaultKind.NOT_UTF8)]),
        (
            {"journal.csv": head(), "notes.csv": b'id,text\r\n"a'},
            [("notes.csv", FaultKind.CUT_SHORT)],
        ),
        (
            {"journal.csv": head(), "notes.csv": b"id,id\r\na,b\r\n"},
            [("notes.csv:1", FaultKind.DUPLICATE_KEY)],
        ),
        (
            {"journal.csv": head(), "notes.csv": b"id,text\r\na,b,c\r\n"},
            [("notes.csv:2", FaultKind.WRONG)],
        ),
    ],
)
def test_what_is_no_table_of_a_journal_is_told_and_nothing_taken(files, places):
    with pytest.raises(ImportFaultsError) as error:
        json_of(files)
    assert faults_of(error) == places


def test_a_fault_is_told_by_file_and_row():
    table = b"id,day\r\n,2026-13-40\r\n"
    with pytest.raises(ImportFaultsError) as error:
        read_journal_json(json_of({"journal.csv": head(), "practices.csv": table}))
    places = {in_tables(found).place for found in error.value.faults}
    assert {"practices.csv:2.id", "practices.csv:2.strategy"} <= places


def test_names_in_the_head_stand_there_as_they_are_written():
    said = json.dumps({"home": "José y Zoë"}).encode()
    assert "José y Zoë" in tables_of(said)[HEAD].decode()


def test_a_fault_of_the_head_is_told_by_its_name():
    with pytest.raises(ImportFaultsError) as error:
        read_journal_json(json_of({"journal.csv": b"name,value\r\nformat,other\r\n"}))
    assert [in_tables(found).place for found in error.value.faults] == ["journal.csv: format"]
    with pytest.raises(ImportFaultsError) as error:
        read_journal_json(b"[]")
    assert [in_tables(found).place for found in error.value.faults] == ["journal.csv"]


@pytest.mark.parametrize("cell", ["[" * 100_000, "{", "NaN", "1e999", "9" * 40])
def test_a_cell_that_no_record_may_hold_is_a_fault(cell):
    table = f"id,flags\r\n6f1d2c3a-0000-4000-8000-000000000001,{cell}\r\n".encode()
    with pytest.raises(ImportFaultsError):
        read_journal_json(json_of({"journal.csv": head(), "notes.csv": table}))


def zipped(names, data=b"name,value\r\n", folder=""):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name in names:
            opened.writestr(folder + name, data)
    return file.getvalue()


def test_folders_and_what_a_file_manager_adds_are_not_minded():
    archive = zipped(["journal/", "journal/journal.csv", "__MACOSX/journal/._journal.csv"])
    assert list(unpacked(archive)) == ["journal.csv"]


@pytest.mark.parametrize("name", ["../../x.csv", "/etc/passwd", "C:\\x.exe", "CON", "a/b.txt"])
def test_any_other_name_is_refused(name):
    with pytest.raises(ImportFaultsError) as error:
        unpacked(zipped([name]))
    assert error.value.faults[0].what is FaultKind.NOT_HOMEJOURNAL


def test_a_workbook_is_called_so():
    with pytest.raises(ImportFaultsError) as error:
        unpacked(zipped(["[Content_Types].xml", "xl/workbook.xml"]))
    assert [(fault.place, fault.what) for fault in error.value.faults] == [
        ("", FaultKind.A_WORKBOOK)
    ]


def test_another_way_of_packing_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as opened:
        opened.writestr("journal.csv", bytes(1_000_000))
    with pytest.raises(ImportFaultsError):
        unpacked(file.getvalue())


def test_a_file_without_a_name_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        info = zipfile.ZipInfo("n")
        info.filename = ""
        opened.writestr(info, b"x")
    with pytest.raises(ImportFaultsError):
        unpacked(file.getvalue())


def test_a_name_that_stands_twice_is_refused():
    with pytest.raises(ImportFaultsError) as error:
        unpacked(zipped(["a/journal.csv", "b/journal.csv"]))
    assert faults_of(error) == [("journal.csv", FaultKind.DUPLICATE_KEY)]


def test_long_cells_of_a_journal_let_no_other_table_have_any():
    said = "x" * 200_000
    json_of({HEAD: b"name,value", "notes.csv": f"id,text\r\n1,{said}\r\n".encode()})
    with pytest.raises(ImportFaultsError):
        read_kept_table(f"a\n{said}".encode())


def test_a_bomb_is_read_no_further_than_the_limit(monkeypatch):
    monkeypatch.setattr(journal_csv, "MOST_BYTES", 10_000)
    with pytest.raises(ImportFaultsError) as error:
        unpacked(zipped(["journal.csv", "notes.csv"], bytes(6_000)))
    assert faults_of(error) == [("", FaultKind.TOO_LARGE)]
    assert len(unpacked(zipped(["journal.csv", "notes.csv"], bytes(5_000)))) == 2  # just as much


def test_a_damaged_zip_file_is_told():
    archive = bytearray(zipped(["journal.csv"], b"name,value\r\n" * 50))
    for broken in (archive[:40], bytes(len(archive)), archive[:45] + b"?" * 9 + archive[54:]):
        with pytest.raises(ImportFaultsError) as error:
            unpacked(bytes(broken))
        assert faults_of(error) == [("", FaultKind.CUT_SHORT)]


def test_every_list_of_the_json_has_its_file():
    said = {"format": "homejournal", "schema": 1}
    said |= {entry.list_name: [{"id": "x"}] for entry in KINDS.values()}
    named = {f"{entry.list_name}.csv" for entry in KINDS.values()}
    assert set(tables_of(json.dumps(said).encode())) == {"journal.csv", *named}


@pytest.mark.parametrize("asks", [journal_csv, record_checks])
def test_what_a_kind_of_record_holds_is_found_out_once_and_not_for_each_row(monkeypatch, asks):
    """Else a journal of ten years would take many seconds longer."""
    said = write_journal_json(JournalFile(entries=tuple(map(Entry, Small("1 1 1").child.records))))

    def refuse(_cls):
        pytest.fail("it was found out already")

    read_journal_json(json_of(tables_of(said)))
    monkeypatch.setattr(asks, "get_type_hints", refuse)
    assert read_journal_json(json_of(tables_of(said))) == read_journal_json(said)
