"""The words of the Progress page: periods, days, marks, how things are counted, what is hidden."""

import re
from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import DayShown, PeriodChoice
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.sentences.values import Measure
from homejournal.texts.progress_page import (
    day_short,
    filter_said,
    filtered_name,
    how_counted,
    period_name,
    state_said,
    times_said,
)
from homejournal.texts.wording import languages, wording_of
from tests.texts.banned_words import banned_of_numbers
from tests.texts.readable import (
    HIGHEST_GRADE,
    LOWEST_INFLESZ,
    grade,
    inflesz,
    long_sentences,
    words_of,
)

EN = wording_of("en")
SUNDAY = date(2026, 3, 22)
DID_IT, NOT_PLANNED = DayState.DID_IT, DayState.NOT_PLANNED


def shown(state, times=0, planned=1, **more):
    return DayShown(day=SUNDAY, state=state, times=times, times_planned=planned, **more)


def test_periods_have_names():
    assert [period_name(EN, choice) for choice in PeriodChoice] == [
        "Since the last visit",
        "4 weeks",
        "3 months",
        "Everything",
        "Own dates…",
    ]
    assert period_name(EN, PeriodChoice.SINCE_VISIT, visited=False) == "Since we began"


def test_a_state_has_its_reason():
    assert state_said(EN, shown(DayState.NOT_TODAY)) == "not today"
    sick = shown(DayState.LEFT_OUT, reason=LeftOutReason.SICK)
    assert state_said(EN, sick) == "left out (sick)"


@pytest.mark.parametrize(
    ("day", "short", "whole"),
    [
        (shown(DID_IT, 1), "did it", "did it"),
        (shown(DID_IT, 3), "did it", "did it, 3 times"),
        (shown(DID_IT, 1, 2), "did it (1 of 2)", "did it, 1 of 2 times"),
        (shown(DID_IT, 2, 2, written_later=True), "did it (2 of 2)",
         "did it, 2 of 2 times"),
        (shown(NOT_PLANNED, 1, 0), "used anyway", "used anyway"),
        (shown(NOT_PLANNED, 2, 0), "used anyway", "used anyway, 2 times"),
        (shown(NOT_PLANNED, 0, 0), "not planned", "not planned"),
        (shown(DayState.NOT_WRITTEN, 0, 2), "not written", "not written"),
        (shown(DayState.LEFT_OUT, reason=LeftOutReason.OTHER_HOME), "left out (other home)",
         "left out (other home)"),
    ],
)  # fmt: skip
def test_a_day_is_said_in_short_and_whole(day, short, whole):
    assert day_short(EN, day) == short
    told = [state_said(EN, day), times_said(EN, day) if day.times else ""]
    assert ", ".join(filter(None, told)) == whole


# How things are counted


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("measure", Measure)
def test_how_something_is_counted_is_one_text_with_a_public_source(measure, language):
    said, source = how_counted(wording_of(language), measure).split("\n")
    assert banned_of_numbers(said, language) == []
    assert re.search(r"\b(19|20)\d\d\b", source), "no year"
    assert re.search(r"[a-z]+\.(org|com)/\S", source), "no address"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("measure", Measure)
def test_how_something_is_counted_reads_easily(measure, language):
    said, _ = how_counted(wording_of(language), measure).split("\n")
    assert long_sentences(said) == []
    assert len(words_of(said)) <= 90
    if language == "en":
        assert grade(said) <= HIGHEST_GRADE
    else:
        assert inflesz(said) >= LOWEST_INFLESZ


def test_how_a_middle_is_counted_tells_of_words_and_of_numbers():
    said = how_counted(EN, Measure.MIDDLE)
    assert "If two words are in the middle, both are named." in said
    assert "Of two numbers, it is the point halfway." in said
    assert "“so far”" in said


# The filter

DANA = TeamMember(id=UUID(int=1), name="Dana", discipline="speech")
DINNER = Routine(id=UUID(int=2), name="dinner {at} the table", child=UUID(int=9))
GRANDMA = Helper(id=UUID(int=3), name="جدة")
FAMILY = Family(team={DANA.id: DANA}, routines={DINNER.id: DINNER}, helpers={GRANDMA.id: GRANDMA})


def hidden(**asked):
    period = Period(SUNDAY, SUNDAY)
    return filter_said(EN, EntryFilter(child=UUID(int=9), **period._asdict(), **asked), FAMILY)


def test_a_filter_that_hides_nothing_says_nothing():
    assert not hidden()
    assert not hidden(strategy=UUID(int=8))


def test_what_leaves_the_page_alone_is_named_with_what_the_filter_leaves():
    def named(**asked):
        wanted = EntryFilter(child=UUID(int=9), **Period(SUNDAY, SUNDAY)._asdict(), **asked)
        return filtered_name(EN, "Wait", wanted, FAMILY)

    assert named() == named(suggested_by=DANA.id) == "Wait"
    both = named(routine=DINNER.id, helper=GRANDMA.id)
    assert both == "Wait (only: dinner {at} the table, \u2068جدة\u2069)"


def test_a_filter_says_what_it_hides_and_that_nothing_is_lost():
    assert hidden(suggested_by=DANA.id) == (
        "Only strategies that Dana suggested are shown. The rest is hidden, not lost."
    )
    assert hidden(routine=DINNER.id) == (
        "Only what was done in the routine “dinner {at} the table” counts here."
        " Nothing can be said of planned days then. The rest is hidden, not lost."
    )
    assert hidden(helper=GRANDMA.id) == (
        "Only what \u2068جدة\u2069 did counts here."
        " Nothing can be said of planned days then. The rest is hidden, not lost."
    )
    assert hidden(written_by=GRANDMA.id).startswith("Only what \u2068جدة\u2069 wrote down counts")
    everything = hidden(suggested_by=DANA.id, routine=DINNER.id, helper=GRANDMA.id)
    assert everything.count("planned days") == 1
    assert everything.endswith("The rest is hidden, not lost.")


def test_whoever_is_no_longer_in_the_family_hides_nothing_by_name():
    assert not hidden(suggested_by=UUID(int=70), routine=UUID(int=71), helper=UUID(int=72))
