"""Two people of one name are told apart by a number wherever one of them is named."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import TimelineEntry, journal_row
from homejournal.domain.journal.versions import Past, PastVersion, PossibleDuplicate
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper
from homejournal.domain.records.practices import Practice
from homejournal.texts import timeline, versions
from homejournal.texts.display_names import name_said
from homejournal.texts.progress_page import filter_said
from homejournal.texts.wording import wording_of

EN, AR = wording_of("en"), wording_of("ar")
CHILD, DAY = UUID(int=1), date(2026, 3, 20)
FIRST, SECOND = (Helper(id=UUID(int=n), name="Grandma") for n in (2, 3))
DAD = Helper(id=UUID(int=4), name="Dad")
FAMILY = Family(helpers={one.id: one for one in (FIRST, DAD, SECOND)})
HERS = Practice(id=UUID(int=5), strategy=UUID(int=6), day=DAY, helper=SECOND.id)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Grandma (2)"),
        ("es", "Grandma (2)"),
        ("ar", "\u2068Grandma (2)\u2069"),
    ],
)
def test_a_line_of_the_journal_tells_which_of_the_two_it_was(language, told):
    typed = replace(HERS, helper=DAD.id, written_by=SECOND.id)
    wording = wording_of(language)
    row, beside = (journal_row(FAMILY, TimelineEntry(place=1, record=one)) for one in (HERS, typed))
    assert timeline.who(wording, row) == told
    assert told in timeline.whole_row(wording, row)
    assert told in timeline.when_written(wording, beside)
    assert timeline.who(EN, beside) == "Dad"


def test_an_earlier_version_tells_which_of_the_two_it_was():
    version = PastVersion(what=Past.FIRST, at=None, device="", record=HERS)
    assert ("Who did it: Grandma (2)", False) in versions.version_fields(EN, FAMILY, version)


def test_who_may_have_noted_one_event_twice_is_told_apart():
    pair = PossibleDuplicate(replace(HERS, id=UUID(int=7), helper=FIRST.id), HERS)
    assert versions.possible_duplicate_hint(EN, FAMILY, pair).startswith(
        "Grandma (1) and Grandma (2) both"
    )


def test_a_filter_tells_which_of_the_two_is_left():
    asked = EntryFilter(child=CHILD, **Period(DAY, DAY)._asdict(), helper=SECOND.id)
    assert "Only what Grandma (2) did counts here." in filter_said(EN, asked, FAMILY)


def test_whoever_is_not_known_has_no_name():
    assert name_said(AR, FAMILY, None) == name_said(AR, FAMILY, UUID(int=99)) == ""
    assert name_said(EN, FAMILY, DAD.id) == "Dad"
