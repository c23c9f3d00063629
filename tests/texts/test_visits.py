"""What is said of visits: in whole words, with what is known, in each language."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest

from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep, StepKind, Strategy
from homejournal.domain.records.visits import Asked, Visit, VisitHow
from homejournal.domain.visits import Decision, VisitTold
from homejournal.texts import visits_and_team as said
from homejournal.texts.wording import languages, wording_of

EN = wording_of("en")
CHILD, DAY, TODAY = uuid4(), date(2026, 3, 25), date(2026, 3, 22)
DANA = TeamMember(id=uuid4(), name="Dana", discipline="speech")
BEN = TeamMember(id=uuid4(), name="Ben", left=date(2026, 3, 20))


def visit(**more):
    return Visit(**{"id": uuid4(), "child": CHILD, "day": DAY} | more)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Wednesday, March 25, 2026"),
        ({"time": time(9, 30)}, "Wednesday, March 25, 2026 at 9:30 AM"),
        ({"day": TODAY}, "Today"),
        ({"day": TODAY, "time": time(14)}, "Today at 2:00 PM"),
    ],
)
def test_when_a_visit_is(more, words):
    assert said.visit_title(EN, visit(**more), TODAY).replace("\u202f", " ") == words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"time": time(9, 30)}, "March 25 at 9:30 AM"),
        ({"day": TODAY}, "Today"),
        ({"day": date(2027, 1, 2)}, "January 2, 2027"),
        ({"day": date(2026, 3, 2), "time": time(9, 30)}, "March 2"),
        ({"day": date(2025, 12, 3)}, "December 3, 2025"),
    ],
)
def test_when_a_visit_is_on_its_line(more, words):
    assert said.line_day(EN, visit(**more), TODAY).replace("\u202f", " ") == words


def test_a_line_says_who_comes_how_and_that_a_page_left():
    page = Page(id=uuid4(), child=CHILD, made=datetime(2026, 3, 2, tzinfo=UTC), page={})
    coming = VisitTold(visit=visit(how=VisitHow.HOME))
    past = VisitTold(visit=visit(day=date(2026, 3, 2), how=VisitHow.HOME), pages=(page, page))
    assert said.visit_line(EN, coming, ("Dana", "Ben"), TODAY) == "Dana and Ben · at home"
    assert said.visit_line(EN, past, ("Dana",), TODAY) == "Dana · page handed over"
    assert said.visit_line(EN, VisitTold(visit=visit()), (), TODAY) == ""
    assert said.agreed_on(EN, past.visit) == "Agreed on March 2, 2026"


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("dana", True),
        ("SPEECH march", True),
        ("  2026   cup ", True),
        ("point", True),
        ("wait", True),
        ("dana april", False),
        ("", True),
    ],
)
def test_a_visit_is_found_by_each_word_that_is_known_of_it(typed, finds):
    known = VisitTold(
        visit=visit(agreed_between="Wait", agreed_next="The cup"),
        people=(DANA,),
        asked=(Asked(id=uuid4(), visit=uuid4(), text="Does she point?"),),
    )
    assert said.finds_visit(EN, known, typed) is finds


def test_who_comes_and_who_has_left_the_team():
    assert said.people_said(EN, (), visit()) == "Nobody is named yet"
    assert said.people_said(EN, (DANA,), visit()) == "Dana, speech"
    left = "Dana, speech · Ben, who left the team on March 20, 2026"
    assert said.people_said(EN, (DANA, BEN), visit()) == left
    before = visit(day=date(2026, 3, 19))
    assert said.people_said(EN, (BEN,), before) == "Ben"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ""),
        ({"how": VisitHow.VIDEO}, "By video"),
        ({"language": "es"}, "Spanish"),
        ({"language": "en", "interpreter": True}, "English, with an interpreter"),
        ({"interpreter": True}, "With an interpreter"),
        (
            {"how": VisitHow.HOME, "language": "ASL", "interpreter": True},
            "At home · ASL, with an interpreter",
        ),
    ],
)
def test_how_a_visit_is_and_in_which_language(more, words):
    assert said.how_said(EN, visit(**more)) == words


@pytest.mark.parametrize("spoken", languages())
def test_every_language_of_the_program_is_called_by_a_name_and_not_by_its_code(spoken):
    names = {said.language_name(wording_of(spoken), language) for language in languages()}
    assert len(names) == len(languages())
    assert not names & set(languages())


def test_every_decision_has_words_of_its_own():
    assert len({said.decision(EN, decision) for decision in Decision}) == len(Decision)


def test_what_began_at_a_visit():
    strategy = Strategy(id=uuid4(), child=CHILD, name="Wait")
    step = PlanStep(id=uuid4(), strategy=strategy.id, from_day=DAY, step=StepKind.CHANGE)
    assert said.begun(EN, step, strategy, visit()) == "Changed: Wait"
    later = said.begun(EN, step, strategy, visit(day=TODAY))
    assert later == "Changed: Wait, from March 25, 2026 on"


def test_since_when_a_question_waits():
    note = Note(id=uuid4(), child=CHILD, day=TODAY, text="Is this okay?", flags=(Flag.QUESTION,))
    assert said.question_since(EN, note) == "Since March 22, 2026"


def test_who_asked_and_what_was_answered():
    asked = Asked(id=uuid4(), visit=uuid4(), text="Does she point?")
    assert said.asked_by(EN, None, visit()) == "Asked on March 25, 2026"
    assert said.asked_by(EN, DANA, visit()) == "Dana asked on March 25, 2026"
    assert said.answer_said(EN, asked) == "Not answered yet"
    answered = Asked(id=uuid4(), visit=uuid4(), text="Does she?", answer="Yes", answered=TODAY)
    assert said.answer_said(EN, answered) == "Yes (March 22, 2026)"


def test_a_page_is_called_by_its_day():
    page = Page(id=uuid4(), child=CHILD, made=datetime(2026, 3, 22, 20, tzinfo=UTC), page={})
    assert said.page_said(EN, page) == "The page of March 22, 2026"


def test_counted_words_have_both_forms():
    assert said.steps_move(EN, 1).startswith("1 change of your plan begins")
    assert said.steps_move(EN, 2).startswith("2 changes of your plan begin")
    assert said.more_coming(EN, 1) == "Show 1 later visit"
    assert said.more_past(EN, 3) == "Show 3 earlier visits"


def test_a_later_step_is_said_to_stay_and_one_in_between_holds_a_plan_back():
    wait = Strategy(id=uuid4(), child=uuid4(), name="Wait")
    step = PlanStep(id=uuid4(), strategy=wait.id, from_day=date(2026, 3, 20), step=StepKind.PAUSE)
    assert said.stays(EN, step) == "Paused from March 20, 2026 on. That stays."
    assert said.overtaken(EN, [wait]).startswith("The plan changed again in between: Wait.")
