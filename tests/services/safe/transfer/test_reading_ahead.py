"""A journal is read ahead of the window; what breaks off then leaves nothing open."""

import pytest

from homejournal.services.before_opening import begin_to_read
from homejournal.services.opening import create_journal, open_journal
from tests.journals import DEVICE, Clock


@pytest.fixture
def folder(tmp_path):
    create_journal(tmp_path / "journal", clock=Clock(), device=DEVICE).close()
    return tmp_path / "journal"


def test_what_was_read_ahead_opens_as_ever(folder):
    begin_to_read(folder)
    with_it = open_journal(folder, clock=Clock(), device=DEVICE)
    assert with_it.read_only_because is None
    with_it.close()


def test_a_locked_journal_is_not_read_ahead(folder):
    (folder / "journal.hj").write_bytes(b"\x8f" * 8192)
    begin_to_read(folder)
    assert (folder / "journal.hj").read_bytes() == b"\x8f" * 8192


def test_where_no_day_is_known_nothing_stays_open(folder):
    def broken():
        raise OverflowError("a clock that no program can read")

    (folder / "proof.json").unlink()
    with pytest.raises(OverflowError):
        open_journal(folder, clock=broken, device=DEVICE, write=False)
    open_journal(folder, clock=Clock(), device=DEVICE).close()
