"""What was before a visit: the one before it, and the page that was handed over."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.domain.records.visits import Visit, language_spoken
from homejournal.domain.visits import VisitList, VisitTold, strategies_out_of_step

CHILD, DANA, BEN = uuid4(), uuid4(), uuid4()


def a_page(day):
    return Page(id=uuid4(), child=CHILD, made=datetime(2026, 3, day, tzinfo=UTC), page={})


def told(day, *people, pages=()):
    visit = Visit(id=uuid4(), child=CHILD, day=date(2026, 3, day), people=people)
    return VisitTold(visit=visit, pages=pages)


def test_the_last_page_is_of_somebody_who_comes_again_or_else_of_anybody():
    danas, bens, loose = a_page(2), a_page(9), a_page(12)
    visits = VisitList(
        past=(told(9, BEN, pages=(bens,)), told(2, DANA, pages=(danas,)), told(1, DANA)),
        loose_pages=(loose,),
    )
    assert visits.last_page == loose
    assert visits.last_page_before(told(20, DANA)) == danas
    assert visits.last_page_before(told(20, DANA, BEN)) == bens
    assert visits.last_page_before(told(20)) == loose


def test_a_page_of_the_visit_itself_was_not_handed_over_before_it():
    own = a_page(20)
    coming = told(21, DANA, pages=(own,))
    visits = VisitList(coming=(coming,))
    assert visits.last_page == own
    assert visits.last_page_before(coming) is None
    assert VisitList().last_page_before(told(20)) is None


def test_the_visit_before_is_of_somebody_who_comes_or_of_anybody():
    bens, danas = told(9, BEN), told(2, DANA)
    visits = VisitList(past=(bens, danas))
    assert visits.visit_before(told(20, DANA)) == danas.visit
    assert visits.visit_before(told(20, DANA, BEN)) == bens.visit
    assert visits.visit_before(told(20)) == bens.visit
    assert visits.visit_before(told(20, uuid4())) is None


@pytest.mark.parametrize(
    ("at_visit", "of_person", "spoken"),
    [
        ({}, {}, None),
        ({"language": "es"}, {}, "es"),
        ({}, {"language": "es"}, "es"),
        ({"language": "en"}, {"language": "es"}, "en"),
        ({"language": "es", "interpreter": True}, {}, None),
        ({"interpreter": True}, {"language": "es"}, None),
        ({}, {"language": "es", "interpreter": True}, None),
        ({"language": "es"}, {"interpreter": True}, "es"),
    ],
)
def test_one_language_is_spoken_where_no_interpreter_comes(at_visit, of_person, spoken):
    dana = TeamMember(id=DANA, name="Dana", **of_person)
    visit = Visit(id=uuid4(), child=CHILD, day=date(2026, 3, 2), people=(DANA,), **at_visit)
    assert language_spoken(visit, {DANA: dana}) == spoken


def test_of_several_people_nobody_says_the_language_for_all():
    team = {who: TeamMember(id=who, name="Dana", language="es") for who in (DANA, BEN)}
    visit = Visit(id=uuid4(), child=CHILD, day=date(2026, 3, 2), people=(DANA, BEN, uuid4()))
    assert language_spoken(visit, team) is None


def plan(visit, *told):
    """Return steps of one strategy from days of March; those with "!" began at the visit."""
    which = uuid4()
    made = []
    for text in told:
        kind, on = text.strip("!").split()
        at = visit.id if text.endswith("!") else None
        day = date(2026, 3, int(on))
        made.append(
            PlanStep(id=uuid4(), strategy=which, from_day=day, step=StepKind(kind), visit=at)
        )
    return {which: made}


@pytest.mark.parametrize(
    ("steps", "new_day", "passes"),
    [
        (("start 2", "change 9!"), 20, False),
        (("start 2", "change 9!"), 2, False),
        (("start 2", "change 9!"), 1, True),
        (("start 9!", "change 15"), 12, False),
        (("start 9!", "change 15"), 15, False),
        (("start 9!", "change 15"), 20, True),
        (("start 2", "pause 9!", "restart 15"), 16, True),
        (("start 2", "change 9!", "change 15"), 15, True),
        (("start 2", "change 9!", "pause 9!"), 20, False),
        (("start 2", "change 5"), 1, False),
        ((), 1, False),
    ],
)
def test_a_visit_takes_its_plan_along_unless_that_would_pass_another_step(steps, new_day, passes):
    visit = Visit(id=uuid4(), child=CHILD, day=date(2026, 3, 9))
    mine, other = plan(visit, *steps), plan(visit, "start 9!")
    found = strategies_out_of_step(visit, date(2026, 3, new_day), mine | other)
    assert found == (tuple(mine) if passes else ())
