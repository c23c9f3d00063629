"""What is said about our child: names, ways of communicating, dates, and how many sheets."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Age
from homejournal.domain.papers.about_child import ABOUT_PARTS, AboutChild
from homejournal.domain.records.children import Child
from homejournal.texts.papers import about_child as said
from homejournal.texts.wording import wording_of
from tests.texts.banned_words import banned_of_numbers
from tests.texts.readable import long_parts

EN, ES = wording_of("en"), wording_of("es")
MAYA = Child(id=uuid4(), name="Maya", born=date(2024, 9, 14), due=date(2024, 10, 20))


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_and_hints_are_short_and_differ_and_blame_nobody(language):
    wording = wording_of(language)
    parts = (*ABOUT_PARTS, "words", "communicates", "age", "surname", "suggested", "strategies")
    names = [said.part_name(wording, part) for part in parts]
    hints = [said.part_hint(wording, part) for part in (*ABOUT_PARTS, "words")]

    assert len({*names, *hints}) == len(names) + len(hints)
    assert [long_part for words in hints for long_part in long_parts(words)] == []
    assert banned_of_numbers(" ".join(names + hints), language) == []


def test_the_childs_own_ways_come_first_and_usual_ones_are_offered_once():
    offered = said.ways_offered(EN, ("her cup", "Signs"))

    assert offered[:4] == ("her cup", "Signs", "words", "sounds")
    assert "signs" not in offered
    assert said.ways_offered(EN, ()) == (
        *("words", "sounds", "signs", "pointing"),
        *("looking", "pictures", "a device"),
    )


def test_a_usual_way_that_was_chosen_in_another_language_is_told_in_ours_and_offered_once():
    kept = ("sounds", "señas", "her cup", "sonidos")
    offered = said.ways_offered(ES, kept)

    assert offered[:4] == ("sounds", "señas", "her cup", "palabras")
    assert len(offered) == 8
    assert said.way_said(ES, "sounds") == "sonidos"
    assert said.way_said(ES, "her cup") == "her cup"
    assert said.ways_said(ES, kept) == "Sonidos, señas, her cup"
    assert said.ways_said(EN, kept) == "Sounds, signs, her cup"


def test_only_long_names_are_shorter_where_they_are_ticked():
    assert said.part_short(EN, "words") == "Our words"
    assert said.part_short(EN, "communicates") == "Ways to communicate"
    assert said.part_short(EN, "needs") == said.part_name(EN, "needs")


def test_ways_are_one_line():
    assert said.ways_said(EN, ("signs", "her cup")) == "Signs, her cup"
    assert said.ways_said(EN, ()) == ""


def test_ages_and_dates_are_told_as_far_as_they_are_known():
    assert said.age_said(EN, AboutChild(child=MAYA, age=Age(18, 17))) == (
        "18 months (corrected age 17 months)"
    )
    assert said.age_said(EN, AboutChild(child=MAYA)) == ""
    assert said.dates_said(EN, MAYA) == "Born on September 14, 2024 · due on October 20, 2024"
    assert said.dates_said(EN, replace(MAYA, born=None)) == "Due on October 20, 2024"
    assert said.dates_said(EN, replace(MAYA, born=None, due=None)) == ""
    assert said.written_on(EN, date(2026, 3, 1)) == "Written on March 1, 2026"


def test_more_than_one_sheet_is_told_with_what_can_be_done():
    assert said.pages_needed(EN, 1) == ""
    assert said.pages_needed(EN, 2) == (
        "This takes 2 pages. Take something off, or write it shorter, for one page."
    )
