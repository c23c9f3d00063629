"""Copies that a sync program laid beside the journal: found by name, joined, put aside."""

import shutil
from contextlib import closing

import pytest
import sqlcipher3

from homejournal.domain.errors import JournalError
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.cloud_folders import is_copy_of_journal
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from homejournal.exchange.pack_file import plain_pack
from tests.damages import PAGE
from tests.journals import TODAY, note, planned, private_note, revisions
from tests.sharing.pack_lines import jpeg

COPIES = (
    "journal (Papa's conflicted copy 2026-03-10).hjb"[:-1],
    "journal (conflicted copy 2026-03-10 101010).hj",
    "journal (case conflict).hj",
    "journal.sync-conflict-20260310-101010-ABC4567.hj",
    "journal.sync-conflict-20260310-101010.hj",
    "journal (SFConflict papa@example.org 2026-03-10-10-10-10).hj",
    "journal_conf(1).hj",
    "journal-PAPAS-PC.hj",
    "journal-DESKTOP-7F3K2.hj",
    "journal (1).hj",
    "journal(2).hj",
    "journal 2.hj",
    "journal copy.hj",
    "journal copy 3.hj",
    "journal - Copy.hj",
    "journal - Copy (2).hj",
    "Copy of journal.hj",
    "journal (copy).hj",
    "Journal (1).HJ",
)
NO_COPIES = (
    "journal.hj",
    "journal.hj-journal",
    "journal.new",
    "journal.rebuilt",
    "journals.hj",
    "my journal.hj",
    "journal (1).txt",
    "journal.lock",
    "keys.json",
    "2026-03-10.hj",
    "journal-.hj",
    ".journal (1).hj",
)


@pytest.mark.parametrize("name", COPIES)
def test_the_names_of_copies_are_known(name):
    assert is_copy_of_journal(name)


@pytest.mark.parametrize("name", NO_COPIES)
def test_other_files_are_left_alone(name):
    assert not is_copy_of_journal(name)


@pytest.fixture
def beside(computers):
    """Return a computer beside whose journal lies a copy on which somebody wrote, too."""
    here = computers.new("here")
    here.of, _ = planned(here.journal)
    other = computers.new("other")
    other.journal.close()
    here.journal.close()
    shutil.rmtree(other.place)
    shutil.copytree(here.place, other.place)
    here.again(), other.again()
    other.journal.records.save(note(here.of, "on the other computer"))
    here.journal.records.save(note(here.of, "here"))
    other.journal.close()
    here.copy = here.place / "journal (Papa's conflicted copy 2026-03-10).hj"
    shutil.copy(other.place / "journal.hj", here.copy)
    return here


def notes(computer) -> list[str]:
    found = computer.journal.days.between(computer.of.id, TODAY, TODAY).notes
    return sorted(one.text for one in found)


def test_a_copy_is_found_told_joined_and_put_aside(beside):
    copies = beside.safe.copies
    assert copies.found() == (beside.copy,)
    before = beside.copy.read_bytes()
    looked = copies.look_into(beside.copy)
    assert copies.is_ours(looked)
    change = copies.join([looked])
    assert notes(beside) == ["here", "on the other computer"]
    assert copies.found() == ()
    (aside,) = (beside.place / "quarantine").iterdir()
    assert (aside.name, aside.read_bytes()) == (beside.copy.name, before)
    assert beside.safe.backups.here()
    beside.journal.undo(change)
    assert notes(beside) == ["here"]
    assert beside.journal.files.check().is_sound


def test_how_much_of_a_copy_does_not_read_is_known(beside):
    sound = beside.safe.copies.look_into(beside.copy)
    assert (sound.unread, sound.whole) == (0, True)
    data, words = beside.copy.read_bytes(), b'"text":"on the other'
    beside.copy.write_bytes(data.replace(words, words.upper(), 1))
    assert beside.safe.copies.look_into(beside.copy).unread == 1
    page = data.index(words) // PAGE * PAGE
    beside.copy.write_bytes(data[:page] + bytes(PAGE) + data[page + PAGE :])
    partly = beside.safe.copies.look_into(beside.copy)
    assert (partly.unread > 0, partly.whole) == (True, False)


def test_copies_of_one_name_are_put_aside_beside_each_other(beside):
    data = beside.copy.read_bytes()
    for _ in range(3):
        beside.copy.write_bytes(data)
        beside.safe.copies.put_aside(beside.copy)
    stem = beside.copy.stem
    assert {one.name for one in (beside.place / "quarantine").iterdir()} == {
        f"{stem}.hj",
        f"{stem}-2.hj",
        f"{stem}-3.hj",
    }


def test_a_copy_of_another_journal_is_told_as_such(beside, computers):
    stranger = computers.new("stranger")
    planned(stranger.journal)
    stranger.journal.close()
    shutil.copy(stranger.place / "journal.hj", beside.place / "journal (1).hj")
    looked = beside.safe.copies.look_into(beside.place / "journal (1).hj")
    assert not beside.safe.copies.is_ours(looked)
    beside.safe.copies.join([looked])
    assert len(beside.journal.family().children) == 2


def test_what_only_bears_the_name_of_a_copy_is_refused(beside):
    bad = beside.place / "journal (2).hj"
    bad.write_bytes(b"no journal at all" * 100)
    (beside.place / "journal (3).hj").mkdir()
    (beside.place / "journal (4).hj").symlink_to(bad)
    assert set(beside.safe.copies.found()) == {beside.copy, bad}
    with pytest.raises(JournalError):
        beside.safe.copies.look_into(bad)


def test_a_copy_deletes_nothing_for_good_that_stands_here(beside):
    (standing,) = [
        revision for revision in revisions(beside.journal) if revision.told().kind is Kind.NOTE
    ]
    with closing(sqlcipher3.connect(beside.copy)) as connection, connection:
        connection.execute("INSERT INTO purged(id) VALUES(?)", (standing.id,))
    copies = beside.safe.copies
    copies.join([copies.look_into(beside.copy)])
    assert {one.text for one in beside.journal.records.all_of(Kind.NOTE)} >= {"here"}


def test_no_other_home_hears_of_a_private_photo_that_a_copy_deleted_for_good(beside, computers):
    other = computers.opened[1]
    other.again()
    hidden = private_note(beside.of)
    photo = other.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", hidden)
    other.journal.records.save(hidden, photo)
    other.journal.records.delete(photo.id)
    other.journal.media.delete_for_good(photo)
    other.journal.close()
    shutil.copy(other.place / "journal.hj", beside.copy)
    copies = beside.safe.copies
    copies.join([copies.look_into(beside.copy)])
    beside.safe.homes.name_ours("With Mom")
    assert str(photo.id).encode() in plain_pack(beside.pack(Audience.OWN))
    assert str(photo.id).encode() not in plain_pack(beside.pack())
