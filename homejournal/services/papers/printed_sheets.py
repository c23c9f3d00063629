"""Sheets to print: weeks for the fridge, the grid of routines, and the journal as a book."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.papers.book import BookAsked
from homejournal.domain.papers.routine_grid import RoutineGrid, routine_grid, step_moved
from homejournal.domain.plan.plan_page import StrategyInPlan, plan_state
from homejournal.domain.records.changes import Change
from homejournal.domain.week_grid.week_sheet import FridgeAsked, FridgeSheet, fridge_sheet
from homejournal.services.days.read_strategies import Written
from homejournal.services.days.strategy_numbers import Numbers
from homejournal.services.papers.book import BookReading
from homejournal.services.records.records import Records
from homejournal.services.session import Session


class Sheets:
    """Reads what is printed, and moves strategies between routines."""

    def __init__(self, session: Session, records: Records, numbers: Numbers) -> None:
        self._session = session
        self._records = records
        self._numbers = numbers

    def fridge(self, asked: FridgeAsked, today: date) -> FridgeSheet:
        """Return weeks for the fridge, made from the plan alone.

        Raises RecordMissingError for an unknown child, and InvalidValueError for weeks that cannot
        be.
        """
        return fridge_sheet(self._session.family(), asked, self._session.settings, today)

    def grid(self, child: UUID, today: date) -> RoutineGrid:
        """Return which strategy lives in which routine; RecordMissingError for an unknown child."""
        family = self._session.family()
        grid = routine_grid(family, plan_state(family, child, today))
        return replace(grid, example=self._session.settings.example)

    def put_into(self, strategy: StrategyInPlan, routine: UUID, *, inside: bool) -> Change:
        """Let a strategy live in a routine, or no more: an edit of the step in force.

        Raises InvalidValueError where it cannot be taken out of its last routine.
        """
        return self._records.save(step_moved(strategy, routine, inside=inside))

    def book(self, asked: BookAsked, today: date) -> BookReading:
        """Return the reading of a book, which is still to be gone through.

        Raises RecordMissingError for an unknown child.
        """
        return BookReading(self._session, Written(self._session, self._numbers), asked, today)

    def book_days(self, child: UUID, today: date) -> Period:
        """Return the days from the first that is written through today: all there is to keep.

        Visits that were written down count too, as does what happened in the family's life.
        """
        family = self._session.family()
        days = [one.day for one in family.visits.values() if one.child == child]
        days += [one.day for one in family.life_events.values() if one.child == child]
        first = self._numbers.first_day(child) or today
        return Period(min([first, today, *days]), today)
