"""Why no copy could go to the second place just now."""

from datetime import date
from pathlib import Path

import pytest

from homejournal.domain.errors import DiskError, DiskFullError, PhotosNoRoomError
from homejournal.domain.safe.backups import NoSecondCopyReason
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.backups import (
    away_said,
    long_without_second_said,
    not_copied_said,
    not_there_since_said,
    plain_dropped_said,
    plain_there_said,
)
from homejournal.texts.wording import wording_of

STICK = Path("/media/anna/STICK")
FOLDER = STICK / "homejournal-a15383d4-86cc0665"


@pytest.fixture
def wording():
    return wording_of("en")


def test_a_place_that_is_away_leaves_the_journal_safe(wording):
    said = away_said(wording)
    assert "not there today" in said
    assert "“Copy there now”" in said


def test_a_full_place_is_called_as_it_was_chosen_and_nothing_is_to_be_saved(wording):
    said = not_copied_said(wording, DiskFullError(FOLDER), STICK)
    assert said.startswith("Your second place /media/anna/STICK is full")
    assert "homejournal-" not in said
    assert "Your journal here is safe." in said
    assert "“Copy there now”" in said
    assert "save again" not in said


def test_without_room_for_photos_the_place_is_called_so_too(wording):
    said = not_copied_said(wording, PhotosNoRoomError(FOLDER), STICK)
    assert said == explain(wording, PhotosNoRoomError(STICK), in_window=False)


@pytest.mark.parametrize(
    ("failure", "chosen"),
    [
        (DiskFullError(Path("/home/anna/journal")), STICK),
        (DiskFullError(FOLDER), None),
        (DiskError(FOLDER), STICK),
    ],
)
def test_what_is_about_another_place_is_told_as_everywhere(wording, failure, chosen):
    said = not_copied_said(wording, failure, chosen)
    assert said == explain(wording, failure, in_window=False)


def test_one_that_is_full_or_only_read_is_told_apart(wording):
    day = date(2026, 3, 20)
    assert "it is full" in long_without_second_said(wording, NoSecondCopyReason.FULL)
    assert "full" not in long_without_second_said(wording, NoSecondCopyReason.OTHER)
    assert "has no password now" in long_without_second_said(wording, NoSecondCopyReason.PLAIN)
    assert "it can only be read" in long_without_second_said(wording, NoSecondCopyReason.READ_ONLY)
    assert "the place is full" in not_there_since_said(wording, day, NoSecondCopyReason.FULL)
    assert "the place can only be read" in not_there_since_said(
        wording, day, NoSecondCopyReason.READ_ONLY
    )
    assert not_there_since_said(wording, day, NoSecondCopyReason.OTHER) == (
        "Since March 20, 2026 no copy could go there."
    )


def test_damaged_copies_that_lie_plain_are_told_in_one_sentence(wording):
    assert plain_there_said(wording, 1) == (
        "1 damaged copy at your second place is from before the password: anyone who finds it may"
        " read in it."
    )
    assert "2 damaged copies" in plain_there_said(wording, 2)


def test_what_went_of_them_and_what_stayed_is_told(wording):
    assert plain_dropped_said(wording, 1, 0) == "1 damaged copy is removed."
    assert plain_dropped_said(wording, 2, 1).startswith("2 damaged copies are removed. 1 stays:")
    assert plain_dropped_said(wording, 0, 2).startswith("2 stay: they hold something")
