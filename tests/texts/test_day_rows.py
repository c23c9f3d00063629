"""The words on a row of Today: what is saved, where and from whom, the week, the note."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from homejournal.domain.days.day_states import DayState
from homejournal.domain.records.people import Home, TeamMember
from homejournal.domain.records.plan import Routine
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries
from homejournal.domain.today.strategy_cards import DayOfWeek, TimeOfCard
from homejournal.texts import day_page as rows
from homejournal.texts.wording import wording_of
from tests.texts.test_day_page import CHILD, DAY, card, mark, plan, practice

EN, ES, AR = wording_of("en"), wording_of("es"), wording_of("ar")
ALL = [EN, ES, AR]
DANA = TeamMember(id=UUID(int=9), name="Dana", discipline="speech")
MEALS = Routine(id=UUID(int=8), name="Meals", child=CHILD)
NOON = datetime.combine(DAY, time(12)).astimezone()


def plain(words):
    """Return words without the marks that keep names of other directions apart."""
    return "".join(sign for sign in words if sign not in "\u2066\u2067\u2068\u2069\u200e\u200f")


def written(kind=RatingKind.HELP, rating=2, **more):
    return TimeOfCard(number=1, practice=replace(practice(kind, rating), written=NOON), **more)


def saved(wording, time_, who="", shown=None):
    return plain(rows.saved_said(wording, shown or card(time_), time_, who))


@pytest.mark.parametrize(
    ("wording", "said"),
    [(EN, "✓ Some help · Mom"), (ES, "✓ Algo de ayuda · Mom"), (AR, "✓ بعض المساعدة · Mom")],
    ids=["en", "es", "ar"],
)
def test_what_is_saved_has_a_sign_the_answer_and_who_did_it(wording, said):
    assert saved(wording, written(), "Mom") == said


def test_without_a_name_it_is_the_answer_alone():
    assert saved(EN, written()) == "✓ Some help"


@pytest.mark.parametrize(
    ("kind", "rating", "unit", "said"),
    [
        (RatingKind.HELP, None, None, "✓ Did it"),
        (RatingKind.WENT, 3, None, "✓ Well"),
        (RatingKind.NUMBER, Decimal(12), "minutes", "✓ 12 minutes"),
        (RatingKind.TRIES, Tries(took=2, of=5), None, "✓ 2 of 5"),
        (RatingKind.NONE, None, None, "✓ Did it"),
    ],
)
def test_each_kind_of_answer_has_its_words(kind, rating, unit, said):
    told = written(kind, rating)
    shown = card(told, plan=plan(kind, unit))
    assert saved(EN, told, shown=shown) == said


@pytest.mark.parametrize("wording", ALL)
def test_nothing_is_said_while_a_time_is_open(wording):
    assert rows.saved_said(wording, card(), None, "") == ""
    assert rows.saved_said(wording, card(), TimeOfCard(number=1), "Mom") == ""


def test_not_today_and_left_out_are_said_without_a_check_mark():
    assert saved(EN, TimeOfCard(number=1, mark=mark())) == "Not today"
    sick = mark(MarkKind.LEFT_OUT, reason=LeftOutReason.SICK)
    assert saved(EN, TimeOfCard(number=1, mark=sick)) == "Left out: sick"
    assert saved(ES, TimeOfCard(number=1, mark=mark())) == "Hoy no"


def test_another_home_and_a_later_day_are_said_after_it():
    told = written(home=Home(id=UUID(int=7), name="With Dad"))
    assert saved(EN, told) == "✓ Some help · With Dad"
    late = replace(told.practice, written=NOON + timedelta(days=4))
    assert saved(EN, replace(told, practice=late)) == "✓ Some help · With Dad · written later"


def test_an_open_row_says_where_and_from_whom():
    shown = replace(card(), suggested_by=DANA, routines=(MEALS,))
    assert plain(rows.where_and_whom(EN, shown)) == "Meals · from Dana, speech"
    assert plain(rows.where_and_whom(ES, shown)).startswith("Meals · ")
    assert rows.where_and_whom(EN, card()) == ""


def test_a_routine_that_a_time_is_called_after_is_not_said_twice():
    slots = replace(card(), plan=plan(slots=("meals", "nap")), routines=(MEALS,))
    assert rows.where_and_whom(EN, slots) == ""


def test_notes_stand_in_one_line_one_after_another():
    assert plain(rows.note_said(EN, ["She\nwaved  twice", "and laughed"])) == (
        "She waved twice · and laughed"
    )
    assert rows.note_said(EN, []) == ""


def test_of_a_very_long_note_only_the_beginning_is_looked_at():
    assert len(plain(rows.note_said(EN, ["x" * 10_000]))) == rows.MOST_LETTERS


def test_what_a_press_does_is_said_after_what_stands_there():
    assert plain(rows.name_of_line(EN, "", [])) == "Add a note"
    assert plain(rows.name_of_line(EN, "✓ Some help", ["She waved"])) == (
        "✓ Some help · She waved · Change the note"
    )


def week(*states, **more):
    monday = date(2026, 3, 16)
    return [
        DayOfWeek(day=monday + timedelta(days=ahead), state=state, later=False, **more)
        for ahead, state in enumerate(states)
    ]


def test_the_week_is_one_sentence_with_each_planned_day_that_has_come():
    told = week(
        DayState.DID_IT, DayState.NOT_TODAY, DayState.LEFT_OUT, DayState.NOT_PLANNED,
        DayState.NOT_WRITTEN,
    )  # fmt: skip
    later = replace(told[0], day=date(2026, 3, 21), later=True)
    said = rows.week_said(EN, [*told, later])
    assert said == (
        "This week: Monday: did it, Tuesday: not today, Wednesday: left out and Friday: not written"
    )


def test_a_day_on_which_it_was_used_unplanned_says_so():
    (anyway,) = week(DayState.DID_IT, used_anyway=True)
    assert "anyway" in rows.week_said(EN, [anyway])


@pytest.mark.parametrize("wording", ALL)
def test_every_language_names_the_days_of_the_week(wording):
    told = week(DayState.DID_IT, DayState.NOT_TODAY)
    said = rows.week_said(wording, told)
    assert wording.weekday(told[0].day) in said
    assert wording.weekday(told[1].day) in said


@pytest.mark.parametrize("wording", ALL)
def test_a_week_in_which_nothing_was_planned_says_nothing(wording):
    assert rows.week_said(wording, week(DayState.NOT_PLANNED)) == ""
    assert rows.week_said(wording, []) == ""


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (LeftOutReason.SICK, "Sick: nothing to write down"),
        (None, "Left out: nothing to write down"),
    ],
)
def test_a_folded_row_says_why(reason, said):
    assert rows.left_out_line(EN, replace(card(), reason=reason)) == said


@pytest.mark.parametrize("wording", [ES, AR])
def test_so_it_does_in_every_language(wording):
    english = rows.left_out_line(EN, replace(card(), reason=LeftOutReason.SICK))
    told = rows.left_out_line(wording, replace(card(), reason=LeftOutReason.SICK))
    assert told
    assert told != english


def test_the_professionals_word_is_not_needed_there():
    told = written()
    words = RatingPlan(kind=RatingKind.HELP, words=("full", "partial", "cue", "alone"))
    shown = card(told, plan=replace(plan(), rating=words))
    assert saved(EN, told, shown=shown).startswith("✓ Some help")
