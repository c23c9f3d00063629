"""What was before a visit: the one before it, and the page that was handed over."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep, StepKind
from homejournal.domain.records.visits import Asked, Visit, language_spoken
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


def test_the_next_visit_is_the_first_of_those_that_come():
    first, second = told(20), told(25)
    visits = VisitList(coming=(first, second))
    assert (visits.next, visits.later) == (first, (second,))
    assert (VisitList().next, VisitList().later) == (None, ())


def test_a_question_waits_until_it_is_answered_and_stays_with_the_next_visit():
    def asked(day, answered=None):
        plain = told(day)
        question = Asked(id=uuid4(), visit=plain.visit.id, text="?", answered=answered)
        return replace(plain, asked=(question,))

    done = date(2026, 3, 10)
    old, answered = asked(2), asked(5, done)
    coming, later = asked(20, done), asked(25, done)
    visits = VisitList(past=(answered, old), coming=(coming, later))
    assert visits.to_answer == ((old, old.asked[0]), (coming, coming.asked[0]))


def test_for_two_weeks_the_last_visit_is_asked_about_unless_something_was_agreed():
    visits = VisitList(past=(told(9), told(2)))
    assert visits.to_agree_on(date(2026, 3, 23)) == visits.past[0]
    assert visits.to_agree_on(date(2026, 3, 24)) is None
    assert VisitList().to_agree_on(date(2026, 3, 24)) is None
    for words in ({"agreed_between": "Wait"}, {"agreed_next": "The cup"}):
        agreed = replace(told(9), visit=replace(told(9).visit, **words))
        assert VisitList(past=(agreed, told(2))).to_agree_on(date(2026, 3, 10)) is None
    step = PlanStep(id=uuid4(), strategy=uuid4(), from_day=date(2026, 3, 9))
    assert VisitList(past=(replace(told(9), steps=(step,)),)).to_agree_on(date(2026, 3, 9)) is None


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
