"""What the Plan page says of strategies, steps, visits and outcomes."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from homejournal.domain.plan.plan_page import StepTold, StrategyInPlan
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import (
    Area,
    Ending,
    Often,
    Outcome,
    PlanStatus,
    PlanStep,
    StepKind,
    StepWords,
    Strategy,
)
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.values import SuggestedBy
from homejournal.texts import plan as said
from homejournal.texts.wording import wording_of

EN, ES = wording_of("en"), wording_of("es")
CHILD, DAY = UUID(int=1), date(2026, 3, 13)
WAIT = Strategy(id=UUID(int=2), child=CHILD, name="Wait")
DANA = TeamMember(id=UUID(int=3), name="Dana", discipline="speech")
MINUTES = RatingPlan(
    kind=RatingKind.NUMBER, unit="minutes", better=Better.LESS, aim=Aim(high=Decimal(20))
)


def step(kind=StepKind.CHANGE, **more):
    return PlanStep(id=UUID(int=4), strategy=WAIT.id, from_day=DAY, step=kind, **more)


def visit(day=DAY):
    return Visit(id=UUID(int=5), child=CHILD, day=day)


def test_every_standing_has_a_word():
    assert [said.standing(EN, plan_status) for plan_status in PlanStatus] == [
        "Still to come", "Now", "Paused", "Finished",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "since", "words"),
    [
        (DANA, DAY, "From Dana, speech, since March 13, 2026"),
        (DANA, None, "From Dana, speech"),
        (None, DAY, "Since March 13, 2026"),
        (None, None, ""),
    ],
)
def test_a_strategy_says_from_whom_and_since_when_as_far_as_it_is_known(by, since, words):
    name, discipline = (by.name, by.discipline) if by else (None, None)
    suggested = SuggestedBy(name, discipline, since) if by or since else None
    one = StrategyInPlan(strategy=WAIT, suggested=suggested)
    assert (said.suggested(EN, one), one.since) == (words, since)


def test_what_is_planned_and_noted_stands_on_one_line():
    one = StrategyInPlan(strategy=WAIT, often=Often(times=2), rating=MINUTES)
    line = "Twice a day · A number: minutes a day · less is better · our aim: up to 20"
    assert said.planned(EN, one) == line


@pytest.mark.parametrize(
    ("aim", "english", "spanish"),
    [
        (None, "", ""),
        (Aim(), "", ""),
        (Aim(low=Decimal(0)), "our aim: 0 or more", "nuestra meta: 0 o más"),
        (Aim(high=Decimal(20)), "our aim: up to 20", "nuestra meta: hasta 20"),
        (Aim(low=Decimal(5), high=Decimal(9)), "our aim: 5 to 9", "nuestra meta: de 5 a 9"),
    ],
)
def test_an_aim_is_said_as_far_as_it_has_ends(aim, english, spanish):
    assert (said.aim(EN, aim), said.aim(ES, aim)) == (english, spanish)


def test_only_the_questions_that_have_an_answer_are_shown():
    told = said.questions(EN, StepWords(what="Hold the cup", why="So that he asks"))
    assert told == (("What", "Hold the cup"), ("Why", "So that he asks"))


def test_a_step_says_what_happened_when_and_at_which_visit():
    assert said.step_title(EN, step(), None) == "Changed on March 13, 2026"
    assert said.step_title(EN, step(), visit()) == "Changed on March 13, 2026, at the visit"
    with_dana = said.step_title(EN, step(), visit(), ("Dana",))
    assert with_dana == "Changed on March 13, 2026, at the visit with Dana"
    before = visit(date(2026, 3, 10))
    assert said.step_title(EN, step(), before) == (
        "Changed on March 13, 2026, after the visit on March 10, 2026"
    )
    assert said.step_title(EN, step(), before, ("Dana", "Sam")) == (
        "Changed on March 13, 2026, after the visit with Dana and Sam on March 10, 2026"
    )


def test_a_step_tells_what_is_said_now_and_what_was_before():
    own = RatingPlan(kind=RatingKind.HELP, words=("full", "", "cue", "alone"))
    line = "How much help? · a lot of help (full) · a little help (cue) · on own (alone)"
    assert said.rating(EN, own) == line
    before = step(what="Hold the cup", why="He sees it", often=Often())
    now = step(what="Hold the cup", how="Wait", often=Often(times=2))
    told = said.step_changes(EN, StepTold(now, now, before), {})
    assert [said.change_said(EN, line) for line in told] == [
        ("How: Wait", ""),
        ("Why: left off", "Before: He sees it"),
        ("How often: Twice a day", "Before: Once a day"),
    ]
    pause = step(StepKind.PAUSE, until_visit=True)
    assert said.step_changes(EN, StepTold(pause, pause), {}) == (
        ("Paused until", "the next visit", ""),
    )


def test_a_corrected_strategy_tells_its_name_and_from_whom_it_is():
    now = replace(WAIT, name="Wait a little", suggested_by=DANA.id, example=True)
    told = said.strategy_changes(EN, WAIT, now, {DANA.id: "Dana"})
    assert [said.change_said(EN, line) for line in told] == [
        ("Strategy: Wait a little", "Before: Wait"),
        ("Suggested by: Dana", ""),
    ]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (None, ""),
        (step(), ""),
        (step(StepKind.FINISH), "Finished on March 13, 2026"),
        (
            step(StepKind.FINISH, ending=Ending.PART_OF_OUR_DAY),
            "Finished on March 13, 2026 · we do this without thinking now",
        ),
        (step(StepKind.PAUSE), "Paused since March 13, 2026"),
        (
            step(StepKind.PAUSE, until_visit=True),
            "Paused since March 13, 2026, until the next visit",
        ),
        (
            step(StepKind.PAUSE, until=date(2026, 4, 1)),
            "Paused since March 13, 2026, until April 1, 2026",
        ),
    ],
)
def test_how_a_strategy_stands_is_said_where_it_is_not_as_usual(now, words):
    assert said.state(EN, StrategyInPlan(strategy=WAIT, now=now)) == words
    coming = StrategyInPlan(strategy=WAIT, now=step(), coming=step())
    assert said.state(EN, coming) == "Changes on March 13, 2026"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StepKind.START, "Starts on March 13, 2026"),
        (StepKind.CHANGE, "Changes on March 13, 2026"),
        (StepKind.PAUSE, "Pauses on March 13, 2026"),
        (StepKind.FINISH, "Ends on March 13, 2026"),
        (StepKind.RESTART, "Starts again on March 13, 2026"),
    ],
)
def test_what_is_still_to_come_is_not_said_as_if_it_had_been(kind, words):
    the_day_before = DAY - timedelta(days=1)
    assert said.step_title(EN, step(kind), None, today=the_day_before) == words
    at_the_visit = said.step_title(EN, step(kind), visit(), today=the_day_before)
    assert at_the_visit == f"{words}, at the visit"
    assert said.step_title(EN, step(kind), None, today=DAY) != words


def test_undo_says_from_when_a_pause_is_and_until_when():
    until = step(StepKind.PAUSE, until=date(2026, 4, 1))
    words = "Wait: Paused on March 13, 2026, until April 1, 2026"
    assert said.step_done(EN, until, DAY, "Wait") == words
    to_visit = step(StepKind.PAUSE, until_visit=True)
    words = "Wait: Paused on March 13, 2026, until the next visit"
    assert said.step_done(EN, to_visit, DAY, "Wait") == words
    end = step(StepKind.FINISH)
    assert said.step_done(EN, end, DAY, "Wait") == "Wait: Finished on March 13, 2026"


def test_once_the_day_of_a_pause_has_come_it_is_asked_whether_to_go_on():
    until = StrategyInPlan(strategy=WAIT, now=step(StepKind.PAUSE, until=DAY))
    assert said.pause_over(EN, until) == "Paused until March 13, 2026. Go on with it?"
    visit = StrategyInPlan(strategy=WAIT, now=step(StepKind.PAUSE, until_visit=True))
    assert said.pause_over(EN, visit) == (
        "Paused until the next visit, which has been. Go on with it?"
    )


def test_the_last_answers_are_told_in_few_words_and_to_people_who_listen():
    asked = {"child": CHILD, "strategy": WAIT.id}
    feelings = [
        ConfidenceRating(id=UUID(int=9), day=DAY - timedelta(days=7), level=2, **asked),
        ConfidenceRating(id=UUID(int=10), day=DAY, level=4, **asked),
    ]
    assert said.feeling_now(EN, "How sure", feelings[-1]) == "How sure: 4 of 5 on March 13, 2026"
    assert said.feelings_over_time(EN, "How sure", feelings) == (
        "How sure: 2 on March 6, 4 on March 13. 1 is not sure yet, 5 is very sure."
    )


def test_a_visit_is_named_by_its_day_and_who_came():
    assert said.visit_name(EN, visit(), ()) == "Visit on March 13, 2026"
    assert said.visit_name(EN, visit(), ("Dana", "Sam")) == "Visit on March 13, 2026 (Dana and Sam)"


def test_a_visit_among_others_is_told_in_few_letters():
    told = replace(visit(), time=time(9, 30))
    assert said.visit_choice(EN, visit(), (), DAY) == "March 13"
    assert said.visit_choice(EN, told, ("Dana",), DAY) == "March 13 · Dana · 9:30\u202fAM"
    before = date(2025, 12, 1)
    assert (
        said.visit_choice(EN, visit(), ("Dana", "Sam"), before) == "March 13, 2026 · Dana and Sam"
    )


def test_an_outcome_says_its_areas_and_its_dates():
    plain = Outcome(id=UUID(int=6), child=CHILD, text="She asks")
    assert said.outcome_line(EN, plain) == ""
    whole = Outcome(
        id=UUID(int=6), child=CHILD, text="She asks", areas=(Area.COMMUNICATION,),
        since=date(2026, 1, 5), closed=DAY,
    )  # fmt: skip
    line = "Communication · since January 5, 2026 · closed on March 13, 2026"
    assert said.outcome_line(EN, whole) == line
