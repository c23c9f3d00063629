"""The honest numbers of a child's strategies."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from homejournal.domain.counting import strategy_numbers
from homejournal.domain.day_counts import CountingFrame
from homejournal.domain.numbers import ChildNumbers, Period, StrategyNumbers
from homejournal.domain.plan import Strategy
from homejournal.services.session import Session
from homejournal.services.settings_texts import covered_through


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
        settings = self._session.settings
        frame = CountingFrame(
            period, today, settings.week_start, covered_through(self._session.store.meta())
        )
        counted = tuple(
            self._count(strategy, frame)
            for strategy in self._session.family().strategies_of(child)
            if strategies is None or strategy.id in strategies
        )
        return ChildNumbers(
            child=child,
            period=period,
            today=today,
            week_start=settings.week_start,
            strategies=counted,
        )

    def first_day(self, child: UUID) -> date | None:
        """Return the first day on which something is written for a child."""
        with self._session.asking() as queries:
            return queries.first_day(child)

    def _count(self, strategy: Strategy, frame: CountingFrame) -> StrategyNumbers:
        with self._session.asking() as queries:
            practices = queries.practice_rows(strategy.id, frame.period)
            marks = queries.mark_rows(strategy.child, strategy.id, frame.period)
            steps = self._session.family().steps.get(strategy.id, ())
            return strategy_numbers(strategy, steps, practices, marks, frame)
