"""What other programs lost their users' words by, held by one look each."""

import pytest
import sqlcipher3

from homejournal.services.opening import open_journal
from tests.journals import DEVICE, Clock, a_journal, child

SAFE = {"journal_mode": "truncate", "synchronous": 3, "secure_delete": 1, "temp_store": 2}
"""EXTRA also syncs the end of SQLite's journal; nothing temporary lies on the disk."""


@pytest.mark.parametrize(("name", "value"), SAFE.items())
def test_a_save_is_on_the_disk_before_it_is_acknowledged(tmp_path, name, value):
    journal = a_journal(tmp_path)
    told = journal._store.bare.execute(f"PRAGMA {name}").fetchone()[0]
    journal.close()
    assert told == value


def test_sqlite_is_our_own_and_has_no_known_way_to_lose_a_commit():
    """Versions before 3.51.3 could (https://sqlite.org/wal.html#walresetbug)."""
    assert sqlcipher3.sqlite_version_info >= (3, 51, 3)


@pytest.mark.parametrize("held", [b"", b"\x00" * 500, b"homejournal 4711 another-computer"])
def test_whatever_stands_in_the_lock_file_locks_nobody_out(tmp_path, held):
    journal = a_journal(tmp_path)
    journal.close()
    (journal.folder / "journal.lock").write_bytes(held)
    again = open_journal(journal.folder, clock=Clock(), device=DEVICE)
    again.records.save(child())
    again.close()


def test_an_idle_journal_is_one_whole_file(tmp_path):
    journal = a_journal(tmp_path)
    journal.records.save(child())
    beside = {path.name for path in journal.folder.iterdir() if path.stat().st_size}
    journal.close()
    assert beside <= {"journal.hj", "journal.lock", "proof.json", "reserve.bin"}
