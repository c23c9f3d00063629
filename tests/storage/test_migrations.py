"""An older file is brought to its present form on a copy, whole or not at all."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.records.record import Kind
from homejournal.services.opening import open_journal
from homejournal.storage import migrations
from homejournal.storage.file.connection import FILE_SCHEMA, connect, schema_of
from tests.golden import make
from tests.journals import DEVICE, Clock, Opened
from tests.services.repairs import repaired

OLD = Path(make.__file__).parent


@pytest.fixture
def folder(tmp_path):
    """A folder with a journal of schema 1."""
    made = tmp_path / "journal"
    made.mkdir()
    shutil.copy(OLD / "schema-1-photos.hj", made / "journal.hj")
    return made


@pytest.fixture
def asked(folder):
    """A folder with a journal of schema 2, in which other homes ask to delete for good."""
    shutil.copy(OLD / "schema-2-asked.hj", folder / "journal.hj")
    return folder


def last_step(monkeypatch, step):
    """Let something else be done in the place of the last step."""
    monkeypatch.setattr(migrations, "STEPS", {**migrations.STEPS, FILE_SCHEMA: step})


def change(folder, *statements):
    with closing(connect(folder / "journal.hj", write=True)) as file:
        for statement in statements:
            file.execute(statement)


def opened(folder, key=None):
    journal = open_journal(folder, clock=Clock(make.NOW), device=DEVICE, key=key)
    journal.close()
    return journal


def is_left_alone(folder, before):
    left = {path.name for path in folder.iterdir()}
    begun = left & {"journal.rebuilt", "journal.rebuilt-journal"}
    return not begun and (folder / "journal.hj").read_bytes() == before


def test_a_step_that_fails_leaves_the_old_file(folder, monkeypatch):
    before = (folder / "journal.hj").read_bytes()

    def half(op):
        op.execute("DROP TABLE purge_asked")
        raise KeyboardInterrupt

    last_step(monkeypatch, half)
    with pytest.raises(KeyboardInterrupt):
        opened(folder)
    assert is_left_alone(folder, before)
    monkeypatch.undo()
    assert opened(folder).read_only_because is None


@pytest.mark.parametrize(
    "loses", ["DELETE FROM draft", "DELETE FROM revision WHERE seq = 1", "DELETE FROM key"]
)
def test_a_step_that_loses_rows_is_not_taken(folder, monkeypatch, loses):
    before = (folder / "journal.hj").read_bytes()
    real = migrations.STEPS[FILE_SCHEMA]

    def losing(op):
        real(op)
        op.execute(loses)

    last_step(monkeypatch, losing)
    with pytest.raises(JournalDamagedError):
        opened(folder)
    assert is_left_alone(folder, before)


def test_tables_that_are_not_the_present_ones_afterwards_are_not_taken(folder, monkeypatch):
    real = migrations.STEPS[FILE_SCHEMA]

    def too_much(op):
        real(op)
        op.execute("ALTER TABLE draft ADD COLUMN more TEXT")

    last_step(monkeypatch, too_much)
    assert isinstance(opened(folder).read_only_because, JournalDamagedError)


def test_a_table_that_kept_its_old_key_is_not_taken(asked, monkeypatch):
    before = (asked / "journal.hj").read_bytes()
    last_step(monkeypatch, lambda _op: None)
    assert isinstance(opened(asked).read_only_because, JournalDamagedError)
    assert is_left_alone(asked, before)


@pytest.mark.parametrize("loses", ["purge_asked", "purged", "newer"])
def test_rows_of_younger_tables_are_counted_where_a_file_has_them(asked, monkeypatch, loses):
    change(asked, "INSERT INTO newer (id, envelope) VALUES (x'01', x'7b7d')")
    real = migrations.STEPS[FILE_SCHEMA]

    def losing(op):
        real(op)
        op.execute(f"DELETE FROM {loses}")  # noqa: S608

    last_step(monkeypatch, losing)
    with pytest.raises(JournalDamagedError):
        opened(asked)


def test_a_damaged_file_is_only_read_and_stays_as_it_is(folder):
    change(folder, "UPDATE revision SET fields = x'7b7d' WHERE seq = 5")
    before = (folder / "journal.hj").read_bytes()
    journal = opened(folder)
    assert isinstance(journal.read_only_because, JournalDamagedError)
    assert is_left_alone(folder, before)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("number", [-1, 0, 1])
def test_a_file_with_a_changed_number_of_its_tables_is_damaged(folder, number, write):
    opened(folder)
    change(folder, f"PRAGMA user_version = {number}")
    before = (folder / "journal.hj").read_bytes()
    with pytest.raises(JournalDamagedError):
        open_journal(folder, clock=Clock(make.NOW), device=DEVICE, write=write)
    assert is_left_alone(folder, before)
    found, _ = repaired(folder, Opened(folder.parent))
    assert found.records.all_of(Kind.NOTE)
    found.close()


def test_one_that_is_told_to_be_the_last_one_before_is_only_brought_up_again(folder):
    shutil.copy(OLD / "schema-3.hj", folder / "journal.hj")
    change(folder, f"PRAGMA user_version = {FILE_SCHEMA - 1}")
    journal = open_journal(folder, clock=Clock(make.NOW), device=DEVICE)
    assert journal.read_only_because is None
    assert len(journal.safe.purging.requests()) == 2
    journal.close()


def test_an_old_file_with_the_keys_beside_it_keeps_them_with_its_copy(tmp_path):
    folder = tmp_path / "journal"
    folder.mkdir()
    shutil.copy(OLD / "schema-1-encrypted.hj", folder / "journal.hj")
    (folder / "keys.json").write_text("{}", "utf-8")
    opened(folder, make.KEY)
    kept = {path.name for path in (folder / "backups").iterdir()}
    assert kept == {
        f"before-schema-{FILE_SCHEMA}.hj",
        f"before-schema-{FILE_SCHEMA}.keys.json",
    }


def test_a_file_of_the_present_form_is_not_touched(folder):
    opened(folder)
    before = (folder / "journal.hj").read_bytes()
    shutil.rmtree(folder / "backups")
    opened(folder)
    assert is_left_alone(folder, before)
    with closing(connect(folder / "journal.hj", write=False)) as file:
        assert schema_of(file) == FILE_SCHEMA
