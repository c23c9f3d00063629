"""A computer that took a new id still takes away what it wrote under the old one."""

import hashlib
import shutil

import pytest

from homejournal.exchange.batch_file import Batch, read_batch
from homejournal.services.safe.sharing.shared_folder import read_own_part
from tests.journals import note
from tests.sharing.computers import batches
from tests.sharing.test_folder_held import refuse
from tests.sharing.test_media_in_folder import keep_photo, lies_here, sealed
from tests.sharing.test_shared_folder import in_step, notes, two

__all__ = ["two"]


@pytest.fixture
def moved(two):
    """Return two computers, of which the first wrote two notes and a photo under an old id."""
    laptop, desk, folder = two
    laptop.gone, laptop.later = note(laptop.of, "words to go"), note(laptop.of, "words for later")
    laptop.journal.records.save(laptop.gone, laptop.later, note(laptop.of, "stays"))
    laptop.photo = keep_photo(laptop)
    laptop.run(), desk.run()
    laptop.old = laptop.device
    laptop.safe.sharing.take_new_device(laptop.settings)
    laptop.run()
    return laptop, desk, folder


def told_in(laptop, folder) -> str:
    """Return all that stands in the batches of a shared folder, as text."""
    shared = laptop.shared
    read = [read_batch(one.read_bytes(), shared.key, shared.journal) for one in batches(folder)]
    assert all(isinstance(one, Batch) for one in read)
    every = [revision for batch in read for revision in batch.incoming.revisions]
    return "".join((one.fields or b"").decode() for one in every)


def lying_in(folder) -> set[str]:
    """Return the hashes of all batches in a shared folder."""
    return {hashlib.sha256(batch.read_bytes()).hexdigest() for batch in batches(folder)}


def forget(laptop, record) -> None:
    laptop.journal.records.delete(record)
    laptop.safe.purging.carry_out(laptop.safe.purging.of_deleted(record))


def test_what_is_deleted_for_good_goes_also_from_under_the_old_id(moved):
    laptop, desk, folder = moved
    names = [batch.name[:8] for batch in batches(folder) if batch.parent.name == str(laptop.old)]
    assert "words to go" in told_in(laptop, folder)
    for record, words in ((laptop.gone.id, "words to go"), (laptop.later.id, "words for later")):
        forget(laptop, record)
        laptop.again()
        laptop.run()
        assert words not in told_in(laptop, folder)
    assert "stays" in told_in(laptop, folder)
    again = [batch.name[:8] for batch in batches(folder) if batch.parent.name == str(laptop.old)]
    assert again == names
    ran = desk.run()
    assert not any(one.missing for one in ran.arrived.values())
    assert [one for one in notes(desk, laptop.of) if "word" in one] == []
    assert in_step(laptop, desk)


def test_a_photo_that_is_deleted_for_good_goes_also_from_under_the_old_id(moved):
    laptop, desk, folder = moved
    laptop.journal.records.delete(laptop.photo.id)
    laptop.journal.media.delete_for_good(laptop.photo)
    laptop.run(write=False)
    forget(desk, laptop.photo.id)
    desk.run()
    assert len(sealed(folder)) == 1  # it is for its writer to take away
    laptop.run()
    assert sealed(folder) == []
    desk.run()
    assert not lies_here(desk, laptop.photo)


def test_what_cannot_be_read_for_a_while_goes_later(moved, monkeypatch):
    laptop, _, folder = moved
    forget(laptop, laptop.gone.id)
    (old,) = (batch for batch in batches(folder) if batch.parent.name == str(laptop.old))
    with monkeypatch.context() as patch:
        refuse(patch, old)
        laptop.run()
    assert old.exists()
    laptop.run()
    assert "words to go" not in told_in(laptop, folder)


def test_the_keys_of_before_are_kept_and_belong_to_this_computer_alone(moved):
    laptop, desk, _ = moved
    here = read_own_part(laptop.settings, laptop.shared.id)
    assert list(here.before) == [laptop.old]
    assert laptop.shared.known[laptop.old] != here.signer.public
    assert repr(here.before[laptop.old]) not in repr(here)
    assert read_own_part(desk.settings, desk.shared.id).before == {}


def test_a_computer_that_was_put_back_takes_away_what_it_wrote_since(two, tmp_path):
    """Its settings and its journal are those of before; what it wrote since lies in the folder."""
    laptop, desk, folder = two
    laptop.run()
    laptop.journal.close()
    shutil.copytree(laptop.folder, tmp_path / "kept")
    laptop.again()
    gone = note(laptop.of, "words to go")
    laptop.journal.records.save(gone, note(laptop.of, "stays"))
    laptop.run(), desk.run()
    laptop.journal.close()
    shutil.rmtree(laptop.folder)
    shutil.copytree(tmp_path / "kept", laptop.folder)
    laptop.again()
    laptop.run(), laptop.run()
    assert notes(laptop, laptop.of) == ["stays", "words to go"]
    forget(laptop, gone.id)
    before = lying_in(folder)
    laptop.run(), desk.run(), laptop.run()
    assert "words to go" not in told_in(laptop, folder)
    assert "stays" in told_in(laptop, folder)
    went = before - lying_in(folder)
    assert went
    assert went <= read_own_part(laptop.settings, laptop.shared.id).ours  # it knows them as its own
    assert notes(desk, laptop.of) == ["stays"]
    assert not any(one.missing for one in desk.run().arrived.values())
    assert in_step(laptop, desk)
