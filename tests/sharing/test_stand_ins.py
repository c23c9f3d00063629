"""A shared folder where a sync program keeps files elsewhere, and small ones in their place."""

import pytest

from homejournal.domain.sharing.cloud_folders import placeholder_names
from homejournal.exchange.batch_file import Batch, read_batch
from tests.journals import note
from tests.sharing.computers import batches
from tests.sharing.test_media_in_folder import keep_photo, lies_here, sealed
from tests.sharing.test_shared_folder import notes, two

__all__ = ["two"]

HOW = range(len(placeholder_names("x")))


def take_away(path, how=0):
    """Let a sync program keep a file elsewhere; return what brings it back."""
    stands, data = path.with_name(placeholder_names(path.name)[how]), path.read_bytes()
    path.unlink()
    stands.write_bytes(b"bplist00 " * 20 if how == 0 else b" ")

    def bring():
        stands.unlink()
        path.write_bytes(data)

    bring.stands = stands
    return bring


def unread(computer) -> int:
    return computer.safe.sharing.state(computer.shared, computer.settings).unread


@pytest.mark.parametrize("how", HOW)
def test_it_is_counted_as_still_coming(two, how):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "from the laptop"))
    laptop.run()
    (batch,) = batches(folder)
    bring = take_away(batch, how)
    desk.run()
    assert (unread(desk), notes(desk, laptop.of)) == (1, [])
    bring()
    desk.run()
    assert (unread(desk), notes(desk, laptop.of)) == (0, ["from the laptop"])


def test_what_stands_in_for_anything_else_is_left_alone(two):
    laptop, desk, folder = two
    for name in ("photo.jpg", "journal.hj"):
        (folder / str(laptop.shared.journal)).mkdir(exist_ok=True)
        (folder / str(laptop.shared.journal) / f".{name}.icloud").write_bytes(b"bplist00")
    desk.run()
    assert unread(desk) == 0


def test_a_file_of_somebody_else_is_no_batch_that_is_still_coming(two):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "from the laptop"))
    laptop.run()
    batches(folder)[0].with_name("shopping.txt").write_text("milk")
    desk.run()
    assert (unread(desk), notes(desk, laptop.of)) == (0, ["from the laptop"])


def test_what_was_read_before_is_not_asked_for_again(two):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "from the laptop"))
    laptop.run(), desk.run()
    before = batches(folder)
    brings = [take_away(one) for one in before]
    assert (laptop.run().written, unread(laptop)) == (0, 0)
    assert (desk.run().written, unread(desk)) == (0, 0)
    for bring in brings:
        bring()
    assert (laptop.run().written, desk.run().written) == (0, 0)
    assert batches(folder) == before


def test_our_own_is_not_written_again_after_a_start(two):
    laptop, _, folder = two
    laptop.journal.records.save(note(laptop.of, "from the laptop"))
    laptop.run()
    before = batches(folder)
    bring = take_away(before[0])
    laptop.journal.records.save(note(laptop.of, "waits"))
    laptop.again()
    assert (laptop.run().written, unread(laptop)) == (0, 1)
    bring()
    assert laptop.run().written == 1
    assert len(batches(folder)) == len(before) + 1


def test_a_folder_that_is_all_elsewhere_can_be_joined(two, computers):
    laptop, _, folder = two
    laptop.run()
    for batch in batches(folder):
        take_away(batch)
    tablet = computers.new("tablet")
    tablet.join(laptop, laptop.shared, folder)
    tablet.run()
    assert unread(tablet) == 1


def test_what_is_deleted_for_good_goes_from_there_as_well(two):
    laptop, _, folder = two
    gone = note(laptop.of, "words to go")
    laptop.journal.records.save(gone)
    laptop.run()
    (batch,) = batches(folder)
    bring = take_away(batch)
    laptop.journal.records.delete(gone.id)
    laptop.safe.purging.carry_out(laptop.safe.purging.of_deleted(gone.id))
    laptop.run()
    assert not bring.stands.exists()
    read = [
        read_batch(one.read_bytes(), laptop.shared.key, laptop.shared.journal)
        for one in batches(folder)
    ]
    assert all(isinstance(one, Batch) for one in read)
    every = b"".join(
        revision.fields or b"" for each in read for revision in each.incoming.revisions
    )
    assert b"words to go" not in every


@pytest.mark.parametrize("how", HOW)
def test_a_photo_that_is_elsewhere_is_awaited_and_not_written_again(two, how):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run()
    (lies,) = sealed(folder)
    bring = take_away(lies, how)
    laptop.again()
    laptop.run()
    assert sealed(folder) == []
    assert desk.run().pictures.missing == 1
    bring()
    assert desk.run().pictures.came == 1
    assert lies_here(desk, photo)


def test_a_photo_that_is_elsewhere_goes_from_there_once_it_was_deleted_for_good(two):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run(), desk.run()
    bring = take_away(sealed(folder)[0])
    desk.run()
    laptop.journal.records.delete(photo.id)
    laptop.journal.media.delete_for_good(photo)
    desk.run()
    assert bring.stands.exists()  # it is for its writer to take away
    laptop.run()
    assert not bring.stands.exists()
    assert sealed(folder) == []
