"""Journals that families have must open for ever, and read as they did."""

import json
import os
import shutil
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from homejournal.domain.errors import JournalReadOnlyError, JournalTooNewError, PasswordNeededError
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.record import Kind
from homejournal.services.before_opening import copies_in
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import open_journal
from homejournal.storage.file.connection import FILE_SCHEMA, SAYS_MORE, connect
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.golden import make
from tests.journals import DEVICE, Clock, Opened, note, revisions, take_in

HERE = Path(__file__).parent
YOUNGER = {Kind.PREPARATION, Kind.PACK}
"""Kinds that came after the first golden journals were made."""
YOUNGEST = {Kind.SHEET, Kind.BOOK}
"""Kinds that came with the second schema of records."""


@dataclass(frozen=True)
class Golden:
    """A journal's file, and what it reads as."""

    name: str
    reads_as: str

    @property
    def file(self) -> Path:
        return HERE / f"{self.name}.hj"

    @property
    def key(self) -> bytes | None:
        return make.KEY if self.name.endswith("encrypted") else None

    @property
    def schema(self) -> int:
        return int(self.name.split("-")[1])

    @property
    def expected(self) -> dict:
        return json.loads((HERE / f"{self.reads_as}.json").read_text("utf-8"))

    def put_into(self, folder: Path) -> Path:
        folder.mkdir()
        return Path(shutil.copy(self.file, folder / "journal.hj"))


GOLDEN = [
    Golden("schema-1-first", "schema-1"),  # of the days before the first projection was settled
    Golden("schema-1", "schema-1"),  # projection 1
    Golden("schema-1-photos", "schema-1-photos"),  # projection 2
    Golden("schema-1-encrypted", "schema-1-photos"),
    Golden("schema-2", "schema-2"),
    Golden("schema-2-encrypted", "schema-2"),
    Golden("schema-2-asked", "schema-2-asked"),  # other homes ask to delete the same entry
    Golden("schema-2-asked-encrypted", "schema-2-asked"),
    Golden("schema-3", "schema-3"),
    Golden("schema-3-encrypted", "schema-3"),
    Golden("schema-4", "schema-4"),  # the same tables, and the second schema of records
    Golden("schema-4-encrypted", "schema-4"),
]
ASKED_BY_MANY = GOLDEN[-3]
every = pytest.mark.parametrize("golden", GOLDEN, ids=lambda one: one.name)


@pytest.fixture
def opened(tmp_path):
    journals = Opened(tmp_path)
    journals.clock.moment = make.NOW
    yield journals
    journals.close()


def open_again(opened, golden, *, write=True) -> FamilyJournal:
    folder = opened.folder / "journal"
    if not folder.exists():
        golden.put_into(folder)
    journal = open_journal(
        folder, clock=Clock(make.NOW), device=DEVICE, write=write, key=golden.key
    )
    opened.opened.append(journal)
    return journal


def reads(journal: FamilyJournal) -> dict:
    return json.loads(json.dumps(make.told(journal)))


@every
@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
def test_a_golden_journal_reads_as_it_did(opened, golden, write):
    journal = open_again(opened, golden, write=write)
    assert reads(journal) == golden.expected
    assert journal.files.check().is_sound
    assert (journal.read_only_because is None) == write


@every
def test_it_can_be_written_to_and_opens_again_without_any_change(opened, golden):
    journal = open_again(opened, golden)
    said = note(make.MATEO, text="Written today")
    journal.notes.write(said)
    assert journal.files.check().is_sound
    journal.close()
    before = (journal.folder / "journal.hj").read_bytes()
    again = open_again(opened, golden)
    assert again.records.get(said.id) == said
    again.close()
    assert (journal.folder / "journal.hj").read_bytes() == before


@every
def test_an_old_file_stays_as_it_was_among_the_copies(opened, golden):
    journal = open_again(opened, golden)
    kept = sorted((journal.folder / "backups").glob("before-*"))
    if golden.schema >= FILE_SCHEMA:
        assert kept == []
    else:
        (before,) = kept
        assert before.name == f"before-schema-{FILE_SCHEMA}.hj"
        ids = sorted(
            revision.id.hex() for revision in read_genuine_contents(before, golden.key).revisions
        )
        assert ids == golden.expected["revisions"]
        with closing(connect(before, write=False, key=golden.key)) as file:
            assert file.execute("PRAGMA user_version").fetchone() == (golden.schema,)
    assert [copy.path for copy in copies_in(journal.folder)] == kept


@every
def test_the_old_file_is_offered_to_bring_back_from_and_never_thinned_out(opened, golden):
    journal = open_again(opened, golden)
    backups = journal.safe.backups
    made = backups.make()
    offered = backups.restorable()
    old = [one for one in offered if one.before_update]
    assert len(old) == (golden.schema < FILE_SCHEMA)
    assert made in offered
    assert backups.here() == [made]  # what is numbered, thinned out and carried elsewhere
    for one in old:
        assert backups.restoring.look(one.path).whole


@every
@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such modes there")
def test_it_reads_from_a_folder_that_nobody_may_write_to(opened, golden):
    file = golden.put_into(opened.folder / "journal")
    before = file.read_bytes()
    file.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        is_root = os.geteuid() == 0  # whom no modes stop
        journal = open_again(opened, golden, write=not is_root)
        assert reads(journal) == golden.expected
        assert isinstance(journal.read_only_because, JournalReadOnlyError)
        journal.close()
    finally:
        file.parent.chmod(0o700)
    assert [path.name for path in file.parent.iterdir() if path.name != "journal.lock"] == [
        "journal.hj"
    ]
    assert file.read_bytes() == before


@every
def test_one_of_a_newer_homejournal_is_read_and_left_alone(opened, golden):
    journal = open_again(opened, golden)
    journal.close()
    file = journal.folder / "journal.hj"
    with closing(connect(file, write=True, key=golden.key)) as newer:
        newer.execute(f"PRAGMA user_version = {SAYS_MORE + 1}")
        newer.execute("CREATE TABLE later (id INTEGER PRIMARY KEY, words TEXT)")
        newer.execute("UPDATE meta SET value = '999' WHERE name = 'projection'")
    before = file.read_bytes()
    again = open_again(opened, golden)
    assert isinstance(again.read_only_because, JournalTooNewError)
    assert reads(again) == golden.expected
    again.close()
    assert file.read_bytes() == before


@every
def test_without_its_key_an_encrypted_one_asks_for_the_password(opened, golden):
    golden.put_into(opened.folder / "journal")
    if golden.key:
        with pytest.raises(PasswordNeededError):
            opened.again()
    else:
        assert opened.again().read_only_because is None


@every
def test_what_was_deleted_for_good_stays_refused(opened, golden):
    journal = open_again(opened, golden)
    if golden.reads_as == "schema-1":  # of before anything could be
        assert journal.safe.purging.ids() == frozenset()
        return
    with make.chosen_by(1):
        writer, other = opened.new("writer", make.number("journal")), opened.new("other")
        other._store.device = make.number("other")
        make.fill(writer, other)
        make.fill_more(writer)
        held = revisions(writer)
    gone = [one for one in held if one.id in journal.safe.purging.ids()]
    assert gone
    take_in(journal, held)
    assert reads(journal) == golden.expected
    assert not journal.media.removed([make.PAUSE])


@pytest.mark.parametrize(
    "golden", [one for one in GOLDEN if "asked" in one.expected], ids=lambda one: one.name
)
def test_each_home_that_asks_is_heard_and_what_was_answered_stays_so(opened, golden):
    journal = open_again(opened, golden)
    make.ask(journal)
    assert reads(journal)["asked"] == ASKED_BY_MANY.expected["asked"]
    said = make.number("note")
    journal.safe.purging.carry_out(journal.safe.purging.of_request(make.ASKING[1]))
    assert not any(version.record for version in journal.records.history(said))
    left = [(request.home, request.counts) for request in journal.safe.purging.requests()]
    assert left == [(make.ASKING[2], {Kind.DAY_MARK: 1})]


@every
def test_nobody_else_typed_what_was_written_before_that_could_be_said(opened, golden):
    journal = open_again(opened, golden)
    kinds = (Kind.PRACTICE, Kind.DAY_MARK, Kind.NOTE, Kind.PRIVATE_NOTE)
    found = [record for kind in kinds for record in journal.records.all_of(kind)]
    assert {type(record) for record in found} == {KINDS[kind].cls for kind in kinds}
    typed = [record.id for record in found if record.written_by]
    assert typed == ([] if golden.reads_as == "schema-1" else [make.number("typed")])


@every
def test_a_golden_journal_is_small_and_has_everything(golden):
    expected = golden.expected
    younger = YOUNGER if golden.reads_as == "schema-1" else set()
    kinds = set(Kind) - younger - (YOUNGEST if golden.schema < SAYS_MORE else set())
    assert golden.file.stat().st_size < 300_000
    assert all(expected["records"][kind] for kind in kinds)
    assert any(versions == 2 for *_, versions in expected["timeline"])
    assert expected["deleted"]
    assert expected["drafts"]
    assert expected["found"]


def test_every_file_here_is_tried():
    assert {path.stem for path in HERE.glob("*.hj")} == {one.name for one in GOLDEN}
    assert {one.schema for one in GOLDEN} == set(range(1, SAYS_MORE + 1))


def test_a_journal_made_today_has_the_same_revisions_and_lasting_tables(opened):
    with make.chosen_by(1):
        here, other = opened.new("journal", make.number("journal")), opened.new("other")
        other._store.device = make.number("other")
        make.fill(here, other)
    assert reads(here) == GOLDEN[0].expected
    assert tables(here.folder / "journal.hj") == tables(HERE / f"schema-{FILE_SCHEMA}.hj")


@every
def test_an_old_journal_gets_the_very_tables_of_a_new_one(opened, golden):
    journal = open_again(opened, golden)
    journal.close()
    new = opened.new("new")
    assert all_tables(journal.folder / "journal.hj", golden.key) == all_tables(
        new.folder / "journal.hj"
    )


def tables(path: Path) -> list[tuple[str, str]]:
    with closing(connect(path, write=False)) as file:
        return file.execute(
            "SELECT name, sql FROM sqlite_master WHERE name IN "
            "('key', 'revision', 'draft', 'meta', 'purged', 'purge_asked', 'newer') ORDER BY name"
        ).fetchall()


def all_tables(path: Path, key: bytes | None = None) -> list[tuple[str, str]]:
    with closing(connect(path, write=False, key=key)) as file:
        return file.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        ).fetchall()
