import sqlite3

from homejournal.storage.records.tables import metadata


def tables(journal):
    journal.close()
    file = sqlite3.connect(journal.folder / "journal.hj")
    written = file.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    file.close()
    return written


def test_journals_of_tests_have_the_tables_that_sqlalchemy_makes(journals, monkeypatch):
    quickly = tables(journals.new("quickly"))
    monkeypatch.delattr(metadata, "create_all")  # the tests' own
    assert tables(journals.new("slowly")) == quickly
    assert len(quickly) > 20
