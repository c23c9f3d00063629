import sqlite3
from contextlib import closing
from pathlib import Path

from homejournal.storage.records.tables import PROJECTION_TABLES, metadata

GOLDEN = Path(__file__).parents[2] / "golden" / "schema-3.hj"


def tables(journal):
    journal.close()
    file = sqlite3.connect(journal.folder / "journal.hj")
    written = file.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    file.close()
    return written


def kept_in(written):
    """Return the tables that are not made again from what was written down."""
    again = ("note_fts", *(table.name for table in PROJECTION_TABLES))
    return {
        name: " ".join(told.replace('"', "").split())
        for kind, name, told in written
        if kind == "table" and not name.startswith(again)
    }


def test_a_new_journal_keeps_what_is_written_in_tables_of_its_form(journal):
    with closing(sqlite3.connect(GOLDEN)) as file:
        known = file.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    assert kept_in(tables(journal)) == kept_in(known)
    assert "revision" in kept_in(known)


def test_journals_of_tests_have_the_tables_that_sqlalchemy_makes(journals, monkeypatch):
    quickly = tables(journals.new("quickly"))
    monkeypatch.delattr(metadata, "create_all")  # the tests' own
    assert tables(journals.new("slowly")) == quickly
    assert len(quickly) > 20
