"""What the window and a calendar say of visits: when, how, in which language, what was agreed."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from homejournal.domain.plan.visit_agreements import Decision
from homejournal.domain.records.attachments import Page
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.visits import Asked, Visit
from homejournal.domain.visits.team_list import has_left
from homejournal.texts import labels
from homejournal.texts.today.day_page import capital
from homejournal.texts.wording import Wording


def visit_title(wording: Wording, visit: Visit, today: date) -> str:
    """Return when a visit is: "Today at 9:30 AM", "Wednesday, March 25, 2026"."""
    day = wording.text("today") if visit.day == today else wording.full_day(visit.day)
    if visit.time is None:
        return capital(day)
    return capital(wording.text("{day} at {time}", day=day, time=wording.time(visit.time)))


def people_said(wording: Wording, people: Sequence[TeamMember], visit: Visit) -> str:
    """Return who comes, with what they do; of somebody who left the team before, since when."""
    if not people:
        return wording.text("Nobody is named yet")
    # Each has a comma of its own, so commas between them would make one person look like two.
    return wording.line_of([_person(wording, one, visit) for one in people])


def _person(wording: Wording, person: TeamMember, visit: Visit) -> str:
    who = labels.person_with_discipline(wording, person.name, person.discipline)
    if person.left is None or not has_left(person, visit.day):
        return who
    return wording.text(
        "{person}, who left the team on {day}", person=who, day=wording.day(person.left)
    )


def how_said(wording: Wording, visit: Visit) -> str:
    """Return how a visit is, in which language: "At home · Spanish, with an interpreter"."""
    how = labels.visit_how(wording, visit.how) if visit.how else ""
    return wording.line_of((capital(how), capital(language_said(wording, visit))))


def language_said(wording: Wording, of: Visit | TeamMember) -> str:
    """Return the language of a visit or a person, and whether an interpreter comes; or nothing."""
    spoken = language_name(wording, of.language) if of.language else ""
    if not of.interpreter:
        return spoken
    if spoken:
        return wording.text("{language}, with an interpreter", language=spoken)
    return wording.text("with an interpreter")


def language_name(wording: Wording, written: str) -> str:
    """Return the name of a language, of which the journal holds a code or the family's words."""
    match written:
        case "en":
            return wording.text("English")
        case "es":
            return wording.text("Spanish")
        case "ar":
            return wording.text("Arabic")
        case _:
            return wording.own(written)


def decision(wording: Wording, which: Decision) -> str:
    """Return what becomes of a strategy, as a choice."""
    match which:
        case Decision.KEEP:
            return wording.text("Keep as it is")
        case Decision.CHANGE:
            return wording.text("Change")
        case Decision.PAUSE:
            return wording.text("Pause")
        case Decision.RESTART:
            return wording.text("Restart")
        case Decision.FINISH:
            return wording.text("Finish")
        case _:
            assert_never(which)


def begun(wording: Wording, step: PlanStep, strategy: Strategy, visit: Visit) -> str:
    """Return what began at a visit: "Changed: Pause and wait"; from another day on, from which."""
    kind, name = labels.step_kind(wording, step.step), wording.own(strategy.name)
    if step.from_day == visit.day:
        return wording.text("{step}: {strategy}", step=kind, strategy=name)
    day = wording.day(step.from_day)
    return wording.text("{step}: {strategy}, from {day} on", step=kind, strategy=name, day=day)


def stays(wording: Wording, later: PlanStep) -> str:
    """Return that a step after the day from which on something is agreed keeps its place."""
    kind, day = labels.step_kind(wording, later.step), wording.day(later.from_day)
    return wording.text("{step} from {day} on. That stays.", step=capital(kind), day=day)


def question_since(wording: Wording, question: Note) -> str:
    """Return since when a question of the family waits: "Since March 2, 2026"."""
    return capital(wording.text("since {day}", day=wording.day(question.day)))


def asked_by(wording: Wording, person: TeamMember | None, visit: Visit) -> str:
    """Return who asked, and at which visit: "Dana asked on March 2, 2026"."""
    day = wording.day(visit.day)
    if person is None:
        return wording.text("Asked on {day}", day=day)
    return wording.text("{person} asked on {day}", person=wording.own(person.name), day=day)


def answer_said(wording: Wording, asked: Asked) -> str:
    """Return the family's answer and its day, or that it waits."""
    if asked.answered is None:
        return wording.text("Not answered yet")
    day = wording.day(asked.answered)
    return wording.text("{answer} ({day})", answer=wording.own(asked.answer or ""), day=day)


def page_said(wording: Wording, page: Page) -> str:
    """Return a page that was handed over: "The page of March 2, 2026"."""
    return wording.text("The page of {day}", day=wording.day(page.made.date()))


def steps_move(wording: Wording, count: int) -> str:
    """Return what begins at a visit and may move with it."""
    return wording.count(
        "{n} change of your plan begins at this visit. Move it, too?",
        "{n} changes of your plan begin at this visit. Move them, too?",
        count,
    )


def overtaken(wording: Wording, strategies: Sequence[Strategy]) -> str:
    """Return why a plan cannot move along with its visit, and what to do."""
    names = wording.list_of([wording.own(one.name) for one in strategies])
    return wording.text(
        "The plan changed again in between: {strategies}. Choose another day, or let it stay.",
        strategies=names,
    )


def more_coming(wording: Wording, count: int) -> str:
    """Return the words that show more of the coming visits."""
    return wording.count("Show {n} later visit", "Show {n} later visits", count)


def more_past(wording: Wording, count: int) -> str:
    """Return the words that show more of the past visits."""
    return wording.count("Show {n} earlier visit", "Show {n} earlier visits", count)
