"""The honest numbers of a child's strategies, and reading what they are counted from."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from uuid import UUID

from homejournal.domain.days.counting import CountedDays, count, numbers_of
from homejournal.domain.days.day_states import CountingFrame, PracticeRow
from homejournal.domain.days.periods import Period
from homejournal.domain.days.strategy_numbers import Block, ChildNumbers
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import (
    FIRSTS,
    First,
    FirstTime,
    StrategyWritten,
    first_at_level,
)
from homejournal.domain.names import distinct_routines, with_distinct_names
from homejournal.domain.records.plan import Strategy, plan_on
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.session import Session
from homejournal.services.settings_as_texts import home_coverage


class Numbers:
    """Counts what was written; every screen, page and file asks here."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_child(
        self,
        child: UUID,
        period: Period,
        today: date,
        strategies: Collection[UUID] | None = None,
    ) -> ChildNumbers:
        """Return the numbers of a child's strategies (all, or those named) over a period.

        Raises InvalidValueError when the dates are reversed.
        """
        counted = self._counted(child, period, today, strategies)
        return ChildNumbers(
            child=child,
            period=period,
            today=today,
            week_start=self._session.settings.week_start,
            strategies=tuple(numbers_of(*one) for one in counted),
        )

    def totals(
        self, child: UUID, period: Period, today: date, strategies: Collection[UUID]
    ) -> dict[UUID, Block]:
        """Return what the whole period comes to for the strategies named, and no closer numbers."""
        counted = self._counted(child, period, today, strategies)
        return {
            strategy.id: days.block(Period(period.start, days.frame.last))
            for strategy, days in counted
        }

    def _counted(
        self, child: UUID, period: Period, today: date, strategies: Collection[UUID] | None
    ) -> Iterator[tuple[Strategy, CountedDays]]:
        settings = self._session.settings
        told = home_coverage(self._session.store.meta(), settings.home)
        frame = CountingFrame(period, today, settings.week_start, told)
        for strategy in self._session.family().strategies_of(child):
            if strategies is None or strategy.id in strategies:
                yield strategy, self._count(strategy, frame)

    def first_day(self, child: UUID) -> date | None:
        """Return the first day on which something is written for a child."""
        with self._session.asking() as queries:
            return queries.first_day(child)

    def beginning(self, child: UUID) -> date | None:
        """Return the first day with a plan or an entry of a child.

        Planned days without entries count, too: without them the numbers would look too good.
        """
        family = self._session.family()
        mine = family.strategies_of(child)
        planned = (step.from_day for strategy in mine for step in family.steps.get(strategy.id, ()))
        return min(filter(None, (self.first_day(child), *planned)), default=None)

    def first_time(self, strategy: UUID, kind: RatingKind, level: int) -> First | None:
        """Return the first practice at a level of a kind of rating, or None if there is none.

        Nor is there one where no other day came before: then every rating would be a first.
        """
        with self._session.asking() as queries:
            began, day = queries.first_days(strategy, kind, level)
            if began is None or day is None or began == day:
                return None
            rows = queries.practice_rows(strategy, Period(day, day))
        slots = plan_on(self._session.family().steps.get(strategy, ()), day).slots
        return first_at_level(map(PracticeRow._make, rows), kind, level, slots)

    def _count(self, strategy: Strategy, frame: CountingFrame) -> CountedDays:
        with self._session.asking() as queries:
            practices = queries.practice_rows(strategy.id, frame.period)
            marks = queries.mark_rows(strategy.child, strategy.id, frame.period)
            steps = self._session.family().steps.get(strategy.id, ())
            return count(steps, practices, marks, frame)


class Written:
    """Reads each strategy once; screens, pages and files count what it gives."""

    def __init__(self, session: Session, numbers: Numbers) -> None:
        self._session = session
        self._numbers = numbers

    def of_all(self, asked: EntryFilter, today: date) -> tuple[StrategyWritten, ...]:
        """Return what was written of every strategy asked for, in the order of the plan."""
        settings = self._session.settings
        told = home_coverage(self._session.store.meta(), settings.home)
        frame = CountingFrame(asked.period, today, settings.week_start, told)
        return tuple(self._of(strategy, asked, frame) for strategy in self.strategies(asked))

    def strategies(self, asked: EntryFilter) -> list[Strategy]:
        """Return the strategies asked for, in the order of the plan."""
        return [
            strategy
            for strategy in with_distinct_names(self._session.family(), asked.child).strategies_of(
                asked.child
            )
            if asked.strategy in (None, strategy.id)
            and (asked.suggested_by is None or strategy.suggested_by == asked.suggested_by)
        ]

    def _of(self, strategy: Strategy, asked: EntryFilter, frame: CountingFrame) -> StrategyWritten:
        family, narrowed = self._session.family(), asked.narrowed
        named = distinct_routines(family.routines, strategy.child)
        with self._session.asking() as queries:
            practices = queries.practice_rows(
                strategy.id,
                asked.period,
                routine=asked.routine,
                helper=asked.helper,
                written_by=asked.written_by,
            )
            marks = [] if narrowed else queries.mark_rows(strategy.child, strategy.id, asked.period)
        return StrategyWritten(
            strategy=strategy,
            steps=family.steps.get(strategy.id, ()),
            practices=practices,
            marks=marks,
            frame=frame,
            visits=tuple(visit for visit in family.visits.values() if visit.child == asked.child),
            life_events=tuple(e for e in family.life_events.values() if e.child == asked.child),
            routine_names={routine.id: routine.name for routine in named.values()},
            firsts=() if narrowed else tuple(self._firsts(strategy, practices, frame)),
            narrowed=narrowed,
        )

    def _firsts(
        self, strategy: Strategy, practices: Iterable[PracticeRow], frame: CountingFrame
    ) -> Iterator[FirstTime]:
        """Yield the first times of all times that fall into the period: they are among its own."""
        given = {(row[3], row[4]) for row in practices}
        for kind, level in FIRSTS:
            if (kind, level) not in given:
                continue
            first = self._numbers.first_time(strategy.id, kind, level)
            if first is not None and frame.period.start <= first.day <= frame.last:
                yield FirstTime(kind, level, first, strategy.name)
