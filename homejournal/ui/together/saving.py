"""What is written for several children at once, each thing one step that can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from homejournal.domain.records.family import active
from homejournal.domain.today.strategy_cards import routine_of
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.texts.display_names import names_said
from homejournal.texts.today import day_page as said
from homejournal.ui.base.unsaved_input import WaitingStep
from homejournal.ui.day_cards.saving import TodayWriting

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.today.children_together import TogetherRow
    from homejournal.ui.base.desk import Desk


class TogetherWriting:
    """Knows one `TodayWriting` for each child; what is said for all never holds a rating."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._wording = desk, desk.wording
        self._of: dict[UUID, TodayWriting] = {}
        self.day = desk.today()

    def of(self, child: UUID, name: str) -> TodayWriting:
        """Return what writes for one child, by the name under which the child is shown."""
        writing = self._of.setdefault(child, TodayWriting(self._desk))
        writing.child, writing.named, writing.day = child, name, self.day
        return writing

    def at_risk(self) -> frozenset[str]:
        """Return what is typed and could be kept nowhere."""
        return frozenset[str]().union(*(one.at_risk() for one in self._of.values()))

    def not_today(self, row: TogetherRow) -> bool:
        """Say "not today" for all whose time is open."""
        told = {
            child.id: MarkTold(
                strategy=card.strategy.id,
                slot=time.slot if len(card.times) > 1 else None,
                helper=self._desk.helper,
            )
            for child, card, time in row.open_times()
        }
        step = said.not_today_said(self._wording, row.name, self._names(row))
        call = partial(self._desk.journal.days.not_today_together, told, self.day)
        return self._do(row, step, call)

    def did_it(self, row: TogetherRow) -> bool:
        """Write down that all whose time is open did it; how it went is said for each alone."""
        told = {
            card.strategy.id: PracticeTold(
                slot=time.slot,
                routine=routine_of(card.routines, time.slot),
                helper=self._desk.helper,
            )
            for _, card, time in row.open_times()
        }
        step = said.did_it_said(self._wording, row.name, self._names(row))
        call = partial(self._desk.journal.days.did_it_together, told, self.day)
        return self._do(row, step, call)

    def _do(self, row: TogetherRow, step: str, call: Callable[[], Change]) -> bool:
        """Do a step; where the disk refuses it, it waits for all whose time is open."""
        names = ",".join(str(card.strategy.id) for _, card, _ in row.open_times())
        place = f"together:{names}:{self.day.isoformat()}"
        return self._desk.editing.do_or_wait(WaitingStep(place, step, call, step))

    def _names(self, row: TogetherRow) -> list[str]:
        names = names_said(self._wording, active(self._desk.journal.family()))
        return [names[child.id] for child, _, _ in row.open_times()]
