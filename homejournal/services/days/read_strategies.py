"""Reading what was written of a child's strategies, before anything is counted."""

from collections.abc import Iterator
from datetime import date

from homejournal.domain.days.day_counts import CountingFrame
from homejournal.domain.looking_back.look_back_values import FIRSTS, FirstTime, StrategyWritten
from homejournal.domain.looking_back.progress_filter import ProgressFilter
from homejournal.domain.names.same_names import distinct_routines, with_distinct_names
from homejournal.domain.records.plan import Strategy
from homejournal.services.days.strategy_numbers import Numbers
from homejournal.services.session import Session
from homejournal.services.settings_in_file import reaches


class Written:
    """Reads each strategy once; screens, pages and files count what it gives."""

    def __init__(self, session: Session, numbers: Numbers) -> None:
        self._session = session
        self._numbers = numbers

    def of_all(self, asked: ProgressFilter, today: date) -> tuple[StrategyWritten, ...]:
        """Return what was written of every strategy asked for, in the order of the plan."""
        settings = self._session.settings
        told = reaches(self._session.store.meta(), settings.home)
        frame = CountingFrame(asked.period, today, settings.week_start, told)
        return tuple(self._of(one, asked, frame) for one in self.strategies(asked))

    def strategies(self, asked: ProgressFilter) -> list[Strategy]:
        """Return the strategies asked for, in the order of the plan."""
        return [
            one
            for one in with_distinct_names(self._session.family(), asked.child).strategies_of(
                asked.child
            )
            if asked.strategy in (None, one.id)
            and (asked.suggested_by is None or one.suggested_by == asked.suggested_by)
        ]

    def _of(
        self, strategy: Strategy, asked: ProgressFilter, frame: CountingFrame
    ) -> StrategyWritten:
        family, narrowed = self._session.family(), asked.narrowed
        named = distinct_routines(family.routines, strategy.child)
        with self._session.asking() as queries:
            practices = queries.practice_rows(
                strategy.id, asked.period, routine=asked.routine, helper=asked.helper
            )
            marks = [] if narrowed else queries.mark_rows(strategy.child, strategy.id, asked.period)
        return StrategyWritten(
            strategy=strategy,
            steps=family.steps.get(strategy.id, ()),
            practices=practices,
            marks=marks,
            frame=frame,
            visits=tuple(one for one in family.visits.values() if one.child == asked.child),
            life_events=tuple(e for e in family.life_events.values() if e.child == asked.child),
            routine_names={one.id: one.name for one in named.values()},
            firsts=() if narrowed else tuple(self._firsts(strategy, frame)),
            narrowed=narrowed,
        )

    def _firsts(self, strategy: Strategy, frame: CountingFrame) -> Iterator[FirstTime]:
        """Yield the first times of all times that fall into the period."""
        for kind, level in FIRSTS:
            first = self._numbers.first_time(strategy.id, kind, level)
            if first is not None and frame.period.start <= first.day <= frame.last:
                yield FirstTime(kind, level, first, strategy.name)
