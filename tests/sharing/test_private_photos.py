"""A photo that only a private note had: no other home hears of it, from whichever computer.

Once it was deleted, a computer that comes later gets envelopes alone, which do not say so.
"""

import hashlib
import json
from dataclasses import replace
from uuid import UUID

import pytest

from homejournal.domain.records.revisions import Revision, canonical
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange import batch_file
from homejournal.exchange.batch_file import read_batch
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.safe.sharing.sync_run import run
from homejournal.services.safe.transfer.sealed_files import pack_of
from tests.journals import note, planned, private_note
from tests.sharing.computers import batches
from tests.sharing.pack_lines import dad, jpeg, mom

pytestmark = pytest.mark.unmeasured

__all__ = ["dad", "mom"]


def a_private_photo(computer):
    """Write a private note with a photo, and one that anybody may see."""
    computer.of, _ = planned(computer.journal)
    hidden, shown = private_note(computer.of), note(computer.of)
    computer.photo = computer.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", hidden)
    computer.open = computer.journal.media.put_photo(kept_file(jpeg(3)), "park.jpg", shown)
    computer.journal.records.save(hidden, shown, computer.photo, computer.open)
    return computer.photo


def deleted(computer, *, for_good=True):
    for one in (computer.photo, computer.open):
        computer.journal.records.delete(one.id)
    if for_good:
        computer.safe.purging.carry_out(computer.safe.purging.of_bin())


def look(computer, shared, *, take=True):
    """Look once into one of the shared folders of a computer."""
    sharing = computer.safe.sharing
    ran = run(sharing.wish(shared, computer.settings), sharing.folder_of(shared))
    if take:
        list(sharing.take(ran))
    return ran


def invited(computer, shared, folder, guest):
    """Let a guest take part in a shared folder, who gets nothing but the invitation."""
    invitation = computer.safe.sharing.invitation(shared, computer.settings)
    return guest.safe.sharing.join(invitation, folder, guest.settings)


def plain_of(folder, shared) -> bytes:
    """Return what stands in the batches of a folder."""
    told = [read_batch(batch.read_bytes(), shared.key, shared.journal) for batch in batches(folder)]
    return b"\n".join(map(batch_file._plain, told))


def holds(data: bytes, record: UUID) -> bool:
    return str(record).encode() in data or record.bytes in data


def named(computer) -> None:
    """Give the computer's home a name where it has none yet."""
    if computer.safe.homes.ours is None:
        computer.safe.homes.name_ours("With Mom")


def assert_stays_at_home(computer, dad, computers):
    """Assert that another home hears nothing of the private photo: by a file, and by a folder."""
    named(computer)
    pack = computer.pack()
    folder = computers.shared_folder("between homes")
    shared = computer.begin(folder, Audience.OTHER_HOME)
    theirs = invited(computer, shared, folder, dad)
    look(computer, shared)
    look(dad, theirs)
    dad.take(pack)
    for heard in (plain_pack(pack), plain_of(folder, shared), file_of(dad)):
        assert not holds(heard, computers.photo.id)
        assert holds(heard, computers.open.id)


def file_of(computer) -> bytes:
    computer.again()
    return (computer.place / "journal.hj").read_bytes()


@pytest.fixture
def told(mom, computers):
    """Return mom's computer, where photos were deleted for good."""
    computers.photo = a_private_photo(mom)
    computers.open = mom.open
    return mom


@pytest.mark.parametrize("for_good", [True, False])
def test_a_computer_that_joined_the_folder_later_tells_no_other_home(
    told, dad, computers, for_good
):
    deleted(told, for_good=for_good)
    cloud = computers.shared_folder()
    shared = told.begin(cloud)
    look(told, shared)
    laptop = computers.new("laptop")
    look(laptop, invited(told, shared, cloud, laptop))
    laptop.safe.sharing.end(shared, laptop.settings)
    assert_stays_at_home(laptop, dad, computers)


@pytest.mark.parametrize("for_good", [True, False])
def test_nor_one_that_got_a_file(told, dad, computers, for_good):
    deleted(told, for_good=for_good)
    laptop = computers.new("laptop")
    laptop.take(told.pack(Audience.OWN))
    assert_stays_at_home(laptop, dad, computers)


def test_nor_one_to_which_all_of_it_moved(told, dad, computers):
    deleted(told)
    wish = told.safe.pack_files.wish(Audience.OWN)
    laptop = computers.new("laptop")
    laptop.take(read_plain_pack(plain_pack(pack_of(replace(wish, history=True)))))
    assert_stays_at_home(laptop, dad, computers)


def test_nor_a_third_that_joined_the_second(told, dad, computers):
    deleted(told)
    laptop, tablet = computers.new("laptop"), computers.new("tablet")
    laptop.take(told.pack(Audience.OWN))
    cloud = computers.shared_folder()
    shared = laptop.begin(cloud)
    look(laptop, shared)
    look(tablet, invited(laptop, shared, cloud, tablet))
    tablet.safe.sharing.end(shared, tablet.settings)
    assert_stays_at_home(tablet, dad, computers)


def test_nor_where_the_deletion_comes_before_the_photo(told, dad, computers):
    cloud = computers.shared_folder()
    shared = told.begin(cloud)
    look(told, shared)
    (first,) = batches(cloud)
    deleted(told, for_good=False)
    look(told, shared)
    first.rename(computers.folder / "not here yet")
    laptop = computers.new("laptop")
    look(laptop, invited(told, shared, cloud, laptop))
    laptop.safe.sharing.end(shared, laptop.settings)
    assert_stays_at_home(laptop, dad, computers)


@pytest.mark.parametrize("edited", [False, True])
def test_nor_where_the_program_ends_while_it_takes_in(told, computers, monkeypatch, edited):
    desk = computers.new("desk")
    desk.take(told.pack(Audience.OWN))
    deleted(told, for_good=False)
    if edited:  # it stands again, and what says so came after its deletion
        desk.journal.records.save(replace(told.photo, name="our zoo.jpg"))
        told.take(desk.pack(Audience.OWN))
    cloud = computers.shared_folder()
    shared = told.begin(cloud)
    look(told, shared)
    laptop = computers.new("laptop")
    monkeypatch.setattr("homejournal.services.safe.sharing.shared_folder.AT_ONCE", 1)
    ran = look(laptop, invited(told, shared, cloud, laptop), take=False)
    laptop.safe.homes.name_ours("With Mom")
    for _part in laptop.safe.sharing.take(ran):
        assert not holds(plain_pack(laptop.pack()), computers.photo.id)
    assert holds(plain_pack(laptop.pack(Audience.OWN)), computers.photo.id)


def test_nor_where_only_an_older_batch_had_the_photo(told, dad, computers):
    cloud = computers.shared_folder()
    shared = told.begin(cloud)
    look(told, shared)
    deleted(told)
    look(told, shared)
    assert not any(holds(batch.read_bytes(), computers.photo.id) for batch in batches(cloud))
    laptop = computers.new("laptop")
    look(laptop, invited(told, shared, cloud, laptop))
    laptop.safe.sharing.end(shared, laptop.settings)
    assert_stays_at_home(laptop, dad, computers)


def test_nothing_but_a_photo_is_kept_at_home_by_it(mom, computers):
    a_private_photo(mom)
    words = note(mom.of, "for both homes")
    mom.journal.records.save(words)
    pack = mom.pack(Audience.OWN)
    told = json.loads(
        next(revision.envelope for revision in pack.incoming.revisions if revision.fields)
    )
    called = {**told, "kind": "media", "record": str(words.id), "schema": 99}
    envelope = canonical(called)
    id_ = hashlib.sha256(envelope).digest()
    newer = Revision(id=id_, envelope=envelope, salt=None, fields=None)
    incoming = replace(pack.incoming, newer=(newer,))
    laptop = computers.new("laptop")
    strange = replace(pack, incoming=incoming, private=frozenset({str(words.id)}))
    laptop.take(read_plain_pack(plain_pack(strange)))
    named(laptop)
    assert b"for both homes" in plain_pack(laptop.pack())
