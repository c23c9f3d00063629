"""Why no copy could go to the second place just now."""

from pathlib import Path

import pytest

from homejournal.domain.errors import DiskError, DiskFullError, PhotosNoRoomError
from homejournal.texts.errors import explain
from homejournal.texts.second_place import away_said, not_copied_said
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
