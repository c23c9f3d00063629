"""Journals that families have must open for ever, and read as they did."""

import json
import shutil
from pathlib import Path

import pytest

from homejournal.domain.kinds import KINDS
from homejournal.domain.record import Kind
from homejournal.storage.connection import connect
from tests.golden import make
from tests.journals import Opened

HERE = Path(__file__).parent
GOLDEN = sorted(HERE.glob("schema-*.hj"))
YOUNGER = {Kind.PREPARATION, Kind.PACK}
"""Kinds that came after the golden journals were made."""


@pytest.fixture
def opened(tmp_path):
    journals = Opened(tmp_path)
    journals.clock.moment = make.NOW
    yield journals
    journals.close()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
def test_a_golden_journal_reads_as_it_did(opened, golden, write):
    folder = opened.folder / "journal"
    folder.mkdir()
    shutil.copy(golden, folder / "journal.hj")
    journal = opened.again(write=write)
    expected = json.loads(golden.with_suffix(".json").read_text("utf-8"))
    assert json.loads(json.dumps(make.told(journal))) == expected
    assert journal.files.check().is_sound
    assert (journal.read_only_because is None) == write


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_nobody_else_typed_what_was_written_before_that_could_be_said(opened, golden):
    folder = opened.folder / "journal"
    folder.mkdir()
    shutil.copy(golden, folder / "journal.hj")
    journal = opened.again()
    kinds = (Kind.PRACTICE, Kind.DAY_MARK, Kind.NOTE, Kind.PRIVATE_NOTE)
    found = [record for kind in kinds for record in journal.records.all_of(kind)]
    assert {type(record) for record in found} == {KINDS[kind].cls for kind in kinds}
    assert not any(record.written_by for record in found)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_journal_is_small_and_has_everything(golden):
    expected = json.loads(golden.with_suffix(".json").read_text("utf-8"))
    assert golden.stat().st_size < 300_000
    assert all(expected["records"][kind] for kind in set(Kind) - YOUNGER)
    assert any(versions == 2 for *_, versions in expected["timeline"])
    assert expected["deleted"]
    assert expected["drafts"]
    assert expected["found"]


def test_a_journal_made_today_has_the_same_revisions_and_lasting_tables(opened):
    with make.chosen_by(1):
        here, other = opened.new("journal", make.number("journal")), opened.new("other")
        other._store.device = make.number("other")
        make.fill(here, other)
    expected = json.loads((HERE / "schema-1.json").read_text("utf-8"))
    assert json.loads(json.dumps(make.told(here))) == expected
    assert tables(here.folder / "journal.hj") == tables(HERE / "schema-1.hj")


def tables(path: Path) -> list[tuple[str, str]]:
    file = connect(path, write=False)
    try:
        return file.execute(
            "SELECT name, sql FROM sqlite_master "
            "WHERE name IN ('key', 'revision', 'draft', 'meta') ORDER BY name"
        ).fetchall()
    finally:
        file.close()
