"""What is looked back at, read from a real journal file."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period, WeekStart
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.make_look_back import bars_in, look_back
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag, with_other_privacy
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine, StepKind
from homejournal.domain.records.visits import Visit
from tests import families
from tests.family import Family, day
from tests.journals import (
    TODAY,
    child,
    mark,
    note,
    planned,
    practice,
    private_note,
    step,
    strategy,
)
from tests.services.looked_back import ONE, WEEK, asked, back_at

START = date(2026, 3, 2)
"""The first day of the plan that `planned` writes down."""
JOY = (Flag.CELEBRATION,)


def names(journal, of, period=WEEK, **more):
    written = journal.looking_back.written(asked(of, period, **more), TODAY)
    return [one.strategy.name for one in written]


def filled(journal, family: Family):
    journal.records.save(*family.records)
    asked_for = EntryFilter(child=family.child.id, **family.period._asdict())
    return [look_back(one) for one in journal.looking_back.written(asked_for, family.today)]


class TestFamilies:
    @pytest.mark.parametrize("family", families.all_families(), ids=lambda family: family.name)
    def test_looking_back_tells_the_numbers_that_everybody_else_tells(self, journal, family):
        told = filled(journal, family)
        counted = journal.numbers.of_child(family.child.id, family.period, family.today)

        assert tuple(back.numbers for back in told) == counted.strategies

    def test_mateos_first_time_on_his_own_is_told(self, journal):
        (back,) = filled(journal, families.mateo())
        (first,) = back.written.firsts

        assert (first.first.day, first.first.slot, first.level) == (day(22), "dinner", 4)

    def test_imanis_visit_is_moved_with_its_plan_and_a_day_goes_to_the_other_side(self, journal):
        family = families.imani()
        (back,) = filled(journal, family)
        around = back.visits[0]
        assert (around.nap.better, around.nap.pairs, around.nap.value) == (
            Decimal("67.5"),
            72,
            Decimal("0.9375"),
        )
        _, change = family.steps(family.strategy)
        journal.records.save(replace(around.visit, day=day(14)), replace(change, from_day=day(14)))
        moved = back_at(journal, family.strategy, family.period, family.today)

        assert moved.changes == (day(14),)
        assert (moved.visits[0].nap.better, moved.visits[0].nap.pairs) == (66, 70)
        assert [phase.block.planned for phase in moved.phases] == [11, 9]
        assert [phase.block.levels for phase in moved.phases] == [
            {1: 6, 2: 4},
            {2: 2, 3: 4, 4: 1},
        ]

    def test_jaylens_private_notes_are_nowhere_and_his_celebration_is(self, journal):
        family = families.jaylen()
        filled(journal, family)
        found = journal.looking_back.celebrations(asked(family.child, family.period), family.today)

        assert [one.text for one in found] == ["He likes the low humming."]


class TestStrategies:
    def test_they_stand_in_the_order_of_the_plan_and_one_can_be_asked_for(self, journal):
        of, what = planned(journal)
        later = strategy(of, name="Sing")
        journal.records.save(later, step(later, from_day=TODAY))

        assert names(journal, of) == ["Pause and wait", "Sing"]
        assert names(journal, of, strategy=later.id) == ["Sing"]
        assert names(journal, child()) == []
        assert names(journal, of, strategy=uuid4()) == []
        assert what.child == of.id

    def test_one_that_was_neither_planned_nor_used_in_the_period_is_left_away(self, journal):
        of, what = planned(journal)
        early = Period(START - 20 * ONE, START - ONE)

        assert names(journal, of, early) == []
        assert names(journal, of, early, strategy=what.id) == ["Pause and wait"]
        journal.records.save(practice(what, day=early.end))
        assert names(journal, of, early) == ["Pause and wait"]

    def test_one_that_is_paused_or_finished_by_now_is_not_left_away(self, journal):
        of, what = planned(journal)
        journal.records.save(step(what, from_day=TODAY - 3 * ONE, step=StepKind.FINISH))

        assert names(journal, of) == ["Pause and wait"]
        assert names(journal, of, Period(TODAY - 3 * ONE, TODAY)) == []

    def test_those_of_one_professional(self, journal):
        of, what = planned(journal)
        dana, sam = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Sam"))
        journal.records.save(dana, sam, replace(what, suggested_by=dana.id))

        assert names(journal, of, suggested_by=dana.id) == ["Pause and wait"]
        assert names(journal, of, suggested_by=sam.id) == []

    def test_practices_in_one_routine_or_by_one_person_have_nothing_planned(self, journal):
        of, what = planned(journal)
        bath, mom = Routine(id=uuid4(), name="Bath"), Helper(id=uuid4(), name="Mom")
        journal.records.save(
            bath,
            mom,
            practice(what, routine=bath.id, rating=3),
            practice(what, helper=mom.id, rating=4),
            practice(what),
            mark(of, day=TODAY - ONE),
        )
        in_bath = back_at(journal, what, routine=bath.id)
        by_mom = back_at(journal, what, helper=mom.id)
        both = back_at(journal, what, helper=mom.id, routine=bath.id)

        assert (in_bath.total.levels, by_mom.total.levels) == ({3: 1}, {4: 1})
        assert in_bath.total.planned is by_mom.total.planned is None
        assert (in_bath.written.marks, in_bath.written.firsts) == ([], ())
        assert both.total.n == 0
        assert back_at(journal, what).total.times == 3

    def test_weeks_begin_as_the_journal_says(self, journal):
        _, what = planned(journal)
        journal.change_settings(replace(journal.settings, week_start=WeekStart.SUNDAY))

        assert back_at(journal, what).written.frame.week_start is WeekStart.SUNDAY
        assert bars_in(back_at(journal, what)).bars[1].start == date(2026, 3, 8)


class TestCelebrations:
    def texts(self, journal, of, period=WEEK, today=TODAY, **more):
        found = journal.looking_back.celebrations(asked(of, period, **more), today)
        return [one.text for one in found]

    def test_newest_first_and_none_from_outside_the_days_or_after_today(self, journal):
        of, _ = planned(journal)
        for ahead in (-7, -6, 0, 1):
            on = TODAY + ahead * ONE
            journal.records.save(note(of, str(ahead), day=on, flags=JOY))

        assert self.texts(journal, of) == ["0", "-6"]
        assert self.texts(journal, of, Period(WEEK.start, TODAY + ONE)) == ["0", "-6"]
        assert self.texts(journal, of, Period(TODAY + ONE, TODAY + ONE)) == []
        assert self.texts(journal, child()) == []

    def test_other_flags_celebrate_nothing(self, journal):
        of, _ = planned(journal)
        flags = (Flag.CONCERN, Flag.QUESTION)
        journal.records.save(note(of, "Why?", flags=flags), note(of, "Plain"))
        journal.records.save(note(of, "Hooray, but", flags=(*JOY, Flag.CONCERN)))

        assert self.texts(journal, of) == ["Hooray, but"]

    def test_a_private_note_is_never_among_them(self, journal):
        of, what = planned(journal)
        done = practice(what)
        joy = note(of, "He waved!", flags=JOY)
        journal.records.save(done, joy, private_note(of), private_note(of, practice=done.id))
        assert self.texts(journal, of) == ["He waved!"]
        journal.records.delete(joy.id)
        journal.records.save(with_other_privacy(joy))
        assert self.texts(journal, of) == []

    def test_a_note_on_a_practice_speaks_of_its_strategy_routine_and_person(self, journal):
        of, what = planned(journal)
        other = strategy(of, name="Sing")
        journal.records.save(other, step(other))
        bath, mom = Routine(id=uuid4(), name="Bath"), Helper(id=uuid4(), name="Mom")
        done = practice(what, routine=bath.id, helper=mom.id)
        journal.records.save(
            bath, mom, done,
            note(of, "on it", practice=done.id, flags=JOY),
            note(of, "of the strategy", strategy=what.id, flags=JOY),
            note(of, "of all", flags=JOY),
            note(of, "by mom", helper=mom.id, flags=JOY),
        )  # fmt: skip

        def told(**more):
            return set(self.texts(journal, of, **more))

        assert told() == {"on it", "of the strategy", "of all", "by mom"}
        assert told(strategy=what.id) == {"on it", "of the strategy"}
        assert told(strategy=other.id) == set()
        assert told(routine=bath.id) == {"on it"}
        assert told(helper=mom.id) == {"on it", "by mom"}
        assert told(helper=mom.id, strategy=what.id) == {"on it"}

    def test_for_one_professional_they_are_of_their_strategies_or_of_none(self, journal):
        of, what = planned(journal)
        dana, sam = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Sam"))
        journal.records.save(
            dana, sam, replace(what, suggested_by=dana.id),
            note(of, "hers", strategy=what.id, flags=JOY), note(of, "of all", flags=JOY),
        )  # fmt: skip

        assert set(self.texts(journal, of, suggested_by=dana.id)) == {"hers", "of all"}
        assert self.texts(journal, of, suggested_by=sam.id) == ["of all"]

    def test_a_note_whose_practice_was_deleted_with_it_is_gone(self, journal):
        of, what = planned(journal)
        done = practice(what)
        journal.records.save(done, note(of, "He waved!", practice=done.id, flags=JOY))
        journal.records.delete(done.id)

        assert self.texts(journal, of) == []


def test_a_visit_of_the_child_parts_the_days_and_one_of_a_sibling_does_not(journal):
    of, what = planned(journal)
    visit = Visit(id=uuid4(), child=of.id, day=TODAY - 2 * ONE)
    journal.records.save(visit, replace(visit, id=uuid4(), child=uuid4(), day=TODAY - 3 * ONE))

    assert [one.visit.id for one in back_at(journal, what).visits] == [visit.id]


def test_what_happened_in_the_childs_life_is_marked_and_what_happened_in_a_siblings_is_not(journal):
    of, what = planned(journal)
    moved = LifeEvent(id=uuid4(), child=of.id, day=TODAY, words="We moved")
    journal.records.save(moved, replace(moved, id=uuid4(), child=uuid4(), words="New school"))

    assert [one.words for one in back_at(journal, what).life] == ["We moved"]
