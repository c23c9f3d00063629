"""Taking back what was done, and doing it again."""

from functools import partial
from typing import TYPE_CHECKING

from homejournal.domain.records.changes import Change
from homejournal.services.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.storage.journal.incoming_ahead import ComingAhead


class Steps:
    """Each step is taken back as one more step; all of it, or nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def working_out(self, change: Change) -> "Callable[[], ComingAhead]":
        """Return the call that works out all that `take_back` writes, which any thread may do.

        It raises what `take_back` raises.
        """
        from homejournal.storage.journal.incoming_ahead import taken_back

        return partial(self._session.working_out().step, change, partial(taken_back, change))

    def take_back(self, change: Change, ahead: "ComingAhead | None" = None) -> Change:
        """Take a change back; the answer takes the taking back, back.

        What was worked out `ahead` is only written, if nothing else was written since. Raises
        StaleChangeError where a record was changed since; nothing is written then.
        """
        from homejournal.storage.journal.incoming_ahead import taken_back
        from homejournal.storage.journal.prepared_writes import made_now

        with self._session.step() as step:
            back = made_now(step, change, partial(taken_back, change), ahead)
            step.take_back(change, back)
            if change.came:
                for hears in self._session.going_back:
                    hears()
        return step.change
