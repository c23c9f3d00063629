"""The hand-over copy of a foster family: what goes, what is absent as bytes, what the kin read."""

from dataclasses import replace

import pytest

from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import Practice
from homejournal.domain.sharing.outgoing import HandOver, Part
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.safe.transfer.sealed_files import hand_over_pack
from tests.family import day, days
from tests.more_families import jaylen, owen


@pytest.fixture
def foster(computers):
    foster = computers.new("foster")
    foster.journal.records.save(*jaylen().records)
    foster.journal.records.save(*owen().records)
    return foster


def handed(computer, **asked):
    asked = HandOver(child=jaylen().child.id, **asked)
    wish, asked = computer.safe.hand_overs.wish(asked)
    return read_plain_pack(plain_pack(hand_over_pack(wish, asked).pack))


def test_the_kin_read_the_days_before_the_move_as_they_were(foster, computers):
    aunt = computers.new("aunt")
    aunt.take(handed(foster, end=day(11)))
    family = jaylen()
    told = aunt.journal.numbers.of_child(family.child.id, days(2, 11), day(22))
    (strategy,) = told.strategies
    block = strategy.total
    assert (block.planned, block.did_it, block.not_today, block.not_written) == (10, 7, 2, 1)
    assert list(aunt.journal.family().children) == [family.child.id]


def test_private_notes_and_another_child_are_absent_as_bytes(foster):
    inside = plain_pack(handed(foster))
    for note in jaylen().of(PrivateNote):
        assert note.text.encode() not in inside
        assert str(note.id).encode() not in inside
    for record in owen().records:
        if getattr(record, "coordinator", False):
            continue  # no record says for whom of the children Lee coordinates
        assert str(record.id).encode() not in inside
    assert owen().child.name.encode() not in inside
    assert jaylen().of(Note)[0].text.encode() in inside


def test_what_was_written_before_an_edit_is_absent_as_bytes(foster):
    note = jaylen().of(Note)[0]
    foster.journal.records.save(replace(note, text="Said more kindly"))
    inside = plain_pack(handed(foster))
    assert b"Said more kindly" in inside
    assert note.text.encode() not in inside


def test_parts_and_days_that_were_not_chosen_are_absent_as_bytes(foster):
    family = jaylen()
    inside = plain_pack(handed(foster, end=day(11), parts=frozenset({Part.DAYS})))
    absent = [*family.of(Note), *family.of(Helper)]
    absent += [one for one in family.of(Practice) if one.day > day(11)]
    for record in absent:
        assert f'"record\\":\\"{record.id}'.encode() not in inside
    assert family.of(Note)[0].text.encode() not in inside
    assert b"foster mom" not in inside


def test_it_reaches_as_far_as_the_days_that_were_chosen(foster):
    assert handed(foster, end=day(11)).sender.through == day(11)
    assert handed(foster).sender.through == foster.journal.today()


def test_a_home_without_a_name_can_hand_over_and_the_copy_is_taken_twice(foster, computers):
    aunt = computers.new("aunt")
    pack = handed(foster)
    assert not aunt.safe.pack_files.preview(pack).is_nothing
    aunt.take(pack)
    assert aunt.safe.pack_files.preview(pack).is_nothing
    assert aunt.journal.settings.home is None
