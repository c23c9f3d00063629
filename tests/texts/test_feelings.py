"""What is said before how a routine is for a family is answered once more."""

from homejournal.texts import plan
from homejournal.texts.wording import wording_of


def test_a_second_answer_in_one_week_names_what_it_takes_the_place_of():
    assert plan.replaces_answer(wording_of("en"), ["Bath", "Meals"]) == (
        "You already wrote this for Bath and Meals this week. Press Save once more to put the new"
        " answer in its place."
    )
