"""Ladders and reviews of outcomes, and how it is for the family, in a real journal."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
    RoutineRating,
)
from homejournal.domain.records.plan import Outcome, Routine
from homejournal.domain.records.visits import Visit
from tests.journals import TODAY, child, planned, strategy

LEVELS = {"-1": "Cries", "0": "Looks", "1": "Points"}


@pytest.fixture
def asks(journal):
    of = child()
    outcome = Outcome(id=uuid4(), child=of.id, text="Asks")
    ladder = Ladder(id=uuid4(), outcome=outcome.id, levels=LEVELS)
    visit = Visit(id=uuid4(), child=of.id, day=TODAY)
    rating = LadderRating(id=uuid4(), ladder=ladder.id, day=TODAY, level=0, visit=visit.id)
    journal.records.save(of, outcome, ladder, visit, rating)
    return of, ladder, visit, rating


def told(journal, of):
    return journal.outcomes.of(of.id)


def test_an_outcome_is_read_with_its_ladder_and_reviews(journal, asks):
    of, ladder, _, rating = asks
    review = OutcomeReview(id=uuid4(), outcome=ladder.outcome, day=TODAY, words=Progress.STARTING)
    other = child(name="Noa")
    journal.records.save(other, Outcome(id=uuid4(), child=other.id, text="Walks"), review)
    (found,) = told(journal, of)
    assert [(one.ladder, one.ratings) for one in found.ladders] == [(ladder, (rating,))]
    assert found.reviews == (review,)


def test_open_outcomes_stand_before_closed_ones(journal, asks):
    of = asks[0]
    old, new = date(2025, 1, 1), date(2026, 1, 1)
    closed = Outcome(id=uuid4(), child=of.id, text="Closed", since=old, closed=new)
    first = Outcome(id=uuid4(), child=of.id, text="First", since=old)
    journal.records.save(closed, first)
    assert [one.outcome.text for one in told(journal, of)] == ["First", "Asks", "Closed"]


def test_a_ladder_goes_with_its_ratings_and_comes_back_with_them(journal, asks):
    of = asks[0]
    before = told(journal, of)
    change = journal.outcomes.remove_ladder(before[0].ladders[0])
    assert told(journal, of)[0].ladders == ()
    journal.undo(change)
    assert told(journal, of) == before


def test_what_was_rated_at_a_visit_moves_with_its_day(journal, asks):
    of, ladder, visit, _ = asks
    other_day = LadderRating(
        id=uuid4(), ladder=ladder.id, day=TODAY - timedelta(days=1), level=1, visit=visit.id
    )
    review = OutcomeReview(
        id=uuid4(), outcome=ladder.outcome, day=TODAY, words=Progress.YES, visit=visit.id
    )
    journal.records.save(other_day, review)
    moved = TODAY - timedelta(days=4)
    journal.visits.move(visit, replace(visit, day=moved), with_plan=False)
    (found,) = told(journal, of)
    assert [rating.day for rating in found.ladders[0].ratings] == [moved, other_day.day]
    assert [one.day for one in found.reviews] == [moved]


@pytest.fixture
def bath(journal):
    of, what = planned(journal)
    routine = Routine(id=uuid4(), name="Bath")
    journal.records.save(routine)
    return of, routine, what


def felt(of, routine, day=TODAY, level=2):
    return RoutineRating(id=uuid4(), child=of.id, routine=routine.id, day=day, level=level)


def test_a_second_answer_in_a_week_takes_the_place_of_the_first(journal, bath):
    of, routine, what = bath
    sure = ConfidenceRating(id=uuid4(), child=of.id, strategy=what.id, day=TODAY, level=5)
    first, last_week = felt(of, routine), felt(of, routine, TODAY - timedelta(days=7))
    journal.feelings.save([first, sure])
    journal.feelings.save([last_week])
    again = felt(of, routine, level=4)
    assert journal.feelings.of_same_week([again]) == (first,)
    change = journal.feelings.save([again])
    assert set(journal.feelings.of(of.id)) == {again, sure, last_week}
    journal.undo(change)
    assert set(journal.feelings.of(of.id)) == {first, sure, last_week}


def test_what_is_said_of_one_child_is_not_read_with_another(journal, bath):
    of, routine, _ = bath
    other = child(name="Noa")
    journal.records.save(other, strategy(other))
    journal.feelings.save([felt(of, routine)])
    assert journal.feelings.of(other.id) == ()
