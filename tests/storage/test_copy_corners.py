"""A copy counts only where all of it is as it was written; a save that comes often does no harm."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3

from homejournal.domain.errors import JournalDamagedError
from homejournal.storage.journal.verified_copies import (
    _BegunAgainError,
    _Watch,
    copy_pages,
    read_whole,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "schema-2.hj"


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copy(GOLDEN, tmp_path / "copy.hj"))


def test_a_copy_with_fewer_revisions_than_there_were_does_not_count(copy):
    held = read_whole(copy, None)
    assert read_whole(copy, None, least=held) == held
    with pytest.raises(JournalDamagedError):
        read_whole(copy, None, least=held + 1)


def test_a_copy_with_changed_bytes_does_not_count(copy):
    with closing(sqlcipher3.connect(copy)) as file:
        file.execute("UPDATE revision SET envelope = CAST(envelope || x'20' AS BLOB) WHERE seq = 1")
        file.commit()
    with pytest.raises(JournalDamagedError):
        read_whole(copy, None)


def test_a_copy_with_changed_bytes_in_what_waits_for_a_newer_homejournal_does_not_count(copy):
    held = read_whole(copy, None)
    with closing(sqlcipher3.connect(copy)) as file:
        file.execute("INSERT INTO newer SELECT id, envelope, salt, fields FROM revision LIMIT 1")
        file.commit()
        assert read_whole(copy, None) == held
        file.execute("UPDATE newer SET fields = CAST(fields || x'20' AS BLOB)")
        file.commit()
    with pytest.raises(JournalDamagedError):
        read_whole(copy, None)


def test_a_copy_whose_structure_is_not_whole_does_not_count(copy):
    data = bytearray(copy.read_bytes())
    data[36:40] = (5).to_bytes(4, "big")  # so many free pages as there are none
    copy.write_bytes(data)
    with pytest.raises(JournalDamagedError):
        read_whole(copy, None)


def test_a_step_that_met_a_save_is_done_once_more():
    rested = []
    watch = _Watch(lambda: rested.append(True))
    watch(5, 10, 10)  # SQLite's BUSY
    assert rested == []
    watch(0, 9, 10)
    assert rested == [True]


def test_saves_without_an_end_come_to_an_end(copy, tmp_path):
    def begun_again():
        raise _BegunAgainError

    target = tmp_path / "target.hj"
    target.touch()
    assert copy_pages(copy, target, None, begun_again) == read_whole(copy, None)


def test_what_no_save_disturbs_is_copied_once_in_small_steps(copy, tmp_path):
    """Once more, and in one large step, would let the next save wait for all of it."""
    rests = []
    (tmp_path / "target.hj").touch()
    copy_pages(copy, tmp_path / "target.hj", None, lambda: rests.append(1))
    assert len(rests) == -(-copy.stat().st_size // (128 * 4096))
