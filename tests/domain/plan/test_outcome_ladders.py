"""The ladder of an outcome: its rungs, and dated steps with the sentence of each."""

from datetime import date
from uuid import uuid4

from homejournal.domain.plan.outcomes import LadderStep, ladder_told, outcome_records
from homejournal.domain.records.ladders_and_feelings import (
    Ladder,
    LadderRating,
    OutcomeReview,
    Progress,
)
from homejournal.domain.records.plan import Outcome
from tests.more_families import eli

AUTUMN, WINTER, SPRING = date(2025, 10, 6), date(2025, 12, 1), date(2026, 2, 9)


def sleeping(until=date.max):
    records = eli().records
    of = lambda kind: [record for record in records if isinstance(record, kind)]  # noqa: E731
    (outcome,) = of(Outcome)
    found = outcome_records(outcome, of(Ladder), reversed(of(LadderRating)), of(OutcomeReview))
    return ladder_told(found.ladders[0], until)


def test_a_ladder_is_told_as_dated_steps_with_their_sentences():
    assert sleeping().steps == (
        LadderStep(AUTUMN, -2, "The evening is gone before he sleeps."),
        LadderStep(WINTER, -1, "He sleeps after an hour."),
        LadderStep(SPRING, 0, "He sleeps within half an hour."),
    )


def test_the_highest_rung_stands_first_and_one_without_words_is_there_too():
    ladder = Ladder(id=uuid4(), outcome=uuid4(), levels={"-2": "a", "0": "b", "1": "c"})
    outcome = Outcome(id=ladder.outcome, child=uuid4(), text="Sleeps")
    rating = LadderRating(id=uuid4(), ladder=ladder.id, day=WINTER, level=2)
    found = outcome_records(outcome, [ladder], [rating], [])
    told = ladder_told(found.ladders[0])
    assert told.rungs == ((2, ""), (1, "c"), (0, "b"), (-1, ""), (-2, "a"))
    assert told.steps == (LadderStep(WINTER, 2, ""),)


def test_steps_after_a_day_are_not_told():
    assert [step.day for step in sleeping(until=WINTER).steps] == [AUTUMN, WINTER]


def test_each_outcome_has_its_own_ladders_and_reviews_oldest_first():
    mine, other = (Outcome(id=uuid4(), child=uuid4(), text=words) for words in ("Eats", "Walks"))
    ladders = [
        Ladder(id=uuid4(), outcome=one.id, levels={"-1": "a", "0": "b", "1": "c"})
        for one in (other, mine)
    ]
    reviews = [
        OutcomeReview(id=uuid4(), outcome=one.id, day=day, words=Progress.SOME)
        for one, day in ((mine, SPRING), (other, WINTER), (mine, AUTUMN))
    ]
    found = outcome_records(mine, ladders, [], reviews)
    assert [ladder.ladder for ladder in found.ladders] == [ladders[1]]
    assert [review.day for review in found.reviews] == [AUTUMN, SPRING]
