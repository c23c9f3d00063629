"""A private note is a kind of its own; turning one into the other takes all along but the flags."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.records.notes import (
    Note,
    PrivateNote,
    id_with_other_privacy,
    with_other_privacy,
)
from homejournal.domain.records.record import Kind
from tests.records import records


@given(st.sampled_from([Kind.NOTE, Kind.PRIVATE_NOTE]).flatmap(records))
def test_a_note_turned_private_or_back_says_what_it_said(note):
    other = with_other_privacy(note)
    assert {type(note), type(other)} == {Note, PrivateNote}
    assert other.id == id_with_other_privacy(note.id) not in {note.id, with_other_privacy(other).id}
    shared = {field.name for field in fields(PrivateNote)} - {"id"}
    assert all(getattr(other, name) == getattr(note, name) for name in shared)
