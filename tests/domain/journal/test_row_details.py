"""What a row of the Journal shows, and how one list becomes another."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import (
    TimelineEntry,
    difference,
    journal_row,
    place_of_record,
    slots_of,
)
from homejournal.domain.names import HelperName
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Often, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan

CHILD, DAY = UUID(int=1), date(2026, 3, 20)
WAIT = Strategy(id=UUID(int=2), child=CHILD, name="Wait")
MOM, MEALS = Helper(id=UUID(int=3), name="Mom"), Routine(id=UUID(int=4), name="Meals")
START = PlanStep(
    id=UUID(int=5),
    strategy=WAIT.id,
    from_day=date(2026, 3, 2),
    often=Often(times=2, slots=("breakfast", "dinner")),
    rating=RatingPlan(kind=RatingKind.NUMBER, unit="minutes"),
)
FAMILY = Family(
    helpers={MOM.id: MOM},
    routines={MEALS.id: MEALS},
    strategies={WAIT.id: WAIT},
    steps={WAIT.id: (START,)},
)
PRACTICE = Practice(
    id=UUID(int=10),
    strategy=WAIT.id,
    day=DAY,
    rating_kind=RatingKind.NUMBER,
    slot="snack",
    time=time(9),
    helper=MOM.id,
    routine=MEALS.id,
)


def note(number=20, kind=Note, **said):
    return kind(id=UUID(int=number), child=CHILD, day=DAY, text=f"note {number}", **said)


def entry(record=PRACTICE, notes=(), place=1):
    return TimelineEntry(place=place, record=record, notes=notes)


def test_a_practice_is_shown_with_its_strategy_people_unit_and_notes():
    said = note(flags=(Flag.QUESTION, Flag.CELEBRATION))
    row = journal_row(FAMILY, entry(notes=(said,)), begins_day=True)
    assert (row.strategy, row.routine, row.unit) == (WAIT, MEALS, "minutes")
    assert row.helper == HelperName("Mom")
    assert row.day == DAY
    assert (row.notes, row.flags, row.begins_day) == (
        (said,),
        (Flag.CELEBRATION, Flag.QUESTION),
        True,
    )


def test_a_note_is_among_its_own_notes_and_a_private_one_is_marked():
    row = journal_row(FAMILY, entry(note(kind=PrivateNote)))
    assert row.private
    assert [each.text for each in row.notes] == ["note 20"]
    assert not journal_row(FAMILY, entry(note())).private


def test_a_mark_on_all_strategies_names_none():
    mark = DayMark(id=UUID(int=30), child=CHILD, day=DAY, mark=MarkKind.NOT_TODAY)
    assert journal_row(FAMILY, entry(mark)).strategy is None


def test_the_times_of_a_day_are_the_plans_and_the_entrys_own():
    assert slots_of(FAMILY, PRACTICE) == ("breakfast", "dinner", "snack")
    assert slots_of(FAMILY, replace(PRACTICE, slot="dinner")) == ("breakfast", "dinner")


def test_only_what_is_chosen_narrows():
    plain = EntryFilter(child=CHILD)
    assert not plain.chosen
    assert not replace(plain, words="  ").chosen
    for said in ({"words": "a"}, {"flag": Flag.CONCERN}, {"helper": MOM.id}, {"end": DAY}):
        assert replace(plain, **said).chosen


@given(st.lists(st.integers(1, 6), max_size=8), st.lists(st.integers(1, 6), max_size=8))
def test_replacing_what_differs_makes_the_new_list(old, new):
    before, after = ([entry(note(100 + n), place=n) for n in rows] for rows in (old, new))
    what = difference(before, after)
    assert before[: what.start] + after[what.start : what.new_end] + before[what.old_end :] == after
    assert 0 <= what.start <= min(what.old_end, what.new_end)


def test_a_note_is_found_at_the_entry_it_stands_on():
    entries = [entry(note(40)), entry(notes=(note(41),))]
    assert place_of_record(entries, UUID(int=41)) == 1
    assert place_of_record(entries, PRACTICE.id) == 1
    assert place_of_record(entries, UUID(int=99)) is None


def test_who_typed_an_entry_is_told_beside_who_did_it():
    typed = replace(PRACTICE, helper=None, written_by=MOM.id)
    row = journal_row(FAMILY, entry(typed))
    assert (row.helper, row.written_by) == (None, HelperName("Mom"))
    assert journal_row(FAMILY, entry()).written_by is None


def test_what_happened_in_life_is_a_row_of_its_own():
    event = LifeEvent(id=UUID(int=30), child=CHILD, day=DAY, words="We moved")
    row = journal_row(FAMILY, entry(event), begins_day=True)
    assert (row.record, row.day, row.begins_day, row.notes) == (event, DAY, True, ())
