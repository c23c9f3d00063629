"""What is said of copies, of checking and of repair."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from homejournal.domain.errors import NoPasswordError
from homejournal.domain.records.media_and_papers import MediaFault, MediaTrouble
from homejournal.domain.safe.backups import Backup, Place
from homejournal.domain.safe.copy_comparison import (
    Contribution,
    CopySummary,
    Counts,
    Origin,
    RepairReport,
    RestoredMedia,
)
from homejournal.domain.sharing.cloud_folders import Carrier
from homejournal.texts.error_texts import explain
from homejournal.texts.passwords import needs_password_said
from homejournal.texts.safe import backups as said
from homejournal.texts.safe import repair
from homejournal.texts.safe.backups import carried_said
from homejournal.texts.wording import wording_of

MADE = datetime(2026, 3, 22, 20, 5, tzinfo=UTC)
COPY = Backup(path=Path("copy.hj"), seq=3, made=MADE)
NOTHING = Counts(days=0, entries=0, notes=0, records=0)


@pytest.fixture
def wording(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    return wording_of("en")


def plain(words):
    return words.replace("\N{NARROW NO-BREAK SPACE}", " ")


def look(**told):
    usual = {
        "journal_id": uuid4(),
        "settings": {},
        "children": ("Maya",),
        "first": date(2026, 3, 2),
        "last": date(2026, 3, 22),
        "holds": Counts(days=3, entries=1, notes=12, records=20),
        "missing": (),
        "brings": NOTHING,
        "deleted": (),
        "whole": True,
    }
    return CopySummary(**usual | told)


def test_when_the_newest_copy_was_made_is_told_in_one_sentence(wording):
    made = COPY.made.astimezone().date()
    assert said.copied_said(wording, [], made) == "No copy here yet · one is made soon"
    today = said.copied_said(wording, [COPY], made)
    assert today.startswith("Copied today at ")
    assert today.endswith(" · everything reads well")
    yesterday = said.copied_said(wording, [COPY], made + timedelta(days=1))
    assert yesterday == today.replace("today", "yesterday")
    earlier = said.copied_said(wording, [COPY], made + timedelta(days=2))
    assert earlier == "Last copied on March 22, 2026 · one is made soon"


def test_where_a_photo_is_lost_a_copy_does_not_call_all_well(wording):
    made = COPY.made.astimezone().date()
    assert said.copied_said(wording, [COPY], made, whole=False).endswith("M")


@pytest.mark.parametrize(
    ("here", "place", "told"),
    [
        (0, said.PlaceState.NONE, "None yet"),
        (1, said.PlaceState.NONE, "1 copy on this computer · none elsewhere"),
        (3, said.PlaceState.HOLDS, "3 copies on this computer · some at the second place"),
        (0, said.PlaceState.HOLDS, "No copy on this computer · some at the second place"),
        (2, said.PlaceState.EMPTY, "2 copies on this computer · none at the second place yet"),
        (
            2,
            said.PlaceState.AWAY,
            "2 copies on this computer · the second place is not there today",
        ),
    ],
)
def test_where_copies_are_is_told_in_a_few_words(wording, here, place, told):
    assert said.where_copies_are(wording, here, place) == told


def test_a_line_says_where_a_copy_lies(wording):
    second = Backup(path=Path("copy.hj"), seq=3, made=MADE, place=Place.SECOND)
    assert "second place" not in said.copy_line(wording, COPY)
    assert said.copy_line(wording, second) == (
        f"{said.copy_line(wording, COPY)} · at the second place"
    )


def test_a_line_says_that_a_copy_is_from_before_an_update(wording):
    old = replace(COPY, before_update=True)
    assert said.copy_line(wording, old) == (
        f"{said.copy_line(wording, COPY)} · from before an update of homejournal"
    )


def test_what_a_copy_holds(wording):
    assert said.holds_said(wording, look()) == (
        "The journal of Maya · March 2 to March 22, 2026 · 3 days, 1 entry and 12 notes"
    )
    empty = look(children=(), first=None, last=None, holds=NOTHING)
    assert said.holds_said(wording, empty) == "nothing yet"


def test_what_would_come_back(wording):
    assert said.brings_said(wording, look()) == "All that it holds is in your journal already."
    some = look(missing=("one",), brings=Counts(days=30, entries=0, notes=12, records=12))
    assert said.brings_said(wording, some) == (
        "These are not in your journal and come back: 30 days and 12 notes."
    )
    earlier = look(missing=("one",))
    assert "earlier versions" in said.brings_said(wording, earlier)


def test_what_came_back(wording):
    told = Counts(days=30, entries=0, notes=12, records=12)
    assert said.restored_said(wording, told) == (
        "This came back: 30 days and 12 notes. Nothing of what is here was changed."
    )
    assert said.restored_said(wording, NOTHING).startswith("Nothing was missing.")
    other = Counts(days=0, entries=0, notes=0, records=2)
    assert "2 other things" in said.restored_said(wording, other)


def test_the_second_place(wording):
    def told(copy, there):
        return said.second_said(wording, "/media/stick", copy, there=there)

    assert told(None, there=False) == (
        "Second place: /media/stick · It is not there today. That is fine."
    )
    assert told(None, there=True) == "Second place: /media/stick · No copy is there yet"
    assert told(COPY, there=True).startswith("Second place: /media/stick · Newest copy: Sunday")


def test_the_other_sentences_are_said(wording):
    assert "once a day" in said.how_copies_are_made(wording)
    assert "another journal" in said.other_journal_said(wording, look())
    assert "from before a move" in said.other_journal_said(wording, look(same_child=True))
    assert "damaged" in said.not_whole_said(wording)
    assert "USB stick" in said.no_second_said(wording)
    assert "For a week" in said.long_without_said(wording)
    assert "March 2, 2026" in said.not_since_said(wording, date(2026, 3, 2))
    assert said.not_made_said(wording, "The disk is full.").endswith("The disk is full.")
    assert "nearly full" in said.reserve_said(wording)


def test_a_file_that_is_no_copy_is_sent_to_where_it_belongs(wording):
    sealed, written = said.no_copy_but_sealed(wording), said.no_copy_but_written(wording)
    assert sealed.startswith("This is not a copy, but a sealed file from another computer or home.")
    assert "“Keep it safe”, “Add a file from another computer…”" in sealed
    assert written == (
        "This is not a copy, but perhaps a file with all that is written. Choose it under "
        "“Keep it safe”, “Import a file…”."
    )
    assert said.lies_inside_said(wording).startswith(
        "This folder is inside the journal’s own folder. Choose one on a USB stick"
    )


def report(found, known, *contributions):
    return RepairReport(
        built=Path("a"),
        quarantine=None,
        found=found,
        known=known,
        holds=NOTHING,
        contributions=contributions,
    )


def test_a_repair_is_told_in_numbers_with_where_they_come_from(wording):
    own = Contribution(Origin.OWN, 1241)
    told = repair.report_said(wording, report(1243, 1243, own, Contribution(Origin.COPY, 2, MADE)))
    assert told[0] == "1,243 of 1,243 entries and changes are there."
    assert told[1].startswith("The copy of Sunday, March 22, 2026 at")
    assert told[1].endswith("has 2 of them.")
    assert len(told) == 2


def test_what_could_be_read_nowhere_is_told(wording):
    told = repair.report_said(wording, report(1240, 1243, Contribution(Origin.OWN, 1240)))
    assert told == (
        "1,240 of 1,243 entries and changes are there.",
        "3 could be read nowhere.",
    )


def test_what_lies_in_copies_of_another_password_is_not_said_to_be_nowhere(wording):
    told = repair.report_said(wording, replace(report(1240, 1243), locked=2))
    assert told == (
        "1,240 of 1,243 entries and changes are there.",
        "3 could not be read so far.",
        "2 copies open with another password and were not read. They may hold more.",
    )
    assert "recovery sheet" in repair.asks_for_locked_said(wording)


def test_other_sources_are_named(wording):
    told = repair.report_said(
        wording,
        report(5, 5, Contribution(Origin.SHARED, 1), Contribution(Origin.BESIDE, 3)),
    )
    assert told[1:] == (
        "1 of them comes from the shared folder.",
        "3 of them come from another file beside the journal.",
    )


def test_a_check_is_one_sentence(wording):
    assert repair.sound_said(wording, 2) == (
        "Your journal is whole: 2 records were read and checked."
    )
    assert repair.words_sound_said(wording, 2) == (
        "All that is written is whole: 2 records were read and checked."
    )
    assert "Nothing was deleted" in repair.damage_said(wording)
    faults = [MediaFault("cup.pdf", MediaTrouble.MISSING)]
    assert "cup.pdf" in repair.media_said(wording, faults)
    assert repair.media_said(wording, ()) == ""
    assert len(repair.how_repair_works(wording)) == 3
    assert "Nothing was changed" in repair.nothing_found_said(wording)
    assert repair.nothing_to_repair_said(wording) == (
        "The journal is whole. There is nothing to repair, and nothing was changed."
    )


def test_the_command_line_names_what_it_takes(wording):
    assert repair.name_without_password_said(wording) == (
        "If nobody has it any more, --without-password puts the journal together from what reads"
        " without it. It will have no password then."
    )
    assert repair.name_more_said(wording).endswith("is elsewhere, name it with --from.")


@pytest.mark.parametrize("carrier", Carrier)
def test_who_carries_a_folder_is_named(wording, carrier):
    told = carried_said(wording, carrier)
    assert (str(carrier) in told) is (carrier is not Carrier.NETWORK)
    assert "“Keep it safe”" in told


class TestPhotosAndWhatStaysDeleted:
    BACK = RestoredMedia(back={"a": "zoo.jpg", "b": "cup.pdf"})
    GONE = RestoredMedia(gone={"c": "sea.jpg"})
    NOWHERE = "1 photo or hand-out is whole neither here nor in a copy that could be read: sea.jpg."

    def test_what_was_done_says_what_came_of_the_photos_meanwhile(self, wording):
        assert repair.with_media(wording, "Done.", RestoredMedia()) == "Done."
        assert plain(repair.with_media(wording, "Done.", self.GONE)) == f"Done. {self.NOWHERE}"
        assert repair.with_media(wording, "Done.", self.BACK) == (
            "Done. 2 photos and hand-outs were not whole here, and came back from copies."
        )

    def test_what_a_copy_brings_counts_its_photos(self, wording):
        assert said.brings_said(wording, look(media=self.BACK)) == (
            "These are not in your journal and come back: 2 photos and hand-outs."
        )
        told = plain(said.brings_said(wording, look(media=self.GONE)))
        assert told == f"All entries that it holds are in your journal already. {self.NOWHERE}"

    def test_what_comes_back_with_its_photos_is_told_by_its_kind(self, wording):
        told = Counts(days=1, entries=0, notes=1, records=2, media=frozenset("a"))
        assert said.restored_said(wording, told, self.BACK).startswith(
            "This came back: 1 day, 1 note and 2 photos and hand-outs."
        )

    def test_what_was_deleted_for_good_is_not_called_missing_or_there(self, wording):
        assert said.brings_said(wording, look(refused=2)).endswith(
            "but for 2 things that were deleted for good. They stay deleted."
        )
        assert said.restored_said(wording, NOTHING, refused=1) == (
            "Nothing came back. 1 thing in this copy was deleted for good, and stays deleted."
        )

    def test_what_came_back_and_what_could_not_is_said(self, wording):
        assert said.restored_said(wording, NOTHING, self.BACK).startswith(
            "This came back: 2 photos and hand-outs."
        )
        assert (
            said.restored_said(wording, NOTHING, self.GONE) == f"Nothing came back. {self.NOWHERE}"
        )

    def test_a_repair_and_a_check_tell_which_photos_come(self, wording):
        told = repair.report_said(wording, replace(report(3, 3), media=self.BACK))
        assert told[-1] == "2 photos and hand-outs come back from copies."
        told = repair.report_said(wording, replace(report(3, 3), media=self.GONE))
        assert told[-1] == self.NOWHERE
        both = RestoredMedia({"a": "zoo.jpg"}, self.GONE.gone)
        assert repair.media_came_said(wording, both) == (
            f"1 photo or hand-out was not whole here, and came back from a copy. {self.NOWHERE}"
        )

    def test_that_the_journal_is_to_be_repaired_first(self, wording):
        assert "Repair the journal first" in said.repair_first_said(wording)

    def test_why_it_needs_a_password(self, wording):
        plain = needs_password_said(wording, chosen=False, remembers=False)
        assert plain.endswith("so the journal needs a password.")
        more = needs_password_said(wording, chosen=True, remembers=True)
        assert more == (
            f"{plain} Until it has one, no new copies go there. This computer can open it without"
            " asking."
        )
        assert "no new copies" in said.none_go_there_said(wording).lower()
        assert "none" in said.needs_none_said(wording)
        assert "once more" in said.place_left_said(wording)
        folder = Path("/stick")
        assert explain(wording, NoPasswordError(folder)) == (
            f"No copy went to {wording.own(str(folder))}. {plain} Set one under “Keep it safe”."
        )
