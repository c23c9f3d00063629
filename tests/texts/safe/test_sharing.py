"""What is said between two computers and two homes."""

from datetime import date, time
from uuid import uuid4

import pytest

from homejournal.domain.errors import PackLockedError, SharingRefusal, SharingRefusedError
from homejournal.domain.journal.versions import PossibleDuplicate, TwoVersions
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import FROM_FILE
from homejournal.domain.sharing.incoming import IncomingPreview
from homejournal.domain.sharing.outgoing import Audience, MediaTransfer
from homejournal.texts import versions
from homejournal.texts.error_texts import explain, misfits_said
from homejournal.texts.passwords import none_here
from homejournal.texts.safe import import_export, sharing
from homejournal.texts.wording import wording_of
from tests.journals import note, practice

EN = wording_of("en")
DAY = date(2026, 3, 15)


def test_what_comes_is_told_one_sentence_a_line():
    told = IncomingPreview(
        new={Kind.NOTE: 2},
        changed={Kind.NOTE: 1},
        deleted={Kind.NOTE: 1},
        differing=1,
        days=1,
        newer=2,
        children=("Leo",),
    )
    lines = sharing.coming_lines(EN, told)
    assert lines[1:5] == (
        "New: 2 notes",
        "On 1 day",
        "Changed: 1 note",
        "Deleted there, and then here: 1 note",
    )
    assert "Leo" in lines[0]
    assert len(lines) == 7
    assert sharing.coming_lines(EN, IncomingPreview()) == (
        "Everything in it is in your journal already.",
    )


def test_names_of_homes_and_computers_are_no_things_that_are_counted():
    told = IncomingPreview(new={Kind.NOTE: 1, Kind.HOME: 1, Kind.DEVICE: 2})
    assert sharing.coming_lines(EN, told) == ("New: 1 note and the names of homes and computers",)


def test_what_was_deleted_for_good_and_stays_so_is_told():
    (line,) = sharing.coming_lines(EN, IncomingPreview(refused=2))
    assert line.endswith("but for 2 things that were deleted for good. They stay deleted.")
    new, refused = sharing.coming_lines(EN, IncomingPreview(new={Kind.NOTE: 1}, refused=1))
    assert (new, refused[:16]) == ("New: 1 note", "1 thing in it wa")
    told = sharing.nothing_new_said(EN, IncomingPreview(refused=1))
    assert told.startswith("Nothing new came in. Everything in it is in your journal already, but")


def test_what_stands_in_the_folder_is_told():
    assert "another computer has" in sharing.not_arrived(EN, 1, None).replace(" wrote", "")
    assert "Papa" in sharing.not_arrived(EN, 2, "Papa's laptop")
    assert "not written by one of your computers" in sharing.not_ours(EN, 1)
    assert "another home" in sharing.covered_through(EN, None, DAY)
    assert "With Dad" in sharing.covered_through(EN, "With Dad", DAY)


@pytest.mark.parametrize("why", list(SharingRefusal))
def test_why_a_folder_will_not_do_is_told(why):
    assert "folder" in explain(EN, SharingRefusedError(why))


def test_words_that_do_not_open_a_file_are_told():
    assert "These words do not open the file" in explain(EN, PackLockedError())


def test_whose_version_it_is():
    device = str(uuid4())
    assert versions.whose(EN, None, device, here=True) == "Version of this computer"
    assert versions.whose(EN, None, device, here=False) == "Version of another computer"
    assert versions.whose(EN, None, FROM_FILE, here=False) == "Version from a file"
    assert "With Dad" in versions.whose(EN, "With Dad", device, here=False)


def test_versions_of_anything_are_told_by_what_differs():
    one = PlanStep(id=uuid4(), strategy=uuid4(), from_day=DAY, what="Wait", how="Slowly")
    other = PlanStep(id=one.id, strategy=one.strategy, from_day=date(2026, 3, 16), what="Wait")
    lines = versions.version_lines(EN, Family(), one, [other])
    assert len(lines) == 2
    assert all(differs for _, differs in lines)
    assert any("March 15, 2026" in line for line, _ in lines)
    said = versions.version_lines(EN, Family(), other, [one])
    assert any("Not chosen" in line for line, _ in said)


def test_what_stands_in_two_versions_is_told_in_a_line():
    said = note(uuid4(), "He slept")
    two = TwoVersions(kind=Kind.NOTE, versions=())
    assert two.records == ()
    from homejournal.domain.records.changes import Version

    version = Version(revision=b"", at=None, device="", record=said)
    line = versions.what_it_is(EN, Family(), TwoVersions(kind=Kind.NOTE, versions=(version,)))
    assert "He slept" in line


def test_a_hint_names_both_people():
    mom, dad = (Helper(id=uuid4(), name=name) for name in ("Mom", "Dad"))
    what = Strategy(id=uuid4(), child=uuid4(), name="Pause")
    family = Family(helpers={mom.id: mom, dad.id: dad}, strategies={what.id: what})
    pair = PossibleDuplicate(
        practice(what, helper=mom.id, time=time(8)), practice(what, helper=dad.id, time=time(8, 9))
    )
    told = versions.possible_duplicate_hint(EN, family, pair)
    assert "Mom" in told
    assert "Was it one event?" in told
    assert versions.possible_duplicate_hint(EN, Family(), pair)


def test_whom_it_is_for_and_what_waits_is_told():
    assert sharing.audience_name(EN, Audience.OWN) == "Your own computers"
    assert sharing.audience_name(EN, Audience.OTHER_HOME) == "Another home"
    assert "1 entry has two versions" in sharing.in_two_versions(EN, 1)
    assert "2 copies" in sharing.copies_found(EN, ["a", "b"])
    assert "stays with them" in sharing.ending_sharing_said(EN)


def test_what_does_not_read_yet_is_told():
    assert sharing.unread_said(EN, 1).startswith("1 file in the folder does not read yet.")
    assert "bringing them" in sharing.unread_said(EN, 2)


def test_photos_on_their_way_are_told_each_way_in_one_sentence():
    assert sharing.pictures_said(EN, MediaTransfer(came=3)) == ()
    assert sharing.pictures_said(EN, MediaTransfer(missing=1)) == (
        "1 photo or hand-out is not here yet. It comes by itself.",
    )
    coming, going = sharing.pictures_said(EN, MediaTransfer(missing=2, unsent=3))
    assert coming.startswith("2 photos")
    assert "3 photos or hand-outs of yours are not in the folder yet" in going
    coming, spoiled = sharing.pictures_said(EN, MediaTransfer(missing=3, spoiled=2))
    assert coming.startswith("1 photo")
    assert spoiled.startswith("2 photos or hand-outs are in the folder, but not whole.")


def test_versions_of_a_note_are_told_as_its_earlier_ones_are():
    one = note(uuid4(), "He slept")
    other = note(one.child, "He slept well", id=one.id)
    lines = versions.version_lines(EN, Family(), one, [other])
    assert any("He slept" in line and differs for line, differs in lines)
    assert any(not differs for _, differs in lines)


def test_what_becomes_of_shared_folders_in_a_move_is_told():
    assert import_export.folders_moving(EN, 0, along=False) == ()
    (goes_on,) = import_export.folders_moving(EN, 0, along=True)
    assert "goes on there" in goes_on
    *_, ends = import_export.folders_moving(EN, 2, along=True)
    assert ends.startswith("2 shared folders do not go along.")


def test_what_does_not_come_back_with_a_copy_is_told():
    assert import_export.not_in_a_copy(EN, unlocked=False, folders=0) == ()
    told = import_export.not_in_a_copy(EN, unlocked=True, folders=0)
    assert told == (none_here(EN),)
    assert import_export.not_in_a_copy(EN, unlocked=False, folders=1) == (
        "1 shared folder in this copy does not come back. Share again, through a new folder.",
    )
    _, folders = import_export.not_in_a_copy(EN, unlocked=True, folders=2)
    assert folders.startswith("2 shared folders in this copy do not come back.")


def test_what_does_not_fit_in_the_folder_is_counted():
    assert misfits_said(EN, 1) == (
        "1 entry in the folder does not fit what is here, and was left out. It stays there."
    )
    assert misfits_said(EN, 2).endswith("and were left out. They stay there.")


def test_what_undo_cannot_take_back_from_a_shared_folder_is_told():
    assert sharing.undo_with_folders(EN) == (
        "Undo takes it out of your shared folder, too. But what another computer took in meanwhile"
        " comes back from it."
    )


@pytest.mark.parametrize(
    ("computer", "called"), [("Papa’s laptop", "Papa’s laptop"), (None, "another computer")]
)
def test_what_becomes_of_the_files_of_a_computer_that_is_let_go(computer, called):
    assert sharing.gone_said(EN, computer) == (
        f"What {called} wrote is gone from the shared folder. It stays in your journal."
    )
    assert sharing.going_said(EN, computer) == (
        f"What {called} wrote goes from the folder once all of it is here."
    )


def test_what_could_not_be_read_of_a_copy_is_told():
    assert sharing.copies_unread(EN, 0).startswith("Not all of a copy")
    assert sharing.copies_unread(EN, 1).startswith("1 entry in a copy could not be read.")
    assert "“quarantine”" in sharing.copies_unread(EN, 2)
