"""A file from outside costs itself only: what comes beside it comes, and it is told by its name."""

import json
import os
from uuid import uuid4

import pytest

from homejournal.domain.errors import ImportFaultsError
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Envelope, Revision, canonical, content_hash
from homejournal.exchange import batch_file
from homejournal.exchange.batch_file import Batch, Signer, write_batch
from homejournal.exchange.pack_file import read_plain_pack
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.sharing.batches import batch_path
from homejournal.services.safe.sharing.shared_folder import read_own_part
from homejournal.texts.error_texts import unreadable_said
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, note
from tests.sharing.computers import Computer
from tests.sharing.test_shared_folder import notes, two

__all__ = ["two"]

DEPTHS = (41, 100, 150, 200, 300, 330, 480, 495, 900, 990, 3000, 50_000)


def deep(levels: int) -> str:
    return "[" * levels + "]" * levels


def revision(fields: str, kind: Kind = Kind.NOTE) -> Revision:
    """Return a revision that is genuine, whatever its fields hold."""
    told = Envelope(kind=kind, record=uuid4(), device=str(uuid4()), at=None)
    salt, data = bytes(16), fields.encode()
    sealed = told.seal(salt, data)
    assert content_hash(salt, data).encode() in sealed.envelope
    return sealed


def put(computer: Computer, *revisions: Revision) -> str:
    """Lay a batch into the folder, rightly sealed and signed by a new computer; return its name."""
    shared, signer = computer.shared, Signer(os.urandom(32))
    batch = Batch(
        journal=shared.journal,
        device=uuid4(),
        number=1,
        public=signer.public,
        home=None,
        through=TODAY,
        incoming=Incoming(revisions=revisions),
    )
    data = write_batch(batch, shared.key, signer)
    place = batch_path(read_own_part(computer.settings, shared.id).folder, batch, data)
    place.parent.mkdir()
    place.write_bytes(data)
    return place.name


@pytest.mark.parametrize("levels", DEPTHS)
@pytest.mark.parametrize("name", ["text", "later"])
def test_a_batch_that_nests_too_deep_holds_up_nothing_else(two, levels, name):
    laptop, desk, _ = two
    laptop.run(), desk.run()
    said = canonical({"child": str(laptop.of), "day": "2026-03-10"}).decode()[:-1]
    put(laptop, revision(f'{said},"{name}":{deep(levels)}}}'))
    laptop.journal.records.save(note(laptop.of, "we went outside"))
    desk.journal.records.save(note(laptop.of, "he slept late"))
    for _ in range(2):
        desk.run(), laptop.run()
    assert {"we went outside", "he slept late"} <= set(notes(desk, laptop.of))
    assert "he slept late" in notes(laptop, laptop.of)
    assert desk.journal.files.check().is_sound


ODD = ("1", "[]", '"x"', "null", "{", "", '{"a":1e5}', '{"a":NaN}', '{"a":1,"a":2}', "\\ud800")


@pytest.mark.parametrize("fields", [*ODD, deep(30), '{"sha256":{"private_note":[]}}'])
@pytest.mark.parametrize("kind", [Kind.MEDIA, Kind.CHILD, Kind.PRACTICE])
def test_a_photo_whose_fields_are_none_holds_up_nothing_else(two, fields, kind):
    laptop, desk, _ = two
    laptop.run(), desk.run()
    put(laptop, revision(fields, kind))
    laptop.journal.records.save(note(laptop.of, "we went outside"))
    for _ in range(2):
        laptop.run(), desk.run()
    assert "we went outside" in notes(desk, laptop.of)
    assert desk.journal.files.check().is_sound
    assert json.loads(desk.journal.files.export_json())


def test_what_is_whole_and_cannot_be_read_is_told_by_its_name(two):
    laptop, desk, _ = two
    laptop.run(), desk.run()
    name = put(laptop, revision(f'{{"text":{deep(300)}}}'))
    ran = desk.run()
    state = desk.safe.sharing.state(desk.shared, desk.settings)
    assert (state.unreadable, state.unread, ran.forged) == ((name,), 0, ())
    assert name in unreadable_said(wording_of("en"), state.unreadable)
    assert unreadable_said(wording_of("en"), ("a", "b")).startswith("2 files in the folder cannot")


def test_whatever_breaks_in_reading_one_batch_is_one_batch(two, monkeypatch):
    laptop, desk, _ = two
    laptop.run(), desk.run()
    name = put(laptop, revision("{}"))

    def broken(_told: object, _place: str = "") -> None:
        raise MemoryError

    monkeypatch.setattr(batch_file, "read_lines", broken)
    desk.run()
    assert desk.safe.sharing.state(desk.shared, desk.settings).unreadable == (name,)


def test_a_file_that_went_is_told_no_more(two):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    name = put(laptop, revision(f'{{"text":{deep(300)}}}'))
    desk.run()
    (found,) = folder.rglob(name)
    found.unlink()
    desk.run()
    assert desk.safe.sharing.state(desk.shared, desk.settings).unreadable == ()


@pytest.mark.parametrize("levels", DEPTHS)
def test_a_pack_that_nests_too_deep_is_refused_with_its_line(levels):
    line = f'{{"envelope":"{{}}","salt":{deep(levels)}}}'
    with pytest.raises(ImportFaultsError) as told:
        read_plain_pack(f"{{}}\n{line}\n".encode())
    assert "line[2]" in {fault.place for fault in told.value.faults}


@pytest.mark.parametrize("name", ["strategy", "practice", "helper", "flags", "day", "from"])
@pytest.mark.parametrize("said", ["5", "{}", '["x"]', '"x"', "true"])
def test_a_field_that_only_a_newer_version_knows_may_say_anything(two, name, said):
    laptop, desk, _ = two
    laptop.run(), desk.run()
    fields = canonical({"name": "Grandpa", name: json.loads(said)}).decode()
    put(laptop, revision(fields, Kind.HELPER))
    laptop.journal.records.save(note(laptop.of, "we went outside"))
    laptop.run(), desk.run()
    assert "we went outside" in notes(desk, laptop.of)
    desk.journal.records.save(Helper(id=uuid4(), name="Grandma"))
    assert {helper.name for helper in desk.journal.family().helpers.values()} >= {
        "Grandpa",
        "Grandma",
    }
    told = json.loads(desk.journal.files.export_json())["helpers"]
    assert {one["id"] for one in told} == {str(helper) for helper in desk.journal.family().helpers}
    assert desk.journal.files.check().is_sound
