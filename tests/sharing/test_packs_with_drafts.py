"""Unfinished texts come along to a new computer, and nowhere else."""

from dataclasses import replace

import pytest

from homejournal.domain.errors import FaultKind, ImportFaultsError
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.safe.transfer.sealed_files import pack_of
from tests.journals import note, planned
from tests.sharing.pack_lines import dad, mom, with_line

__all__ = ["dad", "mom"]


def moving(mom):
    """Return the file for a new computer, as that one reads it."""
    wish = replace(mom.safe.pack_files.wish(Audience.OWN), history=True)
    return read_plain_pack(plain_pack(pack_of(wish)))


def test_unfinished_texts_move_to_a_new_computer(mom, computers):
    of, _ = planned(mom.journal)
    typed = {f"note/{of.id}": "He said \u201cmá\u201d,\nand then", "visit": "ask about naps"}
    for place, text in typed.items():
        mom.journal.drafts.keep(place, text)
    new = computers.new("new laptop")
    change = new.take(moving(mom))
    assert new.journal.drafts.kept() == typed
    back = new.journal.undo(change)
    assert new.journal.drafts.kept() == {}
    new.journal.undo(back)
    assert new.journal.drafts.kept() == typed


def test_a_computer_on_which_was_written_keeps_its_own_unfinished_texts(mom, computers):
    planned(mom.journal)
    mom.journal.drafts.keep("note", "typed on the old one")
    there = computers.new("there")
    there.take(moving(mom))
    there.journal.drafts.keep("note", "typed there since")
    there.take(moving(mom))
    assert there.journal.drafts.kept() == {"note": "typed there since"}


@pytest.mark.parametrize("audience", Audience)
def test_unfinished_texts_stay_in_other_files(mom, audience):
    of, _ = planned(mom.journal)
    mom.journal.records.save(note(of))
    mom.journal.drafts.keep("note", "unfinished words")
    assert b"unfinished" not in plain_pack(mom.pack(audience))
    wish = replace(mom.safe.pack_files.wish(Audience.OTHER_HOME), history=True)
    assert b"unfinished" not in plain_pack(pack_of(wish))


def test_another_home_brings_no_unfinished_texts(mom, computers):
    planned(mom.journal)
    there = computers.new("there")
    there.take(replace(mom.pack(), drafts={"note": "not ours"}))
    assert there.journal.drafts.kept() == {}


@pytest.mark.parametrize(
    "line",
    [
        {"draft": 5, "text": "x"},
        {"draft": "note", "text": None},
        {"draft": "note", "text": "half \ud800 of a letter"},
        {"draft": "n" * 1_001, "text": "x"},
    ],
)
def test_a_line_that_is_no_unfinished_text_is_told(mom, line):
    planned(mom.journal)
    with pytest.raises(ImportFaultsError) as told:
        read_plain_pack(with_line(mom, line))
    assert [fault.what for fault in told.value.faults] == [FaultKind.NOT_TEXT]
