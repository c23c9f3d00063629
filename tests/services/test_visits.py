"""Visits: listed, moved, agreed at, and questions that carry over until they are answered."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest

from homejournal.domain.days.periods import WeekStart, last_visit
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep, Routine, StepKind, Strategy
from homejournal.domain.records.visits import Asked, Visit
from homejournal.domain.today.day_page import today_state
from homejournal.domain.visits import Agreement, Decision, StrategyAgreed
from tests.journals import NOW, TODAY

DAY = timedelta(days=1)
CHILD = Child(id=uuid4(), name="Mateo")
DANA, BEN = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ben"))


@pytest.fixture
def family(journal):
    journal.records.save(CHILD, DANA)
    return journal


def a_visit(day, **said):
    return Visit(id=uuid4(), child=CHILD.id, day=day, **said)


def listed(journal):
    return journal.visits.listed(CHILD.id, TODAY)


def days(told):
    return [one.visit.day for one in told]


def test_coming_visits_stand_soonest_first_and_past_ones_newest_first(family):
    family.records.save(*(a_visit(TODAY + n * DAY) for n in (7, -30, 1, -2)))
    assert days(listed(family).coming) == [TODAY + DAY, TODAY + 7 * DAY]
    assert days(listed(family).past) == [TODAY - 2 * DAY, TODAY - 30 * DAY]


def test_a_visit_of_today_is_to_come_until_it_was_held(family):
    visit = a_visit(TODAY)
    family.records.save(visit)
    assert days(listed(family).coming) == [TODAY]
    family.records.save(replace(visit, held=True))
    assert (days(listed(family).coming), days(listed(family).past)) == ([], [TODAY])


def test_of_two_visits_on_one_day_the_one_without_a_time_stands_last(family):
    late, open_, early = (a_visit(TODAY + DAY, time=at) for at in (time(15), None, time(9)))
    family.records.save(late, open_, early)
    assert [one.visit for one in listed(family).coming] == [early, late, open_]


def test_two_visits_on_one_day_stand_in_one_order_wherever_they_are_told(family):
    # By the clock; the ids would put them the other way round, as would a missing time first.
    early, late, open_ = (
        Visit(id=UUID(int=n), child=CHILD.id, day=TODAY + DAY, time=at)
        for n, at in ((3, time(9)), (2, time(15)), (1, None))
    )
    family.records.save(open_, late, early)
    now = family.family()
    told = today_state(now, DayRecords(), CHILD.id, (TODAY, TODAY), WeekStart.MONDAY).next_visit
    assert (told and told.visit) == early
    assert family.calendars.coming(CHILD.id, TODAY) == (early, late, open_)
    assert plan_state(now, CHILD.id, TODAY).visits == (open_, late, early)
    assert last_visit(now.visits.values(), TODAY + 2 * DAY) == open_
    asked = [Asked(id=uuid4(), visit=one.id, text="?") for one in (open_, early, late)]
    family.records.save(*asked)
    assert [one.visit for one in family.visits.asked(CHILD.id)] == [early, late, open_]


def test_a_visit_has_its_people_questions_and_pages(family):
    visit = a_visit(TODAY - DAY, people=(DANA.id, uuid4()))
    asked = Asked(id=uuid4(), visit=visit.id, asked_by=DANA.id, text="How does he ask for more?")
    first, last = (
        Page(id=uuid4(), child=CHILD.id, made=NOW + n * DAY, page={}, visit=visit.id)
        for n in (0, 1)
    )
    loose = Page(id=uuid4(), child=CHILD.id, made=NOW, page={})
    family.records.save(replace(visit, people=(DANA.id,)), asked, first, last, loose)
    (told,) = listed(family).past
    assert (told.people, told.asked, told.pages) == ((DANA,), (asked,), (last, first))
    assert listed(family).last_page == last
    assert family.visits.to_answer(CHILD.id) == (asked,)


def test_no_page_was_handed_over_yet(family):
    family.records.save(a_visit(TODAY))
    assert listed(family).last_page is None


def test_a_question_carries_over_until_it_is_ticked(family):
    def a_note(day, *flags):
        return Note(id=uuid4(), child=CHILD.id, day=day, text="Is this okay?", flags=flags)

    old, new = a_note(TODAY - 60 * DAY, Flag.QUESTION), a_note(TODAY, Flag.QUESTION)
    family.records.save(new, old, a_note(TODAY, Flag.CONCERN))
    assert listed(family).questions == (old, new)
    family.visits.tick(old, TODAY)
    assert listed(family).questions == (new,)
    family.visits.tick(replace(old, answered=TODAY), None)
    assert listed(family).questions == (old, new)


def test_many_questions_are_all_found(family):
    family.records.save(
        *(
            Note(id=uuid4(), child=CHILD.id, day=TODAY, text=f"{n}?", flags=(Flag.QUESTION,))
            for n in range(401)
        )
    )
    assert len(family.visits.questions(CHILD.id)) == 401


def test_what_a_professional_asked_is_answered_at_home(family):
    visit = a_visit(TODAY - DAY)
    asked = Asked(id=uuid4(), visit=visit.id, text="Does he point?", open=False)
    family.records.save(visit, asked)
    family.visits.answer(asked, "  Yes, at the dog ", TODAY)
    answered = family.records.get(asked.id)
    assert (answered.answer, answered.answered) == ("Yes, at the dog", TODAY)
    assert family.visits.to_answer(CHILD.id) == ()
    family.visits.answer(answered, "", TODAY)
    assert family.visits.to_answer(CHILD.id) == (asked,)


def test_what_a_professional_asks_is_kept_with_the_end_of_its_unfinished_words(family):
    visit = a_visit(TODAY - DAY)
    asked = Asked(id=uuid4(), visit=visit.id, text="Does he point?")
    family.records.save(visit)
    for place in ("asked", "next"):
        family.drafts.keep(place, "Does he p")
    change = family.visits.ask(asked, drafts=("asked",))
    assert family.visits.to_answer(CHILD.id) == (asked,)
    assert family.drafts.kept() == {"next": "Does he p"}
    family.undo(change)
    assert family.visits.to_answer(CHILD.id) == ()
    assert family.drafts.kept() == {"asked": "Does he p", "next": "Does he p"}


def with_plan(family):
    visit = a_visit(TODAY - 10 * DAY)
    strategy = Strategy(id=uuid4(), child=CHILD.id, name="Pause and wait")
    begun = PlanStep(id=uuid4(), strategy=strategy.id, from_day=visit.day, visit=visit.id)
    later = PlanStep(
        id=uuid4(), strategy=strategy.id, from_day=TODAY, visit=visit.id, step=StepKind.PAUSE
    )
    family.records.save(visit, strategy, begun, later)
    return visit, begun, later


def test_a_visit_moves_alone_or_with_the_plan_that_began_there(family):
    visit, begun, later = with_plan(family)
    assert family.visits.begun_at(visit) == (begun,)
    family.visits.move(visit, replace(visit, day=visit.day - DAY), with_plan=False)
    assert family.records.get(begun.id) == begun
    after = replace(visit, day=visit.day + DAY, bring="The cup", people=(BEN.id,))
    family.visits.move(visit, after, BEN, with_plan=True)
    assert family.records.get(visit.id) == after
    assert family.family().team[BEN.id] == BEN
    assert family.records.get(begun.id).from_day == visit.day + DAY
    assert family.records.get(later.id) == later


def test_a_strategy_whose_plan_cannot_move_along_is_named(family):
    visit = a_visit(TODAY - 9 * DAY)
    wait = Strategy(id=uuid4(), child=CHILD.id, name="Wait")
    begun, later = (
        PlanStep(id=uuid4(), strategy=wait.id, from_day=day, step=kind, visit=at)
        for day, kind, at in (
            (visit.day, StepKind.START, visit.id),
            (visit.day + 3 * DAY, StepKind.CHANGE, None),
        )
    )
    family.records.save(visit, wait, begun, later)
    assert family.visits.overtaken(visit, visit.day + 2 * DAY) == ()
    assert family.visits.overtaken(visit, visit.day + 4 * DAY) == (wait,)


def test_all_that_was_agreed_is_one_step_to_undo(family):
    visit, begun, _ = with_plan(family)
    new = Strategy(id=uuid4(), child=CHILD.id, name="Offer two")
    change = family.visits.agree(
        visit,
        Agreement(
            between="Wait at dinner",
            next_visit="Look at the cup",
            strategies=(
                StrategyAgreed(
                    strategy=begun.strategy,
                    decision=Decision.CHANGE,
                    step=replace(begun, id=uuid4(), what="Wait five seconds"),
                ),
            ),
            started=((new, PlanStep(id=uuid4(), strategy=new.id, from_day=date(2020, 1, 1))),),
        ),
    )
    assert family.records.get(visit.id).agreed_next == "Look at the cup"
    assert [step.from_day for step in family.family().steps[new.id]] == [visit.day]
    assert len(family.family().steps[begun.strategy]) == 3
    family.undo(change)
    assert family.records.get(visit.id) == visit
    assert new.id not in family.family().strategies
    assert len(family.family().steps[begun.strategy]) == 2


def changed(begun, **said):
    step = replace(begun, id=uuid4(), **said)
    return StrategyAgreed(strategy=begun.strategy, decision=Decision.CHANGE, step=step)


def test_what_is_agreed_anew_takes_the_place_of_what_was_agreed_that_day(family):
    visit, begun, _ = with_plan(family)
    for words in ("Wait five seconds", "Wait ten seconds"):
        family.visits.agree(visit, Agreement(strategies=(changed(begun, what=words),)))
    steps = family.family().steps[begun.strategy]
    assert [(step.step, step.what) for step in steps if step.from_day == visit.day] == [
        (StepKind.START, None),
        (StepKind.CHANGE, "Wait ten seconds"),
    ]


def test_new_routines_and_unfinished_words_go_in_the_same_step(family):
    visit, begun, _ = with_plan(family)
    bath = Routine(id=uuid4(), name="Bath", child=CHILD.id)
    for place in ("between", "next"):
        family.drafts.keep(place, "Wait at d")
    agreement = Agreement(strategies=(changed(begun, routines=(bath.id,)),), beside=(bath,))
    family.visits.agree(visit, agreement, drafts=("between",))
    assert family.family().routines[bath.id] == bath
    assert family.drafts.kept() == {"next": "Wait at d"}


def test_a_decision_that_does_not_fit_changes_nothing(family):
    visit, begun, _ = with_plan(family)
    wrong = StrategyAgreed(strategy=begun.strategy, decision=Decision.CHANGE)
    with pytest.raises(InvalidValueError):
        family.visits.agree(visit, Agreement(between="Wait", strategies=(wrong,)))
    assert family.records.get(visit.id) == visit


def test_a_visit_goes_with_its_questions_and_what_named_it_stays(family):
    visit, begun, later = with_plan(family)
    other = a_visit(TODAY)
    asked, others = (
        Asked(id=uuid4(), visit=one.id, text="Does he point?") for one in (visit, other)
    )
    page = Page(id=uuid4(), child=CHILD.id, made=NOW, page={}, visit=visit.id)
    note = Note(id=uuid4(), child=CHILD.id, day=TODAY, text="Is this okay?", visit=visit.id)
    family.records.save(other, asked, others, page, note)
    change = family.visits.remove(visit)
    standing = [family.records.get(one.id) for one in (visit, asked, others)]
    assert standing == [None, None, others]
    for kept in (begun, later, page, note):
        assert family.records.get(kept.id) == replace(kept, visit=None)
    family.undo(change)
    for back in (visit, asked, begun, page, note):
        assert family.records.get(back.id) == back


def test_the_questions_to_answer_are_of_this_child_and_oldest_first(family):
    leo = Child(id=uuid4(), name="Leo")
    new, old = a_visit(TODAY), a_visit(TODAY - 9 * DAY)
    foreign = Visit(id=uuid4(), child=leo.id, day=TODAY)
    mine = [Asked(id=uuid4(), visit=one.id, text="How?") for one in (new, old)]
    theirs = Asked(id=uuid4(), visit=foreign.id, text="How?")
    family.records.save(leo, new, old, foreign, *mine, theirs)
    assert family.visits.to_answer(CHILD.id) == (mine[1], mine[0])


def test_the_unfinished_answer_goes_once_it_is_given(family):
    visit = a_visit(TODAY)
    asked = Asked(id=uuid4(), visit=visit.id, text="How?")
    family.records.save(visit, asked)
    family.drafts.keep("asked", "At the d")
    family.visits.answer(asked, "At the dog", TODAY, draft="asked")
    assert family.drafts.kept() == {}
