"""What goes wrong with a shared folder, by accident or on purpose, and costs nothing."""

import hashlib
import json
import os
import shutil
from uuid import UUID, uuid4

import pytest

from homejournal.domain.errors import SharingRefusal, SharingRefusedError
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import BatchesArrived, SharingEntry
from homejournal.exchange import batch_file
from homejournal.exchange.batch_file import Batch, BatchFault, Signer, read_batch, write_batch
from homejournal.exchange.revision_lines import Incoming
from homejournal.services.safe.sharing import batches as batch_files
from homejournal.services.safe.sharing.shared_folder import read_own_part
from tests.journals import TODAY, note, projection
from tests.sharing.computers import batches
from tests.sharing.test_shared_folder import in_step, notes, two

__all__ = ["two"]


def test_strangers_in_the_folder_are_left_alone(two):
    laptop, desk, folder = two
    laptop.run()
    base = folder / str(laptop.shared.journal)
    strange = {
        base / "desktop.ini": b"[x]",
        base / "deep" / "er" / "and" / "deeper" / "x.hjb": b"HJB1" + bytes(300),
        base / "empty.hjb": b"",
        base / "00000001-0000000000000000.hjb": b"HJB1" + bytes(300),
        folder / "other.hjb": b"HJB1",
    }
    for path, data in strange.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (base / "link.hjb").symlink_to("/etc/passwd")
    (base / "pipe.hjb").parent.mkdir(exist_ok=True)
    os.mkfifo(base / "pipe.hjb")
    ran = desk.run()
    assert (len(ran.incoming.revisions), ran.forged) == (0, ())
    assert {path: path.read_bytes() for path in strange} == strange


def test_too_large_a_file_is_not_read(two, monkeypatch):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "much"))
    laptop.run()
    (batch,) = batches(folder)
    monkeypatch.setattr(batch_files, "MOST_BYTES", batch.stat().st_size - 1)
    assert desk.run(write=False).incoming.revisions == ()
    monkeypatch.setattr(batch_files, "MOST_BYTES", batch.stat().st_size)
    assert desk.run(write=False).incoming.revisions
    assert batch_file.head_of(b"HJB1" + bytes(batch_file.MOST_BYTES)) is BatchFault.FOREIGN


def forged(shared: SharingEntry, device: UUID, key: bytes, signer: Signer) -> tuple[str, bytes]:
    of = uuid4()
    from homejournal.domain.records.codec import to_fields
    from homejournal.domain.records.revisions import Envelope, canonical

    said = note(of, "words that nobody wrote")
    made = Envelope(kind=Kind.NOTE, record=said.id, device=str(device), at=None)
    revision = made.seal(bytes(16), canonical(to_fields(said)))
    batch = Batch(
        journal=shared.journal,
        device=device,
        number=9,
        public=signer.public,
        home=None,
        through=TODAY,
        incoming=Incoming(revisions=(revision,)),
    )
    data = write_batch(batch, key, signer)
    return f"00000009-{hashlib.sha256(data).hexdigest()[:16]}.hjb", data


@pytest.mark.parametrize("how", ["other key", "other signature", "signed by somebody else"])
def test_a_forged_file_is_put_aside_and_told_once(two, how):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    key = os.urandom(32) if how == "other key" else laptop.shared.key
    name, data = forged(laptop.shared, laptop.device, key, Signer(os.urandom(32)))
    if how == "other signature":
        data = data[:-1] + bytes([data[-1] ^ 1])
        name = f"00000009-{hashlib.sha256(data).hexdigest()[:16]}.hjb"
    place = folder / str(laptop.shared.journal) / str(laptop.device)
    (place / name).write_bytes(data)
    ran = desk.run()
    assert (ran.forged, ran.incoming.revisions) == ((data,), ())
    (aside,) = (desk.place / "quarantine").iterdir()
    assert (aside.name, aside.read_bytes()) == (
        f"not-ours-{hashlib.sha256(data).hexdigest()[:16]}.hjb",
        data,
    )
    assert desk.run().forged == ()
    assert (place / name).exists()  # it is not ours to delete


def test_the_first_key_of_a_computer_is_the_one_that_counts(two, computers):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    assert set(desk.shared.known) == {laptop.device, desk.device}
    stranger = uuid4()
    first, second = Signer(os.urandom(32)), Signer(os.urandom(32))
    place = folder / str(laptop.shared.journal) / str(stranger)
    place.mkdir()
    name, data = forged(laptop.shared, stranger, laptop.shared.key, first)
    (place / name).write_bytes(data)
    assert desk.run(take=False).pinned == {stranger: first.public}
    name, data = forged(laptop.shared, stranger, laptop.shared.key, second)
    (place / name).write_bytes(data)
    ran = desk.run()  # before the first key was kept, and after
    assert (ran.forged, ran.pinned) == ((data,), {stranger: first.public})
    assert desk.shared.known[stranger] == first.public
    assert desk.run().pinned == {}


def test_an_emptied_folder_deletes_nothing_and_is_filled_again(two):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "still here"))
    laptop.run(), desk.run()
    before = projection(laptop.place)
    shutil.rmtree(folder / str(laptop.shared.journal))
    ran = desk.run(write=False)
    assert (ran.incoming.revisions, projection(desk.place)) == ((), before)
    assert laptop.run().written == 1
    assert [batch.name[:8] for batch in batches(folder)] == ["00000001"]
    laptop.again()
    assert (laptop.run().written, laptop.run().cloned) == (0, False)
    assert in_step(laptop, desk)


def test_what_is_emptied_while_the_program_is_closed_is_filled_as_well(two):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    shutil.rmtree(folder / str(laptop.shared.journal))
    laptop.again()
    assert laptop.run().written == 1


def test_old_batches_that_come_back_are_known_as_our_own(two, tmp_path):
    laptop, _, folder = two
    laptop.run()
    base = folder / str(laptop.shared.journal)
    base.rename(tmp_path / "kept")
    laptop.run()
    shutil.copytree(tmp_path / "kept", base, dirs_exist_ok=True)
    device = laptop.device
    assert (laptop.run().cloned, laptop.device) == (False, device)


def test_a_folder_that_is_not_there_is_told_and_nothing_else_happens(two):
    laptop, _, folder = two
    laptop.run()
    shutil.rmtree(folder)
    with pytest.raises(SharingRefusedError) as refusal:
        laptop.run()
    assert refusal.value.why is SharingRefusal.NO_FOLDER
    assert not laptop.safe.sharing.state(laptop.shared, laptop.settings).is_there
    folder.mkdir()
    assert laptop.run().written == 1


def test_a_lost_batch_is_written_again_under_its_number(two):
    laptop, desk, folder = two
    for number in range(3):
        laptop.journal.records.save(note(laptop.of, f"note {number}"))
        laptop.run()
    _, second, _ = batches(folder)
    second.unlink()
    assert laptop.run().written == 1
    assert sorted(batch.name[:8] for batch in batches(folder)) == [
        "00000001",
        "00000002",
        "00000003",
    ]
    assert desk.run(write=False).arrived[laptop.device] == BatchesArrived(3, 3)
    assert notes(desk, laptop.of) == ["note 0", "note 1", "note 2"]


def test_a_lost_number_with_nothing_to_say_is_filled_so_that_nobody_waits(two):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "once"))
    laptop.run()
    laptop.journal.records.save(note(laptop.of, "twice"))
    laptop.run()
    laptop.journal.records.save(note(laptop.of, "and again"))
    laptop.run()
    first, second, _ = batches(folder)
    first.unlink(), second.unlink()
    assert laptop.run().written == 2
    assert desk.run(write=False).arrived[laptop.device] == BatchesArrived(3, 3)
    assert notes(desk, laptop.of) == ["and again", "once", "twice"]


def test_what_has_not_arrived_yet_is_counted(two):
    laptop, desk, folder = two
    for number in range(4):
        laptop.journal.records.save(note(laptop.of, f"note {number}"))
        laptop.run()
    first, second, *_ = batches(folder)
    for one in (first, second):
        one.rename(one.with_suffix(".away"))
        one.with_suffix(".away").rename(folder / one.name)
    told = desk.run(write=False).arrived[laptop.device]
    assert (told, told.missing) == (BatchesArrived(2, 4), 2)
    state = desk.safe.sharing.state(desk.shared, desk.settings)
    assert state.arrived[laptop.device].missing == 2


def test_a_cloned_computer_takes_a_new_id_and_nothing_is_lost(two, computers, tmp_path):
    laptop, desk, _ = two
    laptop.journal.records.save(note(laptop.of, "before"))
    laptop.run()
    twin = computers.new("twin")
    twin.journal.close()
    for name in ("journal", "settings"):
        shutil.rmtree(twin.folder / name)
        shutil.copytree(laptop.folder / name, twin.folder / name)
    (twin.place / "journal.lock").unlink(missing_ok=True)
    twin.again()
    assert twin.device == laptop.device
    laptop.journal.records.save(note(laptop.of, "on the laptop"))
    twin.journal.records.save(note(laptop.of, "on the twin"))
    laptop.run()
    old = twin.device
    ran = twin.run()
    assert (ran.cloned, ran.written) == (True, 0)
    assert twin.device != old == laptop.device
    assert twin.run().written == 1
    laptop.run(), desk.run(), twin.run()
    assert notes(desk, laptop.of) == ["before", "on the laptop", "on the twin"]
    assert in_step(laptop, desk, twin)
    assert not laptop.run().cloned


def test_an_old_copy_of_the_journal_gets_back_what_it_lost(two, tmp_path):
    laptop, desk, _ = two
    laptop.run(), desk.run()
    laptop.journal.close()
    shutil.copytree(laptop.place, tmp_path / "old")
    laptop.again()
    laptop.journal.records.save(note(laptop.of, "since the copy"))
    laptop.run()
    laptop.journal.close()
    shutil.rmtree(laptop.place)
    shutil.copytree(tmp_path / "old", laptop.place)
    laptop.again()
    assert notes(laptop, laptop.of) == []
    laptop.journal.records.save(note(laptop.of, "after the copy"))
    assert not laptop.run().cloned
    desk.run()
    assert notes(laptop, laptop.of) == ["after the copy", "since the copy"]
    assert in_step(laptop, desk)


def test_a_lost_part_of_the_settings_is_as_none(two):
    laptop, *_ = two
    laptop.run()
    (file,) = (laptop.settings / "sharing").iterdir()
    without_key = json.dumps({**json.loads(file.read_text()), "private": "00"})
    for told in ('{"folder": 1}', without_key):
        file.write_text(told)
        assert read_own_part(laptop.settings, laptop.shared.id) is None
        assert laptop.safe.sharing.state(laptop.shared, laptop.settings).folder is None


def batch_with(told: object, signer: Signer, key: bytes) -> bytes:
    """Return a batch of somebody who has the key and writes nonsense."""
    real = Batch(
        journal=UUID(int=1), device=UUID(int=2), number=1, public=b"", home=None, through=TODAY
    )
    plain = batch_file._plain
    batch_file._plain = lambda _batch: json.dumps(told).encode()
    try:
        return write_batch(real, key, signer)
    finally:
        batch_file._plain = plain


@pytest.mark.parametrize(
    "told",
    [
        [],
        {"home": None},
        {"home": None, "through": "2026-03-10", "revisions": {}, "purged": []},
        {"home": None, "through": "2026-03-10", "revisions": [], "purged": {}},
        {"home": None, "through": "2026-03-10", "revisions": [], "purged": ["../x"]},
        {"home": None, "through": "2026-03-10", "revisions": [7], "purged": []},
        {"home": None, "through": 5, "revisions": [], "purged": []},
        {"home": "../x", "through": "2026-03-10", "revisions": [], "purged": []},
        {"home": None, "through": "2026-03-10", "revisions": [], "purged": [], "more": 1},
    ],
)
def test_nonsense_of_somebody_who_has_the_key_is_left_alone(told):
    key, signer = os.urandom(32), Signer(os.urandom(32))
    data = batch_with(told, signer, key)
    assert read_batch(data, key, UUID(int=1)) is BatchFault.UNREADABLE
    assert read_batch(data, key, UUID(int=3)) is BatchFault.OTHER_JOURNAL
    assert read_batch(data[:-1], key, UUID(int=1)) is BatchFault.NOT_WHOLE
