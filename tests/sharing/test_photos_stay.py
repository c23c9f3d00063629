"""No photo goes that somebody can still want: what a record names, will name, or named once."""

import shutil

import pytest

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from homejournal.services.safe.repair.repair import Repair
from tests.journals import note
from tests.sharing.pack_lines import jpeg
from tests.sharing.test_media_in_folder import bytes_of, keep_photo, lies_here
from tests.sharing.test_shared_folder import two

__all__ = ["two"]


def test_photos_that_wait_for_their_record_stay_while_another_computer_deletes_for_good(two):
    laptop, desk, _ = two
    words = note(laptop.of, "to go")
    laptop.journal.records.save(words)
    laptop.run(), desk.run()
    desk.journal.records.delete(words.id)
    desk.safe.purging.carry_out(desk.safe.purging.of_bin())
    desk.run()
    entry = note(laptop.of, "the zoo")
    photo = laptop.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", entry)
    laptop.run()
    assert laptop.safe.purging.ids() == desk.safe.purging.ids()
    laptop.journal.media.add_with_note(entry, photo)
    laptop.again()
    assert bytes_of(laptop, photo) == kept_file(jpeg()).data


def test_what_came_in_a_file_and_was_taken_back_comes_again_with_its_photos(two):
    laptop, desk, _ = two
    desk.run()
    photo = keep_photo(laptop)
    spoiled = note(laptop.of, "to go")
    desk.journal.records.save(spoiled)
    desk.journal.records.delete(spoiled.id)
    back = desk.journal.undo(desk.take(laptop.pack(Audience.OWN)))
    desk.safe.purging.carry_out(desk.safe.purging.of_bin())
    desk.journal.undo(back)
    assert bytes_of(desk, photo) == bytes_of(laptop, photo)


def test_what_was_taken_back_is_gone_once_the_journal_is_closed(two):
    laptop, desk, _ = two
    desk.run()
    photo = keep_photo(laptop)
    desk.journal.undo(desk.take(laptop.pack(Audience.OWN)))
    assert lies_here(desk, photo)
    desk.again()
    assert not lies_here(desk, photo)


def test_a_photo_whose_record_a_repair_leaves_out_stays(two):
    laptop, *_ = two
    photo = keep_photo(laptop)
    laptop.journal.close()
    shutil.rmtree(laptop.place / "backups", ignore_errors=True)
    file = laptop.place / "journal.hj"
    data = file.read_bytes()
    assert data.count(b'"name":"zoo.jpg"') == 1
    file.write_bytes(data.replace(b'"name":"zoo.jpg"', b'"name":"z_o.jpg"'))
    repair = Repair(laptop.place, device=laptop.device, clock=laptop.clock)
    repair.finish(repair.prepare(lambda *_: True))
    laptop.again()
    laptop.again()
    assert laptop.journal.records.all_of(Kind.MEDIA) == []
    assert lies_here(laptop, photo)


@pytest.mark.parametrize("again", [1, 2])
def test_a_photo_stays_where_an_older_file_of_the_journal_is_put_back(two, again):
    laptop, *_ = two
    laptop.journal.close()
    older = (laptop.place / "journal.hj").read_bytes()
    laptop.again()
    photo = keep_photo(laptop)
    laptop.journal.close()
    newer = (laptop.place / "journal.hj").read_bytes()
    (laptop.place / "journal.hj").write_bytes(older)
    for _ in range(again):
        laptop.again()
    laptop.journal.close()
    (laptop.place / "journal.hj").write_bytes(newer)
    laptop.again()
    assert bytes_of(laptop, photo) == kept_file(jpeg()).data


def test_a_photo_that_another_computer_deleted_for_good_goes_here_as_well(two):
    laptop, desk, _ = two
    photo = keep_photo(laptop)
    laptop.run(), desk.run()
    assert lies_here(desk, photo)
    laptop.journal.records.delete(photo.id)
    laptop.safe.purging.carry_out(laptop.safe.purging.of_bin())
    laptop.run(), desk.run()
    assert not lies_here(desk, photo)
    with pytest.raises(MediaMissingError):
        bytes_of(desk, photo)
