"""Pictures and hand-outs in packs."""

from dataclasses import replace

from homejournal.domain.sharing.outgoing import Audience, media_named
from homejournal.exchange import pack_file
from homejournal.exchange.batch_file import read_batch
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import plain_pack, read_plain_pack
from homejournal.services.safe.transfer.sealed_files import pack_of
from tests.journals import note, planned, private_note
from tests.sharing.computers import batches
from tests.sharing.pack_lines import dad, jpeg, mom

__all__ = ["dad", "mom"]


def test_pictures_come_along_and_can_be_left_out(mom, dad):
    of, _ = planned(mom.journal)
    said = note(of)
    photo = mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", said)
    mom.journal.records.save(said, photo)
    without = mom.pack(pictures=False)
    assert (without.media, len(mom.pack().media)) == ({}, 1)
    dad.take(mom.pack())
    assert dad.journal.media.read(photo) == mom.journal.media.read(photo)
    (mom.place / "media" / photo.sha256).unlink()
    assert mom.pack().media == {}  # the note goes all the same


def test_a_picture_that_would_make_it_too_large_is_left_out(mom, monkeypatch):
    of, _ = planned(mom.journal)
    said = note(of)
    mom.journal.records.save(said, mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", said))
    whole = plain_pack(pack_of(mom.safe.pack_files.wish(Audience.OWN)))
    monkeypatch.setattr(pack_file, "MOST_BYTES", len(whole) - 10)
    assert read_plain_pack(plain_pack(mom.pack(Audience.OWN))).media == {}


def test_a_photo_that_moves_to_a_private_note_goes_from_the_other_home(mom, dad):
    of, _ = planned(mom.journal)
    said, hidden = note(of), private_note(of)
    photo = mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", said)
    mom.journal.records.save(said, hidden, photo)
    dad.take(mom.pack())
    mom.journal.records.save(replace(photo, note=None, private_note=hidden.id))
    pack = mom.pack()
    assert photo.sha256 not in set(media_named(pack.incoming.revisions))
    dad.take(pack)
    assert dad.journal.media.of_entries([said.id]) == {}
    assert len(dad.journal.media.of_entries([hidden.id])) == 0


def test_another_home_never_hears_of_a_photo_that_only_a_private_note_had(mom):
    of, _ = planned(mom.journal)
    hidden = private_note(of)
    photo = mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", hidden)
    mom.journal.records.save(hidden, photo)
    mom.journal.records.save(replace(photo, name="our zoo.jpg"))
    mom.journal.records.delete(photo.id)
    assert str(photo.id).encode() not in plain_pack(mom.pack())
    assert str(photo.id).encode() in plain_pack(mom.pack(Audience.OWN))


def test_nor_once_it_was_deleted_for_good(mom, dad, computers, tmp_path):
    of, _ = planned(mom.journal)
    hidden, open_ = private_note(of), note(of)
    private = mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", hidden)
    shown = mom.journal.media.put_photo(kept_file(jpeg(3)), "park.jpg", open_)
    mom.journal.records.save(hidden, open_, private, shown)
    laptop = computers.new("laptop")
    laptop.take(mom.pack(Audience.OWN))
    dad.take(mom.pack())
    for one in (private, shown):
        mom.journal.records.delete(one.id)
    mom.safe.purging.carry_out(mom.safe.purging.of_bin())
    laptop.take(mom.pack(Audience.OWN))
    mom.again()
    copy = mom.safe.backups.make()
    for home in (mom, laptop, restored(computers, copy)):
        leaves = plain_pack(home.pack())
        assert str(private.id).encode() not in leaves
        assert str(shown.id).encode() in leaves  # the other home is asked to delete it, too
    assert str(private.id).encode() not in sent_through_a_folder(mom, computers)


def restored(computers, copy):
    fresh = computers.new("bought anew")
    restoring = fresh.safe.backups.restoring
    restoring.restore(copy.path, restoring.look(copy.path, None))
    fresh.safe.homes.name_ours("With Mom")
    return fresh


def sent_through_a_folder(mom, computers):
    """Return what the batches in a folder for another home hold."""
    folder = computers.shared_folder()
    shared = mom.begin(folder, Audience.OTHER_HOME)
    mom.run()
    told = [read_batch(one.read_bytes(), shared.key, shared.journal) for one in batches(folder)]
    return b"\n".join(revision.envelope for batch in told for revision in batch.incoming.revisions)


def test_a_photo_that_moved_from_a_private_note_is_asked_to_be_deleted_elsewhere(mom):
    of, _ = planned(mom.journal)
    hidden, open_ = private_note(of), note(of)
    photo = mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", hidden)
    mom.journal.records.save(hidden, open_, photo)
    mom.journal.records.save(replace(photo, private_note=None, note=open_.id))
    mom.journal.records.delete(photo.id)
    mom.journal.media.delete_for_good(photo)
    assert str(photo.id).encode() in plain_pack(mom.pack())
