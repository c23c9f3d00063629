"""A revision proves its bytes, and the same one of several is shown everywhere."""

import hashlib
import random
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import (
    Envelope,
    Op,
    Revision,
    content_hash,
    heads_of,
    is_genuine,
    is_of_record,
    last_content,
    salt_from_content,
    versions_of,
)

RECORD = UUID("11111111-1111-4111-8111-111111111111")
SALT = b"0123456789abcdef"


def made(text: str, *parents: Revision, op: Op = Op.PUT, salt: bytes = SALT) -> Revision:
    envelope = Envelope(
        kind=Kind.NOTE,
        record=RECORD,
        parents=tuple(parent.id for parent in parents),
        device="dddddddd-0000-4000-8000-000000000001",
        at="2026-03-10T20:30:00.000000+00:00",
        op=op,
    )
    return envelope.seal(salt, f'{{"text":"{text}"}}'.encode() if op is Op.PUT else b"")


def stub(revision: Revision) -> Revision:
    return replace(revision, salt=None, fields=None)


def test_the_bytes_of_a_revision_stay_as_they_are_for_ever():
    revision = made("words")
    assert revision.envelope == (
        b'{"at":"2026-03-10T20:30:00.000000+00:00","content":"'
        + content_hash(SALT, b'{"text":"words"}').encode()
        + b'","device":"dddddddd-0000-4000-8000-000000000001","kind":"note","op":"put",'
        b'"parents":[],"record":"11111111-1111-4111-8111-111111111111","schema":1}'
    )
    assert revision.id == hashlib.sha256(revision.envelope).digest()
    assert revision.id.hex() == ("234d02c27073027b6bd2ded2c57109432df0254a260fcc768627b3c7057ce24e")
    assert content_hash(b"a", b"b") == hashlib.sha256(b"ab").hexdigest()


def test_the_envelope_tells_what_was_sealed():
    first = made("one")
    second = made("two", first, made("three"))
    told = second.told()
    assert told == Envelope.read(second.envelope)
    assert told.parents == tuple(sorted((first.id, made("three").id)))
    assert (told.kind, told.record, told.op, told.schema) == (Kind.NOTE, RECORD, Op.PUT, 1)


@given(st.sampled_from(["id", "envelope", "salt", "fields"]), st.data())
def test_one_changed_bit_is_noticed_wherever_it_is(part, data):
    revision = made("some words")
    raw = bytearray(getattr(revision, part))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    assert is_genuine(revision)
    assert not is_genuine(replace(revision, **{part: bytes(raw)}))


def test_a_stub_still_proves_its_envelope():
    revision = stub(made("words"))
    assert is_genuine(revision)
    forged = replace(revision, envelope=revision.envelope.replace(b"note", b"page"))
    assert not is_genuine(forged)
    assert not revision.says_something
    assert not made("", op=Op.DELETE).says_something
    assert made("words").says_something


def test_a_revision_is_about_its_own_record_and_kind_only():
    revision = made("words")
    assert is_of_record(revision, Kind.NOTE, RECORD)
    assert not is_of_record(revision, Kind.PRIVATE_NOTE, RECORD)
    assert not is_of_record(revision, Kind.NOTE, UUID(int=1))


def test_content_alone_gives_the_same_salt_each_time_and_another_for_other_records():
    first = salt_from_content(Kind.NOTE, RECORD, b"{}")
    assert first == salt_from_content(Kind.NOTE, RECORD, b"{}")
    others = [
        salt_from_content(Kind.PAGE, RECORD, b"{}"),
        salt_from_content(Kind.NOTE, UUID(int=1), b"{}"),
        salt_from_content(Kind.NOTE, RECORD, b"[]"),
    ]
    assert len({first, *others}) == 4
    assert len(first) == 16


def shuffled(revisions: list[Revision]) -> list[list[Revision]]:
    return [random.Random(seed).sample(revisions, len(revisions)) for seed in range(6)]


def test_what_is_replaced_is_no_head():
    first = made("one")
    second = made("two", first)
    third = made("three", second)
    for order in shuffled([first, second, third]):
        assert heads_of(order) == [third]
    assert heads_of([first]) == [first]
    assert heads_of([]) == []


def test_of_two_versions_the_greatest_id_is_shown_in_any_order():
    first = made("one")
    two = [made("two", first), made("three", first)]
    greatest = max(two, key=lambda one: one.id)
    for order in shuffled([first, *two]):
        heads = heads_of(order)
        assert heads[0] == greatest
        assert versions_of(heads) == 2


def test_a_settling_revision_replaces_both():
    first = made("one")
    two = [made("two", first), made("three", first)]
    settled = made("two", *two)
    assert heads_of([*two, settled, first]) == [settled]


def test_an_edit_beats_a_deletion_whatever_their_ids():
    first = made("one")
    for text in ("two", "three", "four", "five"):
        edit, gone = made(text, first), made("", first, op=Op.DELETE)
        heads = heads_of([first, gone, edit])
        assert heads == [edit, gone]
        assert versions_of(heads) == 1
    assert versions_of(heads_of([first, gone])) == 0


def test_content_is_shown_before_a_stub_and_a_stub_is_no_version():
    first = made("one")
    for text in ("two", "three", "four", "five"):
        seen, withheld = made(text, first), stub(made("six", first))
        heads = heads_of([first, withheld, seen])
        assert heads[0] == seen
        assert versions_of(heads) == 1
    assert versions_of([withheld]) == 0


def test_the_same_words_twice_are_one_version():
    first = made("one")
    same = [made("two", first), made("two", first, salt=b"fedcba9876543210")]
    assert versions_of(heads_of([first, *same])) == 1


def test_what_a_deleted_record_was_follows_from_its_revisions_alone():
    first = made("one")
    second = made("two", first)
    gone = made("", second, op=Op.DELETE)
    for order in shuffled([first, second, gone]):
        assert last_content(order) == second
    assert last_content([first, stub(second), gone]) == first
    assert last_content([stub(second), gone]) is None


@pytest.mark.parametrize("raw", [b"{}", b"[]", b"\xff", b'{"kind":"nope"}'])
def test_an_envelope_that_does_not_read_raises(raw):
    with pytest.raises((KeyError, TypeError, ValueError)):
        Envelope.read(raw)


@pytest.mark.parametrize("part", ["id", "envelope", "salt", "fields"])
@pytest.mark.parametrize("value", [7, "text", 1.5])
def test_what_is_no_bytes_is_not_genuine(part, value):
    revision = made("She laughed")
    assert is_genuine(revision)
    assert not is_genuine(replace(revision, **{part: value}))
