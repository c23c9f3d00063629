"""What is not in a pack though it was to be: told by number before anybody uses the file."""

from dataclasses import replace

import pytest

from homejournal.domain.sharing.outgoing import Audience, HandOver, MissingParts, Part
from homejournal.exchange import pack_file
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import read_pack
from homejournal.services.safe.transfer.sealed_files import hand_over_pack, make_pack, packed
from tests.journals import note, planned
from tests.sharing.pack_lines import jpeg, mom

__all__ = ["mom"]
WORDS = "apple lamp meadow seven"


@pytest.fixture
def photo(mom):
    mom.of, _ = planned(mom.journal)
    said = note(mom.of)
    kept = mom.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", said)
    mom.journal.media.add_with_note(said, kept)
    return kept


def wish(mom, *, history=False, **said):
    return replace(mom.safe.pack_files.wish(Audience.OWN, **said), history=history)


@pytest.mark.parametrize("history", [False, True])
def test_nothing_is_lacking_in_a_sound_journal(mom, photo, history):
    assert packed(wish(mom, history=history)).lacking == MissingParts()


def test_an_entry_that_a_disk_changed_is_told(mom, photo):
    mom.journal.records.save(note(mom.of, "zebra"))
    with mom.journal._store.transaction() as connection:
        connection.exec_driver_sql(
            "UPDATE revision SET fields = CAST(replace(fields, 'zebra', 'zebru') AS BLOB)"
        )
    assert packed(wish(mom, history=True)).lacking == MissingParts(entries=1)


def test_a_photo_that_is_gone_is_told_unless_photos_stay_here(mom, photo):
    (mom.place / "media" / photo.sha256).unlink()
    assert packed(wish(mom)).lacking == MissingParts(photos=1)
    assert packed(wish(mom, pictures=False)).lacking == MissingParts()
    everything = HandOver(child=mom.of.id, start=None, end=None, parts=frozenset(Part))
    assert hand_over_pack(*mom.safe.hand_overs.wish(everything)).lacking == MissingParts(photos=1)
    nothing = replace(everything, parts=frozenset())
    assert hand_over_pack(*mom.safe.hand_overs.wish(nothing)).lacking == MissingParts()


def test_a_photo_that_was_removed_is_not_missed(mom, photo):
    mom.journal.media.remove(photo)
    (mom.place / "media" / photo.sha256).unlink()
    assert packed(wish(mom, history=True)).lacking == MissingParts()


def test_a_photo_without_room_is_told(mom, photo, monkeypatch):
    without = pack_file.plain_pack(mom.pack(Audience.OWN, pictures=False))
    monkeypatch.setattr(pack_file, "MOST_BYTES", len(without) + 100)
    made = make_pack(wish(mom), WORDS)
    assert made.lacking == MissingParts(no_room=1)
    assert read_pack(made.data, WORDS).media == {}
