"""Each door that brings envelopes of a private photo also brings that it is one, and no more."""

import hashlib
import json
import os
import shutil
from contextlib import closing
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
import sqlcipher3

from homejournal.domain.errors import FaultKind
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience, OutgoingFilter
from homejournal.exchange.batch_file import Batch, BatchFault, Signer, read_batch, write_batch
from homejournal.exchange.pack_file import plain_pack
from homejournal.exchange.revision_lines import Incoming, line_of
from homejournal.services.safe.repair.repair import Repair
from homejournal.services.safe.transfer import incoming
from tests.damages import lose_heads
from tests.journals import TODAY, note, planned, revisions, take_in
from tests.sharing.computers import batches
from tests.sharing.pack_lines import dad, lines, mom, newer_revision, refused
from tests.sharing.test_folder_troubles import batch_with
from tests.sharing.test_private_photos import (
    a_private_photo,
    deleted,
    holds,
    invited,
    look,
    named,
    plain_of,
)

__all__ = ["dad", "mom"]


@pytest.fixture
def gone(mom):
    """Return a computer on which a private photo was deleted for good, and an open one."""
    a_private_photo(mom)
    mom.copy = mom.safe.backups.make().path
    mom.before = revisions(mom.journal)
    deleted(mom)
    return mom


def assert_at_home(computer, photo) -> None:
    """Assert that the computer knows of a photo, and that no other home would hear of it."""
    named(computer)
    assert holds(plain_pack(computer.pack(Audience.OWN)), photo.id)
    assert not holds(plain_pack(computer.pack()), photo.id)


def stubs(computer, photo) -> list:
    return [
        revision for revision in revisions(computer.journal) if revision.told().record == photo.id
    ]


def test_undo_of_a_file_forgets_nothing_that_stays_at_home(gone, computers):
    laptop = computers.new("laptop")
    change = laptop.take(gone.pack(Audience.OWN))
    laptop.journal.undo(change)
    take_in(laptop.journal, stubs(gone, gone.photo))
    assert_at_home(laptop, gone.photo)


def test_a_copy_of_our_other_computer_brings_it(gone, computers):
    laptop = computers.new("laptop")
    planned(laptop.journal)
    copy = gone.safe.backups.make().path
    restoring = laptop.safe.backups.restoring
    looked = restoring.look(copy)
    assert not restoring.is_of_this_journal(looked)
    laptop.journal.undo(restoring.restore(copy, looked).change)
    restoring.restore(copy, restoring.look(copy))
    assert_at_home(laptop, gone.photo)


def test_so_does_a_journal_of_theirs_that_lies_beside_ours(gone, computers):
    laptop = computers.new("laptop")
    planned(laptop.journal)
    gone.journal.close()
    lies = laptop.place / "journal (1).hj"
    shutil.copy(gone.place / "journal.hj", lies)
    gone.again()
    copies = laptop.safe.copies
    looked = copies.look_into(lies)
    assert not copies.is_ours(looked)
    copies.join([looked])
    assert_at_home(laptop, gone.photo)


def test_a_repair_from_a_shared_folder_brings_it(gone, computers):
    cloud = computers.shared_folder()
    shared = gone.begin(cloud)
    laptop = computers.new("laptop")
    planned(laptop.journal)
    invited(gone, shared, cloud, laptop)
    look(gone, shared)
    repaired(laptop)
    assert_at_home(laptop, gone.photo)


def test_so_does_one_from_a_copy_of_our_other_computer(gone, computers):
    laptop = computers.new("laptop")
    (child,) = gone.journal.records.all_of(Kind.CHILD)
    laptop.take(gone.pack(Audience.OWN, only=frozenset({child.id})))
    repaired(laptop, shown=gone.safe.backups.make().path)
    assert_at_home(laptop, gone.photo)


def test_a_repair_without_the_settings_keeps_what_copies_tell(gone):
    gone.safe.backups.make()
    gone.journal.close()
    file = gone.place / "journal.hj"
    with closing(sqlcipher3.connect(file)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'garbled'")
    repaired(gone)
    assert_at_home(gone, gone.photo)


def test_a_repair_that_knows_of_no_setting_asks_the_words_of_older_copies(gone):
    newest = max(gone.safe.backups.here(), key=lambda backup: backup.made)
    gone.journal.close()
    with closing(sqlcipher3.connect(gone.place / "journal.hj")) as connection, connection:
        connection.execute("DELETE FROM meta WHERE name LIKE 'private%' OR name = 'hashes'")
    assert newest.path == gone.copy
    repaired(gone)
    assert_at_home(gone, gone.photo)


def repaired(computer, shown=None) -> None:
    computer.journal.close()
    lose_heads(computer.place)
    repair = Repair(computer.place, device=computer.device, clock=computer.clock)
    repair.elsewhere.computer = computer.settings
    if shown is not None:
        repair.elsewhere.show(shown)
    repair.finish(repair.prepare(lambda _done, _of: True))
    computer.again()


def test_content_that_is_refused_still_tells(gone, computers):
    laptop = computers.new("laptop")
    laptop.safe.purging.follow(gone.safe.purging.ids())
    take_in(laptop.journal, gone.before)
    assert all(stub.fields is None for stub in stubs(laptop, gone.photo))
    assert_at_home(laptop, gone.photo)


def test_so_does_what_waits_for_a_newer_homejournal(mom, computers):
    photo = newer_revision("media", schema=99)
    told = {"private_note": str(uuid4())}
    photo = sealed_like(photo, told)
    for order in (("comes", "goes"), ("goes", "comes")):
        laptop = computers.new(f"first it {order[0]}")
        for what in order:
            if what == "comes":
                incoming.take_in(laptop.journal._session, Incoming(newer=(photo,)), {})
            else:
                laptop.safe.purging.follow({photo.id})
        record = json.loads(photo.envelope)["record"]
        assert record.encode() in plain_pack(laptop.pack(Audience.OWN))
        named(laptop)
        assert record.encode() not in plain_pack(laptop.pack())


def sealed_like(revision, fields):
    """Return a revision of years to come that says something else."""
    said = json.dumps(fields).encode()
    told = json.loads(revision.envelope)
    told["content"] = hashlib.sha256(revision.salt + said).hexdigest()
    envelope = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    id_ = hashlib.sha256(envelope).digest()
    return replace(revision, id=id_, envelope=envelope, fields=said)


def test_a_photo_that_was_shown_elsewhere_since_is_private_no_longer(mom, computers):
    a_private_photo(mom)
    mom.journal.records.delete(mom.photo.id)
    laptop = computers.new("laptop")
    laptop.take(mom.pack(Audience.OWN))
    assert_at_home(laptop, mom.photo)
    shown = note(mom.of)
    open_ = replace(mom.photo, private_note=None, note=shown.id)
    mom.journal.records.save(shown, open_)
    laptop.take(mom.pack(Audience.OWN))
    assert holds(plain_pack(laptop.pack()), mom.photo.id)
    mom.journal.records.delete(mom.photo.id)
    assert mom.pack(Audience.OWN).private == frozenset()
    mom.journal.media.delete_for_good(open_)
    laptop.take(mom.pack(Audience.OWN))
    for computer in (mom, laptop):
        assert holds(plain_pack(computer.pack()), mom.photo.id)  # others are asked to delete it


def test_what_leaves_as_a_journals_file_never_names_it(gone):
    assert not holds(gone.journal.files.export_json(), gone.photo.id)


def test_only_our_own_computers_are_told_and_only_where_nothing_else_tells(mom, computers):
    photo = a_private_photo(mom)
    assert mom.pack(Audience.OWN).private == frozenset()
    mom.journal.records.delete(photo.id)
    assert mom.pack(Audience.OWN).private == {str(photo.id)}
    assert mom.pack().private == frozenset()
    folder = computers.shared_folder("between homes")
    shared = mom.begin(folder, Audience.OTHER_HOME)
    look(mom, shared)
    assert b'"private"' not in plain_of(folder, shared)
    envelopes = mom.pack(Audience.OWN).incoming.revisions
    for audience, told in ((Audience.OWN, {str(photo.id)}), (Audience.OTHER_HOME, set())):
        leaving = OutgoingFilter(audience=audience, private={str(photo.id)})
        assert leaving.private_photos_to_tell(envelopes) == told


def test_one_under_an_old_id_is_written_again_with_it(mom, computers):
    photo = a_private_photo(mom)
    cloud = computers.shared_folder()
    shared = mom.begin(cloud)
    look(mom, shared)
    old = mom.device
    mom.safe.sharing.take_new_device(mom.settings)
    look(mom, shared)
    deleted(mom)
    look(mom, shared)
    for one in batches(cloud):
        batch = read_batch(one.read_bytes(), shared.key, shared.journal)
        assert batch.private == {str(photo.id)}
        about = [
            revision for revision in batch.incoming.revisions if revision.told().record == photo.id
        ]
        assert not any(one.fields for one in about)  # a deletion says nothing either
    assert {one.parent.name for one in batches(cloud)} == {str(old), str(mom.device)}


@pytest.mark.parametrize(
    ("private", "what"),
    [
        ("all", FaultKind.NOT_AN_ID),
        (["../x"], FaultKind.NOT_AN_ID),
        ([["x"]], FaultKind.NOT_AN_ID),
        ([str(UUID(int=5))], FaultKind.REFERENCE_TO_NOTHING),
        ([str(UUID(int=5))] * 9, FaultKind.REFERENCE_TO_NOTHING),
    ],
)
def test_a_pack_that_tells_of_no_photo_of_its_own_is_refused(gone, private, what):
    told = lines(gone, Audience.OWN)
    line = json.dumps({"private": private}).encode()
    assert refused(b"\n".join([*told[:-1], line, b""])) == [what]


def test_a_pack_for_another_home_that_tells_of_private_photos_is_refused(gone):
    own, told = gone.pack(Audience.OWN), lines(gone)
    line = json.dumps({"private": sorted(own.private)}).encode()
    assert own.private == {str(gone.photo.id)}
    assert refused(b"\n".join([*told[:-1], line, b""])) == [FaultKind.UNKNOWN_LIST]
    what = [FaultKind.NOT_A_PACK, FaultKind.REFERENCE_TO_NOTHING]
    assert refused(b"\n".join([b"{}", line, b""])) == what


@pytest.mark.parametrize("private", ["all", {}, [7], [[]], ["../x"], [str(UUID(int=5))]])
def test_nor_is_a_batch_read(gone, private):
    key, signer = os.urandom(32), Signer(os.urandom(32))
    told = {"home": None, "through": TODAY.isoformat(), "revisions": [], "purged": []}
    told["revisions"] = [line_of(stub) for stub in stubs(gone, gone.photo)]
    for said, fits in (([str(gone.photo.id)], True), ([], True), (private, False)):
        read = read_batch(batch_with(told | {"private": said}, signer, key), key, UUID(int=1))
        assert isinstance(read, Batch) is fits
    assert read is BatchFault.UNREADABLE


def test_nor_one_in_a_folder_with_another_home(gone, dad, computers):
    folder = computers.shared_folder("between homes")
    shared = gone.begin(folder, Audience.OTHER_HOME)
    theirs = invited(gone, shared, folder, dad)
    signer = Signer(os.urandom(32))
    batch = Batch(
        journal=shared.journal,
        device=uuid4(),
        number=1,
        public=signer.public,
        home=None,
        through=TODAY,
        incoming=Incoming(revisions=tuple(stubs(gone, gone.photo))),
        private=frozenset({str(gone.photo.id)}),
    )
    data = write_batch(batch, shared.key, signer)
    assert read_batch(data, shared.key, shared.journal) == batch
    place = folder / str(shared.journal)
    place.mkdir(exist_ok=True)
    (place / "00000001.hjb").write_bytes(data)
    ran = look(dad, theirs)
    assert (stubs(dad, gone.photo), ran.private) == ([], frozenset())
    assert len(dad.safe.sharing.folder_of(theirs).batches.unreadable) == 1
