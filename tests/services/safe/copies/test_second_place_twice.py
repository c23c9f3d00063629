"""Two journals of one id on one computer: somebody copied the folder, and both are used."""

import json
import shutil

import pytest

from homejournal.services.opening import open_journal
from homejournal.services.safe.deleting import erase_journal, forget_journal
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.journals import DEVICE, note
from tests.services.copied import a_family, go_on
from tests.services.passwords import set_password_only


@pytest.fixture
def computer(tmp_path):
    """The folder of this computer's settings."""
    return tmp_path / "settings"


@pytest.fixture
def first(journals, computer):
    journal = journals.new("first")
    journal.safe.settings = computer
    a_family(journal)
    set_password_only(journal)
    return journal


def opened_at(journals, folder, key, computer):
    journal = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(journal)
    journal.safe.settings = computer
    return journal


@pytest.fixture
def copied(journals, first, computer):
    """The same journal once more, its folder copied by hand."""
    folder = first.folder.with_name("copied")
    shutil.copytree(first.folder, folder)
    return opened_at(journals, folder, first._store.key, computer)


def place_of(journal, stick):
    return journal.safe.backups.second_place(stick)


@pytest.fixture
def both(first, copied, stick):
    """Their places at one stick, which was chosen for the first of them alone."""
    places = place_of(first, stick), place_of(copied, stick)
    places[0].begin()
    places[0].take(first.safe.backups.make())
    return places


def write(journal, text):
    child = next(iter(journal.family().children))
    journal.records.save(note(child, text))


def holds(copy, words, journal):
    found = read_genuine_contents(copy.path, journal._store.key).revisions
    return any(words.encode() in (one.fields or b"") for one in found)


def test_each_keeps_its_own_and_thins_out_nothing_of_the_other(first, copied, both, journals):
    mine, theirs = both
    write(first, "Only in the first")
    mine.take(first.safe.backups.make())
    before = sorted(mine.folder.path.rglob("*"))
    for day in range(20):
        journals.clock.forward(hours=25)
        write(copied, f"Only in the copied one {day}")
        theirs.take_if_due([copied.safe.backups.make()], go_on)
    assert theirs.folder.path != mine.folder.path
    assert sorted(mine.folder.path.rglob("*")) == before
    assert not any(holds(copy, "Only in the copied", first) for copy in mine.folder.copies())
    assert not any(holds(copy, "Only in the first", first) for copy in theirs.folder.copies())


def test_the_second_is_served_though_nobody_chose_the_place_for_it(copied, both, stick):
    theirs = both[1]
    assert theirs.is_there
    theirs.take_if_due([copied.safe.backups.make()], go_on)
    assert len(theirs.folder.copies()) == 1


def test_what_the_other_brought_can_be_brought_back_and_is_told_so(first, copied, both):
    mine, theirs = both
    theirs.take(copied.safe.backups.make())
    told = [(copy.other_folder, copy.other_computer) for copy in mine.copies()]
    assert told == [(False, False), (True, False)]
    assert [copy.path.parent for copy in theirs.copies()] == [theirs.folder.path, mine.folder.path]


def test_a_journal_that_was_moved_goes_on_with_its_own(first, stick, journals, computer):
    place = place_of(first, stick)
    place.begin()
    place.take(first.safe.backups.make())
    key, folder = first._store.key, first.folder
    first.close()
    moved = folder.rename(folder.with_name("moved"))
    again = opened_at(journals, moved, key, computer)
    assert place_of(again, stick).folder.path == place.folder.path


@pytest.mark.parametrize("away", ["/media/nobody/DISK/journal", f"/tmp/{'a' * 300}"])  # noqa: S108
def test_one_on_a_disk_that_is_away_keeps_its_own(first, stick, computer, away):
    known = place_of(first, stick).folder.path
    (file,) = (computer / "journals").iterdir()
    file.write_text(json.dumps([away]), encoding="utf-8")
    assert place_of(first, stick).folder.path.name == f"{known.name}-2"
    assert place_of(first, stick).folder.path.name == f"{known.name}-2"


def test_a_link_leads_to_the_same_folder(journals, first, stick, computer, tmp_path):
    known, key, folder = place_of(first, stick).folder.path, first._store.key, first.folder
    first.close()
    (tmp_path / "link").symlink_to(folder)
    again = opened_at(journals, tmp_path / "link", key, computer)
    assert place_of(again, stick).folder.path == known


@pytest.mark.parametrize("spoiled", [b"", b"{}", b"[1, 2]", b"\xff", b'["\\u0000"]'])
def test_spoiled_notes_of_who_is_which_cost_no_copy(first, both, computer, spoiled, stick):
    for path in (computer / "journals").iterdir():
        path.write_bytes(spoiled)
    assert place_of(first, stick).folder.path == both[0].folder.path


def test_where_nothing_can_be_remembered_the_first_folder_is_meant(first, computer, stick):
    known = place_of(first, stick).folder.path
    shutil.rmtree(computer)
    computer.write_text("in the way", encoding="utf-8")
    assert place_of(first, stick).folder.path == known
    first.safe.settings = None
    assert place_of(first, stick).folder.path == known


def test_where_it_lay_is_forgotten_with_the_last_of_them(first, both, copied, computer):
    theirs = both[1]
    assert theirs.is_there
    (file,) = (computer / "journals").iterdir()
    for journal, left in ((first, True), (copied, False)):
        journal.close()
        erase_journal(journal.folder)
        forget_journal(computer, journal.settings.id)
        forget_journal(None, journal.settings.id)
        assert file.exists() == left
