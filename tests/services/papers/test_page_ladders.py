"""The ladders that a page can show, read from a real journal."""

from datetime import timedelta
from uuid import uuid4

from homejournal.domain.days.periods import Period
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating
from homejournal.domain.records.plan import Outcome
from homejournal.domain.records.visits import Visit
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY
from tests.journals import TODAY, child, planned

WEEK = Period(TODAY - timedelta(days=6), TODAY)
LEVELS = {"-1": "one meal", "0": "two meals", "1": "each meal"}


def test_a_ladder_that_was_rated_at_a_visit_comes_with_the_second_page(journal):
    of, _ = planned(journal)
    outcome = Outcome(id=uuid4(), child=of.id, text="He asks at meals.")
    ladder = Ladder(id=uuid4(), outcome=outcome.id, levels=LEVELS)
    visit = Visit(id=uuid4(), child=of.id, day=WEEK.start)
    rating = LadderRating(id=uuid4(), ladder=ladder.id, day=WEEK.start, level=0, visit=visit.id)
    other = child(name="Leo")
    theirs = Outcome(id=uuid4(), child=other.id, text="Of another child")
    journal.records.save(other, outcome, theirs, ladder, visit, rating)

    material = journal.pages.material(of.id, WEEK, TODAY)

    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    (told,) = build_page(material, ticks).second.ladders
    assert told.outcome == "He asks at meals."
    assert [(step.day, step.words) for step in told.ladder.steps] == [(WEEK.start, "two meals")]
    assert [one.outcome.text for one in material.outcomes] == ["He asks at meals."]
