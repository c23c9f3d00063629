"""The filter in words: what is offered, and what is chosen."""

from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine, Strategy
from homejournal.texts import entry_filter as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")
CHILD, OTHER = UUID(int=1), UUID(int=2)
DANA, KIM = (TeamMember(id=UUID(int=n), name=name) for n, name in ((3, "Dana"), (4, "Kim")))
MOM, GONE = (
    Helper(id=UUID(int=n), name=name, left=left)
    for n, name, left in ((5, "Mom", None), (6, "Ana", date(2026, 1, 1)))
)
WAIT = Strategy(id=UUID(int=7), child=CHILD, name="Wait", suggested_by=DANA.id)
REACH = Strategy(id=UUID(int=8), child=CHILD, name="Reach")
THEIRS = Strategy(id=UUID(int=9), child=OTHER, name="Sing", suggested_by=KIM.id)
BATH = Routine(id=UUID(int=10), child=CHILD, name="Bath")
FAMILY = Family(
    children={id_: Child(id=id_, name=name) for id_, name in ((CHILD, "Noa"), (OTHER, "Leo"))},
    team={one.id: one for one in (DANA, KIM)},
    helpers={one.id: one for one in (MOM, GONE)},
    strategies={one.id: one for one in (WAIT, REACH, THEIRS)},
    routines={BATH.id: BATH},
)
PLAIN = EntryFilter(child=CHILD)


def words(asked, part):
    return [name for _, name in said.choices_of(EN, FAMILY, asked)[part]]


def test_what_a_child_has_is_offered_and_everybody_who_ever_wrote():
    assert words(PLAIN, FilterPart.STRATEGY) == ["Wait", "Reach"]
    assert words(PLAIN, FilterPart.SUGGESTED_BY) == ["Dana"]
    assert words(PLAIN, FilterPart.ROUTINE) == ["Bath"]
    assert words(PLAIN, FilterPart.HELPER) == words(PLAIN, FilterPart.WRITTEN_BY) == ["Mom", "Ana"]
    assert words(PLAIN, FilterPart.NOTE)[-1] == "Private"
    assert len(words(PLAIN, FilterPart.NOTE)) == len(Flag) + 1


def test_of_a_professional_only_their_strategies_are_offered():
    asked = PLAIN.choosing(FilterPart.SUGGESTED_BY, DANA.id)
    assert words(asked, FilterPart.STRATEGY) == ["Wait"]


@pytest.mark.parametrize(
    ("part", "values", "told"),
    [
        (FilterPart.DATES, (date(2026, 3, 1), date(2026, 3, 2)), "March 1 to March 2, 2026"),
        (FilterPart.DATES, (date(2026, 3, 1), None), "from March 1, 2026 on"),
        (FilterPart.DATES, (None, date(2026, 3, 2)), "until March 2, 2026"),
        (FilterPart.STRATEGY, (WAIT.id,), "Wait"),
        (FilterPart.SUGGESTED_BY, (DANA.id,), "suggested by Dana"),
        (FilterPart.ROUTINE, (BATH.id,), "Bath"),
        (FilterPart.HELPER, (MOM.id,), "Mom did it"),
        (FilterPart.WRITTEN_BY, (GONE.id,), "written down by Ana"),
        (FilterPart.NOTE, (Flag.CELEBRATION, False), "Celebration"),
        (FilterPart.NOTE, (None, True), "Private"),
        (FilterPart.PHOTOS, (True,), "With photos"),
        (FilterPart.WORDS, (" the  cup ",), "“the cup”"),
    ],
)
def test_what_is_chosen_is_told_in_a_few_words(part, values, told):
    asked = PLAIN.choosing(part, *values)
    assert said.part_said(EN, FAMILY, asked, part) == told
    assert said.is_known(FAMILY, EN, asked, part)
    assert said.part_name(EN, part)


def test_what_is_gone_is_not_known():
    asked = PLAIN.choosing(FilterPart.STRATEGY, THEIRS.id)
    assert not said.is_known(FAMILY, EN, asked, FilterPart.STRATEGY)
    assert said.part_said(EN, FAMILY, PLAIN, FilterPart.DATES) == ""


def test_all_that_is_chosen_is_said_in_one_line():
    asked = PLAIN.choosing(FilterPart.SUGGESTED_BY, DANA.id).choosing(FilterPart.WORDS, "ball")
    assert said.filter_said(EN, FAMILY, asked) == "Suggested by Dana · “ball”"
