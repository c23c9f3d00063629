"""The timer of a journal: one at a time, kept while the window is closed, never exported."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from homejournal.domain.errors import RecordMissingError
from homejournal.domain.today.timer import Timing, ran, text_of, timing_of
from homejournal.services.records.drafts import Drafts
from homejournal.services.session import Session

TIMER_PLACE = "timer"
"""Its place among the unfinished texts."""


class Timer:
    """What is being timed, or was timed and is not written down yet."""

    def __init__(self, session: Session, drafts: Drafts) -> None:
        self._session, self._drafts = session, drafts

    def running(self) -> Timing | None:
        """Return what is timed; nothing where its strategy is not there any more."""
        timing = timing_of(self._drafts.kept().get(TIMER_PLACE, ""))
        known = timing is not None and timing.strategy in self._session.family().strategies
        return timing if known else None

    def start(self, strategy: UUID, number: int) -> Timing:
        """Begin to time a strategy's time of today, in place of what was timed before.

        Raises RecordMissingError for an unknown strategy.
        """
        known = self._session.family().strategies.get(strategy)
        if known is None:
            raise RecordMissingError(str(strategy))
        timing = Timing(
            strategy=strategy,
            child=known.child,
            day=self._session.today(),
            number=number,
            began=self._session.clock(),
        )
        self._drafts.keep(TIMER_PLACE, text_of(timing))
        return timing

    def stop(self) -> Timing | None:
        """Stop; what it says stays until it is forgotten. A timer stands still only once."""
        timing = self.running()
        if timing is not None and timing.ended is None:
            timing = replace(timing, ended=self._session.clock())
            self._drafts.keep(TIMER_PLACE, text_of(timing))
        return timing

    def length(self, timing: Timing) -> timedelta | None:
        """Return how long it ran, until now or until it was stopped; None where nobody knows."""
        return ran(timing, self._session.clock())

    def forget(self) -> None:
        """Forget it: what it said is written down, or nobody wants it."""
        self._drafts.drop(TIMER_PLACE)
