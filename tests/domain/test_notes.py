"""A private note is a kind of its own; turning one into the other takes all along but the flags."""

from dataclasses import fields
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.notes import Note, PrivateNote, turned
from homejournal.domain.record import Kind
from tests.records import records

ID = UUID("11111111-1111-4111-8111-111111111111")


@given(st.sampled_from([Kind.NOTE, Kind.PRIVATE_NOTE]).flatmap(records))
def test_a_note_turned_private_or_back_says_what_it_said(note):
    other = turned(note, ID)
    assert {type(note), type(other)} == {Note, PrivateNote}
    assert other.id == ID
    shared = {field.name for field in fields(PrivateNote)} - {"id"}
    assert all(getattr(other, name) == getattr(note, name) for name in shared)
