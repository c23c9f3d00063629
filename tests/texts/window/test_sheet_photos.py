"""What the window says of a photo of a sheet, where few families come by."""

from homejournal.domain.papers.sheet_marks import Doubt
from homejournal.domain.today.week_cells import Refusal
from homejournal.texts import week_grid
from homejournal.texts.window import sheet_photos as said
from homejournal.texts.wording import wording_of
from tests.domain.today.test_sheet_photo import HELP, cell_of, choice, places

EN = wording_of("en")


def test_a_sheet_of_a_child_who_is_gone_names_the_photo():
    assert (
        said.child_gone(EN, "fridge.jpg")
        == "fridge.jpg: The child of this sheet is not in this journal any more."
    )


def test_what_nobody_can_guess_is_asked_without_a_guess():
    asked = said.asked(EN, cell_of(choice(places(), doubt=Doubt.LINE)), is_open=True)
    assert asked == "A line through the day. What was meant?"


def test_where_nothing_is_new_nobody_is_told_to_save():
    assert said.left_to_answer(EN, 0, 3, 0).endswith("nothing new to save.")
    assert said.left_to_answer(EN, 0, 3, 1).endswith("then save.")


def test_a_cell_that_stays_says_why_as_in_the_week_grid_or_what_saving_removes():
    cell = cell_of(choice(places(), 1)).cell
    assert said.stays(EN, Refusal.STILL_TO_COME, cell) == week_grid.refused(
        EN, Refusal.STILL_TO_COME, cell
    )
    assert said.stays(EN, Refusal.NOTE_GOES, cell) == "This has a note. Saving removes both."


def test_a_wrong_key_is_told_the_digits_of_its_levels():
    told = said.typed_wrong(EN, HELP, ["N", "S"])
    assert told == "That is no answer here. Type a digit from 1 to 4, or one of these: N S"
