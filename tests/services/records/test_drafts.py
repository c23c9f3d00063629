"""Whether something unfinished waits at a place, also in a file that a disk spoiled."""

from uuid import uuid4

import pytest

from homejournal.domain.errors import JournalDamagedError
from homejournal.services.opening import create_journal, open_journal
from tests.damages import PAGE
from tests.journals import Clock


@pytest.fixture
def folder(tmp_path):
    journal = create_journal(tmp_path / "journal", clock=Clock(), device=uuid4())
    journal.drafts.keep("timer", "a minute so far")
    assert journal.drafts.has("timer")
    assert not journal.drafts.has("note")
    journal.close()
    return journal.folder


def test_where_the_damage_took_it_nothing_waits(folder):
    file = folder / "journal.hj"
    raw = file.read_bytes()
    page = raw.rfind(b"a minute so far") // PAGE * PAGE
    file.write_bytes(raw[:page] + bytes(PAGE) + raw[page + PAGE :])
    journal = open_journal(folder, clock=Clock(), device=uuid4())
    with pytest.raises(JournalDamagedError):
        journal.drafts.kept()
    assert not journal.drafts.has("timer")
    journal.close()
