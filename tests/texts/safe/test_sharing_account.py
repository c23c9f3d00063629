"""The account of what leaves, and from whom something came."""

from datetime import date

import pytest

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.incoming import IncomingPreview
from homejournal.domain.sharing.outgoing import Audience, OutgoingPreview
from homejournal.texts.safe import sharing as said
from homejournal.texts.safe.sharing import coming_lines
from homejournal.texts.wording import wording_of

EN = wording_of("en")
OWN, OTHER = Audience.OWN, Audience.OTHER_HOME
LEAVES = OutgoingPreview(
    things={Kind.CHILD: 2, Kind.HELPER: 2, Kind.STRATEGY: 1, Kind.NOTE: 1},
    stays={Kind.PRIVATE_NOTE: 4},
    children=("Leo", "Noa"),
)
NOTHING = OutgoingPreview({}, {})


def lines(leaves, audience, *, named=True, lasting=True):
    goes = said.leaving_lines(EN, leaves, audience, named=named, lasting=lasting)
    return (*goes, *said.staying_lines(EN, leaves, audience))


def test_what_leaves_for_another_home_and_what_stays_is_told():
    about, leaves, *others = lines(LEAVES, OTHER)
    assert about == "About: Leo and Noa"
    assert leaves == (
        "This leaves: 2 children, 2 people, 1 part of the plan, 1 note and the names of homes and"
        " computers"
    )
    told = " ".join(others)
    for words in (
        "What you write later leaves automatically.",
        "All children are shared, also those you add later.",
        "For one alone, use “Hand over one child’s journal…”.",
        "This stays here: 4 private notes.",
        "So do pages and packs that you handed over.",
        "Earlier versions and what you deleted stay here.",
    ):
        assert words in told
    assert "Private notes never leave for another home." in lines(NOTHING, OTHER)


def test_the_other_side_reads_of_it_in_the_same_words():
    _, leaves, *_ = lines(LEAVES, OTHER)
    came = IncomingPreview(
        new={**LEAVES.things, Kind.HOME: 1, Kind.DEVICE: 1}, children=LEAVES.children
    )
    about, new = coming_lines(EN, came)
    assert about == "About: Leo and Noa"
    assert new.removeprefix("New: ") == leaves.removeprefix("This leaves: ")


def test_one_file_holds_what_stands_now():
    told = " ".join(lines(LEAVES, OTHER, lasting=False))
    assert "All children are in it." in told
    assert "later" not in told
    assert told.endswith("Earlier versions and what you deleted stay here.")


def test_own_computers_get_private_notes_too():
    told = lines(LEAVES, OWN)
    assert "Your private notes go along: these are your own computers." in told
    assert not any("All children" in line for line in told)


def test_where_nothing_is_written_nothing_leaves_now():
    assert lines(NOTHING, OWN, named=False)[0].startswith("Nothing is written here yet")
    assert lines(NOTHING, OWN)[0] == "This leaves: the names of homes and computers"


@pytest.mark.parametrize(("audience", "who"), [(OTHER, "the other home"), (OWN, "every computer")])
def test_whoever_joins_hears_that_something_leaves_here_too(audience, who):
    told = said.both_ways(EN, audience)
    assert told.startswith("Sharing goes both ways")
    assert who in told
    assert told.endswith("Nothing has left yet.")


def test_a_file_says_which_home_it_comes_from():
    day = date(2026, 3, 15)
    assert said.from_home(EN, "With Mom", day).startswith("It comes from “With Mom” and reaches")
    assert said.from_home(EN, None, day).startswith("It comes from another home and reaches")


def test_who_came_from_another_home_is_told():
    assert said.children_came(EN, "With Papa", ["Leo"]) == (
        "A child from “With Papa” is in your journal now, too: Leo."
    )
    assert said.children_came(EN, None, ["Leo", "Mia"]) == (
        "2 children from “another home” are in your journal now, too: Leo and Mia."
    )
