"""Visits, what was agreed, open questions, the people of the team, and calendar files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.limits import days_from
from homejournal.domain.names import distinct_team, people_on_paper, with_distinct_names
from homejournal.domain.plan.plan_page import steps_to_save
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.kinds import REFERENCES, references_of
from homejournal.domain.records.ladders_and_feelings import LadderRating, OutcomeReview
from homejournal.domain.records.media_and_papers import Page
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import Contact, TeamMember
from homejournal.domain.records.plan import PlanStep, Strategy, in_order
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.visits import Asked, AskedAt, Visit
from homejournal.domain.today.reminders_and_timer import (
    LOOKED_AT_DAYS,
    CalendarEntry,
    ReminderTime,
    reminder_times,
    ringing_days,
)
from homejournal.domain.visits import (
    Agreement,
    PersonTold,
    TeamList,
    VisitList,
    VisitTold,
    by_name,
    has_left,
    in_time,
    is_coming,
    open_questions,
    steps_agreed,
    steps_begun_at,
    strategies_out_of_step,
    visit_agreed,
    visits_around,
)
from homejournal.services.days.days import Days
from homejournal.services.records.records import Records
from homejournal.services.session import Session
from homejournal.services.timeline import Timeline
from homejournal.texts.visits_and_team import reminder_entry, visit_entry
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from homejournal.domain.journal.timeline import TimelineEntry

_NAMING_PEOPLE = tuple(
    kind for kind, named in REFERENCES.items() if any(one.kind is Kind.TEAM_MEMBER for one in named)
)


class Team:
    """The people of the team; each call that writes is one step that can be undone."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def listed(self, child: UUID, today: date) -> TeamList:
        """Return everybody of the team, with the visits and strategies of one child."""
        family = self._session.family()
        team = distinct_team(family.team)
        visits = [visit for visit in family.visits.values() if visit.child == child]
        strategies = with_distinct_names(family, child).strategies_of(child)
        contacts, named = self._contacts(), self._named()
        people = []
        for person in sorted(family.team.values(), key=by_name):
            coming, last = visits_around(person, visits, today)
            people.append(
                PersonTold(
                    person=person,
                    shown=team[person.id].name,
                    next_visit=coming,
                    last_visit=last,
                    suggested=tuple(
                        strategy for strategy in strategies if strategy.suggested_by == person.id
                    ),
                    contacts=tuple(contact for contact in contacts if contact.team == person.id),
                    named=person.id in named,
                )
            )
        return TeamList(
            here=tuple(
                person_told for person_told in people if not has_left(person_told.person, today)
            ),
            left=tuple(
                person_told for person_told in people if has_left(person_told.person, today)
            ),
        )

    def remove(self, person: TeamMember, today: date) -> Change:
        """Take a person off the team.

        Whoever is named elsewhere stays in the journal as somebody who left the team, on `today`
        if no earlier day is known; anybody else is deleted.
        """
        if person.id not in self._named():
            return self._records.delete(person.id)
        left = person.left if has_left(person, today) else today
        return self._records.save(replace(person, left=left))

    def bring_back(self, person: TeamMember) -> Change:
        """Put a person who left back on the team."""
        return self._records.save(replace(person, left=None))

    def _contacts(self) -> list[Contact]:
        """Return all contacts, newest first; on one day, the one written last comes first."""
        found = [
            contact
            for contact in self._records.all_of(Kind.CONTACT)
            if isinstance(contact, Contact)
        ]
        found.sort(key=lambda one: one.day)
        return found[::-1]

    def _named(self) -> set[UUID]:
        return {
            id_
            for kind in _NAMING_PEOPLE
            for record in self._records.all_of(kind)
            for named, id_ in references_of(record)
            if named is Kind.TEAM_MEMBER
        }


R = TypeVar("R", Asked, LadderRating, OutcomeReview, Page, PlanStep)
_PART = 200
_NAMING_A_VISIT = tuple(
    kind for kind, named in REFERENCES.items() if any(one.kind is Kind.VISIT for one in named)
)


class Visits:
    """What happens around a visit; each call is one step that can be undone."""

    def __init__(self, session: Session, records: Records, timeline: Timeline) -> None:
        self._session = session
        self._records = records
        self._timeline = timeline

    def listed(self, child: UUID, today: date) -> VisitList:
        """Return the visits of a child with all that belongs to them, and the open questions."""
        visits = self._session.family().visits.values()
        mine = sorted((one for one in visits if one.child == child), key=in_time)
        asked = _by_visit(self._of(Kind.ASKED, Asked))
        handed = [one for one in self._of(Kind.PAGE, Page) if one.child == child]
        pages = _by_visit(sorted(handed, key=lambda page: page.made, reverse=True))
        steps = _by_visit(in_order(self._steps()))
        team = self._session.family().team
        told = [
            VisitTold(
                visit=visit,
                people=tuple(team[who] for who in visit.people if who in team),
                asked=tuple(asked.get(visit.id, ())),
                steps=tuple(steps.get(visit.id, ())),
                pages=tuple(pages.get(visit.id, ())),
            )
            for visit in mine
        ]
        coming = (visit_told for visit_told in told if is_coming(visit_told.visit, today))
        past = [visit_told for visit_told in told if not is_coming(visit_told.visit, today)]
        return VisitList(
            coming=tuple(coming),
            past=tuple(reversed(past)),
            questions=self.questions(child),
            loose_pages=tuple(pages.get(None, ())),
        )

    def questions(self, child: UUID) -> tuple[Note, ...]:
        """Return the family's questions that wait for an answer, oldest first: they carry over."""
        asked = EntryFilter(child=child, flag=Flag.QUESTION)
        found: list[TimelineEntry] = []
        part = self._timeline.page(asked, limit=_PART)
        while part:
            found += part
            part = self._timeline.page(asked, before=part[-1].place, limit=_PART)
        return open_questions(entry.record for entry in found if isinstance(entry.record, Note))

    def begun_at(self, visit: Visit) -> tuple[PlanStep, ...]:
        """Return the plan steps that began at a visit: what its new date would move."""
        return steps_begun_at(visit, self._steps())

    def overtaken(self, visit: Visit, day: date) -> tuple[Strategy, ...]:
        """Return the strategies whose later or earlier steps a visit's plan would pass on a day."""
        family = with_distinct_names(self._session.family(), visit.child)
        return tuple(
            family.strategies[strategy]
            for strategy in strategies_out_of_step(visit, day, family.steps)
        )

    def move(
        self,
        before: Visit,
        after: Visit,
        *made: Record,
        with_plan: bool,
        drafts: Iterable[str] = (),
    ) -> Change:
        """Write a visit anew, with the people `made` for it, perhaps on another day.

        With the plan, the steps that began at the visit begin on its new day. What was rated and
        reviewed at the visit goes with it. The unfinished texts of these places end in this step.
        """
        steps = self.begun_at(before) if with_plan else ()
        moved = (replace(step, from_day=after.day) for step in steps)
        rated = (replace(one, day=after.day) for one in self._said_at(before))
        return self._records.save_ending((*made, after, *moved, *rated), drafts)

    def _said_at(self, visit: Visit) -> Iterator[LadderRating | OutcomeReview]:
        """Yield where a child stood on ladders, and what reviews said, at a visit on its day."""
        rated = self._of(Kind.LADDER_RATING, LadderRating)
        reviewed = self._of(Kind.OUTCOME_REVIEW, OutcomeReview)
        yield from (
            rating for rating in rated if (rating.visit, rating.day) == (visit.id, visit.day)
        )
        yield from (
            outcome_review
            for outcome_review in reviewed
            if (outcome_review.visit, outcome_review.day) == (visit.id, visit.day)
        )

    def remove(self, visit: Visit) -> Change:
        """Delete a visit and its questions; other records that name it stay without it."""
        named = [
            record
            for kind in _NAMING_A_VISIT
            for record in self._records.all_of(kind)
            if any(one == visit.id for _, one in references_of(record))
        ]
        asked = [question.id for question in named if isinstance(question, Asked)]
        freed = [replace(one, visit=None) for one in named if not isinstance(one, Asked)]  # type: ignore[call-arg]
        with self._session.step() as step:
            step.did(step.writer.put(freed))
            step.did(step.writer.delete([visit.id, *asked]))
        return step.change

    def agree(self, visit: Visit, agreement: Agreement, *, drafts: Iterable[str] = ()) -> Change:
        """Write down what was agreed: the visit as held, and a plan step for each change.

        The unfinished texts of these places end in the same step, and come again with Undo. Raises
        InvalidValueError if a decision and its step do not fit; nothing is written then.
        """
        known = self._session.family().steps
        steps = [
            saved
            for step in steps_agreed(visit, agreement)
            for saved in steps_to_save(known.get(step.strategy, ()), step)
        ]
        started = [strategy for strategy, _ in agreement.started]
        agreed = visit_agreed(visit, agreement)
        with self._session.step() as step:
            step.did(step.writer.put([*agreement.beside, agreed, *started, *steps]))
            step.end_drafts(drafts)
        return step.change

    def tick(self, question: Note, answered: date | None) -> Change:
        """Say on which day a question of the family was answered, or that it still is open."""
        return self._records.save(replace(question, answered=answered))

    def to_answer(self, child: UUID) -> tuple[Asked, ...]:
        """Return what professionals asked at visits of a child and nobody answered, oldest first.

        A question of a visit still to come may be answered before it.
        """
        return tuple(
            question.asked for question in self.asked(child) if question.asked.answered is None
        )

    def asked(self, child: UUID) -> tuple[AskedAt, ...]:
        """Return what professionals asked at visits of a child, answered or not, oldest first."""
        visits = self._session.family().visits
        mine = [
            AskedAt(question, visits[question.visit])
            for question in self._of(Kind.ASKED, Asked)
            if question.visit in visits and visits[question.visit].child == child
        ]
        return tuple(sorted(mine, key=lambda question: in_time(question.visit)))

    def ask(self, asked: Asked, *, drafts: Iterable[str] = ()) -> Change:
        """Write down what a professional asked; unfinished texts end, as with `agree`."""
        with self._session.step() as step:
            step.did(step.writer.put([asked]))
            step.end_drafts(drafts)
        return step.change

    def answer(
        self, asked: Asked, words: str | None, day: date, *, draft: str | None = None
    ) -> Change:
        """Answer a professional's question at home; without words it waits again.

        The unfinished text of that place goes in the same step.
        """
        answer = (words or "").strip() or None
        answered = day if answer else None
        with self._session.step() as step:
            step.did(step.writer.put([replace(asked, answer=answer, answered=answered)]))
            step.forget_draft(draft)
        return step.change

    def _steps(self) -> Iterator[PlanStep]:
        return (step for mine in self._session.family().steps.values() for step in mine)

    def _of(self, kind: Kind, cls: type[R]) -> list[R]:
        return [question for question in self._records.all_of(kind) if isinstance(question, cls)]


def _by_visit(records: Iterable[R]) -> dict[UUID | None, list[R]]:
    found: dict[UUID | None, list[R]] = {}
    for record in records:
        found.setdefault(record.visit, []).append(record)
    return found


class Calendars:
    """What a calendar program can take: the visits of one child, and its reminders."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records
        self._days = Days(session)

    def coming(self, child: UUID, today: date) -> tuple[Visit, ...]:
        """Return the visits of a child that are still to come, soonest first.

        There are none, and no reminders, of a child whose journal is put away.
        """
        if self._rests(child):
            return ()
        visits = self._session.family().visits.values()
        mine = [visit for visit in visits if visit.child == child and is_coming(visit, today)]
        return tuple(sorted(mine, key=in_time))

    def reminder_times(self, child: UUID, today: date) -> tuple[ReminderTime, ...]:
        """Return the planned times of a child, each with its clock where that is known."""
        if self._rests(child):
            return ()
        start = days_from(today, -LOOKED_AT_DAYS)
        written = self._days.between(child, start, today)
        return reminder_times(self._session.family(), child, today, written.practices)

    def file_of(
        self,
        visits: Iterable[Visit],
        reminders: Iterable[ReminderTime],
        wording: Wording,
        today: date,
    ) -> bytes:
        """Return visits, and from today on the reminders whose clock is known, as one file.

        A reminder ends at the next visit of its child; see `ringing_days`.
        """
        entries = [self._visit(one, wording) for one in visits]
        family = people_on_paper(self._session.family())
        for reminder in reminders:
            if reminder.time is not None:
                child = family.children[reminder.strategy.child]
                theirs = (visit for visit in family.visits.values() if visit.child == child.id)
                days = ringing_days(reminder, theirs, today)
                entries.append(reminder_entry(wording, child, reminder, days))
        from homejournal.exchange.calendar_file import calendar_file

        return calendar_file(entries, wording.language, self._session.clock())

    def _rests(self, child: UUID) -> bool:
        known = self._session.family().children.get(child)
        return known is not None and is_put_away(known)

    def _visit(self, visit: Visit, wording: Wording) -> CalendarEntry:
        family = people_on_paper(self._session.family())
        people = [family.team[person] for person in visit.people if person in family.team]
        entry = visit_entry(wording, family.children[visit.child], visit, people)
        return replace(entry, changed=max(0, len(self._records.history(visit.id)) - 1))
