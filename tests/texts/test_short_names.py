"""A long name is cut so that two of one name can still be told apart."""

from datetime import date

import pytest

from homejournal.domain.names import ChildName, HelperName
from homejournal.texts.display_names import child_said, helper_said
from homejournal.texts.wording import languages, parted, short_name, wording_of

LONG = "Maximiliana Alexandra Theodora"
AR = wording_of("ar")


@pytest.mark.parametrize(
    ("name", "most", "shown"),
    [
        ("Ana Maria", 9, "Ana Maria"),
        ("Ana Maria", 8, "Ana Mar…"),
        ("Ana Maria", 5, "Ana…"),
        ("Ana Maria (2)", 12, "Ana Mar… (2)"),
        ("Ana Maria (12)", 12, "Ana Ma… (12)"),
        ("Ana (two)", 6, "Ana (…"),
        ("Ana (2)", 4, "A… (2)"),
        ("A (2)", 4, "A (2)"),
    ],
)
def test_the_number_stays(name, most, shown):
    assert short_name(name, most) == shown


@pytest.mark.parametrize("language", languages())
def test_two_of_one_long_name_stay_apart_in_every_language(language):
    wording = wording_of(language)
    helpers = {short_name(helper_said(wording, HelperName(LONG, at))) for at in (1, 2, 12)}
    assert len(helpers) == 3
    days = [date(2023, 5, 4), date(2024, 5, 4)]
    children = [ChildName(LONG, day, at) for day in (*days, None) for at in (None, 1, 2)]
    said = {short_name(child_said(wording, child)) for child in children}
    assert len(said) == len(children)


def test_what_is_cut_is_what_somebody_is_called():
    assert parted("Ana – Sofía (2) – born May 4, 2024") == (
        "Ana – Sofía",
        " (2) – born May 4, 2024",
    )
    assert parted("Ana") == ("Ana", "")


def test_a_name_in_another_direction_stays_apart_from_its_number():
    name = f"{AR.own(LONG)} (2)"
    assert short_name(name, 16) == "\u2068Maximilian…\u2069 (2)"
    inside = AR.own(f"{LONG} (2)")
    assert short_name(inside, 17) == "\u2068Maximilian… (2)\u2069"
