"""Numbers and the material of pages, read from a real journal."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, RecordMissingError
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper, Home, TeamMember
from homejournal.domain.records.plan import StepKind
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.record import Kind
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.values import Joined, OutsideTimes, ThanBefore, Verdict
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import Ticks
from homejournal.exchange.kept_papers_json import page_to_dict
from tests.journals import (
    TODAY,
    child,
    mark,
    note,
    planned,
    practice,
    private_note,
    revisions,
    step,
    strategy,
    take_in,
)

WEEK = Period(TODAY - timedelta(days=6), TODAY)


def test_what_is_counted_is_what_was_written(journal):
    of, what = planned(journal)
    journal.records.save(practice(what), practice(what, rating=4, slot="dinner"))
    journal.records.save(mark(of, strategy=what.id, day=TODAY - timedelta(days=1)))
    journal.records.save(
        mark(of, day=WEEK.start, mark=MarkKind.LEFT_OUT, reason=LeftOutReason.SICK)
    )
    told = journal.numbers.of_child(of.id, WEEK, TODAY)
    (numbers,) = told.strategies
    assert numbers.total.levels == {2: 1, 4: 1}
    assert (numbers.total.did_it, numbers.total.not_today, numbers.total.left_out) == (1, 1, 1)
    assert (told.child, told.period, told.today) == (of.id, WEEK, TODAY)


def test_only_the_named_strategies_are_counted(journal):
    of, _ = planned(journal)
    other = strategy(of, name="Sing")
    journal.records.save(other, step(other))
    assert len(journal.numbers.of_child(of.id, WEEK, TODAY).strategies) == 2
    told = journal.numbers.of_child(of.id, WEEK, TODAY, [other.id]).strategies
    assert [one.strategy for one in told] == [other.id]
    assert journal.numbers.of_child(uuid4(), WEEK, TODAY).strategies == ()
    with pytest.raises(InvalidValueError):
        journal.numbers.of_child(of.id, Period(WEEK.end, WEEK.start), TODAY)


def test_the_first_day_is_that_of_the_first_entry(journal):
    of, what = planned(journal)
    assert journal.numbers.first_day(of.id) is None
    journal.records.save(practice(what), note(of, day=TODAY - timedelta(days=40)))
    assert journal.numbers.first_day(of.id) == TODAY - timedelta(days=40)
    assert journal.numbers.first_day(uuid4()) is None


def test_days_at_another_home_count_as_far_as_its_file_reaches(journals):
    here, there = journals.new("here"), journals.new("there", uuid4())
    of, what = planned(here)
    days = [TODAY - timedelta(days=back) for back in range(1, 4)]
    here.records.save(
        *(
            mark(of, day=day, mark=MarkKind.LEFT_OUT, reason=LeftOutReason.OTHER_HOME)
            for day in days
        )
    )
    alone = here.numbers.of_child(of.id, WEEK, TODAY).strategies[0].total
    home = Home(id=uuid4(), name="Theirs")
    take_in(there, revisions(here))
    there.records.save(home)
    there.change_settings(replace(there.settings, home=home.id))
    here.files.import_json(there.files.export_json())
    merged = here.numbers.of_child(of.id, WEEK, TODAY).strategies[0].total
    assert alone.left_out == 3
    assert merged.left_out == 0
    assert what.id in here.family().strategies


class TestPages:
    def test_nothing_private_is_in_a_pages_material(self, journal):
        of, what = planned(journal)
        dana = TeamMember(id=uuid4(), name="Dana")
        event = LifeEvent(id=uuid4(), child=of.id, day=TODAY, words="We moved")
        old = LifeEvent(id=uuid4(), child=of.id, day=TODAY - timedelta(days=90), words="Long ago")
        journal.records.save(dana, event, old, practice(what), note(of), private_note(of))
        told = journal.pages.material(of.id, WEEK, TODAY)
        assert "so tired" not in repr(told)
        assert told.notes[0].text == "He pointed at the banana"
        assert told.life_events == (event,)
        assert told.team == (dana,)
        assert told.strategies[0].total.times == 1
        assert (told.visit, told.last_visit, told.for_whom, told.example) == (None, None, (), False)

    def test_a_note_on_a_practice_stays_with_the_professional_of_its_strategy(self, journal):
        of, what = planned(journal)
        dana, sam = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Sam"))
        done, free = practice(what), note(of, "He slept well")
        said = note(of, "He waited!", practice=done.id)
        other = strategy(of, name="Sing", suggested_by=sam.id)
        journal.records.save(dana, sam, other, replace(what, suggested_by=dana.id))
        journal.records.save(done, said, free)

        def noted(*person):
            material = journal.pages.material(of.id, WEEK, TODAY, person)
            return {(one.text, one.strategy) for one in material.notes_in_period()}

        everything = {("He waited!", what.id), ("He slept well", None)}
        assert noted() == noted(dana.id) == everything
        assert noted(sam.id) == {("He slept well", None)}

    def test_a_note_on_a_practice_of_another_time_stays_with_its_professional_too(self, journal):
        of, what = planned(journal)
        dana, sam = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Sam"))
        long_ago = practice(what, day=WEEK.start - timedelta(days=30))
        said = note(of, "He waited!", practice=long_ago.id)
        unknown = note(of, "He slept well", practice=uuid4())
        what = replace(what, suggested_by=dana.id)
        other = strategy(of, name="Sing", suggested_by=sam.id)
        journal.records.save(dana, sam, other, what, long_ago, said, unknown)

        def noted(*person):
            material = journal.pages.material(of.id, WEEK, TODAY, person)
            return {(one.text, one.strategy) for one in material.notes_in_period()}

        assert noted(dana.id) == {("He waited!", what.id), ("He slept well", None)}
        assert noted(sam.id) == {("He slept well", None)}

    def test_open_questions_of_all_days_come_along_with_who_asked(self, journal):
        of, what = planned(journal)
        dad = Helper(id=uuid4(), name="Dad")
        long_ago = {"day": WEEK.start - timedelta(days=200), "flags": (Flag.QUESTION,)}
        done = practice(what, day=long_ago["day"])
        waits = note(of, "Is it ok?", helper=dad.id, practice=done.id, **long_ago)
        told = note(of, "Is it over?", answered=TODAY, **long_ago)
        secret = private_note(of, day=long_ago["day"])
        journal.records.save(dad, done, waits, told, secret)
        material = journal.pages.material(of.id, WEEK, TODAY)
        assert [(question.text, question.strategy) for question in material.questions] == [
            ("Is it ok?", what.id)
        ]
        page = build_page(material, default_ticks(material))
        assert [(question.text, question.by) for question in page.questions] == [
            ("Is it ok?", "Dad")
        ]

    def test_a_practice_before_the_first_step_is_told_where_the_plan_changed(self, journal):
        of = child()
        what = strategy(of)
        start, change = WEEK.start + timedelta(days=2), WEEK.start + timedelta(days=5)
        journal.records.save(
            of,
            what,
            step(what, from_day=start),
            step(what, step=StepKind.CHANGE, from_day=change, what="Longer"),
            practice(what, day=WEEK.start),
            practice(what, day=change),
        )
        material = journal.pages.material(of.id, WEEK, TODAY)
        (told,) = build_page(material, default_ticks(material)).strategies
        before, since = told.stretches
        assert (before.start, since.start) == (WEEK.start, change)
        lines = [sentence.parts for sentence in before.sentences if isinstance(sentence, Joined)]
        assert any(OutsideTimes(1) in line for line in lines)
        (one,) = material.strategies
        assert sum(phase.block.times for phase in one.phases) == one.total.times == 2

    def test_the_rows_mark_what_happened_and_the_days_left_out(self, journal):
        of, what = planned(journal)
        event = LifeEvent(id=uuid4(), child=of.id, day=TODAY, words="We moved")
        sick = mark(of, day=WEEK.start, mark=MarkKind.LEFT_OUT, reason=LeftOutReason.SICK)
        journal.records.save(event, sick, practice(what))
        (one,) = journal.pages.material(of.id, WEEK, TODAY).strategies
        axis = one.rows.axis
        marks = *axis.bands, *axis.events
        assert [(mark.start, mark.words, mark.reason) for mark in marks] == [
            (WEEK.start, "", LeftOutReason.SICK),
            (TODAY, "We moved", None),
        ]

    def test_nothing_private_is_on_a_second_page(self, journal):
        of, what = planned(journal)
        journal.records.save(practice(what), note(of), private_note(of))
        material = journal.pages.material(of.id, WEEK, TODAY)
        keys = frozenset(offer.key for offer in offers(material))
        page = build_page(material, Ticks(keys=keys))
        assert [one.text for one in page.second.notes] == ["He pointed at the banana"]
        assert len(page.second.charts) == 1
        assert "so tired" not in json.dumps(page_to_dict(page), ensure_ascii=False)

    def test_a_child_that_is_not_there_and_reversed_dates(self, journal):
        of, _ = planned(journal)
        with pytest.raises(RecordMissingError):
            journal.pages.material(uuid4(), WEEK, TODAY)
        with pytest.raises(InvalidValueError):
            journal.pages.material(of.id, Period(WEEK.end, WEEK.start), TODAY)

    def test_visits_are_those_of_the_asked_person(self, journal):
        of, _ = planned(journal)
        dana, ruth = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ruth"))
        visits = [
            Visit(id=uuid4(), child=of.id, day=TODAY + timedelta(days=d), people=(who.id,), held=h)
            for d, who, h in (
                (-20, dana, True),
                (-5, ruth, True),
                (3, ruth, False),
                (9, dana, False),
            )
        ]
        journal.records.save(dana, ruth, *visits)
        told = journal.pages.material(of.id, WEEK, TODAY)
        assert (told.visit, told.last_visit) == (visits[2], visits[1])
        told = journal.pages.material(of.id, WEEK, TODAY, (dana.id,))
        assert (told.visit, told.last_visit, told.for_whom) == (visits[3], visits[0], (dana.id,))

    def test_a_page_is_for_those_who_come_next_or_else_for_those_who_came_last(self, journal):
        of, _ = planned(journal)
        assert journal.pages.usual_readers(of.id, TODAY) == ()
        dana, ruth, gone = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ruth", "Gone"))
        gone = replace(gone, left=TODAY - timedelta(days=1))

        def visit(days, *who):
            held = days <= 0
            people, when = tuple(one.id for one in who), TODAY + timedelta(days=days)
            journal.records.save(Visit(id=uuid4(), child=of.id, day=when, people=people, held=held))

        journal.records.save(dana, ruth, gone)
        visit(-20, dana)
        visit(-5, ruth, gone)
        assert journal.pages.usual_readers(of.id, TODAY) == (ruth.id,)
        visit(9, dana, ruth)
        visit(3, dana)
        assert journal.pages.usual_readers(of.id, TODAY) == (dana.id,)

    def test_help_is_compared_with_the_days_before_the_page(self, journal):
        of, what = planned(journal)
        for days in range(14):
            rating = 1 if days > 6 else 3
            journal.records.save(practice(what, day=TODAY - timedelta(days=days), rating=rating))
        (one,) = journal.pages.material(of.id, WEEK, TODAY).strategies
        (*_, told) = one.summary
        assert isinstance(told, ThanBefore)
        assert (told.verdict, told.start) == (Verdict.LESS_HELP, WEEK.start - timedelta(days=7))

    def test_since_the_last_visit(self, journal):
        of, what = planned(journal)
        yesterday = TODAY - timedelta(days=1)
        planned_from = journal.family().steps[what.id][0].from_day
        assert journal.pages.since_last_visit(of.id, TODAY) == (planned_from, yesterday)
        earlier = planned_from - timedelta(days=9)
        journal.records.save(practice(what, day=earlier))
        assert journal.pages.since_last_visit(of.id, TODAY) == (earlier, yesterday)
        assert journal.pages.since_last_visit(child().id, TODAY) == (TODAY, TODAY)
        visit = Visit(id=uuid4(), child=of.id, day=TODAY - timedelta(days=4), held=True)
        journal.records.save(visit)
        assert journal.pages.since_last_visit(of.id, TODAY) == (visit.day, yesterday)
        journal.records.save(practice(what))
        assert journal.pages.since_last_visit(of.id, TODAY) == (visit.day, TODAY)

    def test_a_page_is_kept_as_it_was_handed_over(self, journal):
        of = child()
        journal.records.save(of)
        page = {"title": "Mateo", "lines": [{"n": 3, "text": "ten"}], "none": None}
        visit = uuid4()
        change = journal.pages.keep(of.id, page, visit)
        (kept,) = journal.records.all_of(Kind.PAGE, child=of.id)
        assert (kept.page, kept.visit, kept.made) == (page, visit, journal._session.clock())
        journal.undo(change)
        assert journal.records.all_of(Kind.PAGE) == []
