"""The fictional families looked back at, from their records alone."""

from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.looking_back.look_back_values import LookBack, StrategyWritten
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    by_visit,
    dots_in,
    look_back,
)
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import Routine
from homejournal.domain.records.visits import Visit
from tests.family import Family


def backs_of(family: Family) -> list[LookBack]:
    """Every strategy of a family, over the family's own period."""
    return [
        look_back(
            StrategyWritten(
                strategy=strategy,
                steps=tuple(family.steps(strategy)),
                practices=family.practices(strategy),
                marks=family.marks(strategy),
                frame=CountingFrame(family.period, family.today),
                visits=tuple(family.of(Visit)),
                life_events=tuple(family.of(LifeEvent)),
                routine_names={one.id: one.name for one in family.of(Routine)},
            )
        )
        for strategy in family.strategies
    ]


def charts_of(back: LookBack) -> list:
    """Every chart that can be made of a strategy."""
    visits = [by_visit(back, around) for around in back.visits]
    charts = [bars_in(back), dots_in(back), by_routine(back), by_slot(back), *visits]
    return [chart for chart in charts if chart is not None]
