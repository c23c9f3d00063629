"""What is said where a password is asked for, and where it does not go along."""

from homejournal.texts import passwords as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def test_the_password_of_now_is_asked_for_first():
    assert said.type_it_first(EN) == "Type the password of this journal first."


def test_a_password_goes_neither_out_nor_in_with_a_file():
    assert said.stays_behind(EN) == (
        "Your password does not go along. Set one there: “Keep it safe”, “Set a password…”."
    )
    assert said.none_here(EN).startswith("No password comes along. Set one here")
