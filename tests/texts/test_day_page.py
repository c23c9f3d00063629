"""What the Today page says of a day, of a strategy's times, and of what is written on them."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from homejournal.domain.days.day_states import DayState
from homejournal.domain.records.people import Home, TeamMember
from homejournal.domain.records.plan import PlanOfDay, Strategy
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.day_page import DayOfWeek, NextVisit
from homejournal.domain.today.strategy_cards import CardOfDay, TimeOfCard
from homejournal.texts import day_page as said
from homejournal.texts.wording import wording_of

EN, ES = wording_of("en"), wording_of("es")
CHILD, DAY = UUID(int=1), date(2026, 3, 20)
WAIT = Strategy(id=UUID(int=2), child=CHILD, name="Wait")


def plan(kind=RatingKind.HELP, unit=None, **more):
    return PlanOfDay(rating=RatingPlan(kind=kind, unit=unit), **more)


def mark(kind=MarkKind.NOT_TODAY, **more):
    return DayMark(id=UUID(int=4), child=CHILD, day=DAY, mark=kind, **more)


def practice(kind=RatingKind.HELP, rating=2):
    return Practice(id=UUID(int=3), strategy=WAIT.id, day=DAY, rating_kind=kind, rating=rating)


def card(*times, plan=plan()):  # noqa: B008 (a frozen value)
    return CardOfDay(
        strategy=WAIT, plan=plan, suggested_by=None, routines=(), times=times,
        state=DayState.NOT_WRITTEN, reason=None, marks=(), notes=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("back", "english", "spanish"),
    [(0, "Today", "Hoy"), (1, "Yesterday", "Ayer"), (2, "Wednesday", "Miércoles")],
)
def test_a_day_is_called_as_people_call_it(back, english, spanish):
    day = DAY - timedelta(days=back)
    assert said.day_title(EN, day, DAY) == english
    assert said.day_title(ES, day, DAY) == spanish


def test_after_midnight_the_familys_day_is_named_with_its_end():
    told = said.after_midnight(EN, DAY, time(4)).replace("\u202f", " ")
    assert told == "It is after midnight. Until 4:00 AM this still counts as Friday."


def test_a_clock_that_is_behind_the_newest_entry_is_told_with_both_days():
    assert said.clock_is_back(EN, DAY, date(2026, 4, 2)) == (
        "This computer’s clock says Friday, March 20, 2026. Your newest entry is from Thursday,"
        " April 2, 2026. Nothing is lost. You may want to check the clock."
    )


def test_every_state_of_a_day_has_a_word_and_a_coming_day_has_none():
    days = [DayOfWeek(day=DAY, state=state, later=False) for state in DayState]
    anyway = replace(days[0], used_anyway=True)
    told = [said.day_of_strip(EN, one, later=False) for one in (*days, anyway)]
    words = ["did it", "not today", "left out", "not written", "not planned", "used anyway"]
    assert told == [f"Friday, March 20, 2026: {word}" for word in words]
    coming = said.day_of_strip(EN, days[3], later=True)
    assert coming == "Friday, March 20, 2026: still to come"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (mark(), "not today"),
        (mark(MarkKind.LEFT_OUT), "left out"),
        (mark(MarkKind.LEFT_OUT, reason=LeftOutReason.SICK), "left out: sick"),
        (mark(MarkKind.LEFT_OUT, words="Grandma came"), "left out: Grandma came"),
    ],
)
def test_a_mark_says_its_reason_in_the_familys_own_words_first(written, words):
    assert said.mark_said(EN, written) == words


@pytest.mark.parametrize(
    ("kind", "rating", "unit", "words"),
    [
        (RatingKind.HELP, None, None, "did it"),
        (RatingKind.HELP, 2, None, "some help"),
        (RatingKind.WENT, 3, None, "well"),
        (RatingKind.NUMBER, Decimal("5.50"), "minutes", "5.5 minutes"),
        (RatingKind.NUMBER, Decimal(0), None, "0"),
        (RatingKind.TRIES, Tries(took=3, of=5), None, "3 of 5"),
    ],
)
def test_a_rating_is_said_in_words_of_its_kind(kind, rating, unit, words):
    assert said.practice_said(EN, practice(kind, rating), plan(kind, unit)) == words


def test_a_time_is_called_by_its_slot_or_else_by_its_number():
    assert said.time_name(EN, TimeOfCard(number=1, slot="breakfast")) == "Breakfast"
    assert said.time_name(EN, TimeOfCard(number=2)) == "Time 2"
    assert said.time_name(EN, TimeOfCard(number=3, extra=True)) == "Once more"


def test_what_somebody_else_wrote_stays_and_a_helper_hears_what_to_do():
    assert said.written_by_other_said(EN) == (
        "This was written before, and stays so. If you did it again, press “Once more”."
    )


def test_what_another_home_wrote_is_told_with_it_and_with_who_did_it_where_that_is_known():
    home = Home(id=UUID(int=7), name="At Dad’s")
    assert said.who_elsewhere(EN, home, "") == ("At Dad’s. If you did it, too, press “Once more”.")
    assert said.who_elsewhere(EN, home, "Dad") == (
        "At Dad’s · Dad did it. If you did it, too, press “Once more”."
    )


def test_what_waits_to_be_saved_is_told_with_what_was_pressed():
    assert said.not_saved(EN, "") == "Not saved yet"
    assert said.not_saved(EN, "some help") == "Not saved yet: some help"


def test_who_suggested_a_strategy_is_said_with_the_discipline():
    dana = TeamMember(id=UUID(int=5), name="Dana", discipline="speech")
    assert said.from_whom(EN, dana) == "from Dana, speech"
    assert said.from_whom(ES, dana) == "de Dana, speech"


def test_the_next_visit_says_when_who_comes_and_what_to_bring():
    dana = TeamMember(id=UUID(int=5), name="Dana")
    bare = NextVisit(visit=Visit(id=UUID(int=6), child=CHILD, day=date(2026, 3, 23)), people=())
    assert said.next_visit(EN, bare, DAY) == "Next visit: Monday, March 23, 2026"
    full = Visit(id=UUID(int=6), child=CHILD, day=DAY, time=time(9, 30), bring="the cup")
    told = said.next_visit(EN, NextVisit(visit=full, people=(dana,)), DAY)
    told = told.replace("\u202f", " ")
    assert told == "Next visit: today at 9:30 AM · Dana · Bring: the cup"
