"""The visits of a child, coming and past, each with what belongs to it, and the open questions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep
from homejournal.domain.records.plan_in_force import in_order
from homejournal.domain.records.record import StrategyId
from homejournal.domain.records.visits import Asked, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTold:
    """A visit; who comes, what was asked, which plan steps were agreed on, what was handed over.

    `asked` stand in the order of their arrival, `steps` by their days, `pages` newest first. A step
    that was agreed on there may begin on another day.
    """

    visit: Visit
    people: tuple[TeamMember, ...] = ()
    asked: tuple[Asked, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitList:
    """The coming visits, soonest first, the past ones, newest first, and what is still open."""

    coming: tuple[VisitTold, ...] = ()
    past: tuple[VisitTold, ...] = ()
    questions: tuple[Note, ...] = ()
    """The family's questions that wait for an answer, oldest first."""

    loose_pages: tuple[Page, ...] = ()
    """Pages that were handed over without a visit, newest first."""

    @property
    def last_page(self) -> Page | None:
        """Return the page that was handed over last."""
        pages = [page for one in (*self.coming, *self.past) for page in one.pages]
        return max([*pages, *self.loose_pages], key=lambda page: page.made, default=None)

    def visit_before(self, told: VisitTold) -> Visit | None:
        """Return the last past visit of somebody who comes, or of anybody where nobody is named."""
        people = set(told.visit.people)
        alike = (one.visit for one in self.past if not people or people & set(one.visit.people))
        return next(alike, None)

    def last_page_before(self, told: VisitTold) -> Page | None:
        """Return what was handed over last before a visit: to one who comes, or else to anybody."""
        people = set(told.visit.people)
        alike = [one for one in self.past if people & set(one.visit.people) and one.pages]
        pages = [page for one in alike for page in one.pages]
        last = max(pages, key=lambda page: page.made, default=self.last_page)
        return None if last in told.pages else last


def is_coming(visit: Visit, today: date) -> bool:
    """Say whether a visit is still to come; one of today is until it was held."""
    return visit.day > today or (visit.day == today and not visit.held)


def in_time(visit: Visit) -> tuple[object, ...]:
    """Return what visits are sorted by: day, time of day (without one last), arrival."""
    return visit.day, visit.time is None, visit.time or 0, str(visit.id)


def open_questions(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the questions nobody has ticked as answered, oldest first; they carry over."""
    waiting = [note for note in notes if Flag.QUESTION in note.flags and note.answered is None]
    return tuple(sorted(waiting, key=lambda note: (note.day, str(note.id))))


def steps_agreed_at(visit: Visit, steps: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
    """Return the plan steps that were agreed on at a visit, from whatever day on, by their days."""
    return tuple(in_order(step for step in steps if step.visit == visit.id))


def steps_begun_at(visit: Visit, steps: Iterable[PlanStep]) -> tuple[PlanStep, ...]:
    """Return the plan steps that began at a visit, on its day."""
    return tuple(step for step in steps if step.visit == visit.id and step.from_day == visit.day)


def overtaken(
    visit: Visit, day: date, steps: Mapping[StrategyId, Sequence[PlanStep]]
) -> tuple[StrategyId, ...]:
    """Return the strategies whose plan would no longer tell what happened, were a visit moved.

    That is where a step that began at the visit would pass another one of its strategy on the new
    day, or meet one of its own kind there.
    """
    return tuple(which for which, mine in steps.items() if _overtakes(visit, day, mine))


def _overtakes(visit: Visit, day: date, steps: Sequence[PlanStep]) -> bool:
    begun = steps_begun_at(visit, steps)
    moved = [replace(one, from_day=day) if one in begun else one for one in steps]
    before, after = ([one.id for one in in_order(each)] for each in (steps, moved))
    places = Counter((one.from_day, one.step) for one in moved)
    meets = any(places[day, one.step] > 1 for one in begun)
    return bool(begun) and (before != after or meets)
