"""What waited for a newer homejournal comes in by itself, once this one reads it."""

from uuid import uuid4

import pytest

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.changes import Change, Received
from homejournal.domain.records.notes import Note
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.transfer import incoming
from tests.journals import revisions
from tests.ui.safe.copies.looking_after import look, safety, said
from tests.ui.waiting import settle_window

__all__ = ["safety"]


@pytest.fixture
def waiting(three):
    """Return a note that came while an older homejournal could not read it."""
    journal = three.journal
    waits = Note(id=uuid4(), child=three.child.id, day=journal.today(), text="from the future")
    journal.records.save(waits)
    (kept,) = [revision for revision in revisions(journal) if revision.told().record == waits.id]
    journal.undo(Change((), came=Received(fresh=(kept,))))
    incoming.take_in(journal._session, Incoming(newer=(kept,)), {})
    assert journal.records.get(waits.id) is None
    return waits


def test_it_comes_in_and_is_shown_after_the_first_look(safety, qtbot, three, waiting):
    window = safety._window
    window.open_page("journal")
    look(safety, qtbot)
    assert three.journal.records.get(waiting.id) == waiting
    settle_window(window, qtbot)
    rows = window.page.list.model()
    shown = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert any("from the future" in str(one) for one in shown)


def test_where_nothing_can_be_saved_it_waits_on(safety, qtbot, three, waiting, monkeypatch):
    def refuse():
        raise DiskFullError(three.journal.folder)

    with monkeypatch.context() as patched:
        patched.setattr(three.journal.safe, "take_up_newer", refuse)
        look(safety, qtbot)
    assert said(safety._window) == []
    assert three.journal.safe.take_up_newer().moves[0].record == waiting.id
