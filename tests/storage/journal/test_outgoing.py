"""What leaves is read from journals of every form, also where they are only read."""

from pathlib import Path

import pytest

from homejournal.storage.journal import outgoing
from homejournal.storage.journal.outgoing import read_contents

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.mark.parametrize("name", ["schema-1-first", "schema-1", "schema-2", "schema-3"])
def test_a_journal_of_any_form_is_read(name):
    contents = read_contents(GOLDEN / f"{name}.hj")
    assert contents.revisions
    assert (contents.newer, contents.changed) == ((), 0)


def test_it_is_read_in_short_pieces_to_the_end(monkeypatch):
    whole = read_contents(GOLDEN / "schema-3.hj")
    monkeypatch.setattr(outgoing, "AT_ONCE", 7)
    assert read_contents(GOLDEN / "schema-3.hj") == whole


def test_the_oldest_journals_have_no_list_of_what_was_deleted_for_good():
    assert read_contents(GOLDEN / "schema-1.hj").purged == frozenset()
